package training

import "time"

// Role says whether a user may be granted other people's calendars.
type Role string

// A COACH may act for athletes who granted it; every user, coach or not, has a calendar of its own.
const (
	RoleAthlete Role = "ATHLETE"
	RoleCoach   Role = "COACH"
)

// Roles lists both.
var Roles = []Role{RoleAthlete, RoleCoach}

// User is a person with an account. Name is 1 to 100 characters, Email at most 254 and unique without regard to case.
type User struct {
	ID        UserID
	Name      string
	Email     string
	Role      Role
	Profile   Profile
	CreatedAt time.Time
}

// Sight is how much of a user somebody sees, by who the two are to each other.
type Sight int

// From nothing to everything. SightContact is of one's own coach, SightWhole of oneself and of an athlete who granted; a user of whom one
// sees the name alone acts on a calendar that one may see.
const (
	SightNone Sight = iota
	SightName
	SightContact
	SightWhole
)

// SeenWith is what of a user is there for somebody with a sight: all else is empty.
func (u User) SeenWith(s Sight) User {
	switch s {
	case SightWhole:
		return u
	case SightContact:
		return User{ID: u.ID, Name: u.Name, Email: u.Email, Role: u.Role, CreatedAt: u.CreatedAt}
	case SightName:
		return User{ID: u.ID, Name: u.Name}
	}
	return User{}
}

// HasProfile tells whether the profile is seen.
func (u *User) HasProfile() bool { return u.Profile.Level != "" }

// EmailOrNil is the e-mail, nil where it is not seen.
func (u *User) EmailOrNil() *string { return onlyIf(u.Email != "", u.Email) }

// RoleOrNil is the role, nil where it is not seen.
func (u *User) RoleOrNil() *Role { return onlyIf(u.Role != "", u.Role) }

// CreatedAtOrNil is when the account was opened, nil where it is not seen.
func (u *User) CreatedAtOrNil() *time.Time { return onlyIf(!u.CreatedAt.IsZero(), u.CreatedAt) }

// OwnProfile is the profile with whose it is, nil where it is not seen.
func (u *User) OwnProfile() *OwnProfile {
	if !u.HasProfile() {
		return nil
	}
	return &OwnProfile{AthleteID: u.ID, Profile: &u.Profile}
}

// OwnProfile is a profile and whose it is.
type OwnProfile struct {
	AthleteID UserID
	*Profile
}

// ProfileSuffix follows a user's id in the id of the user's profile.
const ProfileSuffix = ":profile"

// ID is the profile's own.
func (p OwnProfile) ID() string { return string(p.AthleteID) + ProfileSuffix }

// Profile is what the planner knows of an athlete. A nil threshold is unknown, never guessed.
type Profile struct {
	Level     Level    `json:"level"`
	BirthDate *Date    `json:"birthDate,omitempty"`
	Sex       *Sex     `json:"sex,omitempty"`
	TimeZone  string   `json:"timeZone"` // IANA name
	Priority  Priority `json:"priority"`
	Goal      *string  `json:"goal,omitempty"` // in the athlete's words, at most 500 characters
	Thresholds
	TrainingGoal      *Goal           `json:"trainingGoal,omitempty"`
	BodyMassKilograms *float64        `json:"bodyMassKilograms,omitempty"` // 25 to 300
	HeightCentimeters *float64        `json:"heightCentimeters,omitempty"` // 90 to 250
	OneRepMaxes       []OneRepMax     `json:"oneRepMaxes"`                 // at most one an exercise
	LoadSteps         []EquipmentStep `json:"loadSteps,omitempty"`         // of the weights that the athlete has, one an equipment
	StartingFitness   *float64        `json:"startingFitness,omitempty"`   // CTL as the athlete states it, 0 to 250 TSS/day
	StartingFitnessOn *Date           `json:"startingFitnessOn,omitempty"` // the day that begins with it; nil for the first known day, or today
	AwaitsClearance   bool            `json:"awaitsClearance,omitempty"`   // a condition, such as pregnancy, that a physician must clear hard training for
	StrengthApart     bool            `json:"strengthApart,omitempty"`     // strength load does not count in CTL, ATL and the limits on load (science L11)

	StrengthExperienceMonths *int              `json:"strengthExperienceMonths,omitempty"` // of lifting, 0 to 960
	SportExperienceMonths    []SportExperience `json:"sportExperienceMonths"`              // at most one a sport, and none of STRENGTH
	LongestSessions          []LongestSession  `json:"longestSessions"`                    // at most one a sport
	WeeklyHours              *float64          `json:"weeklyHours,omitempty"`              // to train in, 0.5 to 60
	SessionsPerWeek          *int              `json:"sessionsPerWeek,omitempty"`          // 1 to 28
	Conditions               []Condition       `json:"conditions"`                         // each once, until it is withdrawn

	Equipment        []Equipment        `json:"availableEquipment"` // to train with; nil: unknown, empty: nothing but the body
	Stations         []Station          `json:"stations"`           // to train at; nil: unknown, empty: none
	EquipmentOnDates []EquipmentOnDates `json:"equipmentOnDates"`

	Availability     []AvailabilityWindow `json:"availability"`     // empty: any time of any day
	DateAvailability []DateAvailability   `json:"dateAvailability"` // replaces the weekday's windows on its date
	Events           []Event              `json:"events"`
}

