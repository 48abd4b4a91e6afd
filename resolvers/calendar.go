package resolvers

import (
	"context"
	"fmt"
	"slices"

	"fortnight/db"
	"fortnight/graph/model"
	"fortnight/planner/runs"
	"fortnight/planner/view"
	"fortnight/rules"
	"fortnight/rules/catalogue"
	"fortnight/session"
	"fortnight/training"
)

// Calendar is an athlete's days: what was done, what is planned, and what the rules say.
func (r *query) Calendar(ctx context.Context, athleteID *string, from *training.Date, days *int) (*view.CalendarView, error) {
	return r.calendar(ctx, athlete(ctx, athleteID), from, orElse(days, 14))
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
	return r.setDayLock(ctx, athlete(ctx, input.AthleteID), input.Date, true)
}

// UnlockDay gives a day back to the planner.
func (r *mutation) UnlockDay(ctx context.Context, input model.UnlockDayInput) (*model.PlanDayPayload, error) {
	return r.setDayLock(ctx, athlete(ctx, input.AthleteID), input.Date, false)
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
	return &model.PlanDayPayload{Day: &view.Days()[0]}, nil
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
	id, who := rules.ID(input.RuleID), athlete(ctx, input.AthleteID)
	if input.Limit != nil {
		if err := catalogue.CheckOverride(id, *input.Limit); err != nil {
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
	for i := range list {
		if list[i].Rule.ID == id {
			return &model.RulePayload{Rule: &list[i]}, nil
		}
	}
	return nil, &training.InputError{Fields: []training.FieldError{{Path: "ruleId", Message: fmt.Sprintf("%.20q is not a rule", id)}}}
}

// maxCheckSessions bounds a what-if: three sessions a day for as many days as there may be.
const maxCheckSessions = 84

// CheckCalendar says what the rules would say of another plan for the same days. Nothing is stored.
func (r *query) CheckCalendar(ctx context.Context, input model.CheckCalendarInput) (*rules.Certificate, error) {
	var faults training.InputError
	training.CheckCount(&faults, "sessions", len(input.Sessions), 0, maxCheckSessions)
	if err := faults.Err(); err != nil {
		return nil, err
	}
	view, err := r.calendar(ctx, athlete(ctx, input.AthleteID), input.From, orElse(input.Days, 14))
	if err != nil {
		return nil, err
	}
	in := view.RulesInput(view.From, view.DayCount)
	if input.Sessions != nil {
		if err := r.replan(ctx, view, input.Sessions); err != nil {
			return nil, err
		}
		in.Sessions = view.Sessions // what was missed stays that of the calendar as it stands
	}
	return r.judge(ctx, view.Athlete.ID, in)
}

// Certificate is what the rules say of the calendar as it stands.
func (r *calendarResolver) Certificate(ctx context.Context, view *view.CalendarView) (*rules.Certificate, error) {
	certificate, err := r.judge(ctx, view.Athlete.ID, view.RulesInput(view.From, view.DayCount))
	if err != nil {
		return nil, err
	}
	certificate.Revision = &view.Revision
	return certificate, nil
}

func (r *Resolver) judge(ctx context.Context, athlete training.UserID, in rules.Input) (*rules.Certificate, error) {
	return heavily(ctx, r, func() (*rules.Certificate, error) {
		certificate, err := runs.Judge(ctx, r.DB, athlete, in, session.Lifter{})
		return found(&certificate, err)
	})
}

// replan puts other sessions in place of what is planned on the days of a view.
func (r *query) replan(ctx context.Context, view *view.CalendarView, inputs []*model.CheckSessionInput) error {
	view.Sessions = slices.DeleteFunc(view.Sessions, func(s training.Session) bool {
		return s.Status == training.Planned && s.Date >= view.From && s.Date <= view.To()
	})
	var faults training.InputError
	ids := make([]training.WorkoutID, len(inputs))
	for i, in := range inputs {
		training.CheckDate(&faults, fmt.Sprintf("sessions[%d].date", i), in.Date, view.From, view.To())
		ids[i] = training.WorkoutID(in.WorkoutID)
	}
	workouts, err := r.DB.Workouts(ctx, viewer(ctx), view.Athlete.Profile, ids)
	if err != nil {
		return err
	}
	for i, in := range inputs {
		at := slices.IndexFunc(workouts, func(w training.Workout) bool { return w.ID == ids[i] })
		if at < 0 {
			return db.ErrNotFound
		}
		w, start, field := &workouts[at], in.Start, "start"
		if start == nil {
			on := view.Hours().StartOn(in.Date, *w, view.Sessions)
			start, field = &on, "date"
		}
		view.Athlete.Profile.CheckTime(&faults, fmt.Sprintf("sessions[%d].%s", i, field), in.Date, *start)
		view.Sessions = append(view.Sessions, training.Session{
			PlannedSession: training.PlannedSession{
				ID: training.SessionID(fmt.Sprintf("what-if-%d", i+1)), AthleteID: view.Athlete.ID, Date: in.Date, Start: *start, WorkoutID: w.ID,
				Status: training.Planned, Lock: in.Lock, Key: orElse(in.Key, false), KeyFlagged: orElse(in.Key, false),
			},
			Title: w.Title, Sport: w.Sport, Focus: w.Focus, Load: w.Load, Family: w.Family, FamilyLevel: w.FamilyLevel,
		})
	}
	return faults.Err()
}
