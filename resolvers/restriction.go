package resolvers

import (
	"context"

	"fortnight/db"
	"fortnight/gate"
	"fortnight/graph/model"
	"fortnight/training"
)

// ClearRestriction keeps the caller's statement that a restriction of theirs is over.
func (r *mutation) ClearRestriction(ctx context.Context, input model.ClearRestrictionInput) (*model.RestrictionPayload, error) {
	ctx = db.Expecting(ctx, input.Revision)
	var faults training.InputError
	training.CheckText(&faults, "statement", input.Statement, 1, 500)
	if err := faults.Err(); err != nil {
		return nil, err
	}
	restriction, err := r.DB.ClearRestriction(ctx, viewer(ctx), training.RestrictionID(input.RestrictionID), input.Statement)
	if err != nil {
		return nil, err
	}
	user, err := r.user(ctx, restriction.AthleteID)
	if err != nil {
		return nil, err
	}
	return &model.RestrictionPayload{Restriction: &restriction, Changed: r.ahead(user.ID, user.Profile)}, nil
}

// Restrictions are a user's, nil where the viewer may not see them.
func (r *userResolver) Restrictions(ctx context.Context, u *training.User) ([]*training.Restriction, error) {
	if u.OwnProfile() == nil {
		return nil, nil
	}
	list, err := r.DB.Restrictions(ctx, viewer(ctx), u.ID)
	if err != nil {
		return nil, err
	}
	shown := make([]*training.Restriction, len(list))
	for i := range list {
		shown[i] = &list[i]
	}
	return shown, nil
}

// ClearedBy is what has to be so before a restriction is cleared.
func (r *restrictionResolver) ClearedBy(_ context.Context, restriction *training.Restriction) (string, error) {
	return gate.Clears(restriction.Condition), nil
}

// WayBack are the rungs since a restriction was cleared.
func (r *restrictionResolver) WayBack(_ context.Context, restriction *training.Restriction) ([]*gate.Rung, error) {
	return pointers(gate.Rungs(restriction)), nil
}
