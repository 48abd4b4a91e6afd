package stage

import (
	"cmp"
	"fmt"
	"slices"

	"fortnight/planner/runs"
	"fortnight/planner/state"
	"fortnight/prose"
	"fortnight/training"
)

// draft is what the days hold, by date and start, with a reason for each session. Sessions that stood already and are planned again keep
// their ids.
func draft(f *state.Fortnight, all []training.Session) []runs.ProposedSession {
	return Drafted(f, all, false)
}

// Drafted is the draft of days that may be partial: still being filled, so that nothing is said that more sessions could make untrue.
func Drafted(f *state.Fortnight, all []training.Session, partial bool) []runs.ProposedSession {
	made := adopt(f, all)
	state.SortSessions(all)
	standing := f.Standing()
	t := newTeller(f, all, partial)
	draft := make([]runs.ProposedSession, 0, len(all))
	for i := range all {
		s := &all[i]
		p := runs.ProposedSession{
			ID: s.ID, AthleteID: f.Run.AthleteID, Date: s.Date, Start: s.Start, WorkoutID: s.WorkoutID, Key: t.keys[s.ID], Made: made[s.ID],
		}
		old, there := standing[s.ID]
		switch p.Existing = there; {
		case p.Made != "":
			why, noted := t.why(s), Noted(f, s)
			if picked := said(f, p.Made, s); picked != "" { // the model's words may speak of whatever is near
				why.Says, why.Of = picked, around(s.Date)
				why.Rests = append(why.Rests, training.OnThresholds, training.OnEvents, training.OnHours)
			}
			p.Rationale, p.Leans, p.Rests = why.Says+noted, why.Of, why.Rests
			if len(p.Rests) > 0 {
				p.Bare = why.Bare + noted
			}
			if alone := why.Alone + noted; alone != p.Rationale {
				p.Alone = alone
			}
		case old.Date != s.Date || old.Start != s.Start:
			p.Rationale = fmt.Sprintf("Moved here from %s %s. %s", prose.Day(old.Date), old.Start, f.Grounds[s.ID])
		default:
			p.Rationale = "Kept: " + keptMessage(&f.Horizon, s)
		}
		draft = append(draft, p)
	}
	return draft
}

// around are the days near one whose sessions others stand with regard to.
func around(day training.Date) (days []training.Date) {
	for d := day.AddDays(-neighbourDays); d <= day.AddDays(neighbourDays); d++ {
		days = append(days, d)
	}
	return days
}

// adopt gives the sessions of a plan that stood already, and that nobody kept, their ids: those of the same workout at the same time, then
// on the same day, then on the nearest other day. It returns for every session that the search made the id it had.
func adopt(f *state.Fortnight, all []training.Session) map[training.SessionID]training.SessionID {
	standing, made := f.Standing(), map[training.SessionID]training.SessionID{}
	var fresh []*training.Session
	inPlan := map[training.SessionID]bool{}
	for i := range all {
		inPlan[all[i].ID] = true
		if standing[all[i].ID] == nil {
			fresh = append(fresh, &all[i])
		}
	}
	free := f.Some(func(s *training.Session) bool { return !f.Fixed(s) && !inPlan[s.ID] })
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
func mayMove(f *state.Fortnight, s *training.Session) bool {
	return f.Grounds[s.ID] == "" && !f.Brief.Days[int(s.Date-f.Run.From)].Ill
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

// Proposed tells the draft day by day, without what was told as the model picked it.
func Proposed(f *state.Fortnight, stage runs.Stage) []runs.Event {
	var events []runs.Event
	t := newTeller(f, f.Sessions(), false)
	for i := range f.Run.Days {
		date := f.Run.From.AddDays(i)
		trains := false
		for _, p := range f.Draft {
			if p.Date != date {
				continue
			}
			trains = true
			if told := slices.ContainsFunc(f.Picks, func(c state.Choice) bool { return c.Session == p.Made }); p.Made != "" && !told {
				p.Alone, p.Leans, p.Bare, p.Rests = "", nil, "", nil // what the calendar is told, and nobody else
				events = append(events, &runs.SessionProposed{EventHead: runs.Head(stage, ProposedMessage(f, p)), Session: p})
			}
		}
		if !trains {
			why := cmp.Or(saidOfRest(f, date), t.whyRest(date))
			events = append(events, &runs.RestProposed{EventHead: runs.Head(stage, prose.Day(date)+": rest. "+why), Date: date, Rationale: why})
		}
	}
	return events
}

// ProposedMessage says what a session of the draft is, when, and why.
func ProposedMessage(f *state.Fortnight, p runs.ProposedSession) string {
	w := f.Workouts[p.WorkoutID]
	if p.Made != "" && !slices.ContainsFunc(f.Picks, func(c state.Choice) bool { return c.Session == p.Made && c.Rationale != "" }) { // begins with the workout
		return fmt.Sprintf("%s %s, %s, %.0f TSS. %s", prose.Day(p.Date), p.Start, prose.Minutes(w.DurationSeconds), w.TSS, p.Rationale)
	}
	return fmt.Sprintf("%s %s: %s (%s, %.0f TSS). %s", prose.Day(p.Date), p.Start, w.Title, prose.Minutes(w.DurationSeconds), w.TSS, p.Rationale)
}

// said is the model's reason for a session that the search made under an id, empty where the session is not its own or no longer stands as
// it was picked.
func said(f *state.Fortnight, made training.SessionID, s *training.Session) string {
	for _, c := range f.Picks {
		if c.Session == made && c.Workout == s.WorkoutID && f.Run.From.AddDays(c.Day) == s.Date {
			return c.Rationale
		}
	}
	return ""
}

// saidOfRest is the model's reason for leaving a day free.
func saidOfRest(f *state.Fortnight, date training.Date) string {
	for _, c := range f.Picks {
		if c.Workout == "" && !c.Second && f.Run.From.AddDays(c.Day) == date {
			return c.Rationale
		}
	}
	return ""
}
