// Package plancheck is a second opinion: it checks a calendar against the HARD limits of the core rules, written straight from their
// text on plain data, and shares no code with the planner or the rules. Tests use it.
package plancheck

import "time"

// Check lists what a fortnight of days from first breaks. Sessions hold the history of at least 42 days and the plan. History alone is
// not held against the plan.
func Check(a Athlete, first time.Time, days int, sessions []Session) []string {
	c := newChecker(a, first, days, sessions)
	c.availability()
	c.intensity()
	c.legs()
	c.rest()
	c.load()
	c.reserve()
	c.climb()
	c.running()
	c.spikes()
	c.before()
	c.after()
	c.gap()
	c.back()
	c.thin()
	c.youth()
	c.proposals()
	c.stated()
	for _, r := range Measure(a, first, days, sessions) {
		if r.Hard && r.Broken() {
			c.fault("%s: %.2f of %.2f on days %d to %d", r.Rule, r.Measured, r.Limit, r.From, r.To)
		}
	}
	return c.faults
}

// Measure measures what coaching 8 has of rules that are SOFT, or HARD beyond a limit only, over a calendar as Check has it.
func Measure(a Athlete, first time.Time, days int, sessions []Session) []Row {
	c := newChecker(a, first, days, sessions)
	c.shares()
	c.volumes()
	c.enough()
	c.unload()
	c.distribution()
	c.neighbours()
	c.taper()
	c.patterns()
	c.decided()
	c.spikes()
	return c.rows
}
