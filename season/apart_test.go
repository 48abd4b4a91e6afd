package season

import (
	"testing"

	"fortnight/training"
)

// What cannot be planned is no event of another sport, however it is called, and asks for no sessions of the plan's.
func TestSportsThatCannotBePlannedAreHeard(t *testing.T) {
	for words, want := range map[string]training.Sport{
		"kayak marathon in spring, I only paddle": training.Kayak, "Kanu-Marathon im Mai": training.Kayak, "carrera de piragua": training.Kayak,
		"rock climber, I boulder three times a week": training.Other, "I play football": training.Other, "Fußball zweimal die Woche": training.Other, "juego al tenis": training.Other,
		"half marathon, and football on Thursdays": "", "runner with a tennis elbow": "", "faster on the ski erg": "", "swim with paddles": "", "marathon for a good climber": "",
		"Skimarathon im Winter": training.Other, "inline skating marathon": training.Other,
		"marathon in 3:45": "", "climb better on the bike": "", "a hilly half marathon with a lot of climbing": "", "2k row under 7:00": "", "get faster": "",
	} {
		g := FromWords(words, nil)
		if g.Apart != want {
			t.Errorf("%q: %q", words, g.Apart)
		}
		if want != "" && (g.Format != "" && g.Format != training.SkiXC || g.SessionsPerWeek > 0) {
			t.Errorf("%q is read as %s, %d sessions a week", words, g.Format, g.SessionsPerWeek)
		}
	}
	for name, sport := range map[string]training.Sport{"Kayak marathon": training.Other, "Kanu 5 km": training.Kayak, "Football cup": training.Other} {
		if f := FormatOf(sport, 42_000, name); f != training.OtherFormat {
			t.Errorf("%s is read as %s", name, f)
		}
	}
	if f := FormatOf(training.Other, 51_500, "City triathlon"); f != training.TriOlympic {
		t.Errorf("a triathlon is read as %s", f)
	}
}

func TestOnWheels(t *testing.T) {
	for words, want := range map[string]bool{
		"wheelchair user, handcycle marathon": true, "Handbike, Radmarathon": true, "ich sitze im Rollstuhl": true, "voy en silla de ruedas": true, "hand-cycling twice a week": true,
		"I push my son's wheelchair on runs": false, "10k, pushing a wheelchair": false, "marathon": false, "out of the wheelchair and walking again": false,
	} {
		if got := OnWheels(words); got != want {
			t.Errorf("%q: %v", words, got)
		}
	}
}

// A race beside a team is the race.
func TestARaceBesideATeam(t *testing.T) {
	for words, want := range map[string]training.EventFormat{
		"half marathon, and football on Thursdays": training.RunHalf, "marathon for a good climber": training.RunMarathon, "10k and tennis": training.Run10K,
	} {
		if g := FromWords(words, []training.Sport{training.Run}); g.Format != want {
			t.Errorf("%q is read as %q", words, g.Format)
		}
	}
}
