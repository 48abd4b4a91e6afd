package main

import (
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"fortnight/auth"
	"fortnight/db/cluster"
	"fortnight/embedding/model"
	"fortnight/gemini"
	"fortnight/server"
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
	proxyHeader string                                  // FORTNIGHT_PROXY_HEADER
	hosts       []string                                // FORTNIGHT_HOSTS; in development those of loopback
	metrics     string                                  // FORTNIGHT_METRICS_ADDR, empty for none of its own
	drain       time.Duration                           // FORTNIGHT_DRAIN
	keys        []auth.Key                              // FORTNIGHT_SIGNING_KEYS, none for that of the data folder
	sealing     []auth.Key                              // FORTNIGHT_KEY_ENCRYPTION_KEYS, none where the database keeps no signing keys
	binaries    func(clusterDir string) (string, error) // finds PostgreSQL's programs: PG_BINDIR, FORTNIGHT_PREFIX
	retention   retention                               // FORTNIGHT_FOLD_RUNS, FORTNIGHT_KEEP_RUNS
	certificate *certificate                            // FORTNIGHT_TLS_CERT, FORTNIGHT_TLS_KEY; nil where TLS ends at a proxy, or there is none
	readPath    bool                                    // FORTNIGHT_READ_PATH: queries are executed by package reads, else by gqlgen
	sdl         bool                                    // FORTNIGHT_SDL: the schema is served at /schema.graphql in production too
	documents   server.Documents                        // FORTNIGHT_DOCUMENTS: those that are answered alone, nil for all
	process     process
	embedder    embedderConfig
	gemini      *gemini.Config // nil where no language model is used; behind a pointer, a printed config does not show the key
}

// readConfig reads the settings, each with its default, and refuses what is not one: all that are wrong, each by its name.
func readConfig(getenv func(string) string) (config, error) {
	c := config{
		addr:        orDefault(getenv("FORTNIGHT_ADDR"), "127.0.0.1:8080"),
		databaseURL: getenv("DATABASE_URL"),
		binaries:    func(clusterDir string) (string, error) { return cluster.FindBinaries(getenv, clusterDir) },
		metrics:     getenv("FORTNIGHT_METRICS_ADDR"),
		hosts:       listOf(getenv("FORTNIGHT_HOSTS")),
		origins:     listOf(getenv("FORTNIGHT_ORIGINS")),
	}
	var wrong []error
	note := func(err error) {
		if err != nil {
			wrong = append(wrong, err)
		}
	}
	var err error
	c.data, err = dataFolder(getenv)
	note(err)
	c.embedder, err = readEmbedder(getenv)
	note(err)
	c.gemini, err = readGemini(getenv)
	note(err)
	note(checkAddress("FORTNIGHT_ADDR", c.addr))
	host, _, _ := net.SplitHostPort(c.addr)
	c.production, err = production(getenv("FORTNIGHT_ENV"), host)
	note(err)
	if c.metrics != "" {
		note(checkAddress("FORTNIGHT_METRICS_ADDR", c.metrics))
	}
	if c.drain, err = time.ParseDuration(orDefault(getenv("FORTNIGHT_DRAIN"), "0s")); err != nil || c.drain < 0 || c.drain > maxDrain {
		note(fmt.Errorf("FORTNIGHT_DRAIN: %q is no time from 0s to %s, such as 10s", getenv("FORTNIGHT_DRAIN"), maxDrain))
	}
	switch path := orDefault(getenv("FORTNIGHT_READ_PATH"), "on"); path {
	case "on", "off":
		c.readPath = path == "on"
	default:
		note(fmt.Errorf("FORTNIGHT_READ_PATH: %q is neither on nor off", path))
	}
	switch sdl := orDefault(getenv("FORTNIGHT_SDL"), off); sdl {
	case "on", off:
		c.sdl = sdl == "on"
	default:
		note(fmt.Errorf("FORTNIGHT_SDL: %q is neither on nor off", sdl))
	}
	c.documents, err = readDocuments(getenv("FORTNIGHT_DOCUMENTS"))
	note(err)
	c.keys, err = readKeys(getenv, "FORTNIGHT_SIGNING_KEYS")
	note(err)
	c.sealing, err = readKeys(getenv, "FORTNIGHT_KEY_ENCRYPTION_KEYS")
	note(err)
	if len(c.keys) > 0 && len(c.sealing) > 0 {
		note(errors.New("FORTNIGHT_KEY_ENCRYPTION_KEYS: FORTNIGHT_SIGNING_KEYS is set too; only one of them may be"))
	}
	for _, name := range c.hosts {
		note(checkHost(name))
	}
	if !c.production {
		c.hosts = append(c.hosts, "localhost", "127.0.0.1", "::1", host)
	}
	for _, origin := range c.origins {
		if err := server.CheckOrigin(origin); err != nil {
			note(fmt.Errorf("FORTNIGHT_ORIGINS: %q is no origin: scheme and host alone are, such as https://app.example.org or http://localhost:3000", origin))
		}
	}
	c.proxies, err = readProxies(getenv("FORTNIGHT_PROXIES"))
	note(err)
	c.proxyHeader, err = readProxyHeader(getenv("FORTNIGHT_PROXY_HEADER"))
	note(err)
	c.retention, err = readRetention(getenv)
	note(err)
	c.certificate, err = readCertificate(getenv("FORTNIGHT_TLS_CERT"), getenv("FORTNIGHT_TLS_KEY"))
	note(err)
	c.process, err = readProcess(getenv)
	note(err)
	note(checkDatabase(c.databaseURL))
	note(checkFolder("PG_BINDIR", getenv("PG_BINDIR")))
	if len(wrong) > 0 {
		return config{}, errors.Join(wrong...)
	}
	return c, nil
}

