package journal

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/postgres"
	"fortnight/training"
)

// Images are what an act changes on a calendar: all of it is done or taken back, or nothing. They are stored. Lost are the days that an act
// changed which was too large to be stored; then there is nothing else.
type Images struct {
	Sessions   []Image         `json:"sessions,omitempty"`
	Activities []ActivityImage `json:"activities,omitempty"`
	Locks      []LockImage     `json:"locks,omitempty"`
	Lost       []training.Date `json:"lost,omitempty"`
}

// Image is a session before and after a change; nil is where it does not stand on the calendar. Done is the revision of its workout where
// the change has what is done or skipped no longer be so, else 0.
type Image struct {
	Before *training.PlannedSession `json:"before,omitempty"`
	After  *training.PlannedSession `json:"after,omitempty"`
	Done   int                      `json:"done,omitempty"`

	// Unlocked has the change made whatever lock of the session or of a day holds it, as it was asked for by name.
	Unlocked bool `json:"unlocked,omitempty"`
}

// ActivityImage is an activity before and after a change; nil is where there is none.
type ActivityImage struct {
	Before *training.Activity `json:"before,omitempty"`
	After  *training.Activity `json:"after,omitempty"`
}

// LockImage is the lock of a day before and after a change; nil is where the day is not locked.
type LockImage struct {
	Date   training.Date `json:"date"`
	Before *DayLock      `json:"before,omitempty"`
	After  *DayLock      `json:"after,omitempty"`
}

// DayLock is who locked a day, empty for an account that is gone, and when.
type DayLock struct {
	By training.UserID `json:"by,omitempty"`
	At time.Time       `json:"at"`
}

// Either is the session before the change, or after it where it was not there before.
func (i Image) Either() training.PlannedSession {
	if i.Before != nil {
		return *i.Before
	}
	return *i.After
}

func (i ActivityImage) either() training.Activity {
	if i.Before != nil {
		return *i.Before
	}
	return *i.After
}

// days are those on which something changes.
func (i ActivityImage) days() []training.Date {
	var days []training.Date
	for _, a := range []*training.Activity{i.Before, i.After} {
		if a != nil {
			days = append(days, a.Date)
		}
	}
	return days
}

// days are those on which something changes.
func (i Image) days() []training.Date {
	var days []training.Date
	if i.Before != nil {
		days = append(days, i.Before.Date)
	}
	if i.After != nil && !slices.Contains(days, i.After.Date) {
		days = append(days, i.After.Date)
	}
	return days
}

// reopens tells whether what is done or skipped no longer is so after the change.
func (i Image) reopens() bool {
	return i.Before != nil && i.Before.Status != training.Planned && (i.After == nil || i.After.Status == training.Planned)
}

// takesHistory tells whether what was done or skipped no longer is so after the change, or is done by another activity.
func (i Image) takesHistory() bool {
	before, after := i.Before, i.After
	if before == nil || before.Status == training.Planned {
		return false
	}
	return after == nil || after.Status != before.Status || before.ActivityID != "" && after.ActivityID != before.ActivityID
}

// Empty tells whether nothing changes.
func (all Images) Empty() bool { return len(all.Sessions)+len(all.Activities)+len(all.Locks) == 0 }

// days are all on which something changes, each once and in order.
func (all Images) days() []training.Date {
	days := slices.Clone(all.Lost)
	for _, i := range all.Sessions {
		days = append(days, i.days()...)
	}
	for _, i := range all.Activities {
		days = append(days, i.days()...)
	}
	for _, l := range all.Locks {
		days = append(days, l.Date)
	}
	slices.Sort(days)
	return slices.Compact(days)
}

// check is a *ConflictError where a change of place or content meets what is done, a lock of the session or a locked day.
func (i Image) check(locked map[training.Date]DayLock) error {
	before, after := i.Before, i.After
	moved := before == nil || after == nil || before.Date != after.Date
	restarted := moved || before.Start != after.Start
	replaced := before == nil || after == nil || before.WorkoutID != after.WorkoutID
	if !restarted && !replaced {
		return nil
	}
	for _, day := range i.days() {
		if _, is := locked[day]; is && !i.Unlocked {
			return postgres.Conflict("%s is locked: nothing is added, moved or taken away on it", day)
		}
	}
	if before == nil {
		return nil
	}
	if before.Status != training.Planned {
		return Settled(*before)
	}
	if before.Lock != nil && !i.Unlocked && before.Lock.Holds(moved, restarted, replaced) {
		return postgres.Conflict("the session of %s at %s is locked (%s): unlock it first", before.Date, before.Start, *before.Lock)
	}
	return nil
}

// Settled is a *ConflictError: what is done or skipped is not changed.
func Settled(s training.PlannedSession) error {
	return postgres.Conflict("the session of %s at %s is %s: what is done stays as it is", s.Date, s.Start, s.Status)
}

// noteGone notes what changes take away, and the days whose locks they change: what has been taken back is told by no act.
func noteGone(ctx context.Context, tx bun.Tx, athlete training.UserID, all Images) error {
	var (
		sessions   []training.SessionID
		activities []training.ActivityID
		days       []string
	)
	for _, s := range all.Sessions {
		if s.After == nil {
			sessions = append(sessions, s.Before.ID)
		}
	}
	for _, a := range all.Activities {
		if a.After == nil {
			activities = append(activities, a.Before.ID)
		}
	}
	for _, l := range all.Locks {
		days = append(days, training.PlanDay{AthleteID: athlete, Date: l.Date}.ID())
	}
	return errors.Join(
		access.NoteRemoved(ctx, tx, athlete, access.KindSession, sessions...), access.NoteRemoved(ctx, tx, athlete, access.KindActivity, activities...),
		access.NoteRemoved(ctx, tx, athlete, access.KindDay, days...),
	)
}
