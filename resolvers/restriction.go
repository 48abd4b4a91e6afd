package resolvers

import (
	"context"

	"fortnight/db"
	"fortnight/gate"
	"fortnight/graph/model"
	"fortnight/training"
)

// StateCondition keeps a condition of an athlete that is stated as data.
func (r *mutation) StateCondition(ctx context.Context, input model.StateConditionInput) (*model.RestrictionPayload, error) {
	ctx = db.Expecting(ctx, input.Revision)
	who, err := r.whose(ctx, input.AthleteID)
	if err != nil {
		return nil, err
	}
	user, err := r.DB.User(ctx, viewer(ctx), who)
	if err != nil {
		return nil, err
	}
	var faults training.InputError
	words := orElse(input.Words, "")
	training.CheckText(&faults, "words", words, 0, 160)
	if input.Since != nil {
		training.CheckDate(&faults, "since", *input.Since, training.MinDate, r.today(user.Profile))
	}
	if err := faults.Err(); err != nil {
		return nil, err
	}
	restriction, err := r.DB.StateCondition(ctx, viewer(ctx), who, input.Condition, input.Since, words)
	if err != nil {
		return nil, err
	}
	return &model.RestrictionPayload{Restriction: &restriction, Changed: r.ahead(who, user.Profile)}, nil
}

// ClearRestriction keeps the caller's statement that a restriction of theirs has ended.
func (r *mutation) ClearRestriction(ctx context.Context, input model.ClearRestrictionInput) (*model.RestrictionPayload, error) {
	ctx = db.Expecting(ctx, input.Revision)
	var faults training.InputError
	training.CheckText(&faults, "statement", input.Statement, 1, 500)
	if err := faults.Err(); err != nil {
		return nil, err
	}
	restriction, err := r.DB.ClearRestriction(ctx, viewer(ctx), training.RestrictionID(input.RestrictionID), input.Ending, input.Statement)
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
	list, err := loadersFrom(ctx).restrictionsOf.Load(ctx, u.ID)
	if err != nil {
		return nil, err
	}
	shown := make([]*training.Restriction, len(list))
	for i := range list {
		shown[i] = &list[i]
	}
	return shown, nil
}

// SaidBy is who said it.
func (r *restrictionResolver) SaidBy(ctx context.Context, restriction *training.Restriction) (*training.User, error) {
	return r.userOrNil(ctx, restriction.SaidBy)
}

// ClearedBy is what has to be so before a restriction is cleared.
func (r *restrictionResolver) ClearedBy(_ context.Context, restriction *training.Restriction) (string, error) {
	return gate.Clears(restriction.Condition), nil
}

// WayBack are the rungs since a restriction was cleared.
func (r *restrictionResolver) WayBack(_ context.Context, restriction *training.Restriction) ([]*gate.Rung, error) {
	return pointers(gate.Rungs(restriction)), nil
}
