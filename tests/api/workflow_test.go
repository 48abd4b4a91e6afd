package api_test

import (
	"encoding/json"
	"strings"
	"testing"
)

// A client that draws a calendar has the page of documents for clients to go by: who drags a session over three days, lets it fall and thinks better of it
// makes one call for each day that it is held over, one to let it fall and one to take that back. Each call answers with all that is drawn, so nothing is
// read besides; how much that is, is bounded too.
func TestADragIsOneCallForEachDayAndOneToLetGo(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.athlete(t)
	_, text := documentsOf(t, "clients.md")
	calls, bytes := 0, 0
	ask := func(name string, variables vars, data any) {
		t.Helper()
		a := c.answer(t, text[name], variables)
		if a.code() != "" {
			t.Fatalf("%s: %s", name, a.body)
		}
		must(t, json.Unmarshal(a.Data, data))
		calls, bytes = calls+1, bytes+len(a.body)+len(text[name])
	}
	run := c.libraryWorkout(t, vars{"sports": []string{"RUN"}, "maxSeconds": 4000})
	for n := range 9 { // a fortnight of somebody who trains
		c.schedule(t, c.id, run, today.AddDays(n+n/2), "06:00")
	}
	session := c.schedule(t, c.id, run, today+1, "18:00")
	type day struct {
		Date    string
		TSS     float64
		Fitness struct{ Form float64 }
	}
	var whatIf struct {
		CheckCalendar struct {
			Revision int
			Days     []day
		}
	}
	before := c.toldNow(t, c.id)
	for n := range 3 {
		ask("WhatIf", vars{"session": session, "day": today.AddDays(3 + n).String(), "start": "18:00"}, &whatIf)
	}
	shown := whatIf.CheckCalendar
	if shown.Revision != before.Revision {
		t.Errorf("what was tried is revision %d of %d", shown.Revision, before.Revision)
	}
	var dropped struct {
		ChangeCalendar struct {
			Calendar struct {
				Revision int
				Days     []day
			}
		}
	}
	ask("Drop", vars{"session": session, "day": today.AddDays(5).String(), "start": "18:00", "key": "drag", "revision": shown.Revision}, &dropped)
	stands := dropped.ChangeCalendar.Calendar
	offset := 0
	for shown.Days[offset].Date != stands.Days[0].Date { // the act answers from the first day that changed on
		offset++
	}
	for n, d := range shown.Days[offset:] {
		if stands.Days[n] != d {
			t.Errorf("%s was drawn as %+v and is %+v", d.Date, d, stands.Days[n])
		}
	}
	var undone json.RawMessage
	if ask("Undo", vars{}, &undone); !strings.Contains(string(undone), "CHANGE_CALENDAR") {
		t.Errorf("taken back is %s", undone)
	}
	if now := c.toldNow(t, c.id); now.Revision != before.Revision+2 {
		t.Errorf("a drag and its undo make revision %d of %d", now.Revision, before.Revision)
	}
	t.Logf("%d calls of %d bytes", calls, bytes)
	if calls != 5 || bytes > 100_000 {
		t.Errorf("a drag over three days, the drop and its undo take %d calls of %d bytes", calls, bytes)
	}
}
