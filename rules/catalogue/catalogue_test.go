package catalogue

import (
	"math"
	"testing"

	"fortnight/training"
)

const monday training.Date = 20787 // 2026-11-30

func TestCatalogueIsComplete(t *testing.T) {
	for _, own := range ForAthlete("a", training.NewProfile("UTC"), monday, nil) {
		r := own.Rule
		if r.Title == "" || r.Statement == "" || r.Source == "" || r.Evidence == "" || r.Severity == "" {
			t.Errorf("%+v", r)
		}
	}
}

// The catalogue says a limit for the athlete; an own one takes its place within bounds, and a HARD one only where it is tighter.
func TestOwnLimitsAreShown(t *testing.T) {
	p := training.NewProfile("UTC")
	p.Level = training.Intermediate
	for _, c := range []struct {
		rule        ID
		limit, want float64
		overridden  bool
	}{
		{"INT-5", 40, 40, true}, {"VOL-1", 0.6, 0.6, true}, {"STR-4", 8, 8, true}, {"RST-1", 2, 2, true}, {"INT-1", 20, 46, false},
	} {
		for _, r := range ForAthlete("a", p, monday, []Override{{RuleID: c.rule, Limit: c.limit}}) {
			if r.Rule.ID == c.rule && (*r.Limit != c.want || r.Overridden != c.overridden) {
				t.Errorf("%s with %v: limit %v, overridden %v", c.rule, c.limit, *r.Limit, r.Overridden)
			}
		}
	}
}

// S111: what would change nothing of a HARD rule is refused, and every limit that is taken holds.
func TestS111AnOverrideThatIsTakenHolds(t *testing.T) {
	refused, taken := 0, 0
	for _, level := range []training.Level{training.Novice, training.Intermediate, training.Advanced} {
		p := training.NewProfile("UTC")
		p.Level = level
		for i := range catalogue {
			e := &catalogue[i]
			for n := range 21 {
				limit := e.low + (e.high-e.low)*float64(n)/20
				id := Code(i).rule().ID
				if CheckOverride(id, limit) != nil {
					continue
				}
				if CheckOverrideFor(p, monday, id, limit) != nil {
					refused++
					continue
				}
				taken++
				for _, r := range ForAthlete("a", p, monday, []Override{{RuleID: id, Limit: limit}}) {
					if r.Rule.ID == id && *r.Limit != limit {
						t.Errorf("%s of a %s: %g was taken, and %g holds", id, level, limit, *r.Limit)
					}
				}
			}
		}
	}
	if refused == 0 || taken == 0 {
		t.Errorf("%d refused, %d taken", refused, taken)
	}
	for _, limit := range []float64{math.NaN(), math.Inf(1), 1e308, -1} {
		if CheckOverrideFor(training.NewProfile("UTC"), monday, "INT-1", limit) == nil {
			t.Errorf("%g is a limit", limit)
		}
	}
}

// A rule that has no limit of one's own says so, and no override leaves its bounds.
func TestOverrideBounds(t *testing.T) {
	for _, c := range []struct {
		rule  ID
		limit float64
		fine  bool
	}{
		{"LD-1", 4, true}, {"LD-1", 9, false}, {"INT-1", 72, true}, {"INT-1", 24, false}, {"VOL-2", 1, false}, {"NONE", 1, false},
		{"LD-4", 1, false}, {"LD-5", 0.5, false}, {"LD-5", 2.5, true}, {"INT-5", 121, false}, {"VOL-3", 1.51, false}, {"VOL-3", 1.1, true},
		{"CON-4", 1, false}, {"STR-5", 1.5, true}, {"STR-6", 7, false}, {"RST-2", 0.3, false},
	} {
		if err := CheckOverride(c.rule, c.limit); (err == nil) != c.fine {
			t.Errorf("%s %v: %v", c.rule, c.limit, err)
		}
	}
}
