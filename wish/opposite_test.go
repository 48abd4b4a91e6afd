package wish_test

import (
	"slices"
	"testing"

	"fortnight/wish"
)

// Nothing is read as the opposite of what it says: what takes away in words that few use, what keeps by denying that, what was, what is only asked or
// supposed.
func TestNothingIsReadAsItsOpposite(t *testing.T) {
	for text, want := range map[string][]string{
		"ditch the run on Tuesday":                     {"AVOID RUN 2"},
		"axe Tuesday's intervals":                      {"AVOID HARD 2"},
		"bork the run on Tuesday":                      {"?"},
		"the Tuesday run can go":                       {"AVOID RUN 2"},
		"Tuesday's run has to go":                      {"AVOID RUN 2"},
		"can I go for a run on Tuesday":                {"PREFER RUN 2"},
		"could Saturday's long run go to Sunday?":      {"MOVE LONG RUN 6>7"},
		"keep me out of the pool on Friday":            {"AVOID SWIM 5"},
		"I've had enough of long runs":                 {"AVOID~ LONG RUN all"},
		"la bici del lunes me la salto":                {"AVOID RIDE 1"},
		"den Lauf am Dienstag knicken wir":             {"AVOID RUN 2"},
		"don't cancel the run on Tuesday":              {"REQUIRE RUN 2"},
		"bitte den Lauf am Dienstag nicht streichen":   {"REQUIRE RUN 2"},
		"no quites la carrera del martes":              {"REQUIRE RUN 2"},
		"I can't avoid running on Monday":              {"REQUIRE RUN 1"},
		"not enough swimming":                          {"?"},
		"tempo on Tuesday was too hard":                {"?"},
		"ran 10 km on Saturday":                        {"?"},
		"should I run on Tuesday?":                     {"?"},
		"run without headphones on Tuesday":            {"?"},
		"not only running please":                      {"?"},
		"free run on Tuesday":                          {"?"},
		"long run on Sunday or nothing":                {"?"},
		"not before Wednesday a hard run":              {"?"},
		"run off the bike on Saturday":                 {"PREFER X-BRICK MULTI_SPORT 6"},
		"back off the running":                         {"LESS RUN all"},
		"bike fitting on Wednesday at 10":              {"?"},
		"run errands on Monday":                        {"?"},
		"swimming is boring, bike instead":             {"AVOID~ SWIM all", "PREFER RIDE all"},
		"long ride on Sunday, but not before 10":       {"PREFER LONG RIDE 10:00-24:00 7"},
		"3h ride on Sunday with some hills":            {"?"},
		"ill, and tempo holds":                         {"?", "GATE ILL_BELOW_NECK"},
		"nothing on Thanksgiving weekend":              {"?"},
		"sore ITB, cycling only until Saturday":        {"AVOID ROW 1-6", "AVOID RUN 1-6", "AVOID STRENGTH 1-6", "AVOID SWIM 1-6", "GATE HURT_ITB"},
		"you gave me a swim on Thursday, no pool then": {"?", "AVOID SWIM 4"},
	} {
		wishes, left := wish.Read(text, monday-1, monday, 14)
		if got := saidAll(wishes, left); !slices.Equal(got, sorted(want)) {
			t.Errorf("%q\n  read %q\n  want %q", text, got, want)
		}
	}
}
