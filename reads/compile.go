package reads

import (
	"strings"
	"sync/atomic"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"fortnight/graph/scalar"
)

// object is a type of the schema, as its emitter knows it.
type object struct {
	name   string
	is     []string // the types that it satisfies: itself, interfaces, unions
	fields map[string]fieldOf
}

// fieldOf is a field of a type, as its emitter knows it.
type fieldOf struct {
	code      int    // the case of the emitter
	id        int32  // its name in call and into
	of        string // the type that it leads to, "" for a leaf
	asked     bool   // it is got by a function that takes a context or arguments, or that can fail
	kept      bool   // it is got by a function, once: where something below is asked for, its value is kept
	arguments bool

	remembered bool // its text is remembered with the version of its object
}

// told are fields that are asked for and yet follow from the version of the object that they were met in, a workout or a calendar that somebody
// may see: the workouts of its sessions, which whoever sees the calendar sees, what they are for its athlete, and what is looked up in
// catalogues that do not change while a process runs. See [written].
var told = map[string]bool{
	"PlannedSession.workout": true, "PlannedSession.resolved": true, "Workout.family": true, "StrengthStep.exercise": true,
	"StrengthStep.alternatives": true, "LiftedExercise.exercise": true,
}

// plan is a query that was compiled.
type plan struct {
	ran   atomic.Bool // once at least
	root  *selection
	slots []*field // the fields whose values are kept while a query runs, by their slots
}

// selection is what is selected of an object of one type, fields of one name and alias put together.
type selection struct {
	fields []field
	ahead  []int // the fields that are asked, or have such below them, by their places
	open   bool  // some of these are asked for what no version of an object above tells
}

// field is one member of an object that is written.
type field struct {
	key  string // "alias": with the comma before it
	code int
	id   int32
	only *selection   // of what it leads to, where that has one type
	each []*selection // of what it leads to, for each type that it may have
	slot int32        // of its values, -1 where none are kept
	kept bool

	object    string // the type that it is a field of
	collected graphql.CollectedField
	composite bool
	arguments bool
	decimals  int  // of a number, or scalar.Exact
	plain     bool // nothing below is asked, and it leads to objects
	told      bool // what is asked below the version of its object tells, and its text is remembered
}

// maxFields is how many fields a plan may have, for each type that an interface may be counted: more than any document that a client
// would write, and a megabyte at most.
const maxFields = 8192

// compiler makes the plan of one operation.
type compiler struct {
	operation *graphql.OperationContext
	plan      *plan
	fields    int
	declined  bool
}

// compile returns the plan of a query for the values that its conditions have, or nothing where it asks for something that has no emitter:
// introspection is all there is.
func compile(operation *graphql.OperationContext) (*plan, bool) {
	c := &compiler{operation: operation, plan: &plan{}}
	c.plan.root = c.selection(objects["Query"], operation.Operation.SelectionSet)
	return c.plan, !c.declined
}

func (c *compiler) selection(of *object, set ast.SelectionSet) *selection {
	s := &selection{}
	if c.declined {
		return s
	}
	collected := graphql.CollectFields(c.operation, set, of.is)
	if c.fields += len(collected); c.fields > maxFields {
		c.declined = true
		return s
	}
	s.fields = make([]field, 0, len(collected))
	written := make(map[string]bool, len(collected))
	for _, one := range collected {
		if !written[one.Alias] {
			written[one.Alias] = true
			c.field(s, of, one)
		}
	}
	return s
}

func (c *compiler) field(s *selection, of *object, collected graphql.CollectedField) {
	f := field{key: `"` + collected.Alias + `":`, slot: -1, object: of.name, collected: collected, decimals: scalar.Decimals(collected.Name)}
	if len(s.fields) > 0 {
		f.key = "," + f.key
	}
	if collected.Name == "__typename" {
		s.fields = append(s.fields, f)
		return
	}
	known, is := of.fields[collected.Name]
	if !is || strings.HasPrefix(collected.Name, "__") {
		c.declined = true
		return
	}
	f.code, f.id, f.composite, f.arguments = known.code, known.id, known.of != "", known.arguments
	ahead, open := known.asked, known.asked && (known.arguments || !told[of.name+"."+collected.Name])
	if f.composite {
		below, opens := c.below(&f, known.of)
		ahead, open = ahead || below, open || opens
	}
	s.open = s.open || open
	f.kept = ahead && known.kept
	f.plain = f.composite && !ahead
	f.told = known.remembered && ahead && !open
	if known.asked || f.kept || f.told {
		f.slot = int32(len(c.plan.slots))
		c.plan.slots = append(c.plan.slots, nil)
	}
	s.fields = append(s.fields, f)
	if f.slot >= 0 { // s.fields has room for all, so that it stays where it is
		c.plan.slots[f.slot] = &s.fields[len(s.fields)-1]
	}
	if ahead {
		s.ahead = append(s.ahead, len(s.fields)-1)
	}
}

// below compiles what is selected of the type that a field leads to, and says whether something of it is asked, and whether something that no
// version tells.
func (c *compiler) below(f *field, of string) (asked, open bool) {
	if one, is := objects[of]; is {
		f.only = c.selection(one, f.collected.Selections)
		return len(f.only.ahead) > 0, f.only.open
	}
	f.each = make([]*selection, len(several[of]))
	for i, name := range several[of] {
		if i > 0 && several[of][i-1] == name { // the type and its pointer
			f.each[i] = f.each[i-1]
			continue
		}
		f.each[i] = c.selection(objects[name], f.collected.Selections)
		asked, open = asked || len(f.each[i].ahead) > 0, open || f.each[i].open
	}
	return asked, open
}

// conditions are the variables by which fields of a document are left out.
func conditions(document *ast.QueryDocument, operation *ast.OperationDefinition) (names []string) {
	seen := map[string]bool{}
	note := func(list ast.DirectiveList) {
		for _, d := range list {
			for _, a := range d.Arguments {
				if a.Value != nil && a.Value.Kind == ast.Variable && !seen[a.Value.Raw] {
					seen[a.Value.Raw] = true
					names = append(names, a.Value.Raw)
				}
			}
		}
	}
	var look func(ast.SelectionSet)
	look = func(set ast.SelectionSet) {
		for _, s := range set {
			switch s := s.(type) {
			case *ast.Field:
				note(s.Directives)
				look(s.SelectionSet)
			case *ast.InlineFragment:
				note(s.Directives)
				look(s.SelectionSet)
			case *ast.FragmentSpread:
				note(s.Directives)
			}
		}
	}
	look(operation.SelectionSet)
	for _, fragment := range document.Fragments {
		look(fragment.SelectionSet)
	}
	return names
}
