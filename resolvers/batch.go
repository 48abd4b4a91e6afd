package resolvers

import (
	"context"
	"fmt"

	"fortnight/db"
	"fortnight/db/activities"
	"fortnight/db/calendars"
	"fortnight/graph/model"
	"fortnight/planner/view"
	"fortnight/training"
)

// maxBatch is how many sessions one act may put onto a calendar, or take off it.
const maxBatch = 28

// ScheduleSessions puts workouts on days, all or none.
func (r *mutation) ScheduleSessions(ctx context.Context, input model.ScheduleSessionsInput) (*model.SessionsPayload, error) {
	ctx, err := once(ctx, "scheduleSessions", input.IdempotencyKey, input)
	if err != nil {
		return nil, err
	}
	ctx = db.Unchanged(db.Expecting(ctx, input.Revision), input.UnchangedSince)
	who, err := r.whose(ctx, input.AthleteID)
	if err != nil {
		return nil, err
	}
	user, err := r.DB.User(ctx, viewer(ctx), who)
	if err != nil {
		return nil, err
	}
	var faults training.InputError
	if training.CheckCount(&faults, "sessions", len(input.Sessions), 1, maxBatch) {
		r.checkAdded(&faults, user.Profile, "sessions", input.Sessions)
	}
	if err := faults.Err(); err != nil {
		return nil, err
	}
	sessions, err := r.added(ctx, who, "sessions", input.Sessions, nil)
	if err != nil {
		return nil, err
	}
	days := daysOf(sessions)
	if sessions, err = r.DB.ScheduleSessions(ctx, viewer(ctx), who, sessions); err != nil {
		return nil, err
	}
	return &model.SessionsPayload{Sessions: pointers(sessions), Changed: r.changed(who, days...)}, nil
}

// CompleteSessions records sessions as done, all or none.
func (r *mutation) CompleteSessions(ctx context.Context, input model.CompleteSessionsInput) (*model.SessionsPayload, error) {
	ctx = db.Unchanged(db.Expecting(ctx, input.Revision), input.UnchangedSince)
	var faults training.InputError
	if training.CheckCount(&faults, "sessions", len(input.Sessions), 1, maxBatch) {
		seen := map[string]bool{}
		for i, in := range input.Sessions {
			at := fmt.Sprintf("sessions[%d].", i)
			if seen[in.SessionID] {
				faults.Add(at+"sessionId", "names a session twice")
			}
			seen[in.SessionID] = true
			checkNoRevision(&faults, at, in.Revision, in.UnchangedSince, ofTheWhole)
			checkOutcome(&faults, at, in)
		}
	}
	if err := faults.Err(); err != nil {
		return nil, err
	}
	outcomes := make([]activities.Outcome, len(input.Sessions))
	for i, in := range input.Sessions {
		result, err := r.outcome(ctx, in, fmt.Sprintf("sessions[%d].", i))
		if err != nil {
			return nil, err
		}
		outcomes[i] = activities.Outcome{Session: training.SessionID(in.SessionID), SessionResult: result}
	}
	sessions, err := r.DB.CompleteSessions(ctx, viewer(ctx), outcomes)
	if err != nil {
		return nil, err
	}
	return &model.SessionsPayload{Sessions: pointers(sessions), Changed: r.changed(sessions[0].AthleteID, daysOf(sessions)...)}, nil
}

// daysOf are the days on which sessions are.
func daysOf(sessions []training.PlannedSession) []training.Date {
	days := make([]training.Date, len(sessions))
	for i, s := range sessions {
		days[i] = s.Date
	}
	return days
}

// ChangeCalendar moves, replaces, removes and adds sessions, all or none.
func (r *mutation) ChangeCalendar(ctx context.Context, input model.ChangeCalendarInput) (*model.ChangeCalendarPayload, error) {
	ctx, err := once(ctx, "changeCalendar", input.IdempotencyKey, input)
	if err != nil {
		return nil, err
	}
	ctx = db.Unchanged(db.Expecting(ctx, input.Revision), input.UnchangedSince)
	who, err := r.whose(ctx, input.AthleteID, changedBy(input.Moves, input.Replacements, input.Removals)...)
	if err != nil {
		return nil, err
	}
	user, err := r.DB.User(ctx, viewer(ctx), who)
	if err != nil {
		return nil, err
	}
	change, err := r.changeOf(ctx, user, &input)
	if err != nil {
		return nil, err
	}
	changed, err := r.DB.ChangeCalendar(ctx, viewer(ctx), who, change)
	if err != nil {
		return nil, err
	}
	payload := &model.ChangeCalendarPayload{Sessions: pointers(changed.Sessions), RemovedSessionIds: make([]string, len(changed.Removed))}
	for i, id := range changed.Removed {
		payload.RemovedSessionIds[i] = string(id)
	}
	if payload.Changed = r.ahead(who, user.Profile); len(changed.Days) > 0 {
		payload.Changed = r.changed(who, changed.Days...)
	}
	return payload, nil
}

