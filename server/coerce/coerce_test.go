package coerce

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/core"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"fortnight/server/internal/wire"
)

const sdl = `
"A calendar day: \"2026-11-25\"."
scalar Day
enum Sport { RUN RIDE SWIM }
input Span { low: Int! high: Int }
input Window { day: Day! sports: [Sport!] = [] weight: Float = 1 note: String next: Window }
input Step @oneOf { rest: Int work: Window id: ID }
type Query {
  i(input: Int!): Int
  span(input: Span): Int
  n(v: Int = 3): Int
  f(v: Float): Int
  s(v: String): Int
  b(v: Boolean): Int
  id(v: ID): Int
  day(v: Day): Int
  sport(v: Sport): Int
  sports(v: [Sport!]): Int
  grid(v: [[Int]]): Int
  window(input: Window): Int
  step(v: Step): Int
  self: Query
}
type Subscription { a: Int b: Int c(v: Int): Int }
`

// world is the schema with a scalar of its own.
func world(t *testing.T, discreet bool) *Schema {
	t.Helper()
	schema := gqlparser.MustLoadSchema(&ast.Source{Input: sdl})
	s, err := New(schema, map[string]Scalar{"Day": func(text string) error {
		if _, err := time.Parse(time.DateOnly, text); err != nil {
			return errors.New(quote(text) + " is not a day such as 2026-11-25")
		}
		return nil
	}}, discreet)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// judge parses and validates a document as the server does.
func (s *Schema) judge(t *testing.T, document string) (*ast.QueryDocument, gqlerror.List) {
	t.Helper()
	parsed, err := parser.ParseQuery(&ast.Source{Input: document})
	if err != nil {
		t.Fatalf("%s: %v", document, err)
	}
	chosen := rules.NewDefaultRules()
	for name, rule := range map[string]core.RuleFunc{"ValuesOfCorrectType": s.Literals, "SingleFieldSubscriptions": SingleRootField} {
		chosen.ReplaceRule(name, rule)
	}
	return parsed, validator.ValidateWithRules(s.schema, parsed, chosen)
}

// send gives an operation its variables, as JSON.
func (s *Schema) send(t *testing.T, document, variables string) (map[string]any, *gqlerror.Error) {
	t.Helper()
	parsed, errs := s.judge(t, document)
	if len(errs) > 0 {
		t.Fatalf("%s: %v", document, errs)
	}
	params, err := wire.DecodeParams([]byte(`{"query": "x", "variables": ` + variables + `}`))
	if err != nil {
		t.Fatal(err)
	}
	return s.Variables(parsed.Operations[0], params.Variables)
}

// 12 §4: by variable.
func TestVariablesByTheLetter(t *testing.T) {
	s := world(t, false)
	for _, c := range []struct{ argument, kind, sent, want string }{
		{"n", "Int", `7`, `7`}, {"n", "Int", `null`, `null`}, {"n", "Int", `-2147483648`, `-2147483648`}, {"n", "Int", `-0`, `0`},
		{"n", "Int", `2147483648`, `v: 2147483648 is not a whole number from -2147483648 to 2147483647`},
		{"n", "Int", `3000000000`, `v: 3000000000 is not a whole number`}, {"n", "Int", `"250"`, `v: "250" is not a whole number`},
		{"n", "Int", `1.0`, `v: 1.0 is not a whole number`}, {"n", "Int", `1e2`, `v: 1e2 is not a whole number`},
		{"n", "Int", `true`, `v: true is not a whole number`}, {"n", "Int", `[1]`, `v: [1] is not a whole number`},
		{"n", "Int", `{"a": 1}`, `v: {"a": 1} is not a whole number`}, {"n", "Int", `123456789012345678901234567890`, `v: 123456789012345678901234567890 is`},
		{"i", "Int!", `null`, `input: must not be null: it takes a whole number`}, {"span", "Span", `{}`, `low: must be given: it takes a whole number`},
		{"f", "Float", `7`, `7`}, {"f", "Float", `0.5`, `0.5`}, {"f", "Float", `1e3`, `1000`}, {"f", "Float", `123456789012345678901`, `123456789012345680000`},
		{"f", "Float", `1e400`, `v: 1e400 is not a number of 64 bits`}, {"f", "Float", `"1"`, `v: "1" is not a number`}, {"f", "Float", `false`, `v: false is not`},
		{"s", "String", `"a"`, `"a"`}, {"s", "String", `""`, `""`}, {"s", "String", `5`, `v: 5 is not a string`}, {"s", "String", `true`, `v: true is not a string`},
		{"s", "String", `["a"]`, `v: ["a"] is not a string`},
		{"b", "Boolean", `false`, `false`}, {"b", "Boolean", `"true"`, `v: "true" is not true or false`}, {"b", "Boolean", `1`, `v: 1 is not true or false`},
		{"id", "ID", `"x"`, `"x"`}, {"id", "ID", `5`, `"5"`}, {"id", "ID", `99999999999999999999`, `"99999999999999999999"`},
		{"id", "ID", `1.5`, `v: 1.5 is not an id`}, {"id", "ID", `true`, `v: true is not an id`},
		{"day", "Day", `"2026-02-28"`, `"2026-02-28"`}, {"day", "Day", `"2026-02-30"`, `v: "2026-02-30" is not a day such as 2026-11-25`},
		{"day", "Day", `7`, `v: 7 is not a calendar day: "2026-11-25"`}, {"day", "Day", `{}`, `v: {} is not a calendar day`},
		{"sport", "Sport", `"RUN"`, `"RUN"`}, {"sport", "Sport", `"run"`, `v: "run" is not a value of Sport: did you mean RUN? Allowed are RUN, RIDE, SWIM`},
		{"sport", "Sport", `"curling"`, `v: "curling" is not a value of Sport: allowed are RUN, RIDE, SWIM`},
		{"sport", "Sport", `0`, `v: 0 is not a value of Sport`}, {"sport", "Sport", `""`, `v: "" is not a value of Sport`},
		{"sports", "[Sport!]", `["RUN", "SWIM"]`, `["RUN","SWIM"]`}, {"sports", "[Sport!]", `"RUN"`, `["RUN"]`}, {"sports", "[Sport!]", `[]`, `[]`},
		{"sports", "[Sport!]", `null`, `null`}, {"sports", "[Sport!]", `[null]`, `v[0]: must not be null: it takes a value of Sport`},
		{"sports", "[Sport!]", `["RUN", "swim"]`, `v[1]: "swim" is not a value of Sport: did you mean SWIM?`},
		{"sports", "[Sport!]", `[["RUN"]]`, `v[0]: ["RUN"] is not a value of Sport`},
		{"grid", "[[Int]]", `[1, null, [2]]`, `[[1],null,[2]]`}, {"grid", "[[Int]]", `5`, `[[5]]`},
		{"window", "Window", `{"day": "2026-11-25"}`, `{"day":"2026-11-25","sports":[],"weight":1}`},
		{"window", "Window", `{"day": "2026-11-25", "weight": null, "sports": "RUN"}`, `{"day":"2026-11-25","sports":["RUN"],"weight":null}`},
		{"window", "Window", `{"day": "2026-11-25", "next": {"day": "x"}}`, `next.day: "x" is not a day`},
		{"window", "Window", `{}`, `day: must be given: it takes a calendar day`}, {"window", "Window", `{"day": null}`, `day: must not be null`},
		{"window", "Window", `{"day": "2026-11-25", "Note": "x"}`, `Note: Window has no such field: did you mean note? It has day, sports, weight, note, next`},
		{"window", "Window", `5`, `input: 5 is not an object with the fields of Window`},
		{"window", "Window", `[{"day": "2026-11-25"}]`, `input: [{"day": "2026-11-25"}] is not an object`},
		{"step", "Step", `{"rest": 5}`, `{"rest":5}`}, {"step", "Step", `{"rest": 5, "id": 1}`, `v: exactly one of its fields must be given: rest, work, id, not 2`},
		{"step", "Step", `{"rest": 5, "id": null}`, `v.id: must not be null`}, {"step", "Step", `{}`, `v: exactly one of its fields`},
		{"step", "Step", `{"rest": null}`, `v.rest: must not be null`}, {"step", "Step", `{"rest": 5, "huh": 1}`, `v: exactly one of its fields`},
	} {
		values, err := s.send(t, fmt.Sprintf("query($x: %s) { %s(%s: $x) }", c.kind, c.argument, s.schema.Query.Fields.ForName(c.argument).Arguments[0].Name),
			`{"x": `+c.sent+`, "unknown": {"of": "no matter"}}`)
		if err != nil {
			code, fields := wire.Code(err), err.Extensions["fields"].([]Fault)
			if !strings.Contains(err.Message, c.want) || code != "BAD_USER_INPUT" || len(fields) == 0 || len(values) > 1 {
				t.Errorf("%s = %s: %s %v, want %s", c.kind, c.sent, code, err, c.want)
			}
			continue
		}
		got, _ := json.Marshal(values["x"])
		var have, want any
		_, _ = json.Unmarshal(got, &have), json.Unmarshal([]byte(c.want), &want)
		if want == nil && c.want != "null" || !reflect.DeepEqual(have, want) {
			t.Errorf("%s = %s: %s, want %s", c.kind, c.sent, got, c.want)
		}
	}
}

func TestAbsentVariables(t *testing.T) {
	s := world(t, false)
	for _, c := range []struct{ document, sent, want string }{
		{`query($x: Int) { n(v: $x) }`, `{}`, `map[]`},
		{`query($x: Int = 5) { n(v: $x) }`, `{}`, `map[x:5]`},
		{`query($x: Int = 5) { n(v: $x) }`, `{"x": null}`, `map[x:<nil>]`},
		{`query($x: [Sport!] = RUN) { sports(v: $x) }`, `{}`, `map[x:[RUN]]`},
		{`query($x: Window = {day: "2026-11-25"}) { window(input: $x) }`, `{}`, `map[x:map[day:2026-11-25 sports:[] weight:1]]`},
		{`query($x: Int!) { i(input: $x) }`, `{}`, `input: must be given as the variable $x: it takes a whole number`},
		{`query($d: Day!) { window(input: {day: $d}) }`, `{}`, `day: must be given as the variable $d`},
		{`query($d: Day!) { window(input: {day: "2026-11-25", next: {day: $d}}) }`, `{"d": 5}`, `next.day: 5 is not a calendar day`},
		{`query($s: Sport!) { ...f } fragment f on Query { self { sports(v: [RUN, $s]) } }`, `{"s": "run"}`, `v[1]: "run" is not a value`},
		{`query($s: Boolean!) { self @skip(if: $s) { n } }`, `{"s": "yes"}`, `if: "yes" is not true or false`},
	} {
		values, err := s.send(t, c.document, c.sent)
		got := fmt.Sprint(values)
		if err != nil {
			got = err.Message
		}
		if !strings.HasPrefix(got, c.want) {
			t.Errorf("%s with %s: %s, want %s", c.document, c.sent, got, c.want)
		}
	}
}

// A variable with a default may stand where null may not, and may be sent as null all the same.
func TestNullOfAVariableWithADefault(t *testing.T) {
	s := world(t, false)
	for _, c := range []struct{ document, want string }{
		{`query($x: Int = 5) { i(input: $x) }`, `input: must not be null, as the variable $x is: it takes a whole number`},
		{`query($x: Day = "2026-11-25") { window(input: {day: $x}) }`, `day: must not be null`},
		{`query($x: Sport = RUN) { self { ...f } } fragment f on Query { sports(v: [SWIM, $x]) }`, `v[1]: must not be null`},
		{`query($x: Day = "2026-11-25") { window(input: {day: "2026-11-25", next: {day: $x}}) }`, `next.day: must not be null`},
		{`query($x: Boolean = true) { n @include(if: $x) }`, `if: must not be null`},
		{`query($x: Int = 5) { n(v: $x) }`, ``},
		{`query($x: Int = 5) { n i(input: $x) @skip(if: true) self @include(if: false) { i(input: $x) } }`, ``}, // it is never asked
	} {
		_, err := s.send(t, c.document, `{"x": null}`)
		if got := err.Error(); (c.want == "") != (err == nil) || !strings.Contains(got, c.want) {
			t.Errorf("%s: %v, want %s", c.document, err, c.want)
		}
	}
}

// 12 §4: by literal.
func TestLiteralsByTheLetter(t *testing.T) {
	s := world(t, false)
	for _, c := range []struct{ document, want string }{
		{`{ n(v: 7) f(v: 7) s(v: "a") b(v: true) id(v: 7) day(v: "2026-11-25") sport(v: RUN) sports(v: RUN) grid(v: [1, [2, null]]) }`, ``},
		{`{ window(input: {day: "2026-11-25", weight: 2}) step(v: {rest: 5}) n(v: null) s(v: """block""") }`, ``},
		{`query($d: Day!, $s: [Sport!]) { window(input: {day: $d, sports: $s}) }`, ``},
		{`{ n(v: 3000000000) }`, `v: 3000000000 is not a whole number from`}, {`{ n(v: "250") }`, `v: "250" is not a whole number: it stands without quotes`}, {`{ n(v: "4:55") }`, `v: "4:55" is not a whole number`},
		{`{ f(v: "0.5") }`, `v: "0.5" is not a number of 64 bits, such as 0.75: it stands without quotes`}, {`{ f(v: "NaN") }`, `v: "NaN" is not a number of 64 bits`},
		{`{ n(v: 1.0) }`, `v: 1.0 is not a whole number`}, {`{ n(v: RUN) }`, `v: RUN is not a whole number`}, {`{ n(v: [1]) }`, `v: [1] is not`},
		{`{ i(input: null) }`, `input: must not be null`}, {`{ f(v: 1e400) }`, `v: 1e400 is not a number`}, {`{ f(v: "1") }`, `v: "1" is not a number`},
		{`{ s(v: 5) }`, `v: 5 is not a string`}, {`{ s(v: RUN) }`, `v: RUN is not a string`}, {`{ b(v: "true") }`, `v: "true" is not true or false`},
		{`{ id(v: 1.5) }`, `v: 1.5 is not an id`}, {`{ id(v: true) }`, `v: true is not an id`},
		{`{ day(v: "2026-02-30") }`, `v: "2026-02-30" is not a day`}, {`{ day(v: 7) }`, `v: 7 is not a calendar day`},
		{`{ day(v: RUN) }`, `v: RUN is not a calendar day`}, {`{ day(v: ["2026-11-25"]) }`, `v: ["2026-11-25"] is not a calendar day`},
		{`{ sport(v: run) }`, `v: run is not a value of Sport: did you mean RUN?`},
		{`{ sport(v: "RUN") }`, `v: "RUN" is not a value of Sport: did you mean RUN, without quotes?`},
		{`{ sports(v: [RUN, swim]) }`, `v[1]: swim is not a value`}, {`{ sports(v: [null]) }`, `v[0]: must not be null`},
		{`{ window(input: {}) }`, `day: must be given`}, {`{ window(input: {day: "x"}) }`, `day: "x" is not a day`},
		{`{ window(input: {day: "2026-11-25", nope: {a: 1}}) }`, `nope: Window has no such field`},
		{`{ window(input: {day: "2026-11-25", next: {day: 5}}) }`, `next.day: 5 is not a calendar day`}, {`{ window(input: "x") }`, `input: "x" is not an object`},
		{`{ step(v: {rest: 5, id: 1}) }`, `v: exactly one of its fields`}, {`{ step(v: {}) }`, `v: exactly one`}, {`{ step(v: {rest: null}) }`, `v.rest: must not be null`},
		{`query($x: ID!) { step(v: {rest: 5, id: $x}) }`, `exactly one`}, {`query($x: Int) { step(v: {rest: $x}) }`, `must be non-nullable`},
		{`query($x: Int = "5") { n(v: $x) }`, `$x: "5" is not a whole number`}, {`query($x: Sport = run) { sport(v: $x) }`, `$x: run is not a value`},
		{`query($x: Window = {day: "y"}) { window(input: $x) }`, `$x.day: "y" is not a day`},
		{`{ ...f } fragment f on Query { self { day(v: "z") } }`, `v: "z" is not a day`},
		{`{ n @skip(if: "no") }`, `if: "no" is not true or false`},
	} {
		_, errs := s.judge(t, c.document)
		if (c.want == "") != (len(errs) == 0) || !strings.Contains(errs.Error(), c.want) || len(errs) > 1 {
			t.Errorf("%s: %v, want %s", c.document, errs, c.want)
		}
	}
}

// A string that is not of its scalar is bad input; the document is one of the schema.
func TestCodesOfLiterals(t *testing.T) {
	s := world(t, false)
	for document, want := range map[string]string{`{ day(v: "2026-02-30") }`: "BAD_USER_INPUT", `{ day(v: 7) }`: "", `{ sport(v: run) }`: ""} {
		_, errs := s.judge(t, document)
		if len(errs) != 1 || wire.Code(errs[0]) != want || errs[0].Extensions["fields"].([]Fault)[0].Path != "v" || len(errs[0].Locations) != 1 {
			t.Errorf("%s: %v, want %q", document, errs, want)
		}
	}
}

// Execution reads a literal by its form, and cannot read whole numbers of any length.
func TestLongWholeNumbersInDocuments(t *testing.T) {
	s := world(t, false)
	document, errs := s.judge(t, `query($x: Float = 99999999999999999999) { f(v: 99999999999999999999) id(v: 99999999999999999999) n(v: 7) b: f(v: $x) }`)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	for i, want := range []any{1e20, "99999999999999999999", int64(7)} {
		if got, err := document.Operations[0].SelectionSet[i].(*ast.Field).Arguments[0].Value.Value(nil); err != nil || got != want {
			t.Errorf("%d: %v %v, want %v", i, got, err, want)
		}
	}
}

func TestADiscreetSchemaNamesNothing(t *testing.T) {
	s := world(t, true)
	_, err := s.send(t, `query($x: [Sport!], $w: Window, $s: Step) { sports(v: $x) window(input: $w) step(v: $s) }`, `{"x": ["ru"], "w": {"nte": 1}, "s": {}}`)
	_, errs := s.judge(t, `{ sport(v: ru) window(input: {dy: 1}) }`)
	said := err.Error() + errs.Error()
	for _, word := range []string{"RUN", "RIDE", "note", "weight", "rest, work", "did you mean"} {
		if strings.Contains(said, word) {
			t.Errorf("%s tells of %s", said, word)
		}
	}
}

func TestFaultsAreFewAndShort(t *testing.T) {
	s, long := world(t, false), strings.Repeat("é", 5000)
	_, err := s.send(t, `query($x: [Sport!]) { sports(v: $x) }`, `{"x": ["`+strings.Repeat(long+`", "`, 99)+`"]}`)
	if fields := err.Extensions["fields"].([]Fault); len(fields) != maxFaults || len(fields[0].Message) > 200 {
		t.Errorf("%d faults, the first of %d bytes", len(fields), len(fields[0].Message))
	}
	_, err = s.send(t, `query($x: Int) { n(v: $x) }`, `{"x": {"`+long+`": [{"b": "`+long+`"}, 5]}}`)
	if len(err.Message) > 200 {
		t.Errorf("%d bytes: %s", len(err.Message), err)
	}
	deep := strings.Repeat(`{"day": "2026-11-25", "next": `, 2000) + "5" + strings.Repeat("}", 2000)
	_, err = s.send(t, `query($x: Window) { window(input: $x) }`, `{"x": `+deep+`}`)
	if path := err.Extensions["fields"].([]Fault)[0].Path; len(path) > maxPath+len("…") || !strings.HasPrefix(path, "next.next.") {
		t.Errorf("%d bytes: %s", len(path), path)
	}
}

// 12 §4: the root field of a subscription.
// S24: thousands of values that are wrong take no more than those of which something is told: what there is to say of a fault costs a hundred times what
// it costs to see one.
func TestS24FaultsThatAreNotToldAreNotLookedFor(t *testing.T) {
	s := world(t, false)
	for name, wrong := range map[string]struct {
		document string
		values   func(many int) any
	}{
		"words": {`query($v: [Sport!]) { sports(v: $v) }`, func(many int) any { return slices.Repeat([]any{"RUNN"}, many) }},
		"kinds": {`query($v: [Sport!]) { sports(v: $v) }`, func(many int) any { return slices.Repeat([]any{true}, many) }},
		"lists": {`query($v: [[Int]]) { grid(v: $v) }`, func(many int) any { return slices.Repeat([]any{[]any{"a"}}, many) }},
		"fields": {`query($v: Window) { window(input: $v) }`, func(many int) any {
			all := map[string]any{}
			for n := range many {
				all[fmt.Sprintf("spor%05d", n)] = true
			}
			return all
		}},
	} {
		document, errs := s.judge(t, wrong.document)
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		allocations := func(many int) float64 {
			values := wrong.values(many)
			read := testing.AllocsPerRun(1, func() { fromJSON(values) })
			return testing.AllocsPerRun(1, func() {
				if _, err := s.Variables(document.Operations[0], map[string]any{"v": values}); err == nil {
					t.Errorf("%s: %d are taken", name, many)
				}
			}) - read
		}
		if few, many := allocations(2*maxFaults), allocations(10_000); many > 2*few+100 {
			t.Errorf("%s: of %d it takes %.0f allocations to tell, of 10,000 %.0f", name, 2*maxFaults, few, many)
		}
	}
}

func TestSubscriptionsHaveOneRootField(t *testing.T) {
	s := world(t, false)
	for document, want := range map[string]string{
		`subscription { a }`:          ``,
		`subscription { a a }`:        ``, // one field, asked for twice
		`subscription { x: c(v: 1) }`: ``,
		`subscription { ... { ...f } } fragment f on Subscription { a }`: ``,
		`subscription { a b }`:                                                    `has one root field, this one has 2: a, b`,
		`subscription { x: a y: a }`:                                              `has one root field, this one has 2: x, y`,
		`subscription { a ...f } fragment f on Subscription { b }`:                `this one has 2: a, b`,
		`subscription { a ... on Subscription { ... { b } } }`:                    `this one has 2: a, b`,
		`subscription { a @skip(if: true) }`:                                      `@skip and @include must not stand`,
		`subscription($x: Boolean!) { a @include(if: $x) }`:                       `@skip and @include must not stand`,
		`subscription { a b @skip(if: true) }`:                                    `@skip and @include must not stand`,
		`subscription { ... @include(if: false) { a } }`:                          `@skip and @include must not stand`,
		`subscription { ...f @skip(if: false) } fragment f on Subscription { a }`: `@skip and @include must not stand`,
		`subscription { ...f } fragment f on Subscription { a @skip(if: true) }`:  `@skip and @include must not stand`,
		`subscription { __typename }`:                                             `__typename must not be the root field of a subscription`,
		`subscription { ...f } fragment f on Subscription { x: __typename }`:      `__typename must not be the root field`,
		`subscription { a __typename }`:                                           `this one has 2: a, __typename`,
		`{ n self { n } b @skip(if: true) }`:                                      ``,
	} {
		_, errs := s.judge(t, document)
		if (want == "") != (len(errs) == 0) || !strings.Contains(errs.Error(), want) {
			t.Errorf("%s: %v, want %s", document, errs, want)
		}
	}
}

func TestEveryScalarNeedsACheck(t *testing.T) {
	schema := gqlparser.MustLoadSchema(&ast.Source{Input: sdl})
	if _, err := New(schema, nil, false); err == nil || !strings.Contains(err.Error(), "Day") {
		t.Errorf("got %v", err)
	}
}

// What is sent for a value is often its beginning, what begins with it, a part of it, or a word that is said of it; where several could be meant
// nobody guesses.
func TestTheValueThatMayHaveBeenMeant(t *testing.T) {
	t.Parallel()
	days := []string{"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"}
	sports := []string{"RUN", "RIDE", "SWIM", "ROW", "STRENGTH", "MOBILITY", "OTHER"}
	formats := []string{"RUN_5K", "RUN_10K", "RUN_HALF", "RUN_MARATHON", "TRIATHLON_OLYMPIC", "TRIATHLON_SPRINT"}
	hurts := []string{"CHEST_PAIN", "NIGHT_PAIN", "HURT_KNEE", "HURT_HIP"}
	fields := []string{"weekday", "from", "to", "sports", "durationSeconds"}
	said := map[string]string{"RIDE": "Cycling, on a bicycle.", "ROW": "Rowing, on the water or indoors.", "RUN": "Indoors too."}
	c, silent := &coercer{Schema: world(t, false)}, &coercer{Schema: world(t, true)}
	for _, at := range []struct {
		words      []string
		sent, want string
	}{
		{days, "MON", "MONDAY"}, {days, "Wed", "WEDNESDAY"}, {days, "thurs", "THURSDAY"}, {days, "mondays", "MONDAY"}, {days, "Tusday", "TUESDAY"}, {days, "day", ""},
		{sports, "Running", "RUN"}, {sports, "rowing", "ROW"}, {sports, "swimming", "SWIM"}, {sports, "Strength training", "STRENGTH"}, {sports, "riding", "RIDE"},
		{sports, "curling", ""}, {sports, "r", ""}, {sports, "", ""},
		{formats, "marathon", "RUN_MARATHON"}, {formats, "10k", "RUN_10K"}, {formats, "run 10k", "RUN_10K"}, {formats, "half", "RUN_HALF"}, {formats, "triathlon", ""},
		{hurts, "KNEE_PAIN", "HURT_KNEE"}, {hurts, "kneePain", "HURT_KNEE"}, {hurts, "hip", "HURT_HIP"}, {hurts, "PAIN", ""}, {hurts, "ANKLE", ""},
		{fields, "day", "weekday"}, {fields, "start", ""}, {fields, "durationMinutes", "durationSeconds"}, {fields, "end", ""},
		{sports, "cycling", "RIDE"}, {sports, "BICYCLE", "RIDE"}, {sports, "indoors", ""},
	} {
		describes := func(i int) string { return said[at.words[i]] }
		if got := c.near(at.sent, at.words, describes); got != at.want {
			t.Errorf("%q: %q is suggested, want %q", at.sent, got, at.want)
		}
		if got := silent.near(at.sent, at.words, describes); got != "" {
			t.Errorf("%q: a discreet schema suggests %q", at.sent, got)
		}
	}
}
