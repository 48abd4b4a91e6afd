package model_test

import (
	"strings"
	"testing"

	"fortnight/planner/model"
	"fortnight/training"
)

const monday training.Date = 20787 // 2026-11-30

func question() model.PlanQuestion {
	nine := 9
	return model.PlanQuestion{
		Weeks: []model.QuestionWeek{{Minutes: 300}},
		Days: []model.QuestionDay{
			{Date: monday, DaysToEvent: &nine}, {Date: monday + 1, Kept: []model.QuestionSession{{Minutes: 75, TSS: 61}}},
		},
		Slots: []model.QuestionSlot{
			{Number: 1, Day: 1, Candidates: []int{1, 2}}, {Number: 2, Day: 1, Candidates: []int{1, 2}},
			{Number: 3, Day: 2, Candidates: []int{2}},
		},
		Candidates: []model.QuestionCandidate{
			{Number: 1, Title: "Easy run, 500 TSS", Minutes: 45, TSS: 37.6}, {Number: 2, Title: "Hills 6x2 at 95 %", Minutes: 90, TSS: 82, HighMinutes: 12},
		},
	}
}

func TestReviewerDropsWhatWasNotOffered(t *testing.T) {
	for _, c := range []struct {
		name  string
		picks []model.Pick
		taken int
		why   string // in the last finding
	}{
		{"as offered", []model.Pick{{Slot: 1, Day: 1, Candidate: 1}, {Slot: 3, Day: 2, Candidate: 2}}, 2, ""},
		{"left empty", []model.Pick{{Slot: 1, Day: 1}}, 1, ""},
		{"no such slot", []model.Pick{{Slot: 4, Day: 1, Candidate: 1}}, 0, "slot that does not exist"},
		{"zero value", []model.Pick{{}}, 0, "slot that does not exist"},
		{"wrong day", []model.Pick{{Slot: 3, Day: 1, Candidate: 2}}, 0, "another day"},
		{"invented workout", []model.Pick{{Slot: 1, Day: 1, Candidate: 7}}, 0, "does not exist"},
		{"not for this slot", []model.Pick{{Slot: 3, Day: 2, Candidate: 1}}, 0, "was not offered"},
		{"a slot twice", []model.Pick{{Slot: 1, Day: 1, Candidate: 1}, {Slot: 1, Day: 1, Candidate: 2}}, 1, "twice; the first holds"},
		{"a workout twice on a day", []model.Pick{{Slot: 1, Day: 1, Candidate: 1}, {Slot: 2, Day: 1, Candidate: 1}}, 1, "twice on one day"},
	} {
		r := model.NewReviewer(question())
		taken, last := 0, ""
		for _, p := range c.picks {
			_, findings, ok := r.Take(p)
			if ok {
				taken++
			}
			for _, f := range findings {
				last = f.Reason
				if !f.Dropped {
					t.Errorf("%s: %+v", c.name, f)
				}
			}
		}
		if taken != c.taken || !strings.Contains(last, c.why) || (c.why == "") != (last == "") {
			t.Errorf("%s: %d taken, %q", c.name, taken, last)
		}
		if got := len(r.Missing()); got != 3-taken {
			t.Errorf("%s: %d slots are missing", c.name, got)
		}
	}
}

func TestS108ReviewerKeepsProseThatIsTrue(t *testing.T) {
	for _, c := range []struct{ said, kept string }{
		{"Relaxed running after a hard weekend.", ""},
		{"An easy 45 min with 38 TSS.", ""},
		{"45-minute jog, about 37.6 TSS of the week's 300 min.", ""},
		{"Forty-five minutes, 9 days before the race.", ""},
		{"Week 1, day 1: a calm start.", ""},
		{"Three quarters of an hour.", "-"},
		{"An easy 60 min. Keep it relaxed.", "Keep it relaxed."},
		{"Only 20 TSS! Enjoy it.", "Enjoy it."},
		{"It has 500 TSS.", "-"}, // as its title claims
		{"An hour of calm.", "-"},
		{"Ninety minutes; then tea.", "then tea."},
		{"You have 45 km to go.", "-"},
		{"45 of them.", "-"},
		{"４５ min.", "-"}, {"Ⅻ sets.", "-"}, {"1,000 min.", "-"}, {"4:30 pace.", "-"}, {"99999999999999999999 min", "-"},
		{"<b>Go</b> now. Fine.", "Fine."}, {"See www.example.org now.", "-"}, {"Ask a@b.example.", "-"}, {"visit evil.example today", "-"},
		{"`rm`", "-"}, {"&lt;b&gt;", "-"}, {"id 6a1f5f0e-7d7b-4b6f-9f7c-2f3c7a0a1b11", "-"}, {"token " + strings.Repeat("ab", 20), "-"},
		{"zero\u200bwidth\u202e and \x00controls.", "zerowidth and controls."},
	} {
		p, findings, ok := model.NewReviewer(question()).Take(model.Pick{Slot: 1, Day: 1, Candidate: 1, Rationale: c.said})
		want := c.kept
		switch want {
		case "":
			want = c.said
		case "-":
			want = ""
		}
		changed := want != c.said && !strings.Contains(c.said, "\x00")
		if !ok || p.Rationale != want || changed != (len(findings) > 0) {
			t.Errorf("%q became %q, want %q (%v)", c.said, p.Rationale, want, findings)
		}
	}
	p, _, _ := model.NewReviewer(question()).Take(model.Pick{Slot: 3, Day: 2, Candidate: 2,
		Rationale: "Hills 6x2 at 95 %, 12 min of it hard, beside the 75 min that are kept."})
	if p.Rationale == "" {
		t.Error("numbers of a title, of its hard part and of what is kept are data")
	}
	p, findings, _ := model.NewReviewer(question()).Take(model.Pick{Slot: 1, Day: 1, Rationale: strings.Repeat("Rest well. ", 200)})
	if n := len([]rune(p.Rationale)); n > 300 || n < 250 || len(findings) != 0 {
		t.Errorf("%d characters, %v", n, findings)
	}
}

func TestMinorsAreNotAskedAbout(t *testing.T) {
	for _, c := range []struct {
		born string
		may  bool
	}{{"2008-11-30", true}, {"2008-12-01", false}, {"2015-01-01", false}, {"1980-01-01", true}} {
		born, err := training.ParseDate(c.born)
		if err != nil {
			t.Fatal(err)
		}
		if model.MayAsk(training.Profile{BirthDate: &born}, monday) != c.may { // 30 November 2026
			t.Errorf("born %s: want %t", c.born, c.may)
		}
	}
	if !model.MayAsk(training.Profile{}, monday) {
		t.Error("who gives no birth date counts as an adult")
	}
}
