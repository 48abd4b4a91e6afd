package rules

import (
	"slices"

	"fortnight/training"
)

// keepShare is the share of what keeps fitness that seven days should bring, and tssAnHour what free time is reckoned at (science LD-8,
// §0b).
const (
	keepShare = 0.80
	tssAnHour = 50
)

// enough measures LD-8. Where something else makes a week light nothing is asked for, and the row says what.
func (f *frame) enough(out sink, day int) {
	if day < 7 || f.dark(1) {
		return
	}
	r := row{
		rule: ld8, severity: Soft, from: day - 6, to: day, measured: f.load.WeekTSS(day), limit: keepShare * 7 * f.idle.Start(1).Fitness, atLeast: true,
		pick: loads,
	}
	if f.reached(r.measured, r.limit) {
		return
	}
	if r.measured < r.limit {
		if r.note = f.light[day]; r.note == "" && (f.deloading(day-6) || f.deloading(day)) {
			r.note = "a lighter week is due (RST-2)"
		}
		if r.note != "" {
			r.limit = 0
		}
	}
	out.take(r)
}

// readLight works out what lets the seven days that end on each day be light whatever is planned.
func (f *frame) readLight() {
	for day := 7; day <= f.in.Days; day++ {
		f.light[day] = f.lightWeek(day, keepShare*7*f.idle.Start(1).Fitness)
	}
}

func (f *frame) lightWeek(day int, wanted float64) string {
	free, ill := 0.0, false
	for d := day - 6; d <= day; d++ {
		free += min(f.hours[d].minutes, 4*60) / 60 * tssAnHour
		ill = ill || f.sick[index(d)]
	}
	switch {
	case free < 1.25*wanted:
		return "the hours there are hold no more (AVL-1)"
	case ill:
		return "illness rules out more (RED-1)"
	case f.returning(day-6, day):
		return "a return to training allows no more (RET-2, RET-3)"
	case f.tapering(day-6) || f.tapering(day):
		return "an A event is near (TAP-1)"
	}
	return ""
}

// tapering tells whether a day is within the taper of an A event, or the event's own.
func (f *frame) tapering(day int) bool {
	date := f.date(day)
	return slices.ContainsFunc(f.in.Profile.Events, func(e training.Event) bool {
		return e.Priority == training.EventA && date <= e.Date && date >= e.Date.AddDays(-taperDays)
	})
}
