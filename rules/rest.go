package rules

// rest measures RST-1: the days without load in every seven. Where history has trained too much already, every planned day of the
// window must be one.
func (f *frame) rest(out sink) {
	for day := 1; day <= f.in.Days; day++ {
		rests, possible := 0.0, 0.0
		for d := day - 6; d <= day; d++ {
			rest, byPlan := f.restDay(d)
			if rest {
				rests++
			}
			if rest || byPlan {
				possible++
			}
		}
		f.bound(out, row{
			rule: "RST-1", severity: Hard, from: day - 6, to: day, measured: rests, limit: min(f.limits.restDays, possible), atLeast: true,
			unknown: f.known < 7-day, pick: loads,
		})
	}
}

// restDay tells whether a day is one of rest, and where it is not whether only the plan is to blame.
func (f *frame) restDay(day int) (rest, byPlan bool) {
	at := index(day)
	if f.events[at] > 0 {
		return false, false
	}
	rest, byPlan = true, f.done[at] == 0
	recovery := f.limits.recoveryCounts
	seconds := 0
	for n := range f.items {
		i := &f.items[n]
		if i.day != day || !i.load {
			continue
		}
		rest = false
		seconds += i.seconds
		recovery = recovery && i.recovery
	}
	if rest && f.done[at] > 0 { // done longer ago than the items reach
		return false, false
	}
	return rest || recovery && seconds <= 30*60 && f.load[at] <= 20, byPlan
}
