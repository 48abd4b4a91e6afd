package athletes

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"fortnight/auth"
	"fortnight/db/access"
	"fortnight/db/postgres"
	"fortnight/gate"
	"fortnight/prose"
	"fortnight/training"
)

type restrictionRow struct {
	bun.BaseModel `bun:"table:restrictions,alias:x"`

	ID        training.RestrictionID      `bun:"id,pk"`
	AthleteID training.UserID             `bun:"athlete_id,pk"`
	Condition training.Condition          `bun:"condition"`
	Source    training.RestrictionSource  `bun:"source"`
	Words     string                      `bun:"words"`
	SaidOn    training.Date               `bun:"said_on"`
	SaidBy    training.UserID             `bun:"said_by,nullzero"`
	Since     *training.Date              `bun:"since"`
	ClearedAt *time.Time                  `bun:"cleared_at"`
	ClearedOn *training.Date              `bun:"cleared_on"`
	Ending    *training.RestrictionEnding `bun:"ending"`
	Statement *string                     `bun:"statement"`

	ChangedRevision int `bun:"changed_revision"`

	mention *gate.Mention // that it was heard as, with the text; nil for data
	text    string
}

func (r restrictionRow) restriction() training.Restriction {
	return training.Restriction{
		ID: r.ID, AthleteID: r.AthleteID, Condition: r.Condition, Source: r.Source, Words: r.Words, SaidOn: r.SaidOn, SaidBy: r.SaidBy,
		Since: r.Since, ClearedAt: inUTC(r.ClearedAt), ClearedOn: r.ClearedOn, Ending: r.Ending, Statement: r.Statement,
	}
}

// maxWordsRunes is how much is kept of the words of a restriction, maxRestrictions how many are read of an athlete: those that hold first, then
// the newest.
const (
	maxWordsRunes   = 160
	maxRestrictions = 200
)

// nextRevision is the one that a locked calendar gets by what is being written.
const nextRevision = "(SELECT c.revision + 1 FROM calendars AS c WHERE c.athlete_id = ?)"

// Said is a text in which something may be said of the body, and where it was written. Coach is how it is heard where a coach wrote it, see
// gate.HearFrom: as the zero, in the athlete's place.
type Said struct {
	Source training.RestrictionSource
	Text   string
	Coach  gate.Writer
}

// Heed keeps what some texts on an athlete say of the body, unless it is known already. It belongs into the transaction that stores them, under
// the calendar's lock.
func Heed(ctx context.Context, tx bun.Tx, now time.Time, by, athlete training.UserID, texts ...Said) error {
	_, err := heed(ctx, tx, now, by, athlete, texts...)
	return err
}

// heed is that, and returns the rows of what was new or told more of.
func heed(ctx context.Context, tx bun.Tx, now time.Time, by, athlete training.UserID, texts ...Said) ([]restrictionRow, error) {
	var rows []restrictionRow
	for _, t := range texts {
		writer := gate.Athlete
		if by != athlete {
			writer = cmp.Or(t.Coach, gate.CoachFor)
		}
		for _, m := range gate.HearFrom(writer, t.Text) {
			rows = append(rows, heard(&m, t))
		}
	}
	return restrict(ctx, tx, now, by, athlete, rows)
}

// heard is what a text says of the body as it is kept.
func heard(m *gate.Mention, t Said) restrictionRow {
	return restrictionRow{Condition: m.Condition, Source: t.Source, Words: prose.Clip(t.Text[m.From:m.To], maxWordsRunes), mention: m, text: t.Text}
}

