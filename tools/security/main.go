// Command security lists the promises of docs/security.md with the tests that carry their ids. It fails for one that has neither a test nor a
// reason, and for a reason of one that has a test.
package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// tested are the folders whose tests are of these promises: elsewhere an S and a number is a scenario.
var tested = []string{"auth", "cmd", "db", "gemini", "planner", "reads", "rules", "server", "tests", "training"}

// scenarios are tests that are named after scenarios of coaching.
var scenarios = regexp.MustCompile(`^Test(S1Novice|S2Time|S4Taper|S5Hyrox|S7Return|S8Power|S12Replan)`)

var (
	row    = regexp.MustCompile(`(?m)^\| ([SF]\d{2,3}) \| ([^|]*) \|`)
	reason = regexp.MustCompile(`(?m)^- ([SF]\d{2,3}): (.*)$`)
	named  = regexp.MustCompile(`^Test((?:[SF]\d{2,3})+)`)
	quoted = regexp.MustCompile(`^([SF]\d{2,3}) `)
	id     = regexp.MustCompile(`[SF]\d{2,3}`)
)

func main() {
	missing, err := list(os.Stdout, ".")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	if missing > 0 {
		os.Exit(1)
	}
}

// list writes each promise of a repository with its tests, and returns for how many something is wrong.
func list(to io.Writer, root string) (wrong int, err error) {
	text, err := os.ReadFile(filepath.Join(root, "docs", "security.md"))
	if err != nil {
		return 0, err
	}
	tests := map[string][]string{}
	for _, folder := range tested {
		if err := gather(filepath.Join(root, folder), tests); err != nil {
			return 0, err
		}
	}
	why := map[string]string{}
	for _, m := range reason.FindAllStringSubmatch(string(text), -1) {
		why[m[1]] = m[2]
	}
	all, shown, excused := 0, 0, 0
	known := map[string]bool{}
	for _, m := range row.FindAllStringSubmatch(string(text), -1) {
		all++
		known[m[1]] = true
		said := ""
		switch has, excuse := len(tests[m[1]]) > 0, why[m[1]] != ""; {
		case has && excuse:
			wrong++
			said = "HAS A TEST AND A REASON FOR NONE"
		case has:
			shown++
			said = strings.Join(tests[m[1]], ", ")
		case excuse:
			excused++
			said = "no test: " + why[m[1]]
		default:
			wrong++
			said = "NO TEST, AND NO REASON"
		}
		fmt.Fprintf(to, "%-5s %s\n      %s\n", m[1], strings.TrimSpace(m[2]), said)
	}
	for name := range tests {
		if !known[name] {
			wrong++
			fmt.Fprintf(to, "%s is no promise of docs/security.md: %s\n", name, strings.Join(tests[name], ", "))
		}
	}
	fmt.Fprintf(to, "\n%d of %d promises have a test, %d a reason for none: %d of %d\n", shown, all, excused, shown+excused, all)
	return wrong, nil
}

// gather adds the names of the tests below a folder, and of their cases, by the ids that they begin with.
func gather(folder string, tests map[string][]string) error {
	return filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		for _, declaration := range file.Decls {
			function, is := declaration.(*ast.FuncDecl)
			if !is || function.Recv != nil || !strings.HasPrefix(function.Name.Name, "Test") || scenarios.MatchString(function.Name.Name) {
				continue
			}
			name := function.Name.Name
			add := func(ids, test string) {
				for _, one := range id.FindAllString(ids, -1) {
					if !slices.Contains(tests[one], test) {
						tests[one] = append(tests[one], test)
					}
				}
			}
			if m := named.FindStringSubmatch(name); m != nil {
				add(m[1], name)
			}
			ast.Inspect(function, func(node ast.Node) bool {
				literal, is := node.(*ast.BasicLit)
				if !is || literal.Kind != token.STRING {
					return true
				}
				if text, err := strconv.Unquote(literal.Value); err == nil {
					if m := quoted.FindStringSubmatch(text); m != nil {
						add(m[1], name)
					}
				}
				return true
			})
		}
		return nil
	})
}
