package journal

import (
	"context"
	"reflect"
	"slices"

	"github.com/uptrace/bun"

	"fortnight/training"
)

// How far from a day a session may stand whose reason speaks of that day: before it by a week and what lies around, after it by the days in which a
// long session is compared with others.
const (
	speaksAhead = 7
	speaksBack  = 31
)

// unsay has sessions say no more of others than still holds once an act is done, of those that it changes and of those that it does not: what a plan says
// of a session it says of the calendar as the plan has it. Acts that give a session its words, or give them back, are left alone.
func unsay(ctx context.Context, tx bun.Tx, athlete training.UserID, all *Images) error {
	var days []training.Date
	changed := map[training.SessionID]bool{}
	for _, i := range all.Sessions {
		changed[i.Either().ID] = true
		days = append(days, training.Placed(i.Before, i.After)...)
	}
	if len(days) == 0 {
		return nil
	}
	for _, i := range all.Sessions {
		if before, after := i.Before, i.After; before != nil && after != nil && reflect.DeepEqual(before.Rationale, after.Rationale) &&
			(len(training.Placed(before, after)) > 0 || after.SpeaksOf(days)) {
			after.Unsay()
		}
	}
	var rows []SessionRow
	err := tx.NewSelect().Model(&rows).Apply(WithActivities).
		Where("s.athlete_id = ? AND s.status = 'PLANNED' AND s.leans IS NOT NULL", athlete).
		Where("s.date BETWEEN ? AND ?", slices.Min(days).AddDays(-speaksAhead), slices.Max(days).AddDays(speaksBack)).
		OrderExpr("s.date, s.start, s.id").Scan(ctx)
	if err != nil {
		return err
	}
	for _, before := range SessionsOf(rows) {
		if changed[before.ID] || !before.SpeaksOf(days) {
			continue
		}
		after := before
		after.Unsay()
		all.Sessions = append(all.Sessions, Image{Before: &before, After: &after})
	}
	return nil
}

// rewords tells whether nothing but what is said of a session changes: who has seen it as it was before may act on it as before.
func (i Image) rewords() bool {
	if i.Before == nil || i.After == nil {
		return false
	}
	after := *i.After
	after.Rationale, after.Alone, after.Leans = i.Before.Rationale, i.Before.Alone, i.Before.Leans
	return reflect.DeepEqual(*i.Before, after)
}
