package resolvers

import (
	"context"
	"fmt"
	"slices"

	"fortnight/db"
	"fortnight/graph"
	"fortnight/graph/model"
	"fortnight/planner/view"
	"fortnight/rules"
	"fortnight/training"
)

// maxCheckSessions bounds a what-if: three sessions a day for as many days as there may be.
const maxCheckSessions = 84

// CheckCalendar is the calendar as it would be. Nothing is stored.
func (r *query) CheckCalendar(ctx context.Context, input model.CheckCalendarInput) (*view.Preview, error) {
	var faults training.InputError
	training.CheckCount(&faults, "sessions", len(input.Sessions), 0, maxCheckSessions)
	training.CheckCount(&faults, "moves", len(input.Moves), 0, maxCheckSessions)
	training.CheckCount(&faults, "replacements", len(input.Replacements), 0, maxCheckSessions)
	training.CheckCount(&faults, "removals", len(input.Removals), 0, maxCheckSessions)
	training.CheckCount(&faults, "additions", len(input.Additions), 0, maxCheckSessions)
	if input.Sessions != nil && len(input.Moves)+len(input.Replacements)+len(input.Removals)+len(input.Additions) > 0 {
		faults.Add("sessions", "stands in place of what is planned: leave out moves, replacements, removals and additions, or sessions")
	}
	for i, in := range input.Moves {
		checkNoRevision(&faults, fmt.Sprintf("moves[%d].", i), in.Revision, in.UnchangedSince, ofAPreview)
	}
	for i, in := range input.Replacements {
		checkNoRevision(&faults, fmt.Sprintf("replacements[%d].", i), in.Revision, in.UnchangedSince, ofAPreview)
	}
	if err := faults.Err(); err != nil {
		return nil, err
	}
	who, err := r.whose(ctx, input.AthleteID, changedBy(input.Moves, input.Replacements, input.Removals)...)
	if err != nil {
		return nil, err
	}
	calendar, err := r.calendar(ctx, who, input.From, orElse(input.Days, 14))
	if err != nil {
		return nil, err
	}
	preview := view.NewPreview(*calendar)
	changes, err := r.changes(ctx, preview, input)
	if err != nil {
		return nil, err
	}
	preview.Change(changes, &faults)
	if err := faults.Err(); err != nil {
		return nil, err
	}
	field, put := "additions", input.Additions
	if input.Sessions != nil {
		preview.Sessions = slices.DeleteFunc(preview.Sessions, func(s training.Session) bool {
			return s.Status == training.Planned && s.Date >= preview.From && s.Date <= preview.To()
		})
		field, put = "sessions", input.Sessions
	}
	if err := r.plan(ctx, preview, field, put); err != nil {
		return nil, err
	}
	checkFull(&faults, preview, input.Moves, field, put)
	preview.Unsay()
	return preview, faults.Err()
}

// checkFull refuses what is put last on a day that would have too many sessions.
func checkFull(faults *training.InputError, preview *view.Preview, moves []*model.MoveSessionInput, field string, put []*model.CheckSessionInput) {
	for _, day := range preview.Full() {
		path := ""
		for i, in := range moves {
			if in.Date == day {
				path = fmt.Sprintf("moves[%d].date", i)
			}
		}
		for i, in := range put {
			if in.Date == day {
				path = fmt.Sprintf("%s[%d].date", field, i)
			}
		}
		if path != "" {
			faults.Add(path, fmt.Sprintf("cannot be: the day would have more than %d sessions, as many as a day may have", training.MaxSessionsOfDay))
		}
	}
}

// changedBy are the sessions that moves, replacements and removals name.
func changedBy(moves []*model.MoveSessionInput, replacements []*model.ReplaceSessionInput, removals []string) []string {
	var ids []string
	for _, in := range moves {
		ids = append(ids, in.SessionID)
	}
	for _, in := range replacements {
		ids = append(ids, in.SessionID)
	}
	return append(ids, removals...)
}

// Why a part of an input has no revision.
const (
	ofAPreview = "is of an act: leave it out of a preview, which says of which revision it is"
	ofTheWhole = "is of the whole act: give it beside the lists"
)

// checkNoRevision refuses revisions of a part, at a path that ends with a dot.
func checkNoRevision(faults *training.InputError, path string, revision, unchangedSince *int, why string) {
	if revision != nil {
		faults.Add(path+"revision", why)
	}
	if unchangedSince != nil {
		faults.Add(path+"unchangedSince", why)
	}
}

