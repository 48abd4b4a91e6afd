package planner_test

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fortnight/planner/model"
	"fortnight/planner/runs"
	"fortnight/training"
	"fortnight/wish"
)

var update = flag.Bool("update", false, "write testdata anew")

type (
	reading  func(model.WishQuestion) (model.WishAnswer, error)
	proposal func(model.PlanQuestion, func(model.Pick) error) error
)

// script is a language model in memory: it answers calls in turn and keeps what it was asked.
type script struct {
	wishes    []reading
	proposals []proposal

	wishQuestions []model.WishQuestion
	planQuestions []model.PlanQuestion
}

var usage = runs.Usage{Requests: 1, InputTokens: 900, OutputTokens: 100}

var errUnscripted = errors.New("one call too many")

func (s *script) Describe() runs.ModelInfo {
	return runs.ModelInfo{Name: "scripted-1", PromptVersion: "test-1"}
}

func (s *script) ReadWish(_ context.Context, q model.WishQuestion) (model.WishAnswer, runs.Usage, error) {
	s.wishQuestions = append(s.wishQuestions, q)
	if len(s.wishQuestions) > len(s.wishes) {
		return model.WishAnswer{}, runs.Usage{}, errUnscripted
	}
	answer, err := s.wishes[len(s.wishQuestions)-1](q)
	return answer, usage, err
}

func (s *script) Propose(_ context.Context, q model.PlanQuestion, each func(model.Pick) error) (runs.Usage, error) {
	s.planQuestions = append(s.planQuestions, q)
	if len(s.planQuestions) > len(s.proposals) {
		return runs.Usage{}, errUnscripted
	}
	return usage, s.proposals[len(s.planQuestions)-1](q, each)
}

func down(message string) *model.Error {
	return &model.Error{Fault: model.Unavailable, Message: message}
}

// gentle fills the first slot of every other day with its lightest candidate and leaves the others empty, which keeps the rules.
func gentle(q model.PlanQuestion, each func(model.Pick) error) error {
	return first(len(q.Slots))(q, each)
}

// first is like gentle for so many slots; nothing is said of the others.
func first(n int) proposal {
	return func(q model.PlanQuestion, each func(model.Pick) error) error {
		for _, slot := range q.Slots[:min(n, len(q.Slots))] {
			if err := each(lightest(q, slot)); err != nil {
				return err
			}
		}
		return nil
	}
}

func lightest(q model.PlanQuestion, slot model.QuestionSlot) model.Pick {
	p := model.Pick{Slot: slot.Number, Day: slot.Day, Rationale: "Free, so that the work before it can sink in."}
	if due(q, slot) {
		p.Candidate = slices.MinFunc(slot.Candidates, func(a, b int) int { return cmp.Compare(strain(q, a), strain(q, b)) })
		p.Rationale = "As the week wants it."
	}
	return p
}

// due tells whether a slot is the first of its day, and of every other day.
func due(q model.PlanQuestion, slot model.QuestionSlot) bool {
	at := slices.IndexFunc(q.Slots, func(s model.QuestionSlot) bool { return s.Day == slot.Day })
	return slot.Day%2 == 1 && q.Slots[at].Number == slot.Number
}

// weight is how hard a candidate is.
func weight(q model.PlanQuestion, number int) float64 {
	c := q.Candidates[number-1]
	return c.TSS + 100*float64(c.HighMinutes)
}

// strain is how hard a candidate is for somebody whose legs are to stay fresh: lifts come last.
func strain(q model.PlanQuestion, number int) float64 {
	if q.Candidates[number-1].Sport == training.Strength {
		return 1000 + weight(q, number)
	}
	return weight(q, number)
}

// hardest fills every slot with what has most load, and so breaks rules.
func hardest(q model.PlanQuestion, each func(model.Pick) error) error {
	for _, slot := range q.Slots {
		most := slices.MaxFunc(slot.Candidates, func(a, b int) int { return cmp.Compare(weight(q, a), weight(q, b)) })
		if err := each(model.Pick{Slot: slot.Number, Day: slot.Day, Candidate: most, Rationale: "More."}); err != nil {
			return err
		}
	}
	return nil
}

// consult takes a run with a model to its end.
func consult(t testing.TB, m *memory, model model.Model, run runs.Run) {
	t.Helper()
	p := newPlanner(m)
	p.Model = model
	run.Engine = runs.Gemini
	if err := p.Run(context.Background(), run, m.progress, runs.Lease{RunID: run.ID, Token: 1}); err != nil {
		t.Fatal(err)
	}
	if m.outcome == nil {
		t.Fatal("the run has no end")
	}
}

