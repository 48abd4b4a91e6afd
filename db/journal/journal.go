package journal

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"fortnight/auth"
	"fortnight/db/access"
	"fortnight/db/postgres"
	"fortnight/rules"
	"fortnight/training"
)

// Journal is the acts on calendars that can be taken back.
type Journal struct {
	db     *postgres.DB
	writer *Writer
}

// New is the journal of a database.
func New(db *postgres.DB, writer *Writer) *Journal { return &Journal{db, writer} }

// shownRow is an act as it is shown: of what it changed the days alone. All of it may be megabytes, and is read of the one act that is taken back.
type shownRow struct {
	ID        training.ChangeID    `bun:"id"`
	AthleteID training.UserID      `bun:"athlete_id"`
	Act       training.CalendarAct `bun:"act"`
	MadeBy    training.UserID      `bun:"made_by,nullzero"`
	MadeAt    time.Time            `bun:"made_at"`
	RunID     training.RunID       `bun:"run_id,nullzero"`
	TooLarge  bool                 `bun:"too_large"`
	Days      []training.Date      `bun:"days,type:jsonb"` // each as often as it is named, in no order
}

// shownColumns are those of shownRow, of calendar_changes as j. The days are those of Images.days.
const shownColumns = `j.id, j.athlete_id, j.act, j.made_by, j.made_at, j.run_id, j.images -> 'lost' IS NOT NULL AS too_large,
	jsonb_path_query_array(j.images, '$.*[*].before.date') || jsonb_path_query_array(j.images, '$.*[*].after.date')
	|| jsonb_path_query_array(j.images, '$.locks[*].date') || jsonb_path_query_array(j.images, '$.lost[*]') AS days`

func (r shownRow) change() training.CalendarChange {
	slices.Sort(r.Days)
	return training.CalendarChange{
		ID: r.ID, AthleteID: r.AthleteID, Act: r.Act, MadeBy: r.MadeBy, At: r.MadeAt.UTC(), Days: slices.Compact(r.Days), RunID: r.RunID, TooLarge: r.TooLarge,
	}
}

// SetApplied says whether the plan of a run stands on the calendar, and what it changed there.
func SetApplied(ctx context.Context, tx bun.Tx, athlete training.UserID, id training.RunID, applied bool, changed []Image) error {
	stored := tx.NewRaw("UPDATE plan_runs SET applied = false, images = NULL WHERE athlete_id = ? AND id = ?", athlete, id)
	if applied {
		stored = tx.NewRaw("UPDATE plan_runs SET applied = true, images = ? WHERE athlete_id = ? AND id = ?", postgres.JSONB{Of: postgres.OrEmpty(changed)}, athlete, id)
	}
	_, err := stored.Exec(ctx)
	return err
}

// Displaced looks which other runs' plans have gone off the calendar, or stand there again, by changes that put one on or took one off: a plan stands while one of
// its sessions does. Who has put several plans on one calendar has them of each other's sessions. What a plan changed is kept with it while it is off.
func Displaced(ctx context.Context, tx bun.Tx, athlete training.UserID, by training.RunID, changed []Image) error {
	if len(changed) == 0 {
		return nil
	}
	ids, first, last := make([]training.SessionID, len(changed)), changed[0].Either().Date, changed[0].Either().Date
	for i, change := range changed {
		ids[i] = change.Either().ID
		first, last = min(first, change.Either().Date), max(last, change.Either().Date)
	}
	_, err := tx.NewRaw(`WITH planned AS (
			SELECT r.id, (s.value ->> 'id')::uuid AS session FROM plan_runs AS r CROSS JOIN LATERAL jsonb_array_elements(
				jsonb_path_query_array(r.images, '$[*].after') || CASE WHEN coalesce(r.chosen, 1) = 1 THEN coalesce(r.proposal, '[]') ELSE '[]' END) AS s
			WHERE r.athlete_id = ?0 AND r.id <> ?1 AND r.status = 'SUCCEEDED' AND r.images IS NOT NULL AND r.from_date BETWEEN ?2::date - ?4 AND ?3
		), standing AS (
			SELECT o.id, bool_or(EXISTS (SELECT 1 FROM planned_sessions AS p WHERE p.athlete_id = ?0 AND p.id = o.session)) AS stands
			FROM planned AS o GROUP BY o.id HAVING bool_or(o.session IN (?5))
		) UPDATE plan_runs AS r SET applied = n.stands FROM standing AS n WHERE r.athlete_id = ?0 AND r.id = n.id AND r.applied <> n.stands`,
		athlete, by, first, last, rules.MaxDays, bun.List(ids)).Exec(ctx)
	return err
}

// lastChange reads the newest act that can be taken back, else ErrNotFound.
func (store *Journal) lastChange(ctx context.Context, from bun.IDB, athlete training.UserID) (changeRow, error) {
	var row changeRow
	err := from.NewSelect().Model(&row).Where("j.athlete_id = ?", athlete).Where("j.made_at >= ?", store.writer.oldestChange()).
		OrderExpr("j.revision DESC").Limit(1).Scan(ctx)
	return row, postgres.Wrap("read last change", err)
}

