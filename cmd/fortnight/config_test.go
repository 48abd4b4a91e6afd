package main

import (
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
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

// A data folder that cannot be one is refused by name, whatever stands in its way, before anything is made or read there.
func TestTheWayToTheDataFolder(t *testing.T) {
	top := t.TempDir()
	file, closed := filepath.Join(top, "file"), filepath.Join(top, "closed")
	if err := errors.Join(os.WriteFile(file, nil, 0o600), os.Mkdir(closed, 0o700), os.Chmod(closed, 0)); err != nil {
		t.Fatal(err)
	}
	for _, good := range []string{top, filepath.Join(top, "new"), filepath.Join(top, "new", "and a näw one")} {
		if _, err := dataFolder(environment("FORTNIGHT_DATA=" + good)); err != nil {
			t.Errorf("%s: %v", good, err)
		}
	}
	wrong := map[string]string{file: "is a file", filepath.Join(file, "data"): "is a file", filepath.Join(file, "a", "data"): "is a file"}
	if os.Geteuid() != 0 { // who may enter anything
		wrong[filepath.Join(closed, "data")] = "may not enter"
	}
	for path, says := range wrong {
		if _, err := dataFolder(environment("FORTNIGHT_DATA=" + path)); err == nil || !strings.HasPrefix(err.Error(), "FORTNIGHT_DATA: ") || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v, want %s", path, err, says)
		}
	}
}

// What PG_BINDIR names is used or refused by name, before anything is made.
func TestBinaries(t *testing.T) {
	c, err := readConfig(environment("PG_BINDIR=" + t.TempDir()))
	if err != nil {
		t.Fatal(err)
	}
	c.data = filepath.Join(t.TempDir(), "data")
	if _, err := openApp(t.Context(), c, slog.New(slog.DiscardHandler)); err == nil || !strings.HasPrefix(err.Error(), "PG_BINDIR: ") {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat(c.data); !os.IsNotExist(err) {
		t.Errorf("the data folder is there: %v", err)
	}
}

// Help and the operators' page tell of every variable that is read.
func TestEverySettingIsToldOf(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "operators.md"))
	if err != nil {
		t.Fatal(err)
	}
	help := usage()
	known := map[string]bool{"HOME": true, "npm_config_registry": true} // the one is the system's, the other npm's own spelling
	for _, s := range settings {
		known[s.name] = true
		if !strings.Contains(help, "\n  "+s.name+" ") || !strings.Contains(string(page), "`"+s.name+"`") {
			t.Errorf("%s is not told of", s.name)
		}
	}
	getenv := func(name string) string {
		if !known[name] {
			t.Errorf("%s is read, and no setting", name)
		}
		return ""
	}
	c, err := readConfig(getenv)
	if err != nil {
		t.Fatal(err)
	}
	c.embedder.source(slog.New(slog.DiscardHandler))
	_, _ = c.binaries(t.TempDir())
}

// Of a page's table of settings: a row; and what its cells have beside the words.
var (
	settingRow = regexp.MustCompile("(?m)^\\| `([A-Z_]+)` \\| (.+?) \\| (.+) \\|$")
	linked     = regexp.MustCompile(`\[([^\]]+)\]\([^)]+\)`)
)

// rowsOf are the settings of a page's table, by name: the default and the meaning, in plain words. Anything else in the table fails.
func rowsOf(t *testing.T, page string) (names []string, rows map[string][2]string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", page))
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(text), "| setting | default | what it does |\n|---|---|---|\n")
	table, _, _ = strings.Cut(table+"\n\n", "\n\n")
	rows = map[string][2]string{}
	plain := func(cell string) string { return strings.ReplaceAll(linked.ReplaceAllString(cell, "$1"), "`", "") }
	for line := range strings.Lines(strings.TrimSpace(table)) {
		row := settingRow.FindStringSubmatch(strings.TrimSpace(line))
		if row == nil {
			t.Fatalf("%s: no setting, its default and what it does: %s", page, line)
		}
		names, rows[row[1]] = append(names, row[1]), [2]string{plain(row[2]), plain(row[3])}
	}
	return names, rows
}

// The tables of the operators' page and of the README are what help and config say: the same settings, in the same order, each with its default and
// its meaning, of which the page may say more. The README has those that a newcomer needs, as the page has them.
func TestTheTablesOfSettings(t *testing.T) {
	names, page := rowsOf(t, "docs/operators.md")
	var told []string
	for _, s := range settings {
		told = append(told, s.name)
		if row := page[s.name]; row[0] != s.otherwise || !strings.HasPrefix(row[1], s.does) {
			t.Errorf("%s: the page says\n%q, by default %q; help says\n%q, by default %q", s.name, row[1], row[0], s.does, s.otherwise)
		}
	}
	if !slices.Equal(names, told) {
		t.Errorf("the page has %v, help %v", names, told)
	}
	some, readme := rowsOf(t, "README.md")
	for _, name := range some {
		if readme[name] != page[name] {
			t.Errorf("%s: the README says %q, the page %q", name, readme[name], page[name])
		}
	}
	if len(some) < 5 {
		t.Errorf("the README has %v", some)
	}
}

