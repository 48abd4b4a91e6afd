package athletes

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/live"
	"fortnight/db/postgres"
	"fortnight/db/workouts"
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

// CoachesByID are those whom athletes granted, by name, each with as much as the viewer sees; an athlete whom the viewer may not read is left out.
func (store *Profiles) CoachesByID(ctx context.Context, viewer training.UserID, athletes []training.UserID) (map[training.UserID][]training.User, error) {
	readable, err := access.Revisions(ctx, store.db, viewer, postgres.Possible(athletes))
	if err != nil || len(readable) == 0 {
		return nil, postgres.Wrap("list coaches", err)
	}
	var pairs []struct {
		Athlete training.UserID `bun:"athlete_id"`
		Coach   training.UserID `bun:"coach_id"`
	}
	err = store.db.Bun.NewSelect().TableExpr("coach_grants AS c").Join("JOIN users AS u ON u.id = c.coach_id").Column("c.athlete_id", "c.coach_id").
		Where("c.athlete_id IN (?)", bun.List(slices.Collect(maps.Keys(readable)))).Apply(access.Limit("c.athlete_id", viewer)).
		OrderExpr(`lower(u.name) COLLATE "C", u.id`).Scan(ctx, &pairs)
	if err != nil {
		return nil, postgres.Wrap("list coaches", err)
	}
	seen := map[training.UserID]bool{}
	for _, p := range pairs {
		seen[p.Coach] = true
	}
	users, err := store.UsersByID(ctx, viewer, slices.Collect(maps.Keys(seen)))
	if err != nil {
		return nil, err
	}
	coaches := make(map[training.UserID][]training.User, len(readable))
	for athlete := range readable {
		coaches[athlete] = []training.User{}
	}
	for _, p := range pairs {
		if coach, is := users[p.Coach]; is { // one who left meanwhile is none
			coaches[p.Athlete] = append(coaches[p.Athlete], coach)
		}
	}
	return coaches, nil
}

// How long an invitation stands, and how many of one athlete do: the oldest gives way.
const (
	invitationStands = 30 * 24 * time.Hour
	maxInvitations   = MaxCoaches
)

// InviteCoach notes that an athlete wants the coach with a normalised e-mail, if there is one: the same is answered, and as much is done, where
// there is none, so that nobody learns whose address is a coach's. An account that is made later is not invited: e-mails are not verified.
func (store *Profiles) InviteCoach(ctx context.Context, athlete training.UserID, email string) error {
	if strings.ContainsRune(email, 0) { // which no statement can hold, and no account has
		return nil
	}
	return store.db.InTx(ctx, "invite coach", func(ctx context.Context, tx bun.Tx) error {
		if _, err := access.LockCalendar(ctx, tx, athlete, athlete); err != nil {
			return err
		}
		var own bool
		if err := tx.NewRaw("SELECT lower(email) = ? FROM users WHERE id = ?", email, athlete).Scan(ctx, &own); err != nil {
			return err
		}
		if own {
			return postgres.InputError("email", "is your own: nobody coaches himself")
		}
		_, err := tx.NewRaw(`INSERT INTO coach_invitations (athlete_id, coach_id, created_at)
			SELECT ?0, u.id, ?1 FROM users AS u WHERE lower(u.email) = ?2 AND u.role = ?3
			AND NOT EXISTS (SELECT 1 FROM coach_grants AS g WHERE g.athlete_id = ?0 AND g.coach_id = u.id)
			ON CONFLICT (athlete_id, coach_id) DO UPDATE SET created_at = excluded.created_at`,
			athlete, store.db.Now(), email, training.RoleCoach).Exec(ctx)
		if err != nil {
			return err
		}
		_, err = tx.NewRaw(`DELETE FROM coach_invitations WHERE athlete_id = ?0 AND (created_at < ?1 OR coach_id IN
			(SELECT coach_id FROM coach_invitations WHERE athlete_id = ?0 ORDER BY created_at DESC, coach_id OFFSET ?2))`,
			athlete, store.db.Now().Add(-invitationStands), maxInvitations).Exec(ctx)
		return err
	})
}

// SweepInvitations clears away invitations that stand no more: whom they invited sees no name for them.
func (store *Profiles) SweepInvitations(ctx context.Context) error {
	_, err := store.db.Bun.NewRaw("DELETE FROM coach_invitations WHERE created_at < ?", store.db.Now().Add(-invitationStands)).Exec(ctx)
	return postgres.Wrap("sweep invitations", err)
}

