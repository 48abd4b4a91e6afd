package resolvers

import (
	"errors"

	"fortnight/db"
	"fortnight/graph/model"
	"fortnight/training"
)

// validFilter is the filter that was given, or one that limits nothing; its faults have the path that the client wrote.
func validFilter[F interface{ Validate() error }](filter *F) (F, error) {
	if filter == nil {
		var all F
		return all, nil
	}
	var faults *training.InputError
	err := (*filter).Validate()
	if errors.As(err, &faults) {
		for i := range faults.Fields {
			faults.Fields[i].Path = "filter." + faults.Fields[i].Path
		}
	}
	return *filter, err
}

// connection is a page that was asked for with `after`.
func connection[T any](page db.Page[T], after *string) model.Connection[T] {
	return model.Connection[T]{Items: page.Items, Cursors: page.Cursors, Next: page.HasNext, After: orElse(after, "") != "", Count: page.Count}
}

// pageSize checks how many are asked for.
func pageSize(first *int, otherwise, most int) (int, error) {
	n := orElse(first, otherwise)
	var faults training.InputError
	training.CheckInt(&faults, "first", &n, 1, most)
	return n, faults.Err()
}
