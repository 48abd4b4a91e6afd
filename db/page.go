package db

import (
	"encoding/base64"
	"encoding/json"
	"strings"

	"github.com/uptrace/bun"
)

// Page is a part of a list. A cursor stands behind the item of its place: what comes after it is the next page.
type Page[T any] struct {
	Items   []T
	Cursors []string
	HasNext bool // there are more
}

// keyset is an order that a list is paged in: by an expression, then by id, both up or both down.
type keyset struct {
	list       string // its name, which a cursor must have been made for
	expression string
	sqlType    string
	id         string // column of the id
	down       bool
}

// cursor is the place of a row in a list.
type cursor struct {
	List string `json:"list"`
	Key  string `json:"key"` // as the database writes it
	ID   string `json:"id"`
}

// keyed are the columns of a row that its place is known by.
type keyed struct {
	SortKey string `bun:"sort_key,scanonly"`
}

const maxCursorLength = 2000

var errCursor = inputError("after", "is not a cursor of this list")

func (c cursor) String() string {
	text, _ := json.Marshal(c) // three strings always can be
	return base64.RawURLEncoding.EncodeToString(text)
}

func (k keyset) parse(after string) (cursor, error) {
	var c cursor
	if len(after) > maxCursorLength {
		return c, errCursor
	}
	text, err := base64.RawURLEncoding.Strict().DecodeString(after)
	if err != nil || json.Unmarshal(text, &c) != nil || c.List != k.list || !canonical(c.ID) || strings.ContainsRune(c.Key, 0) {
		return c, errCursor
	}
	return c, nil
}

// limit makes a query that of one page and one row more.
func (k keyset) limit(q *bun.SelectQuery, first int, after string) (*bun.SelectQuery, error) {
	direction, beyond := "ASC", ">"
	if k.down {
		direction, beyond = "DESC", "<"
	}
	expression, id := bun.Safe(k.expression), bun.Ident(k.id)
	q = q.ColumnExpr("?TableColumns").ColumnExpr("(?)::text AS sort_key", expression).Limit(int64(first)+1).
		OrderExpr("? ?, ? ?", expression, bun.Safe(direction), id, bun.Safe(direction))
	if after == "" {
		return q, nil
	}
	c, err := k.parse(after)
	if err != nil {
		return nil, err
	}
	return q.Where("(?, ?) ? (?::?, ?::uuid)", expression, id, bun.Safe(beyond), c.Key, bun.Safe(k.sqlType), c.ID), nil
}

// explain tells a key in a cursor that the database cannot read from other failures.
func (k keyset) explain(after string, err error) error {
	if after != "" && strings.HasPrefix(sqlState(err), "22") { // data exception: all else in the statement was checked
		return errCursor
	}
	return err
}

// pageOf makes a page of the rows that limit let through.
func pageOf[R, T any](k keyset, rows []R, first int, place func(R) (key, id string), convert func(R) T) Page[T] {
	page := Page[T]{Items: []T{}, Cursors: []string{}, HasNext: len(rows) > first}
	for _, row := range rows[:min(first, len(rows))] {
		key, id := place(row)
		page.Items = append(page.Items, convert(row))
		page.Cursors = append(page.Cursors, cursor{List: k.list, Key: key, ID: id}.String())
	}
	return page
}

// byID makes a look-up of values.
func byID[ID comparable, T any](values []T, id func(T) ID) map[ID]T {
	found := make(map[ID]T, len(values))
	for _, value := range values {
		found[id(value)] = value
	}
	return found
}

// orEmpty is a list that is never null in the database.
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// orNil is nil for an empty text.
func orNil[ID ~string](id ID) *ID {
	if id == "" {
		return nil
	}
	return &id
}

// orZero is the zero value for nil.
func orZero[T any](value *T) T {
	if value == nil {
		var zero T
		return zero
	}
	return *value
}
