package gemini

import (
	"encoding/json"
	"fmt"
	"io"

	"fortnight/planner/model"
)

// nothingAfter refuses text behind an answer, as far as it was read already.
func nothingAfter(decoder *json.Decoder) error {
	rest, err := io.ReadAll(decoder.Buffered())
	if err == nil && shorten(string(rest), 1) != "" {
		return fmt.Errorf("text follows the answer")
	}
	return err
}

func tooMuch(err error) error {
	return &model.Error{Fault: model.OverBudget, Message: "There is more to ask the language model than it takes at once.", Err: err}
}
