package live

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"fortnight/db/postgres"
	"fortnight/training"
)

// recheckInterval is how often it is looked at whether those who watch still may.
const recheckInterval = 2 * time.Second

// rights is who may go on watching.
type rights struct{ db *postgres.DB }

// keep ends the watching of those who no longer may, with one statement for all, until ctx ends.
func (r rights) keep(ctx context.Context, h *hub) {
	tick := time.NewTicker(recheckInterval)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		watched := h.watched()
		if len(watched) == 0 {
			continue
		}
		good, err := r.good(ctx, watched)
		if err != nil { // those who watch see nothing while the database does not answer
			if !postgres.Unavailable(err) {
				r.db.Log.WarnContext(ctx, "could not check who may still watch", "error", err)
			}
			continue
		}
		for who, signals := range watched {
			for _, s := range signals {
				if !good[who] {
					close(s.revoked)
				}
			}
		}
		h.forget(watched, good)
	}
}

// good are those rights that hold: the athlete exists and is the viewer or granted the viewer.
func (r rights) good(ctx context.Context, watched map[right][]*Signal) (map[right]bool, error) {
	var viewers, athletes []string
	for who := range watched {
		viewers, athletes = append(viewers, string(who.viewer)), append(athletes, string(who.athlete))
	}
	if r.db.Away() {
		return nil, postgres.ErrAway
	}
	ctx, cancel := context.WithTimeout(ctx, postgres.StatementTime)
	defer cancel()
	rows, err := r.db.Pool.Query(ctx, `SELECT p.viewer::text, p.athlete::text
		FROM unnest($1::uuid[], $2::uuid[]) AS p (viewer, athlete) JOIN users AS u ON u.id = p.athlete
		WHERE p.viewer = p.athlete
		OR EXISTS (SELECT 1 FROM coach_grants AS g WHERE g.athlete_id = p.athlete AND g.coach_id = p.viewer)`, viewers, athletes)
	if err != nil {
		return nil, err
	}
	good := map[right]bool{}
	var viewer, athlete string
	_, err = pgx.ForEachRow(rows, []any{&viewer, &athlete}, func() error {
		good[right{training.UserID(viewer), training.UserID(athlete)}] = true
		return nil
	})
	return good, err
}
