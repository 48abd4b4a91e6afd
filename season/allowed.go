package season

import (
	"slices"

	"fortnight/session"
	"fortnight/training"
)

// chooser tells which families a week may hold.
type chooser struct {
	athlete *Athlete
	format  training.EventFormat
	phase   session.Phase
	off     bool          // health and maintenance: what is for base counts as well
	from    training.Date // the first planned day
	ends    training.Date // the last of the week
	last    map[session.ID]training.Date
	levels  map[session.ID]int
	test    bool // a step-back week: tests may stand in it
	learns  bool // the athlete still learns to lift
}

// lightUntil is the week of training up to which a novice's key sessions are strides and hills.
const lightUntil = 12

// allowed tells whether a family may stand in the week: who may do it, when in a season, how long after the last, and with what.
func (c *chooser) allowed(id session.ID) bool { return c.refusal(id) == "" }

// refusal is why a family may not stand in the week, empty where it may.
func (c *chooser) refusal(id session.ID) Refusal {
	f, known := session.Find(id)
	switch {
	case !known:
		return RefusedUnknown
	case !session.EquippedFor(f.Sport, c.athlete.Gear):
		return RefusedEquipment
	case !c.sportAllowed(&f):
		return RefusedSport
	case f.StepBack && !c.test:
		return RefusedStepBack
	case !c.windowed(&f):
		return RefusedWindow
	case !c.reached(&f):
		return RefusedExperience
	case !f.Equipped(c.athlete.Gear), f.Access.Supervised && !slices.Contains(c.athlete.Gear, training.OpenWater):
		return RefusedEquipment // open water is taken for at hand where somebody says so alone: he is told to go there with others
	case c.harms(&f), !c.athlete.mayFamily(&f):
		return RefusedHealth
	}
	last, done := c.last[id]
	latest := c.ends
	if last >= c.from { // planned, in the middle of its week as far as anybody knows: so is this one
		latest = c.ends.AddDays(-3)
	}
	if done && int(latest-last) < f.Gap {
		return RefusedGap
	}
	return ""
}

// harms tells whether a family does what the athlete must not do.
func (c *chooser) harms(f *session.Family) bool {
	for _, no := range f.No {
		if no != session.NoTiredLegs && slices.Contains(c.athlete.No, no) {
			return true
		}
	}
	return f.Sport == training.Run && slices.Contains(c.athlete.No, session.NoImpact)
}

func (c *chooser) sportAllowed(f *session.Family) bool {
	if severalSports(f.ID) {
		return c.athlete.may(training.Run) && c.athlete.may(training.Ride)
	}
	return c.athlete.may(f.Sport)
}

func (c *chooser) windowed(f *session.Family) bool {
	if f.Windows == 0 || f.StepBack {
		return true
	}
	in := f.Windows.Has(c.phase) || c.off && f.Windows.Has(session.Base) || c.learned(f) || c.mainLifts(f)
	if in && c.phase == session.Specific && len(f.Formats) > 0 {
		return slices.Contains(f.Formats, string(c.format))
	}
	return in
}

// learned tells whether a family is one by which lifts are learned, in the weeks in which others lift heavily: who is new to something has the
// sessions of base until it is no longer new (coaching 0, 5).
func (c *chooser) learned(f *session.Family) bool {
	return f.Sport == training.Strength && f.Class == session.Strength && f.Windows.Has(session.Base) && f.Access.LiftMonths == 0 &&
		(c.phase == session.Build || c.phase == session.Specific) && c.learns
}

// mainLifts tells whether a family is one of the main lifts in the last weeks before a meet, where the cell to the left has what is missing: who lifts
// in a meet goes on with the bar (coaching 0, "nothing allowed: the cell to the left").
func (c *chooser) mainLifts(f *session.Family) bool {
	return c.phase == session.Specific && SportOf(c.format) == training.Strength && f.Sport == training.Strength && f.Class == session.Strength && f.Windows.Has(session.Build)
}

