package athletes

import (
	"context"
	"database/sql"
	"errors"
	"reflect"

	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/postgres"
	"fortnight/training"
)

type eventRow struct {
	bun.BaseModel `bun:"table:events,alias:e"`

	ID              training.EventID       `bun:"id,pk"`
	AthleteID       training.UserID        `bun:"athlete_id,pk"`
	Name            string                 `bun:"name"`
	Date            training.Date          `bun:"date"`
	Sport           training.Sport         `bun:"sport"`
	Priority        training.EventPriority `bun:"priority"`
	ExpectedTSS     *float64               `bun:"expected_tss"`
	DistanceMeters  *float64               `bun:"distance_meters"`
	Format          *training.EventFormat  `bun:"format"`
	ExpectedSeconds *int                   `bun:"expected_seconds"`
	AscentMeters    *float64               `bun:"ascent_meters"`
	ChangedRevision int                    `bun:"changed_revision"`
}

func (r eventRow) event() training.Event {
	return training.Event{
		ID: r.ID, Name: r.Name, Date: r.Date, Sport: r.Sport, Priority: r.Priority, ExpectedTSS: r.ExpectedTSS,
		DistanceMeters: r.DistanceMeters, Format: r.Format, ExpectedSeconds: r.ExpectedSeconds, AscentMeters: r.AscentMeters,
	}
}

// readEvents reads the events of athletes, by day.
func readEvents(ctx context.Context, from bun.IDB, athletes []training.UserID) (map[training.UserID][]training.Event, error) {
	if len(athletes) == 0 {
		return nil, nil
	}
	var rows []eventRow
	err := from.NewSelect().Model(&rows).Where("e.athlete_id IN (?)", bun.List(athletes)).OrderExpr("e.date, e.id").Scan(ctx)
	events := map[training.UserID][]training.Event{}
	for _, row := range rows {
		events[row.AthleteID] = append(events[row.AthleteID], row.event())
	}
	return events, err
}

func newEventRow(athlete training.UserID, e training.Event) eventRow {
	return eventRow{
		ID: e.ID, AthleteID: athlete, Name: e.Name, Date: e.Date, Sport: e.Sport, Priority: e.Priority, ExpectedTSS: e.ExpectedTSS,
		DistanceMeters: e.DistanceMeters, Format: e.Format, ExpectedSeconds: e.ExpectedSeconds, AscentMeters: e.AscentMeters,
	}
}

// SaveEvent adds an event to an athlete's profile. The event was validated. More than training.MaxEvents are a *ConflictError. Asked again with a key (see
// access.Keyed) it is the event that was saved, as it stands.
func (store *Profiles) SaveEvent(ctx context.Context, viewer, athlete training.UserID, e training.Event) (training.Event, error) {
	e.ID = postgres.NewID[training.EventID]()
	err := store.db.InTx(ctx, "save event", func(ctx context.Context, tx bun.Tx) error {
		saved, err := store.onceForEvent(ctx, tx, viewer, athlete, func(revision int) (training.Event, error) {
			row := newEventRow(athlete, e)
			row.ChangedRevision = revision + 1
			if err := insertEvent(ctx, tx, row); err != nil {
				return e, err
			}
			return e, access.TouchCalendar(ctx, tx, athlete, e.Date)
		})
		e = saved
		return err
	})
	return e, err
}

// ChangeEvent changes an event of an athlete, of whosever it is where none is named, and returns it and whose it is, else ErrNotFound. change gets it as it is
// and the athlete's day, and validates what it makes of it; where that is nothing the calendar keeps its revision. Asked again with a key (see access.Keyed) it
// is the event as it stands.
func (store *Profiles) ChangeEvent(ctx context.Context, viewer, athlete training.UserID, id training.EventID,
	change func(e *training.Event, today training.Date) error,
) (e training.Event, of training.UserID, err error) {
	err = store.db.InTx(ctx, "change event", func(ctx context.Context, tx bun.Tx) error {
		if of = athlete; of == "" {
			var err error
			if of, err = access.WhoseToChange(ctx, tx, "events", viewer, id); err != nil {
				return err
			}
		}
		var err error
		e, err = store.onceForEvent(ctx, tx, viewer, of, func(revision int) (training.Event, error) {
			return store.changeEvent(ctx, tx, of, id, revision, change)
		})
		return err
	})
	return e, of, err
}

// onceForEvent does an act on an event once for the key of a context, and returns it as it is then, or as it stands.
func (store *Profiles) onceForEvent(ctx context.Context, tx bun.Tx, viewer, athlete training.UserID,
	do func(revision int) (training.Event, error),
) (e training.Event, err error) {
	id, again, err := access.Once(ctx, tx, store.db.Now(), viewer, athlete, func(revision int) (training.EventID, error) {
		e, err = do(revision)
		return e.ID, err
	})
	if again {
		var row eventRow
		err = access.NotGone("the event", tx.NewSelect().Model(&row).Where("e.id = ? AND e.athlete_id = ?", id, athlete).Scan(ctx))
		e = row.event()
	}
	return e, err
}

