package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// environment is one with these settings, "FORTNIGHT_DATA=/data" where it says nothing of it.
func environment(settings ...string) func(string) string {
	return func(name string) string {
		for _, s := range append(settings, "FORTNIGHT_DATA=/data") {
			if key, value, _ := strings.Cut(s, "="); key == name {
				return value
			}
		}
		return ""
	}
}

func TestDefaults(t *testing.T) {
	c, err := readConfig(environment())
	if err != nil {
		t.Fatal(err)
	}
	if c.addr != "127.0.0.1:8080" || c.databaseURL != "" || c.production || c.origins != nil || c.data != "/data" {
		t.Errorf("got %+v", c)
	}
}

func TestSettings(t *testing.T) {
	c, err := readConfig(environment("FORTNIGHT_ADDR=0.0.0.0:80", "DATABASE_URL=postgres:///x", "FORTNIGHT_ENV=production",
		"FORTNIGHT_ORIGINS= https://a.example ,,https://b.example,"))
	if err != nil {
		t.Fatal(err)
	}
	if c.addr != "0.0.0.0:80" || c.databaseURL != "postgres:///x" || !c.production {
		t.Errorf("got %+v", c)
	}
	if !slices.Equal(c.origins, []string{"https://a.example", "https://b.example"}) {
		t.Errorf("origins %q", c.origins)
	}
}

// Development shows its schema and has an account that all know, so it is for this machine alone; everything else is production.
func TestEnvironment(t *testing.T) {
	for _, test := range []struct {
		addr, env  string
		production bool
		refused    string
	}{
		{addr: "127.0.0.1:8080"},
		{addr: "127.8.0.1:0"},
		{addr: "[::1]:8080"},
		{addr: "localhost:8080"},
		{addr: "localhost:8080", env: "development"},
		{addr: "127.0.0.1:8080", env: "production", production: true},
		{addr: "0.0.0.0:8080", production: true},
		{addr: ":8080", production: true},
		{addr: "[::]:8080", production: true},
		{addr: "192.0.2.1:80", production: true},
		{addr: "fortnight.example:80", production: true},
		{addr: "0.0.0.0:8080", env: "development", refused: `FORTNIGHT_ENV: development is for loopback addresses, not "0.0.0.0"`},
		{addr: ":8080", env: "development", refused: `FORTNIGHT_ENV: development is for loopback addresses, not ""`},
		{addr: "127.0.0.1:8080", env: "Production", refused: `FORTNIGHT_ENV: "Production" is neither development nor production`},
		{addr: "127.0.0.1:8080", env: "dev", refused: `FORTNIGHT_ENV: "dev" is neither development nor production`},
		{addr: "127.0.0.1", refused: `FORTNIGHT_ADDR: "127.0.0.1" is not host:port`},
		{addr: "::1:8080", refused: `FORTNIGHT_ADDR: "::1:8080" is not host:port`},
	} {
		c, err := readConfig(environment("FORTNIGHT_ADDR="+test.addr, "FORTNIGHT_ENV="+test.env))
		if test.refused != "" {
			if err == nil || err.Error() != test.refused {
				t.Errorf("%s as %q: got %v, want %s", test.addr, test.env, err, test.refused)
			}
			continue
		}
		if err != nil || c.production != test.production {
			t.Errorf("%s as %q: production is %v, %v", test.addr, test.env, c.production, err)
		}
	}
}

func TestDataFolder(t *testing.T) {
	t.Chdir(t.TempDir())
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	if got, err := dataFolder(environment("FORTNIGHT_DATA=some/where")); err != nil || got != filepath.Join(here, "some/where") {
		t.Errorf("got %s, %v", got, err)
	}
	t.Setenv("HOME", "/home/jo")
	want, wantXDG := "/home/jo/.local/share/fortnight", "/xdg/fortnight"
	if os.Getuid() == 0 { // whose home the cluster's user cannot enter
		want, wantXDG = "/var/lib/fortnight", "/var/lib/fortnight"
	}
	if got, err := dataFolder(environment("FORTNIGHT_DATA=")); err != nil || got != want {
		t.Errorf("got %s, %v, want %s", got, err, want)
	}
	if got, err := dataFolder(environment("FORTNIGHT_DATA=", "XDG_DATA_HOME=/xdg")); err != nil || got != wantXDG {
		t.Errorf("got %s, %v, want %s", got, err, wantXDG)
	}
}

