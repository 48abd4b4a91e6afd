package workouts

import (
	"database/sql/driver"
	"fmt"

	"fortnight/training"
)

// blocks are a workout's, in their stored form. Nobody changes blocks in place.
type blocks []training.Block

// Scan reads the column's text.
func (b *blocks) Scan(source any) error {
	var text []byte
	switch source := source.(type) {
	case string:
		text = []byte(source)
	case []byte:
		text = source
	default:
		return fmt.Errorf("read blocks: %T is no text", source)
	}
	read, err := training.DecodeBlocks(text)
	*b = read
	return err
}

// Value is the text to store.
func (b blocks) Value() (driver.Value, error) {
	text, err := training.EncodeBlocks(b)
	return string(text), err
}
