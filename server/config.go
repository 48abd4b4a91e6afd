package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/prometheus/client_golang/prometheus"

	"fortnight/server/coerce"
	"fortnight/server/graphiql"
	"fortnight/server/internal/broadcast"
)

// The times a request may take. The largest answer, a year of calendar, is below 1 MB: 30 s allow for a line of 300 kbit/s.
const (
	headerTimeout    = 5 * time.Second
	readTimeout      = 15 * time.Second
	operationTimeout = 10 * time.Second // of a query or a mutation; subscriptions have none
	writeTimeout     = 30 * time.Second
	idleTimeout      = 2 * time.Minute
	maxHeaderBytes   = 32 << 10
)

// LeastConnections is how few connections a server can do with: of one address, six that are neither sockets nor streams, which is what a browser has.
const LeastConnections = 24

// Config is what a Server is made of. All fields must be set but Scalars, Account, Session, Ended, Alike, WithLoaders, Production, PublishSchema,
// Documents, AllowedOrigins, Hosts, TrustedProxies, ProxyHeader, MaxConnections, Tabs, About and Now.
type Config struct {
	Schema graphql.ExecutableSchema
	// Scalars are the schema's own, each by its name; one that is missing is an error of New.
	Scalars map[string]coerce.Scalar
	// Authenticate returns the context of whom an access token names, and when the token expires. Its errors go to PresentError.
	Authenticate func(ctx context.Context, token string) (context.Context, time.Time, error)
	// WithAddress returns a context that carries the address of the client's end of the connection.
	WithAddress func(ctx context.Context, client netip.Addr) context.Context
	// Account names whom a context that Authenticate returned is of, "" for nobody. Without it nobody has an account, and what an account may
	// do goes by the address alone.
	Account func(ctx context.Context) string
	// Session names the log-in of a context that Authenticate returned, "" for none, and Ended returns those of some that have ended: their
	// sockets and streams end within seconds. Without them they end with their tokens.
	Session func(ctx context.Context) string
	Ended   func(ctx context.Context, sessions []string) ([]string, error)
	// Alike gives subscriptions that have the same answers the same key; "" is like no other. Of what is whole who joins later is told all that
	// was told before. May says whether the viewer may join others, and nil lets everybody. Without Alike each is run for itself.
	Alike func(ctx context.Context, operation *graphql.OperationContext) (key string, whole bool, may func(ctx context.Context) bool)
	// WithLoaders surrounds each answer, and each event of a subscription.
	WithLoaders graphql.ResponseMiddleware
	// PresentError gives every error its public form, with extensions.code.
	PresentError graphql.ErrorPresenterFunc
	// Production turns introspection, suggestions, GraphiQL and the public /metrics off.
	Production bool
	// PublishSchema serves the schema at /schema.graphql in production too.
	PublishSchema bool
	// Documents are those that are answered; nil for all.
	Documents Documents
	// AllowedOrigins are the pages that may call from another host, such as https://app.example.org. The server's own is always allowed.
	AllowedOrigins []string
	// Hosts are the names by which the server may be called, without ports; none are all. A page that has its own name lead here (DNS
	// rebinding) is called by that name, and is refused.
	Hosts []string
	// TrustedProxies are the addresses of proxies whose word for whom they speak counts, and ProxyHeader is the header in which they say it:
	// ForwardedFor, as "" is, or Forwarded.
	TrustedProxies []netip.Prefix
	ProxyHeader    string
	// MaxConnections is how many connections the process can hold, LeastConnections at least; 0 is as many as there may be anyway. One more is
	// closed before anything is read from it.
	MaxConnections int
	// Tabs are what GraphiQL opens with, as of now.
	Tabs func() []graphiql.Tab
	// Ready returns why the server cannot answer now, or nil.
	Ready func(ctx context.Context) error
	// About is what /readyz says besides, in a line that all may read; nil for nothing.
	About func() string
	// Now is the clock of budgets; nil is time.Now.
	Now      func() time.Time
	Registry *prometheus.Registry
	Log      *slog.Logger
}

// kindOf says which subscriptions are run once for all who ask for them.
func (c *Config) kindOf(ctx context.Context, operation *graphql.OperationContext) broadcast.Kind {
	if c.Alike == nil {
		return broadcast.Kind{}
	}
	key, whole, may := c.Alike(ctx, operation)
	return broadcast.Kind{Key: key, Whole: whole, May: may}
}

func (c *Config) check() error {
	missing := map[string]bool{
		"Schema": c.Schema == nil, "Authenticate": c.Authenticate == nil, "WithAddress": c.WithAddress == nil,
		"PresentError": c.PresentError == nil, "Ready": c.Ready == nil, "Registry": c.Registry == nil, "Log": c.Log == nil,
	}
	for name, missing := range missing {
		if missing {
			return fmt.Errorf("server: Config.%s is not set", name)
		}
	}
	if c.ProxyHeader != "" && c.ProxyHeader != ForwardedFor && c.ProxyHeader != Forwarded {
		return fmt.Errorf("server: proxies cannot name whom they speak for in %q: allowed are %s and %s", c.ProxyHeader, ForwardedFor, Forwarded)
	}
	if c.MaxConnections != 0 && c.MaxConnections < LeastConnections {
		return fmt.Errorf("server: MaxConnections is %d, allowed are 0 and %d or more", c.MaxConnections, LeastConnections)
	}
	for _, origin := range c.AllowedOrigins {
		if err := CheckOrigin(origin); err != nil {
			return fmt.Errorf("server: allowed origin %q: %w", origin, err)
		}
	}
	return nil
}

// clock is the one of budgets.
func (c *Config) clock() func() time.Time {
	if c.Now != nil {
		return c.Now
	}
	return time.Now
}

// accountOf names whom a context is of, "" for nobody.
func (c *Config) accountOf(ctx context.Context) string {
	if c.Account == nil {
		return ""
	}
	return c.Account(ctx)
}

// sessionOf names the log-in of a context, "" for none.
func (c *Config) sessionOf(ctx context.Context) string {
	if c.Session == nil {
		return ""
	}
	return c.Session(ctx)
}

// CheckOrigin refuses what is no origin of a page: a scheme and a host, as a browser writes them.
func CheckOrigin(origin string) error {
	at, err := url.Parse(origin)
	if err != nil {
		return err
	}
	if (at.Scheme != "http" && at.Scheme != "https") || at.Host == "" || at.Scheme+"://"+at.Host != origin {
		return errors.New("want scheme and host alone, such as https://app.example.org")
	}
	return nil
}

// allowsOrigin says whether a browser's page may call: one of this host or of the allowed ones. What is no browser sends no Origin.
func (c *Config) allowsOrigin(r *http.Request) bool {
	origins := r.Header.Values("Origin")
	if len(origins) == 0 {
		return true
	}
	return len(origins) == 1 && (c.isForeignAllowed(origins[0]) || isOwn(origins[0], r.Host))
}

// allowsHost says whether the server may be called by the name of a Host header.
func (c *Config) allowsHost(host string) bool {
	if len(c.Hosts) == 0 {
		return true
	}
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	return slices.ContainsFunc(c.Hosts, func(allowed string) bool { return strings.EqualFold(allowed, host) })
}

func (c *Config) isForeignAllowed(origin string) bool {
	for _, allowed := range c.AllowedOrigins {
		if strings.EqualFold(allowed, origin) {
			return true
		}
	}
	return false
}

func isOwn(origin, host string) bool {
	at, err := url.Parse(origin)
	return err == nil && at.Host != "" && strings.EqualFold(at.Host, host)
}
