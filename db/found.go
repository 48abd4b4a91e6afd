package db

import (
	"context"

	"github.com/uptrace/bun"

	"fortnight/training"
)

// foundRow is a workout's place among those that were found.
type foundRow struct {
	bun.BaseModel `bun:"table:workouts,alias:w"`

	ID         training.WorkoutID `bun:"id,pk"`
	Revision   int                `bun:"revision"`
	Similarity float64            `bun:"similarity,scanonly"`
}

// rowKey names what a found workout is read as: a change gives it another revision, another embedder another vector.
type rowKey struct {
	id       training.WorkoutID
	revision int
	embedder string
}

// knownRows is how many found workouts are remembered, of some kilobytes each.
const knownRows = 4096

// read reads the workouts that were found, in their order; those that are remembered are not read again. One that is gone by now is left out.
func (db *DB) read(ctx context.Context, found []foundRow, by string) ([]matchRow, error) {
	var missing []training.WorkoutID
	for _, f := range found {
		if !db.rows.Contains(rowKey{f.ID, f.Revision, by}) {
			missing = append(missing, f.ID)
		}
	}
	fresh, err := db.readRows(ctx, missing, by)
	if err != nil {
		return nil, err
	}
	rows := make([]matchRow, 0, len(found))
	for _, f := range found {
		row, known := fresh[f.ID]
		if !known {
			row, known = db.rows.Get(rowKey{f.ID, f.Revision, by})
		}
		if known {
			row.Similarity = f.Similarity
			rows = append(rows, row)
		}
	}
	return rows, nil
}

func (db *DB) readRows(ctx context.Context, ids []training.WorkoutID, by string) (map[training.WorkoutID]matchRow, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	var rows []matchRow
	err := db.bun.NewSelect().Model(&rows).ColumnExpr("?TableColumns").ColumnExpr("v.embedding AS vector").
		Join("JOIN workout_vectors AS v ON v.workout_id = w.id AND v.embedder_id = ?", by).Where("w.id IN (?)", bun.List(ids)).Scan(ctx)
	if err != nil {
		return nil, err
	}
	fresh := make(map[training.WorkoutID]matchRow, len(rows))
	for _, row := range rows {
		if db.Concepts != nil {
			row.about = db.Concepts(row.words())
		}
		db.rows.Add(rowKey{row.ID, row.Revision, by}, row)
		fresh[row.ID] = row
	}
	return fresh, nil
}
