package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/ast"

	"fortnight/graph"
	"fortnight/training"
)

// everywhere asks the same over each transport. GET is left out of what changes something.
func (c *client) everywhere(t *testing.T, document string, variables vars) map[string]answer {
	t.Helper()
	answers := map[string]answer{"POST": c.answer(t, document, variables)}
	if !strings.HasPrefix(document, "mutation") {
		answers["GET"] = c.get(t, document, variables)
	}
	for name, over := range transports {
		s, err := over(t.Context(), c, document, variables)
		must(t, err)
		a, err := s.receive()
		if must(t, err); len(a.Errors) > 0 && name == "SSE" {
			if _, err := s.receive(); !errors.Is(err, io.EOF) {
				t.Errorf("%s: %s goes on with %v", document, name, err)
			}
		}
		_ = s.conn.Close()
		answers[name] = a
	}
	return answers
}

func (c *client) get(t *testing.T, document string, variables vars) (a answer) {
	t.Helper()
	text, err := json.Marshal(variables)
	must(t, err)
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet,
		c.url+"?"+url.Values{"query": {document}, "variables": {string(text)}}.Encode(), http.NoBody)
	must(t, err)
	request.Header.Set("Accept", "application/graphql-response+json")
	request.Header.Set("Authorization", "Bearer "+c.token)
	response, err := web.Do(request)
	must(t, err)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	must(t, err)
	a = answer{status: response.StatusCode, body: string(body)}
	must(t, json.Unmarshal(body, &a))
	return a
}

// 12 §4: what was stored, passed or half done before is refused whole on every transport.
func TestBadValuesAreRefusedEverywhere(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c := w.user(t, training.RoleAthlete)
	before := w.rows(t)
	rest := vars{"durationSeconds": 60}
	step := func(s vars) vars {
		return vars{"title": "x", "sport": "RUN", "focus": "LONG", "blocks": []any{vars{"name": "x", "sport": "RUN", "steps": []any{s}}}}
	}
	window := vars{"availability": []any{vars{"weekday": "monday", "from": "06:00", "to": "07:00"}}}
	for _, r := range []struct {
		document  string
		variables vars
		code      string
		path      string
		says      string
	}{
		{`query($s: [Sport!]) { workouts(filter: {sports: $s}) { __typename } }`, vars{"s": []any{"swim"}}, "BAD_USER_INPUT", "filter.sports[0]",
			`"swim" is not a value of Sport: did you mean SWIM? Allowed are RUN, RIDE, SWIM, ROW, STRENGTH, MOBILITY, OTHER`},
		{`mutation($i: SetAvailabilityInput!) { setAvailability(input: $i) { __typename } }`, vars{"i": window}, "BAD_USER_INPUT", "availability[0].weekday",
			`"monday" is not a value of Weekday: did you mean MONDAY?`},
		{`query($s: [Sport!]) { workouts(filter: {sports: $s}) { __typename } }`, vars{"s": []any{"Cycling"}}, "BAD_USER_INPUT", "filter.sports[0]",
			`"Cycling" is not a value of Sport: did you mean RIDE?`},
		{`mutation($i: UpdateProfileInput!) { updateProfile(input: $i) { __typename } }`, vars{"i": vars{"conditions": []any{"KNEE_PAIN"}}}, "BAD_USER_INPUT",
			"conditions[0]", `"KNEE_PAIN" is not a value of Condition: did you mean HURT_KNEE?`},
		{`mutation { updateProfile(input: {level: "ADVANCED"}) { __typename } }`, nil, "GRAPHQL_VALIDATION_FAILED", "level", `did you mean ADVANCED, without quotes?`},
		{`mutation { updateProfile(input: {level: BEGINNER}) { __typename } }`, nil, "GRAPHQL_VALIDATION_FAILED", "level", `did you mean NOVICE?`},
		{`mutation { addWindow(input: {weekday: MONDAY, from: "06:00", to: "07:00", day: MONDAY}) { __typename } }`, nil, "GRAPHQL_VALIDATION_FAILED", "day",
			`AddWindowInput has no such field: did you mean weekday?`},
		{`query($d: Date) { calendar(from: $d) { from } }`, vars{"d": "2026-02-30"}, "BAD_USER_INPUT", "from", `"2026-02-30" is not a calendar day`},
		{`{ calendar(from: "2026-02-30") { from } }`, nil, "BAD_USER_INPUT", "from", `"2026-02-30" is not a calendar day`},
		{`{ workouts(filter: {sports: [swim]}) { __typename } }`, nil, "GRAPHQL_VALIDATION_FAILED", "filter.sports[0]", `swim is not a value of Sport`},
		{`mutation($i: UpdateProfileInput!) { updateProfile(input: $i) { __typename } }`, vars{"i": vars{"ftpWatts": "250"}}, "BAD_USER_INPUT", "ftpWatts",
			`"250" is not a whole number`},
		{`mutation($i: UpdateProfileInput!) { updateProfile(input: $i) { __typename } }`, vars{"i": vars{"ftpWatts": 3000000000}}, "BAD_USER_INPUT",
			"ftpWatts", `3000000000 is not a whole number from -2147483648 to 2147483647`},
		{`mutation($i: CreateWorkoutInput!) { createWorkout(input: $i) { __typename } }`,
			vars{"i": step(vars{"rest": rest, "endurance": vars{"end": vars{"seconds": 60}, "target": vars{"threshold": vars{"start": 1}}}})}, "BAD_USER_INPUT", "blocks[0].steps[0]",
			"exactly one of its fields must be given"},
		{`mutation($i: LockDayInput!) { unlockDay(input: {date: "2026-12-09"}) { __typename } lockDay(input: $i) { __typename } }`,
			vars{"i": vars{"date": "2026-13-01"}}, "BAD_USER_INPUT", "date", `"2026-13-01" is not a calendar day`},
		{`subscription($r: ID!, $a: Int) { planEvents(runId: $r, after: $a) { id } }`, vars{"r": "x", "a": "1"}, "BAD_USER_INPUT", "after",
			`"1" is not a whole number`},
		{`subscription($d: Date) { calendarChanged(from: $d) { revision } }`, vars{"d": 5}, "BAD_USER_INPUT", "from", `5 is not a calendar day`},
	} {
		for name, a := range c.everywhere(t, r.document, r.variables) {
			if err := a.wholeRefusal(r.says); err != nil || a.code() != r.code || a.Errors[0].Extensions.Fields[0].Path != r.path {
				t.Errorf("%s: %s with %v: %v: %s", name, r.document, r.variables, err, a.body)
			}
		}
	}
	if after := w.rows(t); !reflect.DeepEqual(before, after) {
		t.Error("rows have changed")
	}
}

