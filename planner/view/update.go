package view

import (
	"reflect"
	"time"

	"fortnight/training"
)

// CalendarUpdate is what a change has made of a calendar: as it is now, and which of its days are other than they were.
type CalendarUpdate struct {
	Calendar *CalendarView
	Days     []training.PlanDay // in order
}

// AthleteID is whose it is.
func (u *CalendarUpdate) AthleteID() training.UserID { return u.Calendar.Athlete.ID }

// Revision is the calendar's.
func (u *CalendarUpdate) Revision() int { return u.Calendar.Snapshot.Revision }

// Told is a calendar as somebody has been told of it; its zero value is nothing yet.
type Told struct {
	revision int
	today    training.Date // the athlete's: what is past, and what is asked of the days, goes by it
	zone     *time.Location
	days     map[training.Date]training.PlanDay
	lifted   []training.LiftDone
}

// Update is what is to be told of a calendar where days of it were written to; none are all. It is nil where it is as it was told before. Days that
// are lifted on are told as well where other lifts are behind them, by which their weights go.
func (t *Told) Update(now *CalendarView, written []training.Date) *CalendarUpdate {
	days, lifted := now.Days(), training.LiftsDone(now.Sessions, now.Activities)
	again := reflect.DeepEqual(lifted, t.lifted)
	update := &CalendarUpdate{Calendar: now}
	is := make(map[training.Date]bool, len(written))
	for _, day := range written {
		is[day] = true
	}
	same := true
	for _, day := range days {
		was, told := t.days[day.Date]
		other := !told || !reflect.DeepEqual(was, day)
		same = same && !other
		if other || len(written) == 0 || is[day.Date] || !again && lifts(now, day.Date) {
			update.Days = append(update.Days, day)
		}
	}
	if same && again && t.revision == now.Snapshot.Revision && t.today == now.Today {
		return nil
	}
	*t = told(now, days, lifted)
	return update
}

// ToldOf is a calendar that somebody has as it is.
func ToldOf(now *CalendarView) Told {
	return told(now, now.Days(), training.LiftsDone(now.Sessions, now.Activities))
}

// Turns is when the day turns for the athlete, with which the calendar is another; the zero time where nothing was told yet.
func (t *Told) Turns() time.Time {
	if t.zone == nil {
		return time.Time{}
	}
	return t.today.AddDays(1).At(0, t.zone)
}

func told(now *CalendarView, days []training.PlanDay, lifted []training.LiftDone) Told {
	t := Told{now.Snapshot.Revision, now.Today, now.Athlete.Profile.Location(), make(map[training.Date]training.PlanDay, len(days)), lifted}
	for _, day := range days {
		t.days[day.Date] = day
	}
	return t
}

// lifts tells whether a session of a day has lifts.
func lifts(of *CalendarView, day training.Date) bool {
	for i := range of.Sessions {
		if s := &of.Sessions[i]; s.Date == day && (s.Sport == training.Strength || len(s.Load.Demand.Exercises) > 0) {
			return true
		}
	}
	return false
}
