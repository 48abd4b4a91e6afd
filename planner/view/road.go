package view

import (
	"fmt"
	"slices"

	"fortnight/brief"
	"fortnight/planner/runs"
	"fortnight/planner/stage"
	"fortnight/planner/state"
	"fortnight/prescribe"
	"fortnight/reason"
	"fortnight/season"
	"fortnight/session"
	"fortnight/training"
)

// Season is the road to what an athlete trains for: the weeks of the fortnight from a day on as a plan without a wish would shape them, and
// those after it as they would be if all went as planned, up to the event, else eight of them. Event is the one that it leads to, nil for
// none, and DaysToEvent how far it is from the first day.
type Season struct {
	AthleteID   training.UserID
	From        training.Date
	Goal        runs.UnderstoodGoal
	Event       *training.Event
	DaysToEvent *int
	Weeks       []SeasonWeek
	Notes       []season.Note
}

// SeasonWeek is what a week of a season is to hold, without the days of single sessions. LongMinutes are of its long session, nil for none,
// LongMeters how far that goes for the athlete, nil where nobody knows; KeyFamilies are of its key sessions, the most important first. Preview tells that it comes after
// the fortnight.
type SeasonWeek struct {
	StartsOn    training.Date
	Phase       session.Phase
	Reason      string
	StepBack    bool
	Preview     bool
	Minutes     int
	LongMinutes *int
	LongMeters  *float64
	KeyFamilies []string
	Lift        *SeasonLift
}

// SeasonLift is how the lift that a goal names is trained in the session of a week that it leads: sets of so many repetitions, both ends alike where
// that is no range, with so many in reserve. Kilograms are those of the athlete's maximum, nil where that is not known or too old.
type SeasonLift struct {
	ExerciseID      training.ExerciseID
	Sets            int
	RepetitionsLow  int
	RepetitionsHigh int
	RepsInReserve   int
	Kilograms       *float64
}

// Exercise is the one that is lifted.
func (l *SeasonLift) Exercise() *training.Exercise {
	e, known := training.FindExercise(l.ExerciseID)
	if !known {
		return nil
	}
	return &e
}

// SeasonDays is how many days from its first one a season needs a snapshot of: those that a plan has where nobody says how many.
const SeasonDays = 14

// Road is the athlete's road from a day on. The snapshot is one of SeasonDays from there.
func Road(s runs.Snapshot, from training.Date) (Season, error) {
	f := state.Fortnight{Horizon: plainDays(s, from, SeasonDays)}
	f.Settle()
	b, weeks, err := brief.Road(f.BriefInput(f.Input(f.Locked())))
	if err != nil {
		return Season{}, fmt.Errorf("look along the season: %w", err)
	}
	road := Season{AthleteID: s.Athlete.ID, From: from, Goal: runs.GoalOf(b), Weeks: make([]SeasonWeek, len(weeks.Weeks)), Notes: weeks.Notes}
	if aim := weeks.Aim; aim != nil {
		events := s.Athlete.Profile.Events
		days := int(aim.Date - from)
		road.Event, road.DaysToEvent = &events[slices.IndexFunc(events, func(e training.Event) bool { return e.ID == aim.ID })], &days
	}
	f.Brief = b
	who := f.Prescribed()
	for i := range weeks.Weeks {
		road.Weeks[i] = seasonWeek(&weeks.Weeks[i])
		road.Weeks[i].Lift = liftOf(&f, who, &weeks.Weeks[i])
		road.Weeks[i].LongMeters = longMeters(who, &weeks.Weeks[i])
	}
	return road, nil
}

// liftOf is how a week trains the lift of the goal: as the first of its sessions that serve it is written for the athlete, nil where none does.
func liftOf(f *state.Fortnight, who *prescribe.Athlete, w *season.Week) *SeasonLift {
	if len(f.Brief.Goal.Lifts) == 0 {
		return nil
	}
	for i := range w.Slots {
		s := &w.Slots[i]
		if !s.Serves || s.Lock > 0 {
			continue
		}
		for _, p := range prescribe.For(s, 0, longestLift, who)[:1] {
			g := stage.GoalLift(&f.Brief.Goal, &p.Workout)
			if g == nil {
				continue
			}
			lift := &SeasonLift{ExerciseID: g.Exercise, Sets: g.Sets, RepetitionsLow: g.Low, RepetitionsHigh: g.High, RepsInReserve: g.Reserve}
			if kg, known := stage.ByMaximum(f, &p.Workout, g.Exercise); known && !who.RIROnly {
				lift.Kilograms = &kg
			}
			return lift
		}
	}
	return nil
}

// longMeters is how far the long session of a week goes as it is written for the athlete: what its workout says once it is planned.
func longMeters(who *prescribe.Athlete, w *season.Week) *float64 {
	for i := range w.Slots {
		s := &w.Slots[i]
		if s.Role != season.L || s.Lock > 0 {
			continue
		}
		for _, p := range prescribe.For(s, 0, s.Most+s.Minutes, who)[:1] {
			return p.Workout.DistanceMeters
		}
	}
	return nil
}

// longestLift is the longest that a lift may be written for a week of which nobody knows the hours, in minutes.
const longestLift = 90

func seasonWeek(w *season.Week) SeasonWeek {
	week := SeasonWeek{
		StartsOn: w.First, Phase: w.Standing.Phase, Reason: reason.Phase(&w.Standing, w.First), StepBack: w.StepBack, Preview: w.Preview, Minutes: w.Minutes,
		LongMinutes: runs.OrNil(w.Long), KeyFamilies: []string{},
	}
	for _, id := range w.Keys() {
		if id != "" { // what stands already may be of none
			week.KeyFamilies = append(week.KeyFamilies, string(id))
		}
	}
	return week
}

// standingsOf are where the weeks of some days stand: what a plan for the same days says of them.
func standingsOf(s runs.Snapshot, from training.Date, days int) ([]season.Standing, error) {
	h := plainDays(s, from, days)
	list, err := brief.Standings(h.Known(h.Input(h.Locked())))
	if err != nil {
		return nil, fmt.Errorf("look where the weeks stand: %w", err)
	}
	return list, nil
}

// plainDays are those that a plan which asks for nothing else would have.
func plainDays(s runs.Snapshot, from training.Date, days int) state.Horizon {
	return state.Horizon{Run: runs.Run{Request: runs.Request{AthleteID: s.Athlete.ID, From: from, Days: days}}, Snapshot: s}
}

// Families are those of KeyFamilies.
func (w SeasonWeek) Families() []session.Family {
	families := make([]session.Family, 0, len(w.KeyFamilies))
	for _, id := range w.KeyFamilies {
		if family, known := session.Find(session.ID(id)); known {
			families = append(families, family)
		}
	}
	return families
}
