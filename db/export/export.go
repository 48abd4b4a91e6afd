package export

import (
	"bytes"
	"cmp"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"

	"fortnight/db/postgres"
	"fortnight/training"
)

// Exports are the documents of accounts.
type Exports struct{ db *postgres.DB }

// New are the documents of what a database holds.
func New(db *postgres.DB) *Exports { return &Exports{db} }

// Format names the form of the document, within it.
const Format = "fortnight-export-1"

// Page is a piece of a document. All pieces in their order are the document.
type Page struct {
	Text string
	Next string // the place of the next piece; empty after the last
}

// place is what was told so far.
type place struct {
	Of      string   `json:"of"` // placeOf: a cursor of another list names none
	Section int      `json:"s"`
	Keys    []string `json:"k,omitempty"` // of the last record; none at the beginning of a section
}

// Export is the piece of an account's document behind a place, "" for the first. It ends with the record that makes it larger than so many bytes. A
// record that is there all the while is told once; one that is changed meanwhile as it was or as it is. It is an *training.InputError on "after"
// where that is no place, and ErrNotFound where there is no such account.
func (store *Exports) Export(ctx context.Context, account training.UserID, after string, size int) (Page, error) {
	page, err := store.export(ctx, account, after, size)
	return page, postgres.Wrap("export an account", err)
}

func (store *Exports) export(ctx context.Context, account training.UserID, after string, size int) (Page, error) {
	at, err := parse(after)
	if err != nil {
		return Page{}, err
	}
	if !postgres.Canonical(account) {
		return Page{}, postgres.ErrNotFound
	}
	var out bytes.Buffer
	if after == "" {
		fmt.Fprintf(&out, "{\"format\":%q,\"exportedAt\":%q", Format, store.db.Now().Format("2006-01-02T15:04:05Z"))
	}
	for at.Section < len(Sections) {
		section := Sections[at.Section]
		if at.Keys == nil {
			fmt.Fprintf(&out, ",\n%q:%s", section.Name, section.open())
		}
		more, err := store.section(ctx, section, account, &at, &out, size)
		if err != nil {
			return Page{}, explain(after, err)
		}
		if more {
			return Page{out.String(), at.String()}, nil
		}
		if section.one && at.Keys == nil {
			if section.Table == "users" {
				return Page{}, postgres.ErrNotFound
			}
			out.WriteString("null")
		}
		out.WriteString(section.close())
		at = place{Section: at.Section + 1}
		if out.Len() >= size && at.Section < len(Sections) {
			return Page{out.String(), at.String()}, nil
		}
	}
	out.WriteString("}\n")
	return Page{Text: out.String()}, nil
}

func (s Section) open() string {
	if s.one {
		return ""
	}
	return "["
}

func (s Section) close() string {
	if s.one {
		return ""
	}
	return "]"
}

// section writes records of a section behind a place, and says whether there may be more of them.
func (store *Exports) section(ctx context.Context, s Section, account training.UserID, at *place, out *bytes.Buffer, size int) (more bool, err error) {
	for {
		read := 0
		err := postgres.Within(ctx, postgres.StatementTime, func(ctx context.Context) (err error) {
			read, err = store.records(ctx, s, account, at, out, size)
			return err
		})
		switch {
		case err != nil || read == 0:
			return false, err
		case out.Len() >= size:
			return true, nil
		case read < s.rows:
			return false, nil
		}
	}
}

// records writes the next records of a section until they are enough, one at least where there is one, and returns how many.
func (store *Exports) records(ctx context.Context, s Section, account training.UserID, at *place, out *bytes.Buffer, size int) (read int, err error) {
	pool, err := store.db.Direct()
	if err != nil {
		return 0, err
	}
	arguments := []any{string(account)}
	for _, key := range at.Keys {
		arguments = append(arguments, key)
	}
	rows, err := pool.Query(ctx, s.statement(len(at.Keys) > 0), arguments...)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		keys, err := s.record(rows, at.Keys != nil, out)
		if err != nil {
			return read, err
		}
		at.Keys = keys
		if read++; out.Len() >= size {
			break
		}
	}
	rows.Close()
	return read, rows.Err()
}

