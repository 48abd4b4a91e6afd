package training

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// told is a history in short, the newest first.
func told(p *Profile) string {
	var list []string
	for _, k := range p.ThresholdHistory {
		value := "none"
		if k.Value != nil {
			value = fmt.Sprint(*k.Value)
		}
		list = append(list, fmt.Sprintf("%s%s %s %s", k.Kind, k.ExerciseID, k.On, value))
	}
	return strings.Join(list, ", ")
}

// change has a profile become another on a day, as the store does.
func change(p *Profile, today Date, to func(*Profile)) {
	before := p.Measures()
	to(p)
	p.Remember(before, today)
}

func TestThresholdsKeepTheirDays(t *testing.T) {
	day := func(n int) Date { return dateOf(t, "2026-05-01").AddDays(n) }
	ftp := func(watts int) func(*Profile) { return func(p *Profile) { p.FTPWatts = &watts } }
	measured := func(watts int, on Date) func(*Profile) {
		return func(p *Profile) { p.FTPWatts, p.MeasuredOn = &watts, &on }
	}
	type act struct {
		on Date
		to func(*Profile)
	}
	bench := func(kilograms float64, on Date) func(*Profile) {
		return func(p *Profile) { p.OneRepMaxes = []OneRepMax{{"bench-press", kilograms, on}} }
	}
	for name, c := range map[string]struct {
		acts []act
		want string
	}{
		"the first":                   {[]act{{day(0), ftp(250)}}, "FTP 2026-05-01 250"},
		"an edit holds from today":    {[]act{{day(0), ftp(250)}, {day(9), ftp(280)}}, "FTP 2026-05-10 280, FTP 2026-05-01 250"},
		"a test keeps its day":        {[]act{{day(0), ftp(250)}, {day(19), measured(280, day(9))}}, "FTP 2026-05-10 280, FTP 2026-05-01 250"},
		"the same again":              {[]act{{day(0), ftp(250)}, {day(9), ftp(250)}}, "FTP 2026-05-01 250"},
		"twice on a day":              {[]act{{day(0), ftp(250)}, {day(9), ftp(270)}, {day(9), ftp(280)}}, "FTP 2026-05-10 280, FTP 2026-05-01 250"},
		"a day of old is not stated":  {[]act{{day(0), measured(250, day(0))}, {day(9), ftp(280)}}, "FTP 2026-05-10 280, FTP 2026-05-01 250"},
		"a result that is put right":  {[]act{{day(0), ftp(250)}, {day(9), measured(290, day(9))}, {day(12), measured(280, day(9))}}, "FTP 2026-05-10 280, FTP 2026-05-01 250"},
		"before what was known later": {[]act{{day(9), ftp(280)}, {day(19), measured(250, day(0))}, {day(19), measured(280, day(9))}}, "FTP 2026-05-10 280, FTP 2026-05-01 250"},
		"taken back":                  {[]act{{day(0), ftp(250)}, {day(9), func(p *Profile) { p.FTPWatts = nil }}}, "FTP 2026-05-10 none, FTP 2026-05-01 250"},
		"a day to come is today":      {[]act{{day(0), measured(250, day(4))}}, "FTP 2026-05-01 250"},
		"one-repetition maxima":       {[]act{{day(3), bench(80, day(0))}, {day(9), bench(85, day(8))}}, "ONE_REP_MAXbench-press 2026-05-09 85, ONE_REP_MAXbench-press 2026-05-01 80"},
		"a maximum as good":           {[]act{{day(3), bench(80, day(0))}, {day(9), bench(80, day(8))}}, "ONE_REP_MAXbench-press 2026-05-09 80, ONE_REP_MAXbench-press 2026-05-01 80"},
		"a maximum that is gone":      {[]act{{day(3), bench(80, day(0))}, {day(9), func(p *Profile) { p.OneRepMaxes = nil }}}, "ONE_REP_MAXbench-press 2026-05-10 none, ONE_REP_MAXbench-press 2026-05-01 80"},
		"written into what is there":  {[]act{{day(0), bench(80, day(0))}, {day(9), func(p *Profile) { p.OneRepMaxes[0] = OneRepMax{"bench-press", 90, day(9)} }}}, "ONE_REP_MAXbench-press 2026-05-10 90, ONE_REP_MAXbench-press 2026-05-01 80"},
		"several at once": {[]act{{day(0), func(p *Profile) {
			pace, swim, beats := 300, 100, 165
			p.ThresholdSecondsPerKilometer, p.CriticalSwimSecondsPer100Meters, p.ThresholdHeartRate = &pace, &swim, &beats
		}}}, "THRESHOLD_PACE 2026-05-01 300, CRITICAL_SWIM_SPEED 2026-05-01 100, THRESHOLD_HEART_RATE 2026-05-01 165"},
	} {
		p := NewProfile("UTC")
		for _, a := range c.acts {
			change(&p, a.on, a.to)
		}
		if got := told(&p); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, c.want)
		}
	}
}

