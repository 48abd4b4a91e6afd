package catalogue

import (
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"fortnight/training"
)

var update = flag.Bool("update", false, "write the table of rules in README.md")

const (
	tableBegins = "<!-- rules -->\n"
	tableEnds   = "<!-- /rules -->\n"
)

// The README lists the catalogue as it is.
func TestReadme(t *testing.T) {
	text, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	before, rest, begins := strings.Cut(string(text), tableBegins)
	table, after, ends := strings.Cut(rest, tableEnds)
	if !begins || !ends {
		t.Fatal("the table's marks are gone")
	}
	want := catalogueTable()
	switch {
	case *update:
		if err := os.WriteFile("../README.md", []byte(before+tableBegins+want+tableEnds+after), 0o644); err != nil {
			t.Fatal(err)
		}
	case table != want:
		t.Error("the table is not the catalogue's: run this test with -update")
	}
	if count := fmt.Sprintf(" %d rules,", Count-1); !strings.Contains(before, count) { // GOAL is a wish
		t.Errorf("the text does not speak of%s", count)
	}
}

func catalogueTable() string {
	var text strings.Builder
	text.WriteString("\n| id | title | severity | default | unit | evidence | source |\n|---|---|---|---|---|---|---|\n")
	for i := range catalogue {
		e := &catalogue[i]
		fmt.Fprintf(&text, "| %s | %s | %s | %s | %s | %s | %s |\n", Code(i).ID(), e.title, e.severity, defaults(e), e.unit, e.evidence, e.source)
	}
	return text.String() + "\n"
}

// defaults are the limits of the three levels, one where they are equal.
func defaults(e *entry) string {
	if e.limit == nil {
		return ""
	}
	var list []string
	for _, level := range []training.Level{training.Novice, training.Intermediate, training.Advanced} {
		p := training.NewProfile("UTC")
		p.Level = level
		l := NewLimits(p, monday, false, nil)
		list = append(list, strconv.FormatFloat(e.limit(&l), 'f', -1, 64))
	}
	if list[0] == list[1] && list[1] == list[2] {
		return list[0]
	}
	return strings.Join(list, " / ")
}
