// Package migration brings a database to the newest schema, step by step, in the form of the Atlas command.
package migration
