package resolvers

import (
	"context"
	"fmt"

	"fortnight/db"
	"fortnight/graph/model"
	"fortnight/training"
)

// maxBatch is how many sessions one act may put onto a calendar, or take off it.
const maxBatch = 28

// ScheduleSessions puts workouts on days, all or none.
func (r *mutation) ScheduleSessions(ctx context.Context, input model.ScheduleSessionsInput) (*model.SessionsPayload, error) {
	ctx = db.Expecting(ctx, input.Revision)
	who := athlete(ctx, input.AthleteID)
	user, err := r.DB.User(ctx, viewer(ctx), who)
	if err != nil {
		return nil, err
	}
	var faults training.InputError
	today := r.today(user.Profile)
	if training.CheckCount(&faults, "sessions", len(input.Sessions), 1, maxBatch) {
		for i, in := range input.Sessions {
			at := fmt.Sprintf("sessions[%d].", i)
			training.CheckDate(&faults, at+"date", in.Date, today.AddDays(-365), today.AddDays(365))
			user.Profile.CheckTime(&faults, at+"start", in.Date, in.Start)
		}
	}
	if err := faults.Err(); err != nil {
		return nil, err
	}
	sessions := make([]training.PlannedSession, len(input.Sessions))
	days := make([]training.Date, len(sessions))
	for i, in := range input.Sessions {
		sessions[i] = training.PlannedSession{
			AthleteID: who, Date: in.Date, Start: in.Start, WorkoutID: training.WorkoutID(in.WorkoutID), Lock: in.Lock,
			Key: orElse(in.Key, false), KeyFlagged: orElse(in.Key, false),
		}
		days[i] = in.Date
	}
	if sessions, err = r.DB.ScheduleSessions(ctx, viewer(ctx), who, sessions); err != nil {
		return nil, err
	}
	return &model.SessionsPayload{Sessions: pointers(sessions), Changed: r.changed(who, days...)}, nil
}

// RemoveSessions takes planned sessions off one calendar, all or none.
func (r *mutation) RemoveSessions(ctx context.Context, input model.RemoveSessionsInput) (*model.RemoveSessionsPayload, error) {
	ctx = db.Expecting(ctx, input.Revision)
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
	days := make([]training.Date, len(removed))
	for i, s := range removed {
		days[i] = s.Date
	}
	return &model.RemoveSessionsPayload{SessionIds: input.SessionIds, Changed: r.changed(removed[0].AthleteID, days...)}, nil
}
