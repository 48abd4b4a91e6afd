package resolvers

import (
	"strings"

	"github.com/google/uuid"

	"fortnight/graph"
	"fortnight/graph/model"
	"fortnight/planner/runs"
	"fortnight/rules"
	"fortnight/session"
	"fortnight/training"
)

// What is read or worked out for a field, in points, beside the fields of the answer: about what was measured with a library of 600 workouts, server and
// database together, a point being five microseconds, where nothing is remembered of the athlete. What proves to have cost less is given back.
// TestNoDocumentIsUnderpriced compares the price of documents with what they take.
const (
	countCost        = 10     // of counting a list
	readCost         = 50     // of a statement
	userCost         = 150    // of reading somebody by id, and what the caller may see of them
	runCost          = 100    // of reading a run
	weeksCost        = 150    // of where weeks stand in a season
	calendarCost     = 600    // of reading what there is to know of an athlete for some days, with a dozen statements
	runCertificate   = 800    // of unpacking the certificate of a run
	runWays          = 1500   // of unpacking the fortnights that a run proposes
	exercisesCost    = 20     // of looking through the catalogue of exercises
	searchCost       = 2000   // of searching the library
	similarCost      = 3000   // of searching it by a workout
	alternativesCost = 6000   // of searching it and of judging what was found: twice that where there is much to judge
	eventsCost       = 4000   // of reading the decisions of a run
	certificateCost  = 4000   // of judging a calendar, and of looking for what clashes in it: four times that where much does
	attentionCost    = 6500   // of judging the next days, and of looking for what clashes in them
	levelsCost       = 2000   // of reading what was done in a year, and where that leaves an athlete on each ladder
	seasonCost       = 12_000 // of looking along a season, up to a year of weeks
	whyNotCost       = 40_000 // of making a run's problem again and of judging one more plan
	planCost         = 1000   // of queueing a run
	expectedAthletes = 20     // of a coach who watches them all
	changeCost       = 50     // of a change
	passwordCost     = 100    // of hashing a password
	exportCost       = 4000   // of reading a page of all that is stored, and of unpacking what of it is packed
)

// setComplexity says what every list costs: as many times its elements as there may be, by its arguments or as calendars, workouts and
// certificates commonly have. Of a connection the root field has the multiplier, and its edges count once. What is nested in itself, as
// the steps of repeats, has fewer the deeper it goes, since a workout is bounded as a whole.
func setComplexity(c *graph.ComplexityRoot) {
	setQueryCosts(c)
	setMutationCosts(c)
	setUserCosts(c)
	setWorkoutCosts(c)
	setCalendarCosts(c)
	setRunCosts(c)
}

