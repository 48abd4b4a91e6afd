package resolvers

import (
	"context"
	"errors"
	"fmt"

	"fortnight/db"
	"fortnight/db/activities"
	"fortnight/graph/model"
	"fortnight/training"
)

// Activities are what an athlete did, newest first.
func (r *query) Activities(ctx context.Context, athleteID *string, from, to *training.Date, first *int, after *string) (*model.ActivityConnection, error) {
	return r.activities(ctx, athlete(ctx, athleteID), from, to, first, after)
}

// LogActivities records what was done, all of it or nothing.
func (r *mutation) LogActivities(ctx context.Context, input model.LogActivitiesInput) (*model.LogActivitiesPayload, error) {
	ctx, err := once(ctx, "logActivities", input.IdempotencyKey, input)
	if err != nil {
		return nil, err
	}
	ctx = db.Expecting(ctx, input.Revision)
	who, err := r.whose(ctx, input.AthleteID)
	if err != nil {
		return nil, err
	}
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
	payload := &model.LogActivitiesPayload{Activities: pointers(stored.Activities), Sessions: pointers(stored.Sessions), Changed: r.ahead(who, user.Profile)}
	if len(stored.Activities) > 0 { // sent again, all may have been removed since
		payload.Changed = r.changedBy(who, stored, stored.Activities[0].Date)
	}
	return payload, nil
}

// activitiesOf reads and measures the activities of an input; all faults are reported together.
func activitiesOf(inputs []*model.ActivityInput, who training.UserID, p training.Profile, today training.Date) ([]training.Activity, error) {
	var faults training.InputError
	if !training.CheckCount(&faults, "activities", len(inputs), 1, activities.MaxActivities) {
		return nil, faults.Err()
	}
	activities := make([]training.Activity, len(inputs))
	for i, in := range inputs {
		path := fmt.Sprintf("activities[%d].", i)
		a := &activities[i]
		*a = training.Activity{
			AthleteID: who, ExternalID: in.ExternalID, Date: in.Date, Start: in.Start, Sport: in.Sport, DurationSeconds: in.DurationSeconds,
			DistanceMeters: in.DistanceMeters, RPE: in.Rpe, AverageHeartRate: in.AverageHeartRate, IntensityFactor: in.IntensityFactor,
			HighIntensitySeconds: in.HighIntensitySeconds, HardLegSets: in.HardLegSets, Note: in.Note, SessionID: training.SessionID(orElse(in.SessionID, "")),
			Lifts: liftsOf(in.Lifts),
		}
		if !orElse(in.Match, true) {
			a.Matching = training.MatchNone
		}
		a.Validate(path, today, &faults)
		training.CheckTSS(&faults, path+"tss", in.Tss, in.DurationSeconds)
		if bad := (*training.InputError)(nil); errors.As(a.SetLoad(p.On(in.Date), in.Tss), &bad) {
			for _, fault := range bad.Fields {
				faults.Add(path+fault.Path, fault.Message)
			}
		}
	}
	return activities, faults.Err()
}

// RemoveActivity removes an activity.
func (r *mutation) RemoveActivity(ctx context.Context, input model.RemoveActivityInput) (*model.ActivityPayload, error) {
	ctx = db.Expecting(ctx, input.Revision)
	return r.activityPayload(r.DB.RemoveActivity(ctx, viewer(ctx), training.ActivityID(input.ID)))
}

// MergeActivities makes one training of two recordings.
func (r *mutation) MergeActivities(ctx context.Context, input model.MergeActivitiesInput) (*model.ActivityPayload, error) {
	ctx = db.Expecting(ctx, input.Revision)
	return r.activityPayload(r.DB.MergeActivities(ctx, viewer(ctx), training.ActivityID(input.KeepID), training.ActivityID(input.DropID)))
}

