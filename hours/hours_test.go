package hours_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fortnight/hours"
	"fortnight/training"
)

// at are the hours of an athlete in a zone, at what the clock shows there on a day.
func at(t *testing.T, zone, date, clock string) hours.Hours {
	t.Helper()
	day, err := training.ParseDate(date)
	if err != nil {
		t.Fatal(err)
	}
	start, err := training.ParseLocalTime(clock)
	if err != nil {
		t.Fatal(err)
	}
	p := training.NewProfile(zone)
	return hours.Hours{Profile: &p, Today: day, Now: day.At(start, p.Location())}
}

// open gives a profile a window of a weekday: "MONDAY 06:00-08:00".
func open(t *testing.T, p *training.Profile, window string) {
	t.Helper()
	var day, from, to string
	if _, err := fmt.Sscan(strings.ReplaceAll(window, "-", " "), &day, &from, &to); err != nil {
		t.Fatal(err)
	}
	w := training.AvailabilityWindow{Weekday: training.Weekday(day)}
	for at, text := range map[*training.LocalTime]string{&w.From: from, &w.To: to} {
		var err error
		if *at, err = training.ParseLocalTime(text); err != nil {
			t.Fatal(err)
		}
	}
	p.Availability = append(p.Availability, w)
}

// 12 §5: nothing is put before half an hour from now, rounded up to five minutes.
func TestEarliest(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	for clock, want := range map[string]string{"13:16": "13:50", "13:15": "13:45", "13:00": "13:30", "23:40": "00:10"} {
		if got := at(t, "Europe/Berlin", "2026-11-30", clock).Earliest(); got.In(berlin).Format("15:04") != want {
			t.Errorf("at %s: %s, want %s", clock, got, want)
		}
	}
	if got := (hours.Hours{}).Earliest(); !got.IsZero() {
		t.Errorf("at no time: %s", got)
	}
}

// 12 §5, §7: nobody asked for a start gets one that is over, or that the clock does not show.
func TestStartOn(t *testing.T) {
	for _, c := range []struct{ name, zone, today, clock, on, hours, want string }{
		{"today, no limits", "Europe/Berlin", "2026-11-30", "13:16", "2026-11-30", "", "13:50"},
		{"today, late, no limits", "Europe/Berlin", "2026-11-30", "22:30", "2026-11-30", "", "23:00"},
		{"today, early, no limits", "Europe/Berlin", "2026-11-30", "05:00", "2026-11-30", "", "07:00"},
		{"today, one window over", "Europe/Berlin", "2026-11-30", "13:16", "2026-11-30", "MONDAY 06:00-08:00, MONDAY 18:00-20:00", "18:00"},
		{"today, all over", "Europe/Berlin", "2026-11-30", "13:16", "2026-11-30", "MONDAY 06:00-08:00", "13:50"},
		{"tomorrow", "Europe/Berlin", "2026-11-30", "13:16", "2026-12-01", "TUESDAY 06:00-08:00", "06:00"},
		{"yesterday", "Europe/Berlin", "2026-11-30", "13:16", "2026-11-29", "SUNDAY 06:00-08:00", "06:00"},
		{"a window that begins in a gap", "Europe/Berlin", "2027-03-20", "13:16", "2027-03-28", "SUNDAY 02:30-05:00", "03:00"},
		{"a window that is a gap", "Europe/Berlin", "2027-03-20", "13:16", "2027-03-28", "SUNDAY 02:00-03:00", "07:00"},
		{"a window shortened by a gap", "Europe/Berlin", "2027-03-20", "13:16", "2027-03-28", "SUNDAY 01:30-03:10, SUNDAY 09:00-12:00", "09:00"},
		{"a window made longer", "Europe/Berlin", "2027-10-20", "13:16", "2027-10-31", "SUNDAY 02:30-03:00, SUNDAY 09:00-12:00", "02:30"},
		{"a day that begins at one", "America/Santiago", "2026-09-01", "13:16", "2026-09-06", "SUNDAY 00:00-03:00", "01:00"},
		{"a day that never was", "Pacific/Apia", "2011-12-20", "13:16", "2011-12-30", "FRIDAY 06:00-09:00", "07:00"},
	} {
		h := at(t, c.zone, c.today, c.clock)
		if c.hours != "" {
			for _, window := range strings.Split(c.hours, ", ") {
				open(t, h.Profile, window)
			}
		}
		on, err := training.ParseDate(c.on)
		if err != nil {
			t.Fatal(err)
		}
		w := training.Workout{Sport: training.Run, Load: training.Load{DurationSeconds: 3600}}
		if got := h.StartOn(on, w, nil); got.String() != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// A second session begins at the end of a long window, in the evening where hours are not limited, and nothing begins over what stands.
func TestStart(t *testing.T) {
	h := at(t, "Europe/Berlin", "2026-11-29", "12:00")
	open(t, h.Profile, "MONDAY 08:00-20:00")
	monday := h.Today + 1
	hour := training.Workout{Sport: training.Run, Load: training.Load{DurationSeconds: 3600}}
	kept := []training.Session{{PlannedSession: training.PlannedSession{Date: monday, Start: 8 * 60}, Load: training.Load{DurationSeconds: 5400}}}
	for _, c := range []struct {
		second bool
		kept   []training.Session
		want   string
	}{{false, nil, "08:00"}, {false, kept, "09:30"}, {true, kept, "19:00"}} {
		if got, fits := h.Start(monday, &hour, c.second, c.kept); !fits || got.String() != c.want {
			t.Errorf("second %t beside %d: %s, want %s", c.second, len(c.kept), got, c.want)
		}
	}
	free := at(t, "Europe/Berlin", "2026-11-29", "12:00")
	if got, fits := free.Start(monday, &hour, true, nil); !fits || got.String() != "18:00" {
		t.Errorf("a second session where hours are not limited: %s, want 18:00", got)
	}
	odd := training.Workout{Sport: training.Run, Load: training.Load{DurationSeconds: 49 * 60}}
	if got, _ := h.Start(monday, &odd, true, nil); got.String() != "19:10" {
		t.Errorf("49 minutes at the end of a day begin at %s, want 19:10", got)
	}
	kept[0].Load.DurationSeconds = 44*60 + 30
	if got, _ := h.Start(monday, &hour, false, kept); got.String() != "08:45" {
		t.Errorf("what follows 44 and a half minutes begins at %s, want 08:45", got)
	}
	kept[0].Load.DurationSeconds = 5400
	day := training.Workout{Sport: training.Run, Load: training.Load{DurationSeconds: 11 * 3600}}
	if got, fits := h.Start(monday, &day, false, kept); fits {
		t.Errorf("eleven hours beside an hour and a half in twelve begin at %s", got)
	}
	if longest, sessions := h.Room(monday); longest != 12*60 || sessions != 2 {
		t.Errorf("room for %d min and %d sessions", longest, sessions)
	}
}

// A day is over where it had room and it is too late for it: one without hours never was begun.
func TestOver(t *testing.T) {
	for clock, want := range map[string]bool{"05:00": false, "07:00": false, "07:20": true, "22:00": true} {
		h := at(t, "Europe/Berlin", "2026-11-30", clock)
		open(t, h.Profile, "MONDAY 06:00-08:00")
		if got := h.Over(h.Today); got != want {
			t.Errorf("at %s: over %v", clock, got)
		}
		if h.Over(h.Today + 1) {
			t.Errorf("at %s: a Tuesday that has no hours is over", clock)
		}
	}
	if h := at(t, "Europe/Berlin", "2026-11-30", "23:40"); !h.Over(h.Today) {
		t.Error("at 23:40 a day without windows goes on")
	}
}
