package api_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
	"github.com/vektah/gqlparser/v2/parser"

	"fortnight/graph"
	"fortnight/training"
)

// The world executes every query both ways and fails the test where they differ (schemaOf). These tests have it execute many.

// things are the ids of what a planned calendar has, by the names of the variables that coach.graphql has for them.
func (c *client) things(t *testing.T) vars {
	t.Helper()
	run, _ := c.plan(t, vars{"seed": 3, "candidates": 2})
	var data struct {
		Calendar struct {
			Days []struct {
				ID       string
				Sessions []struct {
					ID      string
					Workout struct{ ID string }
				}
			}
			LastChange struct{ ID string }
		}
		Activities struct {
			Edges []struct{ Node struct{ ID string } }
		}
		PlanRun struct{ Events nodesOf[struct{ ID string }] }
		Me      struct{ Profile struct{ ID, Events any } }
	}
	c.ask(t, `query($from: Date!, $run: ID!) {
		calendar(from: $from) { days { id sessions { id workout { id } } } lastChange { id } }
		activities(first: 3) { edges { node { id } } } planRun(id: $run) { events { nodes { id } } } me { profile { id events { id } } }
	}`, vars{"from": first.String(), "run": run}, &data)
	session, day := "", ""
	workout := ""
	for _, d := range data.Calendar.Days {
		for _, s := range d.Sessions {
			session, day, workout = s.ID, d.ID, s.Workout.ID
		}
	}
	events := data.PlanRun.Events
	list := vars{
		"athleteId": c.id, "userId": c.id, "profileId": data.Me.Profile.ID, "sessionId": session, "plannedSessionId": session, "planDayId": day,
		"workoutId": workout, "runId": run, "failedId": run, "planRunId": run, "calendarChangeId": data.Calendar.LastChange.ID,
		"activityId": data.Activities.Edges[0].Node.ID, "planEventId": events[len(events)/2].ID, "eventId": "none", "ruleId": "R01",
		"athleteRuleId": c.id + ":R01", "exerciseId": "BACK_SQUAT", "familyId": "RIDE_ENDURANCE", "from": first.String(), "to": first.AddDays(13).String(),
		"whyDay": first.AddDays(3).String(), "whatIf": vars{"from": first.String()}, "first": 2, "after": nil,
	}
	ids := []string{"none"}
	for name, id := range list {
		if text, is := id.(string); is && strings.HasSuffix(name, "Id") {
			ids = append(ids, text)
		}
	}
	slices.Sort(ids)
	list["ids"] = ids
	return list
}

// The documents of coaches' clients, which select every field that there is, read by the athlete, by a stranger and by nobody.
func TestClientsDocumentsBothWays(t *testing.T) {
	raced(t)
	w := newWorld(t)
	c, coach := w.athlete(t), w.user(t, training.RoleCoach)
	things := c.things(t)
	shown := newListsShown(loadSchema(t))
	const others = `query($id: ID!) { session(id: $id) { alternatives(first: 2) { score } } }`
	shown.add(t, others, c.answer(t, others, vars{"id": things["sessionId"]}).Data) // for somebody whose knee hurts there is none
	c.fills(t, things)
	c.grants(t, coach)
	w.user(t, training.RoleAthlete).does(t, "inviteCoach", vars{"email": coach.email})
	answered, decimals := 0, 0
	queries := append(coachQueries(t), coachQuery{name: "all forms of exercises", text: "{ exercises(first: 100) { nodes { equipmentInstead } } }"})
	whyNot := slices.IndexFunc(queries, func(q coachQuery) bool { return q.name == "coachWhyNotQuery" })
	for _, reader := range []*client{c, coach, w.user(t, training.RoleCoach), {url: w.url}} {
		for _, q := range queries {
			a := reader.answer(t, q.text, q.of(things))
			if decimals += a.decimals(t); len(a.Data) > 0 {
				answered++
				shown.add(t, q.text, a.Data)
			} else if reader == c {
				t.Errorf("%s: %s", q.name, a.body)
			}
		}
	}
	for day := range 14 { // on one nothing speaks against it, on another a rule
		of := queries[whyNot].of(things)
		of["whyDay"] = first.AddDays(day).String()
		shown.add(t, queries[whyNot].text, c.answer(t, queries[whyNot].text, of).Data)
	}
	if answered < 60 || decimals < 500 {
		t.Errorf("%d documents were answered, with %d decimal numbers", answered, decimals)
	}
	if empty := slices.DeleteFunc(shown.empty(), func(list string) bool { return slices.Contains(nothingIn, list) }); len(empty) > 0 {
		t.Errorf("these lists are compared without an element: %q", empty)
	}
	if len(shown.lists) < 80 {
		t.Errorf("%d lists are selected: nothing was compared", len(shown.lists))
	}
}

