package db

import (
	"bytes"
	"database/sql/driver"
	"encoding/json"
	"fmt"
)

// jsonb is a value that is stored as a document.
type jsonb struct{ value any }

// Value is the document's text. A zero byte, which no document in the database can hold, is refused there, not dropped here.
func (j jsonb) Value() (driver.Value, error) {
	text, err := json.Marshal(j.value)
	return string(text), err
}

// rawJSON is a document that is stored and read as text.
type rawJSON struct{ json.RawMessage }

// Value is the text.
func (r rawJSON) Value() (driver.Value, error) {
	if r.RawMessage == nil {
		return nil, nil
	}
	return string(r.RawMessage), nil
}

// Scan reads the text; NULL is nil.
func (r *rawJSON) Scan(src any) error {
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
