package graphqlhttp

import (
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"fortnight/server/internal/wire"
)

// F10, F12: an answer without anything that was asked for, since the server cannot answer now, is none; one that has something is, and a change of which
// a part was done is never to be sent again by itself.
func TestF12WhatWasExecutedInVain(t *testing.T) {
	schema := gqlparser.MustLoadSchema(&ast.Source{Input: `type Query { me: Int you: Int rules: Int! } type Mutation { a: Int! b: Int! c: Int }`})
	away := func(root string, more ...ast.PathElement) *gqlerror.Error {
		err := wire.Errorf(wire.CodeUnavailable, "away")
		err.Path = append(ast.Path{ast.PathName(root)}, more...)
		return err
	}
	other := away("you")
	other.Extensions["code"] = "NOT_FOUND"
	for _, c := range []struct {
		document, data string
		errs           gqlerror.List
		want           bool
	}{
		{"{me}", `{"me":null}`, gqlerror.List{away("me")}, true},
		{"{me}", `{"me":null}`, nil, false},
		{"{me __typename}", `{"me":null,"__typename":"Query"}`, gqlerror.List{away("me")}, true},
		{"{...on Query{a:me b:you}}", `{"a":null,"b":null}`, gqlerror.List{away("a"), away("b")}, true},
		{"{me you}", `{"me":null,"you":1}`, gqlerror.List{away("me")}, false},
		{"{me you}", `{"me":null,"you":null}`, gqlerror.List{away("me"), other}, false},
		{"{rules}", `null`, gqlerror.List{away("rules", ast.PathName("below"), ast.PathIndex(2))}, true},
		{"mutation{a}", `null`, gqlerror.List{away("a")}, true},
		{"mutation{a b}", `null`, gqlerror.List{away("b")}, false},
		{"mutation{a b}", `null`, gqlerror.List{away("a"), away("b")}, true},
		{"mutation{c}", `{"c":null}`, gqlerror.List{away("c")}, true},
	} {
		document := gqlparser.MustLoadQuery(schema, c.document)
		operation := &graphql.OperationContext{Doc: document, Operation: document.Operations[0]}
		if got := nothingAvailable(operation, &graphql.Response{Data: []byte(c.data), Errors: c.errs}); got != c.want {
			t.Errorf("%s answered with %s and %v: %t", c.document, c.data, c.errs, got)
		}
	}
}
