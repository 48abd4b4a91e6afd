package calendars

import (
	"context"

	"github.com/uptrace/bun"

	"fortnight/db/athletes"
	"fortnight/db/journal"
	"fortnight/planner/runs"
	"fortnight/training"
)

// keptSnapshot is a snapshot with what tells whether it is what would be read now.
type keptSnapshot struct {
	runs.Snapshot

	within   span
	workouts int // the sum of the revisions of its sessions' workouts
}

// Snapshot reads what there is to know of an athlete for days days from from, whoever asks, within a transaction.
func (store *Reader) Snapshot(ctx context.Context, tx bun.Tx, athlete training.UserID, from training.Date, days int) (runs.Snapshot, error) {
	kept, err := store.read(ctx, tx, athlete, from, days)
	return kept.Snapshot, err
}

func (store *Reader) read(ctx context.Context, tx bun.Tx, athlete training.UserID, from training.Date, days int) (keptSnapshot, error) {
	user, err := athletes.ReadUser(ctx, tx, athlete)
	if err != nil {
		return keptSnapshot{}, err
	}
	now := store.db.Now()
	today := athletes.DayOf(user.Profile, now)
	within := spanOf(today, from, days)
	s := keptSnapshot{Snapshot: runs.Snapshot{Athlete: user, Now: now, Today: today}, within: within}
	if err := tx.NewRaw("SELECT revision FROM calendars WHERE athlete_id = ?", athlete).Scan(ctx, &s.Revision); err != nil {
		return keptSnapshot{}, err
	}
	for _, read := range []func() error{
		func() (err error) { s.Activities, err = activitiesWithin(ctx, tx, athlete, within); return err },
		func() (err error) {
			s.Sessions, s.workouts, err = store.sessionsWithin(ctx, tx, user, within)
			return err
		},
		func() (err error) {
			s.Sessions, err = store.WithFulfilled(ctx, tx, user, s.Sessions, s.Activities)
			return err
		},
		func() (err error) { s.Past, err = pastBefore(ctx, tx, athlete, within.oldest); return err },
		func() (err error) { s.LockedDays, err = locksWithin(ctx, tx, athlete, within); return err },
		func() (err error) {
			s.CheckIns, err = athletes.CheckInsWithin(ctx, tx, athlete, within.first, within.last)
			return err
		},
		func() (err error) { s.Overrides, err = athletes.ReadOverrides(ctx, tx, athlete); return err },
		func() (err error) { s.Restrictions, err = athletes.RestrictionsOf(ctx, tx, athlete); return err },
	} {
		if err := read(); err != nil {
			return keptSnapshot{}, err
		}
	}
	return s, nil
}

func locksWithin(ctx context.Context, from bun.IDB, athlete training.UserID, within span) ([]training.Date, error) {
	var days []training.Date
	err := from.NewSelect().TableExpr("day_locks AS l").Column("l.date").Where("l.athlete_id = ?", athlete).
		Where("l.date BETWEEN ? AND ?", within.first, within.last).OrderExpr("l.date").Scan(ctx, &days)
	return days, err
}

// pastRow is something that was done, by its load.
type pastRow struct {
	Date  training.Date  `bun:"date"`
	Sport training.Sport `bun:"sport"`
	TSS   float64        `bun:"tss"`
}

// pastBefore are the loads of all that was done before a day, as far as it counts: activities, and sessions that none fulfils.
func pastBefore(ctx context.Context, from bun.IDB, athlete training.UserID, day training.Date) ([]training.PastLoad, error) {
	var rows []pastRow
	err := from.NewRaw(`SELECT a.date, a.sport, a.tss FROM activities AS a WHERE a.athlete_id = ?0 AND a.date < ?1 AND a.duplicate_of IS NULL
		UNION ALL
		SELECT s.date, w.sport, s.result_tss FROM planned_sessions AS s JOIN workouts AS w ON w.id = s.workout_id
		WHERE s.athlete_id = ?0 AND s.date < ?1 AND s.status = ?2 AND NOT EXISTS (SELECT FROM activities AS a WHERE a.athlete_id = s.athlete_id AND a.session_id = s.id)
		ORDER BY date, sport, tss`, athlete, day, training.Completed).Scan(ctx, &rows)
	past := make([]training.PastLoad, len(rows))
	for i, row := range rows {
		past[i] = training.PastLoad(row)
	}
	return past, err
}

func activitiesWithin(ctx context.Context, from bun.IDB, athlete training.UserID, within span) ([]training.Activity, error) {
	var rows []journal.ActivityRow
	err := from.NewSelect().Model(&rows).Where("a.athlete_id = ?", athlete).
		Where("a.date BETWEEN ? AND ?", within.oldest, within.last).
		OrderExpr("a.date, coalesce(a.start, '00:00'::time), a.id").Scan(ctx)
	return journal.ActivitiesOf(rows), err
}