// readKeys reads a list of keys, none where the setting is not set.
func readKeys(getenv func(string) string, name string) ([]auth.Key, error) {
	text := getenv(name)
	if text == "" {
		return nil, nil
	}
	keys, err := auth.ParseKeys(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return keys, nil
}

// maxManifest is the largest manifest of documents, in bytes.
const maxManifest = 32 << 20

// readDocuments reads the manifest of documents that are answered alone, nil where none is named.
func readDocuments(file string) (server.Documents, error) {
	if file == "" {
		return nil, nil
	}
	info, err := os.Stat(file)
	if err != nil || info.IsDir() || info.Size() > maxManifest {
		return nil, fmt.Errorf("FORTNIGHT_DOCUMENTS: %q is no file here of at most %d bytes", file, maxManifest)
	}
	manifest, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("FORTNIGHT_DOCUMENTS: %w", err)
	}
	documents, err := server.ParseDocuments(manifest)
	if err != nil {
		return nil, fmt.Errorf("FORTNIGHT_DOCUMENTS: %s: %w", file, err)
	}
	return documents, nil
}

// maxDrain bounds how long a server that is told to stop may go on.
const maxDrain = 5 * time.Minute

// readProxyHeader reads the header in which proxies name whom they speak for, in any case as headers are.
func readProxyHeader(name string) (string, error) {
	for _, known := range []string{server.ForwardedFor, server.Forwarded} {
		if strings.EqualFold(name, known) {
			return known, nil
		}
	}
	if name == "" {
		return server.ForwardedFor, nil
	}
	return "", fmt.Errorf("FORTNIGHT_PROXY_HEADER: %q is neither %s nor %s", name, server.ForwardedFor, server.Forwarded)
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
	if strings.HasPrefix(folder, "~") {
		return "", fmt.Errorf("FORTNIGHT_DATA: %q begins with ~, which only a shell makes a home folder of; write the whole path", folder)
	}
	folder, err := filepath.Abs(folder)
	if err != nil {
		return "", fmt.Errorf("FORTNIGHT_DATA: %w", err)
	}
	if err := wayTo(folder); err != nil {
		return "", fmt.Errorf("FORTNIGHT_DATA: %w", err)
	}
	return folder, nil
}

// wayTo tells why a path neither is a folder nor can be one: it or what it leads through is a file, or nothing that this user may enter.
func wayTo(path string) error {
	for ; path != filepath.Dir(path); path = filepath.Dir(path) {
		info, err := os.Stat(path)
		switch {
		case err == nil && info.IsDir():
			return nil
		case err == nil:
			return fmt.Errorf("%q is a file, not a folder", path)
		case errors.Is(err, fs.ErrPermission):
			return fmt.Errorf("%q is in a folder that this user may not enter", path)
		}
	}
	return nil
}

// embedderConfig is which neural model is to serve, and where it comes from.
type embedderConfig struct {
	model   string // FORTNIGHT_MODEL, empty for off
	library string // FORTNIGHT_ONNXRUNTIME, empty to look for ONNX Runtime and fetch it
	source  func(*slog.Logger) model.Source
}

// yesOrNo are the words that the libraries of Hugging Face take for a switch, and none at all.
var yesOrNo = []string{"", "0", "1", "true", "false", "yes", "no", "on", "off"}

