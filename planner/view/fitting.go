package view

import (
	"math"
	"slices"

	"fortnight/planner/runs"
	"fortnight/rules"
	"fortnight/season"
	"fortnight/session"
	"fortnight/solver"
	"fortnight/training"
)

// What a coach would not offer in the place of a session, though it is of the same kind.
const (
	// runsOn is how many seconds somebody has run at a time who is past run and walk: the highest rung of it is thirty minutes.
	runsOn = 35 * 60
	// runsOnDays is how many days back that counts.
	runsOnDays = 60
	// otherLoad is by what share of the session's load another may differ, of at least leastLoad TSS: what is half as much, or half as much again, is
	// another session.
	otherLoad, leastLoad = 0.5, 20.0
	// harder is by how much of a ladder another may be above the session's rung.
	harder = 0.15
)

// fitting are the candidates that a coach would offer this athlete in place of a session: of about its load and no more than a rung above it, of another
// family only what the athlete has the experience and the level for, run and walk to nobody who runs on, and the second of two long days only behind a
// first.
func fitting(s *runs.Snapshot, was *training.Session, candidates []solver.Candidate, of map[training.WorkoutID]*rules.Identity) []solver.Candidate {
	ledger := s.Ledger()
	bouts, who := ledger.Bouts(), season.AthleteOf(&s.Athlete.Profile, ledger, was.Date)
	productive := map[session.ID]int{}
	for _, l := range Levels(*s, was.Date) {
		productive[l.Family.ID] = l.Standing.Productive
	}
	return slices.DeleteFunc(candidates, func(c solver.Candidate) bool {
		is := of[c.Workout.ID]
		switch {
		case was.Family == "" || is.Family == "": // meaning alone says what is like what
			return false
		case math.Abs(c.Workout.TSS-was.Load.TSS) > otherLoad*math.Max(leastLoad, was.Load.TSS), above(is, was) > harder:
			return true
		case is.Family == session.ID(was.Family):
			return false
		case !open(is, who), is.Level > productive[is.Family]:
			return true
		case is.Family == "R-WALK":
			return pastWalking(bouts, was.Date)
		case is.Family == "R-B2B":
			return !longBefore(bouts, was.Date, training.Run)
		case is.Family == "X-LONGW" && c.Workout.Sport == training.Run:
			return !longBefore(bouts, was.Date, training.Ride)
		case is.Family == "X-LONGW":
			return !longBefore(bouts, was.Date.AddDays(2), training.Run)
		}
		return false
	})
}

// open tells whether somebody has the experience that another family asks for: what is for those who have reached something in a family first is offered to
// nobody who has another one planned.
func open(is *rules.Identity, who season.Athlete) bool {
	f, known := session.Find(is.Family)
	if !known || f.Access.After != "" {
		return !known
	}
	order := func(l training.Level) int { return max(0, slices.Index(training.Levels, l)) }
	level, most := who.LevelIn(f.Base()), f.Access.NoviceUpTo
	if level == training.Novice && most > 0 {
		return is.Level <= most
	}
	return order(level) >= order(f.Access.From)
}

// above is by how much of its ladder a workout is above the rung of a session, 0 where either has none.
func above(is *rules.Identity, was *training.Session) float64 {
	own, known := session.Find(session.ID(was.Family))
	other, found := session.Find(is.Family)
	if !known || !found || was.FamilyLevel == 0 || is.Level == 0 || own.Rungs == 0 || other.Rungs == 0 {
		return 0
	}
	return float64(is.Level)/float64(other.Rungs) - float64(was.FamilyLevel)/float64(own.Rungs)
}

// pastWalking tells whether somebody has run on for longer than run and walk leads to.
func pastWalking(bouts []training.Bout, date training.Date) bool {
	return slices.ContainsFunc(bouts, func(b training.Bout) bool {
		return !b.Planned && b.Date < date && b.Date >= date.AddDays(-runsOnDays) && b.Demand.RunSeconds >= runsOn
	})
}

// longBefore tells whether the day before a date has a long session of a sport, done or planned.
func longBefore(bouts []training.Bout, date training.Date, sport training.Sport) bool {
	return slices.ContainsFunc(bouts, func(b training.Bout) bool {
		return b.Date == date.AddDays(-1) && b.Sport == sport && b.DurationSeconds >= training.LongFrom(sport)
	})
}
