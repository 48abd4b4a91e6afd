package frame

import "slices"

// What makes a loading week, and how much must be known before a lighter one is asked for (science RST-2, §0b).
const (
	loadingShare  = 0.90 // of the largest of the four weeks that end with it
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
	case f.returning(day-6, day):
		return "a return to training allows no more (RET-2, RET-3)"
	case f.Tapering(day-6) || f.Tapering(day):
		return "an A event is near (TAP-1)"
	}
	return ""
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
		if totals[count] == 0 || totals[count] < loadingShare*most-Slack {
			return count
		}
	}
	return known
}
