package gemini

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"fortnight/planner/model"
	"fortnight/planner/runs"
	"fortnight/training"
	"fortnight/wish"
)

// propose asks for a plan and returns what was picked.
func propose(ctx context.Context, c *Client, q model.PlanQuestion) ([]model.Pick, runs.Usage, error) {
	var picks []model.Pick
	used, err := c.Propose(ctx, q, func(p model.Pick) error { picks = append(picks, p); return nil })
	return picks, used, err
}

func TestS105ScriptedCases(t *testing.T) {
	half, _ := halves()
	invalidKey := failure(400, "INVALID_ARGUMENT", "API key not valid: "+testKey,
		`{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID","domain":"googleapis.com"}`)
	for _, c := range []struct {
		name   string
		script []http.HandlerFunc
		picks  int
		fault  model.Fault // empty for a valid answer
		pauses []time.Duration
	}{
		{name: "whole", script: []http.HandlerFunc{pieces(goodPicks)}, picks: 4},
		{name: "streamed in odd pieces",
			script: []http.HandlerFunc{pieces(goodPicks[:3], goodPicks[3:4], goodPicks[4:97], goodPicks[97:180], goodPicks[180:])},
			picks:  4},
		{name: "a byte at a time", script: []http.HandlerFunc{pieces(strings.Split(goodPicks, "")...)}, picks: 4},
		{name: "no picks", script: []http.HandlerFunc{pieces(`{"picks":[]}`)}},
		{name: "blanks around", script: []http.HandlerFunc{pieces("\n ", goodPicks, " \n")}, picks: 4},

		{name: "400", script: []http.HandlerFunc{invalidKey}, fault: model.Misconfigured},
		{name: "401", script: []http.HandlerFunc{failure(401, "UNAUTHENTICATED", "no", "")}, fault: model.Misconfigured},
		{name: "403", script: []http.HandlerFunc{failure(403, "PERMISSION_DENIED", "no", "")}, fault: model.Misconfigured},
		{name: "404", script: []http.HandlerFunc{failure(404, "NOT_FOUND", "no such model", "")}, fault: model.Misconfigured},
		{name: "redirect", script: []http.HandlerFunc{raw(307, "", "Location", "http://127.0.0.1:1/")}, fault: model.Misconfigured},

		{name: "429 with a delay in its details",
			script: []http.HandlerFunc{failure(429, "RESOURCE_EXHAUSTED", "slow down", retryInfo("2s")), pieces(goodPicks)},
			picks:  4, pauses: []time.Duration{2500 * time.Millisecond}},
		{name: "429 with a delay in a header", script: []http.HandlerFunc{raw(429, "{}", "Retry-After", "3"), pieces(goodPicks)},
			picks: 4, pauses: []time.Duration{3750 * time.Millisecond}},
		{name: "429 without a delay, for good", script: slices.Repeat([]http.HandlerFunc{raw(429, "")}, 3), fault: model.Unavailable,
			pauses: []time.Duration{1250 * time.Millisecond, 2500 * time.Millisecond}},
		{name: "429 until tomorrow", script: []http.HandlerFunc{failure(429, "RESOURCE_EXHAUSTED", "daily quota", retryInfo("36000s"))},
			fault: model.Unavailable},
		{name: "503 then well",
			script: []http.HandlerFunc{failure(503, "UNAVAILABLE", "busy", ""), failure(503, "UNAVAILABLE", "busy", retryInfo("1.5s")), pieces(goodPicks)},
			picks:  4, pauses: []time.Duration{1250 * time.Millisecond, 2500 * time.Millisecond}},
		{name: "500 for good", script: slices.Repeat([]http.HandlerFunc{failure(500, "INTERNAL", "oops", "")}, 3), fault: model.Unavailable,
			pauses: []time.Duration{1250 * time.Millisecond, 2500 * time.Millisecond}},
		{name: "500 that is no JSON", script: slices.Repeat([]http.HandlerFunc{raw(502, "<html>"+strings.Repeat("bad gateway ", 20_000))}, 3),
			fault:  model.Unavailable,
			pauses: []time.Duration{1250 * time.Millisecond, 2500 * time.Millisecond}},

		{name: "stalls before it begins", script: []http.HandlerFunc{start("", stall), pieces(goodPicks)},
			picks: 4, pauses: []time.Duration{1250 * time.Millisecond}},
		{name: "stalls in the middle", script: []http.HandlerFunc{start(half, stall)}, picks: 2, fault: model.Unavailable},
		{name: "stalls behind the answer", script: []http.HandlerFunc{start(goodPicks, stall)}, picks: 4},
		{name: "cut before it begins", script: []http.HandlerFunc{start("", cut), pieces(goodPicks)},
			picks: 4, pauses: []time.Duration{1250 * time.Millisecond}},
		{name: "cut in the middle", script: []http.HandlerFunc{start(half, cut)}, picks: 2, fault: model.Unavailable},
		{name: "cut behind the answer", script: []http.HandlerFunc{start(goodPicks, cut)}, picks: 4},

		{name: "prompt blocked",
			script: []http.HandlerFunc{raw(200, `[{"promptFeedback":{"blockReason":"SAFETY"},"usageMetadata":{"promptTokenCount":9,"totalTokenCount":9}}]`)},
			fault:  model.Refused},
		{name: "answer blocked", script: []http.HandlerFunc{raw(200, `[{"candidates":[{"finishReason":"SAFETY","index":0}]}]`)},
			fault: model.Refused},
		{name: "answer blocked in the middle", script: []http.HandlerFunc{start(half, func(w http.ResponseWriter, _ *http.Request) {
			fmt.Fprint(w, `,{"candidates":[{"finishReason":3,"index":0}]}]`)
		})}, picks: 2, fault: model.Refused},
		{name: "answer blocked at its end", script: []http.HandlerFunc{start(goodPicks, func(w http.ResponseWriter, _ *http.Request) {
			fmt.Fprint(w, `,{"candidates":[{"finishReason":3,"index":0}]}]`)
		})}, picks: 4, fault: model.Refused},

		{name: "no candidates", script: []http.HandlerFunc{raw(200, `[{"usageMetadata":{"promptTokenCount":9,"totalTokenCount":9}}]`)},
			fault: model.Garbled},
		{name: "no pieces", script: []http.HandlerFunc{raw(200, `[]`)}, fault: model.Garbled},
		{name: "no content", script: []http.HandlerFunc{raw(200, `[{"candidates":[{"finishReason":"OTHER"}]}]`)}, fault: model.Garbled},
		{name: "a part without data", script: []http.HandlerFunc{raw(200, `[{"candidates":[{"content":{"parts":[{"thoughtSignature":"AA=="}]}}]}]`)},
			fault: model.Garbled},
		{name: "a part never asked for",
			script: []http.HandlerFunc{raw(200, `[{"candidates":[{"content":{"parts":[{"functionResponse":{"name":"f","response":{}}}]}}]}]`)},
			fault:  model.Garbled},
		{name: "code to run",
			script: []http.HandlerFunc{raw(200,
				`[{"candidates":[{"content":{"parts":[{"executableCode":{"language":1,"code":"x"}},{"functionCall":{"name":"f"}}]}}]}]`)},
			fault: model.Garbled},
		{name: "unknown fields and names",
			script: []http.HandlerFunc{raw(200,
				`[{"candidates":[{"content":{"parts":[{"text":`+quoted(goodPicks)+`,"thought":false}]},"finishReason":"SOMETHING_NEW","new":1}],"newer":{}}]`)},
			picks: 4},
		{name: "out of tokens",
			script: []http.HandlerFunc{raw(200, `[{"candidates":[{"content":{"parts":[{"text":`+quoted(half)+`}]},"finishReason":"MAX_TOKENS"}]}]`)},
			picks:  2, fault: model.Garbled},
		{name: "not JSON", script: []http.HandlerFunc{raw(200, "<html>proxy</html>")}, fault: model.Garbled},
		{name: "an object instead of a stream", script: []http.HandlerFunc{raw(200, `{"candidates":[]}`)}, fault: model.Garbled},
		{name: "a stream of something else", script: []http.HandlerFunc{raw(200, `[{"candidates":7}]`)}, fault: model.Garbled},
		{name: "prose", script: []http.HandlerFunc{pieces("Here is your plan:\n", goodPicks)}, fault: model.Garbled},
		{name: "prose behind", script: []http.HandlerFunc{pieces(goodPicks, "Enjoy!")}, picks: 4, fault: model.Garbled},
		{name: "fenced", script: []http.HandlerFunc{pieces("```json\n" + goodPicks + "\n```")}, fault: model.Garbled},
		{name: "wrong schema", script: []http.HandlerFunc{pieces(`{"plan":[]}`)}, fault: model.Garbled},
		{name: "picks that are none", script: []http.HandlerFunc{pieces(`{"picks":[7,"x",{"slot":"1"},{"slot":1.5,"day":1,"candidate":1},null,[[]]]}`)},
			picks: 6},
		{name: "picks without end", script: []http.HandlerFunc{pieces(`{"picks":[` + strings.Repeat("{},", 5000))}, picks: 16, fault: model.Garbled},
		{name: "deep nesting", script: []http.HandlerFunc{pieces(`{"picks":` + strings.Repeat("[", 50_000))}, fault: model.Garbled},
		{name: "an endless string", script: []http.HandlerFunc{pieces(`{"picks":[{"why":"`, strings.Repeat("a", maxAnswerBytes))},
			fault: model.Garbled},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := newFake(t, c.script...)
			client := f.client(t, func(config *Config) {
				if strings.Contains(c.name, "stalls") {
					config.StallTimeout = time.Second
				}
			})
			picks, used, err := propose(context.Background(), client, planQuestion())
			if len(picks) != c.picks {
				t.Errorf("%d picks, want %d", len(picks), c.picks)
			}
			faultIs(t, err, c.fault)
			if len(f.requests) != len(c.script) || used.Requests != len(c.script) {
				t.Errorf("%d requests (%d counted) of %d", len(f.requests), used.Requests, len(c.script))
			}
			if !slices.Equal(f.pauses, c.pauses) {
				t.Errorf("pauses %v, want %v", f.pauses, c.pauses)
			}
			secret(t, err)
		})
	}
}

