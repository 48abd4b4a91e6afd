package season

import (
	"testing"

	"fortnight/training"
)

func TestReadingAProfile(t *testing.T) {
	born := training.DateOf(day1.Midnight().AddDate(-15, 0, 1)) // fifteen tomorrow
	months, hours, height, mass, seconds, meters := 3, 6.5, 160.0, 51.2, 3600, 10_000.0
	format := training.RunHalf
	p := training.Profile{Level: training.Intermediate, TimeZone: "Europe/Berlin", Priority: new(training.PriorityHybrid), BirthDate: &born,
		StrengthExperienceMonths: &months, WeeklyHours: &hours, HeightCentimeters: &height, BodyMassKilograms: &mass,
		SportExperienceMonths: []training.SportExperience{{Sport: training.Swim, Months: 4}},
		LongestSessions:       []training.LongestSession{{Sport: training.Run, Seconds: &seconds, Meters: &meters, Date: day1.AddDays(-30)}, {Sport: training.Ride, Seconds: &seconds, Date: day1.AddDays(-31)}},
		Events:                []training.Event{{ID: "e", Name: "race", Date: day1.AddDays(50), Sport: training.Run, Priority: training.EventA, Format: &format, ExpectedSeconds: &seconds}},
		TrainingGoal:          &training.Goal{Kind: training.GoalTime, Sports: []training.Sport{training.Run}, DistanceMeters: &meters, TargetSeconds: &seconds}}
	l := training.NewLedger(&p, day1, nil, nil, nil)
	a := AthleteOf(&p, l, day1)
	if a.Age != 14 || !a.StrengthKnown || a.StrengthMonths != 3 || a.HoursPerWeek != 6.5 || a.LevelIn(training.Swim) != training.Novice || a.Gear != nil || a.BMI < 19.9 || a.BMI > 20.1 {
		t.Errorf("%+v", a)
	}
	if e := EventsOf(&p)[0]; e.Kind() != training.RunHalf || e.ExpectedSeconds != 3600 {
		t.Errorf("%+v", e)
	}
	if g := GoalOf(p.TrainingGoal, nil); g.Format != training.Run10K || g.TargetSeconds != 3600 {
		t.Errorf("%+v", g)
	}
	h := Read(l, day1, nil, nil, nil)
	h.State(p.LongestSessions)
	if got := h.Longest(training.Run, day1, 30); got.Minutes != 48 || got.Meters != 8000 {
		t.Errorf("an hour that was stated counts as %d min, %.0f m", got.Minutes, got.Meters)
	}
	if got := h.Longest(training.Ride, day1, 60); got.Minutes != 0 {
		t.Errorf("a ride of 31 days ago that was stated counts as %d min", got.Minutes)
	}
}

// The format of an event that states none is read off its name once, with the profile: the rules ask for it of every plan that is weighed.
func TestEventsOfAProfileHaveTheirFormat(t *testing.T) {
	stated := training.RideFondo
	p := training.Profile{Events: []training.Event{{Name: "Berlin Marathon", Sport: training.Run}, {Name: "Around the lake", Sport: training.Ride, Format: &stated}}}
	if events := EventsOf(&p); events[0].Format != training.RunMarathon || events[1].Format != stated {
		t.Errorf("formats %q and %q", events[0].Format, events[1].Format)
	}
}

// A goal for an event is of the event's format, and the time that it states is that of the event.
func TestAGoalForAnEventIsOfItsFormat(t *testing.T) {
	half, target := event(training.RunHalf, 60), 6000
	half.ID = "half"
	stated := &training.Goal{Kind: training.GoalTime, EventID: "half", TargetSeconds: &target}
	if g := GoalOf(stated, []Event{event(training.Run10K, 40), half}); g.Format != training.RunHalf || g.DistanceMeters != half.meters() || *g.By != half.Date {
		t.Errorf("%+v", g)
	}
	if g := GoalOf(stated, []Event{event(training.Run10K, 40)}); g.Format != "" || g.By != nil {
		t.Errorf("without the event: %+v", g)
	}
	g := Choose(Aims{Today: day1, Events: []Event{half}, Typed: GoalOf(stated, []Event{half})})
	if g.Kind != training.GoalTime || g.TargetSeconds != target {
		t.Errorf("chosen: %+v", g)
	}
	if none := GoalOf(&training.Goal{Kind: training.GoalHealth}, []Event{event(training.Run10K, 40)}); none.Format != "" {
		t.Errorf("a goal for no event has the format %s of one without an id", none.Format)
	}
}
