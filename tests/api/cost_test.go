package api_test

import (
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"fortnight/graph"
	"fortnight/resolvers"
)

// listed are the fields of objects that answer lists, as Type.field.
func listed(schema *ast.Schema) map[string]*ast.FieldDefinition {
	found := map[string]*ast.FieldDefinition{}
	for _, d := range schema.Types {
		for _, f := range d.Fields {
			if d.Kind == ast.Object && f.Type.Elem != nil && !strings.HasPrefix(d.Name, "__") && !strings.HasPrefix(f.Name, "__") {
				found[d.Name+"."+f.Name] = f
			}
		}
	}
	return found
}

// leastArguments are values for those arguments of a field that must have one, and for dates.
func leastArguments(f *ast.FieldDefinition) map[string]any {
	arguments := map[string]any{}
	for _, a := range f.Arguments {
		switch {
		case a.Type.Name() == "Date":
			arguments[a.Name] = "2026-12-01"
		case a.Type.Elem != nil:
			arguments[a.Name] = []any{"a", "b", "c"}
		case a.Type.NonNull && a.DefaultValue == nil:
			arguments[a.Name] = "a"
		}
	}
	return arguments
}

// Every list of the schema has a price of its own, which grows with what is asked of its elements and with how many are asked for.
func TestEveryListHasAPrice(t *testing.T) {
	t.Parallel()
	schema := graph.NewExecutableSchema((&resolvers.Resolver{}).Config())
	fields := listed(schema.Schema())
	if len(fields) < 90 {
		t.Fatalf("the schema has %d lists", len(fields))
	}
	price := func(name string, child int, arguments map[string]any) int {
		of, field, _ := strings.Cut(name, ".")
		cost, priced := schema.Complexity(t.Context(), of, field, child, arguments)
		if !priced {
			t.Errorf("%s is a list without a price", name)
		}
		return cost
	}
	for name, f := range fields {
		arguments := leastArguments(f)
		one, two := price(name, 1_000, arguments), price(name, 2_000, arguments)
		if one < 1_000 || two-one < 1_000 {
			t.Errorf("%s costs %d where an element costs 1,000, and %d where it costs 2,000", name, one, two)
		}
		if most := price(name, 1<<62, arguments); most < 1<<36 {
			t.Errorf("%s costs %d where an element has no price", name, most)
		}
		if f.Arguments.ForName("first") != nil {
			arguments["first"] = int64(7)
			few := price(name, 1_000, arguments)
			arguments["first"] = int64(70)
			if many := price(name, 1_000, arguments); many < few+15_000 {
				t.Errorf("%s: 7 cost %d, 70 cost %d", name, few, many)
			}
		}
	}
}

// crowd gives an athlete three sessions on each of the next 28 days.
func (c *client) crowd(t *testing.T) {
	t.Helper()
	workout := c.libraryWorkout(t, vars{"sports": []string{"RUN"}, "maxSeconds": 2400})
	for n := range 84 {
		c.schedule(t, c.id, workout, today.AddDays(1+n/3), []string{"07:00", "12:00", "17:00"}[n%3])
	}
}

// A document of a hundred bytes that would work out 84 sessions hundreds of times is refused, and what may be asked of a full calendar keeps
// nobody else waiting.
func TestS34S35S36NoDocumentStopsTheServer(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, other := w.user(t, "ATHLETE"), w.user(t, "ATHLETE")
	c.crowd(t)
	c.refused(t, "LIMIT_EXCEEDED", `{calendar(days:28){certificate{checks{sessions{session{alternatives(first:1){score}}}}}}}`, nil)

	done := make(chan struct{})
	var asking []chan struct{}
	for range 4 {
		asked := make(chan struct{})
		asking = append(asking, asked)
		go func() {
			defer close(asked)
			for {
				select {
				case <-done:
					return
				default:
					_, _ = c.post(t.Context(), `{calendar(days:14){certificate{verdict checks{rule{id}}} days{sessions{alternatives(first:3){score}}}}}`, nil)
				}
			}
		}()
	}
	slowest := time.Hour
	for try := 0; try < 5 && slowest > time.Second; try++ { // the other tests take their turns: the quickest of five tries counts
		slowest = 0
		for range 20 {
			began := time.Now()
			other.ask(t, `{me{id}}`, nil, new(any))
			slowest = max(slowest, time.Since(began))
			time.Sleep(20 * time.Millisecond)
		}
	}
	close(done)
	for _, asked := range asking {
		<-asked
	}
	t.Logf("me took %s at most", slowest)
	if slowest > 10*time.Second { // where nobody took turns it was minutes
		t.Errorf("beside a full calendar that is worked out me took %s", slowest)
	}
}
