package main

import (
	"fmt"
	"io"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/jackc/pgx/v5"

	"fortnight/embedding/model"
	"fortnight/gemini"
	"fortnight/server"
)

// setting is one variable of the environment that the program reads: what help and config say of it.
type setting struct {
	name      string
	does      string
	otherwise string              // what holds where it is not set, as help says it
	secret    bool                // its value is shown to nobody
	holds     func(config) string // what holds, where the value and the default alone do not say it
}

// settings are all of them, in the order in which they are told of.
var settings = []setting{
	{name: "FORTNIGHT_ADDR", does: "where to serve", otherwise: "127.0.0.1:8080"},
	{
		name: "FORTNIGHT_DATA", does: "the data folder: the private cluster, the signing key, the model",
		otherwise: "~/.local/share/fortnight, for root /var/lib/fortnight", holds: func(c config) string { return c.data },
	},
	{
		name: "FORTNIGHT_ENV", does: "development or production: only the first has GraphiQL, /watch, introspection and the demo account",
		otherwise: "development on loopback, else production", holds: config.environment,
	},
	{name: "FORTNIGHT_ORIGINS", does: "other origins whose pages may ask and open a WebSocket, separated by commas", otherwise: "none"},
	{name: "FORTNIGHT_DOCUMENTS", does: "a manifest of persisted documents: a request names one of them, and no others are answered", otherwise: "none: all are answered"},
	{name: "FORTNIGHT_SDL", does: "on, to serve the schema at /schema.graphql in production as in development", otherwise: off},
	{
		name: "FORTNIGHT_HOSTS", does: "names by which the server may be called, separated by commas",
		otherwise: "in production all, else those of loopback", holds: config.names,
	},
	{name: "FORTNIGHT_TLS_CERT", does: "a PEM file with the server's certificate and its chain, read again when it changes: it then serves https", otherwise: "none"},
	{name: "FORTNIGHT_TLS_KEY", does: "the PEM file with its key", otherwise: "none"},
	{name: "FORTNIGHT_METRICS_ADDR", does: "where to serve /metrics by itself; in production it is nowhere else", otherwise: "none"},
	{
		name: "FORTNIGHT_MEMORY", otherwise: "GOMEMLIMIT, else none",
		does: "megabytes that the process keeps to, 64 or more: near them it collects garbage more often, and fails at nothing",
	},
	{
		name: "FORTNIGHT_CACHE", otherwise: strconv.Itoa(defaultCache),
		does: "megabytes of what is remembered, 4 or more: a quarter for the shared library, which is searched in memory while it fits (2 kB a workout)",
	},
	{name: "FORTNIGHT_PPROF_ADDR", does: "a loopback address where profiles of the process are served, at /debug/pprof/", otherwise: "none"},
	{name: "FORTNIGHT_DRAIN", does: "how long /readyz says 503 before the server stops taking connections", otherwise: "0s"},
	{name: "FORTNIGHT_READ_PATH", does: "on, or off to have queries executed by gqlgen field by field", otherwise: "on"},
	{
		name: "FORTNIGHT_SIGNING_KEYS", secret: true, otherwise: "a key in the data folder",
		does: "keys of access tokens that several servers share, 64 hexadecimal digits each, separated by commas: the first signs",
	},
	{
		name: "FORTNIGHT_KEY_ENCRYPTION_KEYS", secret: true, otherwise: "none",
		does: "in place of those: the database has signing keys, which these encrypt (the same form; the first encrypts, all decrypt)",
	},
	{name: "FORTNIGHT_FOLD_RUNS", does: "after how long the events of a run that ended are packed, all of them as they are", otherwise: "1m"},
	{name: "FORTNIGHT_KEEP_RUNS", does: "after how long runs that ended are deleted, 0s for never; what they planned stays", otherwise: "8760h"},
	{
		name: "FORTNIGHT_PROXIES", otherwise: "none",
		does: "addresses and networks of proxies whose word for the client's address counts, separated by commas",
	},
	{
		name: "FORTNIGHT_PROXY_HEADER", otherwise: server.ForwardedFor,
		does: "the header in which they give it, or Forwarded: what a client writes into the other one counts nothing",
	},
	{name: "FORTNIGHT_MODEL", does: "the neural embedding model, or off: the offline embedder alone serves", otherwise: model.Default},
	{name: "FORTNIGHT_ONNXRUNTIME", does: "ONNX Runtime's shared library, where it is not to be fetched", otherwise: "fetched"},
	{name: "HF_ENDPOINT", does: "where the embedding model comes from", otherwise: model.DefaultHub},
	{name: "HF_HUB_OFFLINE", does: "1: nothing is fetched from there", otherwise: "0"},
	{name: "HF_TOKEN", does: "who asks there", otherwise: "none", secret: true},
	{name: "NPM_CONFIG_REGISTRY", does: "the registry of npm packages that ONNX Runtime comes from", otherwise: "npm's own setting"},
	{
		name: "GEMINI_API_KEY", secret: true, otherwise: "none: nothing of an athlete leaves the machine",
		does: "with it a language model reads wishes and proposes (docs/privacy.md)",
	},
	{name: "GEMINI_MODEL", does: "its name", otherwise: gemini.Defaults().Model},
	{name: "GEMINI_ENDPOINT", does: "where it is", otherwise: gemini.Defaults().Endpoint},
	{name: "GEMINI_CALL_TIMEOUT", does: "for a call with all its attempts", otherwise: "90s"},
	{name: "GEMINI_STALL_TIMEOUT", does: "for each piece of an answer", otherwise: "30s"},
	{name: "GEMINI_ATTEMPTS", does: "how often a call is tried", otherwise: "3"},
	{name: "GEMINI_RUN_TOKENS", does: "the most that a run may use", otherwise: "100000"},
	{name: "GEMINI_DAY_TOKENS", does: "the most that an athlete's runs may use on one day", otherwise: "500000"},
	{name: "GEMINI_INPUT_PRICE", does: "dollars for a million tokens in, for what gemini-smoke says; 0: not known", otherwise: "0"},
	{name: "GEMINI_OUTPUT_PRICE", does: "dollars for a million tokens out", otherwise: "0"},
	{
		name: "DATABASE_URL", does: "a PostgreSQL 15 or newer with pgvector, in place of the private one", otherwise: "none: a private one",
		holds: func(c config) string { return withoutPassword(c.databaseURL) },
	},
	{name: "PG_BINDIR", does: "the folder of PostgreSQL's programs", otherwise: "found"},
	{name: "FORTNIGHT_PREFIX", does: "where an ordinary user's own copy of PostgreSQL is", otherwise: "~/.local/share/fortnight/postgresql"},
	{name: "XDG_DATA_HOME", does: "in place of ~/.local/share for the data folder", otherwise: "~/.local/share"},
}

