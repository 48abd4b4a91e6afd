package resolvers

import (
	"context"

	"fortnight/auth"
	"fortnight/db"
	"fortnight/graph/model"
	"fortnight/quota"
	"fortnight/training"
)

// Me is the caller, nil without a token.
func (r *query) Me(ctx context.Context) (*training.User, error) {
	if _, ok := auth.ViewerFrom(ctx); !ok {
		return nil, nil
	}
	return r.user(ctx, viewer(ctx))
}

// Limits are what requests are bound by.
func (r *query) Limits(context.Context) (*quota.Limits, error) { return &r.Bounds, nil }

// Athlete is the caller or an athlete who granted the caller.
func (r *query) Athlete(ctx context.Context, id string) (*training.User, error) {
	user, err := r.DB.User(ctx, viewer(ctx), training.UserID(id))
	return found(&user, err)
}

// Athletes are those who granted the caller.
func (r *query) Athletes(ctx context.Context, first *int, after *string) (*model.UserConnection, error) {
	n, err := pageSize(first, 20, 100)
	if err != nil {
		return nil, err
	}
	page, err := r.DB.Athletes(ctx, viewer(ctx), n, orElse(after, ""))
	if err != nil {
		return nil, err
	}
	return &model.UserConnection{Connection: connection(page, after)}, nil
}

// UpdateProfile changes what is given of a profile.
func (r *mutation) UpdateProfile(ctx context.Context, input model.UpdateProfileInput) (*model.ProfilePayload, error) {
	ctx = db.Unchanged(db.Expecting(ctx, input.Revision), input.UnchangedSince)
	return r.changeUser(ctx, input.AthleteID, func(user *training.User) error {
		if user.ID != viewer(ctx) {
			if err := coachMay(user, input); err != nil {
				return err
			}
		}
		var faults training.InputError
		before := user.Profile
		zone := user.Profile.TimeZone
		if keep(&faults, "timeZone", &zone, input.TimeZone); zone != user.Profile.TimeZone {
			user.Profile.MoveTo(zone, r.Now())
		}
		applyProfile(user, input, &faults)
		applyHabits(&user.Profile, input, &faults)
		stateFitness(&user.Profile, input, r.today(user.Profile), &faults)
		stateGoal(&user.Profile, input, r.today(user.Profile), &faults)
		if err := faults.Err(); err != nil {
			return err
		}
		return r.checkReplaced(ctx, &before, user)
	})
}

// coachMay refuses what of a profile is the athlete's alone: the name, and that somebody may train again who was to wait for a doctor's word.
func coachMay(athlete *training.User, in model.UpdateProfileInput) error {
	if name, given := in.Name.ValueOK(); given && name != nil && *name != athlete.Name {
		return &forbiddenError{"a coach cannot rename an athlete"}
	}
	if awaits, given := in.AwaitsClearance.ValueOK(); given && awaits != nil && !*awaits && athlete.Profile.AwaitsClearance {
		return &forbiddenError{"a coach cannot say that an athlete is cleared to train: the athlete can"}
	}
	return nil
}

// SetAvailability replaces the weekly windows, the windows of single dates, or both.
func (r *mutation) SetAvailability(ctx context.Context, input model.SetAvailabilityInput) (*model.ProfilePayload, error) {
	ctx = db.Unchanged(db.Expecting(ctx, input.Revision), input.UnchangedSince)
	return r.changeUser(ctx, input.AthleteID, func(user *training.User) error {
		var faults training.InputError
		before := user.Profile
		keepList(&faults, "availability", &user.Profile.Availability, input.Availability, weekOf)
		keepList(&faults, "dateAvailability", &user.Profile.DateAvailability, input.DateAvailability, datesOf)
		if err := faults.Err(); err != nil {
			return err
		}
		return r.checkReplaced(ctx, &before, user)
	})
}

