// Package readmetest holds README.md to the program: what it counts, what it links to and the tests that it names.
package readmetest

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"fortnight/gate"
	"fortnight/library"
	"fortnight/rules/catalogue"
	"fortnight/session"
	"fortnight/training"
)

const root = "../.."

func readme(t *testing.T) string {
	t.Helper()
	page, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(string(page)), " ") // lines break anywhere
}

// Numbers of what there is are those of the program.
func TestCounts(t *testing.T) {
	conditions, open := 0, map[gate.Gate]bool{}
	for _, c := range training.Conditions {
		if g := gate.Of(c); g != "" {
			conditions++
			open[g] = true
		}
	}
	rules := catalogue.Count - 1 // GOAL is a wish
	written := map[int]string{11: "eleven", 12: "twelve", 13: "thirteen"}
	page := readme(t)
	for _, want := range []string{
		strconv.Itoa(rules) + " rules", strconv.Itoa(conditions) + " conditions over " + written[len(open)] + " gates",
		"a goal of one of " + written[len(training.GoalKinds)] + " kinds", strconv.Itoa(len(session.All())) + " families of sessions",
		thousands(len(library.All())) + " workouts, " + strconv.Itoa(len(library.Workouts())) + " made by hand and " + thousands(len(library.Rendered())) + " rendered",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("README.md does not say %q", want)
		}
	}
}

func thousands(n int) string {
	if n < 1000 {
		return strconv.Itoa(n)
	}
	return strconv.Itoa(n/1000) + "," + strconv.Itoa(n%1000 + 1000)[1:]
}

var (
	link  = regexp.MustCompile(`\[([^\]]*)\]\(([^)#]+)(#[^)]*)?\)`)
	named = regexp.MustCompile(`^Test\w+$`)
	title = regexp.MustCompile(`(?m)^#+ (.+)$`)
	signs = regexp.MustCompile(`[^\p{L}\p{N} _-]`)
)

// Each file that is linked is there, with the heading and with the test that the link names.
func TestLinks(t *testing.T) {
	links := link.FindAllStringSubmatch(readme(t), -1)
	tests := 0
	for _, l := range links {
		if strings.Contains(l[2], "://") {
			continue
		}
		text, err := os.ReadFile(filepath.Join(root, l[2]))
		if _, statErr := os.Stat(filepath.Join(root, l[2])); statErr != nil {
			t.Errorf("%s: %v", l[0], statErr)
			continue
		}
		if name := strings.Trim(l[1], "`"); named.MatchString(name) {
			if tests++; err != nil || !strings.Contains(string(text), "\nfunc "+name+"(") {
				t.Errorf("%s has no %s", l[2], name)
			}
		}
		if l[3] != "" && !heads(string(text))[l[3]] {
			t.Errorf("%s has no heading %s", l[2], l[3])
		}
	}
	if len(links) < 20 || tests < 6 {
		t.Errorf("%d links, of which %d name a test: are they still read?", len(links), tests)
	}
}

// heads are the anchors of a page's headings.
func heads(page string) map[string]bool {
	anchors := map[string]bool{}
	for _, m := range title.FindAllStringSubmatch(page, -1) {
		anchors["#"+strings.ReplaceAll(signs.ReplaceAllString(strings.ToLower(m[1]), ""), " ", "-")] = true
	}
	return anchors
}