// restrict stores restrictions that do not hold already, and of those that do the day since which they are so, where it is told; those who look at
// the calendar hear of it. It returns the rows of what was new or told more of.
func restrict(ctx context.Context, tx bun.Tx, now time.Time, by, athlete training.UserID, rows []restrictionRow) ([]restrictionRow, error) {
	if len(rows) == 0 {
		return nil, nil
	}
	user, err := ReadUser(ctx, tx, athlete)
	if err != nil {
		return nil, err
	}
	revision, err := access.NextRevision(ctx, tx, athlete)
	if err != nil {
		return nil, err
	}
	today := DayOf(user.Profile, now)
	for i := range rows {
		rows[i].ID, rows[i].AthleteID, rows[i].SaidBy, rows[i].SaidOn = postgres.NewID[training.RestrictionID](), athlete, by, today
		rows[i].ChangedRevision = revision
		if m := rows[i].mention; m != nil {
			rows[i].Since = m.Since(rows[i].text, today)
		}
	}
	rows = oneEach(rows)
	var kept []restrictionRow
	// What a coach writes makes nothing of the athlete's longer ago than it is, and so nearer to its end.
	earlier := "EXCLUDED.since IS NOT NULL AND x.since IS DISTINCT FROM EXCLUDED.since AND EXCLUDED.since <= x.said_on"
	if by != athlete && rows[0].mention != nil {
		earlier += " AND EXCLUDED.since > x.since"
	}
	// What was stated as data and is said in words as well holds as said: taking it out of the profile does not end it.
	worded := "x.source = ?0 AND EXCLUDED.source <> ?0 AND EXCLUDED.words <> ''"
	insert := tx.NewInsert().Model(&rows).On("CONFLICT (athlete_id, condition) WHERE cleared_at IS NULL DO UPDATE").
		Set("since = CASE WHEN "+earlier+" THEN EXCLUDED.since ELSE x.since END").
		Set("source = CASE WHEN "+worded+" THEN EXCLUDED.source ELSE x.source END, words = CASE WHEN "+worded+" THEN EXCLUDED.words ELSE x.words END", training.SaidAsData).
		Set("changed_revision = EXCLUDED.changed_revision").
		Where("("+earlier+") OR ("+worded+")", training.SaidAsData)
	err = insert.Returning("*").Scan(ctx, &kept)
	if err != nil || len(kept) == 0 {
		return nil, err
	}
	return kept, access.TouchCalendar(ctx, tx, athlete)
}

// tookOut is what the athlete states by taking a condition out of the profile.
const tookOut = "Taken out of the profile."

// restate keeps conditions that came into a profile as restrictions, so that it is known since when they hold, and ends those that the athlete took out
// of it: what was stated as data is over, and has its way back; what was said in words as well holds until that is cleared. Nobody else takes one out: that
// is an *InputError.
func restate(ctx context.Context, tx bun.Tx, now time.Time, by training.UserID, user *training.User, had []training.Condition) error {
	var rows []restrictionRow
	for _, c := range user.Profile.Conditions {
		if !slices.Contains(had, c) {
			rows = append(rows, restrictionRow{Condition: c, Source: training.SaidAsData})
		}
	}
	if _, err := restrict(ctx, tx, now, by, user.ID, rows); err != nil {
		return err
	}
	gone := slices.DeleteFunc(slices.Clone(had), func(c training.Condition) bool { return slices.Contains(user.Profile.Conditions, c) })
	if len(gone) == 0 {
		return nil
	}
	if by != user.ID {
		return postgres.InputError("conditions", "takes back what was stated of the body, which only the athlete does")
	}
	_, err := tx.NewUpdate().Model((*restrictionRow)(nil)).Set("cleared_at = ?", now).Set("cleared_on = ?", DayOf(user.Profile, now)).
		Set("ending = ?", training.RestrictionOver).Set("statement = ?", tookOut).Set("changed_revision = "+nextRevision, user.ID).
		Where("x.athlete_id = ? AND x.cleared_at IS NULL AND x.source = ? AND x.condition IN (?)", user.ID, training.SaidAsData, bun.List(gone)).Exec(ctx)
	return err
}

// takeOut takes a condition that has ended out of a profile that states it.
func takeOut(ctx context.Context, tx bun.Tx, user *training.User, c training.Condition) error {
	if !slices.Contains(user.Profile.Conditions, c) {
		return nil
	}
	user.Profile.Conditions = slices.DeleteFunc(slices.Clone(user.Profile.Conditions), func(o training.Condition) bool { return o == c })
	row := newUserRow(*user)
	row.ID = user.ID
	_, err := tx.NewUpdate().Model(&row).Column("conditions", "profile_revision").
		Value("profile_revision", nextRevision, user.ID).WherePK().Exec(ctx)
	return err
}

// oneEach leaves one row for each condition, the one that tells since when where there is one: an insert changes no row twice.
func oneEach(rows []restrictionRow) []restrictionRow {
	var list []restrictionRow
	for _, row := range rows {
		at := slices.IndexFunc(list, func(r restrictionRow) bool { return r.Condition == row.Condition })
		switch {
		case at < 0:
			list = append(list, row)
		case list[at].Since == nil:
			list[at].Since = row.Since
		}
	}
	return list
}