// What PG_BINDIR names is used or refused by name.
func TestBinaries(t *testing.T) {
	c, err := readConfig(environment("PG_BINDIR=/nowhere/bin"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.binaries(t.TempDir()); err == nil || !strings.Contains(err.Error(), "/nowhere/bin") {
		t.Errorf("got %v", err)
	}
}

func TestUsageTellsOfEverySetting(t *testing.T) {
	_, err := readConfig(func(name string) string {
		if !strings.Contains(usage, "\n  "+name+" ") && name != "XDG_DATA_HOME" {
			t.Errorf("%s is not in the usage", name)
		}
		return ""
	})
	if err != nil {
		t.Error(err)
	}
}

func TestProxies(t *testing.T) {
	proxies, err := readProxies("10.0.0.1, 192.168.7.9/16,2001:db8::/32")
	if err != nil || fmt.Sprint(proxies) != "[10.0.0.1/32 192.168.0.0/16 2001:db8::/32]" {
		t.Errorf("%v, %v", proxies, err)
	}
	for _, wrong := range []string{"proxy.example.org", "10.0.0.0/40", "10.0.0.1:80"} {
		if _, err := readProxies(wrong); err == nil || !strings.Contains(err.Error(), "FORTNIGHT_PROXIES") {
			t.Errorf("%q: %v", wrong, err)
		}
	}
}

func TestMetricsAndDrain(t *testing.T) {
	with := func(name, value string) (config, error) {
		return readConfig(func(asked string) string {
			return map[string]string{name: value, "FORTNIGHT_DATA": t.TempDir()}[asked]
		})
	}
	for name, values := range map[string][]string{"FORTNIGHT_DRAIN": {"soon", "-1s", "6m"}, "FORTNIGHT_METRICS_ADDR": {"9090", "localhost"}, "FORTNIGHT_READ_PATH": {"ON", "both"}} {
		for _, value := range values {
			if _, err := with(name, value); err == nil || !strings.Contains(err.Error(), name) {
				t.Errorf("%s %q: %v", name, value, err)
			}
		}
	}
	if c, err := with("FORTNIGHT_DRAIN", "10s"); err != nil || c.drain != 10*time.Second {
		t.Errorf("%s, %v", c.drain, err)
	}
	for value, want := range map[string]bool{"": true, "on": true, "off": false} {
		if c, err := with("FORTNIGHT_READ_PATH", value); err != nil || c.readPath != want {
			t.Errorf("%q: %t, %v", value, c.readPath, err)
		}
	}
}

// Keys are of the settings, or of the database, not of both.
func TestSealingKeys(t *testing.T) {
	key := strings.Repeat("ab", 32)
	c, err := readConfig(environment("FORTNIGHT_KEY_ENCRYPTION_KEYS=" + key + "," + strings.Repeat("cd", 32)))
	if err != nil || len(c.sealing) != 2 || c.keys != nil {
		t.Errorf("%d keys, %v", len(c.sealing), err)
	}
	for _, settings := range [][]string{
		{"FORTNIGHT_KEY_ENCRYPTION_KEYS=" + key, "FORTNIGHT_SIGNING_KEYS=" + key},
		{"FORTNIGHT_KEY_ENCRYPTION_KEYS=" + key[1:]},
	} {
		if _, err := readConfig(environment(settings...)); err == nil || !strings.HasPrefix(err.Error(), "FORTNIGHT_KEY_ENCRYPTION_KEYS:") || strings.Contains(err.Error(), "abab") {
			t.Errorf("got %v", err)
		}
	}
}
