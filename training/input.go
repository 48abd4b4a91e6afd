package training

import "strings"

// InputError is a refusal of bad input: every fault found, each with the path of its field and what is allowed there.
type InputError struct{ Fields []FieldError }

// FieldError is one fault. Path is as the client wrote it: "blocks[2].steps[0].start".
type FieldError struct {
	Path    string `json:"path"`
	Message string `json:"message"`
}

// Error joins all faults.
func (e *InputError) Error() string {
	parts := make([]string, len(e.Fields))
	for i, f := range e.Fields {
		parts[i] = f.Path + ": " + f.Message
	}
	return strings.Join(parts, "; ")
}

// Add notes one fault.
func (e *InputError) Add(path, message string) {
	e.Fields = append(e.Fields, FieldError{Path: path, Message: message})
}

// Err is the error itself, or nil where no fault was noted.
func (e *InputError) Err() error {
	if len(e.Fields) == 0 {
		return nil
	}
	return e
}
