package api_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"
	"github.com/vektah/gqlparser/v2/ast"

	"fortnight/training"
)

// word is an enum's value: a string in JSON, bare in a document.
type word string

// absent leaves out the argument or field that it is the value of.
type absent struct{}

// variant is one value to send in one place. A string where an enum stands is right as a variable and wrong in a document.
type variant struct {
	value              any
	variable, document bool   // whether it is right, sent either way
	shows              string // what of it a refusal must repeat
}

func right(v any) variant               { return variant{value: v, variable: true, document: true} }
func wrong(v any, shows string) variant { return variant{value: v, shows: shows} }

// spot is a place for a value: an argument, a field of its input, an item of a list.
type spot struct {
	path string
	of   *ast.Type
	with func(any) any // the argument with a value in that place, and nothing that may be left out
	free bool          // it may be left out
	null bool          // it may be null
}

// walker finds the spots of a schema. Where it has entered an input type once it does not do so again: a type is judged alike in all places.
type walker struct {
	schema  *ast.Schema
	entered map[string]bool
}

func newWalker(schema *ast.Schema) walker { return walker{schema, map[string]bool{}} }

// least is a right value of a type with nothing in it that may be left out.
func (w walker) least(t *ast.Type) any {
	if t.Elem != nil {
		return []any{w.least(t.Elem)}
	}
	d := w.schema.Types[t.NamedType]
	switch {
	case d.Kind == ast.Enum:
		return word(d.EnumValues[0].Name)
	case d.Kind == ast.Scalar:
		return map[string]any{"Int": 3, "Float": 1.5, "String": "a", "Boolean": true, "ID": "x", "Date": "2026-12-01", "LocalTime": "07:00"}[d.Name]
	case d.Directives.ForName("oneOf") != nil:
		return vars{d.Fields[0].Name: w.least(d.Fields[0].Type)}
	}
	out := vars{}
	for _, f := range d.Fields {
		if f.Type.NonNull && f.DefaultValue == nil {
			out[f.Name] = w.least(f.Type)
		}
	}
	return out
}

// spots are a place and all that lie within it.
func (w walker) spots(s spot) []spot {
	all := []spot{s}
	d := w.schema.Types[s.of.Name()]
	switch {
	case s.of.Elem != nil:
		item := spot{s.path + "[]", s.of.Elem, func(v any) any { return s.with([]any{v}) }, true, !s.of.Elem.NonNull}
		return append(all, w.spots(item)...)
	case d.Kind != ast.InputObject || w.entered[d.Name]:
		return all
	}
	w.entered[d.Name] = true
	oneOf := d.Directives.ForName("oneOf") != nil
	for _, f := range d.Fields {
		with := func(v any) any {
			object := vars{}
			if !oneOf {
				object = w.least(ast.NamedType(d.Name, nil)).(vars)
			}
			object[f.Name] = v
			if _, is := v.(absent); is {
				delete(object, f.Name)
			}
			return s.with(object)
		}
		free := !oneOf && (!f.Type.NonNull || f.DefaultValue != nil)
		field := spot{s.path + "." + f.Name, f.Type, with, free, !oneOf && !f.Type.NonNull}
		all = append(all, w.spots(field)...)
	}
	return all
}

