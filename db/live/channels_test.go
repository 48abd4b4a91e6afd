package live

import (
	"slices"
	"testing"

	"fortnight/training"
)

// TestCalendarPayloadsAreHeardAsTheyWereSaid: what a change announces is what those who watch the calendar are told.
func TestCalendarPayloadsAreHeardAsTheyWereSaid(t *testing.T) {
	const athlete training.UserID = "5f0d1c9e-6f0a-4a53-9d0c-0b1f5d1a2c3e"
	day := func(n int) training.Date { return training.MinDate.AddDays(n) }
	var many []training.Date
	for n := range maxNotifiedDays + 1 {
		many = append(many, day(n))
	}
	for name, c := range map[string]struct{ said, heard []training.Date }{
		"any day":                  {nil, nil},
		"one day":                  {[]training.Date{day(3)}, []training.Date{day(3)}},
		"each once and in order":   {[]training.Date{day(9), day(3), day(9)}, []training.Date{day(3), day(9)}},
		"as many as can be said":   {many[1:], many[1:]},
		"more than can be said":    {many, nil},
		"the last day that can be": {[]training.Date{training.MaxDate}, []training.Date{training.MaxDate}},
	} {
		payload := CalendarPayload(athlete, c.said)
		if len(payload) >= 8000 {
			t.Errorf("%s: a payload of %d bytes is not taken by the database", name, len(payload))
		}
		if who, days := parseCalendarPayload(payload); who != athlete || !slices.Equal(days, c.heard) {
			t.Errorf("%s: %q is heard as %v of %s, want %v", name, payload, days, who, c.heard)
		}
	}
	if who, days := parseCalendarPayload(string(athlete) + " 2026-13-01"); who != athlete || days != nil {
		t.Errorf("what cannot be read is heard as %v of %s, want any day", days, who)
	}
}

// TestSignalsKeepWhatIsNotYetTaken: changes that a slow reader has not looked at come as one, and nothing of them is lost.
func TestSignalsKeepWhatIsNotYetTaken(t *testing.T) {
	day := func(n int) training.Date { return training.MinDate.AddDays(n) }
	s := newSignal("", "")
	if days, noted := s.Take(); noted || len(days) > 0 {
		t.Errorf("a new signal says %v, %v", days, noted)
	}
	s.add([]training.Date{day(2), day(1)})
	s.add([]training.Date{day(2), day(0)})
	if days, noted := s.Take(); !noted || !slices.Equal(days, []training.Date{day(0), day(1), day(2)}) {
		t.Errorf("two changes come as %v, %v", days, noted)
	}
	if _, noted := s.Take(); noted {
		t.Error("what was taken is there again")
	}
	s.add([]training.Date{day(1)})
	s.add(nil)
	if days, noted := s.Take(); !noted || days == nil || len(days) > 0 {
		t.Errorf("any day is told as %v, %v", days, noted)
	}
	s.Ring()
	s.Ring() // does not wait for the first to be heard
	if len(s.wake) != 1 {
		t.Errorf("%d rings wait, want 1", len(s.wake))
	}
}
