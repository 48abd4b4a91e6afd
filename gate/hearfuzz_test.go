package gate

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fortnight/lexis"
	"fortnight/training"
)

// ways are how a language says the same of somebody, at some time: what is in braces is put in.
var saidIn = map[string][]string{
	"en": {
		"{}", "I have {}", "I had {} yesterday", "she has {}", "he had {} last week", "my wife says I have {}", "we think it is {}", "{} since Tuesday", "{}, so please adapt",
		"long run on Sunday. {}", "recovering from {}", "after {} two months ago", "there was {} again today", "coach: athlete reports {}", "xyz qwv {} blorp",
		"not sure but {}", "swim on Monday; {}; no ride on Friday", "I'm getting {}", "still {}", "no running on Tuesday, {}", "Yesterday: {}!", "you had {}", "if it matters, {}", "it was {}",
	},
	"de": {"{}", "ich habe {}", "gestern hatte ich {}", "sie hat {}", "seit Montag {}", "{}, bitte anpassen", "langer Lauf am Sonntag. {}", "nach {} vor zwei Monaten", "mein Mann hatte {}", "wieder {}"},
	"es": {"{}", "tengo {}", "ayer tuve {}", "ella tiene {}", "desde el lunes {}", "{}, por favor adapta", "rodaje largo el domingo. {}", "hace dos meses {}", "otra vez {}"},
}

