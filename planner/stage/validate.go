package stage

import (
	"context"
	"fmt"
	"slices"

	"fortnight/planner/runs"
	"fortnight/planner/state"
	"fortnight/rules"
	"fortnight/training"
)

// maxRounds is how often a proposal is repaired before the run gives up. The rounds of a model are counted apart.
const maxRounds = 3

// Verdict is what the rules say of the proposal. Where it is not valid, the certificate has the broken HARD rules alone: all that a repair
// needs.
type Verdict struct {
	Valid       bool
	Certificate *rules.Certificate
}

// Validate has the rules judge the whole proposal, and tells each rule in its tightest window and each that is broken. Where nothing is left
// to repair with, it fails.
func Validate(ctx context.Context, library runs.Searcher, f *state.Fortnight) (Verdict, []runs.Event, error) {
	in := f.Ended(f.Sessions())
	in.Before = f.Some(func(*training.Session) bool { return true })
	certificate, err := runs.Judge(ctx, library, f.Run.AthleteID, in, f.Prescribed().Lifter)
	if err != nil {
		return Verdict{}, nil, fmt.Errorf("judge the proposal: %w", err)
	}
	events := checked(&certificate)
	if !state.Impossible(certificate) {
		return Verdict{true, &certificate}, events, nil
	}
	if f.Rounds < maxRounds && (!settled(f) || Resolves(f)) {
		return Verdict{false, &rules.Certificate{Checks: state.HardOf(certificate)}}, events, nil
	}
	// No minimum is worth no plan at all: what is missing is told as SOFT.
	in.FullUntil = in.From.AddDays(in.Days - 1)
	short, err := runs.Judge(ctx, library, f.Run.AthleteID, in, f.Prescribed().Lifter)
	if err != nil {
		return Verdict{}, nil, fmt.Errorf("judge the proposal: %w", err)
	}
	if state.Impossible(short) {
		certificate.Verdict = rules.Infeasible
		return Verdict{}, nil, &state.Failure{Code: runs.Infeasible, Message: state.InfeasibleMessage(certificate), Certificate: &certificate}
	}
	return Verdict{true, &short}, checked(&short), nil
}

func checked(c *rules.Certificate) []runs.Event {
	var events []runs.Event
	for _, i := range state.TellingRows(c) {
		check := c.Checks[i]
		message := state.CheckMessage(&check)
		if note := c.NoteOf(check.RuleID); note != "" && !check.Passed && check.Severity != rules.Hard {
			message = note
		}
		events = append(events, &runs.RuleChecked{EventHead: runs.Head(runs.Validate, message), Check: check})
	}
	return events
}

// settled tells whether nothing in the draft may be changed.
func settled(f *state.Fortnight) bool {
	return !slices.ContainsFunc(f.Sessions(), func(s training.Session) bool { return !f.Fixed(&s) })
}

// Resolves tells whether the solver may yet plan anew what a model proposed.
func Resolves(f *state.Fortnight) bool { return len(f.Picks) > 0 && !f.Resolved }
