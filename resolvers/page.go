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

// pageInfo is of a page that was asked for with `after`.
func pageInfo[T any](page db.Page[T], after *string) *model.PageInfo {
	info := &model.PageInfo{HasNextPage: page.HasNext, HasPreviousPage: orElse(after, "") != ""}
	if n := len(page.Cursors); n > 0 {
		info.StartCursor, info.EndCursor = &page.Cursors[0], &page.Cursors[n-1]
	}
	return info
}

// pageSize checks how many are asked for.
func pageSize(first *int, otherwise, most int) (int, error) {
	n := orElse(first, otherwise)
	var faults training.InputError
	training.CheckInt(&faults, "first", &n, 1, most)
	return n, faults.Err()
}
