package rules

import "fortnight/training"

// What science §2.6 fixes for everybody.
const (
	legSetsDay   = 12 // STR-4, in one session
	legSetsFloor = 4  // STR-5, so many more than usual are always allowed
	seasonDays   = 42 // STR-2, before an A event
	freshHours   = 48 - toleranceHours
	taperReserve = 1 // STR-6: no set to failure
)

// buildWeight is what a row of STR-1 costs. A session too few is missing in up to four patterns: its rows share the rule's weight, or one
// lift would outweigh a week of endurance.
var buildWeight = weights[Strong] / majorPatterns

// strength measures STR-1, STR-2, STR-4 and STR-5.
func (f *frame) strength(out sink) {
	for day := 1; day <= f.in.Days; day++ {
		f.patternWeek(out, day)
		f.legWeek(out, day)
	}
	for n := f.firsts[1]; n < len(f.items); n++ {
		if i := &f.items[n]; i.plan && i.legSets > 0 && !f.fine(float64(i.legSets), legSetsDay) {
			out.take(row{rule: str4, severity: Soft, from: i.day, to: i.day, measured: float64(i.legSets), limit: legSetsDay, a: i, note: "session"})
		}
	}
}

// freshLegs measures STR-6.
func (f *frame) freshLegs(out sink) {
	for n := f.recent; n < len(f.items); n++ {
		if f.items[n].legReserve() {
			f.fresh(out, n)
		}
	}
}

// patternWeek measures STR-1 or, in the six weeks before an A event, STR-2 for seven days of the plan. Weeks that begin in history are not
// judged: what is logged there does not say which patterns were trained.
func (f *frame) patternWeek(out sink, day int) {
	if day < 7 || !f.strengthens {
		return
	}
	s := &f.weeks[day]
	if f.inSeason(day) {
		if measured := float64(s.lifts); !f.reached(measured, f.limits.keepSessions) {
			f.emit(out, &row{
				rule: str2, severity: Soft, from: day - 6, to: day, measured: measured, limit: f.limits.keepSessions, atLeast: true,
				pick: lifts,
			})
		}
		return
	}
	if !f.builds {
		return
	}
	for p, sessions := range s.patterns {
		unknown := s.unsaidLifts > 0 && float64(sessions) < f.limits.patternSessions
		if f.reached(float64(sessions), f.limits.patternSessions) || f.brokenOnly && unknown {
			continue
		}
		f.emit(out, &row{
			rule: str1, severity: Soft, from: day - 6, to: day, measured: float64(sessions), limit: f.limits.patternSessions, atLeast: true,
			unknown: unknown, weight: buildWeight, note: patternNames[p], pick: lifts,
		})
	}
}

func lifts(i *item) bool   { return i.lifts && i.load }
func legSets(i *item) bool { return i.legSets > 0 }

// readStrength works out for whom STR-1 and STR-2 are: strength is built where it is a goal and kept where it is one or was trained in the
// four weeks before the plan.
func (f *frame) readStrength() {
	f.builds = f.in.Profile.Priority != training.PriorityEndurance
	month := f.span(&f.fixed, 1-seedDays, 0)
	f.strengthens = f.builds || month.lifts > 0
	f.usualLegSets = float64(month.legSets) / 4
	f.mostLegSets = max(f.limits.legSetsRise*f.usualLegSets, f.usualLegSets+legSetsFloor)
}

// inSeason tells whether an A event is at most six weeks away from a day.
func (f *frame) inSeason(day int) bool {
	date := f.date(day)
	for e := range f.in.Profile.Events {
		event := &f.in.Profile.Events[e]
		if left := int(event.Date - date); event.Priority == training.EventA && left >= 0 && left <= seasonDays {
			return true
		}
	}
	return false
}

