package resolvers

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"fortnight/db"
	"fortnight/db/calendars"
	"fortnight/planner/view"
	"fortnight/rules"
	"fortnight/rules/catalogue"
	"fortnight/training"
)

// daysByID returns those days of calendars that the viewer may see: those near to each other are read together.
func (r *Resolver) daysByID(ctx context.Context, viewer training.UserID, ids []dayID) (map[dayID]training.PlanDay, error) {
	ids = slices.SortedFunc(slices.Values(ids), func(a, b dayID) int {
		return cmp.Or(cmp.Compare(a.athlete, b.athlete), cmp.Compare(a.date, b.date))
	})
	var keys []calendars.SnapshotKey
	for left := ids; len(left) > 0; {
		first, n := left[0], 1
		for n < len(left) && left[n].athlete == first.athlete && left[n].date < first.date.AddDays(rules.MaxDays) {
			n++
		}
		keys = append(keys, calendars.SnapshotKey{Athlete: first.athlete, From: first.date, Days: int(left[n-1].date-first.date) + 1})
		left = left[n:]
	}
	snapshots, err := r.DB.CalendarSnapshots(ctx, viewer, keys)
	if err != nil {
		return nil, err
	}
	shown := make(map[dayID]training.PlanDay, len(ids))
	for key, snapshot := range snapshots {
		for _, day := range (view.CalendarView{Snapshot: snapshot.Snapshot, From: key.From, DayCount: key.Days}).Days() {
			shown[dayID{key.Athlete, day.Date}] = day
		}
	}
	found := make(map[dayID]training.PlanDay, len(ids))
	for _, id := range ids {
		if day, is := shown[id]; is {
			found[id] = day
		}
	}
	return found, nil
}

// athleteRulesByID returns those rules of athletes that the viewer may see.
func (r *Resolver) athleteRulesByID(ctx context.Context, viewer training.UserID, ids []athleteRuleID) (map[athleteRuleID]catalogue.AthleteRule, error) {
	found, asked := map[athleteRuleID]catalogue.AthleteRule{}, map[training.UserID]bool{}
	for _, id := range ids {
		if asked[id.athlete] {
			continue
		}
		asked[id.athlete] = true
		list, err := r.rules(ctx, viewer, id.athlete)
		if err != nil && !errors.Is(err, db.ErrNotFound) {
			return nil, err
		}
		for _, rule := range list {
			found[athleteRuleID{id.athlete, rule.Rule.ID}] = rule
		}
	}
	return found, nil
}

// lastChanges are those of athletes' calendars, as far as there are any.
func (r *Resolver) lastChanges(ctx context.Context, viewer training.UserID, athletes []training.UserID) (map[training.UserID]training.CalendarChange, error) {
	found := make(map[training.UserID]training.CalendarChange, len(athletes))
	for _, athlete := range athletes {
		change, err := r.DB.LastChange(ctx, viewer, athlete)
		if errors.Is(err, db.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		found[athlete] = change
	}
	return found, nil
}

func (r *Resolver) rules(ctx context.Context, viewer, athlete training.UserID) ([]catalogue.AthleteRule, error) {
	user, err := r.DB.User(ctx, viewer, athlete)
	if err != nil {
		return nil, err
	}
	overrides, err := r.DB.Overrides(ctx, viewer, athlete)
	if err != nil {
		return nil, err
	}
	return catalogue.ForAthlete(athlete, user.Profile, r.today(user.Profile), overrides), nil
}