func (r *mutation) changeUser(ctx context.Context, athleteID *string, change func(*training.User) error) (*model.ProfilePayload, error) {
	user, err := r.DB.UpdateUser(ctx, viewer(ctx), athlete(ctx, athleteID), func(user *training.User) error {
		if err := change(user); err != nil {
			return err
		}
		return user.Validate(r.today(user.Profile))
	})
	if err != nil {
		return nil, err
	}
	return &model.ProfilePayload{User: &user, Changed: r.ahead(user.ID, user.Profile)}, nil
}

func applyProfile(user *training.User, in model.UpdateProfileInput, faults *training.InputError) {
	p := &user.Profile
	keep(faults, "name", &user.Name, in.Name)
	keep(faults, "level", &p.Level, in.Level)
	set(&p.Priority, in.Priority)
	set(&p.BirthDate, in.BirthDate)
	set(&p.Sex, in.Sex)
	set(&p.Goal, in.Goal)
	set(&p.FTPWatts, in.FtpWatts)
	set(&p.RowFTPWatts, in.RowFtpWatts)
	set(&p.ThresholdSecondsPerKilometer, in.ThresholdSecondsPerKilometer)
	set(&p.CriticalSwimSecondsPer100Meters, in.CriticalSwimSecondsPer100Meters)
	set(&p.ThresholdHeartRate, in.ThresholdHeartRate)
	set(&p.MaxHeartRate, in.MaxHeartRate)
	set(&p.RestingHeartRate, in.RestingHeartRate)
	set(&p.MeasuredOn, in.ThresholdsMeasuredOn)
	set(&p.BodyMassKilograms, in.BodyMassKilograms)
	keep(faults, "awaitsClearance", &p.AwaitsClearance, in.AwaitsClearance)
	counted := p.StrengthInFitness()
	keep(faults, "strengthInFitness", &counted, in.StrengthInFitness)
	p.StrengthApart = !counted
	keepList(faults, "loadSteps", &p.LoadSteps, in.LoadSteps, each(func(step *model.LoadStepInput) training.EquipmentStep {
		return training.EquipmentStep{Equipment: step.Equipment, Kilograms: step.Kilograms}
	}))
	keepList(faults, "oneRepMaxes", &p.OneRepMaxes, in.OneRepMaxes, each(func(m *model.OneRepMaxInput) training.OneRepMax {
		return training.OneRepMax{ExerciseID: training.ExerciseID(m.ExerciseID), Kilograms: m.Kilograms, MeasuredOn: m.MeasuredOn}
	}))
}

// stateFitness takes in a stated fitness with its day: the one that is given, else today where the fitness is another than before.
func stateFitness(p *training.Profile, in model.UpdateProfileInput, today training.Date, faults *training.InputError) {
	before := p.StartingFitness
	set(&p.StartingFitness, in.StartingFitness)
	on, dated := in.StartingFitnessOn.ValueOK()
	switch {
	case p.StartingFitness == nil && (!dated || on == nil):
		p.StartingFitnessOn = nil
	case dated && on != nil:
		p.StartingFitnessOn = on
		training.CheckDate(faults, "startingFitnessOn", *on, training.MinDate, today)
	case dated || before == nil || *before != *p.StartingFitness:
		p.StartingFitnessOn = &today
	}
}

// applyHabits takes in what an athlete says of experience, hours, health and equipment.
func applyHabits(p *training.Profile, in model.UpdateProfileInput, faults *training.InputError) {
	set(&p.HeightCentimeters, in.HeightCentimeters)
	set(&p.StrengthExperienceMonths, in.StrengthExperienceMonths)
	set(&p.WeeklyHours, in.WeeklyHours)
	set(&p.SessionsPerWeek, in.SessionsPerWeek)
	keepList(faults, "sportExperienceMonths", &p.SportExperienceMonths, in.SportExperienceMonths, each(func(e *model.SportExperienceInput) training.SportExperience {
		return training.SportExperience{Sport: e.Sport, Months: e.Months}
	}))
	keepList(faults, "longestSessions", &p.LongestSessions, in.LongestSessions, each(func(l *model.LongestSessionInput) training.LongestSession {
		return training.LongestSession{Sport: l.Sport, Seconds: l.Seconds, Meters: l.Meters, Date: l.Date}
	}))
	keepList(faults, "conditions", &p.Conditions, in.Conditions, asSent)
	setList(&p.Equipment, in.AvailableEquipment)
	setList(&p.Stations, in.Stations)
	keepList(faults, "equipmentOnDates", &p.EquipmentOnDates, in.EquipmentOnDates, each(func(d *model.EquipmentOnDatesInput) training.EquipmentOnDates {
		return training.EquipmentOnDates{From: d.From, To: d.To, Equipment: d.Equipment, Note: d.Note}
	}))
}

