package journal

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/postgres"
	"fortnight/db/workouts"
	"fortnight/training"
)

// Reversals are the changes that take changes of a locked calendar back, or a *ConflictError that says what has moved since. What comes back consists of
// what may stand on the calendar, and is said as it was when the calendar had a revision, but for what is known to be other since.
func Reversals(ctx context.Context, tx bun.Tx, at time.Time, athlete training.UserID, since int, all Images) (Images, error) {
	now, err := readNow(ctx, tx, athlete, all)
	if err != nil {
		return Images{}, err
	}
	now.follow(all.Sessions)
	back, err := now.reversed(all)
	if err != nil {
		return Images{}, err
	}
	var come []training.WorkoutID
	for _, i := range back.Sessions {
		if i.comes() {
			come = append(come, i.After.WorkoutID)
		}
	}
	instead, err := workouts.Return(ctx, tx, at, athlete, come)
	if err != nil {
		return Images{}, err
	}
	for n, i := range back.Sessions {
		if !i.comes() {
			continue
		}
		if copied, is := instead[i.After.WorkoutID]; is {
			back.Sessions[n].After = withWorkout(*i.After, copied)
		}
	}
	return back, ungrounded(ctx, tx, athlete, since, back.Sessions)
}

// ungrounded has what comes back say nothing that rests on a profile or on events that have changed since a revision.
func ungrounded(ctx context.Context, tx bun.Tx, athlete training.UserID, since int, changes []Image) error {
	var other struct{ Profile, Events bool }
	err := tx.NewRaw(`SELECT u.profile_revision > ?1 AS profile, EXISTS (SELECT FROM events AS e WHERE e.athlete_id = ?0 AND e.changed_revision > ?1)
			OR EXISTS (SELECT FROM removed_things AS r WHERE r.athlete_id = ?0 AND r.type = ?2 AND r.revision > ?1) AS events
		FROM users AS u WHERE u.id = ?0`, athlete, since, access.KindEvent).Scan(ctx, &other)
	if err != nil {
		return err
	}
	var grounds []training.Ground
	if other.Profile {
		grounds = append(grounds, training.OnThresholds, training.OnHours)
	}
	if other.Events {
		grounds = append(grounds, training.OnEvents)
	}
	for n, i := range changes {
		if i.After != nil && i.After.RestsOn(grounds...) {
			after := *i.After
			after.Ungrounded()
			changes[n].After = &after
		}
	}
	return nil
}

// comes tells whether a change puts a workout onto a calendar that is still to be done.
func (i Image) comes() bool {
	return i.After != nil && i.After.Status == training.Planned && (i.Before == nil || i.Before.WorkoutID != i.After.WorkoutID)
}

// present is what changes are compared with before they are taken back.
type present struct {
	sessions   map[training.SessionID]training.PlannedSession
	activities map[training.ActivityID]training.Activity
	locks      map[training.Date]DayLock
	origins    map[training.WorkoutID]training.WorkoutID // what the workouts of the changes and of the sessions were first copied from, or they
	revisions  map[training.WorkoutID]int                // of the workouts of the sessions
}

func readNow(ctx context.Context, tx bun.Tx, athlete training.UserID, all Images) (now present, err error) {
	ids, consist := make([]training.SessionID, len(all.Sessions)), []training.WorkoutID{}
	for i, change := range all.Sessions {
		ids[i] = change.Either().ID
		if change.After != nil {
			consist = append(consist, change.After.WorkoutID)
		}
	}
	if now.sessions, err = SessionsAmong(ctx, tx, athlete, ids); err != nil {
		return now, err
	}
	for _, s := range now.sessions {
		consist = append(consist, s.WorkoutID)
	}
	if now.activities, err = activitiesAmong(ctx, tx, athlete, all.Activities); err != nil {
		return now, err
	}
	if now.locks, err = LocksAmong(ctx, tx, athlete, all.days()); err != nil {
		return now, err
	}
	now.origins, now.revisions, err = originsOf(ctx, tx, consist)
	return now, err
}

