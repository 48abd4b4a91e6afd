package resolvers

import (
	"context"
	"errors"
	"time"

	"fortnight/auth"
	"fortnight/db/export"
	"fortnight/graph/model"
	"fortnight/training"
)

// SignUp opens an account and logs in.
func (r *mutation) SignUp(ctx context.Context, input model.SignUpInput) (*model.AuthPayload, error) {
	user := training.User{Name: input.Name, Role: orElse(input.Role, training.RoleAthlete)}
	user.Profile = training.NewProfile(orElse(input.TimeZone, "UTC"))
	if err := signUpFaults(user.Validate(r.today(user.Profile)), auth.CheckCredentials(input.Email, input.Password)); err != nil {
		return nil, err
	}
	credentials, err := r.Auth.NewCredentials(ctx, input.Email, input.Password, auth.AddressFrom(ctx))
	if err != nil {
		return nil, err
	}
	user.Email = credentials.Email
	if user, err = r.DB.CreateUser(ctx, user, credentials.PasswordHash); err != nil {
		return nil, err
	}
	pair, err := r.Tokens.Start(ctx, auth.Account{
		ID: auth.UserID(user.ID), Role: auth.Role(user.Role), Email: user.Email, PasswordHash: credentials.PasswordHash,
	})
	return r.authPayload(ctx, pair, err)
}

// signUpFaults is all that is wrong with what somebody signs up by, in one error: what of it is of the user, and what of the credentials.
func signUpFaults(user, credentials error) error {
	var faults training.InputError
	var input *training.InputError
	if errors.As(user, &input) {
		faults.Fields = append(faults.Fields, input.Fields...)
	}
	if joined, ok := credentials.(interface{ Unwrap() []error }); ok {
		for _, err := range joined.Unwrap() {
			var fault *auth.InputError
			if errors.As(err, &fault) {
				faults.Fields = append(faults.Fields, training.FieldError{Path: fault.Field, Message: fault.Allowed})
			}
		}
	}
	return faults.Err()
}

// LogIn exchanges e-mail and password for tokens.
func (r *mutation) LogIn(ctx context.Context, input model.LogInInput) (*model.AuthPayload, error) {
	pair, err := r.Auth.LogIn(ctx, input.Email, input.Password, auth.AddressFrom(ctx))
	return r.authPayload(ctx, pair, err)
}

// RefreshTokens exchanges a refresh token for new tokens.
func (r *mutation) RefreshTokens(ctx context.Context, input model.RefreshTokensInput) (*model.AuthPayload, error) {
	pair, err := r.Tokens.Refresh(ctx, input.RefreshToken)
	return r.authPayload(ctx, pair, err)
}

// LogOut ends the family of a refresh token.
func (r *mutation) LogOut(ctx context.Context, input model.LogOutInput) (*model.LogOutPayload, error) {
	if err := r.Tokens.End(ctx, input.RefreshToken); err != nil {
		return nil, err
	}
	return &model.LogOutPayload{Ok: true}, nil
}

// ChangePassword sets a new password and ends all other log-ins.
func (r *mutation) ChangePassword(ctx context.Context, input model.ChangePasswordInput) (*model.AuthPayload, error) {
	v, _ := auth.ViewerFrom(ctx)
	pair, err := r.Auth.ChangePassword(ctx, v, input.CurrentPassword, input.NewPassword, auth.AddressFrom(ctx))
	return r.authPayload(ctx, pair, err)
}

// DeleteAccount deletes the caller's account with all that belongs to it.
func (r *mutation) DeleteAccount(ctx context.Context, input model.DeleteAccountInput) (*model.DeleteAccountPayload, error) {
	v, _ := auth.ViewerFrom(ctx)
	account, err := r.Auth.Reauthenticate(ctx, v, input.Password, auth.AddressFrom(ctx))
	if err != nil {
		return nil, err
	}
	if err := r.DB.DeleteUser(ctx, account.ID); err != nil {
		return nil, err
	}
	return &model.DeleteAccountPayload{UserID: string(account.ID)}, nil
}

// exportPage is after how many bytes a page of what is stored ends.
const exportPage = 256 << 10

// ExportMyData tells a page of all that is stored about the caller.
func (r *mutation) ExportMyData(ctx context.Context, input model.ExportMyDataInput) (*model.ExportMyDataPayload, error) {
	after := orElse(input.After, "")
	page, err := heavily(ctx, r.Resolver, func() (export.Page, error) { return r.DB.Export(ctx, viewer(ctx), after, exportPage) })
	if err != nil {
		return nil, err
	}
	info := &model.PageInfo{HasPreviousPage: after != "", HasNextPage: page.Next != ""}
	if page.Next != "" {
		info.EndCursor = &page.Next
	}
	return &model.ExportMyDataPayload{Text: page.Text, PageInfo: info}, nil
}

func (r *mutation) authPayload(ctx context.Context, pair auth.Pair, err error) (*model.AuthPayload, error) {
	if err != nil {
		return nil, err
	}
	id := training.UserID(pair.UserID)
	user, err := r.DB.User(ctx, id, id)
	if err != nil {
		return nil, err
	}
	return &model.AuthPayload{
		AccessToken: pair.AccessToken, RefreshToken: pair.RefreshToken, ExpiresAt: pair.ExpiresAt.Truncate(time.Second), User: &user,
	}, nil
}
