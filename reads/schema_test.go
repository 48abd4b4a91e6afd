package reads

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"fortnight/graph"
	"fortnight/graph/model"
	"fortnight/session"
	"fortnight/training"
)

// root resolves the few fields that these tests ask for; another is a fault of the test.
type root struct{ graph.ResolverRoot }

func (root) Query() graph.QueryResolver                   { return query{} }
func (root) Workout() graph.WorkoutResolver               { return workout{} }
func (root) PlannedSession() graph.PlannedSessionResolver { return planned{} }

type (
	query   struct{ graph.QueryResolver }
	workout struct{ graph.WorkoutResolver }
	planned struct{ graph.PlannedSessionResolver }
)

var errGone = errors.New("it is gone")

// Workout is one whose id says what is wrong with it.
func (query) Workout(_ context.Context, id string) (*training.Workout, error) {
	switch id {
	case "none":
		return nil, nil
	case "gone":
		return nil, errGone
	case "panic":
		panic("of a test")
	}
	w := example(id)
	return &w, nil
}

// Node is something of a type that the id names.
func (query) Node(_ context.Context, id string) (training.Node, error) {
	if id == "session" {
		return &training.PlannedSession{ID: "session", Status: training.Planned, WorkoutID: "ok"}, nil
	}
	w := example(id)
	return &w, nil
}

// Nodes are some, nil where there is none.
func (q query) Nodes(ctx context.Context, ids []string) ([]training.Node, error) {
	nodes := make([]training.Node, len(ids))
	for i, id := range ids {
		if id != "none" {
			nodes[i], _ = q.Node(ctx, id)
		}
	}
	return nodes, nil
}

// Workouts are a page of three, of which one has an owner that cannot be read.
func (query) Workouts(_ context.Context, _ *session.WorkoutFilter, _ *training.WorkoutOrder, first *int, _ *string) (*model.WorkoutConnection, error) {
	list := []training.Workout{example("a"), example("gone"), example("c")}[:min(*first, 3)]
	return &model.WorkoutConnection{Connection: model.Connection[training.Workout]{Items: list, Cursors: []string{"1", "2", "3"}[:len(list)], Next: true}}, nil
}

// Workout is the session's; without it there is no session.
func (planned) Workout(_ context.Context, s *training.PlannedSession) (*training.Workout, error) {
	if s.WorkoutID == "gone" {
		return nil, errGone
	}
	w := example(string(s.WorkoutID))
	return &w, nil
}

func (workout) Owner(_ context.Context, w *training.Workout) (*training.User, error) {
	switch w.ID {
	case "gone":
		return nil, errGone
	case "panic in owner":
		panic("of a test")
	}
	return &training.User{ID: training.UserID("owner of " + w.ID), Name: "O\"wner\n"}, nil
}

func (workout) Similar(_ context.Context, w *training.Workout, first *int) ([]*training.WorkoutMatch, error) {
	list := make([]*training.WorkoutMatch, *first)
	for i := range list {
		if i != 1 || w.ID != "holes" {
			list[i] = &training.WorkoutMatch{WorkoutID: w.ID, Score: float64(i) / 8}
		}
	}
	return list, nil
}

func example(id string) training.Workout {
	w := training.Workout{
		ID: training.WorkoutID(id), Title: "Title of " + id, Sport: training.Ride, Focus: training.FocusEndurance, Revision: 1, Tags: []string{"a", "b"},
		Blocks: []training.Block{{Name: "Main", Sport: training.Ride, Repeats: 2, Steps: training.Steps{
			training.EnduranceStep{End: training.End{Kind: training.EndDuration, Seconds: 600}, Target: training.Target{Start: 0.6, End: 0.7}},
			training.RepeatStep{Repeats: 3, Steps: training.Steps{training.EnduranceStep{End: training.End{Kind: training.EndDuration, Seconds: 60}}}},
			training.RestStep{DurationSeconds: 90},
		}}},
	}
	if id == "infinite" {
		w.TSS = math.Inf(1)
	}
	return w
}

// answers are those of both ways to execute a query.
func answers(t *testing.T, schema *Schema, document string, variables map[string]any) (data string, errs gqlerror.List) {
	t.Helper()
	ctx := graphql.StartOperationTrace(t.Context())
	exec := executor.New(schema)
	exec.SetRecoverFunc(func(_ context.Context, cause any) error { return fmt.Errorf("panic: %v", cause) })
	operation, refused := exec.CreateOperationContext(ctx, &graphql.RawParams{Query: document, Variables: variables})
	if len(refused) > 0 {
		t.Fatalf("%s: %v", document, refused)
	}
	responses, ctx := exec.DispatchOperation(ctx, operation)
	response := responses(ctx)
	if again := responses(ctx); again != nil {
		t.Errorf("there is a second answer: %s", again.Data)
	}
	return string(response.Data), response.Errors
}

