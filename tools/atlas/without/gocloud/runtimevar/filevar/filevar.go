// Package filevar registers nothing: see runtimevar.
package filevar
