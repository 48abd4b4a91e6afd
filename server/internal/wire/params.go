package wire

import (
	"bytes"
	"cmp"
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
	switch {
	case !utf8.Valid(data):
		return nil, errNoUTF8
	case countValues(data) > maxValues:
		return nil, errManyValues
	}
	sent, behind, err := split(data)
	if err != nil {
		return nil, err
	}
	params, document := &graphql.RawParams{}, ""
	var wrong error
	for _, m := range []struct {
		name string
		sent json.RawMessage
		into any
	}{
		{"query", sent.query, &params.Query}, {"documentId", sent.documentID, &document}, {"operationName", sent.operationName, &params.OperationName},
		{"variables", sent.variables, &params.Variables}, {"extensions", sent.extensions, &params.Extensions},
	} {
		err := member(m.name, m.sent, m.into)
		if errors.Is(err, errNoObject) {
			return nil, err
		}
		wrong = cmp.Or(wrong, err)
	}
	if behind {
		wrong = errSomeBehind
	}
	if wrong != nil {
		return nil, wrong
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

// member reads one member of a request; null is as if it were absent. Numbers of an object keep their digits.
func member(name string, data json.RawMessage, into any) (err error) {
	if data == nil {
		return nil
	}
	if _, is := into.(*string); is {
		err = json.Unmarshal(data, into)
	} else {
		decoder := json.NewDecoder(bytes.NewReader(data))
		decoder.UseNumber()
		if err = decoder.Decode(into); decoder.InputOffset() < int64(len(data)) {
			return errNoObject
		}
	}
	if _, is := errors.AsType[*json.UnmarshalTypeError](err); is {
		return fmt.Errorf("%s must be %s", name, shapes[name])
	}
	if err != nil {
		return errNoObject
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

var (
	errNoUTF8     = errors.New("the request must be UTF-8")
	errManyValues = fmt.Errorf("the request must have at most %d values", maxValues)
)

func decode(data []byte, into any) error {
	if !utf8.Valid(data) {
		return errNoUTF8
	}
	if countValues(data) > maxValues {
		return errManyValues
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	if err := decoder.Decode(into); err != nil {
		return errNoObject
	}
	if len(bytes.TrimLeft(data[decoder.InputOffset():], " \t\r\n")) > 0 {
		return errSomeBehind
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
