package resolvers

import (
	"context"
	"fmt"

	"fortnight/db"
	"fortnight/graph/model"
	"fortnight/planner/runs"
	"fortnight/planner/view"
	"fortnight/rules"
	"fortnight/rules/catalogue"
	"fortnight/session"
	"fortnight/training"
)

// calendarDays is how many days a calendar has where nobody says how many.
const calendarDays = 14

// Calendar is an athlete's days: what was done, what is planned, and what the rules say.
func (r *query) Calendar(ctx context.Context, athleteID *string, from *training.Date, days *int) (*view.CalendarView, error) {
	return r.calendarOfAnswer(ctx, athlete(ctx, athleteID), from, orElse(days, calendarDays))
}

// Fitness is load and form for each day.
func (r *query) Fitness(ctx context.Context, athleteID *string, from, to training.Date) ([]*training.FitnessPoint, error) {
	return r.fitness(ctx, athlete(ctx, athleteID), from, to)
}

// Season is the road to what an athlete trains for.
func (r *query) Season(ctx context.Context, athleteID *string, from *training.Date) (*view.Season, error) {
	return r.season(ctx, athlete(ctx, athleteID), from)
}

// Athlete is whose road it is.
func (r *seasonResolver) Athlete(ctx context.Context, season *view.Season) (*training.User, error) {
	return r.user(ctx, season.AthleteID)
}

// LockDay locks a day as it stands.
func (r *mutation) LockDay(ctx context.Context, input model.LockDayInput) (*model.PlanDayPayload, error) {
	ctx = db.Expecting(ctx, input.Revision)
	who, err := r.whose(ctx, input.AthleteID)
	if err != nil {
		return nil, err
	}
	return r.setDayLock(ctx, who, input.Date, true)
}

// UnlockDay gives a day back to the planner.
func (r *mutation) UnlockDay(ctx context.Context, input model.UnlockDayInput) (*model.PlanDayPayload, error) {
	ctx = db.Expecting(ctx, input.Revision)
	who, err := r.whose(ctx, input.AthleteID)
	if err != nil {
		return nil, err
	}
	return r.setDayLock(ctx, who, input.Date, false)
}

func (r *mutation) setDayLock(ctx context.Context, athlete training.UserID, date training.Date, locked bool) (*model.PlanDayPayload, error) {
	if err := r.checkScheduled(ctx, athlete, date, "", nil); err != nil {
		return nil, err
	}
	if err := r.DB.LockDay(ctx, viewer(ctx), athlete, date, locked); err != nil {
		return nil, err
	}
	view, err := r.calendar(ctx, athlete, &date, 1)
	if err != nil {
		return nil, err
	}
	return &model.PlanDayPayload{Day: &view.Days()[0], Changed: r.changed(athlete, date)}, nil
}

// Rules are those a plan must keep, with the athlete's limits.
func (r *query) Rules(ctx context.Context, athleteID *string) ([]*catalogue.AthleteRule, error) {
	list, err := r.rules(ctx, viewer(ctx), athlete(ctx, athleteID))
	return pointers(list), err
}

// Athlete is whom the limit is for.
func (r *athleteRuleResolver) Athlete(ctx context.Context, rule *catalogue.AthleteRule) (*training.User, error) {
	return r.user(ctx, rule.AthleteID)
}

// OverrideRule sets an athlete's own limit for a rule.
func (r *mutation) OverrideRule(ctx context.Context, input model.OverrideRuleInput) (*model.RulePayload, error) {
	ctx = db.Expecting(ctx, input.Revision)
	who, err := r.whose(ctx, input.AthleteID)
	if err != nil {
		return nil, err
	}
	id := rules.ID(input.RuleID)
	if input.Limit != nil {
		user, err := r.DB.User(ctx, viewer(ctx), who)
		if err != nil {
			return nil, err
		}
		if err := catalogue.CheckOverrideFor(user.Profile, r.today(user.Profile), id, *input.Limit); err != nil {
			return nil, err
		}
	}
	if err := r.DB.SetOverride(ctx, viewer(ctx), who, id, input.Limit); err != nil {
		return nil, err
	}
	list, err := r.rules(ctx, viewer(ctx), who)
	if err != nil {
		return nil, err
	}
	user, err := r.user(ctx, who)
	if err != nil {
		return nil, err
	}
	for i := range list {
		if list[i].Rule.ID == id {
			return &model.RulePayload{Rule: &list[i], Changed: r.ahead(who, user.Profile)}, nil
		}
	}
	return nil, &training.InputError{Fields: []training.FieldError{{Path: "ruleId", Message: fmt.Sprintf("%.20q is not a rule", id)}}}
}

// Certificate is what the rules say of the calendar as it stands.
func (r *calendarResolver) Certificate(ctx context.Context, view *view.CalendarView) (*rules.Certificate, error) {
	certificate, err := r.judge(ctx, view.Athlete.ID, view.RulesInput)
	if err != nil {
		return nil, err
	}
	certificate.Revision = &view.Revision
	return certificate, nil
}

// judge has the rules check an input of an athlete, which is made where there is a place to work it out.
func (r *Resolver) judge(ctx context.Context, athlete training.UserID, input func() (rules.Input, error)) (*rules.Certificate, error) {
	return heavily(ctx, r, func() (*rules.Certificate, error) {
		in, err := input()
		if err != nil {
			return nil, err
		}
		certificate, err := runs.Judge(ctx, r.DB, athlete, in, session.Lifter{})
		return found(&certificate, err)
	})
}
