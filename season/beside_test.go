package season

import (
	"slices"
	"strings"
	"testing"

	"fortnight/session"
	"fortnight/training"
)

// A goal that is not the event's own waits for the event, and the plan says so; one that is, or says nothing, is no other goal.
func TestAGoalBesideAnEventIsSaid(t *testing.T) {
	for name, c := range map[string]struct {
		typed *Goal
		words string
		waits string // what the note begins with, empty for none
	}{
		"nothing":                 {nil, "", ""},
		"the event's own time":    {&Goal{Kind: training.GoalTime, Format: training.RunMarathon, TargetSeconds: 14000}, "", ""},
		"the event's own words":   {nil, "marathon under 4 hours", ""},
		"another race":            {&Goal{Kind: training.GoalRace, Format: training.Row2K}, "", "a 2 km row waits"},
		"a heavier lift":          {&Goal{Kind: training.GoalStrength, BodyParts: []training.MuscleGroup{training.Legs}}, "", "strength waits"},
		"another race in words":   {nil, "10k in 40 minutes", "“10k in 40 minutes”, read as a 10 km run, waits"},
		"words for muscle":        {nil, "bigger arms", "“bigger arms”, read as muscle, waits"},
		"words without a meaning": {nil, "blue sky", ""},
		"another day":             {&Goal{Kind: training.GoalRace, Format: training.RunMarathon, By: pointer(runner(training.RunMarathon, 60).From + 200)}, "", "a marathon waits"},
		"test in its own sport":   {&Goal{Kind: training.GoalTest, Sports: []training.Sport{training.Run}}, "", ""},
		"test in another":         {&Goal{Kind: training.GoalTest, Sports: []training.Sport{training.Swim}}, "", "a better test waits"},
	} {
		in := runner(training.RunMarathon, 60)
		in.Goal = Choose(Aims{Today: in.From, Events: in.Events, Typed: c.typed, Words: c.words, Sports: []training.Sport{training.Run}, Racer: in.Racer})
		weeks := planned(t, in)
		at := slices.IndexFunc(weeks.Notes, func(n Note) bool { return n.Kind == NoteGoalWaits })
		switch {
		case c.waits == "" && at >= 0:
			t.Errorf("%s: %s", name, weeks.Notes[at].Text)
		case c.waits != "" && (at < 0 || !strings.HasPrefix(weeks.Notes[at].Text, c.waits)):
			t.Errorf("%s: %+v", name, weeks.Notes)
		}
	}
}

func pointer[T any](v T) *T { return &v }

// Who cannot run rides and walks by turns where there is a bicycle, on rides as short as a first one, and lifts on with what does not hurt.
func TestWhatHurtsLeavesWhatSparesIt(t *testing.T) {
	hurt := func(in *Input) {
		in.Athlete.NoSports = []training.Sport{training.Run, training.Hike, training.Row, training.MultiSport}
		in.Athlete.EasySports = []training.Sport{training.Ride, training.Walk}
		in.Athlete.No = []session.Contraindication{session.NoImpact, session.NoAchilles}
		in.Athlete.NoHI, in.Athlete.Hurt, in.Athlete.Volume = true, true, .7
	}
	sports := func(in Input) map[training.Sport]int {
		count := map[training.Sport]int{}
		for _, s := range planned(t, in).Weeks[0].Slots {
			count[s.Sport]++
			if s.Sport == training.Ride && s.Role != L && s.Most > 45 {
				t.Errorf("a first ride of %d min", s.Most)
			}
		}
		return count
	}
	in := runner(training.RunMarathon, 100)
	in.Athlete.SessionsPerWeek = 6
	hurt(&in)
	if got := sports(in); got[training.Run] > 0 || got[training.Ride] < 2 || got[training.Walk] < 1 {
		t.Errorf("a runner with a sore calf has %v", got)
	}
	in.Athlete.Gear = []training.Equipment{training.NoEquipment}
	if got := sports(in); got[training.Ride] > 0 || got[training.Walk] < 3 {
		t.Errorf("without a bicycle %v", got)
	}
	walker := in // who has walked every week and done nothing else walks
	walker.Athlete.Gear = nil
	walker.History = past(day1, 6, 110, 0, 3, training.Walk, Effort{Sport: training.Walk, Minutes: 40})
	if got := sports(walker); got[training.Ride] > 0 || got[training.Walk] < 3 {
		t.Errorf("a walker on the way back has %v", got)
	}
	lifter := runner(training.OtherFormat, 0)
	lifter.Events, lifter.Goal = nil, Goal{Kind: training.GoalStrength}
	lifter.Athlete.Priority, lifter.Athlete.SessionsPerWeek = training.PriorityStrength, 4
	lifter.Athlete.StrengthKnown, lifter.Athlete.StrengthMonths = true, 36
	well := sports(lifter)[training.Strength]
	hurt(&lifter)
	w := planned(t, lifter).Weeks[0]
	upper := slices.ContainsFunc(w.Slots, func(s Slot) bool { return s.Family() == "Q-UPPER" })
	if w.lifts() != well || !upper {
		t.Errorf("a lifter with a sore calf has %d lifts, %d when well; for the arms %t", w.lifts(), well, upper)
	}
}
