package wish_test

import (
	"slices"
	"strings"
	"testing"

	"fortnight/wish"
)

// Each class of words that say something beside what the grammar reads: a wish in which one is left over is told as not understood, and a neighbour of it in which
// the same word is told is read.
func TestWhatIsLeftOverIsNotReadOver(t *testing.T) {
	for _, test := range []struct{ over, told, want string }{
		{"my wife has a marathon on Sunday", "marathon with my wife on Sunday", "RACE RUN 42195m 7"},
		{"meine Frau läuft am Sonntag Marathon", "am Sonntag Marathon mit meiner Frau", "RACE RUN 42195m 7"},
		{"mi mujer corre una maratón el domingo", "maratón el domingo con mi mujer", "RACE RUN 42195m 7"},
		{"my wife's marathon is on Sunday", "my marathon is on Sunday", "RACE RUN 42195m 7"},
		{"my son swims on Tuesday", "my son should swim on Tuesday", "PREFER SWIM 2"},
		{"volunteering at parkrun on Saturday", "parkrun on Saturday", "RACE RUN 6"},
		{"helfe am Sonntag beim Marathon", "am Sonntag Marathon", "RACE RUN 42195m 7"},
		{"didn't get into the marathon on 6 December", "got into the marathon on 6 December", "RACE RUN 42195m 7"},
		{"not the coach this week", "not the trainer this week", "WITHOUT [TRAINER] 1-7"},
		{"nicht die Physio am Freitag", "nicht am Freitag laufen", "AVOID RUN 5"},
		{"no el médico esta semana", "no el gimnasio esta semana", "AVOID STRENGTH 1-7"},
		{"swim on Tuesday otherwise run", "swim and run on Tuesday", "PREFER RUN 2 ; PREFER SWIM 2"},
		{"is the run on Tuesday hard?", "hard run on Tuesday", "PREFER HARD RUN 2"},
		{"es larga la carrera del domingo?", "carrera larga el domingo", "PREFER LONG RUN 7"},
		{"ich habe den Lauf am Montag ausgelassen", "den Lauf am Montag auslassen", "AVOID RUN 1"},
		{"me salté la carrera del lunes", "sáltate la carrera del lunes", "AVOID RUN 1"},
		{"the pool is open on Tuesday and Thursday", "the pool is only open on Tuesday and Thursday", "AVOID SWIM 1,3,5-8,10,12-14"},
		{"my bike is fixed on Thursday", "bike on Thursday", "PREFER RIDE 4"},
		{"I have nothing on Tuesday", "I want nothing on Tuesday", "REST 2"},
		{"I still have to do the swim from Tuesday", "swim from Tuesday", "PREFER SWIM 2-14"},
		{"ab Montag wieder Vollgas", "Vollgas am Samstag", "PREFER HARD 6"},
		{"make it a swim week", "one swim a week", "LIMIT SWIM =1/w all"},
		{"early start on Wednesday", "no early start on Wednesday", "UNAVAILABLE 00:00-12:00 3"},
		{"ohne Uhr laufen am Mittwoch", "ohne Laufen am Mittwoch", "AVOID RUN 3"},
		{"thinking about a half on the 13th", "running a half on the 13th", "RACE RUN 21098m 14"},
		{"Dienstag kann ich nur zu Hause trainieren", "Dienstag kann ich nur morgens trainieren", "UNAVAILABLE 12:00-24:00 2"},
		{"salgo de trabajar a las 18", "trabajo a partir de las 18", "UNAVAILABLE 18:00-24:00 all"},
		{"me voy de vacaciones el 10", "de vacaciones el 10", "UNAVAILABLE 11"},
		{"ab Donnerstag hab ich wieder ein Rad", "Donnerstag will ich wieder Rad fahren", "PREFER RIDE 4"},
		{"el martes libro por la tarde", "el martes libre por la tarde", "UNAVAILABLE 12:00-18:00 2"},
		{"pon un día de descanso entre semana", "pon un día de descanso esta semana", "REST_DAYS >=1 1-7"},
		{"I usually rest on Mondays", "rest on Mondays", "REST 1,8"},
		{"rodaje a 5:30 el martes", "rodaje a las 5:30 el martes", "PREFER RUN 05:30-22:00 2"},
		{"don't go beyond 16", "no more than 3 sessions", "LIMIT <=3/w all"},
		{"no more 6am sessions please", "no sessions after 6pm please", "UNAVAILABLE 18:00-24:00 all"},
		{"10% less running this week", "less running this week", "LESS RUN 1-7"},
		{"I was on holiday for two weeks", "I'm on holiday for two weeks", "UNAVAILABLE all"},
		{"viajo de lunes a miércoles, solo llevo botas", "viajo de lunes a miércoles, solo llevo zapas", "AVOID RIDE 1-3 ; AVOID ROW 1-3 ; AVOID STRENGTH 1-3 ; AVOID SWIM 1-3"},
	} {
		if wishes, left := wish.Read(test.over, monday-1, monday, 14); len(wishes) > 0 || len(left) == 0 {
			t.Errorf("%q: read as %q, not understood %q", test.over, saidAll(wishes, nil), left)
		}
		wishes, left := wish.Read(test.told, monday-1, monday, 14)
		if got, want := saidAll(wishes, left), sorted(strings.Split(test.want, " ; ")); !slices.Equal(got, want) {
			t.Errorf("%q: read as %q, want %q", test.told, got, want)
		}
	}
}

