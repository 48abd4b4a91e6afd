package journal

import (
	"reflect"

	"fortnight/training"
)

// Act is who does what to a locked calendar.
type Act struct {
	What    training.CalendarAct
	Athlete training.UserID
	By      training.UserID // empty for an account that is gone
	Run     training.RunID  // whose plan is put on or taken off, else empty
}

// ActOf is what a change by hand is that puts one session somewhere, skips it or locks it.
func ActOf(i Image) training.CalendarAct {
	before, after := i.Before, i.After
	switch {
	case before == nil:
		return training.ActSchedule
	case after == nil:
		return training.ActRemove
	case after.Status == training.Skipped && (before.Status != training.Skipped || !reflect.DeepEqual(before.SkipReason, after.SkipReason)):
		return training.ActSkip
	case after.Lock == nil && before.Lock != nil:
		return training.ActUnlock
	case !reflect.DeepEqual(before.Lock, after.Lock):
		return training.ActLock
	case after.WorkoutID != before.WorkoutID:
		return training.ActReplace
	case !reflect.DeepEqual(before.CoachNote, after.CoachNote) || !reflect.DeepEqual(before.AthleteNote, after.AthleteNote):
		return training.ActNote
	}
	return training.ActMove
}
