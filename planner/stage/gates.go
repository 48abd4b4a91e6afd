package stage

import (
	"fmt"
	"slices"

	"fortnight/gate"
	"fortnight/planner/runs"
	"fortnight/planner/state"
	"fortnight/prose"
	"fortnight/training"
)

// What an athlete states about the body and has at hand holds whoever proposes: what is written, what the library has, what a model picks and
// what a repair puts in its place are all judged here.

// maxAdviceRunes is how much of what gates advise a message ends with; the gravest comes first.
const maxAdviceRunes = 700

// Advised is a failure's message with what the open gates do and advise.
func Advised(h *state.Horizon, message string) string {
	g := state.GatesFrom(&h.Snapshot, h.Run.From)
	if !g.Open() {
		return message
	}
	return prose.Clip(message, runs.MaxMessageRunes-maxAdviceRunes) + " " + prose.Clip(g.Says(), maxAdviceRunes)
}

// advice is what the open gates do and advise, at the end of a plan; empty where none is open.
func advice(f *state.Fortnight) string {
	g := &f.Brief.Gates
	if !g.Open() {
		return ""
	}
	text := " " + prose.Clip(g.Says(), maxAdviceRunes)
	for i := range f.Snapshot.Athlete.Profile.Events {
		e := &f.Snapshot.Athlete.Profile.Events[i]
		if planned := e.Date >= f.Run.From && e.Date < f.Run.From.AddDays(f.Run.Days); planned && noRace(g, e) {
			return text + " " + dontRace(e)
		}
	}
	return text
}

// keptAllTheSame says what of a wish for a proposal stays when the proposal does not: somebody whose chest hurts does not have it because of a plan.
// It is empty for a plan that is applied, which the advice goes with, and where the wish says nothing of the body.
func keptAllTheSame(f *state.Fortnight) string {
	if f.Run.Apply && f.Run.Candidates <= 1 {
		return ""
	}
	conditions := f.Wishes.Conditions()
	for _, m := range f.Run.OfBody() {
		if !slices.Contains(conditions, m.Condition) {
			conditions = append(conditions, m.Condition)
		}
	}
	if len(conditions) == 0 {
		return ""
	}
	h := gate.Hold{Conditions: conditions}
	return fmt.Sprintf(" What you say of the body (%s) is kept for every plan, whether or not this one is applied, until you state that it is over or never was so.", prose.Clip(h.Because(), maxAdviceRunes/2))
}

// noRace tells whether an open gate leaves no room for a race: nothing, nothing hard, or nothing of its sport is planned because of it.
func noRace(g *gate.Bounds, e *training.Event) bool {
	return g.NoLoad || g.NoHI || slices.Contains(g.NoSports, e.Sport) || slices.Contains(g.EasySports, e.Sport)
}

// dontRace warns of a race that a gate leaves no room for.
func dontRace(e *training.Event) string {
	return fmt.Sprintf("Do not race %s on %s unless you are cleared for it.", prose.Clip(e.Name, 60), prose.Day(e.Date))
}

// whyNoLoad is why a gate leaves a day free, and whether one does.
func whyNoLoad(f *state.Fortnight, date training.Date) (string, bool) {
	g := &f.Brief.Gates
	for i := range g.Holds {
		h := &g.Holds[i]
		if g.NoLoad || h.Gate == gate.Head && int(date-f.Run.From) < g.RestDays {
			return h.String(), true
		}
	}
	return "", false
}

// againstGates says which gate a session that stays goes against.
func againstGates(f *state.Fortnight, s *training.Session) string {
	because, why := f.Against(s)
	if because == "" {
		return ""
	}
	return " It goes against what you state (" + because + ": " + why + "): take it out, or ask first whether you may."
}