func setQueryCosts(c *graph.ComplexityRoot) {
	q := &c.Query
	q.Me = func(child int) int { return plus(userCost, child) }
	byID := func(cost int) func(int, string) int {
		return func(child int, _ string) int { return plus(cost, child) }
	}
	q.Athlete, q.PlanRun, q.Session, q.Workout = byID(userCost), byID(runCost), byID(readCost), byID(readCost)
	q.Athletes = func(child int, first *int, _ *string) int { return plus(readCost, page(child, first, 20)) }
	q.Activities = func(child int, _ *string, _, _ *training.Date, first *int, _ *string) int {
		return plus(readCost, page(child, first, 50))
	}
	q.PlanRuns = func(child int, _ *string, first *int, _ *string) int { return plus(runCost, page(child, first, 20)) }
	q.Workouts = func(child int, _ *session.WorkoutFilter, _ *training.WorkoutOrder, first *int, _ *string) int {
		return plus(readCost, page(child, first, 20))
	}
	q.SearchWorkouts = func(child int, _ string, _ *session.WorkoutFilter, first *int, _ *string) int {
		return plus(searchCost, page(child, first, 10))
	}
	q.Exercises = func(child int, _ *string, _ *training.ExerciseFilter, first *int, _ *string) int {
		return plus(exercisesCost, page(child, first, maxExercises))
	}
	q.SessionFamilies = func(child int, _ *training.Sport) int { return list(child, 120) }
	q.Node = func(child int, id string) int { return plus(nodesCost([]string{id}), child) }
	q.Nodes = func(child int, ids []string) int { return plus(nodesCost(ids), list(child, len(ids))) }
	q.Fitness = func(child int, _ *string, from, to training.Date) int { return days(child, from, to) }
	q.CoachInvitations = func(child int) int { return plus(readCost, list(child, 20)) }
	q.APITokens = func(child int) int { return plus(readCost, list(child, 5)) }
	c.ApiToken.Scopes = times(2)
	q.Rules = func(child int, _ *string) int { return plus(5*readCost, list(child, 60)) }
	q.Calendar = func(child int, _ *string, _ *training.Date, days *int) int { return fortnights(child, days) }
	q.CheckCalendar = func(child int, input model.CheckCalendarInput) int {
		return fortnights(child, input.Days)
	}
	q.Season = func(child int, _ *string, _ *training.Date) int { return plus(seasonCost, child) }
	q.WhyNot = func(child int, _ string, _ training.Date, _, _ *string, _ *int) int { return plus(whyNotCost, child) }
	c.Subscription.CalendarChanged = func(child int, _ *string, _ *training.Date, days, _ *int) int { return fortnights(child, days) }
	c.Subscription.AthletesChanged = func(child int, days *int, _ []*model.CalendarRevisionInput) int {
		return list(fortnights(child, days), expectedAthletes)
	}
	for _, within := range []*func(int) int{ // counted by the field that the connection is of
		&c.ActivityConnection.Edges, &c.PlanRunConnection.Edges, &c.UserConnection.Edges, &c.WorkoutConnection.Edges,
		&c.ActivityConnection.Nodes, &c.PlanRunConnection.Nodes, &c.UserConnection.Nodes, &c.WorkoutConnection.Nodes,
		&c.WorkoutMatchConnection.Edges, &c.WorkoutMatchConnection.Nodes, &c.ExerciseConnection.Edges, &c.ExerciseConnection.Nodes,
		&c.PlanEventConnection.Edges, &c.PlanEventConnection.Nodes,
	} {
		*within = times(1)
	}
	count := func(child int) int { return plus(countCost, child) }
	c.ActivityConnection.TotalCount, c.PlanRunConnection.TotalCount, c.UserConnection.TotalCount, c.WorkoutConnection.TotalCount = count, count, count, count
	c.PlanEventConnection.TotalCount = func(child int) int { return plus(readCost, child) }
	c.WorkoutMatchConnection.TotalCount = func(child int) int { return plus(searchCost/10, child) } // as many times as are asked for, 10 by default
}

