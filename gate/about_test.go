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
		// of the athlete, whose words are told
		`You wrote "my knee hurts", so no running`:     {training.HurtKnee},
		"You told me: my knee hurts":                   {training.HurtKnee},
		"Du sagtest „mein Knie tut weh“: heute nichts": {training.HurtKnee},
		// of both
		"My knee hurts, and your back hurts":                       {training.HurtBack},
		"Keep it easy. Cadence above 90, last three reps at tempo": nil,
	} {
		var got []training.Condition
		for _, m := range HearFrom(CoachTo, text) {
			got = append(got, m.Condition)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// A coach's "I" is the coach's own in a wish; in the athlete's place it may be what the athlete said, and is heard, unless the text sets the two apart.
func TestWhoseIsACoachsI(t *testing.T) {
	for text, want := range map[string]struct{ of, place []training.Condition }{
		"I have a fever": {nil, []training.Condition{training.Fever}},
		"My knee hurts, so no track session on Thursday": {nil, []training.Condition{training.HurtKnee}},
		"Ich habe Fieber, am Donnerstag ohne mich":       {nil, []training.Condition{training.Fever}},
		"Me duele la rodilla, sin series el jueves":      {nil, []training.Condition{training.HurtKnee}},
		"I have a fever, so the athlete rides alone":     {nil, nil},
		"Ich habe Fieber, die Athletin fährt allein":     {nil, nil},
		"She has a fever":                                  {[]training.Condition{training.Fever}, []training.Condition{training.Fever}},
		"The athlete has a fever":                          {[]training.Condition{training.Fever}, []training.Condition{training.Fever}},
		"Knee pain since Sunday":                           {[]training.Condition{training.HurtKnee}, []training.Condition{training.HurtKnee}},
		"She wrote: my knee hurts":                         {[]training.Condition{training.HurtKnee}, []training.Condition{training.HurtKnee}},
		`The athlete's words: "I have a fever"`:            {[]training.Condition{training.Fever}, []training.Condition{training.Fever}},
		"If his knee hurts, swims rather than runs":        {[]training.Condition{training.HurtKnee}, []training.Condition{training.HurtKnee}},
		"I said my knee hurts, so he does the track alone": {nil, []training.Condition{training.HurtKnee}},
	} {
		for by, want := range map[Writer][]training.Condition{Athlete: Heard(text), CoachOf: want.of, CoachFor: want.place} {
			var got []training.Condition
			for _, m := range HearFrom(by, text) {
				got = append(got, m.Condition)
			}
			if !slices.Equal(got, want) {
				t.Errorf("%q by %d: %v, want %v", text, by, got, want)
			}
		}
	}
}
