package family

import (
	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
	"fortnight/session"
	"fortnight/training"
)

// strength is STR-1 to STR-6: lifting.
type strength struct{ *frame.Frame }

// What science §2.6 fixes for everybody.
const (
	legSetsDay   = 12 // STR-4, in one session
	seasonDays   = 42 // STR-2, before an A event
	freshHours   = 48 - catalogue.ToleranceHours
	taperReserve = 1 // STR-6: no set to failure
)

// buildWeight is what a row of STR-1 costs. A session too few is missing in up to four patterns: its rows share the rule's weight, or one
// lift would outweigh a week of endurance.
var buildWeight = catalogue.Strong.Weight() / frame.MajorPatterns

// measure measures STR-1, STR-2, STR-4 and STR-5.
func (f strength) measure(out frame.Sink) {
	for day := 1; day <= f.Input.Days; day++ {
		f.patternWeek(out, day)
		f.legWeek(out, day)
	}
	for n := f.Firsts[1]; n < len(f.Items); n++ {
		if i := &f.Items[n]; i.Planned && i.LegSets > 0 && !f.Fine(float64(i.LegSets), legSetsDay) {
			out.Take(frame.Row{
				Rule: catalogue.STR4, Severity: catalogue.Soft, From: i.Day, To: i.Day, Measured: float64(i.LegSets), Limit: legSetsDay,
				A: i, Note: "session",
			})
		}
	}
}

// freshLegs measures STR-6.
func (f strength) freshLegs(out frame.Sink) {
	for n := f.Recent; n < len(f.Items); n++ {
		if legReserve(&f.Items[n]) {
			f.fresh(out, n)
		}
	}
}

// patternWeek measures STR-1 in base and build or, else, in the six weeks before an A event, STR-2 for seven days of the plan. Weeks that
// begin in history are not judged: what is logged there does not say which patterns were trained.
func (f strength) patternWeek(out frame.Sink, day int) {
	if day < 7 || !f.Strengthens {
		return
	}
	s := &f.Weeks[day]
	switch {
	case f.HeldBack(day): // a condition asks for fewer, and lighter ones
	case f.Builds && f.building(day):
		f.patterns(out, day, s)
	case f.inSeason(day):
		if measured := float64(s.Lifts); !f.Reached(measured, f.Limits.KeepSessions) {
			f.Emit(out, &frame.Row{
				Rule: catalogue.STR2, Severity: catalogue.Soft, From: day - 6, To: day, Measured: measured, Limit: f.Limits.KeepSessions,
				AtLeast: true,
				Pick:    frame.IsLift,
			})
		}
	}
}

func (f strength) patterns(out frame.Sink, day int, s *frame.Sums) {
	limit := min(f.Limits.PatternSessions, f.LiftPlaces)
	if f.Limits.Owns(catalogue.STR1, catalogue.Soft) {
		limit = f.Limits.PatternSessions
	}
	for p, sessions := range s.Patterns {
		unknown := s.UnsaidLifts > 0 && float64(sessions) < limit
		if f.Reached(float64(sessions), limit) || f.BrokenOnly && unknown {
			continue
		}
		f.Emit(out, &frame.Row{
			Rule: catalogue.STR1, Severity: catalogue.Soft, From: day - 6, To: day, Measured: float64(sessions),
			Limit: limit, AtLeast: true,
			Unknown: unknown, Weight: buildWeight, Note: frame.PatternNames[p], Pick: frame.IsLift,
		})
	}
}

// building tells whether the seven days that end on a planned day are of base or build.
func (f strength) building(day int) bool {
	for d := day - 6; d <= day; d++ {
		if p := f.Phase(d); p != session.Base && p != session.Build {
			return false
		}
	}
	return true
}

// inSeason tells whether an A event is at most six weeks and more than one away from a day.
func (f strength) inSeason(day int) bool {
	date := f.Date(day)
	for e := range f.Input.Profile.Events {
		event := &f.Input.Profile.Events[e]
		if left := int(event.Date - date); event.Priority == training.EventA && left > lastDays && left <= seasonDays {
			return true
		}
	}
	return false
}

// legWeek measures the hard leg sets of seven days against what is enough (STR-4) and against the mean of the four weeks before the plan
// (STR-5).
func (f strength) legWeek(out frame.Sink, day int) {
	measured, given := float64(f.Weeks[day].LegSets), float64(f.FixedWeeks[day].LegSets)
	if f.Fine(measured, max(given, min(f.Limits.LegSetsWeek, f.MostLegSets))) {
		return
	}
	r := frame.Row{Severity: catalogue.Soft, From: day - 6, To: day, Measured: measured, Pick: frame.HasLegSets}
	if limit := max(f.Limits.LegSetsWeek, given); !f.Fine(measured, limit) {
		r.Rule, r.Limit, r.Unknown = catalogue.STR4, limit, f.Known < catalogue.SeedDays && measured <= limit
		f.Emit(out, &r)
	}
	if limit := max(f.MostLegSets, given); !f.Fine(measured, limit) {
		r.Rule, r.Limit, r.Unknown = catalogue.STR5, limit, f.Known < catalogue.SeedDays
		f.Emit(out, &r)
	}
}