func setMutationCosts(c *graph.ComplexityRoot) {
	m := &c.Mutation
	m.SignUp = func(child int, _ model.SignUpInput) int { return plus(passwordCost, child) }
	m.LogIn = func(child int, _ model.LogInInput) int { return plus(passwordCost, child) }
	m.ChangePassword = func(child int, _ model.ChangePasswordInput) int { return plus(passwordCost, child) }
	m.DeleteAccount = func(child int, _ model.DeleteAccountInput) int { return plus(passwordCost, child) }
	m.CreateAPIToken = func(child int, _ model.CreateAPITokenInput) int { return plus(passwordCost, child) }
	m.ExportMyData = func(child int, _ model.ExportMyDataInput) int { return plus(exportCost, child) }
	m.GeneratePlan = func(child int, _ model.GeneratePlanInput) int { return plus(planCost, child) }
	m.LogActivities = func(child int, input model.LogActivitiesInput) int {
		return plus(changeCost, list(child, len(input.Activities)))
	}
	m.ScheduleSessions = func(child int, input model.ScheduleSessionsInput) int {
		return plus(changeCost*max(1, len(input.Sessions)), list(child, (len(input.Sessions)+1)/2)) // the payload counts for two
	}
	m.RemoveSessions = func(child int, input model.RemoveSessionsInput) int {
		return plus(changeCost*max(1, len(input.SessionIds)), child)
	}
	m.CompleteSessions = func(child int, input model.CompleteSessionsInput) int {
		return plus(changeCost*max(1, len(input.Sessions)), list(child, (len(input.Sessions)+1)/2)) // the payload counts for two
	}
	m.ChangeCalendar = func(child int, input model.ChangeCalendarInput) int {
		changes := len(input.Moves) + len(input.Replacements) + len(input.Removals) + len(input.Additions)
		return plus(changeCost*max(1, changes), list(child, (changes+1)/2)) // the payload counts for two
	}
	c.RemoveSessionsPayload.SessionIds = times(10)
	c.ChangeCalendarPayload.Sessions, c.ChangeCalendarPayload.RemovedSessionIds = times(2), times(2)
	c.LogActivitiesPayload.Activities, c.LogActivitiesPayload.Sessions = times(1), times(1) // counted above
	of := func(child int, days *int) int { return fortnights(child, days) }
	for _, calendar := range []*func(int, *int) int{
		&c.ActivityPayload.Calendar, &c.CalendarPayload.Calendar, &c.ChangeCalendarPayload.Calendar, &c.CheckInPayload.Calendar, &c.EventPayload.Calendar, &c.LogActivitiesPayload.Calendar,
		&c.PlanDayPayload.Calendar, &c.ProfilePayload.Calendar, &c.RemoveSessionPayload.Calendar, &c.RemoveSessionsPayload.Calendar, &c.ReopenSessionPayload.Calendar, &c.RepairPayload.Calendar,
		&c.RestrictionPayload.Calendar, &c.RulePayload.Calendar, &c.SessionPayload.Calendar, &c.SessionsPayload.Calendar, &c.UndoCalendarChangePayload.Calendar,
	} {
		*calendar = of
	}
	c.ActivityPayload.Activities, c.ActivityPayload.Sessions = times(3), times(3)
}

func setUserCosts(c *graph.ComplexityRoot) {
	c.User.Coaches, c.User.Restrictions, c.Restriction.WayBack = times(20), times(10), times(12)
	c.User.Levels = func(child int, sport *training.Sport) int {
		if sport != nil {
			return plus(levelsCost, list(child, laddersOfSport))
		}
		return plus(levelsCost, list(child, ladders))
	}
	u := &c.User
	u.Calendar = func(child int, _ *training.Date, days *int) int { return fortnights(child, days) }
	u.Fitness = func(child int, from, to *training.Date) int {
		switch {
		case from != nil && to != nil:
			return days(child, *from, *to)
		case from == nil && to == nil:
			return plus(calendarCost, list(child, pastDays+1+aheadDays))
		}
		return plus(calendarCost, list(child, maxPastSpan))
	}
	u.Season = func(child int, _ *training.Date) int { return plus(seasonCost, child) }
	u.Activities = func(child int, _, _ *training.Date, first *int, _ *string) int {
		return plus(readCost, page(child, first, 50))
	}
	u.PlanRuns = func(child int, first *int, _ *string) int { return plus(runCost, page(child, first, 20)) }
	u.CheckIns = func(child int, from, to *training.Date) int { // as many as a habit of one every day makes
		if from == nil {
			return plus(readCost, list(child, pastDays+1))
		}
		return plus(readCost, spanned(child, *from, orElse(to, from.AddDays(maxPastSpan))))
	}
	u.Events = times(15)
	u.Attention = func(child int) int { return plus(calendarCost+attentionCost, list(child, 5)) }
	u.ThresholdHistory = func(child int, _ *training.ThresholdKind, first *int) int {
		return plus(readCost, page(child, first, 20))
	}
	p := &c.Profile
	p.OneRepMaxes, p.LoadSteps, p.Equipment, p.EquipmentOnDates, p.Events = times(10), times(10), times(15), times(10), times(15)
	p.SportExperienceMonths, p.LongestSessions, p.Conditions, p.Stations = times(6), times(6), times(4), times(6)
	p.Availability, p.DateAvailability = times(14), times(20)
	c.EquipmentOnDates.Equipment, c.AvailabilityWindow.Sports, c.DateAvailability.Windows, c.TimeWindow.Sports = times(10), times(3), times(2), times(3)
	c.TrainingGoal.BodyParts, c.TrainingGoal.Sports, c.UnderstoodGoal.Sports = times(3), times(3), times(3)
	c.CheckIn.Soreness, c.CheckIn.Banned, c.CheckIn.BannedSports = times(3), times(3), times(3)
	c.Activity.Aliases, c.Activity.Lifts, c.SessionResult.Lifts, c.LiftedExercise.Sets = times(2), times(5), times(5), times(3)
}

