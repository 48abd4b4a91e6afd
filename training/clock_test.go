package training

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func zone(t rapid.TB, name string) *time.Location {
	t.Helper()
	in, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return in
}

func dateOf(t rapid.TB, text string) Date {
	t.Helper()
	d, err := ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func timeOf(t rapid.TB, text string) LocalTime {
	t.Helper()
	at, err := ParseLocalTime(text)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// 12 §5, §7: what a wall-clock time is where clocks change, east and west of Greenwich, at midnight, and where a day is skipped.
func TestTimesWhereClocksChange(t *testing.T) {
	for _, c := range []struct {
		zone, date, time, want string
		exists                 bool
	}{
		{"Europe/Berlin", "2027-03-28", "01:59", "2027-03-28T00:59:00Z", true},
		{"Europe/Berlin", "2027-03-28", "02:00", "2027-03-28T01:00:00Z", false},
		{"Europe/Berlin", "2027-03-28", "02:30", "2027-03-28T01:00:00Z", false},
		{"Europe/Berlin", "2027-03-28", "03:00", "2027-03-28T01:00:00Z", true},
		{"Europe/Berlin", "2027-10-31", "02:30", "2027-10-31T00:30:00Z", true}, // the first of two
		{"Europe/Berlin", "2027-10-31", "03:00", "2027-10-31T02:00:00Z", true},
		{"America/New_York", "2027-03-14", "02:30", "2027-03-14T07:00:00Z", false},
		{"America/New_York", "2027-11-07", "01:30", "2027-11-07T05:30:00Z", true},
		{"Europe/London", "2027-03-28", "01:30", "2027-03-28T01:00:00Z", false},
		{"Europe/London", "2027-10-31", "01:30", "2027-10-31T00:30:00Z", true},
		{"America/Santiago", "2026-09-06", "00:00", "2026-09-06T04:00:00Z", false},
		{"America/Santiago", "2026-09-06", "00:30", "2026-09-06T04:00:00Z", false},
		{"America/Santiago", "2026-04-04", "23:30", "2026-04-05T02:30:00Z", true},
		{"Asia/Beirut", "2026-03-29", "00:00", "2026-03-28T22:00:00Z", false},
		{"Africa/Cairo", "2026-04-24", "00:30", "2026-04-23T22:00:00Z", false},
		{"Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:30:00Z", false}, // by half an hour
		{"Pacific/Apia", "2011-12-29", "23:59", "2011-12-30T09:59:00Z", true},
		{"Pacific/Apia", "2011-12-30", "00:00", "2011-12-30T10:00:00Z", false},
		{"Pacific/Apia", "2011-12-30", "12:00", "2011-12-30T10:00:00Z", false},
		{"Pacific/Apia", "2011-12-31", "00:00", "2011-12-30T10:00:00Z", true},
		{"Pacific/Kwajalein", "1993-08-21", "07:00", "1993-08-21T12:00:00Z", false},
		{"Pacific/Kiritimati", "2026-11-30", "00:00", "2026-11-29T10:00:00Z", true},
		{"Pacific/Pago_Pago", "2026-11-30", "00:00", "2026-11-30T11:00:00Z", true},
	} {
		in, date, at := zone(t, c.zone), dateOf(t, c.date), timeOf(t, c.time)
		if got := date.At(at, in).UTC().Format(time.RFC3339); got != c.want || date.Has(at, in) != c.exists {
			t.Errorf("%s %s %s: %s, exists %v; want %s, %v", c.zone, c.date, c.time, got, date.Has(at, in), c.want, c.exists)
		}
	}
}

// 12 §7: a refusal says what the clock does instead.
func TestTimesThatDoNotExistAreNamed(t *testing.T) {
	for _, c := range []struct{ zone, date, time, want string }{
		{"Europe/Berlin", "2027-03-28", "02:30", "start: 02:30 does not exist on 2027-03-28 in Europe/Berlin: clocks go from 02:00 to 03:00"},
		{"America/New_York", "2027-03-14", "02:00", "start: 02:00 does not exist on 2027-03-14 in America/New_York: clocks go from 02:00 to 03:00"},
		{"America/Santiago", "2026-09-06", "00:00", "start: 00:00 does not exist on 2026-09-06 in America/Santiago: clocks go from 00:00 to 01:00"},
		{"Pacific/Apia", "2011-12-30", "07:00", "start: 07:00 does not exist on 2011-12-30 in Pacific/Apia: clocks go from 00:00 to 00:00 on 2011-12-31"},
		{"Europe/Berlin", "2027-03-28", "03:00", ""},
		{"Europe/Berlin", "2027-10-31", "02:30", ""},
	} {
		var faults InputError
		NewProfile(c.zone).CheckTime(&faults, "start", dateOf(t, c.date), timeOf(t, c.time))
		got := ""
		if err := faults.Err(); err != nil {
			got = err.Error()
		}
		if !strings.HasSuffix(got, c.want) || (got == "") != (c.want == "") {
			t.Errorf("%s %s %s: %q, want %q", c.zone, c.date, c.time, got, c.want)
		}
	}
}

// changing are zones whose clocks change at odd times, and two that never do.
var changing = []string{
	"Europe/Berlin", "America/New_York", "Europe/London", "America/Santiago", "Asia/Beirut", "Africa/Cairo", "Australia/Lord_Howe",
	"America/St_Johns", "America/Havana", "Pacific/Chatham", "Asia/Tehran", "Africa/Casablanca", "Antarctica/Troll", "Pacific/Apia",
	"Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC",
}

// 12 §5: an instant and its name agree in all zones, and the day's time goes on as the clock's does.
func TestClockProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := zone(t, rapid.SampledFrom(changing).Draw(t, "zone"))
		date := Date(rapid.IntRange(int(dateOf(t, "2006-01-01")), int(dateOf(t, "2032-01-01"))).Draw(t, "date"))
		minute := LocalTime(rapid.IntRange(0, 1439).Draw(t, "minute"))
		at := date.At(minute, in)
		if shown := at.Format("15:04"); date.Has(minute, in) != (DateOf(at) == date && shown == minute.String()) {
			t.Fatalf("%s %s is %s", date, minute, at)
		}
		shows := func(instant time.Time) int { return int(DateOf(instant))*1440 + instant.Hour()*60 + instant.Minute() }
		for before := at.Add(-3 * time.Hour); before.Before(at); before = before.Add(time.Minute) {
			if shows(before.In(in)) >= int(date)*1440+int(minute) {
				t.Fatalf("%s %s is %s, and %s shows it or later", date, minute, at, before)
			}
		}
		d, m := ClockAt(at, in)
		if d.At(m, in) != at {
			t.Fatalf("%s has the name %s %s", at, d, m)
		}
		later := at.Add(time.Duration(rapid.IntRange(0, 7200).Draw(t, "later")) * time.Second)
		if d, m := ClockAt(later, in); d.At(m, in).Before(later) || d.At(m, in).Sub(later) > 2*time.Hour+time.Minute || !d.Has(m, in) {
			t.Fatalf("%s has the name %s %s", later, d, m)
		}
	})
}

// 12 §5: zones are those of places, and one of a machine's own is none.
func TestZonesAreOfPlaces(t *testing.T) {
	for name, good := range map[string]bool{
		"Europe/Berlin": true, "UTC": true, "Etc/GMT+12": true, "America/Argentina/Buenos_Aires": true, "Pacific/Kiritimati": true,
		"": false, "Local": false, "local": false, "localtime": false, "posixrules": false, "Factory": false, "Mars/Olympus": false,
		"posix/Europe/Berlin": false, "right/Europe/Berlin": false, "./localtime": false, "Europe/../UTC": false, "/etc/localtime": false, "Europe": false,
		"Europe//Berlin": false,
	} {
		err := NewProfile(name).Validate(20000)
		if (err == nil) != good {
			t.Errorf("%q: %v", name, err)
		}
		if p := NewProfile(name); !good && p.Location() != time.UTC {
			t.Errorf("%q is %s", name, p.Location())
		}
	}
}
