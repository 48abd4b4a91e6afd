package auth

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"time"
)

// Accounts is what passwords need of a store. E-mails are in the form of [NormalizeEmail].
type Accounts interface {
	// AccountByEmail and Account return [ErrNoAccount] where there is none.
	AccountByEmail(ctx context.Context, email string) (Account, error)
	Account(ctx context.Context, id UserID) (Account, error)

	// SetPassword replaces the password hash and ends all of the user's sessions, in one transaction. It returns [ErrNoAccount] and
	// changes nothing unless the account exists and its hash still is old.
	SetPassword(ctx context.Context, id UserID, old, new string) error
}

// Service is logging in and what else takes a password. Guesses are limited by account and address and by address; from is the
// client's, as far as the server trusts what it was told.
type Service struct {
	accounts Accounts
	tokens   *Tokens
	hasher   *Hasher
	limiter  *limiter
}

// NewService returns a service that limits guesses by the clock now, in this process.
func NewService(accounts Accounts, tokens *Tokens, hasher *Hasher, now func() time.Time) *Service {
	return &Service{accounts: accounts, tokens: tokens, hasher: hasher, limiter: newLimiter(now)}
}

// LogIn returns a pair for the account with that e-mail and password. Errors: [ErrWrongCredentials], the same and after the same work
// whether there is such an account or not; *LimitedError; [ErrBusy].
func (s *Service) LogIn(ctx context.Context, email, password string, from netip.Addr) (Pair, error) {
	address, err := NormalizeEmail(email)
	find := func() (Account, error) { return s.accounts.AccountByEmail(ctx, address) }
	if err != nil { // what no account can have is one more unknown e-mail
		find = func() (Account, error) { return Account{}, ErrNoAccount }
	}
	account, err := s.verify(ctx, address, password, from, find)
	if err != nil {
		return Pair{}, err
	}
	return s.start(ctx, account)
}

// Credentials are what a new account is stored with.
type Credentials struct {
	Email        string // normalised
	PasswordHash string // a PHC string
}

// CheckCredentials refuses what may be neither the e-mail nor the password of a new account, each by an *InputError, joined.
func CheckCredentials(email, password string) error {
	address, err := NormalizeEmail(email)
	return errors.Join(err, CheckPassword(password, address))
}

// NewCredentials checks the e-mail and the password of a new account and hashes the password. That the e-mail is free is for the
// store to say, which has been asked nothing yet: a taken e-mail takes as long as a free one. Errors: one or two *InputError, joined,
// *LimitedError, [ErrBusy].
func (s *Service) NewCredentials(ctx context.Context, email, password string, from netip.Addr) (Credentials, error) {
	if err := CheckCredentials(email, password); err != nil {
		return Credentials{}, err
	}
	address, err := NormalizeEmail(email)
	if err != nil {
		return Credentials{}, err
	}
	if err := s.limiter.signUp(from); err != nil {
		return Credentials{}, err
	}
	hash, err := s.hasher.Hash(ctx, password)
	return Credentials{Email: address, PasswordHash: hash}, err
}

// ChangePassword replaces the viewer's password, ends all of the viewer's sessions and returns a pair of a new one. Errors:
// *InputError on "newPassword", [ErrWrongCredentials] where current is wrong, *LimitedError, [ErrBusy].
func (s *Service) ChangePassword(ctx context.Context, viewer Viewer, current, next string, from netip.Addr) (Pair, error) {
	account, err := s.Reauthenticate(ctx, viewer, current, from)
	if err != nil {
		return Pair{}, err
	}
	if err := CheckPassword(next, account.Email); err != nil {
		return Pair{}, newPasswordError(err)
	}
	hash, err := s.hasher.Hash(ctx, next)
	if err != nil {
		return Pair{}, err
	}
	if err := s.accounts.SetPassword(ctx, account.ID, account.PasswordHash, hash); err != nil {
		return Pair{}, credentialsError("set a password", err)
	}
	account.PasswordHash = hash
	return s.start(ctx, account)
}

// Reauthenticate returns the viewer's account if the password is the viewer's: before what an access token alone must not do, such as
// deleting the account. Errors are those of LogIn.
func (s *Service) Reauthenticate(ctx context.Context, viewer Viewer, password string, from netip.Addr) (Account, error) {
	return s.verify(ctx, string(viewer.UserID), password, from, func() (Account, error) { return s.accounts.Account(ctx, viewer.UserID) })
}

// verify finds an account and checks its password, as one guess at name.
func (s *Service) verify(ctx context.Context, name, password string, from netip.Addr, find func() (Account, error)) (Account, error) {
	refund, err := s.limiter.guess(name, from)
	if err != nil {
		return Account{}, err
	}
	account, err := find()
	if err != nil && !errors.Is(err, ErrNoAccount) {
		refund()
		return Account{}, fmt.Errorf("find an account: %w", err)
	}
	right, err := s.hasher.Verify(ctx, account.PasswordHash, password)
	if err != nil {
		refund()
		return Account{}, fmt.Errorf("verify a password: %w", err)
	}
	if !right {
		return Account{}, ErrWrongCredentials
	}
	refund()
	return account, nil
}

// start begins a session for whoever just proved to hold the account.
func (s *Service) start(ctx context.Context, account Account) (Pair, error) {
	pair, err := s.tokens.Start(ctx, account)
	if err != nil {
		return Pair{}, credentialsError("log in", err)
	}
	return pair, nil
}

func newPasswordError(err error) error {
	var input *InputError
	if errors.As(err, &input) {
		return &InputError{Field: "newPassword", Allowed: input.Allowed}
	}
	return err
}
