package db_test

import (
	"fmt"
	"reflect"
	"testing"

	"github.com/jackc/pgx/v5"

	"fortnight/db/dbtest"
	"fortnight/training"
)

// easyRide is an hour on the bike.
func easyRide() training.Workout {
	w := easyRun("Ride")
	w.Sport, w.Blocks[0].Sport = training.Ride, training.Ride
	w.Blocks[0].Steps = training.Steps{training.EnduranceStep{End: training.After(3600), Target: training.AtThreshold(0.63)}}
	return w
}

// imported is a ride of an hour and 44 TSS.
func imported(name string, date training.Date, start training.LocalTime) training.Activity {
	a := training.Activity{Date: date, Start: &start, Sport: training.Ride, DurationSeconds: 3600, TSS: 44, LoadMethod: training.NormalizedPower}
	if name != "" {
		a.ExternalID = &name
	}
	return a
}

var byHand = training.SessionResult{DurationSeconds: 3600, TSS: 40, RPE: pointer(4), Comment: pointer("fine")}

// ridePlanned is an athlete with a ride of an hour on a day, at 07:00.
func (w *world) ridePlanned(day training.Date) (training.User, training.PlannedSession) {
	w.Helper()
	a := w.athlete()
	return a, w.session(a, w.workout(a, easyRide()).ID, day, 420)
}

func (w *world) sessionNow(a training.User, id training.SessionID) training.PlannedSession {
	w.Helper()
	found, err := w.db.SessionsByID(w.ctx, a.ID, []training.SessionID{id})
	w.check(err)
	return found[id]
}

// trained is the load of what was done, by day, and how many trainings it was.
func (w *world) trained(a training.User) (loads map[training.Date]float64, bouts int) {
	w.Helper()
	s := w.snapshot(a)
	loads = map[training.Date]float64{}
	for _, b := range training.Bouts(s.Today, s.Activities, s.Sessions) {
		if !b.Planned {
			loads[b.Date] += b.TSS
			bouts++
		}
	}
	return loads, bouts
}

func (w *world) counts(what string, a training.User, want map[training.Date]float64, bouts int) {
	w.Helper()
	if got, n := w.trained(a); !reflect.DeepEqual(got, want) || n != bouts {
		w.Errorf("%s: %v in %d trainings, want %v in %d", what, got, n, want, bouts)
	}
}

// 12 §2: an activity that names a session completes it, and the two count once, on the activity's day.
func TestANamedSessionIsCompleted(t *testing.T) {
	w := newWorld(t)
	day := today.AddDays(-2)
	a, s := w.ridePlanned(day)
	ride := imported("garmin:1", day.AddDays(1), 600)
	ride.SessionID, ride.RPE = s.ID, pointer(3)
	logged, err := w.db.LogActivities(w.ctx, a.ID, a.ID, []training.Activity{ride})
	w.check(err)
	want := s
	want.Status, want.ActivityID = training.Completed, logged.Activities[0].ID
	want.Result = &training.SessionResult{DurationSeconds: 3600, TSS: 44, RPE: pointer(3), CompletedAt: w.now()}
	if got := w.sessionNow(a, s.ID); !reflect.DeepEqual(got, want) || !reflect.DeepEqual(logged.Sessions, []training.PlannedSession{want}) {
		t.Errorf("got  %+v\nwant %+v\nlogged %+v", got, want, logged.Sessions)
	}
	w.counts("named", a, map[training.Date]float64{day.AddDays(1): 44}, 1)

	// the same again, without the name and with other numbers, keeps its session, whose result follows
	ride.SessionID, ride.TSS, ride.DurationSeconds = "", 50, 4000
	w.log(a, ride)
	if got := w.sessionNow(a, s.ID); got.ActivityID != logged.Activities[0].ID || got.Result.TSS != 50 || got.Result.DurationSeconds != 4000 {
		t.Errorf("sent again: %+v", got.Result)
	}
	w.counts("sent again", a, map[training.Date]float64{day.AddDays(1): 50}, 1)

	// what is done stays
	_, err = w.db.MoveSession(w.ctx, a.ID, s.ID, today, nil)
	w.conflicts("move", err)
	w.conflicts("remove", w.db.RemoveSession(w.ctx, a.ID, s.ID))
	_, err = w.db.SkipSession(w.ctx, a.ID, s.ID, nil)
	w.conflicts("skip", err)

	// another one cannot fulfil it besides, but for a second recording of the same
	other := imported("garmin:2", day.AddDays(1), 600)
	other.SessionID = s.ID
	revision := w.revision(a)
	_, err = w.db.LogActivities(w.ctx, a.ID, a.ID, []training.Activity{imported("garmin:3", today, 600), other})
	w.refused("a session of another", "activities[1].sessionId", err)
	if w.revision(a) != revision {
		t.Error("what was refused has changed the calendar")
	}
	other.ExternalID, other.DurationSeconds = pointer("strava:2"), 4000
	if again := w.log(a, other)[0]; again.DuplicateOf != logged.Activities[0].ID || again.SessionID != "" {
		t.Errorf("a second recording: %+v", again)
	}
	w.counts("a second recording", a, map[training.Date]float64{day.AddDays(1): 50}, 1)

	tomorrow := w.session(a, s.WorkoutID, today.AddDays(1), 420)
	other = imported("garmin:4", today, 600)
	other.SessionID = tomorrow.ID
	_, err = w.db.LogActivities(w.ctx, a.ID, a.ID, []training.Activity{other})
	w.conflicts("tomorrow's", err)
}

