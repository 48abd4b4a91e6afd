package gemini

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"
)

func TestS106KeyPrintsItselfNowhere(t *testing.T) {
	c := Defaults()
	c.Key = testKey
	var log bytes.Buffer
	for _, handler := range []slog.Handler{slog.NewTextHandler(&log, nil), slog.NewJSONHandler(&log, nil)} {
		slog.New(handler).Info("configured", "config", c, "key", c.Key, "pointer", &c)
	}
	stored, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	text := log.String() + string(stored) + fmt.Sprintf("%v %+v %#v %s %q %d", c, c, c, c.Key, c.Key, c.Attempts)
	if strings.Contains(text, testKey) || !strings.Contains(text, redacted) {
		t.Error(text)
	}
}

func TestSettingsAreChecked(t *testing.T) {
	for name, change := range map[string]func(*Config){
		"key":           func(c *Config) { c.Key = "" },
		"key: ":         func(c *Config) { c.Key = "a\nb" },
		"model":         func(c *Config) { c.Model = "../tuned?x" },
		"endpoint":      func(c *Config) { c.Endpoint = "http://example.org" },
		"endpoint: ":    func(c *Config) { c.Endpoint = "https://example.org/path?key=1" },
		"call timeout":  func(c *Config) { c.CallTimeout = time.Hour },
		"stall timeout": func(c *Config) { c.StallTimeout = 2 * c.CallTimeout },
		"retry delay":   func(c *Config) { c.RetryDelay = 0 },
		"attempts":      func(c *Config) { c.Attempts = 0 },
		"output tokens": func(c *Config) { c.OutputTokens = 1 },
		"run tokens":    func(c *Config) { c.RunTokens = -1 },
		"day tokens":    func(c *Config) { c.DayTokens = 0 },
		"input price":   func(c *Config) { c.InputPrice = -1 },
	} {
		c := Defaults()
		c.Key = testKey
		if err := c.Check(); err != nil {
			t.Fatal(err)
		}
		change(&c)
		if err := c.Check(); err == nil || !strings.HasPrefix(err.Error(), strings.TrimSuffix(name, ": ")) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := New(context.Background(), c, nil, Sleep); err == nil {
			t.Errorf("%s: a client was made", name)
		}
	}
}

// Whoever changes the instructions gives them a new version, and both new sums.
func TestInstructionsHaveTheVersionTheyHad(t *testing.T) {
	sum := fmt.Sprintf("%s %.6x", PromptVersion, sha256.Sum256([]byte(wishInstructions+proposeInstructions)))
	if want := "2026-11-5 20e9445c5f88"; sum != want {
		t.Errorf("the instructions are now %s, they were %s: change PromptVersion and this test", sum, want)
	}
}