// exported is a line of a shell's command that sets a variable for it.
var exported = regexp.MustCompile(`(?m)^    ([A-Z_]+)=(.+) \\$`)

// The command by which docs/operators.md serves in production is taken as it stands, and is production.
func TestTheOperatorsCommandIsTaken(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "operators.md"))
	if err != nil {
		t.Fatal(err)
	}
	given := map[string]string{"FORTNIGHT_DATA": t.TempDir()}
	for _, line := range exported.FindAllStringSubmatch(string(page), -1) {
		given[line[1]] = strings.ReplaceAll(line[2], "$(openssl rand -hex 32)", strings.Repeat("0a", 32))
	}
	c, err := readConfig(func(name string) string { return given[name] })
	if err != nil || len(given) < 8 || !c.production || c.drain == 0 || c.metrics == "" || len(c.hosts) != 1 || len(c.origins) != 1 || len(c.proxies) != 1 || len(c.sealing) != 1 {
		t.Errorf("%v are %+v, %v", given, c, err)
	}
}

// What is wrong is refused by the setting's name, all of it at once, and secrets are not repeated.
func TestEachErrorNamesItsSetting(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	wrong := map[string]string{
		"FORTNIGHT_ADDR": "127.0.0.1:99999", "FORTNIGHT_DATA": file, "FORTNIGHT_ORIGINS": "localhost:3000", "FORTNIGHT_HOSTS": "https://api.example.org",
		"FORTNIGHT_METRICS_ADDR": "127.0.0.1:http", "FORTNIGHT_DRAIN": "1h", "FORTNIGHT_READ_PATH": "yes", "FORTNIGHT_SIGNING_KEYS": "secret",
		"FORTNIGHT_KEY_ENCRYPTION_KEYS": "secret", "FORTNIGHT_FOLD_RUNS": "1s", "FORTNIGHT_KEEP_RUNS": "1h", "FORTNIGHT_PROXIES": "proxy", "FORTNIGHT_PROXY_HEADER": "X-Real-IP",
		"FORTNIGHT_ENV": "prod", "FORTNIGHT_MODEL": "gpt", "HF_ENDPOINT": "huggingface.co", "NPM_CONFIG_REGISTRY": "registry", "HF_HUB_OFFLINE": "maybe",
		"GEMINI_CALL_TIMEOUT": "90", "GEMINI_MODEL": "../x", "GEMINI_DAY_TOKENS": "1",
		"FORTNIGHT_ONNXRUNTIME": t.TempDir(), "GEMINI_ATTEMPTS": "9", "DATABASE_URL": "postgres://jo:secret@host:port/x", "PG_BINDIR": "/nowhere/bin",
	}
	_, err := readConfig(func(name string) string { return wrong[name] })
	if err == nil {
		t.Fatal("all is taken")
	}
	lines := strings.Split(err.Error(), "\n")
	for name := range wrong {
		if !slices.ContainsFunc(lines, func(line string) bool { return strings.HasPrefix(line, name+": ") }) {
			t.Errorf("nothing is said of %s", name)
		}
	}
	if len(lines) != len(wrong) || strings.Contains(err.Error(), "secret") {
		t.Errorf("of %d settings is said\n%v", len(wrong), err)
	}
	for name, values := range map[string][]string{
		"FORTNIGHT_ORIGINS": {"app.example.org", "https://app.example.org/", "ftp://app.example.org", "*", "null", "https://a.example https://b.example"},
		"FORTNIGHT_HOSTS":   {"api.example.org:443", "[::1]", "*", "a/b"},
		"FORTNIGHT_DATA":    {"~/fortnight", file, filepath.Join(file, "data")},
		"DATABASE_URL":      {"mysql://host/db", "postgres://host:notaport/db", "host=x port=y"},
		"FORTNIGHT_MODEL":   {"gpt"}, "HF_ENDPOINT": {"huggingface.co"}, "NPM_CONFIG_REGISTRY": {"registry"},
		"GEMINI_API_KEY": {"two words"}, "GEMINI_MODEL": {"../x"}, "GEMINI_ENDPOINT": {"gemini.example"}, "GEMINI_CALL_TIMEOUT": {"90", "1h"},
		"GEMINI_STALL_TIMEOUT": {"1ms"}, "GEMINI_RUN_TOKENS": {"1"}, "GEMINI_DAY_TOKENS": {"1"}, "GEMINI_INPUT_PRICE": {"-1"}, "GEMINI_OUTPUT_PRICE": {"NaN"},
	} {
		for _, value := range values {
			if _, err := readConfig(environment(name + "=" + value)); err == nil || !strings.HasPrefix(err.Error(), name+": ") {
				t.Errorf("%s=%s: %v", name, value, err)
			}
		}
	}
	for _, good := range []string{"FORTNIGHT_ORIGINS=http://localhost:3000,https://app.example.org", "FORTNIGHT_HOSTS=api.example.org,::1,10.0.0.1",
		"DATABASE_URL=host=/run/postgresql dbname=fortnight", "DATABASE_URL=postgres:///x?host=/run/postgresql"} {
		if _, err := readConfig(environment(good)); err != nil {
			t.Errorf("%s: %v", good, err)
		}
	}
}