// LastChanges are the newest changes of the calendars of some athletes that can be taken back, of those whom the viewer may see.
func (store *Journal) LastChanges(ctx context.Context, viewer training.UserID, athletes []training.UserID) (map[training.UserID]training.CalendarChange, error) {
	found := make(map[training.UserID]training.CalendarChange, len(athletes))
	if athletes = postgres.Possible(athletes); len(athletes) == 0 || !postgres.Canonical(viewer) {
		return found, nil
	}
	var rows []shownRow
	err := store.db.Bun.NewRaw(`SELECT ?0 FROM unnest(ARRAY[?1]::uuid[]) AS k (athlete) CROSS JOIN LATERAL (
			SELECT c.* FROM calendar_changes AS c WHERE c.athlete_id = k.athlete AND c.made_at >= ?2 ORDER BY c.revision DESC LIMIT 1
		) AS j WHERE ?3`,
		bun.Safe(shownColumns), bun.List(athletes), store.writer.oldestChange(), access.Holds("j.athlete_id", viewer)).Scan(ctx, &rows)
	for _, row := range rows {
		found[row.AthleteID] = row.change()
	}
	return found, postgres.Wrap("read last changes", err)
}

// UndoChange takes the last change of an athlete's calendar back, all of it or nothing, and returns it; then the one before is the last. It
// is a *ConflictError where there is none, where another one is the last than the caller names, where it was made by the athlete by hand and
// the viewer is another, and where the calendar is not as the change left it: the error says how. Of a token that may not do such an act it is a *ScopeError.
func (store *Journal) UndoChange(ctx context.Context, viewer, athlete training.UserID, named *training.ChangeID) (training.CalendarChange, error) {
	var undone training.CalendarChange
	err := store.db.InTx(ctx, "undo change", func(ctx context.Context, tx bun.Tx) error {
		if _, err := access.LockCalendar(ctx, tx, viewer, athlete); err != nil {
			return err
		}
		last, err := store.lastChange(ctx, tx, athlete)
		if errors.Is(err, postgres.ErrNotFound) {
			return postgres.Conflict("there is no change of the calendar to take back")
		}
		if err != nil {
			return err
		}
		undone = last.change()
		if named != nil && *named != last.ID {
			return notLast(ctx, tx, athlete, *named)
		}
		if err := undoable(undone, viewer); err != nil {
			return err
		}
		if err := checkScope(ctx, undone.Act); err != nil {
			return err
		}
		return store.undo(ctx, tx, last)
	})
	return undone, err
}

// notLast is a *ConflictError of a change that is not the last of a calendar: it tells what has moved since, where the change is there.
func notLast(ctx context.Context, tx bun.Tx, athlete training.UserID, named training.ChangeID) error {
	var revisions []int
	if postgres.Canonical(named) {
		if err := tx.NewRaw("SELECT revision FROM calendar_changes WHERE athlete_id = ? AND id = ?", athlete, named).Scan(ctx, &revisions); err != nil {
			return err
		}
	}
	if len(revisions) == 0 {
		return postgres.Conflict("another change is the last of the calendar now; the one that is named was taken back, or is none that is kept")
	}
	return access.MovedSince(ctx, tx, athlete, revisions[0], "another change is the last of the calendar now")
}

// checkScope asks whether an act of a kind may be taken back by whoever might do one: a plan is put on and taken off by who plans.
func checkScope(ctx context.Context, act training.CalendarAct) error {
	if act == training.ActApplyPlan || act == training.ActRevertPlan {
		return access.CheckScope(ctx, auth.ScopePlan, "the last change put a plan onto the calendar or took one off it")
	}
	return access.CheckScope(ctx, auth.ScopeWrite, "the last change was made by hand")
}

func undoable(last training.CalendarChange, viewer training.UserID) error {
	switch {
	case last.TooLarge:
		return postgres.Conflict("the last change was too large to be kept: neither it nor what was before it can be taken back")
	case !last.UndoableBy(viewer):
		return postgres.Conflict("the last change is the athlete's own: nobody else takes it back")
	}
	return nil
}

// undo takes an act back. It is the last, so what it was allowed to do, its reversal is.
func (store *Journal) undo(ctx context.Context, tx bun.Tx, last changeRow) error {
	back, err := Reversals(ctx, tx, store.db.Now(), last.AthleteID, last.Revision, last.Images)
	if err != nil {
		return err
	}
	if err := store.writer.writeAll(ctx, tx, last.AthleteID, back); err != nil {
		return err
	}
	if err := access.TouchCalendar(ctx, tx, last.AthleteID, back.days()...); err != nil {
		return err
	}
	if _, err := tx.NewRaw("DELETE FROM calendar_changes WHERE athlete_id = ? AND id = ?", last.AthleteID, last.ID).Exec(ctx); err != nil {
		return err
	}
	switch last.Act {
	case training.ActApplyPlan:
		err = SetApplied(ctx, tx, last.AthleteID, last.RunID, false, nil)
	case training.ActRevertPlan:
		err = SetApplied(ctx, tx, last.AthleteID, last.RunID, true, back.Sessions)
	default:
		return nil
	}
	if err != nil {
		return err
	}
	return Displaced(ctx, tx, last.AthleteID, last.RunID, back.Sessions)
}

// ChangesByID returns those changes of calendars that the viewer may see.
func (store *Journal) ChangesByID(ctx context.Context, viewer training.UserID, ids []training.ChangeID) (map[training.ChangeID]training.CalendarChange, error) {
	found := make(map[training.ChangeID]training.CalendarChange, len(ids))
	if ids = postgres.Possible(ids); len(ids) == 0 {
		return found, nil
	}
	var rows []shownRow
	err := store.db.Bun.NewSelect().TableExpr("calendar_changes AS j").ColumnExpr(shownColumns).Where("j.id IN (?)", bun.List(ids)).
		Apply(access.Limit("j.athlete_id", viewer)).Scan(ctx, &rows)
	for _, row := range rows {
		found[row.ID] = row.change()
	}
	return found, postgres.Wrap("read changes", err)
}