func faultIs(t *testing.T, err error, want model.Fault) {
	t.Helper()
	var fault *model.Error
	switch {
	case want == "" && err != nil:
		t.Errorf("%v", err)
	case want != "" && !errors.As(err, &fault):
		t.Errorf("%v is no ModelError", err)
	case want != "" && (fault.Fault != want || fault.Message == ""):
		t.Errorf("%v, want %s", err, want)
	}
}

// secret fails where the key can be seen in an error in any form.
func secret(t *testing.T, err error) {
	t.Helper()
	for e := err; e != nil; e = errors.Unwrap(e) {
		if text := fmt.Sprintf("%v %+v %#v", e, e, e); strings.Contains(text, testKey) {
			t.Errorf("the key is in %s", text)
		}
	}
}

func TestPicksComeWhileTheModelThinks(t *testing.T) {
	first := make(chan struct{})
	half, other := halves()
	f := newFake(t, start(half, func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-first:
		case <-r.Context().Done():
			return
		}
		fmt.Fprintf(w, `,{"candidates":[{"content":{"parts":[{"text":%s}]},"finishReason":"STOP"}],`+
			`"usageMetadata":{"promptTokenCount":9,"totalTokenCount":30}}]`,
			quoted(other))
	}))
	n := 0
	used, err := f.client(t).Propose(context.Background(), planQuestion(), func(model.Pick) error {
		if n++; n == 2 {
			close(first) // the rest is sent only once two picks are here
		}
		return nil
	})
	if err != nil || n != 4 || used != (runs.Usage{Requests: 1, InputTokens: 9, OutputTokens: 21}) {
		t.Errorf("%d picks, %+v, %v", n, used, err)
	}
}