// 12 §2: completed by hand and imported, in whichever order, is one training: the activity's numbers, the athlete's words.
func TestHandAndImportAreOneInEitherOrder(t *testing.T) {
	w := newWorld(t)
	day := today.AddDays(-1)
	for name, acts := range map[string]struct {
		start  training.LocalTime
		length int
		order  string
	}{
		"complete, import": {420, 3600, "ci"}, "import, complete": {420, 3600, "ic"}, "two minutes off": {422, 3500, "ci"},
		"import that is like nothing planned, complete": {422, 1800, "ic"}, "again and again": {420, 3600, "cicici"},
	} {
		a, s := w.ridePlanned(day)
		result := byHand
		result.DurationSeconds = acts.length
		for _, act := range acts.order {
			if act == 'c' {
				_, err := w.db.CompleteSession(w.ctx, a.ID, s.ID, result)
				w.check(err)
				continue
			}
			ride := imported("garmin:1", day, acts.start)
			ride.DurationSeconds = acts.length
			w.log(a, ride)
		}
		w.counts(name, a, map[training.Date]float64{day: 44}, 1)
		got := w.sessionNow(a, s.ID)
		result.CompletedAt = w.now()
		if got.Result == nil || got.Result.TSS != 44 || *got.Result.RPE != 4 || *got.Result.Comment != "fine" || !reflect.DeepEqual(got.Recorded, &result) {
			t.Errorf("%s: result %+v, recorded %+v", name, got.Result, got.Recorded)
		}
		page, err := w.db.Activities(w.ctx, a.ID, a.ID, nil, nil, 5, "")
		w.check(err)
		if len(page.Items) != 1 || page.Items[0].SessionID != s.ID || *page.Items[0].RPE != 4 {
			t.Errorf("%s: %+v", name, page.Items)
		}
	}
}

// What rests on the rated effort follows the athlete's rating, in the activity and in the result.
func TestTheAthletesRatingHolds(t *testing.T) {
	w := newWorld(t)
	a, s := w.ridePlanned(today)
	ride := imported("garmin:1", today, 420)
	ride.RPE, ride.LoadMethod, ride.TSS = pointer(6), training.RPE, 75
	w.log(a, ride)
	_, err := w.db.CompleteSession(w.ctx, a.ID, s.ID, byHand)
	w.check(err)
	for range 2 {
		got := w.sessionNow(a, s.ID)
		page, err := w.db.Activities(w.ctx, a.ID, a.ID, nil, nil, 5, "")
		w.check(err)
		if *got.Result.RPE != 4 || got.Result.TSS != 50 || *page.Items[0].RPE != 4 || page.Items[0].TSS != 50 {
			t.Errorf("result %+v, activity %+v", got.Result, page.Items[0])
		}
		w.log(a, ride) // a device does not know better
	}
}

