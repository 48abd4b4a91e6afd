package api_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"

	"fortnight/graph"
	"fortnight/quota"
	"fortnight/server"
	"fortnight/training"
)

// loadSchema reads the contract.
func loadSchema(t testing.TB) *ast.Schema {
	t.Helper()
	name := filepath.Join("..", "..", "schema.graphqls")
	text, err := os.ReadFile(name)
	must(t, err)
	return gqlparser.MustLoadSchema(&ast.Source{Name: name, Input: string(text)})
}

func TestEverythingIsDescribed(t *testing.T) {
	schema, count := loadSchema(t), 0
	describe := func(name, description string) {
		if count++; description == "" {
			t.Errorf("%s has no description", name)
		}
	}
	for name, d := range schema.Types {
		if d.BuiltIn {
			continue
		}
		describe(name, d.Description)
		for _, f := range ownFields(d) {
			describe(name+"."+f.Name, f.Description)
			for _, a := range f.Arguments {
				describe(name+"."+f.Name+"."+a.Name, a.Description)
			}
		}
		for _, v := range d.EnumValues {
			describe(name+"."+v.Name, v.Description)
		}
	}
	describe("@authenticated", schema.Directives["authenticated"].Description)
	if count < 700 {
		t.Errorf("only %d things were looked at", count)
	}
}

// ownFields are a type's fields without those of introspection.
func ownFields(d *ast.Definition) ast.FieldList {
	var own ast.FieldList
	for _, f := range d.Fields {
		if len(f.Name) < 2 || f.Name[:2] != "__" {
			own = append(own, f)
		}
	}
	return own
}

// Who may do without a token is written down here a second time: a new field that forgets @authenticated is seen.
func TestS85FieldsAskForAToken(t *testing.T) {
	schema := loadSchema(t)
	open := map[string]bool{"me": true, "limits": true, "signUp": true, "logIn": true, "refreshTokens": true, "logOut": true}
	for _, root := range []*ast.Definition{schema.Query, schema.Mutation, schema.Subscription} {
		for _, f := range ownFields(root) {
			if authenticated := f.Directives.ForName("authenticated") != nil; authenticated == open[f.Name] {
				t.Errorf("%s.%s: @authenticated is %v", root.Name, f.Name, authenticated)
			}
		}
	}
}

func TestS13ProductionRefusesIntrospection(t *testing.T) {
	t.Parallel()
	const whole, one = `{ __schema { types { name } } }`, `{ __type(name: "User") { fields { name } } }`
	w := newWorld(t, bare, func(w *world) { w.production = true })
	c := &client{url: w.url}
	for _, document := range []string{whole, one, `{ me { id } hidden: __schema { queryType { name } } }`} {
		if a := c.answer(t, document, nil); len(a.Errors) == 0 || len(a.Data) > 0 && string(a.Data) != "null" {
			t.Errorf("%s: %s", document, a.body)
		}
	}
	t.Run("S14 and makes no suggestions", func(t *testing.T) {
		a := c.answer(t, `{ mee { id } }`, nil)
		if len(a.Errors) != 1 || a.Errors[0].Message != `Cannot query field "mee" on type "Query".` {
			t.Error(a.body)
		}
	})
	var data struct {
		Schema struct{ Types []struct{ Name string } } `json:"__schema"`
	}
	(&client{url: newWorld(t, bare).url}).ask(t, whole, nil, &data)
	if len(data.Schema.Types) < 100 {
		t.Errorf("development tells of %d types", len(data.Schema.Types))
	}
}

// edges are the fields that hold another thing and are never null, each with why whoever may see the one may see the other.
var edges = map[string]string{
	"AthleteLevel.family":     "the catalogue is everybody's",
	"OneRepMax.exercise":      "the catalogue is everybody's",
	"StrengthStep.exercise":   "the catalogue is everybody's",
	"ResolvedWorkout.workout": "it was there to be worked out",
	"ResolvedWorkout.athlete": "the profile was there to work it out by",
	"WorkoutMatch.workout":    "only what the caller may see is found",
	"DayEvent.event":          "an athlete's events are seen by those who see the day",
	"Calendar.athlete":        "a calendar is seen by those who see its athlete whole",
	"AthleteRule.athlete":     "so are an athlete's rules",
	"AthleteRule.rule":        "the catalogue is everybody's",
	"RuleCheck.rule":          "the catalogue is everybody's",
	"RuleNote.rule":           "the catalogue is everybody's",
	"PlanRun.athlete":         "so is an athlete's run",
	"Season.athlete":          "so is an athlete's season",
	"CalendarPreview.athlete": "so is a what-if on an athlete's calendar",
	"CalendarUpdate.athlete":  "so is what changes on it",
	"LiftedExercise.exercise": "the catalogue is everybody's",
	"SeasonLift.exercise":     "the catalogue is everybody's",
	"PlannedSession.workout":  "what stands on a calendar is seen by those who see the calendar",
	"PlannedSession.resolved": "so is what it is for the athlete of the calendar",
}