// KeepBothActivities says that a possible duplicate is none.
func (r *mutation) KeepBothActivities(ctx context.Context, input model.KeepBothActivitiesInput) (*model.ActivityPayload, error) {
	ctx = db.Expecting(ctx, input.Revision)
	return r.activityPayload(r.DB.KeepBothActivities(ctx, viewer(ctx), training.ActivityID(input.ID)))
}

// LinkActivity has an activity fulfil a session.
func (r *mutation) LinkActivity(ctx context.Context, input model.LinkActivityInput) (*model.ActivityPayload, error) {
	ctx = db.Expecting(ctx, input.Revision)
	return r.activityPayload(r.DB.LinkActivity(ctx, viewer(ctx), training.ActivityID(input.ActivityID), training.SessionID(input.SessionID)))
}

// UnlinkActivity takes an activity from its session.
func (r *mutation) UnlinkActivity(ctx context.Context, input model.UnlinkActivityInput) (*model.ActivityPayload, error) {
	ctx = db.Expecting(ctx, input.Revision)
	return r.activityPayload(r.DB.UnlinkActivity(ctx, viewer(ctx), training.ActivityID(input.ActivityID)))
}

func (r *mutation) activityPayload(activity training.Activity, changed activities.Changed, err error) (*model.ActivityPayload, error) {
	if err != nil {
		return nil, err
	}
	return &model.ActivityPayload{
		Activity: &activity, Activities: pointers(changed.Activities), Sessions: pointers(changed.Sessions),
		Changed: r.changedBy(activity.AthleteID, changed, activity.Date),
	}, nil
}

// changedBy are the days of a calendar that hold what has changed, and others.
func (r *Resolver) changedBy(athlete training.UserID, changed activities.Changed, days ...training.Date) model.Changed {
	for i := range changed.Activities {
		days = append(days, changed.Activities[i].Date)
	}
	for i := range changed.Sessions {
		days = append(days, changed.Sessions[i].Date)
	}
	return r.changed(athlete, days...)
}

// PossibleDuplicateOf is the activity that one may be a second recording of.
func (r *activityResolver) PossibleDuplicateOf(ctx context.Context, activity *training.Activity) (*training.Activity, error) {
	return r.activityOrNil(ctx, activity.DuplicateOf)
}

// Session is the planned one that an activity fulfils.
func (r *activityResolver) Session(ctx context.Context, activity *training.Activity) (*training.PlannedSession, error) {
	if activity.SessionID == "" {
		return nil, nil
	}
	return r.session(ctx, activity.SessionID)
}

// SaveEvent adds an event, or changes the one with that id.
func (r *mutation) SaveEvent(ctx context.Context, input model.SaveEventInput) (*model.EventPayload, error) {
	ctx, err := once(ctx, "saveEvent", input.IdempotencyKey, input)
	if err != nil {
		return nil, err
	}
	ctx = db.Unchanged(db.Expecting(ctx, input.Revision), input.UnchangedSince)
	change := func(e *training.Event, today training.Date) error {
		if err := applyEvent(e, &input); err != nil {
			return err
		}
		return e.Validate(today)
	}
	if input.ID != nil {
		event, who, err := r.DB.ChangeEvent(ctx, viewer(ctx), training.UserID(orElse(input.AthleteID, "")), training.EventID(*input.ID), change)
		return r.eventPayload(ctx, who, event, err)
	}
	who, err := r.whose(ctx, input.AthleteID)
	if err != nil {
		return nil, err
	}
	today, err := r.todayOf(ctx, who)
	if err != nil {
		return nil, err
	}
	var event training.Event
	if err := change(&event, today); err != nil {
		return nil, err
	}
	event, err = r.DB.SaveEvent(ctx, viewer(ctx), who, event)
	return r.eventPayload(ctx, who, event, err)
}

