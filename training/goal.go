package training

import (
	"fmt"
	"slices"
)

// GoalKind is what an athlete trains for.
type GoalKind string

// The kinds. RACE is to do well in a race, FINISH to get through it, TIME to reach a time; TEST is to raise a measure such as a threshold;
// STRENGTH is to lift more, MUSCLE to have more of it; HEALTH is to be fit, WEIGHT to lose some; RETURN is to come back after illness, injury,
// birth or a long gap; MAINTAIN is to stay where one is; ADD_SPORT is to take up another sport beside one's own.
const (
	GoalRace     GoalKind = "RACE"
	GoalFinish   GoalKind = "FINISH"
	GoalTime     GoalKind = "TIME"
	GoalTest     GoalKind = "TEST"
	GoalStrength GoalKind = "STRENGTH"
	GoalMuscle   GoalKind = "MUSCLE"
	GoalHealth   GoalKind = "HEALTH"
	GoalWeight   GoalKind = "WEIGHT"
	GoalReturn   GoalKind = "RETURN"
	GoalMaintain GoalKind = "MAINTAIN"
	GoalAddSport GoalKind = "ADD_SPORT"
)

// GoalKinds lists every kind.
var GoalKinds = []GoalKind{
	GoalRace, GoalFinish, GoalTime, GoalTest, GoalStrength, GoalMuscle, GoalHealth, GoalWeight, GoalReturn, GoalMaintain, GoalAddSport,
}

// Goal is what an athlete trains for, as data. What is nil or empty is not said. In words it stands elsewhere: for the athlete in
// Profile.Goal, for a run of the planner in its wish.
//
// It is for an event of the athlete's, which then says format, distance and day, or it says these by itself.
type Goal struct {
	Kind            GoalKind      `json:"kind"`
	EventID         EventID       `json:"eventId,omitempty"`
	Format          *EventFormat  `json:"format,omitempty"`
	DistanceMeters  *float64      `json:"distanceMeters,omitempty"`  // 1 to 1,000,000
	TargetSeconds   *int          `json:"targetSeconds,omitempty"`   // 1 to 604,800
	TargetWatts     *int          `json:"targetWatts,omitempty"`     // 1 to 2,500
	ExerciseID      ExerciseID    `json:"exerciseId,omitempty"`      // of the catalogue
	TargetKilograms *float64      `json:"targetKilograms,omitempty"` // 1 to 600, of that exercise
	BodyParts       []MuscleGroup `json:"bodyParts,omitempty"`       // each once
	Sports          []Sport       `json:"sports,omitempty"`          // each once; of ADD_SPORT those to take up
	By              *Date         `json:"by,omitempty"`              // when it is to be reached
	HoursPerWeek    *float64      `json:"hoursPerWeek,omitempty"`    // 0.5 to 60
	SessionsPerWeek *int          `json:"sessionsPerWeek,omitempty"` // 1 to 28
}

// Bounds of goals, and of what is the same in an athlete's week.
const (
	leastWeeklyHours   = 0.5
	maxWeeklyHours     = 60
	maxSessionsPerWeek = 28 // four a day
	maxGoalWatts       = 2_500
	maxOneRepKilograms = 600
)

// CheckDay notes a fault where the day of a goal that is stated now is over, or more than two years ahead.
func (g *Goal) CheckDay(faults *InputError, at string, today Date) {
	if g.By != nil {
		CheckDate(faults, at+"by", *g.By, today, today.AddDays(maxDaysAhead))
	}
}

