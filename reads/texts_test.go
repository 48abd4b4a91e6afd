package reads

import (
	"fmt"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"

	"fortnight/training"
)

// What is remembered is a copy, bounded by the bytes that the schema was given.
func TestTextsAreBoundedByTheirBytes(t *testing.T) {
	const most = 4 << 20
	texts, text := newTexts(most), []byte(strings.Repeat("x", 100_000))
	for n := range 1000 {
		texts.add(textKey{nil, fmt.Sprint(n), 1}, text)
	}
	if taken, of := texts.known.Bytes(); of != most || taken > most || taken < most-2*len(text) {
		t.Errorf("texts have %d bytes, at most %d", taken, of)
	}
	if _, known := texts.get(textKey{nil, "0", 1}); known {
		t.Error("the oldest is still there")
	}
	text[0] = 'y'
	if got, known := texts.get(textKey{nil, "999", 1}); !known || len(got) != len(text) || got[0] != 'x' {
		t.Error("the newest is not there as it was written")
	}
}

// Another revision, another id, another selection and what was never stored are written anew; the same is copied.
func TestWhatWasWrittenIsCopied(t *testing.T) {
	schema := newSchema(t)
	ctx := graphql.StartOperationTrace(t.Context())
	operation, refused := executor.New(schema).CreateOperationContext(ctx, &graphql.RawParams{Query: `{ a: workout(id: "a") { title blocks { name } } b: workout(id: "a") { title owner { id } blocks { name } } }`})
	if len(refused) > 0 {
		t.Fatal(refused)
	}
	plan := schema.planOf(operation)
	x := newRun()
	x.plan, x.operation, x.ctx, x.texts, x.again, x.most = plan, operation, ctx, schema.texts, true, MaxAnswerBytes
	plain, asking := plan.root.fields[0].only, plan.root.fields[1].only
	write := func(s *selection, change func(*training.Workout)) string {
		w := example("a")
		w.Blocks[0].Name, w.Title = "Other", "Other"
		change(&w)
		x.values = make([]values, len(plan.slots))
		x.values[asking.fields[1].slot].list = []value{{value: (*training.User)(nil)}}
		out, _ := x.append_Workout(nil, s, &w)
		return string(out)
	}
	same := func(w *training.Workout) { w.Blocks[0].Name, w.Title = "Main", "Title" }
	for _, test := range []struct {
		of     *selection
		change func(*training.Workout)
		want   string
	}{
		{plain, same, `{"title":"Title","blocks":[{"name":"Main"}]}`},
		{plain, func(*training.Workout) {}, `{"title":"Title","blocks":[{"name":"Main"}]}`}, // of the same version, and so it was copied
		{plain, func(w *training.Workout) { w.Revision = 2 }, `{"title":"Other","blocks":[{"name":"Other"}]}`},
		{plain, func(w *training.Workout) { w.ID = "b" }, `{"title":"Other","blocks":[{"name":"Other"}]}`},
		{plain, func(w *training.Workout) { w.Revision = 0 }, `{"title":"Other","blocks":[{"name":"Other"}]}`},
		{asking, same, `{"title":"Title","owner":null,"blocks":[{"name":"Main"}]}`},
		{asking, func(*training.Workout) {}, `{"title":"Other","owner":null,"blocks":[{"name":"Main"}]}`}, // the blocks were
	} {
		if got := write(test.of, test.change); got != test.want {
			t.Errorf("%s, want %s", got, test.want)
		}
	}
}

func TestSelectsOnly(t *testing.T) {
	names := map[string]bool{"id": true, "title": true}
	schema := newSchema(t)
	for selected, want := range map[string]bool{
		`edges { node { id title } }`: true, `edges { cursor } pageInfo { endCursor }`: true, `edges { node { id blocks { name } } }`: false,
		`edges { ...E }`: true, `edges { node { ... on Workout { tags } } }`: false, `edges { node { id } } e: edges { node { x: tss } }`: false,
		`edges { node { id tags @skip(if: true) } }`: false, `nodes { id title }`: true, `nodes { id blocks { name } }`: false, `edges { node { id } } nodes { tss }`: false,
	} {
		ctx := graphql.StartOperationTrace(t.Context())
		operation, refused := executor.New(schema).CreateOperationContext(ctx, &graphql.RawParams{
			Query: `{ workouts { ` + selected + ` ...Used } } fragment E on WorkoutEdge { node { title } } fragment Used on WorkoutConnection { edges { ...E } }`,
		})
		if len(refused) > 0 {
			t.Fatal(selected, refused)
		}
		field := graphql.CollectFields(operation, operation.Operation.SelectionSet, []string{"Query"})[0]
		ctx = graphql.WithFieldContext(graphql.WithOperationContext(ctx, operation), &graphql.FieldContext{Field: field})
		if got := SelectsOnly(ctx, names, "edges.node", "nodes"); got != want {
			t.Errorf("%s: %t", selected, got)
		}
		if SelectsOnly(ctx, names) || !SelectsOnly(ctx, map[string]bool{"edges": true, "nodes": true, "pageInfo": true}) {
			t.Errorf("%s: what is directly below is not told", selected)
		}
	}
}
