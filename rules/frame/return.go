package frame

import (
	"slices"

	"fortnight/gate"
	"fortnight/training"
)

// findGap looks for four days or more without load that end on day 0 or so lately that they still bind the plan. Rest that is planned is
// no gap, nor are tapers, days after a race, days that an applied plan left empty, and a pause that the athlete's weeks usually have.
func (f *Frame) findGap() {
	covered := f.plannedEmpty()
	for day := 1; day > 1-backReach; day-- {
		if day < 1 && f.Idle.TSS(day) == 0 {
			continue
		}
		length, d := 0, day-1
		for ; d > -HistoryDays && d > -f.Known && f.Idle.TSS(d) == 0; d-- {
			length += int(One(!covered[Index(d)] && !f.Season.around[Index(d)]))
		}
		if length < shortGap && f.pausesBefore(d, length) >= usualPauses {
			continue
		}
		for _, g := range gaps {
			if length >= g.days {
				f.Comeback.Gap, f.Comeback.Day, f.Comeback.Easy, f.Comeback.Factor = length, day, g.easy, g.factor
				return
			}
		}
	}
}

// pausesBefore counts how often in the five weeks up to a day there were as many days without load in a row: who trains on Tuesdays and Sundays
// has four of them each week.
func (f *Frame) pausesBefore(day, length int) int {
	pauses, empty := 0, 0
	for d := day; d > max(day-pauseReach, -HistoryDays, -f.Known); d-- {
		if f.Idle.TSS(d) > 0 {
			empty = 0
		} else if empty++; empty == length {
			pauses++
		}
	}
	return pauses
}

// plannedEmpty are the days before the plan that lie within what a run had planned and had nothing in it.
func (f *Frame) plannedEmpty() (empty [SpanDays]bool) {
	type span struct{ first, last int }
	spans, busy := map[training.RunID]span{}, [SpanDays]bool{}
	for n := range f.Input.Sessions {
		s := &f.Input.Sessions[n]
		day := int(s.Date-f.Input.From) + 1
		if s.RunID == "" || day < 1-HistoryDays || day > f.Input.Days {
			continue
		}
		of, known := spans[s.RunID]
		if !known {
			of = span{day, day}
		}
		spans[s.RunID], busy[Index(day)] = span{min(of.first, day), max(of.last, day)}, true
	}
	for _, of := range spans {
		for day := of.first; day <= min(of.last, 0); day++ {
			empty[Index(day)] = !busy[Index(day)]
		}
	}
	return empty
}

// readComeback looks for an illness and misses before the plan.
func (f *Frame) readComeback() {
	f.readLadder()
	f.readRested()
	f.readRungs()
	for i := range f.Input.Missed {
		f.readMiss(&f.Input.Missed[i])
	}
}

// readLadder numbers the days after each illness: the day of the last sick check-in and the next are without load (RED-1), the ladder
// begins on the one after that.
func (f *Frame) readLadder() {
	began, last := training.Date(0), training.Date(0)
	for _, c := range sortedCheckIns(f.Input.CheckIns) {
		if !c.Sick {
			continue
		}
		if last == 0 || c.Date-last > sameIllness || wellBetween(f.Input.CheckIns, last, c.Date) {
			began = c.Date
		}
		last, f.Comeback.Ill = c.Date, true
		usual := f.usualBefore(int(began-f.Input.From) + 1)
		for d := int(c.Date-f.Input.From) + 1; d <= f.Input.Days; d++ {
			if at := Index(d); d >= 1 {
				f.Comeback.Usual[at] = usual
				f.Comeback.Ladder[at] = LadderStep(int(c.Date-began)+1, d-int(c.Date-f.Input.From)-2)
			}
		}
	}
}

// readRested numbers the days after an illness that was cleared: its ladder begins on the day on which that was said, for what clears an illness is a
// day without it.
func (f *Frame) readRested() {
	for n := range f.Input.Cleared {
		r := &f.Input.Cleared[n]
		sick, back, is := gate.Rested(r)
		if !is {
			continue
		}
		usual, first := f.usualBefore(int(r.Began()-f.Input.From)+1), int(back-f.Input.From)+1
		for d := max(first, 1); d <= f.Input.Days; d++ {
			step, at := LadderStep(sick, d-first+1), Index(d)
			if step > 0 && (f.Comeback.Ladder[at] == 0 || step < f.Comeback.Ladder[at]) {
				f.Comeback.Ladder[at], f.Comeback.Usual[at], f.Comeback.Ill = step, usual, true
			}
		}
	}
}

// readRungs finds the rungs that planned days stand on after what was cleared. What holds again is bound by that.
func (f *Frame) readRungs() {
	last := f.Date(f.Input.Days)
	for n := range f.Input.Cleared {
		r := &f.Input.Cleared[n]
		for _, rung := range gate.Rungs(r) {
			if rung.Until < f.Input.From || rung.From > last {
				continue
			}
			f.Comeback.Rungs = append(f.Comeback.Rungs, RungSpan{
				Rung: rung, Condition: r.Condition, First: int(rung.From-f.Input.From) + 1, Last: min(int(rung.Until-f.Input.From)+1, f.Input.Days),
				Usual: f.usualMinutes(rung.PartOf),
			})
		}
	}
}

