package rules

import "fortnight/training"

// Numbers of a return to training (science RET-1 to RET-4).
const (
	stackDays     = 3 // after a miss, each held to what was planned for it
	stackWeek     = 7 // and all of them together
	backWeek      = 7 // days whose load a gap bounds
	backReach     = 10
	longGap       = 28 // days without load after which limits are a novice's
	ladderDays    = 11
	ladderHistory = 28 // days before an illness that say what is usual
	ladderLeast   = 14 // of them that must be known
	sameIllness   = 14 // days between two check-ins of one illness at most
)

// gaps are what days without load ask for, the longest first (science RET-2): so much of 7·CTL in the first seven days, and no high
// intensity for so many.
var gaps = []struct {
	days, easy int
	factor     float64
}{{longGap + 1, 10, 0}, {15, 7, 0.5}, {8, 4, 0.7}, {4, 2, 0.9}}

// comeback is what the days before the plan bind it to.
type comeback struct {
	gap, day, easy int // days without load, the first day after them, days from it without high intensity
	factor         float64
	ill            bool              // the ladder has days
	ladder         [spanDays]int8    // days since the end of an illness and one, 0 where none is over (RET-3)
	usual          [spanDays]float64 // the daily load before it, negative where it is not known
	caps           []stackCap
}

// readComeback looks for an illness and misses before the plan.
func (f *frame) readComeback() {
	f.readLadder()
	for i := range f.in.Missed {
		f.readMiss(&f.in.Missed[i])
	}
}

// findGap looks for four days or more without load that end on day 0 or so lately that they still bind the plan. Rest that is planned is
// no gap.
func (f *frame) findGap() {
	for day := 1; day > 1-backReach; day-- {
		if day < 1 && f.idle.TSS(day) == 0 {
			continue
		}
		length := 0
		for d := day - 1; d > -HistoryDays && d > -f.known && f.idle.TSS(d) == 0; d-- {
			length++
		}
		for _, g := range gaps {
			if length >= g.days {
				f.back.gap, f.back.day, f.back.easy, f.back.factor = length, day, g.easy, g.factor
				return
			}
		}
	}
}

// readLadder numbers the days after each illness: the day of the last sick check-in and the next are without load (RED-1), the ladder
// begins on the one after that.
func (f *frame) readLadder() {
	began, last := training.Date(0), training.Date(0)
	for _, c := range sortedCheckIns(f.in.CheckIns) {
		if !c.Sick {
			continue
		}
		if last == 0 || c.Date-last > sameIllness || wellBetween(f.in.CheckIns, last, c.Date) {
			began = c.Date
		}
		last, f.back.ill = c.Date, true
		usual := f.usualBefore(int(began-f.in.From) + 1)
		for d := int(c.Date-f.in.From) + 1; d <= f.in.Days; d++ {
			if at := index(d); d >= 1 {
				f.back.ladder[at], f.back.usual[at] = 0, usual
				if step := d - int(c.Date-f.in.From) - 2; step >= 1 && step <= ladderDays {
					f.back.ladder[at] = int8(step)
				}
			}
		}
	}
}

// wellBetween tells whether a check-in between two days is of a day without illness.
func wellBetween(checkIns []training.CheckIn, after, before training.Date) bool {
	for i := range checkIns {
		if c := &checkIns[i]; !c.Sick && c.Date > after && c.Date < before {
			return true
		}
	}
	return false
}

// usualBefore is the mean daily load of the 28 days before a day, as far as they are known, negative where fewer than 14 are.
func (f *frame) usualBefore(day int) float64 {
	sum, count := 0.0, 0
	for d := max(day-ladderHistory, 1-f.known, 1-HistoryDays); d < min(day, 1); d++ {
		sum += f.idle.TSS(d)
		count++
	}
	if count < ladderLeast {
		return -1
	}
	return sum / float64(count)
}

// comingBack measures RET-1 to RET-4.
func (f *frame) comingBack(out sink) {
	for _, c := range f.back.caps {
		measured := 0.0
		for d := c.from; d <= c.to; d++ {
			measured += f.load.TSS(d)
		}
		out.take(row{rule: ret1, severity: Hard, from: c.from, to: c.to, measured: measured, limit: c.limit, pick: loads})
	}
	f.afterGap(out)
	f.ladder(out)
	f.cutting(out)
}

