package resolvers

import (
	"github.com/99designs/gqlgen/graphql"

	"fortnight/training"
)

// keep replaces a field that always has a value. Absent it stays as it is; null is a fault, since nothing else could be meant by it.
func keep[T any](faults *training.InputError, path string, field *T, change graphql.Omittable[*T]) {
	switch value, given := change.ValueOK(); {
	case !given:
	case value == nil:
		faults.Add(path, notNull)
	default:
		*field = *value
	}
}

// keepList is keep of a list, made of what was sent.
func keepList[In, T any](faults *training.InputError, path string, field *[]T, change graphql.Omittable[[]In], of func([]In) []T) {
	switch list, given := change.ValueOK(); {
	case !given:
	case list == nil:
		faults.Add(path, notNull)
	default:
		*field = of(list)
	}
}

// asSent is a list as it is.
func asSent[T any](list []T) []T { return list }

// notNull is what is wrong with null in place of what always has a value.
const notNull = "is null: leave it out to keep what is there"

// each makes a list of another, one by one.
func each[In, T any](of func(In) T) func([]In) []T {
	return func(list []In) []T {
		made := make([]T, len(list))
		for i := range list {
			made[i] = of(list[i])
		}
		return made
	}
}

func setList[T any](field *[]T, change graphql.Omittable[[]T]) {
	if value, given := change.ValueOK(); given {
		*field = value
	}
}

func set[T any](field **T, change graphql.Omittable[*T]) {
	if value, given := change.ValueOK(); given {
		*field = value
	}
}
