// Package athletes makes synthetic athletes of many sports, levels, ages, events and hours, each with weeks of history behind it, for the
// tests and benchmarks that judge plans. Everything follows from a seed; nobody in it is real.
package athletes

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"fortnight/training"
)

// Athlete is one of them with what is known on the day before the plan begins, and what is asked for.
type Athlete struct {
	Name       string // of the kind, "marathon, intermediate, 84 days out"
	Kind       string // "marathon"
	Profile    training.Profile
	Activities []training.Activity
	CheckIns   []training.CheckIn
	Wish       string
	Situation  string  // that bends the plan, empty for none
	Habit      []Habit // the week that the history repeats
}

// Habit is a session of a usual week.
type Habit struct {
	Weekday training.Weekday
	Start   training.LocalTime
	Sport   training.Sport
	Minutes int
	Speed   float64 // km/h, 0 where no distance is known
	Factor  float64 // intensity factor
	High    int     // minutes of high intensity
	LegSets int
}

// kind is what athletes of one sort have in common.
type kind struct {
	name     string
	sport    training.Sport // of the event
	event    string         // its name, empty for none
	meters   float64
	priority training.Priority
	levels   []training.Level
	goal     string
	days     []int // to the event
	age      int   // years, 0 for unknown
	week     func(size float64) []Habit
}

// HistoryWeeks is how many weeks are behind every athlete that has a history.
const HistoryWeeks = 8

// Speeds in km/h of easy training by sport.
const (
	running  = 10.5
	riding   = 27.0
	swimming = 2.6
	rowing   = 11.0
)

func run(day training.Weekday, minutes int, factor float64, high int) Habit {
	return Habit{Weekday: day, Start: 7 * 60, Sport: training.Run, Minutes: minutes, Speed: running * factor / 0.72, Factor: factor, High: high}
}

func ride(day training.Weekday, minutes int, factor float64, high int) Habit {
	return Habit{Weekday: day, Start: 9 * 60, Sport: training.Ride, Minutes: minutes, Speed: riding * factor / 0.68, Factor: factor, High: high}
}

func swim(day training.Weekday, minutes int, factor float64, high int) Habit {
	return Habit{Weekday: day, Start: 6*60 + 30, Sport: training.Swim, Minutes: minutes, Speed: swimming, Factor: factor, High: high}
}

func row(day training.Weekday, minutes int, factor float64, high int) Habit {
	return Habit{Weekday: day, Start: 18 * 60, Sport: training.Row, Minutes: minutes, Speed: rowing, Factor: factor, High: high}
}

func lift(day training.Weekday, minutes, legSets int) Habit {
	return Habit{Weekday: day, Start: 18 * 60, Sport: training.Strength, Minutes: minutes, Factor: 0.72, LegSets: legSets}
}

// Usual weeks by how many sessions they have. Size stretches them.
func runner(size float64) []Habit {
	list := []Habit{
		run(training.Sunday, 70, 0.72, 0), run(training.Wednesday, 45, 0.82, 12), run(training.Tuesday, 40, 0.72, 0), run(training.Friday, 40, 0.72, 0),
		run(training.Thursday, 50, 0.74, 0), run(training.Saturday, 35, 0.72, 0),
	}
	return first(list, 3+int(3*size), size)
}

func hybrid(size float64) []Habit {
	list := []Habit{
		run(training.Sunday, 65, 0.72, 0), lift(training.Monday, 50, 8), run(training.Wednesday, 45, 0.82, 12), lift(training.Thursday, 50, 8),
		run(training.Saturday, 40, 0.72, 0), ride(training.Friday, 50, 0.66, 0),
	}
	return first(list, 4+int(2*size), size)
}

func cyclist(size float64) []Habit {
	list := []Habit{
		ride(training.Saturday, 130, 0.68, 0), ride(training.Tuesday, 60, 0.85, 14), ride(training.Thursday, 60, 0.72, 0), ride(training.Sunday, 90, 0.68, 0),
		ride(training.Wednesday, 45, 0.62, 0),
	}
	return first(list, 3+int(2*size), size)
}

func triathlete(size float64) []Habit {
	list := []Habit{
		ride(training.Saturday, 120, 0.68, 0), run(training.Sunday, 65, 0.72, 0), swim(training.Monday, 45, 0.85, 0), swim(training.Thursday, 45, 0.9, 10),
		run(training.Wednesday, 45, 0.8, 10), ride(training.Tuesday, 60, 0.8, 12), run(training.Friday, 35, 0.72, 0), swim(training.Saturday, 40, 0.85, 0),
		ride(training.Friday, 60, 0.66, 0), lift(training.Monday, 30, 4),
	}
	return first(list, 5+int(5*size), size)
}

func rower(size float64) []Habit {
	list := []Habit{
		row(training.Sunday, 55, 0.68, 0), row(training.Tuesday, 50, 0.85, 15), row(training.Thursday, 45, 0.68, 0), lift(training.Friday, 45, 6),
		row(training.Saturday, 45, 0.7, 0),
	}
	return first(list, 3+int(2*size), size)
}

