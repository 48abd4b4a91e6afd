package queue

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"time"

	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/athletes"
	"fortnight/db/journal"
	"fortnight/db/live"
	"fortnight/db/postgres"
	"fortnight/planner/runs"
	"fortnight/quota"
	"fortnight/rules"
	"fortnight/training"
	"fortnight/wish"
)

// How many runs there may be: of an athlete that wait or run at once; of all athletes that wait; in 24 hours for an athlete, and by one
// account, as a coach has many.
const (
	MaxOpenRuns    = 5
	MaxQueue       = 1000
	MaxRunsADay    = 100
	MaxRunsByOneIn = 1000
)

// runRow is a run as it is read. What only the queue needs stands in leaseRow, the images in the statements that write them.
type runRow struct {
	bun.BaseModel `bun:"table:plan_runs,alias:r"`

	ID             training.RunID                     `bun:"id,pk"`
	AthleteID      training.UserID                    `bun:"athlete_id,pk"`
	RequestedBy    training.UserID                    `bun:"requested_by,nullzero"` // empty for a former coach
	FromDate       training.Date                      `bun:"from_date"`
	Days           int                                `bun:"days"`
	Wish           string                             `bun:"wish"`
	Engine         runs.Engine                        `bun:"engine"`
	KeepPlanned    bool                               `bun:"keep_planned"`
	Apply          bool                               `bun:"apply"`
	TargetFitness  *float64                           `bun:"target_fitness"`
	Seed           int                                `bun:"seed"`
	IdempotencyKey *string                            `bun:"idempotency_key"`
	Status         runs.RunStatus                     `bun:"status"`
	CreatedAt      time.Time                          `bun:"created_at"`
	StartedAt      *time.Time                         `bun:"started_at"`
	FinishedAt     *time.Time                         `bun:"finished_at"`
	Failure        *string                            `bun:"failure"`
	Proposal       []runs.ProposedSession             `bun:"proposal,type:jsonb,nullzero"`
	Changes        []runs.Change                      `bun:"changes,type:jsonb,nullzero"`
	Certificate    postgres.Sealed[rules.Certificate] `bun:"certificate,type:bytea"`
	Revision       *int                               `bun:"calendar_revision"`
	Applied        bool                               `bun:"applied"`
	Model          string                             `bun:"model,nullzero"`
	PromptVersion  string                             `bun:"prompt_version,nullzero"`
	ModelRequests  int                                `bun:"model_requests"`
	InputTokens    int                                `bun:"input_tokens"`
	OutputTokens   int                                `bun:"output_tokens"`
	Goal           *training.Goal                     `bun:"goal,type:jsonb"`
	Candidates     int                                `bun:"candidates"`
	Ways           postgres.Sealed[[]runs.Candidate]  `bun:"ways,type:bytea"`
	Chosen         *int                               `bun:"chosen"`
	Wishes         wish.Wishes                        `bun:"wishes,type:jsonb,nullzero"`
	Heard          []runs.Heard                       `bun:"heard,type:jsonb,nullzero"`
	Questions      []wish.Question                    `bun:"questions,type:jsonb,nullzero"`

	postgres.Keyed
}

func (r runRow) run() runs.Run {
	run := runs.Run{
		ID: r.ID,
		Request: runs.Request{
			AthleteID: r.AthleteID, RequestedBy: r.RequestedBy, From: r.FromDate, Days: r.Days, Wish: r.Wish, Engine: r.Engine,
			KeepPlanned: r.KeepPlanned, Apply: r.Apply, TargetFitness: r.TargetFitness, Goal: r.Goal, Seed: r.Seed,
			Candidates: r.Candidates, IdempotencyKey: r.IdempotencyKey, Wishes: r.Wishes,
		},
		Heard: r.Heard, Questions: r.Questions,
		Status: r.Status, CreatedAt: r.CreatedAt.UTC(), StartedAt: inUTC(r.StartedAt), FinishedAt: inUTC(r.FinishedAt),
		Applied: r.Applied, Failure: r.Failure, Proposal: r.Proposal, Changes: r.Changes,
		Consulted: runs.Consulted{
			ModelInfo: runs.ModelInfo{Name: r.Model, PromptVersion: r.PromptVersion},
			Usage:     runs.Usage{Requests: r.ModelRequests, InputTokens: r.InputTokens, OutputTokens: r.OutputTokens},
		},
	}
	if r.Applied {
		run.Chosen = r.Chosen
	}
	run.Stamp()
	if r.FinishedAt != nil {
		run.Sealed(r.Certificate.Open, r.ways)
	}
	return run
}

