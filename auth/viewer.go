package auth

import (
	"context"
	"net/netip"
	"slices"
	"time"
)

// UserID names an account: a UUID in canonical form.
type UserID string

// SessionID names the session of a login: a UUID in canonical form.
type SessionID string

// Role is what an account may be to others.
type Role string

// An ATHLETE trains; a COACH also plans for the athletes who granted it.
const (
	RoleAthlete Role = "ATHLETE"
	RoleCoach   Role = "COACH"
)

// Viewer is who is asking. A stream on behalf of a viewer ends at ExpiresAt, when the access token it came with does.
type Viewer struct {
	UserID    UserID
	Role      Role
	SessionID SessionID // or the personal token's
	ExpiresAt time.Time
	Personal  bool    // asks by a personal token
	Scopes    []Scope // of the personal token
}

// May tells whether the viewer asks by a log-in, or by a personal token with a scope.
func (v Viewer) May(scope Scope) bool { return !v.Personal || slices.Contains(v.Scopes, scope) }

type viewerKey struct{}

// WithViewer returns a context that carries the viewer.
func WithViewer(ctx context.Context, viewer Viewer) context.Context {
	return context.WithValue(ctx, viewerKey{}, viewer)
}

// ViewerFrom returns the viewer a context carries, and whether there is one: false means nobody is logged in.
func ViewerFrom(ctx context.Context) (Viewer, bool) {
	viewer, ok := ctx.Value(viewerKey{}).(Viewer)
	return viewer, ok
}

type addressKey struct{}

// WithAddress returns a context that carries the address a request came from, as far as the server trusts what it was told.
func WithAddress(ctx context.Context, from netip.Addr) context.Context {
	return context.WithValue(ctx, addressKey{}, from)
}

// AddressFrom returns the address a context carries. Without one it is the zero Addr, and guesses from all such share their limits.
func AddressFrom(ctx context.Context) netip.Addr {
	from, _ := ctx.Value(addressKey{}).(netip.Addr)
	return from
}
