package wish_test

import (
	"strings"
	"testing"

	"fortnight/wish"
)

// Days beside a session, days of rest that change, lists under a heading, and lengths that change.
func TestDaysBesideAndLists(t *testing.T) {
	for text, want := range map[string]string{
		"rest the day after the long run on Sunday":              "PREFER LONG RUN 7 ; REST 8",
		"a rest day before and after the long run on Sunday":     "PREFER LONG RUN 7 ; REST 6,8",
		"easy day before and after the race on Saturday":         "AVOID HARD 5 ; RACE 6",
		"race day is the 12th, so rest the day before and after": "RACE 13 ; REST 12,14",
		"Samstag langer Lauf, am Tag danach Pause":               "PREFER LONG RUN 6 ; REST 7",
		"descanso el día después de la tirada larga del domingo": "PREFER LONG RUN 7 ; REST 8",
		"no strength the day after the long run on Sunday":       "?",
		"a rest day after each long run":                         "?",
		"two days off after Sunday's race":                       "RACE 7 ; REST 8-9",
		"Friday instead of Monday as my rest day":                "REST 5",
		"move my rest day from Friday to Thursday":               "REST 4",
		"Ruhetag lieber Montag statt Freitag":                    "REST 1",
		"statt Dienstag am Mittwoch schwimmen":                   "AVOID SWIM 2 ; PREFER SWIM 3",
		"busy: Tuesday evening, Thursday all day":                "UNAVAILABLE 17:00-24:00 2 ; UNAVAILABLE 4",
		"nicht verfügbar: Dienstag, Donnerstag ab 17 Uhr":        "UNAVAILABLE 17:00-24:00 4 ; UNAVAILABLE 2",
		"run: Tuesday, swim: Friday":                             "PREFER RUN 2 ; PREFER SWIM 5",
		"Tuesday and Thursday runs, Monday and Friday swims":     "PREFER RUN 2,4 ; PREFER SWIM 1,5",
		"swim twice and not run at all this week":                "AVOID RUN 1-7 ; LIMIT SWIM =2 1-7",
		"a swim and not a run on Tuesday":                        "AVOID RUN 2 ; PREFER SWIM 2",
		"cut the long run to 90 minutes":                         "LIMIT LONG RUN 90min all",
		"kürze den langen Lauf auf 15 km":                        "LIMIT LONG RUN 15000m all",
		"extend the long run to 20 km on Sunday":                 "PREFER LONG RUN 20000m 7",
		"Samstag geht nicht, Sonntag schon":                      "? ; REST 6",
		"los martes no puedo, los jueves sí":                     "? ; REST 2,9",
		"skip Tuesday's gym and do it Thursday":                  "AVOID STRENGTH 2 ; PREFER STRENGTH 4",
		"a rest day after the long ride on Saturday":             "PREFER LONG RIDE 6 ; REST 7",
		"den Ruhetag auf Mittwoch verschieben":                   "REST 3",
		"train Monday to Thursday, the other days rest":          "?",
		"swim twice a week, ideally Mondays and Thursdays":       "LIMIT SWIM =2/w all ; PREFER SWIM 1,4,8,11",
		"a brick on Sunday: 60 min bike and 20 min run":          "? ; PREFER X-BRICK MULTI_SPORT 7",
		"a long ride on Sunday, keep it < 3 h":                   "LIMIT LONG RIDE 180min 7 ; PREFER LONG RIDE 7",
		"≥2 swims a week":                                        "LIMIT SWIM >=2/w all",
		"no running until next Monday":                           "AVOID RUN 1-7",
		"keep intensity out of the first week":                   "AVOID HARD 1-7",
		"from Tuesday to Thursday with no more than a hotel gym": "EQUIPMENT [GYM] 2-4",
		"Mi Abend Lauf":                  "PREFER RUN 17:00-22:00 3",
		"away 4-6/12":                    "UNAVAILABLE 5-7",
		"4.-6.12. frei":                  "REST 5-7",
		"Thursday works, Friday doesn't": "? ; REST 5",
		"run > bike this week":           "?",
		"-swim +bike":                    "?",
		"max 1h/day m-f":                 "LIMIT 60min 1-5,8-12",
		"move the long run from Sunday -> Saturday":              "MOVE LONG RUN 7>6",
		"swap Wed <-> Thu":                                       "MOVE 3>4 ; MOVE 4>3",
		"should the weather turn, I would rather ride on Sunday": "?",
		"not until Wednesday please":                             "REST 1-2",
		"erst ab Mittwoch wieder laufen":                         "AVOID RUN 1-2",
		"running only from Thursday":                             "AVOID RUN 1-3",
		"hotel pool only from the 2nd to the 5th":                "EQUIPMENT [POOL] 3-6",
		"entre semana solo a partir de las 19h":                  "UNAVAILABLE 00:00-19:00 1-5,8-12",
		"must finish before 6pm on Thursdays":                    "UNAVAILABLE 18:00-24:00 4,11",
		"vom 5. an im Trainingslager, viel Rad bitte":            "MORE RIDE 6-14",
		"bis auf Dienstag passt alles":                           "?",
		"four runs next week instead of three":                   "LIMIT RUN =4 1-7",
		"please clear the next two days":                         "REST 1-2",
		"on holiday next week and can train more":                "?",
		"ride on the trainer on weekdays":                        "?",
		"run in the morning on weekdays":                         "PREFER RUN 05:00-12:00 1-5,8-12",
		"the second Sunday should be free":                       "REST 14",
		"every second Monday off":                                "?",
		"am zweiten Samstag ein langer Lauf":                     "PREFER LONG RUN 13",
		"I just don't want hills":                                "AVOID R-HILL RUN all",
	} {
		wishes, left := wish.Read(text, monday-1, monday, 14)
		if got := strings.Join(saidAll(wishes, left), " ; "); got != want {
			t.Errorf("%q: read %q, want %q", text, got, want)
		}
	}
}
