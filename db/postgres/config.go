package postgres

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
)

// minServerMajor is the oldest PostgreSQL that the statements are tested with.
const minServerMajor = 15

// MaxConnections is the largest pool that Open makes; a private cluster has 100 connections for all its users together.
const MaxConnections = 90

// sessionSettings are each connection's, unless the address given to Open says otherwise. They are set when it has begun: a pooler takes a
// connection that begins with settings only where it knows each.
var sessionSettings = map[string]string{
	"timezone":          "UTC",
	"search_path":       "public",
	"statement_timeout": "15s", // a hundred times what the slowest of our queries takes
	"lock_timeout":      "5s",  // long before a waiting request is given up by its client
	// No transaction waits for anything but the database, so one that is idle this long belongs to a process that hangs.
	"idle_in_transaction_session_timeout": "30s",
}

// Options are what a caller decides about a connection pool.
type Options struct {
	// MaxConnections is the size of the pool, 2 to MaxConnections.
	MaxConnections int
	// Log hears the server's warnings.
	Log *slog.Logger
	// Now tells the time that is written into rows; nil for time.Now.
	Now func() time.Time
	// Observe is told of every statement, on many goroutines; nil for nobody.
	Observe Observer
}

func poolConfig(url string, options Options) (*pgxpool.Config, error) {
	if options.MaxConnections < 2 || options.MaxConnections > MaxConnections {
		return nil, fmt.Errorf("the number of connections is %d, allowed are 2 to %d", options.MaxConnections, MaxConnections)
	}
	if options.Log == nil {
		return nil, errors.New("no log is given")
	}
	config, err := pgxpool.ParseConfig(url)
	if err != nil {
		return nil, err
	}
	config.MaxConns = int32(options.MaxConnections)
	config.MaxConnLifetime = time.Hour // lets the server give back what its caches have grown to
	config.MaxConnLifetimeJitter = 10 * time.Minute
	config.MaxConnIdleTime = 5 * time.Minute
	config.ConnConfig.ConnectTimeout = connectTime / time.Duration(hosts(config.ConnConfig))
	// bun writes values into the statements: to prepare each would cost a second round trip and fill the server's cache.
	config.ConnConfig.DefaultQueryExecMode = pgx.QueryExecModeExec
	config.ConnConfig.OnNotice = logNotice(options.Log)
	if options.Observe != nil {
		config.ConnConfig.Tracer = tracer{options.Observe}
	}
	if _, given := config.ConnConfig.RuntimeParams["application_name"]; !given {
		config.ConnConfig.RuntimeParams["application_name"] = "fortnight"
	}
	config.ConnConfig.AfterConnect = settle(config.ConnConfig.RuntimeParams)
	return config, nil
}

// connectTime is how long it may take to connect, to whichever host. Each has an equal part of it: a frozen server takes connections and says
// nothing, and who waits for a connection must not have run out of patience before the next host was asked.
const connectTime = 4 * time.Second

// hosts is how many there are to connect to.
func hosts(config *pgx.ConnConfig) int {
	named := map[string]bool{config.Host: true}
	for _, other := range config.Fallbacks { // with TLS and without are two of one
		named[other.Host] = true
	}
	return len(named)
}

// settle sets the settings of a connection, in one statement: those of given are taken from it.
func settle(given map[string]string) func(context.Context, *pgconn.PgConn) error {
	var names, values []string
	for name, value := range sessionSettings {
		if instead, is := given[name]; is {
			value = instead
			delete(given, name)
		}
		names, values = append(names, name), append(values, value)
	}
	return func(ctx context.Context, conn *pgconn.PgConn) error {
		return conn.ExecParams(ctx, "SELECT set_config(s.name, s.value, false) FROM unnest($1::text[], $2::text[]) AS s (name, value)",
			[][]byte{arrayText(names), arrayText(values)}, nil, nil, nil).Read().Err
	}
}

// arrayText is a list as PostgreSQL reads it.
func arrayText(list []string) []byte {
	quoted := make([]string, len(list))
	for i, text := range list {
		quoted[i] = `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
	}
	return []byte("{" + strings.Join(quoted, ",") + "}")
}

func logNotice(log *slog.Logger) pgconn.NoticeHandler {
	return func(_ *pgconn.PgConn, notice *pgconn.Notice) {
		level := slog.LevelDebug
		if notice.SeverityUnlocalized == "WARNING" {
			level = slog.LevelWarn
		}
		log.Log(context.Background(), level, "database notice", "message", notice.Message, "code", notice.Code)
	}
}

func checkServer(ctx context.Context, pool *pgxpool.Pool) error {
	return pool.AcquireFunc(ctx, func(conn *pgxpool.Conn) error {
		version := conn.Conn().PgConn().ParameterStatus("server_version") // 15.18 (Debian 15.18-0+deb12u1), 18beta1
		digits := strings.IndexFunc(version+".", func(r rune) bool { return r < '0' || r > '9' })
		major, err := strconv.Atoi(version[:digits])
		if err != nil || major < minServerMajor {
			return fmt.Errorf("the server is PostgreSQL %q; %d or newer is needed", version, minServerMajor)
		}
		return nil
	})
}