// variants are values for a type: right ones, wrong ones, null and none at all.
func (w walker) variants(s spot) []variant {
	all := []variant{{value: nil, variable: s.null, document: s.null}}
	if !strings.HasSuffix(s.path, "]") {
		all = append(all, variant{value: absent{}, variable: s.free, document: s.free})
	}
	all = append(all, right(w.least(s.of)))
	if s.of.Elem != nil {
		return append(all, right(w.least(s.of.Elem)), right([]any{}), wrong([]any{[]any{[]any{}}}, ""), wrong([]any{vars{"no": 1}}, "no"))
	}
	d := w.schema.Types[s.of.NamedType]
	switch d.Kind {
	case ast.Enum:
		first := d.EnumValues[0].Name
		low := strings.ToLower(first)
		return append(all, wrong(word(low), low), wrong(word(first+"_"), first), wrong(5, "5"), wrong(true, "true"), wrong(vars{}, "{}"),
			variant{value: first, variable: true, shows: first})
	case ast.InputObject:
		odd := w.least(s.of).(vars)
		odd["noSuchField"] = 1
		all = append(all, wrong(odd, "noSuchField"), wrong(5, "5"), wrong("x", "x"), wrong(false, "false"), wrong([]any{5}, "5"))
		if d.Directives.ForName("oneOf") != nil {
			one, other := d.Fields[0], d.Fields[1]
			all = append(all, wrong(vars{one.Name: w.least(one.Type), other.Name: w.least(other.Type)}, ""),
				wrong(vars{one.Name: w.least(one.Type), other.Name: nil}, ""), wrong(vars{}, ""), wrong(vars{one.Name: nil}, ""))
		}
		return all
	}
	return append(all, slices.Concat(badScalars[d.Name], []variant{wrong(vars{"a": 1}, "1"), wrong([]any{5, 6}, "5")})...)
}

// badScalars are values that are not of a scalar, and some that are.
var badScalars = map[string][]variant{
	"Int": {wrong(json.Number("3000000000"), "3000000000"), wrong(json.Number("-2147483649"), "-2147483649"), wrong("250", "250"), wrong(1.5, "1.5"),
		wrong(true, "true"), wrong(json.Number("1e400"), "1e400"), wrong(json.Number("1.0"), "1.0"), right(2147483647)},
	"Float":  {wrong("1.5", "1.5"), wrong(json.Number("1e400"), "1e400"), wrong(false, "false"), right(7), right(json.Number("99999999999999999999"))},
	"String": {wrong(5, "5"), wrong(1.5, "1.5"), wrong(true, "true")}, "Boolean": {wrong("true", "true"), wrong(1, "1"), wrong(0.5, "0.5")},
	"ID":        {wrong(1.5, "1.5"), wrong(true, "true"), right(json.Number("99999999999999999999"))},
	"Date":      {wrong("2026-02-30", "2026-02-30"), wrong("tomorrow", "tomorrow"), wrong(20261125, "20261125"), wrong(true, "true"), wrong("", `""`)},
	"LocalTime": {wrong("24:00", "24:00"), wrong("7:00", "7:00"), wrong(700, "700"), wrong("", `""`)},
}

// ask is one field to ask for, with one argument to vary.
type ask struct {
	kind     ast.Operation
	around   string // the document, with %s for the arguments of the field
	argument *ast.ArgumentDefinition
	others   []string // the arguments besides that must be given
	path     string
}

// asks are all arguments of all fields of a schema.
func (w walker) asks(t *testing.T) (all []ask) {
	t.Helper()
	parents := map[string]string{
		"Exercise": `exercises(text: "x") { nodes { %s } }`, "SessionFamily": `sessionFamilies { %s }`,
		"Workout": `workout(id: "x") { %s }`, "PlannedSession": `session(id: "x") { %s }`, "PlanRun": `planRun(id: "x") { %s }`,
		"Certificate": `planRun(id: "x") { certificate { %s } }`,
		"User":        `me { %s }`,
	}
	for _, name := range slices.Sorted(maps.Keys(w.schema.Types)) {
		d := w.schema.Types[name]
		if d.Kind != ast.Object || strings.HasPrefix(name, "__") {
			continue
		}
		for _, f := range ownFields(d) {
			around, kind := f.Name+"%s"+w.selection(f), ast.Query
			switch d {
			case w.schema.Query:
			case w.schema.Mutation:
				kind, around = ast.Mutation, `lockDay(input: {date: "2026-12-09"}) { __typename } then: `+around
			case w.schema.Subscription:
				kind = ast.Subscription
			default:
				way := parents[name]
				if act := w.act(name); act != nil && way == "" {
					kind = ast.Mutation
					way = `lockDay(input: {date: "2026-12-09"}) { __typename } then: ` + act.Name + "(input: " + literal(w.least(act.Arguments[0].Type)) + ") { %s }"
				}
				if len(f.Arguments) > 0 && way == "" {
					t.Errorf("no way to %s.%s is known", name, f.Name)
				}
				around = strings.Replace(way, "%s", around, 1)
			}
			for _, a := range f.Arguments {
				all = append(all, ask{kind, around, a, w.others(f, a), name + "." + f.Name + "." + a.Name})
			}
		}
	}
	return all
}

