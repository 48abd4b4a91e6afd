package api_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"fortnight/db/dbtest"
	"fortnight/training"
)

// onceActs are the acts that would make something twice when they are sent twice, each with the fields that name what it made. A new argument
// idempotencyKey of an act is thought of here.
var onceActs = map[string]struct{ other, input, fields string }{
	"scheduleSession":  {`{"date": "2026-12-04", "workoutId": "WORKOUT"}`, `{"date": "2026-12-03", "workoutId": "WORKOUT"}`, `session { id date }`},
	"scheduleSessions": {`{"sessions": [{"date": "2026-12-04", "start": "05:00", "workoutId": "WORKOUT"}]}`, `{"sessions": [{"date": "2026-12-03", "start": "05:00", "workoutId": "WORKOUT"}, {"date": "2026-12-03", "start": "06:00", "workoutId": "WORKOUT"}]}`, `sessions { id date }`},
	"swapSessions":     {`{"sessionIds": ["OTHER", "SESSION"]}`, `{"sessionIds": ["SESSION", "OTHER"]}`, `sessions { id date start }`},
	"changeCalendar":   {`{"removals": ["SESSION"]}`, `{"additions": [{"date": "2026-12-03", "start": "05:00", "workoutId": "WORKOUT"}]}`, `sessions { id date }`},
	"saveEvent":        {`{"name": "Race", "date": "2027-03-02", "sport": "RUN", "priority": "B"}`, `{"name": "Race", "date": "2027-03-01", "sport": "RUN", "priority": "B"}`, `event { id date }`},
	"logActivities":    {`{"activities": [{"date": "2026-11-24", "sport": "RIDE", "durationSeconds": 1200, "rpe": 3}]}`, `{"activities": [{"date": "2026-11-24", "sport": "RIDE", "durationSeconds": 600, "rpe": 3}, {"date": "2026-11-24", "sport": "SWIM", "durationSeconds": 700, "rpe": 4}]}`, `activities { id sport }`},
	"createWorkout":    {`{"title": "B", BLOCKS}`, `{"title": "A", BLOCKS}`, `workout { id title }`},
}

// What was sent once with a key is done once, whoever waits for which answer, and answered as it stands; the key is of one request, one caller and one athlete.
func TestWhatIsSentAgainIsDoneOnce(t *testing.T) {
	raced(t)
	t.Parallel()
	w := newWorld(t, bare)
	for name, d := range loadSchema(t).Types {
		act := strings.TrimSuffix(name, "Input")
		act = strings.ToLower(act[:1]) + act[1:]
		if _, is := onceActs[act]; d.Fields.ForName("idempotencyKey") != nil && name != "PlanRun" && !is && act != "generatePlan" {
			t.Errorf("%s has a key, and is not tried", act)
		}
	}
	for act, of := range onceActs {
		t.Run(act, func(t *testing.T) {
			c, coach, other := w.user(t, training.RoleAthlete), w.user(t, training.RoleCoach), w.user(t, training.RoleAthlete)
			c.grants(t, coach)
			other.grants(t, coach)
			workout := coach.createWorkout(t, "easy")
			names := strings.NewReplacer(
				"WORKOUT", workout, "SESSION", coach.schedule(t, c.id, workout, today+2, "07:00"), "OTHER", coach.schedule(t, c.id, workout, today+4, "08:00"),
				"BLOCKS", `"sport": "RUN", "focus": "ENDURANCE", "blocks": [{"name": "Main", "sport": "RUN", "steps": [{"rest": {"durationSeconds": 600}}]}]`,
			)
			kind := strings.ToUpper(act[:1]) + act[1:]
			document := fmt.Sprintf(`mutation($input: %sInput!) { %s(input: $input) { %s } }`, kind, act, of.fields)
			input := func(text, key, athlete string) vars {
				input := vars{}
				must(t, json.Unmarshal([]byte(names.Replace(text)), &input))
				if input["idempotencyKey"] = key; act != "createWorkout" && act != "swapSessions" {
					input["athleteId"] = athlete
				}
				return vars{"input": input}
			}
			before := w.rows(t)
			var wait sync.WaitGroup
			answers := make([]string, 4)
			for i := range answers {
				wait.Add(1)
				go func() {
					defer wait.Done()
					if i < 2 { // at once, with the first two; the others may wait for them
						answers[i] = coach.answer(t, document, input(of.input, "k", c.id)).body
					}
				}()
			}
			wait.Wait()
			once := w.rows(t)
			if reflect.DeepEqual(once, before) {
				t.Fatalf("nothing is done: %s", answers[0])
			}
			again := input(of.input, "k", c.id)
			if again["input"].(vars)["revision"] = 1; act == "createWorkout" {
				delete(again["input"].(vars), "revision")
			}
			answers[2] = coach.answer(t, document, again).body
			answers[3] = coach.answer(t, document, input(of.input, "k", c.id)).body
			for i, a := range answers {
				if a != answers[0] || strings.Contains(a, "errors") {
					t.Errorf("answer %d is\n%s\nand the first\n%s", i, a, answers[0])
				}
			}
			if now := w.rows(t); !reflect.DeepEqual(now, once) {
				t.Error("sent again it is done again")
			}
			coach.refused(t, "CONFLICT", document, input(of.other, "k", c.id))
			if now := w.rows(t); !reflect.DeepEqual(now, once) {
				t.Error("another request with the key is done")
			}
			if act == "swapSessions" || act == "createWorkout" || act == "changeCalendar" {
				return // sessions of one calendar; of no athlete
			}
			if a := coach.answer(t, document, input(of.input, "k", other.id)); strings.Contains(a.body, "errors") || a.body == answers[0] {
				t.Errorf("for another athlete: %s", a.body)
			}
		})
	}
}

