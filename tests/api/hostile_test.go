package api_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2/ast"
)

// hostileTexts are what a text, an id, a word or a time should not be.
var hostileTexts = []any{
	"", " ", "\u0000", "a\u0000b", json.RawMessage(`"\ud800"`), json.RawMessage(`"a\udfffb"`), "\u202egnp.exe", "\u200b\u2060\ufeff", "a" + strings.Repeat("\u0301", 400),
	"'; DROP TABLE users; --", `\x00`, "%s%n%d", "../../../etc/passwd", "{{7*7}}${7*7}", "<script>alert(1)</script>", "=HYPERLINK(1)", "a\r\nb: c", "\u2028",
	strings.Repeat("é", 200_000), strings.Repeat("long run on sunday and no swimming, ", 3000), "ﷺ" + strings.Repeat("𝕏", 300), "null", "0", "-1", "١٢٣",
}

// hostileNumbers are what no number of ours is: some are no 32-bit integer, some no 64-bit number, one no number.
var hostileNumbers = []any{
	json.Number("0"), json.Number("-1"), json.Number("2147483647"), json.Number("-2147483648"), json.Number("2147483648"), json.Number("9223372036854775808"),
	json.Number("1e308"), json.Number("-1e308"), json.Number("1e400"), json.Number("5e-324"), json.Number("-0.0"), json.Number("1e-9"), json.Number("0.1"),
	json.Number("1" + strings.Repeat("0", 4000)), "NaN", "Infinity", "1", true, nil,
}

var hostileValues = map[string][]any{
	"Int": hostileNumbers, "Float": hostileNumbers,
	"Date": append([]any{"0000-00-00", "0000-01-01", "0001-01-01", "1582-10-10", "1899-12-31", "1900-01-01", "1970-01-01", "2026-02-29", "2099-12-31", "2100-01-01", "9999-12-31", "10000-01-01",
		"-0001-01-01", "2026-11-25T00:00:00Z", "2026-W48-3", 20782}, hostileTexts[:8]...),
	"LocalTime": append([]any{"00:00", "23:59", "24:00", "24:01", "99:99", "7:00", "07:00:60", "-1:00", 700}, hostileTexts[:8]...),
	"ID":        append([]any{"00000000-0000-0000-0000-000000000000", "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF", "{0192f0c0-0000-7000-8000-000000000001}", "urn:uuid:0192f0c0-0000-7000-8000-000000000001", 7}, hostileTexts...),
	"Boolean":   {"true", 1, nil},
}

// hostile are values for a place of a type: of another kind, out of every range, too long, too many.
func hostile(schema *ast.Schema, kind *ast.Type, good any) []any {
	if kind.Elem != nil {
		item := any("a")
		if list, is := good.([]any); is && len(list) > 0 {
			item = list[0]
		}
		return []any{nil, []any{}, []any{nil}, many(2, item), many(300, item), many(19_000, 1), []any{[]any{[]any{item}}}, vars{}, "a"}
	}
	if values, known := hostileValues[kind.Name()]; known {
		return values
	}
	if schema.Types[kind.Name()].Kind == ast.InputObject {
		return []any{nil, vars{}, vars{"__proto__": vars{"a": 1}}, []any{vars{}, vars{}}, "a"}
	}
	return hostileTexts[:len(hostileTexts)-4] // words of enums, and scalars of our own
}

// leaves are the paths of all that a value has, with what stands there.
func leaves(at string, value any, each func(path string, value any)) {
	if at != "" {
		each(at, value)
	}
	switch v := value.(type) {
	case vars:
		for _, name := range slices.Sorted(maps.Keys(v)) {
			leaves(strings.TrimPrefix(at+"."+name, "."), v[name], each)
		}
	case []any:
		for i, item := range v {
			leaves(at+"."+strconv.Itoa(i), item, each)
		}
	}
}

// typeAt is the type of what stands at a path of a value of an input type.
func typeAt(schema *ast.Schema, d *ast.Definition, path string) *ast.Type {
	var kind *ast.Type
	for name := range strings.SplitSeq(path, ".") {
		if _, err := strconv.Atoi(name); err == nil {
			kind = kind.Elem
			continue
		}
		if kind != nil {
			d = schema.Types[kind.Name()]
		}
		kind = d.Fields.ForName(name).Type
	}
	return kind
}

// copied is a value whose parts are its own.
func copied(value any) any {
	switch v := value.(type) {
	case vars:
		all := vars{}
		for name, item := range v {
			all[name] = copied(item)
		}
		return all
	case []any:
		all := make([]any, len(v))
		for i, item := range v {
			all[i] = copied(item)
		}
		return all
	}
	return value
}

// weathered says what is wrong with an answer to something hostile: it is refused, or done, and neither is a fault of the server, nor long.
func (a answer) weathered() error {
	for _, e := range a.Errors {
		if e.Extensions.Code == "INTERNAL" || e.Extensions.Code == "UNAVAILABLE" || e.Extensions.Code == "" {
			return fmt.Errorf("%d %.600s", a.status, a.body)
		}
	}
	if a.status >= 500 || len(a.Errors) > 0 && len(a.body) > 64<<10 {
		return fmt.Errorf("%d, %d bytes: %.300s", a.status, len(a.body), a.body)
	}
	return nil
}