// changes are those of single sessions that an input asks for.
func (r *query) changes(ctx context.Context, preview *view.Preview, input model.CheckCalendarInput) ([]view.Change, error) {
	var list []view.Change
	for i, in := range input.Moves {
		list = append(list, view.Change{Session: training.SessionID(in.SessionID), Path: fmt.Sprintf("moves[%d].", i), Date: &in.Date, Start: in.Start})
	}
	ids := make([]training.WorkoutID, len(input.Replacements))
	for i, in := range input.Replacements {
		ids[i] = training.WorkoutID(in.WorkoutID)
	}
	workouts, err := r.measured(ctx, preview, ids)
	if err != nil {
		return nil, err
	}
	for i, in := range input.Replacements {
		list = append(list, view.Change{Session: training.SessionID(in.SessionID), Path: fmt.Sprintf("replacements[%d].", i), Workout: workouts[i]})
	}
	for i, id := range input.Removals {
		list = append(list, view.Change{Session: training.SessionID(id), Path: fmt.Sprintf("removals[%d].", i), Removes: true})
	}
	return list, nil
}

// measured are workouts for the athlete of a preview, in the order of their ids; one that the viewer may not see is db.ErrNotFound.
func (r *query) measured(ctx context.Context, preview *view.Preview, ids []training.WorkoutID) ([]*training.Workout, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	workouts, err := r.DB.Workouts(ctx, viewer(ctx), preview.Athlete.Profile, ids)
	if err != nil {
		return nil, err
	}
	list := make([]*training.Workout, len(ids))
	for i, id := range ids {
		at := slices.IndexFunc(workouts, func(w training.Workout) bool { return w.ID == id })
		if at < 0 {
			return nil, db.ErrNotFound
		}
		list[i] = &workouts[at]
	}
	return list, nil
}

// plan adds sessions to a preview.
func (r *query) plan(ctx context.Context, preview *view.Preview, field string, inputs []*model.CheckSessionInput) error {
	var faults training.InputError
	ids := make([]training.WorkoutID, len(inputs))
	for i, in := range inputs {
		path := fmt.Sprintf("%s[%d].date", field, i)
		if training.CheckDate(&faults, path, in.Date, preview.From, preview.To()); field == "additions" && slices.Contains(preview.LockedDays, in.Date) {
			faults.Add(path, "cannot be: the day is locked")
		}
		ids[i] = training.WorkoutID(in.WorkoutID)
	}
	workouts, err := r.measured(ctx, preview, ids)
	if err != nil {
		return err
	}
	var planned map[training.WorkoutID][]training.PlannedSession
	if field == "sessions" { // in the place of those that stand
		planned = preview.OfPlans()
	}
	for i, in := range inputs {
		w, start, named := workouts[i], in.Start, "start"
		if start == nil {
			on := preview.Hours().StartOn(in.Date, *w, preview.Sessions)
			start, named = &on, "date"
		}
		preview.Athlete.Profile.CheckTime(&faults, fmt.Sprintf("%s[%d].%s", field, i, named), in.Date, *start)
		preview.Sessions = append(preview.Sessions, training.Session{
			PlannedSession: training.PlannedSession{
				ID: training.SessionID(fmt.Sprintf("what-if-%d", i+1)), AthleteID: preview.Athlete.ID, Date: in.Date, Start: *start, WorkoutID: w.ID,
				Status: training.Planned, Lock: in.Lock, Key: orElse(in.Key, false), KeyFlagged: orElse(in.Key, false),
			},
			Title: w.Title, Sport: w.Sport, Focus: w.Focus, Load: w.Load, Family: w.Family, FamilyLevel: w.FamilyLevel,
		})
		if same := planned[w.ID]; len(same) > 0 {
			s := &preview.Sessions[len(preview.Sessions)-1]
			s.RunID, s.Rationale, planned[w.ID] = same[0].RunID, same[0].Rationale, same[1:]
		}
	}
	return faults.Err()
}

type calendarPreviewResolver struct{ *Resolver }

// CalendarPreview resolves what a CalendarPreview does not carry itself.
func (r root) CalendarPreview() graph.CalendarPreviewResolver {
	return &calendarPreviewResolver{r.Resolver}
}

// Certificate is what the rules would say.
func (r *calendarPreviewResolver) Certificate(ctx context.Context, preview *view.Preview) (*rules.Certificate, error) {
	return r.judge(ctx, preview.Athlete.ID, preview.RulesInput)
}
