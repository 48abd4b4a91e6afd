package rules

// Limits of a single run (science VOL-2, §0b).
const (
	runSpike       = 1.10
	runMoreMeters  = 1000
	runMoreSeconds = 6 * 60 // a kilometre at an easy pace
	runReachDays   = 30
)

// firstRun is the longest run of one who has not run for 30 days, by level, in metres and seconds.
var (
	firstRunMeters  = tier{3000, 5000, 5000}
	firstRunSeconds = tier{20 * 60, 30 * 60, 30 * 60}
)

// volume measures VOL-2 for every planned run: in metres where the run and one of the runs before it has them, else in seconds.
func (f *frame) volume(out sink) {
	for n := range f.items {
		run := &f.items[n]
		if !run.planned() || run.runSeconds == 0 {
			continue
		}
		meters, seconds := 0.0, 0
		for m := range f.items[:n] {
			if i := &f.items[m]; i.day >= run.day-runReachDays && i.runSeconds > 0 {
				meters, seconds = max(meters, i.meters), max(seconds, i.runSeconds)
			}
		}
		r := row{rule: "VOL-2", severity: Hard, from: run.day, to: run.day, a: run, unknown: f.known+run.day-1 < runReachDays && f.known < seedDays}
		switch {
		case seconds == 0 && run.meters > 0:
			r.measured, r.limit = run.meters, firstRunMeters[f.limits.level]
		case seconds == 0:
			r.measured, r.limit = float64(run.runSeconds), firstRunSeconds[f.limits.level]
		case meters > 0 && run.meters > 0:
			r.measured, r.limit = run.meters, max(runSpike*meters, meters+runMoreMeters)
		default:
			r.measured, r.limit = float64(run.runSeconds), max(runSpike*float64(seconds), float64(seconds+runMoreSeconds))
		}
		out.take(r)
	}
}
