package workouts

import (
	"database/sql/driver"
	"fmt"

	"github.com/hashicorp/golang-lru/v2"

	"fortnight/training"
)

// blocks are a workout's, in their stored form. Reading the same text again gives the same blocks: decoding is the dearest part of reading
// a workout, and a plan reads the library some forty times. Nobody changes blocks in place.
type blocks []training.Block

// decodedBlocks is how many texts are remembered: the shared library and what people add to it, of some kilobytes each.
const decodedBlocks = 4096

// decoded are blocks by the text they were read from. It is the process's, not a Memory's: the text says all.
var decoded = func() *lru.Cache[string, blocks] {
	cache, err := lru.New[string, blocks](decodedBlocks)
	if err != nil {
		panic(err) // the size is positive
	}
	return cache
}()

// Scan reads the column's text.
func (b *blocks) Scan(source any) error {
	var text string
	switch source := source.(type) {
	case string:
		text = source
	case []byte:
		text = string(source)
	default:
		return fmt.Errorf("read blocks: %T is no text", source)
	}
	if known, found := decoded.Get(text); found {
		*b = known
		return nil
	}
	read, err := training.DecodeBlocks([]byte(text))
	if err != nil {
		return err
	}
	decoded.Add(text, read)
	*b = read
	return nil
}

// Value is the text to store.
func (b blocks) Value() (driver.Value, error) {
	text, err := training.EncodeBlocks(b)
	return string(text), err
}
