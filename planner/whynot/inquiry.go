package whynot

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"fortnight/brief"
	"fortnight/planner/runs"
	"fortnight/planner/stage"
	"fortnight/planner/state"
	"fortnight/planner/view"
	"fortnight/prescribe"
	"fortnight/prose"
	"fortnight/rules"
	"fortnight/season"
	"fortnight/session"
	"fortnight/solver"
	"fortnight/training"
)

// inquiry is a question with the days as they are now. Plan are the proposal's sessions that are not kept, tries what may be tried.
type inquiry struct {
	state.Fortnight
	Question
	day    int
	moved  *string
	search solver.Problem
	plan   []training.Session
	tries  []training.Workout
	family session.ID // empty for a workout of none
}

// asked reads the athlete anew and makes the problem of the run again.
func (q Question) asked(ctx context.Context, store runs.Store, run runs.Run, recorded json.RawMessage) (*inquiry, error) {
	a := &inquiry{Question: q, day: int(q.Date - run.From), family: q.Family}
	var err error
	if a.Progress, err = state.Resumed(recorded); err != nil {
		return nil, fmt.Errorf("read the progress of run %s: %w", run.ID, err)
	}
	a.Run, a.End = run, ctx.Done()
	if a.Snapshot, err = store.Snapshot(ctx, run.AthleteID, run.From, run.Days); err != nil {
		return nil, fmt.Errorf("read the calendar: %w", err)
	}
	a.Settle()
	a.Heed(a.Wishes)
	a.Workouts, a.Written = solver.Workouts{}, map[training.WorkoutID]bool{}
	a.Identified = map[training.WorkoutID]*rules.Identity{}
	if a.Draft, err = q.proposal(&run); err != nil {
		return nil, err
	}
	a.Picks = nil
	a.moved = a.movedOn()
	a.Snapshot.Sessions = slices.DeleteFunc(slices.Clone(a.Snapshot.Sessions), func(s training.Session) bool {
		return s.RunID == run.ID && a.InDays(&s) && !a.Fixed(&s) // as the days were when they were planned
	})
	if err := stage.Load(ctx, store, &a.Fortnight); err != nil {
		return nil, err
	}
	if a.Brief, err = brief.New(a.BriefInput(a.Input(a.Locked()))); err != nil {
		return nil, fmt.Errorf("plan the weeks: %w", err)
	}
	a.plan = slices.DeleteFunc(a.ToPlace(), func(s training.Session) bool { return s.Date < a.Snapshot.Today })
	a.search = stage.Problem(&a.Fortnight)
	return a, a.find(ctx, store)
}

// find looks for what may be tried on the day: what stands for something that its week is to hold first, else the family as it would be
// written for the athlete.
func (a *inquiry) find(ctx context.Context, store runs.Store) error {
	if a.Workout != "" {
		found, err := store.Workouts(ctx, a.Run.AthleteID, a.Snapshot.Athlete.Profile, []training.WorkoutID{a.Workout})
		if err != nil {
			return fmt.Errorf("read a workout: %w", err)
		}
		if len(found) == 0 {
			return &training.InputError{Fields: []training.FieldError{{Path: "workoutId", Message: "the athlete has no such workout"}}}
		}
		a.tries = found
		a.Workouts[a.Workout] = found[0]
		a.family = familyOf(&found[0])
		return nil
	}
	for _, w := range a.search.Wants {
		if a.day < w.First || a.day > w.Last {
			continue
		}
		for _, d := range w.Doses {
			workout := a.Workouts[d.Workout]
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
	read, known := session.Of(w)
	if !known {
		return ""
	}
	return read.Family
}

// slotOf is a slot for a family as the athlete would do it.
func (a *inquiry) slotOf(f *session.Family) season.Slot {
	s := season.Slot{
		Role: season.K, Sport: f.Sport, Families: []session.ID{f.ID}, Level: max(1, a.Brief.Next[f.ID]), Minutes: (f.Minutes.Low + f.Minutes.High) / 10 * 5,
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

// prescribe writes the family for the athlete, as long as the day has room for.
func (a *inquiry) prescribe() {
	f, _ := session.Find(a.family)
	s := a.slotOf(&f)
	for _, p := range prescribe.For(&s, 0, stage.Longest(&a.Fortnight, a.day, a.day), a.Prescribed()) {
		if p.Dose.Family == a.family {
			a.tries = append(a.tries, p.Workout)
		}
	}
}

// movedOn says what has changed on the calendar since the plan was made, or since it was put there.
func (a *inquiry) movedOn() *string {
	text := ""
	switch {
	case a.Run.Applied:
		text = strings.Join(a.changedSince(), ", ")
	case a.Revision != a.Snapshot.Revision:
		text = view.MovedOn(a.Run, a.Snapshot)
	}
	return runs.OrNil(prose.Clip(text, runs.MaxMessageRunes))
}

// changedSince are the sessions of an applied plan that are gone or stand elsewhere, and those that have come.
func (a *inquiry) changedSince() []string {
	var told []string
	standing, planned := a.Standing(), map[training.SessionID]bool{}
	for _, p := range a.Draft {
		planned[p.ID] = true
		switch s, there := standing[p.ID]; {
		case !there || state.Skipped(s):
			told = append(told, fmt.Sprintf("a session of %s has gone", prose.Day(p.Date)))
		case s.Date != p.Date || s.Start != p.Start || s.WorkoutID != p.WorkoutID:
			told = append(told, fmt.Sprintf("the session of %s %s is %s on %s %s", prose.Day(p.Date), p.Start, s.Title, prose.Day(s.Date), s.Start))
		}
	}
	for i := range a.Snapshot.Sessions {
		if s := &a.Snapshot.Sessions[i]; a.InDays(s) && !state.Skipped(s) && !planned[s.ID] {
			told = append(told, fmt.Sprintf("%s %s has come (%s)", prose.Day(s.Date), s.Start, s.Title))
		}
	}
	if len(told) > view.MaxMoved {
		told = append(told[:view.MaxMoved], fmt.Sprintf("and %d more", len(told)-view.MaxMoved))
	}
	return told
}
