package athletes

import (
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"fortnight/auth"
	"fortnight/db/access"
	"fortnight/db/live"
	"fortnight/db/postgres"
	"fortnight/db/workouts"
	"fortnight/training"
)

// DayOf is the day on which an instant falls for an athlete.
func DayOf(p training.Profile, instant time.Time) training.Date {
	return training.DateOf(instant.In(p.Location()))
}

// userRow is a user without the password hash, which only package accounts knows.
type userRow struct {
	bun.BaseModel `bun:"table:users,alias:u"`

	ID                              training.UserID               `bun:"id,pk"`
	Name                            string                        `bun:"name"`
	Email                           string                        `bun:"email"`
	Role                            training.Role                 `bun:"role"`
	Level                           training.Level                `bun:"level"`
	BirthDate                       *training.Date                `bun:"birth_date"`
	Sex                             *training.Sex                 `bun:"sex"`
	TimeZone                        string                        `bun:"time_zone"`
	Priority                        *training.Priority            `bun:"priority"`
	Goal                            *string                       `bun:"goal"`
	FTPWatts                        *int                          `bun:"ftp_watts"`
	RowFTPWatts                     *int                          `bun:"row_ftp_watts"`
	ThresholdSecondsPerKilometer    *int                          `bun:"threshold_seconds_per_kilometer"`
	CriticalSwimSecondsPer100Meters *int                          `bun:"critical_swim_seconds_per_100_meters"`
	ThresholdHeartRate              *int                          `bun:"threshold_heart_rate"`
	MaxHeartRate                    *int                          `bun:"max_heart_rate"`
	RestingHeartRate                *int                          `bun:"resting_heart_rate"`
	ThresholdsMeasuredOn            *training.Date                `bun:"thresholds_measured_on"`
	BodyMassKilograms               *float64                      `bun:"body_mass_kilograms"`
	StartingFitness                 *float64                      `bun:"starting_fitness"`
	AwaitsClearance                 bool                          `bun:"awaits_clearance"`
	StrengthApart                   bool                          `bun:"strength_apart"`
	StartingFitnessOn               *training.Date                `bun:"starting_fitness_on"`
	OneRepMaxes                     []training.OneRepMax          `bun:"one_rep_maxes,type:jsonb"`
	Availability                    []training.AvailabilityWindow `bun:"availability,type:jsonb"`
	DateAvailability                []training.DateAvailability   `bun:"date_availability,type:jsonb"`
	LoadSteps                       []training.EquipmentStep      `bun:"load_steps,type:jsonb"`
	TrainingGoal                    *training.Goal                `bun:"training_goal,type:jsonb"`
	HeightCentimeters               *float64                      `bun:"height_centimeters"`
	StrengthExperienceMonths        *int                          `bun:"strength_experience_months"`
	SportExperienceMonths           []training.SportExperience    `bun:"sport_experience_months,type:jsonb"`
	LongestSessions                 []training.LongestSession     `bun:"longest_sessions,type:jsonb"`
	WeeklyHours                     *float64                      `bun:"weekly_hours"`
	SessionsPerWeek                 *int                          `bun:"sessions_per_week"`
	Conditions                      []training.Condition          `bun:"conditions,array"`
	Equipment                       []training.Equipment          `bun:"equipment,array"` // nil: unknown
	Stations                        []training.Station            `bun:"stations,array"`  // nil: unknown
	EquipmentOnDates                []training.EquipmentOnDates   `bun:"equipment_on_dates,type:jsonb"`
	ThresholdHistory                []training.KnownThreshold     `bun:"threshold_history,type:jsonb"`
	CreatedAt                       time.Time                     `bun:"created_at"`
	ProfileRevision                 int                           `bun:"profile_revision"` // what the calendar got by the last change of it

	postgres.Keyed
}

func newUserRow(u training.User) userRow {
	p := u.Profile
	return userRow{
		ID: u.ID, Name: u.Name, Email: u.Email, Role: u.Role, Level: p.Level, BirthDate: p.BirthDate, Sex: p.Sex, TimeZone: p.TimeZone,
		Priority: p.Priority, Goal: p.Goal, FTPWatts: p.FTPWatts, RowFTPWatts: p.RowFTPWatts,
		ThresholdSecondsPerKilometer: p.ThresholdSecondsPerKilometer, CriticalSwimSecondsPer100Meters: p.CriticalSwimSecondsPer100Meters,
		ThresholdHeartRate: p.ThresholdHeartRate, MaxHeartRate: p.MaxHeartRate, RestingHeartRate: p.RestingHeartRate,
		ThresholdsMeasuredOn: p.MeasuredOn, BodyMassKilograms: p.BodyMassKilograms, StartingFitness: p.StartingFitness,
		AwaitsClearance: p.AwaitsClearance, StrengthApart: p.StrengthApart, StartingFitnessOn: p.StartingFitnessOn,
		TrainingGoal: p.TrainingGoal, HeightCentimeters: p.HeightCentimeters, StrengthExperienceMonths: p.StrengthExperienceMonths,
		SportExperienceMonths: postgres.OrEmpty(p.SportExperienceMonths), LongestSessions: postgres.OrEmpty(p.LongestSessions), WeeklyHours: p.WeeklyHours,
		SessionsPerWeek: p.SessionsPerWeek, Conditions: postgres.OrEmpty(p.Conditions), Equipment: p.Equipment, Stations: p.Stations,
		EquipmentOnDates: postgres.OrEmpty(p.EquipmentOnDates), ThresholdHistory: postgres.OrEmpty(p.ThresholdHistory),
		LoadSteps: postgres.OrEmpty(p.LoadSteps), OneRepMaxes: postgres.OrEmpty(p.OneRepMaxes), Availability: postgres.OrEmpty(p.Availability), DateAvailability: postgres.OrEmpty(p.DateAvailability),
		CreatedAt: u.CreatedAt,
	}
}

