package family

import (
	"math"
	"slices"

	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
	"fortnight/season"
	"fortnight/session"
	"fortnight/training"
)

// wanted is FIL-1, WIN-1, MIN-1, PRG-1, BUD-1 and LD-8's target: what was decided for the weeks of the plan.
type wanted struct{ *frame.Frame }

// What the rules cost where they are SOFT (coaching §8).
const (
	floorWeight  = 3
	rungWeight   = 3
	budgetWeight = 2
)

// Bands of minutes and lengths as shares of what was decided (coaching 2.5, 9.1).
const (
	weekRoom       = 0.07
	fortnightRoom  = 0.05
	longRoom       = 0.05
	longHalf       = 0.15 // off by so much a long session costs half of what it may
	longAll        = 0.30 // and so much all of it
	oneRungOff     = 0.4  // of what two rungs off cost
	preventionMost = 20 * 60
)

// prevention is the family of lifts that needs no place in a week while it is short.
const prevention session.ID = "Q-PREV"

func (f wanted) measure(out frame.Sink) {
	if len(f.Input.Weeks) == 0 && len(f.Input.Workouts) == 0 {
		return
	}
	f.windows(out)
	minutes, decided := 0.0, 0
	for n := range f.Input.Weeks {
		w := &f.Input.Weeks[n]
		first := int(w.First-f.Input.From) + 1
		if first < 1 || first+6 > f.Input.Days {
			continue
		}
		f.places(out, w, first)
		f.floors(out, f.Floors[n], first)
		f.rungs(out, w, first)
		f.long(out, w, first)
		if w.Minutes > 0 {
			minutes, decided = minutes+f.week(out, w, first), decided+w.Minutes
		}
	}
	if decided > 0 {
		f.allWeeks(out, minutes/float64(decided))
	}
}

// itemsOf are the items of seven days from a planned one on.
func (f wanted) itemsOf(first int) []frame.Item { return f.Items[f.Firsts[first]:f.Firsts[first+7]] }

// places measures FIL-1: the lifts of a week. Those that are locked or done are not held against it, nor, on a calendar, those of a plan.
func (f wanted) places(out frame.Sink, w *frame.WeekTarget, first int) {
	if w.Lifts == nil {
		return
	}
	items := f.itemsOf(first)
	lifts, given := 0, 0
	for n := range items {
		if i := &items[n]; takesPlace(i) {
			lifts++
			given += int(frame.One(i.Fixed || !i.Planned || !f.Asks(i)))
		}
	}
	if measured, limit := float64(lifts), float64(max(*w.Lifts, given)); !f.Fine(measured, limit) {
		out.Take(frame.Row{
			Rule: catalogue.FIL1, Severity: f.Binds(), From: first, To: first + 6, Measured: measured, Limit: limit, Pick: takesPlace,
		})
	}
}

// takesPlace tells whether an item is a lift that needs a place: mobility and short prevention need none (coaching 11).
func takesPlace(i *frame.Item) bool {
	return frame.IsLift(i) && !isCare(i) && !(i.Family != nil && i.Family.ID == prevention && i.Seconds <= preventionMost)
}

// isCare tells whether an item is mobility or the pelvic floor, which stand beside the week's sessions and take none of its minutes (coaching 0 and 12).
func isCare(i *frame.Item) bool { return i.Family != nil && i.Family.Class == session.Mobility }

// floors measures MIN-1: the sessions of each sport in a week that nothing is added to any more.
func (f wanted) floors(out frame.Sink, floors []frame.Floor, first int) {
	if !f.Input.Complete {
		return
	}
	items := f.itemsOf(first)
	for _, floor := range floors {
		count := 0
		for n := range items {
			count += int(frame.One(items[n].Floors&floor.Sport != 0))
		}
		if !f.Reached(float64(count), float64(floor.Least)) {
			out.Take(frame.Row{
				Rule: catalogue.MIN1, Severity: catalogue.Soft, From: first, To: first + 6, Measured: float64(count), Limit: float64(floor.Least),
				AtLeast: true, Weight: floorWeight, Note: floor.Name, Pick: frame.HasLoad,
			})
		}
	}
}

// rungs measures PRG-1 for the sessions of a week whose family has a level to be done.
func (f wanted) rungs(out frame.Sink, w *frame.WeekTarget, first int) {
	items := f.itemsOf(first)
	for n := range items {
		i := &items[n]
		if !i.Planned || i.Identity == nil || i.Identity.Level == 0 {
			continue
		}
		for _, t := range w.Rungs {
			if t.Family != i.Identity.Family {
				continue
			}
			off := math.Abs(float64(i.Identity.Level - t.Level))
			if f.Fine(off, 0) {
				break
			}
			r := frame.Row{Rule: catalogue.PRG1, Severity: catalogue.Soft, From: i.Day, To: i.Day, A: i, Measured: off, Weight: rungWeight / max(1, off)}
			if off == 1 {
				r.Weight = rungWeight * oneRungOff
			}
			out.Take(r)
			break
		}
	}
}

