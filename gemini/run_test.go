package gemini

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"fortnight/library"
	"fortnight/planner"
	"fortnight/planner/runs"
	"fortnight/rules"
	"fortnight/solver"
	"fortnight/training"
)

// store is a planner's store in memory, of one athlete and one run.
type store struct {
	snapshot runs.Snapshot
	events   []runs.Event
	outcome  *runs.Outcome
	calendar *runs.Calendar
	written  []training.Workout
}

// library is the shared one with what was written for the plan.
func (s *store) library() []training.Workout { return append(library.Workouts(), s.written...) }

func (s *store) Keep(_ context.Context, written []training.Workout) error {
	s.written = append(s.written, written...)
	return nil
}

func (s *store) Snapshot(context.Context, training.UserID, training.Date, int) (runs.Snapshot, error) {
	return s.snapshot, nil
}

func (s *store) Search(_ context.Context, _ training.UserID, p training.Profile, need runs.Need, limit int) ([]solver.Candidate, error) {
	var list []solver.Candidate
	for _, w := range library.Workouts() {
		fits := slices.Contains(need.Foci, w.Focus) && slices.Contains(need.Sports, w.Sport)
		if fits && w.DurationSeconds >= need.MinSeconds && w.DurationSeconds <= need.MaxSeconds && len(list) < limit {
			list = append(list, solver.Candidate{Workout: w.For(p.Thresholds), Match: training.WorkoutMatch{WorkoutID: w.ID, Score: 0.5}})
		}
	}
	return list, nil
}

func (s *store) SearchAll(ctx context.Context, athlete training.UserID, p training.Profile, needs []runs.Need, limit int) ([][]solver.Candidate, error) {
	found := make([][]solver.Candidate, len(needs))
	for i, need := range needs {
		found[i], _ = s.Search(ctx, athlete, p, need, limit) // never fails
	}
	return found, nil
}

func (s *store) Workouts(_ context.Context, _ training.UserID, p training.Profile, ids []training.WorkoutID) ([]training.Workout, error) {
	var list []training.Workout
	for _, w := range s.library() {
		if slices.Contains(ids, w.ID) {
			list = append(list, w.For(p.Thresholds))
		}
	}
	return list, nil
}

func (s *store) TokensUsed(context.Context, training.UserID, time.Time, time.Time) (int, error) {
	return 0, nil
}

func (s *store) Record(_ context.Context, _ runs.Lease, _ runs.Recorded, events ...runs.Event) error {
	s.events = append(s.events, events...)
	return nil
}

func (s *store) Finish(_ context.Context, _ runs.Lease, o runs.Outcome, c *runs.Calendar, events ...runs.Event) error {
	s.events, s.outcome, s.calendar = append(s.events, events...), &o, c
	return nil
}

// answering answers as a coach would who is careful: on every other day the lightest candidate, lifts last.
func answering(t *testing.T) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var q planData
		dataOf(t, r, &q)
		weight := map[int]int{}
		for _, c := range q.Candidates {
			weight[c.Number] = c.TSS + 100*c.HighMinutes
			if c.Sport == training.Strength {
				weight[c.Number] += 1000
			}
		}
		var picks []map[string]any
		for _, s := range q.Slots {
			pick := map[string]any{"slot": s.Slot, "day": s.Day, "candidate": 0, "why": "Free."}
			if at := slices.IndexFunc(q.Slots, func(o slotData) bool { return o.Day == s.Day }); s.Day%2 == 1 && q.Slots[at].Slot == s.Slot {
				pick["candidate"] = slices.MinFunc(s.Candidates, func(a, b int) int { return weight[a] - weight[b] })
				pick["why"] = "As the week wants it."
			}
			picks = append(picks, pick)
		}
		text, err := json.Marshal(map[string]any{"picks": picks})
		if err != nil {
			t.Error(err)
		}
		half := len(text) / 2
		pieces(string(text[:half]), string(text[half:]))(w, r)
	}
}

// dataOf reads the data of a request.
func dataOf(t *testing.T, r *http.Request, data any) {
	t.Helper()
	var body struct {
		Contents []struct{ Parts []struct{ Text string } }
	}
	raw, err := io.ReadAll(r.Body)
	if err != nil {
		t.Error(err)
	}
	if err := json.Unmarshal(raw, &body); err != nil {
		t.Error(err)
	}
	text := strings.TrimSuffix(strings.TrimPrefix(body.Contents[0].Parts[0].Text, "BEGIN DATA\n"), "END DATA")
	if err := json.Unmarshal([]byte(text), data); err != nil {
		t.Error(err)
	}
}

