package main

import (
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"

	"fortnight/db/cluster"
	"fortnight/gemini"
)

// config is every setting; this file is the only reader of the environment.
type config struct {
	addr        string // FORTNIGHT_ADDR
	data        string // FORTNIGHT_DATA, absolute
	databaseURL string // DATABASE_URL, empty for the private cluster
	production  bool   // FORTNIGHT_ENV
	origins     []string
	binaries    func(clusterDir string) (string, error) // finds PostgreSQL's programs: PG_BINDIR, FORTNIGHT_PREFIX
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
	for _, origin := range strings.Split(getenv("FORTNIGHT_ORIGINS"), ",") {
		if origin = strings.TrimSpace(origin); origin != "" {
			c.origins = append(c.origins, origin)
		}
	}
	return c, nil
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
