package coerce

import (
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// Variables are the values of an operation's variables (§6.1.2), with defaults where there are any and without those that were not sent,
// or one error with every fault. The operation was validated; sent is JSON whose numbers have kept their digits, and stays as it is. What
// is sent for no variable of the operation is not looked at.
func (s *Schema) Variables(operation *ast.OperationDefinition, sent map[string]any) (map[string]any, *gqlerror.Error) {
	c, values := &coercer{Schema: s}, make(map[string]any, len(operation.VariableDefinitions))
	for _, v := range operation.VariableDefinitions {
		raw, given := sent[v.Variable]
		switch {
		case given:
			values[v.Variable] = c.variable(operation, v, fromJSON(raw))
		case v.DefaultValue != nil:
			values[v.Variable] = c.value(v.Type, fromLiteral(v.DefaultValue), nil)
		case v.Type.NonNull:
			c.add(place(operation, v.Variable), value{}, "must be given as the variable $"+v.Variable+": it takes "+c.wants(v.Type))
		}
	}
	if len(c.found) == 0 {
		c.nulls(operation, values)
	}
	return values, c.badInput()
}

func (c *coercer) variable(operation *ast.OperationDefinition, v *ast.VariableDefinition, sent value) any {
	before := len(c.found)
	out := c.value(v.Type, sent, nil)
	if len(c.found) > before { // once more, for faults that name the argument; few requests have any
		c.found = c.found[:before]
		c.value(v.Type, sent, place(operation, v.Variable))
	}
	return out
}

// nulls refuses the null that a variable with a default may be sent as, where the argument it stands in takes none (§6.4.1).
func (c *coercer) nulls(operation *ast.OperationDefinition, values map[string]any) {
	eachArgument(operation, values, func(t *ast.Type, v *ast.Value, at *path) {
		eachVariable(c.schema, t, v, at, func(t *ast.Type, v *ast.Value, at *path) {
			if sent, given := values[v.Raw]; given && sent == nil && t.NonNull {
				c.add(at, value{literal: v}, "must not be null, as the variable $"+shorten(v.Raw, maxShown)+" is: it takes "+c.wants(t))
			}
		})
	})
}

// place is the first argument, or part of one, that a variable stands in; where it stands in none, its name.
func place(operation *ast.OperationDefinition, name string) *path {
	var found *path
	eachArgument(operation, nil, func(_ *ast.Type, v *ast.Value, at *path) {
		eachVariable(nil, nil, v, at, func(_ *ast.Type, v *ast.Value, at *path) {
			if found == nil && v.Raw == name {
				found = at
			}
		})
	})
	if found == nil {
		return (*path)(nil).field(name)
	}
	return found
}