func readEmbedder(getenv func(string) string) (embedderConfig, error) {
	c := embedderConfig{
		model:   orDefault(getenv("FORTNIGHT_MODEL"), model.Default),
		library: getenv("FORTNIGHT_ONNXRUNTIME"),
		source:  func(log *slog.Logger) model.Source { return model.NewSource(getenv, log) },
	}
	var wrong []error
	if c.library != "" {
		if info, err := os.Stat(c.library); err != nil || info.IsDir() {
			wrong = append(wrong, fmt.Errorf("FORTNIGHT_ONNXRUNTIME: %q is no file here", c.library))
		}
	}
	for _, name := range []string{"HF_ENDPOINT", "NPM_CONFIG_REGISTRY"} {
		if at, err := url.Parse(getenv(name)); getenv(name) != "" && (err != nil || at.Scheme != "http" && at.Scheme != "https" || at.Host == "") {
			wrong = append(wrong, fmt.Errorf("%s: it is no address such as %s", name, model.DefaultHub))
		}
	}
	if said := getenv("HF_HUB_OFFLINE"); !slices.Contains(yesOrNo, strings.ToLower(said)) {
		wrong = append(wrong, fmt.Errorf("HF_HUB_OFFLINE: %q is neither 1 nor 0", said))
	}
	if c.model == off {
		c.model = ""
	} else if _, err := model.Named(c.model); err != nil {
		wrong = append(wrong, fmt.Errorf("FORTNIGHT_MODEL: %w, or %s for none", err, off))
	}
	return c, errors.Join(wrong...)
}

// readGemini reads the settings of the language model. Without a key none is used: they are nil, and only their form was checked.
func readGemini(getenv func(string) string) (*gemini.Config, error) {
	c := gemini.Defaults()
	c.Key = gemini.Key(getenv("GEMINI_API_KEY"))
	c.Model = orDefault(getenv("GEMINI_MODEL"), c.Model)
	c.Endpoint = orDefault(getenv("GEMINI_ENDPOINT"), c.Endpoint)
	var wrong []error
	for _, setting := range []struct {
		name string
		set  func(string) error
	}{
		{"GEMINI_CALL_TIMEOUT", into(&c.CallTimeout, time.ParseDuration, "a duration such as 90s")},
		{"GEMINI_STALL_TIMEOUT", into(&c.StallTimeout, time.ParseDuration, "a duration such as 30s")},
		{"GEMINI_ATTEMPTS", into(&c.Attempts, strconv.Atoi, "a whole number")},
		{"GEMINI_RUN_TOKENS", into(&c.RunTokens, strconv.Atoi, "a whole number")},
		{"GEMINI_DAY_TOKENS", into(&c.DayTokens, strconv.Atoi, "a whole number")},
		{"GEMINI_INPUT_PRICE", into(&c.InputPrice, parseFloat, "a number of dollars")},
		{"GEMINI_OUTPUT_PRICE", into(&c.OutputPrice, parseFloat, "a number of dollars")},
	} {
		if text := getenv(setting.name); text != "" {
			if err := setting.set(text); err != nil {
				wrong = append(wrong, fmt.Errorf("%s: %w", setting.name, err))
			}
		}
	}
	used := c.Key != ""
	if !used {
		c.Key = "none" // the others are judged all the same
	}
	if all, is := c.Check().(interface{ Unwrap() []error }); is {
		for _, err := range all.Unwrap() {
			field, _, _ := strings.Cut(err.Error(), ":")
			wrong = append(wrong, fmt.Errorf("%s: %w", geminiSettings[field], err))
		}
	}
	if len(wrong) > 0 {
		return nil, errors.Join(wrong...)
	}
	if !used {
		return nil, nil
	}
	return &c, nil
}

// geminiSettings are the settings of the fields that gemini.Config.Check names.
var geminiSettings = map[string]string{
	"key": "GEMINI_API_KEY", "model": "GEMINI_MODEL", "endpoint": "GEMINI_ENDPOINT", "call timeout": "GEMINI_CALL_TIMEOUT",
	"stall timeout": "GEMINI_STALL_TIMEOUT", "attempts": "GEMINI_ATTEMPTS", "run tokens": "GEMINI_RUN_TOKENS", "day tokens": "GEMINI_DAY_TOKENS",
	"input price": "GEMINI_INPUT_PRICE", "output price": "GEMINI_OUTPUT_PRICE",
}
