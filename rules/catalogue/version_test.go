package catalogue

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"fortnight/training"
)

// said is all that the catalogue says of a rule, with its limits for athletes of each level.
func said(c Code) string {
	e := catalogue[c]
	limits := ""
	if e.limit != nil {
		for _, level := range training.Levels {
			p := training.NewProfile("UTC")
			p.Level = level
			l := NewLimits(p, monday, false, nil)
			limits += fmt.Sprintf(" %.4g", e.limit(&l))
		}
	}
	all := fmt.Sprint(e.title, "|", e.statement, "|", e.severity, "|", e.unit, "|", e.evidence, "|", e.weight, "|", e.source, "|", limits, "|", e.low, e.high, e.atLeast, hasSoft[c])
	return fmt.Sprintf("%x", sha256.Sum256([]byte(all)))[:16]
}

// A rule that says something else than before, or has other limits, is another version of itself: testdata/versions.tsv has what each said in its version.
func TestARuleThatChangesHasAnotherVersion(t *testing.T) {
	const file = "testdata/versions.tsv"
	update := flag.Lookup("update").Value.String() == "true" // of the README too
	before := map[string][2]string{}
	text, err := os.ReadFile(file)
	if err != nil && !update {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		if of := strings.Split(line, "\t"); len(of) == 3 {
			before[of[0]] = [2]string{of[1], of[2]}
		}
	}
	var now strings.Builder
	for i := range catalogue {
		c := Code(i)
		id, version, says := string(c.rule().ID), fmt.Sprint(c.version()), said(c)
		fmt.Fprintf(&now, "%s\t%s\t%s\n", id, version, says)
		switch was, known := before[id]; {
		case !known && !update, known && was[0] != version && !update:
			t.Errorf("%s, version %s, is not in %s: go test ./rules/catalogue -update", id, version, file)
		case known && was[0] == version && was[1] != says:
			t.Errorf("%s says something else than version %s did: raise it in version.go, then go test ./rules/catalogue -update", id, version)
		}
		delete(before, id)
	}
	for id := range before {
		if !update {
			t.Errorf("%s is in %s and in no catalogue", id, file)
		}
	}
	if update && !t.Failed() {
		if err := os.WriteFile(file, []byte(now.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