// Thresholds are what intensity is a fraction of.
type Thresholds struct {
	FTPWatts                        *int  `json:"ftpWatts,omitempty"`                        // 40 to 600
	RowFTPWatts                     *int  `json:"rowFtpWatts,omitempty"`                     // 40 to 600
	ThresholdSecondsPerKilometer    *int  `json:"thresholdSecondsPerKilometer,omitempty"`    // 140 to 900
	CriticalSwimSecondsPer100Meters *int  `json:"criticalSwimSecondsPer100Meters,omitempty"` // 50 to 300
	ThresholdHeartRate              *int  `json:"thresholdHeartRate,omitempty"`              // 80 to 220
	MaxHeartRate                    *int  `json:"maxHeartRate,omitempty"`                    // 100 to 230
	RestingHeartRate                *int  `json:"restingHeartRate,omitempty"`                // 25 to 110
	MeasuredOn                      *Date `json:"thresholdsMeasuredOn,omitempty"`
}

// OneRepMax is the heaviest single repetition of an exercise, 1 to 600 kg.
type OneRepMax struct {
	ExerciseID ExerciseID `json:"exerciseId"`
	Kilograms  float64    `json:"kilograms"`
	MeasuredOn Date       `json:"measuredOn"`
}

// AvailabilityWindow is a time of the week in which the athlete can train. A window whose To is before its From ends on the next day.
// Sports empty means any. What hours it is on a date, [Profile.Hours] tells.
type AvailabilityWindow struct {
	Weekday Weekday   `json:"weekday"`
	From    LocalTime `json:"from"`
	To      LocalTime `json:"to"`
	Sports  []Sport   `json:"sports"`
}

// DateAvailability replaces the weekday's windows on one date; no window means not available.
type DateAvailability struct {
	Date    Date         `json:"date"`
	Windows []TimeWindow `json:"windows"`
	Note    *string      `json:"note,omitempty"` // at most 500 characters
}

// TimeWindow is a time of one day in which the athlete can train; it crosses midnight where To is before From.
type TimeWindow struct {
	From   LocalTime `json:"from"`
	To     LocalTime `json:"to"`
	Sports []Sport   `json:"sports"`
}

// Event is a race or test the plan bends to. Name is 1 to 120 characters, ExpectedTSS 0 to 2,000, DistanceMeters 0 to 1,000,000. Format is one
// that goes with the sport, ExpectedSeconds is how long it is expected to take, 1 to 604,800, and AscentMeters what it climbs, 0 to 30,000.
type Event struct {
	ID              EventID       `json:"id"`
	Name            string        `json:"name"`
	Date            Date          `json:"date"`
	Sport           Sport         `json:"sport"`
	Priority        EventPriority `json:"priority"`
	ExpectedTSS     *float64      `json:"expectedTss,omitempty"`
	DistanceMeters  *float64      `json:"distanceMeters,omitempty"`
	Format          *EventFormat  `json:"format,omitempty"`
	ExpectedSeconds *int          `json:"expectedSeconds,omitempty"`
	AscentMeters    *float64      `json:"ascentMeters,omitempty"`
}

// CheckIn is how the athlete is on a day. It holds until the next one.
type CheckIn struct {
	Date         Date          `json:"date"`
	Sick         bool          `json:"sick"`
	Fatigue      *int          `json:"fatigue,omitempty"`      // 0 to 10
	SleepSeconds *int          `json:"sleepSeconds,omitempty"` // 0 to 86,400
	HRVRMSSD     *float64      `json:"hrvRmssd,omitempty"`     // 1 to 300 ms
	Soreness     []Soreness    `json:"soreness"`
	Banned       []MuscleGroup `json:"banned"`
	BannedSports []Sport       `json:"bannedSports"`
	Note         *string       `json:"note,omitempty"` // at most 500 characters
}

// Soreness of a region, 0 to 10.
type Soreness struct {
	MuscleGroup MuscleGroup `json:"muscleGroup"`
	Level       int         `json:"level"`
}

// Actor says in which part somebody acted on an athlete's calendar.
type Actor string

// A FORMER_COACH is somebody else than the athlete whose account is gone; what an athlete did goes with the athlete's account.
const (
	ActorAthlete     Actor = "ATHLETE"
	ActorCoach       Actor = "COACH"
	ActorFormerCoach Actor = "FORMER_COACH"
)

// ActorOf is the part in which somebody, empty for an account that is gone, acted on an athlete's calendar.
func ActorOf(by, athlete UserID) Actor {
	switch by {
	case athlete:
		return ActorAthlete
	case "":
		return ActorFormerCoach
	}
	return ActorCoach
}
