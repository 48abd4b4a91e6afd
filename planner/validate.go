package planner

import (
	"context"
	"fmt"
	"slices"

	"fortnight/rules"
	"fortnight/training"
)

// maxRounds is how often a proposal is repaired before the run gives up. The rounds of a model are counted apart.
const maxRounds = 3

// verdict is what the rules say of the proposal. Where it is not valid, the certificate has the broken HARD rules alone: all that a repair
// needs.
type verdict struct {
	valid       bool
	certificate *rules.Certificate
}

// validate has the rules judge the whole proposal, and tells each rule in its tightest window and each that is broken. Where nothing is left
// to repair with, it fails.
func validate(ctx context.Context, library Searcher, f *fortnight) (verdict, []Event, error) {
	in := f.whole(f.sessions())
	in.Before = f.some(func(*training.Session) bool { return true })
	certificate, err := Judge(ctx, library, f.run.AthleteID, in)
	if err != nil {
		return verdict{}, nil, fmt.Errorf("judge the proposal: %w", err)
	}
	events := checked(&certificate)
	if !impossible(certificate) {
		return verdict{true, &certificate}, events, nil
	}
	if f.Rounds < maxRounds && (!settled(f) || resolves(f)) {
		return verdict{false, &rules.Certificate{Checks: hardOf(certificate)}}, events, nil
	}
	// No minimum is worth no plan at all: what is missing is told as SOFT.
	in.FullUntil = in.From.AddDays(in.Days - 1)
	short, err := Judge(ctx, library, f.run.AthleteID, in)
	if err != nil {
		return verdict{}, nil, fmt.Errorf("judge the proposal: %w", err)
	}
	if impossible(short) {
		certificate.Verdict = rules.Infeasible
		return verdict{}, nil, &failure{"INFEASIBLE", infeasibleMessage(certificate), &certificate}
	}
	return verdict{true, &short}, checked(&short), nil
}

func checked(c *rules.Certificate) []Event {
	var events []Event
	for _, i := range tellingRows(c) {
		check := c.Checks[i]
		events = append(events, &RuleChecked{EventHead: head(Validate, checkMessage(&check)), Check: check})
	}
	return events
}

// settled tells whether nothing in the draft may be changed.
func settled(f *fortnight) bool {
	return !slices.ContainsFunc(f.sessions(), func(s training.Session) bool { return !f.fixed(&s) })
}

// resolves tells whether the solver may yet plan anew what a model proposed.
func resolves(f *fortnight) bool { return len(f.Picks) > 0 && !f.Resolved }
