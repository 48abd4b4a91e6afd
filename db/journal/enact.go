package journal

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/postgres"
	"fortnight/training"
)

// How many changes of a calendar can be taken back and for how long; how many bytes they may be together, as they are stored, and one of
// them, written out: several times what the largest import of activities usually is.
const (
	keptChanges     = 50
	keptChangeDays  = 90
	keptChangeBytes = 8 << 20
	maxChangeBytes  = 2 << 20
)

// Enact checks and writes what an act changes, all or none, gives the calendar its next revision and notes the act, so that it can be taken
// back. Every act on a calendar ends here.
func (store *Writer) Enact(ctx context.Context, tx bun.Tx, a Act, does Images) error {
	if err := checkAll(ctx, tx, a, does); err != nil {
		return err
	}
	if err := noteDone(ctx, tx, a.Athlete, does.Sessions); err != nil {
		return err
	}
	if err := unsay(ctx, tx, a.Athlete, &does); err != nil {
		return err
	}
	if err := store.writeAll(ctx, tx, a.Athlete, does); err != nil {
		return err
	}
	if err := access.TouchCalendar(ctx, tx, a.Athlete, does.days()...); err != nil {
		return err
	}
	return store.note(ctx, tx, a, does)
}

// noteDone sets Done of changes.
func noteDone(ctx context.Context, tx bun.Tx, athlete training.UserID, changes []Image) error {
	for i, change := range changes {
		if !change.reopens() {
			continue
		}
		err := tx.NewRaw(`SELECT w.revision FROM planned_sessions AS s JOIN workouts AS w ON w.id = s.workout_id
			WHERE s.id = ? AND s.athlete_id = ?`, change.Before.ID, athlete).Scan(ctx, &changes[i].Done)
		if err != nil {
			return err
		}
	}
	return nil
}

// changeRow is an act that can be taken back while it is the last.
type changeRow struct {
	bun.BaseModel `bun:"table:calendar_changes,alias:j"`

	ID        training.ChangeID    `bun:"id,pk"`
	AthleteID training.UserID      `bun:"athlete_id,pk"`
	Revision  int                  `bun:"revision"`
	Act       training.CalendarAct `bun:"act"`
	MadeBy    training.UserID      `bun:"made_by,nullzero"`
	MadeAt    time.Time            `bun:"made_at"`
	RunID     training.RunID       `bun:"run_id,nullzero"`
	Images    Images               `bun:"images,type:jsonb"`
}

func (r changeRow) change() training.CalendarChange {
	return training.CalendarChange{
		ID: r.ID, AthleteID: r.AthleteID, Act: r.Act, MadeBy: r.MadeBy, At: r.MadeAt.UTC(), Days: r.Images.days(), RunID: r.RunID,
		TooLarge: len(r.Images.Lost) > 0,
	}
}

// note keeps an act on a calendar that has just got its next revision, of one that is too large only when it was made by whom, and forgets
// those that are too many, too much or too old.
func (store *Writer) note(ctx context.Context, tx bun.Tx, a Act, does Images) error {
	_, err := tx.NewRaw(`INSERT INTO calendar_changes (id, athlete_id, revision, act, made_by, made_at, run_id, images)
		SELECT ?, c.athlete_id, c.revision, ?, ?, ?, ?, CASE WHEN octet_length(does.images::text) <= ? THEN does.images ELSE ?::jsonb END
		FROM calendars AS c CROSS JOIN (SELECT ?::jsonb AS images) AS does WHERE c.athlete_id = ?`,
		postgres.NewID[training.ChangeID](), a.What, postgres.OrNil(a.By), store.db.Now(), postgres.OrNil(a.Run), maxChangeBytes,
		postgres.JSONB{Of: Images{Lost: does.days()}}, postgres.JSONB{Of: does}, a.Athlete).Exec(ctx)
	if err != nil {
		return err
	}
	_, err = tx.NewRaw(`DELETE FROM calendar_changes WHERE athlete_id = ?0 AND (made_at < ?1 OR revision <= (
		SELECT max(kept.revision) FROM (
			SELECT j.revision, row_number() OVER newest AS place, sum(pg_column_size(j.images)) OVER newest AS bytes
			FROM calendar_changes AS j WHERE j.athlete_id = ?0 WINDOW newest AS (ORDER BY j.revision DESC)
		) AS kept WHERE kept.place > ?2 OR kept.bytes > ?3))`, a.Athlete, store.oldestChange(), keptChanges, keptChangeBytes).Exec(ctx)
	return err
}

func (store *Writer) oldestChange() time.Time { return store.db.Now().AddDate(0, 0, -keptChangeDays) }
