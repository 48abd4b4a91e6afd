package resolvers

import (
	"context"

	"fortnight/db/calendars"
	"fortnight/graph/model"
	"fortnight/planner/runs"
	"fortnight/planner/view"
	"fortnight/reads"
	"fortnight/rules"
	"fortnight/training"
)

// calendar is an athlete's calendar as it is now.
func (r *Resolver) calendar(ctx context.Context, athlete training.UserID, from *training.Date, days int) (*view.CalendarView, error) {
	first, err := r.firstDay(ctx, athlete, from, days)
	if err != nil {
		return nil, err
	}
	snapshot, err := r.DB.CalendarSnapshot(ctx, viewer(ctx), athlete, first, days)
	if err != nil {
		return nil, err
	}
	return &view.CalendarView{Snapshot: snapshot, From: first, DayCount: days}, nil
}

// ofWhich are the fields of a calendar that do not go by what is on its days.
var ofWhich = map[string]bool{"__typename": true, "from": true, "to": true, "revision": true, "lastChange": true, "viewerCanUndo": true}

// calendarOfAnswer is the same read together with the other calendars of an answer, and without its days where none is asked for that goes by them. It is for
// reading alone: what it holds others may hold.
func (r *Resolver) calendarOfAnswer(ctx context.Context, athlete training.UserID, from *training.Date, days int) (*view.CalendarView, error) {
	first, err := r.firstDay(ctx, athlete, from, days)
	if err != nil {
		return nil, err
	}
	if reads.SelectsOnly(ctx, ofWhich) {
		revision, err := loadersFrom(ctx).revisions.Load(ctx, athlete)
		if err != nil {
			return nil, err
		}
		return &view.CalendarView{Snapshot: runs.Snapshot{Athlete: training.User{ID: athlete}, Revision: revision}, From: first, DayCount: days}, nil
	}
	snapshot, err := loadersFrom(ctx).snapshots.Load(ctx, calendars.SnapshotKey{Athlete: athlete, From: first, Days: days})
	if err != nil {
		return nil, err
	}
	return &view.CalendarView{Snapshot: snapshot.Snapshot, From: first, DayCount: days, Edition: snapshot.Edition}, nil
}

// firstDay is the day that was asked for, today where none was.
func (r *Resolver) firstDay(ctx context.Context, athlete training.UserID, from *training.Date, days int) (training.Date, error) {
	var faults training.InputError
	training.CheckInt(&faults, "days", &days, 1, rules.MaxDays)
	if err := faults.Err(); err != nil || from != nil {
		return orElse(from, 0), err
	}
	user, err := r.user(ctx, athlete)
	if err != nil {
		return 0, err
	}
	return r.today(user.Profile), nil
}

// fitness is load and form for each day from one to another.
func (r *Resolver) fitness(ctx context.Context, athlete training.UserID, from, to training.Date) ([]*training.FitnessPoint, error) {
	var faults training.InputError
	training.CheckDate(&faults, "to", to, from, from.AddDays(maxPastSpan))
	if err := faults.Err(); err != nil {
		return nil, err
	}
	snapshot, err := r.DB.CalendarSnapshot(ctx, viewer(ctx), athlete, from, int(to-from)+1)
	if err != nil {
		return nil, err
	}
	return pointers(snapshot.Ledger().Fitness(from, to)), nil
}

// season is the road to what an athlete trains for.
func (r *Resolver) season(ctx context.Context, athlete training.UserID, from *training.Date) (*view.Season, error) {
	user, err := r.DB.User(ctx, viewer(ctx), athlete)
	if err != nil {
		return nil, err
	}
	today := r.today(user.Profile)
	first := orElse(from, today)
	var faults training.InputError
	training.CheckDate(&faults, "from", first, today, today.AddDays(maxPlanAhead))
	if err := faults.Err(); err != nil {
		return nil, err
	}
	snapshot, err := r.DB.CalendarSnapshot(ctx, viewer(ctx), athlete, first, view.SeasonDays)
	if err != nil {
		return nil, err
	}
	season, err := view.Road(snapshot, first)
	return found(&season, err)
}

// checkIns are what an athlete said of the days from one to another, the newest first.
func (r *Resolver) checkIns(ctx context.Context, user *training.User, from, to *training.Date) ([]*training.CheckIn, error) {
	last := orElse(to, r.today(user.Profile))
	first := orElse(from, last.AddDays(-pastDays))
	var faults training.InputError
	training.CheckDate(&faults, "to", last, first, first.AddDays(maxPastSpan))
	if err := faults.Err(); err != nil {
		return nil, err
	}
	list, err := r.DB.CheckIns(ctx, viewer(ctx), user.ID, first, last)
	return pointers(list), err
}

// activities are what an athlete did, newest first.
func (r *Resolver) activities(ctx context.Context, athlete training.UserID, from, to *training.Date, first *int, after *string) (*model.ActivityConnection, error) {
	n, err := pageSize(first, 50, 100)
	if err != nil {
		return nil, err
	}
	page, err := r.DB.Activities(ctx, viewer(ctx), athlete, from, to, n, orElse(after, ""))
	if err != nil {
		return nil, err
	}
	return &model.ActivityConnection{Connection: connection(page, after)}, nil
}

// planRuns are an athlete's, newest first.
func (r *Resolver) planRuns(ctx context.Context, athlete training.UserID, first *int, after *string) (*model.PlanRunConnection, error) {
	n, err := pageSize(first, 20, 100)
	if err != nil {
		return nil, err
	}
	page, err := r.DB.Runs(ctx, viewer(ctx), athlete, n, orElse(after, ""))
	if err != nil {
		return nil, err
	}
	return &model.PlanRunConnection{Connection: connection(page, after)}, nil
}

// maxPastSpan is how many days after the first one the last day of a span of days lies at most.
const maxPastSpan = 400

// maxPlanAhead is how many days ahead a plan and a season may begin.
const maxPlanAhead = 365

// checkScheduled bounds the days that something can be put on, and refuses a start that its day does not have; nil is none. The field is
// the one that names it.
func (r *mutation) checkScheduled(ctx context.Context, athlete training.UserID, date training.Date, field string, start *training.LocalTime) error {
	user, err := r.DB.User(ctx, viewer(ctx), athlete)
	if err != nil {
		return err
	}
	var faults training.InputError
	today := r.today(user.Profile)
	training.CheckDate(&faults, "date", date, today.AddDays(-365), today.AddDays(365))
	if start != nil {
		user.Profile.CheckTime(&faults, field, date, *start)
	}
	return faults.Err()
}

// How many days before the athlete's today, and after it, are read where nobody says how many.
const (
	pastDays  = 27
	aheadDays = 13
)
