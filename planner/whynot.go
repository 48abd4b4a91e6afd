package planner

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"

	"fortnight/brief"
	"fortnight/prose"
	"fortnight/rules"
	"fortnight/season"
	"fortnight/session"
	"fortnight/solver"
	"fortnight/training"
)

// WhyNotQuestion asks why a run's plan does not have something on a day: a family of sessions, or a workout. Candidate is which of the run's
// fortnights is meant, from 1; nil is the one on the calendar, else the first.
type WhyNotQuestion struct {
	Date      training.Date
	Family    session.ID
	Workout   training.WorkoutID
	Candidate *int
}

// WhyNotVerdict is what an answer comes to.
type WhyNotVerdict string

// The verdicts.
const (
	WhyNotStands      WhyNotVerdict = "STANDS"
	WhyNotNoCandidate WhyNotVerdict = "NO_CANDIDATE"
	WhyNotBreaksRule  WhyNotVerdict = "BREAKS_RULE"
	WhyNotCostsMore   WhyNotVerdict = "COSTS_MORE"
	WhyNotAsGood      WhyNotVerdict = "AS_GOOD"
)

// WhyNot is the answer. Title, WorkoutID and Cost are empty where nothing could be tried on the day; Breaks are the HARD rows that are broken
// with it and not without it, InPlaceOf what gives way to it, Terms by what the plan costs more, and MovedOn what has changed on the calendar.
type WhyNot struct {
	Date      training.Date
	FamilyID  *string
	Title     *string
	WorkoutID training.WorkoutID
	Verdict   WhyNotVerdict
	Message   string
	Reasons   []WhyNotReason
	Breaks    []rules.RuleCheck
	InPlaceOf []training.PlannedSession
	Cost      *float64
	Terms     []solver.Term
	MovedOn   *string
}

// Answer judges what is asked by one evaluation: the run's problem is made again from what was recorded of it and from what is known of the
// athlete now, the plan is put onto its days, and the search's own rules and weights say what it becomes. What is asked wrongly is a
// *training.InputError.
func (q WhyNotQuestion) Answer(ctx context.Context, store Store, run Run, recorded json.RawMessage) (*WhyNot, error) {
	if err := cmp.Or(q.Check(), q.checkFor(&run)); err != nil {
		return nil, err
	}
	a, err := q.asked(ctx, store, run, recorded)
	if err != nil {
		return nil, err
	}
	return a.answer(), nil
}

// Check finds what no run can be asked, a *training.InputError.
func (q *WhyNotQuestion) Check() error {
	var faults training.InputError
	if (q.Family == "") == (q.Workout == "") {
		faults.Add("familyId", "give a familyId or a workoutId, not both")
	}
	if _, known := session.Find(q.Family); q.Family != "" && !known {
		faults.Add("familyId", "there is no such family of sessions")
	}
	if q.Candidate != nil {
		training.CheckInt(&faults, "candidate", q.Candidate, 1, MaxCandidates)
	}
	return faults.Err()
}

// checkFor finds what the run cannot be asked.
func (q *WhyNotQuestion) checkFor(run *Run) error {
	var faults training.InputError
	training.CheckDate(&faults, "date", q.Date, run.From, run.From.AddDays(run.Days-1))
	if q.Candidate != nil {
		training.CheckInt(&faults, "candidate", q.Candidate, 1, max(1, len(run.Ways)))
	}
	return faults.Err()
}

// proposal are the sessions that are asked about.
func (q *WhyNotQuestion) proposal(run *Run) []ProposedSession {
	n := 1
	switch {
	case q.Candidate != nil:
		n = *q.Candidate
	case run.Chosen != nil:
		n = *run.Chosen
	}
	if n > 1 {
		return run.Ways[n-1].Sessions
	}
	return run.Proposal
}

// inquiry is a question with the days as they are now. Plan are the proposal's sessions that are not kept, tries what may be tried.
type inquiry struct {
	fortnight
	WhyNotQuestion
	day    int
	moved  *string
	search solver.Problem
	plan   []training.Session
	tries  []training.Workout
	family session.ID // empty for a workout of none
}

