package planner

import (
	"context"
	"slices"

	"fortnight/rules"
	"fortnight/session"
	"fortnight/solver"
	"fortnight/training"
)

// Searcher is the library; [Store] is one.
type Searcher interface {
	// Search finds shared and own workouts by meaning, best first, at most limit; a need without a text gets the shortest first.
	Search(ctx context.Context, athlete training.UserID, profile training.Profile, need Need, limit int) ([]solver.Candidate, error)
	// SearchAll finds for each of several needs in words what Search finds for one, in the order of the needs.
	SearchAll(ctx context.Context, athlete training.UserID, profile training.Profile, needs []Need, limit int) ([][]solver.Candidate, error)
}

// Need is what a slot asks of the library. What is empty or 0 does not limit.
type Need struct {
	Sports                 []training.Sport
	Foci                   []training.Focus
	Families               []session.ID // of sessions, any of them
	MinLevel, MaxLevel     int          // rungs of a family's ladder; what is of a family without one passes
	MinSeconds, MaxSeconds int
	Text                   string // what is searched for by meaning
	Told                   int    // how many of the first candidates say why they were found
}

// swapCandidates is how many workouts of a sport repairs may choose from.
const swapCandidates = 24

// Judge has the rules check an input of an athlete. Where something cannot hold together, the library is searched for workouts that the
// repairs may put in place of those that clash.
func Judge(ctx context.Context, library Searcher, athlete training.UserID, in rules.Input) (rules.Certificate, error) {
	certificate := rules.Check(in)
	if len(certificate.Conflicts) == 0 {
		return certificate, nil
	}
	for _, sport := range clashing(certificate, in.Sessions) {
		found, err := library.Search(ctx, athlete, in.Profile, Need{Sports: []training.Sport{sport}, MinSeconds: 60}, swapCandidates)
		if err != nil {
			return rules.Certificate{}, err
		}
		for _, c := range found {
			in.Swaps = append(in.Swaps, c.Workout)
		}
	}
	return rules.Check(in), nil
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
