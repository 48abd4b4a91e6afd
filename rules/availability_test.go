package rules

import (
	"testing"

	"fortnight/training"
)

// The minutes outside the windows are at most those of the session, however far off the nearest window is.
func TestMinutesOutside(t *testing.T) {
	for start, want := range map[string]float64{"06:00": 0, "05:30": 30, "07:20": 20, "12:00": 60} {
		in := input(session(1, start, run))
		in.Profile.Availability = []training.AvailabilityWindow{
			{Weekday: training.Monday, From: 6 * 60, To: 8 * 60}, {Weekday: training.Monday, From: 20 * 60, To: 21 * 60},
		}
		for _, c := range Check(in).Checks {
			if c.RuleID == "AVL-1" && len(c.Sessions) == 1 && c.Limit == 0 && *c.Measured != want {
				t.Errorf("an hour from %s: %v min outside, want %v", start, *c.Measured, want)
			}
		}
	}
}

// 12 §5: the hours of AVL-1 are real time, as the spacing of INT-1 is.
func TestHoursWhereClocksChange(t *testing.T) {
	available := func(in Input) float64 {
		for _, c := range Check(in).Checks {
			if c.RuleID == "AVL-1" && c.From == in.From && len(c.Sessions) > 0 && c.Limit > 0 {
				return c.Limit
			}
		}
		return -1
	}
	for date, want := range map[string]float64{"2027-03-28": 90, "2027-03-29": 150, "2027-10-31": 210} {
		from, err := training.ParseDate(date)
		if err != nil {
			t.Fatal(err)
		}
		s := session(1, "01:30", ride)
		s.Date = from
		in := input(s)
		in.Profile.TimeZone = "Europe/Berlin"
		in.Today, in.From = from-1, from
		for i := range in.Activities {
			in.Activities[i].Date += from - monday
		}
		in.Profile.DateAvailability = []training.DateAvailability{{Date: from, Windows: []training.TimeWindow{{From: 90, To: 240}}}}
		if got := available(in); got != want {
			t.Errorf("%s: %v min are available, want %v", date, got, want)
		}
		fits := Fits(in.Profile, from, 90, ride, 2*3600)
		if got := broken(in, Hard); got != "" || fits != (want >= 120) {
			t.Errorf("%s: an hour breaks %q; two hours fit: %v", date, got, fits)
		}
		minutes(120)(&in.Sessions[0])
		if got := broken(in, Hard); (got == "") != (want >= 120) {
			t.Errorf("%s: two hours break %q", date, got)
		}
	}
}

// 12 §5: a repair puts nothing where the day is over already.
func TestRepairsLieAhead(t *testing.T) {
	earlier := func(notBefore training.LocalTime) (found bool) {
		in := input(session(1, "09:00", run, hi), session(2, "06:00", swim, hi))
		in.Today, in.NotBefore = monday, monday.At(notBefore, in.Profile.Location())
		for _, set := range Check(in).Conflicts {
			for _, r := range set.Repairs {
				found = found || *r.SessionID == in.Sessions[0].ID && r.Start != nil && *r.Start < 9*60
			}
		}
		return found
	}
	if !earlier(0) {
		t.Error("21 hours would be enough with an earlier start, and none is offered")
	}
	if earlier(9*60 + 30) {
		t.Error("a start is offered that is over")
	}
}
