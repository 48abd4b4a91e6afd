package planner

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"fortnight/prose"
	"fortnight/solver"
	"fortnight/training"
)

// propose fills the days: what the model picks, where the run has one, and the solver the rest.
func (j *journey) propose(ctx context.Context) ([]Event, error) {
	if err := j.load(ctx); err != nil {
		return nil, err
	}
	s := solver.New(j.problem())
	var events []Event
	if j.model() {
		var err error
		if events, err = j.pick(ctx, s, Propose); err != nil {
			return nil, err
		}
	}
	s.Solve()
	j.state.Draft = j.draft(append(j.kept(), j.placed(s)...))
	return append(events, j.proposed(Propose)...), nil
}

// draft is what the days hold, by date and start, with a reason for each session. Sessions that stood already and are planned again keep
// their ids.
func (j *journey) draft(all []training.Session) []ProposedSession {
	made := j.adopt(all)
	sortSessions(all)
	standing := j.standing()
	keys := keyOf(all, j.run.From)
	draft := make([]ProposedSession, 0, len(all))
	for i := range all {
		s := &all[i]
		p := ProposedSession{
			ID: s.ID, AthleteID: j.run.AthleteID, Date: s.Date, Start: s.Start, WorkoutID: s.WorkoutID, Key: keys[s.ID], Made: made[s.ID],
		}
		old, there := standing[s.ID]
		switch p.Existing = there; {
		case p.Made != "":
			p.Rationale = cmp.Or(j.said(p.Made, s), j.why(s, all, keys[s.ID]))
		case old.Date != s.Date || old.Start != s.Start:
			p.Rationale = fmt.Sprintf("Moved here from %s %s. %s", prose.Day(old.Date), old.Start, j.state.Grounds[s.ID])
		default:
			p.Rationale = "Kept: " + keptMessage(s)
		}
		draft = append(draft, p)
	}
	return draft
}

// standing are the sessions of the calendar by id.
func (j *journey) standing() map[training.SessionID]*training.Session {
	standing := make(map[training.SessionID]*training.Session, len(j.snapshot.Sessions))
	for i := range j.snapshot.Sessions {
		standing[j.snapshot.Sessions[i].ID] = &j.snapshot.Sessions[i]
	}
	return standing
}

// adopt gives the sessions of a plan that stood already, and that nobody kept, their ids: those of the same workout at the same time, then
// on the same day, then on the nearest other day. It returns for every session that the search made the id it had.
func (j *journey) adopt(all []training.Session) map[training.SessionID]training.SessionID {
	standing, made := j.standing(), map[training.SessionID]training.SessionID{}
	var fresh []*training.Session
	inPlan := map[training.SessionID]bool{}
	for i := range all {
		inPlan[all[i].ID] = true
		if standing[all[i].ID] == nil {
			fresh = append(fresh, &all[i])
		}
	}
	free := j.some(func(s *training.Session) bool { return !j.fixed(s) && !inPlan[s.ID] })
	for _, near := range []func(a, b *training.Session) bool{
		func(a, b *training.Session) bool { return a.Date == b.Date && a.Start == b.Start },
		func(a, b *training.Session) bool { return a.Date == b.Date },
		func(a, b *training.Session) bool { return j.mayMove(a) },
	} {
		fresh = slices.DeleteFunc(fresh, func(s *training.Session) bool {
			at := nearest(free, s, near)
			if at < 0 {
				return false
			}
			made[free[at].ID], s.ID = s.ID, free[at].ID
			free = slices.Delete(free, at, at+1)
			return true
		})
	}
	for _, s := range fresh {
		made[s.ID] = s.ID
	}
	return made
}

// mayMove tells whether a session that stood may be found again on another day: not one that a repair took away, nor one of a day of illness,
// which nothing makes up for.
func (j *journey) mayMove(s *training.Session) bool {
	return j.state.Grounds[s.ID] == "" && !j.state.Brief.Days[int(s.Date-j.run.From)].Ill
}

// nearest is the place of the session of the same workout that is near a session and the fewest days away, −1 for none.
func nearest(list []training.Session, s *training.Session, near func(a, b *training.Session) bool) int {
	at := -1
	apart := func(n int) training.Date { return max(list[n].Date-s.Date, s.Date-list[n].Date) }
	for n := range list {
		if list[n].WorkoutID == s.WorkoutID && near(&list[n], s) && (at < 0 || apart(n) < apart(at)) {
			at = n
		}
	}
	return at
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
			if told := slices.ContainsFunc(j.state.Picks, func(c choice) bool { return c.Session == p.Made }); p.Made != "" && !told {
				events = append(events, &SessionProposed{EventHead: j.head(stage, j.proposedMessage(p)), Session: p})
			}
		}
		if !trains {
			why := cmp.Or(j.saidOfRest(date), j.whyRest(date))
			events = append(events, &RestProposed{EventHead: j.head(stage, prose.Day(date)+": rest. "+why), Date: date, Rationale: why})
		}
	}
	return events
}

func (j *journey) proposedMessage(p ProposedSession) string {
	w := j.workouts[p.WorkoutID]
	return fmt.Sprintf("%s %s: %s (%s, %.0f TSS). %s", prose.Day(p.Date), p.Start, w.Title, prose.Minutes(w.DurationSeconds), w.TSS, p.Rationale)
}

// sessions are the draft's, with what their workouts demand.
func (j *journey) sessions() []training.Session {
	standing, list := j.standing(), make([]training.Session, 0, len(j.state.Draft))
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
