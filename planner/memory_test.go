package planner_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"slices"
	"sort"
	"strings"
	"testing"
	"time"

	"fortnight/library"
	"fortnight/planner"
	"fortnight/planner/runs"
	"fortnight/rules"
	"fortnight/session"
	"fortnight/solver"
	"fortnight/training"
)

const monday training.Date = 20787 // 2026-11-30

// memory is a store in memory: one athlete, one run. died, when set, makes the store fail after so many records, as a killed process
// would see it; moved changes the calendar's revision at the first Finish.
type memory struct {
	snapshot runs.Snapshot
	library  []training.Workout

	progress  json.RawMessage
	consulted runs.Consulted
	usedToday int // tokens, by other runs
	events    []runs.Event
	outcome   *runs.Outcome
	calendar  *runs.Calendar
	records   int
	diesAt    int
	moves     int
	cancels   bool
}

var errDied = fmt.Errorf("the process died")

func (m *memory) Snapshot(context.Context, training.UserID, training.Date, int) (runs.Snapshot, error) {
	snapshot := m.snapshot
	snapshot.Sessions = slices.Clone(snapshot.Sessions)
	for i := range snapshot.Sessions { // as the database has them
		s := &snapshot.Sessions[i]
		at := slices.IndexFunc(m.library, func(w training.Workout) bool { return w.ID == s.WorkoutID })
		if at < 0 || s.Family != "" {
			continue
		}
		if read, known := session.LevelOf(m.library[at]); known {
			s.Family, s.FamilyLevel = string(read.Family), read.Level
		}
	}
	return snapshot, nil
}

// Search is a plain stand-in for meaning: the share of the focus list's order, so that the first focus fits best.
func (m *memory) Search(_ context.Context, _ training.UserID, p training.Profile, need runs.Need, limit int) ([]solver.Candidate, error) {
	var list []solver.Candidate
	for _, w := range m.library {
		at := slices.Index(need.Foci, w.Focus)
		if at < 0 || !slices.Contains(need.Sports, w.Sport) || w.DurationSeconds < need.MinSeconds || w.DurationSeconds > need.MaxSeconds {
			continue
		}
		measured := w.For(p.Thresholds)
		score := 0.9 - 0.1*float64(at)
		list = append(list, solver.Candidate{Workout: measured, Match: training.WorkoutMatch{WorkoutID: w.ID, Score: score, Reasons: []string{string(w.Focus)}}})
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].Match.Score > list[j].Match.Score })
	return list[:min(len(list), limit)], nil
}

func (m *memory) SearchAll(ctx context.Context, athlete training.UserID, p training.Profile, needs []runs.Need, limit int) ([][]solver.Candidate, error) {
	found := make([][]solver.Candidate, len(needs))
	for i, need := range needs {
		found[i], _ = m.Search(ctx, athlete, p, need, limit) // never fails
	}
	return found, nil
}

func (m *memory) Workouts(_ context.Context, _ training.UserID, p training.Profile, ids []training.WorkoutID) ([]training.Workout, error) {
	var list []training.Workout
	for _, w := range m.library {
		if slices.Contains(ids, w.ID) {
			list = append(list, w.For(p.Thresholds))
		}
	}
	return list, nil
}

func (m *memory) Keep(_ context.Context, written []training.Workout) error {
	for _, w := range written {
		if !slices.ContainsFunc(m.library, func(o training.Workout) bool { return o.ID == w.ID }) {
			m.library = append(m.library, w)
		}
	}
	return nil
}

func (m *memory) TokensUsed(context.Context, training.UserID, time.Time, time.Time) (int, error) {
	return m.usedToday + m.consulted.Tokens(), nil
}

func (m *memory) Record(_ context.Context, _ runs.Lease, so runs.Recorded, events ...runs.Event) error {
	if m.cancels {
		return runs.ErrCancelRequested
	}
	m.append(events)
	m.progress, m.consulted = so.Progress, so.Consulted
	if m.records++; m.records == m.diesAt {
		return errDied
	}
	return nil
}

func (m *memory) append(events []runs.Event) {
	for _, e := range events {
		e.Head().Sequence = len(m.events) + 1
		m.events = append(m.events, e)
	}
}

