package wire

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
)

// request is a GraphQL request with each member absent, null or of its one type. Members with other names are ignored.
type request struct {
	Query         *string        `json:"query"`
	OperationName *string        `json:"operationName"`
	Variables     map[string]any `json:"variables"`
	Extensions    map[string]any `json:"extensions"`
}

// shapes says what each member must be, for the one who sent something else.
var shapes = map[string]string{
	"query": "a string", "operationName": "a string or null", "variables": "an object or null", "extensions": "an object or null",
}

// DecodeParams reads one request, {"query", "operationName", "variables", "extensions"}; numbers keep their digits. Its errors name the
// member and what it must be, and never repeat the input.
func DecodeParams(data []byte) (*graphql.RawParams, error) {
	if trimmed := bytes.TrimLeft(data, " \t\r\n"); len(trimmed) > 0 && trimmed[0] == '[' {
		return nil, errors.New("a batch is not accepted: send one operation in each request")
	}
	var in request
	if err := decode(data, &in); err != nil {
		return nil, err
	}
	params := &graphql.RawParams{Variables: in.Variables, Extensions: in.Extensions}
	if in.Query != nil {
		params.Query = *in.Query
	}
	if in.OperationName != nil {
		params.OperationName = *in.OperationName
	}
	return params, CheckParams(params)
}

// CheckParams refuses a request that has neither a document nor the hash of one.
func CheckParams(params *graphql.RawParams) error {
	if params.Query == "" && params.Extensions["persistedQuery"] == nil {
		return errors.New("query must be a non-empty string")
	}
	return nil
}

// DecodeObject reads one JSON object, or null as nil. The name of what is read stands in its errors.
func DecodeObject(name string, data []byte) (map[string]any, error) {
	var object map[string]any
	if err := decode(data, &object); err != nil {
		return nil, fmt.Errorf("%s must be a JSON object of at most %d values", name, maxValues)
	}
	return object, nil
}

// maxValues is how many members and items one request may have: in memory each takes a hundred bytes, sent two. A file to import
// is one text.
const maxValues = 20_000

func decode(data []byte, into any) error {
	if !utf8.Valid(data) {
		return errors.New("the request must be UTF-8")
	}
	if countValues(data) > maxValues {
		return fmt.Errorf("the request must have at most %d values", maxValues)
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	if err := decoder.Decode(into); err != nil {
		return explain(err)
	}
	if len(bytes.TrimLeft(data[decoder.InputOffset():], " \t\r\n")) > 0 {
		return errors.New("the request must be one JSON object, with nothing after it")
	}
	return nil
}

// countValues returns how many members and items there are in JSON, one more for each object and array.
func countValues(data []byte) int {
	n, quoted := 0, false
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case c == '"':
			quoted = !quoted
		case quoted && c == '\\':
			i++
		case !quoted && (c == ',' || c == '[' || c == '{'):
			n++
		}
	}
	return n
}

func explain(err error) error {
	if mismatch, ok := errors.AsType[*json.UnmarshalTypeError](err); ok && shapes[mismatch.Field] != "" {
		return fmt.Errorf("%s must be %s", mismatch.Field, shapes[mismatch.Field])
	}
	return errors.New("the request must be a JSON object")
}
