package main

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"strconv"
	"time"

	"fortnight/gemini"
	"fortnight/planner/runs"
	"fortnight/training"
)

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

func parseFloat(text string) (float64, error) { return strconv.ParseFloat(text, 64) }

// setting reads a text into a field.
func setting[T any](field *T, parse func(string) (T, error), want string) func(string) error {
	return func(text string) error {
		value, err := parse(text)
		if err != nil {
			return fmt.Errorf("%.40q is not %s", text, want)
		}
		*field = value
		return nil
	}
}

// languageModel is the model that a key is set for, and the engines that can be asked for then, the default first.
func languageModel(ctx context.Context, c *gemini.Config) (*gemini.Client, []runs.Engine, error) {
	if c == nil {
		return nil, []runs.Engine{runs.Solver}, nil
	}
	client, err := gemini.New(ctx, *c, rand.Float64, gemini.Sleep)
	return client, []runs.Engine{runs.Gemini, runs.Solver}, err
}

// waitingHands is how many runs more a process works on where runs wait for a language model, so that they do not keep the others waiting.
const waitingHands = 4

// smoke asks the real model a small question and shows what it said.
func smoke(ctx context.Context, c *gemini.Config, out io.Writer) error {
	client, _, err := languageModel(ctx, c)
	if err != nil {
		return err
	}
	if client == nil {
		_, err := fmt.Fprintln(out, "skipped: GEMINI_API_KEY is not set")
		return err
	}
	defer client.Close()
	return gemini.Smoke(ctx, client, training.DateOf(time.Now()).AddDays(1), time.Now, out)
}
