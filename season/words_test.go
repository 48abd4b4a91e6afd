package season

import (
	"math"
	"reflect"
	"strings"
	"testing"

	"fortnight/training"
)

func TestGoalsFromWords(t *testing.T) {
	for _, v := range []struct {
		words   string
		kind    training.GoalKind
		format  training.EventFormat
		seconds int
	}{
		{"sub 4 marathon", training.GoalTime, training.RunMarathon, 14_400}, {"10k in 50", training.GoalTime, training.Run10K, 3000}, {"couch to 5k", training.GoalFinish, training.Run5K, 0},
		{"Marathon unter 3:30", training.GoalTime, training.RunMarathon, 12_600}, {"Halbmarathon in 1:45", training.GoalTime, training.RunHalf, 6300}, {"maratón en menos de 4 horas", training.GoalTime, training.RunMarathon, 14_400},
		{"5k in 22:30", training.GoalTime, training.Run5K, 1350}, {"finish my first half marathon", training.GoalFinish, training.RunHalf, 0}, {"HYROX in spring", training.GoalRace, training.Hyrox, 0},
		{"Ironman 70.3 under 5:30", training.GoalTime, training.TriHalf, 19_800}, {"2k row in 7:00", training.GoalTime, training.Row2K, 420}, {"10k in 3", training.GoalRace, training.Run10K, 0},
		{"100 kg bench", training.GoalStrength, training.Lift1RM, 0}, {"Kniebeuge 120 kg", training.GoalStrength, training.Lift1RM, 0}, {"stronger legs", training.GoalStrength, "", 0}, {"bigger arms", training.GoalMuscle, "", 0},
		{"lose weight", training.GoalWeight, "", 0}, {"abnehmen", training.GoalWeight, "", 0}, {"quiero perder peso", training.GoalWeight, "", 0}, {"get fit", training.GoalHealth, "", 0}, {"fit werden", training.GoalHealth, "", 0},
		{"add running to lifting", training.GoalAddSport, "", 0}, {"empezar a correr", training.GoalAddSport, "", 0}, {"back after baby", training.GoalReturn, "", 0}, {"nach der Grippe wieder laufen", training.GoalReturn, "", 0},
		{"volver tras una fractura", training.GoalReturn, "", 0}, {"back after flu, then sub 4 marathon", training.GoalReturn, "", 0}, {"300 watts ftp", training.GoalTest, "", 0},
		{"raise my FTP", training.GoalTest, "", 0}, {"FTP steigern", training.GoalTest, "", 0}, {"mejorar mi umbral", training.GoalTest, "", 0}, {"higher VO2max", training.GoalTest, "", 0},
		{"improve my threshold pace", training.GoalTest, "", 0},
		{"bigger back squat after work", training.GoalStrength, training.Lift1RM, 0}, {"purple bananas", training.GoalHealth, "", 0},
	} {
		g := FromWords(v.words, nil)
		if g.Kind != v.kind || g.Format != v.format || g.TargetSeconds != v.seconds {
			t.Errorf("%q: %s %s %d s, want %s %s %d s", v.words, g.Kind, g.Format, g.TargetSeconds, v.kind, v.format, v.seconds)
		}
	}
}

