// Package httpvar registers nothing: see runtimevar.
package httpvar
