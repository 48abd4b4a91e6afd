package solver

import (
	"math"
	"math/rand/v2"
	"testing"

	"fortnight/rules"
	"fortnight/season"
	"fortnight/training"
)

// Hard days in a row cost, a second hard session of a day costs nothing, and what a session would add is what it adds.
func TestHardDaysAreDays(t *testing.T) {
	key := hard{key: true, quality: true}
	var days hardDays
	days.add(1, key)
	if more := days.more(1, key); more != 0 {
		t.Errorf("a second key session on the day of one costs %g", more)
	}
	if more := days.more(2, key); more != spacingCost+rowCost {
		t.Errorf("a key session on the day after one costs %g, not %g", more, spacingCost+rowCost)
	}
	if more := days.more(3, key); more != 0 {
		t.Errorf("a key session on the next day but one costs %g", more)
	}
	random := rand.New(rand.NewPCG(1, 2))
	intense := hard{key: true, quality: true, high: true, legs: true}
	if more := days.more(2, intense); more != spacingCost+rowCost+hardKeyCost {
		t.Errorf("high intensity on the day after a key session costs %g", more)
	}
	days = hardDays{}
	for range 200 {
		day, is := random.IntN(rules.MaxDays), hard{random.IntN(3) == 0, random.IntN(2) == 0, random.IntN(4) == 0, random.IntN(6) == 0}
		before, more := days.cost(), days.more(day, is)
		if days.add(day, is); math.Abs(days.cost()-before-more) > 1e-9 {
			t.Fatalf("%+v on day %d was to add %g and added %g", is, day, more, days.cost()-before)
		}
	}
}

// Two key sessions are too close on one day in one sport or hardly apart, and in less than two days from the next day but one.
func TestTooClose(t *testing.T) {
	at := func(sport training.Sport, start int) *option {
		return &option{placing: &placing{legs: legs{start: start}, session: training.Session{Sport: sport}}}
	}
	const day = 24 * 60
	for name, c := range map[string]struct {
		sport       training.Sport
		start, days int
		want        bool
	}{
		"morning and evening, two sports": {training.Swim, 18 * 60, 0, false},
		"morning and evening, one sport":  {training.Run, 18 * 60, 0, true},
		"an hour apart":                   {training.Swim, 7 * 60, 0, true},
		"the next day":                    {training.Swim, day + 18*60, 1, false}, // counted as days
		"36 hours":                        {training.Swim, 2*day - 6*60, 2, true},
		"two days":                        {training.Swim, 2*day + 6*60, 2, false},
	} {
		if got := tooClose(at(training.Run, 6*60), c.start, c.sport, c.days); got != c.want {
			t.Errorf("%s: too close is %v", name, got)
		}
	}
}

// A key session for the legs on the day after a long one and a second long one is one too many, whichever of the three is asked; without one of them, a day
// later or in the water it is not.
func TestNothingHardAfterALongWeekend(t *testing.T) {
	s := Solver{problem: Problem{Wants: []Want{{Role: season.L}, {Role: season.ML}, {Role: season.K}}}}
	stands := func(want, day int, load float64) slot {
		o := option{want: want, placing: &placing{minutes: 90, legs: legs{load: load}}, hard: hard{key: true, quality: true}}
		s.relate(day, &o)
		return slot{day: day, options: []option{o}}
	}
	for name, c := range map[string]struct {
		days [3]int
		load float64
		want int
	}{
		"the day after": {[3]int{5, 6, 7}, 50, 1}, "two days after": {[3]int{5, 6, 8}, 50, 0}, "in the water": {[3]int{5, 6, 7}, 0, 0},
		"the second long one in the week": {[3]int{5, 2, 7}, 50, 0}, "the second before the first": {[3]int{6, 5, 7}, 50, 0},
	} {
		all := []slot{stands(0, c.days[0], 50), stands(1, c.days[1], 50), stands(2, c.days[2], c.load)}
		for n := range all {
			var others []choice
			for m := range all {
				if m != n {
					others = append(others, choice{all[m].day, &all[m].options[0]})
				}
			}
			if b := s.besides(all[n].day, &all[n].options[0], others); int(b.soon) != c.want {
				t.Errorf("%s, slot %d: %d, want %d", name, n, b.soon, c.want)
			}
		}
	}
}