// Check notes every fault of a goal, with the events that the athlete has and the path that its fields stand at, "trainingGoal.": all but
// those of its day, so that a goal which was right stays so until its event is removed, with which it goes.
func (g *Goal) Check(faults *InputError, at string, events []Event) {
	if !slices.Contains(GoalKinds, g.Kind) {
		faults.Add(at+"kind", fmt.Sprintf("%.40q is none of %v", string(g.Kind), GoalKinds))
		return
	}
	CheckFloat(faults, at+"distanceMeters", g.DistanceMeters, 1, maxEventMeters)
	CheckInt(faults, at+"targetSeconds", g.TargetSeconds, 1, maxEventSeconds)
	CheckInt(faults, at+"targetWatts", g.TargetWatts, 1, maxGoalWatts)
	CheckFloat(faults, at+"targetKilograms", g.TargetKilograms, 1, maxOneRepKilograms)
	CheckFloat(faults, at+"hoursPerWeek", g.HoursPerWeek, leastWeeklyHours, maxWeeklyHours)
	CheckInt(faults, at+"sessionsPerWeek", g.SessionsPerWeek, 1, maxSessionsPerWeek)
	checkWords(faults, at+"bodyParts", g.BodyParts, MuscleGroups)
	checkWords(faults, at+"sports", g.Sports, Sports)
	g.validateEvent(at, events, faults)
	g.validateFormat(at, faults)
	g.validateExercise(at, faults)
	g.validateKind(at, faults)
}

// validateEvent checks that the event is one of the athlete's, and that it alone says what it is.
func (g *Goal) validateEvent(at string, events []Event, faults *InputError) {
	if g.EventID == "" {
		return
	}
	if !slices.ContainsFunc(events, func(e Event) bool { return e.ID == g.EventID }) {
		faults.Add(at+"eventId", "is not an event of the athlete's")
	}
	for _, said := range []struct {
		field string
		is    bool
	}{{"format", g.Format != nil}, {"distanceMeters", g.DistanceMeters != nil}, {"by", g.By != nil}} {
		if said.is {
			faults.Add(at+said.field, "is what the event says: give it there, or leave out eventId")
		}
	}
}

func (g *Goal) validateFormat(at string, faults *InputError) {
	if g.Format == nil {
		return
	}
	if !slices.Contains(EventFormats, *g.Format) {
		faults.Add(at+"format", fmt.Sprintf("%.40q is none of %v", string(*g.Format), EventFormats))
	}
}

func (g *Goal) validateExercise(at string, faults *InputError) {
	if g.ExerciseID == "" {
		if g.TargetKilograms != nil {
			faults.Add(at+"targetKilograms", "are of an exerciseId, and there is none")
		}
		return
	}
	if _, known := FindExercise(g.ExerciseID); !known {
		faults.Add(at+"exerciseId", fmt.Sprintf("%.60q is not an exercise of the catalogue", string(g.ExerciseID)))
	}
}

// validateKind checks that a goal says what its kind is about, and nothing that its kind has no use for.
func (g *Goal) validateKind(at string, faults *InputError) {
	competes := g.Kind == GoalRace || g.Kind == GoalFinish || g.Kind == GoalTime
	names := g.EventID != "" || g.Format != nil || g.DistanceMeters != nil
	if competes && !names {
		faults.Add(at+"kind", fmt.Sprintf("%s needs an eventId, a format or distanceMeters", g.Kind))
	}
	if !competes && g.EventID != "" {
		faults.Add(at+"eventId", fmt.Sprintf("goes with RACE, FINISH and TIME, not with %s", g.Kind))
	}
	measured := competes || g.Kind == GoalTest
	if !measured && g.TargetSeconds != nil {
		faults.Add(at+"targetSeconds", fmt.Sprintf("go with RACE, FINISH, TIME and TEST, not with %s", g.Kind))
	}
	if !measured && g.TargetWatts != nil {
		faults.Add(at+"targetWatts", fmt.Sprintf("go with RACE, FINISH, TIME and TEST, not with %s", g.Kind))
	}
	switch {
	case g.Kind == GoalTime && g.TargetSeconds == nil && g.TargetWatts == nil:
		faults.Add(at+"kind", "TIME needs targetSeconds or targetWatts")
	case g.Kind == GoalTest && g.Format == nil && g.DistanceMeters == nil && g.ExerciseID == "" && len(g.Sports) == 0:
		faults.Add(at+"kind", "TEST needs a format, distanceMeters, an exerciseId or sports")
	case g.Kind == GoalAddSport && len(g.Sports) == 0:
		faults.Add(at+"kind", "ADD_SPORT needs the sports to take up")
	}
}
