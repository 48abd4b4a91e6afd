package training

// Bounds of a profile's lists.
const (
	MaxWindows          = 42  // weekly windows, six a day
	MaxWindowsOfDate    = 6   // windows of one date
	MaxDateAvailability = 120 // single dates
	MaxOneRepMaxes      = 100
	MaxEvents           = 100
)

// Profile is what the planner knows of an athlete. A nil threshold is unknown, never guessed.
type Profile struct {
	Level     Level     `json:"level"`
	BirthDate *Date     `json:"birthDate,omitempty"`
	Sex       *Sex      `json:"sex,omitempty"`
	TimeZone  string    `json:"timeZone"`       // IANA name
	Priority  *Priority `json:"priority"`       // nil: as the goal asks
	Goal      *string   `json:"goal,omitempty"` // in the athlete's words, at most 500 characters
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

	ThresholdHistory []KnownThreshold `json:"thresholdHistory,omitempty"` // since when thresholds are as they are and were: the newest first, at most MaxThresholdHistory
}

// OneRepMax is the heaviest single repetition of an exercise, 1 to 600 kg.
type OneRepMax struct {
	ExerciseID ExerciseID `json:"exerciseId"`
	Kilograms  float64    `json:"kilograms"`
	MeasuredOn Date       `json:"measuredOn"`
}

// SportExperience is for how long an athlete has trained in a sport, in months as they were when it was stated.
type SportExperience struct {
	Sport  Sport `json:"sport"`
	Months int   `json:"months"` // 0 to 960
}

// LongestSession is the longest that an athlete has lately done of a sport: its length in time, in metres, or both.
type LongestSession struct {
	Sport   Sport    `json:"sport"`
	Seconds *int     `json:"seconds,omitempty"` // 60 to 172,800
	Meters  *float64 `json:"meters,omitempty"`  // 1 to 2,000,000
	Date    Date     `json:"date"`
}

// EquipmentOnDates is what an athlete has to train with from one day to another, both included, in place of what is there otherwise: that of
// a hotel's gym.
type EquipmentOnDates struct {
	From      Date        `json:"from"`
	To        Date        `json:"to"`
	Equipment []Equipment `json:"equipment"`      // empty: nothing but the body
	Note      *string     `json:"note,omitempty"` // at most 500 characters
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

// NewProfile is the profile of an athlete of whom nothing is known yet.
func NewProfile(timeZone string) Profile {
	return Profile{Level: Novice, TimeZone: timeZone}
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
