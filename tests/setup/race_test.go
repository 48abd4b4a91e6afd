package setup_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// chosen are the words of a command that say which tests it runs, or with -skip does not.
var chosen = regexp.MustCompile(`(-race )?(?:-gcflags=\S+ )*-timeout 30m (-run|-skip) '\^\(([^']*)\)\$' \./`)

// Each test is in one of the parts of `make test` that run it, and what leaves a test to another part names one that is there.
func TestEveryTestIsRunOnce(t *testing.T) {
	command := exec.CommandContext(t.Context(), "make", "-n", "test-go")
	command.Dir = filepath.Join("..", "..")
	out, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	lists := map[string][]string{}
	for _, m := range chosen.FindAllStringSubmatch(string(out), -1) {
		lists[m[1]+m[2]] = strings.Split(m[3], "|")
	}
	single := testsOf(t, func(f *ast.FuncDecl) bool { return calls(f, "oneByOne") }, "api", filepath.Join("..", "db"))
	workers := testsOf(t, func(f *ast.FuncDecl) bool { return speaksOf(f, "Worker") }, filepath.Join("..", "planner"))
	for list, want := range map[string]map[string]bool{"-race -skip": single, "-run": single, "-race -run": workers} {
		got := map[string]bool{}
		for _, name := range lists[list] {
			got[name] = true
		}
		for name := range want {
			if !got[name] {
				t.Errorf("%s does not name %s", list, name)
			}
		}
		if len(want) == 0 || list != "-race -run" && len(got) != len(want) {
			t.Errorf("%s names %v, and there are %v", list, lists[list], want)
		}
	}
	if len(lists) != 3 {
		t.Errorf("of the commands choose %v:\n%s", lists, out)
	}
}

// testsOf are the tests of folders that are of a kind.
func testsOf(t *testing.T, is func(*ast.FuncDecl) bool, folders ...string) map[string]bool {
	t.Helper()
	var files []string
	for _, folder := range folders {
		of, err := filepath.Glob(filepath.Join("..", folder, "*_test.go"))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, of...)
	}
	found := map[string]bool{}
	for _, file := range files {
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range tree.Decls {
			if f, isFunction := d.(*ast.FuncDecl); isFunction && f.Recv == nil && strings.HasPrefix(f.Name.Name, "Test") && is(f) {
				found[f.Name.Name] = true
			}
		}
	}
	return found
}

// calls tells whether a function calls another by its name.
func calls(f *ast.FuncDecl, name string) (so bool) {
	ast.Inspect(f.Body, func(n ast.Node) bool {
		call, is := n.(*ast.CallExpr)
		if is {
			called, plain := call.Fun.(*ast.Ident)
			so = so || plain && called.Name == name
		}
		return true
	})
	return so
}

// speaksOf tells whether a function makes a value of a type of the planner.
func speaksOf(f *ast.FuncDecl, name string) (so bool) {
	ast.Inspect(f.Body, func(n ast.Node) bool {
		if s, is := n.(*ast.SelectorExpr); is {
			of, plain := s.X.(*ast.Ident)
			so = so || plain && of.Name == "planner" && s.Sel.Name == name
		}
		return true
	})
	return so
}
