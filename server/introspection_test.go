package server

import (
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

// Introspection has a price, by how much of the schema is asked for: under fragments and aliases, of all types and of one.
func TestIntrospectionHasAPrice(t *testing.T) {
	schema := gqlparser.MustLoadSchema(&ast.Source{Input: `
		type Query { items(first: Int, of: [String!]): [Item!]! some: Kind other(in: Wanted): Int } type Item { id: ID! name: String } enum Kind { A B C D } input Wanted { a: Int b: Int }`})
	p := newPrices(&listing{schema: schema})
	types := len(schema.Types)
	cost := func(text string) int {
		document, errs := gqlparser.LoadQuery(schema, text)
		if errs != nil {
			t.Fatal(text, errs)
		}
		points, _ := p.of(t.Context(), &graphql.OperationContext{Operation: document.Operations[0], Variables: map[string]any{}})
		return points
	}
	names := introspectedCost + types*(introspectedCost+1)
	for text, want := range map[string]int{
		`{ __schema { types { name } } }`:                                             names,
		`{ ...all } fragment all on Query { a: __schema { ... { types { name } } } }`: names,
		`{ a: __schema { types { name } } b: __schema { types { name } } }`:           2 * names,
		`{ __schema { queryType { name } } }`:                                         2*introspectedCost + 1,
	} {
		if got := cost(text); got != want {
			t.Errorf("%s costs %d, want %d", text, got, want)
		}
	}
	one, two := cost(`{ __type(name: "Query") { fields { name } } }`), cost(`{ __type(name: "Query") { fields { name type { name } } } }`)
	if one < 3*(introspectedCost+1) || two <= one {
		t.Errorf("fields of a type cost %d, with their types %d", one, two)
	}
}
