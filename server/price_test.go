package server

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"fortnight/server/internal/wire"
	"fortnight/server/limits"
)

// listing is a schema whose list costs what is asked for of it, and which counts how often somebody asked.
type listing struct {
	graphql.ExecutableSchema

	schema *ast.Schema
	asked  int
}

func (l *listing) Schema() *ast.Schema { return l.schema }

func (l *listing) Complexity(_ context.Context, _, field string, below int, args map[string]any) (int, bool) {
	l.asked++
	if field != "items" {
		return 0, false
	}
	n, _ := args["first"].(int64)
	if n == 0 {
		n = 3
	}
	return 1 + int(n)*below, true
}

// A price is worked out once for each set of variables, and is never that of others.
func TestPricesAreRemembered(t *testing.T) {
	schema := gqlparser.MustLoadSchema(&ast.Source{Input: `type Query { items(first: Int, of: [String!], name: String, some: Boolean): [Item!]! } type Item { id: ID! }`})
	l := &listing{schema: schema}
	p := newPrices(l)
	document, err := gqlparser.LoadQuery(schema, `query A($n: Int, $of: [String!], $name: String, $some: Boolean) { items(first: $n, of: $of, name: $name, some: $some) { id } }
		query B($n: Int) { items(first: $n) { id } again: items(first: $n) { id } }`)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		operation string
		variables map[string]any
		cost      int
		again     bool // it is not worked out again
	}{
		{"A", nil, 4, true},
		{"A", map[string]any{"n": int64(10)}, 11, true},
		{"A", map[string]any{"n": int64(1000)}, 1001, true},
		{"A", map[string]any{"n": nil}, 4, true},
		{"A", map[string]any{"n": int64(0)}, 4, true},
		{"A", map[string]any{"name": "10"}, 4, true},
		{"A", map[string]any{"name": "a", "some": true, "n": int64(2)}, 3, true},
		{"A", map[string]any{"name": strings.Repeat("x", maxPricedBy), "n": int64(20)}, 21, false},
		{"A", map[string]any{"of": []any{"a"}, "n": int64(30)}, 31, false},
		{"B", map[string]any{"n": int64(10)}, 22, true},
	} {
		operation := &graphql.OperationContext{Operation: document.Operations.ForName(c.operation), Variables: c.variables}
		for n := range 3 {
			before := l.asked
			cost, err := p.of(t.Context(), operation)
			if err != nil || cost != c.cost {
				t.Errorf("%s with %v costs %d, %v; want %d", c.operation, c.variables, cost, err, c.cost)
			}
			if again := l.asked == before; n > 0 && again != c.again {
				t.Errorf("%s with %v is remembered: %v, want %v", c.operation, c.variables, again, c.again)
			}
		}
	}
	dear := &graphql.OperationContext{Operation: document.Operations.ForName("B"), Variables: map[string]any{"n": int64(maxCost)}}
	for range 2 {
		if _, err := p.of(t.Context(), dear); err == nil || !strings.Contains(err.Error(), "points, and one may cost") {
			t.Errorf("what costs too much is let pass: %v", err)
		}
	}
	kinds := map[string]bool{}
	for _, value := range []any{nil, true, false, "true", "null", "1", "1.5", json.Number("1.50"), int64(1), 1.5, "absent"} {
		text, plain := variablesText(&graphql.OperationContext{Operation: document.Operations.ForName("B"), Variables: map[string]any{"n": value}})
		if !plain || kinds[text] {
			t.Errorf("%v is told as %q, which is another's too, or not plain", value, text)
		}
		kinds[text] = true
	}
}