func TestUsageIsCountedOrEstimated(t *testing.T) {
	f := newFake(t, pieces(goodPicks[:40], goodPicks[40:]), start(goodPicks[:100], cut), failure(400, "", "", ""))
	c := f.client(t)
	_, used, err := propose(context.Background(), c, planQuestion())
	if err != nil || used != (runs.Usage{Requests: 1, InputTokens: 900, OutputTokens: 90}) {
		t.Errorf("%+v %v", used, err)
	}
	if _, used, _ = propose(context.Background(), c, planQuestion()); !used.Estimated || used.InputTokens < 1000 || used.OutputTokens < 20 {
		t.Errorf("cut: %+v", used)
	}
	if _, used, _ = propose(context.Background(), c, planQuestion()); used != (runs.Usage{Requests: 1}) {
		t.Errorf("refused: %+v", used)
	}
}

func TestBudgets(t *testing.T) {
	for _, spent := range []model.Spent{{Run: 99_000}, {Day: 499_500}, {Run: 1 << 40}, {Day: 1 << 40}} {
		f := newFake(t) // nothing may be sent
		q := planQuestion()
		q.Spent = spent
		_, used, err := propose(context.Background(), f.client(t), q)
		faultIs(t, err, model.OverBudget)
		if used.Requests != 0 {
			t.Errorf("%+v", used)
		}
	}
	f := newFake(t, pieces(goodPicks))
	q := planQuestion()
	q.Spent.Run = 95_000
	if _, _, err := propose(context.Background(), f.client(t), q); err != nil {
		t.Fatal(err)
	}
	var request struct {
		GenerationConfig struct{ MaxOutputTokens int }
	}
	if err := json.Unmarshal(f.requests[0].body, &request); err != nil {
		t.Fatal(err)
	}
	if most := request.GenerationConfig.MaxOutputTokens; most < leastOutput || most > 5_000 {
		t.Errorf("an answer of %d tokens is asked for with fewer than 5,000 left", most)
	}
}