// statement reads the records of a section, those behind a place or the first: their keys, their columns and what of them is packed.
func (s Section) statement(behind bool) string {
	var fields, expressions, places []string
	for i, k := range s.keys {
		fields = append(fields, "("+k.expression+")::text")
		expressions = append(expressions, k.expression)
		places = append(places, "$"+strconv.Itoa(i+2)+"::text::"+k.sqlType)
	}
	for _, column := range s.Columns {
		fields = append(fields, `to_jsonb(t."`+column+`")::text`)
	}
	for _, column := range slices.Concat(s.JSON, s.Packed) {
		fields = append(fields, `t."`+column+`"`)
	}
	condition, order := s.Own, strings.Join(expressions, ", ")
	if behind {
		condition += " AND (" + order + ") > (" + strings.Join(places, ", ") + ")"
	}
	return "SELECT " + strings.Join(fields, ", ") + " FROM " + s.Table + " AS t WHERE " + condition + " ORDER BY " + order + " LIMIT " + strconv.Itoa(s.rows)
}

// record writes the record that rows stand at, and returns its keys.
func (s Section) record(rows pgx.Rows, follows bool, out *bytes.Buffer) (keys []string, err error) {
	keys = make([]string, len(s.keys))
	columns := slices.Concat(s.Columns, s.JSON)
	texts, packed := make([]*string, len(columns)), make([]postgres.Packed[json.RawMessage], len(s.Packed))
	var into []any
	for i := range keys {
		into = append(into, &keys[i])
	}
	for i := range texts {
		into = append(into, &texts[i])
	}
	for i := range packed {
		into = append(into, &packed[i])
	}
	if err := rows.Scan(into...); err != nil {
		return nil, err
	}
	if follows {
		out.WriteByte(',')
	}
	if !s.one {
		out.WriteByte('\n')
	}
	mark := byte('{')
	write := func(column, value string) {
		out.WriteByte(mark)
		fmt.Fprintf(out, "%q:%s", Property(column), value)
		mark = ','
	}
	for i, column := range columns {
		write(column, postgres.OrZero(cmp.Or(texts[i], &null)))
	}
	for i, column := range s.Packed {
		write(column, string(postgres.OrZero(cmp.Or(packed[i].Of, &nothing))))
	}
	out.WriteByte('}')
	return keys, nil
}

// What is told of what is not there.
var (
	null    = "null"
	nothing = json.RawMessage(null)
)

const (
	maxPlace = 1000
	placeOf  = "export"
)

var errPlace = postgres.InputError("after", "is not the endCursor of a page of this document")

func (p place) String() string {
	p.Of = placeOf
	text, _ := json.Marshal(p) // numbers and texts always can be
	return base64.RawURLEncoding.EncodeToString(text)
}

// parse reads a place, "" for the beginning.
func parse(after string) (place, error) {
	var p place
	if after == "" {
		return p, nil
	}
	if len(after) > maxPlace {
		return p, errPlace
	}
	text, err := base64.RawURLEncoding.Strict().DecodeString(after)
	if err != nil || json.Unmarshal(text, &p) != nil || p.Of != placeOf || p.Section < 0 || p.Section >= len(Sections) {
		return p, errPlace
	}
	if len(p.Keys) == 0 {
		p.Keys = nil
		return p, nil
	}
	if len(p.Keys) != len(Sections[p.Section].keys) || strings.ContainsRune(strings.Join(p.Keys, ""), 0) {
		return p, errPlace
	}
	return p, nil
}

// explain tells keys of a place that the database cannot read from other failures.
func explain(after string, err error) error {
	if after != "" && strings.HasPrefix(postgres.SQLState(err), "22") { // data exception: all else in the statement was checked
		return errPlace
	}
	return err
}
