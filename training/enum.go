package training

import "strings"

// Sport is the kind of movement of a workout, a block or an activity.
type Sport string

// The sports. RIDE covers road, trail and trainer; ROW covers boat and machine; ELLIPTICAL any other machine for endurance indoors; MULTI_SPORT
// is of several sports in a row, block by block; OTHER is anything else, measured by effort or heart rate alone.
const (
	Run      Sport = "RUN"
	Ride     Sport = "RIDE"
	Swim     Sport = "SWIM"
	Row      Sport = "ROW"
	Strength Sport = "STRENGTH"
	Mobility Sport = "MOBILITY"
	Other    Sport = "OTHER"

	Walk       Sport = "WALK"
	Hike       Sport = "HIKE"
	SkiErg     Sport = "SKI_ERG"
	Elliptical Sport = "ELLIPTICAL"
	Kayak      Sport = "KAYAK"
	MultiSport Sport = "MULTI_SPORT"
)

// Sports lists every sport.
var Sports = []Sport{Run, Ride, Swim, Row, Strength, Mobility, Other, Walk, Hike, SkiErg, Elliptical, Kayak, MultiSport}

// Name is how the sport is called within a sentence: "run", "ski erg".
func (s Sport) Name() string { return strings.ToLower(strings.ReplaceAll(string(s), "_", " ")) }

// Endurance tells whether the sport is endurance by itself: all but strength, mobility and what may be anything.
func (s Sport) Endurance() bool {
	switch s {
	case Strength, Mobility, Other, MultiSport:
		return false
	}
	return true
}

// LowerBody tells whether the sport loads the legs as an endurance session does.
func (s Sport) LowerBody() bool {
	switch s {
	case Run, Ride, Row, Walk, Hike, Elliptical:
		return true
	}
	return false
}

// Focus is what a workout is meant to develop.
type Focus string

// The foci, from the easiest to the hardest endurance work, then strength, then the rest.
const (
	FocusRecovery          Focus = "RECOVERY"
	FocusEndurance         Focus = "ENDURANCE"
	FocusLong              Focus = "LONG"
	FocusTempo             Focus = "TEMPO"
	FocusThreshold         Focus = "THRESHOLD"
	FocusVO2Max            Focus = "VO2MAX"
	FocusAnaerobic         Focus = "ANAEROBIC"
	FocusSprint            Focus = "SPRINT"
	FocusRacePace          Focus = "RACE_PACE"
	FocusMaxStrength       Focus = "MAX_STRENGTH"
	FocusHypertrophy       Focus = "HYPERTROPHY"
	FocusPower             Focus = "POWER"
	FocusStrengthEndurance Focus = "STRENGTH_ENDURANCE"
	FocusMobility          Focus = "MOBILITY"
	FocusTest              Focus = "TEST"
)

// Foci lists every focus.
var Foci = []Focus{
	FocusRecovery, FocusEndurance, FocusLong, FocusTempo, FocusThreshold, FocusVO2Max, FocusAnaerobic, FocusSprint, FocusRacePace,
	FocusMaxStrength, FocusHypertrophy, FocusPower, FocusStrengthEndurance, FocusMobility, FocusTest,
}

// Level is the training age of an athlete and selects the limits of the rules. See the rules for what each level allows.
type Level string

// NOVICE trains regularly for less than a year or has CTL below 30; ADVANCED for three years or more with CTL from 70.
const (
	Novice       Level = "NOVICE"
	Intermediate Level = "INTERMEDIATE"
	Advanced     Level = "ADVANCED"
)

// Levels lists every level.
var Levels = []Level{Novice, Intermediate, Advanced}

// Sex selects the heart-rate weighting of Banister's impulse and nothing else.
type Sex string

// The sexes the heart-rate formula distinguishes.
const (
	Female Sex = "FEMALE"
	Male   Sex = "MALE"
)

// Sexes lists both.
var Sexes = []Sex{Female, Male}

// Priority says which quality wins where strength and endurance compete.
type Priority string

// HYBRID weighs both alike; "goal is maximal strength or power" in the rules means STRENGTH.
const (
	PriorityEndurance Priority = "ENDURANCE"
	PriorityStrength  Priority = "STRENGTH"
	PriorityHybrid    Priority = "HYBRID"
)

// Priorities lists every priority.
var Priorities = []Priority{PriorityEndurance, PriorityStrength, PriorityHybrid}

// EventPriority says how much of the plan an event may bend.
type EventPriority string

