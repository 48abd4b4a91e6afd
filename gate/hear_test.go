package gate

import (
	"os"
	"slices"
	"strings"
	"testing"

	"fortnight/training"
)

// judged are the wishes of package wish that were judged beforehand, and the conditions that each speaks of.
func judged(t *testing.T, half string) (texts []string, conditions [][]training.Condition) {
	t.Helper()
	judgements(t, "../wish/testdata/judged/"+half+".txt", func(said, want string) {
		var list []training.Condition
		for _, w := range strings.Split(want, ";") {
			if c, gate := strings.CutPrefix(strings.TrimSpace(w), "GATE "); gate {
				list = append(list, training.Condition(c))
			}
		}
		texts, conditions = append(texts, said), append(conditions, list)
	})
	return texts, conditions
}

// No gate of a judged wish is overlooked, in either half, and next to none is opened that nobody spoke of.
func TestHearWhatWasJudged(t *testing.T) {
	for _, half := range []string{"dev", "held", "later", "strangers1", "strangers2", "strangers3", "strangers4"} {
		texts, want := judged(t, half)
		missed, more := 0, 0
		for i, text := range texts {
			got := Heard(text)
			for _, c := range want[i] {
				if !slices.Contains(got, c) {
					missed++
					t.Logf("%s: missed %s in %q: %v", half, c, text, got)
				}
			}
			for _, c := range got {
				if !slices.Contains(want[i], c) {
					more++
					if half == "dev" {
						t.Logf("%s: %s in %q", half, c, text)
					}
				}
			}
		}
		t.Logf("%s: %d wishes, %d gates missed, %d opened that nobody spoke of", half, len(texts), missed, more)
		if missed > 0 || more > len(texts)/50 {
			t.Fail()
		}
	}
}

// Sentences that look dangerous and are not open no gate: a killer session, a heart that is set on a race, a surgery that somebody works at.
func TestHarmless(t *testing.T) {
	text, err := os.ReadFile("testdata/harmless.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	for _, line := range lines {
		if got := Heard(line); len(got) > 0 {
			t.Errorf("%q opens %v", line, got)
		}
	}
	if len(lines) < 60 {
		t.Errorf("%d sentences", len(lines))
	}
}

