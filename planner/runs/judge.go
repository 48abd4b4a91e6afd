package runs

import (
	"context"
	"maps"
	"slices"

	"fortnight/gate"
	"fortnight/rules"
	"fortnight/session"
	"fortnight/training"
)

// swapCandidates is how many workouts of a sport repairs may choose from.
const swapCandidates = 24

// Judge has the rules check an input of an athlete. Where something cannot hold together, the library is searched for workouts that the
// repairs may put in place of those that clash; where the input says of which families its workouts are, so is said of those, for who lifts. It
// ends soon after ctx, with the error of that.
func Judge(ctx context.Context, library Searcher, athlete training.UserID, in rules.Input, who session.Lifter) (rules.Certificate, error) {
	in.Done = ctx.Done()
	named := in
	named.WithoutRepairs = true // which are looked for when it is known what may be put in place of what
	certificate := rules.Check(named)
	if err := ctx.Err(); err != nil || len(certificate.Conflicts) == 0 {
		return certificate, err
	}
	for _, sport := range clashing(certificate, in.Sessions) {
		found, err := library.Search(ctx, athlete, in.Profile, Need{Sports: []training.Sport{sport}, MinSeconds: 60}, swapCandidates)
		if err != nil {
			return rules.Certificate{}, err
		}
		for _, c := range found {
			if forbidden(in.Gates, &c.Workout) {
				continue
			}
			in.Swaps = append(in.Swaps, c.Workout)
		}
	}
	if in.Workouts != nil {
		in.Workouts = maps.Clone(in.Workouts)
		for _, w := range in.Swaps {
			if in.Workouts[w.ID] == nil {
				in.Workouts[w.ID] = rules.IdentityOf(w, who)
			}
		}
	}
	certificate = rules.Check(in)
	return certificate, ctx.Err()
}

// forbidden tells whether what is stated of the body rules out a workout, which then is put in the place of none.
func forbidden(stated *gate.Bounds, w *training.Workout) bool {
	if stated == nil {
		return false
	}
	_, bad := stated.Forbids(w)
	return bad
}

// Violations are the checks of an input that are not met, without ways out of what cannot hold together. It ends soon after ctx, with the error of that.
func Violations(ctx context.Context, in rules.Input) ([]rules.RuleCheck, error) {
	in.Done, in.WithoutRepairs = ctx.Done(), true
	return rules.Check(in).Violations(), ctx.Err()
}

// clashing are the sports of the sessions that take part in a conflict, in the order of the schema.
func clashing(c rules.Certificate, sessions []training.Session) []training.Sport {
	var list []training.Sport
	for _, sport := range training.Sports {
		takesPart := slices.ContainsFunc(c.Conflicts, func(set rules.ConflictSet) bool {
			return slices.ContainsFunc(set.Sessions, func(p training.PlannedSession) bool {
				at := slices.IndexFunc(sessions, func(s training.Session) bool { return s.ID == p.ID })
				return at >= 0 && sessions[at].Sport == sport
			})
		})
		if takesPart {
			list = append(list, sport)
		}
	}
	return list
}
