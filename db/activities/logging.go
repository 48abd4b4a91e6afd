package activities

import (
	"cmp"
	"context"
	"fmt"
	"reflect"
	"slices"

	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/athletes"
	"fortnight/db/journal"
	"fortnight/db/postgres"
	"fortnight/training"
)

// MaxActivities is how many activities are logged at once.
const MaxActivities = 500

// LogActivities records what an athlete did, at most MaxActivities, all or none, and returns it in the same order with the sessions that
// changed. One whose external id is known replaces the earlier one and keeps its id, its session and what the athlete said of it; the
// external id of one that was merged into another stands for that other, which stays as it is.
//
// One with a SessionID fulfils that session. The others, where they are new or of another day, start, sport or length than before, are
// possible duplicates of what is there (training.Activity.MayBe) or fulfil the sessions that training.Match finds. A session that is not
// the athlete's, or that another activity fulfils which cannot be the same training, is a *training.InputError; one of a day to come a
// *ConflictError. Asked again with a key (see access.Keyed) they are told as they stand, without those that have been removed.
func (store *TrainingLog) LogActivities(ctx context.Context, viewer, athlete training.UserID, activities []training.Activity) (Changed, error) {
	if err := checkActivities(activities); err != nil {
		return Changed{}, err
	}
	var logged Changed
	err := store.db.InTx(ctx, "log activities", func(ctx context.Context, tx bun.Tx) error {
		made, again, err := access.Once(ctx, tx, store.db.Now(), viewer, athlete, func(int) (made loggedIDs, err error) {
			logged, err = store.logActivities(ctx, tx, viewer, athlete, activities)
			return idsOf(logged), err
		})
		if again {
			logged, err = loggedAs(ctx, tx, athlete, made)
		}
		return err
	})
	return logged, err
}

// logActivities records what an athlete did whose calendar is locked.
func (store *TrainingLog) logActivities(ctx context.Context, tx bun.Tx, viewer, athlete training.UserID, activities []training.Activity) (Changed, error) {
	within, err := extentOf(ctx, tx, athlete, activities)
	if err != nil {
		return Changed{}, err
	}
	l, err := store.openLedger(ctx, tx, viewer, athlete, within)
	if err != nil {
		return Changed{}, err
	}
	entered, err := l.log(activities)
	if err != nil {
		return Changed{}, err
	}
	logged, err := store.save(ctx, tx, l, training.ActLogActivities)
	if err != nil {
		return Changed{}, err
	}
	logged.Activities = make([]training.Activity, len(entered))
	for i, a := range entered {
		logged.Activities[i] = *a
	}
	return logged, athletes.Heed(ctx, tx, store.db.Now(), viewer, athlete, notes(activities)...)
}

// loggedIDs name what logging activities has changed.
type loggedIDs struct {
	Activities []training.ActivityID `json:"activities,omitempty"`
	Sessions   []training.SessionID  `json:"sessions,omitempty"`
}

func idsOf(c Changed) (ids loggedIDs) {
	for i := range c.Activities {
		ids.Activities = append(ids.Activities, c.Activities[i].ID)
	}
	for i := range c.Sessions {
		ids.Sessions = append(ids.Sessions, c.Sessions[i].ID)
	}
	return ids
}

// loggedAs is what was logged, as it is now, without what has been removed since.
func loggedAs(ctx context.Context, tx bun.Tx, athlete training.UserID, made loggedIDs) (c Changed, err error) {
	var rows []journal.ActivityRow
	err = tx.NewSelect().Model(&rows).Where("a.athlete_id = ?", athlete).Where("a.id IN (?)", bun.List(made.Activities)).Scan(ctx)
	if err != nil {
		return c, err
	}
	activities := postgres.ByID(journal.ActivitiesOf(rows), func(a training.Activity) training.ActivityID { return a.ID })
	for _, id := range made.Activities {
		if a, is := activities[id]; is {
			c.Activities = append(c.Activities, a)
		}
	}
	sessions, err := journal.SessionsAmong(ctx, tx, athlete, made.Sessions)
	for _, id := range made.Sessions {
		if s, stands := sessions[id]; stands {
			c.Sessions = append(c.Sessions, s)
		}
	}
	return c, err
}

// notes are what is written beside activities.
func notes(activities []training.Activity) []athletes.Said {
	var list []athletes.Said
	for i := range activities {
		if note := activities[i].Note; note != nil {
			list = append(list, athletes.Said{Source: training.SaidInNote, Text: *note})
		}
	}
	return list
}

