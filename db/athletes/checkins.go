package athletes

import (
	"context"

	"github.com/uptrace/bun"

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
}

func (r checkInRow) checkIn() training.CheckIn {
	return training.CheckIn{
		Date: r.Date, Sick: r.Sick, Fatigue: r.Fatigue, SleepSeconds: r.SleepSeconds, HRVRMSSD: r.HRVRMSSD, Soreness: r.Soreness,
		Banned: r.Banned, BannedSports: r.BannedSports, Note: r.Note,
	}
}

// SaveCheckIn records how an athlete is on a day, in place of what was recorded for it before. The check-in was validated.
func (store *Profiles) SaveCheckIn(ctx context.Context, viewer, athlete training.UserID, c training.CheckIn) (training.CheckIn, error) {
	c.Soreness, c.Banned, c.BannedSports = postgres.OrEmpty(c.Soreness), postgres.OrEmpty(c.Banned), postgres.OrEmpty(c.BannedSports)
	row := checkInRow{
		AthleteID: athlete, Date: c.Date, Sick: c.Sick, Fatigue: c.Fatigue, SleepSeconds: c.SleepSeconds, HRVRMSSD: c.HRVRMSSD,
		Soreness: c.Soreness, Banned: c.Banned, BannedSports: c.BannedSports, Note: c.Note,
	}
	err := store.db.InTx(ctx, "save check-in", func(ctx context.Context, tx bun.Tx) error {
		if _, err := access.LockCalendar(ctx, tx, viewer, athlete); err != nil {
			return err
		}
		insert := tx.NewInsert().Model(&row).On("CONFLICT (athlete_id, date) DO UPDATE")
		for _, column := range []string{"sick", "fatigue", "sleep_seconds", "hrv_rmssd", "soreness", "banned", "banned_sports", "note"} {
			insert = insert.Set("? = EXCLUDED.?", bun.Ident(column), bun.Ident(column))
		}
		if _, err := insert.Exec(ctx); err != nil {
			return err
		}
		if c.Note != nil {
			if err := Heed(ctx, tx, store.db.Now(), viewer, athlete, Said{Source: training.SaidInCheckIn, Text: *c.Note}); err != nil {
				return err
			}
		}
		return access.TouchCalendar(ctx, tx, athlete, c.Date)
	})
	return c, err
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
