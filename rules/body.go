package rules

import (
	"math"
	"slices"
	"sort"

	"fortnight/training"
)

// body is what check-ins say of the planned days, by day.
type body struct {
	noHI, noHeavy [spanDays]uint8 // regions that may not work hard (RED-3)
	unsure        [spanDays]bool  // fatigue was given and there is too little to compare it with
	tired         [spanDays]bool  // by sleep (RED-5)
	slept         bool            // sleep was given for the plan's first day or the one before
	hrv           hrv
}

// hrv is what the last heart-rate variability says (RED-4): day is the reading's, mean that of its seven days and floor what it should
// reach, both as natural logarithms of milliseconds.
type hrv struct {
	known, low, twice bool
	day               int
	mean, floor       float64
}

func sortedCheckIns(list []training.CheckIn) []training.CheckIn {
	list = slices.Clone(list)
	sort.Slice(list, func(i, j int) bool { return list[i].Date < list[j].Date })
	return list
}

// readBody reads soreness, fatigue, sleep and heart-rate variability from the check-ins.
func (f *frame) readBody() {
	checkIns := sortedCheckIns(f.in.CheckIns)
	for n := range checkIns {
		c := &checkIns[n]
		day := int(c.Date-f.in.From) + 1
		if day < -1 || day > f.in.Days {
			continue
		}
		f.readStrain(checkIns[:n+1], day)
		if c.SleepSeconds != nil {
			f.body.slept = true
			before := n > 0 && checkIns[n-1].Date == c.Date-1 && checkIns[n-1].SleepSeconds != nil && *checkIns[n-1].SleepSeconds < shortishNight
			f.body.tired[index(day)] = *c.SleepSeconds < shortNight || before && *c.SleepSeconds < shortishNight
		}
	}
	f.body.hrv = f.readHRV(checkIns)
}

// readStrain marks the days on which soreness or fatigue forbids hard work: the check-in's for high intensity, and the next as well for
// heavy work (science §0b). The last check-in is the one that is read.
func (f *frame) readStrain(checkIns []training.CheckIn, day int) {
	c := &checkIns[len(checkIns)-1]
	regions := uint8(0)
	for _, s := range c.Soreness {
		if s.Level >= soreFrom {
			regions |= groupBits[s.MuscleGroup]
		}
	}
	bad, measured := exhausted(checkIns)
	if bad {
		regions |= spent
	}
	for d := day; d < day+noHeavyLegHours/24; d++ {
		if d < 1 || d > f.in.Days {
			continue
		}
		f.body.noHeavy[index(d)] |= regions
		if d < day+noHardHours/24 {
			f.body.noHI[index(d)] |= regions
			f.body.unsure[index(d)] = !measured
		}
	}
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

// readHRV judges the last reading up to the plan's end.
func (f *frame) readHRV(checkIns []training.CheckIn) hrv {
	last := len(checkIns) - 1
	for last >= 0 && (checkIns[last].HRVRMSSD == nil || checkIns[last].Date >= f.in.From.AddDays(f.in.Days)) {
		last--
	}
	if last < 0 || checkIns[last].Date <= f.in.From-1-hrvWeek {
		return hrv{}
	}
	now := checkIns[last].Date
	h := hrv{day: int(now-f.in.From) + 1}
	h.mean, h.floor, h.known = hrvOn(checkIns, now)
	h.low = h.known && h.mean < h.floor
	if mean, floor, known := hrvOn(checkIns, now-1); known {
		h.twice = h.low && mean < floor
	}
	return h
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
		if c.Date > on-hrvWeek {
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
