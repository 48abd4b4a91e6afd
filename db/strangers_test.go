package db_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/uuid"

	"fortnight/db"
	"fortnight/db/activities"
	"fortnight/db/calendars"
	"fortnight/db/queue"
	"fortnight/planner/runs"
	"fortnight/training"
)

// things are ids of what a call is about: another's, of nothing, or of no form at all.
type things struct {
	athlete training.UserID
	workout training.WorkoutID
	session training.SessionID
	event   training.EventID
	run     training.RunID

	activity, other training.ActivityID
	change          training.ChangeID
	restriction     training.RestrictionID
}

func sameID(id string) things {
	return things{
		training.UserID(id), training.WorkoutID(id), training.SessionID(id), training.EventID(id), training.RunID(id), training.ActivityID(id),
		training.ActivityID(id) + "0", training.ChangeID(id), training.RestrictionID(id),
	}
}

// things are one of each of an athlete's, and two activities. The change is not the last.
func (w *world) things(athlete training.User) things {
	w.Helper()
	run, moved, _, _ := w.applied(athlete)
	event, err := w.db.SaveEvent(w.ctx, athlete.ID, athlete.ID, training.Event{Name: "Race", Date: today, Sport: training.Run, Priority: training.EventA})
	w.check(err)
	two := w.log(athlete, activity(today, pointer("a:1")), activity(today.AddDays(-1), pointer("a:2")))
	_, err = w.db.SaveCheckIn(w.ctx, athlete.ID, athlete.ID, training.CheckInUpdate{CheckIn: training.CheckIn{Date: today, Note: pointer("knee pain")}, Says: training.SaysNote})
	w.check(err)
	told, err := w.db.RestrictionsByAthlete(w.ctx, athlete.ID, []training.UserID{athlete.ID})
	w.check(err)
	change, err := w.lastChange(athlete.ID, athlete.ID)
	w.check(err)
	w.check(w.db.LockDay(w.ctx, athlete.ID, athlete.ID, today.AddDays(20), true))
	return things{athlete.ID, moved.WorkoutID, moved.ID, event.ID, run.ID, two[0].ID, two[1].ID, change.ID, told[athlete.ID][0].ID}
}

// ids are all of them.
func (of things) ids() []string {
	return []string{
		string(of.athlete), string(of.workout), string(of.session), string(of.event), string(of.run), string(of.activity), string(of.change),
	}
}

