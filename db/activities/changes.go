package activities

import (
	"context"

	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/journal"
	"fortnight/db/postgres"
	"fortnight/training"
)

// changeActivities changes activities that the viewer may reach, all of one athlete, in one transaction under the calendar's lock. It returns
// the first of them as it is then, or was before it was removed.
func (store *TrainingLog) changeActivities(ctx context.Context, operation string, what training.CalendarAct, viewer training.UserID,
	ids []training.ActivityID, sessions []training.SessionID, change func(l *ledger, a []*training.Activity) error,
) (training.Activity, Changed, error) {
	var (
		first   training.Activity
		changed Changed
	)
	err := store.db.InTx(ctx, operation, func(ctx context.Context, tx bun.Tx) error {
		athlete, err := access.WhoseToChange(ctx, tx, "activities", viewer, ids[0])
		if err != nil {
			return err
		}
		if _, err := access.LockCalendar(ctx, tx, viewer, athlete); err != nil {
			return err
		}
		l, err := store.ledgerOf(ctx, tx, viewer, athlete, ids, sessions)
		if err != nil {
			return err
		}
		activities := make([]*training.Activity, len(ids))
		for i, id := range ids {
			if activities[i] = l.activity(id); activities[i] == nil {
				return access.Gone(ctx, tx, athlete, id)
			}
		}
		first = *activities[0]
		if err := change(l, activities); err != nil {
			return err
		}
		if is := l.activity(ids[0]); is != nil {
			first = *is
		}
		changed, err = store.save(ctx, tx, l, what)
		return err
	})
	return first, changed, err
}

// ledgerOf is the ledger around some activities.
func (store *TrainingLog) ledgerOf(ctx context.Context, tx bun.Tx, viewer, athlete training.UserID, ids []training.ActivityID, sessions []training.SessionID) (*ledger, error) {
	e := extent{activities: postgres.Possible(ids), sessions: postgres.Possible(sessions)}
	var rows []journal.ActivityRow
	if err := tx.NewSelect().Model(&rows).Where("a.athlete_id = ?", athlete).Where("a.id IN (?)", bun.List(e.activities)).Scan(ctx); err != nil {
		return nil, err
	}
	for _, row := range rows {
		e.activity(row.Activity())
	}
	return store.openLedger(ctx, tx, viewer, athlete, e)
}

// RemoveActivity removes an activity for good and returns it as it was, with what else changed: its session is what it was before, and a
// possible duplicate takes the activity's place. A session that was done by it makes it the athlete's to remove, a *ConflictError for
// others.
func (store *TrainingLog) RemoveActivity(ctx context.Context, viewer training.UserID, id training.ActivityID) (training.Activity, Changed, error) {
	return store.changeActivities(ctx, "remove activity", training.ActRemoveActivity, viewer, []training.ActivityID{id}, nil,
		func(l *ledger, a []*training.Activity) error {
			l.withdraw(a[0])
			return nil
		})
}

// LinkActivity has an activity fulfil a session, in place of any that it fulfilled. A possible duplicate, a session of a day to come and
// one that another activity fulfils are a *ConflictError.
func (store *TrainingLog) LinkActivity(ctx context.Context, viewer training.UserID, id training.ActivityID, session training.SessionID) (training.Activity, Changed, error) {
	return store.changeActivities(ctx, "link activity", training.ActLinkActivity, viewer, []training.ActivityID{id}, []training.SessionID{session},
		func(l *ledger, a []*training.Activity) error {
			s := l.session(session)
			if s == nil {
				return postgres.ErrNotFound
			}
			if !a[0].Counted() {
				return postgres.Conflict("the activity may be a duplicate of another one: merge the two or keep both first")
			}
			if s.ActivityID != "" && s.ActivityID != a[0].ID {
				return postgres.Conflict("another activity fulfils the session: unlink that one first")
			}
			if err := l.checkBegun(s); err != nil {
				return err
			}
			l.link(a[0], s, training.MatchedNamed)
			return nil
		})
}

// UnlinkActivity takes an activity from the session that it fulfils, which is then what it was before. From then on the activity stands on
// its own: it is matched to no session, whatever is sent or recorded. Without a session it is a *ConflictError.
func (store *TrainingLog) UnlinkActivity(ctx context.Context, viewer training.UserID, id training.ActivityID) (training.Activity, Changed, error) {
	return store.changeActivities(ctx, "unlink activity", training.ActUnlinkActivity, viewer, []training.ActivityID{id}, nil,
		func(l *ledger, a []*training.Activity) error {
			if a[0].SessionID == "" {
				return postgres.Conflict("the activity fulfils no session")
			}
			l.unlink(a[0])
			a[0].Matching = training.MatchNone
			return nil
		})
}

// KeepBothActivities says that a possible duplicate is a training of its own, for good: both count, and it is matched to a session as one
// that is new. One that is no possible duplicate is a *ConflictError.
func (store *TrainingLog) KeepBothActivities(ctx context.Context, viewer training.UserID, id training.ActivityID) (training.Activity, Changed, error) {
	return store.changeActivities(ctx, "keep both activities", training.ActKeepActivities, viewer, []training.ActivityID{id}, nil,
		func(l *ledger, a []*training.Activity) error {
			if a[0].Counted() {
				return postgres.Conflict("the activity is not taken for a duplicate of another one: it counts")
			}
			original := l.activity(a[0].DuplicateOf)
			a[0].DuplicateOf, a[0].Kept, original.Kept = "", true, true
			inherit(a[0], original)
			l.match(a, l.sessions)
			return nil
		})
}

// MergeActivities makes one training of two: keep stays with its id and its data, and takes from drop what it does not know, the session
// where it has none, and the external ids, which stand for it from then on. One and the same activity is a *training.InputError.
func (store *TrainingLog) MergeActivities(ctx context.Context, viewer training.UserID, keep, drop training.ActivityID) (training.Activity, Changed, error) {
	if keep == drop {
		return training.Activity{}, Changed{}, postgres.InputError("dropId", "is keepId: two activities are merged")
	}
	return store.changeActivities(ctx, "merge activities", training.ActMergeActivities, viewer, []training.ActivityID{keep, drop}, nil,
		func(l *ledger, a []*training.Activity) error { return l.merge(a[0], a[1]) })
}

func (l *ledger) merge(keep, drop *training.Activity) error {
	if !keep.TakeOver(drop) {
		return postgres.Conflict("the activity has %d external ids, as many as there may be", training.MaxAliases+1)
	}
	if drop.Counted() {
		keep.DuplicateOf = ""
	}
	for _, d := range l.duplicatesOf(drop.ID) {
		d.DuplicateOf = keep.ID
	}
	s, by := l.session(drop.SessionID), drop.MatchedBy
	keep.Kept = keep.Kept || drop.Kept
	if keep.SessionID == "" {
		inherit(keep, drop)
	}
	l.drop(drop)
	if s != nil && keep.SessionID == "" {
		l.link(keep, s, by)
	}
	l.follow(keep)
	return nil
}