// S107, F03, F30: a server is told to stop, or is killed, while it answers requests with keys, each of which came twice at once. What was answered stands,
// and sent again to another server each request is answered as it was, and has been done once.
func TestS107F03F30KeysOutliveTheServer(t *testing.T) {
	t.Parallel()
	binary, database, data := build(t), dbtest.URL(t), t.TempDir()
	raw, err := pgxpool.New(t.Context(), database)
	must(t, err)
	t.Cleanup(raw.Close)
	other := serve(t, binary, database, data)
	w := &world{raw: raw, url: other.url}
	for name, signal := range map[string]syscall.Signal{"told to stop": syscall.SIGTERM, "killed": syscall.SIGKILL} {
		t.Run(name, func(t *testing.T) {
			const keys, enough = 150, 5
			c, dying := w.user(t, training.RoleAthlete), serve(t, binary, database, data)
			log := func(by *client, n int) (string, error) {
				a, err := by.post(t.Context(), `mutation($day: Date!, $key: String!) { logActivities(input: {idempotencyKey: $key, activities: [
					{date: $day, sport: SWIM, durationSeconds: 600, rpe: 3}]}) { activities { id } } }`, vars{"day": today.AddDays(-n - 1).String(), "key": fmt.Sprint("key ", n)})
				if err == nil && len(a.Errors) > 0 {
					err = fmt.Errorf("%s", a.body)
				}
				return a.body, err
			}
			at := *c
			at.url = dying.url
			var mu sync.Mutex
			var asking sync.WaitGroup
			answered, broken, some := map[int]string{}, 0, make(chan struct{})
			for n := range 2 * keys {
				asking.Go(func() {
					body, err := log(&at, n/2)
					mu.Lock()
					defer mu.Unlock()
					if err != nil {
						broken++
						return
					}
					was, twice := answered[n/2]
					if twice && was != body {
						t.Errorf("sent twice at once, a request was answered %s and %s", was, body)
					}
					if answered[n/2] = body; !twice && len(answered) == enough {
						close(some)
					}
				})
			}
			select {
			case <-some:
			case <-time.After(2 * patience):
				t.Fatal("nothing is answered")
			}
			dying.signal(signal)
			asking.Wait()
			t.Logf("%d requests were answered, and %d times there was no answer", len(answered), broken)
			if signal == syscall.SIGKILL && broken == 0 {
				t.Error("the server was killed when it had answered all: nothing was tried")
			}
			for n := range keys {
				body, err := log(c, n)
				must(t, err)
				if was, known := answered[n]; known && was != body {
					t.Errorf("sent again, a request is answered %s, and was %s", body, was)
				}
			}
			if rows := w.text(t, "SELECT count(*) || ' of ' || count(DISTINCT date) FROM activities WHERE athlete_id = $1", c.id); rows != fmt.Sprintf("%d of %d", keys, keys) {
				t.Errorf("%s activities stand, want one for each of %d requests", rows, keys)
			}
		})
	}
}

// A key is its sender's: the athlete may use the coach's.
func TestAKeyIsItsSendersOwn(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c, coach := w.user(t, training.RoleAthlete), w.user(t, training.RoleCoach)
	c.grants(t, coach)
	save := func(by *client, name string) string {
		t.Helper()
		var data struct {
			SaveEvent struct{ Event struct{ ID string } }
		}
		by.ask(t, `mutation($a: ID!, $n: String!) { saveEvent(input: {athleteId: $a, name: $n, date: "2027-03-01", sport: RUN, priority: B, idempotencyKey: "k"}) { event { id } } }`, vars{"a": c.id, "n": name}, &data)
		return data.SaveEvent.Event.ID
	}
	first, own := save(coach, "Race"), save(c, "Mine")
	if first == own || save(coach, "Race") != first || save(c, "Mine") != own {
		t.Errorf("%s and %s", first, own)
	}
	c.ask(t, `mutation($id: ID!) { removeEvent(input: {id: $id}) { event { id } } }`, vars{"id": first}, new(any))
	coach.refused(t, "CONFLICT", `mutation($a: ID!) { saveEvent(input: {athleteId: $a, name: "Race", date: "2027-03-01", sport: RUN, priority: B, idempotencyKey: "k"}) { event { id } } }`, vars{"a": c.id})

	_, err := w.raw.Exec(t.Context(), `INSERT INTO answered_requests SELECT $1::uuid, $1::uuid, 'old ' || n, NULL, '"x"', $2::timestamptz - n * interval '1 minute' - CASE WHEN n <= 5 THEN interval '31 days' ELSE '0' END
		FROM generate_series(1, 250) AS n`, c.id, w.now())
	must(t, err)
	if third := save(c, "Mine"); third != own {
		t.Errorf("%s, not %s", third, own)
	}
	c.ask(t, `mutation { saveEvent(input: {name: "Third", date: "2027-03-01", sport: RUN, priority: B, idempotencyKey: "third"}) { event { id } } }`, nil, new(any))
	kept := w.text(t, `SELECT count(*) || ', ' || count(*) FILTER (WHERE idempotency_key IN ('k', 'third')) || ', ' || count(*) FILTER (WHERE answered_at < $2::timestamptz - interval '30 days')
		FROM answered_requests WHERE athlete_id = $1 AND requested_by = $1`, c.id, w.now())
	if kept != "200, 2, 0" {
		t.Errorf("kept are %s", kept)
	}
}