// stateGoal takes in a goal, the whole of it. Its day is checked now: later it may be over.
func stateGoal(p *training.Profile, in model.UpdateProfileInput, today training.Date, faults *training.InputError) {
	stated, given := in.TrainingGoal.ValueOK()
	switch {
	case !given:
	case stated == nil:
		p.TrainingGoal = nil
	default:
		p.TrainingGoal = goalOf(stated, "trainingGoal.", faults)
		p.TrainingGoal.CheckDay(faults, "trainingGoal.", today)
	}
}

func goalOf(in *model.TrainingGoalInput, at string, faults *training.InputError) *training.Goal {
	if in.EventID != nil && *in.EventID == "" {
		faults.Add(at+"eventId", "is empty: leave it out where the goal is for no event")
	}
	if in.ExerciseID != nil && *in.ExerciseID == "" {
		faults.Add(at+"exerciseId", "is empty: leave it out where nothing is lifted")
	}
	return &training.Goal{
		Kind: in.Kind, EventID: training.EventID(orElse(in.EventID, "")), Format: in.Format, DistanceMeters: in.DistanceMeters,
		TargetSeconds: in.TargetSeconds, TargetWatts: in.TargetWatts, ExerciseID: training.ExerciseID(orElse(in.ExerciseID, "")),
		TargetKilograms: in.TargetKilograms, BodyParts: in.BodyParts, Sports: in.Sports, By: in.By, HoursPerWeek: in.HoursPerWeek,
		SessionsPerWeek: in.SessionsPerWeek,
	}
}

// Event is the one that the goal is for, nil without one.
func (r *trainingGoalResolver) Event(ctx context.Context, goal *training.Goal) (*training.Event, error) {
	if goal.EventID == "" {
		return nil, nil
	}
	event, err := loadersFrom(ctx).events.Load(ctx, goal.EventID)
	return orGone(&event, err) // that of a run may be removed since
}

// Exercise is what is to be lifted, nil without one.
func (r *trainingGoalResolver) Exercise(_ context.Context, goal *training.Goal) (*training.Exercise, error) {
	if goal.ExerciseID == "" {
		return nil, nil
	}
	return exercise(goal.ExerciseID)
}

func weekOf(inputs []*model.AvailabilityWindowInput) []training.AvailabilityWindow {
	windows := make([]training.AvailabilityWindow, len(inputs))
	for i, in := range inputs {
		windows[i] = training.AvailabilityWindow{Weekday: in.Weekday, From: in.From, To: in.To, Sports: in.Sports}
	}
	return windows
}

func datesOf(inputs []*model.DateAvailabilityInput) []training.DateAvailability {
	dates := make([]training.DateAvailability, len(inputs))
	for i, in := range inputs {
		windows := make([]training.TimeWindow, len(in.Windows))
		for j, w := range in.Windows {
			windows[j] = training.TimeWindow{From: w.From, To: w.To, Sports: w.Sports}
		}
		dates[i] = training.DateAvailability{Date: in.Date, Windows: windows, Note: in.Note}
	}
	return dates
}