// long measures PRG-1 for the longest session of the sport that a week's long one is of.
func (f wanted) long(out frame.Sink, w *frame.WeekTarget, first int) {
	if w.Long == nil {
		return
	}
	items := f.itemsOf(first)
	length, longest := 0.0, (*frame.Item)(nil)
	for n := range items {
		i := &items[n]
		if l := lengthOf(i, w.Long); l > length && !i.Raced {
			length, longest = l, i
		}
	}
	target := float64(w.Long.Minutes)
	if w.Long.Meters > 0 {
		target = w.Long.Meters
	}
	if longest == nil || !longest.Planned || target == 0 {
		return
	}
	off := math.Abs(length/target - 1)
	if f.Fine(off, longRoom) {
		return
	}
	r := frame.Row{
		Rule: catalogue.PRG1, Severity: catalogue.Soft, From: longest.Day, To: longest.Day, A: longest, Measured: off, Limit: longRoom, Note: "long",
	}
	if excess := r.Excess(); excess > 0 {
		r.Weight = rungWeight * offBy(off) / excess
	}
	out.Take(r)
}

// offBy is what a long session costs that is off by a share of its target, 0 to 1.
func offBy(off float64) float64 {
	switch {
	case off <= longRoom:
		return 0
	case off <= longHalf:
		return 0.5 * (off - longRoom) / (longHalf - longRoom)
	}
	return min(1, 0.5+0.5*(off-longHalf)/(longAll-longHalf))
}

// lengthOf is how long an item is in what a long session's target is counted in, 0 where it is of another sport.
func lengthOf(i *frame.Item, t *frame.LongTarget) float64 {
	switch {
	case t.Sport == training.Run && t.Meters > 0:
		return i.Meters
	case t.Sport == training.Run:
		return float64(i.RunSeconds) / 60
	case t.Sport == training.Ride:
		return float64(i.Ridden) / 60
	case i.Sport != t.Sport:
		return 0
	case t.Sport == training.Swim && t.Meters > 0:
		return i.Far
	}
	return float64(i.Seconds) / 60
}

// week measures BUD-1's most and LD-8's least for a week, and returns its minutes: all but mobility, the pelvic floor and races.
func (f wanted) week(out frame.Sink, w *frame.WeekTarget, first int) float64 {
	minutes, given := 0.0, 0.0
	items := f.itemsOf(first)
	for n := range items {
		if i := &items[n]; i.Load && !i.Raced && !isCare(i) {
			minutes += float64(i.Seconds) / 60
			if i.Fixed || !i.Planned {
				given += float64(i.Seconds) / 60
			}
		}
	}
	decided := float64(w.Minutes)
	share, most := minutes/decided, max(1+weekRoom, given/decided)
	if !f.Fine(share, most) {
		out.Take(frame.Row{
			Rule: catalogue.BUD1, Severity: catalogue.Soft, From: first, To: first + 6, Measured: share, Limit: most, Weight: budgetWeight, Pick: frame.HasLoad,
		})
	}
	if light := f.Light[first+6] != "" || w.StepBack; f.Input.Complete && !light && !f.Reached(share, 1-weekRoom) {
		out.Take(frame.Row{
			Rule: catalogue.LD8, Severity: catalogue.Soft, From: first, To: first + 6, Measured: share, Limit: 1 - weekRoom, AtLeast: true,
			Weight: budgetWeight, Note: frame.TargetNote, Pick: frame.HasLoad,
		})
	}
	return minutes
}

// allWeeks measures BUD-1 for all weeks of which minutes were decided, together.
func (f wanted) allWeeks(out frame.Sink, share float64) {
	if f.Fine(share, 1+fortnightRoom) && f.Reached(share, 1-fortnightRoom) {
		return
	}
	r := frame.Row{Rule: catalogue.BUD1, Severity: catalogue.Soft, From: 1, To: f.Input.Days, Measured: share, Weight: budgetWeight, Note: "all", Pick: frame.HasLoad}
	if r.Limit = 1 + fortnightRoom; !f.Fine(share, r.Limit) {
		out.Take(r)
	}
	if r.Limit, r.AtLeast = 1-fortnightRoom, true; f.Input.Complete && !f.Reached(share, r.Limit) {
		out.Take(r)
	}
}