// drip sends pieces that say nothing, one soon after the other, for as long as anybody reads them: a model that is slower than anybody can wait for,
// and never silent.
func drip(w http.ResponseWriter, r *http.Request) {
	for r.Context().Err() == nil {
		if _, err := fmt.Fprint(w, `,{"candidates":[{"content":{"parts":[{"text":" ","thought":true}],"role":"model"},"index":0}]}`); err != nil {
			return
		}
		w.(http.Flusher).Flush()
		time.Sleep(20 * time.Millisecond)
	}
}

// TestWholeRun takes a run from wish to calendar through the real client library, HTTP and the planner.
func TestWholeRun(t *testing.T) {
	for name, c := range map[string]struct {
		script  []http.HandlerFunc
		fellOut string
		within  time.Duration // of a call; 0 for twenty seconds
	}{
		"well":                      {script: []http.HandlerFunc{pieces(goodWishes), answering(t)}},
		"cut":                       {script: []http.HandlerFunc{pieces(goodWishes), start(`{"picks":[`, cut)}, fellOut: "connection"},
		"wrong key":                 {script: []http.HandlerFunc{failure(403, "PERMISSION_DENIED", "no", "")}, fellOut: "operator"},
		"F34 slow and never silent": {script: []http.HandlerFunc{pieces(goodWishes), start(`{"picks":[`, drip)}, fellOut: "too long", within: 2 * time.Second},
		"not in form":               {script: []http.HandlerFunc{pieces(goodWishes), pieces("Here is your plan!")}, fellOut: "form"},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFake(t, c.script...)
			profile := training.NewProfile("UTC")
			threshold, ftp := 300, 240
			profile.ThresholdSecondsPerKilometer, profile.FTPWatts = &threshold, &ftp
			s := &store{snapshot: runs.Snapshot{Athlete: training.User{ID: "athlete-1", Profile: profile}, Revision: 1, Today: monday - 1}}
			run := runs.Run{ID: "6a1f5f0e-7d7b-4b6f-9f7c-2f3c7a0a1b11", Request: runs.Request{
				AthleteID: "athlete-1", From: monday, Days: 7, Wish: wishQuestion().Text, Engine: runs.Gemini, Apply: true,
			}}
			p := &planner.Planner{Store: s, Model: f.client(t, func(config *Config) {
				if c.within > 0 {
					config.CallTimeout, config.StallTimeout = c.within, c.within/2
				}
			}), Now: monday.Midnight, Log: slog.New(slog.DiscardHandler)}
			if err := p.Run(context.Background(), run, nil, runs.Lease{RunID: run.ID, Token: 1}); err != nil {
				t.Fatal(err)
			}
			s.keepsTheRules(t, run)
			s.fell(t, c.fellOut)
			for _, sent := range f.requests {
				if strings.Contains(string(sent.body), "athlete-1") || strings.Contains(string(sent.body), string(run.ID)) {
					t.Errorf("an id was sent: %s", sent.body)
				}
			}
			if used := s.outcome.Consulted; used.Requests != len(f.requests) || used.Name != "gemini-3.8-flash" || used.PromptVersion != PromptVersion {
				t.Errorf("%+v for %d requests", used, len(f.requests))
			}
		})
	}
}

func (s *store) keepsTheRules(t *testing.T, run runs.Run) {
	t.Helper()
	if s.outcome.Status != runs.Succeeded {
		t.Fatal(*s.outcome.Failure)
	}
	for _, v := range s.outcome.Certificate.Violations() {
		if v.Severity == rules.Hard {
			t.Errorf("%s: %s", v.RuleID, v.Message)
		}
	}
	byID := map[training.WorkoutID]training.Workout{}
	for _, w := range s.library() {
		byID[w.ID] = w
	}
	for _, saved := range s.calendar.Save {
		if _, known := byID[saved.WorkoutID]; !known {
			t.Errorf("nobody knows what is planned on %s", saved.Date)
		}
		if byID[saved.WorkoutID].Sport == training.Run {
			t.Errorf("%s on %s although no running is wished for", byID[saved.WorkoutID].Title, saved.Date)
		}
	}
	if len(s.calendar.Save) == 0 {
		t.Errorf("nothing is planned from %s", run.From)
	}
}

// fell checks whether and why the solver took over.
func (s *store) fell(t *testing.T, why string) {
	t.Helper()
	var reasons []string
	for _, e := range s.events {
		if fell, is := e.(*runs.EngineFellBack); is {
			reasons = append(reasons, fell.Reason)
		}
	}
	if (why == "") != (len(reasons) == 0) || why != "" && (len(reasons) != 1 || !strings.Contains(reasons[0], why)) {
		t.Errorf("%q, want %q", reasons, why)
	}
}
