package setup_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// chosen are the words of a command that say which tests it runs, or with -skip does not, and of which packages.
var chosen = regexp.MustCompile(`(-race )?(?:-gcflags=\S+ )*-timeout 30m (-run|-skip) '\^\(([^']*)\)\$' (\./.*)`)

// Each test is in one of the parts of `make test` that run it: what begins with raced, and the planner's workers, is run under the race detector and left out
// without it, and no test of the packages that are run without it alone has such a name.
func TestEveryTestIsRunOnce(t *testing.T) {
	command := exec.CommandContext(t.Context(), "make", "-n", "test-go")
	command.Dir = filepath.Join("..", "..")
	out, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	lists, packages := map[string][]string{}, map[string][]string{}
	for _, m := range chosen.FindAllStringSubmatch(string(out), -1) {
		lists[m[1]+m[2]], packages[m[1]+m[2]] = strings.Split(m[3], "|"), strings.Fields(m[4])
	}
	api, db, planner := filepath.Join("..", "api"), filepath.Join("..", "..", "db"), filepath.Join("..", "..", "planner")
	want := testsOf(t, func(f *ast.FuncDecl) bool { return calls(f, "raced") }, api, db)
	maps.Copy(want, testsOf(t, func(f *ast.FuncDecl) bool { return speaksOf(f, "Worker") }, planner))
	all := testsOf(t, func(*ast.FuncDecl) bool { return true }, api, db, planner)
	for _, list := range []string{"-race -run", "-skip"} {
		got := map[string]bool{}
		for _, name := range lists[list] {
			got[name] = true
		}
		for name := range want {
			if !got[name] {
				t.Errorf("%s does not name %s", list, name)
			}
		}
		for name := range got {
			if !all[name] {
				t.Errorf("%s names %s, which is not there", list, name)
			}
		}
	}
	if len(lists) != 2 || len(want) < 50 {
		t.Errorf("of the commands choose %v:\n%s", lists, out)
	}
	for _, pattern := range packages["-skip"] {
		if slices.Contains(packages["-race -run"], pattern) || pattern == "./planner/..." {
			continue
		}
		folders := foldersOf(t, filepath.Join("..", "..", pattern))
		for name := range testsOf(t, func(f *ast.FuncDecl) bool { return slices.Contains(lists["-skip"], f.Name.Name) }, folders...) {
			t.Errorf("%s of %s has the name of a test that is run under the race detector, and is not run itself", name, pattern)
		}
	}
}

// What starts something beside itself is run under the race detector, but for tests of servers that are programs of their own.
func TestWhatRunsBesideSomethingIsRaced(t *testing.T) {
	t.Parallel()
	folders := []string{filepath.Join("..", "api"), filepath.Join("..", "..", "db")}
	for name := range testsOf(t, func(f *ast.FuncDecl) bool { return starts(f) && !calls(f, "build") && !calls(f, "raced") }, folders...) {
		t.Errorf("%s starts something beside itself, and does not begin with raced(t)", name)
	}
	if raced := testsOf(t, func(f *ast.FuncDecl) bool { return starts(f) && calls(f, "raced") }, folders...); len(raced) < 20 {
		t.Errorf("only these start something beside themselves: %v", raced)
	}
}

// foldersOf are the folders that a pattern of packages names.
func foldersOf(t *testing.T, pattern string) (folders []string) {
	t.Helper()
	root, below := strings.CutSuffix(pattern, "...")
	if !below {
		return []string{root}
	}
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err == nil && e.IsDir() {
			folders = append(folders, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return folders
}

// starts tells whether a function has a go statement, or calls a method Go.
func starts(f *ast.FuncDecl) (so bool) {
	ast.Inspect(f.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			so = true
		case *ast.CallExpr:
			called, is := n.Fun.(*ast.SelectorExpr)
			so = so || is && called.Sel.Name == "Go"
		}
		return true
	})
	return so
}

// testsOf are the tests of folders that are of a kind.
func testsOf(t *testing.T, is func(*ast.FuncDecl) bool, folders ...string) map[string]bool {
	t.Helper()
	var files []string
	for _, folder := range folders {
		of, err := filepath.Glob(filepath.Join(folder, "*_test.go"))
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
