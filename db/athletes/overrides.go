package athletes

import (
	"context"
	"regexp"

	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/postgres"
	"fortnight/rules"
	"fortnight/training"
)

type overrideRow struct {
	bun.BaseModel `bun:"table:rule_overrides,alias:o"`

	AthleteID training.UserID `bun:"athlete_id"`
	RuleID    rules.ID        `bun:"rule_id"`
	Limit     float64         `bun:"limit_value"`
}

// ruleIDs is the form that the ids of rules have.
var ruleIDs = regexp.MustCompile(`^[A-Z]{2,5}(-[0-9]{1,2})?$`)

// maxLimit is the largest limit that is stored; whether a rule takes it is for package rules to say.
const maxLimit = 1_000_000

// SetOverride gives an athlete a limit of the own for a rule, or with nil takes it away. What cannot be a rule's id is ErrNotFound, what
// cannot be a limit a *training.InputError.
func (store *Profiles) SetOverride(ctx context.Context, viewer, athlete training.UserID, rule rules.ID, limit *float64) error {
	if !ruleIDs.MatchString(string(rule)) {
		return postgres.ErrNotFound
	}
	var faults training.InputError
	training.CheckFloat(&faults, "limit", limit, -maxLimit, maxLimit)
	if err := faults.Err(); err != nil {
		return err
	}
	return store.db.InTx(ctx, "set override", func(ctx context.Context, tx bun.Tx) error {
		revision, err := access.LockCalendar(ctx, tx, viewer, athlete)
		if err != nil {
			return err
		}
		statement := tx.NewRaw("DELETE FROM rule_overrides WHERE athlete_id = ? AND rule_id = ?", athlete, rule)
		if limit != nil {
			statement = tx.NewRaw(`INSERT INTO rule_overrides (athlete_id, rule_id, limit_value, set_by, set_at, changed_revision) VALUES (?, ?, ?, ?, ?, ?)
				ON CONFLICT (athlete_id, rule_id) DO UPDATE SET limit_value = EXCLUDED.limit_value, set_by = EXCLUDED.set_by, set_at = EXCLUDED.set_at,
				changed_revision = EXCLUDED.changed_revision`,
				athlete, rule, *limit, viewer, store.db.Now(), revision+1)
		}
		if _, err := statement.Exec(ctx); err != nil {
			return err
		}
		if limit == nil {
			if err := access.NoteRemoved(ctx, tx, athlete, access.KindRule, string(athlete)+":"+string(rule)); err != nil {
				return err
			}
		}
		return access.TouchCalendar(ctx, tx, athlete)
	})
}

// OverridesByID are the own limits of athletes, by rule, of each whom the viewer may see.
func (store *Profiles) OverridesByID(ctx context.Context, viewer training.UserID, ids []training.UserID) (map[training.UserID][]rules.Override, error) {
	found := make(map[training.UserID][]rules.Override, len(ids))
	if ids = postgres.Possible(ids); len(ids) == 0 {
		return found, nil
	}
	var rows []struct {
		AthleteID training.UserID `bun:"athlete_id"`
		RuleID    *rules.ID       `bun:"rule_id"` // nil where there is none
		Limit     float64         `bun:"limit_value"`
	}
	err := store.db.Bun.NewSelect().TableExpr("users AS u").ColumnExpr("u.id AS athlete_id, o.rule_id, coalesce(o.limit_value, 0) AS limit_value").
		Join("LEFT JOIN rule_overrides AS o ON o.athlete_id = u.id").Where("u.id IN (?)", bun.List(ids)).Apply(access.Limit("u.id", viewer)).
		OrderExpr("u.id, o.rule_id").Scan(ctx, &rows)
	for _, row := range rows {
		limits := postgres.OrEmpty(found[row.AthleteID])
		if row.RuleID != nil {
			limits = append(limits, rules.Override{RuleID: *row.RuleID, Limit: row.Limit})
		}
		found[row.AthleteID] = limits
	}
	return found, postgres.Wrap("read overrides", err)
}

// ReadOverrides reads athletes' own limits, by rule, whoever asks.
func ReadOverrides(ctx context.Context, from bun.IDB, athletes []training.UserID) (map[training.UserID][]rules.Override, error) {
	var rows []overrideRow
	err := from.NewSelect().Model(&rows).Where("o.athlete_id IN (?)", bun.List(athletes)).OrderExpr("o.rule_id").Scan(ctx)
	overrides := make(map[training.UserID][]rules.Override, len(athletes))
	for _, row := range rows {
		overrides[row.AthleteID] = append(overrides[row.AthleteID], rules.Override{RuleID: row.RuleID, Limit: row.Limit})
	}
	return overrides, err
}