func newSchema(t *testing.T) *Schema {
	config := graph.Config{Resolvers: root{}}
	config.Directives.Authenticated = func(ctx context.Context, _ any, next graphql.Resolver) (any, error) {
		if graphql.GetFieldContext(ctx).Field.Alias == "refused" {
			return nil, errors.New("log in first")
		}
		return next(ctx)
	}
	return New(config, DefaultTextBytes).Comparing(func(ctx context.Context, compiled, executed Answer) {
		t.Errorf("%s\ncompiled %s %v\nexecuted %s %v", graphql.GetOperationContext(ctx).RawQuery, compiled.Data, compiled.Errors, executed.Data, executed.Errors)
	})
}

func TestAnswers(t *testing.T) {
	for _, test := range []struct {
		document string
		want     string
		errs     string // paths of errors
	}{
		{`{ workout(id: "a") { id __typename name: title id } }`, `{"workout":{"id":"a","__typename":"Workout","name":"Title of a"}}`, ""},
		{`query($yes: Boolean = true, $no: Boolean = false) { workout(id: "a") { id @include(if: $no) sport @skip(if: $no) ... @include(if: $yes) { title } id } }`,
			`{"workout":{"sport":"RIDE","title":"Title of a","id":"a"}}`, ""},
		{`query($no: Boolean = false) { workout(id: "a") @skip(if: true) { id } ... @include(if: $no) { workout(id: "a") { id } } }`, `{}`, ""},
		{`{ workout(id: "a") { ...One ...Two } } fragment One on Workout { owner { id } ...Two } fragment Two on Node { id ... on Workout { owner { name } } }`,
			`{"workout":{"owner":{"id":"owner of a","name":"O\"wner\n"},"id":"a"}}`, ""},
		{`{ none: workout(id: "none") { id } gone: workout(id: "gone") { id } }`, `{"none":null,"gone":null}`, "gone"},
		{`{ a: workout(id: "panic") { id } b: workout(id: "panic in owner") { id owner { id } } }`, `{"a":null,"b":{"id":"panic in owner","owner":null}}`, "a b.owner"},
		{`{ refused: workout(id: "a") { id } workout(id: "a") { id } }`, `{"refused":null,"workout":{"id":"a"}}`, "refused"},
		{`{ workouts(first: 3) { edges { node { id owner { id } } } } }`,
			`{"workouts":{"edges":[{"node":{"id":"a","owner":{"id":"owner of a"}}},{"node":{"id":"gone","owner":null}},{"node":{"id":"c","owner":{"id":"owner of c"}}}]}}`,
			"workouts.edges[1].node.owner"},
		{`{ workouts(first: 0) { edges { cursor } } }`, `{"workouts":{"edges":[]}}`, ""},
		{`{ nodes(ids: ["a", "none", "session"]) { __typename id ... on Workout { tags } ... on PlannedSession { status workout { title } } } }`,
			`{"nodes":[{"__typename":"Workout","id":"a","tags":["a","b"]},null,{"__typename":"PlannedSession","id":"session","status":"PLANNED","workout":{"title":"Title of ok"}}]}`, ""},
		{`{ workout(id: "a") { blocks { name repeats steps { __typename ... on RepeatStep { repeats steps { __typename } } ... on RestStep { durationSeconds } } } } }`,
			`{"workout":{"blocks":[{"name":"Main","repeats":2,"steps":[{"__typename":"EnduranceStep"},{"__typename":"RepeatStep","repeats":3,"steps":[{"__typename":"EnduranceStep"}]},{"__typename":"RestStep","durationSeconds":90}]}]}}`, ""},
		{`{ workout(id: "infinite") { id tss } }`, `{"workout":{"id":"infinite","tss":null}}`, "workout.tss"},
		{`{ workout(id: "a") { similar(first: 2) { score } more: similar(first: 1) { score } } }`,
			`{"workout":{"similar":[{"score":0},{"score":0.125}],"more":[{"score":0}]}}`, ""},
		{`{ a: workout(id: "holes") { similar(first: 3) { score } } b: workout(id: "a") { id } }`, `{"a":null,"b":{"id":"a"}}`, "a.similar[1]"},
	} {
		data, errs := answers(t, newSchema(t), test.document, nil)
		if data != test.want {
			t.Errorf("%s\nanswers %s\nwant    %s", test.document, data, test.want)
		}
		paths := make([]string, len(errs))
		for i, err := range errs {
			paths[i] = err.Path.String()
		}
		slices.Sort(paths)
		if got := strings.Join(paths, " "); got != test.errs {
			t.Errorf("%s\nhas errors at %q, want %q: %v", test.document, got, test.errs, errs)
		}
	}
}

