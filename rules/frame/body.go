package frame

import (
	"math"
	"slices"
	"sort"

	"fortnight/training"
)

// Numbers of readiness (science RED-1 to RED-5).
const (
	soreFrom        = 7 // of 10
	readinessDays   = 28
	readinessLeast  = 14 // check-ins of those days with the value, fewer say nothing of a worst quarter
	worstShare      = 0.25
	HRVWeek         = 7
	hrvLeastOfWeek  = 3
	hrvLeastDays    = 28
	hrvMostDays     = 60
	hrvDeviations   = 0.5
	shortNight      = 5 * 3600
	shortishNight   = 6 * 3600
	Spent           = uint8(1 << 7) // the whole athlete, in place of regions
	noHardHours     = 24
	noHeavyLegHours = 48
)

// Body is what check-ins say of the planned days, by day.
type Body struct {
	NoHI, NoHeavy [SpanDays]uint8 // regions that may not work hard (RED-3)
	Unsure        [SpanDays]bool  // fatigue was given and there is too little to compare it with
	Tired         [SpanDays]bool  // by sleep (RED-5)
	Slept         bool            // sleep was given for the plan's first day or the one before
	HRV           HRV
}

// HRV is what the last heart-rate variability says (RED-4): day is the reading's, mean that of its seven days and floor what it should
// reach, both as natural logarithms of milliseconds.
type HRV struct {
	Known, Low, Twice bool
	Day               int
	Mean, Floor       float64
}

func sortedCheckIns(list []training.CheckIn) []training.CheckIn {
	list = slices.Clone(list)
	sort.Slice(list, func(i, j int) bool { return list[i].Date < list[j].Date })
	return list
}

// exhausted tells whether the last check-in is in the worst quarter of 28 days both by fatigue and by readiness, heart-rate variability
// or where there is none sleep, and whether there are enough values to say.
func exhausted(checkIns []training.CheckIn) (bad, measured bool) {
	c := &checkIns[len(checkIns)-1]
	fatigue := func(c *training.CheckIn) (float64, bool) {
		if c.Fatigue == nil {
			return 0, false
		}
		return -float64(*c.Fatigue), true
	}
	readiness := func(c *training.CheckIn) (float64, bool) {
		if c.HRVRMSSD == nil {
			return 0, false
		}
		return *c.HRVRMSSD, true
	}
	if c.HRVRMSSD == nil {
		readiness = func(c *training.CheckIn) (float64, bool) {
			if c.SleepSeconds == nil {
				return 0, false
			}
			return float64(*c.SleepSeconds), true
		}
	}
	if _, given := readiness(c); !given || c.Fatigue == nil {
		return false, true
	}
	tired, knownFatigue := worst(checkIns, fatigue)
	unready, knownReadiness := worst(checkIns, readiness)
	measured = knownFatigue && knownReadiness
	return measured && tired && unready, measured
}

// worst tells whether the last value is in the lowest quarter of its 28 days, and whether there are enough of them.
func worst(checkIns []training.CheckIn, value func(*training.CheckIn) (float64, bool)) (lowest, known bool) {
	last := &checkIns[len(checkIns)-1]
	now, _ := value(last)
	count, asLow := 0, 0
	for i := range checkIns {
		c := &checkIns[i]
		if v, given := value(c); given && c.Date > last.Date-readinessDays {
			count++
			if v <= now {
				asLow++
			}
		}
	}
	return float64(asLow) <= worstShare*float64(count), count >= readinessLeast
}

// hrvOn is the mean of the seven days that end on a day and the mean less half a deviation of the 28 to 60 days that end there (Plews
// 2014), known where the week has three readings and the first reading is 28 days old.
func hrvOn(checkIns []training.CheckIn, on training.Date) (mean, floor float64, known bool) {
	var week, all []float64
	first := on
	for i := range checkIns {
		c := &checkIns[i]
		if c.HRVRMSSD == nil || c.Date > on || c.Date <= on-hrvMostDays {
			continue
		}
		value := math.Log(*c.HRVRMSSD)
		if len(all) == 0 {
			first = c.Date
		}
		all = append(all, value)
		if c.Date > on-HRVWeek {
			week = append(week, value)
		}
	}
	if len(week) < hrvLeastOfWeek || on-first+1 < hrvLeastDays || len(all) < readinessLeast {
		return 0, 0, false
	}
	mean, _ = spread(week)
	usual, deviation := spread(all)
	return mean, usual - hrvDeviations*deviation, true
}

// spread is the mean of two or more values and their sample standard deviation.
func spread(values []float64) (mean, deviation float64) {
	for _, v := range values {
		mean += v / float64(len(values))
	}
	for _, v := range values {
		deviation += (v - mean) * (v - mean) / float64(len(values)-1)
	}
	return mean, math.Sqrt(deviation)
}