func (m *memory) Finish(_ context.Context, _ runs.Lease, outcome runs.Outcome, calendar *runs.Calendar, events ...runs.Event) error {
	if calendar != nil && m.moves > 0 {
		m.moves--
		m.snapshot.Revision++
		return runs.ErrCalendarMoved
	}
	m.append(events)
	m.outcome, m.calendar = &outcome, calendar
	return nil
}

func quiet() *slog.Logger { return slog.New(slog.NewTextHandler(io.Discard, nil)) }

func newPlanner(m *memory) *planner.Planner {
	return &planner.Planner{Store: m, Now: monday.Midnight, Log: quiet()}
}

func request(days int) runs.Run {
	return runs.Run{ID: "6a1f5f0e-7d7b-4b6f-9f7c-2f3c7a0a1b11", Request: runs.Request{AthleteID: "athlete", RequestedBy: "athlete", From: monday, Days: days, Apply: true}}
}

// plan runs a request to its end.
func plan(t testing.TB, m *memory, run runs.Run) {
	t.Helper()
	if err := newPlanner(m).Run(context.Background(), run, nil, runs.Lease{RunID: run.ID, Token: 1}); err != nil {
		t.Fatal(err)
	}
	if m.outcome == nil {
		t.Fatal("the run has no end")
	}
}

// after is the calendar of the planned days once the plan is written.
func (m *memory) after() []training.Session {
	byID := map[training.WorkoutID]training.Workout{}
	for _, w := range m.library {
		byID[w.ID] = w.For(m.snapshot.Athlete.Profile.Thresholds)
	}
	var list []training.Session
	saved := map[training.SessionID]bool{}
	if m.calendar != nil {
		for _, s := range m.calendar.Save {
			w := byID[s.WorkoutID]
			saved[s.ID] = true
			is := training.Session{PlannedSession: s, Title: w.Title, Sport: w.Sport, Focus: w.Focus, Load: w.Load}
			if read, known := session.LevelOf(w); known {
				is.Family, is.FamilyLevel = string(read.Family), read.Level
			}
			list = append(list, is)
		}
	}
	for _, s := range m.snapshot.Sessions {
		if !saved[s.ID] && (m.calendar == nil || !slices.Contains(m.calendar.Remove, s.ID)) {
			list = append(list, s)
		}
	}
	sort.SliceStable(list, func(i, j int) bool {
		return list[i].Date < list[j].Date || list[i].Date == list[j].Date && list[i].Start < list[j].Start
	})
	return list
}

// hard are the HARD rules that the calendar breaks after a run.
func (m *memory) hard(run runs.Run) []string {
	after := m.snapshot
	after.Sessions = m.after()
	in := after.RulesInput(run.From, run.Days)
	in.Complete, in.TargetFitness, in.Before = true, run.TargetFitness, m.snapshot.Sessions
	for _, s := range m.snapshot.Sessions {
		if run.KeepPlanned && s.Status == training.Planned && s.Date >= run.From && s.Date < run.From.AddDays(run.Days) {
			in.FullUntil = max(in.FullUntil, s.Date)
		}
	}
	var list []string
	for _, v := range rules.Check(in).Violations() {
		if v.Severity == rules.Hard {
			list = append(list, string(v.RuleID)+": "+v.Message)
		}
	}
	return list
}

// table shows the days as a coach would want to see them.
func (m *memory) table(run runs.Run) string {
	var out strings.Builder
	sessions := m.after()
	after := m.snapshot
	after.Sessions = sessions
	ledger := after.Ledger()
	points := ledger.Fitness(run.From, run.From.AddDays(run.Days-1))
	for i := range run.Days {
		date := run.From.AddDays(i)
		fmt.Fprintf(&out, "%s", date.Midnight().Format("Mon 02 Jan"))
		if i < len(points) {
			fmt.Fprintf(&out, "  %5.1f %5.1f %+6.1f", points[i].Fitness, points[i].Fatigue, points[i].Form)
		}
		rest := true
		for _, s := range sessions {
			if s.Date != date {
				continue
			}
			if !rest {
				fmt.Fprintf(&out, "\n%32s", "")
			}
			rest = false
			mark := ""
			if s.Lock != nil {
				mark = " (locked)"
			}
			fmt.Fprintf(&out, "  %s %-8s %-52.52s %3d min %4.0f TSS%s", s.Start, s.Sport, s.Title, s.Load.DurationSeconds/60, s.Load.TSS, mark)
		}
		if rest {
			out.WriteString("  rest")
		}
		out.WriteString("\n")
	}
	for i, w := range ledger.Weeks(run.From, run.Days) {
		fmt.Fprintf(&out, "week %d: %.0f TSS, %.1f h", i+1, w.TSS, float64(w.DurationSeconds)/3600)
		if w.LowIntensityShare != nil {
			fmt.Fprintf(&out, ", %.0f %% easy", 100**w.LowIntensityShare)
		}
		out.WriteString("\n")
	}
	return out.String()
}

