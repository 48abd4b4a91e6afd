package whynot

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"

	"fortnight/planner/runs"
	"fortnight/planner/state"
	"fortnight/prose"
	"fortnight/rules"
	"fortnight/session"
	"fortnight/solver"
	"fortnight/training"
)

// Answer judges what is asked by one evaluation: the run's problem is made again from what was recorded of it and from what is known of the
// athlete now, the plan is put onto its days, and the search's own rules and weights say what it becomes. What is asked wrongly is a
// *training.InputError.
func (q Question) Answer(ctx context.Context, store runs.Store, run runs.Run, recorded json.RawMessage) (*Answer, error) {
	if err := cmp.Or(q.Check(), q.checkFor(&run)); err != nil {
		return nil, err
	}
	a, err := q.asked(ctx, store, run, recorded)
	if err != nil {
		return nil, err
	}
	answer := a.answer()
	return answer, ctx.Err() // what was not reckoned to its end is no answer
}

// answer tries what was found.
func (a *inquiry) answer() *Answer {
	w := &Answer{
		Date: a.Date, MovedOn: a.moved, Reasons: []Reason{}, Breaks: []rules.RuleCheck{}, InPlaceOf: []training.PlannedSession{},
		Terms: []solver.Term{},
	}
	if a.family != "" {
		w.FamilyID = (*string)(&a.family)
	}
	if s := a.standsThere(); s != nil {
		w.Verdict, w.Title, w.WorkoutID = Stands, &s.Title, s.WorkoutID
		w.Message = fmt.Sprintf("It stands there in the plan: %s, %s at %s.", s.Title, prose.Day(s.Date), s.Start)
		return w
	}
	s := solver.New(a.search)
	s.Stand(a.plan)
	trial, tried := solver.Trial{}, false
	if w.Reasons = a.reasons(); !a.Brief.Days[a.day].Closed {
		trial, tried = s.Try(a.day, a.tries)
	}
	if tried {
		a.tell(w, &trial)
	}
	if !trial.Asked {
		w.Reasons = append(w.Reasons, a.week())
	}
	a.judge(w, tried)
	return w
}

// standsThere is the session of the family or workout on the day, if there is one.
func (a *inquiry) standsThere() *training.Session {
	all := append(a.Kept(), a.plan...)
	at := slices.IndexFunc(all, func(s training.Session) bool {
		w := a.Workouts.Of(&s)
		return s.Date == a.Date && (s.WorkoutID == a.Workout || a.Workout == "" && (session.ID(s.Family) == a.family || familyOf(w) == a.family))
	})
	if at < 0 {
		return nil
	}
	return &all[at]
}

// tell takes over what a trial came to.
func (a *inquiry) tell(w *Answer, trial *solver.Trial) {
	cost := trial.Cost()
	w.Title, w.WorkoutID, w.Cost, w.Terms = &trial.Session.Title, trial.Session.WorkoutID, &cost, trial.Terms
	for i := range trial.Gone {
		w.InPlaceOf = append(w.InPlaceOf, trial.Gone[i].PlannedSession)
	}
	id := training.SessionID(uuid.NewSHA1(uuid.NameSpaceOID, fmt.Appendf(nil, "%s why not %s %s", a.Run.ID, a.Date, w.WorkoutID)).String())
	for i := range trial.Plan {
		if trial.Plan[i].ID == trial.Session.ID {
			trial.Plan[i].ID, trial.Plan[i].AthleteID, trial.Plan[i].RunID = id, a.Run.AthleteID, a.Run.ID
		}
	}
	now, then := a.Judged(append(a.Kept(), a.plan...)), a.Judged(append(a.Kept(), trial.Plan...))
	w.Breaks = append(w.Breaks, state.Worse(state.HardOf(now), state.HardOf(then))...)
}

// asGood is up to which cost a plan counts as good as another: what the seed may tip.
const asGood = 0.5

// judge says what it comes to: the strongest reason first.
func (a *inquiry) judge(w *Answer, tried bool) {
	on := prose.Day(a.Date)
	gates := slices.ContainsFunc(w.Reasons, func(r Reason) bool { return r.Kind != ReasonWeek })
	switch {
	case gates || !tried:
		w.Verdict = NoCandidate
		w.Message = w.Reasons[0].Message
	case len(w.Breaks) > 0:
		w.Verdict = BreaksRule
		w.Message = fmt.Sprintf("%s on %s would break %s", *w.Title, on, w.Breaks[0].Reason())
	case *w.Cost > asGood:
		w.Verdict = CostsMore
		w.Message = fmt.Sprintf("%s on %s%s would cost %.0f more: %s.", *w.Title, on, a.instead(w), *w.Cost, most(w.Terms))
	default:
		w.Verdict = AsGood
		w.Message = fmt.Sprintf("%s on %s%s would be as good: the search tries many plans, not all.", *w.Title, on, a.instead(w))
	}
	w.Message = prose.Clip(w.Message, runs.MaxMessageRunes)
}

// instead says what would give way.
func (a *inquiry) instead(w *Answer) string {
	var names []string
	for _, p := range w.InPlaceOf {
		s := training.Session{PlannedSession: p}
		names = append(names, fmt.Sprintf("%s of %s", a.Workouts.Of(&s).Title, prose.Day(p.Date)))
	}
	if len(names) == 0 {
		return ""
	}
	return ", in the place of " + strings.Join(names, " and ") + ","
}

// maxTold is how many terms a sentence names.
const maxTold = 3

// most are the terms that a difference is made of, the largest first, and what it gains.
func most(terms []solver.Term) string {
	sorted := slices.Clone(terms)
	slices.SortStableFunc(sorted, func(x, y solver.Term) int { return cmp.Compare(y.Cost, x.Cost) })
	var told []string
	for i, t := range sorted[:min(len(sorted), maxTold)] {
		if t.Cost >= 0.5 || i == 0 && t.Cost > 0 { // what rounds to nothing says nothing beside others
			told = append(told, fmt.Sprintf("%s (%.0f)", t.Name(), t.Cost))
		}
	}
	return strings.Join(told, ", ")
}