// What an attempt used counts against the budget of the next: after a cut whose estimate leaves too little, none is made.
func TestAttemptsShareTheBudget(t *testing.T) {
	f := newFake(t, start("", cut))
	q := planQuestion()
	_, used, err := propose(context.Background(), f.client(t, func(c *Config) { c.RunTokens = 3_000 }), q)
	if used.Requests == 0 {
		t.Fatalf("%+v %v", used, err)
	}
	faultIs(t, err, model.OverBudget)
}

func TestCallersContextAndErrors(t *testing.T) {
	t.Run("ends in the middle", func(t *testing.T) {
		f := newFake(t, start(goodPicks[:200], stall))
		ctx, cancel := context.WithCancel(context.Background())
		_, err := f.client(t).Propose(ctx, planQuestion(), func(model.Pick) error { cancel(); return nil })
		if !errors.Is(err, context.Canceled) || errors.As(err, new(*model.Error)) {
			t.Errorf("%v", err)
		}
	})
	t.Run("ends in a pause", func(t *testing.T) {
		f := newFake(t, raw(503, ""))
		ctx, cancel := context.WithCancel(context.Background())
		c := f.client(t)
		c.sleep = func(ctx context.Context, _ time.Duration) error { cancel(); return ctx.Err() }
		if _, _, err := propose(ctx, c, planQuestion()); !errors.Is(err, context.Canceled) {
			t.Errorf("%v", err)
		}
	})
	t.Run("has ended before", func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		if _, _, err := propose(ctx, newFake(t).client(t), planQuestion()); !errors.Is(err, context.Canceled) {
			t.Errorf("%v", err)
		}
	})
	t.Run("the caller's own error", func(t *testing.T) {
		lost := errors.New("lease lost")
		f := newFake(t, start(goodPicks, stall))
		if _, err := f.client(t).Propose(context.Background(), planQuestion(), func(model.Pick) error { return lost }); !errors.Is(err, lost) {
			t.Errorf("%v", err)
		}
	})
	t.Run("the call's own time", func(t *testing.T) {
		drip := func(w http.ResponseWriter, r *http.Request) { // never stalls, never ends
			for r.Context().Err() == nil {
				fmt.Fprint(w, `,{"candidates":[{"content":{"parts":[{"text":" "}]}}]}`)
				w.(http.Flusher).Flush()
				time.Sleep(20 * time.Millisecond)
			}
		}
		f := newFake(t, start(" ", drip))
		client := f.client(t, func(c *Config) { c.CallTimeout, c.StallTimeout = time.Second, time.Second })
		_, _, err := propose(context.Background(), client, planQuestion()) // for ever, had the call no time of its own
		faultIs(t, err, model.Unavailable)
	})
	t.Run("nobody there", func(t *testing.T) {
		f := newFake(t)
		c := f.client(t)
		f.Close()
		_, used, err := propose(context.Background(), c, planQuestion())
		faultIs(t, err, model.Unavailable)
		secret(t, err)
		if used.Tokens() != 0 || used.Requests != 3 {
			t.Errorf("%+v", used)
		}
	})
}

