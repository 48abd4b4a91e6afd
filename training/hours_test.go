package training

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func window(t rapid.TB, text string) TimeWindow {
	t.Helper()
	from, to, _ := strings.Cut(text, "-")
	return TimeWindow{From: timeOf(t, from), To: timeOf(t, to)}
}

// 12 §5, §7: hours are real time.
func TestHoursWhereClocksChange(t *testing.T) {
	for _, c := range []struct {
		zone, date, window string
		want               int
	}{
		{"Europe/Berlin", "2027-03-27", "01:30-04:00", 9000},
		{"Europe/Berlin", "2027-03-28", "01:30-04:00", 5400},
		{"Europe/Berlin", "2027-10-31", "01:30-04:00", 12_600},
		{"Europe/Berlin", "2027-03-28", "02:00-03:00", 0},
		{"Europe/Berlin", "2027-03-28", "02:10-02:50", 0},
		{"Europe/Berlin", "2027-03-28", "02:30-04:00", 3600},
		{"Europe/Berlin", "2027-03-28", "01:00-02:30", 3600},
		{"Europe/Berlin", "2027-10-31", "02:30-04:00", 9000}, // from the first 02:30
		{"Europe/Berlin", "2027-10-31", "01:30-02:30", 3600}, // to the first 02:30
		{"Europe/Berlin", "2027-03-27", "22:00-04:00", 5 * 3600},
		{"Europe/Berlin", "2027-10-30", "22:00-04:00", 7 * 3600},
		{"America/New_York", "2027-03-14", "01:30-04:00", 5400},
		{"America/New_York", "2027-11-07", "00:30-04:00", 16_200},
		{"America/Santiago", "2026-09-06", "00:00-01:00", 0},
		{"America/Santiago", "2026-09-06", "00:00-02:00", 3600},
		{"America/Santiago", "2026-09-05", "23:00-02:00", 2 * 3600},
		{"America/Santiago", "2026-04-04", "22:00-23:59", 2*3600 - 60}, // to the first 23:59
		{"America/Santiago", "2026-04-04", "22:00-00:00", 3 * 3600},
		{"Pacific/Apia", "2011-12-30", "06:00-20:00", 0},
		{"Pacific/Apia", "2011-12-29", "23:00-02:00", 3600},
		{"Europe/Berlin", "2027-03-28", "", 23 * 3600},
		{"Europe/Berlin", "2027-10-31", "", 25 * 3600},
		{"Europe/Berlin", "2027-10-30", "", 24 * 3600},
		{"Australia/Lord_Howe", "2026-10-04", "", 23*3600 + 1800},
		{"America/Santiago", "2026-09-06", "", 23 * 3600},
		{"Africa/Cairo", "2026-04-24", "", 23 * 3600},
		{"Pacific/Apia", "2011-12-30", "", 0},
		{"Pacific/Kiritimati", "2026-11-30", "", 24 * 3600},
	} {
		p, date := NewProfile(c.zone), dateOf(t, c.date)
		if c.window != "" {
			p.DateAvailability = []DateAvailability{{Date: date, Windows: []TimeWindow{window(t, c.window)}}}
		}
		if got := p.AvailableSeconds(date); got != c.want {
			t.Errorf("%s on %s in %s: %d s, want %d", c.window, c.date, c.zone, got, c.want)
		}
	}
}