// A plan is made once for each set of values of the conditions.
func TestPlansAreKept(t *testing.T) {
	schema := newSchema(t)
	ctx := graphql.StartOperationTrace(t.Context())
	exec := executor.New(schema)
	operation, refused := exec.CreateOperationContext(ctx, &graphql.RawParams{Query: `query($if: Boolean!) { workout(id: "a") { id title @include(if: $if) } }`, Variables: map[string]any{"if": true}})
	if len(refused) > 0 {
		t.Fatal(refused)
	}
	with, again := schema.planOf(operation), schema.planOf(operation)
	without := schema.planOf(&graphql.OperationContext{Doc: operation.Doc, Operation: operation.Operation, Variables: map[string]any{"if": false}})
	if with != again || with == without || with == nil || without == nil {
		t.Errorf("plans %p, %p and %p", with, again, without)
	}
	if n := len(with.root.fields[0].only.fields) - len(without.root.fields[0].only.fields); n != 1 {
		t.Errorf("the condition is worth %d fields", n)
	}
}

// What has no plan is executed all the same.
func TestIntrospectionIsGqlgens(t *testing.T) {
	schema := newSchema(t)
	ctx := graphql.StartOperationTrace(t.Context())
	operation, refused := executor.New(schema).CreateOperationContext(ctx, &graphql.RawParams{Query: `{ workout(id: "a") { id } __type(name: "Workout") { name } }`})
	if len(refused) > 0 {
		t.Fatal(refused)
	}
	if schema.planOf(operation) != nil {
		t.Error("introspection has a plan")
	}
	data, _ := answers(t, schema, `{ workout(id: "a") { id } __type(name: "Workout") { name } }`, nil)
	if !strings.HasPrefix(data, `{"workout":{"id":"a"}`) {
		t.Error(data)
	}
}

// The comparison sees what it is for.
func TestComparingSeesADifference(t *testing.T) {
	one := Answer{Data: []byte(`{"a":1}`), Errors: gqlerror.List{gqlerror.Errorf("x"), gqlerror.Errorf("y")}}
	if !one.equal(Answer{Data: []byte(`{"a":1}`), Errors: gqlerror.List{gqlerror.Errorf("y"), gqlerror.Errorf("x")}}) {
		t.Error("the order of errors counts")
	}
	if one.equal(Answer{Data: []byte(`{"a":2}`), Errors: one.Errors}) || one.equal(Answer{Data: one.Data, Errors: one.Errors[:1]}) {
		t.Error("a difference does not count")
	}
	differences := 0
	schema := newSchema(t).Comparing(func(context.Context, Answer, Answer) { differences++ })
	ctx := graphql.StartOperationTrace(t.Context())
	exec := executor.New(schema)
	operation, _ := exec.CreateOperationContext(ctx, &graphql.RawParams{Query: `{ workout(id: "a") { id } }`})
	schema.planOf(operation).root.fields[0].key = `"other":`
	responses, ctx := exec.DispatchOperation(ctx, operation)
	if response := responses(ctx); differences != 1 || !json.Valid(response.Data) {
		t.Errorf("%d differences", differences)
	}
}

// What is written of structs is written without allocations.
func TestAnswerIsWrittenWithoutAllocations(t *testing.T) {
	w := example("a")
	schema := newSchema(t)
	ctx := graphql.StartOperationTrace(t.Context())
	exec := executor.New(schema)
	operation, refused := exec.CreateOperationContext(ctx, &graphql.RawParams{Query: `{ workout(id: "a") {
		id title description sport focus tags durationSeconds tss revision blocks { name sport repeats steps { __typename ... on EnduranceStep { end { kind seconds } } } } } }`})
	if len(refused) > 0 {
		t.Fatal(refused)
	}
	plan := schema.planOf(operation)
	x, buffer := newRun(), make([]byte, 0, 1<<16)
	x.plan, x.operation, x.ctx = plan, operation, ctx
	used := testing.AllocsPerRun(100, func() { buffer, _ = x.append_Workout(buffer[:0], plan.root.fields[0].only, &w) })
	if used > 0 {
		t.Errorf("writing a workout allocates %.0f times: %s", used, buffer)
	}
}

// S83: an answer that is larger than it may be is refused whole, where it is written and where an element alone is too large, and nothing that was cut
// off is remembered.
func TestS83AnswersAreBounded(t *testing.T) {
	const document = `{ workout(id: "a") { title similar(first: 40) { score } blocks { steps { __typename } } } }`
	s := newSchema(t)
	whole, _ := answers(t, s, document, nil)
	for _, most := range []int{0, 20, len(whole) / 2, len(whole) - 1} {
		bounded := newSchema(t)
		bounded.most = most
		for range 3 { // as it is remembered
			data, errs := answers(t, bounded, document, nil)
			if data != "" || len(errs) != 1 || errs[0].Extensions["code"] != "LIMIT_EXCEEDED" || errs[0].Path != nil {
				t.Fatalf("at most %d bytes: %s %v", most, data, errs)
			}
		}
		bounded.most = len(whole)
		for range 3 {
			if data, errs := answers(t, bounded, document, nil); data != whole || len(errs) > 0 {
				t.Errorf("after %d bytes were too few: %s %v", most, data, errs)
			}
		}
	}
}