// 12 §2: every act can be taken back.
func TestActsAreTakenBack(t *testing.T) {
	w := newWorld(t)
	day := today.AddDays(-1)
	// the removed activity of a planned session
	a, s := w.ridePlanned(day)
	ride := w.log(a, imported("garmin:1", day, 420))[0]
	if ride.MatchedBy != training.MatchedPlanned {
		t.Errorf("%+v", ride)
	}
	removed, changed, err := w.db.RemoveActivity(w.ctx, a.ID, ride.ID)
	w.check(err)
	if !reflect.DeepEqual(removed, ride) || len(changed.Activities) != 0 || !reflect.DeepEqual(changed.Sessions, []training.PlannedSession{s}) || !reflect.DeepEqual(w.sessionNow(a, s.ID), s) {
		t.Errorf("removed %+v, changed %+v", removed, changed)
	}
	w.counts("removed", a, map[training.Date]float64{}, 0)

	// of one that was done by hand
	done, err := w.db.CompleteSession(w.ctx, a.ID, s.ID, byHand)
	w.check(err)
	ride = w.log(a, imported("garmin:1", day, 420))[0]
	if ride.MatchedBy != training.MatchedCompleted {
		t.Errorf("%+v", ride)
	}
	_, _, err = w.db.RemoveActivity(w.ctx, a.ID, ride.ID)
	w.check(err)
	if got := w.sessionNow(a, s.ID); !reflect.DeepEqual(got, done) {
		t.Errorf("by hand again: %+v, want %+v", got, done)
	}
	w.counts("by hand again", a, map[training.Date]float64{day: 40}, 1)

	// reopened: the ride stays on its own, and a planned session is not taken for done by it again
	w.log(a, imported("garmin:1", day, 420))
	lock := training.LockDay
	w.exec("UPDATE planned_sessions SET lock = 'DAY' WHERE id = $1", s.ID)
	reopened, changed, err := w.db.ReopenSession(w.ctx, a.ID, s.ID)
	w.check(err)
	want := s
	want.Lock = &lock
	if !reflect.DeepEqual(reopened, want) || !reflect.DeepEqual(w.sessionNow(a, s.ID), want) || len(changed.Activities) != 1 || changed.Activities[0].SessionID != "" {
		t.Errorf("reopened %+v, changed %+v", reopened, changed)
	}
	w.counts("reopened", a, map[training.Date]float64{day: 44}, 1)
	longer := imported("garmin:1", day, 420)
	longer.DurationSeconds = 3700
	w.log(a, imported("garmin:1", day, 420))
	w.log(a, longer)
	if got := w.sessionNow(a, s.ID); got.Status != training.Planned {
		t.Errorf("sent again: %+v", got)
	}
	_, _, err = w.db.ReopenSession(w.ctx, a.ID, s.ID)
	w.conflicts("reopen what is planned", err)
	_, err = w.db.CompleteSession(w.ctx, a.ID, s.ID, byHand) // but it is the training that is recorded by hand
	w.check(err)
	w.counts("done after all", a, map[training.Date]float64{day: 44}, 1)

	// unlinked: two trainings, as the athlete says, whatever is sent or recorded
	page, err := w.db.Activities(w.ctx, a.ID, a.ID, nil, nil, 5, "")
	w.check(err)
	_, _, err = w.db.UnlinkActivity(w.ctx, a.ID, page.Items[0].ID)
	w.check(err)
	w.log(a, imported("garmin:1", day, 425))
	_, err = w.db.CompleteSession(w.ctx, a.ID, s.ID, byHand)
	w.check(err)
	w.counts("unlinked", a, map[training.Date]float64{day: 84}, 2)
	_, _, err = w.db.UnlinkActivity(w.ctx, a.ID, page.Items[0].ID)
	w.conflicts("unlink twice", err)
	_, changed, err = w.db.LinkActivity(w.ctx, a.ID, page.Items[0].ID, s.ID)
	w.check(err)
	if len(changed.Sessions) != 1 || changed.Activities[0].MatchedBy != training.MatchedNamed {
		t.Errorf("linked %+v", changed)
	}
	w.counts("linked", a, map[training.Date]float64{day: 44}, 1)
}

