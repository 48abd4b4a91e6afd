package resolvers

import (
	"context"
	"slices"

	"fortnight/graph"
	"fortnight/rules"
	"fortnight/training"
)

// How many rules, rows and rows to pass over may be asked for.
const (
	maxRuleIDs     = 100
	maxChecks      = 1000
	maxCheckOffset = 100_000
)

type certificateResolver struct{ *Resolver }

// Certificate resolves what a Certificate does not carry itself.
func (r *Resolver) Certificate() graph.CertificateResolver { return &certificateResolver{r} }

// Checks are the rows of a certificate that are asked for.
func (r *certificateResolver) Checks(_ context.Context, c *rules.Certificate, passed *bool, severity *rules.Severity, ruleIDs []string, first, offset *int) ([]*rules.RuleCheck, error) {
	var faults training.InputError
	training.CheckCount(&faults, "ruleIds", len(ruleIDs), 0, maxRuleIDs)
	training.CheckInt(&faults, "first", first, 1, maxChecks)
	training.CheckInt(&faults, "offset", offset, 0, maxCheckOffset)
	if err := faults.Err(); err != nil {
		return nil, err
	}
	rows := c.Checks
	if passed != nil || severity != nil || ruleIDs != nil {
		rows = slices.DeleteFunc(slices.Clone(rows), func(row rules.RuleCheck) bool {
			return passed != nil && row.Passed != *passed || severity != nil && row.Severity != *severity || ruleIDs != nil && !slices.Contains(ruleIDs, string(row.RuleID))
		})
	}
	rows = rows[min(orElse(offset, 0), len(rows)):]
	return pointers(rows[:min(orElse(first, len(rows)), len(rows))]), nil
}