// originsOf tells what some workouts were first copied from, themselves where they are no copies, and their revisions.
func originsOf(ctx context.Context, tx bun.Tx, ids []training.WorkoutID) (map[training.WorkoutID]training.WorkoutID, map[training.WorkoutID]int, error) {
	var rows []struct {
		ID, Origin training.WorkoutID
		Revision   int
	}
	origins, revisions := map[training.WorkoutID]training.WorkoutID{}, map[training.WorkoutID]int{}
	for _, id := range ids {
		origins[id] = id // of one that is gone nothing more is known
	}
	if len(ids) == 0 {
		return origins, revisions, nil
	}
	err := tx.NewRaw("SELECT id, coalesce(copy_of, id) AS origin, revision FROM workouts WHERE id IN (?)", bun.List(ids)).Scan(ctx, &rows)
	for _, row := range rows {
		origins[row.ID], revisions[row.ID] = row.Origin, row.Revision
	}
	return origins, revisions, err
}

// follow has changes name the copies that their sessions have got of their workouts since.
func (now present) follow(changes []Image) {
	for i, change := range changes {
		current, stands := now.sessions[change.Either().ID]
		if !stands || change.After == nil || current.WorkoutID == change.After.WorkoutID ||
			now.origins[current.WorkoutID] != now.origins[change.After.WorkoutID] {
			continue
		}
		if change.Before != nil && change.Before.WorkoutID == change.After.WorkoutID {
			changes[i].Before = withWorkout(*change.Before, current.WorkoutID)
		}
		changes[i].After = withWorkout(*change.After, current.WorkoutID)
	}
}

func withWorkout(s training.PlannedSession, id training.WorkoutID) *training.PlannedSession {
	s.WorkoutID = id
	return &s
}

// reversed are the changes that take changes back, the last of them first, or a *ConflictError that says what has moved since.
func (now present) reversed(all Images) (Images, error) {
	var (
		moved []string
		back  Images
	)
	for _, i := range all.Sessions {
		if fault := now.moved(i); fault != "" {
			moved = append(moved, fault)
		}
		back.Sessions = append(back.Sessions, Image{Before: i.After, After: i.Before, Unlocked: i.Unlocked})
	}
	for _, i := range all.Activities {
		if fault := now.movedActivity(i); fault != "" {
			moved = append(moved, fault)
		}
		back.Activities = append(back.Activities, ActivityImage{Before: i.After, After: i.Before})
	}
	for _, l := range all.Locks {
		if _, locked := now.locks[l.Date]; locked != (l.After != nil) {
			moved = append(moved, fmt.Sprintf("%s has been locked or unlocked", l.Date))
		}
		back.Locks = append(back.Locks, LockImage{Date: l.Date, Before: l.After, After: l.Before})
	}
	if len(moved) > 0 {
		return Images{}, postgres.Conflict("the calendar has changed since: %s", strings.Join(moved, "; "))
	}
	slices.Reverse(back.Sessions)
	return back, nil
}

// moved tells what keeps a change from being taken back, empty for nothing.
func (now present) moved(i Image) string {
	current, stands := now.sessions[i.Either().ID]
	session := fmt.Sprintf("the session of %s at %s ", i.Either().Date, i.Either().Start)
	if i.After != nil {
		session = fmt.Sprintf("the session of %s at %s ", i.After.Date, i.After.Start)
	}
	switch {
	case i.After == nil && stands, i.After != nil && !stands:
		return session + "has been " + came(stands)
	case stands && !reflect.DeepEqual(current.Wordless(), i.After.Wordless()): // what is said of it goes by what is known
		return session + difference(*i.After, current)
	case stands && i.Done != 0 && now.revisions[current.WorkoutID] != i.Done:
		return session + "was done with another content of its workout"
	}
	return ""
}

// movedActivity tells whether an activity is not as a change left it, empty for no.
func (now present) movedActivity(i ActivityImage) string {
	current, stands := now.activities[i.either().ID]
	activity := fmt.Sprintf("the activity of %s ", i.either().Date)
	switch {
	case stands != (i.After != nil):
		return activity + "has been " + came(stands)
	case stands && !reflect.DeepEqual(current, *i.After):
		return activity + "has been changed"
	}
	return ""
}

func came(stands bool) string {
	if stands {
		return "put back"
	}
	return "removed"
}

func difference(was, is training.PlannedSession) string {
	switch {
	case was.Status != is.Status:
		return "is " + string(is.Status)
	case was.Date != is.Date || was.Start != is.Start:
		return fmt.Sprintf("has been moved to %s at %s", is.Date, is.Start)
	case was.WorkoutID != is.WorkoutID:
		return "has another workout"
	case !reflect.DeepEqual(was.Lock, is.Lock):
		return "has been locked or unlocked"
	case !reflect.DeepEqual(was.CoachNote, is.CoachNote) || !reflect.DeepEqual(was.AthleteNote, is.AthleteNote):
		return "has another note"
	}
	return "has been changed"
}