// A session that was skipped is done after all by an activity that names it, and skipped again without it.
func TestASkippedSessionIsDoneAfterAll(t *testing.T) {
	w := newWorld(t)
	a, s := w.ridePlanned(today)
	_, err := w.db.SkipSession(w.ctx, a.ID, s.ID, pointer("rain"))
	w.check(err)
	ride := w.log(a, imported("garmin:1", today, 420))[0]
	if ride.SessionID != "" {
		t.Errorf("matched to what was skipped: %+v", ride)
	}
	_, _, err = w.db.LinkActivity(w.ctx, a.ID, ride.ID, s.ID)
	w.check(err)
	if got := w.sessionNow(a, s.ID); got.Status != training.Completed {
		t.Errorf("%+v", got)
	}
	_, _, err = w.db.RemoveActivity(w.ctx, a.ID, ride.ID)
	w.check(err)
	if got := w.sessionNow(a, s.ID); got.Status != training.Skipped || got.SkipReason == nil || *got.SkipReason != "rain" {
		t.Errorf("%+v", got)
	}
	_, _, err = w.db.ReopenSession(w.ctx, a.ID, s.ID)
	w.check(err)
	if got := w.sessionNow(a, s.ID); !reflect.DeepEqual(got, s) {
		t.Errorf("%+v", got)
	}
}

// What is done is the athlete's to take back, nobody else's.
func TestOthersTakeNoHistoryBack(t *testing.T) {
	w := newWorld(t)
	a, s := w.ridePlanned(today)
	coach := w.coachOf(a)
	ride := w.log(a, imported("garmin:1", today, 420))[0]
	other := w.session(a, s.WorkoutID, today.AddDays(-1), 420)
	free := w.log(a, imported("garmin:2", today.AddDays(-9), 420))[0]
	before := w.contentsOf("planned_sessions", "activities", "calendars")
	for name, err := range map[string]error{
		"reopen": third(w.db.ReopenSession(w.ctx, coach.ID, s.ID)), "remove": third(w.db.RemoveActivity(w.ctx, coach.ID, ride.ID)),
		"unlink": third(w.db.UnlinkActivity(w.ctx, coach.ID, ride.ID)), "link elsewhere": third(w.db.LinkActivity(w.ctx, coach.ID, ride.ID, other.ID)),
		"merge away": third(w.db.MergeActivities(w.ctx, coach.ID, free.ID, ride.ID)),
	} {
		w.conflicts(name, err)
	}
	if w.contentsOf("planned_sessions", "activities", "calendars") != before {
		t.Error("something has changed")
	}
	_, _, err := w.db.LinkActivity(w.ctx, coach.ID, free.ID, other.ID)
	w.check(err)
	_, err = w.db.LogActivities(w.ctx, coach.ID, a.ID, []training.Activity{imported("garmin:1", today, 430)})
	w.check(err)
}

