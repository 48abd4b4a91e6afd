package neural

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
)

// maxHeaderBytes bounds the description of a model's tensors: some hundred of them take 12 kB.
const maxHeaderBytes = 1 << 20

// tensor is where in a file the numbers of one are.
type tensor struct {
	Type    string   `json:"dtype"`
	Shape   []int64  `json:"shape"`
	Offsets [2]int64 `json:"data_offsets"` // from the end of the header; readTensors makes them count from the beginning of the file
}

// readTensors reads where the tensors of a safetensors file are. It fails where one lies outside the file.
func readTensors(path string) (map[string]tensor, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	tensors, err := parseTensors(file, info.Size())
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	return tensors, nil
}

func parseTensors(file io.Reader, size int64) (map[string]tensor, error) {
	var length uint64
	if err := binary.Read(file, binary.LittleEndian, &length); err != nil {
		return nil, err
	}
	if length > maxHeaderBytes {
		return nil, fmt.Errorf("the header has %d bytes, allowed are %d", length, maxHeaderBytes)
	}
	tensors := map[string]tensor{}
	if err := json.NewDecoder(io.LimitReader(file, int64(length))).Decode(&tensors); err != nil {
		return nil, fmt.Errorf("the header: %w", err)
	}
	delete(tensors, "__metadata__")
	start := 8 + int64(length)
	for name, t := range tensors {
		t.Offsets = [2]int64{start + t.Offsets[0], start + t.Offsets[1]}
		if t.Offsets[0] < start || t.Offsets[1] < t.Offsets[0] || t.Offsets[1] > size {
			return nil, fmt.Errorf("tensor %s is not within the file", name)
		}
		tensors[name] = t
	}
	return tensors, nil
}

// check tells whether it holds 32-bit floating-point numbers in this shape.
func (t tensor) check(shape ...int64) error {
	count := int64(1)
	for _, n := range shape {
		count *= n
	}
	if t.Type != "F32" || !slices.Equal(t.Shape, shape) || t.Offsets[1]-t.Offsets[0] != 4*count {
		return fmt.Errorf("is %s %v in %d bytes, want F32 %v", t.Type, t.Shape, t.Offsets[1]-t.Offsets[0], shape)
	}
	return nil
}