// ways are the fortnights that are stored.
func (r runRow) ways() ([]runs.Candidate, error) {
	ways, err := r.Ways.Open()
	return postgres.OrZero(ways), err
}

// keepConsulted writes what a run asked of a language model. What was used once does not become less.
func keepConsulted(ctx context.Context, tx bun.Tx, lease runs.Lease, c runs.Consulted) error {
	if c.Name == "" {
		return nil
	}
	_, err := tx.NewRaw(`UPDATE plan_runs SET model = ?, prompt_version = ?, model_requests = greatest(model_requests, ?),
		input_tokens = greatest(input_tokens, ?), output_tokens = greatest(output_tokens, ?) WHERE athlete_id = ? AND id = ?`,
		c.Name, c.PromptVersion, c.Requests, c.InputTokens, c.OutputTokens, lease.AthleteID, lease.RunID).Exec(ctx)
	return err
}

// TokensUsed is what language models read and wrote for an athlete's runs that were taken up from an instant until before another.
func (store *Queue) TokensUsed(ctx context.Context, athlete training.UserID, from, until time.Time) (int, error) {
	var used int
	err := store.db.Bun.NewRaw(`SELECT coalesce(sum(input_tokens::bigint + output_tokens), 0) FROM plan_runs
		WHERE athlete_id = ? AND started_at >= ? AND started_at < ? AND model IS NOT NULL`, athlete, from, until).Scan(ctx, &used)
	return used, postgres.Wrap("sum tokens", err)
}

func inUTC(t *time.Time) *time.Time {
	if t == nil {
		return nil
	}
	utc := t.UTC()
	return &utc
}

// insertRun stores a new run.
const insertRun = `INSERT INTO plan_runs (id, athlete_id, requested_by, from_date, days, wish, engine, keep_planned, apply, target_fitness,
	goal, wishes, seed, candidates, idempotency_key, status, created_at, applied, event_count, cancel_requested, token, attempts)
	VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'QUEUED', ?, false, 0, false, 0, 0)`

// RunProgress is a run of a calendar the viewer may see, with what its worker recorded of it. It is a *ConflictError where the run has no plan.
func (store *Queue) RunProgress(ctx context.Context, viewer training.UserID, id training.RunID) (runs.Run, json.RawMessage, error) {
	found, err := store.RunsByID(ctx, viewer, []training.RunID{id})
	run, there := found[id]
	switch {
	case err != nil:
		return runs.Run{}, nil, err
	case !there:
		return runs.Run{}, nil, postgres.ErrNotFound
	case run.Status != runs.Succeeded:
		return runs.Run{}, nil, postgres.Conflict("the run has no plan to ask about: it is %s", run.Status)
	}
	var progress postgres.Packed[json.RawMessage]
	err = store.db.Bun.NewSelect().TableExpr("plan_runs AS r").Column("r.progress").Where("r.athlete_id = ? AND r.id = ?", run.AthleteID, id).Apply(access.Limit("r.athlete_id", viewer)).
		Scan(ctx, &progress)
	return run, postgres.OrZero(progress.Of), postgres.Wrap("read the progress of a run", err)
}

