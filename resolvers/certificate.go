package resolvers

import (
	"context"
	"errors"
	"slices"

	"fortnight/db"
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
func (r root) Certificate() graph.CertificateResolver { return &certificateResolver{r.Resolver} }

// Checks are the rows of a certificate that are asked for.
func (r *certificateResolver) Checks(_ context.Context, c *rules.Certificate, passed *bool, severity *rules.Severity, ruleIDs []string, first, offset *int) ([]*rules.RuleCheck, error) {
	var faults training.InputError
	training.CheckCount(&faults, "ruleIds", len(ruleIDs), 0, maxRuleIDs)
	training.CheckInt(&faults, "first", first, 1, maxChecks)
	training.CheckInt(&faults, "offset", offset, 0, maxCheckOffset)
	if err := faults.Err(); err != nil {
		return nil, err
	}
	rows := checksOf(c, passed, severity, ruleIDs)
	rows = rows[min(orElse(offset, 0), len(rows)):]
	return pointers(rows[:min(orElse(first, len(rows)), len(rows))]), nil
}

// CheckCount is how many rows of a certificate there are of those that are asked for.
func (r *certificateResolver) CheckCount(_ context.Context, c *rules.Certificate, passed *bool, severity *rules.Severity, ruleIDs []string) (int, error) {
	var faults training.InputError
	training.CheckCount(&faults, "ruleIds", len(ruleIDs), 0, maxRuleIDs)
	return len(checksOf(c, passed, severity, ruleIDs)), faults.Err()
}

// checksOf are the rows of a certificate of which all holds that is given.
func checksOf(c *rules.Certificate, passed *bool, severity *rules.Severity, ruleIDs []string) []rules.RuleCheck {
	if passed == nil && severity == nil && ruleIDs == nil {
		return c.Checks
	}
	return slices.DeleteFunc(slices.Clone(c.Checks), func(row rules.RuleCheck) bool {
		return passed != nil && row.Passed != *passed || severity != nil && row.Severity != *severity || ruleIDs != nil && !slices.Contains(ruleIDs, string(row.RuleID))
	})
}

// Restrictions are those that held when a certificate was made, as they are now, without those that are gone.
func (r *certificateResolver) Restrictions(ctx context.Context, c *rules.Certificate) ([]*training.Restriction, error) {
	loads := make([]func() (training.Restriction, error), len(c.Restrictions))
	for i := range c.Restrictions {
		loads[i] = loadersFrom(ctx).restrictions.LoadThunk(ctx, c.Restrictions[i].ID)
	}
	list := make([]*training.Restriction, 0, len(loads))
	for _, load := range loads {
		if now, err := load(); err == nil {
			list = append(list, &now)
		} else if !errors.Is(err, db.ErrNotFound) {
			return nil, err
		}
	}
	return list, nil
}
