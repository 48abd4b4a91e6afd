// Package gcpsecretmanager registers nothing: see runtimevar.
package gcpsecretmanager
