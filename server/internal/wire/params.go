package wire

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
)

// shapes says what each member must be, for the one who sent something else.
var shapes = map[string]string{
	"query": "a string", "documentId": "a string or null", "operationName": "a string or null", "variables": "an object or null",
	"extensions": "an object or null",
}

// DecodeParams reads one request, {"query", "documentId", "operationName", "variables", "extensions"}, each absent, null or of its one type; numbers keep
// their digits. Members with other names, "Query" too, are ignored, and of two with one name the last holds. Its errors name the member and
// what it must be, and never repeat the input.
func DecodeParams(data []byte) (*graphql.RawParams, error) {
	if trimmed := bytes.TrimLeft(data, " \t\r\n"); len(trimmed) > 0 && trimmed[0] == '[' {
		return nil, errors.New("a batch is not accepted: send one operation in each request")
	}
	var members map[string]json.RawMessage // a struct would take "Query" for "query", and put two variables together
	if err := decode(data, &members); err != nil {
		return nil, err
	}
	params, document := &graphql.RawParams{}, ""
	for _, m := range []struct {
		name string
		into any
	}{
		{"query", &params.Query}, {"documentId", &document}, {"operationName", &params.OperationName}, {"variables", &params.Variables}, {"extensions", &params.Extensions},
	} {
		if err := member(m.name, members[m.name], m.into); err != nil {
			return nil, err
		}
	}
	if err := NameDocument(params, document); err != nil {
		return nil, err
	}
	return params, CheckParams(params)
}

// NameDocument has a request ask for a document by a name, "" for none, as if it were that of a persisted query. Names may begin with the digest's,
// "sha256:", as the GraphQL over HTTP specification has them.
func NameDocument(params *graphql.RawParams, name string) error {
	if name == "" {
		return nil
	}
	if params.Extensions["persistedQuery"] != nil {
		return errors.New("documentId and extensions.persistedQuery both name a document")
	}
	if params.Extensions == nil {
		params.Extensions = map[string]any{}
	}
	params.Extensions["persistedQuery"] = map[string]any{"version": 1, "sha256Hash": strings.TrimPrefix(name, "sha256:")}
	return nil
}

// DocumentName is how a request names its document, "" where it does not.
func DocumentName(params *graphql.RawParams) string {
	extension, _ := params.Extensions["persistedQuery"].(map[string]any)
	name, _ := extension["sha256Hash"].(string)
	return name
}

// member reads one member of a request; null is as if it were absent.
func member(name string, data json.RawMessage, into any) error {
	if len(data) == 0 {
		return nil
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	if decoder.Decode(into) != nil { // it is JSON, and of another type
		return fmt.Errorf("%s must be %s", name, shapes[name])
	}
	return nil
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
		return errors.New("the request must be a JSON object")
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
