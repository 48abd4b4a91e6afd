package coerce

import (
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/validator/core"

	"fortnight/server/internal/wire"
)

// Literals is the rule of validation for the values in a document (§5.6): arguments of fields and directives, and defaults of variables.
// The values of a document that passes it may have been rewritten into the form that execution reads them by.
func (s *Schema) Literals(observers *core.Events, report core.AddErrFunc) {
	seen := map[*ast.Value]bool{} // fragments are walked once for each operation, and by themselves
	judge := func(t *ast.Type, v *ast.Value, at *path) {
		if t == nil || seen[v] || !known(s.schema, t) {
			return
		}
		seen[v] = true
		c := &coercer{Schema: s, document: true}
		c.value(t, fromLiteral(v), at)
		for _, fault := range c.found {
			report(fault.error)
		}
	}
	arguments := func(definitions ast.ArgumentDefinitionList, given ast.ArgumentList) {
		for _, a := range given {
			if d := definitions.ForName(a.Name); d != nil {
				judge(d.Type, a.Value, (*path)(nil).field(a.Name))
			}
		}
	}
	observers.OnField(func(_ *core.Walker, f *ast.Field) {
		if f.Definition != nil {
			arguments(f.Definition.Arguments, f.Arguments)
		}
	})
	observers.OnDirective(func(_ *core.Walker, d *ast.Directive) {
		if d.Definition != nil {
			arguments(d.Definition.Arguments, d.Arguments)
		}
	})
	observers.OnVariable(func(_ *core.Walker, v *ast.VariableDefinition) {
		if v.DefaultValue != nil {
			judge(v.Type, v.DefaultValue, (*path)(nil).field("$"+v.Variable))
		}
	})
}

// known says whether a type is one that values have; where it is not, other rules report it.
func known(schema *ast.Schema, t *ast.Type) bool {
	d := schema.Types[t.Name()]
	return d != nil && d.IsInputType()
}

// error is the fault of a document. A string that its scalar does not take is bad input; anything else is not a document of this schema.
func (f Fault) error(err *gqlerror.Error) {
	core.Message("%s: %s", f.Path, f.Message)(err)
	core.At(f.at)(err)
	err.Extensions = map[string]any{"fields": []Fault{f}}
	if f.content {
		err.Extensions["code"] = wire.CodeBadRequest
	}
}

// SingleRootField is the rule of validation for subscriptions (§5.2.4): one root field under one name, not of introspection, and without
// @skip and @include, which would leave none.
func SingleRootField(observers *core.Events, report core.AddErrFunc) {
	observers.OnOperation(func(_ *core.Walker, operation *ast.OperationDefinition) {
		if operation.Operation != ast.Subscription {
			return
		}
		r := roots{seen: map[string]bool{}}
		r.collect(operation.SelectionSet)
		if r.conditional != nil {
			report(core.Message("@skip and @include must not stand on the root field of a subscription: it has one, always"), core.At(r.conditional))
		}
		if len(r.names) > 1 {
			report(core.Message("a subscription has one root field, this one has %d: %s", len(r.names), shorten(strings.Join(r.names, ", "), maxShown)),
				core.At(operation.Position))
		}
		if i := slices.IndexFunc(r.fields, func(f *ast.Field) bool { return strings.HasPrefix(f.Name, "__") }); i >= 0 {
			report(core.Message("%s must not be the root field of a subscription", r.fields[i].Name), core.At(r.fields[i].Position))
		}
	})
}

// roots are the fields of a subscription's outermost level, and the names they answer under.
type roots struct {
	fields      []*ast.Field
	names       []string
	conditional *ast.Position // of the first @skip or @include
	seen        map[string]bool
}

func (r *roots) collect(set ast.SelectionSet) {
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			r.note(s.Directives)
			r.fields = append(r.fields, s)
			if !slices.Contains(r.names, s.Alias) {
				r.names = append(r.names, s.Alias)
			}
		case *ast.InlineFragment:
			r.note(s.Directives)
			r.collect(s.SelectionSet)
		case *ast.FragmentSpread:
			r.note(s.Directives)
			if s.Definition != nil && !r.seen[s.Name] {
				r.seen[s.Name] = true
				r.collect(s.Definition.SelectionSet)
			}
		}
	}
}

func (r *roots) note(directives ast.DirectiveList) {
	for _, d := range directives {
		if r.conditional == nil && (d.Name == "skip" || d.Name == "include") {
			r.conditional = d.Position
		}
	}
}
