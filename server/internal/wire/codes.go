package wire

import "github.com/vektah/gqlparser/v2/gqlerror"

// The values of extensions.code that the server itself gives; the application has more.
const (
	CodeBadRequest      = "BAD_USER_INPUT"
	CodeUnauthenticated = "UNAUTHENTICATED"
	CodeForbidden       = "FORBIDDEN"
	CodeRateLimited     = "RATE_LIMITED"
	CodeLimitExceeded   = "LIMIT_EXCEEDED"
	CodeUnavailable     = "UNAVAILABLE"
	CodeInternal        = "INTERNAL"
)

// Errorf returns an error with that code.
func Errorf(code, format string, args ...any) *gqlerror.Error {
	err := gqlerror.Errorf(format, args...)
	err.Extensions = map[string]any{"code": code}
	return err
}

// Code returns the code of an error, or "" when it has none.
func Code(err *gqlerror.Error) string {
	code, _ := err.Extensions["code"].(string)
	return code
}
