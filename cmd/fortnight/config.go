package main

import (
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/netip"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"fortnight/auth"
	"fortnight/db/cluster"
	"fortnight/embedding/model"
	"fortnight/gemini"
)

// off is the FORTNIGHT_MODEL that asks for none.
const off = "off"

// config is every setting; this file is the only reader of the environment.
type config struct {
	addr        string // FORTNIGHT_ADDR
	data        string // FORTNIGHT_DATA, absolute
	databaseURL string // DATABASE_URL, empty for the private cluster
	production  bool   // FORTNIGHT_ENV
	origins     []string
	proxies     []netip.Prefix                          // FORTNIGHT_PROXIES
	hosts       []string                                // FORTNIGHT_HOSTS; in development those of loopback
	metrics     string                                  // FORTNIGHT_METRICS_ADDR, empty for none of its own
	drain       time.Duration                           // FORTNIGHT_DRAIN
	keys        []auth.Key                              // FORTNIGHT_SIGNING_KEYS, none for that of the data folder
	sealing     []auth.Key                              // FORTNIGHT_KEY_ENCRYPTION_KEYS, none where the database keeps no signing keys
	binaries    func(clusterDir string) (string, error) // finds PostgreSQL's programs: PG_BINDIR, FORTNIGHT_PREFIX
	retention   retention                               // FORTNIGHT_FOLD_RUNS, FORTNIGHT_KEEP_RUNS
	readPath    bool                                    // FORTNIGHT_READ_PATH: queries are executed by package reads, else by gqlgen
	embedder    embedderConfig
	gemini      *gemini.Config // nil where no language model is used; behind a pointer, a printed config does not show the key
}

// readConfig reads the settings, each with its default, and refuses what is not one.
func readConfig(getenv func(string) string) (config, error) {
	c := config{
		addr:        orDefault(getenv("FORTNIGHT_ADDR"), "127.0.0.1:8080"),
		databaseURL: getenv("DATABASE_URL"),
		binaries:    func(clusterDir string) (string, error) { return cluster.FindBinaries(getenv, clusterDir) },
	}
	var err error
	if c.data, err = dataFolder(getenv); err != nil {
		return config{}, err
	}
	if c.embedder, err = readEmbedder(getenv); err != nil {
		return config{}, err
	}
	if c.gemini, err = readGemini(getenv); err != nil {
		return config{}, err
	}
	host, _, err := net.SplitHostPort(c.addr)
	if err != nil {
		return config{}, fmt.Errorf("FORTNIGHT_ADDR: %q is not host:port", c.addr)
	}
	if c.production, err = production(getenv("FORTNIGHT_ENV"), host); err != nil {
		return config{}, err
	}
	if c.metrics = getenv("FORTNIGHT_METRICS_ADDR"); c.metrics != "" {
		if _, _, err := net.SplitHostPort(c.metrics); err != nil {
			return config{}, fmt.Errorf("FORTNIGHT_METRICS_ADDR: %q is not host:port", c.metrics)
		}
	}
	if c.drain, err = time.ParseDuration(orDefault(getenv("FORTNIGHT_DRAIN"), "0s")); err != nil || c.drain < 0 || c.drain > maxDrain {
		return config{}, fmt.Errorf("FORTNIGHT_DRAIN: %q is no time from 0s to %s, such as 10s", getenv("FORTNIGHT_DRAIN"), maxDrain)
	}
	switch path := orDefault(getenv("FORTNIGHT_READ_PATH"), "on"); path {
	case "on", "off":
		c.readPath = path == "on"
	default:
		return config{}, fmt.Errorf("FORTNIGHT_READ_PATH: %q is neither on nor off", path)
	}
	if keys := getenv("FORTNIGHT_SIGNING_KEYS"); keys != "" {
		if c.keys, err = auth.ParseKeys(keys); err != nil {
			return config{}, fmt.Errorf("FORTNIGHT_SIGNING_KEYS: %w", err)
		}
	}
	if keys := getenv("FORTNIGHT_KEY_ENCRYPTION_KEYS"); keys != "" {
		if len(c.keys) > 0 {
			return config{}, errors.New("FORTNIGHT_KEY_ENCRYPTION_KEYS: FORTNIGHT_SIGNING_KEYS is set too; only one of them may be")
		}
		if c.sealing, err = auth.ParseKeys(keys); err != nil {
			return config{}, fmt.Errorf("FORTNIGHT_KEY_ENCRYPTION_KEYS: %w", err)
		}
	}
	c.hosts = listOf(getenv("FORTNIGHT_HOSTS"))
	if !c.production {
		c.hosts = append(c.hosts, "localhost", "127.0.0.1", "::1", host)
	}
	if c.proxies, err = readProxies(getenv("FORTNIGHT_PROXIES")); err != nil {
		return config{}, err
	}
	c.origins = listOf(getenv("FORTNIGHT_ORIGINS"))
	if c.retention, err = readRetention(getenv); err != nil {
		return config{}, err
	}
	return c, nil
}

// maxDrain bounds how long a server that is told to stop may go on.
const maxDrain = 5 * time.Minute