// 12 §4: a subscription has one root field, on every transport.
func TestSubscriptionsOfMoreOrLessThanOneField(t *testing.T) {
	t.Parallel()
	c := newWorld(t, bare).user(t, training.RoleAthlete)
	for _, document := range []string{
		`subscription { calendarChanged { revision } planEvents(runId: "x") { id } }`,
		`subscription { a: calendarChanged { revision } b: calendarChanged { revision } }`,
		`subscription { calendarChanged { revision } ...more } fragment more on Subscription { planEvents(runId: "x") { id } }`,
		`subscription { calendarChanged @skip(if: true) { revision } }`,
		`subscription($no: Boolean!) { ... @include(if: $no) { calendarChanged { revision } } }`,
		`subscription { __typename }`,
		`subscription { calendarChanged { revision } __typename }`,
	} {
		for name, a := range c.everywhere(t, document, vars{"no": false}) {
			if err := a.wholeRefusal(""); err != nil || a.code() != "GRAPHQL_VALIDATION_FAILED" {
				t.Errorf("%s: %s: %v: %s", name, document, err, a.body)
			}
		}
	}
}

// 12 §4: @defer is not advertised, and who sends it hears so.
func TestDeferIsNotThere(t *testing.T) {
	t.Parallel()
	c := newWorld(t, bare).user(t, training.RoleAthlete)
	for _, document := range []string{
		`{ me { id ... @defer { profile { level } } } }`,
		`{ me { id ...slow @defer(label: "slow") } } fragment slow on User { profile { level } }`,
		`mutation { lockDay(input: {date: "2026-12-09"}) { ... @defer { day { date } } } }`,
		`subscription { calendarChanged { ... @defer { date } } }`,
	} {
		for name, a := range c.everywhere(t, document, nil) {
			if err := a.wholeRefusal(`Unknown directive "@defer".`); err != nil || a.code() != "GRAPHQL_VALIDATION_FAILED" {
				t.Errorf("%s: %s: %v: %s", name, document, err, a.body)
			}
		}
	}
	var data struct {
		Schema struct{ Directives []struct{ Name string } } `json:"__schema"`
	}
	c.ask(t, `{ __schema { directives { name } } }`, nil, &data)
	var names []string
	for _, d := range data.Schema.Directives {
		names = append(names, d.Name)
	}
	slices.Sort(names)
	if want := []string{"authenticated", "deprecated", "include", "oneOf", "skip", "specifiedBy"}; !slices.Equal(names, want) {
		t.Errorf("the directives are %v, want %v", names, want)
	}
}

// 12 §4: an enum that is sent is one of its values for the generated code too, whatever was checked before: here nothing was but by the
// library, whose check forgets case.
func TestGeneratedCodeRefusesUnknownWords(t *testing.T) {
	walk, seen := newWalker(loadSchema(t)), map[string]bool{}
	plain := executor.New(graph.NewExecutableSchema(graph.Config{}))
	plain.SetRecoverFunc(func(_ context.Context, cause any) error { return errors.New("it went on to the resolver") })
	for _, a := range walk.asks(t) {
		top := spot{a.path, a.argument.Type, func(v any) any { return v }, true, true}
		for _, s := range walk.spots(top) {
			d := walk.schema.Types[s.of.Name()]
			below := strings.Contains(a.around, `"x"`) || strings.HasPrefix(a.around, "me {") // what a resolver leads to
			if d.Kind != ast.Enum || s.of.Elem != nil || a.kind == ast.Subscription || below {
				continue
			}
			seen[d.Name] = true
			a.around = strings.TrimPrefix(a.around, `lockDay(input: {date: "2026-12-09"}) { __typename } then: `)
			document, variables := a.operation(s.with(strings.ToLower(d.EnumValues[0].Name)), true)
			said, err := json.Marshal(variables)
			must(t, err)
			decoder := json.NewDecoder(bytes.NewReader(said))
			decoder.UseNumber()
			must(t, decoder.Decode(&variables))
			ctx := graphql.StartOperationTrace(t.Context())
			operation, errs := plain.CreateOperationContext(ctx, &graphql.RawParams{Query: document, Variables: variables})
			if len(errs) == 0 {
				responses, ctx := plain.DispatchOperation(graphql.WithOperationContext(ctx, operation), operation)
				errs = responses(ctx).Errors
			}
			if !strings.Contains(errs.Error(), "is not one of [") {
				t.Errorf("%s: %v", s.path, errs)
			}
		}
	}
	if len(seen) < 12 {
		t.Errorf("only %v were tried", seen)
	}
}
