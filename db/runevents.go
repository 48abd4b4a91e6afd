package db

import (
	"context"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"fortnight/planner"
	"fortnight/training"
)

type runEventRow struct {
	bun.BaseModel `bun:"table:plan_events,alias:e"`

	RunID    training.RunID `bun:"run_id"`
	Sequence int            `bun:"sequence"`
	Kind     string         `bun:"kind"`
	Stage    planner.Stage  `bun:"stage"`
	At       time.Time      `bun:"at"`
	Message  string         `bun:"message"`
	Payload  rawJSON        `bun:"payload,type:jsonb"`

	AthleteID training.UserID `bun:"athlete_id,scanonly"`
}

func (r runEventRow) event() (planner.Event, error) {
	return planner.DecodeEvent(r.Kind, planner.EventHead{
		RunID: r.RunID, AthleteID: r.AthleteID, Sequence: r.Sequence, Stage: r.Stage, At: r.At.UTC(), Message: r.Message,
	}, r.Payload.RawMessage)
}

// RunEvents are the events of a run behind a sequence number, in order, at most first.
func (db *DB) RunEvents(ctx context.Context, viewer training.UserID, run training.RunID, after, first int) ([]planner.Event, error) {
	if _, err := athleteOf(ctx, db.bun, "plan_runs", viewer, run); err != nil {
		return nil, wrap("read events", err)
	}
	events, err := db.runEvents(ctx, viewer, run, after, first)
	return events, wrap("read events", err)
}

func (db *DB) runEvents(ctx context.Context, viewer training.UserID, run training.RunID, after, first int) ([]planner.Event, error) {
	var rows []runEventRow
	err := db.bun.NewSelect().Model(&rows).ColumnExpr("?TableColumns, r.athlete_id").Join("JOIN plan_runs AS r ON r.id = e.run_id").
		Where("e.run_id = ?", run).Where("e.sequence > ?", after).Apply(accessible("r.athlete_id", viewer)).
		OrderExpr("e.sequence").Limit(int64(first)).Scan(ctx)
	if err != nil {
		return nil, err
	}
	events := make([]planner.Event, len(rows))
	for i, row := range rows {
		if events[i], err = row.event(); err != nil {
			return nil, fmt.Errorf("event %d of run %s: %w", row.Sequence, run, err)
		}
	}
	return events, nil
}

// maxEvents is how many events a run may have.
const maxEvents = 20_000

// appendEvents numbers events from count on, in order, stores them and announces them when the transaction commits.
func appendEvents(ctx context.Context, tx bun.Tx, run training.RunID, count int, events ...planner.Event) error {
	if len(events) == 0 {
		return nil
	}
	if count+len(events) > maxEvents {
		return fmt.Errorf("run %s would have more than %d events", run, maxEvents)
	}
	rows := make([]runEventRow, len(events))
	for i, e := range events {
		payload, err := planner.EncodeEvent(e)
		if err != nil {
			return fmt.Errorf("encode %s: %w", e.Kind(), err)
		}
		head := e.Head()
		rows[i] = runEventRow{
			RunID: run, Sequence: count + 1 + i, Kind: e.Kind(), Stage: head.Stage, At: head.At, Message: head.Message,
			Payload: rawJSON{payload},
		}
	}
	if _, err := tx.NewInsert().Model(&rows).Exec(ctx); err != nil {
		return err
	}
	_, err := tx.NewRaw("UPDATE plan_runs SET event_count = ? WHERE id = ?", count+len(events), run).Exec(ctx)
	if err != nil {
		return err
	}
	return notify(ctx, tx, runChannel, string(run))
}

func notify(ctx context.Context, tx bun.Tx, channel, payload string) error {
	_, err := tx.NewRaw("SELECT pg_notify(?, ?)", channel, payload).Exec(ctx)
	return err
}
