package api_test

import (
	"context"
	"strings"
	"testing"

	"fortnight/planner/model"
	"fortnight/planner/runs"
)

// reader is a language model that reads no wish and picks the first candidate of the first slot, and something that does not exist.
type reader struct{}

func (reader) Describe() runs.ModelInfo {
	return runs.ModelInfo{Name: "reader-1", PromptVersion: "p-7"}
}

func (reader) ReadWish(context.Context, model.WishQuestion) (model.WishAnswer, runs.Usage, error) {
	return model.WishAnswer{}, runs.Usage{Requests: 1, InputTokens: 40, OutputTokens: 2}, nil
}

func (reader) Propose(_ context.Context, q model.PlanQuestion, each func(model.Pick) error) (runs.Usage, error) {
	slot := q.Slots[0]
	for _, p := range []model.Pick{{Slot: 4711}, {Slot: slot.Number, Day: slot.Day, Candidate: slot.Candidates[0], Rationale: "A calm start."}} {
		if err := each(p); err != nil {
			return runs.Usage{}, err
		}
	}
	return runs.Usage{Requests: 1, InputTokens: 60, OutputTokens: 3}, nil
}

// told is a run as clients see what was made of its wish and of its model.
type told struct {
	PlanRun struct {
		Model, PromptVersion      *string
		InputTokens, OutputTokens int
		Events                    nodesOf[struct {
			Type          string `json:"__typename"`
			Message       string
			Wishes        []map[string]any
			NotUnderstood []string
			ForDate       *string
			Dropped       bool
			Reason        string
		}]
	}
}

const tellRun = `query($id: ID!) { planRun(id: $id) { model promptVersion inputTokens outputTokens events(first: 500) { nodes { __typename message
	... on WishRead { wishes { kind session sport region condition dates minutes quote } notUnderstood }
	... on ModelCorrected { forDate dropped reason } } } } }`

func TestWishIsShown(t *testing.T) {
	t.Parallel()
	c := newWorld(t).athlete(t)
	run, events := c.plan(t, vars{"wish": "max 45 min of running on Friday; my knee aches; make me faster than my brother"})
	if last := events[len(events)-1]; last.Type != "RunSucceeded" {
		t.Fatal(last.Message)
	}
	var got told
	c.ask(t, tellRun, vars{"id": run}, &got)
	if r := got.PlanRun; r.Model != nil || r.PromptVersion != nil || r.InputTokens != 0 || r.OutputTokens != 0 {
		t.Errorf("%+v", r)
	}
	found := 0
	for _, e := range got.PlanRun.Events {
		if e.Type != "WishRead" {
			continue
		}
		found++
		knee, limit := e.Wishes[0], e.Wishes[1]
		if limit["kind"] != "LIMIT" || limit["sport"] != "RUN" || limit["minutes"] != 45.0 || limit["session"] != nil || limit["region"] != nil {
			t.Errorf("%v", limit)
		}
		if knee["kind"] != "GATE" || knee["condition"] != "HURT_KNEE" || knee["sport"] != nil || knee["minutes"] != nil {
			t.Errorf("%v", knee)
		}
		if len(e.NotUnderstood) != 1 || !strings.Contains(e.NotUnderstood[0], "brother") {
			t.Errorf("%q", e.NotUnderstood)
		}
	}
	if found != 1 {
		t.Errorf("%d events tell of the wish", found)
	}
}

func TestModelIsShown(t *testing.T) {
	raced(t)
	t.Parallel()
	w := newWorld(t, func(w *world) { w.model = reader{} })
	c := w.athlete(t)
	run, events := c.plan(t, vars{"wish": "no running on Friday"})
	if last := events[len(events)-1]; last.Type != "RunSucceeded" {
		t.Fatal(last.Message)
	}
	var got told
	c.ask(t, tellRun, vars{"id": run}, &got)
	r := got.PlanRun
	if r.Model == nil || *r.Model != "reader-1" || r.PromptVersion == nil || *r.PromptVersion != "p-7" || r.InputTokens < 100 || r.OutputTokens < 5 {
		t.Errorf("%+v", r)
	}
	var dropped, calm int
	for _, e := range r.Events {
		if e.Type == "ModelCorrected" && e.Dropped && e.ForDate == nil && strings.Contains(e.Reason, "does not exist") {
			dropped++
		}
		calm += strings.Count(e.Message, "A calm start.")
	}
	if dropped == 0 || calm != 1 {
		t.Errorf("%d dropped, %d picks are told of: %+v", dropped, calm, r.Events)
	}
}
