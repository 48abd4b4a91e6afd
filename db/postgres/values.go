package postgres

// ByID makes a look-up of values.
func ByID[ID comparable, T any](values []T, id func(T) ID) map[ID]T {
	found := make(map[ID]T, len(values))
	for _, value := range values {
		found[id(value)] = value
	}
	return found
}

// OrEmpty is a list that is never null in the database.
func OrEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// OrNil is nil for an empty text.
func OrNil[ID ~string](id ID) *ID {
	if id == "" {
		return nil
	}
	return &id
}

// OrZero is the zero value for nil.
func OrZero[T any](value *T) T {
	if value == nil {
		var zero T
		return zero
	}
	return *value
}
