package api_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
)

// How names are written, by what they are of.
var (
	ofTypes  = regexp.MustCompile(`^([A-Z][a-z0-9]*)+$`)
	ofFields = regexp.MustCompile(`^[a-z][a-z0-9]*([A-Z][a-z0-9]*)*$`)
	ofValues = regexp.MustCompile(`^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$`)
)

// The schema keeps the conventions of its kind. The rules of graphql-eslint are held by tests/clients/lint.test.mjs; these here say more, or say it of every field.
// Where one does not hold it is said below, by name.
func TestTheSchemaKeepsTheConventions(t *testing.T) {
	schema := loadSchema(t)
	reached, nodes := reachable(schema), map[string]bool{} // by what fields of things with an id are called, in the singular
	for _, d := range schema.Types {
		for _, f := range d.Fields {
			if of := schema.Types[f.Type.Name()]; d.Kind == ast.Object && slices.Contains(of.Interfaces, "Node") {
				nodes[strings.TrimSuffix(f.Name, "s")] = true
			}
		}
	}
	for name, d := range schema.Types {
		if d.BuiltIn {
			continue
		}
		if !ofTypes.MatchString(name) {
			t.Errorf("type %s is not written like that", name)
		}
		if !reached[name] {
			t.Errorf("%s is reached from no root", name)
		}
		if input := strings.HasSuffix(name, "Input") || strings.HasSuffix(name, "Filter"); (d.Kind == ast.InputObject) != input {
			t.Errorf("%s: what is sent, and that alone, is called Input or Filter", name)
		}
		for _, v := range d.EnumValues {
			if !ofValues.MatchString(v.Name) {
				t.Errorf("%s.%s is not written like that", name, v.Name)
			}
			deprecatedWithReason(t, name+"."+v.Name, v.Directives)
		}
		for _, f := range d.Fields {
			at := name + "." + f.Name
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			if !ofFields.MatchString(f.Name) {
				t.Errorf("%s is not written like that", at)
			}
			if strings.HasPrefix(strings.ToLower(f.Name), strings.ToLower(name)) {
				t.Errorf("%s says its type again", at)
			}
			if (d == schema.Query || d == schema.Subscription) && regexp.MustCompile(`^(get|list|fetch|query)[A-Z]`).MatchString(f.Name) {
				t.Errorf("%s: what is read is called by what it is", at)
			}
			namesAnID(t, at, f.Name, f.Type)
			for _, a := range f.Arguments {
				namesAnID(t, at+"("+a.Name+")", a.Name, a.Type)
			}
			if kind := strings.TrimSuffix(f.Name, "s"); d.Kind == ast.Object && f.Type.Name() == "String" && nodes[kind] {
				t.Errorf("%s is a text, and a thing elsewhere: it is the thing, which has an id", at)
			}
			if f.Type.Elem != nil && !f.Type.Elem.NonNull && at != "Query.nodes" {
				t.Errorf("%s: a list has no nulls", at)
			}
			if f.Type.Elem != nil && f.Type.Elem.Elem != nil && !slices.Contains(alternatives, at) {
				t.Errorf("%s: a list is of no lists", at)
			}
			deprecatedWithReason(t, at, f.Directives)
			for _, a := range f.Arguments {
				if !ofFields.MatchString(a.Name) {
					t.Errorf("%s(%s:) is not written like that", at, a.Name)
				}
				deprecatedWithReason(t, at+"("+a.Name+")", a.Directives)
			}
			if connection := schema.Types[f.Type.Name()]; strings.HasSuffix(connection.Name, "Connection") {
				isPaged(t, at, f, connection, schema)
			}
		}
	}
	for _, f := range ownFields(schema.Mutation) {
		capital := strings.ToUpper(f.Name[:1]) + f.Name[1:]
		if len(f.Arguments) != 1 || f.Arguments[0].Name != "input" || f.Arguments[0].Type.String() != capital+"Input!" {
			t.Errorf("Mutation.%s takes input: %sInput! and nothing else", f.Name, capital)
		}
		if !strings.HasSuffix(f.Type.Name(), "Payload") || !f.Type.NonNull {
			t.Errorf("Mutation.%s answers with a payload, not %s", f.Name, f.Type)
		}
	}
	if info := schema.Types["PageInfo"]; len(info.Fields) != 4 || info.Fields.ForName("hasNextPage").Type.String() != "Boolean!" ||
		info.Fields.ForName("hasPreviousPage").Type.String() != "Boolean!" || info.Fields.ForName("startCursor").Type.String() != "String" ||
		info.Fields.ForName("endCursor").Type.String() != "String" {
		t.Errorf("PageInfo is not that of the Cursor Connections specification")
	}
}

// alternatives are lists of lists: any of the outer, all of the inner.
var alternatives = []string{"SessionFamily.gear", "Exercise.equipmentInstead"}

// pagedValues are paged and have no identity: how well a workout fits is said of one text; the workout in it has one.
var pagedValues = []string{"WorkoutMatch"}

