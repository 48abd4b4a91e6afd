package auth

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/google/uuid"
)

// The access token: who makes it, who it is for, how long it is good, and how far two clocks may differ.
const (
	tokenIssuer   = "fortnight"
	tokenAudience = "fortnight-api"
	tokenType     = "at+jwt" // RFC 9068 2.1: no other kind of JWT is an access token (RFC 8725 3.11)
	AccessLife    = 15 * time.Minute
	clockLeeway   = 30 * time.Second // nodes that share a key need not agree on the time to the second

	// maxAccessToken bounds the work for a token of any origin; ours have about 400 bytes.
	maxAccessToken = 4096
)

// accessClaims are all a token says: no e-mail, no name, and no role, which the account may change.
type accessClaims struct {
	jwt.RegisteredClaims
	SessionID string `json:"sid"`
}

func newAccessParser(now func() time.Time) *jwt.Parser {
	return jwt.NewParser(append(accessChecks(now), jwt.WithValidMethods([]string{jwt.SigningMethodHS256.Alg()}), jwt.WithStrictDecoding())...)
}

// accessChecks are what the claims of an access token are checked for, by the clock.
func accessChecks(now func() time.Time) []jwt.ParserOption {
	return []jwt.ParserOption{
		jwt.WithIssuer(tokenIssuer), jwt.WithAudience(tokenAudience),
		jwt.WithExpirationRequired(), jwt.WithNotBeforeRequired(), jwt.WithIssuedAt(),
		jwt.WithLeeway(clockLeeway), jwt.WithTimeFunc(now),
	}
}

// checkClaims checks what the parser leaves open: ids in canonical form, and a life that we would have given.
func checkClaims(claims accessClaims) error {
	for _, id := range []string{claims.Subject, claims.SessionID, claims.ID} {
		if parsed, err := uuid.Parse(id); err != nil || parsed.String() != id {
			return errors.New("sub, sid or jti is not a canonical UUID")
		}
	}
	if claims.IssuedAt == nil || claims.ExpiresAt.Sub(claims.IssuedAt.Time) > AccessLife {
		return errors.New("the life is longer than any access token's")
	}
	return nil
}

// lastSecond is the last second of the year 9999, the last that has a date of four digits: what lies beyond runs over when it is read as a time, and comes
// out in the past.
const lastSecond = 253_402_300_799

// checkTypes refuses claims of another JSON type than RFC 7519 4.1 gives them, for the parser takes a text for a number, and times that are none.
func checkTypes(token string) error {
	parts := strings.Split(token, ".")
	if len(parts) != 3 {
		return errors.New("not three parts")
	}
	payload, err := base64.RawURLEncoding.Strict().DecodeString(parts[1])
	if err != nil {
		return fmt.Errorf("decode the claims: %w", err)
	}
	var claims map[string]any
	if err := json.Unmarshal(payload, &claims); err != nil {
		return fmt.Errorf("read the claims: %w", err)
	}
	for name, value := range claims {
		text, isText := value.(string)
		number, isNumber := value.(float64)
		switch name {
		case "iss", "sub", "jti", "sid":
			if !isText || text == "" {
				return fmt.Errorf("%s is no text", name)
			}
		case "exp", "nbf", "iat":
			if !isNumber || number < 0 || number > lastSecond {
				return fmt.Errorf("%s is no number of seconds since 1970", name)
			}
		case "aud":
			if !isText && !areTexts(value) {
				return errors.New("aud is neither a text nor a list of texts")
			}
		}
	}
	return nil
}

func areTexts(value any) bool {
	list, is := value.([]any)
	for _, item := range list {
		_, text := item.(string)
		is = is && text
	}
	return is
}