// calls are all methods that take a viewer and an id, each with the id of something. Those that answer with a map or a page of what the
// viewer may see give an error where there is something in it.
func calls(w *world, viewer training.UserID, of things) map[string]func() error {
	ctx, d, own := w.ctx, w.db, uuid.NewString
	return map[string]func() error{
		"User":        func() error { return second(d.User(ctx, viewer, of.athlete)) },
		"UsersByID":   func() error { return empty(d.UsersByID(ctx, viewer, []training.UserID{of.athlete})) },
		"NodeKinds":   func() error { return empty(d.NodeKinds(ctx, viewer, of.ids())) },
		"EventsByID":  func() error { return empty(d.EventsByID(ctx, viewer, []training.EventID{of.event})) },
		"ChangesByID": func() error { return empty(d.ChangesByID(ctx, viewer, []training.ChangeID{of.change})) },
		"ActivitiesByID": func() error {
			return empty(d.ActivitiesByID(ctx, viewer, []training.ActivityID{of.activity}))
		},
		"RunEventsByID": func() error {
			return empty(d.RunEventsByID(ctx, viewer, []queue.RunEventID{{Run: of.run, Sequence: 1}}))
		},
		"CoachesByID":      func() error { return empty(d.CoachesByID(ctx, viewer, []training.UserID{of.athlete})) },
		"NewestRuns":       func() error { return empty(d.NewestRuns(ctx, viewer, []training.UserID{of.athlete})) },
		"AcceptInvitation": func() error { return second(d.AcceptInvitation(ctx, viewer, of.athlete)) },
		"MayWatchCalendar": func() error { return d.MayWatchCalendar(ctx, viewer, of.athlete) },
		"CalendarChangedAt": func() error {
			_, err := d.CalendarChangedAt(ctx, viewer, of.athlete)
			return err
		},
		"MayWatchRun":  func() error { return d.MayWatchRun(ctx, viewer, of.run) },
		"LeaveAthlete": func() error { return d.LeaveAthlete(ctx, viewer, of.athlete) },
		"RevokeCoach":  func() error { return second(d.RevokeCoach(ctx, viewer, of.athlete)) },
		"UpdateUser": func() error {
			return second(d.UpdateUser(ctx, viewer, of.athlete, func(*training.User) error { return nil }))
		},
		"SaveEvent": func() error {
			return second(d.SaveEvent(ctx, viewer, of.athlete, training.Event{Name: "x", Date: today, Sport: training.Run, Priority: training.EventA}))
		},
		"ChangeEvent": func() error {
			return third(d.ChangeEvent(ctx, viewer, "", of.event, func(*training.Event, training.Date) error { return nil }))
		},
		"ChangeEvent in the own profile": func() error {
			return third(d.ChangeEvent(ctx, viewer, viewer, of.event, func(*training.Event, training.Date) error { return nil }))
		},
		"RevisionsByID":    func() error { return empty(d.RevisionsByID(ctx, viewer, []training.UserID{of.athlete})) },
		"LiftsByID":        func() error { return empty(d.LiftsByID(ctx, viewer, []training.UserID{of.athlete})) },
		"ThresholdHistory": func() error { return second(d.ThresholdHistory(ctx, viewer, of.athlete, "", 5)) },
		"RestrictionsByAthlete": func() error {
			return empty(d.RestrictionsByAthlete(ctx, viewer, []training.UserID{of.athlete}))
		},
		"RestrictionsByID": func() error {
			return empty(d.RestrictionsByID(ctx, viewer, []training.RestrictionID{of.restriction}))
		},
		"ClearRestriction": func() error {
			return second(d.ClearRestriction(ctx, viewer, of.restriction, training.RestrictionOver, "over"))
		},
		"StateCondition": func() error { return second(d.StateCondition(ctx, viewer, of.athlete, training.HurtKnee, nil, "")) },
		"RemoveEvent":    func() error { return third(d.RemoveEvent(ctx, viewer, of.event)) },
		"SaveCheckIn": func() error {
			return second(d.SaveCheckIn(ctx, viewer, of.athlete, training.CheckInUpdate{CheckIn: training.CheckIn{Date: today}}))
		},
		"LogActivities": func() error {
			return second(d.LogActivities(ctx, viewer, of.athlete, []training.Activity{activity(today, nil)}))
		},
		"Activities":    func() error { return second(d.Activities(ctx, viewer, of.athlete, nil, nil, 5, "")) },
		"SetOverride":   func() error { return d.SetOverride(ctx, viewer, of.athlete, "INT-1", pointer(1.0)) },
		"OverridesByID": func() error { return empty(d.OverridesByID(ctx, viewer, []training.UserID{of.athlete})) },
		"UpdateWorkout": func() error {
			return second(d.UpdateWorkout(ctx, viewer, of.workout, 1, func(*training.Workout) error { return nil }))
		},
		"DeleteWorkout":   func() error { return d.DeleteWorkout(ctx, viewer, of.workout) },
		"WorkoutsByID":    func() error { return empty(d.WorkoutsByID(ctx, viewer, []training.WorkoutID{of.workout})) },
		"SimilarWorkouts": func() error { return second(d.SimilarWorkouts(ctx, viewer, of.workout, 5)) },
		"ScheduleSession": func() error {
			return second(d.ScheduleSession(ctx, viewer, training.PlannedSession{AthleteID: of.athlete, Date: today, WorkoutID: of.workout}))
		},
		"ScheduleSession on the own calendar": func() error {
			return second(d.ScheduleSession(ctx, viewer, training.PlannedSession{AthleteID: viewer, Date: today, WorkoutID: of.workout}))
		},
		"ScheduleSessions": func() error {
			return second(d.ScheduleSessions(ctx, viewer, of.athlete, []training.PlannedSession{{Date: today, WorkoutID: of.workout}}))
		},
		"SessionsByID": func() error { return empty(d.SessionsByID(ctx, viewer, []training.SessionID{of.session})) },
		"MoveSession":  func() error { return second(d.MoveSession(ctx, viewer, of.session, today, nil)) },
		"CheckIns":     func() error { return second(d.CheckIns(ctx, viewer, of.athlete, today.AddDays(-9), today)) },
		"RepairSession": func() error {
			return second(d.RepairSession(ctx, viewer, training.PlannedSession{ID: of.session}, calendars.Rework{Removes: true}))
		},
		"ReplaceSession": func() error { return second(d.ReplaceSession(ctx, viewer, of.session, of.workout)) },
		"SwapSessions":   func() error { return second(d.SwapSessions(ctx, viewer, of.session, of.session)) },
		"LockSession":    func() error { return second(d.LockSession(ctx, viewer, of.session, nil)) },
		"CompleteSession": func() error {
			return second(d.CompleteSession(ctx, viewer, of.session, training.SessionResult{DurationSeconds: 60, TSS: 1}))
		},
		"CompleteSessions": func() error {
			return second(d.CompleteSessions(ctx, viewer, []activities.Outcome{{Session: of.session, SessionResult: training.SessionResult{DurationSeconds: 60, TSS: 1}}}))
		},
		"ChangeCalendar": func() error {
			return second(d.ChangeCalendar(ctx, viewer, of.athlete, calendars.Change{Additions: []training.PlannedSession{{Date: today, WorkoutID: of.workout}}}))
		},
		"ReopenSession":      func() error { return third(d.ReopenSession(ctx, viewer, of.session)) },
		"RemoveActivity":     func() error { return third(d.RemoveActivity(ctx, viewer, of.activity)) },
		"UnlinkActivity":     func() error { return third(d.UnlinkActivity(ctx, viewer, of.activity)) },
		"KeepBothActivities": func() error { return third(d.KeepBothActivities(ctx, viewer, of.activity)) },
		"LinkActivity":       func() error { return third(d.LinkActivity(ctx, viewer, of.activity, of.session)) },
		"LinkActivity to a session": func() error {
			return third(d.LinkActivity(ctx, viewer, w.mine[viewer], of.session))
		},
		"MergeActivities": func() error { return third(d.MergeActivities(ctx, viewer, of.activity, of.other)) },
		"MergeActivities into an own one": func() error {
			return third(d.MergeActivities(ctx, viewer, w.mine[viewer], of.activity))
		},
		"SkipSession":    func() error { return second(d.SkipSession(ctx, viewer, of.session, nil)) },
		"NoteSession":    func() error { return second(d.NoteSession(ctx, viewer, of.session, pointer("mine"))) },
		"RemoveSession":  func() error { return d.RemoveSession(ctx, viewer, of.session) },
		"RemoveSessions": func() error { return second(d.RemoveSessions(ctx, viewer, []training.SessionID{of.session})) },
		"LockDay":        func() error { return d.LockDay(ctx, viewer, of.athlete, today, true) },
		"LastChanges":    func() error { return empty(d.LastChanges(ctx, viewer, []training.UserID{of.athlete})) },
		"WhyGone":        func() error { return d.WhyGone(db.Unchanged(ctx, new(int)), viewer, of.session) },
		"UndoChange":     func() error { return second(d.UndoChange(ctx, viewer, of.athlete, nil)) },
		"CalendarSnapshots": func() error {
			return empty(d.CalendarSnapshots(ctx, viewer, []calendars.SnapshotKey{{Athlete: of.athlete, From: today, Days: 14}}))
		},
		"CalendarSnapshot": func() error { return second(d.CalendarSnapshot(ctx, viewer, of.athlete, today, 14)) },
		"CreateRun": func() error {
			return second(d.CreateRun(ctx, runs.Request{
				AthleteID: of.athlete, RequestedBy: viewer, From: today, Days: 14, Engine: runs.Solver, IdempotencyKey: pointer(own()),
			}))
		},
		"RunsByID": func() error { return empty(d.RunsByID(ctx, viewer, []training.RunID{of.run})) },
		"Runs":     func() error { return second(d.Runs(ctx, viewer, of.athlete, 5, "")) },
		"RunProgress": func() error {
			_, _, err := d.RunProgress(ctx, viewer, of.run)
			return err
		},
		"RunEvents":     func() error { return second(d.RunEvents(ctx, viewer, of.run, runs.EventFilter{}, 5, "")) },
		"CancelRun":     func() error { return second(d.CancelRun(ctx, viewer, of.run)) },
		"ApplyRun":      func() error { return second(d.ApplyRun(ctx, viewer, of.run, 1)) },
		"RevertRun":     func() error { return second(d.RevertRun(ctx, viewer, of.run)) },
		"WatchRun":      func() error { return second(d.WatchRun(ctx, viewer, of.run, 0, nil)) },
		"WatchCalendar": func() error { return second(d.WatchCalendar(ctx, viewer, of.athlete)) },
	}
}

