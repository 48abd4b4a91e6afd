package training

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

// goalToday is a Wednesday; goalEvents are the athlete's.
var (
	goalToday  = must(ParseDate("2026-11-25"))
	goalEvents = []Event{{ID: "e1", Name: "City marathon", Date: goalToday.AddDays(100), Sport: Run, Priority: EventA}}
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func TestTrainingGoal(t *testing.T) {
	short, long := make([]MuscleGroup, 0), append(slices.Clone(MuscleGroups), Legs)
	for _, c := range []struct {
		name   string
		goal   Goal
		faults []string // the paths and what they say; none for a goal that is right
	}{
		{"sub 4 marathon", Goal{Kind: GoalTime, Format: new(RunMarathon), TargetSeconds: new(14_400)}, nil},
		{"couch to 5k", Goal{Kind: GoalFinish, Format: new(Run5K)}, nil},
		{"an event of the athlete's", Goal{Kind: GoalRace, EventID: "e1", TargetSeconds: new(14_400)}, nil},
		{"a distance", Goal{Kind: GoalFinish, DistanceMeters: new(30_000.0), Sports: []Sport{Swim}, By: new(goalToday)}, nil},
		{"100 kg bench", Goal{Kind: GoalStrength, Format: new(Lift1RM), ExerciseID: "bench-press", TargetKilograms: new(100.0)}, nil},
		{"bigger arms", Goal{Kind: GoalMuscle, BodyParts: []MuscleGroup{Push, Pull}}, nil},
		{"get fit", Goal{Kind: GoalHealth, HoursPerWeek: new(4.0), SessionsPerWeek: new(4)}, nil},
		{"add running", Goal{Kind: GoalAddSport, Sports: []Sport{Run}}, nil},
		{"300 W", Goal{Kind: GoalTest, Sports: []Sport{Ride}, TargetWatts: new(300)}, nil},

		{"no kind", Goal{}, []string{"g.kind: \"\" is none of"}},
		{"a race of nothing", Goal{Kind: GoalRace}, []string{"g.kind: RACE needs an eventId, a format or distanceMeters"}},
		{"a time of nothing", Goal{Kind: GoalTime, Format: new(Run5K)}, []string{"g.kind: TIME needs targetSeconds or targetWatts"}},
		{"a test of nothing", Goal{Kind: GoalTest}, []string{"g.kind: TEST needs"}},
		{"no sport to add", Goal{Kind: GoalAddSport}, []string{"g.kind: ADD_SPORT needs the sports"}},
		{"somebody else's event", Goal{Kind: GoalRace, EventID: "e2"}, []string{"g.eventId: is not an event of the athlete's"}},
		{"an event that is told again", Goal{Kind: GoalRace, EventID: "e1", Format: new(RunHalf), DistanceMeters: new(21_097.5), By: new(goalToday)},
			[]string{"g.format: is what the event says", "g.distanceMeters: is what", "g.by: is what"}},
		{"health at a race", Goal{Kind: GoalHealth, EventID: "e1", TargetSeconds: new(1), TargetWatts: new(1)},
			[]string{"g.eventId: goes with RACE, FINISH and TIME, not with HEALTH", "g.targetSeconds: go with", "g.targetWatts: go with"}},
		{"an unknown format", Goal{Kind: GoalRace, Format: new(EventFormat("RUN_6K"))}, []string{"g.format: \"RUN_6K\" is none of"}},
		{"an unknown exercise", Goal{Kind: GoalStrength, ExerciseID: "nod"}, []string{"g.exerciseId: \"nod\" is not an exercise"}},
		{"kilograms of nothing", Goal{Kind: GoalStrength, TargetKilograms: new(100.0)}, []string{"g.targetKilograms: are of an exerciseId"}},
		{"empty and long lists", Goal{Kind: GoalMuscle, BodyParts: short, Sports: append(slices.Clone(Sports), Run)},
			[]string{"g.bodyParts: 0 entries are outside 1 to 4", "g.sports: 14 entries are outside 1 to 13"}},
		{"too long a list", Goal{Kind: GoalMuscle, BodyParts: long}, []string{"g.bodyParts: 5 entries"}},
		{"twice, and unknown", Goal{Kind: GoalMuscle, BodyParts: []MuscleGroup{Legs, Legs}, Sports: []Sport{"CHESS"}},
			[]string{"g.bodyParts[1]: LEGS is named twice", "g.sports[0]: \"CHESS\" is none of"}},
		{"below every bound", Goal{Kind: GoalTime, Format: new(Row2K), ExerciseID: "back-squat", DistanceMeters: new(0.5), TargetSeconds: new(0), TargetWatts: new(0),
			TargetKilograms: new(0.5), HoursPerWeek: new(0.4), SessionsPerWeek: new(0), By: new(goalToday - 1)},
			[]string{"g.distanceMeters", "g.targetSeconds", "g.targetWatts", "g.targetKilograms", "g.hoursPerWeek", "g.sessionsPerWeek", "g.by"}},
		{"above every bound", Goal{Kind: GoalTime, Format: new(Row2K), ExerciseID: "back-squat", DistanceMeters: new(1_000_001.0), TargetSeconds: new(604_801),
			TargetWatts: new(2_501), TargetKilograms: new(601.0), HoursPerWeek: new(60.5), SessionsPerWeek: new(29), By: new(goalToday + 732)},
			[]string{"g.distanceMeters", "g.targetSeconds", "g.targetWatts", "g.targetKilograms", "g.hoursPerWeek", "g.sessionsPerWeek", "g.by"}},
		{"at the bounds", Goal{Kind: GoalTime, Format: new(Row2K), ExerciseID: "back-squat", DistanceMeters: new(1_000_000.0), TargetSeconds: new(604_800),
			TargetWatts: new(2_500), TargetKilograms: new(600.0), HoursPerWeek: new(60.0), SessionsPerWeek: new(28), By: new(goalToday + 731)}, nil},
	} {
		var faults InputError
		c.goal.Check(&faults, "g.", goalEvents)
		c.goal.CheckDay(&faults, "g.", goalToday)
		expectFaults(t, c.name, &faults, c.faults)
	}
}

// expectFaults compares faults with the beginnings that they are to have, in order.
func expectFaults(t *testing.T, name string, faults *InputError, want []string) {
	t.Helper()
	got := []string{}
	for _, f := range faults.Fields {
		got = append(got, f.Path+": "+f.Message)
	}
	if !slices.EqualFunc(got, want, strings.HasPrefix) {
		t.Errorf("%s: %q\nwant %q", name, got, want)
	}
}

// Each format goes with a sport, and with no sport that has nothing to do with it.
func TestEventFormats(t *testing.T) {
	for _, format := range EventFormats {
		if !within(format.Sports(), Sports) || len(format.Sports()) == 0 {
			t.Errorf("%s goes with %v", format, format.Sports())
		}
		if format != OtherFormat && slices.Contains(format.Sports(), Mobility) {
			t.Errorf("%s goes with mobility", format)
		}
	}
	for format, sports := range map[EventFormat][]Sport{
		RunMarathon: {Run}, RideGravel: {Ride}, SwimMarathon: {Swim}, Row5K: {Row}, Lift1RM: {Strength}, LongWalk: {Walk, Hike},
		TriRelay: {Swim, Ride, Run, MultiSport, Other}, TriFull: {MultiSport, Other}, Hyrox: {MultiSport, Other, Run}, OtherFormat: Sports,
	} {
		for _, sport := range Sports {
			event := Event{Name: "Race", Date: goalToday, Sport: sport, Priority: EventA, Format: &format}
			if fits := event.Validate(goalToday) == nil; fits != slices.Contains(sports, sport) {
				t.Errorf("%s goes with %s: %t", format, sport, fits)
			}
		}
	}
}

func TestEventBounds(t *testing.T) {
	event := Event{Name: "Race", Date: goalToday, Sport: Run, Priority: EventA, Format: new(EventFormat("RUN_6K")), ExpectedSeconds: new(0), AscentMeters: new(30_001.0)}
	var faults *InputError
	if !errors.As(event.Validate(goalToday), &faults) {
		t.Fatal("nothing is refused")
	}
	expectFaults(t, "event", faults, []string{"expectedSeconds: 0 is outside 1 to 604800", "ascentMeters: 30001 is outside 0 to 30000", "format: \"RUN_6K\" is none of"})
	event.Format, event.ExpectedSeconds, event.AscentMeters = new(RunTrail), new(604_800), new(30_000.0)
	if err := event.Validate(goalToday); err != nil {
		t.Error(err)
	}
}
