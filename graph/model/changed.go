package model

import (
	"context"
	"fmt"
	"slices"

	"fortnight/planner/runs"
	"fortnight/planner/view"
	"fortnight/prose"
	"fortnight/rules/catalogue"
	"fortnight/training"
)

// Done is an act that was done: after it all can be read as it is then.
type Done struct{}

// Query is where all that can be read begins.
func (Done) Query() *Query { return &Query{} }

// Changed are the days of an athlete's calendar that an act changed, from the first to the last.
type Changed struct {
	Done

	Athlete     training.UserID
	First, Last training.Date
	// Read reads so many days of the calendar from the first of them on, nil as many as it says itself.
	Read func(ctx context.Context, c Changed, days *int) (*view.CalendarView, error)
	// Today is the day that it is where an athlete is.
	Today func(ctx context.Context, of training.UserID) (training.Date, error)
}

// Calendar is the athlete's after the act.
func (c Changed) Calendar(ctx context.Context, days *int) (*view.CalendarView, error) {
	return c.Read(ctx, c, days)
}

// notice is what is to be said of sessions that an act has put somewhere: that some are planned on days that are over.
func (c Changed) notice(ctx context.Context, sessions ...*training.PlannedSession) (*string, error) {
	if len(sessions) == 0 {
		return nil, nil
	}
	today, err := c.Today(ctx, c.Athlete)
	if err != nil {
		return nil, err
	}
	var over []training.Date
	for _, s := range sessions {
		if s.Status == training.Planned && s.Date < today && !slices.Contains(over, s.Date) {
			over = append(over, s.Date)
		}
	}
	if len(over) == 0 {
		return nil, nil
	}
	slices.Sort(over)
	days := prose.Day(over[0]) + " is over"
	if n := len(over); n > 1 {
		days = prose.Day(over[0]) + " and " + prose.Day(over[n-1]) + " are over"
		if n > 2 {
			days = fmt.Sprintf("%d days from %s to %s are over", n, prose.Day(over[0]), prose.Day(over[n-1]))
		}
	}
	said := days + ": what is planned there counts as not done until it is recorded."
	return &said, nil
}

// Notice is what is to be said of where the session stands.
func (p SessionPayload) Notice(ctx context.Context) (*string, error) {
	return p.notice(ctx, p.Session)
}

// Notice is what is to be said of where the sessions stand.
func (p SessionsPayload) Notice(ctx context.Context) (*string, error) {
	return p.notice(ctx, p.Sessions...)
}

// Notice is what is to be said of where the sessions stand.
func (p ChangeCalendarPayload) Notice(ctx context.Context) (*string, error) {
	return p.notice(ctx, p.Sessions...)
}

// What acts answer, each with the object that it changed.
type (
	// AcceptInvitationPayload is what the type of that name has.
	AcceptInvitationPayload struct {
		Done

		Athlete *training.User
	}
	// ActivityPayload is what the type of that name has.
	ActivityPayload struct {
		Changed

		Activity   *training.Activity
		Activities []*training.Activity
		Sessions   []*training.PlannedSession
	}
	// CalendarPayload is what the type of that name has.
	CalendarPayload struct {
		Changed
	}
	// ChangeCalendarPayload is what the type of that name has.
	ChangeCalendarPayload struct {
		Changed

		Sessions          []*training.PlannedSession
		RemovedSessionIds []string
	}
	// CheckInPayload is what the type of that name has.
	CheckInPayload struct {
		Changed

		CheckIn *training.CheckIn
	}
	// CoachGrantPayload is what the type of that name has.
	CoachGrantPayload struct {
		Done

		Coach *training.User
	}
	// DeleteWorkoutPayload is what the type of that name has.
	DeleteWorkoutPayload struct {
		Done

		WorkoutID string
	}
	// ExportMyDataPayload is what the type of that name has.
	ExportMyDataPayload struct {
		Done

		Text     string
		PageInfo *PageInfo
	}
	// CreateAPITokenPayload is what CreateApiTokenPayload has.
	CreateAPITokenPayload struct {
		Done

		Secret string
		Token  *APIToken
	}
	// RevokeAPITokenPayload is what RevokeApiTokenPayload has.
	RevokeAPITokenPayload struct {
		Done

		TokenID string
	}
	// EventPayload is what the type of that name has.
	EventPayload struct {
		Changed

		Event *training.Event
	}
	// InviteCoachPayload is what the type of that name has.
	InviteCoachPayload struct {
		Done

		Email string
		Next  string
	}
	// LeaveAthletePayload is what the type of that name has.
	LeaveAthletePayload struct {
		Done

		AthleteID string
	}
	// LogActivitiesPayload is what the type of that name has.
	LogActivitiesPayload struct {
		Changed

		Activities []*training.Activity
		Sessions   []*training.PlannedSession
	}
	// PlanDayPayload is what the type of that name has.
	PlanDayPayload struct {
		Changed

		Day *training.PlanDay
	}
	// PlanRunPayload is what the type of that name has.
	PlanRunPayload struct {
		Done

		Run *runs.Run
	}
	// ProfilePayload is what the type of that name has.
	ProfilePayload struct {
		Changed

		User *training.User
	}
	// RemoveSessionPayload is what the type of that name has.
	RemoveSessionPayload struct {
		Changed

		SessionID string
	}
	// RemoveSessionsPayload is what the type of that name has.
	RemoveSessionsPayload struct {
		Changed

		SessionIds []string
	}
	// ReopenSessionPayload is what the type of that name has.
	ReopenSessionPayload struct {
		Changed

		Session  *training.PlannedSession
		Activity *training.Activity // that fulfilled it; nil where none did
	}
	// RepairPayload is what the type of that name has.
	RepairPayload struct {
		Changed

		Session *training.PlannedSession // nil where it was taken away
	}
	// RestrictionPayload is what the type of that name has.
	RestrictionPayload struct {
		Changed

		Restriction *training.Restriction
	}
	// RulePayload is what the type of that name has.
	RulePayload struct {
		Changed

		Rule *catalogue.AthleteRule
	}
	// SessionPayload is what the type of that name has.
	SessionPayload struct {
		Changed

		Session *training.PlannedSession
	}
	// SessionsPayload is what the type of that name has.
	SessionsPayload struct {
		Changed

		Sessions []*training.PlannedSession
	}
	// UndoCalendarChangePayload is what the type of that name has.
	UndoCalendarChangePayload struct {
		Changed

		Undone *training.CalendarChange
	}
	// WorkoutPayload is what the type of that name has.
	WorkoutPayload struct {
		Done

		Workout *training.Workout
	}
)