// athlete begins a snapshot.
func athlete(level training.Level, priority training.Priority) *memory {
	p := training.NewProfile("Europe/Berlin")
	p.Level, p.Priority = level, &priority
	return &memory{
		library:  library.Workouts(),
		snapshot: runs.Snapshot{Athlete: training.User{ID: "athlete", Name: "Athlete", Profile: p}, Revision: 1, Today: monday - 1},
	}
}

// available gives hours by weekday: "MONDAY 06:30-07:45".
func (m *memory) available(hours ...string) *memory {
	for _, text := range hours {
		var day, from, to string
		text = strings.ReplaceAll(text, "-", " ")
		if _, err := fmt.Sscan(text, &day, &from, &to); err != nil {
			panic(err)
		}
		w := training.AvailabilityWindow{Weekday: training.Weekday(day)}
		w.From, _ = training.ParseLocalTime(from)
		w.To, _ = training.ParseLocalTime(to)
		m.snapshot.Athlete.Profile.Availability = append(m.snapshot.Athlete.Profile.Availability, w)
	}
	return m
}

// past adds an activity for each of six weeks: so many days before the plan in its week (1 is the day before), with that load.
func (m *memory) past(back int, sport training.Sport, minutes int, tss float64, change ...func(*training.Activity)) *memory {
	start := training.LocalTime(420)
	for week := range 6 {
		a := training.Activity{Date: monday.AddDays(-back - 7*week), Start: &start, Sport: sport, DurationSeconds: minutes * 60, TSS: tss}
		for _, c := range change {
			c(&a)
		}
		m.snapshot.Activities = append(m.snapshot.Activities, a)
	}
	return m
}

func km(x float64) func(*training.Activity) {
	return func(a *training.Activity) {
		meters := 1000 * x
		a.DistanceMeters = &meters
	}
}

func intense(minutes int) func(*training.Activity) {
	return func(a *training.Activity) {
		seconds := minutes * 60
		a.HighIntensitySeconds = &seconds
	}
}

func legSets(n int) func(*training.Activity) {
	return func(a *training.Activity) { a.HardLegSets = &n }
}

// lock puts the first library workout whose title begins so on day d and locks it.
func (m *memory) lock(d int, start, title string) *memory {
	at, err := training.ParseLocalTime(start)
	if err != nil {
		panic(err)
	}
	scope := training.LockEverything
	for _, w := range m.library {
		if strings.HasPrefix(w.Title, title) {
			w = w.For(m.snapshot.Athlete.Profile.Thresholds)
			read, _ := session.LevelOf(w)
			m.snapshot.Sessions = append(m.snapshot.Sessions, training.Session{
				Family: string(read.Family), FamilyLevel: read.Level,
				PlannedSession: training.PlannedSession{
					ID: training.SessionID(fmt.Sprintf("lock-%d", len(m.snapshot.Sessions))), AthleteID: "athlete", Date: monday.AddDays(d - 1), Start: at,
					WorkoutID: w.ID, Status: training.Planned, Lock: &scope,
				},
				Title: w.Title, Sport: w.Sport, Focus: w.Focus, Load: w.Load,
			})
			return m
		}
	}
	panic("the library has no " + title)
}

func threshold(seconds int) func(*memory) {
	return func(m *memory) { m.snapshot.Athlete.Profile.ThresholdSecondsPerKilometer = &seconds }
}

func secondsOf(n int) time.Duration { return time.Duration(n) * time.Second }