func nonEmpty(id training.EventID) training.EventID {
	if id == "" {
		return "x" // without one it would be a new event, which everybody may add
	}
	return id
}

// empty is ErrNotFound for a look-up that found nothing.
func empty[ID comparable, T any](found map[ID]T, err error) error {
	if err == nil && len(found) == 0 {
		return db.ErrNotFound
	}
	return err
}

// exempt are methods without a viewer's id of something: what they take is the viewer's own, or they belong to the planner, to log-in or
// to the process and its tests. Every other exported method must be among the calls.
var exempt = strings.Fields(`
	Athletes InviteCoach WithdrawInvitation Invitations ListWorkouts ListHeads SharedOfFamilies SearchWorkouts SearchPage CreateWorkout CreateUser DeleteUser
	AccountByEmail Account SetPassword StartSession Rotate Session EndSession EndedSessions
	AddPersonalToken UsePersonalToken PersonalTokens RevokePersonalToken Export
	Snapshot Search SearchAll Workouts Keep TokensUsed Record Finish Claim Heartbeat Told Seed Migrate Close
	Embedder EmbedderStatus EmbedderComes EmbedderMissing ServeBy Reembed KeepEmbedded
	SigningKeys RotateKeys ReplaceKeys InTurn FoldRuns DeleteRuns SweepSessions SweepInvitations CheckEmpty
	QueueOf Ready Collect MigrateFrom RewriteForms TidyVectors WalkBeyond ShelveUpTo Pool Condition MissingMigrations WatchAthletes Export`)