// What a caller may not read is null where it stands, and takes nothing with it: a field of a query that names something by an argument, and one
// that leads to something else, but for those of which it is known why that is there.
func TestWhatMayNotBeReadIsNullable(t *testing.T) {
	schema, named, met := loadSchema(t), 0, map[string]bool{}
	for _, d := range schema.Types {
		if d.Kind != ast.Object || d.BuiltIn || d == schema.Mutation || d == schema.Subscription {
			continue
		}
		for _, f := range ownFields(d) {
			for path, kind := range inputs(schema, f) {
				if kind.Name() != "ID" || publicIDs.MatchString(path) {
					continue
				}
				if named++; f.Type.NonNull && (f.Type.Elem == nil || f.Type.Elem.NonNull) { // a list of look-ups has its nulls inside
					t.Errorf("%s.%s may be asked of what is not the caller's, by %s: it must be nullable", d.Name, f.Name, path)
				}
			}
			passedOn := strings.HasSuffix(d.Name, "Payload") || strings.HasSuffix(d.Name, "Edge") // what was just read
			if to := schema.Types[f.Type.Name()]; !passedOn && f.Type.NonNull && f.Type.Elem == nil && leadsOn(to) {
				if met[d.Name+"."+f.Name] = true; edges[d.Name+"."+f.Name] == "" {
					t.Errorf("%s.%s leads to a %s: it must be nullable, or its reason be known", d.Name, f.Name, to.Name)
				}
			}
		}
	}
	for edge := range edges {
		if !met[edge] {
			t.Errorf("there is no %s that is never null", edge)
		}
	}
	if named < 10 {
		t.Errorf("only %d arguments name something", named)
	}
}

// leadsOn tells whether a type is one of things that are looked up.
func leadsOn(d *ast.Definition) bool {
	return d.Name == "Node" || d.Name == "ResolvedWorkout" || slices.Contains(d.Interfaces, "Node")
}

// Whoever asks for a workout as it is for an athlete who is not theirs loses that field alone, and of two calendars the one that is not theirs.
func TestWhatIsNotTheirsTakesNothingWithIt(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c, other := w.user(t, training.RoleAthlete), w.user(t, training.RoleAthlete)
	a := c.answer(t, `query($id: ID!, $me: ID!, $other: ID!) { workout(id: $id) { title mine: resolved(athleteId: $me) { durationSeconds }
		theirs: resolved(athleteId: $other) { durationSeconds } } mine: calendar { revision } theirs: calendar(athleteId: $other) { revision } }`,
		vars{"id": c.aRun(t), "me": c.id, "other": other.id})
	const want = `{"workout":{"title":"A run","mine":{"durationSeconds":600},"theirs":null},"mine":{"revision":1},"theirs":null}`
	if got := string(a.Data); got != want || len(a.Errors) != 2 || a.Errors[0].Extensions.Code != "NOT_FOUND" || a.Errors[1].Extensions.Code != "NOT_FOUND" {
		t.Errorf("got %s", a.body)
	}
}

// Every scalar that is the schema's own says where its form is described, and introspection tells it.
func TestScalarsSayWhatTheyAre(t *testing.T) {
	t.Parallel()
	c := &client{url: newWorld(t, bare).url}
	own := 0
	for name, d := range loadSchema(t).Types {
		if d.Kind != ast.Scalar || d.BuiltIn {
			continue
		}
		own++
		var data struct {
			Type struct{ SpecifiedByURL string } `json:"__type"`
		}
		c.ask(t, `query($name: String!) { __type(name: $name) { specifiedByURL } }`, vars{"name": name}, &data)
		if by := d.Directives.ForName("specifiedBy"); by == nil || data.Type.SpecifiedByURL != by.Arguments.ForName("url").Value.Raw ||
			!strings.HasPrefix(data.Type.SpecifiedByURL, "https://") {
			t.Errorf("%s is specified by %q", name, data.Type.SpecifiedByURL)
		}
	}
	if own != 3 {
		t.Errorf("%d scalars are the schema's own", own)
	}
}

// The schema that tools of clients get is the contract, whole, with the definitions of its directives.
func TestTheSchemaThatIsServedIsTheContract(t *testing.T) {
	text := server.SDL(graph.NewExecutableSchema(graph.Config{}).Schema())
	for _, definition := range []string{"directive @authenticated on FIELD_DEFINITION", "directive @oneOf on INPUT_OBJECT", "directive @specifiedBy(url: String!) on SCALAR"} {
		if !strings.Contains(text, definition) {
			t.Errorf("it has no %s", definition)
		}
	}
	served, err := gqlparser.LoadSchema(&ast.Source{Name: "served", Input: text})
	if err != nil {
		t.Fatal(err)
	}
	written := func(schema *ast.Schema) string {
		var b strings.Builder
		formatter.NewFormatter(&b).FormatSchema(schema)
		return b.String()
	}
	if got, want := written(served), written(loadSchema(t)); strings.Count(want, "@oneOf") < 3 || !strings.Contains(got, want[strings.Index(want, "type "):]) {
		t.Errorf("served is another schema: %d and %d bytes", len(got), len(want))
	}
}

// Whoever asks can read what requests are bound by.
func TestLimitsAreThoseOfTheServer(t *testing.T) {
	t.Parallel()
	var fields []string
	for _, f := range ownFields(loadSchema(t).Types["Limits"]) {
		fields = append(fields, f.Name)
	}
	var data struct{ Limits quota.Limits }
	(&client{url: newWorld(t, bare).url}).ask(t, "{ limits { "+strings.Join(fields, " ")+" } }", nil, &data)
	if data.Limits != server.Limits {
		t.Errorf("told are %+v, the server has %+v", data.Limits, server.Limits)
	}
}