// CreateRun queues a run. The requester must be the athlete or have been granted, else ErrNotFound. A request with the idempotency key of
// an earlier one of the requester's for the athlete returns that run where it asks for the same, else it is a *ConflictError; so is one more than
// MaxOpenRuns. One more in a day than there may be is a *LimitedError, one more in the queue quota.ErrFull. What is out of bounds is a
// *training.InputError.
func (store *Queue) CreateRun(ctx context.Context, request runs.Request) (runs.Run, error) {
	request.Candidates = max(request.Candidates, 1)
	if err := checkRequest(request); err != nil {
		return runs.Run{}, err
	}
	return store.createRun(ctx, request)
}

func (store *Queue) createRun(ctx context.Context, request runs.Request) (runs.Run, error) {
	var run runs.Run
	err := store.db.InTx(ctx, "create run", func(ctx context.Context, tx bun.Tx) error {
		revision, err := access.LockAtAny(ctx, tx, request.RequestedBy, request.AthleteID)
		if err != nil {
			return err
		}
		earlier, found, err := earlierRun(ctx, tx, request)
		if err != nil || found {
			run = earlier
			return err
		}
		if err := access.CheckExpected(ctx, tx, request.AthleteID, revision); err != nil {
			return err
		}
		if err := store.checkGoal(ctx, tx, request); err != nil {
			return err
		}
		if err := store.checkRoom(ctx, tx, request); err != nil {
			return err
		}
		if err := athletes.HeedWish(ctx, tx, store.db.Now(), request.RequestedBy, request.AthleteID, request.Wish, request.Wishes.Conditions()); err != nil {
			return err
		}
		run = runs.Run{ID: postgres.NewID[training.RunID](), Request: request, Status: runs.Queued, CreatedAt: store.db.Now()}
		_, err = tx.NewRaw(insertRun, run.ID, run.AthleteID, run.RequestedBy, run.From, run.Days, run.Wish, run.Engine, run.KeepPlanned,
			run.Apply, run.TargetFitness, goalOrNull(run.Goal), wishesOrNull(run.Wishes), run.Seed, run.Candidates, run.IdempotencyKey, run.CreatedAt).Exec(ctx)
		if err != nil {
			return err
		}
		return postgres.Notify(ctx, tx, live.QueueChannel, "")
	})
	if err != nil {
		return runs.Run{}, err
	}
	return run, nil
}

func checkRequest(r runs.Request) error {
	var faults training.InputError
	training.CheckDate(&faults, "from", r.From, training.MinDate, training.MaxDate.AddDays(-rules.MaxDays))
	training.CheckInt(&faults, "days", &r.Days, 1, rules.MaxDays)
	training.CheckText(&faults, "wish", r.Wish, 0, 500)
	r.Wishes.Check(&faults, "wishes", r.From, r.Days)
	training.CheckFloat(&faults, "targetFitness", r.TargetFitness, 0, 250)
	training.CheckInt(&faults, "candidates", &r.Candidates, 1, runs.MaxCandidates)
	training.CheckInt(&faults, "seed", &r.Seed, -1<<31, 1<<31-1)
	if r.IdempotencyKey != nil {
		training.CheckText(&faults, "idempotencyKey", *r.IdempotencyKey, 1, 200)
	}
	return faults.Err()
}

// checkGoal checks the goal of a request, with the athlete's events.
func (store *Queue) checkGoal(ctx context.Context, tx bun.Tx, r runs.Request) error {
	if r.Goal == nil {
		return nil
	}
	user, err := athletes.ReadUser(ctx, tx, r.AthleteID)
	if err != nil {
		return err
	}
	var faults training.InputError
	r.Goal.Check(&faults, "goal.", user.Profile.Events)
	r.Goal.CheckDay(&faults, "goal.", athletes.DayOf(user.Profile, store.db.Now()))
	return faults.Err()
}

// wishesOrNull are wishes as their column has them.
func wishesOrNull(wishes wish.Wishes) any {
	if len(wishes) == 0 {
		return nil
	}
	return postgres.JSONB{Of: wishes}
}

