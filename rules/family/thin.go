package family

import (
	"math"

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

// measure measures DAT-1 for each week and for each session. Locks count toward a week and are not held against it.
func (f thinHistory) measure(out frame.Sink) {
	if f.Days >= knownEnough {
		return
	}
	f.eachWeek(f.begins(), func(r *frame.Row) {
		if !f.Fine(r.Measured, r.Limit) {
			out.Take(*r)
		}
	})
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

// begins is the day from which weeks are counted. It is the plan's first while nothing was done. Later the plan is looked at from other days
// than the one it was made for: of the seven weeks that hold what was done first it is the one that lets the weeks fit best.
func (f thinHistory) begins() int {
	at := f.FirstOn(1 - knownEnough)
	for at < len(f.Items) && !(f.Items[at].Load && !f.Items[at].Planned) {
		at++
	}
	if at == len(f.Items) || f.Items[at].Day > 0 {
		return 1
	}
	best, least := 0, math.Inf(1)
	for back := range 7 {
		over := 0.0
		f.eachWeek(f.Items[at].Day-back, func(r *frame.Row) { over += math.Max(0, r.Measured-r.Limit) })
		if over < least {
			best, least = f.Items[at].Day-back, over
		}
	}
	return best
}

// eachWeek has the row of each week from a day on that is planned, wholly or from some day on.
func (f thinHistory) eachWeek(begins int, row func(*frame.Row)) {
	before := f.minutes(begins-7, begins-1, nil)
	for first := begins; first <= f.Input.Days; first += 7 {
		last := first + 6
		most := max(firstWeek[f.Limits.Level], before+moreAWeek)
		if f.Limits.Level == 0 {
			most = min(most, noviceWeek)
		}
		before = f.minutes(first, last, nil)
		if last < 1 || last > f.Input.Days {
			continue
		}
		row(&frame.Row{
			Rule: catalogue.DAT1, Severity: catalogue.Hard, From: first, To: last, Pick: frame.HasLoad, Measured: before,
			Limit: max(most, f.minutes(first, last, func(i *frame.Item) bool { return i.Fixed || !i.Planned })),
		})
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