func TestThresholdsOfADay(t *testing.T) {
	p := NewProfile("UTC")
	first := dateOf(t, "2026-05-01")
	for i, watts := range []int{250, 280, 0, 300} {
		change(&p, first.AddDays(10*i), func(p *Profile) {
			if p.FTPWatts = nil; watts > 0 {
				p.FTPWatts = &watts
			}
		})
	}
	for days, want := range map[int]int{-400: 250, 0: 250, 9: 250, 10: 280, 19: 280, 20: 0, 29: 0, 30: 300, 400: 300} {
		got := 0
		if watts := p.ThresholdsOn(first.AddDays(days)).FTPWatts; watts != nil {
			got = *watts
		}
		if got != want {
			t.Errorf("day %d: %d W, want %d", days, got, want)
		}
	}
	ride := []Block{{Sport: Ride, Repeats: 1, Steps: Steps{EnduranceStep{End: After(3600), Target: Target{Kind: OfWatts, Shape: Steady, Start: 250, End: 250}}}}}
	then, now := Measure(Ride, ride, p.ThresholdsOn(first)), Measure(Ride, ride, p.Thresholds)
	if got := fmt.Sprintf("%.2f %.2f", then.IntensityFactor, now.IntensityFactor); got != "1.00 0.83" {
		t.Errorf("250 W are %s", got)
	}
	if p.On(first).FTPWatts == p.FTPWatts || *p.FTPWatts != 300 {
		t.Error("the profile was changed")
	}
}

func TestThresholdHistoryIsBounded(t *testing.T) {
	p := NewProfile("UTC")
	first := dateOf(t, "2020-01-01")
	change(&p, first, func(p *Profile) { beats := 190; p.MaxHeartRate = &beats })
	for i := range 2 * MaxThresholdHistory {
		change(&p, first.AddDays(i), func(p *Profile) { watts := 100 + i; p.FTPWatts = &watts })
	}
	n := len(p.ThresholdHistory)
	if n != MaxThresholdHistory || *p.ThresholdHistory[0].Value != 499 || p.ThresholdHistory[n-1].Kind != KindMaxHeartRate || *p.ThresholdHistory[n-2].Value != 301 {
		t.Errorf("%d values, %+v to %+v", n, p.ThresholdHistory[0], p.ThresholdHistory[n-2:])
	}
}

func TestThresholdChangesSayWhatTheyReplaced(t *testing.T) {
	p := NewProfile("UTC")
	for i, seconds := range []int{300, 270, 280} {
		change(&p, dateOf(t, "2026-05-01").AddDays(i), func(p *Profile) { p.ThresholdSecondsPerKilometer = &seconds })
	}
	var got []string
	for _, c := range p.ThresholdChanges() {
		if c.Was == nil {
			got = append(got, fmt.Sprint(*c.Value, c.Rose() == nil))
			continue
		}
		got = append(got, fmt.Sprintf("%v after %v, %.3f", *c.Value, *c.Was, *c.Rose()))
	}
	if want := "280 after 270, -0.036; 270 after 300, 0.111; 300 true"; strings.Join(got, "; ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, "; "), want)
	}
}

// Who moves west finds no threshold of tomorrow.
func TestHistoryMovesWithTheAthlete(t *testing.T) {
	at := time.Date(2026, 5, 10, 23, 0, 0, 0, time.UTC)
	p := NewProfile("Pacific/Auckland") // there it is the eleventh
	for i, watts := range []int{240, 250, 280} {
		change(&p, dateOf(t, "2026-05-09").AddDays(i), func(p *Profile) { p.FTPWatts = &watts })
	}
	p.MoveTo("America/Los_Angeles", at)
	if got := told(&p); got != "FTP 2026-05-10 280, FTP 2026-05-09 240" {
		t.Error(got)
	}
}