// goalOrNull is a goal as its column has it.
func goalOrNull(goal *training.Goal) any {
	if goal == nil {
		return nil
	}
	return postgres.JSONB{Of: goal}
}

// earlierRun is the run that a request's idempotency key names already.
func earlierRun(ctx context.Context, tx bun.Tx, request runs.Request) (runs.Run, bool, error) {
	if request.IdempotencyKey == nil {
		return runs.Run{}, false, nil
	}
	var rows []runRow
	err := tx.NewSelect().Model(&rows).
		Where("r.athlete_id = ? AND r.requested_by = ? AND r.idempotency_key = ?", request.AthleteID, request.RequestedBy, *request.IdempotencyKey).Scan(ctx)
	if err != nil || len(rows) == 0 {
		return runs.Run{}, false, err
	}
	run := rows[0].run()
	if !reflect.DeepEqual(run.Request, request) {
		return runs.Run{}, false, postgres.Conflict("the idempotency key %q was used for another request", *request.IdempotencyKey)
	}
	return run, true, nil
}

// checkRoom tells whether there may be one run more.
func (store *Queue) checkRoom(ctx context.Context, tx bun.Tx, request runs.Request) error {
	day := store.db.Now().Add(-24 * time.Hour)
	var count struct {
		Open, Queue, Day, ByOne int
		DayEnds, OneEnds        *time.Time
	}
	err := tx.NewRaw(`SELECT
		(SELECT count(*) FROM plan_runs WHERE athlete_id = ?0 AND status IN ('QUEUED', 'RUNNING')) AS open,
		(SELECT count(*) FROM plan_runs AS q WHERE q.status = 'QUEUED') AS queue, d.day, d.day_ends, o.by_one, o.one_ends
		FROM (SELECT count(*) AS day, min(created_at) AS day_ends FROM plan_runs WHERE athlete_id = ?0 AND created_at > ?2) AS d,
		(SELECT count(*) AS by_one, min(created_at) AS one_ends FROM plan_runs AS b WHERE b.requested_by = ?1 AND b.created_at > ?2) AS o`,
		request.AthleteID, request.RequestedBy, day).Scan(ctx, &count)
	switch {
	case err != nil:
		return err
	case count.Open >= MaxOpenRuns:
		return postgres.Conflict("%d runs are waiting or running, as many as there may be: wait for one or cancel it", count.Open)
	case count.Queue >= MaxQueue:
		return quota.ErrFull
	case count.Day >= MaxRunsADay:
		return &postgres.LimitedError{What: fmt.Sprintf("%d runs were asked for in the last 24 hours, as many as there may be", count.Day), Wait: count.DayEnds.Sub(day)}
	case count.ByOne >= MaxRunsByOneIn:
		return &postgres.LimitedError{What: fmt.Sprintf("you asked for %d runs in the last 24 hours, as many as there may be", count.ByOne), Wait: count.OneEnds.Sub(day)}
	}
	return nil
}

// RunsByID returns those runs of calendars the viewer may see.
func (store *Queue) RunsByID(ctx context.Context, viewer training.UserID, ids []training.RunID) (map[training.RunID]runs.Run, error) {
	found := map[training.RunID]runs.Run{}
	ids = postgres.Possible(ids)
	if len(ids) == 0 {
		return found, nil
	}
	var rows []runRow
	err := store.db.Bun.NewSelect().Model(&rows).Where("r.id IN (?)", bun.List(ids)).Apply(access.Limit("r.athlete_id", viewer)).Scan(ctx)
	for _, row := range rows {
		found[row.ID] = row.run()
	}
	return found, postgres.Wrap("read runs", err)
}

var runsNewestFirst = postgres.Keyset{List: "runs", Expression: "r.created_at", SQLType: "timestamptz", ID: "r.id", Down: true}

