package resolvers

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"fortnight/db"
	"fortnight/graph/model"
	"fortnight/planner/runs"
	"fortnight/planner/view"
	"fortnight/planner/whynot"
	"fortnight/rules"
	"fortnight/session"
	"fortnight/training"
	"fortnight/wish"
)

// PlanRun is one of the caller or of an athlete who granted the caller.
func (r *query) PlanRun(ctx context.Context, id string) (*runs.Run, error) {
	return r.run(ctx, training.RunID(id))
}

// WhyNot says why the plan of a run does not have something on a day.
func (r *query) WhyNot(ctx context.Context, runID string, date training.Date, familyID, workoutID *string, candidate *int) (*whynot.Answer, error) {
	question := whynot.Question{
		Date: date, Family: session.ID(orElse(familyID, "")), Workout: training.WorkoutID(orElse(workoutID, "")), Candidate: candidate,
	}
	if err := question.Check(); err != nil {
		return nil, err
	}
	run, progress, err := r.DB.RunProgress(ctx, viewer(ctx), training.RunID(runID))
	if err != nil {
		return nil, err
	}
	if workoutID != nil {
		if _, err := r.workout(ctx, question.Workout); err != nil {
			return nil, err
		}
	}
	return heavily(ctx, r.Resolver, func() (*whynot.Answer, error) { return question.Answer(ctx, r.DB, run, progress) })
}

// Workout is what was tried.
func (r *whyNotResolver) Workout(ctx context.Context, w *whynot.Answer) (*training.Workout, error) {
	return r.workoutOrNil(ctx, w.WorkoutID)
}

// PlanRuns are an athlete's, newest first.
func (r *query) PlanRuns(ctx context.Context, athleteID *string, first *int, after *string) (*model.PlanRunConnection, error) {
	return r.planRuns(ctx, athlete(ctx, athleteID), first, after)
}

// Calendar is that of the run's days, as it is now.
func (r *planRunResolver) Calendar(ctx context.Context, run *runs.Run) (*view.CalendarView, error) {
	return r.calendarOfAnswer(ctx, run.AthleteID, &run.From, run.Days)
}

// GeneratePlan starts a run and answers at once.
func (r *mutation) GeneratePlan(ctx context.Context, input model.GeneratePlanInput) (*model.PlanRunPayload, error) {
	ctx = db.Expecting(ctx, input.Revision)
	who, err := r.whose(ctx, input.AthleteID)
	if err != nil {
		return nil, err
	}
	user, err := r.DB.User(ctx, viewer(ctx), who)
	if err != nil {
		return nil, err
	}
	today := r.today(user.Profile)
	request := runs.Request{
		AthleteID: who, RequestedBy: viewer(ctx), From: orElse(input.From, today), Days: orElse(input.Days, 14),
		Wish: orElse(input.Wish, ""), Engine: orElse(input.Engine, r.Engines[0]), KeepPlanned: orElse(input.KeepPlanned, false),
		Apply: orElse(input.Apply, true), TargetFitness: input.TargetFitness, Seed: orElse(input.Seed, 0),
		Candidates: orElse(input.Candidates, 1), IdempotencyKey: input.IdempotencyKey,
	}
	var faults training.InputError
	request.Wishes = wishesOf(input.Wishes, request.From, request.Days)
	request.Wishes.Check(&faults, "wishes", request.From, request.Days)
	if input.Goal != nil {
		request.Goal = goalOf(input.Goal, "goal.", &faults)
		request.Goal.Check(&faults, "goal.", user.Profile.Events)
		request.Goal.CheckDay(&faults, "goal.", today)
	}
	if err := r.checkRequest(request, today, faults); err != nil {
		return nil, err
	}
	return runPayload(r.DB.CreateRun(ctx, request))
}