func TestEveryMethodIsAmongTheCalls(t *testing.T) {
	known := map[string]bool{}
	for _, name := range exempt {
		known[name] = true
	}
	for name := range calls(newWorld(t), "", things{}) {
		known[strings.Fields(name)[0]] = true
	}
	kind := reflect.TypeFor[*db.DB]()
	for i := range kind.NumMethod() {
		if name := kind.Method(i).Name; !known[name] {
			t.Errorf("%s is neither called for a stranger nor exempt", name)
		}
	}
}

// TestS85S86StrangersFindNothing: another's id answers as one of nothing does, and changes nothing.
func TestS85S86StrangersFindNothing(t *testing.T) {
	w := newWorld(t)
	victim, stranger, idle := w.athlete(), w.athlete(), w.user(training.RoleCoach)
	former := w.coachOf(victim)
	_, err := w.db.RevokeCoach(w.ctx, victim.ID, former.ID)
	w.check(err)
	theirs := w.things(victim)
	for _, viewer := range []training.User{stranger, idle, former} {
		w.mine[viewer.ID] = w.log(viewer, activity(today, nil))[0].ID
	}
	before := w.contents()
	for _, viewer := range []training.UserID{stranger.ID, idle.ID, former.ID} {
		for name, of := range map[string]things{
			"another's": theirs, "nothing's": sameID(uuid.NewString()), "no": sameID("1"), "an empty": sameID(""),
			"an injected": sameID("' OR true --"), "a zero": sameID("\x00"),
		} {
			for method, call := range calls(w, viewer, of) {
				if err := call(); !errors.Is(err, db.ErrNotFound) {
					t.Errorf("%s with %s id: %v", method, name, err)
				}
			}
		}
	}
	for _, viewer := range []training.UserID{"", "x", training.UserID(uuid.NewString())} {
		for method, call := range calls(w, viewer, theirs) {
			if err := call(); !errors.Is(err, db.ErrNotFound) {
				t.Errorf("%s by viewer %q: %v", method, viewer, err)
			}
		}
	}
	if after := w.contents(); after != before {
		t.Errorf("the database was\n%s\nand is\n%s", before, after)
	}
}

// contents is a digest of every row there is.
func (w *world) contents() string {
	w.Helper()
	return w.contentsOf(
		"users", "calendars", "events", "check_ins", "rule_overrides", "workouts", "plan_runs", "plan_events", "planned_sessions", "day_locks",
		"activities", "coach_grants", "embedders", "workout_vectors",
	)
}

func (w *world) contentsOf(tables ...string) string {
	w.Helper()
	var all strings.Builder
	for _, table := range tables {
		var digest string
		statement := fmt.Sprintf("SELECT coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM %s AS t", table)
		w.check(w.raw.QueryRow(w.ctx, statement).Scan(&digest))
		fmt.Fprintln(&all, table, digest)
	}
	return all.String()
}