// listOf are the words between commas.
func listOf(text string) []string {
	var list []string
	for word := range strings.SplitSeq(text, ",") {
		if word = strings.TrimSpace(word); word != "" {
			list = append(list, word)
		}
	}
	return list
}

// readProxies reads addresses and networks.
func readProxies(list string) ([]netip.Prefix, error) {
	var proxies []netip.Prefix
	for _, text := range listOf(list) {
		if addr, err := netip.ParseAddr(text); err == nil {
			proxies = append(proxies, netip.PrefixFrom(addr.Unmap(), addr.Unmap().BitLen()))
			continue
		}
		network, err := netip.ParsePrefix(text)
		if err != nil {
			return nil, fmt.Errorf("FORTNIGHT_PROXIES: %q is neither an address nor a network, such as 10.0.0.1 or 10.0.0.0/8", text)
		}
		proxies = append(proxies, network.Masked())
	}
	return proxies, nil
}

// production tells which environment this is. Development, with GraphiQL, introspection and the demo account, is for loopback alone.
func production(name, host string) (bool, error) {
	loopback := host == "localhost"
	if ip := net.ParseIP(host); ip != nil {
		loopback = ip.IsLoopback()
	}
	switch name {
	case "production":
		return true, nil
	case "":
		return !loopback, nil
	case "development":
		if !loopback {
			return false, fmt.Errorf("FORTNIGHT_ENV: development is for loopback addresses, not %q", host)
		}
		return false, nil
	}
	return false, fmt.Errorf("FORTNIGHT_ENV: %q is neither development nor production", name)
}

// dataFolder is where the private cluster and the signing key live: by default the user's data folder, and for root the machine's,
// because the cluster runs as another user there, who cannot enter root's home.
func dataFolder(getenv func(string) string) (string, error) {
	folder := getenv("FORTNIGHT_DATA")
	if folder == "" && os.Getuid() == 0 {
		folder = "/var/lib/fortnight"
	}
	if folder == "" {
		home, err := os.UserHomeDir()
		if err != nil {
			return "", fmt.Errorf("FORTNIGHT_DATA is not set and there is no home folder: %w", err)
		}
		folder = filepath.Join(orDefault(getenv("XDG_DATA_HOME"), filepath.Join(home, ".local", "share")), "fortnight")
	}
	return filepath.Abs(folder)
}

func orDefault(value, otherwise string) string {
	if value == "" {
		return otherwise
	}
	return value
}

// embedderConfig is which neural model is to serve, and where it comes from.
type embedderConfig struct {
	model   string // FORTNIGHT_MODEL, empty for off
	library string // FORTNIGHT_ONNXRUNTIME, empty to look for ONNX Runtime and fetch it
	source  func(*slog.Logger) model.Source
}

func readEmbedder(getenv func(string) string) (embedderConfig, error) {
	c := embedderConfig{
		model:   orDefault(getenv("FORTNIGHT_MODEL"), model.Default),
		library: getenv("FORTNIGHT_ONNXRUNTIME"),
		source:  func(log *slog.Logger) model.Source { return model.NewSource(getenv, log) },
	}
	if c.model == off {
		c.model = ""
		return c, nil
	}
	if _, err := model.Named(c.model); err != nil {
		return embedderConfig{}, fmt.Errorf("FORTNIGHT_MODEL: %w, or %s for none", err, off)
	}
	return c, nil
}

// readGemini reads the settings of the language model. Without a key none is used: they are nil, and only their form was checked.
func readGemini(getenv func(string) string) (*gemini.Config, error) {
	c := gemini.Defaults()
	c.Key = gemini.Key(getenv("GEMINI_API_KEY"))
	c.Model = orDefault(getenv("GEMINI_MODEL"), c.Model)
	c.Endpoint = orDefault(getenv("GEMINI_ENDPOINT"), c.Endpoint)
	for name, set := range map[string]func(string) error{
		"GEMINI_CALL_TIMEOUT":  setting(&c.CallTimeout, time.ParseDuration, "a duration such as 90s"),
		"GEMINI_STALL_TIMEOUT": setting(&c.StallTimeout, time.ParseDuration, "a duration such as 30s"),
		"GEMINI_ATTEMPTS":      setting(&c.Attempts, strconv.Atoi, "a whole number"),
		"GEMINI_RUN_TOKENS":    setting(&c.RunTokens, strconv.Atoi, "a whole number"),
		"GEMINI_DAY_TOKENS":    setting(&c.DayTokens, strconv.Atoi, "a whole number"),
		"GEMINI_INPUT_PRICE":   setting(&c.InputPrice, parseFloat, "a number of dollars"),
		"GEMINI_OUTPUT_PRICE":  setting(&c.OutputPrice, parseFloat, "a number of dollars"),
	} {
		if text := getenv(name); text != "" {
			if err := set(text); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
		}
	}
	if c.Key == "" {
		return nil, nil
	}
	if err := c.Check(); err != nil {
		return nil, fmt.Errorf("GEMINI settings: %w", err)
	}
	return &c, nil
}