// 12 §2: the same ride from two sources is flagged, does not count, and the athlete decides; what was decided survives what is sent again.
func TestPossibleDuplicatesAreDecided(t *testing.T) {
	w := newWorld(t)
	day := today.AddDays(-1)
	a, s := w.ridePlanned(day)
	garmin, strava := imported("garmin:1", day, 420), imported("strava:9", day, 424)
	strava.DistanceMeters = pointer(30_000.0)
	both := w.log(a, garmin, strava)
	one, two := both[0], both[1]
	if one.SessionID != s.ID || !one.Counted() || two.DuplicateOf != one.ID || two.SessionID != "" {
		t.Errorf("%+v\n%+v", one, two)
	}
	w.counts("flagged", a, map[training.Date]float64{day: 44}, 1)
	_, _, err := w.db.LinkActivity(w.ctx, a.ID, two.ID, s.ID)
	w.conflicts("link what is flagged", err)

	_, changed, err := w.db.KeepBothActivities(w.ctx, a.ID, two.ID)
	w.check(err)
	if len(changed.Activities) != 2 {
		t.Errorf("%+v", changed)
	}
	strava.DurationSeconds = 3650
	garmin.DurationSeconds = 3650
	w.log(a, strava, garmin)
	w.counts("kept", a, map[training.Date]float64{day: 88}, 2)
	_, _, err = w.db.KeepBothActivities(w.ctx, a.ID, two.ID)
	w.conflicts("keep twice", err)

	// the athlete thinks again: one training, which keeps the session and gains the distance, and stands for both names
	merged, changed, err := w.db.MergeActivities(w.ctx, a.ID, two.ID, one.ID)
	w.check(err)
	if merged.ID != two.ID || merged.SessionID != s.ID || !reflect.DeepEqual(merged.Aliases, []string{"garmin:1"}) || len(changed.Sessions) != 1 {
		t.Errorf("merged %+v, changed %+v", merged, changed)
	}
	garmin.TSS = 99
	again := w.log(a, garmin)
	if !reflect.DeepEqual(again, []training.Activity{merged}) {
		t.Errorf("the merged one sent again: %+v\nwant %+v", again, merged)
	}
	w.counts("merged", a, map[training.Date]float64{day: 44}, 1)
	_, _, err = w.db.MergeActivities(w.ctx, a.ID, two.ID, two.ID)
	w.refused("merge with itself", "dropId", err)
}

// What was flagged takes the place of what is removed, with its session.
func TestADuplicateTakesTheRemovedOnesPlace(t *testing.T) {
	w := newWorld(t)
	a, s := w.ridePlanned(today)
	all := w.log(a, imported("garmin:1", today, 420), imported("strava:1", today, 424), imported("wahoo:1", today, 421), imported("", today, 420))
	w.counts("four recordings", a, map[training.Date]float64{today: 44}, 1)
	for i := range all[:3] {
		_, _, err := w.db.RemoveActivity(w.ctx, a.ID, all[i].ID)
		w.check(err)
		w.counts(fmt.Sprintf("without %d", i+1), a, map[training.Date]float64{today: 44}, 1)
		if got := w.sessionNow(a, s.ID); got.Status != training.Completed || got.ActivityID == all[i].ID {
			t.Errorf("without %d: %+v", i+1, got)
		}
	}
	// one that moves away is a training of its own again
	moved := w.log(a, imported("strava:2", today, 425))[0]
	if moved.Counted() {
		t.Errorf("%+v", moved)
	}
	moved = w.log(a, imported("strava:2", today.AddDays(-3), 425))[0]
	if !moved.Counted() {
		t.Errorf("%+v", moved)
	}
}

// An activity done on another day than planned keeps what it was planned as, whichever days are looked at.
func TestDoneOnAnotherDayIsTheSameInEveryView(t *testing.T) {
	w := newWorld(t)
	a, s := w.ridePlanned(today.AddDays(-2))
	ride := imported("garmin:1", today.AddDays(-6), 420)
	ride.SessionID = s.ID
	w.log(a, ride)
	for _, view := range []struct{ from, days int }{{-10, 6}, {-10, 14}, {-6, 1}, {-4, 4}} {
		snapshot, err := w.db.CalendarSnapshot(w.ctx, a.ID, a.ID, today.AddDays(view.from), view.days)
		w.check(err)
		bouts := training.Bouts(snapshot.Today, snapshot.Activities, snapshot.Sessions)
		if len(bouts) != 1 || bouts[0].Focus != training.FocusEndurance || bouts[0].Date != ride.Date {
			t.Errorf("%d days from %d: %+v", view.days, view.from, bouts)
		}
	}
}

