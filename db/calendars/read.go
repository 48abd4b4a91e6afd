package calendars

import (
	"context"
	"strings"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/schema"

	"fortnight/db/athletes"
	"fortnight/db/journal"
	"fortnight/db/postgres"
	"fortnight/planner/runs"
	"fortnight/training"
)

// Snapshot reads what there is to know of an athlete for days days from from, whoever asks, within a transaction.
func (store *Reader) Snapshot(ctx context.Context, tx bun.Tx, athlete training.UserID, from training.Date, days int) (runs.Snapshot, error) {
	key := SnapshotKey{athlete, from, days}
	kept, err := store.read(ctx, tx, athletes.ReadUsers, []SnapshotKey{key})
	if err != nil {
		return runs.Snapshot{}, err
	}
	if kept[key] == nil {
		return runs.Snapshot{}, postgres.ErrNotFound
	}
	return kept[key].Snapshot, nil
}

// userReader reads users by id: those that there are, or those whom somebody may see.
type userReader func(ctx context.Context, from bun.IDB, ids []training.UserID) ([]training.User, error)

// read reads what there is to know of some athletes, of those who are among the users. As many statements as for one do for all of them,
// unless an athlete is wanted for several spans: these come one after the other.
func (store *Reader) read(ctx context.Context, tx bun.Tx, users userReader, keys []SnapshotKey) (map[SnapshotKey]*keptSnapshot, error) {
	found := make(map[SnapshotKey]*keptSnapshot, len(keys))
	for len(keys) > 0 {
		var now, later []SnapshotKey
		met := map[training.UserID]bool{}
		for _, key := range keys {
			switch {
			case found[key] != nil:
			case met[key.Athlete]:
				later = append(later, key)
			default:
				met[key.Athlete] = true
				now = append(now, key)
			}
		}
		several, err := store.readOnce(ctx, tx, users, now)
		if err != nil {
			return nil, err
		}
		for _, s := range several {
			found[s.key] = s
		}
		keys = later
	}
	return found, nil
}

// several are snapshots of different athletes that are being read together.
type several []*keptSnapshot

func (store *Reader) readOnce(ctx context.Context, tx bun.Tx, read userReader, keys []SnapshotKey) (several, error) {
	ids := make([]training.UserID, len(keys))
	for i, key := range keys {
		ids[i] = key.Athlete
	}
	if len(ids) == 0 {
		return nil, nil
	}
	users, err := read(ctx, tx, ids)
	if err != nil || len(users) == 0 {
		return nil, err
	}
	known, now := postgres.ByID(users, func(u training.User) training.UserID { return u.ID }), store.db.Now()
	var list several
	for _, key := range keys {
		if user, is := known[key.Athlete]; is {
			today := athletes.DayOf(user.Profile, now)
			list = append(list, &keptSnapshot{
				Snapshot: runs.Snapshot{Athlete: user, Now: now, Today: today}, key: key, within: spanOf(today, key.From, key.Days),
			})
		}
	}
	for _, read := range []func(context.Context, bun.Tx, several) error{readCalendars, readActivities, store.readSessions, readPast, readAthletes} {
		if err := read(ctx, tx, list); err != nil {
			return nil, err
		}
	}
	return list, nil
}

func (list several) ids() []training.UserID {
	ids := make([]training.UserID, len(list))
	for i, s := range list {
		ids[i] = s.Athlete.ID
	}
	return ids
}

// of is the one of an athlete.
func (list several) of() map[training.UserID]*keptSnapshot {
	by := make(map[training.UserID]*keptSnapshot, len(list))
	for _, s := range list {
		by[s.Athlete.ID] = s
	}
	return by
}

// spans is the table of the athletes with their spans: k (athlete, oldest, first, last).
func (list several) spans() schema.QueryAppender {
	oldest, first, last := make([]training.Date, len(list)), make([]training.Date, len(list)), make([]training.Date, len(list))
	for i, s := range list {
		oldest[i], first[i], last[i] = s.within.oldest, s.within.first, s.within.last
	}
	return bun.SafeQuery("unnest(ARRAY[?]::uuid[], ARRAY[?]::date[], ARRAY[?]::date[], ARRAY[?]::date[]) AS k (athlete, oldest, first, last)",
		bun.List(list.ids()), bun.List(oldest), bun.List(first), bun.List(last))
}

// readCalendars reads the revisions of calendars and their locked days.
func readCalendars(ctx context.Context, tx bun.Tx, list several) error {
	var rows []struct {
		AthleteID training.UserID `bun:"athlete_id"`
		Revision  int             `bun:"revision"`
		Locked    string          `bun:"locked"`
	}
	err := tx.NewRaw(`SELECT c.athlete_id, c.revision, coalesce((SELECT string_agg(to_char(l.date, 'YYYY-MM-DD'), ' ' ORDER BY l.date) FROM day_locks AS l
		WHERE l.athlete_id = c.athlete_id AND l.date BETWEEN k.first AND k.last), '') AS locked
		FROM ? JOIN calendars AS c ON c.athlete_id = k.athlete`, list.spans()).Scan(ctx, &rows)
	of := list.of()
	for _, row := range rows {
		s := of[row.AthleteID]
		s.Revision = row.Revision
		for text := range strings.FieldsSeq(row.Locked) {
			day, fault := training.ParseDate(text)
			if fault != nil {
				return fault
			}
			s.LockedDays = append(s.LockedDays, day)
		}
	}
	return err
}