// wishesOf are wishes as they are stated, nil for none; one that names no days is for all of the plan.
func wishesOf(inputs []*model.WishInput, from training.Date, days int) wish.Wishes {
	var list wish.Wishes
	for _, in := range inputs {
		w := wish.Wish{
			Kind: in.Kind, Strength: orElse(in.Strength, wish.StrengthOf(in.Kind)), Session: orElse(in.Session, ""), Family: session.ID(orElse(in.FamilyID, "")),
			Focus: orElse(in.Focus, ""), Sport: orElse(in.Sport, ""), Region: orElse(in.Region, ""), Condition: orElse(in.Condition, ""),
			Bound: orElse(in.Bound, ""), Count: orElse(in.Count, 0), Per: orElse(in.Per, ""), Minutes: orElse(in.Minutes, 0), Meters: orElse(in.Meters, 0),
			Priority: orElse(in.Priority, ""), Format: orElse(in.Format, ""), From: orElse(in.From, 0), To: orElse(in.To, 0), Equipment: in.Equipment, Dates: in.Dates, Each: orElse(in.Each, false), Away: in.Away,
		}
		if w.Dates == nil && days >= 1 && days <= rules.MaxDays {
			for n := range days {
				w.Dates = append(w.Dates, from.AddDays(n))
			}
		}
		list = append(list, w)
	}
	return list
}

// checkRequest adds what is wrong with a request to the faults that its goal has.
func (r *Resolver) checkRequest(request runs.Request, today training.Date, faults training.InputError) error {
	training.CheckDate(&faults, "from", request.From, today, today.AddDays(maxPlanAhead))
	training.CheckInt(&faults, "days", &request.Days, 1, rules.MaxDays)
	training.CheckText(&faults, "wish", request.Wish, 0, 500)
	training.CheckInt(&faults, "candidates", &request.Candidates, 1, runs.MaxCandidates)
	training.CheckFloat(&faults, "targetFitness", request.TargetFitness, 0, 250)
	if request.IdempotencyKey != nil {
		training.CheckText(&faults, "idempotencyKey", *request.IdempotencyKey, 1, 200)
	}
	if !slices.Contains(r.Engines, request.Engine) {
		faults.Add("engine", fmt.Sprintf("%s is not configured here; %v is", request.Engine, r.Engines))
	}
	return faults.Err()
}

// CancelPlanRun asks a run to stop.
func (r *mutation) CancelPlanRun(ctx context.Context, input model.CancelPlanRunInput) (*model.PlanRunPayload, error) {
	return runPayload(r.DB.CancelRun(ctx, viewer(ctx), training.RunID(input.RunID)))
}

func runPayload(run runs.Run, err error) (*model.PlanRunPayload, error) {
	if err != nil {
		return nil, err
	}
	return &model.PlanRunPayload{Run: &run}, nil
}

// ApplyPlan puts a finished proposal on the calendar, of several the one that is chosen.
func (r *mutation) ApplyPlan(ctx context.Context, input model.ApplyPlanInput) (*model.CalendarPayload, error) {
	ctx = db.Expecting(ctx, input.Revision)
	return r.calendarPayload(r.DB.ApplyRun(ctx, viewer(ctx), training.RunID(input.RunID), orElse(input.Candidate, 1)))
}

// RevertPlan puts the calendar back as it was before a run was applied.
func (r *mutation) RevertPlan(ctx context.Context, input model.RevertPlanInput) (*model.CalendarPayload, error) {
	ctx = db.Expecting(ctx, input.Revision)
	return r.calendarPayload(r.DB.RevertRun(ctx, viewer(ctx), training.RunID(input.RunID)))
}

func (r *mutation) calendarPayload(run runs.Run, err error) (*model.CalendarPayload, error) {
	if err != nil {
		return nil, err
	}
	return &model.CalendarPayload{Changed: r.changed(run.AthleteID, run.From, run.From.AddDays(run.Days-1))}, nil
}

// PlanEvents streams every decision of a run.
func (r *subscription) PlanEvents(ctx context.Context, runID string, after *int) (<-chan runs.Event, error) {
	return r.DB.WatchRun(ctx, viewer(ctx), training.RunID(runID), orElse(after, 0), r.readTogether(ctx))
}

