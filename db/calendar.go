package db

import (
	"context"
	"slices"
	"strings"

	"github.com/uptrace/bun"

	"fortnight/planner/runs"
	"fortnight/rules"
	"fortnight/training"
)

// MaxSessionsOfDay is how many sessions may stand on one day of a calendar.
const MaxSessionsOfDay = 12

// wholeDays is how far back from today what was done is read with all that is known of it; of what was done before, the load alone.
const wholeDays = 400

// calendarChannel announces changed days. Its payload is the athlete's id and, after a space, the days; without days, any may have changed.
const calendarChannel = "calendar"

// lockCalendar locks an athlete's calendar, so that changes of what feeds the plan come one after the other, and returns its revision.
// It is ErrNotFound unless the athlete is the viewer or granted the viewer. It is the first lock of every such transaction.
func lockCalendar(ctx context.Context, tx bun.Tx, viewer, athlete training.UserID) (revision int, err error) {
	if !canonical(athlete) {
		return 0, ErrNotFound
	}
	err = tx.NewSelect().TableExpr("calendars AS c").Column("c.revision").Where("c.athlete_id = ?", athlete).
		Apply(accessible("c.athlete_id", viewer)).For("UPDATE OF c").Scan(ctx, &revision)
	return revision, wrap("lock calendar", err)
}

// touch gives a locked calendar its next revision and announces the days that changed; no days say that any may have. Every write that
// feeds the plan ends with it.
func touch(ctx context.Context, tx bun.Tx, athlete training.UserID, days ...training.Date) error {
	_, err := tx.NewRaw(`WITH next AS (UPDATE calendars SET revision = revision + 1 WHERE athlete_id = ? RETURNING revision)
		SELECT revision FROM next, pg_notify(?, ?)`, athlete, calendarChannel, calendarPayload(athlete, days)).Exec(ctx)
	return err
}

// maxNotifiedDays keeps the payload below the 8,000 bytes that a notification may have.
const maxNotifiedDays = 600

func calendarPayload(athlete training.UserID, days []training.Date) string {
	days = slices.Compact(slices.Sorted(slices.Values(days)))
	if len(days) > maxNotifiedDays {
		days = nil
	}
	texts := make([]string, len(days))
	for i, day := range days {
		texts[i] = day.String()
	}
	return strings.TrimRight(string(athlete)+" "+strings.Join(texts, ","), " ")
}

// LockDay locks a day of a calendar or unlocks it: on a locked day nothing is added, moved or taken away. Doing so twice changes nothing.
func (db *DB) LockDay(ctx context.Context, viewer, athlete training.UserID, date training.Date, locked bool) error {
	return db.inTx(ctx, "lock day", func(ctx context.Context, tx bun.Tx) error {
		if _, err := lockCalendar(ctx, tx, viewer, athlete); err != nil {
			return err
		}
		locks, err := locksAmong(ctx, tx, athlete, []training.Date{date})
		if err != nil {
			return err
		}
		was, is := locks[date]
		switch {
		case is == locked:
			return nil
		case locked:
			after := dayLock{By: viewer, At: db.now()}
			return db.enact(ctx, tx, act{what: training.ActLockDay, athlete: athlete, by: viewer}, images{Locks: []lockImage{{Date: date, After: &after}}})
		}
		return db.enact(ctx, tx, act{what: training.ActUnlockDay, athlete: athlete, by: viewer}, images{Locks: []lockImage{{Date: date, Before: &was}}})
	})
}

// CalendarSnapshot reads what there is to know of an athlete for days days from from, at one instant, else ErrNotFound.
func (db *DB) CalendarSnapshot(ctx context.Context, viewer, athlete training.UserID, from training.Date, days int) (runs.Snapshot, error) {
	key := snapshotKey{athlete, from, days}
	snapshot, known := db.knownSnapshot(key)
	stands, err := db.stands(ctx, viewer, athlete, snapshot)
	if err != nil || known && stands {
		return snapshot.Snapshot, wrap("read calendar", err)
	}
	err = db.atOneInstant(ctx, "read calendar", func(ctx context.Context, tx bun.Tx) error {
		snapshot, err = db.readSnapshot(ctx, tx, athlete, from, days)
		return err
	})
	if err == nil {
		db.keepSnapshot(key, snapshot)
	}
	return snapshot.Snapshot, err
}

// Snapshot reads an athlete's inputs for a run. Sessions and activities reach from rules.HistoryDays before the plan, or before today
// where that is earlier, to its last day or today; activities and completed sessions wholeDays back, and their loads to the first.
func (db *DB) Snapshot(ctx context.Context, athlete training.UserID, from training.Date, days int) (runs.Snapshot, error) {
	return db.CalendarSnapshot(ctx, athlete, athlete, from, days)
}

// span is what a snapshot reads of a calendar: loads up to its oldest day, what was done from there on, all else from its first.
type span struct{ oldest, first, last training.Date }

// spanOf reaches to today at least: the seed of fitness rests on days that may come after those that are looked at.
func spanOf(today, from training.Date, days int) span {
	first := min(from, today).AddDays(-rules.HistoryDays)
	return span{oldest: min(first, today.AddDays(-wholeDays)), first: first, last: max(today, from.AddDays(days-1))}
}

func (db *DB) readSnapshot(ctx context.Context, tx bun.Tx, athlete training.UserID, from training.Date, days int) (keptSnapshot, error) {
	user, err := readUser(ctx, tx, athlete)
	if err != nil {
		return keptSnapshot{}, err
	}
	now := db.now()
	today := dayIn(user.Profile, now)
	within := spanOf(today, from, days)
	s := keptSnapshot{Snapshot: runs.Snapshot{Athlete: user, Now: now, Today: today}, within: within}
	if err := tx.NewRaw("SELECT revision FROM calendars WHERE athlete_id = ?", athlete).Scan(ctx, &s.Revision); err != nil {
		return keptSnapshot{}, err
	}
	for _, read := range []func() error{
		func() (err error) { s.Activities, err = activitiesWithin(ctx, tx, athlete, within); return err },
		func() (err error) { s.Sessions, s.workouts, err = db.sessionsWithin(ctx, tx, user, within); return err },
		func() (err error) {
			s.Sessions, err = db.withFulfilled(ctx, tx, user, s.Sessions, s.Activities)
			return err
		},
		func() (err error) { s.Past, err = pastBefore(ctx, tx, athlete, within.oldest); return err },
		func() (err error) { s.LockedDays, err = locksWithin(ctx, tx, athlete, within); return err },
		func() (err error) { s.CheckIns, err = checkInsWithin(ctx, tx, athlete, within); return err },
		func() (err error) { s.Overrides, err = readOverrides(ctx, tx, athlete); return err },
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
		WHERE s.athlete_id = ?0 AND s.date < ?1 AND s.status = ?2 AND NOT EXISTS (SELECT FROM activities AS a WHERE a.session_id = s.id)
		ORDER BY date, sport, tss`, athlete, day, training.Completed).Scan(ctx, &rows)
	past := make([]training.PastLoad, len(rows))
	for i, row := range rows {
		past[i] = training.PastLoad(row)
	}
	return past, err
}