// nothingIn are the lists that nobody in TestClientsDocumentsBothWays has anything in: of these it compares the empty list alone. One that is new in the schema has an
// element here, by fills, or is named here with a reason.
var nothingIn = []string{}

// does is a mutation by the athlete, whose payload nobody needs.
func (c *client) does(t testing.TB, mutation string, input vars) {
	t.Helper()
	c.ask(t, "mutation($input: "+strings.ToUpper(mutation[:1])+mutation[1:]+"Input!) { "+mutation+"(input: $input) { __typename } }", vars{"input": input}, new(any))
}

// fills has an athlete be somebody who has something in every list there is, as far as that goes by what is said, done and planned, and things name it.
func (c *client) fills(t testing.TB, things vars) {
	t.Helper()
	day := func(n int) string { return first.AddDays(n).String() }
	run, _ := c.plan(t, vars{"wish": "10 km on Friday; no running until Monday; make me faster than my brother", "apply": false, "candidates": 2,
		"wishes": []vars{{"kind": "EQUIPMENT", "equipment": []string{"DUMBBELLS"}}, {"kind": "MOVE", "sport": "SWIM", "dates": []string{day(2)}, "away": []string{day(3)}}}})
	all := asJSON(t, allStated)
	delete(all["trainingGoal"].(vars), "event")
	all["trainingGoal"].(vars)["exerciseId"] = "deadlift"
	delete(all["trainingGoal"].(vars), "exercise")
	all["conditions"], all["loadSteps"] = []string{"HEAT"}, []vars{{"equipment": "DUMBBELLS", "kilograms": 2}}
	all["equipmentOnDates"] = []vars{{"from": day(6), "to": day(7), "equipment": []string{"DUMBBELLS"}}}
	all["revision"] = c.seen(t)
	c.does(t, "updateProfile", all)
	c.does(t, "setDateWindows", vars{"date": day(4), "windows": []vars{{"from": "06:00", "to": "09:00", "sports": []string{"RUN"}}}})
	c.does(t, "addWindow", vars{"weekday": "SUNDAY", "from": "20:00", "to": "21:00", "sports": []string{"RUN"}})
	c.does(t, "checkIn", vars{"date": today.String(), "note": "my knee hurts", "soreness": []vars{{"muscleGroup": "LEGS", "level": 3}}, "banned": []string{"CORE"}, "bannedSports": []string{"ROW"}})
	c.does(t, "createApiToken", vars{"name": "a watch", "scopes": []string{"READ"}, "password": c.password})
	var data struct {
		SaveEvent      struct{ Event struct{ ID string } }
		LogActivities  struct{ Activities []struct{ ID string } }
		StateCondition struct{ Restriction struct{ ID string } }
	}
	c.ask(t, `mutation($since: Date!) { stateCondition(input: {condition: CONCUSSION, since: $since}) { restriction { id } } }`, vars{"since": day(-20)}, &data)
	c.does(t, "clearRestriction", vars{"restrictionId": data.StateCondition.Restriction.ID, "statement": "a doctor has cleared me"})
	c.ask(t, `mutation($input: SaveEventInput!) { saveEvent(input: $input) { event { id } } }`, vars{"input": vars{"name": "Race", "date": day(5), "sport": "RUN", "priority": "B"}}, &data)
	done := func(id, sport string, more vars) vars {
		done := vars{"externalId": id, "date": today.String(), "start": "06:00", "sport": sport, "durationSeconds": 2400, "rpe": 5, "match": false}
		maps.Copy(done, more)
		return done
	}
	c.ask(t, `mutation($input: LogActivitiesInput!) { logActivities(input: $input) { activities { id } } }`, vars{"input": vars{"activities": []vars{
		done("one:1", "STRENGTH", vars{"lifts": []vars{{"exerciseId": "back-squat", "sets": []vars{{"count": 3, "repetitions": 5, "kilograms": 80}}}}}),
		done("one:2", "ROW", nil), done("two:2", "ROW", vars{"durationSeconds": 2410}),
	}}}, &data)
	logged := data.LogActivities.Activities
	c.does(t, "mergeActivities", vars{"keepId": logged[1].ID, "dropId": logged[2].ID})
	c.does(t, "createWorkout", vars{"title": "Swim", "sport": "SWIM", "focus": "ENDURANCE", "blocks": []vars{{"name": "Main", "sport": "SWIM", "steps": []vars{{"repeat": vars{"repeats": 4, "steps": []vars{
		{"endurance": vars{"end": vars{"meters": 100}, "target": vars{"threshold": vars{"start": 0.9}}, "equipment": []string{"PADDLES"}, "cues": []vars{{"offsetMeters": 50, "text": "One to go"}}}},
	}}}}}}})
	c.does(t, "createWorkout", vars{"title": "Lift", "sport": "STRENGTH", "focus": "MAX_STRENGTH", "blocks": []vars{{"name": "Main", "sport": "STRENGTH", "steps": []vars{
		{"strength": vars{"exerciseId": "back-squat", "alternatives": []string{"front-squat"}, "sets": []vars{{"count": 3, "amount": vars{"reps": vars{"low": 5, "high": 5}}, "load": vars{"repsInReserve": 2}}}}},
	}}}})
	var much []vars
	for hour := range 6 {
		much = append(much, vars{"date": day(2), "start": fmt.Sprintf("%02d:00", 6+2*hour), "workoutId": things["workoutId"]})
	}
	maps.Copy(things, vars{
		"runId": run, "eventId": data.SaveEvent.Event.ID, "activityId": logged[1].ID, "from": today.String(), "whatIf": vars{"from": first.String(), "additions": much},
	})
}

