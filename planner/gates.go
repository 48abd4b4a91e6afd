package planner

import (
	"fmt"
	"slices"

	"fortnight/brief"
	"fortnight/gate"
	"fortnight/prose"
	"fortnight/session"
	"fortnight/solver"
	"fortnight/training"
)

// What an athlete states about the body and has at hand holds whoever proposes: what is written, what the library has, what a model picks and
// what a repair puts in its place are all judged here.

// forbidden tells whether an open gate rules a workout out on any day.
func (f *fortnight) forbidden(w *training.Workout) bool {
	_, bad := f.Brief.Gates.Forbids(w)
	return bad
}

// barred tells whether a workout may not begin at a time of one day, though it may on others: what it needs is not there, the hour is not for
// it, or the day has had its session.
func (f *fortnight) barred(date training.Date, start training.LocalTime, w *training.Workout) bool {
	if _, missing := session.Missing(w, brief.Equipment(&f.snapshot.Athlete.Profile, date)); missing {
		return true
	}
	g := &f.Brief.Gates
	return g.ForbidsAt(start, w) || g.NoDoubles && len(f.some(func(s *training.Session) bool { return f.fixed(s) && !skipped(s) && s.Date == date })) > 0
}

// hall is what is at hand on some days alike.
type hall struct {
	have        []training.Equipment // nil: not known
	first, last int                  // of the days of the plan, from 0, on which it is there
}

// maxHalls is for how many different halls a session is written.
const maxHalls = 3

// halls are the different sets of equipment of some days, each from its first day to its last.
func (f *fortnight) halls(first, last int) []hall {
	var list []hall
	for day := max(0, first); day <= last; day++ {
		have := brief.Equipment(&f.snapshot.Athlete.Profile, f.run.From.AddDays(day))
		at := slices.IndexFunc(list, func(h hall) bool { return (h.have == nil) == (have == nil) && slices.Equal(h.have, have) })
		switch {
		case at >= 0:
			list[at].last = day
		case len(list) < maxHalls:
			list = append(list, hall{have, day, day})
		}
	}
	return list
}

// gates are those of the days from one on, by what a snapshot knows.
func (s *Snapshot) gates(from training.Date) gate.Bounds {
	p := &s.Athlete.Profile
	words := ""
	if p.Goal != nil {
		words = *p.Goal
	}
	return brief.Gates(p, s.Ledger(), s.CheckIns, words, from)
}

// maxAdviceRunes is how much of what gates advise a message ends with; the gravest comes first.
const maxAdviceRunes = 700

// advised is a failure's message with what the open gates do and advise.
func (h *horizon) advised(message string) string {
	g := h.snapshot.gates(h.run.From)
	if !g.Open() {
		return message
	}
	return prose.Clip(message, maxMessageRunes-maxAdviceRunes) + " " + prose.Clip(g.Says(), maxAdviceRunes)
}

// advice is what the open gates do and advise, at the end of a plan; empty where none is open.
func (f *fortnight) advice() string {
	g := &f.Brief.Gates
	if !g.Open() {
		return ""
	}
	text := " " + prose.Clip(g.Says(), maxAdviceRunes)
	for i := range f.snapshot.Athlete.Profile.Events {
		e := &f.snapshot.Athlete.Profile.Events[i]
		planned := e.Date >= f.run.From && e.Date < f.run.From.AddDays(f.run.Days)
		if planned && (g.NoLoad || g.NoHI || slices.Contains(g.NoSports, e.Sport)) {
			return text + fmt.Sprintf(" Do not race %s on %s unless you are cleared for it.", prose.Clip(e.Name, 60), prose.Day(e.Date))
		}
	}
	return text
}

// whyNoLoad is why a gate leaves a day free, and whether one does.
func (f *fortnight) whyNoLoad(date training.Date) (string, bool) {
	g := &f.Brief.Gates
	for i := range g.Holds {
		h := &g.Holds[i]
		if g.NoLoad || h.Gate == gate.Head && int(date-f.run.From) < g.RestDays {
			return h.String(), true
		}
	}
	return "", false
}

// open are the candidates that no gate forbids on a day and that there is the equipment for.
func (s *Snapshot) open(candidates []solver.Candidate, date training.Date, start training.LocalTime) []solver.Candidate {
	g, have := s.gates(date), brief.Equipment(&s.Athlete.Profile, date)
	var list []solver.Candidate
	for i := range candidates {
		w := &candidates[i].Workout
		_, bad := g.Forbids(w)
		_, missing := session.Missing(w, have)
		if !bad && !missing && !g.ForbidsAt(start, w) {
			list = append(list, candidates[i])
		}
	}
	return list
}

// againstGates says which gate a session that stays goes against.
func againstGates(g *gate.Bounds, w *training.Workout) string {
	why, bad := g.Forbids(w)
	if !bad || g.Because() == "" { // the wish rules out sports as well, and is told by itself
		return ""
	}
	return " It goes against what you state (" + g.Because() + ": " + why + "): take it out, or ask first whether you may."
}
