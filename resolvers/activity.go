package resolvers

import (
	"context"
	"errors"
	"fmt"

	"fortnight/db"
	"fortnight/graph/model"
	"fortnight/training"
)

// Activities are what an athlete did, newest first.
func (r *query) Activities(ctx context.Context, athleteID *string, from, to *training.Date, first *int, after *string) (*model.ActivityConnection, error) {
	n, err := pageSize(first, 50, 100)
	if err != nil {
		return nil, err
	}
	page, err := r.DB.Activities(ctx, viewer(ctx), athlete(ctx, athleteID), from, to, n, orElse(after, ""))
	if err != nil {
		return nil, err
	}
	connection := &model.ActivityConnection{PageInfo: pageInfo(page), Edges: make([]*model.ActivityEdge, len(page.Items))}
	for i := range page.Items {
		connection.Edges[i] = &model.ActivityEdge{Node: &page.Items[i], Cursor: page.Cursors[i]}
	}
	return connection, nil
}

// LogActivities records what was done, all of it or nothing.
func (r *mutation) LogActivities(ctx context.Context, input model.LogActivitiesInput) (*model.LogActivitiesPayload, error) {
	who := athlete(ctx, input.AthleteID)
	user, err := r.DB.User(ctx, viewer(ctx), who)
	if err != nil {
		return nil, err
	}
	activities, err := activitiesOf(input.Activities, who, user.Profile, r.today(user.Profile))
	if err != nil {
		return nil, err
	}
	stored, err := r.DB.LogActivities(ctx, viewer(ctx), who, activities)
	if err != nil {
		return nil, err
	}
	return &model.LogActivitiesPayload{Activities: pointers(stored)}, nil
}

// activitiesOf reads and measures the activities of an input; all faults are reported together.
func activitiesOf(inputs []*model.ActivityInput, who training.UserID, p training.Profile, today training.Date) ([]training.Activity, error) {
	var faults training.InputError
	if !training.CheckCount(&faults, "activities", len(inputs), 1, db.MaxActivities) {
		return nil, faults.Err()
	}
	activities := make([]training.Activity, len(inputs))
	for i, in := range inputs {
		path := fmt.Sprintf("activities[%d].", i)
		a := &activities[i]
		*a = training.Activity{
			AthleteID: who, ExternalID: in.ExternalID, Date: in.Date, Start: in.Start, Sport: in.Sport, DurationSeconds: in.DurationSeconds,
			DistanceMeters: in.DistanceMeters, RPE: in.Rpe, AverageHeartRate: in.AverageHeartRate, IntensityFactor: in.IntensityFactor,
			HighIntensitySeconds: in.HighIntensitySeconds, HardLegSets: in.HardLegSets, SessionID: training.SessionID(orElse(in.SessionID, "")),
		}
		a.Validate(path, today, &faults)
		training.CheckTSS(&faults, path+"tss", in.Tss, in.DurationSeconds)
		if bad := (*training.InputError)(nil); errors.As(a.SetLoad(p, in.Tss), &bad) {
			for _, fault := range bad.Fields {
				faults.Add(path+fault.Path, fault.Message)
			}
		}
	}
	return activities, faults.Err()
}

// Session is the planned one that an activity fulfilled.
func (r *activityResolver) Session(ctx context.Context, activity *training.Activity) (*training.PlannedSession, error) {
	if activity.SessionID == "" {
		return nil, nil
	}
	return r.session(ctx, activity.SessionID)
}

// SaveEvent adds an event, or changes the one with that id.
func (r *mutation) SaveEvent(ctx context.Context, input model.SaveEventInput) (*model.EventPayload, error) {
	who := athlete(ctx, input.AthleteID)
	event := training.Event{
		ID: training.EventID(orElse(input.ID, "")), Name: input.Name, Date: input.Date, Sport: input.Sport, Priority: input.Priority,
		ExpectedTSS: input.ExpectedTss, DistanceMeters: input.DistanceMeters,
	}
	user, err := r.DB.User(ctx, viewer(ctx), who)
	if err != nil {
		return nil, err
	}
	if err := event.Validate(r.today(user.Profile)); err != nil {
		return nil, err
	}
	return eventPayload(r.DB.SaveEvent(ctx, viewer(ctx), who, event))
}

// RemoveEvent removes an event.
func (r *mutation) RemoveEvent(ctx context.Context, input model.RemoveEventInput) (*model.EventPayload, error) {
	return eventPayload(r.DB.RemoveEvent(ctx, viewer(ctx), training.EventID(input.ID)))
}

func eventPayload(event training.Event, err error) (*model.EventPayload, error) {
	if err != nil {
		return nil, err
	}
	return &model.EventPayload{Event: &event}, nil
}

// CheckIn says how the athlete is on a day.
func (r *mutation) CheckIn(ctx context.Context, input model.CheckInInput) (*model.CheckInPayload, error) {
	who := athlete(ctx, input.AthleteID)
	user, err := r.DB.User(ctx, viewer(ctx), who)
	if err != nil {
		return nil, err
	}
	c := training.CheckIn{
		Date: input.Date, Sick: orElse(input.Sick, false), Fatigue: input.Fatigue, SleepSeconds: input.SleepSeconds, HRVRMSSD: input.HrvRmssd,
		Banned: input.Banned, BannedSports: input.BannedSports,
	}
	for _, s := range input.Soreness {
		c.Soreness = append(c.Soreness, training.Soreness{MuscleGroup: s.MuscleGroup, Level: s.Level})
	}
	if err := c.Validate(r.today(user.Profile)); err != nil {
		return nil, err
	}
	stored, err := r.DB.SaveCheckIn(ctx, viewer(ctx), who, c)
	if err != nil {
		return nil, err
	}
	return &model.CheckInPayload{CheckIn: &stored}, nil
}