func swimmer(size float64) []Habit {
	list := []Habit{
		swim(training.Monday, 60, 0.88, 10), swim(training.Wednesday, 60, 0.85, 0), swim(training.Friday, 55, 0.9, 14), swim(training.Sunday, 70, 0.84, 0),
		lift(training.Tuesday, 30, 2),
	}
	return first(list, 3+int(2*size), size)
}

func lifter(size float64) []Habit {
	list := []Habit{
		lift(training.Monday, 60, 10), lift(training.Tuesday, 60, 0), lift(training.Thursday, 60, 10), lift(training.Friday, 60, 0),
		run(training.Saturday, 25, 0.7, 0), row(training.Wednesday, 25, 0.66, 0),
	}
	return first(list, 3+int(3*size), size)
}

func beginner(size float64) []Habit {
	list := []Habit{run(training.Sunday, 28, 0.7, 0), run(training.Tuesday, 25, 0.7, 0), run(training.Thursday, 25, 0.7, 0)}
	return first(list, 2+int(1.5*size), 1)
}

func nothing(float64) []Habit { return nil }

// first takes some habits of a week and stretches them, to five minutes.
func first(list []Habit, n int, size float64) []Habit {
	list = slices.Clone(list[:min(n, len(list))])
	for i := range list {
		stretched := float64(list[i].Minutes) * (0.8 + 0.5*size)
		list[i].Minutes = max(20, 5*int(stretched/5+0.5))
	}
	return list
}

var (
	anyLevel = []training.Level{training.Novice, training.Intermediate, training.Advanced}
	trained  = []training.Level{training.Intermediate, training.Advanced}
	newcomer = []training.Level{training.Novice}
	far      = []int{12, 20, 34, 48, 62, 80, 110}
	near     = []int{3, 5, 6, 9, 13}
)

const (
	endurance = training.PriorityEndurance
	both      = training.PriorityHybrid
	strength  = training.PriorityStrength
)

var kinds = []kind{
	{"5 km", training.Run, "City 5 km", 5000, endurance, anyLevel, "faster over 5 km", far, 30, runner},
	{"10 km", training.Run, "River 10 km", 10000, endurance, anyLevel, "10 km", far, 34, runner},
	{"10 km hybrid", training.Run, "Autumn 10 km", 10000, both, trained, "10 km and stay strong", far, 36, hybrid},
	{"half marathon", training.Run, "Half marathon", 21098, endurance, trained, "half marathon", far, 40, runner},
	{"marathon", training.Run, "Marathon", 42195, endurance, trained, "marathon", far, 38, runner},
	{"ultra", training.Run, "100 km trail", 100000, endurance, trained, "finish 100 km", far, 42, runner},
	{"race week", training.Run, "Marathon", 42195, endurance, trained, "marathon", near, 35, runner},
	{"time trial", training.Ride, "Time trial 40 km", 40000, endurance, trained, "time trial", far, 33, cyclist},
	{"criterium", training.Ride, "Criterium", 45000, endurance, trained, "criterium racing", far, 27, cyclist},
	{"fondo", training.Ride, "Gran fondo 130 km", 130000, endurance, trained, "gran fondo", far, 45, cyclist},
	{"olympic triathlon", training.Other, "Olympic triathlon", 51500, endurance, trained, "olympic triathlon", far, 35, triathlete},
	{"middle distance", training.Other, "70.3 triathlon", 113000, endurance, trained, "70.3", far, 39, triathlete},
	{"full distance", training.Other, "Ironman", 226000, endurance, []training.Level{training.Advanced}, "ironman", far, 41, triathlete},
	{"HYROX", training.Other, "HYROX", 0, both, trained, "HYROX", far, 31, hybrid},
	{"2 km row", training.Row, "Indoor 2 km", 2000, endurance, trained, "2 km on the erg", far, 29, rower},
	{"swimmer", training.Swim, "1500 m pool race", 1500, endurance, trained, "1500 m", far, 24, swimmer},
	{"lifter", training.Strength, "", 0, strength, anyLevel, "stronger squat and bench", nil, 28, lifter},
	{"hybrid", training.Run, "", 0, both, trained, "fit and strong", nil, 44, hybrid},
	{"runner without a race", training.Run, "", 0, endurance, anyLevel, "", nil, 37, runner},
	{"cyclist without a race", training.Ride, "", 0, endurance, trained, "stay fit on the bike", nil, 52, cyclist},
	{"masters runner", training.Run, "Masters 10 km", 10000, endurance, trained, "10 km", far, 63, runner},
	{"beginner", training.Run, "First 5 km", 5000, endurance, newcomer, "couch to 5k", far, 45, beginner},
	{"nothing known", training.Run, "", 0, endurance, newcomer, "get fit", nil, 39, nothing},
	{"youth", training.Run, "Youth 3 km", 3000, endurance, newcomer, "3 km", far, 14, beginner},
}

