package athletes

import (
	"context"
	"database/sql"
	"errors"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"

	"fortnight/db/access"
	"fortnight/db/postgres"
	"fortnight/training"
)

type checkInRow struct {
	bun.BaseModel `bun:"table:check_ins,alias:c"`

	AthleteID    training.UserID        `bun:"athlete_id,pk"`
	Date         training.Date          `bun:"date,pk"`
	Sick         bool                   `bun:"sick"`
	Fatigue      *int                   `bun:"fatigue"`
	SleepSeconds *int                   `bun:"sleep_seconds"`
	HRVRMSSD     *float64               `bun:"hrv_rmssd"`
	Soreness     []training.Soreness    `bun:"soreness,type:jsonb"`
	Banned       []training.MuscleGroup `bun:"banned,array"`
	BannedSports []training.Sport       `bun:"banned_sports,array"`
	Note         *string                `bun:"note"`

	ChangedRevision int `bun:"changed_revision"`

	// What was said of the day itself; else it goes on from the day before.
	NamesBanned       bool `bun:"names_banned"`
	NamesBannedSports bool `bun:"names_banned_sports"`

	// What of it the athlete said.
	AthleteSick         bool                   `bun:"athlete_sick"`
	AthleteBanned       []training.MuscleGroup `bun:"athlete_banned,array"`
	AthleteBannedSports []training.Sport       `bun:"athlete_banned_sports,array"`
}

func newCheckInRow(athlete training.UserID, c training.CheckIn) checkInRow {
	return checkInRow{
		AthleteID: athlete, Date: c.Date, Sick: c.Sick, Fatigue: c.Fatigue, SleepSeconds: c.SleepSeconds, HRVRMSSD: c.HRVRMSSD,
		Soreness: postgres.OrEmpty(c.Soreness), Banned: postgres.OrEmpty(c.Banned), BannedSports: postgres.OrEmpty(c.BannedSports), Note: c.Note,
		AthleteBanned: []training.MuscleGroup{}, AthleteBannedSports: []training.Sport{},
	}
}

func (r checkInRow) checkIn() training.CheckIn {
	return training.CheckIn{
		Date: r.Date, Sick: r.Sick, Fatigue: r.Fatigue, SleepSeconds: r.SleepSeconds, HRVRMSSD: r.HRVRMSSD, Soreness: r.Soreness,
		Banned: r.Banned, BannedSports: r.BannedSports, Note: r.Note,
	}
}

// SaveCheckIn records what somebody says of how an athlete is on a day, beside what was said of it before; what was banned when nothing was said of the day
// goes on. The values were validated. What the athlete said to be ill or banned nobody else takes back: that is an *InputError of the field. What the
// athlete takes back is logged.
func (store *Profiles) SaveCheckIn(ctx context.Context, viewer, athlete training.UserID, says training.CheckInUpdate) (training.CheckIn, error) {
	var c training.CheckIn
	err := store.db.InTx(ctx, "save check-in", func(ctx context.Context, tx bun.Tx) error {
		revision, err := access.LockCalendar(ctx, tx, viewer, athlete)
		if err != nil {
			return err
		}
		if err := access.CheckUnchanged(ctx, tx, athlete, access.CheckIns, says.Date.String()); err != nil {
			return err
		}
		held, known, err := heldOn(ctx, tx, athlete, says.Date)
		if err != nil {
			return err
		}
		if !known && viewer == athlete { // who is ill says so again
			held.Sick = false
		}
		row, err := store.said(ctx, viewer, athlete, &says, held)
		if err != nil {
			return err
		}
		row.ChangedRevision, c = revision+1, row.checkIn()
		insert := tx.NewInsert().Model(&row).On("CONFLICT (athlete_id, date) DO UPDATE")
		for _, column := range []string{
			"sick", "fatigue", "sleep_seconds", "hrv_rmssd", "soreness", "banned", "banned_sports", "note", "changed_revision", "names_banned", "names_banned_sports",
			"athlete_sick", "athlete_banned", "athlete_banned_sports",
		} {
			insert = insert.Set("? = EXCLUDED.?", bun.Ident(column), bun.Ident(column))
		}
		if _, err := insert.Exec(ctx); err != nil {
			return err
		}
		if says.Note != nil {
			if err := Heed(ctx, tx, store.db.Now(), viewer, athlete, Said{Source: training.SaidInCheckIn, Text: *says.Note}); err != nil {
				return err
			}
		}
		on, err := goOn(ctx, tx, &row, says.Says)
		if err != nil {
			return err
		}
		return access.TouchCalendar(ctx, tx, athlete, append(on, says.Date)...)
	})
	return c, err
}

// goOn has what is banned, and what of it the athlete said, go on on the later days of which something else was said, until one that names it, and tells
// which days those are.
func goOn(ctx context.Context, tx bun.Tx, row *checkInRow, says training.CheckInFields) (on []training.Date, err error) {
	for _, of := range []struct {
		says                   training.CheckInFields
		names, banned, athlete string
		list, own              any
	}{
		{training.SaysBanned, "names_banned", "banned", "athlete_banned", pgdialect.Array(row.Banned), pgdialect.Array(row.AthleteBanned)},
		{training.SaysBannedSports, "names_banned_sports", "banned_sports", "athlete_banned_sports", pgdialect.Array(row.BannedSports), pgdialect.Array(row.AthleteBannedSports)},
	} {
		if says&of.says == 0 {
			continue
		}
		var days []training.Date
		err := tx.NewRaw(`UPDATE check_ins AS c SET ?0 = ?1, ?2 = ?3, changed_revision = ?4
			WHERE c.athlete_id = ?5 AND c.date > ?6 AND (c.?0 IS DISTINCT FROM ?1 OR c.?2 IS DISTINCT FROM ?3) AND c.date < coalesce(
				(SELECT min(n.date) FROM check_ins AS n WHERE n.athlete_id = ?5 AND n.date > ?6 AND n.?7), 'infinity')
			RETURNING c.date`, bun.Ident(of.banned), of.list, bun.Ident(of.athlete), of.own, row.ChangedRevision, row.AthleteID, row.Date, bun.Ident(of.names)).Scan(ctx, &days)
		if err != nil {
			return nil, err
		}
		on = append(on, days...)
	}
	return on, nil
}

