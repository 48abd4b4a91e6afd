package postgres

import (
	"bytes"
	"database/sql/driver"
	"encoding/json"
	"fmt"
)

// JSONB is a value that is stored as a document.
type JSONB struct{ Of any }

// Value is the document's text. A zero byte, which no document in the database can hold, is refused there, not dropped here.
func (j JSONB) Value() (driver.Value, error) {
	text, err := json.Marshal(j.Of)
	return string(text), err
}

// RawJSON is a document that is stored and read as text.
type RawJSON struct{ json.RawMessage }

// Value is the text.
func (r RawJSON) Value() (driver.Value, error) {
	if r.RawMessage == nil {
		return nil, nil
	}
	return string(r.RawMessage), nil
}

// Scan reads the text; NULL is nil.
func (r *RawJSON) Scan(src any) error {
	switch text := src.(type) {
	case nil:
		r.RawMessage = nil
	case []byte:
		r.RawMessage = bytes.Clone(text)
	case string:
		r.RawMessage = []byte(text)
	default:
		return fmt.Errorf("cannot read a document from %T", src)
	}
	return nil
}
