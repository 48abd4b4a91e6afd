package brief

import (
	"fmt"
	"math"

	"fortnight/rules"
	"fortnight/training"
)

// Weekly loads meant for those of whom nothing is known, in TSS by level: about three, five and seven hours of easy training.
var unknownBudget = map[training.Level]float64{training.Novice: 110, training.Intermediate: 230, training.Advanced: 350}

// Rise of fitness meant for a week of building by level, in CTL points: inside the SOFT limits of LD-1.
var buildRamp = map[training.Level]float64{training.Novice: 1.5, training.Intermediate: 2.5, training.Advanced: 3}

// Limits of a budget against the month before: inside the SOFT limit of LD-3.
const (
	mostOfMonth   = 1.15
	deloadOfMonth = 0.70
)

// afterReturn is the share of what keeps fitness that the first whole week after a return to training may bring.
const afterReturn = 0.85

// comeBack lowers a week's budget to what a return from illness or days off allows, and that of the week after.
func (w *Week) comeBack(b *Brief, e *rules.Evaluator, from, length int) {
	usual, most, returning := w.Budget/float64(length), 0.0, false
	for day := from + 1; day <= from+length; day++ {
		limit, bound := e.ReturnCap(day)
		if !bound {
			limit = usual
		}
		most, returning = most+min(limit, usual), returning || bound
	}
	last := len(b.Weeks) - 1
	switch {
	case returning:
		w.Phase, w.Budget, w.notes = "return", most, nil
		w.reason = func(a aim) string {
			return fmt.Sprintf("after illness or days off the body can take %.0f TSS, and nothing is made up for", a.tss)
		}
	case last >= 0 && b.Weeks[last].Phase == "return" && w.Phase == "build":
		w.Budget, w.notes = min(w.Budget, afterReturn*7*b.Fitness*float64(length)/7), nil
		w.reason = func(a aim) string { return fmt.Sprintf("the week after a return stays at %.0f TSS", a.tss) }
	}
}

// loadingWeeks counts the blocks of seven days before the plan that were as hard as the hardest of the last four (science RST-2).
func (in *Input) loadingWeeks() int {
	ledger := in.Ledger
	var totals [6]float64 // the last first
	most := 0.0
	for back := range 7 * len(totals) {
		totals[back/7] += ledger.SessionTSS(in.From.AddDays(-1 - back))
	}
	for _, t := range totals[:4] {
		most = max(most, t)
	}
	count := 0
	for count < len(totals) && most > 0 && totals[count] >= 0.9*most {
		count++
	}
	return count
}

// week sets a week's load and says why.
func (in *Input) week(b *Brief, from, length int, month float64, monthKnown bool, loading int) Week {
	level := in.Hours.Profile.Level
	share := float64(length) / 7
	w := Week{Phase: "build"}
	switch {
	case !b.Known:
		w.Budget = unknownBudget[level] * share
		w.reason = func(a aim) string {
			return fmt.Sprintf("nothing is known of the load so far, so it starts low at %.0f TSS", a.tss)
		}
	case in.taper(b, from) > 0:
		w.Phase = "taper"
		w.Budget = 7 * b.Fitness * in.taper(b, from) * share
		w.reason = func(a aim) string {
			return fmt.Sprintf("%s is near, so volume falls to %.0f TSS and intensity stays", b.Event.Name, a.tss)
		}
	case loading >= loadingBefore(level) && monthKnown && (from > 0 || b.tired()) && in.TargetFitness == nil:
		w.Phase = "deload"
		w.Budget = deloadOfMonth * month * share
		w.reason = func(a aim) string {
			return fmt.Sprintf("after %d loading weeks this one is easier: %.0f TSS, %.0f %% of the month's mean", loading, a.tss, 100*a.tss/month/share)
		}
	default:
		ramp := buildRamp[level]
		if goal := in.TargetFitness; goal != nil {
			ramp = max(0, (*goal-b.Fitness)/(float64(in.Days)/7)*1.08)
		}
		w.Budget = training.WeeklyBudget(b.Fitness+ramp*float64(from)/7, ramp) * share
		if most := max(mostOfMonth*month, month+40) * share; monthKnown && w.Budget > most && in.TargetFitness == nil {
			w.Budget = most
		}
		w.reason = aim.change
		if loading >= loadingBefore(level) && monthKnown {
			w.note("after %d loading weeks an easier one is due, and with form at %+.0f it can wait for the next", loading, b.Form)
		}
	}
	in.lighter(&w, from, length)
	if free := in.freeTSS(from, length); free < w.Budget {
		w.Budget = free
		w.note("the hours there are hold about %.0f", free)
	}
	return w
}

func (w *Week) note(form string, args ...any) {
	w.notes = append(w.notes, fmt.Sprintf(form, args...))
}

// tiredForm is the form from which loading weeks have added up to more than an easy day or two mends.
const tiredForm = -10

// tired tells whether the load of the last weeks is felt. While it is not, an easier week that is due waits for the next one, so that
// what is planned or locked for the coming days can stand.
func (b *Brief) tired() bool { return b.Form <= tiredForm }

func loadingBefore(level training.Level) int {
	if level == training.Novice {
		return 2
	}
	return 3
}

// freeTSS is what the hours of a week can hold at an easy pace, four hours a day at most.
func (in *Input) freeTSS(from, length int) float64 {
	total := 0.0
	for d := from; d < from+length; d++ {
		date := in.From.AddDays(d)
		seconds := min(in.Hours.SecondsLeft(date), 4*3600)
		if most, limited := in.Wishes.Left(date, "", nil); limited {
			seconds = min(seconds, 60*most)
		}
		total += float64(seconds) / 3600 * TSSAnHour
	}
	return total
}

// taper is the share of usual volume for a week that begins so many days into the plan: from 0.8 two weeks before an A event down to 0.4
// (science TAP-1), 0 where no event is near.
func (in *Input) taper(b *Brief, from int) float64 {
	if b.Event == nil || b.Event.Priority != training.EventA {
		return 0
	}
	left := int(b.Event.Date-in.From) - from
	switch {
	case left < 0 || left > 14:
		return 0
	case left <= 7:
		return 0.45
	}
	return 0.7
}

// change says how fitness changes in a week.
func (a aim) change() string {
	verb := "may rise"
	if a.after < a.before {
		verb = "falls"
	}
	change := fmt.Sprintf("fitness of %.0f %s by about %.1f with %.0f TSS", a.before, verb, math.Abs(a.after-a.before), a.tss)
	if a.events >= 0.5 {
		change += fmt.Sprintf(" and the %.0f that events are expected to bring", a.events)
	}
	return change
}

// restsWished is how many of some days the wish keeps free.
func (in *Input) restsWished(from, length int) int {
	n := 0
	for d := from; d < from+length; d++ {
		_, rests := in.Wishes.Rests(in.From.AddDays(d))
		n += count(rests)
	}
	return n
}

// lighter takes from a week's budget what the days that the wish keeps free would have held, so that the others are not made to hold it.
func (in *Input) lighter(w *Week, from, length int) {
	rests := in.restsWished(from, length)
	trains := max(1, trainDays[in.Hours.Profile.Level]*length/7)
	if open := length - rests; rests > 0 && open < trains {
		w.Budget *= float64(open) / float64(trains)
		w.note("the wish leaves %d of %d days, so less is enough", open, length)
	}
}