// user is the user of the row, without the events.
func (r userRow) user() training.User {
	return training.User{ID: r.ID, Name: r.Name, Email: r.Email, Role: r.Role, CreatedAt: r.CreatedAt.UTC(), Profile: training.Profile{
		Level: r.Level, BirthDate: r.BirthDate, Sex: r.Sex, TimeZone: r.TimeZone, Priority: r.Priority, Goal: r.Goal,
		Thresholds: training.Thresholds{
			FTPWatts: r.FTPWatts, RowFTPWatts: r.RowFTPWatts, ThresholdSecondsPerKilometer: r.ThresholdSecondsPerKilometer,
			CriticalSwimSecondsPer100Meters: r.CriticalSwimSecondsPer100Meters, ThresholdHeartRate: r.ThresholdHeartRate,
			MaxHeartRate: r.MaxHeartRate, RestingHeartRate: r.RestingHeartRate, MeasuredOn: r.ThresholdsMeasuredOn,
		},
		BodyMassKilograms: r.BodyMassKilograms, OneRepMaxes: r.OneRepMaxes, LoadSteps: r.LoadSteps, StartingFitness: r.StartingFitness,
		AwaitsClearance: r.AwaitsClearance, StrengthApart: r.StrengthApart, StartingFitnessOn: r.StartingFitnessOn,
		TrainingGoal: r.TrainingGoal, HeightCentimeters: r.HeightCentimeters, StrengthExperienceMonths: r.StrengthExperienceMonths,
		SportExperienceMonths: r.SportExperienceMonths, LongestSessions: r.LongestSessions, WeeklyHours: r.WeeklyHours,
		SessionsPerWeek: r.SessionsPerWeek, Conditions: r.Conditions, Equipment: r.Equipment, Stations: r.Stations,
		EquipmentOnDates: r.EquipmentOnDates, ThresholdHistory: r.ThresholdHistory,
		Availability: r.Availability, DateAvailability: r.DateAvailability, Events: []training.Event{},
	}}
}

// CreateUser opens an account with an empty calendar and returns it with the ID and CreatedAt it was given. The user was validated.
// An e-mail that has an account is a *ConflictError.
func (store *Profiles) CreateUser(ctx context.Context, user training.User, passwordHash string) (training.User, error) {
	user.ID, user.CreatedAt = postgres.NewID[training.UserID](), store.db.Now()
	user.Profile.Events = []training.Event{}
	user.Profile.Remember(training.Measures{}, DayOf(user.Profile, user.CreatedAt))
	row := newUserRow(user)
	err := store.db.InTx(ctx, "create user", func(ctx context.Context, tx bun.Tx) error {
		if _, err := tx.NewInsert().Model(&row).Value("password_hash", "?", passwordHash).Exec(ctx); err != nil {
			return err
		}
		_, err := tx.NewRaw("INSERT INTO calendars (athlete_id, revision) VALUES (?, 1)", user.ID).Exec(ctx)
		return err
	})
	if postgres.SQLState(err) == postgres.UniqueViolation {
		return training.User{}, postgres.Conflict("there is an account with this e-mail already")
	}
	return user, err
}

// DeleteUser deletes an account with all that is the user's. What the user did for others stays theirs: runs requested for an athlete
// count as a former coach's, and of own workouts on an athlete's calendar the athlete gets copies, archived ones of what is done.
func (store *Profiles) DeleteUser(ctx context.Context, id auth.UserID) error {
	return store.live.ChangeLogIns(ctx, func(tell live.Tell) error {
		return store.db.InTx(ctx, "delete user", func(ctx context.Context, tx bun.Tx) error {
			if !postgres.Canonical(id) {
				return postgres.ErrNotFound
			}
			if err := lockCalendarsWithWorkoutsOf(ctx, tx, id); err != nil {
				return err
			}
			if err := forgetRunsOf(ctx, tx, id); err != nil {
				return err
			}
			if err := workouts.HandOver(ctx, tx, training.UserID(id)); err != nil {
				return err
			}
			if err := postgres.Changed(tx.NewRaw("DELETE FROM users WHERE id = ?", id).Exec(ctx)); err != nil {
				return err
			}
			return tell(tx, string(id), true)
		})
	})
}

