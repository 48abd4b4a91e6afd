package resolvers

import (
	"context"
	"fmt"

	"fortnight/graph"
	"fortnight/graph/model"
	"fortnight/planner/view"
	"fortnight/rules"
	"fortnight/training"
)

// ReplaceSession has a session consist of another workout.
func (r *mutation) ReplaceSession(ctx context.Context, input model.ReplaceSessionInput) (*model.SessionPayload, error) {
	return sessionPayload(r.DB.ReplaceSession(ctx, viewer(ctx), training.SessionID(input.SessionID), training.WorkoutID(input.WorkoutID)))
}

// SwapSessions has two sessions change places.
func (r *mutation) SwapSessions(ctx context.Context, input model.SwapSessionsInput) (*model.SessionsPayload, error) {
	var faults training.InputError
	if training.CheckCount(&faults, "sessionIds", len(input.SessionIds), 2, 2) && input.SessionIds[0] == input.SessionIds[1] {
		faults.Add("sessionIds", "names one session twice: two change places")
	}
	if err := faults.Err(); err != nil {
		return nil, err
	}
	swapped, err := r.swappable(ctx, training.SessionID(input.SessionIds[0]), training.SessionID(input.SessionIds[1]))
	if err != nil {
		return nil, err
	}
	sessions, err := r.DB.SwapSessions(ctx, viewer(ctx), swapped[0].ID, swapped[1].ID)
	if err != nil {
		return nil, err
	}
	payload := &model.SessionsPayload{Sessions: pointers(sessions[:]), Changed: changed(sessions[0], sessions[0].Date, sessions[1].Date)}
	return payload, nil
}

// swappable are two sessions each of which may begin on the day of the other when the other does.
func (r *mutation) swappable(ctx context.Context, ids ...training.SessionID) (two [2]training.PlannedSession, err error) {
	for i, id := range ids {
		s, err := r.session(ctx, id)
		if err != nil {
			return two, err
		}
		two[i] = *s
	}
	for i, s := range two {
		if err := r.checkScheduled(ctx, s.AthleteID, two[1-i].Date, fmt.Sprintf("sessionIds[%d]", i), &two[1-i].Start); err != nil {
			return two, err
		}
	}
	return two, nil
}

// ApplyRepair does what a repair proposes.
func (r *mutation) ApplyRepair(ctx context.Context, input model.ApplyRepairInput) (*model.RepairPayload, error) {
	repair, err := parseRepair(input.Token)
	if err != nil {
		return nil, err
	}
	was := repair.was()
	now, err := r.session(ctx, was.ID)
	if err != nil {
		return nil, err
	}
	if repair.Date != nil || repair.Start != nil {
		if err := r.checkScheduled(ctx, now.AthleteID, orElse(repair.Date, was.Date), "token", orElse(&repair.Start, &was.Start)); err != nil {
			return nil, err
		}
	}
	session, err := r.DB.RepairSession(ctx, viewer(ctx), was, repair.rework())
	if err != nil {
		return nil, err
	}
	payload := &model.RepairPayload{Changed: changed(session, was.Date, session.Date)}
	if repair.Kind != rules.RemoveSession {
		payload.Session = &session
	}
	return payload, nil
}

func sessionPayload(session training.PlannedSession, err error) (*model.SessionPayload, error) {
	if err != nil {
		return nil, err
	}
	return &model.SessionPayload{Session: &session, Changed: changed(session, session.Date)}, nil
}

// changed are the days from the first of some to the last.
func changed(of training.PlannedSession, days ...training.Date) model.Changed {
	c := model.Changed{Athlete: of.AthleteID, First: days[0], Last: days[0]}
	for _, day := range days {
		c.First, c.Last = min(c.First, day), max(c.Last, day)
	}
	return c
}

// calendarAfter is the calendar after an act: the days that it changed, as many as there may be.
func (r *Resolver) calendarAfter(ctx context.Context, c model.Changed) (*view.CalendarView, error) {
	return r.calendar(ctx, c.Athlete, &c.First, min(int(c.Last-c.First)+1, rules.MaxDays))
}

type (
	sessionPayloadResolver  struct{ *Resolver }
	sessionsPayloadResolver struct{ *Resolver }
	repairPayloadResolver   struct{ *Resolver }
)

// SessionPayload resolves what a SessionPayload does not carry itself.
func (r *Resolver) SessionPayload() graph.SessionPayloadResolver { return &sessionPayloadResolver{r} }

// SessionsPayload resolves what a SessionsPayload does not carry itself.
func (r *Resolver) SessionsPayload() graph.SessionsPayloadResolver {
	return &sessionsPayloadResolver{r}
}

// RepairPayload resolves what a RepairPayload does not carry itself.
func (r *Resolver) RepairPayload() graph.RepairPayloadResolver { return &repairPayloadResolver{r} }

// Calendar is the athlete's as it is now.
func (r *sessionPayloadResolver) Calendar(ctx context.Context, p *model.SessionPayload) (*view.CalendarView, error) {
	return r.calendarAfter(ctx, p.Changed)
}

// Calendar is the athlete's as it is now.
func (r *sessionsPayloadResolver) Calendar(ctx context.Context, p *model.SessionsPayload) (*view.CalendarView, error) {
	return r.calendarAfter(ctx, p.Changed)
}

// Calendar is the athlete's as it is now.
func (r *repairPayloadResolver) Calendar(ctx context.Context, p *model.RepairPayload) (*view.CalendarView, error) {
	return r.calendarAfter(ctx, p.Changed)
}
