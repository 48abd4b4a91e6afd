package server

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
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
		if _, err := p.of(t.Context(), dear); err == nil || !strings.Contains(err.Error(), "exceeds the limit") {
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
