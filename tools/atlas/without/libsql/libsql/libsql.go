// Package libsql registers no driver: this project has PostgreSQL only.
package libsql