// 12 §2: links of before are brought into order: one activity a session, which is completed.
func TestStoredLinksMoveOver(t *testing.T) {
	url := dbtest.EmptyURL(t)
	migration := migrateBefore(t, url, "20261129210000_one_training.sql")
	execute(t, url, storedLinks)
	execute(t, url, migration)
	conn, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(t.Context())
	var got string
	err = conn.QueryRow(t.Context(), `SELECT string_agg(concat_ws(' ', s.start, s.status, s.skipped, s.completed_at, s.result_tss, a.duration_seconds, a.matched_by), E'\n'
		ORDER BY s.start) || E'\n' || (SELECT count(*) || ' activities, revision ' || max(c.revision) FROM activities, calendars AS c)
		FROM planned_sessions AS s LEFT JOIN activities AS a ON a.session_id = s.id`).Scan(&got)
	want := `06:00:00 COMPLETED f 2026-11-01 12:00:00+00 3500 NAMED
07:00:00 COMPLETED f 2026-11-02 12:00:00+00 40 2000 NAMED
08:00:00 COMPLETED t 2026-11-01 12:00:00+00 3000 NAMED
09:00:00 PLANNED f
10:00:00 PLANNED f
6 activities, revision 2`
	if err != nil || got != want {
		t.Errorf("got\n%s\n%v, want\n%s", got, err, want)
	}
}

const storedLinks = `
SET timezone = 'UTC';
INSERT INTO users (id, name, email, password_hash, role, level, time_zone, priority, one_rep_maxes, availability, date_availability, created_at)
	VALUES ('00000000-0000-4000-8000-000000000001', 'A', 'a@example.com', 'x', 'ATHLETE', 'NOVICE', 'UTC', 'HYBRID', '[]', '[]', '[]', now());
INSERT INTO calendars VALUES ('00000000-0000-4000-8000-000000000001', 1);
INSERT INTO workouts (id, title, description, sport, focus, tags, tag_words, blocks, duration_seconds, tss, load_method, intensity_factor,
		lower_body_load, hard_leg_sets, zone_seconds, exercise_ids, by_distance, content_hash, revision, created_at, updated_at)
	VALUES ('00000000-0000-4000-8000-000000000002', 'Run', '', 'RUN', 'ENDURANCE', '{}', '', '[{}]', 3600, 1, 'QUADRATIC', 0.7, 1, 0,
		'{0,0,0,0,0,0,0}', '{}', false, sha256(''), 1, now(), now());
INSERT INTO planned_sessions (id, athlete_id, date, start, workout_id, status, key, key_flagged, result_duration_seconds, result_tss, completed_at,
		created_at, updated_at)
	SELECT ('00000000-0000-4000-8000-00000000001' || v.n)::uuid, '00000000-0000-4000-8000-000000000001', v.date, make_time(v.n, 0, 0),
		'00000000-0000-4000-8000-000000000002', v.status::session_status, false, false, v.seconds, v.seconds / 50, v.at, now(), now()
	FROM (VALUES (6, date '2026-11-01', 'PLANNED', NULL::int, NULL::timestamptz), (7, '2026-11-02', 'COMPLETED', 2000, '2026-11-02 12:00Z'),
		(8, '2026-11-03', 'SKIPPED', NULL, NULL), (9, '2199-01-01', 'PLANNED', NULL, NULL)) AS v (n, date, status, seconds, at);
INSERT INTO planned_sessions (id, athlete_id, date, start, workout_id, status, key, key_flagged, created_at, updated_at)
	VALUES ('00000000-0000-4000-8000-000000000020', '00000000-0000-4000-8000-000000000001', '2026-11-09', '10:00', '00000000-0000-4000-8000-000000000002',
		'PLANNED', false, false, now(), now());
INSERT INTO activities (id, athlete_id, date, sport, duration_seconds, tss, load_method, session_id, created_at, updated_at)
	SELECT gen_random_uuid(), '00000000-0000-4000-8000-000000000001', '2026-11-01', 'RUN', v.seconds, 1, 'RPE',
		('00000000-0000-4000-8000-00000000001' || v.n)::uuid, '2026-11-01 12:00Z', now()
	FROM (VALUES (6, 3000), (6, 3500), (7, 2000), (7, 3600), (8, 3000), (9, 3000)) AS v (n, seconds);
`