func eventsOf[E runs.Event](m *memory) []E {
	var list []E
	for _, e := range m.events {
		if found, is := e.(E); is {
			list = append(list, found)
		}
	}
	return list
}

// sound checks a plan that was made with a model as one of the solver's.
func sound(t *testing.T, m *memory, run runs.Run) {
	t.Helper()
	if m.outcome.Status != runs.Succeeded {
		t.Fatalf("%s: %s", m.outcome.Status, *m.outcome.Failure)
	}
	if faults := m.faults(run); len(faults) > 0 {
		t.Errorf("%v\n%s", faults, m.table(run))
	}
	if hard := m.hard(run); len(hard) > 0 {
		t.Errorf("%v\n%s", hard, m.table(run))
	}
}

func TestModelPicksAreUsed(t *testing.T) {
	m, run, told := noviceHybrid(), request(14), &script{proposals: []proposal{gentle}}
	consult(t, m, told, run)
	sound(t, m, run)
	q := told.planQuestions[0]
	said := 0
	for _, p := range m.outcome.Proposal {
		said += strings.Count(p.Rationale, "As the week wants it")
	}
	if want := len(slices.DeleteFunc(slices.Clone(q.Slots), func(s model.QuestionSlot) bool { return !due(q, s) })); said != want || said < 6 {
		t.Errorf("%d of %d picks are in the plan\n%s", said, want, m.table(run))
	}
	if proposed := eventsOf[*runs.SessionProposed](m); len(proposed) != said {
		t.Errorf("%d sessions are told of", len(proposed))
	}
	rests := eventsOf[*runs.RestProposed](m)
	if len(rests) == 0 || !strings.Contains(rests[0].Rationale, "sink in") {
		t.Errorf("rests: %+v", rests)
	}
	if c := m.outcome.Consulted; c.Name != "scripted-1" || c.PromptVersion != "test-1" || c.Tokens() != 1000 || c.Requests != 1 || m.consulted != c {
		t.Errorf("kept with the run: %+v, %+v", c, m.consulted)
	}
	if fell := eventsOf[*runs.EngineFellBack](m); len(fell) > 0 {
		t.Errorf("%+v", fell)
	}
}

// A question holds no id, and candidates under numbers of its own.
func TestQuestionHoldsNumbersAlone(t *testing.T) {
	m, run, model := triathlete(), request(21), &script{proposals: slices.Repeat([]proposal{gentle}, 3)}
	consult(t, m, model, run)
	sound(t, m, run)
	q := model.planQuestions[0]
	text, err := json.Marshal(q)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range m.library {
		if strings.Contains(string(text), string(w.ID)) {
			t.Fatalf("the id of %s is in the question", w.Title)
		}
	}
	if strings.Contains(string(text), `"athlete"`) || strings.Contains(string(text), string(run.ID)) || len(text) > 120<<10 {
		t.Errorf("%d bytes", len(text))
	}
	for i, c := range q.Candidates {
		if c.Number != i+1 {
			t.Errorf("candidate %d has number %d", i+1, c.Number)
		}
	}
	for _, slot := range q.Slots {
		if len(slot.Candidates) == 0 || len(slot.Candidates) > 16 || slices.Max(slot.Candidates) > len(q.Candidates) || slices.Min(slot.Candidates) < 1 {
			t.Errorf("%+v", slot)
		}
	}
}

