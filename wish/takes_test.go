package wish

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fortnight/training"
)

// The schema's kinds and fields, each with each: a field that a kind has no use for is refused by its name, with what the kind takes.
func TestEachKindTakesItsFieldsAlone(t *testing.T) {
	schema, err := os.ReadFile("../schema.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	block := func(head string) string {
		_, rest, _ := strings.Cut(string(schema), "\n"+head+" {\n")
		body, _, _ := strings.Cut(rest, "\n}\n")
		return regexp.MustCompile(`(?s)""".*?"""|"[^"\n]*"`).ReplaceAllString(body, "")
	}
	kinds := strings.Fields(block("enum WishKind"))
	var names []string
	for _, m := range regexp.MustCompile(`(?m)^\s*(\w+):`).FindAllStringSubmatch(block("input WishInput"), -1) {
		names = append(names, m[1])
	}
	if len(kinds) != len(Kinds) || len(kinds) != len(takes) || len(names) != len(fields)+3 {
		t.Fatalf("%d kinds of %d, %d with fields, %d fields of %d", len(kinds), len(Kinds), len(takes), len(names), len(fields)+3)
	}
	from := training.Date(20787)
	set := map[string]func(*Wish){
		"session": func(w *Wish) { w.Session = Easy }, "familyId": func(w *Wish) { w.Family = "R-LONG" }, "focus": func(w *Wish) { w.Focus = training.FocusLong }, "sport": func(w *Wish) { w.Sport = training.Run },
		"region": func(w *Wish) { w.Region = training.Legs }, "condition": func(w *Wish) { w.Condition = training.HurtKnee }, "bound": func(w *Wish) { w.Bound = AtMost }, "count": func(w *Wish) { w.Count = 2 },
		"per": func(w *Wish) { w.Per = PerWeek }, "minutes": func(w *Wish) { w.Minutes = 40 }, "meters": func(w *Wish) { w.Meters = 5000 }, "priority": func(w *Wish) { w.Priority = training.EventB },
		"format": func(w *Wish) { w.Format = training.Run5K }, "from": func(w *Wish) { w.From = 600 }, "to": func(w *Wish) { w.To = 700 }, "equipment": func(w *Wish) { w.Equipment = []training.Equipment{training.Bench} },
		"each": func(w *Wish) { w.Each = true }, "away": func(w *Wish) { w.Away = []training.Date{from + 9} },
	}
	for _, name := range kinds {
		kind := Kind(name)
		for _, f := range names {
			if slices.Contains([]string{"kind", "strength", "dates"}, f) {
				continue
			}
			w := Wish{Kind: kind, Dates: []training.Date{from}}
			set[f](&w)
			var faults training.InputError
			w.Check(&faults, "wishes[0].", from, 14)
			refused := slices.ContainsFunc(faults.Fields, func(e training.FieldError) bool {
				return e.Path == "wishes[0]."+f && strings.Contains(e.Message, taken(kind))
			})
			if refused == slices.Contains(takes[kind], f) {
				t.Errorf("%s with %s: %s", kind, f, faults.Error())
			}
			if w.trim(); slices.Contains(takes[kind], f) != (len(w.useless()) == 0 && fields[slices.IndexFunc(fields, func(o field) bool { return o.name == f })].given(&w)) {
				t.Errorf("%s with %s: a reading is left with %+v", kind, f, w)
			}
		}
	}
}

// A race has a format of its sport.
func TestARaceHasAFormatOfItsSport(t *testing.T) {
	for _, c := range []struct {
		sport training.Sport
		ok    bool
	}{{training.Run, false}, {training.MultiSport, true}, {"", true}} {
		w := Wish{Kind: Race, Sport: c.sport, Format: training.TriHalf, Dates: []training.Date{20790}}
		var faults training.InputError
		w.Check(&faults, "wishes[0].", 20787, 14)
		if ok := faults.Err() == nil; ok != c.ok || !ok && faults.Fields[0].Path != "wishes[0].format" {
			t.Errorf("%q: %s", c.sport, faults.Error())
		}
	}
}
