// Package chaos breaks what the product stands on, and looks at what was promised: `make chaos`.
package chaos