// How many exercises there may be: of the whole catalogue; next to one, which most have fewer of; and in the place of one.
const (
	maxExercises = 500
	neighbours   = 4
	substitutes  = 12
)

// How many families of sessions have a ladder, about, and how many of the sport with the most.
const (
	ladders        = 65
	laddersOfSport = 20
)

func setWorkoutCosts(c *graph.ComplexityRoot) {
	w := &c.Workout // steps count for less than there are, since each is of one kind and a document asks for all kinds
	w.Tags, w.Blocks, w.Instructions, w.TimeInZones = times(6), times(2), times(20), times(7)
	w.Similar = func(child int, first *int) int { return plus(similarCost, page(child, first, 5)) }
	c.Block.StepList, c.RepeatStep.StepList, c.StrengthStep.Sets = times(3), times(2), times(4)
	c.StrengthStep.Alternatives, c.EnduranceStep.Cues, c.EnduranceStep.Equipment = times(3), times(3), times(2)
	r := &c.ResolvedWorkout
	r.Blocks, r.Instructions, r.TimeInZones = times(2), times(20), times(7)
	c.ResolvedBlock.Steps, c.ResolvedStep.Steps, c.ResolvedStep.Sets = times(3), times(2), times(4)
	c.WorkoutMatch.Reasons = times(4)
	e := &c.Exercise
	e.Regressions, e.Progressions = times(neighbours), times(neighbours)
	e.Substitutes = func(child int, _ *training.ExerciseFilter) int { return plus(exercisesCost, list(child, substitutes)) }
	e.MuscleGroups, e.Muscles, e.Patterns, e.Equipment, e.EquipmentInstead = times(3), times(5), times(2), times(3), times(3)
	e.Contraindications = times(3)
	f := &c.SessionFamily
	f.Ladder, f.WindowList, f.FormatList, f.No, f.GearLists = times(8), times(5), times(5), times(4), times(3)
	f.Workouts = func(child int, first *int) int { return plus(readCost, page(child, first, 5)) }
}

func setCalendarCosts(c *graph.ComplexityRoot) {
	c.Calendar.Days, c.PlanDay.Sessions = times(14), times(2)
	c.Calendar.Weeks = func(child int) int { return plus(weeksCost, list(child, 2)) }
	c.Calendar.Certificate = func(child int) int { return plus(certificateCost, child) }
	c.CalendarPreview.Certificate = c.Calendar.Certificate
	c.CalendarUpdate.Days = times(14)
	c.CalendarPreview.Weeks = c.Calendar.Weeks
	c.CalendarPreview.Days, c.PreviewDay.Sessions = times(14), times(2)
	c.PlanDay.Events, c.PreviewDay.Events = times(1), times(1)
	c.CalendarChange.Days, c.PlanWeek.ByFocus = times(7), times(8)
	c.PlannedSession.Alternatives = func(child int, first *int) int { return plus(alternativesCost, page(child, first, 3)) }
	c.Certificate.Violations, c.Certificate.Conflicts = times(10), times(3)
	c.Certificate.Restrictions = func(child int) int { return plus(readCost, list(child, 4)) }
	c.Certificate.Checks = func(child int, _ *bool, _ *rules.Severity, _ []string, first, _ *int) int {
		return list(child, min(orElse(first, 100), 100))
	}
	c.Certificate.Notes = times(10)
	c.RuleCheck.Sessions = times(2)
	s := &c.ConflictSet
	s.Rules, s.Sessions, s.Dates, s.RepairsWithSessions, s.Advice = times(2), times(4), times(4), times(6), times(3)
	c.SessionsPayload.Sessions = times(2)
	c.Season.Weeks, c.Season.Notes, c.SeasonWeek.Families = times(20), times(4), times(3)
}

