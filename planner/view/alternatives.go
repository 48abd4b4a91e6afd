package view

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"fortnight/planner/runs"
	"fortnight/planner/state"
	"fortnight/rules"
	"fortnight/session"
	"fortnight/solver"
	"fortnight/training"
)

const (
	// AlternativeCandidates is how many workouts of the library Alternatives should be given to choose from.
	AlternativeCandidates = 40
	// alternativesDays is how many days from today the rules are asked about at least: what a calendar shows, whose weeks some rules go by.
	alternativesDays = 14
	// reached is how many days, its own among them, a session's change can reach.
	reached = 7
	// rungsBelow and rungsAbove are how many rungs beside the session's the library is asked for. What is planned is a rung above what the athlete
	// holds already, and more than two above are never done (coaching 3.2).
	rungsBelow, rungsAbove = 3, 1
)

// AlternativeDays are the days that the rules look at for a session: fourteen from today, or as far as a later session reaches; of one so far
// ahead that the rules do not look at so many, those up to there.
func AlternativeDays(today, date training.Date) (from training.Date, days int) {
	days = min(max(alternativesDays, int(date-today)+reached), rules.MaxDays)
	return max(today, date.AddDays(reached-days)), days
}

// asPlanned is how many of some days there are to ask the rules about: those behind the last planned session are for another plan, and that they
// hold too little says nothing of a session. Those that a calendar shows stay.
func asPlanned(sessions []training.Session, from training.Date, days int) int {
	last := from
	for i := range sessions {
		if s := &sessions[i]; s.Status == training.Planned {
			last = max(last, s.Date)
		}
	}
	return min(days, max(alternativesDays, int(last-from)+1))
}

// AlternativeNeed is what to ask the library for in place of a workout on a day: what is like it, in the sports the athlete has been doing, at
// most as long as the day's hours or the workout itself, some rungs around its own. Nothing is known to be like a workout of no family: then meaning alone says.
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
	alike, near := session.Swaps(session.ID(w.Family))
	least, most := 0, 0
	if w.FamilyLevel > 0 {
		least, most = max(1, w.FamilyLevel-rungsBelow), w.FamilyLevel+rungsAbove
	}
	return runs.Need{
		MinLevel: least, MaxLevel: most, Sports: sports, Families: slices.Concat(alike, near), MinSeconds: 60, MaxSeconds: max(longest*60, w.DurationSeconds),
		Text: strings.Join([]string{w.Title, w.Description, strings.Join(w.Tags, " ")}, ". "),
	}
}

// Alternatives are what solver.Alternatives finds for a planned session of the snapshot, which is of AlternativeDays, like for like: those of
// its swap class first, then those of the classes beside it; none where there is no such session. It ends soon after ctx, with the error of
// that. What a gate forbids the athlete on that day, or what there is no equipment for, is none, nor is what is out of its season or never
// proposed to the athlete.
func Alternatives(ctx context.Context, s runs.Snapshot, id training.SessionID, candidates []solver.Candidate, limit int) ([]training.WorkoutMatch, error) {
	at := slices.IndexFunc(s.Sessions, func(o training.Session) bool { return o.ID == id })
	if at < 0 {
		return []training.WorkoutMatch{}, ctx.Err()
	}
	was := &s.Sessions[at]
	from, days := AlternativeDays(s.Today, was.Date)
	days = asPlanned(s.Sessions, from, days)
	open := different(state.Open(&s, candidates, was.Date, was.Start))
	in := s.RulesInput(from, days)
	in.Done, in.Workouts = ctx.Done(), proposed(&s, was, open)
	matches := []training.WorkoutMatch{}
	open = fitting(&s, was, open, in.Workouts)
	for _, like := range byLikeness(session.ID(was.Family), open, in.Workouts) {
		if left := limit - len(matches); left > 0 {
			matches = append(matches, solver.Alternatives(in, was, like, left)...)
		}
	}
	if err := ctx.Err(); err != nil { // what was stopped is not whole
		return matches, err
	}
	for i := range matches {
		if told := level(in.Workouts[matches[i].WorkoutID], was); told != "" {
			matches[i].Reasons = slices.Insert(matches[i].Reasons, 1, told)
		}
	}
	return matches, nil
}

// different are the candidates of which none is told as another before it: one title and one length. The same lifts are there for several kits.
func different(candidates []solver.Candidate) []solver.Candidate {
	type told struct {
		title   string
		minutes int
	}
	seen := map[told]bool{}
	return slices.DeleteFunc(candidates, func(c solver.Candidate) bool {
		as := told{c.Workout.Title, c.Workout.DurationSeconds / 60}
		again := seen[as]
		seen[as] = true
		return again
	})
}

// proposed says of every candidate what rules ask of what is proposed, and of which families the sessions of the calendar are, for the days
// between two of one family. What stands is nobody's proposal: whom it is for is not asked.
func proposed(s *runs.Snapshot, was *training.Session, candidates []solver.Candidate) map[training.WorkoutID]*rules.Identity {
	of := map[training.WorkoutID]*rules.Identity{}
	for i := range s.Sessions {
		if o := &s.Sessions[i]; o.Family != "" {
			of[o.WorkoutID] = &rules.Identity{Family: session.ID(o.Family), Level: o.FamilyLevel}
		}
	}
	who := state.LifterOn(s, was.Date)
	for i := range candidates {
		if w := &candidates[i].Workout; of[w.ID] == nil {
			of[w.ID] = rules.IdentityOf(*w, who)
		}
	}
	return of
}

// byLikeness are the candidates that may stand in for a session of a family: those of its class, then those beside it. Of none, all may.
func byLikeness(family session.ID, candidates []solver.Candidate, of map[training.WorkoutID]*rules.Identity) [][]solver.Candidate {
	alike, near := session.Swaps(family)
	if len(alike) == 0 {
		return [][]solver.Candidate{candidates}
	}
	lists := make([][]solver.Candidate, 2)
	for i := range candidates {
		switch is := of[candidates[i].Workout.ID].Family; {
		case slices.Contains(alike, is):
			lists[0] = append(lists[0], candidates[i])
		case slices.Contains(near, is):
			lists[1] = append(lists[1], candidates[i])
		}
	}
	return lists
}

// level says what kind of session stands in for which, and on which rung of its ladder; empty where it is of no family, or is of the same one and
// that has no ladder.
func level(is *rules.Identity, was *training.Session) string {
	if is.Family != "" && is.Family == session.ID(was.Family) {
		if is.Level == 0 {
			return ""
		}
		return fmt.Sprintf("%s in place of level %d", rung(is.Family, is.Level), was.FamilyLevel)
	}
	in := rung(is.Family, is.Level)
	before := rung(session.ID(was.Family), was.FamilyLevel)
	switch {
	case in == "":
		return ""
	case before == "":
		return in
	}
	return in + " in place of " + before
}

// rung is a family's title with a level: "Threshold run, level 4 of 10".
func rung(id session.ID, level int) string {
	f, known := session.Find(id)
	if !known {
		return ""
	}
	if level == 0 || f.Rungs == 0 {
		return f.Title
	}
	return fmt.Sprintf("%s, level %d of %d", f.Title, level, f.Rungs)
}
