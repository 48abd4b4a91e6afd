// Package constantvar registers nothing: see runtimevar.
package constantvar