// legReserve tells whether a lift says how hard its leg sets are.
func legReserve(i *frame.Item) bool {
	return i.Patterns&(1<<frame.Squat|1<<frame.Hinge) != 0 && i.Reserve < 10
}

// fresh measures STR-6: the repetitions in reserve of leg sets in the 48 hours before a key endurance session, and of heavy leg work in a
// taper, where none is to failure.
func (f strength) fresh(out frame.Sink, n int) {
	lift := &f.Items[n]
	r := frame.Row{
		Rule: catalogue.STR6, Severity: catalogue.Soft, From: lift.Day, To: lift.Day, Measured: float64(lift.Reserve), AtLeast: true,
		A: lift,
	}
	if lift.Planned && lift.Heavy && f.Tapering(lift.Day) {
		r.Limit = taperReserve
	}
	for m := n + 1; m < len(f.Items) && f.Items[m].Start-lift.Start < freshHours*60; m++ {
		if key := &f.Items[m]; key.Key && key.Endures && (key.Planned || lift.Planned) {
			r.Limit, r.B, r.To = max(r.Limit, f.Limits.Reserve), key, key.Day
			break
		}
	}
	if r.Limit > 0 && !f.Reached(r.Measured, r.Limit) {
		f.Emit(out, &r)
	}
}

func (f strength) message(r *frame.Row, span string) string {
	switch r.Rule {
	case catalogue.STR1:
		return f.Say(span, " "+r.Note+" is trained in %0 %{session|sessions}; %0 %{builds|build} strength.", r.Measured, r.Limit)
	case catalogue.STR2:
		return f.Say(span, " there %[is|are] %0 strength %{session|sessions}; %0 %{keeps|keep} what was built.", r.Measured, r.Limit)
	case catalogue.STR3:
		return f.Say(
			"", "Two sessions with hard sets for the legs start %1 h apart, on "+f.When(r.A)+" and "+f.When(r.B)+"; at least %0 h are needed.",
			r.Measured, r.Limit,
		)
	case catalogue.STR4:
		if r.Note == "session" {
			return f.Say("The session on "+f.When(r.A), " has %0 hard leg %{set|sets}; at most %0 should be.", r.Measured, r.Limit)
		}
		return f.Say(span, " there %[is|are] %0 hard leg %{set|sets}; at most %0 should be.", r.Measured, r.Limit)
	case catalogue.STR5:
		return f.Say(span, " there %[is|are] %0 hard leg %{set|sets} against %1 a week before; at most %1 should be.", r.Measured, f.UsualLegSets, r.Limit)
	}
	if r.B == nil {
		return f.Say("Leg sets on "+f.When(r.A), " leave %0 %{repetition|repetitions} in reserve; in a taper none should go to failure.", r.Measured)
	}
	return f.Say(
		"Leg sets on "+f.When(r.A), " leave %0 %{repetition|repetitions} in reserve before the key session on "+f.When(r.B)+"; at least %0 should be left.",
		r.Measured, r.Limit,
	)
}

// hardLegWork is from how many hard sets on two sessions for the legs must be kept apart.
const hardLegWork = 4

// legSpacing measures STR-3, where leg work meets itself.
func (f strength) legSpacing(out frame.Sink) {
	var before *frame.Item
	for n := f.Near(); n < len(f.Items); n++ {
		if lift := &f.Items[n]; lift.LegSets > 0 {
			f.sameMuscles(out, before, lift)
			before = lift
		}
	}
}

// sameMuscles measures the hours between two sessions with hard sets for the legs.
func (f strength) sameMuscles(out frame.Sink, a, b *frame.Item) {
	if a == nil || !(a.Planned || b.Planned) {
		return
	}
	r := frame.Pair(catalogue.STR3, catalogue.Soft, a, b, f.Limits.SameSportHours)
	if a.LegSets >= hardLegWork && b.LegSets >= hardLegWork {
		r.Severity = catalogue.Hard
		if f.Limits.Masters {
			out.Take(frame.Pair(catalogue.STR3, catalogue.Soft, a, b, f.Limits.MasterSportHours))
		}
	}
	f.Bound(out, &r)
}
