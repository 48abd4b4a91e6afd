package api_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

// loadSchema reads the contract.
func loadSchema(t testing.TB) *ast.Schema {
	t.Helper()
	name := filepath.Join("..", "..", "schema.graphqls")
	text, err := os.ReadFile(name)
	must(t, err)
	return gqlparser.MustLoadSchema(&ast.Source{Name: name, Input: string(text)})
}

func TestEverythingIsDescribed(t *testing.T) {
	schema, count := loadSchema(t), 0
	describe := func(name, description string) {
		if count++; description == "" {
			t.Errorf("%s has no description", name)
		}
	}
	for name, d := range schema.Types {
		if d.BuiltIn {
			continue
		}
		describe(name, d.Description)
		for _, f := range ownFields(d) {
			describe(name+"."+f.Name, f.Description)
			for _, a := range f.Arguments {
				describe(name+"."+f.Name+"."+a.Name, a.Description)
			}
		}
		for _, v := range d.EnumValues {
			describe(name+"."+v.Name, v.Description)
		}
	}
	describe("@authenticated", schema.Directives["authenticated"].Description)
	if count < 700 {
		t.Errorf("only %d things were looked at", count)
	}
}

// ownFields are a type's fields without those of introspection.
func ownFields(d *ast.Definition) ast.FieldList {
	var own ast.FieldList
	for _, f := range d.Fields {
		if len(f.Name) < 2 || f.Name[:2] != "__" {
			own = append(own, f)
		}
	}
	return own
}

// Who may do without a token is written down here a second time: a new field that forgets @authenticated is seen.
func TestS85FieldsAskForAToken(t *testing.T) {
	schema := loadSchema(t)
	open := map[string]bool{"me": true, "signUp": true, "logIn": true, "refreshTokens": true, "logOut": true}
	for _, root := range []*ast.Definition{schema.Query, schema.Mutation, schema.Subscription} {
		for _, f := range ownFields(root) {
			if authenticated := f.Directives.ForName("authenticated") != nil; authenticated == open[f.Name] {
				t.Errorf("%s.%s: @authenticated is %v", root.Name, f.Name, authenticated)
			}
		}
	}
}

func TestS13ProductionRefusesIntrospection(t *testing.T) {
	t.Parallel()
	const whole, one = `{ __schema { types { name } } }`, `{ __type(name: "User") { fields { name } } }`
	w := newWorld(t, bare, func(w *world) { w.production = true })
	c := &client{url: w.url}
	for _, document := range []string{whole, one, `{ me { id } hidden: __schema { queryType { name } } }`} {
		if a := c.answer(t, document, nil); len(a.Errors) == 0 || len(a.Data) > 0 && string(a.Data) != "null" {
			t.Errorf("%s: %s", document, a.body)
		}
	}
	t.Run("S14 and makes no suggestions", func(t *testing.T) {
		a := c.answer(t, `{ mee { id } }`, nil)
		if len(a.Errors) != 1 || a.Errors[0].Message != `Cannot query field "mee" on type "Query".` {
			t.Error(a.body)
		}
	})
	var data struct {
		Schema struct{ Types []struct{ Name string } } `json:"__schema"`
	}
	(&client{url: newWorld(t, bare).url}).ask(t, whole, nil, &data)
	if len(data.Schema.Types) < 100 {
		t.Errorf("development tells of %d types", len(data.Schema.Types))
	}
}