func TestReadWish(t *testing.T) {
	f := newFake(t, pieces(goodWishes[:50], goodWishes[50:]))
	answer, used, err := f.client(t).ReadWish(context.Background(), wishQuestion())
	if err != nil || used.Tokens() == 0 {
		t.Fatal(err)
	}
	q := wishQuestion()
	wishes, left, refused := wish.Review(q.Text, q.From, q.Days, answer.Wishes, answer.NotUnderstood)
	var got []string
	for _, w := range wishes {
		got = append(got, w.String())
	}
	want := []string{
		"no running on Mon 30 Nov to Sun 6 Dec", "nothing heavy or hard for the legs on Mon 30 Nov to Sun 6 Dec", "a long ride on Sun 6 Dec",
	}
	if !slices.Equal(got, want) || len(left) != 0 || len(refused) != 0 {
		t.Errorf("%q %q %v", got, left, refused)
	}
	for name, text := range map[string]string{
		"no wishes": `{"notUnderstood":[]}`, "a list": `[]`, "cut": goodWishes[:60], "wrong type": `{"wishes":[{"days":"all"}]}`,
		"more": goodWishes + goodWishes,
	} {
		_, _, err := newFake(t, pieces(text)).client(t).ReadWish(context.Background(), wishQuestion())
		t.Run(name, func(t *testing.T) { faultIs(t, err, model.Garbled) })
	}
}

// Every kind of wish can come out of the model, and what it says of each is checked: days, dates of races, counts of days, equipment.
func TestEveryKindIsRead(t *testing.T) {
	for _, kind := range wish.Kinds {
		if !strings.Contains(wishInstructions, string(kind)) {
			t.Errorf("the instructions do not speak of %s", kind)
		}
	}
	q := wishQuestion()
	q.Text = "two rest days a week; never two hard days in a row; no treadmill; marathon on 31 January; three or four runs a week; raced long ago"
	answer := `{"wishes":[
		{"kind":"REST_DAYS","bound":"AT_LEAST","count":2,"per":"WEEK","days":[1,2,3,4,5,6,7],"quote":"two rest days a week"},
		{"kind":"APART","session":"HARD","days":[1,2,3,4,5,6,7],"quote":"never two hard days in a row"},
		{"kind":"WITHOUT","equipment":["TREADMILL"],"days":[1,2,3,4,5,6,7],"quote":"no treadmill"},
		{"kind":"RACE","sport":"RUN","meters":42195,"priority":"A","days":[],"date":"2027-01-31","quote":"marathon on 31 January"},
		{"kind":"LIMIT","sport":"RUN","bound":"AT_LEAST","count":3,"per":"WEEK","days":[1,2,3,4,5,6,7],"quote":"three or four runs a week"},
		{"kind":"LIMIT","sport":"RUN","bound":"AT_MOST","count":4,"per":"WEEK","days":[1,2,3,4,5,6,7],"quote":"three or four runs a week"},
		{"kind":"RACE","sport":"RUN","days":[],"date":"2025-01-31","quote":"raced long ago"},
		{"kind":"PREFER","sport":"RUN","days":[],"date":"2027-01-31","quote":"marathon on 31 January"},
		{"kind":"REST_DAYS","bound":"AT_LEAST","count":9,"per":"WEEK","days":[1,2,3],"quote":"two rest days a week"}],"notUnderstood":[]}`
	read, _, err := newFake(t, pieces(answer)).client(t).ReadWish(context.Background(), q)
	if err != nil {
		t.Fatal(err)
	}
	wishes, _, refused := wish.Review(q.Text, q.From, q.Days, read.Wishes, read.NotUnderstood)
	kinds := []wish.Kind{wish.RestDays, wish.Spaced, wish.Without, wish.Race, wish.Limit, wish.Limit}
	if len(wishes) != len(kinds) || len(refused) != 3 {
		t.Fatalf("%+v %q", wishes, refused)
	}
	for i, w := range wishes {
		if w.Kind != kinds[i] {
			t.Errorf("%+v is no %s", w, kinds[i])
		}
	}
	if race := wishes[3]; race.Dates[0].String() != "2027-01-31" || race.Priority != training.EventA || race.Meters != 42195 {
		t.Errorf("%+v", race)
	}
}

func TestTooMuchToAsk(t *testing.T) {
	q := planQuestion()
	for n := range 5000 {
		q.Slots = append(q.Slots, model.QuestionSlot{Number: n, Day: 1, Candidates: []int{1, 2, 3}})
	}
	_, _, err := propose(context.Background(), newFake(t).client(t), q)
	faultIs(t, err, model.OverBudget)
}