// bareIDs are what is answered of a thing by its id alone, and why not the thing.
var bareIDs = map[string]string{
	"DeleteAccountPayload.userId":             "the account is gone",
	"DeleteWorkoutPayload.workoutId":          "the workout is gone",
	"RemoveSessionPayload.sessionId":          "the session is gone",
	"RemoveSessionsPayload.sessionIds":        "the sessions are gone",
	"ChangeCalendarPayload.removedSessionIds": "the sessions are gone",
	"LeaveAthletePayload.athleteId":           "the athlete is the caller's to see no more",
	"ApiToken.tokenId":                        "a token is a value, which this alone names",
	"RevokeApiTokenPayload.tokenId":           "the token is gone",
	"Activity.externalId":                     "it is another system's",
	"Activity.mergedExternalIds":              "they are another system's",
}

// What is answered of a thing is the thing, so that a client reads on from there: by its id alone stands only what is gone, and beside the thing itself the
// id of one that may be gone or hidden while the id is known.
func TestWhatIsNamedIsTheThing(t *testing.T) {
	schema, met := loadSchema(t), map[string]bool{}
	for name, d := range schema.Types {
		if d.BuiltIn || d.Kind != ast.Object && d.Kind != ast.Interface {
			continue
		}
		for _, f := range ownFields(d) {
			at, thing := name+"."+f.Name, strings.TrimSuffix(strings.TrimSuffix(f.Name, "s"), "Id")
			id := f.Type.Name() == "ID" && f.Name != "id"
			if says := thing != f.Name && thing+"s" != f.Name && strings.HasSuffix(strings.TrimSuffix(f.Name, "s"), "Id"); id && !says {
				t.Errorf("%s is an id and does not say so", at)
			} else if !id && !says {
				continue
			}
			if beside := d.Fields.ForName(thing); beside != nil && schema.Types[beside.Type.Name()].IsCompositeType() { // or how it was, which leads to it
				continue
			}
			if met[at] = true; bareIDs[at] == "" {
				t.Errorf("%s names something by its id alone: %s is wanted beside it, or the reason why not", at, thing)
			}
		}
	}
	for at := range bareIDs {
		if !met[at] {
			t.Errorf("there is no %s that stands alone", at)
		}
	}
}

// namesAnID fails a name that says that it is an id, and is none. What other systems call theirs is a text here.
func namesAnID(t *testing.T, at, name string, of *ast.Type) {
	if says := strings.HasSuffix(name, "Id") || strings.HasSuffix(name, "Ids"); says && !strings.Contains(strings.ToLower(name), "external") && of.Name() != "ID" {
		t.Errorf("%s is an id, of the type %s", at, of.Name())
	}
}

// deprecatedWithReason looks at what is deprecated, if it is.
func deprecatedWithReason(t *testing.T, at string, list ast.DirectiveList) {
	t.Helper()
	if d := list.ForName("deprecated"); d != nil && (d.Arguments.ForName("reason") == nil || d.Arguments.ForName("reason").Value.Raw == "") {
		t.Errorf("%s: what takes its place is not said", at)
	}
}

// isPaged looks at a field that leads to a connection, and at that.
func isPaged(t *testing.T, at string, f *ast.FieldDefinition, connection *ast.Definition, schema *ast.Schema) {
	t.Helper()
	first, after := f.Arguments.ForName("first"), f.Arguments.ForName("after")
	if first == nil || first.Type.String() != "Int" || first.DefaultValue == nil || after == nil || after.Type.String() != "String" {
		t.Errorf("%s takes first: Int with a default and after: String", at)
	}
	node := strings.TrimSuffix(connection.Name, "Connection")
	for name, kind := range map[string]string{"edges": "[" + node + "Edge!]!", "nodes": "[" + node + "!]!", "pageInfo": "PageInfo!", "totalCount": "Int!"} {
		if c := connection.Fields.ForName(name); c == nil || c.Type.String() != kind {
			t.Errorf("%s.%s is not %s", connection.Name, name, kind)
		}
	}
	edge := schema.Types[node+"Edge"]
	if edge.Fields.ForName("node").Type.String() != node+"!" || edge.Fields.ForName("cursor").Type.String() != "String!" || len(edge.Fields) != 2 {
		t.Errorf("%s is no edge", edge.Name)
	}
	if !slices.Contains(schema.Types[node].Interfaces, "Node") && !slices.Contains(pagedValues, node) {
		t.Errorf("%s is paged and has no identity", node)
	}
}

// reachable are the types that a document may name or be answered with.
func reachable(schema *ast.Schema) map[string]bool {
	found := map[string]bool{}
	var walk func(name string)
	walk = func(name string) {
		if found[name] {
			return
		}
		found[name] = true
		for _, f := range schema.Types[name].Fields {
			walk(f.Type.Name())
			for _, a := range f.Arguments {
				walk(a.Type.Name())
			}
		}
		for _, of := range schema.PossibleTypes[name] {
			walk(of.Name)
		}
		for _, of := range schema.Types[name].Interfaces {
			walk(of)
		}
	}
	for _, root := range []*ast.Definition{schema.Query, schema.Mutation, schema.Subscription} {
		walk(root.Name)
	}
	return found
}