func TestWhatWordsHold(t *testing.T) {
	g := FromWords("100 kg bench", nil)
	if g.ExerciseID != "bench-press" || g.TargetKilograms != 100 {
		t.Errorf("100 kg bench: %s, %g kg", g.ExerciseID, g.TargetKilograms)
	}
	if g = FromWords("225 lb bench", nil); math.Abs(g.TargetKilograms-102.06) > .01 {
		t.Errorf("225 lb are %g kg", g.TargetKilograms)
	}
	for _, l := range lifts {
		if _, known := training.FindExercise(l.id); !known {
			t.Errorf("%s is no exercise of the catalogue", l.id)
		}
	}
	if g = FromWords("bigger arms", nil); !reflect.DeepEqual(g.BodyParts, []training.MuscleGroup{training.Push, training.Pull}) {
		t.Errorf("arms are %v", g.BodyParts)
	}
	if g = FromWords("add running to lifting", nil); !reflect.DeepEqual(g.Sports, []training.Sport{training.Run}) {
		t.Errorf("the sport to add is %v", g.Sports)
	}
	if g = FromWords("raise my FTP", nil); !reflect.DeepEqual(g.Sports, []training.Sport{training.Ride}) {
		t.Errorf("an FTP is of %v", g.Sports)
	}
	does := []training.Sport{training.Ride, training.Swim}
	if g = FromWords("qwertz", does); !g.NotUnderstood || !reflect.DeepEqual(g.Sports, does) {
		t.Errorf("nothing understood: %v, sports %v", g.NotUnderstood, g.Sports)
	}
	if g = FromWords("", does); g.NotUnderstood || g.Kind != training.GoalHealth {
		t.Errorf("no words are none that were not understood: %+v", g)
	}
	if g = FromWords(strings.Repeat("x", 10_000), nil); len(g.Words) > maxWords {
		t.Errorf("%d bytes were kept", len(g.Words))
	}
}

func TestOrderOfForce(t *testing.T) {
	typed := Goal{Kind: training.GoalTime, Format: training.Run10K, TargetSeconds: 3000}
	a, b := event(training.RunMarathon, 200), event(training.Run10K, 80)
	b.Priority = training.EventB
	late := event(training.RunMarathon, 215)
	lateB := event(training.Run10K, 90)
	lateB.Priority = training.EventB
	for _, v := range []struct {
		name string
		aims Aims
		want training.EventFormat
		kind training.GoalKind
	}{
		{"A before B", Aims{Events: []Event{b, a}, Typed: &typed}, training.RunMarathon, training.GoalRace},
		{"a distant A is none", Aims{Events: []Event{b, late}}, training.Run10K, training.GoalRace},
		{"B with the typed time", Aims{Events: []Event{b}, Typed: &typed}, training.Run10K, training.GoalTime},
		{"typed before words", Aims{Events: []Event{late, lateB}, Typed: &typed, Words: "sub 4 marathon"}, training.Run10K, training.GoalTime},
		{"words", Aims{Words: "sub 4 marathon"}, training.RunMarathon, training.GoalTime},
		{"sports", Aims{Sports: []training.Sport{training.Row}, Racer: Racer{Level: training.Intermediate}}, "", training.GoalTest},
		{"a novice's sports", Aims{Sports: []training.Sport{training.Row}, Racer: Racer{Level: training.Novice}}, "", training.GoalHealth},
		{"an experienced athlete without a sport", Aims{Racer: Racer{Level: training.Intermediate}}, "", training.GoalHealth},
		{"a return before all", Aims{Events: []Event{a}, Typed: &typed, Words: "back after a fracture"}, "", training.GoalReturn},
		{"a better test waits for a child", Aims{Expects: true, Sports: []training.Sport{training.Run}, Racer: Racer{Level: training.Intermediate}}, "", training.GoalMaintain},
		{"so does a time", Aims{Expects: true, Words: "10k in 50"}, "", training.GoalMaintain},
		{"and what was typed", Aims{Expects: true, Typed: &typed}, "", training.GoalMaintain},
		{"health does not", Aims{Expects: true, Sports: []training.Sport{training.Row}, Racer: Racer{Level: training.Novice}}, "", training.GoalHealth},
		{"nor does an event", Aims{Expects: true, Events: []Event{a}}, training.RunMarathon, training.GoalRace},
		{"the time that was said for the event", Aims{Events: []Event{a}, Words: "marathon sub 4"}, training.RunMarathon, training.GoalTime},
	} {
		v.aims.Today = day1
		if g := Choose(v.aims); g.Format != v.want || g.Kind != v.kind {
			t.Errorf("%s: %s %s, want %s %s", v.name, g.Kind, g.Format, v.kind, v.want)
		}
	}
}
