// Package importtest holds the layering of the packages: every arrow points down the list, at training.
package importtest

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// layers lists the packages from the lowest to the highest: a package imports only what stands above it in this list. Packages of one
// line do not import each other. A package below a listed one belongs to it.
var layers = [][]string{
	{"training", "lexis"},
	{"compose"},
	{"session"},
	{"season", "gate"},
	{"interchange", "library", "auth", "embedding", "prose", "hours", "quota"},
	{"rules", "wish"},
	{"prescribe", "reason", "search"},
	{"brief"},
	{"solver"},
	{"planner"},
	{"gemini"},
	{"db"},
	{"graph"},
	{"reads"},
	{"resolvers"},
	{"server"},
	{"cmd"},
}

// houses lists the packages below some of these from the lowest to the highest; the one with the house's name is the face that composes
// them. They import only what stands before them, and nothing of them can be left out.
var houses = map[string][]string{
	"db": {
		"db/postgres", "db/live", "db/access", "db/accounts", "db/keyring", "db/workouts", "db/athletes", "db/journal", "db/calendars", "db/activities", "db/queue", "db/export",
		"db/migration", "db/cluster", "db",
		"db/dbtest", // opens databases for tests
	},
	"rules":   {"rules/catalogue", "rules/frame", "rules/family", "rules/conflict", "rules"},
	"planner": {"planner/runs", "planner/model", "planner/state", "planner/stage", "planner/view", "planner/whynot", "planner"},
}

// free may import anything: tools and tests that nothing else imports.
var free = map[string]bool{"internal": true, "tools": true, "tests": true}

func TestImportsPointDown(t *testing.T) {
	rank := map[string]int{}
	for i, names := range layers {
		for _, name := range names {
			rank[name] = i
		}
	}
	seen := map[string]bool{}
	walk(t, func(file, owner, imported string) {
		seen[owner] = true
		if free[owner] || owner == imported {
			return
		}
		from, known := rank[owner]
		if !known {
			t.Errorf("%s: package %s has no place in the layers", file, owner)
			return
		}
		to, known := rank[imported]
		if !known || to >= from {
			t.Errorf("%s: %s may not import %s", file, owner, imported)
		}
	})
	if !seen["db"] || !seen["resolvers"] {
		t.Fatalf("the walk saw only %v", seen)
	}
}

func TestHousesPointDown(t *testing.T) {
	seen := map[string]bool{}
	parse(t, func(file, owner, path string) {
		house, is := houses[owner]
		if !is || strings.HasSuffix(file, "_test.go") {
			return
		}
		from := slices.Index(house, filepath.ToSlash(filepath.Dir(file)))
		if from < 0 {
			t.Errorf("%s: its package has no place in the house of %s", file, owner)
			return
		}
		seen[house[from]] = true
		imported, ours := strings.CutPrefix(path, "fortnight/")
		if !ours || strings.Split(imported, "/")[0] != owner {
			return
		}
		if to := slices.Index(house, imported); to < 0 || to >= from {
			t.Errorf("%s: %s may not import %s", file, house[from], imported)
		}
	})
	for owner, house := range houses {
		for _, name := range house {
			if !seen[name] {
				t.Errorf("the house of %s has no %s", owner, name)
			}
		}
	}
}

// inner are packages of a house on which the others of it stand, and which nobody outside of it imports.
var inner = map[string]bool{
	"fortnight/db/postgres": true, "fortnight/db/live": true, "fortnight/db/access": true, "fortnight/db/journal": true,
}

func TestInnerPackagesAreOfTheirHouseAlone(t *testing.T) {
	seen := map[string]bool{}
	parse(t, func(file, owner, path string) {
		if !inner[path] {
			return
		}
		seen[path] = true
		if !strings.HasPrefix(path, "fortnight/"+owner+"/") {
			t.Errorf("%s imports %s, which is of its house alone", file, path)
		}
	})
	if len(seen) != len(inner) {
		t.Errorf("the walk saw only %v", seen)
	}
}

func TestTrainingNeedsTheStandardLibraryAlone(t *testing.T) {
	parse(t, func(file, owner, path string) {
		if owner == "training" && strings.Contains(path, ".") && !strings.HasSuffix(file, "_test.go") {
			t.Errorf("%s imports %s", file, path)
		}
	})
}

func TestGeminiAloneImportsItsClient(t *testing.T) {
	parse(t, func(file, owner, path string) {
		if strings.HasPrefix(path, "github.com/google/generative-ai-go") && owner != "gemini" {
			t.Errorf("%s imports %s", file, path)
		}
	})
}

// walk calls visit for every import of one of our packages in a file that is not a test.
func walk(t *testing.T, visit func(file, owner, imported string)) {
	parse(t, func(file, owner, path string) {
		rest, ours := strings.CutPrefix(path, "fortnight/")
		if ours && !strings.HasSuffix(file, "_test.go") {
			visit(file, owner, strings.Split(rest, "/")[0])
		}
	})
}

func parse(t *testing.T, visit func(file, owner, path string)) {
	t.Helper()
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (entry.Name() == "node_modules" || entry.Name() == ".git" || entry.Name() == "data") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			visit(rel, strings.Split(filepath.ToSlash(rel), "/")[0], imported)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// pure are the folders whose packages wait for nothing and ask no store and no clock: they import neither what waits nor what speaks to the
// outside.
var pure = map[string]bool{"prose": true, "hours": true, "wish": true, "gate": true, "brief": true, "solver": true, "reason": true, "planner/state": true}

// fromSync is what a file uses of package sync.
var fromSync = regexp.MustCompile(`\bsync\.(\w+)`)

// onlyPools tells whether a file of the repository uses nothing of package sync but pools: room that is used again waits for nobody, and what is
// found in it makes no difference.
func onlyPools(t *testing.T, file string) bool {
	text, err := os.ReadFile(filepath.Join("..", "..", file))
	if err != nil {
		t.Fatal(err)
	}
	for _, used := range fromSync.FindAllSubmatch(text, -1) {
		if string(used[1]) != "Pool" {
			return false
		}
	}
	return true
}

func TestPurePackagesReachNothingOutside(t *testing.T) {
	outside := []string{"context", "database/", "io", "log", "net", "os", "sync"}
	seen := map[string]bool{}
	parse(t, func(file, owner, path string) {
		place := filepath.ToSlash(filepath.Dir(file))
		if pure[owner] {
			place = owner
		}
		if !pure[place] || strings.HasSuffix(file, "_test.go") {
			return
		}
		seen[place] = true
		for _, name := range outside {
			if path == "sync" && onlyPools(t, file) {
				continue
			}
			if path == strings.TrimSuffix(name, "/") || strings.HasPrefix(path, strings.TrimSuffix(name, "/")+"/") {
				t.Errorf("%s imports %s", file, path)
			}
		}
	})
	if len(seen) != len(pure) {
		t.Errorf("the walk saw only %v", seen)
	}
}