// Make makes n athletes whose plan begins on a day, the same for the same seed.
func Make(n int, seed uint64, from training.Date) []Athlete {
	random := rand.New(rand.NewPCG(seed, 0xa7417e5))
	list := make([]Athlete, n)
	for i := range list {
		list[i] = kinds[i%len(kinds)].make(random, from)
	}
	return list
}

func (k *kind) make(random *rand.Rand, from training.Date) Athlete {
	p := training.NewProfile("Europe/Berlin")
	p.Level = k.levels[random.IntN(len(k.levels))]
	if k.priority != "" {
		p.Priority = &k.priority
	}
	if k.goal != "" {
		p.Goal = &k.goal
	}
	birth := from.AddDays(-(k.age*365 + random.IntN(300)))
	p.BirthDate = &birth
	a := Athlete{Kind: k.name, Name: fmt.Sprintf("%s, %s", k.name, p.Level)}
	size := 0.15 + 0.85*random.Float64()
	if p.Level == training.Novice {
		size /= 3
	}
	a.Habit = k.week(size)
	thresholds(&p, random, from)
	if k.event != "" {
		away := k.days[random.IntN(len(k.days))]
		p.Events = append(p.Events, training.Event{ID: "event", Name: k.event, Date: from.AddDays(away), Sport: k.sport, Priority: training.EventA})
		if k.meters > 0 {
			p.Events[0].DistanceMeters = &k.meters
		}
		a.Name += fmt.Sprintf(", %d days out", away)
	}
	if random.IntN(3) == 0 {
		p.Availability = hours(a.Habit, random)
	}
	lifts := slices.ContainsFunc(a.Habit, func(h Habit) bool { return h.Sport == training.Strength })
	if months := map[training.Level]int{training.Intermediate: 12, training.Advanced: 36}[p.Level]; months > 0 && !lifts && int(birth)%4 != 1 { // the others say nothing of it
		p.StrengthExperienceMonths = &months
	}
	a.Profile = p
	a.Activities = history(&a, random, from)
	return a
}

// thresholds gives plausible thresholds by level.
func thresholds(p *training.Profile, random *rand.Rand, from training.Date) {
	better := map[training.Level]int{training.Novice: 0, training.Intermediate: 1, training.Advanced: 2}[p.Level]
	pace, watts, css, erg := 350-45*better+random.IntN(20), 170+50*better+random.IntN(30), 130-15*better+random.IntN(8), 150+40*better+random.IntN(20)
	measured := from.AddDays(-14 - random.IntN(20))
	p.ThresholdSecondsPerKilometer, p.FTPWatts, p.CriticalSwimSecondsPer100Meters, p.RowFTPWatts = &pace, &watts, &css, &erg
	p.MeasuredOn = &measured
}

// hours are windows of the weekdays of a usual week and one more, half as long again as what is usual there.
func hours(week []Habit, random *rand.Rand) []training.AvailabilityWindow {
	most := map[training.Weekday]int{}
	for _, h := range week {
		most[h.Weekday] += h.Minutes
	}
	most[training.Weekdays[random.IntN(7)]] += 45
	var list []training.AvailabilityWindow
	for _, day := range training.Weekdays {
		if minutes := most[day]; minutes > 0 {
			length := training.LocalTime(min(600, minutes*3/2+30))
			list = append(list, training.AvailabilityWindow{Weekday: day, From: 7 * 60, To: 7*60 + length})
		}
	}
	return list
}

// history repeats the usual week, growing a little, with a lighter week every fourth.
func history(a *Athlete, random *rand.Rand, from training.Date) []training.Activity {
	var list []training.Activity
	for back := 7 * HistoryWeeks; back >= 1; back-- {
		date := from.AddDays(-back)
		week := (back - 1) / 7
		share := 1 - 0.015*float64(week)
		if week%4 == 3 {
			share *= 0.75
		}
		for _, h := range a.Habit {
			if date.Weekday() != h.Weekday || random.IntN(20) == 0 {
				continue
			}
			list = append(list, h.done(date, share*(0.95+0.1*random.Float64())))
		}
	}
	return list
}

func (h Habit) done(date training.Date, share float64) training.Activity {
	start := h.Start
	a := training.Activity{Date: date, Start: &start, Sport: h.Sport, DurationSeconds: int(60 * share * float64(h.Minutes))}
	if h.Speed > 0 {
		meters := h.Speed * 1000 / 3600 * float64(a.DurationSeconds)
		a.DistanceMeters = &meters
	}
	if h.High > 0 {
		high := int(60 * share * float64(h.High))
		a.HighIntensitySeconds = &high
	}
	if h.Sport == training.Strength {
		legs := h.LegSets
		a.HardLegSets = &legs
	}
	a.TSS = float64(a.DurationSeconds) / 36 * h.Factor * h.Factor
	a.LoadMethod = training.RPE
	return a
}
