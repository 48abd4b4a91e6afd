package access

import (
	"context"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/schema"

	"fortnight/db/postgres"
	"fortnight/training"
)

// Limit limits a query to rows whose athlete, named by a column, is the viewer or granted the viewer.
func Limit(column string, viewer training.UserID) func(*bun.SelectQuery) *bun.SelectQuery {
	return func(q *bun.SelectQuery) *bun.SelectQuery {
		if !postgres.Canonical(viewer) {
			return q.Where("FALSE")
		}
		return q.Where("?", Holds(column, viewer))
	}
}

// Holds is the condition that the athlete named by a column is the viewer, an id, or granted the viewer.
func Holds(column string, viewer training.UserID) schema.QueryAppender {
	return bun.SafeQuery(Condition("?0", "?1"), bun.Ident(column), viewer)
}

// Condition is that condition in SQL, of a column and with a parameter for the viewer: for statements that are prepared.
func Condition(column, viewer string) string {
	return "(" + column + " = " + viewer + " OR EXISTS (SELECT 1 FROM coach_grants AS g WHERE g.athlete_id = " + column + " AND g.coach_id = " + viewer + "))"
}

// Athletes is a subquery for the athletes whom a viewer may see, with a parameter for the viewer. It stands by itself, so that what is asked of their data is
// asked where their data is: a database that keeps athletes apart on several machines cannot ask each row of another table.
func Athletes(viewer string) string {
	return "SELECT " + viewer + "::uuid UNION ALL SELECT g.athlete_id FROM coach_grants AS g WHERE g.coach_id = " + viewer
}

// Check is ErrNotFound unless the athlete exists and is the viewer or granted the viewer.
func Check(ctx context.Context, from bun.IDB, viewer, athlete training.UserID) error {
	if !postgres.Canonical(athlete) {
		return postgres.ErrNotFound
	}
	return postgres.Within(ctx, postgres.StatementTime, func(ctx context.Context) error { // a stream's context has no end
		var one int
		return from.NewSelect().TableExpr("users AS u").ColumnExpr("1").Where("u.id = ?", athlete).
			Apply(Limit("u.id", viewer)).Scan(ctx, &one)
	})
}

// AthleteOf is whose a row is that the viewer may reach, else ErrNotFound.
func AthleteOf[ID ~string](ctx context.Context, from bun.IDB, table string, viewer training.UserID, id ID) (training.UserID, error) {
	if !postgres.Canonical(id) {
		return "", postgres.ErrNotFound
	}
	var athlete training.UserID
	err := postgres.Within(ctx, postgres.StatementTime, func(ctx context.Context) error {
		return from.NewSelect().TableExpr("? AS t", bun.Ident(table)).Column("t.athlete_id").Where("t.id = ?", id).
			Apply(Limit("t.athlete_id", viewer)).Scan(ctx, &athlete)
	})
	return athlete, err
}

// ReadByID reads the rows of a model by id whose athlete the viewer may see.
func ReadByID[ID ~string, R any](ctx context.Context, from bun.IDB, viewer training.UserID, rows *[]R, alias string, ids []ID) error {
	if ids = postgres.Possible(ids); len(ids) == 0 {
		return nil
	}
	return from.NewSelect().Model(rows).Where("?.id IN (?)", bun.Ident(alias), bun.List(ids)).
		Apply(Limit(alias+".athlete_id", viewer)).Scan(ctx)
}
