package wish_test

import (
	"slices"
	"strings"
	"testing"

	"fortnight/wish"
)

// Pronouns, auxiliaries and particles say nothing of what is to be, in whatever person a wish is written: what a coach writes of an athlete is read as what the
// athlete writes.
func TestTheWordsBetween(t *testing.T) {
	for said, same := range map[string]string{
		"would you mind moving the swim to Monday?":        "move the swim to Monday",
		"is there any chance of a swim on Tuesday?":        "a swim on Tuesday",
		"ich wäre dankbar für einen Lauf am Montag":        "ein Lauf am Montag",
		"si no es molestia, añadiría natación el martes":   "natación el martes",
		"me quitaría la bici esta semana":                  "sin bici esta semana",
		"wir möchten die Ausfahrt am Sonntag überspringen": "die Ausfahrt am Sonntag streichen",
		"rescheduling the swim to Monday, please":          "move the swim to Monday, please",
		"she needs a swim on Tuesday":                      "a swim on Tuesday",
		"he ought to run on Tuesday":                       "run on Tuesday",
		"they requested a very easy ride on Friday":        "an easy ride on Friday",
		"a long run lasting 90 minutes on Sunday":          "a long run of 90 minutes on Sunday",
		"am Montag würde ich gerne schwimmen":              "am Montag schwimmen",
		"er braucht am Montag einen Lauf":                  "am Montag ein Lauf",
		"ihre Ausfahrt am Sonntag soll 3 Stunden dauern":   "Ausfahrt am Sonntag 3 Stunden",
		"sie dürfen diese Woche jetzt nicht laufen":        "diese Woche nicht laufen",
		"ella puede nadar el martes":                       "nadar el martes",
		"mi atleta no puede nadar antes del viernes":       "no nadar antes del viernes",
		"que la tirada larga sea el sábado":                "tirada larga el sábado",
		"le gustaría correr el jueves":                     "correr el jueves",
		"por lo tanto quiero que vayan en bici el jueves":  "quiero bici el jueves",
		"give me a break from swimming for ten days":       "no swimming for ten days",
		"eine Pause vom Laufen diese Woche":                "kein Laufen diese Woche",
		"at most two runs a week, fill up with cycling":    "at most two runs a week, more cycling",
	} {
		read := func(text string) string {
			wishes, left := wish.Read(text, monday-1, monday, 14)
			return strings.Join(saidAll(wishes, left), " ; ")
		}
		if got, want := read(said), read(same); got != want || strings.Contains(got, "?") || got == "" {
			t.Errorf("%q: read %q, %q as %q", said, got, same, want)
		}
	}
}

// What says that there is little time, or what is somebody's habit, is no such word.
func TestWordsThatCarryAMeaningAreNotLeftOut(t *testing.T) {
	for _, text := range []string{"very little time on Tuesday", "I usually swim on Mondays", "another run on Thursday", "a few runs on Tuesday and Thursday", "mostly easy runs", "aus dem Plan nehmen bitte den Lauf am Dienstag"} {
		if wishes, left := wish.Read(text, monday-1, monday, 14); !slices.Contains(saidAll(wishes, left), "?") {
			t.Errorf("%q: read %q", text, saidAll(wishes, left))
		}
	}
}
