package db_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"fortnight/db"
	"fortnight/planner/runs"
	"fortnight/training"
)

// eventsOf are the first ten events of a run.
func eventsOf(ctx context.Context, d *db.DB, viewer training.UserID, run training.RunID) ([]runs.Event, error) {
	page, err := d.RunEvents(ctx, viewer, run, runs.EventFilter{}, 10, "")
	return page.Items, err
}

// The decisions of a run are read by kind and by stage, and page by page as at once, while they are rows of their own and when they are packed in the run.
func TestEventsOfARunArePaged(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	created := w.run(athlete, athlete, nil)
	_, _, lease := w.claim()
	told := func(stage runs.Stage, events ...runs.Event) {
		for _, e := range events {
			e.Head().Stage, e.Head().At, e.Head().Message = stage, w.now(), "told"
		}
		w.check(w.db.Record(w.ctx, lease, runs.Recorded{}, events...))
	}
	told(runs.Analyze, &runs.StageStarted{Attempt: 1}, &runs.WishRead{}, &runs.StageFinished{Attempt: 1})
	told(runs.Propose, &runs.StageStarted{Attempt: 1}, &runs.RestProposed{Rationale: "r"}, &runs.RestProposed{Rationale: "s"}, &runs.StageFinished{Attempt: 1})
	w.check(w.db.Finish(w.ctx, lease, runs.Outcome{Status: runs.Failed}, nil, &runs.RunFailed{EventHead: head("f"), Code: runs.Infeasible}))
	other := w.run(athlete, athlete, nil)
	for _, when := range []string{"rows", "packed"} {
		for name, of := range map[string]struct {
			which runs.EventFilter
			want  []int
		}{
			"all":                   {runs.EventFilter{}, []int{1, 2, 3, 4, 5, 6, 7, 8}},
			"one kind":              {runs.EventFilter{Kinds: []runs.EventKind{"REST_PROPOSED"}}, []int{5, 6}},
			"two kinds":             {runs.EventFilter{Kinds: []runs.EventKind{"STAGE_STARTED", "RUN_FAILED"}}, []int{1, 4, 8}},
			"a stage":               {runs.EventFilter{Stages: []runs.Stage{runs.Propose}}, []int{4, 5, 6, 7}},
			"a kind of a stage":     {runs.EventFilter{Kinds: []runs.EventKind{"STAGE_FINISHED"}, Stages: []runs.Stage{runs.Analyze}}, []int{3}},
			"what there is none of": {runs.EventFilter{Kinds: []runs.EventKind{"LOCK_KEPT"}}, nil},
		} {
			for _, size := range []int{1, 2, 3, 10} {
				var got []int
				after := ""
				for range 10 {
					page, err := w.db.RunEvents(w.ctx, athlete.ID, created.ID, of.which, size, after)
					w.check(err)
					for _, e := range page.Items {
						got = append(got, e.Head().Sequence)
					}
					n, err := page.Count(w.ctx)
					w.check(err)
					if n != len(of.want) || len(page.Items) > size || len(page.Cursors) != len(page.Items) || page.HasNext != (len(got) < len(of.want)) {
						t.Errorf("%s, %s, %d behind %q: %d of %d, more: %v", when, name, size, after, len(page.Items), n, page.HasNext)
					}
					if !page.HasNext {
						break
					}
					after = page.Cursors[len(page.Cursors)-1]
				}
				if !slices.Equal(got, of.want) {
					t.Errorf("%s, %s by %d: %v, want %v", when, name, size, got, of.want)
				}
			}
		}
		page, err := w.db.RunEvents(w.ctx, athlete.ID, created.ID, runs.EventFilter{}, 1, "")
		w.check(err)
		for _, after := range []string{"1", "none", page.Cursors[0] + "x"} {
			_, err = w.db.RunEvents(w.ctx, athlete.ID, created.ID, runs.EventFilter{}, 1, after)
			w.refused("a cursor of another list", "after", err)
		}
		_, err = w.db.RunEvents(w.ctx, athlete.ID, other.ID, runs.EventFilter{}, 1, page.Cursors[0]) // of another run
		w.refused("a cursor of another list", "after", err)
		if when == "rows" {
			n, err := w.db.FoldRuns(w.ctx, w.now().Add(time.Hour))
			w.check(err)
			if n != 1 {
				t.Fatalf("%d runs are packed", n)
			}
		}
	}
}