// listsShown are the lists that documents select, by the type and the field, and whether one was answered with an element.
type listsShown struct {
	schema *ast.Schema
	lists  map[string]bool
}

func newListsShown(schema *ast.Schema) listsShown { return listsShown{schema, map[string]bool{}} }

// add notes what a document was answered.
func (s listsShown) add(t *testing.T, text string, data json.RawMessage) {
	t.Helper()
	document, errs := gqlparser.LoadQuery(s.schema, text)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	var answer map[string]any
	must(t, json.Unmarshal(data, &answer))
	s.walk(document.Operations[0].SelectionSet, answer)
}

func (s listsShown) walk(set ast.SelectionSet, object map[string]any) {
	for _, selection := range set {
		switch of := selection.(type) {
		case *ast.FragmentSpread:
			s.walk(of.Definition.SelectionSet, object)
		case *ast.InlineFragment:
			s.walk(of.SelectionSet, object)
		case *ast.Field:
			value, is := object[of.Alias]
			if strings.HasPrefix(of.Name, "__") {
				continue
			}
			if of.Definition.Type.Elem != nil {
				name := of.ObjectDefinition.Name + "." + of.Name
				list, _ := value.([]any)
				s.lists[name] = s.lists[name] || len(list) > 0
			}
			if is {
				s.below(of.SelectionSet, value)
			}
		}
	}
}

