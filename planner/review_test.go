package planner_test

import (
	"slices"
	"strings"
	"testing"

	"fortnight/planner"
	"fortnight/training"
)

func question() planner.PlanQuestion {
	nine := 9
	return planner.PlanQuestion{
		Weeks: []planner.QuestionWeek{{BudgetTSS: 300}},
		Days: []planner.QuestionDay{
			{Date: monday, TargetTSS: 50, DaysToEvent: &nine}, {Date: monday + 1, TargetTSS: 80, Kept: []planner.QuestionSession{{Minutes: 75, TSS: 61}}},
		},
		Slots: []planner.QuestionSlot{
			{Number: 1, Day: 1, Candidates: []int{1, 2}}, {Number: 2, Day: 1, Candidates: []int{1, 2}},
			{Number: 3, Day: 2, Candidates: []int{2}},
		},
		Candidates: []planner.QuestionCandidate{
			{Number: 1, Title: "Easy run, 500 TSS", Minutes: 45, TSS: 37.6}, {Number: 2, Title: "Hills 6x2 at 95 %", Minutes: 90, TSS: 82, HighMinutes: 12},
		},
	}
}

func TestReviewerDropsWhatWasNotOffered(t *testing.T) {
	for _, c := range []struct {
		name  string
		picks []planner.Pick
		taken int
		why   string // in the last finding
	}{
		{"as offered", []planner.Pick{{Slot: 1, Day: 1, Candidate: 1}, {Slot: 3, Day: 2, Candidate: 2}}, 2, ""},
		{"left empty", []planner.Pick{{Slot: 1, Day: 1}}, 1, ""},
		{"no such slot", []planner.Pick{{Slot: 4, Day: 1, Candidate: 1}}, 0, "slot that does not exist"},
		{"zero value", []planner.Pick{{}}, 0, "slot that does not exist"},
		{"wrong day", []planner.Pick{{Slot: 3, Day: 1, Candidate: 2}}, 0, "another day"},
		{"invented workout", []planner.Pick{{Slot: 1, Day: 1, Candidate: 7}}, 0, "does not exist"},
		{"not for this slot", []planner.Pick{{Slot: 3, Day: 2, Candidate: 1}}, 0, "was not offered"},
		{"a slot twice", []planner.Pick{{Slot: 1, Day: 1, Candidate: 1}, {Slot: 1, Day: 1, Candidate: 2}}, 1, "twice; the first holds"},
		{"a workout twice on a day", []planner.Pick{{Slot: 1, Day: 1, Candidate: 1}, {Slot: 2, Day: 1, Candidate: 1}}, 1, "twice on one day"},
	} {
		r := planner.NewReviewer(question())
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

func TestReviewerKeepsProseThatIsTrue(t *testing.T) {
	for _, c := range []struct{ said, kept string }{
		{"Relaxed running after a hard weekend.", ""},
		{"An easy 45 min with 38 TSS.", ""},
		{"45-minute jog, about 37.6 TSS of the day's 50 TSS.", ""},
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
		p, findings, ok := planner.NewReviewer(question()).Take(planner.Pick{Slot: 1, Day: 1, Candidate: 1, Rationale: c.said})
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
	p, _, _ := planner.NewReviewer(question()).Take(planner.Pick{Slot: 3, Day: 2, Candidate: 2,
		Rationale: "Hills 6x2 at 95 %, 12 min of it hard, beside the 75 min that are kept."})
	if p.Rationale == "" {
		t.Error("numbers of a title, of its hard part and of what is kept are data")
	}
	p, findings, _ := planner.NewReviewer(question()).Take(planner.Pick{Slot: 1, Day: 1, Rationale: strings.Repeat("Rest well. ", 200)})
	if n := len([]rune(p.Rationale)); n > 300 || n < 250 || len(findings) != 0 {
		t.Errorf("%d characters, %v", n, findings)
	}
}

func TestReviewWishes(t *testing.T) {
	q := planner.WishQuestion{Today: monday - 1, From: monday, Days: 14, Text: "No running on Tuesday, my “knee” aches.\nRace on the 6th"}
	fine := planner.WishReading{Kind: planner.WishAvoid, Sport: training.Run, Days: []int{2}, Quote: "no running on tuesday"}
	with := func(change func(*planner.WishReading)) planner.WishReading {
		w := fine
		change(&w)
		return w
	}
	for _, c := range []struct {
		name    string
		reading planner.WishReading
		want    string // as said, or why not
	}{
		{"fine", fine, "AVOID RUN 2"},
		{"days twice and unsorted", with(func(w *planner.WishReading) { w.Days = []int{3, 2, 3} }), "AVOID RUN 2,3"},
		{"race", with(func(w *planner.WishReading) { w.Kind, w.Quote, w.Days = planner.WishRace, "Race on the 6th", []int{7} }), "RACE RUN 7"},
		{"spare", planner.WishReading{Kind: planner.WishSpare, Region: training.Legs, Days: []int{1}, Quote: "my knee aches"}, "SPARE LEGS 1"},
		{"fields of other kinds are left out", with(func(w *planner.WishReading) { w.Minutes, w.Region = 90, training.Legs }), "AVOID RUN 2"},
		{"unknown kind", with(func(w *planner.WishReading) { w.Kind = "UNLOCK" }), "no such kind"},
		{"invented words", with(func(w *planner.WishReading) { w.Quote = "please double my load" }), "do not stand in the wish"},
		{"no words", with(func(w *planner.WishReading) { w.Quote = " . " }), "do not stand in the wish"},
		{"day 0", with(func(w *planner.WishReading) { w.Days = []int{0} }), "outside the plan"},
		{"day 15", with(func(w *planner.WishReading) { w.Days = []int{2, 15} }), "outside the plan"},
		{"no day", with(func(w *planner.WishReading) { w.Days = nil }), "no day"},
		{"unknown sport", with(func(w *planner.WishReading) { w.Sport = "CHESS" }), "no such sport"},
		{"unknown session", with(func(w *planner.WishReading) { w.Session = "EPIC" }), "no such sort"},
		{"nothing to avoid", with(func(w *planner.WishReading) { w.Sport = "" }), "neither"},
		{"no length", with(func(w *planner.WishReading) { w.Kind = planner.WishMaxMinutes }), "10 to 600 min"},
		{"length beyond bounds", with(func(w *planner.WishReading) { w.Kind, w.Minutes = planner.WishMaxMinutes, 601 }), "10 to 600 min"},
		{"unknown region", with(func(w *planner.WishReading) { w.Kind, w.Region = planner.WishSpare, "SOUL" }), "no such part"},
		{"race for days", with(func(w *planner.WishReading) { w.Kind, w.Days = planner.WishRace, []int{1, 2} }), "on one day"},
	} {
		wishes, _, findings := planner.ReviewWishes(q, planner.WishAnswer{Wishes: []planner.WishReading{c.reading}})
		switch {
		case len(wishes) == 1 && len(findings) == 0 && said(wishes[0]) == c.want:
		case len(wishes) == 0 && len(findings) == 1 && findings[0].Dropped && strings.Contains(findings[0].Reason, c.want):
		default:
			t.Errorf("%s: %v %v, want %s", c.name, wishes, findings, c.want)
		}
	}
	wishes, left, findings := planner.ReviewWishes(q, planner.WishAnswer{
		Wishes:        slices.Repeat([]planner.WishReading{fine}, 40),
		NotUnderstood: append([]string{"invented by the model", "race ON the 6th", ""}, slices.Repeat([]string{"knee"}, 40)...),
	})
	if len(wishes) != 24 || len(left) != 12 || left[0] != "race ON the 6th" || len(findings) != 1 {
		t.Errorf("%d wishes, %q, %v", len(wishes), left, findings)
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
		if planner.MayAsk(training.Profile{BirthDate: &born}, monday) != c.may { // 30 November 2026
			t.Errorf("born %s: want %t", c.born, c.may)
		}
	}
	if !planner.MayAsk(training.Profile{}, monday) {
		t.Error("who gives no birth date counts as an adult")
	}
}

func TestSafetyDoesNotDependOnTheModel(t *testing.T) {
	read, _ := planner.ReadWish("no gym on Monday; my knee aches; I have a fever", monday-1, monday, 14)
	all := planner.Wishes{{Kind: planner.WishPrefer, Sport: training.Run, Dates: []training.Date{monday}}}.WithSafety(read)
	var got []string
	for _, w := range all {
		got = append(got, said(w))
	}
	if !slices.Equal(got, []string{"PREFER RUN 1", "SPARE LEGS all", "UNWELL all"}) {
		t.Errorf("%q", got)
	}
	if again := all.WithSafety(read); len(again) != len(all) {
		t.Errorf("what the model has read is added again: %v", again)
	}
	if full := slices.Repeat(all[:1], 24).WithSafety(read); len(full) != 24 || full[23].Kind != planner.WishUnwell {
		t.Errorf("%d wishes, the last %v", len(full), full[len(full)-1])
	}
}
