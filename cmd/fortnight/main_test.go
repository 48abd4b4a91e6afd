package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

func TestCommands(t *testing.T) {
	for _, test := range []struct {
		args    []string
		setting string
		refused string
	}{
		{nil, "", "one command is needed"},
		{[]string{"serve", "now"}, "", "one command is needed"},
		{[]string{"plan"}, "", `"plan" is no command`},
		{[]string{"serve"}, "FORTNIGHT_ENV=test", "FORTNIGHT_ENV"},
		{[]string{"demo"}, "FORTNIGHT_ADDR=127.0.0.1:1", "is the server running? start it with make run"},
		{[]string{"serve"}, "FORTNIGHT_ADDR=192.0.2.1:0", "FORTNIGHT_ADDR: listen"}, // no address of this machine
		{[]string{"keys"}, "", `"keys" is no command`},
		{[]string{"backup"}, "", "name a file"},
		{[]string{"restore", ""}, "", "one command is needed"},
		{[]string{"help"}, "", ""},
	} {
		err := run(t.Context(), test.args, environment(test.setting))
		if test.refused == "" && err != nil || test.refused != "" && (err == nil || !strings.Contains(err.Error(), test.refused)) {
			t.Errorf("%q with %s: got %v, want %q", test.args, test.setting, err, test.refused)
		}
	}
}

func TestRandomWords(t *testing.T) {
	if a, b := randomWord(), randomWord(); a == b || len(a) != 12 {
		t.Errorf("%q and %q", a, b)
	}
}

// Each of GraphiQL's tabs is a document that the schema allows, and says in a comment what it is for.
func TestTabs(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "schema.graphqls"))
	if err != nil {
		t.Fatal(err)
	}
	schema := gqlparser.MustLoadSchema(&ast.Source{Input: string(text)})
	tabs := exampleTabs(20782)
	if len(tabs) < 5 {
		t.Errorf("%d tabs", len(tabs))
	}
	for _, tab := range tabs {
		if _, err := gqlparser.LoadQueryWithRules(schema, tab.Query, nil); err != nil {
			t.Errorf("%v\n%s", err, tab.Query)
		}
		if !strings.HasPrefix(tab.Query, "# ") {
			t.Errorf("a tab says nothing of itself:\n%s", tab.Query)
		}
	}
}