// 12 §7: windows that overlap past midnight are refused with both named; those that touch are not.
func TestOverlappingWindowsAreRefused(t *testing.T) {
	today := dateOf(t, "2026-11-29") // a Sunday
	for _, c := range []struct {
		name, week, dates, want string
	}{
		{"on one day", "MONDAY 06:00-08:00, MONDAY 07:00-09:00", "", "availability[1]: overlaps another window: MONDAY 07:00 to 09:00 and MONDAY 06:00 to 08:00"},
		{"past midnight", "MONDAY 23:00-02:00, TUESDAY 01:00-05:00", "", "availability[1]: overlaps another window: TUESDAY 01:00 to 05:00 and MONDAY 23:00 to 02:00"},
		{"the other way round", "TUESDAY 01:00-05:00, MONDAY 23:00-02:00", "", "availability[1]: overlaps another window: MONDAY 23:00 to 02:00 and TUESDAY 01:00 to 05:00"},
		{"from Sunday into Monday", "MONDAY 01:00-05:00, SUNDAY 23:00-02:00", "", "availability[1]"},
		{"from Saturday into Sunday", "SATURDAY 23:00-02:00, SUNDAY 00:00-05:00", "", "availability[1]"},
		{"both past midnight", "MONDAY 20:00-19:00, TUESDAY 18:59-18:00", "", "availability[1]"},
		{"touching", "MONDAY 23:00-02:00, TUESDAY 02:00-05:00, MONDAY 21:00-23:00, SUNDAY 20:00-00:00, MONDAY 00:00-01:00", "", ""},
		{"a day apart", "MONDAY 23:00-02:00, WEDNESDAY 01:00-05:00", "", ""},
		{"dates", "", "2026-12-01 23:00-02:00, 2026-12-02 01:00-05:00", "dateAvailability[1].windows: overlaps another window: 2026-12-01 23:00 to 02:00 and 2026-12-02 01:00 to 05:00"},
		{"dates in the other order", "", "2026-12-02 01:00-05:00, 2026-12-01 23:00-02:00", "dateAvailability[1]"},
		{"dates that touch", "", "2026-12-01 23:00-02:00, 2026-12-02 02:00-05:00", ""},
		{"dates of which the second is closed", "", "2026-12-01 23:00-02:00, 2026-12-02", ""},
		{"dates of which one is past", "", "2026-11-20 23:00-02:00, 2026-11-21 01:00-05:00", "dateAvailability[1]"},
		{"a date after a weekday", "MONDAY 23:00-02:00", "2026-12-01 01:00-05:00", "dateAvailability[0].windows: overlaps another window: 2026-12-01 01:00 to 05:00 and MONDAY 23:00 to 02:00"},
		{"a date before a weekday", "WEDNESDAY 01:00-05:00", "2026-12-01 23:00-02:00", "dateAvailability[0].windows"},
		{"a date that replaces the weekday between", "MONDAY 23:00-02:00, TUESDAY 02:00-05:00", "2026-12-01 03:00-05:00", ""},
		{"a date between dates", "MONDAY 23:00-02:00", "2026-11-30, 2026-12-01 01:00-05:00", ""},
		{"a date that is over", "FRIDAY 23:00-02:00", "2026-11-21 01:00-05:00", ""},
		{"a date beside days without limits", "", "2026-12-01 23:00-02:00", ""},
	} {
		p := NewProfile("UTC")
		for _, text := range split(c.week) {
			day, hours, _ := strings.Cut(text, " ")
			w := window(t, hours)
			p.Availability = append(p.Availability, AvailabilityWindow{Weekday: Weekday(day), From: w.From, To: w.To})
		}
		for _, text := range split(c.dates) {
			day, hours, open := strings.Cut(text, " ")
			d := DateAvailability{Date: dateOf(t, day)}
			if open {
				d.Windows = []TimeWindow{window(t, hours)}
			}
			p.DateAvailability = append(p.DateAvailability, d)
		}
		got := ""
		if err := p.Validate(today); err != nil {
			got = err.Error()
		}
		if !strings.Contains(got, c.want) || (got == "") != (c.want == "") {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func split(list string) []string {
	if list == "" {
		return nil
	}
	return strings.Split(list, ", ")
}

// 12 §5, §7: no minute of windows that validation lets through is in the hours of two days, whatever clocks do.
func TestNoMinuteCountsTwice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := NewProfile(rapid.SampledFrom(changing).Draw(t, "zone"))
		from := Date(rapid.IntRange(int(dateOf(t, "2011-12-20")), int(dateOf(t, "2030-01-01"))).Draw(t, "from"))
		if p.TimeZone == "Pacific/Apia" && rapid.Bool().Draw(t, "skips") {
			from = dateOf(t, "2011-12-28")
		}
		minutes := rapid.IntRange(0, 1439)
		for range rapid.IntRange(1, 6).Draw(t, "weekly") {
			p.Availability = append(p.Availability, AvailabilityWindow{
				Weekday: rapid.SampledFrom(weekdays).Draw(t, "day"), From: LocalTime(minutes.Draw(t, "from")), To: LocalTime(minutes.Draw(t, "to")),
			})
		}
		for d := range rapid.IntRange(0, 3).Draw(t, "dates") {
			p.DateAvailability = append(p.DateAvailability, DateAvailability{Date: from.AddDays(2 * d), Windows: []TimeWindow{
				{From: LocalTime(minutes.Draw(t, "from")), To: LocalTime(minutes.Draw(t, "to"))},
			}})
		}
		if p.Validate(from) != nil {
			t.Skip("refused")
		}
		var all []Span
		sum := 0
		for d := from; d < from.AddDays(9); d++ {
			spans, limited := p.Hours(d)
			if !limited {
				t.Fatal("a day is not limited")
			}
			sum += p.AvailableSeconds(d)
			all = append(all, spans...)
		}
		for i, a := range all {
			sum -= a.Seconds()
			if i > 0 && all[i-1].To.After(a.From) {
				t.Fatalf("%v and %v overlap", all[i-1], a)
			}
		}
		if sum != 0 {
			t.Fatalf("what is available is not the sum of the hours: %d s", sum)
		}
	})
}
