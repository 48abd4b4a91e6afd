package gate

import (
	"slices"
	"testing"

	"fortnight/training"
)

func TestWhatACoachWritesIsHeardOfTheAthleteAlone(t *testing.T) {
	for text, want := range map[string][]training.Condition{
		// of the athlete, and where nobody says of whom
		"Your knee hurts, so ride easy today":           {training.HurtKnee},
		"You told me about your knee pain":              {training.HurtKnee},
		"Knee pain since Sunday: no running":            {training.HurtKnee},
		"I think you have a fever":                      {training.Fever},
		"I heard about the fever":                       {training.Fever},
		"My athlete has a fever":                        {training.Fever},
		"I'm worried about the knee pain":               {training.HurtKnee},
		"Du hast Fieber, also Pause":                    {training.Fever},
		"Dein Knie tut weh":                             {training.HurtKnee},
		"Te duele la rodilla, hoy nada de correr":       {training.HurtKnee},
		"Tienes fiebre: descansa":                       {training.Fever},
		"If your knee hurts again, stop":                {training.HurtKnee},
		"Ask the physio if the knee pain needs a scan":  {training.HurtKnee},
		"Falls dein Knie immer noch weh tut, abbrechen": {training.HurtKnee},
		"I have a meeting, and you have a fever":        {training.Fever},
		"You should rest your sore knee":                {training.HurtKnee},
		"We both know it: your knee hurts":              {training.HurtKnee},
		// of the coach
		"My knee hurts, so I shall not be there": nil,
		"I have a fever and cannot come":         nil,
		"I've got a fever, train alone":          nil,
		"My left knee hurts":                     nil,
		"Ich habe Fieber und komme nicht":        nil,
		"Mein Knie tut weh":                      nil,
		"Mir tut das Knie weh, du fährst allein": nil,
		"Tengo fiebre, entrena sin mí":           nil,
		"Me duele la rodilla":                    nil,
		// supposed
		"If your knee hurts, stop":           nil,
		"Stop if you have chest pain":        nil,
		"Should your knee hurt, walk home":   nil,
		"Falls dein Knie weh tut, abbrechen": nil,
		"Wenn du Fieber hast, bleib im Bett": nil,
		"Si te duele la rodilla, para":       nil,
		// of both
		"My knee hurts, and your back hurts":                       {training.HurtBack},
		"Keep it easy. Cadence above 90, last three reps at tempo": nil,
	} {
		var got []training.Condition
		for _, m := range HearAbout(text) {
			got = append(got, m.Condition)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