// legWeek measures the hard leg sets of seven days against what is enough (STR-4) and against the mean of the four weeks before the plan
// (STR-5).
func (f *frame) legWeek(out sink, day int) {
	measured, given := float64(f.weeks[day].legSets), float64(f.fixedWeeks[day].legSets)
	if f.fine(measured, max(given, min(f.limits.legSetsWeek, f.mostLegSets))) {
		return
	}
	r := row{severity: Soft, from: day - 6, to: day, measured: measured, pick: legSets}
	if limit := max(f.limits.legSetsWeek, given); !f.fine(measured, limit) {
		r.rule, r.limit, r.unknown = str4, limit, f.known < seedDays && measured <= limit
		f.emit(out, &r)
	}
	if limit := max(f.mostLegSets, given); !f.fine(measured, limit) {
		r.rule, r.limit, r.unknown = str5, limit, f.known < seedDays
		f.emit(out, &r)
	}
}

// legReserve tells whether a lift says how hard its leg sets are.
func (i *item) legReserve() bool { return i.patterns&(1<<squat|1<<hinge) != 0 && i.reserve < 10 }

// fresh measures STR-6: the repetitions in reserve of leg sets in the 48 hours before a key endurance session, and of heavy leg work in a
// taper, where none is to failure.
func (f *frame) fresh(out sink, n int) {
	lift := &f.items[n]
	r := row{rule: str6, severity: Soft, from: lift.day, to: lift.day, measured: float64(lift.reserve), atLeast: true, a: lift}
	if lift.plan && lift.heavy && f.tapering(lift.day) {
		r.limit = taperReserve
	}
	for m := n + 1; m < len(f.items) && f.items[m].start-lift.start < freshHours*60; m++ {
		if key := &f.items[m]; key.key && key.endures && (key.plan || lift.plan) {
			r.limit, r.b, r.to = max(r.limit, f.limits.reserve), key, key.day
			break
		}
	}
	if r.limit > 0 && !f.reached(r.measured, r.limit) {
		f.emit(out, &r)
	}
}

func (f *frame) strengthMessage(r *row, span string) string {
	switch r.rule {
	case str1:
		return f.say(span, " "+r.note+" is trained in %0 %{session|sessions}; %0 %{builds|build} strength.", r.measured, r.limit)
	case str2:
		return f.say(span, " there %[is|are] %0 strength %{session|sessions}; %0 %{keeps|keep} what was built.", r.measured, r.limit)
	case str3:
		return f.say(
			"", "Two sessions with hard sets for the legs start %1 h apart, on "+f.when(r.a)+" and "+f.when(r.b)+"; at least %0 h are needed.",
			r.measured, r.limit,
		)
	case str4:
		if r.note == "session" {
			return f.say("The session on "+f.when(r.a), " has %0 hard leg %{set|sets}; at most %0 should be.", r.measured, r.limit)
		}
		return f.say(span, " there %[is|are] %0 hard leg %{set|sets}; at most %0 should be.", r.measured, r.limit)
	case str5:
		return f.say(span, " there %[is|are] %0 hard leg %{set|sets} against %1 a week before; at most %1 should be.", r.measured, f.usualLegSets, r.limit)
	}
	if r.b == nil {
		return f.say("Leg sets on "+f.when(r.a), " leave %0 %{repetition|repetitions} in reserve; in a taper none should go to failure.", r.measured)
	}
	return f.say(
		"Leg sets on "+f.when(r.a), " leave %0 %{repetition|repetitions} in reserve before the key session on "+f.when(r.b)+"; at least %0 should be left.",
		r.measured, r.limit,
	)
}

// hardLegWork is from how many hard sets on two sessions for the legs must be kept apart.
const hardLegWork = 4

// legSpacing measures STR-3, where leg work meets itself.
func (f *frame) legSpacing(out sink) {
	var before *item
	for n := f.near(); n < len(f.items); n++ {
		if lift := &f.items[n]; lift.legSets > 0 {
			f.sameMuscles(out, before, lift)
			before = lift
		}
	}
}

// sameMuscles measures the hours between two sessions with hard sets for the legs.
func (f *frame) sameMuscles(out sink, a, b *item) {
	if a == nil || !(a.plan || b.plan) {
		return
	}
	r := pair(str3, Soft, a, b, f.limits.sameSportHours)
	if a.legSets >= hardLegWork && b.legSets >= hardLegWork {
		r.severity = Hard
		if f.limits.masters {
			out.take(pair(str3, Soft, a, b, f.limits.masterSportHours))
		}
	}
	f.bound(out, &r)
}