// act is a mutation that answers with a type, nil for none.
func (w walker) act(answers string) *ast.FieldDefinition {
	for _, f := range w.schema.Mutation.Fields {
		if f.Type.Name() == answers {
			return f
		}
	}
	return nil
}

func (w walker) selection(f *ast.FieldDefinition) string {
	if w.schema.Types[f.Type.Name()].IsCompositeType() {
		return " { __typename }"
	}
	return ""
}

func (w walker) others(f *ast.FieldDefinition, but *ast.ArgumentDefinition) (others []string) {
	for _, a := range f.Arguments {
		if a != but && a.Type.NonNull && a.DefaultValue == nil {
			others = append(others, a.Name+": "+literal(w.least(a.Type)))
		}
	}
	return others
}

// literal writes a value as a document has it.
func literal(v any) string {
	switch v := v.(type) {
	case word:
		return string(v)
	case []any:
		items := make([]string, len(v))
		for i := range v {
			items[i] = literal(v[i])
		}
		return "[" + strings.Join(items, ", ") + "]"
	case vars:
		fields := []string{}
		for _, name := range slices.Sorted(maps.Keys(v)) {
			fields = append(fields, name+": "+literal(v[name]))
		}
		return "{" + strings.Join(fields, ", ") + "}"
	}
	text, _ := json.Marshal(v)
	return string(text)
}

// operation is what asks with a value, as a variable or in the document.
func (a ask) operation(value any, byVariable bool) (document string, variables vars) {
	_, none := value.(absent)
	arguments, declared := slices.Clone(a.others), ""
	switch {
	case byVariable:
		arguments, declared = append(arguments, a.argument.Name+": $v"), "($v: "+a.argument.Type.String()+")"
		if variables = (vars{}); !none {
			variables["v"] = value
		}
	case !none:
		arguments = append(arguments, a.argument.Name+": "+literal(value))
	}
	list := ""
	if len(arguments) > 0 {
		list = "(" + strings.Join(arguments, ", ") + ")"
	}
	return string(a.kind) + declared + " { " + strings.Replace(a.around, "%s", list, 1) + " }", variables
}

// goWords are words of the program's insides.
var goWords = regexp.MustCompile(`(?i)strconv|json\.|interface|\bu?int(8|16|32|64)\b|float64|map\[|reflect|\bnil\b|%!|unmarshal|parseint|panic|gqlgen|` +
	`training\.|model\.|sqlstate|syntax error|invalid input`)

// A refusal has no data and one of two codes, says what was sent and where, and speaks no Go.
func (a answer) wholeRefusal(shows string) error {
	var problems []string
	note := func(bad bool, what string) {
		if bad {
			problems = append(problems, what)
		}
	}
	note(a.Data != nil || strings.Contains(a.body, `"data":`), "has data")
	note(a.code() != "BAD_USER_INPUT" && a.code() != "GRAPHQL_VALIDATION_FAILED", "code "+a.code())
	word := goWords.FindString(a.body)
	note(word != "", "speaks Go: "+word)
	note(a.status != 0 && a.status != http.StatusBadRequest, fmt.Sprint("status ", a.status))
	said := ""
	for _, e := range a.Errors {
		said += e.Message
		note(a.code() == "BAD_USER_INPUT" && len(e.Extensions.Fields) == 0, "names no field")
	}
	note(!strings.Contains(said, shows), "does not show "+shows)
	if len(problems) == 0 {
		return nil
	}
	return errors.New(strings.Join(problems, ", "))
}