// heldOn is what was said of a day, else what goes on from the last day before it of which something was said: what was banned, and an illness of the day
// before, whose next day is one without load too. Who said so is kept with it. It tells whether something was said of
// the day itself.
func heldOn(ctx context.Context, tx bun.Tx, athlete training.UserID, day training.Date) (row checkInRow, known bool, err error) {
	err = tx.NewSelect().Model(&row).Where("c.athlete_id = ? AND c.date <= ?", athlete, day).OrderExpr("c.date DESC").Limit(1).Scan(ctx)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return newCheckInRow(athlete, training.CheckIn{Date: day}), false, nil
	case err != nil || row.Date == day:
		return row, true, err
	}
	goesOn := newCheckInRow(athlete, training.CheckIn{Date: day, Sick: row.Sick && row.Date == day-1, Banned: row.Banned, BannedSports: row.BannedSports})
	goesOn.AthleteSick, goesOn.AthleteBanned, goesOn.AthleteBannedSports = goesOn.Sick && row.AthleteSick, row.AthleteBanned, row.AthleteBannedSports
	return goesOn, false, nil
}

// said is what stands of a day once somebody has said something of it.
func (store *Profiles) said(ctx context.Context, viewer, athlete training.UserID, says *training.CheckInUpdate, held checkInRow) (checkInRow, error) {
	own, was := viewer == athlete, held.checkIn()
	is := says.Onto(was)
	row := newCheckInRow(athlete, is)
	row.NamesBanned, row.NamesBannedSports = held.NamesBanned || says.Says&training.SaysBanned != 0, held.NamesBannedSports || says.Says&training.SaysBannedSports != 0
	row.AthleteSick, row.AthleteBanned, row.AthleteBannedSports = held.AthleteSick, held.AthleteBanned, held.AthleteBannedSports
	if own {
		if says.Says&training.SaysSick != 0 {
			row.AthleteSick = is.Sick
		}
		if says.Says&training.SaysBanned != 0 {
			row.AthleteBanned = row.Banned
		}
		if says.Says&training.SaysBannedSports != 0 {
			row.AthleteBannedSports = row.BannedSports
		}
	} else if lifted := is.Lifts(&training.CheckIn{Sick: held.AthleteSick, Banned: held.AthleteBanned, BannedSports: held.AthleteBannedSports}); len(lifted) > 0 {
		return row, postgres.InputError(lifted[0], "takes back what the athlete said of the body, which only the athlete does")
	}
	row.AthleteSick = row.AthleteSick && is.Sick
	if err := access.CheckSeen(ctx, is.LeavesOut(&was)...); err != nil {
		return row, err
	}
	if lifted := is.Lifts(&was); len(lifted) > 0 {
		store.db.Log.InfoContext(ctx, "check-in takes back", "athlete", athlete, "by", viewer, "date", says.Date, "fields", lifted)
	}
	return row, nil
}

// Span is the days of an athlete from a first to a last.
type Span struct {
	Athlete     training.UserID
	First, Last training.Date
}

// CheckInsWithin reads the check-ins of athletes' days, and the one before them, which holds until the next.
func CheckInsWithin(ctx context.Context, from bun.IDB, spans []Span) (map[training.UserID][]training.CheckIn, error) {
	athletes, first, last := make([]training.UserID, len(spans)), make([]training.Date, len(spans)), make([]training.Date, len(spans))
	for i, s := range spans {
		athletes[i], first[i], last[i] = s.Athlete, s.First, s.Last
	}
	var rows []checkInRow
	err := from.NewSelect().Model(&rows).
		Join("JOIN unnest(ARRAY[?]::uuid[], ARRAY[?]::date[], ARRAY[?]::date[]) AS k (athlete, first, last)", bun.List(athletes), bun.List(first), bun.List(last)).
		JoinOn("c.athlete_id = k.athlete AND c.date <= k.last").
		JoinOn("c.date >= coalesce((SELECT max(b.date) FROM check_ins AS b WHERE b.athlete_id = k.athlete AND b.date <= k.first), k.first)").
		OrderExpr("c.date").Scan(ctx)
	checkIns := make(map[training.UserID][]training.CheckIn, len(spans))
	for _, row := range rows {
		checkIns[row.AthleteID] = append(checkIns[row.AthleteID], row.checkIn())
	}
	return checkIns, err
}

// CheckIns are an athlete's of the days from a first to a last, the newest first.
func (store *Profiles) CheckIns(ctx context.Context, viewer, athlete training.UserID, first, last training.Date) ([]training.CheckIn, error) {
	if err := access.Check(ctx, store.db.Bun, viewer, athlete); err != nil {
		return nil, postgres.Wrap("list check-ins", err)
	}
	var rows []checkInRow
	err := store.db.Bun.NewSelect().Model(&rows).Where("c.athlete_id = ? AND c.date BETWEEN ? AND ?", athlete, first, last).
		Apply(access.Limit("c.athlete_id", viewer)).OrderExpr("c.date DESC").Scan(ctx)
	checkIns := make([]training.CheckIn, len(rows))
	for i, row := range rows {
		checkIns[i] = row.checkIn()
	}
	return checkIns, postgres.Wrap("list check-ins", err)
}
