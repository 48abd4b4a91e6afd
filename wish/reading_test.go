package wish_test

import (
	"slices"
	"strings"
	"testing"

	"fortnight/training"
	"fortnight/wish"
)

func TestReview(t *testing.T) {
	text := "No running on Tuesday, my “knee” aches.\nRace on the 6th"
	fine := wish.Reading{Kind: wish.Avoid, Sport: training.Run, Days: []int{2}, Quote: "no running on tuesday"}
	with := func(change func(*wish.Reading)) wish.Reading {
		w := fine
		change(&w)
		return w
	}
	for _, c := range []struct {
		name    string
		reading wish.Reading
		want    string // as said, or why not
	}{
		{"fine", fine, "AVOID RUN 2"},
		{"days twice and unsorted", with(func(w *wish.Reading) { w.Days = []int{3, 2, 3} }), "AVOID RUN 2,3"},
		{"race", with(func(w *wish.Reading) { w.Kind, w.Quote, w.Days = wish.Race, "Race on the 6th", []int{7} }), "RACE RUN 7"},
		{"spare", wish.Reading{Kind: wish.Spare, Region: training.Legs, Days: []int{1}, Quote: "my knee aches"}, "SPARE LEGS 1"},
		{"fields of other kinds are left out", with(func(w *wish.Reading) { w.Minutes, w.Region = 90, training.Legs }), "AVOID RUN 2"},
		{"unknown kind", with(func(w *wish.Reading) { w.Kind = "UNLOCK" }), "no such kind"},
		{"invented words", with(func(w *wish.Reading) { w.Quote = "please double my load" }), "do not stand in the wish"},
		{"no words", with(func(w *wish.Reading) { w.Quote = " . " }), "do not stand in the wish"},
		{"day 0", with(func(w *wish.Reading) { w.Days = []int{0} }), "outside the plan"},
		{"day 15", with(func(w *wish.Reading) { w.Days = []int{2, 15} }), "outside the plan"},
		{"no day", with(func(w *wish.Reading) { w.Days = nil }), "no day"},
		{"unknown sport", with(func(w *wish.Reading) { w.Sport = "CHESS" }), "no such sport"},
		{"unknown session", with(func(w *wish.Reading) { w.Session = "EPIC" }), "no such sort"},
		{"nothing to avoid", with(func(w *wish.Reading) { w.Sport = "" }), "neither"},
		{"no length", with(func(w *wish.Reading) { w.Kind = wish.MaxMinutes }), "10 to 600 min"},
		{"length beyond bounds", with(func(w *wish.Reading) { w.Kind, w.Minutes = wish.MaxMinutes, 601 }), "10 to 600 min"},
		{"unknown region", with(func(w *wish.Reading) { w.Kind, w.Region = wish.Spare, "SOUL" }), "no such part"},
		{"race for days", with(func(w *wish.Reading) { w.Kind, w.Days = wish.Race, []int{1, 2} }), "on one day"},
	} {
		wishes, _, refused := wish.Review(text, monday, 14, []wish.Reading{c.reading}, nil)
		switch {
		case len(wishes) == 1 && len(refused) == 0 && said(wishes[0]) == c.want:
		case len(wishes) == 0 && len(refused) == 1 && strings.Contains(refused[0], c.want):
		default:
			t.Errorf("%s: %v %v, want %s", c.name, wishes, refused, c.want)
		}
	}
	notUnderstood := append([]string{"invented by the model", "race ON the 6th", ""}, slices.Repeat([]string{"knee"}, 40)...)
	wishes, left, refused := wish.Review(text, monday, 14, slices.Repeat([]wish.Reading{fine}, 40), notUnderstood)
	if len(wishes) != 24 || len(left) != 12 || left[0] != "race ON the 6th" || len(refused) != 1 {
		t.Errorf("%d wishes, %q, %v", len(wishes), left, refused)
	}
}

func TestSafetyDoesNotDependOnTheModel(t *testing.T) {
	read, _ := wish.Read("no gym on Monday; my knee aches; I have a fever", monday-1, monday, 14)
	all := wish.Wishes{{Kind: wish.Prefer, Sport: training.Run, Dates: []training.Date{monday}}}.WithSafety(read)
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
	if full := slices.Repeat(all[:1], 24).WithSafety(read); len(full) != 24 || full[23].Kind != wish.Unwell {
		t.Errorf("%d wishes, the last %v", len(full), full[len(full)-1])
	}
}
