package postgres

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/uptrace/bun"
)

// Condition limits a query.
type Condition = func(*bun.SelectQuery) *bun.SelectQuery

// Page is a part of a list. A cursor stands behind the item of its place: what comes after it is the next page.
type Page[T any] struct {
	Items   []T
	Cursors []string
	HasNext bool                               // there are more
	Count   func(context.Context) (int, error) // of the whole list, MaxCounted at most
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
	SortID  string `bun:"sort_id,scanonly"`
}

func (k Keyed) place() (key, id string) { return k.SortKey, k.SortID }

const maxCursorLength = 2000

// ErrCursor is that of a text which is no cursor of a list.
var ErrCursor = InputError("after", "is not a cursor of this list")

// String is the cursor as clients have it.
func (c cursor) String() string {
	var room [2][320]byte // most take no more, and then nothing but the text itself is allocated: a page has one for each of its rows
	text := appendJSON(append(room[0][:0], `{"list":`...), c.List)
	text = appendJSON(append(text, `,"key":`...), c.Key)
	text = append(appendJSON(append(text, `,"id":`...), c.ID), '}')
	return string(base64.RawURLEncoding.AppendEncode(room[1][:0], text))
}

// appendJSON appends a text as encoding/json writes it. Most need no more than quotes, and each row of each page has two and an id.
func appendJSON(to []byte, text string) []byte {
	for i := range len(text) {
		if b := text[i]; b < ' ' || b > '~' || b == '"' || b == '\\' || b == '<' || b == '>' || b == '&' {
			quoted, _ := json.Marshal(text) // a string always can be
			return append(to, quoted...)
		}
	}
	return append(append(append(to, '"'), text...), '"')
}

// decoded is what a cursor says.
func decoded(after string) (c cursor, err error) {
	if len(after) > maxCursorLength {
		return c, ErrCursor
	}
	text, err := base64.RawURLEncoding.Strict().DecodeString(after)
	if err != nil || json.Unmarshal(text, &c) != nil {
		return c, ErrCursor
	}
	return c, nil
}

func (k Keyset) parse(after string) (cursor, error) {
	c, err := decoded(after)
	if err != nil || c.List != k.List || !Canonical(c.ID) || strings.ContainsRune(c.Key, 0) {
		return c, ErrCursor
	}
	return c, nil
}

// limit makes a query that of one page and one row more.
func (k Keyset) limit(q *bun.SelectQuery, first int, after string) (*bun.SelectQuery, error) {
	direction, beyond := "ASC", ">"
	if k.Down {
		direction, beyond = "DESC", "<"
	}
	expression, id := bun.Safe(k.Expression), bun.Ident(k.ID)
	q = q.ColumnExpr("?TableColumns").ColumnExpr("(?)::text AS sort_key, ?::text AS sort_id", expression, id).Limit(int64(first)+1).
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

// explain tells a key in a cursor that the database cannot read from other failures.
func (k Keyset) explain(after string, err error) error {
	if after != "" && strings.HasPrefix(SQLState(err), "22") { // data exception: all else in the statement was checked
		return ErrCursor
	}
	return err
}

// Marks are the cursors of a list that no table keeps in its order: each says the place behind which it stands and what is there.
type Marks struct{ List string }

// Behind is the cursor at a place, counted from 1, behind what has an id.
func (m Marks) Behind(place int, id string) string {
	return cursor{List: m.List, Key: strconv.Itoa(place), ID: id}.String()
}

// Read is where a cursor stands, 0 for "", and behind what.
func (m Marks) Read(after string) (place int, id string, err error) {
	if after == "" {
		return 0, "", nil
	}
	c, err := decoded(after)
	if err != nil || c.List != m.List {
		return 0, "", ErrCursor
	}
	if place, err = strconv.Atoi(c.Key); err != nil || place < 1 {
		return 0, "", ErrCursor
	}
	return place, c.ID, nil
}

// MaxCounted is how far a list is counted: one with more has at least so many.
const MaxCounted = 10_000

// Placed is a row of a list that tells its place in it, by its Keyed.
type Placed interface{ place() (key, id string) }

// List is what is paged: the rows of a query in an order, and what becomes of them.
type List[R Placed, T any] struct {
	Keys  Keyset
	Query func(rows *[]R) *bun.SelectQuery // of all of it, in no order
	Items func(ctx context.Context, rows []R) ([]T, error)

	// Prepared reads the rows of a page, and one more, where a list is asked for so often that its statement is prepared (see Keyset.Prepared); behind
	// the row with a key and an id unless these are empty. It is nil for other lists.
	Prepared func(ctx context.Context, limit int, key, id string) ([]R, error)
}

// Read is a page of so many behind a cursor, "" for the first one.
func (l List[R, T]) Read(ctx context.Context, first int, after string) (Page[T], error) {
	rows, err := l.rows(ctx, first, after)
	if err != nil {
		return Page[T]{}, err
	}
	operation := "list " + l.Keys.List
	page := Page[T]{HasNext: len(rows) > first, Cursors: []string{}, Count: l.count}
	rows = rows[:min(first, len(rows))]
	for _, row := range rows {
		key, id := row.place()
		page.Cursors = append(page.Cursors, cursor{List: l.Keys.List, Key: key, ID: id}.String())
	}
	page.Items, err = l.Items(ctx, rows)
	return page, Wrap(operation, err)
}

// rows are those of a page and one more.
func (l List[R, T]) rows(ctx context.Context, first int, after string) (rows []R, err error) {
	if l.Prepared != nil {
		var behind cursor
		if after != "" {
			if behind, err = l.Keys.parse(after); err != nil {
				return nil, err
			}
		}
		rows, err = l.Prepared(ctx, first+1, behind.Key, behind.ID)
	} else {
		var query *bun.SelectQuery
		if query, err = l.Keys.limit(l.Query(&rows), first, after); err != nil {
			return nil, err
		}
		err = query.Scan(ctx)
	}
	return rows, Wrap("list "+l.Keys.List, l.Keys.explain(after, err))
}

// Prepared is the text of a statement that reads columns of a page of so many rows, with the key as the last column, from a table where a condition
// holds; behind a row whose key and id are the parameters $n and $n+1, or the first page where n is 0. The number of rows is part of it: what is
// planned for any number is planned badly.
func (k Keyset) Prepared(columns, from, where string, limit, n int) string {
	direction, beyond := "ASC", ">"
	if k.Down {
		direction, beyond = "DESC", "<"
	}
	if n > 0 {
		where += fmt.Sprintf(" AND (%s, %s) %s ($%d::text::%s, $%d::uuid)", k.Expression, k.ID, beyond, n, k.SQLType, n+1)
	}
	return fmt.Sprintf("SELECT %s, (%s)::text FROM %s WHERE %s ORDER BY %s %s, %s %s LIMIT %d", columns, k.Expression, from, where, k.Expression, direction,
		k.ID, direction, limit)
}

// count is how many there are, MaxCounted at most.
func (l List[R, T]) count(ctx context.Context) (int, error) {
	var rows []R
	var n int
	some := l.Query(&rows).ColumnExpr("1").Limit(MaxCounted)
	err := some.NewSelect().TableExpr("(?) AS counted", some).ColumnExpr("count(*)").Scan(ctx, &n)
	return n, Wrap("count "+l.Keys.List, err)
}

// Each makes items of rows one by one.
func Each[R, T any](of func(R) T) func(context.Context, []R) ([]T, error) {
	return func(_ context.Context, rows []R) ([]T, error) {
		items := make([]T, len(rows))
		for i, row := range rows {
			items[i] = of(row)
		}
		return items, nil
	}
}
