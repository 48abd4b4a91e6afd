package wire

import (
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

func TestDecodeParams(t *testing.T) {
	deep := strings.Repeat(`{"a":`, 100_000) + "1" + strings.Repeat("}", 100_000)
	tests := []struct{ name, body, wantErr string }{
		{"query only", `{"query":"{hello}"}`, ""},
		{"nulls", `{"query":"{hello}","operationName":null,"variables":null,"extensions":null}`, ""},
		{"unknown member", `{"query":"{hello}","id":7}`, ""},
		{"members of other spellings", `{"query":"{hello}","Query":"{a}","QUERY":7,"Variables":[]}`, ""}, // 12 §4
		{"persisted", `{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}`, ""},
		{"lone surrogate", `{"query":"{hello}","variables":{"a":"\ud800"}}`, ""},
		{"no query", `{}`, "query must be a non-empty string"},
		{"query of a wrong type", `{"query":{}}`, "query must be a string"},
		{"operation name of a wrong type", `{"query":"{a}","operationName":1}`, "operationName must be a string or null"},
		{"variables of a wrong type", `{"query":"{a}","variables":[1]}`, "variables must be an object or null"},
		{"extensions of a wrong type", `{"query":"{a}","extensions":"e"}`, "extensions must be an object or null"},
		{"batch", ` [{"query":"{a}"}]`, "a batch is not accepted: send one operation in each request"},
		{"string", `"query"`, "the request must be a JSON object"},
		{"number", `7`, "the request must be a JSON object"},
		{"nothing", ``, "the request must be a JSON object"},
		{"cut", `{"query":"{hel`, "the request must be a JSON object"},
		{"two", `{"query":"{a}"}{"query":"{b}"}`, "the request must be one JSON object, with nothing after it"},
		{"not UTF-8", "{\"query\":\"{a}\xff\"}", "the request must be UTF-8"},
		{"null", `null`, "query must be a non-empty string"},
		{"deep variables", `{"query":"{a}","variables":` + deep + `}`, "the request must have at most 20000 values"},
		{"fairly deep variables", `{"query":"{a}","variables":` + strings.Repeat(`{"a":`, 15_000) + "1" + strings.Repeat("}", 15_001), "the request must be a JSON object"},
		{"many values", `{"query":"{a}","variables":{"a":[` + strings.Repeat("1,", 20_000) + `1]}}`, "the request must have at most 20000 values"},
		{"commas in a text", `{"query":"{hello}","variables":{"a":"\"[{` + strings.Repeat(",", 50_000) + `"}}`, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			params, err := DecodeParams([]byte(test.body))
			if got := message(err); got != test.wantErr {
				t.Fatalf("error %q, want %q", got, test.wantErr)
			}
			if err == nil && params.Query != "{hello}" && params.Extensions["persistedQuery"] == nil {
				t.Errorf("query %q", params.Query)
			}
		})
	}
}

func TestDecodeParamsKeepsDigits(t *testing.T) {
	params, err := DecodeParams([]byte(`{"query":"{a}","variables":{"n":9007199254740993}}`))
	if err != nil {
		t.Fatal(err)
	}
	if n, ok := params.Variables["n"].(interface{ String() string }); !ok || n.String() != "9007199254740993" {
		t.Errorf("n is %v", params.Variables["n"])
	}
}

// 12 §4: a member that is sent twice is the last one, whole, not both put together.
func TestDecodeParamsTakesTheLastMember(t *testing.T) {
	params, err := DecodeParams([]byte(`{"query":"{b}","query":"{a}","variables":{"n":1},"variables":{"m":2}}`))
	if err != nil || params.Query != "{a}" || len(params.Variables) != 1 || params.Variables["m"] == nil {
		t.Errorf("%+v, %v", params, err)
	}
}

func TestAppendResponse(t *testing.T) {
	fault := gqlerror.List{Errorf(CodeLimitExceeded, "too deep")}
	const faultJSON = `"errors":[{"message":"too deep","extensions":{"code":"LIMIT_EXCEEDED"}}]`
	tests := []struct {
		name string
		in   graphql.Response
		want string
	}{
		{"data", graphql.Response{Data: []byte(`{"a":1}`)}, `{"data":{"a":1}}`},
		{"request error has no data", graphql.Response{Errors: fault}, `{` + faultJSON + `}`},
		{"executed to null", graphql.Response{Errors: fault, Data: []byte("null")}, `{` + faultJSON + `,"data":null}`},
		{"extensions", graphql.Response{Data: []byte("{}"), Extensions: map[string]any{"a": 1}}, `{"data":{},"extensions":{"a":1}}`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := string(AppendResponse(nil, &test.in)); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func message(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}
