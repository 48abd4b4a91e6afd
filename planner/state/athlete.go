package state

import (
	"fortnight/prescribe"
	"fortnight/session"
)

// Prescribed is the athlete as workouts are written for.
func (f *Fortnight) Prescribed() *prescribe.Athlete {
	p := &f.Snapshot.Athlete.Profile
	a := &prescribe.Athlete{
		Season: &f.Brief.Athlete, Thresholds: p.Thresholds, Goal: &f.Brief.Goal, Main: f.Brief.Main, RIROnly: true, Levels: f.Brief.Next,
		Spare: f.Brief.Gates.Spare,
	}
	a.Lifter = session.Lifter{
		Level: p.Level, Age: f.Brief.Athlete.Age, Months: f.Brief.Athlete.LiftMonths(), Known: f.Brief.Lifted,
		PregnantWeek: f.Brief.Gates.PregnantWeek, PostpartumWeek: f.Brief.Gates.BirthWeek,
	}
	for _, m := range p.OneRepMaxes {
		if m.MeasuredOn > f.Run.From.AddDays(-recentMax) {
			a.RIROnly = false
		}
	}
	return a
}

// recentMax is for how many days a one-repetition maximum is good (coaching 5).
const recentMax = 120
