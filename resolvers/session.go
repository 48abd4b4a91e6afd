package resolvers

import (
	"context"

	"fortnight/db"
	"fortnight/graph/model"
	"fortnight/planner/runs"
	"fortnight/training"
)

// Session is one of the caller or of an athlete who granted the caller.
func (r *query) Session(ctx context.Context, id string) (*training.PlannedSession, error) {
	return r.session(ctx, training.SessionID(id))
}

// ScheduleSession puts a workout on a day.
func (r *mutation) ScheduleSession(ctx context.Context, input model.ScheduleSessionInput) (*model.SessionPayload, error) {
	ctx, err := once(ctx, "scheduleSession", input.IdempotencyKey, input)
	if err != nil {
		return nil, err
	}
	ctx = db.Unchanged(db.Expecting(ctx, input.Revision), input.UnchangedSince)
	who, err := r.whose(ctx, input.AthleteID)
	if err != nil {
		return nil, err
	}
	if err := r.checkScheduled(ctx, who, input.Date, "start", input.Start); err != nil {
		return nil, err
	}
	session := training.PlannedSession{
		AthleteID: who, Date: input.Date, WorkoutID: training.WorkoutID(input.WorkoutID), Status: training.Planned, Lock: input.Lock,
		Key: orElse(input.Key, false), KeyFlagged: orElse(input.Key, false),
	}
	start := input.Start
	if start == nil {
		view, err := r.calendar(ctx, who, &input.Date, 1)
		if err != nil {
			return nil, err
		}
		w, err := r.workout(ctx, session.WorkoutID)
		if err != nil {
			return nil, err
		}
		on := view.Hours().StartOn(input.Date, w.For(view.Athlete.Profile.Thresholds), view.Sessions)
		start = &on
		if err := checkStart(view.Athlete.Profile, input.Date, "date", on); err != nil {
			return nil, err
		}
	}
	session.Start = *start
	return r.sessionPayload(r.DB.ScheduleSession(ctx, viewer(ctx), session))
}

func checkStart(p training.Profile, date training.Date, field string, start training.LocalTime) error {
	var faults training.InputError
	p.CheckTime(&faults, field, date, start)
	return faults.Err()
}

// MoveSession moves a session to another day or start.
func (r *mutation) MoveSession(ctx context.Context, input model.MoveSessionInput) (*model.SessionPayload, error) {
	ctx = db.Unchanged(db.Expecting(ctx, input.Revision), input.UnchangedSince)
	session, err := r.toChange(ctx, training.SessionID(input.SessionID))
	if err != nil {
		return nil, err
	}
	field, start := "start", input.Start
	if start == nil {
		field, start = "date", &session.Start
	}
	if err := r.checkScheduled(ctx, session.AthleteID, input.Date, field, start); err != nil {
		return nil, err
	}
	payload, err := r.sessionPayload(r.DB.MoveSession(ctx, viewer(ctx), training.SessionID(input.SessionID), input.Date, input.Start))
	if err != nil {
		return nil, err
	}
	payload.Changed = r.changed(session.AthleteID, session.Date, payload.Session.Date)
	return payload, nil
}

// LockSession keeps a session, or a part of it, from every planner.
func (r *mutation) LockSession(ctx context.Context, input model.LockSessionInput) (*model.SessionPayload, error) {
	ctx = db.Unchanged(db.Expecting(ctx, input.Revision), input.UnchangedSince)
	scope := orElse(input.Scope, training.LockEverything)
	return r.sessionPayload(r.DB.LockSession(ctx, viewer(ctx), training.SessionID(input.SessionID), &scope))
}

// UnlockSession gives a session back to the planner.
func (r *mutation) UnlockSession(ctx context.Context, input model.UnlockSessionInput) (*model.SessionPayload, error) {
	ctx = db.Unchanged(db.Expecting(ctx, input.Revision), input.UnchangedSince)
	return r.sessionPayload(r.DB.LockSession(ctx, viewer(ctx), training.SessionID(input.SessionID), nil))
}

// CompleteSession records a session as done.
func (r *mutation) CompleteSession(ctx context.Context, input model.CompleteSessionInput) (*model.SessionPayload, error) {
	ctx = db.Unchanged(db.Expecting(ctx, input.Revision), input.UnchangedSince)
	var faults training.InputError
	checkOutcome(&faults, "", &input)
	if err := faults.Err(); err != nil {
		return nil, err
	}
	result, err := r.outcome(ctx, &input, "")
	if err != nil {
		return nil, err
	}
	return r.sessionPayload(r.DB.CompleteSession(ctx, viewer(ctx), training.SessionID(input.SessionID), result))
}

// checkOutcome looks at what somebody says happened in a session, at a path that ends with a dot.
func checkOutcome(faults *training.InputError, path string, input *model.CompleteSessionInput) {
	training.CheckInt(faults, path+"durationSeconds", &input.DurationSeconds, 60, 86_400)
	training.CheckTSS(faults, path+"tss", input.Tss, input.DurationSeconds)
	training.CheckInt(faults, path+"rpe", input.Rpe, 1, 10)
	training.CheckFloat(faults, path+"completedShare", input.CompletedShare, 0, 1)
	if input.Comment != nil {
		training.CheckText(faults, path+"comment", *input.Comment, 0, 1000)
	}
	training.CheckLifts(faults, path+"lifts", liftsOf(input.Lifts))
}