// What may run has run, whatever came of it: nothing of it went wrong on our side. Only what it costs may be too much.
func (a answer) ran() error {
	if a.code() == "LIMIT_EXCEEDED" {
		return nil
	}
	if a.Data == nil || a.code() == "INTERNAL" || a.code() == "GRAPHQL_VALIDATION_FAILED" || goWords.MatchString(a.body) {
		return errors.New("it did not run, or badly")
	}
	return nil
}

// talker asks one operation after the other over one socket.
type talker struct {
	socket *websocket.Conn
	asked  int
}

func (c *client) talker(t *testing.T) *talker {
	t.Helper()
	dialer := websocket.Dialer{Subprotocols: []string{"graphql-transport-ws"}}
	socket, response, err := dialer.DialContext(t.Context(), "ws"+strings.TrimPrefix(c.url, "http"), nil)
	must(t, err)
	_ = response.Body.Close()
	t.Cleanup(func() { _ = socket.Close() })
	must(t, socket.SetReadDeadline(time.Now().Add(patience)))
	must(t, socket.WriteJSON(vars{"type": "connection_init", "payload": vars{"Authorization": "Bearer " + c.token}}))
	_, err = receive(socket)
	must(t, err)
	return &talker{socket: socket}
}

// answer is the error message of the operation, or its first answer.
func (k *talker) answer(t *testing.T, document string, variables vars) (first answer) {
	t.Helper()
	k.asked++
	must(t, k.socket.SetReadDeadline(time.Now().Add(patience)))
	must(t, k.socket.WriteJSON(vars{"type": "subscribe", "id": fmt.Sprint(k.asked), "payload": vars{"query": document, "variables": variables}}))
	for {
		a, err := receive(k.socket)
		if errors.Is(err, io.EOF) {
			return first
		}
		must(t, err)
		if first = a; strings.HasPrefix(a.body, "error") {
			return first
		}
	}
}

// 12 §4: whatever is sent is refused whole or done whole, by variable and in the document, over HTTP and WebSocket, for every argument of
// the schema and every field of its inputs.
func TestInputsAreRefusedWholeOrDoneWhole(t *testing.T) {
	t.Parallel()
	w, walk := newWorld(t, bare), newWalker(loadSchema(t))
	c := w.user(t, training.RoleAthlete)
	socket := c.talker(t)
	var refused, ran int
	type later struct {
		kind      ast.Operation
		document  string
		variables vars
	}
	var runs []later
	before := w.rows(t)
	for _, a := range walk.asks(t) {
		top := spot{a.path, a.argument.Type, func(v any) any { return v }, !a.argument.Type.NonNull || a.argument.DefaultValue != nil, !a.argument.Type.NonNull}
		for _, s := range walk.spots(top) {
			for _, v := range walk.variants(s) {
				for _, byVariable := range []bool{true, false} {
					document, variables := a.operation(s.with(v.value), byVariable)
					if v.variable && byVariable || v.document && !byVariable {
						runs = append(runs, later{a.kind, document, variables})
						continue
					}
					refused++
					for _, got := range []answer{c.answer(t, document, variables), socket.answer(t, document, variables)} {
						if err := got.wholeRefusal(v.shows); err != nil {
							t.Errorf("%s: %s with %v: %v: %s", s.path, document, variables, err, got.body)
						}
					}
				}
			}
		}
		after := w.rows(t)
		if !reflect.DeepEqual(before, after) {
			t.Errorf("%s: rows have changed", a.path)
		}
		before = after
	}
	t.Log("refused after", time.Since(w.began))
	for _, r := range runs { // after the others, since they write
		if r.kind == ast.Subscription {
			continue // those that are right stay open
		}
		ran++
		got := c.answer(t, r.document, r.variables)
		if err := got.ran(); err != nil {
			t.Errorf("%s with %v: %v: %s", r.document, r.variables, err, got.body)
		}
	}
	if t.Logf("%d refused, %d ran", refused, ran); refused < 2000 || ran < 1000 {
		t.Errorf("%d refused and %d ran: what was walked?", refused, ran)
	}
}
