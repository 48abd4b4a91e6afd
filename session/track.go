package session

import (
	"slices"

	"fortnight/training"
)

// track follows what an athlete did of a family, from the oldest session to the latest.
type track struct {
	family   *Family
	level    int
	evidence Evidence
	seen     training.Date // of the latest session that was done
	step     int           // what last time asks for next
	failures int           // running
	tooEasy  int           // running
	reached  int           // the highest rung that went well
	skipped  bool          // the latest was
	best     []feat        // since the last session that did not go well
}

// feat is a rung that was done as planned, or an activity that shows one.
type feat struct {
	level    int
	evidence Evidence
}

// kind is what tells of something that was done: a session, or an activity whose lifts are told.
func (d *Done) kind() EvidenceKind {
	if d.Activity != "" {
		return FromActivity
	}
	return FromSession
}

// featOf is a rung that something done shows.
func featOf(d *Done, kind EvidenceKind, level int) feat {
	return feat{level, Evidence{Kind: kind, Date: d.Date, Rung: level, Session: d.Session, Activity: d.Activity, Planned: d.Planned}}
}

// add takes in a session, where it says something of the family.
func (t *track) add(d *Done) {
	switch {
	case d.Reading.Family == "":
		t.activity(d)
	case d.Reading.Family != t.family.ID:
	case d.Skipped:
		t.skipped, t.step = true, 0
	default:
		t.session(d)
	}
}

// activity is one that nobody planned: it may show a level, and asks for nothing.
func (t *track) activity(d *Done) {
	level := shown(t.family, d)
	if level == 0 {
		return
	}
	t.prove(featOf(d, FromActivity, level))
	t.saw(d)
	t.step = 1
}

func (t *track) session(d *Done) {
	planned := max(1, d.Reading.Level)
	if t.family.Rungs == 0 {
		t.saw(d)
		return
	}
	if d.StepBack && (planned < t.level || t.level == 0) { // a part of the rung, which reads as a lower one; a whole rung in a lighter week is one
		t.saw(d)
		t.step = 1
		return
	}
	v := judge(t.family, d)
	if v != tooEasy {
		t.tooEasy = 0
	}
	switch v {
	case failed:
		t.failures++
		t.set(d, planned-min(2, t.failures))
		t.step = 0
	case held:
		t.failures = 0
		t.set(d, planned)
		t.step = 0
	case well, tooEasy:
		t.failures, t.step = 0, 1
		t.prove(featOf(d, d.kind(), planned))
		if v == tooEasy {
			if t.tooEasy++; t.tooEasy == 2 {
				t.step = 2
			}
		}
	}
	t.saw(d)
}

func (t *track) saw(d *Done) { t.seen, t.skipped = d.Date, false }

// set begins anew at a level, after a session that did not go well.
func (t *track) set(d *Done, level int) {
	t.best = nil
	t.level = max(1, level)
	t.evidence = featOf(d, d.kind(), max(1, d.Reading.Level)).evidence
}

// prove takes a rung in: the level is the best of the last 28 days.
func (t *track) prove(p feat) {
	t.best, t.reached = append(t.best, p), max(t.reached, p.level)
	best := feat{}
	for _, old := range t.best {
		if p.evidence.Date-old.evidence.Date < evidenceDays && old.level >= best.level {
			best = old
		}
	}
	t.level, t.evidence = best.level, best.evidence
}

// lost is how many levels time, illness and injury have cost since the family was last done. The worst counts, as they are the same weeks. Where other hard
// work in the sport goes on, time costs nothing up to ten weeks and then one level: families take turns, and a season leaves them out for weeks, without their
// levels falling (coaching specification, 1.2, "levels carry over", and 9.2).
func (t *track) lost(today, worked training.Date, who *Who) int {
	lost := unseen(int(today - t.seen))
	if t.goesOn(worked) {
		kept := unseen(int(today - worked))
		if int(today-t.seen) > carriedOver {
			kept++
		}
		lost = min(lost, kept)
	}
	for _, s := range who.Setbacks {
		if s.Until >= t.seen && s.Until <= today {
			lost = max(lost, s.cost(t.family))
		}
	}
	return lost
}

// goesOn tells whether other hard work in the sport was done since the family was.
func (t *track) goesOn(worked training.Date) bool { return t.family.key() && worked > t.seen }

// awaits tells whether a family has not been done for four weeks and more while other hard work went on: it has lost nothing, and its rung is repeated once.
func (t *track) awaits(today, worked training.Date) bool {
	return t.goesOn(worked) && int(today-t.seen) >= evidenceDays
}

// held tells whether an illness since the family was last done has it stay where it is, as it does with all that is not hard: the first time after it is
// what was done before it (coaching specification, 3.2). An injury holds nothing that it does not touch, for as long as it may last.
func (t *track) held(today training.Date, setbacks []Setback) bool {
	return slices.ContainsFunc(setbacks, func(s Setback) bool {
		return !s.Injury && s.Days >= illDays && s.Until >= t.seen && s.Until <= today
	})
}

// illDays is how long an illness lasts that levels go by.
const illDays = 3

// unseen is what days without the family cost.
func unseen(days int) int {
	switch {
	case days >= 28:
		return 3
	case days >= 21:
		return 2
	case days >= 14:
		return 1
	}
	return 0
}

// cost is what a setback takes from a family: an illness of three days and more from all that is hard, an injury from all that has impact.
func (s *Setback) cost(f *Family) int {
	switch {
	case s.Injury:
		for _, no := range f.No {
			if no == NoImpact {
				return 3
			}
		}
	case s.Days >= illDays && hard(f):
		return 2
	}
	return 0
}

// hard tells whether a family's work is HIGH.
func hard(f *Family) bool {
	switch f.Class {
	case Threshold, VO2, Anaerobic:
		return true
	}
	return f.Rungs > 0 && f.Work(1).HighSeconds > 0
}

// mostShown is how high a level an activity that nobody planned can show.
const mostShown = 4

// mostRest is how much rest to work a family may have for an even effort to be of its kind.
const mostRest = 0.7

// shown is the level that a bare activity shows: by its time at high intensity in the family at threshold of its sport, else by its intensity in
// one whose intensity that is; 0 for none.
func shown(f *Family, d *Done) int {
	if d.Sport != f.Sport || f.Rungs == 0 || d.Skipped || f.Class != Threshold && f.Class != Tempo {
		return 0
	}
	first := f.Work(1)
	seconds := 0
	switch middle := (first.Low + first.High) / 2; {
	case first.RPE > 0 || first.RestRatio > mostRest || first.Low < middle-0.05: // fartlek, big gears and over-unders are no even effort
		return 0
	case d.HighSeconds > 0 && f.Class == Threshold:
		seconds = d.HighSeconds
	case d.HighSeconds == 0 && d.IntensityFactor >= first.Low-0.02 && d.IntensityFactor <= first.High+0.02:
		seconds = d.DurationSeconds
	}
	level := 0
	for l := 1; l <= min(mostShown, f.Rungs); l++ {
		if f.Work(l).Seconds <= seconds {
			level = l
		}
	}
	return level
}

// Days after which a family that was not seen costs levels, and how long evidence counts at its best.
const (
	evidenceDays = 28
	stepDays     = 5   // after which the next rung is due
	carriedOver  = 70  // for which a level stays while other hard work goes on: the eight weeks of a wave, and two in which families take turns
	forgotten    = 180 // days after which what was done says nothing
)
