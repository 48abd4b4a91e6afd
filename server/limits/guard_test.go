package limits

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"

	"fortnight/server/internal/wire"
)

func TestGuard(t *testing.T) {
	tests := []struct{ name, document, want string }{
		{"small", "{ hello }", ""},
		{"nothing", "", ""},
		{"syntax error is the executor's", "{", ""},
		{"unknown fragment is validation's", "{ ...a }", ""},
		{"S01 aliases at the limit", aliases(MaxAliases), ""},
		{"S01 aliases", aliases(MaxAliases + 1), "31 aliases, at most 30"},
		{"S01 101 aliases", aliases(101), "101 aliases"},
		{"S01 10 000 aliases", aliases(10_000), "bytes"},
		{"aliases behind a fragment", "{ n { ...a ...a } } fragment a on Node " + "{" + repeat(16, "x%d: depth ") + "}", "32 aliases"},
		{"S02 fields at the limit", "{ n { " + strings.Repeat("a ", MaxFields-1) + "} }", ""},
		{"S02 fields", "{ n { " + strings.Repeat("a ", MaxFields) + "} }", "501 fields, at most 500"},
		{"S02 20 000 fields", "{ n { " + strings.Repeat("a ", 20_000) + "} }", "more than 2000 tokens"},
		{"S03 directives", "{ a" + strings.Repeat(" @b", MaxDirectives+1) + "}", "31 directives"},
		{"S03 directives of the operation", "query" + strings.Repeat(" @b", MaxDirectives+1) + "{ a }", "31 directives"},
		{"S03 directives of a variable", "query($a: Int" + strings.Repeat(" @b", MaxDirectives+1) + ") { a }", "31 directives"},
		{"S03 5 000 directives", "{ a" + strings.Repeat(" @b", 5000) + "}", "more than 2000 tokens"},
		{"S04 cycle", "{ ...a } fragment a on Query { ...b } fragment b on Query { a { ...a } }", "a fragment spreads itself"},
		{"S04 cycle that is not spread", "{ a } fragment a on Query { ...a }", "a fragment spreads itself"},
		{"S05 2^25", doubling(25), "fields"},
		{"S05 2^40", doubling(40), "fields"},
		{"S06 fields", strings.Repeat("{a", 5000) + strings.Repeat("}", 5000), "nests more than 1000 levels"},
		{"S06 braces", strings.Repeat("{", 60_000), ""},
		{"S06 values", "{a(b:" + strings.Repeat("[", 60_000) + ")}", "nests more than 1000 levels"},
		{"S06 types", "query($a:" + strings.Repeat("[", 60_000) + ") {a}", "nests more than 1000 levels"},
		{"S07 tokens", "{" + strings.Repeat("a ", 30_000) + "}", "more than 2000 tokens"},
		{"S07 bytes", "{ a }" + strings.Repeat(" ", MaxBytes), "at most 65536"},
		{"S08 variables", "query(" + repeat(MaxVariables+1, "$a%d: Int ") + ") { a }", "51 variables, at most 50"},
		{"S08 operations", repeat(MaxOperations+1, "query a%d { a } "), "21 operations, at most 20"},
		{"S08 fragments", "{ a } " + repeat(MaxFragments+1, "fragment a%d on Query { a } "), "51 fragments, at most 50"},
		{"a fragment that is not spread", "{ a } fragment a on Query {" + repeat(31, "x%d: a ") + "}", "31 aliases"},
		{"S10 levels at the limit", nested(MaxDepth), ""},
		{"S10 levels", nested(MaxDepth + 1), "16 levels, at most 15"},
		{"S10 levels through a fragment", "{ a { a { ...f } } } fragment f on Node " + nested(14), "16 levels"},
		{"root fields at the limit", "{" + strings.Repeat("a ", MaxRootFields) + "}", ""},
		{"root fields", "{ ... {" + strings.Repeat("a ", 10) + "} ...f } fragment f on Query {" + strings.Repeat("a ", 11) + "}", "21 root fields"},
		{"S37 guesses at the limit", "mutation {" + repeat(10, "a%d: logIn ") + "}", ""},
		{"S37 guesses", "mutation {" + repeat(11, "a%d: logIn ") + "}", "11 root fields of a mutation, at most 10"},
		{"S13 schema", "{ __schema { types { name } } }", "introspection is off"},
		{"S13 hidden", `{ ...f } fragment f on Query { ... { a: __type(name: "A") { name } } }`, "introspection is off"},
		{"typename", "{ __typename }", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			shortest := time.Hour
			for range 3 {
				start := time.Now()
				got := refusal(t, Guard{Known: lru.New[*ast.QueryDocument](1)}, test.document)
				if (test.want == "") != (got == "") || !strings.Contains(got, test.want) {
					t.Errorf("got %q, want %q", got, test.want)
				}
				shortest = min(shortest, time.Since(start))
			}
			if shortest > time.Second { // of milliseconds
				t.Errorf("took %v", shortest)
			}
		})
	}
}

func TestGuardLetsWhatIsKnownPass(t *testing.T) {
	known := lru.New[*ast.QueryDocument](1)
	known.Add(t.Context(), nested(MaxDepth+1), &ast.QueryDocument{})
	if got := refusal(t, Guard{Known: known}, nested(MaxDepth+1)); got != "" {
		t.Errorf("got %q", got)
	}
}

func TestGuardWithIntrospection(t *testing.T) {
	guard := Guard{Known: lru.New[*ast.QueryDocument](1), Introspection: true}
	if got := refusal(t, guard, "{ __schema { types { name } } }"); got != "" {
		t.Errorf("got %q", got)
	}
}

func refusal(t *testing.T, guard Guard, document string) string {
	t.Helper()
	err := guard.Check(t.Context(), &graphql.RawParams{Query: document})
	if err == nil {
		return ""
	}
	if code := wire.Code(err); code != wire.CodeLimitExceeded && code != wire.CodeForbidden {
		t.Errorf("code %s", code)
	}
	return err.Message
}

func repeat(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

func aliases(n int) string { return "{ n {" + repeat(n, "a%d: a ") + "} }" }

func nested(levels int) string {
	return strings.Repeat("{a", levels) + strings.Repeat("}", levels)
}

// doubling returns a field in 2^n copies: fragments of which each spreads the next one twice.
func doubling(n int) string {
	document := fmt.Sprintf("{ ...f0 } fragment f%d on Query { a } ", n)
	for i := range n {
		document += fmt.Sprintf("fragment f%d on Query { ...f%d ...f%d } ", i, i+1, i+1)
	}
	return document
}
