package gemini

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
)

// PromptVersion names the instructions in prompts/. It is kept with each run and changes whenever one of them does.
const PromptVersion = "2026-11-5"

var (
	//go:embed prompts/wish.txt
	wishInstructions string
	//go:embed prompts/propose.txt
	proposeInstructions string
)

// maxDataBytes is how much may be sent with a question: a plan of 28 days with all its candidates takes some 40 KB.
const maxDataBytes = 128 << 10

// dataText puts data between the lines that the instructions speak of. JSON escapes line breaks, so nothing in the data can close it.
func dataText(data any) (string, error) {
	var text bytes.Buffer
	if err := json.NewEncoder(&text).Encode(data); err != nil {
		return "", fmt.Errorf("write the question: %w", err)
	}
	if text.Len() > maxDataBytes {
		return "", fmt.Errorf("the question has %d bytes, more than %d", text.Len(), maxDataBytes)
	}
	return "BEGIN DATA\n" + text.String() + "END DATA", nil
}