// WithdrawInvitation takes an athlete's invitation of the coach with a normalised e-mail back: the same is answered where there is none.
func (store *Profiles) WithdrawInvitation(ctx context.Context, athlete training.UserID, email string) error {
	if strings.ContainsRune(email, 0) { // which no statement can hold, and no account has
		return nil
	}
	return store.db.InTx(ctx, "withdraw an invitation", func(ctx context.Context, tx bun.Tx) error {
		if _, err := access.LockCalendar(ctx, tx, athlete, athlete); err != nil { // after which it is accepted, or will not be
			return err
		}
		_, err := tx.NewRaw("DELETE FROM coach_invitations WHERE athlete_id = ? AND coach_id IN (SELECT id FROM users WHERE lower(email) = ?)",
			athlete, email).Exec(ctx)
		return err
	})
}

// Invitation is one that a coach has not answered.
type Invitation struct {
	Athlete   training.UserID `bun:"athlete_id"`
	Name      string          `bun:"name"`
	CreatedAt time.Time       `bun:"created_at"`
}

// Invitations are those of a coach that stand, the last one first, 100 at most.
func (store *Profiles) Invitations(ctx context.Context, coach training.UserID) ([]Invitation, error) {
	var list []Invitation
	err := store.db.Bun.NewRaw(`SELECT i.athlete_id, u.name, i.created_at FROM coach_invitations AS i JOIN users AS u ON u.id = i.athlete_id
		WHERE i.coach_id = ? AND i.created_at >= ? ORDER BY i.created_at DESC, i.athlete_id LIMIT 100`,
		coach, store.db.Now().Add(-invitationStands)).Scan(ctx, &list)
	return list, postgres.Wrap("list invitations", err)
}

// AcceptInvitation lets a coach read and plan the calendar of an athlete whose invitation stands; without one it is ErrNotFound.
func (store *Profiles) AcceptInvitation(ctx context.Context, coach, athlete training.UserID) (training.User, error) {
	var granted training.User
	err := store.db.InTx(ctx, "accept invitation", func(ctx context.Context, tx bun.Tx) error {
		if !postgres.Canonical(athlete) || !postgres.Canonical(coach) {
			return postgres.ErrNotFound
		}
		const standing = "FROM coach_invitations WHERE athlete_id = ? AND coach_id = ? AND created_at >= ?"
		oldest, one := store.db.Now().Add(-invitationStands), 0
		if err := tx.NewRaw("SELECT 1 "+standing, athlete, coach, oldest).Scan(ctx, &one); err != nil { // who was not invited locks nobody's calendar
			return err
		}
		if _, err := access.LockCalendar(ctx, tx, athlete, athlete); err != nil {
			return err
		}
		if err := postgres.Changed(tx.NewRaw("DELETE "+standing, athlete, coach, oldest).Exec(ctx)); err != nil {
			return err
		}
		if err := store.insertGrant(ctx, tx, athlete, coach); err != nil {
			return err
		}
		if err := postgres.Notify(ctx, tx, live.CoachChannel, string(coach)); err != nil {
			return err
		}
		var err error
		granted, err = readKnown(ctx, tx, coach, athlete)
		return err
	})
	return granted, err
}

// LeaveAthlete is RevokeCoach by the coach, who may also decline an invitation so.
func (store *Profiles) LeaveAthlete(ctx context.Context, coach, athlete training.UserID) error {
	if !postgres.Canonical(athlete) || !postgres.Canonical(coach) {
		return postgres.ErrNotFound
	}
	declined := store.db.Bun.NewRaw("DELETE FROM coach_invitations WHERE athlete_id = ? AND coach_id = ?", athlete, coach)
	err := postgres.Changed(declined.Exec(ctx))
	if !errors.Is(err, postgres.ErrNotFound) {
		return postgres.Wrap("decline invitation", err)
	}
	_, err = store.RevokeCoach(ctx, athlete, coach)
	return err
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
		return postgres.Conflict("the athlete has %d coaches, as many as there may be", MaxCoaches)
	}
	return nil
}

// RevokeCoach ends a grant and returns whose it was, with as much as the athlete sees from then on; without one it is ErrNotFound. Streams of the coach end
// within seconds, and the coach's runs for the athlete that wait or run are CANCELLED. Of the coach's own workouts on the calendar the athlete gets copies,
// archived ones of what is done.
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
		if err := postgres.Notify(ctx, tx, live.CoachChannel, string(coach)); err != nil {
			return err
		}
		if err := store.cancelRuns(ctx, tx, store.db.Now(), athlete, coach); err != nil {
			return err
		}
		if err := workouts.HandOverTo(ctx, tx, coach, athlete); err != nil {
			return err
		}
		var err error
		revoked, err = readKnown(ctx, tx, athlete, coach)
		return err
	})
	return revoked, err
}
