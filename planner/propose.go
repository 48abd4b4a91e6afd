package planner

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"fortnight/training"
)

// propose fills the days: what the model picks, where the run has one, and the solver the rest.
func (j *journey) propose(ctx context.Context) ([]Event, error) {
	if err := j.load(ctx); err != nil {
		return nil, err
	}
	s := newSolver(j)
	var events []Event
	if j.model() {
		var err error
		if events, err = j.pick(ctx, s, Propose); err != nil {
			return nil, err
		}
	}
	s.solve()
	j.state.Draft = j.draft(append(j.kept(), s.plan()...))
	return append(events, j.proposed(Propose)...), nil
}

// draft is what the days hold, by date and start, with a reason for each session.
func (j *journey) draft(all []training.Session) []ProposedSession {
	sortSessions(all)
	standing := map[training.SessionID]*training.Session{}
	for i := range j.snapshot.Sessions {
		standing[j.snapshot.Sessions[i].ID] = &j.snapshot.Sessions[i]
	}
	keys := keyOf(all, j.run.From)
	draft := make([]ProposedSession, 0, len(all))
	for i := range all {
		s := &all[i]
		p := ProposedSession{
			ID: s.ID, AthleteID: j.run.AthleteID, Date: s.Date, Start: s.Start, WorkoutID: s.WorkoutID, Key: keys[s.ID],
		}
		old, there := standing[s.ID]
		switch p.Existing = there; {
		case !there:
			if p.Rationale = j.said(s); p.Rationale == "" {
				p.Rationale = j.why(s, all, keys[s.ID])
			}
		case old.Date != s.Date || old.Start != s.Start:
			p.Rationale = fmt.Sprintf("Moved here from %s %s, where it broke a rule.", day(old.Date), old.Start)
		default:
			p.Rationale = "Kept: " + keptMessage(s)
		}
		draft = append(draft, p)
	}
	return draft
}

// keyOf are the sessions that matter most: the flagged ones, else every one of high intensity and the longest endurance session of each
// seven days (science §0b).
func keyOf(all []training.Session, from training.Date) map[training.SessionID]bool {
	keys := map[training.SessionID]bool{}
	for i := range all {
		if all[i].KeyFlagged {
			keys[all[i].ID] = true
		}
	}
	if len(keys) > 0 || len(all) == 0 {
		return keys
	}
	longest := map[int]*training.Session{}
	for i := range all {
		s := &all[i]
		if s.Load.Demand.HighIntensity {
			keys[s.ID] = true
		}
		week := int(s.Date-from) / 7
		if s.Sport.Endurance() && (longest[week] == nil || s.Load.DurationSeconds > longest[week].Load.DurationSeconds) {
			longest[week] = s
		}
	}
	for _, s := range longest {
		keys[s.ID] = true
	}
	return keys
}

// proposed tells the draft day by day, without what was told as the model picked it.
func (j *journey) proposed(stage Stage) []Event {
	var events []Event
	for i := range j.run.Days {
		date := j.run.From.AddDays(i)
		trains := false
		for _, p := range j.state.Draft {
			if p.Date != date {
				continue
			}
			trains = true
			if told := slices.ContainsFunc(j.state.Picks, func(c choice) bool { return c.Session == p.ID }); !p.Existing && !told {
				events = append(events, &SessionProposed{EventHead: j.head(stage, j.proposedMessage(p)), Session: p})
			}
		}
		if !trains {
			why := cmp.Or(j.saidOfRest(date), j.whyRest(date))
			events = append(events, &RestProposed{EventHead: j.head(stage, day(date)+": rest. "+why), Date: date, Rationale: why})
		}
	}
	return events
}

func (j *journey) proposedMessage(p ProposedSession) string {
	w := j.workouts[p.WorkoutID]
	return fmt.Sprintf("%s %s: %s (%s, %.0f TSS). %s", day(p.Date), p.Start, w.Title, minutesOf(w.DurationSeconds), w.TSS, p.Rationale)
}

// sessions are the draft's, with what their workouts demand.
func (j *journey) sessions() []training.Session {
	standing := map[training.SessionID]*training.Session{}
	for i := range j.snapshot.Sessions {
		standing[j.snapshot.Sessions[i].ID] = &j.snapshot.Sessions[i]
	}
	list := make([]training.Session, 0, len(j.state.Draft))
	for _, p := range j.state.Draft {
		if s, there := standing[p.ID]; there && p.Existing && s.Date == p.Date && s.Start == p.Start {
			list = append(list, *s)
			continue
		}
		w := j.workouts[p.WorkoutID]
		s := training.Session{
			PlannedSession: training.PlannedSession{
				ID: p.ID, AthleteID: j.run.AthleteID, Date: p.Date, Start: p.Start, WorkoutID: p.WorkoutID, Status: training.Planned, Key: p.Key,
				Rationale: &p.Rationale, RunID: j.run.ID,
			},
			Title: w.Title, Sport: w.Sport, Focus: w.Focus, Load: w.Load,
		}
		if old, there := standing[p.ID]; there && p.Existing {
			s = *old
			s.Date, s.Start = p.Date, p.Start
		}
		list = append(list, s)
	}
	return list
}
