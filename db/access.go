package db

import (
	"context"

	"github.com/google/uuid"
	"github.com/uptrace/bun"
	"github.com/uptrace/bun/schema"

	"fortnight/training"
)

// canonical tells whether an id is a UUID in the form in which ids are given out. What is not can name nothing.
func canonical[ID ~string](id ID) bool {
	parsed, err := uuid.Parse(string(id))
	return err == nil && parsed.String() == string(id)
}

// possible leaves out the ids that can name nothing.
func possible[ID ~string](ids []ID) []ID {
	kept := make([]ID, 0, len(ids))
	for _, id := range ids {
		if canonical(id) {
			kept = append(kept, id)
		}
	}
	return kept
}

func newID[ID ~string]() ID { return ID(uuid.NewString()) }

// accessible limits a query to rows whose athlete, named by a column, is the viewer or granted the viewer.
func accessible(column string, viewer training.UserID) func(*bun.SelectQuery) *bun.SelectQuery {
	return func(q *bun.SelectQuery) *bun.SelectQuery {
		if !canonical(viewer) {
			return q.Where("FALSE")
		}
		return q.Where("?", access(column, viewer))
	}
}

// access is the condition that the athlete named by a column is the viewer, an id, or granted the viewer.
func access(column string, viewer training.UserID) schema.QueryAppender {
	return bun.SafeQuery("(?0 = ?1 OR EXISTS (SELECT 1 FROM coach_grants AS g WHERE g.athlete_id = ?0 AND g.coach_id = ?1))",
		bun.Ident(column), viewer)
}

// checkAccess is ErrNotFound unless the athlete exists and is the viewer or granted the viewer.
func checkAccess(ctx context.Context, from bun.IDB, viewer, athlete training.UserID) error {
	if !canonical(athlete) {
		return ErrNotFound
	}
	var one int
	return from.NewSelect().TableExpr("users AS u").ColumnExpr("1").Where("u.id = ?", athlete).
		Apply(accessible("u.id", viewer)).Scan(ctx, &one)
}

// athleteOf is whose a row is that the viewer may reach, else ErrNotFound.
func athleteOf[ID ~string](ctx context.Context, from bun.IDB, table string, viewer training.UserID, id ID) (training.UserID, error) {
	if !canonical(id) {
		return "", ErrNotFound
	}
	var athlete training.UserID
	err := from.NewSelect().TableExpr("? AS t", bun.Ident(table)).Column("t.athlete_id").Where("t.id = ?", id).
		Apply(accessible("t.athlete_id", viewer)).Scan(ctx, &athlete)
	return athlete, err
}