// TestCoachesMayWhatTheirAthletesMay: the same calls, by a coach with a grant, find what they are about.
func TestCoachesMayWhatTheirAthletesMay(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	coach := w.coachOf(athlete)
	of := w.things(athlete)
	ctx, cancel := context.WithCancel(w.ctx)
	defer cancel()
	w.ctx = ctx
	w.mine[coach.ID] = w.log(coach, activity(today, nil))[0].ID
	own := map[string]bool{ // what nobody but the owner may
		"UpdateWorkout": true, "DeleteWorkout": true, "AcceptInvitation": true, "RevokeCoach": true, "ChangeEvent in the own profile": true, "ClearRestriction": true,
		"ScheduleSession on the own calendar": true, "LinkActivity to a session": true, "MergeActivities into an own one": true,
	}
	gone := map[string]bool{"RemoveEvent": true, "RemoveSession": true, "RemoveSessions": true, "RemoveActivity": true, // done by an earlier call, in whatever order
		"LeaveAthlete": true} // with the grant
	for method, call := range calls(w, coach.ID, of) {
		if gone[method] {
			continue
		}
		if err := call(); errors.Is(err, db.ErrNotFound) != own[method] {
			t.Errorf("%s by the coach: %v", method, err)
		}
	}
}

// Each kind of id is found for who may see it, and read as what it is.
func TestNodesAreFoundByTheirKind(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	coach, of := w.coachOf(athlete), w.things(athlete)
	kinds := []db.NodeKind{
		db.UserNode, db.WorkoutNode, db.SessionNode, db.EventNode, db.RunNode, db.ActivityNode, db.ChangeNode,
	}
	for _, viewer := range []training.UserID{athlete.ID, coach.ID} {
		found, err := w.db.NodeKinds(w.ctx, viewer, append(of.ids(), uuid.NewString(), "x", ""))
		w.check(err)
		for i, id := range of.ids() {
			if found[id] != kinds[i] {
				t.Errorf("%s is found as %q, want %q", id, found[id], kinds[i])
			}
		}
		if len(found) != len(kinds) {
			t.Errorf("found %v", found)
		}
	}
}

// 13 §2: how much of a user is seen goes by the two alone, whichever way they are met.
func TestASightIsOfTheTwoAlone(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	one, other := w.coachOf(athlete), w.coachOf(athlete)
	sees := func(viewer, of training.User) training.User {
		t.Helper()
		seen, err := w.db.UsersByID(w.ctx, viewer.ID, []training.UserID{of.ID})
		w.check(err)
		return seen[of.ID]
	}
	check := func(what string, viewer, of training.User, want training.Sight) {
		t.Helper()
		whole, err := w.db.User(w.ctx, of.ID, of.ID)
		w.check(err)
		if got := sees(viewer, of); !reflect.DeepEqual(got, whole.SeenWith(want)) {
			t.Errorf("%s: sees %+v, want %d", what, got, want)
		}
	}
	check("oneself", athlete, athlete, training.SightWhole)
	check("the athlete", one, athlete, training.SightWhole)
	check("the coach", athlete, one, training.SightContact)
	check("another coach", one, other, training.SightName)
	check("a stranger", w.athlete(), athlete, training.SightNone)
	coaches, err := w.db.CoachesByID(w.ctx, one.ID, []training.UserID{athlete.ID})
	w.check(err)
	for _, coach := range coaches[athlete.ID] {
		if want := sees(one, coach); !reflect.DeepEqual(coach, want) {
			t.Errorf("among the coaches there is %+v, by id %+v", coach, want)
		}
	}
	if granted, want := w.grant(other, one), sees(one, other); !reflect.DeepEqual(granted, want) {
		t.Errorf("granted %+v, by id %+v", granted, want)
	}
	check("another coach who is an athlete of the coach's", one, other, training.SightWhole)
	w.run(one, athlete, nil)
	revoked, err := w.db.RevokeCoach(w.ctx, athlete.ID, one.ID)
	w.check(err)
	if want := sees(athlete, one); !reflect.DeepEqual(revoked, want) || revoked.Email != "" || revoked.Name != one.Name {
		t.Errorf("revoked %+v, by id %+v", revoked, want)
	}
	check("a former coach", athlete, one, training.SightName)
	check("a former athlete", one, athlete, training.SightNone)
}
