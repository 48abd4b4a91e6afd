package postgres

import (
	"bytes"
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
)

// Packed is a document that the database only keeps: compressed, where it is large and says the same again and again. Nil is NULL. What a migration
// moved here from a column of documents is text, which begins as JSON does and not with the mark, until it is written again.
type Packed[T any] struct{ Of *T }

const (
	packedMark = 0x01
	// maxUnpacked bounds what a packed document may come to: four times the largest column of documents.
	maxUnpacked = 64 << 20
)

// packers are kept for the next document: one takes a megabyte, which to make takes longer than to pack with it.
var packers = sync.Pool{New: func() any {
	writer, err := flate.NewWriter(nil, flate.DefaultCompression)
	if err != nil {
		panic(err) // of a level that there is not
	}
	return writer
}}

// Value packs the document.
func (p Packed[T]) Value() (driver.Value, error) {
	if p.Of == nil {
		return nil, nil
	}
	text, err := textOf(p.Of)
	if err != nil {
		return nil, err
	}
	out := bytes.NewBuffer([]byte{packedMark})
	writer := packers.Get().(*flate.Writer)
	defer packers.Put(writer)
	writer.Reset(out)
	if _, err := writer.Write(text); err != nil {
		return nil, err
	}
	if err := writer.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// textOf is a document as JSON: one that is JSON already is not gone through again.
func textOf(of any) ([]byte, error) {
	if text, is := of.(*json.RawMessage); is {
		return *text, nil
	}
	return json.Marshal(of)
}

// Scan unpacks a document.
func (p *Packed[T]) Scan(src any) error {
	p.Of = nil
	stored, is := src.([]byte)
	switch {
	case src == nil:
		return nil
	case !is || len(stored) == 0:
		return fmt.Errorf("cannot unpack a document from %T", src)
	}
	if stored[0] == packedMark {
		text, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(stored[1:])), maxUnpacked))
		if err != nil {
			return fmt.Errorf("unpack a document: %w", err)
		}
		stored = text
	}
	of := new(T)
	if err := json.Unmarshal(stored, of); err != nil {
		return fmt.Errorf("read a packed document: %w", err)
	}
	p.Of = of
	return nil
}

// Sealed is a packed document that is unpacked when somebody asks for it: what is large is read with its row, and rarely looked into.
type Sealed[T any] struct {
	of     *T
	stored []byte
}

// Seal is a document that is to be stored, nil for NULL.
func Seal[T any](of *T) Sealed[T] { return Sealed[T]{of: of} }

// Value packs the document.
func (s Sealed[T]) Value() (driver.Value, error) {
	if s.of == nil && s.stored != nil {
		return s.stored, nil
	}
	return Packed[T]{s.of}.Value()
}

// Scan keeps the document as it is stored.
func (s *Sealed[T]) Scan(src any) error {
	*s = Sealed[T]{}
	stored, is := src.([]byte)
	if src != nil && !is {
		return fmt.Errorf("cannot unpack a document from %T", src)
	}
	s.stored = bytes.Clone(stored)
	return nil
}

// Open unpacks the document, nil for NULL. Who asks twice gets two.
func (s Sealed[T]) Open() (*T, error) {
	if s.of != nil || s.stored == nil {
		return s.of, nil
	}
	var packed Packed[T]
	err := packed.Scan(s.stored)
	return packed.Of, err
}
