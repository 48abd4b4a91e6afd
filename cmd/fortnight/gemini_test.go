package main

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fortnight/gemini"
	"fortnight/planner/runs"
)

func TestGeminiSettings(t *testing.T) {
	c, err := readConfig(environment())
	if err != nil || c.gemini != nil {
		t.Errorf("without settings: %+v, %v", c.gemini, err)
	}
	c, err = readConfig(environment("GEMINI_API_KEY=abc", "GEMINI_MODEL=gemini-3.8-pro", "GEMINI_ENDPOINT=http://127.0.0.1:9", "GEMINI_CALL_TIMEOUT=30s",
		"GEMINI_STALL_TIMEOUT=5s", "GEMINI_ATTEMPTS=2", "GEMINI_RUN_TOKENS=5000", "GEMINI_DAY_TOKENS=6000", "GEMINI_INPUT_PRICE=0.5",
		"GEMINI_OUTPUT_PRICE=3"))
	if err != nil {
		t.Fatal(err)
	}
	want := gemini.Defaults()
	want.Key, want.Model, want.Endpoint = "abc", "gemini-3.8-pro", "http://127.0.0.1:9"
	want.CallTimeout, want.StallTimeout, want.Attempts, want.RunTokens, want.DayTokens = 30*time.Second, 5*time.Second, 2, 5000, 6000
	want.InputPrice, want.OutputPrice = 0.5, 3
	if *c.gemini != want {
		t.Errorf("got %+v", c.gemini)
	}
	if text := fmt.Sprintf("%v %+v %#v", c, *c.gemini, c); strings.Contains(text, "abc") {
		t.Errorf("the key is in %s", text)
	}
	for setting, refused := range map[string]string{
		"GEMINI_ATTEMPTS=many":                    "GEMINI_ATTEMPTS",
		"GEMINI_ATTEMPTS=9":                       "GEMINI_ATTEMPTS: attempts",
		"GEMINI_CALL_TIMEOUT=90":                  "GEMINI_CALL_TIMEOUT",
		"GEMINI_ENDPOINT=http://gemini.example":   "GEMINI_ENDPOINT: endpoint",
		"GEMINI_OUTPUT_PRICE=NaN":                 "GEMINI_OUTPUT_PRICE: ",
		"GEMINI_MODEL=../x":                       "GEMINI_MODEL: model",
		"GEMINI_API_KEY=two words":                "GEMINI_API_KEY: key",
		"GEMINI_API_KEY=abc\r\nX-Injected: value": "GEMINI_API_KEY: key",
	} {
		_, err := readConfig(environment(setting, "GEMINI_API_KEY=abc"))
		if err == nil || !strings.Contains(err.Error(), refused) || strings.Contains(err.Error(), "abc") {
			t.Errorf("%s: %v", setting, err)
		}
	}
}

// With a key the language model is the default, and the solver can still be asked for.
func TestEnginesFollowTheKey(t *testing.T) {
	model, engines, err := languageModel(t.Context(), nil)
	if err != nil || model != nil || len(engines) != 1 || engines[0] != runs.Solver {
		t.Errorf("without a key: %v, %v, %v", model, engines, err)
	}
	config := gemini.Defaults()
	config.Key = "abc"
	model, engines, err = languageModel(t.Context(), &config)
	if err != nil || model == nil || len(engines) != 2 || engines[0] != runs.Gemini {
		t.Errorf("with a key: %v, %v, %v", model, engines, err)
	}
}

func TestSmokeWithoutAKeySaysSo(t *testing.T) {
	var out strings.Builder
	if err := smoke(t.Context(), nil, &out); err != nil || out.String() != "skipped: GEMINI_API_KEY is not set\n" {
		t.Errorf("%q, %v", out.String(), err)
	}
}