// afterGap measures RET-2.
func (f *frame) afterGap(out sink) {
	b := &f.back
	if f.known < gaps[len(gaps)-1].days {
		out.take(row{rule: ret2, severity: Hard, from: 1, to: min(backWeek, f.in.Days), unknown: true})
		return
	}
	if b.gap == 0 {
		return
	}
	if last := min(b.day+backWeek-1, f.in.Days); b.factor > 0 && last >= 1 {
		line := row{rule: ret2, severity: Hard, from: b.day, to: last, unknown: f.dark(b.day), pick: loads}
		given := 0.0
		for d := b.day; d <= last; d++ {
			line.measured += f.load.TSS(d)
			given += f.idle.TSS(d)
		}
		line.limit = max(b.factor*7*f.load.Start(b.day).Fitness, given)
		out.take(line)
	}
	for n := f.firsts[1]; n < len(f.items); n++ {
		if i := &f.items[n]; i.hi && i.plan && i.day < b.day+b.easy {
			out.take(row{rule: ret2, severity: Hard, from: i.day, to: i.day, measured: float64(i.day - b.day), limit: float64(b.easy), atLeast: true, a: i})
		}
	}
}

// rung is what a day of the ladder after an illness allows: a share of the daily load before it, and an intensity from 0, LOW, to 2.
func rung(step int8) (share, class float64) {
	switch {
	case step <= 3:
		return 0.30, 0
	case step <= 6:
		return 0.50, 1
	}
	return 0.75, 2
}

// ladder measures RET-3: the load of each day, and the intensity of its sessions.
func (f *frame) ladder(out sink) {
	if !f.back.ill {
		return
	}
	for day := 1; day <= f.in.Days; day++ {
		at := index(day)
		if f.back.ladder[at] == 0 || f.sick[at] {
			continue
		}
		share, _ := rung(f.back.ladder[at])
		out.take(row{
			rule: ret3, severity: Hard, from: day, to: day, measured: f.load.TSS(day), limit: max(share*f.back.usual[at], f.idle.TSS(day)),
			unknown: f.back.usual[at] < 0, pick: loads,
		})
	}
	for n := f.firsts[1]; n < len(f.items); n++ {
		i := &f.items[n]
		if !i.plan || f.back.ladder[index(i.day)] == 0 || f.sick[index(i.day)] {
			continue
		}
		if _, class := rung(f.back.ladder[index(i.day)]); class < 2 {
			out.take(row{rule: ret3, severity: Hard, from: i.day, to: i.day, measured: i.class(), limit: class, a: i})
		}
	}
}

// returning tells whether a gap or an illness bounds the load of a planned day among these.
func (f *frame) returning(from, to int) bool {
	for day := max(from, 1); day <= to; day++ {
		if _, bound := f.returnCap(day); bound {
			return true
		}
	}
	return false
}

// returnCap is the most load that RED-1, RET-2 (its week spread evenly) and RET-3 allow on a planned day, and whether they bound it.
func (f *frame) returnCap(day int) (tss float64, bound bool) {
	b, at := &f.back, index(day)
	switch {
	case f.sick[at]:
		return 0, true
	case b.ladder[at] > 0 && b.usual[at] >= 0:
		share, _ := rung(b.ladder[at])
		return share * b.usual[at], true
	case b.gap > 0 && b.factor > 0 && day >= b.day && day < b.day+backWeek:
		return b.factor * f.load.Start(b.day).Fitness, true
	}
	return 0, false
}

// class is an item's intensity: 0 is LOW, 1 MOD, 2 high intensity or heavy leg work.
func (i *item) class() float64 {
	switch {
	case i.hi || i.heavy:
		return 2
	case i.mod:
		return 1
	}
	return 0
}

// returnMessage says what a row of RET-1 to RET-4 found.
func (f *frame) returnMessage(r *row, span string) string {
	switch r.rule {
	case ret1:
		return f.say(span, ", after a missed session, %0 TSS are planned; at most the %0 that were planned before it are allowed.", r.measured, r.limit)
	case ret2:
		if r.a != nil {
			form := " comes %0 %{day|days} into the return from %0 without load; %0 easy days come first."
			return f.say("The hard session on "+f.when(r.a), form, r.measured, float64(f.back.gap), r.limit)
		}
		return f.say(span, ", after %0 days without load, %0 TSS are planned; at most %0 are allowed.", float64(f.back.gap), r.measured, r.limit)
	case ret3:
		if r.a != nil {
			is, may := classNames[int(r.measured)], classNames[int(r.limit)]
			return "The session on " + f.when(r.a) + " is " + is + "; so soon after illness " + may + " is the most."
		}
		return f.say(span, ", after illness, the load is %0 TSS; at most %0 are allowed.", r.measured, r.limit)
	}
	if r.measured > 0 {
		return f.say(span, " %0 %{session that matters|sessions that matter} more went while others stayed.", r.measured)
	}
	return span + " what was given up mattered least."
}

var classNames = [3]string{"easy", "moderate", "hard"}