// S33, S34: a document that is not known is paid for by its length, by whoever asks, and one that is refused each time: it is read and judged again. What
// is told of it is what was taken.
func TestS33S34WhatIsReadAndJudgedIsPaidFor(t *testing.T) {
	now := time.Unix(1_800_000_000, 0)
	w := start(t, func(c *Config) { // the clock stands: nothing comes back
		named(c)
		c.Now = func() time.Time { return now }
	})
	long := strings.Repeat(" ", 100*bytesOfPoint)
	hash := func(text string) string {
		return fmt.Sprintf(`{"cost":true,"persistedQuery":{"version":1,"sha256Hash":"%x"}}`, sha256.Sum256([]byte(text)))
	}
	unknown, valid := "{nope"+long+"}", "{hello"+long+"}"
	for who, headers := range map[string][]string{"account ann": {"Authorization", "Bearer ann"}, "address 127.0.0.1": nil} {
		p := party{network: "127.0.0.1"}
		if headers != nil {
			p = party{account: "ann"}
		}
		budget := w.server.budgets.of(p)
		for n, c := range []struct {
			text, extensions string
			code             string
			read             int // points
		}{
			{"{nope}", `{"cost":true}`, errcode.ValidationFailed, 0},
			{unknown, `{"cost":true}`, errcode.ValidationFailed, 100},
			{unknown, `{"cost":true}`, errcode.ValidationFailed, 100},
			{"{" + long, `{"cost":true}`, errcode.ParseFailed, 100},
			{"{" + strings.Repeat("a:hello ", 2*bytesOfPoint) + long + "}", `{"cost":true}`, wire.CodeLimitExceeded, 116},
			{unknown, hash(unknown), errcode.ValidationFailed, 100},
			{"", hash(unknown), errcode.ValidationFailed, 100}, // kept under its hash, and never judged well
			{strings.Repeat(" ", limits.MaxBytes+1), `{"cost":true}`, wire.CodeLimitExceeded, 0},
			{valid + who, `{"cost":true}`, errcode.ParseFailed, 101},
			{valid + "#" + who, `{"cost":true}`, "", 101},
			{valid + "#" + who, `{"cost":true}`, "", 0}, // it is known now
		} {
			before := budget.Left(p.key())
			query, _ := json.Marshal(c.text) // a text always can be
			sent := fmt.Sprintf(`{"query":%s,"extensions":%s}`, query, c.extensions)
			_, body := w.raw(sent, headers...)
			var answer struct {
				Errors     []struct{ Extensions struct{ Code string } }
				Extensions struct{ Cost told }
			}
			if err := json.Unmarshal([]byte(body), &answer); err != nil {
				t.Fatal(err)
			}
			code := ""
			if len(answer.Errors) > 0 {
				code = answer.Errors[0].Extensions.Code
			}
			least, cost, taken := requestCost+c.read+len(sent)/sentBytesOfPoint, answer.Extensions.Cost, before-budget.Left(p.key())
			if most := least + cost.Document; code != c.code || taken < least || taken > most || cost.Taken != taken || cost.Remaining != before-taken {
				t.Errorf("%s, %d: %q took %d of %d points, want %d to %d and %q, and told %+v", who, n, code, taken, before, least, most, c.code, cost)
			}
		}
		budget.Charge(p.key(), budget.Left(p.key())-requestCost-2*len(unknown)/sentBytesOfPoint-50)
		if status, body := w.ask(unknown, headers...); status != http.StatusTooManyRequests || !strings.Contains(body, "retryAfterSeconds") {
			t.Errorf("%s has nothing left to have it read for: %d %s", who, status, body)
		}
	}
}

