package resolvers

import (
	"cmp"
	"context"
	"maps"
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
	var asked []training.UserID
	for _, id := range ids {
		if !slices.Contains(asked, id.athlete) {
			asked = append(asked, id.athlete)
		}
	}
	lists, err := r.rulesOf(ctx, viewer, asked)
	found := map[athleteRuleID]catalogue.AthleteRule{}
	for athlete, list := range lists {
		for _, rule := range list {
			found[athleteRuleID{athlete, rule.Rule.ID}] = rule
		}
	}
	return found, err
}

// rulesOf are those that the plans of athletes must keep, of each whom the viewer may see.
func (r *Resolver) rulesOf(ctx context.Context, viewer training.UserID, athletes []training.UserID) (map[training.UserID][]catalogue.AthleteRule, error) {
	overrides, err := r.DB.OverridesByID(ctx, viewer, athletes)
	if err != nil {
		return nil, err
	}
	users, err := r.DB.UsersByID(ctx, viewer, slices.Collect(maps.Keys(overrides)))
	lists := make(map[training.UserID][]catalogue.AthleteRule, len(users))
	for id, user := range users {
		if user.HasProfile() { // else the right to see it has ended in between
			lists[id] = catalogue.ForAthlete(id, user.Profile, r.today(user.Profile), overrides[id])
		}
	}
	return lists, err
}

func (r *Resolver) rules(ctx context.Context, viewer, athlete training.UserID) ([]catalogue.AthleteRule, error) {
	lists, err := r.rulesOf(ctx, viewer, []training.UserID{athlete})
	if err != nil {
		return nil, err
	}
	list, is := lists[athlete]
	if !is {
		return nil, db.ErrNotFound
	}
	return list, nil
}
