package planner

import (
	"context"
	"fmt"
	"math"
	"slices"

	"fortnight/rules"
	"fortnight/training"
)

// maxRounds is how often a proposal is repaired before the run gives up. The rounds of a model are counted apart.
const maxRounds = 3

// validate has the rules judge the whole proposal, and tells each rule in its tightest window and each that is broken.
func (j *journey) validate(ctx context.Context) ([]Event, error) {
	if err := j.load(ctx); err != nil {
		return nil, err
	}
	in := j.whole(j.sessions())
	in.Before = j.some(func(*training.Session) bool { return true })
	certificate, err := Judge(ctx, j.planner.Store, j.run.AthleteID, in)
	if err != nil {
		return nil, fmt.Errorf("judge the proposal: %w", err)
	}
	events := j.checked(certificate)
	j.state.Valid = !impossible(certificate)
	if j.state.Valid {
		j.state.Certificate = &certificate
		return events, nil
	}
	j.state.Certificate = &rules.Certificate{Checks: hardOf(certificate)} // all that a repair needs
	if j.state.Rounds < maxRounds && (!j.settled() || j.resolves()) {
		return events, nil
	}
	// No minimum is worth no plan at all: what is missing is told as SOFT.
	in.FullUntil = in.From.AddDays(in.Days - 1)
	short, err := Judge(ctx, j.planner.Store, j.run.AthleteID, in)
	if err != nil {
		return nil, fmt.Errorf("judge the proposal: %w", err)
	}
	if impossible(short) {
		certificate.Verdict = rules.Infeasible
		return nil, &failure{"INFEASIBLE", infeasibleMessage(certificate), &certificate}
	}
	j.state.Valid, j.state.Certificate = true, &short
	return j.checked(short), nil
}

// settled tells whether nothing in the draft may be changed.
func (j *journey) settled() bool {
	return !slices.ContainsFunc(j.sessions(), func(s training.Session) bool { return !j.fixed(&s) })
}

// hardOf are the HARD rules that a certificate says are broken.
func hardOf(c rules.Certificate) []rules.RuleCheck {
	return slices.DeleteFunc(c.Violations(), func(v rules.RuleCheck) bool { return v.Severity != rules.Hard })
}

func infeasibleMessage(c rules.Certificate) string {
	message := "No plan for these days keeps every HARD rule."
	for i, set := range c.Conflicts {
		if i == 3 {
			break
		}
		message += " " + set.Message
	}
	return message
}

func (j *journey) checked(c rules.Certificate) []Event {
	tightest := map[rules.ID]int{}
	var order []rules.ID
	for i := range c.Checks {
		check := &c.Checks[i]
		best, seen := tightest[check.RuleID]
		if !seen {
			order = append(order, check.RuleID)
		}
		if !seen || tighter(check, &c.Checks[best]) {
			tightest[check.RuleID] = i
		}
	}
	var shown []int
	for _, id := range order {
		if c := &c.Checks[tightest[id]]; c.Measured != nil || !c.Passed { // what a rule does not speak of is in the certificate alone
			shown = append(shown, tightest[id])
		}
	}
	for i := range c.Checks {
		if check := &c.Checks[i]; !check.Passed && !check.InsufficientData && check.Severity == rules.Hard && !slices.Contains(shown, i) {
			shown = append(shown, i)
		}
	}
	events := make([]Event, len(shown))
	for n, i := range shown {
		check := c.Checks[i]
		events[n] = &RuleChecked{EventHead: j.head(Validate, checkMessage(&check)), Check: check}
	}
	return events
}

func checkMessage(c *rules.RuleCheck) string {
	verdict := "holds"
	switch {
	case c.InsufficientData:
		verdict = "cannot be measured"
	case !c.Passed && c.Severity == rules.Hard:
		verdict = "is broken"
	case !c.Passed:
		verdict = "is not met"
	}
	return fmt.Sprintf("%s %s. %s", c.RuleID, verdict, c.Message)
}

// tighter tells whether a check has less room than another: broken before held, then the smaller margin for its limit.
func tighter(a, b *rules.RuleCheck) bool {
	if a.InsufficientData != b.InsufficientData {
		return b.InsufficientData
	}
	if a.Passed != b.Passed {
		return !a.Passed
	}
	return room(a) < room(b)
}

func room(c *rules.RuleCheck) float64 {
	if c.Margin == nil {
		return math.Inf(1)
	}
	return *c.Margin / math.Max(1, math.Abs(c.Limit))
}