// S24, S25, S26, S28: whatever stands in whatever place of whatever input, it is refused with a reason or done; and whatever was done, all that there is
// can be read and planned afterwards. LONG=1 tries every value in every place, else each place has some of them by turns.
func TestS24S25S26S28NoValueBreaksTheServer(t *testing.T) {
	t.Parallel()
	w, schema := newWorld(t, func(w *world) { w.readPath = "on" }), loadSchema(t)
	p := w.person(t)
	some, turn, asked, done := 1, 0, 0, 0
	if os.Getenv("LONG") != "" {
		some = 1 << 10
	}
	by := func(values []any) (chosen []any) { // whoever's turn it is
		for range min(some, len(values)) {
			chosen = append(chosen, values[turn%len(values)])
			turn++
		}
		return chosen
	}
	slowest, took := "", time.Duration(0)
	try := func(what, document string, variables vars) {
		t.Helper()
		asked++
		began := time.Now()
		a, err := p.post(t.Context(), document, variables)
		if this := time.Since(began); this > took {
			slowest, took = what, this
		}
		for err == nil && a.code() == "RATE_LIMITED" && !strings.Contains(document, "signUp") {
			t.Fatalf("%s: %s", what, a.body) // nothing would be tried any more
		}
		if err == nil {
			err = a.weathered()
		}
		if err != nil {
			t.Errorf("%s: %v", what, err)
		}
		if len(a.Errors) == 0 {
			done++
		}
	}
	for _, name := range slices.Sorted(maps.Keys(good)) {
		if name == "changePassword" || name == "createApiToken" || name == "exportMyData" { // of which more than a few a minute are refused anyway
			continue
		}
		input := w.input(t, p, name)
		definition := schema.Types[schema.Mutation.Fields.ForName(name).Arguments[0].Type.Name()]
		leaves("", input, func(path string, value any) {
			for _, bad := range by(hostile(schema, typeAt(schema, definition, path), value)) {
				changed := copied(input).(vars)
				put(changed, strings.Split(path, "."), bad)
				try(fmt.Sprintf("%s: %s = %.60q", name, path, fmt.Sprint(bad)), document(schema, name), vars{"input": changed})
			}
		})
	}
	for _, f := range ownFields(schema.Query) {
		selection := " { __typename }"
		if d := schema.Types[f.Type.Name()]; d.IsLeafType() {
			selection = ""
		}
		for _, a := range f.Arguments {
			var head, passed strings.Builder
			given := vars{}
			for _, other := range f.Arguments {
				if other == a || other.Type.NonNull && other.DefaultValue == nil {
					fmt.Fprintf(&head, "$%s: %s ", other.Name, other.Type)
					fmt.Fprintf(&passed, "%s: $%s ", other.Name, other.Name)
					given[other.Name] = least(schema, other.Type)
				}
			}
			text := "query(" + head.String() + ") { " + f.Name + "(" + passed.String() + ")" + selection + " }"
			values := by(hostile(schema, a.Type, given[a.Name]))
			if d := schema.Types[a.Type.Name()]; a.Type.Elem == nil && d.Kind == ast.InputObject {
				for _, field := range d.Fields {
					for _, bad := range by(hostile(schema, field.Type, nil)) {
						values = append(values, vars{field.Name: bad})
					}
				}
			}
			for _, bad := range values {
				given[a.Name] = bad
				try(fmt.Sprintf("%s: %s = %.60q", f.Name, a.Name, fmt.Sprint(bad)), text, given)
			}
		}
	}
	if asked < 300 || done < asked/20 {
		t.Errorf("%d were tried, of which %d were taken", asked, done)
	}
	t.Logf("%d were tried, of which %d were taken; the slowest took %s: %s", asked, done, took, slowest)
	things := vars{"athleteId": p.id, "userId": p.id, "sessionId": p.names["SESSION"], "workoutId": p.names["WORKOUT"], "runId": p.names["PLAN"], "planRunId": p.names["PLAN"],
		"failedId": p.names["PLAN"], "from": today.String(), "to": today.AddDays(13).String(), "whyDay": today.AddDays(3).String(), "whatIf": vars{"from": today.String()},
		"first": 20, "ids": []string{p.id, p.names["SESSION"], p.names["WORKOUT"], p.names["PLAN"]}}
	for _, q := range coachQueries(t) {
		variables := q.of(things)
		for name, value := range variables {
			if value == nil {
				variables[name] = p.id
			}
		}
		a, err := p.post(t.Context(), q.text, variables)
		for _, e := range a.Errors {
			if e.Extensions.Code == "INTERNAL" || e.Extensions.Code == "UNAVAILABLE" {
				t.Errorf("afterwards %s: %.600s", q.name, a.body)
			}
		}
		check(t, err)
	}
	for after, pages := any(nil), 0; pages < 50; pages++ {
		var data struct {
			ExportMyData struct {
				Text     string
				PageInfo struct {
					HasNextPage bool
					EndCursor   string
				}
			}
		}
		p.ask(t, `mutation($input: ExportMyDataInput!) { exportMyData(input: $input) { text pageInfo { hasNextPage endCursor } } }`, vars{"input": vars{"after": after}}, &data)
		if after = data.ExportMyData.PageInfo.EndCursor; !data.ExportMyData.PageInfo.HasNextPage {
			break
		}
	}
	run := p.generate(t, vars{})
	whole(t, p.subscribe(t, overSocket, run, 0).rest(t), 1)
	if so := w.text(t, "SELECT status || ' ' || attempts || ' ' || coalesce(failure, '') FROM plan_runs WHERE id = $1", run); !strings.Contains(so, " 1 ") {
		t.Errorf("afterwards a plan is %s", so)
	}
}
