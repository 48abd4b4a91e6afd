package season

import (
	"testing"

	"fortnight/session"
	"fortnight/training"
)

// Who may do a family by what it asks for beside its phase (coaching 4): jumps ask for months of running, open water is at hand where somebody says so, and
// sessions of several sports and of stations ask for experience of running, whatever sport they are filed under.
func TestWhoMayDoAFamily(t *testing.T) {
	run := func(months int) map[training.Sport]int { return map[training.Sport]int{training.Run: months} }
	lake, pool := []training.Equipment{training.OpenWater}, []training.Equipment{training.SwimmingPool}
	who := func(change func(*Athlete)) Athlete {
		a := Athlete{Level: training.Intermediate, StrengthKnown: true, StrengthMonths: 24, KnownDays: 100}
		change(&a)
		return a
	}
	for name, c := range map[string]struct {
		family session.ID
		phase  session.Phase
		who    Athlete
		want   Refusal
	}{
		"jumps after two months of running":          {"Q-PLYO", session.Base, who(func(a *Athlete) { a.SportMonths = run(2) }), RefusedExperience},
		"jumps after three":                          {"Q-PLYO", session.Base, who(func(a *Athlete) { a.SportMonths = run(3) }), ""},
		"jumps of a runner, as the level says":       {"Q-PLYO", session.Base, who(func(*Athlete) {}), ""},
		"jumps of a novice, as the level says":       {"Q-PLYO", session.Base, who(func(a *Athlete) { a.Level = training.Novice }), RefusedExperience},
		"jumps after five months of lifting":         {"Q-PLYO", session.Base, who(func(a *Athlete) { a.StrengthMonths = 5 }), RefusedExperience},
		"open water of which nothing is said":        {"S-OW", session.Specific, who(func(*Athlete) {}), RefusedEquipment},
		"open water with a pool":                     {"S-OW", session.Specific, who(func(a *Athlete) { a.Gear = pool }), RefusedEquipment},
		"open water with a lake":                     {"S-OW", session.Specific, who(func(a *Athlete) { a.Gear = lake }), ""},
		"open water of a newcomer to swimming":       {"S-OW", session.Specific, who(func(a *Athlete) { a.Gear, a.SportMonths = lake, map[training.Sport]int{training.Swim: 5} }), RefusedExperience},
		"race bricks of a newcomer to running":       {"X-BRP", session.Specific, who(func(a *Athlete) { a.SportMonths = run(5) }), RefusedExperience},
		"race bricks of a runner":                    {"X-BRP", session.Specific, who(func(a *Athlete) { a.SportMonths = run(15) }), ""},
		"a simulation of a newcomer to running":      {"H-SIM", session.Specific, who(func(a *Athlete) { a.SportMonths = run(5) }), RefusedExperience},
		"threshold rides of a newcomer to running":   {"B-THR", session.Build, who(func(a *Athlete) { a.SportMonths = run(5) }), ""},
		"intervals of a newcomer to the sport":       {"R-VO2", session.Build, who(func(a *Athlete) { a.SportMonths = run(5) }), RefusedExperience},
		"maximal strength at five months of lifting": {"Q-STR", session.Base, who(func(a *Athlete) { a.StrengthMonths = 5 }), RefusedExperience},
	} {
		choose := chooser{athlete: &c.who, phase: c.phase}
		if got := choose.refusal(c.family); got != c.want {
			t.Errorf("%s: refused by %q, want %q", name, got, c.want)
		}
	}
}