func readActivities(ctx context.Context, tx bun.Tx, list several) error {
	var rows []journal.ActivityRow
	err := tx.NewSelect().Model(&rows).Join("JOIN ?", list.spans()).JoinOn("a.athlete_id = k.athlete AND a.date BETWEEN k.oldest AND k.last").
		OrderExpr("a.date, coalesce(a.start, '00:00'::time), a.id").Scan(ctx)
	if err != nil {
		return err
	}
	of := map[training.UserID][]journal.ActivityRow{}
	for _, row := range rows {
		of[row.AthleteID] = append(of[row.AthleteID], row)
	}
	for _, s := range list {
		s.Activities = journal.ActivitiesOf(of[s.Athlete.ID])
	}
	return nil
}

// readSessions reads sessions, measured for their athletes: those of the span, completed ones further back, and those that the activities
// fulfil wherever they lie.
func (store *Reader) readSessions(ctx context.Context, tx bun.Tx, list several) error {
	var rows []PlannedRow
	err := plannedRows(tx, &rows).Join("JOIN ?", list.spans()).JoinOn("s.athlete_id = k.athlete AND s.date BETWEEN k.oldest AND k.last").
		Where("s.date >= k.first OR s.status = ?", training.Completed).Scan(ctx)
	if err != nil {
		return err
	}
	for _, s := range list {
		s.Sessions = []training.Session{}
	}
	if err := store.addMeasured(ctx, tx, list, rows); err != nil {
		return err
	}
	var missing []training.SessionID
	for _, s := range list {
		missing = append(missing, fulfilledElsewhere(s.Sessions, s.Activities)...)
	}
	if len(missing) == 0 {
		return nil
	}
	var more []PlannedRow
	err = plannedRows(tx, &more).Where("s.id IN (?)", bun.List(missing)).Where("s.athlete_id IN (?)", bun.List(list.ids())).Scan(ctx)
	if err != nil {
		return err
	}
	if err := store.addMeasured(ctx, tx, list, more); err != nil {
		return err
	}
	for _, s := range list {
		inOrder(s.Sessions)
	}
	return nil
}

func (store *Reader) addMeasured(ctx context.Context, tx bun.Tx, list several, rows []PlannedRow) error {
	planned, err := store.workoutsOf(ctx, tx, rows)
	if err != nil {
		return err
	}
	of := map[training.UserID][]PlannedRow{}
	for _, row := range rows {
		of[row.AthleteID] = append(of[row.AthleteID], row)
	}
	for _, s := range list {
		s.Sessions = append(s.Sessions, store.measured(planned, s.Athlete, of[s.Athlete.ID])...)
	}
	return nil
}

// pastRow is something that was done, by its load.
type pastRow struct {
	AthleteID training.UserID `bun:"athlete_id"`
	Date      training.Date   `bun:"date"`
	Sport     training.Sport  `bun:"sport"`
	TSS       float64         `bun:"tss"`
}

// readPast reads the loads of all that was done before the oldest days, as far as it counts: activities, and sessions that none fulfils.
func readPast(ctx context.Context, tx bun.Tx, list several) error {
	var rows []pastRow
	err := tx.NewRaw(`WITH k AS (SELECT * FROM ?0)
		SELECT a.athlete_id, a.date, a.sport, a.tss FROM k JOIN activities AS a ON a.athlete_id = k.athlete AND a.date < k.oldest AND a.duplicate_of IS NULL
		UNION ALL
		SELECT s.athlete_id, s.date, w.sport, s.result_tss FROM k JOIN planned_sessions AS s ON s.athlete_id = k.athlete AND s.date < k.oldest
		JOIN workouts AS w ON w.id = s.workout_id
		WHERE s.status = ?1 AND NOT EXISTS (SELECT FROM activities AS a WHERE a.athlete_id = s.athlete_id AND a.session_id = s.id)
		ORDER BY date, sport, tss`, list.spans(), training.Completed).Scan(ctx, &rows)
	of := list.of()
	for _, s := range list {
		s.Past = []training.PastLoad{}
	}
	for _, row := range rows {
		s := of[row.AthleteID]
		s.Past = append(s.Past, training.PastLoad{Date: row.Date, Sport: row.Sport, TSS: row.TSS})
	}
	return err
}

// readAthletes reads what athletes said of themselves: check-ins, limits of their own, restrictions.
func readAthletes(ctx context.Context, tx bun.Tx, list several) error {
	spans := make([]athletes.Span, len(list))
	for i, s := range list {
		spans[i] = athletes.Span{Athlete: s.Athlete.ID, First: s.within.first, Last: s.within.last}
	}
	checkIns, err := athletes.CheckInsWithin(ctx, tx, spans)
	if err != nil {
		return err
	}
	overrides, err := athletes.ReadOverrides(ctx, tx, list.ids())
	if err != nil {
		return err
	}
	restrictions, err := athletes.RestrictionsOf(ctx, tx, list.ids())
	if err != nil {
		return err
	}
	for _, s := range list {
		id := s.Athlete.ID
		s.CheckIns, s.Overrides, s.Restrictions = postgres.OrEmpty(checkIns[id]), postgres.OrEmpty(overrides[id]), postgres.OrEmpty(restrictions[id])
	}
	return nil
}
