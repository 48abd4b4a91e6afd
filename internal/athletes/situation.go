package athletes

import (
	"math/rand/v2"
	"slices"

	"fortnight/training"
)

// Situation is what bends an athlete's plan beside goal and event.
type Situation struct {
	Name  string
	apply func(a *Athlete, from training.Date)
	only  func(a *Athlete) bool // of athletes it may meet; nil for all
}

// situations are those that a coach meets in a week of work.
var situations = []Situation{
	{"two evenings and a weekend morning", func(a *Athlete, _ training.Date) {
		a.Profile.Availability = []training.AvailabilityWindow{
			{Weekday: training.Tuesday, From: 18 * 60, To: 19*60 + 15}, {Weekday: training.Thursday, From: 18 * 60, To: 19*60 + 15},
			{Weekday: training.Saturday, From: 8 * 60, To: 12 * 60},
		}
	}, nil},
	{"three hours a week", func(a *Athlete, _ training.Date) {
		hours := 3.0
		a.Profile.WeeklyHours = &hours
	}, nil},
	{"dumbbells at home", func(a *Athlete, _ training.Date) {
		a.Profile.Equipment = []training.Equipment{training.Dumbbells}
		a.Profile.Stations = []training.Station{}
	}, nil},
	{"flu until three days ago", func(a *Athlete, from training.Date) {
		a.rest(from, 7)
		for back := 7; back >= 3; back-- {
			a.CheckIns = append(a.CheckIns, training.CheckIn{Date: from.AddDays(-back), Sick: true})
		}
	}, nil},
	{"a sore knee", func(a *Athlete, _ training.Date) { a.Profile.Conditions = []training.Condition{training.HurtKnee} }, runs},
	{"a sore Achilles tendon", func(a *Athlete, _ training.Date) { a.Profile.Conditions = []training.Condition{training.HurtAchilles} }, runs},
	{"a bad back", func(a *Athlete, _ training.Date) { a.Profile.Conditions = []training.Condition{training.HurtBack} }, nil},
	{"a bad shoulder", func(a *Athlete, _ training.Date) { a.Profile.Conditions = []training.Condition{training.HurtShoulder} }, nil},
	{"pregnant", func(a *Athlete, _ training.Date) {
		sex := training.Female
		a.Profile.Sex, a.Profile.Conditions = &sex, []training.Condition{training.Pregnant}
	}, grown},
	{"a newborn at home", func(a *Athlete, _ training.Date) { a.Profile.Conditions = []training.Condition{training.Newborn} }, grown},
	{"three weeks off", func(a *Athlete, from training.Date) { a.rest(from, 21) }, nil},
	{"seventy years", func(a *Athlete, from training.Date) {
		birth := from.AddDays(-70 * 365)
		a.Profile.BirthDate = &birth
	}, grown},
	{"a long session wished for Saturday", func(a *Athlete, _ training.Date) { a.Wish = "long session on Saturday" }, nil},
	{"no training on Wednesday", func(a *Athlete, _ training.Date) { a.Wish = "rest on Wednesday" }, nil},
	{"every day an hour", func(a *Athlete, _ training.Date) {
		a.Profile.Availability = nil
		for _, day := range training.Weekdays {
			a.Profile.Availability = append(a.Profile.Availability, training.AvailabilityWindow{Weekday: day, From: 6 * 60, To: 7 * 60})
		}
	}, nil},
}

func runs(a *Athlete) bool {
	return slices.ContainsFunc(a.Habit, func(h Habit) bool { return h.Sport == training.Run })
}

func grown(a *Athlete) bool { return a.Kind != "youth" }

// rest takes the training of the last days out of an athlete's history.
func (a *Athlete) rest(from training.Date, days int) {
	a.Activities = slices.DeleteFunc(a.Activities, func(done training.Activity) bool { return done.Date >= from.AddDays(-days) })
}

// MakeInSituations makes n athletes as Make does, each in a situation besides, the same for the same seed.
func MakeInSituations(n int, seed uint64, from training.Date) []Athlete {
	list := Make(n, seed, from)
	random := rand.New(rand.NewPCG(seed, 0x51a7))
	for i := range list {
		a := &list[i]
		for {
			s := &situations[random.IntN(len(situations))]
			if s.only != nil && !s.only(a) {
				continue
			}
			s.apply(a, from)
			a.Situation = s.Name
			a.Name += ", " + s.Name
			break
		}
	}
	return list
}