// windows measures WIN-1 for each session whose family is known. What stands by somebody's hand may stand out of its season: no plan proposes it,
// and the rule, HARD for what a plan may change, is then SOFT.
func (f wanted) windows(out frame.Sink) {
	if len(f.Input.Workouts) == 0 {
		return
	}
	for n := f.Firsts[1]; n < len(f.Items); n++ {
		i := &f.Items[n]
		if !i.Planned || i.Raced || i.Family == nil {
			continue
		}
		f.gap(out, n)
		if !f.Asks(i) {
			continue
		}
		at := i.Window()
		if *at == frame.Unasked {
			*at = f.window(i.Family, i.Day)
		}
		if *at == frame.Wished {
			continue
		}
		note, measured := shut[*at], 0.0
		if note != "" {
			measured = 1
		}
		if !f.Fine(measured, 0) {
			out.Take(frame.Row{
				Rule: catalogue.WIN1, Severity: f.changeable(!i.Fixed), From: i.Day, To: i.Day, A: i, Measured: measured, Note: note,
			})
		}
	}
}

// changeable is how much WIN-1 binds sessions that a plan may change, or may not.
func (f wanted) changeable(may bool) catalogue.Severity {
	if may {
		return f.Binds()
	}
	return catalogue.Soft
}

// shut is what the note of a window says that is shut.
var shut = [...]string{frame.ShutByDays: "days", frame.ShutForTests: "test", frame.ShutByPhase: "phase"}

// window is whether a family may stand on a planned day. In a taper what is specific to the race stands as well: a short dose of it sharpens.
func (f wanted) window(family *session.Family, day int) frame.Window {
	w, s := f.Target(day), &f.Season.Standing[day]
	switch {
	case w != nil && slices.Contains(w.Wished, family.ID):
		return frame.Wished
	case family.Days != (session.Span{}):
		if !f.beforeRace(family.Days, day) {
			return frame.ShutByDays
		}
		return frame.Opened
	case family.StepBack:
		if s.Test || w != nil && w.StepBack {
			return frame.Opened
		}
		return frame.ShutForTests
	}
	format := f.Season.Format()
	if s.Event != nil {
		format = s.Event.Kind()
	}
	if season.MayStand(family, s.Phase, format, f.LearnsLifts()) || s.Phase == session.Taper && season.MayStand(family, session.Specific, format, f.LearnsLifts()) {
		return frame.Opened
	}
	return frame.ShutByPhase
}

// beforeRace tells whether a day is so many days before an event.
func (f wanted) beforeRace(days session.Span, day int) bool {
	for n := range f.Season.Windows {
		if left := int(f.Season.Windows[n].Event.Date - f.Date(day)); left >= days.Low && left <= days.High {
			return true
		}
	}
	return false
}

// gap measures the days to the last session of the same family. It binds as long as one of the two may be changed.
func (f wanted) gap(out frame.Sink, n int) {
	i := &f.Items[n]
	for m := n - 1; m >= 0 && f.Items[m].Day > i.Day-i.Family.Gap; m-- {
		if o := &f.Items[m]; o.Family == i.Family {
			if !f.Asks(i) && !f.Asks(o) {
				return
			}
			out.Take(frame.Row{
				Rule: catalogue.WIN1, Severity: f.changeable(!i.Fixed || o.Planned && !o.Fixed), From: o.Day, To: i.Day, A: o, B: i, Measured: float64(i.Day - o.Day),
				Limit: float64(i.Family.Gap), AtLeast: true,
			})
			return
		}
	}
}

func (f wanted) message(r *frame.Row, span string) string {
	switch r.Rule {
	case catalogue.FIL1:
		return f.Say(span, " there %[is|are] %0 %{lift|lifts}; the week has places for %0.", r.Measured, r.Limit)
	case catalogue.WIN1:
		return f.windowMessage(r)
	case catalogue.MIN1:
		return f.Say(span, " there %[is|are] %0 %{session|sessions} of "+r.Note+"; at least %0 were decided.", r.Measured, r.Limit)
	case catalogue.PRG1:
		if r.Note == "long" {
			return f.Say("The long session on "+f.When(r.A), " is %0 %% off the length that was decided; at most %0 %% should be.", 100*r.Measured, 100*r.Limit)
		}
		return f.Say("The session on "+f.When(r.A), " is %0 %{rung|rungs} off the one that was decided.", r.Measured)
	}
	if r.AtLeast {
		return f.Say(span, " there are %0 %% of the minutes that were decided; at least %0 %% should be.", 100*r.Measured, 100*r.Limit)
	}
	return f.Say(span, " there are %0 %% of the minutes that were decided; at most %0 %% should be.", 100*r.Measured, 100*r.Limit)
}

func (f wanted) windowMessage(r *frame.Row) string {
	switch {
	case r.B != nil:
		return f.Say("Two sessions of one family", " lie %0 %{day|days} apart, on "+f.When(r.A)+" and "+f.When(r.B)+"; at least %0 are needed.", r.Measured, r.Limit)
	case r.Note == "days":
		return "The session on " + f.When(r.A) + " is for the days before a race, and none is near."
	case r.Note == "test":
		return "The test on " + f.When(r.A) + " is for a lighter week."
	case r.Measured > 0:
		return "The session on " + f.When(r.A) + " is not for this part of the season."
	}
	return "The session on " + f.When(r.A) + " is for this part of the season."
}
