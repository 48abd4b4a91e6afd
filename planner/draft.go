package planner

import (
	"cmp"
	"fmt"
	"slices"

	"fortnight/prose"
	"fortnight/training"
)

// draft is what the days hold, by date and start, with a reason for each session. Sessions that stood already and are planned again keep
// their ids.
func draft(f *fortnight, all []training.Session) []ProposedSession { return drafted(f, all, false) }

// drafted is the draft of days that may be partial: still being filled, so that nothing is said that more sessions could make untrue.
func drafted(f *fortnight, all []training.Session, partial bool) []ProposedSession {
	made := adopt(f, all)
	sortSessions(all)
	standing := f.standing()
	t := newTeller(f, all, partial)
	draft := make([]ProposedSession, 0, len(all))
	for i := range all {
		s := &all[i]
		p := ProposedSession{
			ID: s.ID, AthleteID: f.run.AthleteID, Date: s.Date, Start: s.Start, WorkoutID: s.WorkoutID, Key: t.keys[s.ID], Made: made[s.ID],
		}
		old, there := standing[s.ID]
		switch p.Existing = there; {
		case p.Made != "":
			p.Rationale = cmp.Or(said(f, p.Made, s), t.why(s))
		case old.Date != s.Date || old.Start != s.Start:
			p.Rationale = fmt.Sprintf("Moved here from %s %s. %s", prose.Day(old.Date), old.Start, f.Grounds[s.ID])
		default:
			p.Rationale = "Kept: " + keptMessage(s)
		}
		draft = append(draft, p)
	}
	return draft
}

// adopt gives the sessions of a plan that stood already, and that nobody kept, their ids: those of the same workout at the same time, then
// on the same day, then on the nearest other day. It returns for every session that the search made the id it had.
func adopt(f *fortnight, all []training.Session) map[training.SessionID]training.SessionID {
	standing, made := f.standing(), map[training.SessionID]training.SessionID{}
	var fresh []*training.Session
	inPlan := map[training.SessionID]bool{}
	for i := range all {
		inPlan[all[i].ID] = true
		if standing[all[i].ID] == nil {
			fresh = append(fresh, &all[i])
		}
	}
	free := f.some(func(s *training.Session) bool { return !f.fixed(s) && !inPlan[s.ID] })
	for _, near := range []func(a, b *training.Session) bool{
		func(a, b *training.Session) bool { return a.Date == b.Date && a.Start == b.Start },
		func(a, b *training.Session) bool { return a.Date == b.Date },
		func(a, b *training.Session) bool { return mayMove(f, a) },
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
func mayMove(f *fortnight, s *training.Session) bool {
	return f.Grounds[s.ID] == "" && !f.Brief.Days[int(s.Date-f.run.From)].Ill
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

// proposed tells the draft day by day, without what was told as the model picked it.
func proposed(f *fortnight, stage Stage) []Event {
	var events []Event
	t := newTeller(f, f.sessions(), false)
	for i := range f.run.Days {
		date := f.run.From.AddDays(i)
		trains := false
		for _, p := range f.Draft {
			if p.Date != date {
				continue
			}
			trains = true
			if told := slices.ContainsFunc(f.Picks, func(c choice) bool { return c.Session == p.Made }); p.Made != "" && !told {
				events = append(events, &SessionProposed{EventHead: head(stage, proposedMessage(f, p)), Session: p})
			}
		}
		if !trains {
			why := cmp.Or(saidOfRest(f, date), t.whyRest(date))
			events = append(events, &RestProposed{EventHead: head(stage, prose.Day(date)+": rest. "+why), Date: date, Rationale: why})
		}
	}
	return events
}

func proposedMessage(f *fortnight, p ProposedSession) string {
	w := f.workouts[p.WorkoutID]
	if p.Made != "" && !slices.ContainsFunc(f.Picks, func(c choice) bool { return c.Session == p.Made && c.Rationale != "" }) { // begins with the workout
		return fmt.Sprintf("%s %s, %s, %.0f TSS. %s", prose.Day(p.Date), p.Start, prose.Minutes(w.DurationSeconds), w.TSS, p.Rationale)
	}
	return fmt.Sprintf("%s %s: %s (%s, %.0f TSS). %s", prose.Day(p.Date), p.Start, w.Title, prose.Minutes(w.DurationSeconds), w.TSS, p.Rationale)
}

// said is the model's reason for a session that the search made under an id, empty where the session is not its own or no longer stands as
// it was picked.
func said(f *fortnight, made training.SessionID, s *training.Session) string {
	for _, c := range f.Picks {
		if c.Session == made && c.Workout == s.WorkoutID && f.run.From.AddDays(c.Day) == s.Date {
			return c.Rationale
		}
	}
	return ""
}

// saidOfRest is the model's reason for leaving a day free.
func saidOfRest(f *fortnight, date training.Date) string {
	for _, c := range f.Picks {
		if c.Workout == "" && !c.Second && f.run.From.AddDays(c.Day) == date {
			return c.Rationale
		}
	}
	return ""
}
