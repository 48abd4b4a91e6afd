//go:build race

package wish_test

// slow is how much longer all takes that the race detector watches.
const slow = 20
