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

// withClient puts into the context who asks, and from where. A token counts only in the Authorization header, and one that is not valid
// answers 401: never is its bearer treated as nobody. The address is that of the connection, since what a header claims anybody can send.
func (s *Server) withClient(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := s.config.WithAddress(r.Context(), address(r))
		headers := r.Header.Values("Authorization")
		if len(headers) == 0 {
			next.ServeHTTP(w, r.WithContext(ctx))
			return
		}
		ctx, expires, refused := s.authenticate(ctx, headers)
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
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// authenticate reads "Bearer" and a token; a header of another form, or two, is a token that is not valid.
func (s *Server) authenticate(ctx context.Context, headers []string) (context.Context, time.Time, *gqlerror.Error) {
	scheme, token, _ := strings.Cut(headers[0], " ")
	if len(headers) > 1 || !strings.EqualFold(scheme, "Bearer") || token == "" || len(token) > maxToken || strings.ContainsAny(token, " \t,") {
		return nil, time.Time{}, wire.Errorf(wire.CodeUnauthenticated, "Authorization must be Bearer and one access token")
	}
	known, expires, err := s.config.Authenticate(ctx, token)
	if err != nil {
		return nil, time.Time{}, s.config.PresentError(ctx, err)
	}
	return known, expires, nil
}

func address(r *http.Request) netip.Addr {
	at, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Addr{} // not a TCP connection
	}
	return at.Addr().Unmap()
}

// headerKey is the key of the Authorization header that an upgrade to WebSocket came with.
type headerKey struct{}

// acceptSocket copies the client's address and its Authorization header, which withClient has accepted, into the socket's context.
func (s *Server) acceptSocket(ctx context.Context, r *http.Request) context.Context {
	ctx = s.config.WithAddress(ctx, address(r))
	if headers := r.Header.Values("Authorization"); len(headers) > 0 {
		ctx = context.WithValue(ctx, headerKey{}, headers)
	}
	return ctx
}

// initSocket takes the Authorization of connection_init, which browsers need because they cannot set headers of an upgrade, or else the
// header of the upgrade. Without either the socket is nobody's.
func (s *Server) initSocket(ctx context.Context, payload map[string]any) (context.Context, time.Time, *gqlerror.Error) {
	headers, _ := ctx.Value(headerKey{}).([]string)
	for name, value := range payload {
		if !strings.EqualFold(name, "Authorization") || value == nil {
			continue
		}
		text, ok := value.(string)
		if !ok {
			return nil, time.Time{}, wire.Errorf(wire.CodeUnauthenticated, "Authorization must be a string")
		}
		headers = []string{text}
	}
	if len(headers) == 0 {
		return ctx, time.Time{}, nil
	}
	return s.authenticate(ctx, headers)
}
