package runs

// OrNil is a word or a number, nil for the empty word and for 0.
func OrNil[T comparable](value T) *T {
	if value == *new(T) {
		return nil
	}
	return &value
}