// 12 §2: what takes the place of a removed activity takes it in its session too, however far their lengths are apart, and so do all others of
// the same training stay one.
func TestTheHeirFulfilsTheSession(t *testing.T) {
	w := newWorld(t)
	a, s := w.ridePlanned(today)
	short := imported("garmin:1", today, 420)
	short.SessionID, short.DurationSeconds, short.TSS = s.ID, 1200, 15
	first := w.log(a, short)[0]
	for name, tss := range map[string]float64{"strava:1": 16, "wahoo:1": 16} {
		again := imported(name, today, 425)
		again.DurationSeconds, again.TSS = 1210, tss
		w.log(a, again)
	}
	before := w.standing(a)
	w.counts("named", a, map[training.Date]float64{today: 15}, 1)
	if _, _, err := w.db.RemoveActivity(w.ctx, a.ID, first.ID); err != nil {
		t.Fatal(err)
	}
	w.counts("removed", a, map[training.Date]float64{today: 16}, 1)
	if is := w.sessionNow(a, s.ID); is.Status != training.Completed || is.ActivityID == first.ID || is.Result.TSS != 16 {
		t.Errorf("%+v", is)
	}
	if _, err := w.db.UndoChange(w.ctx, a.ID, a.ID, nil); err != nil || w.standing(a) != before {
		t.Errorf("taken back: %v\n%s\nand was\n%s", err, w.standing(a), before)
	}
}

// 12 §2: two runs of a day, both recorded by hand, come from two sources without their starts: kept both they are two trainings, not three.
func TestAKeptDuplicateFindsItsSession(t *testing.T) {
	w := newWorld(t)
	a, morning := w.ridePlanned(today)
	evening := w.session(a, morning.WorkoutID, today, 1080)
	for _, s := range []training.PlannedSession{morning, evening} {
		w.check(second(w.db.CompleteSession(w.ctx, a.ID, s.ID, byHand)))
	}
	one, other := imported("garmin:1", today, 0), imported("strava:2", today, 0)
	one.Start, other.Start, other.TSS = nil, nil, 46
	w.log(a, one)
	doubtful := w.log(a, other)[0]
	w.counts("not decided", a, map[training.Date]float64{today: 84}, 2)
	if _, _, err := w.db.KeepBothActivities(w.ctx, a.ID, doubtful.ID); err != nil {
		t.Fatal(err)
	}
	w.counts("kept both", a, map[training.Date]float64{today: 90}, 2)

	// where the athlete took the first from its session, the second is not taken for it either
	b, s := w.ridePlanned(today)
	w.log(b, imported("garmin:1", today, 420))
	doubtful = w.log(b, imported("strava:1", today, 420))[0]
	w.check(third(w.db.UnlinkActivity(w.ctx, b.ID, w.sessionNow(b, s.ID).ActivityID)))
	if _, _, err := w.db.KeepBothActivities(w.ctx, b.ID, doubtful.ID); err != nil {
		t.Fatal(err)
	}
	if is := w.sessionNow(b, s.ID); is.Status != training.Planned {
		t.Errorf("%+v", is)
	}
}