func (s listsShown) below(set ast.SelectionSet, value any) {
	switch value := value.(type) {
	case map[string]any:
		s.walk(set, value)
	case []any:
		for _, one := range value {
			s.below(set, one)
		}
	}
}

// empty are the lists that had no element.
func (s listsShown) empty() (names []string) {
	for name, had := range s.lists {
		if !had {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// coachQuery is one of the queries of coaches' clients, alone in its document.
type coachQuery struct {
	name, text string
	variables  ast.VariableDefinitionList
}

// of are its variables out of those of all.
func (q coachQuery) of(things vars) vars {
	variables := vars{}
	for _, v := range q.variables {
		variables[v.Variable] = things[v.Variable]
	}
	return variables
}

// coachQueries select every field that there is.
func coachQueries(t *testing.T) (queries []coachQuery) {
	t.Helper()
	text, err := os.ReadFile("../clients/coach.graphql")
	must(t, err)
	document, err := parser.ParseQuery(&ast.Source{Input: string(text) + decisions()})
	must(t, err)
	for _, operation := range document.Operations {
		if operation.Operation != ast.Query {
			continue
		}
		var only strings.Builder
		formatter.NewFormatter(&only).FormatQueryDocument(&ast.QueryDocument{
			Operations: ast.OperationList{operation}, Fragments: fragmentsOf(document, operation.SelectionSet, nil),
		})
		queries = append(queries, coachQuery{operation.Name, only.String(), operation.VariableDefinitions})
	}
	return queries
}

// fragmentsOf are the fragments that a selection uses, with those that are known already.
func fragmentsOf(document *ast.QueryDocument, set ast.SelectionSet, known ast.FragmentDefinitionList) ast.FragmentDefinitionList {
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			known = fragmentsOf(document, s.SelectionSet, known)
		case *ast.InlineFragment:
			known = fragmentsOf(document, s.SelectionSet, known)
		case *ast.FragmentSpread:
			if known.ForName(s.Name) == nil {
				f := document.Fragments.ForName(s.Name)
				known = fragmentsOf(document, f.SelectionSet, append(known, f))
			}
		}
	}
	return known
}

// decisions is the fragment of all that events have, which clients make of the schema.
func decisions() string {
	schema := graph.NewExecutableSchema(graph.Config{}).Schema()
	var out strings.Builder
	out.WriteString("fragment coachDecision on PlanEvent { __typename id")
	types := map[string]string{}
	for _, possible := range schema.GetPossibleTypes(schema.Types["PlanEvent"]) {
		fmt.Fprintf(&out, " ... on %s {", possible.Name)
		for _, field := range possible.Fields {
			is := field.Type.String()
			if was, met := types[field.Name]; !schema.Types[field.Type.Name()].IsLeafType() {
				continue
			} else if met && was != is { // two of one name must be of one type
				fmt.Fprintf(&out, " %s:", possible.Name+"_"+field.Name)
			} else {
				types[field.Name] = is
			}
			out.WriteString(" " + field.Name)
		}
		out.WriteString(" }")
	}
	return out.String() + " }"
}

// documents writes random documents of a schema.
type documents struct {
	*rand.Rand

	schema    *ast.Schema
	arguments map[string]string
	names     int
}

// selection is what is selected of a type, with aliases, fragments, conditions, and fields that are there twice.
func (d *documents) selection(of *ast.Definition, depth int) string {
	var out strings.Builder
	out.WriteString("{ __typename")
	if of.Kind != ast.Object {
		for _, possible := range d.schema.GetPossibleTypes(of) {
			if d.IntN(3) == 0 && possible.Kind == ast.Object {
				fmt.Fprintf(&out, " ... on %s%s %s", possible.Name, d.condition(), d.selection(possible, depth))
			}
		}
	}
	for range 1 + d.IntN(7) {
		if len(of.Fields) == 0 {
			break
		}
		field := of.Fields[d.IntN(len(of.Fields))]
		of := d.schema.Types[field.Type.Name()]
		arguments, known := d.arguments[field.Name]
		if len(field.Arguments) == 0 {
			arguments = ""
		}
		if strings.HasPrefix(field.Name, "__") || len(field.Arguments) > 0 && !known || of.IsCompositeType() && depth == 0 {
			continue
		}
		alias := ""
		if d.IntN(8) == 0 || len(field.Arguments) > 0 {
			d.names++
			alias = fmt.Sprintf("f%d: ", d.names)
		}
		below := ""
		if of.IsCompositeType() {
			below = d.selection(of, depth-1)
		}
		one := fmt.Sprintf("%s%s%s%s %s", alias, field.Name, arguments, d.condition(), below)
		switch d.IntN(6) {
		case 0:
			one = fmt.Sprintf("...%s { %s }", d.condition(), one)
		case 1:
			one = one + " " + one
		}
		out.WriteString(" " + one)
	}
	return out.String() + " }"
}

func (d *documents) condition() string {
	return []string{"", "", "", "", "", "", "", "", "", "", "", "", " @include(if: $yes)", " @skip(if: $no)", " @include(if: $no)", " @skip(if: $yes) @include(if: $yes)"}[d.IntN(16)]
}

// document is one that the server does not refuse for its length, and that uses its variables.
func (d *documents) document() string {
	for {
		d.names = 0
		text := "query($yes: Boolean = true, $no: Boolean = false) " + d.selection(d.schema.Query, 5)
		if d.names <= 30 && strings.Count(text, "@") <= 30 && len(text) < 6000 && strings.Count(text, "$yes") > 1 && strings.Count(text, "$no") > 1 {
			return text
		}
	}
}

// LONG=1 tries forty times as many.
func TestAnyDocumentBothWays(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.athlete(t)
	things := c.things(t)
	ids, err := json.Marshal(things["ids"])
	must(t, err)
	d := &documents{Rand: rand.New(rand.NewPCG(19, 1)), schema: graph.NewExecutableSchema(graph.Config{}).Schema(), arguments: map[string]string{
		"node": fmt.Sprintf("(id: %q)", things["planEventId"]), "nodes": fmt.Sprintf("(ids: %s)", ids), "athlete": fmt.Sprintf("(id: %q)", c.id), "athletes": "",
		"workout": fmt.Sprintf("(id: %q)", things["workoutId"]), "workouts": "(first: 4)", "calendar": fmt.Sprintf("(from: %q)", first), "session": fmt.Sprintf("(id: %q)", things["sessionId"]),
		"activities": "(first: 5)", "planRuns": "(first: 3)", "planRun": fmt.Sprintf("(id: %q)", things["runId"]), "events": "(first: 9)",
		"fitness": fmt.Sprintf("(from: %q, to: %q)", first, first.AddDays(5)), "rules": "", "exercises": "(first: 4)", "sessionFamilies": "(sport: ROW)",
		"resolved": fmt.Sprintf("(athleteId: %q)", c.id), "similar": "(first: 2)", "searchWorkouts": `(text: "easy", first: 3)`,
		"levels": "(sport: RUN)",
	}}
	n := 60
	if os.Getenv("LONG") != "" {
		n *= 40
	}
	answered, bytes, why := 0, 0, ""
	for range n {
		document := d.document()
		a := c.answer(t, document, nil)
		for range 2 { // what it wrote is remembered then, and is written from there
			if again := c.answer(t, document, nil); again.body != a.body && len(again.Errors)+len(a.Errors) == 0 {
				t.Errorf("%s\nfirst %s\nthen  %s", document, a.body, again.body)
			}
		}
		if len(a.Data) > 0 {
			answered++
			bytes += len(a.Data)
		} else {
			why = a.body
		}
	}
	if answered < n/2 || bytes < 500*n {
		t.Errorf("%d of %d documents were answered, with %d bytes; one was not: %s", answered, n, bytes, why)
	}
}
