package resolvers

import (
	"context"
	"fmt"

	"fortnight/db"
	"fortnight/graph/model"
	"fortnight/planner/view"
	"fortnight/rules"
	"fortnight/training"
)

// ReplaceSession has a session consist of another workout.
func (r *mutation) ReplaceSession(ctx context.Context, input model.ReplaceSessionInput) (*model.SessionPayload, error) {
	ctx = db.Unchanged(db.Expecting(ctx, input.Revision), input.UnchangedSince)
	return r.sessionPayload(r.DB.ReplaceSession(ctx, viewer(ctx), training.SessionID(input.SessionID), training.WorkoutID(input.WorkoutID)))
}

// SwapSessions has two sessions change places.
func (r *mutation) SwapSessions(ctx context.Context, input model.SwapSessionsInput) (*model.SessionsPayload, error) {
	ctx, err := once(ctx, "swapSessions", input.IdempotencyKey, input)
	if err != nil {
		return nil, err
	}
	ctx = db.Unchanged(db.Expecting(ctx, input.Revision), input.UnchangedSince)
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
	payload := &model.SessionsPayload{Sessions: pointers(sessions), Changed: r.changed(sessions[0].AthleteID, sessions[0].Date, sessions[1].Date)}
	return payload, nil
}

// swappable are two sessions each of which may begin on the day of the other when the other does.
func (r *mutation) swappable(ctx context.Context, ids ...training.SessionID) (two [2]training.PlannedSession, err error) {
	for i, id := range ids {
		s, err := r.toChange(ctx, id)
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
	ctx = db.Unchanged(db.Expecting(ctx, input.Revision), input.UnchangedSince)
	repair, err := parseRepair(input.Token)
	if err != nil {
		return nil, err
	}
	was := repair.was()
	found := ctx
	if input.Revision == nil && input.UnchangedSince == nil && repair.Found > 0 {
		found = db.Unchanged(ctx, &repair.Found)
	}
	now, err := r.toChange(found, was.ID)
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
	payload := &model.RepairPayload{Changed: r.changed(session.AthleteID, was.Date, session.Date)}
	if repair.Kind != rules.RemoveSession {
		payload.Session = &session
	}
	return payload, nil
}

func (r *mutation) sessionPayload(session training.PlannedSession, err error) (*model.SessionPayload, error) {
	if err != nil {
		return nil, err
	}
	return &model.SessionPayload{Session: &session, Changed: r.changed(session.AthleteID, session.Date)}, nil
}

// changed are the days of an athlete's calendar from the first of some to the last.
func (r *Resolver) changed(of training.UserID, days ...training.Date) model.Changed {
	c := model.Changed{Athlete: of, First: days[0], Last: days[0], Read: r.calendarAfter, Today: r.todayOf}
	for _, day := range days {
		c.First, c.Last = min(c.First, day), max(c.Last, day)
	}
	return c
}

// todayOf is the day that it is where an athlete is.
func (r *Resolver) todayOf(ctx context.Context, athlete training.UserID) (training.Date, error) {
	user, err := r.user(ctx, athlete)
	if err != nil {
		return 0, err
	}
	return r.today(user.Profile), nil
}

// ahead is the fortnight from an athlete's today on.
func (r *Resolver) ahead(of training.UserID, p training.Profile) model.Changed {
	today := r.today(p)
	return r.changed(of, today, today.AddDays(aheadDays))
}

// calendarAfter is the calendar after an act, from the first day that it changed on: so many days, or as many as it changed and there may be.
func (r *Resolver) calendarAfter(ctx context.Context, c model.Changed, days *int) (*view.CalendarView, error) {
	return r.calendarOfAnswer(ctx, c.Athlete, &c.First, orElse(days, min(int(c.Last-c.First)+1, rules.MaxDays)))
}
