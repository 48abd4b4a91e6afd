package view

import (
	"context"
	"slices"
	"strings"
	"time"

	"fortnight/planner/runs"
	"fortnight/planner/state"
	"fortnight/solver"
	"fortnight/training"
)

const (
	// AlternativeCandidates is how many workouts of the library Alternatives should be given to choose from.
	AlternativeCandidates = 40
	// alternativesDays is how many days from today the rules are asked about: the days that the session's change can reach.
	alternativesDays = 14
)

// AlternativeDays are the days that the rules look at for a session: fourteen from today, or those that end a week after a later session.
func AlternativeDays(today, date training.Date) (from training.Date, days int) {
	return max(today, date.AddDays(7-alternativesDays)), alternativesDays
}

// AlternativeNeed is what to ask the library for in place of a workout on a day: the sports the athlete has been doing, at most as long
// as the day's hours or the workout itself.
func AlternativeNeed(s runs.Snapshot, date training.Date, w training.Workout) runs.Need {
	whole := s.Hours()
	whole.Now = time.Time{} // it stands where the workout stands
	longest, _ := whole.Room(date)
	sports := []training.Sport{w.Sport}
	for _, b := range s.Ledger().Bouts() {
		if !slices.Contains(sports, b.Sport) {
			sports = append(sports, b.Sport)
		}
	}
	return runs.Need{
		Sports: sports, MinSeconds: 60, MaxSeconds: max(longest*60, w.DurationSeconds),
		Text: strings.Join([]string{w.Title, w.Description, strings.Join(w.Tags, " ")}, ". "),
	}
}

// Alternatives are what solver.Alternatives finds for a planned session of the snapshot, which is of AlternativeDays; none where there is no
// such session. It ends soon after ctx, with the error of that. What a gate forbids the athlete on that day, or what there is no equipment
// for, is none.
func Alternatives(ctx context.Context, s runs.Snapshot, id training.SessionID, candidates []solver.Candidate, limit int) ([]training.WorkoutMatch, error) {
	at := slices.IndexFunc(s.Sessions, func(o training.Session) bool { return o.ID == id })
	if at < 0 {
		return []training.WorkoutMatch{}, ctx.Err()
	}
	from, days := AlternativeDays(s.Today, s.Sessions[at].Date)
	open := state.Open(&s, candidates, s.Sessions[at].Date, s.Sessions[at].Start)
	in := s.RulesInput(from, days)
	in.Done = ctx.Done()
	return solver.Alternatives(in, &s.Sessions[at], open, limit), ctx.Err()
}