// signsSaid are signs, each in several orders.
var signsSaid = map[string]map[training.Condition][]string{
	"en": {
		training.ChestPain: {"chest pain", "pain in the chest", "pressure on my chest", "a tight chest", "chest tightness", "aching chest"},
		training.Fainted:   {"fainted", "fainting spells", "passed out", "lost consciousness"}, training.Palpitations: {"a jumpy resting pulse", "palpitations", "a racing heart", "heart fluttering"},
		training.BreathlessAtRest: {"shortness of breath at rest", "breathless when sitting"}, training.OneSidedWeakness: {"a drooping face", "weakness on the left side", "a numb right arm", "numbness of one side"},
		training.WorstHeadache: {"the worst headache ever", "a sudden severe headache"}, training.HotSwollenCalf: {"a puffy warm leg since the long coach ride", "a hot swollen calf", "calf swollen and warm"},
		training.PregnancyWarningSign: {"spotting in pregnancy", "bleeding in pregnancy", "contractions"}, training.SaddleNumbness: {"saddle numbness", "numbness between the legs"},
		training.Fever: {"fever", "a high fever"}, training.Flu: {"influenza", "the flu"}, training.Covid: {"covid"}, training.Vomiting: {"vomiting", "a stomach bug"},
		training.Antibiotics: {"antibiotics", "a course of antibiotics"}, training.IllBelowNeck: {"heatstroke", "an infected wound", "an allergic reaction", "a lung infection", "bronchitis", "an illness", "a deep cough in the lungs"}, training.Cold: {"toothache", "a perforated eardrum", "a runny nose", "sore throat"},
		training.StressFracture: {"a growth plate fracture", "a stress fracture", "fracture from stress"}, training.StressReaction: {"osteoporosis", "a stress reaction", "bone stress"},
		training.ShinPinpointPain: {"pinpoint pain on the shin"}, training.NightPain: {"pain at night in the hip"}, training.HoppingGroinPain: {"groin pain when hopping"},
		training.HurtFoot: {"a sprained ankle", "ankle swelling"}, training.HurtPlantar: {"severs disease", "plantar fasciitis", "heel pain"}, training.HurtShin: {"compartment syndrome", "shin splints"}, training.HurtAchilles: {"achilles pain", "sore achilles"},
		training.HurtCalf: {"a strained calf", "calf strain"}, training.HurtKnee: {"osgood schlatter", "a popliteal cyst", "knee pain", "pain in both knees", "an injured knee", "runner's knee"}, training.HurtITB: {"itb pain"},
		training.HurtHip: {"a saddle sore", "saddle sores", "hip pain", "aching hips"}, training.HurtGroin: {"a pulled groin"}, training.HurtHamstring: {"a hamstring strain", "torn hamstring"}, training.HurtBack: {"spinal stenosis", "tingling in the leg down from my back", "back pain", "sciatica", "pain in my lower back"},
		training.HurtShoulder: {"shoulder pain", "rotator cuff trouble"}, training.HurtElbow: {"tennis elbow", "elbow pain"}, training.HurtWrist: {"a trigger finger", "a numb thumb", "a sprained wrist"},
		training.Concussion: {"a concussion"}, training.HitHead: {"a broken nose", "a broken jaw", "hit the head"}, training.HeartDisease: {"heart scarring", "a heart attack", "heart disease", "atrial fibrillation"},
		training.HighBloodPressure: {"high blood pressure", "hypertension"}, training.BetaBlocker: {"beta blockers", "bisoprolol"}, training.InsulinDiabetes: {"diabetes"},
		training.Pregnant: {"a positive pregnancy test", "pregnancy", "second trimester"}, training.Postpartum: {"given birth", "postpartum weeks"}, training.Caesarean: {"a caesarean"}, training.Prolapse: {"a heavy dragging pelvic floor", "prolapse"},
		training.MissedPeriods: {"missed periods"}, training.EatingDisorder: {"an eating disorder", "bulimia"}, training.Exhausted: {"exhaustion"}, training.Burnout: {"an anxiety disorder", "panic attacks", "burnout"},
		training.NoSleep: {"insomnia", "no sleep"}, training.Newborn: {"a newborn"}, training.Operation: {"a labrum repair", "a breast reduction", "a retinal detachment", "a dental implant", "surgery", "an operation"}, training.ACLSurgery: {"ACL surgery", "surgery on the ACL"},
		training.JointReplacement: {"a knee replacement"}, training.Altitude: {"altitude"}, training.PoorAir: {"poor air quality"},
		training.Hurt:         {"rheumatoid arthritis", "gout"},
		training.ChestHistory: {"asthma"},
	},
	"de": {
		training.ChestPain: {"Brustschmerzen", "Schmerzen in der Brust", "Druck auf der Brust"}, training.Fever: {"Fieber"}, training.Flu: {"Grippe"}, training.Fainted: {"Ohnmacht"}, training.Palpitations: {"Herzrasen"},
		training.StressFracture: {"Ermüdungsbruch"}, training.HurtKnee: {"Knieschmerzen", "Schmerzen im Knie"}, training.HurtBack: {"Kribbeln im Bein vom Rücken herunter", "Rückenschmerzen"}, training.HurtAchilles: {"Achillessehnenschmerzen"},
		training.Concussion: {"Gehirnerschütterung"}, training.HeartDisease: {"Herzinfarkt"}, training.HighBloodPressure: {"Bluthochdruck"}, training.Covid: {"Corona"}, training.Antibiotics: {"Antibiotika"},
		training.Pregnant: {"Schwangerschaft"}, training.Burnout: {"eine Angststörung", "Panikattacken", "Burnout"}, training.HurtShoulder: {"Schulterschmerzen"}, training.Operation: {"Weisheitszähne gezogen", "Wurzelbehandlung", "Operation"}, training.NoSleep: {"Schlaflosigkeit"},
		training.HurtHip:        {"Hüftschmerzen"},
		training.IllBelowNeck:   {"Mandelentzündung", "eine allergische Reaktion"},
		training.Cold:           {"Zahnschmerzen", "Nebenhöhlen dicht"},
		training.StressReaction: {"Osteoporose", "Knochenmarködem"},
		training.HurtWrist:      {"Karpaltunnelsyndrom"},
		training.HitHead:        {"Nasenbeinbruch"},
		training.Prolapse:       {"Blasensenkung"},
		training.HotSwollenCalf: {"Lungenembolie"},
	},
	"es": {
		training.ChestPain: {"dolor en el pecho", "presión en el pecho"}, training.Fever: {"fiebre"}, training.Flu: {"gripe"}, training.Palpitations: {"palpitaciones"}, training.StressFracture: {"fractura por estrés"},
		training.HurtKnee: {"dolor de rodilla", "rodilla inflamada"}, training.HurtBack: {"hormigueo en la pierna desde la espalda", "dolor de espalda"}, training.Concussion: {"conmoción"}, training.HeartDisease: {"infarto"}, training.Pregnant: {"embarazo"},
		training.HurtShoulder: {"dolor de hombro"}, training.Operation: {"endodoncia", "operación"}, training.Antibiotics: {"antibióticos"}, training.Exhausted: {"agotamiento"}, training.HighBloodPressure: {"hipertensión"},
		training.Cold:           {"dolor de muelas", "agua en el oído"},
		training.IllBelowNeck:   {"reacción alérgica"},
		training.StressReaction: {"osteoporosis"},
		training.Burnout:        {"ataques de pánico"},
		training.Postpartum:     {"aborto espontáneo"},
		training.Hurt:           {"ataque de gota"},
	},
}

// misspell makes one mistake in a long word of a text, if there is one that makes no other word of it.
func misspell(r *rand.Rand, text string) string {
	words := strings.Fields(text)
	for range 12 {
		n := r.IntN(len(words))
		w := []rune(words[n])
		if len(w) < 6 {
			continue
		}
		i, wrong := 1+r.IntN(len(w)-2), slices.Clone(w)
		switch r.IntN(4) {
		case 0:
			wrong[i], wrong[i+1] = wrong[i+1], wrong[i]
		case 1:
			wrong = slices.Delete(wrong, i, i+1)
		case 2:
			wrong = slices.Insert(wrong, i, w[i])
		default:
			wrong[i] = rune('a' + r.IntN(26))
		}
		if folded := lexis.Fold(string(wrong)); folded == lexis.Fold(words[n]) || speller.Knows(folded) {
			continue
		}
		words[n] = string(wrong)
		break
	}
	return strings.Join(words, " ")
}

