package training

import (
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestLowerBodyFatigueHalvesInADay(t *testing.T) {
	day := Date(20000)
	squats := Bout{Date: day, Start: 17 * 60, DurationSeconds: 3600, LowerBodyLoad: 50} // ends at 18:00
	run := Bout{Date: day + 1, Start: 7 * 60, DurationSeconds: 3600, LowerBodyLoad: 36} // ends at 8:00
	bouts := []Bout{run, squats}
	for _, c := range []struct {
		name  string
		day   Date
		start LocalTime
		want  float64
	}{
		{"before it ends", day, 17*60 + 59, 0},
		{"at its end", day, 18 * 60, 50},
		{"half a day later", day + 1, 6 * 60, 50 * math.Sqrt(0.5)},
		{"a day later, ten hours after the run", day + 1, 18 * 60, 25 + 36*math.Exp2(-10.0/24)},
		{"three days after the squats", day + 3, 18 * 60, 6.25 + 36*math.Exp2(-58.0/24)},
	} {
		near(t, c.name, LowerBodyFatigue(bouts, c.day.At(c.start, time.UTC), time.UTC), c.want, 1e-9)
	}
}

// A day of the clock is not always 24 hours: on the night of 28 March 2027 Berlin has one of 23.
func TestLowerBodyFatigueCountsHoursNotClocks(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	day, err := ParseDate("2027-03-27")
	if err != nil {
		t.Fatal(err)
	}
	bouts := []Bout{{Date: day, Start: 17 * 60, DurationSeconds: 3600, LowerBodyLoad: 50}}
	near(t, "a day of 23 hours later", LowerBodyFatigue(bouts, (day+1).At(18*60, berlin), berlin), 50*math.Exp2(-23.0/24), 1e-9)
}

func TestLowerBodyFatigueFadesAndAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bouts := make([]Bout, rapid.IntRange(1, 8).Draw(t, "n"))
		for i := range bouts {
			bouts[i] = Bout{
				Date: Date(20000 + rapid.IntRange(0, 13).Draw(t, "day")), Start: LocalTime(rapid.IntRange(0, 1439).Draw(t, "start")),
				DurationSeconds: rapid.IntRange(60, 20000).Draw(t, "seconds"), LowerBodyLoad: rapid.Float64Range(0, 200).Draw(t, "load"),
			}
		}
		at := Date(20000+rapid.IntRange(0, 16).Draw(t, "at")).At(720, time.UTC)
		whole, parts := LowerBodyFatigue(bouts, at, time.UTC), 0.0
		for i := range bouts {
			parts += LowerBodyFatigue(bouts[i:i+1], at, time.UTC)
		}
		if math.Abs(whole-parts) > 1e-9*max(1, whole) {
			t.Fatalf("%v together, %v one by one", whole, parts)
		}
		after := Date(20020).At(0, time.UTC) // all is over by then
		if a, b := LowerBodyFatigue(bouts, after, time.UTC), LowerBodyFatigue(bouts, after.Add(24*time.Hour), time.UTC); math.Abs(a-2*b) > 1e-9*max(1, a) {
			t.Fatalf("%v, and %v a day later", a, b)
		}
	})
}
