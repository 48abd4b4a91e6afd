package athletes

import (
	"context"
	"encoding/json"

	"github.com/uptrace/bun"

	"fortnight/training"
)

// unground has an athlete's sessions that are still to be done say no more that rests on something that is not what it was, of those that name a text, all where
// that is empty, and tells on which days they stand.
func unground(ctx context.Context, tx bun.Tx, athlete training.UserID, naming string, on ...training.Ground) (days []training.Date, err error) {
	for _, ground := range on {
		one, err := json.Marshal([]training.Ground{ground})
		if err != nil {
			return nil, err
		}
		var changed []training.Date
		err = tx.NewRaw(`UPDATE planned_sessions SET rationale = bare, alone = NULL, leans = NULL, rests = NULL, bare = NULL
			WHERE athlete_id = ? AND status = ? AND rests @> ?::jsonb AND position(? IN rationale) > 0 RETURNING date`,
			athlete, training.Planned, string(one), naming).Scan(ctx, &changed)
		if err != nil {
			return nil, err
		}
		days = append(days, changed...)
	}
	return days, nil
}
