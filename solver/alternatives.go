package solver

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"fortnight/prose"
	"fortnight/rules"
	"fortnight/session"
	"fortnight/training"
)

// What tells alternatives apart: how far their load is from the session's own (by all of it), by how many rungs, tenths of a ladder, they are
// harder or easier, how unlike in meaning they are, and another focus or sport. SOFT rules weigh a quarter of what they do in a plan, and are told: else
// the easiest of a family would stand in for all of it.
const (
	otherRungCost  = 8.0
	lessRuleCost   = ruleCost / 4
	otherLoadCost  = 20.0
	otherFocusCost = 1.5
	otherSportCost = 3.0
)

// Alternatives are the candidates that may stand in the very slot of a planned session, one of the input's, with no HARD rule broken that
// is not broken already, the best first, at most limit. Each says in its reasons what it does to the certificate. It ends within
// milliseconds when the input's Done is closed.
func Alternatives(in rules.Input, was *training.Session, candidates []Candidate, limit int) []training.WorkoutMatch {
	list := alternatives(in, was, candidates)
	in.MaxTrials = 1 // which rules are met is asked, not what clashes
	before := rules.Check(in)
	matches := make([]training.WorkoutMatch, min(limit, len(list)))
	for i := range matches {
		if in.Stopped() {
			break
		}
		matches[i] = list[i].match
		matches[i].AthleteID = was.AthleteID
		matches[i].Reasons = effect(in, before, was, &list[i].session)
	}
	return matches
}

type alternative struct {
	match   training.WorkoutMatch
	session training.Session
	cost    float64
}

// alternatives are the candidates that fit, by cost.
func alternatives(in rules.Input, was *training.Session, candidates []Candidate) []alternative {
	e := rules.NewEvaluator(in)
	now := e.Score()
	e.Remove(was.ID)
	var list []alternative
	for _, c := range candidates {
		if in.Stopped() {
			break
		}
		w := &c.Workout
		if w.ID == was.WorkoutID || !rules.Fits(in.Profile, was.Date, was.Start, w.Sport, w.DurationSeconds) {
			continue
		}
		is := *was
		is.WorkoutID, is.Title, is.Sport, is.Focus, is.Load = w.ID, w.Title, w.Sport, w.Focus, w.Load
		e.Add(&is)
		score := e.Score()
		e.Remove(is.ID)
		if score.Hard > now.Hard || score.Hard == now.Hard && score.Excess > now.Excess+1e-9 {
			continue
		}
		list = append(list, alternative{c.Match, is, lessRuleCost*score.Cost + unlike(was, &is) + otherRungCost*rungsApart(was, in.Workouts[w.ID]) + matchCost*(1-c.Match.Score)})
	}
	slices.SortStableFunc(list, func(a, b alternative) int { return cmp.Compare(a.cost, b.cost) })
	return list
}

// unlike is how far a workout is from what the session was for.
func unlike(was, is *training.Session) float64 {
	cost := otherLoadCost * math.Abs(is.Load.TSS-was.Load.TSS) / math.Max(20, was.Load.TSS)
	if is.Sport != was.Sport {
		cost += otherSportCost
	}
	if is.Focus != was.Focus {
		cost += otherFocusCost
	}
	return cost
}

// rungsApart is how far a workout's rung is from that of the session, in tenths of their ladders; 0 where either has none.
func rungsApart(was *training.Session, is *rules.Identity) float64 {
	if is == nil || was.FamilyLevel == 0 || is.Level == 0 {
		return 0
	}
	own, known := session.Find(session.ID(was.Family))
	other, found := session.Find(is.Family)
	if !known || !found || own.Rungs == 0 || other.Rungs == 0 {
		return 0
	}
	return 10 * math.Abs(float64(is.Level)/float64(other.Rungs)-float64(was.FamilyLevel)/float64(own.Rungs))
}

// maxEffects bounds how many rules a reason names.
const maxEffects = 4

// effect says what standing in for a session does: to the load, and to the rules.
func effect(in rules.Input, before rules.Certificate, was, is *training.Session) []string {
	reasons := []string{fmt.Sprintf("%s and %.0f TSS in place of %s and %.0f TSS", prose.Minutes(is.Load.DurationSeconds), is.Load.TSS,
		prose.Minutes(was.Load.DurationSeconds), was.Load.TSS)}
	in.Sessions = slices.Clone(in.Sessions)
	for i := range in.Sessions {
		if in.Sessions[i].ID == was.ID {
			in.Sessions[i] = *is
		}
	}
	after := rules.Check(in)
	worse, better := newlyUnmet(after, before), newlyUnmet(before, after)
	if len(worse) > 0 {
		reasons = append(reasons, "no longer meets "+strings.Join(worse, ", "))
	}
	if len(better) > 0 {
		reasons = append(reasons, "meets "+strings.Join(better, ", ")+" better")
	}
	if len(worse)+len(better) == 0 {
		reasons = append(reasons, "meets every rule that is met now")
	}
	return reasons
}

// newlyUnmet are the rules with more rows that fail in one certificate than in another.
func newlyUnmet(in, than rules.Certificate) []string {
	count := map[rules.ID]int{}
	var order []rules.ID
	for _, v := range in.Violations() {
		if count[v.RuleID] == 0 {
			order = append(order, v.RuleID)
		}
		count[v.RuleID]++
	}
	for _, v := range than.Violations() {
		count[v.RuleID]--
	}
	var list []string
	for _, id := range order {
		if count[id] > 0 && len(list) < maxEffects {
			list = append(list, string(id))
		}
	}
	return list
}
