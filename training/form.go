package training

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// FormVersion is that of the stored form of a workout's nested part. Names in it never change and fields may be added; whatever is written
// otherwise has another version, and form1.go reads the one before.
const FormVersion = 2

// MaxFormBytes is how large a stored form may be, some hundred times that of the largest workout of the library.
const MaxFormBytes = 512 << 10

// form is what is stored.
type form struct {
	Version int     `json:"version"`
	Blocks  []Block `json:"blocks"`
}

// EncodeBlocks writes the canonical form of blocks: JSON without spaces, fields in the order of the schema, what is empty left out. Equal blocks have
// equal texts.
func EncodeBlocks(blocks []Block) ([]byte, error) {
	if blocks == nil {
		blocks = []Block{}
	}
	text, err := AppendBlocks(fmt.Appendf(nil, `{"version":%d,"blocks":`, FormVersion), blocks)
	if err != nil {
		return nil, fmt.Errorf("write blocks: %w", err)
	}
	return append(text, '}'), nil
}

// DecodeBlocks reads what EncodeBlocks writes, and wrote in earlier versions.
func DecodeBlocks(text []byte) ([]Block, error) {
	if isForm1(text) {
		return decodeForm1(text)
	}
	var f form
	if err := json.Unmarshal(text, &f); err != nil {
		return nil, fmt.Errorf("read blocks: %w", err)
	}
	if f.Version != FormVersion {
		return nil, fmt.Errorf("read blocks: version %d is not known", f.Version)
	}
	return f.Blocks, nil
}

// marshal is JSON that leaves <, > and & as they are.
func marshal(value any) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(value)
	return bytes.TrimRight(out.Bytes(), "\n"), err
}

// MarshalJSON writes each step as an object that begins with its "kind".
func (s Steps) MarshalJSON() ([]byte, error) {
	w := formWriter{}
	w.steps(s)
	return w.text, w.err
}

// UnmarshalJSON reads what MarshalJSON writes; an unknown kind is an error.
func (s *Steps) UnmarshalJSON(data []byte) error {
	steps, err := decodeSteps(data, decodeStep)
	*s = steps
	return err
}