// S33, S34: what is sent is paid for by its length as it comes, whoever sends it and whether anything comes of it or not: large values, values that nobody
// asks for, blanks, what is no JSON, parameters in a URL and messages of sockets. Where nothing is left it is refused before it is read to its end.
func TestS33S34WhatIsSentIsPaidFor(t *testing.T) {
	now := time.Unix(1_800_000_000, 0)
	w := start(t, func(c *Config) { // the clock stands: nothing comes back
		named(c)
		c.Now = func() time.Time { return now }
	})
	const many = 600 << 10
	var ann party
	for who, headers := range map[string][]string{"account ann": {"Authorization", "Bearer ann"}, "address 127.0.0.1": nil} {
		p := party{network: "127.0.0.1"}
		if headers != nil {
			p = party{account: "ann"}
			ann = p
		}
		budget := w.server.budgets.of(p)
		took := func(what string, bytes int, status int, response *http.Response, body string, before int) {
			t.Helper()
			least := bytes / sentBytesOfPoint
			if taken := before - budget.Left(p.key()); response.StatusCode != status || taken < least || taken > least+2*requestCost {
				t.Errorf("%s, %s: %d bytes took %d points, want %d, and are answered %d %.200s", who, what, bytes, taken, least, response.StatusCode, body)
			}
		}
		for what, body := range map[string]string{
			"a text":                   `{"query":"query($v:String){hello}","variables":{"v":"` + strings.Repeat("a", many) + `"}}`,
			"numbers":                  `{"query":"{hello}","variables":{"v":[1` + strings.Repeat(",1", 9000) + `]}}`,
			"what nobody asks for":     `{"query":"{hello}","else":"` + strings.Repeat("a", many) + `"}`,
			"blanks":                   `{"query":"{hello}"` + strings.Repeat(" ", many) + `}`,
			"extensions":               `{"query":"{hello}","extensions":{"else":"` + strings.Repeat("a", many) + `"}}`,
			"not JSON":                 `{"query":"{hello}","variables":` + strings.Repeat("[", many),
			"more values than it may":  `{"query":"{hello}","variables":{"v":[1` + strings.Repeat(",1", many/2) + `]}}`,
			"no object as variables":   `{"query":"{hello}","variables":"` + strings.Repeat("a", many) + `"}`,
			"a batch":                  `[` + strings.Repeat(" ", many) + `]`,
			"a small one is as before": `{"query":"{hello}"}`,
		} {
			status := http.StatusOK
			if strings.HasPrefix(what, "no") || strings.HasPrefix(what, "more") || what == "a batch" {
				status = http.StatusBadRequest
			}
			before := budget.Left(p.key())
			response, answer := w.do("POST", "/graphql", body, append([]string{"Content-Type", "application/json"}, headers...)...)
			took(what, len(body), status, response, answer, before)
		}
		query := "query=%7Bhello%7D&variables=" + url.QueryEscape(`{"v":"`+strings.Repeat("a", 8000)+`"}`)
		before := budget.Left(p.key())
		response, answer := w.do("GET", "/graphql?"+query, "", headers...)
		took("a URL", len(query), http.StatusOK, response, answer, before)

		budget.Charge(p.key(), budget.Left(p.key())-100)
		response, answer = w.do("POST", "/graphql", `{"query":"{hello}"`+strings.Repeat(" ", many)+`}`, append([]string{"Content-Type", "application/json"}, headers...)...)
		if response.StatusCode != http.StatusTooManyRequests || response.Header.Get("Retry-After") == "" || !strings.Contains(answer, wire.CodeRateLimited) {
			t.Errorf("%s has nothing left, and is answered %d %s", who, response.StatusCode, answer)
		}
		if left := budget.Left(p.key()); left < 0 {
			t.Errorf("%s owes %d points for what was not read", who, -left)
		}
	}
	w.server.budgets.accounts.Refund(ann.key(), accountBudget)
	for what, message := range map[string]string{
		"a ping":      `{"type":"ping","payload":{"a":"` + strings.Repeat("a", 60<<10) + `"}}`,
		"a subscribe": `{"id":"1","type":"subscribe","payload":{"query":"{hello}","variables":{"a":"` + strings.Repeat("a", 60<<10) + `"}}}`,
	} {
		before := w.server.budgets.accounts.Left(ann.key())
		answers, err := w.talk(nil, 2, `{"type":"connection_init","payload":{"Authorization":"Bearer ann"}}`, message)
		least := len(message) / sentBytesOfPoint
		if taken := before - w.server.budgets.accounts.Left(ann.key()); err != nil || taken < least || taken > least+2*requestCost {
			t.Errorf("%s took %d points, want %d: %v %v", what, taken, least, answers, err)
		}
	}
}
