package planner

// orNil is a word or a number, nil for the empty word and for 0.
func orNil[T comparable](value T) *T {
	if value == *new(T) {
		return nil
	}
	return &value
}
