package athletes

import (
	"context"
	"strings"

	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/postgres"
	"fortnight/training"
)

// MaxCoaches is how many coaches an athlete may have.
const MaxCoaches = 20

var athletesByName = postgres.Keyset{List: "athletes", Expression: `lower(u.name) COLLATE "C"`, SQLType: "text", ID: "u.id"}

// Athletes are those who granted the viewer, by name, with their profiles.
func (store *Profiles) Athletes(ctx context.Context, viewer training.UserID, first int, after string) (postgres.Page[training.User], error) {
	if !postgres.Canonical(viewer) {
		return postgres.Page[training.User]{}, postgres.ErrNotFound
	}
	return postgres.List[userRow, training.User]{
		Keys: athletesByName,
		Query: func(rows *[]userRow) *bun.SelectQuery {
			return store.db.Bun.NewSelect().Model(rows).Join("JOIN coach_grants AS g ON g.athlete_id = u.id").Where("g.coach_id = ?", viewer)
		},
		Items: func(ctx context.Context, rows []userRow) ([]training.User, error) {
			return withEvents(ctx, store.db.Bun, rows)
		},
	}.Read(ctx, first, after)
}

// Coaches are those whom an athlete granted, by name, each with as much as the viewer sees.
func (store *Profiles) Coaches(ctx context.Context, viewer, athlete training.UserID) ([]training.User, error) {
	if err := access.Check(ctx, store.db.Bun, viewer, athlete); err != nil {
		return nil, postgres.Wrap("list coaches", err)
	}
	coaches, err := readSeen(ctx, store.db.Bun, viewer, training.SightName, func(q *bun.SelectQuery) *bun.SelectQuery {
		return q.Join("JOIN coach_grants AS c ON c.coach_id = u.id").Where("c.athlete_id = ?", athlete).
			Apply(access.Limit("c.athlete_id", viewer)).OrderExpr(`lower(u.name) COLLATE "C", u.id`)
	})
	return coaches, postgres.Wrap("list coaches", err)
}

// GrantCoach lets the coach with a normalised e-mail read and plan the athlete's calendar; a second time changes nothing. Whoever has
// no account and whoever is no coach is ErrNotFound alike: the answer does not tell who has an account.
func (store *Profiles) GrantCoach(ctx context.Context, athlete training.UserID, email string) (training.User, error) {
	var coach training.User
	if strings.ContainsRune(email, 0) { // which no statement can hold
		return coach, postgres.ErrNotFound
	}
	err := store.db.InTx(ctx, "grant coach", func(ctx context.Context, tx bun.Tx) error {
		if _, err := access.LockCalendar(ctx, tx, athlete, athlete); err != nil {
			return err
		}
		var found training.UserID
		err := tx.NewRaw("SELECT id FROM users WHERE lower(email) = ? AND role = ?", email, training.RoleCoach).Scan(ctx, &found)
		if err != nil {
			return err
		}
		if found == athlete {
			return postgres.InputError("email", "is your own: nobody is granted the own calendar")
		}
		if err := store.insertGrant(ctx, tx, athlete, found); err != nil {
			return err
		}
		coach, err = readKnown(ctx, tx, athlete, found)
		return err
	})
	return coach, err
}

func (store *Profiles) insertGrant(ctx context.Context, tx bun.Tx, athlete, coach training.UserID) error {
	_, err := tx.NewRaw("INSERT INTO coach_grants (athlete_id, coach_id, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
		athlete, coach, store.db.Now()).Exec(ctx)
	if err != nil {
		return err
	}
	var count int
	if err := tx.NewRaw("SELECT count(*) FROM coach_grants WHERE athlete_id = ?", athlete).Scan(ctx, &count); err != nil {
		return err
	}
	if count > MaxCoaches {
		return postgres.Conflict("you have %d coaches, as many as there may be: revoke one first", MaxCoaches)
	}
	return nil
}

// RevokeCoach ends a grant and returns whose it was, with as much as the athlete sees from then on; without one it is ErrNotFound. Streams of the coach end
// within seconds, and the coach's runs for the athlete that wait or run are CANCELLED.
func (store *Profiles) RevokeCoach(ctx context.Context, athlete, coach training.UserID) (training.User, error) {
	var revoked training.User
	err := store.db.InTx(ctx, "revoke coach", func(ctx context.Context, tx bun.Tx) error {
		if !postgres.Canonical(coach) {
			return postgres.ErrNotFound
		}
		if _, err := access.LockCalendar(ctx, tx, athlete, athlete); err != nil {
			return err
		}
		ended := tx.NewRaw("DELETE FROM coach_grants WHERE athlete_id = ? AND coach_id = ?", athlete, coach)
		if err := postgres.Changed(ended.Exec(ctx)); err != nil {
			return err
		}
		if err := store.cancelRuns(ctx, tx, store.db.Now(), athlete, coach); err != nil {
			return err
		}
		var err error
		revoked, err = readKnown(ctx, tx, athlete, coach)
		return err
	})
	return revoked, err
}