func setRunCosts(c *graph.ComplexityRoot) {
	r := &c.PlanRun
	r.Proposal, r.Changes = times(20), times(20)
	r.Ways = func(child int) int { return plus(runWays, list(child, runs.MaxCandidates)) }
	r.Certificate = func(child int) int { return plus(runCertificate, child) }
	r.Calendar = func(child int) int { return plus(calendarCost, child) }
	r.Heard, r.Questions = times(4), times(2)
	c.Wish.AwayList, c.Wish.Gear, c.WishQuestion.Readings, c.WishReading.Wishes = times(2), times(3), times(2), times(2)
	r.Events = func(child int, _ []runs.EventKind, _ []runs.Stage, first *int, _ *string) int { // each is of one kind, of some dozens
		return plus(eventsCost, page(child, first, 100)/4)
	}
	c.PlanCandidate.Sessions, c.PlanCandidate.Terms = times(20), times(15)
	c.WhyNot.Reasons, c.WhyNot.Breaks, c.WhyNot.InPlaceOf, c.WhyNot.Terms = times(4), times(4), times(2), times(10)
	// Of the kinds of events each event is one, so that a document which asks for all of all kinds pays for them many times over: their lists
	// count for less than they have.
	c.WishRead.Wishes, c.WishRead.NotUnderstood, c.Wish.Dates = times(2), times(2), times(2)
	c.TargetsSet.Weeks, c.WeekTarget.Sessions, c.WeekTarget.LeftOut, c.CandidatesRetrieved.Candidates = times(2), times(2), times(2), times(2)
}

// times is the cost of a list that commonly has so many elements.
func times(n int) func(child int) int { return func(child int) int { return list(child, n) } }

// page is the cost of a list that has as many elements as are asked for.
func page(child int, first *int, otherwise int) int {
	return list(child, max(0, orElse(first, otherwise)))
}

// list is the cost of a list of n elements; one of what has no fields is written as well.
func list(child, n int) int { return plus(1, min(max(child, 1), costCeiling)*n) }

// fortnights is the cost of a calendar of so many days, where the lists within count for fourteen.
func fortnights(child int, days *int) int {
	return plus(calendarCost, min(child, costCeiling)*max(1, orElse(days, calendarDays))/calendarDays)
}

// days is the cost of a list that has an element for each day of a calendar from one to another.
func days(child int, from, to training.Date) int { return plus(calendarCost, spanned(child, from, to)) }

// spanned is the cost of a list that has an element for each day from one to another.
func spanned(child int, from, to training.Date) int {
	return list(child, min(max(0, int(to-from)+1), maxPastSpan+1))
}

// nodesCost is the cost of looking things up by their ids, as far as an id tells what it names: a day is of a calendar. One statement tells what UUIDs
// name, and one for each kind reads them.
func nodesCost(ids []string) int {
	cost := 0
	for _, id := range ids {
		of, name, made := strings.Cut(id, ":")
		switch day, err := training.ParseDate(name); {
		case made && err == nil && day.String() == name:
			cost = plus(cost, calendarCost)
		case made || len(of) == len(uuid.Nil.String()):
			cost = plus(cost, readCost+runCost) // the dearest are runs and users
		}
	}
	return cost
}

// costCeiling is more than anything may cost, and far from where costs overflow.
const costCeiling = 1 << 40

func plus(a, b int) int { return min(a+b, costCeiling) }
