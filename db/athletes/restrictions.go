package athletes

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/postgres"
	"fortnight/gate"
	"fortnight/prose"
	"fortnight/training"
)

type restrictionRow struct {
	bun.BaseModel `bun:"table:restrictions,alias:x"`

	ID        training.RestrictionID     `bun:"id,pk"`
	AthleteID training.UserID            `bun:"athlete_id,pk"`
	Condition training.Condition         `bun:"condition"`
	Source    training.RestrictionSource `bun:"source"`
	Words     string                     `bun:"words"`
	SaidOn    training.Date              `bun:"said_on"`
	SaidBy    training.UserID            `bun:"said_by,nullzero"`
	ClearedAt *time.Time                 `bun:"cleared_at"`
	Statement *string                    `bun:"statement"`
}

func (r restrictionRow) restriction() training.Restriction {
	return training.Restriction{
		ID: r.ID, AthleteID: r.AthleteID, Condition: r.Condition, Source: r.Source, Words: r.Words, SaidOn: r.SaidOn, ClearedAt: inUTC(r.ClearedAt),
		Statement: r.Statement,
	}
}

// maxWordsRunes is how much is kept of the words of a restriction, maxRestrictions how many are read of an athlete: those that hold first, then
// the newest.
const (
	maxWordsRunes   = 160
	maxRestrictions = 200
)

// Said is a text in which something may be said of the body, and where it was written.
type Said struct {
	Source training.RestrictionSource
	Text   string
}

// Heed keeps what some texts on an athlete say of the body, unless it is known already. It belongs into the transaction that stores them, under
// the calendar's lock.
func Heed(ctx context.Context, tx bun.Tx, now time.Time, by, athlete training.UserID, texts ...Said) error {
	var rows []restrictionRow
	for _, t := range texts {
		for _, m := range gate.Hear(t.Text) {
			rows = append(rows, restrictionRow{Condition: m.Condition, Source: t.Source, Words: prose.Clip(t.Text[m.From:m.To], maxWordsRunes)})
		}
	}
	return restrict(ctx, tx, now, by, athlete, rows)
}

// restrict stores restrictions that do not hold already, and tells those who look at the calendar.
func restrict(ctx context.Context, tx bun.Tx, now time.Time, by, athlete training.UserID, rows []restrictionRow) error {
	if len(rows) == 0 {
		return nil
	}
	user, err := ReadUser(ctx, tx, athlete)
	if err != nil {
		return err
	}
	today := DayOf(user.Profile, now)
	for i := range rows {
		rows[i].ID, rows[i].AthleteID, rows[i].SaidBy, rows[i].SaidOn = postgres.NewID[training.RestrictionID](), athlete, by, today
	}
	result, err := tx.NewInsert().Model(&rows).On("CONFLICT (athlete_id, condition) WHERE cleared_at IS NULL DO NOTHING").Returning("NULL").Exec(ctx)
	if err != nil {
		return err
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return err
	}
	return access.TouchCalendar(ctx, tx, athlete)
}

// RestrictionsOf are athletes', whoever asks: those that hold first, then the newest.
func RestrictionsOf(ctx context.Context, from bun.IDB, athletes []training.UserID) (map[training.UserID][]training.Restriction, error) {
	var rows []restrictionRow
	err := from.NewSelect().Model(&rows).ModelTableExpr("unnest(ARRAY[?]::uuid[]) AS k (athlete)", bun.List(athletes)).
		Join(`JOIN LATERAL (SELECT * FROM restrictions AS r WHERE r.athlete_id = k.athlete ORDER BY r.cleared_at IS NOT NULL, r.said_on DESC, r.id LIMIT ?) AS x`, maxRestrictions).
		JoinOn("true").OrderExpr("x.cleared_at IS NOT NULL, x.said_on DESC, x.id").Scan(ctx)
	lists := make(map[training.UserID][]training.Restriction, len(athletes))
	for _, row := range rows {
		lists[row.AthleteID] = append(lists[row.AthleteID], row.restriction())
	}
	return lists, err
}

// Restrictions are those of the viewer, or of an athlete who granted the viewer, those that hold first, then the newest, 200 at most.
func (store *Profiles) Restrictions(ctx context.Context, viewer, athlete training.UserID) ([]training.Restriction, error) {
	if err := access.Check(ctx, store.db.Bun, viewer, athlete); err != nil {
		return nil, postgres.Wrap("list restrictions", err)
	}
	lists, err := RestrictionsOf(ctx, store.db.Bun, []training.UserID{athlete})
	return postgres.OrEmpty(lists[athlete]), postgres.Wrap("list restrictions", err)
}

