package view

import (
	"fortnight/brief"
	"fortnight/planner/runs"
	"fortnight/reason"
	"fortnight/session"
	"fortnight/training"
)

// AthleteLevel is where an athlete stands on the ladder of a family of sessions, on the day before another.
type AthleteLevel struct {
	Family   *session.Family
	Standing session.Standing
	Day      training.Date // the first that it is for
}

// Levels are where the athlete stands on every ladder, in the order of the catalogue: what a plan of days from a day on begins with. The
// snapshot is one of SeasonDays from there.
func Levels(s runs.Snapshot, from training.Date) []AthleteLevel {
	h := plainDays(s, from, SeasonDays)
	stands := brief.Levels(h.Known(h.Input(h.Locked())))
	var list []AthleteLevel
	for _, f := range session.All() {
		if f.Rungs > 0 {
			list = append(list, AthleteLevel{Family: &f, Standing: stands[f.ID], Day: from})
		}
	}
	return list
}

// Sport is that of the family's main set.
func (l *AthleteLevel) Sport() training.Sport { return l.Family.Sport }

// Level is the rung that the athlete holds.
func (l *AthleteLevel) Level() int { return l.Standing.Level }

// Rung is that rung.
func (l *AthleteLevel) Rung() *session.Rung { return &l.Family.Ladder()[l.Standing.Level-1] }

// LastDone is when something of the family was done last, nil where nothing was.
func (l *AthleteLevel) LastDone() *training.Date { return runs.OrNil(l.Standing.LastDone) }

// RungsLost is how many rungs time, illness, injury and a new threshold have cost since.
func (l *AthleteLevel) RungsLost() int { return l.Standing.Lost }

// Evidence is what the level rests on.
func (l *AthleteLevel) Evidence() *LevelEvidence { return &LevelEvidence{l.Standing.Evidence} }

// Next is the rung that comes next.
func (l *AthleteLevel) Next() *NextRung {
	next := &NextRung{Rung: &l.Family.Ladder()[l.Standing.Next-1], Words: reason.Level(l.Family, &l.Standing, l.Day)}
	if l.Standing.From > l.Day {
		next.NotBefore = &l.Standing.From
	}
	return next
}

// LevelEvidence is what a level rests on.
type LevelEvidence struct{ session.Evidence }

// DateOrNil is nil where the level is assumed.
func (e *LevelEvidence) DateOrNil() *training.Date { return runs.OrNil(e.Date) }

// RungOrNil is nil where the level is assumed.
func (e *LevelEvidence) RungOrNil() *int { return runs.OrNil(e.Evidence.Rung) }

// NextRung is the rung that comes next, and why. NotBefore is nil where it may come at once.
type NextRung struct {
	Rung      *session.Rung
	Words     string
	NotBefore *training.Date
}
