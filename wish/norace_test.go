//go:build !race

package wish_test

const slow = 1
