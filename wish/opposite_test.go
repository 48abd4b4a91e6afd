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
		"ditch the run on Tuesday":                               {"AVOID RUN 2"},
		"axe Tuesday's intervals":                                {"AVOID HARD 2"},
		"bork the run on Tuesday":                                {"?"},
		"the Tuesday run can go":                                 {"AVOID RUN 2"},
		"Tuesday's run has to go":                                {"AVOID RUN 2"},
		"can I go for a run on Tuesday":                          {"PREFER RUN 2"},
		"could Saturday's long run go to Sunday?":                {"MOVE LONG RUN 6>7"},
		"keep me out of the pool on Friday":                      {"AVOID SWIM 5"},
		"I've had enough of long runs":                           {"AVOID~ LONG RUN all"},
		"la bici del lunes me la salto":                          {"AVOID RIDE 1"},
		"den Lauf am Dienstag knicken wir":                       {"AVOID RUN 2"},
		"don't cancel the run on Tuesday":                        {"REQUIRE RUN 2"},
		"bitte den Lauf am Dienstag nicht streichen":             {"REQUIRE RUN 2"},
		"no quites la carrera del martes":                        {"REQUIRE RUN 2"},
		"I can't avoid running on Monday":                        {"REQUIRE RUN 1"},
		"not enough swimming":                                    {"?"},
		"tempo on Tuesday was too hard":                          {"?"},
		"ran 10 km on Saturday":                                  {"?"},
		"should I run on Tuesday?":                               {"?"},
		"run without headphones on Tuesday":                      {"?"},
		"not only running please":                                {"?"},
		"free run on Tuesday":                                    {"?"},
		"long run on Sunday or nothing":                          {"?"},
		"not before Wednesday a hard run":                        {"?"},
		"run off the bike on Saturday":                           {"PREFER X-BRICK MULTI_SPORT 6"},
		"back off the running":                                   {"LESS RUN all"},
		"bike fitting on Wednesday at 10":                        {"?"},
		"run errands on Monday":                                  {"?"},
		"swimming is boring, bike instead":                       {"AVOID~ SWIM all", "PREFER RIDE all"},
		"long ride on Sunday, but not before 10":                 {"PREFER LONG RIDE 10:00-24:00 7"},
		"3h ride on Sunday with some hills":                      {"?"},
		"ill, and tempo holds":                                   {"?", "GATE ILL_BELOW_NECK"},
		"nothing on Thanksgiving weekend":                        {"?"},
		"sore ITB, cycling only until Saturday":                  {"AVOID ROW 1-6", "AVOID RUN 1-6", "AVOID STRENGTH 1-6", "AVOID SWIM 1-6", "GATE HURT_ITB"},
		"you gave me a swim on Thursday, no pool then":           {"?", "AVOID SWIM 4"},
		"no swimming this week, running's ok":                    {"AVOID SWIM 1-7"},
		"skip running and do the bike":                           {"AVOID RUN all", "PREFER RIDE all"},
		"Thursday's out, put the tempo on Friday":                {"PREFER HARD 5", "REST 4"},
		"schwimmen am Dienstag fällt aus, dafür Mittwoch":        {"AVOID SWIM 2", "PREFER SWIM 3"},
		"nicht laufen, sondern schwimmen am Dienstag":            {"AVOID RUN 2", "PREFER SWIM 2"},
		"el martes no corro, nado":                               {"AVOID RUN 2", "PREFER SWIM 2"},
		"rest on Tuesday, not Wednesday":                         {"REST 2"},
		"I can't do without my Sunday ride":                      {"REQUIRE RIDE 7"},
		"don't let me skip strength on Monday":                   {"REQUIRE STRENGTH 1"},
		"two hours is too long for Tuesday":                      {"?"},
		"add 10 minutes to the long run":                         {"?"},
		"drop a ride this week":                                  {"?"},
		"quita una sesión de fuerza":                             {"?"},
		"vormittags geht nur samstags":                           {"?"},
		"descanso activo el miércoles":                           {"AVOID HARD 3"},
		"der Lauf am Dienstag kann bleiben, das Schwimmen nicht": {"AVOID SWIM 2", "REQUIRE RUN 2"},
		"make the runs shorter and the swims easier":             {"EASE SWIM all", "LESS RUN all"},
		"intervals on Wednesday, but only after 18:00":           {"PREFER HARD 18:00-24:00 3"},
		"a ride instead of the run, but only on Saturday":        {"?"},
		"got a Peloton now":                                      {"?"},
		"fewer but longer runs":                                  {"?"},
		"move Tuesday's run":                                     {"?"},
		"den Lauf am Dienstag verschieben":                       {"?"},
		"not the run, the swim on Tuesday should move to Friday": {"MOVE SWIM 2>5"},
		"skip the run on Tuesday, not the swim":                  {"AVOID RUN 2"},
		"keep the long run but shorten it":                       {"?", "REQUIRE LONG RUN all"},
		"strength on days without a run":                         {"?"},
		"I leave on Friday at noon":                              {"?"},
		"until 4pm on Friday I'm at work":                        {"UNAVAILABLE 00:00-16:00 5"},
		"race weight by Saturday":                                {"?"},
		"I'm not sick, just tired of running":                    {"?"},
		"as little running as possible":                          {"LESS RUN all"},
		"the only ride I want is on Saturday":                    {"?"},
		"skip the next run":                                      {"?"},
		"five times a week, strength on Monday":                  {"LIMIT =5/w all", "PREFER STRENGTH 1"},
		"only Wednesday and Saturday are free":                   {"UNAVAILABLE 1-2,4-5,7-9,11-12,14"},
		"at most one hard ride and one hard run a week":          {"LIMIT HARD RIDE <=1/w all", "LIMIT HARD RUN <=1/w all"},
		"working from home Tuesday so I can run at lunch":        {"?", "PREFER RUN 11:30-14:00 2"},
		"marathon training starts in January":                    {"?"},
		"the kids are away this weekend so I've loads of time":   {"?"},
	} {
		wishes, left := wish.Read(text, monday-1, monday, 14)
		if got := saidAll(wishes, left); !slices.Equal(got, sorted(want)) {
			t.Errorf("%q\n  read %q\n  want %q", text, got, want)
		}
	}
}