// 12 §2: a recording that names a session is no second training beside one of the same minutes that was matched to another session; one that
// was named stays, and so does one that may have been another ride.
func TestANamedRecordingGoesBeforeAMatchedOne(t *testing.T) {
	w := newWorld(t)
	for name, c := range map[string]struct {
		named bool
		start training.LocalTime
		want  int
	}{"matched": {false, 425, 1}, "named": {true, 425, 2}, "of another hour": {false, 1080, 2}} {
		a, first := w.ridePlanned(today)
		second := w.session(a, first.WorkoutID, today, 600)
		garmin, strava := imported("garmin:1", today, 420), imported("strava:1", today, c.start)
		if c.named {
			garmin.SessionID = first.ID
		}
		w.log(a, garmin)
		strava.SessionID = second.ID
		w.log(a, strava)
		if loads, bouts := w.trained(a); bouts != c.want {
			t.Errorf("%s: %v in %d trainings, want %d", name, loads, bouts, c.want)
		}
		if is := w.sessionNow(a, second.ID); is.Status != training.Completed {
			t.Errorf("%s: %+v", name, is)
		}
	}
}

// 12 §2: what a merged recording brought stays known when the one that was kept is sent again, which decides what it says itself.
func TestAMergedActivitySentAgainKnowsWhatItKnew(t *testing.T) {
	w := newWorld(t)
	a := w.athlete()
	keep := w.log(a, imported("garmin:1", today, 420))[0]
	other := imported("strava:1", today, 421)
	other.RPE, other.HighIntensitySeconds, other.DistanceMeters = pointer(9), pointer(2400), pointer(30_000.0)
	drop := w.log(a, other)[0]
	w.check(third(w.db.MergeActivities(w.ctx, a.ID, keep.ID, drop.ID)))
	again := imported("garmin:1", today, 420)
	again.DurationSeconds, again.TSS, again.DistanceMeters = 2000, 45, pointer(31_000.0)
	is := w.log(a, again)[0]
	if is.ID != keep.ID || *is.RPE != 9 || *is.HighIntensitySeconds != 2000 || is.TSS != 45 || *is.DistanceMeters != 31_000 {
		t.Errorf("%+v", is)
	}
}

// 12 §2: what the athlete decided of a recording holds for the one that takes its place, by removal or merger, whatever is sent again.
func TestDecisionsPassOn(t *testing.T) {
	w := newWorld(t)
	for name, replace := range map[string]func(a training.User, old, by training.ActivityID) error{
		"removed": func(a training.User, old, _ training.ActivityID) error {
			return third(w.db.RemoveActivity(w.ctx, a.ID, old))
		},
		"merged": func(a training.User, old, by training.ActivityID) error {
			return third(w.db.MergeActivities(w.ctx, a.ID, by, old))
		},
	} {
		a := w.athlete()
		log := func(source string, seconds int) training.Activity {
			r := imported(source+":1", today, 420)
			r.DurationSeconds = seconds
			return w.log(a, r)[0]
		}
		garmin, polar := log("garmin", 3600), log("polar", 3600)
		w.check(third(w.db.KeepBothActivities(w.ctx, a.ID, polar.ID)))
		strava := log("strava", 3600)
		w.check(replace(a, strava.DuplicateOf, strava.ID))
		if _, bouts := w.trained(a); bouts != 2 || strava.DuplicateOf != garmin.ID && strava.DuplicateOf != polar.ID {
			t.Errorf("%s: kept both, and %d trainings", name, bouts)
		}
		log("strava", 3500)
		if _, bouts := w.trained(a); bouts != 2 {
			t.Errorf("%s and sent again: kept both, and %d trainings", name, bouts)
		}

		b, s := w.ridePlanned(today)
		garmin = w.log(b, imported("garmin:1", today, 420))[0]
		strava = w.log(b, imported("strava:1", today, 420))[0]
		w.check(third(w.db.UnlinkActivity(w.ctx, b.ID, garmin.ID)))
		w.check(replace(b, garmin.ID, strava.ID))
		again := imported("strava:1", today, 420)
		again.DurationSeconds = 3500
		w.log(b, again)
		if is := w.sessionNow(b, s.ID); is.Status != training.Planned {
			t.Errorf("%s: taken from its session, and that is %s", name, is.Status)
		}
	}
}
