package session

import (
	"slices"

	"fortnight/training"
)

// Standing is where an athlete stands in a family.
//
// Level is what he holds, 1 to the family's rungs, 0 where it has none. Hold, Productive and Stretch are what may be planned from it, at most
// what the caps allow; Next is the one of them that last time asks for, Step rungs above Level where no cap is in the way. Before From the
// rung is repeated in another shape. Reached is the highest rung of the last half year that went well, 0 for none, and Lost how many rungs
// time, illness, injury and new thresholds have cost since LastDone; of them Risen says what new thresholds did.
type Standing struct {
	Level                           int
	Evidence                        Evidence
	Hold, Productive, Stretch, Next int
	Step                            int
	Reached, Lost                   int
	From                            training.Date
	LastDone                        training.Date // 0 for never
	Ask                             bool          // two failures running: the athlete is to be asked why
	TestDue                         bool          // it was far too easy twice
	Held                            bool          // an illness of three days and more since LastDone: the rung is repeated
	Waited                          bool          // four weeks and more without it, while other hard work went on in its sport: the rung is repeated
	Risen                           *Risen        // nil where no threshold has made the rungs harder since LastDone
}

// Levels is where an athlete stands in every family today. Sessions may come in any order; those after today do not count (coaching
// specification, 3.2).
func Levels(done []Done, today training.Date, who Who) map[ID]Standing {
	history := slices.DeleteFunc(slices.Clone(done), func(d Done) bool { return d.Date > today || d.Date < today.AddDays(-forgotten) })
	slices.SortStableFunc(history, func(a, b Done) int { return int(a.Date - b.Date) })
	standings, worked := make(map[ID]Standing, len(families)), keyWork(history)
	for i := range families {
		f := &families[i]
		standings[f.ID] = standing(f, history, today, worked[f.Base()], &who)
	}
	return standings
}

// keyWork is when hard endurance work was last done in each sport.
func keyWork(history []Done) map[training.Sport]training.Date {
	last := map[training.Sport]training.Date{}
	for i := range history {
		d := &history[i]
		if at, known := places[d.Reading.Family]; known && !d.Skipped && families[at].key() {
			last[families[at].Base()] = d.Date
		}
	}
	return last
}

// halfAndWhole is how many rungs a ladder has that is half of something and then all of it.
const halfAndWhole = 2

// standing is where an athlete stands in a family. Worked is when hard work was last done in its sport, 0 for never.
func standing(f *Family, history []Done, today, worked training.Date, who *Who) Standing {
	t := track{family: f}
	for i := range history {
		t.add(&history[i])
	}
	s := Standing{LastDone: t.seen, Ask: t.failures > 1, TestDue: t.tooEasy > 1}
	if f.Rungs == 0 {
		return s
	}
	s.Level, s.Evidence, s.Step, s.Reached = who.assumed(f), Evidence{Kind: Assumed}, 1, t.reached
	switch {
	case t.seen != 0:
		s.Lost = t.lost(today, worked, who)
		if s.Risen = harder(f, t.seen, today, who.Retests); s.Risen != nil {
			s.Lost += s.Risen.Rungs
		}
		if at := t.level - s.Lost; t.evidence.Kind == FromSession || at >= s.Level {
			s.Level, s.Evidence = at, t.evidence
		} // an activity that nobody planned shows what was done, not what could not be
		s.Held = t.held(today, who.Setbacks)
		s.Waited = t.awaits(today, worked)
		if s.Step = t.step; s.Lost > 0 || s.Held || s.Waited {
			s.Step = 0
		}
	case f.Rungs == halfAndWhole: // a rehearsal begins with half of it, whoever does it
		s.Level, s.Step = 1, 0
	case t.skipped, who.LevelIn(f) == training.Novice: // a novice begins with the first rung
		s.Step = 0
	}
	s.Level = min(max(1, s.Level), f.Rungs)
	s.plan(f, who)
	if t.seen != 0 {
		s.From = t.seen.AddDays(stepDays)
	}
	return s
}

// plan is what may be planned from the level.
func (s *Standing) plan(f *Family, who *Who) {
	s.Hold = Cap(f, s.Level, who, 0)
	s.Productive = Cap(f, s.Level+1, who, 0)
	s.Stretch = s.Productive
	if who.Stretches(f) {
		s.Stretch = Cap(f, s.Level+2, who, 0)
	}
	s.Next = Cap(f, s.Level+s.Step, who, 0)
}

// Stretches tells whether two rungs up may be planned: by who is no novice, not young, fresh enough, and not on the way to a race or back.
func (w *Who) Stretches(f *Family) bool {
	resting, level := w.Phase == Taper || w.Phase == Return || w.Phase == Recovery, w.LevelIn(f)
	return !w.Young && !resting && (level == training.Advanced || level == training.Intermediate && w.Form > -10)
}

// minorShare is the share of the time below which a sport is not one that the athlete is used to.
const minorShare = 0.15

// assumed is the level of an athlete in a family that nothing is known of.
func (w *Who) assumed(f *Family) int {
	level := 1
	switch w.LevelIn(f) {
	case training.Intermediate:
		level = 2
		if w.CTL >= 45 {
			level++
		}
		if w.CTL >= 60 {
			level++
		}
	case training.Advanced:
		level = 4
		if w.CTL >= 85 {
			level++
		}
	}
	if sport := f.Base(); len(w.Shares) > 0 && w.Shares[sport] < minorShare && sport.Endurance() {
		level--
	}
	if w.Stated {
		level--
	}
	return max(1, level)
}
