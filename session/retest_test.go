package session

import (
	"testing"

	"fortnight/training"
)

// What a new threshold costs goes by what it is beside the one at which the family was last done, and by how many tests rose by 3 %.
func TestNewThresholds(t *testing.T) {
	test := func(ago int, by float64) Retest {
		return Retest{Date: today.AddDays(-ago), Sport: training.Run, Change: by}
	}
	for name, c := range map[string]struct {
		retests []Retest
		level   int
		rises   training.Date // 0 for none
		share   float64
	}{
		"none":                          {nil, 6, 0, 0},
		"3 %, whatever its binary":      {[]Retest{test(2, 309.0/300-1)}, 5, today - 2, 0.03},
		"a little less":                 {[]Retest{test(2, 0.0299)}, 6, 0, 0},
		"twice":                         {[]Retest{test(4, 0.04), test(2, 0.05)}, 4, today - 2, 1.04*1.05 - 1},
		"bit by bit":                    {[]Retest{test(4, 0.02), test(2, 0.02)}, 5, today - 2, 1.02*1.02 - 1},
		"up, and down again":            {[]Retest{test(4, 0.06), test(2, -0.05)}, 6, 0, 0},
		"up, and a little down":         {[]Retest{test(4, 0.06), test(2, -0.01)}, 5, today - 4, 1.06*0.99 - 1},
		"down, and up again":            {[]Retest{test(4, -0.05), test(2, 0.05)}, 6, 0, 0},
		"a fall raises nothing":         {[]Retest{test(2, -0.10)}, 6, 0, 0},
		"before the session":            {[]Retest{test(9, 0.08)}, 6, 0, 0},
		"on the day of the session":     {[]Retest{test(6, 0.08)}, 6, 0, 0},
		"on the first planned day":      {[]Retest{test(-1, 0.04)}, 5, today + 1, 0.04},
		"after the first planned day":   {[]Retest{test(-2, 0.04)}, 6, 0, 0},
		"of another sport":              {[]Retest{{Date: today - 2, Sport: training.Swim, Change: 0.04}}, 6, 0, 0},
		"so many that no rung is lower": {[]Retest{test(5, 0.04), test(4, 0.04), test(3, 0.04), test(2, 0.04), test(1, 0.04), test(0, 0.04)}, 1, today, 0.2653190184960004},
	} {
		who := with(training.Intermediate, 52)
		who.Retests = c.retests
		s := Levels([]Done{planned("R-THR", 6, 6, nil)}, today, who)["R-THR"]
		if s.Level != c.level {
			t.Errorf("%s: level %d, want %d", name, s.Level, c.level)
		}
		switch r := s.Risen; {
		case (r == nil) != (c.rises == 0):
			t.Errorf("%s: %+v", name, r)
		case r != nil && (r.Date != c.rises || r.Share < c.share-1e-6 || r.Share > c.share+1e-6):
			t.Errorf("%s: %+v, want %s and %g", name, r, c.rises, c.share)
		}
	}
}
