package whynot

import (
	"fmt"

	"fortnight/planner/runs"
	"fortnight/rules"
	"fortnight/session"
	"fortnight/solver"
	"fortnight/training"
)

// Question asks why a run's plan does not have something on a day: a family of sessions, or a workout. Candidate is which of the run's
// fortnights is meant, from 1; nil is the one on the calendar, else the first.
type Question struct {
	Date      training.Date
	Family    session.ID
	Workout   training.WorkoutID
	Candidate *int
}

// Verdict is what an answer comes to.
type Verdict string

// The verdicts.
const (
	Stands      Verdict = "STANDS"
	NoCandidate Verdict = "NO_CANDIDATE"
	BreaksRule  Verdict = "BREAKS_RULE"
	CostsMore   Verdict = "COSTS_MORE"
	AsGood      Verdict = "AS_GOOD"
)

// Answer is the answer. Title, WorkoutID and Cost are empty where nothing could be tried on the day; Breaks are the HARD rows that are broken
// with it and not without it, InPlaceOf what gives way to it, Terms by what the plan costs more, and MovedOn what has changed on the calendar.
type Answer struct {
	Date      training.Date
	FamilyID  *string
	Title     *string
	WorkoutID training.WorkoutID
	Verdict   Verdict
	Message   string
	Reasons   []Reason
	Breaks    []rules.RuleCheck
	InPlaceOf []training.PlannedSession
	Cost      *float64
	Terms     []solver.Term
	MovedOn   *string
}

// Check finds what no run can be asked, a *training.InputError.
func (q *Question) Check() error {
	var faults training.InputError
	switch {
	case q.Family == "" && q.Workout == "":
		faults.Add("familyId", "one of familyId and workoutId is needed: what the plan does not have")
	case q.Family != "" && q.Workout != "":
		faults.Add("workoutId", "familyId is given already: ask about one of the two at a time")
	}
	if _, known := session.Find(q.Family); q.Family != "" && !known {
		faults.Add("familyId", fmt.Sprintf("there is no family %.40q: families are those of Query.sessionFamilies, as R-LONG", string(q.Family)))
	}
	if q.Candidate != nil {
		training.CheckInt(&faults, "candidate", q.Candidate, 1, runs.MaxCandidates)
	}
	return faults.Err()
}

// checkFor finds what the run cannot be asked.
func (q *Question) checkFor(run *runs.Run) error {
	ways, err := run.Ways()
	if err != nil {
		return err
	}
	var faults training.InputError
	training.CheckDate(&faults, "date", q.Date, run.From, run.From.AddDays(run.Days-1))
	if q.Candidate != nil {
		training.CheckInt(&faults, "candidate", q.Candidate, 1, max(1, len(ways)))
	}
	return faults.Err()
}

// proposal are the sessions that are asked about.
func (q *Question) proposal(run *runs.Run) ([]runs.ProposedSession, error) {
	n := 1
	switch {
	case q.Candidate != nil:
		n = *q.Candidate
	case run.Chosen != nil:
		n = *run.Chosen
	}
	if n == 1 {
		return run.Proposal, nil
	}
	ways, err := run.Ways()
	if err != nil {
		return nil, err
	}
	return ways[n-1].Sessions, nil
}

// ReasonKind is why something was no candidate for a day.
type ReasonKind string

// The kinds.
const (
	ReasonPast       ReasonKind = "PAST"
	ReasonClosedDay  ReasonKind = "CLOSED_DAY"
	ReasonEvent      ReasonKind = "EVENT"
	ReasonIllness    ReasonKind = "ILLNESS"
	ReasonHours      ReasonKind = "HOURS"
	ReasonWish       ReasonKind = "WISH"
	ReasonSport      ReasonKind = "SPORT"
	ReasonSeason     ReasonKind = "SEASON"
	ReasonExperience ReasonKind = "EXPERIENCE"
	ReasonEquipment  ReasonKind = "EQUIPMENT"
	ReasonHealth     ReasonKind = "HEALTH"
	ReasonGap        ReasonKind = "GAP"
	ReasonWeek       ReasonKind = "WEEK"
)

// Reason is one of them in a sentence.
type Reason struct {
	Kind    ReasonKind
	Message string
}

// Family is the family of sessions that was asked about, or that the workout belongs to; nil for a workout of none.
func (w *Answer) Family() *session.Family {
	if w.FamilyID == nil {
		return nil
	}
	if family, known := session.Find(session.ID(*w.FamilyID)); known {
		return &family
	}
	return nil
}
