package gate

import (
	"slices"
	"testing"

	"fortnight/training"
)

// What a parent, a brother or a sister has is not the athlete's; a plan that is asked for somebody else is that one's, and what may be caught in the house
// holds, whoever has it.
func TestWhatTheFamilyHas(t *testing.T) {
	for text, want := range map[string][]training.Condition{
		"my brother had a knee operation":                           nil,
		"my sister broke her leg, I drive her on Tuesday":           nil,
		"mein Vater hatte eine Schulteroperation":                   nil,
		"mi madre tiene una fractura de estrés":                     nil,
		"Mein Sohn hat Grippe, ich bin gesund":                      {training.Flu},
		"my daughter has a fever":                                   {training.Fever},
		"my son has the flu and I'm not well":                       {training.Flu},
		"my mother is 14 weeks pregnant and wants an easy plan":     {training.Pregnant},
		"my father has a bad knee, I'm training with a sore calf":   {training.HurtCalf},
		"my brother had knee surgery and I have a sore knee myself": {training.HurtKnee},
	} {
		var got []training.Condition
		for _, m := range HearFrom(Athlete, text) {
			got = append(got, m.Condition)
		}
		for _, c := range want {
			if !slices.Contains(got, c) {
				t.Errorf("%q: %v, want %s", text, got, c)
			}
		}
		if len(want) == 0 && len(got) > 0 {
			t.Errorf("%q opens %v", text, got)
		}
	}
}