// RestrictionsByID returns those restrictions of athletes that the viewer may see.
func (store *Profiles) RestrictionsByID(ctx context.Context, viewer training.UserID, ids []training.RestrictionID) (map[training.RestrictionID]training.Restriction, error) {
	var rows []restrictionRow
	err := access.ReadByID(ctx, store.db.Bun, viewer, &rows, "x", ids)
	found := make(map[training.RestrictionID]training.Restriction, len(rows))
	for _, row := range rows {
		found[row.ID] = row.restriction()
	}
	return found, postgres.Wrap("read restrictions", err)
}

// ClearRestriction keeps an athlete's own statement that a condition is over. For anybody else it is ErrNotFound; one that is cleared already is a
// *ConflictError.
func (store *Profiles) ClearRestriction(ctx context.Context, viewer training.UserID, id training.RestrictionID, statement string) (training.Restriction, error) {
	var row restrictionRow
	err := store.db.InTx(ctx, "clear restriction", func(ctx context.Context, tx bun.Tx) error {
		if !postgres.Canonical(id) {
			return postgres.ErrNotFound
		}
		if _, err := access.LockCalendar(ctx, tx, viewer, viewer); err != nil {
			return err
		}
		if err := tx.NewSelect().Model(&row).Where("x.id = ? AND x.athlete_id = ?", id, viewer).Scan(ctx); err != nil {
			return err
		}
		if row.ClearedAt != nil {
			return postgres.Conflict("the restriction was cleared already, on %s", row.ClearedAt.UTC().Format(time.DateOnly))
		}
		now := store.db.Now()
		row.ClearedAt, row.Statement = &now, &statement
		if _, err := tx.NewUpdate().Model(&row).Column("cleared_at", "statement").WherePK().Exec(ctx); err != nil {
			return err
		}
		if err := heedStatement(ctx, tx, now, viewer, row.Condition, statement); err != nil {
			return err
		}
		store.db.Log.InfoContext(ctx, "restriction cleared", "athlete", viewer, "restriction", id, "condition", row.Condition)
		return access.TouchCalendar(ctx, tx, viewer)
	})
	return row.restriction(), err
}

// heedStatement keeps what else an athlete says of the body in a statement that a condition is over: "the knee is fine, but now my calf hurts". Of the
// gate that it clears it speaks as of what was, and what is not sure is not taken for something new.
func heedStatement(ctx context.Context, tx bun.Tx, now time.Time, athlete training.UserID, over training.Condition, statement string) error {
	var rows []restrictionRow
	for _, m := range gate.Hear(statement) {
		injury := gate.Of(over) == gate.Injury && gate.Of(m.Condition) == gate.Injury // another place is another injury
		if m.Condition == over || m.Unsure || gate.Of(m.Condition) == gate.Of(over) && !injury {
			continue
		}
		rows = append(rows, restrictionRow{Condition: m.Condition, Source: training.SaidInNote, Words: prose.Clip(statement[m.From:m.To], maxWordsRunes)})
	}
	return restrict(ctx, tx, now, athlete, athlete, rows)
}

// HeedWish keeps what a request for a plan says of the body, in words and as data.
func HeedWish(ctx context.Context, tx bun.Tx, now time.Time, by, athlete training.UserID, words string, stated []training.Condition) error {
	if err := Heed(ctx, tx, now, by, athlete, Said{training.SaidInWish, words}); err != nil {
		return err
	}
	var rows []restrictionRow
	for _, c := range stated {
		rows = append(rows, restrictionRow{Condition: c, Source: training.SaidInWish})
	}
	return restrict(ctx, tx, now, by, athlete, rows)
}

// textsOf are the goal and the notes of a profile.
func textsOf(p *training.Profile) map[Said]bool {
	texts := map[Said]bool{}
	if p.Goal != nil {
		texts[Said{training.SaidInGoal, *p.Goal}] = true
	}
	for i := range p.EquipmentOnDates {
		if note := p.EquipmentOnDates[i].Note; note != nil {
			texts[Said{training.SaidInNote, *note}] = true
		}
	}
	for i := range p.DateAvailability {
		if note := p.DateAvailability[i].Note; note != nil {
			texts[Said{training.SaidInNote, *note}] = true
		}
	}
	return texts
}

// newTexts are the texts of a profile that another did not have.
func newTexts(before map[Said]bool, p *training.Profile) []Said {
	var list []Said
	for text := range textsOf(p) {
		if !before[text] {
			list = append(list, text)
		}
	}
	return list
}

// inUTC is an instant in UTC, nil for none.
func inUTC(t *time.Time) *time.Time {
	if t == nil {
		return nil
	}
	utc := t.UTC()
	return &utc
}
