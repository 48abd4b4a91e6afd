package training

import (
	"cmp"
	"math"
	"slices"
)

// MaxMonotony caps monotony, which grows without bound as days become alike.
const MaxMonotony = 10

// Monotony is the mean of seven daily TSS over their sample standard deviation (n−1), without unit, at most MaxMonotony. Equal days have
// no spread: a week of equal training returns MaxMonotony, a week of rest 0. Foster 1998, Med Sci Sports Exerc 30(7):1164–1168.
func Monotony(week [7]float64) float64 {
	average := mean(week[:])
	if average == 0 {
		return 0
	}
	squares := 0.0
	for _, tss := range week {
		squares += (tss - average) * (tss - average)
	}
	deviation := math.Sqrt(squares / 6)
	if deviation*MaxMonotony <= average {
		return MaxMonotony
	}
	return average / deviation
}

// Strain is a week's TSS times its monotony (Foster 1998).
func Strain(week [7]float64) float64 { return 7 * mean(week[:]) * Monotony(week) }

// WeeklyBudget is the TSS of seven even days that raises CTL by ramp points: 7·(CTL + ramp/(1 − e^(−7/42))), which is 7·CTL + 45.6·ramp
// (science L14).
func WeeklyBudget(ctl, ramp float64) float64 {
	return 7 * (ctl + ramp/(1-math.Exp(-7.0/fitnessDays)))
}

// Weeks sums the load by seven days from a day on: a week's TSS is the sum of its days', monotony and strain are of what of it counts in
// fitness. The last week has fewer days where days is not a multiple of seven, and then neither monotony nor strain.
func (l *Ledger) Weeks(from Date, days int) []PlanWeek {
	var weeks []PlanWeek
	for start := 0; start < days; start += 7 {
		weeks = append(weeks, l.week(from.AddDays(start), min(7, days-start)))
	}
	return weeks
}

func (l *Ledger) week(from Date, length int) PlanWeek {
	w := PlanWeek{StartsOn: from, ByFocus: []FocusShare{}}
	var daily [7]float64
	for n := range length {
		w.TSS += l.TSS(from.AddDays(n))
		daily[n] = l.FitnessTSS(from.AddDays(n))
	}
	w.addBouts(l.bouts, from, length)
	if length == 7 {
		monotony, strain := Monotony(daily), Strain(daily)
		w.Monotony, w.Strain = &monotony, &strain
	}
	return w
}

// InWeek tells whether a bout's time is of the minutes of its week, as a plan's budget has them: all but mobility is (coaching 0, "week minutes").
func (b *Bout) InWeek() bool { return b.Sport != Mobility }

// addBouts counts time, intensity and foci of the week's bouts.
func (w *PlanWeek) addBouts(bouts []Bout, from Date, length int) {
	low, endurance := 0, 0
	for i := range bouts {
		b := &bouts[i]
		if at := int(b.Date - from); at < 0 || at >= length {
			continue
		}
		if b.InWeek() {
			w.DurationSeconds += b.DurationSeconds
		}
		low += b.Demand.LowSeconds
		endurance += b.Demand.EnduranceSeconds
		w.addFocus(b)
	}
	slices.SortStableFunc(w.ByFocus, func(a, b FocusShare) int { return cmp.Compare(b.DurationSeconds, a.DurationSeconds) })
	if endurance > 0 {
		share := float64(low) / float64(endurance)
		w.LowIntensityShare = &share
	}
}

// addFocus counts a bout under its focus; an activity that no session planned has none and is in the week's sums alone.
func (w *PlanWeek) addFocus(b *Bout) {
	if b.Focus == "" {
		return
	}
	for i := range w.ByFocus {
		if w.ByFocus[i].Focus == b.Focus {
			w.ByFocus[i].DurationSeconds += b.DurationSeconds
			w.ByFocus[i].TSS += b.TSS
			return
		}
	}
	w.ByFocus = append(w.ByFocus, FocusShare{Focus: b.Focus, DurationSeconds: b.DurationSeconds, TSS: b.TSS})
}