// Athlete is whom the run plans for.
func (r *planRunResolver) Athlete(ctx context.Context, run *runs.Run) (*training.User, error) {
	return r.user(ctx, run.AthleteID)
}

// RequestedBy is who asked.
func (r *planRunResolver) RequestedBy(ctx context.Context, run *runs.Run) (*training.User, error) {
	return r.userOrNil(ctx, run.RequestedBy)
}

// Events are the run's decisions, of some kinds and stages, page by page.
func (r *planRunResolver) Events(ctx context.Context, run *runs.Run, kinds []runs.EventKind, stages []runs.Stage, first *int, after *string) (*model.PlanEventConnection, error) {
	n, err := pageSize(first, 100, 500)
	if err != nil {
		return nil, err
	}
	which := runs.EventFilter{Kinds: kinds, Stages: stages}
	if err := which.Validate(); err != nil {
		return nil, err
	}
	page, err := r.DB.RunEvents(ctx, viewer(ctx), run.ID, which, n, orElse(after, ""))
	if err != nil {
		return nil, err
	}
	return &model.PlanEventConnection{Connection: connection(page, after)}, nil
}

// Candidates are what was found, without workouts that are gone or that the viewer may not see any more.
func (r *candidatesRetrievedResolver) Candidates(ctx context.Context, e *runs.CandidatesRetrieved) ([]*training.WorkoutMatch, error) {
	loads := make([]func() (training.Workout, error), len(e.Candidates))
	for i, match := range e.Candidates {
		loads[i] = loadersFrom(ctx).workouts.LoadThunk(ctx, match.WorkoutID)
	}
	matches := make([]*training.WorkoutMatch, 0, len(loads))
	for i, load := range loads {
		if _, err := load(); err == nil {
			matches = append(matches, &e.Candidates[i])
		} else if !errors.Is(err, db.ErrNotFound) {
			return nil, err
		}
	}
	return matches, nil
}

// Workout is what the proposal puts on the day.
func (r *proposedSessionResolver) Workout(ctx context.Context, p *runs.ProposedSession) (*training.Workout, error) {
	return r.workoutOrNil(ctx, p.WorkoutID)
}

// Session is the one that stood on the calendar already, as it is now.
func (r *proposedSessionResolver) Session(ctx context.Context, p *runs.ProposedSession) (*training.PlannedSession, error) {
	if id := p.SessionID(); id != nil {
		return orGone(r.session(ctx, training.SessionID(*id)))
	}
	return nil, nil
}

// Resolved is the workout for the athlete of the run.
func (r *proposedSessionResolver) Resolved(ctx context.Context, p *runs.ProposedSession) (*training.ResolvedWorkout, error) {
	w, err := r.workoutOrNil(ctx, p.WorkoutID)
	if w == nil || err != nil {
		return nil, err
	}
	return r.resolved(ctx, w, p.AthleteID, nil)
}

// Before is the workout that was there.
func (r *planChangeResolver) Before(ctx context.Context, c *runs.Change) (*training.Workout, error) {
	return r.workoutOrNil(ctx, c.Before)
}

// After is the workout that is there now.
func (r *planChangeResolver) After(ctx context.Context, c *runs.Change) (*training.Workout, error) {
	return r.workoutOrNil(ctx, c.After)
}

// Before is the workout that gave way.
func (r *sessionReplacedResolver) Before(ctx context.Context, e *runs.SessionReplaced) (*training.Workout, error) {
	return r.workoutOrNil(ctx, e.Before)
}

// After is the workout in its place.
func (r *sessionReplacedResolver) After(ctx context.Context, e *runs.SessionReplaced) (*training.Workout, error) {
	return r.workoutOrNil(ctx, e.After)
}

// By is who asked to cancel.
func (r *runCancelledResolver) By(ctx context.Context, e *runs.RunCancelled) (*training.User, error) {
	return r.userOrNil(ctx, e.By)
}
