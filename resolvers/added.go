package resolvers

import (
	"context"
	"fmt"
	"slices"

	"fortnight/db/calendars"
	"fortnight/graph/model"
	"fortnight/training"
)

// checkAdded looks at the days and the starts of what an act puts onto a calendar, at a path.
func (r *Resolver) checkAdded(faults *training.InputError, p training.Profile, path string, inputs []*model.ScheduledSessionInput) {
	today := r.today(p)
	for i, in := range inputs {
		at := fmt.Sprintf("%s[%d].", path, i)
		if training.CheckDate(faults, at+"date", in.Date, today.AddDays(-365), today.AddDays(365)); in.Start != nil {
			p.CheckTime(faults, at+"start", in.Date, *in.Start)
		}
	}
}

// added are the sessions that an act puts onto an athlete's calendar, which it reworks besides, in the order of the input. One without a start gets that of
// a preview of the same act: beside what stands on its day then, and what the act has put there before it.
func (r *mutation) added(ctx context.Context, who training.UserID, path string, inputs []*model.ScheduledSessionInput, reworks []calendars.SessionRework) ([]training.PlannedSession, error) {
	sessions := make([]training.PlannedSession, len(inputs))
	for i, in := range inputs {
		sessions[i] = training.PlannedSession{
			AthleteID: who, Date: in.Date, Start: orElse(in.Start, 0), WorkoutID: training.WorkoutID(in.WorkoutID), Status: training.Planned, Lock: in.Lock,
			Key: orElse(in.Key, false), KeyFlagged: orElse(in.Key, false),
		}
	}
	if !slices.ContainsFunc(inputs, func(in *model.ScheduledSessionInput) bool { return in.Start == nil }) {
		return sessions, nil
	}
	gone, others, err := r.reworked(ctx, reworks)
	if err != nil {
		return nil, err
	}
	var faults training.InputError
	for i, in := range inputs {
		workout, err := r.workout(ctx, sessions[i].WorkoutID)
		if err != nil {
			return nil, err
		}
		view, err := r.calendar(ctx, who, &in.Date, 1)
		if err != nil {
			return nil, err
		}
		measured := workout.For(view.Athlete.Profile.Thresholds)
		if in.Start == nil {
			stand := slices.DeleteFunc(slices.Clone(view.Sessions), func(s training.Session) bool { return gone[s.ID] })
			sessions[i].Start = view.Hours().StartOn(in.Date, measured, append(stand, others...))
			view.Athlete.Profile.CheckTime(&faults, fmt.Sprintf("%s[%d].date", path, i), in.Date, sessions[i].Start)
		}
		others = append(others, training.Session{PlannedSession: sessions[i], Sport: measured.Sport, Load: measured.Load})
	}
	return sessions, faults.Err()
}

// reworked are the sessions that an act moves, replaces or removes, by their ids, and those of them that stand somewhere after it, as they do then.
func (r *mutation) reworked(ctx context.Context, reworks []calendars.SessionRework) (gone map[training.SessionID]bool, after []training.Session, err error) {
	gone = map[training.SessionID]bool{}
	for _, does := range reworks {
		gone[does.ID] = true
		if does.Removes {
			continue
		}
		s, err := orGone(r.session(ctx, does.ID))
		if err != nil {
			return nil, nil, err
		}
		if s == nil { // the act itself says so
			continue
		}
		then := *s
		then.Date, then.Start, then.WorkoutID = orElse(does.Date, s.Date), orElse(does.Start, s.Start), orElse(does.WorkoutID, s.WorkoutID)
		resolved, err := r.resolvedOf(ctx, &then)
		if err != nil {
			return nil, nil, err
		}
		after = append(after, training.Session{PlannedSession: then, Sport: resolved.Workout.Sport, Load: resolved.Load})
	}
	return gone, after, nil
}