// asked reads the athlete anew and makes the problem of the run again.
func (q WhyNotQuestion) asked(ctx context.Context, store Store, run Run, recorded json.RawMessage) (*inquiry, error) {
	a := &inquiry{WhyNotQuestion: q, day: int(q.Date - run.From), family: q.Family}
	var err error
	if a.progress, err = resumed(recorded); err != nil {
		return nil, fmt.Errorf("read the progress of run %s: %w", run.ID, err)
	}
	a.run = run
	if a.snapshot, err = store.Snapshot(ctx, run.AthleteID, run.From, run.Days); err != nil {
		return nil, fmt.Errorf("read the calendar: %w", err)
	}
	a.workouts, a.written = solver.Workouts{}, map[training.WorkoutID]bool{}
	a.identified = map[training.WorkoutID]*rules.Identity{}
	a.Draft, a.Picks = q.proposal(&run), nil
	a.moved = a.movedOn()
	a.snapshot.Sessions = slices.DeleteFunc(slices.Clone(a.snapshot.Sessions), func(s training.Session) bool {
		return s.RunID == run.ID && a.inDays(&s) && !a.fixed(&s) // as the days were when they were planned
	})
	if err := load(ctx, store, &a.fortnight); err != nil {
		return nil, err
	}
	if a.Brief, err = brief.New(a.briefInput(a.input(a.locked()))); err != nil {
		return nil, fmt.Errorf("plan the weeks: %w", err)
	}
	a.plan = slices.DeleteFunc(a.toPlace(), func(s training.Session) bool { return s.Date < a.snapshot.Today })
	a.search = a.problem()
	return a, a.find(ctx, store)
}

// find looks for what may be tried on the day: what stands for something that its week is to hold first, else the family as it would be
// written for the athlete.
func (a *inquiry) find(ctx context.Context, store Store) error {
	if a.Workout != "" {
		found, err := store.Workouts(ctx, a.run.AthleteID, a.snapshot.Athlete.Profile, []training.WorkoutID{a.Workout})
		if err != nil {
			return fmt.Errorf("read a workout: %w", err)
		}
		if len(found) == 0 {
			return &training.InputError{Fields: []training.FieldError{{Path: "workoutId", Message: "the athlete has no such workout"}}}
		}
		a.tries = found
		a.workouts[a.Workout] = found[0]
		a.family = familyOf(&found[0])
		return nil
	}
	for _, w := range a.search.Wants {
		if a.day < w.First || a.day > w.Last {
			continue
		}
		for _, d := range w.Doses {
			workout := a.workouts[d.Workout]
			if familyOf(&workout) == a.family && !slices.ContainsFunc(a.tries, func(o training.Workout) bool { return o.ID == workout.ID }) {
				a.tries = append(a.tries, workout)
			}
		}
	}
	if len(a.tries) == 0 {
		a.prescribe()
	}
	return nil
}

// familyOf is the family that a workout belongs to, empty for none.
func familyOf(w *training.Workout) session.ID {
	read, known := session.LevelOf(*w)
	if !known {
		return ""
	}
	return read.Family
}