// What holds is shown, with where it is from; what is secret is not.
func TestConfigIsShown(t *testing.T) {
	getenv := environment("FORTNIGHT_DRAIN=5s", "DATABASE_URL=postgres://jo:secret@db.example:5433/plans?sslmode=disable", "GEMINI_API_KEY=secret",
		"FORTNIGHT_SIGNING_KEYS="+strings.Repeat("5ec4e7aa", 8), "HF_TOKEN=secret")
	c, err := readConfig(getenv)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := showConfig(&out, c, getenv); err != nil {
		t.Fatal(err)
	}
	rows := map[string][]string{}
	for line := range strings.Lines(out.String()) {
		cells := regexp.MustCompile(`\s{2,}`).Split(strings.TrimSpace(line), -1)
		rows[cells[0]] = cells[1:]
	}
	for name, want := range map[string][]string{
		"setting":                {"value", "from", "default"},
		"FORTNIGHT_ADDR":         {"127.0.0.1:8080", "default", "127.0.0.1:8080"},
		"FORTNIGHT_DATA":         {"/data", "environment", "~/.local/share/fortnight, for root /var/lib/fortnight"},
		"FORTNIGHT_ENV":          {"development", "default", "development on loopback, else production"},
		"FORTNIGHT_DRAIN":        {"5s", "environment", "0s"},
		"DATABASE_URL":           {"postgres://jo@db.example:5433/plans", "environment", "none: a private one"},
		"GEMINI_API_KEY":         {"set, not shown", "environment", "none: nothing of an athlete leaves the machine"},
		"FORTNIGHT_SIGNING_KEYS": {"set, not shown", "environment", "a key in the data folder"},
		"HF_TOKEN":               {"set, not shown", "environment", "none"},
	} {
		if !slices.Equal(rows[name], want) {
			t.Errorf("%s: %q, want %q", name, rows[name], want)
		}
	}
	if len(rows) != len(settings)+1 || strings.Contains(out.String(), "secret@") || strings.Contains(out.String(), "5ec4e7aa") {
		t.Errorf("it says\n%s", out.String())
	}
}

// A name that looks like a setting and is none changes nothing, and is said.
func TestNamesThatAreNoSettings(t *testing.T) {
	got := strangers([]string{"FORTNIGHT_ADDR=x", "FORTNIGHT_ORIGIN=y", "FORTNIGHT_DRAINS=1s", "GEMINI_KEY=z", "FORTNIGHT_MODLE=off", "HOME=/", "FORTNIGHT_DATB=/"})
	want := [][2]string{{"FORTNIGHT_DATB", "FORTNIGHT_DATA"}, {"FORTNIGHT_DRAINS", "FORTNIGHT_DRAIN"}, {"FORTNIGHT_MODLE", ""}, {"FORTNIGHT_ORIGIN", "FORTNIGHT_ORIGINS"}, {"GEMINI_KEY", ""}}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// The defaults that help tells are those that hold, where they are values: setting them changes nothing.
func TestDefaultsAreTheOnesTold(t *testing.T) {
	set := []string{"GEMINI_API_KEY=abc"}
	without, err := readConfig(environment(set...))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range settings {
		if words := strings.ContainsAny(s.otherwise, " ~") || slices.Contains([]string{"none", "found", "fetched"}, s.otherwise); !words {
			set = append(set, s.name+"="+s.otherwise)
		}
	}
	with, err := readConfig(environment(set...))
	if err != nil {
		t.Fatal(err)
	}
	log := slog.New(slog.DiscardHandler)
	if a, b := without.embedder.source(log), with.embedder.source(log); !reflect.DeepEqual(a, b) {
		t.Errorf("the model comes from %+v and %+v", a, b)
	}
	without.embedder.source, with.embedder.source = nil, nil // as has been compared
	without.binaries, with.binaries = nil, nil               // of settings without such a default
	if !reflect.DeepEqual(without, with) || len(set) < 20 {
		t.Errorf("%d are set: %+v and %+v, %+v", len(set), without, with, with.gemini)
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

func TestProxyHeader(t *testing.T) {
	for given, want := range map[string]string{"": "X-Forwarded-For", "x-forwarded-for": "X-Forwarded-For", "FORWARDED": "Forwarded"} {
		if got, err := readProxyHeader(given); got != want || err != nil {
			t.Errorf("%q is %q, %v", given, got, err)
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