// changeEvent changes an event of an athlete whose calendar is locked.
func (store *Profiles) changeEvent(ctx context.Context, tx bun.Tx, athlete training.UserID, id training.EventID, revision int,
	change func(*training.Event, training.Date) error,
) (training.Event, error) {
	was, err := lockEvent(ctx, tx, athlete, id)
	if err != nil {
		return training.Event{}, err
	}
	if err := access.CheckUnchanged(ctx, tx, athlete, access.Events, id); err != nil {
		return training.Event{}, err
	}
	user, err := ReadUser(ctx, tx, athlete)
	if err != nil {
		return training.Event{}, err
	}
	e := was.event()
	if err := change(&e, DayOf(user.Profile, store.db.Now())); err != nil || reflect.DeepEqual(e, was.event()) {
		return e, err
	}
	row := newEventRow(athlete, e)
	row.ChangedRevision = revision + 1
	if _, err := tx.NewUpdate().Model(&row).ExcludeColumn("id", "athlete_id").WherePK().Exec(ctx); err != nil {
		return e, err
	}
	days := []training.Date{e.Date, was.Date}
	if e.Name != was.Name || e.Date != was.Date {
		told, err := unground(ctx, tx, athlete, was.Name, training.OnEvents)
		if err != nil {
			return e, err
		}
		days = append(days, told...)
	}
	return e, access.TouchCalendar(ctx, tx, athlete, days...)
}

func insertEvent(ctx context.Context, tx bun.Tx, row eventRow) error {
	var count int
	if err := tx.NewRaw("SELECT count(*) FROM events WHERE athlete_id = ?", row.AthleteID).Scan(ctx, &count); err != nil {
		return err
	}
	if count >= training.MaxEvents {
		return postgres.Conflict("there are %d events, as many as there may be: remove one first", training.MaxEvents)
	}
	_, err := tx.NewInsert().Model(&row).Exec(ctx)
	return err
}

func lockEvent(ctx context.Context, tx bun.Tx, athlete training.UserID, id training.EventID) (eventRow, error) {
	var row eventRow
	if !postgres.Canonical(id) {
		return row, postgres.ErrNotFound
	}
	err := tx.NewSelect().Model(&row).Where("e.id = ? AND e.athlete_id = ?", id, athlete).For("UPDATE").Scan(ctx)
	if errors.Is(err, sql.ErrNoRows) {
		err = access.Gone(ctx, tx, athlete, id)
	}
	return row, err
}

// RemoveEvent takes an event from its athlete's profile, with the goal that is for it, and returns it and whose it was, else ErrNotFound.
func (store *Profiles) RemoveEvent(ctx context.Context, viewer training.UserID, id training.EventID) (removed training.Event, athlete training.UserID, err error) {
	err = store.db.InTx(ctx, "remove event", func(ctx context.Context, tx bun.Tx) error {
		var err error
		athlete, err = access.WhoseToChange(ctx, tx, "events", viewer, id)
		if err != nil {
			return err
		}
		revision, err := access.LockCalendar(ctx, tx, viewer, athlete)
		if err != nil {
			return err
		}
		row, err := lockEvent(ctx, tx, athlete, id)
		if err != nil {
			return err
		}
		if err := access.CheckUnchanged(ctx, tx, athlete, access.Events, id); err != nil {
			return err
		}
		if _, err := tx.NewDelete().Model(&row).WherePK().Exec(ctx); err != nil {
			return err
		}
		if err := access.NoteRemoved(ctx, tx, athlete, access.KindEvent, id); err != nil {
			return err
		}
		_, err = tx.NewRaw("UPDATE users SET training_goal = NULL, profile_revision = ? WHERE id = ? AND training_goal ->> 'eventId' = ?", revision+1, athlete, id).Exec(ctx)
		if err != nil {
			return err
		}
		removed = row.event()
		told, err := unground(ctx, tx, athlete, removed.Name, training.OnEvents)
		if err != nil {
			return err
		}
		return access.TouchCalendar(ctx, tx, athlete, append(told, removed.Date)...)
	})
	return removed, athlete, err
}

// EventsByID returns those events of athletes that the viewer may see.
func (store *Profiles) EventsByID(ctx context.Context, viewer training.UserID, ids []training.EventID) (map[training.EventID]training.Event, error) {
	var rows []eventRow
	err := access.ReadByID(ctx, store.db.Bun, viewer, &rows, "e", ids)
	found := make(map[training.EventID]training.Event, len(rows))
	for _, row := range rows {
		found[row.ID] = row.event()
	}
	return found, postgres.Wrap("read events", err)
}
