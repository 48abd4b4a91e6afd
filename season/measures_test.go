package season

import (
	"testing"

	"fortnight/session"
	"fortnight/training"
)

// What rules ask of the days around an event, by its kind.
func TestWindows(t *testing.T) {
	at := training.Date(20000)
	a := Athlete{Level: training.Intermediate, CTL: 50}
	far := func(meters float64) Event {
		return Event{ID: "e", Date: at.AddDays(40), Sport: training.Run, Priority: training.EventA, DistanceMeters: meters}
	}
	for _, c := range []struct {
		name                          string
		event                         Event
		taper, noRun, easy            int
		longest, half, onlyLast, lift bool
	}{
		{"10 km", far(10_000), 7, 1, 4, false, false, true, false},
		{"half", far(21_100), 10, 2, 7, false, true, false, false},
		{"marathon", far(42_195), 14, 4, 14, true, true, false, false},
		{"80 km", far(80_000), 14, 10, 24, true, true, false, false},
		{"crit", Event{Date: at, Sport: training.Ride, Format: training.RideCrit, Priority: training.EventA}, 7, 0, 2, false, false, false, false},
		{"meet", Event{Date: at, Sport: training.Strength, Priority: training.EventA}, 7, 0, 5, false, false, false, true},
	} {
		w := NewCalendar(&a, &Goal{}, []Event{c.event}, &History{From: at}, &Racer{}, at).Windows()[0]
		if w.Taper != c.taper || w.NoRun != c.noRun || w.Easy != c.easy || w.Longest != c.longest || w.Half != c.half || w.OnlyLast != c.onlyLast || w.Lift != c.lift {
			t.Errorf("%s: %+v", c.name, w)
		}
	}
}

// Coaching 2.4, and what of a family's windows rules need to know.
func TestSharesAndWindowsOfFamilies(t *testing.T) {
	marathon := Event{Date: 20000, Sport: training.Run, DistanceMeters: 42_195}
	for _, c := range []struct {
		standing Standing
		minutes  int
		want     float64
	}{
		{Standing{Phase: session.Base}, 400, 88}, {Standing{Phase: session.Build, Event: &marathon}, 400, 82},
		{Standing{Phase: session.Specific, Event: &marathon}, 400, 79}, {Standing{Phase: session.Base}, 200, 65},
	} {
		if got := c.standing.Shares(training.OtherFormat, false, c.minutes); got.Low != c.want {
			t.Errorf("%+v: %v", c.standing, got)
		}
	}
	tempo, _ := session.Find("R-TEMPO")
	if !MayStand(&tempo, session.Base, training.Run10K, false) || MayStand(&tempo, session.Recovery, training.Run10K, false) || !MayStand(&tempo, session.Off, training.OtherFormat, false) {
		t.Error("R-TEMPO is for base, build and who has no event")
	}
	if LongestRun(training.RunMarathon, 42_195) != 180 || LongestRun(training.RunUltra, 50_000) != 300 || LongestRun(training.RunUltra, 100_000) != 360 {
		t.Error("the longest runs are of 180, 300 and 360 minutes")
	}
}
