package access

import (
	"context"

	"fortnight/auth"
	"fortnight/db/postgres"
)

// CheckScope is a *ScopeError where whoever asks does so by a personal token, and an act turns out to do what the token's scopes do not allow. It is for what
// only the data tell: by its field an act has been judged before.
func CheckScope(ctx context.Context, needs auth.Scope, what string) error {
	if v, known := auth.ViewerFrom(ctx); known && !v.May(needs) {
		return &postgres.ScopeError{Needs: needs, What: what}
	}
	return nil
}
