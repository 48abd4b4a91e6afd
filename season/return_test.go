package season

import (
	"slices"
	"strings"
	"testing"

	"fortnight/session"
	"fortnight/training"
)

// A way back ends on its last day: the week after it leads on with part of the minutes, one key session and a shorter long one, and those after that are
// as they would have been.
func TestAWayBackEndsWithItsLadder(t *testing.T) {
	in := runner(training.RunHalf, 60)
	in.Athlete.Return = &Returning{Until: day1.AddDays(6), Share: .7, After: .9, Sound: true}
	weeks := planned(t, in).Weeks
	keys := func(w *Week) (n int) {
		for i := range w.Slots {
			if role := w.Slots[i].Role; role == K || role == K2 {
				n++
			}
		}
		return n
	}
	hard := func(w *Week) bool {
		return slices.ContainsFunc(w.Slots, func(s Slot) bool { return isHI(s.Family(), s.Level) })
	}
	if w := &weeks[0]; w.Standing.Phase != session.Return || keys(w) > 0 || hard(w) {
		t.Errorf("the way back:\n%s", shown(w))
	}
	if w := &weeks[1]; w.Standing.Phase != session.Build || keys(w) != 1 || !hard(w) || w.HIMost != 1 || w.Long >= 85 || w.Minutes >= 290 {
		t.Errorf("the week after it:\n%s", shown(w))
	}
	if w := &weeks[2]; keys(w) != 2 || w.HIMost != 2 || w.Long <= 85 {
		t.Errorf("two weeks after it:\n%s", shown(w))
	}
	in.Athlete.Return.After = .7 // after three weeks off and more there is nothing hard in it
	if w := &planned(t, in).Weeks[1]; keys(w) > 0 || hard(w) {
		t.Errorf("the week after a longer way back:\n%s", shown(w))
	}
	in.Athlete.Return.Until = day1.AddDays(27)
	for i, w := range planned(t, in).Weeks[:4] {
		if keys(&w) > 0 || w.HIMost > 0 {
			t.Errorf("week %d of a way back of four weeks:\n%s", i+1, shown(&w))
		}
	}
	nothing := runner(training.RunHalf, 90)
	for i := range nothing.History.Blocks {
		nothing.History.Blocks[i] = Block{Known: true}
	}
	nothing.History.Efforts = nil
	nothing.Athlete.Return = &Returning{Until: day1.AddDays(13), Share: .5, After: .75, Sound: true}
	for i, weeks := 1, planned(t, nothing).Weeks; i < 4; i++ {
		if weeks[i].Minutes < weeks[i-1].Minutes {
			t.Errorf("from nothing week %d has %d min after %d", i+1, weeks[i].Minutes, weeks[i-1].Minutes)
		}
	}
}

// After a few days off the first week has no more load than before them, which its minutes go by, and says so; hard sessions and the weeks after it are as
// they would have been.
func TestAfterAFewDaysOff(t *testing.T) {
	in := runner(training.RunHalf, 60)
	usual := planned(t, in).Weeks
	in.Athlete.Paused = .85
	weeks := planned(t, in).Weeks
	if w := &weeks[0]; w.Minutes > 255 || w.Planned() > 273 || w.Planned() < 237 || w.HIMost != usual[0].HIMost {
		t.Errorf("the first week, %d min usually:\n%s", usual[0].Minutes, shown(w))
	}
	if !slices.ContainsFunc(weeks[0].LeftOut, func(l LeftOut) bool { return strings.Contains(l.Why, "after days off") }) {
		t.Errorf("nothing is said of it: %v", weeks[0].LeftOut)
	}
	if weeks[1].Minutes < usual[0].Minutes*95/100 {
		t.Errorf("the second week has %d min", weeks[1].Minutes)
	}
}
