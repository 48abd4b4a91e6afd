package journal

import (
	"context"
	"reflect"
	"slices"

	"github.com/uptrace/bun"

	"fortnight/training"
)

// speaksAhead is how many days before a day a session may stand whose reason speaks of that day: a week, and what lies around it. After it any may.
const speaksAhead = 7

// unsay has sessions say no more of others than still holds once an act is done, of those that it changes and of those that it does not: what a plan says
// of a session it says of the calendar as the plan has it, and of what was done before. Acts that give a session its words, or give them back, are left
// alone.
func unsay(ctx context.Context, tx bun.Tx, athlete training.UserID, all *Images) error {
	var days, redone []training.Date
	changed := map[training.SessionID]bool{}
	for _, i := range all.Sessions {
		changed[i.Either().ID] = true
		days = append(days, training.Placed(i.Before, i.After)...)
		redone = append(redone, training.Redone(i.Before, i.After)...)
	}
	for _, i := range all.Activities {
		redone = append(redone, i.redone()...)
	}
	if len(days)+len(redone) == 0 {
		return nil
	}
	var grounds []training.Ground
	for _, day := range redone {
		grounds = append(grounds, training.GroundOn(day))
	}
	reword := func(s *training.PlannedSession, placed bool) {
		if s.RestsOn(grounds...) {
			s.Ungrounded()
		}
		if placed || s.SpeaksOf(days) {
			s.Unsay()
		}
	}
	for _, i := range all.Sessions {
		if before, after := i.Before, i.After; before != nil && after != nil && reflect.DeepEqual(before.Rationale, after.Rationale) {
			reword(after, after.Status == training.Planned && len(training.Placed(before, after)) > 0)
		}
	}
	var rows []SessionRow
	err := tx.NewSelect().Model(&rows).Apply(WithActivities).
		Where("s.athlete_id = ? AND s.status = 'PLANNED' AND (s.leans IS NOT NULL OR s.rests IS NOT NULL)", athlete).
		Where("s.date >= ?", slices.Min(slices.Concat(days, redone)).AddDays(-speaksAhead)).
		OrderExpr("s.date, s.start, s.id").Scan(ctx)
	if err != nil {
		return err
	}
	for _, before := range SessionsOf(rows) {
		if changed[before.ID] {
			continue
		}
		after := before
		if reword(&after, false); !reflect.DeepEqual(before, after) {
			all.Sessions = append(all.Sessions, Image{Before: &before, After: &after})
		}
	}
	return nil
}

// redone are the days on which other things were done after a change of an activity that there was: what is new takes nothing back.
func (i ActivityImage) redone() []training.Date {
	before, after := i.Before, i.After
	if before == nil || after != nil && before.Date == after.Date && before.Sport == after.Sport && before.DurationSeconds == after.DurationSeconds &&
		before.SessionID == after.SessionID && before.DuplicateOf == after.DuplicateOf && reflect.DeepEqual(before.Lifts, after.Lifts) {
		return nil
	}
	return []training.Date{before.Date}
}

// rewords tells whether nothing but what is said of a session changes: who has seen it as it was before may act on it as before.
func (i Image) rewords() bool {
	return i.Before != nil && i.After != nil && reflect.DeepEqual(i.Before.Wordless(), i.After.Wordless())
}