// usualMinutes are those of a week in some sports: the mean of the best three of the six blocks before the plan that have any, 0 where none has.
func (f *Frame) usualMinutes(sports []training.Sport) float64 {
	var blocks []float64
	for n := range f.Season.History.Blocks {
		minutes := 0
		for _, s := range sports {
			minutes += f.Season.History.Blocks[n].BySport[s]
		}
		if minutes > 0 {
			blocks = append(blocks, float64(minutes))
		}
	}
	slices.Sort(blocks)
	blocks = blocks[max(0, len(blocks)-bestBlocks):]
	sum := 0.0
	for _, minutes := range blocks {
		sum += minutes / float64(len(blocks))
	}
	return sum
}

// bestBlocks are how many weeks say what was usual, as of what counts before a taper.
const bestBlocks = 3

// calm tells whether a rung of a way back allows nothing hard on one of some planned days.
func (f *Frame) calm(from, to int) bool {
	return slices.ContainsFunc(f.Comeback.Rungs, func(r RungSpan) bool { return r.Calm() && r.First <= to && r.Last >= from })
}

// LadderStep is where on the ladder of RET-3 the n-th day after an illness of so many days is, 1 to 11, 0 beyond it: a day on each of the
// three rungs after one or two sick days (coaching 7.2), else three, three and five.
func LadderStep(sick, n int) int8 {
	switch {
	case n < 1 || n > ladderDays:
		return 0
	case sick > shortIllness:
		return int8(n)
	case n <= len(shortLadder):
		return shortLadder[n-1]
	}
	return 0
}

// shortLadder are the first days of the three rungs.
var shortLadder = [...]int8{1, 4, 7}

// usualBefore is the mean daily load of the 28 days before a day, as far as they are known, negative where fewer than 14 are or none has any. It
// is no less than a training day had, up to that of an hour: who trains three days a week could else do nothing at all after an illness.
func (f *Frame) usualBefore(day int) float64 {
	sum, days, loaded := 0.0, 0, 0
	for d := max(day-ladderHistory, 1-f.Known, 1-HistoryDays); d < min(day, 1); d++ {
		sum += f.Idle.TSS(d)
		days++
		loaded += int(One(f.Idle.TSS(d) > 0))
	}
	if days < ladderLeast || loaded == 0 {
		return -1
	}
	return max(sum/float64(days), min(sum/float64(loaded), shortDay))
}

// readMiss turns a miss into bounds on the days that follow it, if they are among those that are judged.
func (f *Frame) readMiss(m *Miss) {
	missed := int(m.Date-f.Input.From) + 1
	if missed >= f.Input.Days {
		return
	}
	total := 0.0
	days := min(len(m.Planned), stackWeek, f.Input.Days-missed)
	for n := range days {
		total += m.Planned[n]
		if day := missed + 1 + n; n < stackDays && day >= 1 {
			f.Comeback.Caps = append(f.Comeback.Caps, StackCap{From: day, To: day, Limit: max(m.Planned[n], f.Idle.TSS(day))})
		}
	}
	if last := missed + days; days > 0 && last >= 1 && missed+1 >= 1-HistoryDays {
		given := 0.0
		for d := missed + 1; d <= last; d++ {
			given += f.Idle.TSS(d)
		}
		f.Comeback.Caps = append(f.Comeback.Caps, StackCap{From: missed + 1, To: last, Limit: max(total, given)})
	}
}

// returning tells whether a gap or an illness bounds the load of a planned day among these.
func (f *Frame) returning(from, to int) bool {
	if b := &f.Comeback; b.Gap > longGap && to >= b.Day && max(from, 1) < b.Day+2*BackWeek { // a novice's limits bind, no share of a load
		return true
	}
	for day := max(from, 1); day <= to; day++ {
		if _, bound := f.ReturnCap(day); bound {
			return true
		}
	}
	return f.calm(from, to)
}

// ReturnCap is the most load that RED-1, RET-2 (its week spread evenly) and RET-3 allow on a planned day, and whether they bound it.
func (f *Frame) ReturnCap(day int) (tss float64, bound bool) {
	b, at := &f.Comeback, Index(day)
	switch {
	case f.Sick[at]:
		return 0, true
	case b.Ladder[at] > 0 && b.Usual[at] >= 0:
		share, _ := Rung(b.Ladder[at])
		return share * b.Usual[at], true
	case b.Gap > 0 && b.Factor > 0 && day >= b.Day && day < b.Day+BackWeek:
		return b.Factor * f.Load.Start(b.Day).Fitness, true
	}
	return 0, false
}
