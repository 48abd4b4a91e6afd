package main

import (
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"strings"
	"testing"
	"unicode/utf8"

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
		{[]string{"help"}, "FORTNIGHT_ENV=test", ""},
		{[]string{"-h"}, "FORTNIGHT_ENV=test", ""},
		{[]string{"--help"}, "FORTNIGHT_ENV=test", ""},
		{[]string{"version"}, "FORTNIGHT_ENV=test", ""},
		{[]string{"--version"}, "FORTNIGHT_ENV=test", ""},
		{[]string{"config"}, "", ""},
		{[]string{"config"}, "FORTNIGHT_ENV=test", "FORTNIGHT_ENV"},
	} {
		err := run(t.Context(), test.args, environment(test.setting))
		if test.refused == "" && err != nil || test.refused != "" && (err == nil || !strings.Contains(err.Error(), test.refused)) {
			t.Errorf("%q with %s: got %v, want %q", test.args, test.setting, err, test.refused)
		}
	}
}

// A build says its revision, and whether it is of that alone.
// Commands that pages name, as a line of code or between backticks, are those that help lists.
func TestThePagesNameCommandsThatThereAre(t *testing.T) {
	named := regexp.MustCompile("(?m)(?:^    |`)fortnight ([a-z-]+(?: [a-z]+)?)")
	pages, err := filepath.Glob(filepath.Join("..", "..", "docs", "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, page := range append(pages, filepath.Join("..", "..", "README.md")) {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range named.FindAllStringSubmatch(string(text), -1) {
			found[name[1]] = true
			if !strings.Contains(commands, "\n  "+name[1]+" ") {
				t.Errorf("%s names the command %q, which is none", page, name[1])
			}
		}
	}
	if len(found) < 8 || !found["doctor"] || !found["keys rotate"] {
		t.Errorf("found %v: are they still read?", found)
	}
}

func TestVersion(t *testing.T) {
	info := func(settings ...string) *debug.BuildInfo {
		info := &debug.BuildInfo{GoVersion: "go1.26.4"}
		for i := 0; i < len(settings); i += 2 {
			info.Settings = append(info.Settings, debug.BuildSetting{Key: settings[i], Value: settings[i+1]})
		}
		return info
	}
	for want, info := range map[string]*debug.BuildInfo{
		"fortnight abc, 2026-11-30T01:02:03Z, go1.26.4 linux/amd64": info("vcs.revision", "abc", "vcs.time", "2026-11-30T01:02:03Z", "vcs.modified", "false", "GOOS", "linux", "GOARCH", "amd64"),
		"fortnight abc with changes, go1.26.4 linux/arm64":          info("vcs.revision", "abc", "vcs.modified", "true", "GOOS", "linux", "GOARCH", "arm64"),
		"fortnight of an unknown revision, go1.26.4 linux/amd64":    info("GOOS", "linux", "GOARCH", "amd64"),
	} {
		if got := version(info, true); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestRandomWords(t *testing.T) {
	if a, b := randomWord(), randomWord(); a == b || len(a) != 12 {
		t.Errorf("%q and %q", a, b)
	}
}

// commentWidth is how many letters of a line GraphiQL's editor shows in a window of 1,280 pixels, which the browser's test measures.
const commentWidth = 51 // with the line's end

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
		for line := range strings.Lines(tab.Query) {
			if strings.HasPrefix(line, "#") && utf8.RuneCountInString(line) > commentWidth {
				t.Errorf("on a page of 1,280 pixels this is not in sight: %s", line)
			}
		}
	}
}
