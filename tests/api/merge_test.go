package api_test

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"fortnight/training"
)

// apart are the fields that say another thing in one kind of Node than in another, as an ENUM of its own, a goal in words, a start that may be unknown,
// what a workout is for an athlete, who for one that stands on a calendar is known, or of a user the many where a day has one: who asks for them of several kinds in one place needs an alias.
var apart = []string{"status", "start", "priority", "days", "from", "session", "createdAt", "rationale", "goal", "resolved", "fitness", "events"}

// everything are all fields of a type but some, and theirs, so many levels deep.
func everything(schema *ast.Schema, d *ast.Definition, levels int, but ...string) string {
	if d.Kind == ast.Interface {
		text := "__typename"
		for _, member := range schema.GetPossibleTypes(d) {
			if member.Kind == ast.Object {
				text += fmt.Sprintf("\n... on %s { %s }", member.Name, everything(schema, member, levels, but...))
			}
		}
		return text
	}
	text := "__typename"
	for _, f := range ownFields(d) {
		if slices.Contains(but, f.Name) {
			continue
		}
		arguments := ""
		for _, a := range f.Arguments {
			if a.Type.NonNull && a.DefaultValue == nil {
				arguments = "(" + a.Name + `: "x")` // an id
			}
		}
		within := schema.Types[f.Type.Name()]
		switch {
		case !within.IsCompositeType():
			text += " " + f.Name + arguments
		case levels > 0:
			text += fmt.Sprintf(" %s%s { %s }", f.Name, arguments, everything(schema, within, levels-1))
		}
	}
	return text
}

// 13 §2: one document can ask for all fields of all members of an interface, without an alias.
func TestAllMembersMerge(t *testing.T) {
	schema := loadSchema(t)
	for name, document := range map[string]string{
		"PlanEvent": `subscription { planEvents(runId: "x") { %s } }`,
		"events":    `{ planRun(id: "x") { events { nodes { %s } } } }`,
		"Step":      `{ workout(id: "x") { blocks { steps { %s } } } }`,
		"Node":      `{ node(id: "x") { %s } }`,
	} {
		d, but := schema.Types[name], []string(nil)
		switch name {
		case "events":
			d = schema.Types["PlanEvent"]
		case "Node":
			but = apart
		}
		for levels := range 4 {
			if _, faults := gqlparser.LoadQueryWithRules(schema, fmt.Sprintf(document, everything(schema, d, levels, but...)), nil); len(faults) > 0 {
				t.Errorf("%s, %d levels deep: %v", name, levels, faults[:min(len(faults), 5)])
			}
		}
	}
	for _, name := range apart { // none is kept apart for nothing
		but := slices.DeleteFunc(slices.Clone(apart), func(other string) bool { return other == name })
		if _, faults := gqlparser.LoadQueryWithRules(schema, fmt.Sprintf(`{ node(id: "x") { %s } }`, everything(schema, schema.Types["Node"], 1, but...)), nil); len(faults) == 0 {
			t.Errorf("%s would merge", name)
		}
	}
}

// 13 §2: fields of one name have one type in all kinds of events; where that is an object's, the fields of the objects merge.
func TestEventsAgreeOnTheirFields(t *testing.T) {
	schema, seen := loadSchema(t), map[string]*ast.Type{}
	for _, member := range schema.GetPossibleTypes(schema.Types["PlanEvent"]) {
		for _, f := range ownFields(member) {
			was, twice := seen[f.Name]
			seen[f.Name] = f.Type
			if twice && was.String() != f.Type.String() && f.Name != "session" {
				t.Errorf("%s.%s is %s, elsewhere %s", member.Name, f.Name, f.Type, was)
			}
		}
	}
}

// The server takes such a document, and answers it for every event of a run and every step of a workout.
func TestAllMembersAreAskedForAtOnce(t *testing.T) {
	raced(t)
	t.Parallel()
	w, schema := newWorld(t), loadSchema(t)
	p := w.person(t)
	s, err := overSocket(t.Context(), p.client, fmt.Sprintf(`subscription($run: ID!) { planEvents(runId: $run) { run { id } %s } }`,
		everything(schema, schema.Types["PlanEvent"], 1, "run")), vars{"run": p.names["PLAN"]})
	must(t, err)
	t.Cleanup(func() { _ = s.conn.Close() })
	count := 0
	for ; ; count++ {
		a, err := s.receive()
		if errors.Is(err, io.EOF) {
			break
		}
		must(t, err)
		if len(a.Errors) > 0 || !strings.Contains(a.body, `"sequence":`) {
			t.Fatal(a.body)
		}
	}
	if count < 50 {
		t.Errorf("%d events", count)
	}
	p.ask(t, fmt.Sprintf(`query($id: ID!) { workout(id: $id) { blocks { steps { %s } } } }`, everything(schema, schema.Types["Step"], 1)),
		vars{"id": p.names["WORKOUT"]}, new(any))
	id := w.text(t, "SELECT id::text FROM activities WHERE athlete_id = $1 LIMIT 1", p.id)
	p.ask(t, fmt.Sprintf(`query($id: ID!) { node(id: $id) { %s } }`, everything(schema, schema.Types["Node"], 0, apart...)), vars{"id": id}, new(any))
}

// 13 §2: what has a field "id" is a Node, and nothing else has one: a cache that goes by ids alone takes none for another.
func TestWhatHasAnIDIsANode(t *testing.T) {
	schema := loadSchema(t)
	nodes := schema.GetPossibleTypes(schema.Types["Node"])
	for name, d := range schema.Types {
		has := d.Kind == ast.Object && d.Fields.ForName("id") != nil
		if is := slices.Contains(nodes, d); has != (is && d.Kind == ast.Object) {
			t.Errorf("%s has an id: %v, is a Node: %v", name, has, is)
		}
	}
	if len(nodes) < 25 {
		t.Errorf("%d kinds of Node", len(nodes))
	}
	var data struct {
		Type struct{ PossibleTypes []struct{ Name, Kind string } } `json:"__type"`
	}
	w := newWorld(t, bare)
	w.user(t, training.RoleAthlete).ask(t, `{ __type(name: "Node") { possibleTypes { name kind } } }`, nil, &data)
	for _, possible := range data.Type.PossibleTypes {
		if possible.Kind != "OBJECT" {
			t.Errorf("a Node may be %+v", possible)
		}
	}
}
