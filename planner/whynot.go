package planner

import (
	"fortnight/rules"
	"fortnight/session"
	"fortnight/solver"
	"fortnight/training"
)

// WhyNotQuestion asks why a run's plan does not have something on a day: a family of sessions, or a workout. Candidate is which of the run's
// fortnights is meant, from 1; nil is the one on the calendar, else the first.
type WhyNotQuestion struct {
	Date      training.Date
	Family    session.ID
	Workout   training.WorkoutID
	Candidate *int
}

// WhyNotVerdict is what an answer comes to.
type WhyNotVerdict string

// The verdicts.
const (
	WhyNotStands      WhyNotVerdict = "STANDS"
	WhyNotNoCandidate WhyNotVerdict = "NO_CANDIDATE"
	WhyNotBreaksRule  WhyNotVerdict = "BREAKS_RULE"
	WhyNotCostsMore   WhyNotVerdict = "COSTS_MORE"
	WhyNotAsGood      WhyNotVerdict = "AS_GOOD"
)

// WhyNot is the answer. Title, WorkoutID and Cost are empty where nothing could be tried on the day; Breaks are the HARD rows that are broken
// with it and not without it, InPlaceOf what gives way to it, Terms by what the plan costs more, and MovedOn what has changed on the calendar.
type WhyNot struct {
	Date      training.Date
	FamilyID  *string
	Title     *string
	WorkoutID training.WorkoutID
	Verdict   WhyNotVerdict
	Message   string
	Reasons   []WhyNotReason
	Breaks    []rules.RuleCheck
	InPlaceOf []training.PlannedSession
	Cost      *float64
	Terms     []solver.Term
	MovedOn   *string
}

// Check finds what no run can be asked, a *training.InputError.
func (q *WhyNotQuestion) Check() error {
	var faults training.InputError
	if (q.Family == "") == (q.Workout == "") {
		faults.Add("familyId", "give a familyId or a workoutId, not both")
	}
	if _, known := session.Find(q.Family); q.Family != "" && !known {
		faults.Add("familyId", "there is no such family of sessions")
	}
	if q.Candidate != nil {
		training.CheckInt(&faults, "candidate", q.Candidate, 1, MaxCandidates)
	}
	return faults.Err()
}

// checkFor finds what the run cannot be asked.
func (q *WhyNotQuestion) checkFor(run *Run) error {
	var faults training.InputError
	training.CheckDate(&faults, "date", q.Date, run.From, run.From.AddDays(run.Days-1))
	if q.Candidate != nil {
		training.CheckInt(&faults, "candidate", q.Candidate, 1, max(1, len(run.Ways)))
	}
	return faults.Err()
}

// proposal are the sessions that are asked about.
func (q *WhyNotQuestion) proposal(run *Run) []ProposedSession {
	n := 1
	switch {
	case q.Candidate != nil:
		n = *q.Candidate
	case run.Chosen != nil:
		n = *run.Chosen
	}
	if n > 1 {
		return run.Ways[n-1].Sessions
	}
	return run.Proposal
}

// WhyNotReasonKind is why something was no candidate for a day.
type WhyNotReasonKind string

// The kinds.
const (
	ReasonPast       WhyNotReasonKind = "PAST"
	ReasonClosedDay  WhyNotReasonKind = "CLOSED_DAY"
	ReasonEvent      WhyNotReasonKind = "EVENT"
	ReasonIllness    WhyNotReasonKind = "ILLNESS"
	ReasonHours      WhyNotReasonKind = "HOURS"
	ReasonWish       WhyNotReasonKind = "WISH"
	ReasonSport      WhyNotReasonKind = "SPORT"
	ReasonSeason     WhyNotReasonKind = "SEASON"
	ReasonExperience WhyNotReasonKind = "EXPERIENCE"
	ReasonEquipment  WhyNotReasonKind = "EQUIPMENT"
	ReasonHealth     WhyNotReasonKind = "HEALTH"
	ReasonGap        WhyNotReasonKind = "GAP"
	ReasonWeek       WhyNotReasonKind = "WEEK"
)

// WhyNotReason is one of them in a sentence.
type WhyNotReason struct {
	Kind    WhyNotReasonKind
	Message string
}
