package training

import (
	"cmp"
	"slices"
	"time"
)

// Counted tells whether the activity counts in load: a possible duplicate of another one does not until the athlete says that both were
// done.
func (a *Activity) Counted() bool { return a.DuplicateOf == "" }

// MatchedByOrNil is how the activity came to fulfil its session, nil without one.
func (a *Activity) MatchedByOrNil() *MatchedBy {
	if a.MatchedBy == "" {
		return nil
	}
	return &a.MatchedBy
}

// ReasonIfSkipped is why the session was skipped, nil where it is not or nobody said why.
func (s *PlannedSession) ReasonIfSkipped() *string {
	if s.Status != Skipped {
		return nil
	}
	return s.SkipReason
}

// Rate sets the effort as the athlete rates it, 1 to 10, and the load where that rests on it.
func (a *Activity) Rate(rpe int) {
	a.RPE = &rpe
	if a.LoadMethod == RPE {
		a.TSS = min(a.effortTSS(), maxActivityTSS)
	}
}

// TakeOver fills in what the activity does not know with what another recording of the same training knows, and takes its external ids. Its
// length and load stay. It tells whether there was room for the ids.
func (a *Activity) TakeOver(from *Activity) bool {
	names := from.Aliases
	if from.ExternalID != nil {
		names = append([]string{*from.ExternalID}, names...)
	}
	if len(a.Aliases)+len(names) > MaxAliases {
		return false
	}
	a.Aliases = append(slices.Clone(a.Aliases), names...)
	a.Learn(from)
	return true
}

// Learn fills in what the activity does not know with what another recording of the same training knows.
func (a *Activity) Learn(from *Activity) {
	if a.Start == nil && a.Date == from.Date {
		a.Start = from.Start
	}
	a.DistanceMeters, a.RPE = cmp.Or(a.DistanceMeters, from.DistanceMeters), cmp.Or(a.RPE, from.RPE)
	a.AverageHeartRate, a.IntensityFactor = cmp.Or(a.AverageHeartRate, from.AverageHeartRate), cmp.Or(a.IntensityFactor, from.IntensityFactor)
	if s := from.HighIntensitySeconds; a.HighIntensitySeconds == nil && s != nil {
		most := min(*s, a.DurationSeconds)
		a.HighIntensitySeconds = &most
	}
	a.HardLegSets, a.Note = cmp.Or(a.HardLegSets, from.HardLegSets), cmp.Or(a.Note, from.Note)
	if len(a.Lifts) == 0 {
		a.Lifts = from.Lifts
	}
}

// Fulfil makes a session one that an activity fulfils: COMPLETED, with the length, load and effort of the activity. What was recorded by
// hand stays beside it and gives the comment, how much of the plan was done, and what was lifted where that says so. A session that had no result yet is completed at that
// instant. It is called again where the activity has changed.
func (s *PlannedSession) Fulfil(a *Activity, at time.Time) {
	if s.ActivityID == "" {
		s.Skipped = s.Status == Skipped
		s.Recorded = s.Result
	}
	result := SessionResult{DurationSeconds: a.DurationSeconds, TSS: a.TSS, RPE: a.RPE, CompletedAt: at, Lifts: a.Lifts}
	if s.Result != nil {
		result.CompletedAt = s.Result.CompletedAt
	}
	if s.Recorded != nil {
		if len(s.Recorded.Lifts) > 0 {
			result.Lifts = s.Recorded.Lifts
		}
		result.Comment, result.CompletedShare, result.CompletedAt = s.Recorded.Comment, s.Recorded.CompletedShare, s.Recorded.CompletedAt
	}
	s.Status, s.ActivityID, s.Result = Completed, a.ID, &result
}

// Release takes the activity from a session, which is then what it was before: done as recorded by hand, skipped, or planned.
func (s *PlannedSession) Release() {
	s.ActivityID, s.Result, s.Recorded = "", s.Recorded, nil
	switch {
	case s.Result != nil:
	case s.Skipped:
		s.Status = Skipped
	default:
		s.Status = Planned
	}
	s.Skipped = false
}

// Record writes down by hand what happened in a session. Where an activity fulfils it the activity's length and load go on to count.
func (s *PlannedSession) Record(result SessionResult) {
	s.Status, s.Skipped, s.SkipReason, s.SkippedOn = Completed, false, nil, nil
	if s.ActivityID == "" {
		s.Result = &result
	} else {
		s.Recorded = &result
	}
}

// Reopen makes a session PLANNED again, with nothing recorded.
func (s *PlannedSession) Reopen() {
	s.Status, s.Skipped, s.SkipReason, s.SkippedOn = Planned, false, nil, nil
	s.ActivityID, s.Result, s.Recorded = "", nil, nil
}