// Sentences that were overlooked or misheard once: each is one of a kind.
func TestHearWhatWasOverlooked(t *testing.T) {
	for text, want := range map[string][]training.Condition{
		"everything went black when I stood up from the rower": {training.Fainted}, "mir ist beim Training schwarz vor Augen geworden": {training.Fainted},
		"can't feel my saddle area and trouble peeing": {training.SaddleNumbness}, "running a temp": {training.Fever}, "Kreuzbandriss": {training.HurtKnee},
		"cracked a rib last week": {training.HurtBack}, "just had my gallbladder removed": {training.Operation}, "mir bleibt beim Treppensteigen die Luft weg": {training.BreathlessAtRest},
		"se me durmió el brazo izquierdo": {training.OneSidedWeakness}, "lower leg is red and throbbing after the long flight": {training.HotSwollenCalf, training.HurtShin},
		"Antibiotika wegen Mandelentzündung": {training.Antibiotics, training.IllBelowNeck}, "heart attack in August, cleared for easy exercise": {training.HeartDisease},
		"cleared to run easy after my stress fracture": {training.StressFracture},
		"at home with bronchitis":                      {training.IllBelowNeck}, "finished the marathon with a fever": {training.Fever}, "since saturday fever": {training.Fever}, "seit dem Marathon Fieber": {training.Fever},
		"there is a pain in my knee": {training.HurtKnee}, "there is a pain when I run": {training.Hurt}, "my chest muscles ache": {training.ChestPain}, "had surgery at work": {training.Operation}, "my foot rests badly, it throbs": {training.HurtFoot}, "chest press hurts my chest": {training.ChestPain},
		"ich hust seit gestern": {training.Cold}, "bin so muede": {training.Exhausted}, "my calf swelled": {training.HurtCalf}, "something gave way in my knee": {training.HurtKnee}, "me he roto el gemelo": {training.HurtCalf},
		"my dog had surgery and my knee hurts": {training.HurtKnee}, "38 degrees in the shade": {training.Heat}, "i dont want to be here anymore": {training.Burnout}, "type 1 with a pump": {training.InsulinDiabetes},
		"physio said no running": {training.Hurt}, "broke my tibia, not the fibula": {training.StressFracture},
		"gp wants my heart looked at after an odd ecg": {training.HeartDisease}, "EKG war komisch": {training.HeartDisease}, "electro raro la semana pasada": {training.HeartDisease}, "having my heart checked on thursday": {training.HeartDisease},
		"pins and needles down my left leg since the deadlifts": {training.HurtBack}, "in a cast until Friday": {training.Hurt}, "Knie ist noch nicht in Ordnung": {training.HurtKnee}, "Gips noch bis Freitag": {training.Hurt}, "stitches till the 8th": {training.Operation},
		"had a fall off the bike and hit my helmet": {training.HitHead}, "crashed yesterday and my helmet is cracked": {training.HitHead}, "Sturz vom Rad, Helm kaputt": {training.HitHead}, "me caí y rompí el casco": {training.HitHead},
		"heart went all thumpy on the stairs": {training.Palpitations}, "our twins are five weeks old": {training.Newborn}, "mit 6 Wochen altem Baby": {training.Newborn}, "mi hija tiene 3 semanas": {training.Newborn},
		"back to it after having kids": {training.Postpartum}, "first 10k since our second was born": {training.Postpartum}, "want to shift the pregnancy weight": {training.Postpartum}, "28 weeks, worried about pregnancy weight gain": {training.Pregnant}, "quiero perder los kilos del embarazo": {training.Postpartum},
		"ging mit 4 Stunden Schlaf ins Training": {training.NoSleep}, "con 3 horas de sueño": {training.NoSleep}, "running on three hours sleep": {training.NoSleep},
		"box of tissues on my desk all day": {training.Cold}, "nose spray every night": {training.Cold}, "gotas para la nariz": {training.Cold},
		"dropped a plate on my toe": {training.HurtFoot}, "rolled the sled over my foot": {training.HurtFoot}, "trapped my finger in the rack": {training.HurtWrist}, "endometriosis flare": {training.IllBelowNeck}, "IBS acting up": {training.IllBelowNeck},
		"fühl mich wie vom Bus überfahren": {training.IllBelowNeck}, "feel like I got hit by a bus": {training.IllBelowNeck}, "bin seit Montag positiv": {training.Covid}, "Schienbeinkante druckempfindlich": {training.HurtShin},
		"abgenommen ohne Grund": {training.RapidWeightLoss}, "he perdido 6 kilos en un mes": {training.RapidWeightLoss}, "3 Stunden Schlaf": {training.NoSleep}, "the toddler wont let me sleep": {training.NoSleep}, "el bebé no me deja dormir": {training.NoSleep},
		"my legs buckled on the treadmill": {training.Fainted}, "another dizzy spell this morning": {training.Fainted}, "vi estrellas en la última serie": {training.Fainted}, "me bajó la tensión en la ducha": {training.Fainted}, "casi me caigo redondo": {training.Fainted},
		"se me cargan los gemelos": {training.HurtCalf}, "se me carga la espalda con el remo": {training.HurtBack}, "26 weeks already": {training.Pregnant}, "i have MS": {training.IllBelowNeck}, "ate nothing yesterday": {training.REDS}, "need to cut weight for my fight": {training.REDS},
		"stairs are murder on my knees": {training.HurtKnee}, "pulled up lame in the last 200": {training.Hurt}, "physio banned me from running": {training.Hurt}, "my doctor has banned running": nil, "specialist wants me to stop": {training.Hurt}, "the consultant has forbidden swimming": {training.Hurt}, "moon boot for 3 weeks": {training.HurtFoot},
		"been in bed since Sunday": {training.IllBelowNeck}, "im Bett seit Sonntag": {training.IllBelowNeck}, "Braxton Hicks on the run": {training.PregnancyWarningSign}, "tummy gap of three fingers": {training.Postpartum},
		"periods all over the place": {training.MissedPeriods}, "dragging myself through every session": {training.Exhausted}, "ears ringing since the fall": {training.HitHead}, "tight jaw and clammy on the climb": {training.ChestPain},
		"jaw dropping views, sweaty but happy": nil, "boot camp class on Tuesday": nil, "doctor told me to stop smoking": nil, "in bed by 9 every night": nil, "murder hill on Sunday": nil, "drag me out for a run": nil, "pulled up short of the finish": nil,
		"legs went numb on the bike": nil, "legs went well": nil, "been running for 30 weeks now": nil, "ate nothing unusual": nil, "la rodilla perfecta, cero molestias": nil, "la rodilla no está perfecta": {training.HurtKnee}, "hab Fieber auf mehr": nil, "flat as a pancake route": nil,
		// and what speaks of no body
		"positive vibes only": nil, "hit by inspiration": nil, "dropped ten seconds on my 5k": nil, "wife had a baby shower": nil, "bin positiv überrascht": nil,
		"dont have any pain in my achilles": nil, "no pain anymore in my achilles": nil, "keine Schmerzen mehr in der Achillessehne": nil, "nach 20 Uhr geht nix mehr": nil, "ab 19 Uhr geht nichts mehr": nil,
		"ran a half last weekend, legs are toast": nil, "our son is 9 years old": nil, "after baby swim class on Tuesday": nil, "since our first race was in May": nil, "daughter's recital is 2 weeks away": nil,
		"new helmet arrived": nil, "helmet on for the ride on saturday": nil,
		"the weather had us in stitches until midnight": nil, "my heart rate strap was checked": nil, "knie ist wieder in ordnung": nil, "in the cast of a musical until Friday": nil,
		"my dog had surgery": nil, "the cat threw up": nil, "my coach is a pain in the neck": nil, "the route is sick": nil, "müde bin ich nicht": nil,
		"wegen Regen lieber drinnen": nil, "red leg warmers": nil, "went black friday shopping": nil, "I cracked my 10k PB": nil, "stress fracture in May, cleared by the doctor": nil,
	} {
		if got := Heard(text); !slices.Equal(got, want) {
			t.Errorf("%q: heard %v, want %v", text, got, want)
		}
	}
}
