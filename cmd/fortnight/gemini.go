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

func parseFloat(text string) (float64, error) { return strconv.ParseFloat(text, 64) }

// into reads a text into a field.
func into[T any](field *T, parse func(string) (T, error), want string) func(string) error {
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

// waitingHands is how many runs a process works on that may ask a language model, for which they wait most of the time; those that ask for none have hands of
// their own, so that a model that is slow keeps nobody else waiting.
const waitingHands = 6

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
