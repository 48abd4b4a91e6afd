package rules

import "slices"

// readiness measures RED-1 and RED-2: the planned load of days of illness, and of what a check-in bans.
func (f *frame) readiness(out sink) {
	for day := 1; day <= f.in.Days; day++ {
		at := index(day)
		if f.sick[at] {
			out.take(row{rule: "RED-1", severity: Hard, from: day, to: day, measured: f.load[at] - f.done[at], pick: loads})
		}
	}
	f.eachPlanned(func(i *item) {
		at := index(i.day)
		if f.banned[at] == 0 && len(f.sports[at]) == 0 {
			return
		}
		measured := 0.0
		if i.load && (i.groups&f.banned[at] != 0 || slices.Contains(f.sports[at], i.sport)) {
			measured = max(i.tss, 1)
		}
		out.take(row{rule: "RED-2", severity: Hard, from: i.day, to: i.day, measured: measured, a: i})
	})
}