// usageOfSettings is help's list of them.
func usageOfSettings() string {
	var text strings.Builder
	out := tabwriter.NewWriter(&text, 0, 0, 1, ' ', 0)
	for _, s := range settings {
		fmt.Fprintf(out, "  %s\t%s (%s)\n", s.name, s.does, s.otherwise)
	}
	_ = out.Flush() // a strings.Builder takes all that is written
	return text.String()
}

func (c config) environment() string {
	if c.production {
		return "production"
	}
	return "development"
}

func (c config) names() string {
	if len(c.hosts) == 0 {
		return "all"
	}
	return strings.Join(slices.Compact(slices.Sorted(slices.Values(c.hosts))), ",")
}

// withoutPassword is a database's address as it may be shown: who, where and which, "" for none.
func withoutPassword(address string) string {
	if address == "" {
		return ""
	}
	c, err := pgx.ParseConfig(address)
	if err != nil {
		return "set, not shown"
	}
	return (&url.URL{Scheme: "postgres", User: url.User(c.User), Host: fmt.Sprintf("%s:%d", c.Host, c.Port), Path: "/" + c.Database}).Redacted()
}

// showConfig writes each setting, what holds, where that is from, and what holds where it is not set.
func showConfig(out io.Writer, c config, getenv func(string) string) error {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "setting\tvalue\tfrom\tdefault")
	for _, s := range settings {
		value, from := getenv(s.name), "environment"
		switch {
		case value == "":
			value, from = s.otherwise, "default"
			if s.holds != nil && s.holds(c) != "" {
				value = s.holds(c)
			}
		case s.secret:
			value = "set, not shown"
		case s.holds != nil:
			value = s.holds(c)
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", s.name, value, from, s.otherwise)
	}
	return table.Flush()
}

// strangers are the names of an environment that look like settings and are none, with the setting that is like each, "" where none is.
func strangers(environ []string) (found [][2]string) {
	for _, entry := range environ {
		name, _, _ := strings.Cut(entry, "=")
		if !strings.HasPrefix(name, "FORTNIGHT_") && !strings.HasPrefix(name, "GEMINI_") ||
			slices.ContainsFunc(settings, func(s setting) bool { return s.name == name }) {
			continue
		}
		like := ""
		for _, s := range settings {
			if like == "" && oneEditApart(s.name, name) {
				like = s.name
			}
		}
		found = append(found, [2]string{name, like})
	}
	slices.SortFunc(found, func(a, b [2]string) int { return strings.Compare(a[0], b[0]) })
	return found
}

// oneEditApart says whether a letter put in, left out or changed makes one name the other.
func oneEditApart(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	start := 0
	for start < len(b) && a[start] == b[start] {
		start++
	}
	switch len(a) - len(b) {
	case 0:
		return start < len(a) && a[start+1:] == b[start+1:]
	case 1:
		return a[start+1:] == b[start:]
	}
	return false
}
