// Package figures renders docs/load-model.md and its figure from what package training measures: no number in them is written by hand.
// Its test compares the files with what the code says now; go test ./internal/figures -update writes them anew.
package figures
