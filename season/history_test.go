package season

import (
	"math"
	"testing"

	"fortnight/session"
	"fortnight/training"
)

func TestARaceCountsLittleForTheNextLongRun(t *testing.T) {
	h := History{From: day1, Efforts: []Effort{
		{Date: day1.AddDays(-3), Sport: training.Run, Minutes: 120, Meters: 21_100, Race: true},
		{Date: day1.AddDays(-40), Sport: training.Run, Minutes: 80, Meters: 14_000}}}
	if got := h.Longest(training.Run, day1, 30); math.Abs(got.Meters-15_400) > 1 || got.Minutes != 88 {
		t.Errorf("a half on a longest of 14 km counts as %.0f m, %d min; want 15.4 km", got.Meters, got.Minutes)
	}
}

func TestReadingALedger(t *testing.T) {
	var done []training.Activity
	id := 0
	add := func(back, minutes int, sport training.Sport, meters float64) {
		id++
		m := meters
		done = append(done, training.Activity{ID: training.ActivityID(string(rune('a' + id%26))), Date: day1.AddDays(-back), Sport: sport,
			DurationSeconds: minutes * 60, DistanceMeters: &m, TSS: float64(minutes)})
	}
	for week := range 8 {
		add(7*week+1, 90, training.Run, 15_000)
		add(7*week+3, 40, training.Run, 7000)
		add(7*week+5, 60, training.Ride, 25_000)
		add(7*week+6, 45, training.Strength, 0)
		add(7*week+2, 15, training.Mobility, 0)
		add(7*week+4, 20, training.Walk, 1500)
	}
	l := training.NewLedger(&training.Profile{TimeZone: "Europe/Berlin"}, day1, nil, done, nil)
	h := Read(l, day1, map[training.Date]bool{}, map[training.Date]bool{day1.AddDays(-1): true}, nil)
	if len(h.Blocks) != 8 || h.Habit() != 4 {
		t.Fatalf("%d blocks, %d sessions a week; want 8 and 4", len(h.Blocks), h.Habit())
	}
	if b := h.Blocks[0]; b.Minutes != 255 || b.Endurance != 210 || b.Strengths != 1 || b.RunMeters != 22_000 || b.BySport[training.Ride] != 60 {
		t.Errorf("the last block: %+v", b)
	}
	if h.MainSport() != training.Run || h.Counts[training.Ride] != 6 {
		t.Errorf("main %s, %d rides", h.MainSport(), h.Counts[training.Ride])
	}
	if got := h.Longest(training.Run, day1, 30); got.Minutes != 90 {
		t.Errorf("longest run %d min", got.Minutes)
	}
	if days, known := h.SinceLast(training.Ride, day1); !known || days != 5 {
		t.Errorf("last ride %d days ago, %v", days, known)
	}
}

// A brick is one ride and one run, each with its own minutes, whatever sport its workout is filed under: else each brick's run would lengthen the next ride.
func TestABrickIsARideAndARun(t *testing.T) {
	for _, sport := range []training.Sport{training.Ride, training.MultiSport} {
		brick := training.Session{PlannedSession: training.PlannedSession{ID: "a", Date: day1.AddDays(-2), Status: training.Completed}, Sport: sport,
			Load: training.Load{DurationSeconds: 150 * 60, TSS: 120, Demand: training.Demand{RunSeconds: 20 * 60, RunMeters: 4000, EnduranceSeconds: 150 * 60}}}
		l := training.NewLedger(&training.Profile{TimeZone: "Europe/Berlin"}, day1, nil, nil, []training.Session{brick})
		h := Read(l, day1, nil, nil, nil)
		if ride, run := h.Longest(training.Ride, day1, 30).Minutes, h.Longest(training.Run, day1, 30).Minutes; ride != 130 || run != 20 {
			t.Errorf("%s: %d min of riding and %d of running, want 130 and 20", sport, ride, run)
		}
		if b := h.Blocks[0]; b.Minutes != 150 || b.Endurance != 150 || b.BySport[training.Ride] != 130 || b.RunMeters != 4000 || b.Sessions != 1 {
			t.Errorf("%s: the block is %+v", sport, b)
		}
	}
}

// past is a history of equal weeks: minutes in all and of lifts, sessions a week, and the longest sessions.
func past(from training.Date, weeks, minutes, lifts, sessions int, main training.Sport, longest ...Effort) History {
	h := History{From: from, Last: map[session.ID]training.Date{}, Shares: map[training.Sport]float64{main: 1},
		Counts: map[training.Sport]int{main: 6 * sessions}, LongDay: training.Sunday}
	for range weeks {
		h.Blocks = append(h.Blocks, Block{Minutes: minutes, Endurance: minutes - lifts, Sessions: sessions, Strengths: (lifts + 49) / 50, Known: true,
			BySport: map[training.Sport]int{main: minutes - lifts}})
	}
	for _, e := range longest {
		if e.Date == 0 {
			e.Date = from.AddDays(-7)
		}
		h.Efforts = append(h.Efforts, e)
	}
	return h
}