// forgetRunsOf takes a leaving user from the runs of others, and the keys that the user gave them.
func forgetRunsOf(ctx context.Context, tx bun.Tx, id auth.UserID) error {
	_, err := tx.NewRaw(`UPDATE plan_events AS e SET payload = e.payload - 'by' FROM plan_runs AS r
		WHERE r.cancel_requested_by = ?0 AND e.athlete_id = r.athlete_id AND e.run_id = r.id AND e.kind = 'RunCancelled' AND e.payload ->> 'by' = ?0::text`, id).Exec(ctx)
	if err != nil {
		return err
	}
	_, err = tx.NewRaw(`UPDATE plan_runs SET requested_by = NULL, idempotency_key = NULL
		WHERE requested_by = ?0 AND athlete_id <> ?0`, id).Exec(ctx)
	return err
}

// lockCalendarsWithWorkoutsOf locks the user's calendar, those with workouts of the user and those of whom the user coaches, in the one order in which
// several calendars are locked.
func lockCalendarsWithWorkoutsOf(ctx context.Context, tx bun.Tx, id auth.UserID) error {
	var athletes []training.UserID
	err := tx.NewRaw(`SELECT DISTINCT s.athlete_id FROM planned_sessions AS s JOIN workouts AS w ON w.id = s.workout_id
		WHERE w.owner_id = ?`, id).Scan(ctx, &athletes)
	if err != nil {
		return err
	}
	var coached []training.UserID
	if err := tx.NewRaw("SELECT athlete_id FROM coach_grants WHERE coach_id = ?", id).Scan(ctx, &coached); err != nil {
		return err
	}
	return access.LockEach(ctx, tx, slices.Concat(athletes, coached, []training.UserID{training.UserID(id)}))
}

// readUsers reads users with their events, in the order of the query.
func readUsers(ctx context.Context, from bun.IDB, limit func(*bun.SelectQuery) *bun.SelectQuery) ([]training.User, error) {
	var rows []userRow
	if err := from.NewSelect().Model(&rows).Apply(limit).Scan(ctx); err != nil {
		return nil, err
	}
	return withEvents(ctx, from, rows)
}

func withEvents(ctx context.Context, from bun.IDB, rows []userRow) ([]training.User, error) {
	if len(rows) == 0 {
		return nil, nil
	}
	users, ids := make([]training.User, len(rows)), make([]training.UserID, len(rows))
	for i, row := range rows {
		users[i], ids[i] = row.user(), row.ID
	}
	events, err := readEvents(ctx, from, ids)
	if err != nil {
		return nil, err
	}
	for i := range users {
		users[i].Profile.Events = postgres.OrEmpty(events[users[i].ID])
	}
	return users, nil
}

// ReadUsers reads users with their events, whoever asks, those that there are.
func ReadUsers(ctx context.Context, from bun.IDB, ids []training.UserID) ([]training.User, error) {
	return readUsers(ctx, from, func(q *bun.SelectQuery) *bun.SelectQuery { return q.Where("u.id IN (?)", bun.List(ids)) })
}

// ReadUsersOf reads users with their events, those who are the viewer or granted the viewer.
func ReadUsersOf(viewer training.UserID) func(ctx context.Context, from bun.IDB, ids []training.UserID) ([]training.User, error) {
	return func(ctx context.Context, from bun.IDB, ids []training.UserID) ([]training.User, error) {
		return readUsers(ctx, from, func(q *bun.SelectQuery) *bun.SelectQuery {
			return q.Where("u.id IN (?)", bun.List(ids)).Apply(access.Limit("u.id", viewer))
		})
	}
}

// ReadUser reads one user with the events, whoever asks, else ErrNotFound.
func ReadUser(ctx context.Context, from bun.IDB, id training.UserID) (training.User, error) {
	users, err := readUsers(ctx, from, func(q *bun.SelectQuery) *bun.SelectQuery { return q.Where("u.id = ?", id) })
	if err != nil {
		return training.User{}, err
	}
	if len(users) == 0 {
		return training.User{}, postgres.ErrNotFound
	}
	return users[0], nil
}

// User returns the viewer or an athlete who granted the viewer, with the profile, else ErrNotFound.
func (store *Profiles) User(ctx context.Context, viewer, id training.UserID) (training.User, error) {
	if err := access.Check(ctx, store.db.Bun, viewer, id); err != nil {
		return training.User{}, postgres.Wrap("read user", err)
	}
	user, err := ReadUser(ctx, store.db.Bun, id)
	return user, postgres.Wrap("read user", err)
}