// InviteCoach invites a coach, and answers the same whoever has the address.
func (r *mutation) InviteCoach(ctx context.Context, input model.InviteCoachInput) (*model.InviteCoachPayload, error) {
	email, err := auth.NormalizeEmail(input.Email)
	if err != nil {
		return nil, err
	}
	if wait, may := r.invitations.Spend(string(viewer(ctx)), 1); !may {
		return nil, &db.LimitedError{What: "a coach was invited too often in the last minute", Wait: wait}
	}
	if err := r.DB.InviteCoach(ctx, viewer(ctx), email); err != nil {
		return nil, err
	}
	return &model.InviteCoachPayload{Email: email, Next: afterInvitation}, nil
}

const afterInvitation = "A coach with an account of this address finds the invitation in coachInvitations for 30 days and accepts it with " +
	"acceptInvitation; from then on the coach is in your coaches, and may read and plan your calendar. Who has no account yet, or one that is " +
	"not a coach's, signs up with role COACH first; then invite them again. Until it is accepted you can take it back with withdrawInvitation."

// WithdrawInvitation takes an invitation back, and answers the same whether there was one.
func (r *mutation) WithdrawInvitation(ctx context.Context, input model.WithdrawInvitationInput) (*model.WithdrawInvitationPayload, error) {
	email, err := auth.NormalizeEmail(input.Email)
	if err != nil {
		return nil, err
	}
	if err := r.DB.WithdrawInvitation(ctx, viewer(ctx), email); err != nil {
		return nil, err
	}
	return &model.WithdrawInvitationPayload{Email: email}, nil
}

// CoachInvitations are those that the caller has not answered.
func (r *query) CoachInvitations(ctx context.Context) ([]*model.CoachInvitation, error) {
	invitations, err := r.DB.Invitations(ctx, viewer(ctx))
	if err != nil {
		return nil, err
	}
	list := make([]*model.CoachInvitation, len(invitations))
	for i, one := range invitations {
		list[i] = &model.CoachInvitation{AthleteID: string(one.Athlete), Name: one.Name, CreatedAt: one.CreatedAt}
	}
	return list, nil
}

// Athlete is who invited the caller, with no more than a coach sees before.
func (r *coachInvitationResolver) Athlete(ctx context.Context, invitation *model.CoachInvitation) (*training.User, error) {
	return r.userOrNil(ctx, training.UserID(invitation.AthleteID))
}

// AcceptInvitation has the caller coach an athlete.
func (r *mutation) AcceptInvitation(ctx context.Context, input model.AcceptInvitationInput) (*model.AcceptInvitationPayload, error) {
	athlete, err := r.DB.AcceptInvitation(ctx, viewer(ctx), training.UserID(input.AthleteID))
	if err != nil {
		return nil, err
	}
	return &model.AcceptInvitationPayload{Athlete: &athlete}, nil
}

// RevokeCoach ends what AcceptInvitation began.
func (r *mutation) RevokeCoach(ctx context.Context, input model.RevokeCoachInput) (*model.CoachGrantPayload, error) {
	coach, err := r.DB.RevokeCoach(ctx, viewer(ctx), training.UserID(input.CoachID))
	if err != nil {
		return nil, err
	}
	return &model.CoachGrantPayload{Coach: &coach}, nil
}

// LeaveAthlete ends what AcceptInvitation began, by the coach, or declines an invitation.
func (r *mutation) LeaveAthlete(ctx context.Context, input model.LeaveAthleteInput) (*model.LeaveAthletePayload, error) {
	if err := r.DB.LeaveAthlete(ctx, viewer(ctx), training.UserID(input.AthleteID)); err != nil {
		return nil, err
	}
	return &model.LeaveAthletePayload{AthleteID: input.AthleteID}, nil
}

// Coaches are those who may read and plan the user's calendar, nil where the viewer may not.
func (r *userResolver) Coaches(ctx context.Context, user *training.User) ([]*training.User, error) {
	if !user.HasProfile() {
		return nil, nil
	}
	coaches, err := loadersFrom(ctx).coachesOf.Load(ctx, user.ID)
	return pointers(coaches), err
}

// Exercise is the one whose maximum it is.
func (r *oneRepMaxResolver) Exercise(_ context.Context, max *training.OneRepMax) (*training.Exercise, error) {
	return exercise(max.ExerciseID)
}
