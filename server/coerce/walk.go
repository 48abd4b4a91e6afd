package coerce

import "github.com/vektah/gqlparser/v2/ast"

// visit is told of a value, the type of the place it stands in, and the way to it.
type visit func(t *ast.Type, v *ast.Value, at *path)

// eachArgument visits the arguments of an operation's fields, fragments included, but for the fields that the values of the variables
// leave out; without values it leaves none out. The operation was validated.
func eachArgument(operation *ast.OperationDefinition, values map[string]any, see visit) {
	w := walker{values, see, map[*ast.FragmentDefinition]bool{}}
	w.selections(operation.SelectionSet)
}

type walker struct {
	values map[string]any
	see    visit
	seen   map[*ast.FragmentDefinition]bool
}

func (w *walker) selections(set ast.SelectionSet) {
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			if w.enters(s.Directives) {
				if s.Definition != nil {
					w.arguments(s.Definition.Arguments, s.Arguments)
				}
				w.selections(s.SelectionSet)
			}
		case *ast.InlineFragment:
			if w.enters(s.Directives) {
				w.selections(s.SelectionSet)
			}
		case *ast.FragmentSpread:
			if w.enters(s.Directives) && s.Definition != nil && !w.seen[s.Definition] {
				w.seen[s.Definition] = true
				w.selections(s.Definition.SelectionSet)
			}
		}
	}
}

func (w *walker) arguments(definitions ast.ArgumentDefinitionList, arguments ast.ArgumentList) {
	for _, a := range arguments {
		if d := definitions.ForName(a.Name); d != nil {
			w.see(d.Type, a.Value, (*path)(nil).field(a.Name))
		}
	}
}

// enters visits what a selection's directives are given, and says whether they leave it in.
func (w *walker) enters(directives ast.DirectiveList) bool {
	enters := true
	for _, d := range directives {
		if d.Definition == nil {
			continue
		}
		w.arguments(d.Definition.Arguments, d.Arguments)
		if w.values != nil && (d.Name == "skip" || d.Name == "include") {
			given, is := d.ArgumentMap(w.values)["if"].(bool)
			enters = enters && (!is || given == (d.Name == "include"))
		}
	}
	return enters
}

// eachVariable visits the variables within a literal. Without a schema the types are not told.
func eachVariable(schema *ast.Schema, t *ast.Type, v *ast.Value, at *path, see visit) {
	switch v.Kind {
	case ast.Variable:
		see(t, v, at)
	case ast.ListValue:
		for i, child := range v.Children {
			var of *ast.Type
			if t != nil {
				of = t.Elem
			}
			eachVariable(schema, of, child.Value, at.item(i), see)
		}
	case ast.ObjectValue:
		for _, child := range v.Children {
			eachVariable(schema, fieldType(schema, t, child.Name), child.Value, at.field(child.Name), see)
		}
	}
}

// fieldType is the type of an input's field; an object may stand for a list of one.
func fieldType(schema *ast.Schema, t *ast.Type, name string) *ast.Type {
	if schema == nil || t == nil {
		return nil
	}
	return schema.Types[t.Name()].Fields.ForName(name).Type
}