// applyEvent takes in what is said of an event: of one that there is what is absent stays as it is, a new one needs all that cannot be unknown.
func applyEvent(e *training.Event, in *model.SaveEventInput) error {
	var faults training.InputError
	if e.ID == "" {
		for _, field := range []struct {
			path string
			said bool
		}{{"name", in.Name.IsSet()}, {"date", in.Date.IsSet()}, {"sport", in.Sport.IsSet()}, {"priority", in.Priority.IsSet()}} {
			if !field.said {
				faults.Add(field.path, "is needed of a new event: give it, or the id of the event to change")
			}
		}
	}
	keep(&faults, "name", &e.Name, in.Name)
	keep(&faults, "date", &e.Date, in.Date)
	keep(&faults, "sport", &e.Sport, in.Sport)
	keep(&faults, "priority", &e.Priority, in.Priority)
	set(&e.ExpectedTSS, in.ExpectedTss)
	set(&e.DistanceMeters, in.DistanceMeters)
	set(&e.Format, in.Format)
	set(&e.ExpectedSeconds, in.ExpectedSeconds)
	set(&e.AscentMeters, in.AscentMeters)
	return faults.Err()
}

// RemoveEvent removes an event.
func (r *mutation) RemoveEvent(ctx context.Context, input model.RemoveEventInput) (*model.EventPayload, error) {
	ctx = db.Unchanged(db.Expecting(ctx, input.Revision), input.UnchangedSince)
	event, who, err := r.DB.RemoveEvent(ctx, viewer(ctx), training.EventID(input.ID))
	return r.eventPayload(ctx, who, event, err)
}

func (r *mutation) eventPayload(ctx context.Context, who training.UserID, event training.Event, err error) (*model.EventPayload, error) {
	if err != nil {
		return nil, err
	}
	user, err := r.user(ctx, who)
	if err != nil {
		return nil, err
	}
	return &model.EventPayload{Event: &event, Changed: r.ahead(who, user.Profile)}, nil
}

// CheckIn says how the athlete is on a day.
func (r *mutation) CheckIn(ctx context.Context, input model.CheckInInput) (*model.CheckInPayload, error) {
	ctx = db.Unchanged(db.Expecting(ctx, input.Revision), input.UnchangedSince)
	who, err := r.whose(ctx, input.AthleteID)
	if err != nil {
		return nil, err
	}
	user, err := r.DB.User(ctx, viewer(ctx), who)
	if err != nil {
		return nil, err
	}
	says := checkInOf(&input)
	if err := says.Validate(r.today(user.Profile)); err != nil {
		return nil, err
	}
	stored, err := r.DB.SaveCheckIn(ctx, viewer(ctx), who, says)
	if err != nil {
		return nil, err
	}
	return &model.CheckInPayload{CheckIn: &stored, Changed: r.changed(who, stored.Date)}, nil
}

// checkInOf is what an input says of a day.
func checkInOf(input *model.CheckInInput) training.CheckInUpdate {
	u := training.CheckInUpdate{CheckIn: training.CheckIn{
		Date: input.Date, Sick: orElse(input.Sick.Value(), false), Fatigue: input.Fatigue.Value(), SleepSeconds: input.SleepSeconds.Value(),
		HRVRMSSD: input.HrvRmssd.Value(), Banned: input.Banned.Value(), BannedSports: input.BannedSports.Value(), Note: input.Note.Value(),
	}}
	for _, s := range input.Soreness.Value() {
		u.Soreness = append(u.Soreness, training.Soreness{MuscleGroup: s.MuscleGroup, Level: s.Level})
	}
	for _, field := range []struct {
		is   training.CheckInFields
		said bool
	}{
		{training.SaysSick, input.Sick.IsSet()}, {training.SaysFatigue, input.Fatigue.IsSet()}, {training.SaysSleep, input.SleepSeconds.IsSet()},
		{training.SaysHRV, input.HrvRmssd.IsSet()}, {training.SaysSoreness, input.Soreness.IsSet()}, {training.SaysBanned, input.Banned.IsSet()},
		{training.SaysBannedSports, input.BannedSports.IsSet()}, {training.SaysNote, input.Note.IsSet()},
	} {
		if field.said {
			u.Says |= field.is
		}
	}
	return u
}
