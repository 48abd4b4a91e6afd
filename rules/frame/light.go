package frame

import (
	"slices"

	"fortnight/season"
	"fortnight/session"
)

// What makes a loading week, and how much must be known before a lighter one is asked for (coaching §0, §8 RST-2).
const (
	loadingShare  = 0.95 // of the largest of the four weeks that end with it
	DeloadHistory = 35   // days
)

// KeepShare is the share of what keeps fitness that seven days should bring, and tssAnHour what free time is reckoned at (science LD-8,
// §0b).
const (
	KeepShare = 0.80
	tssAnHour = 50
)

// readLight works out what lets the seven days that end on each day be light whatever is planned.
func (f *Frame) readLight() {
	for day := 7; day <= f.Input.Days; day++ {
		f.Light[day] = f.lightWeek(day, KeepShare*7*f.Idle.Start(1).Fitness)
	}
}

func (f *Frame) lightWeek(day int, wanted float64) string {
	free, ill := 0.0, false
	for d := day - 6; d <= day; d++ {
		free += min(f.Hours[d].Minutes, 4*60) / 60 * tssAnHour
		ill = ill || f.Sick[Index(d)]
	}
	switch {
	case free < 1.25*wanted:
		return "the hours there are hold no more (AVL-1)"
	case ill:
		return "illness rules out more (RED-1)"
	case f.returning(day-6, day) || f.anyPhase(day, session.Return):
		return "a return to training allows no more (RET-2, RET-3, RET-5)"
	case f.HeldBack(day):
		return "a stated condition rules out more"
	case f.anyPhase(day, session.Recovery):
		return "a race is slept off (TAP-7)"
	case f.anyPhase(day, session.Off):
		return "nothing is built now"
	case f.steppingBack(day-6) || f.steppingBack(day):
		return "a lighter week is planned (RST-2)"
	case f.Tapering(day-6) || f.Tapering(day) || f.Banded(day-6) || f.Banded(day):
		return "an A event is near (TAP-1)"
	case f.anyPhase(day, session.Taper):
		return "a race is near"
	}
	return ""
}

// anyPhase tells whether one of the seven days that end on a planned day is of a phase.
func (f *Frame) anyPhase(day int, phase session.Phase) bool {
	for d := max(day-6, 1); d <= day; d++ {
		if f.Phase(d) == phase {
			return true
		}
	}
	return false
}

// Target is what was decided for the week of a planned day, nil where nothing was.
func (f *Frame) Target(day int) *WeekTarget {
	for n := range f.Input.Weeks {
		if w := &f.Input.Weeks[n]; f.Date(day) >= w.First && f.Date(day) < w.First.AddDays(7) {
			return w
		}
	}
	return nil
}

// steppingBack tells whether a planned day is of a week that was decided to be lighter.
func (f *Frame) steppingBack(day int) bool {
	w := f.Target(day)
	return w != nil && w.StepBack
}

// For whom lighter weeks are due sooner, or never (coaching §8, RST-2).
const (
	muchMinutes   = 12 * 60 // a week of an advanced athlete
	littleMinutes = 3 * 60  // a week of a novice
	littleTSS     = 150
)

// readDeload works out after how many loading weeks a lighter one is due: sooner for an advanced athlete who trains much, never for a novice
// who trains little.
func (f *Frame) readDeload() {
	blocks := f.Season.History.Blocks
	blocks = blocks[:min(len(blocks), 4)]
	minutes, load := 0.0, 0.0
	for n := range blocks {
		minutes, load = minutes+float64(blocks[n].Minutes)/float64(len(blocks)), load+blocks[n].TSS/float64(len(blocks))
	}
	switch {
	case f.Limits.Level == 0 && (minutes < littleMinutes || load < littleTSS):
		f.Limits.DeloadAfter = never
	case f.Limits.Level == 2 && season.LW(f.Season.History.Blocks) > muchMinutes:
		f.Limits.DeloadAfter = min(f.Limits.DeloadAfter, 3)
	}
}

// Deloading tells whether a planned day is in a week that RST-2 wants to be light.
func (f *Frame) Deloading(day int) bool {
	first := (day-1)/7*7 + 1
	return first+6 <= f.Input.Days && !f.Blind(first, DeloadHistory) && f.LoadingWeeks(first-1) >= f.Limits.DeloadAfter
}

// LoadingWeeks counts the loading weeks in a row that end on a day, a multiple of seven, as far back as weeks are known.
func (f *Frame) LoadingWeeks(last int) int {
	var totals [SpanDays / 7]float64 // the last first
	known := 0
	for end := last; end-6 >= 1-min(f.Known, HistoryDays); end -= 7 {
		totals[known] = f.Load.WeekTSS(end)
		known++
	}
	for count := range known {
		most := slices.Max(totals[count:min(count+4, known)])
		if f.EasedBlock(last-7*count) || totals[count] == 0 || totals[count] < loadingShare*most-Slack {
			return count
		}
	}
	return known
}
