package db_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fortnight/auth"
	"fortnight/training"
)

// The words that the database knows are those of the program, so that none which passes there is refused here. Nobody has NONE of equipment.
func TestTheDatabaseKnowsAllWords(t *testing.T) {
	w := newWorld(t)
	for name, want := range map[string][]string{
		"sport": texts(training.Sports), "focus": texts(training.Foci), "event_format": texts(training.EventFormats), "station": texts(training.Stations),
		"condition":    texts(training.Conditions),
		"equipment":    slices.DeleteFunc(texts(training.Equipments), func(e string) bool { return e == string(training.NoEquipment) }),
		"api_scope":    texts(auth.Scopes),
		"muscle_group": texts(training.MuscleGroups), "event_priority": texts(training.EventPriorities), "lock_scope": texts(training.LockScopes),
	} {
		var known string
		w.check(w.raw.QueryRow(w.ctx, fmt.Sprintf("SELECT array_to_string(enum_range(NULL::%s), ' ')", name)).Scan(&known))
		got := strings.Fields(known)
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v\nwant %v", name, got, want)
		}
	}
}

func texts[T ~string](words []T) []string {
	all := make([]string, len(words))
	for i, word := range words {
		all[i] = string(word)
	}
	return all
}

// wordsBefore are users' weekly windows and those of single dates as they were stored, then as they are to be, with the calendar's revision.
var wordsBefore = []struct{ name, availability, dates, availabilityAfter, datesAfter, revision string }{
	{"right", `[{"weekday": "MONDAY", "from": "06:00", "to": "07:00", "sports": null}]`,
		`[{"date": "2026-12-01", "windows": [{"from": "06:00", "to": "07:00", "sports": ["RUN"]}]}]`,
		`[{"to": "07:00", "from": "06:00", "sports": null, "weekday": "MONDAY"}]`,
		`[{"date": "2026-12-01", "windows": [{"to": "07:00", "from": "06:00", "sports": ["RUN"]}]}]`, "1"},
	{"wrong", `[{"weekday": "monday", "from": "06:00", "to": "07:00", "sports": []}, {"weekday": "TUESDAY", "from": "06:00", "to": "07:00", "sports": ["swim", "RUN"]}]`,
		`[{"date": "2026-12-01", "note": "away", "windows": [{"from": "06:00", "to": "07:00", "sports": ["Ride", "curling"]}]}]`,
		`[{"to": "07:00", "from": "06:00", "sports": [], "weekday": "MONDAY"}, {"to": "07:00", "from": "06:00", "sports": ["SWIM", "RUN"], "weekday": "TUESDAY"}]`,
		`[{"date": "2026-12-01", "note": "away", "windows": [{"to": "07:00", "from": "06:00", "sports": ["RIDE"]}]}]`, "3"},
	{"no words at all", `[{"weekday": "someday", "from": "06:00", "to": "07:00", "sports": []}, {"weekday": "SUNDAY", "from": "06:00", "to": "07:00", "sports": ["chess"]},
			{"weekday": "Friday", "from": "06:00", "to": "07:00", "sports": ["row"]}]`,
		`[{"date": "2026-12-01", "windows": [{"from": "06:00", "to": "07:00", "sports": ["chess"]}]}, {"date": "2026-12-02", "windows": []}]`,
		`[{"to": "07:00", "from": "06:00", "sports": ["ROW"], "weekday": "FRIDAY"}]`,
		`[{"date": "2026-12-01", "windows": []}, {"date": "2026-12-02", "windows": []}]`, "3"},
	{"overlaps", `[{"weekday": "monday", "from": "06:30", "to": "08:00", "sports": []}, {"weekday": "MONDAY", "from": "06:00", "to": "07:00", "sports": []},
			{"weekday": "monday", "from": "22:00", "to": "01:00", "sports": []}, {"weekday": "mONDAY", "from": "23:00", "to": "23:30", "sports": []}]`, `[]`,
		`[{"to": "07:00", "from": "06:00", "sports": [], "weekday": "MONDAY"}, {"to": "01:00", "from": "22:00", "sports": [], "weekday": "MONDAY"}]`, `[]`, "3"},
}

// 12 §4: words of enums that were stored in another case get their spelling; what is no word is dropped.
func TestStoredWordsAreRepaired(t *testing.T) {
	rows := `INSERT INTO workouts (id, title, description, sport, focus, tags, tag_words, blocks, duration_seconds, tss, load_method, intensity_factor,
			lower_body_load, hard_leg_sets, zone_seconds, exercise_ids, by_distance, content_hash, revision, created_at, updated_at)
		SELECT gen_random_uuid(), v.title, '', 'RUN', 'ENDURANCE', '{}', '', v.blocks::jsonb, 60, 1, 'QUADRATIC', 0.7, 1, 0, '{0,0,0,0,0,0,0}', '{}', false,
			sha256(''), 1, now(), now()
		FROM (VALUES ('wrong', '[{"name": "a", "sport": "Ride"}, {"name": "b", "sport": "x"}]'), ('right', '[{"name": "a", "sport": "ROW"}]')) AS v (title, blocks);`
	for _, u := range wordsBefore {
		rows += `WITH u AS (INSERT INTO users (id, name, email, password_hash, role, level, time_zone, priority, one_rep_maxes, availability,
				date_availability, created_at)
			VALUES (gen_random_uuid(), '` + u.name + `', '` + u.name + `@example.com', 'x', 'ATHLETE', 'NOVICE', 'UTC', 'HYBRID', '[]', '` + u.availability + `',
				'` + u.dates + `', now()) RETURNING id)
			INSERT INTO calendars (athlete_id, revision) SELECT id, 1 FROM u;`
	}
	rows += `INSERT INTO check_ins (athlete_id, date, sick, soreness, banned, banned_sports)
		SELECT id, '2026-11-25', false, '[{"muscleGroup": "legs", "level": 2}, {"muscleGroup": "LEGS", "level": 5}, {"muscleGroup": "toe", "level": 1},
			{"muscleGroup": "Core", "level": 3}]', '{}', '{}' FROM users WHERE name = 'overlaps';`
	conn := migratedWith(t, "_enum_words.sql", rows)
	ask := func(sql, name, want string) {
		t.Helper()
		var got string
		if err := conn.QueryRow(t.Context(), sql, name).Scan(&got); err != nil || got != want {
			t.Errorf("%s: %s, %v\nwant %s", name, got, err, want)
		}
	}
	for _, u := range wordsBefore {
		ask("SELECT availability::text FROM users WHERE name = $1", u.name, u.availabilityAfter)
		ask("SELECT date_availability::text FROM users WHERE name = $1", u.name, u.datesAfter)
		ask("SELECT revision::text FROM calendars JOIN users ON id = athlete_id WHERE name = $1", u.name, u.revision)
	}
	ask("SELECT soreness::text FROM check_ins JOIN users ON id = athlete_id WHERE name = $1", "overlaps",
		`[{"level": 5, "muscleGroup": "LEGS"}, {"level": 3, "muscleGroup": "CORE"}]`)
	ask("SELECT body || revision FROM workouts WHERE title = $1", "wrong", `[{"name": "a", "sport": "RIDE"}, {"name": "b", "sport": "RUN"}]2`)
	ask("SELECT body || revision FROM workouts WHERE title = $1", "right", `[{"name": "a", "sport": "ROW"}]1`)
}