func TestS99PicksThatDoNotHoldAreSeen(t *testing.T) {
	m, run := noviceHybrid(), request(14)
	model := &script{proposals: []proposal{func(q model.PlanQuestion, each func(model.Pick) error) error {
		slot := q.Slots[0]
		light := slices.MinFunc(slot.Candidates, func(a, b int) int { return cmp.Compare(strain(q, a), strain(q, b)) })
		for _, p := range []model.Pick{
			{Slot: 999, Day: 1, Candidate: 1}, {Slot: slot.Number, Day: slot.Day + 1, Candidate: slot.Candidates[0]},
			{Slot: slot.Number, Day: slot.Day, Candidate: 4711},
			{Slot: slot.Number, Day: slot.Day, Candidate: light, Rationale: "It has 4711 TSS. Enjoy it."},
		} {
			if err := each(p); err != nil {
				return err
			}
		}
		return nil
	}}}
	consult(t, m, model, run)
	sound(t, m, run)
	var got []string
	for _, e := range eventsOf[*runs.ModelCorrected](m) {
		got = append(got, fmt.Sprintf("%t %s", e.Dropped, e.Reason))
		if e.Message == "" || e.Stage != runs.Propose {
			t.Errorf("%+v", e)
		}
	}
	want := []string{
		"true The model filled a slot that does not exist.", "true Mon 30 Nov: the model took the slot for another day's.",
		"true Mon 30 Nov: the model chose a workout that does not exist.",
		"false A sentence was taken out of the reason: “4711 TSS” is not in the data.",
		fmt.Sprintf("false For %d of %d places the model named nothing that holds; the solver fills them.", len(model.planQuestions[0].Slots)-1,
			len(model.planQuestions[0].Slots)),
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if first := eventsOf[*runs.SessionProposed](m)[0]; first.Session.Rationale != "Enjoy it." {
		t.Errorf("%+v", first)
	}
}

// A model that goes on breaking rules has two more rounds in which it is told them; then code mends what it can.
func TestRoundsOfMending(t *testing.T) {
	withoutRace(t)
	m, run := triathlete(), request(14)
	model := &script{proposals: slices.Repeat([]proposal{hardest}, 3)}
	consult(t, m, model, run)
	sound(t, m, run)
	if len(model.planQuestions) != 3 {
		t.Fatalf("the model was asked %d times", len(model.planQuestions))
	}
	for i, q := range model.planQuestions {
		if told := len(q.Broken) > 0 && len(q.Standing) == len(q.Slots); told != (i > 0) {
			t.Errorf("round %d: %d rules, %d picks of before", i, len(q.Broken), len(q.Standing))
		}
		for _, b := range q.Broken {
			if b.RuleID == "" || len(b.Days) == 0 || b.Message == "" {
				t.Errorf("%+v", b)
			}
		}
	}
	fell := eventsOf[*runs.EngineFellBack](m)
	if len(fell) != 1 || fell[0].Stage != runs.Repair || !strings.Contains(fell[0].Reason, "after 2 more rounds") {
		t.Errorf("%+v", fell)
	}
	if m.outcome.Consulted.Requests != 3 {
		t.Errorf("%+v", m.outcome.Consulted)
	}
}

// A second round that mends the plan is the end of it: no solver takes over, and what changed is told.
func TestRoundThatMends(t *testing.T) {
	withoutRace(t)
	m, run := triathlete(), request(14)
	model := &script{proposals: []proposal{hardest, func(q model.PlanQuestion, each func(model.Pick) error) error {
		for _, slot := range q.Slots {
			if err := each(model.Pick{Slot: slot.Number, Day: slot.Day, Rationale: "Less."}); err != nil {
				return err
			}
		}
		return nil
	}}}
	consult(t, m, model, run)
	sound(t, m, run)
	if fell := eventsOf[*runs.EngineFellBack](m); len(fell) > 0 || len(model.planQuestions) != 2 {
		t.Errorf("%+v", fell)
	}
	if len(m.calendar.Save) != 0 || len(eventsOf[*runs.SessionReplaced](m)) < 10 {
		t.Errorf("%d sessions, %d changes", len(m.calendar.Save), len(eventsOf[*runs.SessionReplaced](m)))
	}
}

func TestF33ModelThatIsDown(t *testing.T) {
	alone, run := noviceHybrid(), request(14)
	plan(t, alone, run)
	for name, c := range map[string]struct {
		model  model.Model
		change func(*memory)
		reason string
		calls  int
	}{
		"at once": {model: &script{proposals: []proposal{
			func(model.PlanQuestion, func(model.Pick) error) error { return down("It is down.") },
		}}, reason: "It is down."},
		"not there any more": {reason: "No language model is configured here any more."},
		"a minor": {model: &script{}, change: func(m *memory) {
			born := monday.AddDays(-17 * 365)
			m.snapshot.Athlete.Profile.BirthDate = &born
		}, reason: "A language model is asked about adults only."},
	} {
		t.Run(name, func(t *testing.T) {
			m := noviceHybrid()
			if c.change != nil {
				c.change(m)
			}
			consult(t, m, c.model, run)
			sound(t, m, run)
			fell := eventsOf[*runs.EngineFellBack](m)
			if len(fell) != 1 || fell[0].Reason != c.reason || fell[0].From != runs.Gemini || fell[0].To != runs.Solver {
				t.Errorf("%+v", fell)
			}
			if c.change == nil && !reflect.DeepEqual(m.calendar, alone.calendar) {
				t.Errorf("it is not the solver's plan\n%s", m.table(run))
			}
		})
	}
}

// What came before the model broke off is used; the solver fills the rest.
func TestF33ModelThatBreaksOff(t *testing.T) {
	m, run := noviceHybrid(), request(14)
	model := &script{proposals: []proposal{func(q model.PlanQuestion, each func(model.Pick) error) error {
		if err := first(4)(q, each); err != nil {
			return err
		}
		return down("It broke off.")
	}}}
	consult(t, m, model, run)
	sound(t, m, run)
	said := 0
	for _, p := range m.outcome.Proposal {
		said += strings.Count(p.Rationale, "As the week wants it")
	}
	if fell := eventsOf[*runs.EngineFellBack](m); len(fell) != 1 || said == 0 || len(m.calendar.Save) <= said {
		t.Errorf("%d of %d sessions are the model's, %+v", said, len(m.calendar.Save), fell)
	}
}

func TestS101BudgetIsTold(t *testing.T) {
	m, run := noviceHybrid(), request(14)
	m.usedToday = 3000
	run.Wish = "long run on Sunday"
	told := &script{wishes: []reading{read}, proposals: []proposal{gentle}}
	consult(t, m, told, run)
	if s := told.wishQuestions[0].Spent; s != (model.Spent{Day: 3000}) {
		t.Errorf("%+v", s)
	}
	if s := told.planQuestions[0].Spent; s != (model.Spent{Run: 1000, Day: 4000}) {
		t.Errorf("%+v", s)
	}
	if m.outcome.Consulted.Tokens() != 2000 {
		t.Errorf("%+v", m.outcome.Consulted)
	}
}

// read is a model that reads nothing.
func read(model.WishQuestion) (model.WishAnswer, error) { return model.WishAnswer{}, nil }

// A process that dies at any record, in the middle of calls too, is followed by one that asks only for what is not stored.
func TestResumeWithModel(t *testing.T) {
	run := request(14)
	run.Wish, run.Engine = "no running on Tuesday", runs.Gemini
	build := func() *script {
		return &script{
			wishes:    slices.Repeat([]reading{read}, 2),
			proposals: slices.Repeat([]proposal{gentle}, 2),
		}
	}
	whole := noviceHybrid()
	consult(t, whole, build(), run)
	for diesAt := 1; diesAt <= whole.records; diesAt++ {
		m, model := noviceHybrid(), build()
		m.diesAt = diesAt
		p := newPlanner(m)
		p.Model = model
		if err := p.Run(context.Background(), run, nil, runs.Lease{RunID: run.ID, Token: 1}); !errors.Is(err, errDied) {
			t.Fatalf("record %d: %v", diesAt, err)
		}
		stored := len(eventsOf[*runs.SessionProposed](m))
		asked, wishes := len(model.planQuestions), len(eventsOf[*runs.WishRead](m))
		consult(t, m, model, run)
		if !sameDays(m, whole) {
			t.Fatalf("death after record %d: another plan\n%s\n%s", diesAt, m.table(run), whole.table(run))
		}
		if wishes == 1 && len(model.wishQuestions) != 1 {
			t.Errorf("record %d: a wish that is stored is read again", diesAt)
		}
		if len(model.planQuestions) > asked && asked > 0 {
			kept := 0
			for _, d := range model.planQuestions[asked].Days {
				kept += len(d.Kept)
			}
			was := 0
			for _, d := range model.planQuestions[0].Days {
				was += len(d.Kept)
			}
			if kept-was != stored || len(model.planQuestions[asked].Slots) > len(model.planQuestions[0].Slots)-stored {
				t.Errorf("record %d: %d picks are stored, the question has %d more sessions and %d slots", diesAt, stored, kept-was,
					len(model.planQuestions[asked].Slots))
			}
		}
		if told := len(eventsOf[*runs.SessionProposed](m)); told != len(eventsOf[*runs.SessionProposed](whole)) {
			t.Errorf("record %d: %d sessions are told of", diesAt, told)
		}
	}
}

// sameDays tells whether two plans put the same workouts on the same days.
func sameDays(a, b *memory) bool {
	short := func(m *memory) []string {
		var list []string
		for _, p := range m.outcome.Proposal {
			list = append(list, fmt.Sprint(p.Date, p.Start, p.WorkoutID, p.ID))
		}
		return list
	}
	return slices.Equal(short(a), short(b))
}

// A run that dies in each of its calls asks six times in all.
func TestCrashLoopIsBounded(t *testing.T) {
	run := request(14)
	run.Engine = runs.Gemini
	m := noviceHybrid()
	model := &script{proposals: slices.Repeat([]proposal{
		func(model.PlanQuestion, func(model.Pick) error) error { return errDied },
	}, 99)}
	p := newPlanner(m)
	p.Model = model
	deaths := 0
	for ; m.outcome == nil && deaths < 20; deaths++ {
		if err := p.Run(context.Background(), run, m.progress, runs.Lease{RunID: run.ID, Token: 1}); err != nil && !errors.Is(err, errDied) {
			t.Fatal(err)
		}
	}
	if len(model.planQuestions) != 6 || deaths != 7 {
		t.Errorf("%d calls, %d starts", len(model.planQuestions), deaths)
	}
	sound(t, m, run)
	if fell := eventsOf[*runs.EngineFellBack](m); len(fell) != 1 || !strings.Contains(fell[0].Reason, "6 times") {
		t.Errorf("%+v", fell)
	}
}

// A calendar that moves does not make the wish be read, or paid for, again.
func TestWishIsReadOnceThoughTheCalendarMoves(t *testing.T) {
	m, run := noviceHybrid(), request(14)
	m.moves, run.Wish = 1, "no running on Tuesday"
	model := &script{
		wishes:    []reading{read},
		proposals: slices.Repeat([]proposal{gentle}, 2),
	}
	consult(t, m, model, run)
	sound(t, m, run)
	if len(model.wishQuestions) != 1 || len(model.planQuestions) != 2 || m.outcome.Consulted.Requests != 3 {
		t.Errorf("%d, %d, %+v", len(model.wishQuestions), len(model.planQuestions), m.outcome.Consulted)
	}
}

func TestCancelStopsACall(t *testing.T) {
	run := request(14)
	run.Engine = runs.Gemini
	for name, cause := range map[string]error{"cancelled": runs.ErrCancelRequested, "stopped": nil} {
		t.Run(name, func(t *testing.T) {
			m := noviceHybrid()
			ctx, stop := context.WithCancelCause(context.Background())
			p := newPlanner(m)
			p.Model = &stopping{stop: func() { stop(cause) }}
			err := p.Run(ctx, run, nil, runs.Lease{RunID: run.ID, Token: 1})
			if cause != nil && (err != nil || m.outcome == nil || m.outcome.Status != runs.Cancelled || m.outcome.Consulted.Tokens() != 1000) {
				t.Errorf("%v, %+v", err, m.outcome)
			}
			if cause == nil && (!errors.Is(err, context.Canceled) || m.outcome != nil || m.consulted.Tokens() != 1000) {
				t.Errorf("%v, %+v, %+v", err, m.outcome, m.consulted)
			}
		})
	}
}

// stopping stops its caller's context in the middle of the call.
type stopping struct {
	script
	stop func()
}

func (s *stopping) Propose(ctx context.Context, q model.PlanQuestion, each func(model.Pick) error) (runs.Usage, error) {
	s.stop()
	<-ctx.Done()
	return usage, ctx.Err()
}

func TestGoldenTranscript(t *testing.T) {
	m, run := timeCrunchedCyclist(), request(14)
	run.Wish = "Rest on the first Tuesday, long ride on Sunday, and sing me a song"
	tuesday := func(q model.WishQuestion) (model.WishAnswer, error) {
		return model.WishAnswer{Wishes: []wish.Reading{
			{Wish: wish.Wish{Kind: wish.Rest, Quote: "Rest on the first Tuesday"}, Days: []int{2}},
			{Wish: wish.Wish{Kind: wish.Prefer, Session: wish.Easy, Sport: training.Ride, Quote: "ride on Sunday"}, Days: []int{7}},
			{Wish: wish.Wish{Kind: "UNLOCK", Quote: "sing me a song"}, Days: []int{1}},
		}, NotUnderstood: []string{"sing me a song"}}, nil
	}
	model := &script{
		wishes: []reading{tuesday},
		proposals: []proposal{hardest, func(q model.PlanQuestion, each func(model.Pick) error) error {
			if err := first(5)(q, each); err != nil {
				return err
			}
			return down("The connection to the language model broke.")
		}},
	}
	consult(t, m, model, run)
	sound(t, m, run)
	var text strings.Builder
	for _, e := range m.events {
		if _, check := e.(*runs.RuleChecked); !check {
			fmt.Fprintf(&text, "%-8s %-19s %s\n", e.Head().Stage, e.Kind(), e.Head().Message)
		}
	}
	golden(t, "gemini-run.txt", text.String())
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the transcript is not %s; if it should be so, run with -update:\n%s", path, got)
	}
}
