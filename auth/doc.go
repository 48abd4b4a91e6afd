// Package auth is passwords, tokens, and the [Viewer] a token names.
//
// An account is a user with a password hash. Logging in starts a session: a family of refresh tokens, of which one at a time is good.
// A refresh token is random, is stored as a hash only, and is replaced by each use; using one twice ends its session. An access token
// is a signed JWT of at most 15 minutes that names its user and its session, and is good while that session lives. So a log-out, a
// changed password, a reused refresh token and a deleted account all end access tokens at once, by ending sessions.
//
// Storage is the caller's: [Accounts] and [Sessions] say what is needed of it. Time, randomness and the log are arguments.
package auth
