package auth

import (
	"crypto/sha256"
	"encoding/base64"
)

// TokenHash is the SHA-256 of a refresh token. A token has 256 random bits, so a fast hash without salt hides it.
type TokenHash [sha256.Size]byte

const refreshBytes = 32

var refreshEncoding = base64.RawURLEncoding.Strict()
