package athletes

import (
	"context"

	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/postgres"
	"fortnight/training"
)

// testRow is a session of a test that was done.
type testRow struct {
	ID    training.SessionID `bun:"id"`
	Date  training.Date      `bun:"date"`
	Sport training.Sport     `bun:"sport"`
}

// ThresholdHistory is what an athlete's thresholds are and were, the newest first, at most first of those of a kind, all where it is empty: of the
// viewer, or of an athlete who granted the viewer, else ErrNotFound. Each names a test of its sport that was done on its day.
func (store *Profiles) ThresholdHistory(ctx context.Context, viewer, athlete training.UserID, kind training.ThresholdKind, first int) ([]training.ThresholdChange, error) {
	user, err := store.User(ctx, viewer, athlete)
	if err != nil {
		return nil, err
	}
	var list []training.ThresholdChange
	var days []training.Date
	for _, c := range user.Profile.ThresholdChanges() {
		if (kind == "" || c.Kind == kind) && len(list) < first {
			list, days = append(list, c), append(days, c.On)
		}
	}
	if len(days) == 0 {
		return nil, nil
	}
	tests, err := store.testsOn(ctx, viewer, athlete, days)
	if err != nil {
		return nil, postgres.Wrap("read threshold history", err)
	}
	for i := range list {
		c := &list[i]
		for _, t := range tests {
			if c.SessionID == "" && c.Value != nil && t.Date == c.On && c.Kind.TestedBy(t.Sport) {
				c.SessionID = t.ID
			}
		}
	}
	return list, nil
}

// testsOn are the tests that an athlete has done on some days: of what an activity fulfils, on the activity's. Both are looked for by their days, however long
// the athlete has trained.
func (store *Profiles) testsOn(ctx context.Context, viewer, athlete training.UserID, days []training.Date) ([]testRow, error) {
	var rows []testRow
	err := store.db.Bun.NewSelect().TableExpr("planned_sessions AS s").Join("JOIN workouts AS w ON w.id = s.workout_id").
		Join("LEFT JOIN activities AS a ON a.athlete_id = s.athlete_id AND a.session_id = s.id").
		ColumnExpr("s.id, coalesce(a.date, s.date) AS date, w.sport").
		Where("s.athlete_id = ?", athlete).Where("s.status = ?", training.Completed).Where("w.focus = ?", training.FocusTest).
		Where("coalesce(a.date, s.date) IN (?)", bun.List(days)).
		Where(`s.id IN (SELECT p.id FROM planned_sessions AS p WHERE p.athlete_id = ?0 AND p.date IN (?1)
			UNION ALL SELECT d.session_id FROM activities AS d WHERE d.athlete_id = ?0 AND d.date IN (?1))`, athlete, bun.List(days)).Apply(access.Limit("s.athlete_id", viewer)).
		OrderExpr("date, s.start, s.id").Scan(ctx, &rows)
	return rows, err
}
