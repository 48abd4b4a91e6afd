//go:build !race

package server

// raced says that the race detector is on, which has stacks grow.
const raced = false
