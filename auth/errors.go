package auth

import (
	"errors"
	"fmt"
	"time"
)

// What can be wrong with a request. None says more than its caller may know: an unknown e-mail and a wrong password are one error, and
// so are a forged, an expired and a revoked token.
var (
	ErrWrongCredentials = errors.New("wrong e-mail or password")
	ErrInvalidToken     = errors.New("the token is not valid")
	ErrBusy             = errors.New("too many log-ins at once, try again shortly")
)

// What a store answers where there is nothing to find.
var (
	ErrNoAccount = errors.New("no such account")
	ErrNoSession = errors.New("no such session")
)

// InputError says which field cannot be accepted and what would be.
type InputError struct {
	Field   string // "email", "password" or "newPassword"
	Allowed string // a sentence without subject: "must be …"
}

func (e *InputError) Error() string { return e.Field + " " + e.Allowed }

// LimitedError says that an account or an address has been tried too often.
type LimitedError struct {
	RetryAfterSeconds int // 1 or more
}

func (e *LimitedError) Error() string {
	return fmt.Sprintf("too many attempts, try again in %d s", e.RetryAfterSeconds)
}

func limited(wait time.Duration) *LimitedError {
	return &LimitedError{RetryAfterSeconds: max(1, int((wait+time.Second-1)/time.Second))}
}

// credentialsError is ErrWrongCredentials where the account went, or changed its password, since the password was verified.
func credentialsError(operation string, err error) error {
	if errors.Is(err, ErrNoAccount) {
		return ErrWrongCredentials
	}
	return fmt.Errorf("%s: %w", operation, err)
}