// StateCondition keeps a condition that somebody states of an athlete as data, with the day since which it is so where that is known. Of one that holds
// already it keeps that day; without one nothing changes. It returns the restriction that holds.
func (store *Profiles) StateCondition(ctx context.Context, viewer, athlete training.UserID, c training.Condition, since *training.Date, words string) (training.Restriction, error) {
	var row restrictionRow
	err := store.db.InTx(ctx, "state condition", func(ctx context.Context, tx bun.Tx) error {
		if _, err := access.LockCalendar(ctx, tx, viewer, athlete); err != nil {
			return err
		}
		stated := []restrictionRow{{Condition: c, Source: training.SaidAsData, Words: prose.Clip(words, maxWordsRunes), Since: since}}
		if _, err := restrict(ctx, tx, store.db.Now(), viewer, athlete, stated); err != nil {
			return err
		}
		if words != "" {
			if err := Heed(ctx, tx, store.db.Now(), viewer, athlete, Said{Source: training.SaidInNote, Text: words}); err != nil {
				return err
			}
		}
		return tx.NewSelect().Model(&row).Where("x.athlete_id = ? AND x.condition = ? AND x.cleared_at IS NULL", athlete, c).Scan(ctx)
	})
	return row.restriction(), err
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

// RestrictionsByAthlete are those of athletes whom the viewer may read, the others are left out: of each those that hold first, then the newest, 200 at most.
func (store *Profiles) RestrictionsByAthlete(ctx context.Context, viewer training.UserID, athletes []training.UserID) (map[training.UserID][]training.Restriction, error) {
	readable, err := access.Revisions(ctx, store.db, viewer, postgres.Possible(athletes))
	if err != nil || len(readable) == 0 {
		return nil, postgres.Wrap("list restrictions", err)
	}
	lists, err := RestrictionsOf(ctx, store.db.Bun, slices.Collect(maps.Keys(readable)))
	if err != nil {
		return nil, postgres.Wrap("list restrictions", err)
	}
	for athlete := range readable {
		lists[athlete] = postgres.OrEmpty(lists[athlete])
	}
	return lists, nil
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
// *ConflictError. What never was so has no way back.
func (store *Profiles) ClearRestriction(ctx context.Context, viewer training.UserID, id training.RestrictionID, ending training.RestrictionEnding, statement string) (training.Restriction, error) {
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
		user, err := ReadUser(ctx, tx, viewer)
		if err != nil {
			return err
		}
		now := store.db.Now()
		today := DayOf(user.Profile, now)
		row.ClearedAt, row.ClearedOn, row.Ending, row.Statement = &now, &today, &ending, &statement
		if _, err := tx.NewUpdate().Model(&row).Column("cleared_at", "cleared_on", "ending", "statement", "changed_revision").
			Value("changed_revision", nextRevision, viewer).WherePK().Exec(ctx); err != nil {
			return err
		}
		if err := takeOut(ctx, tx, &user, row.Condition); err != nil {
			return err
		}
		if err := heedStatement(ctx, tx, now, viewer, row.Condition, statement); err != nil {
			return err
		}
		store.db.Log.InfoContext(ctx, "restriction cleared", "athlete", viewer, "restriction", id, "condition", row.Condition, "ending", ending)
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
		rows = append(rows, heard(&m, Said{Source: training.SaidInNote, Text: statement}))
	}
	_, err := restrict(ctx, tx, now, athlete, athlete, rows)
	return err
}

// HeedWish keeps what a request for a plan says of the body, in words and as data. It lasts longer than the plan, so of a token that only plans it is a
// *ScopeError where it is new.
func HeedWish(ctx context.Context, tx bun.Tx, now time.Time, by, athlete training.UserID, words string, stated []training.Condition) error {
	kept, err := heed(ctx, tx, now, by, athlete, Said{Source: training.SaidInWish, Text: words, Coach: gate.CoachOf})
	if err != nil {
		return err
	}
	var rows []restrictionRow
	for _, c := range stated {
		rows = append(rows, restrictionRow{Condition: c, Source: training.SaidInWish})
	}
	more, err := restrict(ctx, tx, now, by, athlete, rows)
	if kept = append(kept, more...); err != nil || len(kept) == 0 {
		return err
	}
	return access.CheckScope(ctx, auth.ScopeWrite, "the wish says something of the body ("+string(kept[0].Condition)+") that holds beyond the plan")
}

// textsOf are the goal and the notes of a profile.
func textsOf(p *training.Profile) map[Said]bool {
	texts := map[Said]bool{}
	if p.Goal != nil {
		texts[Said{Source: training.SaidInGoal, Text: *p.Goal}] = true
	}
	for i := range p.EquipmentOnDates {
		if note := p.EquipmentOnDates[i].Note; note != nil {
			texts[Said{Source: training.SaidInNote, Text: *note}] = true
		}
	}
	for i := range p.DateAvailability {
		if note := p.DateAvailability[i].Note; note != nil {
			texts[Said{Source: training.SaidInNote, Text: *note}] = true
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
