package postgres

import (
	"encoding/base64"
	"encoding/json"
	"strings"

	"github.com/uptrace/bun"
)

// Condition limits a query.
type Condition = func(*bun.SelectQuery) *bun.SelectQuery

// Page is a part of a list. A cursor stands behind the item of its place: what comes after it is the next page.
type Page[T any] struct {
	Items   []T
	Cursors []string
	HasNext bool // there are more
}

// Keyset is an order that a list is paged in: by an expression, then by id, both up or both down.
type Keyset struct {
	List       string // its name, which a cursor must have been made for
	Expression string
	SQLType    string
	ID         string // column of the id
	Down       bool
}

// cursor is the place of a row in a list.
type cursor struct {
	List string `json:"list"`
	Key  string `json:"key"` // as the database writes it
	ID   string `json:"id"`
}

// Keyed are the columns of a row that its place is known by.
type Keyed struct {
	SortKey string `bun:"sort_key,scanonly"`
}

const maxCursorLength = 2000

var errCursor = InputError("after", "is not a cursor of this list")

// String is the cursor as clients have it.
func (c cursor) String() string {
	text, _ := json.Marshal(c) // three strings always can be
	return base64.RawURLEncoding.EncodeToString(text)
}

func (k Keyset) parse(after string) (cursor, error) {
	var c cursor
	if len(after) > maxCursorLength {
		return c, errCursor
	}
	text, err := base64.RawURLEncoding.Strict().DecodeString(after)
	if err != nil || json.Unmarshal(text, &c) != nil || c.List != k.List || !Canonical(c.ID) || strings.ContainsRune(c.Key, 0) {
		return c, errCursor
	}
	return c, nil
}

// Limit makes a query that of one page and one row more.
func (k Keyset) Limit(q *bun.SelectQuery, first int, after string) (*bun.SelectQuery, error) {
	direction, beyond := "ASC", ">"
	if k.Down {
		direction, beyond = "DESC", "<"
	}
	expression, id := bun.Safe(k.Expression), bun.Ident(k.ID)
	q = q.ColumnExpr("?TableColumns").ColumnExpr("(?)::text AS sort_key", expression).Limit(int64(first)+1).
		OrderExpr("? ?, ? ?", expression, bun.Safe(direction), id, bun.Safe(direction))
	if after == "" {
		return q, nil
	}
	c, err := k.parse(after)
	if err != nil {
		return nil, err
	}
	return q.Where("(?, ?) ? (?::?, ?::uuid)", expression, id, bun.Safe(beyond), c.Key, bun.Safe(k.SQLType), c.ID), nil
}

// Explain tells a key in a cursor that the database cannot read from other failures.
func (k Keyset) Explain(after string, err error) error {
	if after != "" && strings.HasPrefix(SQLState(err), "22") { // data exception: all else in the statement was checked
		return errCursor
	}
	return err
}

// PageOf makes a page of the rows that limit let through.
func PageOf[R, T any](k Keyset, rows []R, first int, place func(R) (key, id string), convert func(R) T) Page[T] {
	page := Page[T]{Items: []T{}, Cursors: []string{}, HasNext: len(rows) > first}
	for _, row := range rows[:min(first, len(rows))] {
		key, id := place(row)
		page.Items = append(page.Items, convert(row))
		page.Cursors = append(page.Cursors, cursor{List: k.List, Key: key, ID: id}.String())
	}
	return page
}
