package family

import (
	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
	"fortnight/training"
)

// thinHistory is DAT-1: what is allowed while little is known of an athlete.
type thinHistory struct{ *frame.Frame }

// Of the first weeks of an athlete of whom fewer than fourteen days are known, by level, in minutes (coaching 2.6, 12).
var (
	firstWeek    = catalogue.Tier{90, 150, 240}
	firstSession = catalogue.Tier{30, 45, 60}
	firstRun     = catalogue.Tier{30, 30, 40}
)

const (
	knownEnough = 14  // days
	moreAWeek   = 15  // minutes
	noviceWeek  = 120 // minutes, of a novice's weeks at most
)

// measure measures DAT-1 for each seven days of the plan and for each session. Locks count toward a week and are not held against it.
func (f thinHistory) measure(out frame.Sink) {
	if f.Days >= knownEnough {
		return
	}
	before := f.minutes(-6, 0, nil)
	for first := 1; first+6 <= f.Input.Days; first += 7 {
		last := first + 6
		most := max(firstWeek[f.Limits.Level], before+moreAWeek)
		if f.Limits.Level == 0 {
			most = min(most, noviceWeek)
		}
		r := frame.Row{Rule: catalogue.DAT1, Severity: catalogue.Hard, From: first, To: last, Pick: frame.HasLoad}
		r.Measured = f.minutes(first, last, nil)
		r.Limit = max(most, f.minutes(first, last, func(i *frame.Item) bool { return i.Fixed || !i.Planned }))
		if before = r.Measured; !f.Fine(r.Measured, r.Limit) {
			out.Take(r)
		}
	}
	for n := f.Firsts[1]; n < len(f.Items); n++ {
		i := &f.Items[n]
		if !i.Planned || i.Fixed || i.Raced || !i.Load {
			continue
		}
		most := firstSession[f.Limits.Level]
		if i.Sport == training.Run {
			most = firstRun[f.Limits.Level]
		}
		if measured := float64(i.Seconds) / 60; !f.Fine(measured, most) {
			out.Take(frame.Row{Rule: catalogue.DAT1, Severity: catalogue.Hard, From: i.Day, To: i.Day, A: i, Measured: measured, Limit: most})
		}
	}
}

// minutes are those of the items of some days that count, all where which is nil. Races and mobility are none.
func (f thinHistory) minutes(first, last int, which func(*frame.Item) bool) (sum float64) {
	for n := f.FirstOn(first); n < len(f.Items) && f.Items[n].Day <= last; n++ {
		if i := &f.Items[n]; i.Load && !i.Raced && (which == nil || which(i)) {
			sum += float64(i.Seconds) / 60
		}
	}
	return sum
}

func (f thinHistory) message(r *frame.Row, span string) string {
	if r.A != nil {
		return f.Say("The session on "+f.When(r.A), " lasts %0 min; at most %0 while so little is known of the athlete.", r.Measured, r.Limit)
	}
	return f.Say(span, " %0 min are planned or done; at most %0 while so little is known of the athlete.", r.Measured, r.Limit)
}