// checkActivities refuses too many, and two of one name, of which one would replace the other.
func checkActivities(activities []training.Activity) error {
	var faults training.InputError
	training.CheckCount(&faults, "activities", len(activities), 0, MaxActivities)
	seen := map[string]int{}
	for i, a := range activities {
		if a.ExternalID == nil {
			continue
		}
		if first, twice := seen[*a.ExternalID]; twice {
			faults.Add(fmt.Sprintf("activities[%d].externalId", i), fmt.Sprintf("is that of activities[%d] too", first))
		}
		seen[*a.ExternalID] = i
	}
	return faults.Err()
}

// extentOf is what logging activities may change: what is around their days, and around those of the ones they replace.
func extentOf(ctx context.Context, tx bun.Tx, athlete training.UserID, activities []training.Activity) (extent, error) {
	var e extent
	var names []string
	for _, a := range activities {
		e.around(a.Date)
		if postgres.Canonical(a.SessionID) {
			e.sessions = append(e.sessions, a.SessionID)
		}
		if a.ExternalID != nil {
			names = append(names, *a.ExternalID)
		}
	}
	var known []journal.ActivityRow
	err := tx.NewSelect().Model(&known).Where("a.athlete_id = ?", athlete).WhereGroup(" AND ", func(q *bun.SelectQuery) *bun.SelectQuery {
		return q.Where("a.external_id IN (?)", bun.List(names)).WhereOr("a.aliases && ARRAY[?]::text[]", bun.List(names))
	}).Scan(ctx)
	for _, row := range known {
		e.activity(row.Activity())
	}
	return e, err
}

// log enters activities, and returns where each has come to stand.
func (l *ledger) log(activities []training.Activity) ([]*training.Activity, error) {
	entered := make([]*training.Activity, len(activities))
	var fresh []*training.Activity
	for i, a := range activities {
		var isFresh bool
		if entered[i], isFresh = l.enter(a); isFresh {
			fresh = append(fresh, entered[i])
		}
	}
	var faults training.InputError
	for i, a := range activities {
		if a.SessionID == "" {
			continue
		}
		if err := l.name(entered[i], a.SessionID, fmt.Sprintf("activities[%d].sessionId", i), &faults); err != nil {
			return nil, err
		}
		if !slices.Contains(fresh, entered[i]) {
			fresh = append(fresh, entered[i])
		}
	}
	if err := faults.Err(); err != nil {
		return nil, err
	}
	l.settle(fresh)
	return entered, nil
}

// enter adds an activity or replaces the one of its external id, and tells whether it is one that has no place yet. What it does not say
// one that another was merged into goes on to know.
func (l *ledger) enter(a training.Activity) (entered *training.Activity, fresh bool) {
	known := l.known(a.ExternalID)
	switch {
	case known == nil:
		a.ID, a.AthleteID, a.SessionID, a.MatchedBy = postgres.NewID[training.ActivityID](), l.user.ID, "", ""
		a.Matching, a.DuplicateOf, a.Kept, a.Aliases = cmp.Or(a.Matching, training.MatchAny), "", false, nil
		l.activities = append(l.activities, &a)
		return &a, true
	case known.ExternalID == nil || *known.ExternalID != *a.ExternalID: // was merged into it
		return known, false
	}
	before := *known
	a.ID, a.AthleteID, a.SessionID, a.MatchedBy = before.ID, before.AthleteID, before.SessionID, before.MatchedBy
	a.DuplicateOf, a.Kept, a.Aliases = before.DuplicateOf, before.Kept, before.Aliases
	if a.Matching != training.MatchNone {
		a.Matching = before.Matching
	}
	if len(before.Aliases) > 0 {
		a.Learn(&before)
	}
	*known = a
	l.follow(known)
	return known, !sameTime(&before, known)
}

// known is the activity that an external id stands for.
func (l *ledger) known(name *string) *training.Activity {
	if name == nil {
		return nil
	}
	for _, a := range l.activities {
		if a.ExternalID != nil && *a.ExternalID == *name || slices.Contains(a.Aliases, *name) {
			return a
		}
	}
	return nil
}

// sameTime tells whether nothing has changed that matching goes by.
func sameTime(a, b *training.Activity) bool {
	return a.Date == b.Date && a.Sport == b.Sport && a.DurationSeconds == b.DurationSeconds && reflect.DeepEqual(a.Start, b.Start)
}

// name has an activity fulfil the session that was named with it. One that an activity fulfils which may be the same training has it
// already.
func (l *ledger) name(a *training.Activity, id training.SessionID, path string, faults *training.InputError) error {
	s := l.session(id)
	if s == nil {
		faults.Add(path, "is not a session of the athlete's")
		return nil
	}
	if err := l.checkBegun(s); err != nil {
		return err
	}
	other := l.activity(s.ActivityID)
	switch {
	case other == nil || other == a:
		l.link(a, s, training.MatchedNamed)
	case a.Kept || !a.MayBe(other):
		faults.Add(path, "is fulfilled by another activity already: unlink or remove that one first")
	default:
		l.unlink(a)
	}
	return nil
}
