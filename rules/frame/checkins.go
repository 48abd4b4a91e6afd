package frame

import "fortnight/training"

// readBody reads soreness, fatigue, sleep and heart-rate variability from the check-ins.
func (f *Frame) readBody() {
	checkIns := sortedCheckIns(f.Input.CheckIns)
	for n := range checkIns {
		c := &checkIns[n]
		day := int(c.Date-f.Input.From) + 1
		if day < -1 || day > f.Input.Days {
			continue
		}
		f.readStrain(checkIns[:n+1], day)
		if c.SleepSeconds != nil {
			f.Body.Slept = true
			before := n > 0 && checkIns[n-1].Date == c.Date-1 && checkIns[n-1].SleepSeconds != nil && *checkIns[n-1].SleepSeconds < shortishNight
			f.Body.Tired[Index(day)] = *c.SleepSeconds < shortNight || before && *c.SleepSeconds < shortishNight
		}
	}
	f.Body.HRV = f.readHRV(checkIns)
}

// readStrain marks the days on which soreness or fatigue forbids hard work: the check-in's for high intensity, and the next as well for
// heavy work (science §0b). The last check-in is the one that is read.
func (f *Frame) readStrain(checkIns []training.CheckIn, day int) {
	c := &checkIns[len(checkIns)-1]
	regions := uint8(0)
	for _, s := range c.Soreness {
		if s.Level >= soreFrom {
			regions |= GroupBits[s.MuscleGroup]
		}
	}
	bad, measured := exhausted(checkIns)
	if bad {
		regions |= Spent
	}
	for d := day; d < day+noHeavyLegHours/24; d++ {
		if d < 1 || d > f.Input.Days {
			continue
		}
		f.Body.NoHeavy[Index(d)] |= regions
		if d < day+noHardHours/24 {
			f.Body.NoHI[Index(d)] |= regions
			f.Body.Unsure[Index(d)] = !measured
		}
	}
}

// readHRV judges the last reading up to the plan's end.
func (f *Frame) readHRV(checkIns []training.CheckIn) HRV {
	last := len(checkIns) - 1
	for last >= 0 && (checkIns[last].HRVRMSSD == nil || checkIns[last].Date >= f.Input.From.AddDays(f.Input.Days)) {
		last--
	}
	if last < 0 || checkIns[last].Date <= f.Input.From-1-HRVWeek {
		return HRV{}
	}
	now := checkIns[last].Date
	h := HRV{Day: int(now-f.Input.From) + 1}
	h.Mean, h.Floor, h.Known = hrvOn(checkIns, now)
	h.Low = h.Known && h.Mean < h.Floor
	if mean, floor, known := hrvOn(checkIns, now-1); known {
		h.Twice = h.Low && mean < floor
	}
	return h
}

// readCheckIns spreads illness over the sick day and the next, and bans to the next check-in that does not repeat them.
func (f *Frame) readCheckIns() {
	checkIns := sortedCheckIns(f.Input.CheckIns)
	for i, c := range checkIns {
		day := int(c.Date-f.Input.From) + 1
		for d := day; c.Sick && d <= day+1; d++ {
			if at := Index(d); at >= 0 && at < SpanDays {
				f.Sick[at] = true
			}
		}
		until := f.Input.Days
		if i+1 < len(checkIns) {
			until = int(checkIns[i+1].Date - f.Input.From)
		}
		for d := max(day, 1); d <= min(until, f.Input.Days); d++ {
			for _, group := range c.Banned {
				f.Banned[Index(d)] |= GroupBits[group]
			}
			f.Sports[Index(d)] = c.BannedSports
		}
	}
}
