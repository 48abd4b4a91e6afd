package wish_test

import (
	"slices"
	"strings"
	"testing"

	"fortnight/wish"
)

// What a part leaves open is not taken for all days, for all sports or for the first that comes: it has what its neighbour says, or is asked about.
func TestWhatAPartLeavesOpen(t *testing.T) {
	for text, want := range map[string]string{
		// of which days
		"swim on Tuesday, no gym please":                 "? ; PREFER SWIM 2",
		"no gym please, swim on Tuesday":                 "AVOID STRENGTH all ; PREFER SWIM 2",
		"two swims this week, no running at all":         "AVOID RUN 1-7 ; LIMIT SWIM =2 1-7",
		"no time on Thursday so nothing hard":            "AVOID HARD 4 ; UNAVAILABLE 4",
		"five sessions a week, easy on Mondays":          "AVOID HARD 1,8 ; LIMIT =5/w all",
		"quítame la carrera del jueves, ese día trabajo": "AVOID RUN 4",
		"ab Freitag laufe ich wieder, davor nichts":      "PREFER RUN 5-14 ; REST 1-4",
		"intervals on Wednesday, then easy until Sunday": "AVOID HARD 4-7 ; PREFER HARD 3",
		"nothing on Saturday or Sunday":                  "REST 6-7",
		"a rest day on Saturday or Sunday":               "REST_DAYS >=1 6-7",
		"never run on Monday":                            "AVOID RUN 1,8",
		"never swim on Mondays and never on a Friday":    "AVOID SWIM 1,8 ; AVOID SWIM 5,12",
		"run home from work on Tuesday":                  "PREFER RUN 2",
		// of what
		"I want three runs this week, all of them easy":              "AVOID HARD RUN 1-7 ; LIMIT RUN =3 1-7",
		"two runs next week, both easy":                              "AVOID HARD RUN 1-7 ; LIMIT RUN =2 1-7",
		"nothing intense the two days before my race on 12 December": "AVOID HARD 11-12 ; RACE 13",
		"der Lauf am Donnerstag darf etwas länger sein":              "?",
		"last long run on Saturday before the race":                  "?",
		"three short sessions this week":                             "?",
		"only short sessions this week":                              "LESS 1-7",
		// until when, and which day
		"physio appointment on Wednesday at 10":                    "?",
		"a meeting on Tuesday at 18:00":                            "UNAVAILABLE 18:00-24:00 2",
		"no swimming until the tenth":                              "AVOID SWIM 1-10",
		"the fifth run was hard":                                   "?",
		"marathon expo on Saturday":                                "?",
		"marathon Valencia on Sunday":                              "RACE RUN 42195m 7",
		"swimming bores me lately so let's pause that for 2 weeks": "? ; AVOID SWIM all",
		"nothing fancy this week":                                  "?",
		"flying on the 5th, jetlagged until the 7th":               "UNAVAILABLE 6-8",
		"mon work late, tue free, wed kids":                        "?",
		"Lauf am Do bitte durch Schwimmen ersetzen":                "AVOID RUN 4 ; REQUIRE SWIM 4",
		"das Rad ist bis Fr in der Werkstatt":                      "AVOID RIDE 1-5",
		"bitte keine doppelten Tage mehr":                          "?",
		"shorten everything by 10 minutes":                         "?",
		"add one swim next week":                                   "?",
		"den langen Lauf um 10 Minuten kürzen":                     "?",
		"until my bike is fixed (Friday), only run and swim":       "?",
		"don't do Tuesday and Wednesday back to back hard":         "APART HARD 2-3",
		"Ich schaffe diese Woche nur die Hälfte":                   "?",
		"I can only train this week":                               "UNAVAILABLE 8-14",
		"both weekends are free, weekdays after 6":                 "?",
		"ride every day except":                                    "?",
		"more rides than runs this week":                           "?",
		"Mon/Wed swim, Tue/Thu run, Sat ride":                      "PREFER RIDE 6 ; PREFER RUN 2,4 ; PREFER SWIM 1,3",
		"más bici que correr":                                      "?",
		"swim Monday and Tuesday, Wednesday and Thursday run":      "PREFER RUN 3-4 ; PREFER SWIM 1-2",
		// whether somebody is there at all
		"I'm off from Wednesday so I can train more":             "?",
		"I'm off on Friday":                                      "REST 5",
		"give me Monday and Tuesday off to recover":              "REST 1-2",
		"travelling Monday to Wednesday but the hotel has a gym": "EQUIPMENT [GYM] 1-3",
		"no time Monday to Wednesday":                            "UNAVAILABLE 1-3",
		"on holiday this week and I train in the mornings":       "?",
		"Saturday is free so a long ride would be perfect":       "? ; PREFER LONG RIDE 6",
	} {
		wishes, left := wish.Read(text, monday-1, monday, 14)
		if got := strings.Join(saidAll(wishes, left), " ; "); got != want {
			t.Errorf("%q: read %q, want %q", text, got, want)
		}
	}
}

// Of which days or of what a part is that names none is asked, with both readings.
func TestWhatIsLeftOpenIsAsked(t *testing.T) {
	for text, want := range map[string][]string{
		"swim on Tuesday, no gym please":                 {"on Tue 1 Dec", "on all days"},
		"strength on Monday and Thursday, nothing heavy": {"on Mon 30 Nov, Thu 3 Dec", "on all days"},
		"a swim this week, at most 45 minutes a session": {"at most 45 min of swimming a day on Mon 30 Nov to Sun 13 Dec", "at most 45 min of training a day on Mon 30 Nov to Sun 13 Dec"},
		"five sessions a week, at most one hour":         nil,
	} {
		var got []string
		for _, q := range wish.Understand(text, monday-1, monday, 14, false).Questions {
			for _, reading := range q.Readings {
				got = append(got, reading.Says)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: asks %q, want %q", text, got, want)
		}
	}
}
