package resolvers

import (
	"context"

	"fortnight/planner/view"
	"fortnight/rules"
	"fortnight/training"
)

func (r *Resolver) calendar(ctx context.Context, athlete training.UserID, from *training.Date, days int) (*view.CalendarView, error) {
	var faults training.InputError
	training.CheckInt(&faults, "days", &days, 1, rules.MaxDays)
	if err := faults.Err(); err != nil {
		return nil, err
	}
	if from == nil {
		user, err := r.user(ctx, athlete)
		if err != nil {
			return nil, err
		}
		today := r.today(user.Profile)
		from = &today
	}
	snapshot, err := r.DB.CalendarSnapshot(ctx, viewer(ctx), athlete, *from, days)
	if err != nil {
		return nil, err
	}
	return &view.CalendarView{Snapshot: snapshot, From: *from, DayCount: days}, nil
}

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
