package server

import (
	"context"
	"net/http"
	"net/netip"
	"strings"
	"time"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"fortnight/server/graphqlhttp"
	"fortnight/server/internal/wire"
)

// maxToken is the longest access token that is looked at, in bytes; those of auth have about 300.
const maxToken = 4096

// clients tells who asks, by what a Config says of addresses and tokens.
type clients struct {
	config *Config
	// endless tells of a request that it asks for more than one answer.
	endless func(*http.Request) bool
}

// party is whom a context is of, at an address.
func (c *clients) party(ctx context.Context, from netip.Addr) party {
	return party{account: c.config.accountOf(ctx), network: networkOf(from)}
}

// with puts into the context who asks, and from where. A token counts only in the Authorization header, and one that is not valid
// answers 401: never is its bearer treated as nobody. What asks for one answer has operationTimeout for all of it, from its first byte on: the
// token, the body, the answer.
func (c *clients) with(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		from := c.config.address(r)
		ctx := c.config.WithAddress(r.Context(), from)
		ctx = withParty(ctx, c.party(ctx, from))
		if !c.endless(r) {
			end := time.Now().Add(operationTimeout)
			var cancel context.CancelFunc
			ctx, cancel = context.WithDeadline(ctx, end)
			defer cancel()
			_ = http.NewResponseController(w).SetReadDeadline(end)
		}
		headers := r.Header.Values("Authorization")
		if len(headers) == 0 {
			next.ServeHTTP(w, r.WithContext(ctx))
			return
		}
		ctx, expires, refused := c.authenticate(ctx, headers)
		if refused != nil {
			if wire.Code(refused) == wire.CodeUnauthenticated {
				w.Header().Set("WWW-Authenticate", `Bearer error="invalid_token"`)
			}
			graphqlhttp.WriteError(w, r, graphqlhttp.StatusOf(refused), refused)
			return
		}
		if !expires.IsZero() { // a stream outlives its request by far, but not its token
			var cancel context.CancelFunc
			ctx, cancel = context.WithDeadline(ctx, expires)
			defer cancel()
		}
		next.ServeHTTP(w, r.WithContext(withParty(ctx, c.party(ctx, from))))
	})
}

// authenticate reads "Bearer" and a token; a header of another form, or two, is a token that is not valid.
func (c *clients) authenticate(ctx context.Context, headers []string) (context.Context, time.Time, *gqlerror.Error) {
	scheme, token, _ := strings.Cut(headers[0], " ")
	if len(headers) > 1 || !strings.EqualFold(scheme, "Bearer") || token == "" || len(token) > maxToken || strings.ContainsAny(token, " \t,") {
		return nil, time.Time{}, wire.Errorf(wire.CodeUnauthenticated, `Authorization must be "Bearer ", and one access token after it`)
	}
	if token == "undefined" || token == "null" { // as JavaScript writes what is not there
		return nil, time.Time{}, wire.Errorf(wire.CodeUnauthenticated, "Authorization has %s in place of a token: the client has none yet", token)
	}
	ctx, cancel := context.WithCancel(ctx)
	late := time.AfterFunc(tokenTimeout, cancel) // and never afterwards: what is known of the viewer goes on with this context
	known, expires, err := c.config.Authenticate(ctx, token)
	if !late.Stop() && err == nil {
		err = context.DeadlineExceeded
	}
	if err != nil {
		cancel()
		return nil, time.Time{}, c.config.PresentError(ctx, err)
	}
	return known, expires, nil
}

// headerKey is the key of the Authorization header that an upgrade to WebSocket came with.
type headerKey struct{}

// tokenTimeout is how long it may take to look a token up.
const tokenTimeout = 5 * time.Second

// acceptSocket copies the client's address and its Authorization header, which with has accepted, into the socket's context.
func (c *clients) acceptSocket(ctx context.Context, r *http.Request) context.Context {
	from := c.config.address(r)
	ctx = c.config.WithAddress(ctx, from)
	ctx = withParty(ctx, c.party(ctx, from))
	if headers := r.Header.Values("Authorization"); len(headers) > 0 {
		ctx = context.WithValue(ctx, headerKey{}, headers)
	}
	return ctx
}

// initSocket takes the access token of connection_init, which browsers need because they cannot set headers of an upgrade, or else the
// header of the upgrade. Without either the socket is nobody's.
func (c *clients) initSocket(ctx context.Context, payload map[string]any) (context.Context, time.Time, *gqlerror.Error) {
	headers, _ := ctx.Value(headerKey{}).([]string)
	named, refused := tokenOf(payload)
	if refused != nil {
		return nil, time.Time{}, refused
	}
	if named != nil {
		headers = []string{*named}
	}
	if len(headers) == 0 {
		return ctx, time.Time{}, nil
	}
	known, expires, refused := c.authenticate(ctx, headers)
	if refused == nil {
		known = withParty(known, party{account: c.config.accountOf(known), network: partyOf(known).network})
	}
	return known, expires, refused
}

// How an access token stands in the payload of connection_init, of which clients have ways of their own.
const spellings = `want {"Authorization": "Bearer …"}, in "headers" too, or {"token": "…"}`

// tokenOf is what stands for the Authorization header in the payload of connection_init, nil for nothing. In the spelling of a key the case of letters
// counts nothing. A payload that seems to bring a token in another way is refused, as two ways at once are: its sender is not treated as nobody.
func tokenOf(payload map[string]any) (found *string, refused *gqlerror.Error) {
	refuse := func(what string) { refused = wire.Errorf(wire.CodeUnauthenticated, "%s: %s", what, spellings) }
	take := func(at string, value any, bare bool) {
		text, is := value.(string)
		if !is {
			refuse(at + " is no string")
			return
		}
		if scheme, _, _ := strings.Cut(text, " "); bare && !strings.EqualFold(scheme, "Bearer") {
			text = "Bearer " + text
		}
		if found != nil && *found != text {
			refuse("two tokens")
			return
		}
		found = &text
	}
	for name, value := range payload {
		if value == nil {
			continue
		}
		switch key := strings.ToLower(name); key {
		case "authorization", "token":
			take(name, value, key == "token")
		case "headers":
			within, is := value.(map[string]any)
			if !is {
				refuse("headers is no object")
			}
			for header, value := range within {
				if value != nil && strings.EqualFold(header, "Authorization") {
					take("headers."+header, value, false)
				}
			}
		case "accesstoken", "access_token", "authtoken", "auth_token", "idtoken", "id_token", "auth", "bearer", "jwt", "x-token", "x-auth-token", "x-access-token":
			refuse("no token is named " + name)
		}
	}
	return found, refused
}
