package gemini

import (
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/url"
	"regexp"
	"time"
)

// Key is an API key. It does not print itself.
type Key string

const redacted = "[key]"

// String hides the key.
func (Key) String() string { return redacted }

// GoString hides the key.
func (Key) GoString() string { return redacted }

// LogValue hides the key.
func (Key) LogValue() slog.Value { return slog.StringValue(redacted) }

// MarshalText hides the key.
func (Key) MarshalText() ([]byte, error) { return []byte(redacted), nil }

// Config is every setting of the package. Key is the only one without a default.
type Config struct {
	Key      Key
	Model    string // a name such as gemini-3.8-flash
	Endpoint string // https, or http on loopback

	CallTimeout  time.Duration // of a call with all its attempts, 1 s to 10 min
	StallTimeout time.Duration // until the first and between any two pieces of an answer, 10 ms to CallTimeout
	Attempts     int           // 1 to 5
	RetryDelay   time.Duration // before the second attempt; it doubles, up to MaxRetryDelay; 1 ms to 1 min
	OutputTokens int           // the most that one answer may take, thinking included, 256 to 65,536
	RunTokens    int           // the most that a run may use, 1,000 to 10,000,000
	DayTokens    int           // the most that an athlete's runs may use on one day, 1,000 to 100,000,000

	// Prices in US dollars for a million tokens, for the smoke run's cost; 0 where they are not known. They change, so none is built in.
	InputPrice, OutputPrice float64
}

// MaxRetryDelay is the longest pause that is made between attempts; where the service asks for a longer one the call ends.
const MaxRetryDelay = 20 * time.Second

// Defaults are the settings without a key. A fortnight takes about 8,000 tokens to ask for and, thinking included, less to answer; with
// three rounds and the wish a run stays below RunTokens.
func Defaults() Config {
	return Config{
		Model:    "gemini-3.8-flash", // generally available since September 2026, no shutdown announced (ai.google.dev, deprecations)
		Endpoint: "https://generativelanguage.googleapis.com", CallTimeout: 90 * time.Second, StallTimeout: 30 * time.Second, Attempts: 3,
		RetryDelay: time.Second, OutputTokens: 16_384, RunTokens: 100_000, DayTokens: 500_000,
	}
}

var (
	modelName = regexp.MustCompile(`^[a-z0-9][a-z0-9.-]{0,99}$`)
	keyText   = regexp.MustCompile(`^[!-~]{1,200}$`)
)

// Check refuses settings that cannot work: all that are wrong, each by its field, as errors that are joined.
func (c Config) Check() error {
	var wrong []error
	note := func(form string, of ...any) { wrong = append(wrong, fmt.Errorf(form, of...)) }
	if !keyText.MatchString(string(c.Key)) {
		note("key: 1 to 200 printable characters without spaces are allowed")
	}
	if !modelName.MatchString(c.Model) {
		note("model: %.100q is not a name such as gemini-3.8-flash", c.Model)
	}
	if err := checkEndpoint(c.Endpoint); err != nil {
		wrong = append(wrong, err)
	}
	call := min(max(c.CallTimeout, time.Second), 10*time.Minute)
	for _, d := range []struct {
		name            string
		is, least, most time.Duration
	}{
		{"call timeout", c.CallTimeout, time.Second, 10 * time.Minute},
		{"stall timeout", c.StallTimeout, 10 * time.Millisecond, call},
		{"retry delay", c.RetryDelay, time.Millisecond, time.Minute},
	} {
		if d.is < d.least || d.is > d.most {
			note("%s: %s is outside %s to %s", d.name, d.is, d.least, d.most)
		}
	}
	for _, n := range []struct {
		name            string
		is, least, most int
	}{
		{"attempts", c.Attempts, 1, 5}, {"output tokens", c.OutputTokens, 256, 65_536}, {"run tokens", c.RunTokens, 1_000, 10_000_000},
		{"day tokens", c.DayTokens, 1_000, 100_000_000},
	} {
		if n.is < n.least || n.is > n.most {
			note("%s: %d is outside %d to %d", n.name, n.is, n.least, n.most)
		}
	}
	if !(c.InputPrice >= 0 && c.InputPrice <= 1000) {
		note("input price: 0 to 1000 dollars for a million tokens are allowed")
	}
	if !(c.OutputPrice >= 0 && c.OutputPrice <= 1000) {
		note("output price: 0 to 1000 dollars for a million tokens are allowed")
	}
	return errors.Join(wrong...)
}

// checkEndpoint allows https anywhere, and plain http only where the key does not leave the machine.
func checkEndpoint(endpoint string) error {
	u, err := url.Parse(endpoint)
	if err != nil || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" || u.Path != "" {
		return fmt.Errorf("endpoint: it is not an address such as https://generativelanguage.googleapis.com")
	}
	if ip := net.ParseIP(u.Hostname()); u.Scheme == "https" || u.Scheme == "http" && (ip != nil && ip.IsLoopback()) {
		return nil
	}
	return fmt.Errorf("endpoint: %s must be https", u.Host)
}