// An A event is tapered for, a B event is rested for, a C event is trained through.
const (
	EventA EventPriority = "A"
	EventB EventPriority = "B"
	EventC EventPriority = "C"
)

// EventPriorities lists every priority of an event.
var EventPriorities = []EventPriority{EventA, EventB, EventC}

// Weekday is a day of the week.
type Weekday string

// The days of the week.
const (
	Monday    Weekday = "MONDAY"
	Tuesday   Weekday = "TUESDAY"
	Wednesday Weekday = "WEDNESDAY"
	Thursday  Weekday = "THURSDAY"
	Friday    Weekday = "FRIDAY"
	Saturday  Weekday = "SATURDAY"
	Sunday    Weekday = "SUNDAY"
)

// Weekdays lists the days of the week, Monday first.
var Weekdays = []Weekday{Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday}

// weekdays are in the order of time.Weekday.
var weekdays = []Weekday{Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday}

// MuscleGroup is the coarse region an exercise loads.
type MuscleGroup string

// LEGS covers hips, thighs and calves; PUSH and PULL the upper body by direction; CORE the trunk.
const (
	Legs MuscleGroup = "LEGS"
	Push MuscleGroup = "PUSH"
	Pull MuscleGroup = "PULL"
	Core MuscleGroup = "CORE"
)

// MuscleGroups lists every region.
var MuscleGroups = []MuscleGroup{Legs, Push, Pull, Core}

// MovementPattern is how an exercise moves; hard sets of SQUAT, HINGE and LUNGE count as hard leg sets.
type MovementPattern string

// The movement patterns.
const (
	PatternSquat      MovementPattern = "SQUAT"
	PatternHinge      MovementPattern = "HINGE"
	PatternLunge      MovementPattern = "LUNGE"
	PatternPush       MovementPattern = "PUSH"
	PatternPull       MovementPattern = "PULL"
	PatternCarry      MovementPattern = "CARRY"
	PatternCore       MovementPattern = "CORE"
	PatternPlyometric MovementPattern = "PLYOMETRIC"
)

// MovementPatterns lists every pattern.
var MovementPatterns = []MovementPattern{
	PatternSquat, PatternHinge, PatternLunge, PatternPush, PatternPull, PatternCarry, PatternCore, PatternPlyometric,
}

// LoadMethod says how a training stress was got, so that nobody takes an estimate for a measurement.
type LoadMethod string

// The methods. NORMALIZED_POWER is the 30 s smoothed fourth-power mean (ride, row), QUADRATIC the mean square of intensity (run),
// CUBIC the mean cube (swim), HEART_RATE Banister's impulse against an hour at threshold, RPE the session's rated effort, SETS the sets
// of a strength session.
const (
	NormalizedPower LoadMethod = "NORMALIZED_POWER"
	Quadratic       LoadMethod = "QUADRATIC"
	Cubic           LoadMethod = "CUBIC"
	HeartRate       LoadMethod = "HEART_RATE"
	RPE             LoadMethod = "RPE"
	Sets            LoadMethod = "SETS"
)

// Confidence says whether enough is known to rely on a state of load.
type Confidence string

// LOW is a state that rests on fewer than 28 known days and mostly on its seed, SUFFICIENT any other.
const (
	ConfidenceLow        Confidence = "LOW"
	ConfidenceSufficient Confidence = "SUFFICIENT"
)

// SessionStatus is what became of a planned session.
type SessionStatus string

// A COMPLETED or SKIPPED session is history: nothing moves it.
const (
	Planned   SessionStatus = "PLANNED"
	Completed SessionStatus = "COMPLETED"
	Skipped   SessionStatus = "SKIPPED"
)

// LockScope says which part of a session the athlete keeps for himself.
type LockScope string

// EVERYTHING fixes day, start and content; DAY the day; START day and start; CONTENT the workout, wherever it lands.
const (
	LockEverything LockScope = "EVERYTHING"
	LockDay        LockScope = "DAY"
	LockStart      LockScope = "START"
	LockContent    LockScope = "CONTENT"
)

// Holds tells whether the scope keeps a session from being moved to another day, begun at another time or day, or given another content.
func (l LockScope) Holds(moved, restarted, replaced bool) bool {
	switch l {
	case LockDay:
		return moved
	case LockStart:
		return restarted
	case LockContent:
		return replaced
	}
	return true
}

// LockScopes lists every scope.
var LockScopes = []LockScope{LockEverything, LockDay, LockStart, LockContent}
