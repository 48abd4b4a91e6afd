package gemini

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"
)

// smokeAnswer fills every slot of the smoke run with the first candidate that it offers.
func smokeAnswer(t *testing.T) string {
	t.Helper()
	type pick struct {
		Slot      int    `json:"slot"`
		Day       int    `json:"day"`
		Candidate int    `json:"candidate"`
		Why       string `json:"why"`
	}
	var picks []pick
	for _, s := range smokeQuestion(monday).Slots {
		p := pick{s.Number, s.Day, 0, "Calm."}
		if len(s.Candidates) > 0 {
			p.Candidate = s.Candidates[0]
		}
		picks = append(picks, p)
	}
	text, err := json.Marshal(map[string]any{"picks": picks})
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestSmoke(t *testing.T) {
	const read = `{"wishes":[{"kind":"AVOID","sport":"RUN","days":[1],"quote":"No running tomorrow"}],"notUnderstood":["surprise me"]}`
	f := newFake(t, pieces(read), pieces(smokeAnswer(t)))
	c := f.client(t, func(c *Config) { c.InputPrice, c.OutputPrice = 0.5, 3 })
	ticks := 0
	now := func() time.Time { ticks++; return time.Unix(int64(ticks), 0) }
	var out bytes.Buffer
	if err := Smoke(context.Background(), c, monday, now, &out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"model gemini-3.8-flash", "no running on Mon 30 Nov", `not understood: ["surprise me"]`,
		"day 7: ", "2 requests, 1800 tokens in, 140 out, $0.0013",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is missing:\n%s", want, &out)
		}
	}
	if strings.Contains(out.String(), testKey) {
		t.Error("the key is printed")
	}
	q := smokeQuestion(monday)
	filled := 0
	for _, s := range q.Slots {
		if len(s.Candidates) > 0 {
			filled++
		}
	}
	if want := len(q.Weeks[0].Sessions); filled <= want || filled >= len(q.Slots) {
		t.Errorf("%d of %d places have candidates for %d sessions", filled, len(q.Slots), want)
	}
}

func TestSmokeFailsAloud(t *testing.T) {
	for i, f := range []*fake{
		newFake(t, raw(401, "")),
		newFake(t, pieces(`{"wishes":[],"notUnderstood":[]}`), raw(403, "")),
		newFake(t, pieces(`{"wishes":[],"notUnderstood":[]}`), pieces(`{"picks":[]}`)),
	} {
		if err := Smoke(context.Background(), f.client(t), monday, time.Now, &bytes.Buffer{}); err == nil || strings.Contains(fmt.Sprint(err), testKey) {
			t.Errorf("%d: %v", i, err)
		}
	}
}
