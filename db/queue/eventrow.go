package queue

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"fortnight/db/live"
	"fortnight/db/postgres"
	"fortnight/planner/runs"
	"fortnight/training"
)

type runEventRow struct {
	bun.BaseModel `bun:"table:plan_events,alias:e"`

	RunID    training.RunID   `bun:"run_id" json:"-"`
	Sequence int              `bun:"sequence" json:"sequence"`
	Kind     string           `bun:"kind" json:"kind"`
	Stage    runs.Stage       `bun:"stage" json:"stage"`
	At       time.Time        `bun:"at" json:"at"`
	Message  string           `bun:"message" json:"message"`
	Payload  postgres.RawJSON `bun:"payload,type:jsonb" json:"payload"`

	AthleteID training.UserID `bun:"athlete_id" json:"-"`
}

func (r runEventRow) event() (runs.Event, error) {
	return runs.DecodeEvent(r.Kind, runs.EventHead{
		RunID: r.RunID, AthleteID: r.AthleteID, Sequence: r.Sequence, Stage: r.Stage, At: r.At.UTC(), Message: r.Message,
	}, r.Payload.RawMessage)
}

// maxEvents is how many events a run may have.
const maxEvents = 20_000

func tooManyEvents(run training.RunID) error {
	return fmt.Errorf("run %s would have more than %d events", run, maxEvents)
}

// told ends a statement that has a row "held" with the number of events that a run had earlier: it stores events behind them. Its parameters
// are toldArguments. Certificates make events large: as parameters of the driver they are
// neither quoted nor looked through.
const told = `told AS (
	INSERT INTO plan_events (athlete_id, run_id, kind, stage, at, message, payload, sequence)
	SELECT $3, $1, e.kind, e.stage::stage, e.at, e.message, e.payload::jsonb, held.earlier + e.number
	FROM held, unnest($4::text[], $5::text[], $6::timestamptz[], $7::text[], $8::text[]) WITH ORDINALITY
		AS e (kind, stage, at, message, payload, number)
)
SELECT held.earlier FROM held`

// toldArguments are the run, how many events there are, the athlete, and of the events kind, stage, at, message and payload.
func toldArguments(athlete training.UserID, run training.RunID, events []runs.Event) ([]any, error) {
	var (
		kinds, stages, messages, payloads []string
		times                             []time.Time
	)
	for _, e := range events {
		payload, err := runs.EncodeEvent(e)
		if err != nil {
			return nil, fmt.Errorf("encode %s: %w", e.Kind(), err)
		}
		head := e.Head()
		kinds, stages, times = append(kinds, e.Kind()), append(stages, string(head.Stage)), append(times, head.At)
		messages, payloads = append(messages, head.Message), append(payloads, string(payload))
	}
	return []any{string(run), len(events), string(athlete), kinds, stages, times, messages, payloads}, nil
}

const appended = `WITH held AS (
	UPDATE plan_runs AS r SET event_count = r.event_count + $2 WHERE r.athlete_id = $3 AND r.id = $1 AND r.event_count + $2 <= $9
	RETURNING r.event_count - $2 AS earlier
), ` + told

// appendEvents stores the next events of a locked run, in order, and announces them when the transaction commits.
func appendEvents(ctx context.Context, tx bun.Tx, athlete training.UserID, run training.RunID, events ...runs.Event) error {
	arguments, err := toldArguments(athlete, run, events)
	if err != nil {
		return err
	}
	var earlier int
	err = tx.Tx.QueryRowContext(ctx, appended, append(arguments, maxEvents)...).Scan(&earlier)
	if errors.Is(err, sql.ErrNoRows) {
		return tooManyEvents(run)
	}
	if err != nil || len(events) == 0 {
		return err
	}
	return postgres.Notify(ctx, tx, live.RunChannel, string(run))
}
