package resolvers

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

	"fortnight/auth"
	"fortnight/graph/model"
	"fortnight/training"
)

// ofLogIns are fields that no API token may ask for: of the account itself, of its tokens, and of who may see the calendar.
var ofLogIns = map[string]bool{
	"Query.apiTokens": true, "Query.coachInvitations": true, "Mutation.changePassword": true, "Mutation.deleteAccount": true, "Mutation.exportMyData": true, "Mutation.createApiToken": true,
	"Mutation.revokeApiToken": true, "Mutation.inviteCoach": true, "Mutation.withdrawInvitation": true, "Mutation.acceptInvitation": true,
	"Mutation.revokeCoach": true, "Mutation.leaveAthlete": true,
}

// ofPlans are acts that need the scope PLAN; all others need WRITE, but for ofEither.
var ofPlans = map[string]bool{"generatePlan": true, "applyPlan": true, "revertPlan": true, "cancelPlanRun": true}

// ofEither are acts of which the data tell whether they need WRITE or PLAN: the store asks for it, before it does anything.
var ofEither = map[string]bool{"undoCalendarChange": true}

// checkScope refuses what a viewer's API token may not do. A log-in may do all.
func checkScope(v auth.Viewer, field *graphql.FieldContext) error {
	if !v.Personal {
		return nil
	}
	if ofLogIns[field.Object+"."+field.Field.Name] {
		return &forbiddenError{"an API token may not do that: it takes a log-in"}
	}
	needs := auth.ScopeRead
	switch {
	case field.Object != "Mutation":
	case ofPlans[field.Field.Name], ofEither[field.Field.Name] && v.May(auth.ScopePlan):
		needs = auth.ScopePlan
	default:
		needs = auth.ScopeWrite
	}
	if !v.May(needs) {
		return &forbiddenError{"the API token may not do that: it needs the scope " + string(needs)}
	}
	return nil
}

// APITokens are the caller's that have not expired.
func (r *query) APITokens(ctx context.Context) ([]*model.APIToken, error) {
	tokens, err := r.DB.PersonalTokens(ctx, auth.UserID(viewer(ctx)))
	if err != nil {
		return nil, err
	}
	list := make([]*model.APIToken, len(tokens))
	for i, token := range tokens {
		list[i] = apiToken(token)
	}
	return list, nil
}

// CreateAPIToken makes a token for a tool of the caller's.
func (r *mutation) CreateAPIToken(ctx context.Context, input model.CreateAPITokenInput) (*model.CreateAPITokenPayload, error) {
	var faults training.InputError
	training.CheckCount(&faults, "scopes", len(input.Scopes), 1, len(auth.Scopes))
	training.CheckLine(&faults, "name", input.Name, 1, auth.MaxPersonalTokenName)
	if err := signUpFaults(faults.Err(), auth.CheckPersonalToken(input.Days)); err != nil {
		return nil, err
	}
	v, _ := auth.ViewerFrom(ctx)
	account, err := r.Auth.Reauthenticate(ctx, v, input.Password, auth.AddressFrom(ctx))
	if err != nil {
		return nil, err
	}
	secret, token, err := r.Tokens.Issue(ctx, account, input.Name, input.Scopes, input.Days)
	if err != nil {
		return nil, err
	}
	return &model.CreateAPITokenPayload{Secret: secret, Token: apiToken(token)}, nil
}

// RevokeAPIToken ends a token of the caller's.
func (r *mutation) RevokeAPIToken(ctx context.Context, input model.RevokeAPITokenInput) (*model.RevokeAPITokenPayload, error) {
	if err := r.DB.RevokePersonalToken(ctx, auth.UserID(viewer(ctx)), auth.SessionID(input.TokenID)); err != nil {
		return nil, err
	}
	return &model.RevokeAPITokenPayload{TokenID: input.TokenID}, nil
}

func apiToken(t auth.PersonalToken) *model.APIToken {
	return &model.APIToken{TokenID: string(t.ID), Name: t.Name, Scopes: t.Scopes, CreatedAt: t.CreatedAt, ExpiresAt: t.ExpiresAt, LastUsedAt: t.LastUsedAt}
}