// Runs are an athlete's, the newest first.
func (store *Queue) Runs(ctx context.Context, viewer, athlete training.UserID, first int, after string) (postgres.Page[runs.Run], error) {
	if err := access.Check(ctx, store.db.Bun, viewer, athlete); err != nil {
		return postgres.Page[runs.Run]{}, postgres.Wrap("list runs", err)
	}
	return postgres.List[runRow, runs.Run]{
		Keys: runsNewestFirst, Items: postgres.Each(runRow.run),
		Query: func(rows *[]runRow) *bun.SelectQuery {
			return store.db.Bun.NewSelect().Model(rows).Where("r.athlete_id = ?", athlete).Apply(access.Limit("r.athlete_id", viewer))
		},
	}.Read(ctx, first, after)
}

// NewestRuns are the newest run of each of those athletes whom the viewer may read and who have one.
func (store *Queue) NewestRuns(ctx context.Context, viewer training.UserID, athletes []training.UserID) (map[training.UserID]runs.Run, error) {
	found := map[training.UserID]runs.Run{}
	if athletes = postgres.Possible(athletes); len(athletes) == 0 {
		return found, nil
	}
	var rows []runRow
	err := store.db.Bun.NewSelect().Model(&rows).ModelTableExpr("unnest(ARRAY[?]::uuid[]) AS k (athlete)", bun.List(athletes)).
		Join("JOIN LATERAL (SELECT * FROM plan_runs AS n WHERE n.athlete_id = k.athlete ORDER BY n.created_at DESC, n.id DESC LIMIT 1) AS r").JoinOn("true").
		Apply(access.Limit("r.athlete_id", viewer)).Scan(ctx)
	for _, row := range rows {
		found[row.AthleteID] = row.run()
	}
	return found, postgres.Wrap("read the newest runs", err)
}

// readRun reads a run under the lock of its row, whoever asks.
func readRun(ctx context.Context, tx bun.Tx, athlete training.UserID, id training.RunID) (runRow, error) {
	var row runRow
	err := tx.NewSelect().Model(&row).Where("r.athlete_id = ? AND r.id = ?", athlete, id).For("UPDATE OF r").Scan(ctx)
	return row, err
}

// certified is the certificate of events that end a run, nil where they have none.
func certified(events []runs.Event) *rules.Certificate {
	for _, e := range events {
		switch e := e.(type) {
		case *runs.RunSucceeded:
			return &e.Certificate
		case *runs.RunFailed:
			return e.Certificate
		}
	}
	return nil
}

// endRun writes how a run ended, after its terminal event, and takes it from the queue.
func endRun(ctx context.Context, tx bun.Tx, row runRow, images []journal.Image) error {
	update := tx.NewUpdate().Model(&row).
		Column("status", "finished_at", "failure", "certificate", "proposal", "changes", "ways", "heard", "questions", "calendar_revision", "applied").
		Set("lease_until = NULL").Set("worker_id = NULL").WherePK()
	if row.Applied {
		update = update.Set("images = ?", postgres.JSONB{Of: postgres.OrEmpty(images)})
	}
	if _, err := update.Exec(ctx); err != nil {
		return err
	}
	return postgres.Notify(ctx, tx, live.QueueChannel, "") // the athlete's next run may begin
}

// changeRun changes a run of a calendar the viewer may see, in one transaction under the calendar's lock, whose revision change gets.
func (store *Queue) changeRun(ctx context.Context, operation string, viewer training.UserID, id training.RunID,
	change func(ctx context.Context, tx bun.Tx, row runRow, revision int) error,
) error {
	return store.db.InTx(ctx, operation, func(ctx context.Context, tx bun.Tx) error {
		athlete, err := access.AthleteOf(ctx, tx, "plan_runs", viewer, id)
		if err != nil {
			return err
		}
		revision, err := access.LockCalendar(ctx, tx, viewer, athlete)
		if err != nil {
			return err
		}
		row, err := readRun(ctx, tx, athlete, id)
		if err != nil {
			return err
		}
		return change(ctx, tx, row, revision)
	})
}