// changeOf is what an input does to the calendar of an athlete, looked at as far as it can be without the calendar's lock.
func (r *mutation) changeOf(ctx context.Context, of training.User, input *model.ChangeCalendarInput) (change calendars.Change, err error) {
	p := of.Profile
	var faults training.InputError
	count, last := 0, "moves"
	for _, l := range []struct {
		path string
		size int
	}{{"moves", len(input.Moves)}, {"replacements", len(input.Replacements)}, {"removals", len(input.Removals)}, {"additions", len(input.Additions)}} {
		if count += l.size; l.size > 0 {
			last = l.path
		}
	}
	if count < 1 || count > maxCheckSessions {
		faults.Add(last, fmt.Sprintf("makes %d changes: 1 to %d moves, replacements, removals and additions in all are allowed", count, maxCheckSessions))
		return change, faults.Err()
	}
	stand, err := r.standing(ctx, input.Moves)
	if err != nil {
		return change, err
	}
	named, at := view.Named{}, map[training.SessionID]int{}
	rework := func(c view.Change) *calendars.Rework {
		if !named.Once(c, &faults) {
			return &calendars.Rework{}
		}
		if _, is := at[c.Session]; !is {
			at[c.Session] = len(change.Reworks)
			change.Reworks = append(change.Reworks, calendars.SessionRework{ID: c.Session})
		}
		return &change.Reworks[at[c.Session]].Rework
	}
	today := r.today(p)
	check := func(path string, date training.Date, named string, start *training.LocalTime) {
		if training.CheckDate(&faults, path+"date", date, today.AddDays(-365), today.AddDays(365)); start != nil {
			p.CheckTime(&faults, path+named, date, *start)
		}
	}
	for i, in := range input.Moves {
		path, id := fmt.Sprintf("moves[%d].", i), training.SessionID(in.SessionID)
		checkNoRevision(&faults, path, in.Revision, in.UnchangedSince, ofTheWhole)
		start, named := in.Start, "start"
		if s, stands := stand[id]; start == nil && stands {
			start, named = &s.Start, "date"
		}
		check(path, in.Date, named, start)
		does := rework(view.Change{Session: id, Path: path})
		does.Date, does.Start = &in.Date, in.Start
	}
	for i, in := range input.Replacements {
		path := fmt.Sprintf("replacements[%d].", i)
		checkNoRevision(&faults, path, in.Revision, in.UnchangedSince, ofTheWhole)
		workout := training.WorkoutID(in.WorkoutID)
		rework(view.Change{Session: training.SessionID(in.SessionID), Path: path, Workout: &training.Workout{ID: workout}}).WorkoutID = &workout
	}
	for i, id := range input.Removals {
		rework(view.Change{Session: training.SessionID(id), Path: fmt.Sprintf("removals[%d].", i), Removes: true}).Removes = true
	}
	r.checkAdded(&faults, p, "additions", input.Additions)
	if err := faults.Err(); err != nil {
		return change, err
	}
	change.Additions, err = r.added(ctx, of.ID, "additions", input.Additions, change.Reworks)
	return change, err
}

// standing are the sessions that moves are of, as they stand.
func (r *mutation) standing(ctx context.Context, moves []*model.MoveSessionInput) (map[training.SessionID]training.PlannedSession, error) {
	ids := make([]training.SessionID, len(moves))
	for i, in := range moves {
		ids[i] = training.SessionID(in.SessionID)
	}
	return r.DB.SessionsByID(ctx, viewer(ctx), ids)
}

// RemoveSessions takes planned sessions off one calendar, all or none.
func (r *mutation) RemoveSessions(ctx context.Context, input model.RemoveSessionsInput) (*model.RemoveSessionsPayload, error) {
	ctx = db.Unchanged(db.Expecting(ctx, input.Revision), input.UnchangedSince)
	var faults training.InputError
	if training.CheckCount(&faults, "sessionIds", len(input.SessionIds), 1, maxBatch) {
		seen := map[string]bool{}
		for i, id := range input.SessionIds {
			if seen[id] {
				faults.Add(fmt.Sprintf("sessionIds[%d]", i), "names a session twice")
			}
			seen[id] = true
		}
	}
	if err := faults.Err(); err != nil {
		return nil, err
	}
	ids := make([]training.SessionID, len(input.SessionIds))
	for i, id := range input.SessionIds {
		ids[i] = training.SessionID(id)
	}
	removed, err := r.DB.RemoveSessions(ctx, viewer(ctx), ids)
	if err != nil {
		return nil, err
	}
	return &model.RemoveSessionsPayload{SessionIds: input.SessionIds, Changed: r.changed(removed[0].AthleteID, daysOf(removed)...)}, nil
}