// answer tries what was found.
func (a *inquiry) answer() *WhyNot {
	w := &WhyNot{
		Date: a.Date, MovedOn: a.moved, Reasons: []WhyNotReason{}, Breaks: []rules.RuleCheck{}, InPlaceOf: []training.PlannedSession{},
		Terms: []solver.Term{},
	}
	if a.family != "" {
		w.FamilyID = (*string)(&a.family)
	}
	if s := a.standsThere(); s != nil {
		w.Verdict, w.Title, w.WorkoutID = WhyNotStands, &s.Title, s.WorkoutID
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
	all := append(a.kept(), a.plan...)
	at := slices.IndexFunc(all, func(s training.Session) bool {
		w := a.workouts.Of(&s)
		return s.Date == a.Date && (s.WorkoutID == a.Workout || a.Workout == "" && (session.ID(s.Family) == a.family || familyOf(w) == a.family))
	})
	if at < 0 {
		return nil
	}
	return &all[at]
}

// tell takes over what a trial came to.
func (a *inquiry) tell(w *WhyNot, trial *solver.Trial) {
	cost := trial.Cost()
	w.Title, w.WorkoutID, w.Cost, w.Terms = &trial.Session.Title, trial.Session.WorkoutID, &cost, trial.Terms
	for i := range trial.Gone {
		w.InPlaceOf = append(w.InPlaceOf, trial.Gone[i].PlannedSession)
	}
	id := training.SessionID(uuid.NewSHA1(uuid.NameSpaceOID, fmt.Appendf(nil, "%s why not %s %s", a.run.ID, a.Date, w.WorkoutID)).String())
	for i := range trial.Plan {
		if trial.Plan[i].ID == trial.Session.ID {
			trial.Plan[i].ID, trial.Plan[i].AthleteID, trial.Plan[i].RunID = id, a.run.AthleteID, a.run.ID
		}
	}
	now, then := a.judged(append(a.kept(), a.plan...)), a.judged(append(a.kept(), trial.Plan...))
	w.Breaks = append(w.Breaks, worse(hardOf(now), hardOf(then))...)
}

// asGood is up to which cost a plan counts as good as another: what the seed may tip.
const asGood = 0.5

// judge says what it comes to: the strongest reason first.
func (a *inquiry) judge(w *WhyNot, tried bool) {
	on := prose.Day(a.Date)
	gates := slices.ContainsFunc(w.Reasons, func(r WhyNotReason) bool { return r.Kind != ReasonWeek })
	switch {
	case gates || !tried:
		w.Verdict = WhyNotNoCandidate
		w.Message = w.Reasons[0].Message
	case len(w.Breaks) > 0:
		w.Verdict = WhyNotBreaksRule
		w.Message = fmt.Sprintf("%s on %s would break %s", *w.Title, on, w.Breaks[0].Reason())
	case *w.Cost > asGood:
		w.Verdict = WhyNotCostsMore
		w.Message = fmt.Sprintf("%s on %s%s would cost %.0f more: %s.", *w.Title, on, a.instead(w), *w.Cost, most(w.Terms))
	default:
		w.Verdict = WhyNotAsGood
		w.Message = fmt.Sprintf("%s on %s%s would be as good: the search tries many plans, not all.", *w.Title, on, a.instead(w))
	}
	w.Message = prose.Clip(w.Message, maxMessageRunes)
}

// instead says what would give way.
func (a *inquiry) instead(w *WhyNot) string {
	var names []string
	for _, p := range w.InPlaceOf {
		s := training.Session{PlannedSession: p}
		names = append(names, fmt.Sprintf("%s of %s", a.workouts.Of(&s).Title, prose.Day(p.Date)))
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
	for _, t := range sorted[:min(len(sorted), maxTold)] {
		if t.Cost > 0 {
			told = append(told, fmt.Sprintf("%s (%.0f)", t.Name(), t.Cost))
		}
	}
	return strings.Join(told, ", ")
}

// slotOf is a slot for a family as the athlete would do it.
func (a *inquiry) slotOf(f *session.Family) season.Slot {
	s := season.Slot{
		Role: season.K, Sport: f.Sport, Families: []session.ID{f.ID}, Level: max(1, a.Brief.Levels[f.ID]), Minutes: (f.Minutes.Low + f.Minutes.High) / 10 * 5,
		Least: f.Minutes.Low, Most: f.Minutes.High, First: a.day + 1, Last: a.day + 1,
	}
	switch f.Class {
	case session.Long:
		s.Role = season.L
	case session.Easy, session.Mobility:
		s.Role = season.E
	case session.Strength:
		s.Role = season.S
	}
	return s
}