// reached tells whether the athlete's experience is enough.
func (c *chooser) reached(f *session.Family) bool {
	a, level := c.athlete, c.athlete.LevelIn(f.Base())
	access := &f.Access
	switch {
	case access.NotYouth && a.Youth(), access.NotMasters60 && a.Age >= heavyAge:
		return false
	case a.LiftMonths() < access.LiftMonths, a.MonthsIn(training.Run) < access.RunMonths:
		return false
	case level == training.Novice && access.NoviceWeek > 0 && a.TrainingWeek > 0 && a.TrainingWeek < access.NoviceWeek:
		return false
	case access.After != "" && c.levels[access.After] >= access.AfterLevel:
		return true
	}
	switch access.From {
	case training.Intermediate:
		return level != training.Novice || access.NoviceUpTo > 0 && (a.TrainingWeek == 0 || a.TrainingWeek > lightUntil)
	case training.Advanced:
		return level == training.Advanced
	}
	return true
}

// learnerMonths is for how long lifts are learned (coaching 5).
const learnerMonths = 6

// LearnsLifts tells whether the athlete still learns to lift.
func (a *Athlete) LearnsLifts() bool { return a.LiftMonths() < learnerMonths }

// LiftMonths is how long the athlete has lifted. Where nobody says, it is as long as the level says of who has lifted at all; of whom no lift is on
// record is taken for somebody who has never lifted, however well trained.
func (a *Athlete) LiftMonths() int {
	switch {
	case a.StrengthKnown:
		return a.StrengthMonths
	case !a.Lifted:
		return 0
	}
	return ofThree(a.Level, [3]int{0, 12, 36})
}

// first are the allowed families of the first list that has any, the least recently done first; then those of the lists after it.
func (c *chooser) first(cells ...[]session.ID) []session.ID {
	var all []session.ID
	for _, cell := range cells {
		var open []session.ID
		for _, id := range cell {
			if c.allowed(id) && !slices.Contains(all, id) {
				open = append(open, id)
			}
		}
		slices.SortStableFunc(open, func(a, b session.ID) int { return int(c.lastOf(a) - c.lastOf(b)) })
		all = append(all, open...)
	}
	return all
}

// lastOf is when a family was last done, long ago where never.
func (c *chooser) lastOf(id session.ID) training.Date {
	if day, done := c.last[id]; done {
		return day
	}
	return training.MinDate
}

// keyCells are the cells for K or K2 of a phase, then those to the left of it.
func (r *row) keyCells(phase session.Phase, second bool) [][]session.ID {
	build, specific := r.buildK, r.specificK
	if second {
		build, specific = r.buildK2, r.specificK2
	}
	switch phase {
	case session.Specific, session.Taper:
		return [][]session.ID{specific, build, r.baseK}
	case session.Build:
		return [][]session.ID{build, r.baseK}
	}
	return [][]session.ID{r.baseK}
}

// isHI tells whether a family is high intensity at a level: what is measured as such, not what is called so.
func isHI(id session.ID, level int) bool {
	f, known := session.Find(id)
	if !known {
		return false
	}
	if f.Sport == training.Strength && !stations(id) {
		return false
	}
	switch f.Class {
	case session.Threshold, session.VO2, session.Anaerobic:
	case session.RaceSpecific:
		if id == "H-SIM" || id == "H-COMP" || id == "X-BRP" {
			return true
		}
	case session.Test:
		return true
	default:
		return false
	}
	if f.Work == nil {
		return true
	}
	w := f.Work(max(level, 1))
	if w.RPE >= 8 || w.Low == 0 {
		return w.Seconds == 0 || w.Seconds >= severeSeconds
	}
	return (w.Low+w.High)/2 >= highIntensity && (w.Seconds == 0 || w.Seconds >= highSeconds || w.High > 1.05 && w.Seconds >= severeSeconds)
}

// What makes a session one of high intensity: eight minutes at .95 of threshold and more, or four well above it (science 0).
const (
	highIntensity = .95
	highSeconds   = 8 * 60
	severeSeconds = 4 * 60
)