// Whoever has it, whenever it was, in whatever order it is said and with whatever mistake in spelling: a gate opens.
func TestGatesOpenHoweverItIsSaid(t *testing.T) {
	r := rand.New(rand.NewPCG(16, 7))
	said, lost := 0, 0
	for _, language := range []string{"en", "de", "es"} {
		for _, c := range training.Conditions {
			for _, sign := range signsSaid[language][c] {
				for _, way := range saidIn[language] {
					plain := strings.ReplaceAll(way, "{}", sign)
					for _, text := range []string{plain, strings.ToUpper(plain), misspell(r, plain), misspell(r, plain), misspell(r, plain)} {
						said++
						if got := Heard(text); !slices.Contains(got, c) {
							lost++
							if lost <= 40 {
								t.Errorf("%s in %q: %v", c, text, got)
							}
						}
					}
				}
			}
		}
	}
	t.Logf("%d times said, %d lost", said, lost)
}

// What is denied right before it, and what is said to be over, opens nothing; nor do words that only look like it.
func TestWhatIsDeniedOpensNoGate(t *testing.T) {
	for _, text := range []string{
		"no chest pain", "no pain in my chest", "without knee pain", "I don't have any knee pain", "my knee doesn't hurt any more", "the knee does not hurt", "never had a stress fracture",
		"no fever or cough", "no fever", "not sick", "I'm not pregnant", "keine Knieschmerzen", "kein Fieber", "ohne Schmerzen im Knie", "das Knie tut nicht mehr weh", "nicht krank", "sin dolor de rodilla",
		"no tengo fiebre", "ya no me duele la espalda", "stress fracture in May, cleared", "heart attack last year, cleared by my cardiologist", "knee injury healed", "a cardiologist has cleared me", "mein Kardiologe hat mich freigegeben",
		"sick of running", "cold water swim", "it's too cold outside", "back to back hard days", "come back strong, pain cave", "no pain no gain", "injury prevention work", "I'm expecting rain",
		"new knee sleeves", "heart rate sessions at race pace", "my heart is set on racing", "hay fever", "stroke work in the pool", "rest period of two minutes", "I want to lose weight", "long run at 10 degrees",
		"chest day and bench press", "paint the house", "eat chess pie", "blood pressure normal", "ride a stage race", "no rest days", "easy on the back nine", "core and arms",
	} {
		if got := Heard(text); len(got) > 0 {
			t.Errorf("%q opens %v", text, got)
		}
	}
}

// A negation takes nothing away that does not stand right behind it.
func TestWhatIsNotDeniedOpensAGate(t *testing.T) {
	for text, want := range map[string]training.Condition{
		"can't run without knee pain": training.HurtKnee, "no running, knee hurts": training.HurtKnee, "No. My knee hurts": training.HurtKnee, "no change: knee pain": training.HurtKnee,
		"not only my knee hurts": training.HurtKnee, "stress fracture, not cleared yet": training.StressFracture, "no running until the stress fracture is cleared": training.StressFracture,
		"not sure it is a stress fracture": training.StressFracture, "no more than one hard day, my achilles is sore": training.HurtAchilles, "I don't know, chest pain maybe": training.ChestPain,
		"kein Laufen, Knie tut weh": training.HurtKnee, "no puedo correr, me duele la rodilla": training.HurtKnee, "no chest pain but palpitations": training.Palpitations,
		"the knee is fine, but my back hurts": training.HurtBack, "I'm injured": training.Hurt, "pain when I run": training.Hurt, "had a fever yesterday": training.Fever, "was ill": training.IllBelowNeck,
	} {
		if got := Heard(text); !slices.Contains(got, want) {
			t.Errorf("%q opens %v, not %s", text, got, want)
		}
	}
}

func TestWhereAGateWasHeard(t *testing.T) {
	text := "Long run Sunday. Had chest pains yesterday; no yoga"
	found := Hear(text)
	if len(found) != 1 || text[found[0].From:found[0].To] != "chest pains" || found[0].Unsure {
		t.Errorf("%+v", found)
	}
	if found = Hear("my kneee hurts"); len(found) != 1 || !found[0].Unsure {
		t.Errorf("a misspelt knee: %+v", found)
	}
}

func FuzzHear(f *testing.F) {
	for _, text := range []string{"chest pain", "no fever or cough, knee knee knee hurts hurts", "@;\x00é日本", strings.Repeat("pain knee no ", 400)} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		found := Hear(text)
		if len(found) > len(training.Conditions) {
			t.Fatalf("%d mentions", len(found))
		}
		for _, m := range found {
			if m.From < 0 || m.To > len(text) || m.From >= m.To || Of(m.Condition) == "" {
				t.Fatalf("%+v of %q", m, text)
			}
		}
	})
}