// outcome is what happened in a session, as an input says that was checked: what it does not say of the load is in proportion to the time.
func (r *mutation) outcome(ctx context.Context, input *model.CompleteSessionInput, path string) (training.SessionResult, error) {
	result := training.SessionResult{
		DurationSeconds: input.DurationSeconds, RPE: input.Rpe, Comment: input.Comment, CompletedShare: input.CompletedShare, CompletedAt: r.Now(),
		Lifts: liftsOf(input.Lifts),
	}
	if input.Tss != nil {
		result.TSS = *input.Tss
	}
	if input.Tss != nil && len(result.Lifts) == 0 {
		return result, nil
	}
	session, err := r.toChange(ctx, training.SessionID(input.SessionID))
	if err != nil {
		return result, err
	}
	planned, err := r.resolvedOf(ctx, session)
	if err != nil {
		return result, err
	}
	if len(result.Lifts) > 0 {
		if err := checkLifts(planned, path); err != nil {
			return result, err
		}
	}
	if input.Tss == nil {
		result.TSS = planned.InProportion(input.DurationSeconds)
	}
	return result, nil
}

// SkipSession records a session as not done.
func (r *mutation) SkipSession(ctx context.Context, input model.SkipSessionInput) (*model.SessionPayload, error) {
	ctx = db.Unchanged(db.Expecting(ctx, input.Revision), input.UnchangedSince)
	if input.Reason != nil {
		var faults training.InputError
		training.CheckText(&faults, "reason", *input.Reason, 0, 500)
		if err := faults.Err(); err != nil {
			return nil, err
		}
	}
	return r.sessionPayload(r.DB.SkipSession(ctx, viewer(ctx), training.SessionID(input.SessionID), input.Reason))
}

// NoteSession writes the caller's note on a session.
func (r *mutation) NoteSession(ctx context.Context, input model.NoteSessionInput) (*model.SessionPayload, error) {
	ctx = db.Unchanged(db.Expecting(ctx, input.Revision), input.UnchangedSince)
	if input.Note != nil {
		var faults training.InputError
		training.CheckText(&faults, "note", *input.Note, 1, training.MaxSessionNote)
		if err := faults.Err(); err != nil {
			return nil, err
		}
	}
	return r.sessionPayload(r.DB.NoteSession(ctx, viewer(ctx), training.SessionID(input.SessionID), input.Note))
}

// ReopenSession makes a session planned again.
func (r *mutation) ReopenSession(ctx context.Context, input model.ReopenSessionInput) (*model.ReopenSessionPayload, error) {
	ctx = db.Unchanged(db.Expecting(ctx, input.Revision), input.UnchangedSince)
	session, others, err := r.DB.ReopenSession(ctx, viewer(ctx), training.SessionID(input.SessionID))
	if err != nil {
		return nil, err
	}
	payload := &model.ReopenSessionPayload{Session: &session, Changed: r.changedBy(session.AthleteID, others, session.Date)}
	for i := range others.Activities {
		payload.Activity = &others.Activities[i]
	}
	return payload, nil
}

// RemoveSession takes a planned session off the calendar.
func (r *mutation) RemoveSession(ctx context.Context, input model.RemoveSessionInput) (*model.RemoveSessionPayload, error) {
	ctx = db.Unchanged(db.Expecting(ctx, input.Revision), input.UnchangedSince)
	session, err := r.toChange(ctx, training.SessionID(input.SessionID))
	if err != nil {
		return nil, err
	}
	if err := r.DB.RemoveSession(ctx, viewer(ctx), session.ID); err != nil {
		return nil, err
	}
	return &model.RemoveSessionPayload{SessionID: input.SessionID, Changed: r.changed(session.AthleteID, session.Date)}, nil
}

// Workout is what to do.
func (r *plannedSessionResolver) Workout(ctx context.Context, session *training.PlannedSession) (*training.Workout, error) {
	return r.workout(ctx, session.WorkoutID)
}

// Resolved is what to do, for the athlete of the calendar.
func (r *plannedSessionResolver) Resolved(ctx context.Context, session *training.PlannedSession) (*training.ResolvedWorkout, error) {
	return r.resolvedOf(ctx, session)
}

func (r *Resolver) resolvedOf(ctx context.Context, session *training.PlannedSession) (*training.ResolvedWorkout, error) {
	w, err := r.workout(ctx, session.WorkoutID)
	if err != nil {
		return nil, err
	}
	return r.resolved(ctx, w, session.AthleteID, &session.Date)
}

// Activity is the one that fulfils the session.
func (r *plannedSessionResolver) Activity(ctx context.Context, session *training.PlannedSession) (*training.Activity, error) {
	return r.activityOrNil(ctx, session.ActivityID)
}

// Run is the one that put the session here.
func (r *plannedSessionResolver) Run(ctx context.Context, session *training.PlannedSession) (*runs.Run, error) {
	if session.RunID == "" {
		return nil, nil
	}
	return r.run(ctx, session.RunID)
}

// Alternatives are what else fits the slot.
func (r *plannedSessionResolver) Alternatives(ctx context.Context, session *training.PlannedSession, first *int) ([]*training.WorkoutMatch, error) {
	limit, err := pageSize(first, 3, maxAlternatives)
	if err != nil || session.Status != training.Planned {
		return []*training.WorkoutMatch{}, err
	}
	work, err := r.alternativesOf(ctx, session)
	if err != nil {
		return nil, err
	}
	matches, err := loadersFrom(ctx).alternatives.of(session.ID, limit, work)
	return pointers(matches), err
}