// What a part points to or leaves out is that of its neighbour, with all that the neighbour says of it.
func TestPartsThatLeanOnEachOther(t *testing.T) {
	for text, want := range map[string]string{
		"at the weekend we are in the mountains, I'd like to run there instead of riding":           "AVOID RIDE 6-7 ; PREFER RUN 6-7",
		"am Wochenende sind wir in den Bergen, da würd ich gern laufen statt Rad":                   "AVOID RIDE 6-7 ; PREFER RUN 6-7",
		"bitte keine Läufe dienstags, da bin ich immer platt":                                       "AVOID RUN 2,9",
		"move the intervals from Tuesday to Thursday and the run from Thursday to Tuesday":          "MOVE HARD 2>4 ; MOVE RUN 4>2",
		"pásame las series del martes al jueves y el rodaje del jueves al martes":                   "MOVE HARD 2>4 ; MOVE RUN 4>2",
		"take Thursday's ride and put it on Saturday":                                               "MOVE RIDE 4>6",
		"nimm den Lauf vom Dienstag und leg ihn auf Mittwoch":                                       "MOVE RUN 2>3",
		"cambia el descanso del viernes al domingo":                                                 "REST 7",
		"swim in the morning and run in the evening on Thursday":                                    "PREFER RUN 17:00-22:00 4 ; PREFER SWIM 05:00-12:00 4",
		"morgens schwimmen und abends laufen am Donnerstag":                                         "PREFER RUN 17:00-22:00 4 ; PREFER SWIM 05:00-12:00 4",
		"nothing until Friday evening":                                                              "REST 1-4 ; UNAVAILABLE 00:00-17:00 5",
		"bis Freitagabend nichts":                                                                   "REST 1-4 ; UNAVAILABLE 00:00-17:00 5",
		"no running until the weekend":                                                              "AVOID RUN 1-5",
		"kein Laufen bis zum Wochenende":                                                            "AVOID RUN 1-5",
		"das Rad ist in der Werkstatt bis voraussichtlich Freitag":                                  "AVOID RIDE 1-5",
		"hotel gym only has a treadmill and dumbbells from Wed to Fri":                              "EQUIPMENT [DUMBBELLS,TREADMILL] 3-5",
		"between 40 and 50k of running per week":                                                    "LIMIT RUN 50000m/w all ; LIMIT RUN >=40000m/w all",
		"30 bis 40 km laufen pro Woche":                                                             "LIMIT RUN 40000m/w all ; LIMIT RUN >=30000m/w all",
		"entre 30 y 40 km de carrera por semana":                                                    "LIMIT RUN 40000m/w all ; LIMIT RUN >=30000m/w all",
		"run 8 to 10 km on Friday":                                                                  "PREFER RUN 9000m 5",
		"keine Ausfahrt über 3 Stunden":                                                             "LIMIT RIDE 180min all",
		"entre semana 45 minutos, el finde hasta 2 horas":                                           "LIMIT 120min 6-7 ; LIMIT 45min 1-5,8-12",
		"mind. 2x Schwimmen pro Woche":                                                              "LIMIT SWIM >=2/w all",
		"my swim coach is away until Thursday so no swim":                                           "? ; AVOID SWIM 1-3",
		"parkrun on the 12th, just jogging":                                                         "? ; RACE RUN 13",
		"no runs on Tuesdays":                                                                       "AVOID RUN 2,9",
		"no run on Tuesday":                                                                         "AVOID RUN 2",
		"at the weekend max an hour a day":                                                          "LIMIT 60min 6-7",
		"am Wochenende hab ich Besuch, höchstens eine Stunde am Tag":                                "LIMIT 60min 6-7",
		"el finde máximo una hora al día":                                                           "LIMIT 60min 6-7",
		"ride on Tuesday. I've only got 50 minutes":                                                 "? ; PREFER RIDE 2",
		"the group ride on Saturday starts at 8 and takes about 3 hours":                            "REQUIRE RIDE 180min 08:00-22:00 6",
		"an hour's run Tuesday and Thursday, both easy":                                             "PREFER EASY RUN 60min 2,4",
		"cada mañana correr":                                                                        "PREFER RUN 05:00-12:00 all",
		"can we drop one run and add a swim instead?":                                               "?",
		"keep weekends free for the family, weekdays are all yours":                                 "? ; REST 6-7,13-14",
		"10x400 on the track Tuesday":                                                               "PREFER HARD RUN 2",
		"lo que sea menos rodillo":                                                                  "WITHOUT [TRAINER] all",
		"swimming's off this week, pool heating is broken":                                          "AVOID SWIM 1-7",
		"let's take it easy this week, next week I'm all in":                                        "? ; EASE 1-7",
		"I want to ride once this week and it should be on Saturday":                                "LIMIT RIDE =1 1-7 ; PREFER RIDE 6",
		"Samstag lieber frei als Sonntag":                                                           "REST 6",
		"make sure there's a day between the two strength sessions":                                 "APART STRENGTH all",
		"race weekend is the 12th and 13th, Saturday sprint tri":                                    "? ; RACE MULTI_SPORT 13",
		"una sesión de fuerza como mínimo cada semana":                                              "LIMIT STRENGTH >=1/w all",
		"el día 5 y el 6 sin entrenar":                                                              "REST 6-7",
		"Tuesday off":                                                                               "REST 2",
		"Tuesdays off":                                                                              "REST 2,9",
		"flying Thursday, landing Friday noon":                                                      "UNAVAILABLE 4-5",
		"my wife has a marathon on Sunday, I'm cheering so no training that day, long run Saturday": "? ; PREFER LONG RUN 6 ; REST 7",
	} {
		wishes, left := wish.Read(text, monday-1, monday, 14)
		if got := saidAll(wishes, left); !slices.Equal(got, sorted(strings.Split(want, " ; "))) {
			t.Errorf("%q: read as %q, want %q", text, got, want)
		}
	}
}
