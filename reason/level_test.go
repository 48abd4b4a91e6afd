package reason_test

import (
	"strings"
	"testing"

	"fortnight/reason"
	"fortnight/session"
	"fortnight/training"
)

// What is said of a level names the rung that comes next and why it is that one.
func TestLevel(t *testing.T) {
	today := monday - 1
	done := func(level, ago int, change func(*session.Done)) session.Done {
		d := session.Done{Date: today.AddDays(-ago), Session: "s", Reading: session.Reading{Family: "R-THR", Level: level}, Share: 1}
		if change != nil {
			change(&d)
		}
		return d
	}
	share := func(part float64) func(*session.Done) { return func(d *session.Done) { d.Share = part } }
	rpe := func(n int) func(*session.Done) { return func(d *session.Done) { d.RPE = n } }
	bare := func(minutes int) session.Done {
		return session.Done{Date: today - 2, Sport: training.Run, HighSeconds: 60 * minutes}
	}
	planned := func(d session.Done) session.Done { d.Planned = true; return d }
	who := session.Who{Level: training.Intermediate, CTL: 52}
	retested := func(by float64, ago int) session.Who {
		w := who
		w.Retests = []session.Retest{{Date: today.AddDays(-ago), Sport: training.Run, Change: by}}
		return w
	}
	for name, c := range map[string]struct {
		done []session.Done
		who  session.Who
		want string
	}{
		"nothing known":             {nil, who, "Assumed: nothing of it is known in half a year. A first one is 4 × 5 min."},
		"a novice":                  {nil, session.Who{Level: training.Novice}, "Assumed: nothing of it is known in half a year. It begins with 3 × 4 min."},
		"well":                      {[]session.Done{done(4, 6, nil)}, who, "Rung 4, such as 4 × 5 min, was planned on Mon 23 Nov. It went well: next is 3 × 8 min."},
		"well, lately":              {[]session.Done{done(4, 2, nil)}, who, "Rung 4, such as 4 × 5 min, was planned on Fri 27 Nov. It went well: next is 3 × 8 min. From Wed 2 Dec on; before that a rung is repeated in another shape."},
		"three of four":             {[]session.Done{done(4, 6, share(0.75))}, who, "Rung 4, such as 4 × 5 min, was planned on Mon 23 Nov. The last one was skipped, cut short or harder than it should be: next is 3 × 6 min."},
		"twice":                     {[]session.Done{done(5, 13, share(0.5)), done(5, 6, share(0.5))}, who, "Rung 5, such as 3 × 8 min, was planned on Mon 23 Nov. The last one was skipped, cut short or harder than it should be: next is 3 × 6 min. It failed twice running: what was in the way?"},
		"far too easy twice":        {[]session.Done{done(4, 13, rpe(4)), done(4, 6, rpe(4))}, who, "Rung 4, such as 4 × 5 min, was planned on Mon 23 Nov. Far too easy twice, so two rungs up, or a test: next is 4 × 7 min."},
		"long ago":                  {[]session.Done{done(6, 22, nil)}, who, "Rung 6, such as 4 × 7 min, was planned on Sat 7 Nov. Time, illness or injury have cost 2 rungs since then: next is 4 × 5 min."},
		"a better test":             {[]session.Done{done(6, 6, nil)}, retested(0.052, 3), "Rung 6, such as 4 × 7 min, was planned on Mon 23 Nov. Your threshold rose by 5.2 % on Thu 26 Nov, so one step back: next is 3 × 8 min."},
		"a better test after weeks": {[]session.Done{done(6, 22, nil)}, retested(0.05, 3), "Rung 6, such as 4 × 7 min, was planned on Sat 7 Nov. Time, illness or injury have cost 2 rungs since then, and your threshold rose by 5 % on Thu 26 Nov: one step more back: next is 3 × 6 min."},
		"a worse test":              {[]session.Done{done(6, 6, nil)}, retested(-0.05, 3), "Rung 6, such as 4 × 7 min, was planned on Mon 23 Nov. It went well: next is 3 × 10 min."},
		"an activity of a session":  {[]session.Done{planned(bare(22))}, who, "What was done on Fri 27 Nov, of a session that is of no family, shows 4 × 5 min. Next is 3 × 8 min. From Wed 2 Dec on; before that a rung is repeated in another shape."},
		"an activity":               {[]session.Done{bare(22)}, who, "An activity that nobody planned shows 4 × 5 min, on Fri 27 Nov. Next is 3 × 8 min. From Wed 2 Dec on; before that a rung is repeated in another shape."},
		"weeks without it":          {[]session.Done{done(6, 40, nil), {Date: today - 5, Session: "t", Reading: session.Reading{Family: "R-TEMPO", Level: 4}, Share: 1}}, who, "Rung 6, such as 4 × 7 min, was planned on Tue 20 Oct. Other hard work has kept it for four weeks and more, and the rung is repeated: next is 4 × 7 min."},
		"a small activity":          {[]session.Done{bare(12)}, who, "Assumed: what an activity shows on Fri 27 Nov is less. Next is 4 × 5 min. From Wed 2 Dec on; before that a rung is repeated in another shape."},
		"the cap":                   {[]session.Done{done(8, 6, nil)}, who, "Rung 8, such as 4 × 8 min, was planned on Mon 23 Nov. Experience and the minutes of a week allow no more for now: next is 4 × 8 min."},
		"the top":                   {[]session.Done{done(10, 6, nil)}, session.Who{Level: training.Advanced}, "Rung 10, such as 4 × 10 min, was planned on Mon 23 Nov. It is the top of the ladder: next is 4 × 10 min again."},
	} {
		s := session.Levels(c.done, today, c.who)["R-THR"]
		f, _ := session.Find("R-THR")
		if got := reason.Level(&f, &s, monday); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, c.want)
		}
	}
	for _, f := range session.All() {
		if f.Rungs == 0 {
			continue
		}
		for level := range 10 {
			s := session.Levels([]session.Done{{Date: today - 8, Reading: session.Reading{Family: f.ID, Level: level + 1}, Share: 1}}, today, who)[f.ID]
			if got := reason.Level(&f, &s, monday); !strings.Contains(got, f.Ladder()[s.Next-1].Dose) || strings.Contains(got, "..") {
				t.Errorf("%s on rung %d: %s", f.ID, level+1, got)
			}
		}
	}
}

// What is not hard is repeated after an illness, and says so.
func TestLevelAfterAnIllness(t *testing.T) {
	today := monday - 1
	who := session.Who{Level: training.Intermediate, CTL: 52, Setbacks: []session.Setback{{Until: today - 2, Days: 4}}}
	f, _ := session.Find("B-TEMPO")
	s := session.Levels([]session.Done{{Date: today - 8, Reading: session.Reading{Family: "B-TEMPO", Level: 2}, Share: 1}}, today, who)["B-TEMPO"]
	if got := reason.Level(&f, &s, monday); got != "Rung 2, such as 2 × 15 min, was planned on Sat 21 Nov. After an illness the rung is repeated: next is 2 × 15 min." {
		t.Error(got)
	}
}
