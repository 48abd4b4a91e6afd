package server

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// request is one that is refused before anything of it runs.
type request struct{ document, variables, code, says string }

var refusedInputs = []request{
	{`mutation { touch b: touch @include(if: true) c: logIn(name: 5) { accessToken } }`, `{}`, "GRAPHQL_VALIDATION_FAILED", "name: 5 is not a string"},
	{`mutation($n: String!) { touch logIn(name: $n) { accessToken } }`, `{"n": 5}`, "BAD_USER_INPUT", "name: 5 is not a string"},
	{`query($c: Color!) { color(is: $c) }`, `{"c": "crimson"}`, "BAD_USER_INPUT", "did you mean CRIMSON?"},
	{`{ color(is: crimson) }`, `{}`, "GRAPHQL_VALIDATION_FAILED", "did you mean CRIMSON?"},
	{`query($f: Filter) { filtered(by: $f) }`, `{"f": {"not": {"color": "red"}}}`, "BAD_USER_INPUT", "by.not.color: "},
	{`query($n: Int) { items(first: $n) { id } }`, `{"n": 3000000000}`, "BAD_USER_INPUT", "3000000000 is not a whole number"},
	{`query($n: Int) { items(first: $n) { id } }`, `{"n": "250"}`, "BAD_USER_INPUT", "is not a whole number"},
	{`query($n: Int!) { slow(milliseconds: $n) }`, `{}`, "BAD_USER_INPUT", "must be given as the variable $n"},
	{`query($n: Int = 1) { slow(milliseconds: $n) }`, `{"n": null}`, "BAD_USER_INPUT", "must not be null"},
	{`subscription($n: Int!) { ticks(count: $n) }`, `{"n": 1.5}`, "BAD_USER_INPUT", "1.5 is not a whole number"},
	{`subscription { ticks(count: "1") }`, `{}`, "GRAPHQL_VALIDATION_FAILED", "is not a whole number"},
	{`subscription { silence ticks(count: 1) }`, `{}`, "GRAPHQL_VALIDATION_FAILED", "has one root field"},
	{`subscription { a: silence b: silence }`, `{}`, "GRAPHQL_VALIDATION_FAILED", "has one root field"},
	{`subscription { silence @skip(if: true) }`, `{}`, "GRAPHQL_VALIDATION_FAILED", "@skip and @include"},
	{`subscription($x: Boolean!) { ...f } fragment f on Subscription { silence @include(if: $x) }`, `{"x": false}`, "GRAPHQL_VALIDATION_FAILED", "@skip and @include"},
	{`subscription { __typename }`, `{}`, "GRAPHQL_VALIDATION_FAILED", "__typename must not be"},
	{`query a { hello } query b { hello }`, `{}`, "GRAPHQL_VALIDATION_FAILED", "operationName must say which"},
}

// 12 §4: on every transport, whole, and before anything is done.
func TestWhatIsRefusedHasNotRun(t *testing.T) {
	w := start(t, nil)
	for _, r := range refusedInputs {
		body := `{"query":"` + strings.NewReplacer(`"`, `\"`).Replace(r.document) + `","variables":` + r.variables + `}`
		for name, answer := range map[string]func() (int, int, string){ // what is answered, what should be, and the body
			"POST": func() (int, int, string) {
				response, body := w.do("POST", "/graphql", body, "Content-Type", "application/json", "Accept", "application/graphql-response+json")
				return response.StatusCode, 400, body
			},
			"POST as JSON": func() (int, int, string) {
				response, body := w.do("POST", "/graphql", body, "Content-Type", "application/json", "Accept", "application/json")
				return response.StatusCode, 200, body
			},
			"GET": func() (int, int, string) {
				query := url.Values{"query": {r.document}, "variables": {r.variables}}
				response, body := w.do("GET", "/graphql?"+query.Encode(), "", "Accept", "application/graphql-response+json")
				return response.StatusCode, 400, body
			},
			"SSE": func() (int, int, string) {
				response, body := w.do("POST", "/graphql", body, "Content-Type", "application/json", "Accept", "text/event-stream")
				if !strings.HasSuffix(body, "event: complete\ndata: \n\n") || strings.Count(body, "event: next") != 1 {
					t.Errorf("SSE %s: %s", r.document, body)
				}
				return response.StatusCode, 200, body
			},
			"WebSocket": func() (int, int, string) {
				got, err := w.talk(nil, 2, `{"type":"connection_init"}`, `{"type":"subscribe","id":"1","payload":`+body+`}`)
				if err != nil || !strings.HasPrefix(got[1], `{"type":"error","id":"1","payload":[`) {
					t.Errorf("WebSocket %s: %v %v", r.document, got, err)
				}
				return 0, 0, strings.Join(got, "")
			},
		} {
			status, want, body := answer()
			if status != want || !strings.Contains(body, r.code) || !strings.Contains(body, r.says) || strings.Contains(body, `"data":`) {
				t.Errorf("%s %s with %s: %d %s; want %s, %s", name, r.document, r.variables, status, body, r.code, r.says)
			}
		}
	}
	if n, open := w.resolver.Touches.Load()+w.resolver.LogIns.Load(), w.resolver.Open.Load(); n+open != 0 {
		t.Errorf("%d acts were done, %d streams are open", n, open)
	}
}

// What is right in each of these ways is still done.
func TestWhatIsRightRuns(t *testing.T) {
	w := start(t, nil)
	for _, r := range []struct{ document, variables, want string }{
		{`query($c: Color!) { color(is: $c) }`, `{"c": "CRIMSON"}`, `{"data":{"color":"CRIMSON"}}`},
		{`query($n: Int = 2) { items(first: $n) { id } }`, `{}`, `{"data":{"items":[{"id":"0"},{"id":"1"}]}}`},
		{`query($f: Filter) { filtered(by: $f) }`, `{"f": null}`, `{"data":{"filtered":false}}`},
		{`query a { hello } query b { viewer }`, `null,"operationName":"a"`, `{"data":{"hello":"world"}}`},
		{`mutation { touch b: touch }`, `{"unknown": 5}`, `{"data":{"touch":1,"b":2}}`},
	} {
		body := `{"query":"` + r.document + `","variables":` + r.variables + `}`
		if response, got := w.do("POST", "/graphql", body, "Content-Type", "application/json"); response.StatusCode != http.StatusOK || got != r.want {
			t.Errorf("%s: %d %s", r.document, response.StatusCode, got)
		}
	}
}
