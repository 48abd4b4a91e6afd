package server

import (
	"math"

	"github.com/vektah/gqlparser/v2/ast"
)

// introspectedCost is what an object of the schema costs in points beside its fields: gqlgen makes it for each answer anew.
const introspectedCost = 6

// Of a list in introspection is known how long it is for the type that has most, and on average over all types, of which many have none.
const (
	longest = "longest "
	ofAll   = "of all "
)

// listSizes are how long the lists of introspection are, by type and field. Where neither longest nor ofAll is before them it is how long they
// are on average where there is one.
type listSizes map[string]float64

// sizesOf counts a schema.
func sizesOf(schema *ast.Schema) listSizes {
	sizes, counted := listSizes{}, map[string]float64{}
	count := func(name string, length int) {
		if length > 0 {
			counted[name]++
			sizes[name] += float64(length)
			sizes[longest+name] = max(sizes[longest+name], float64(length))
		}
	}
	var fields, args float64
	for _, t := range schema.Types {
		listed := "__Type.fields"
		if t.Kind == ast.InputObject {
			listed = "__Type.inputFields"
		}
		count(listed, len(t.Fields))
		count("__Type.enumValues", len(t.EnumValues))
		count("__Type.interfaces", len(t.Interfaces))
		count("__Type.possibleTypes", len(schema.PossibleTypes[t.Name]))
		fields += float64(len(t.Fields))
		for _, field := range t.Fields {
			args += float64(len(field.Arguments))
		}
	}
	for _, directive := range schema.Directives {
		count("__Directive.args", len(directive.Arguments))
	}
	for name, many := range counted {
		sizes[ofAll+name] = sizes[name] / max(many, float64(len(schema.Types)))
		sizes[name] /= many
	}
	sizes["__Schema.types"], sizes["__Schema.directives"] = float64(len(schema.Types)), float64(len(schema.Directives))
	sizes["__Field.args"] = args / max(1, fields)
	sizes["__Type.ofType"] = 0.5 // one in two is not null, or a list
	return sizes
}

// introspection is what it costs to read of the schema what an operation asks for, in points; no more than what is more than it may.
func (l listSizes) introspection(set ast.SelectionSet) int {
	points := 0.0
	for _, field := range fieldsOf(set) {
		if field.Name == "__schema" || field.Name == "__type" {
			points += l.points(field, "")
		}
	}
	return int(math.Min(points, maxCost+1))
}

// points are what a field costs with what is in it. prefix says which length counts of a list.
func (l listSizes) points(field *ast.Field, prefix string) float64 {
	if len(field.SelectionSet) == 0 {
		return 1
	}
	name := field.ObjectDefinition.Name + "." + field.Name
	many, isList := l[prefix+name]
	if !isList {
		many, isList = l[name]
	}
	if !isList {
		many = 1
	}
	below := ""
	switch field.Name {
	case "types":
		below = ofAll
	case "__type":
		below = longest
	}
	points := float64(introspectedCost)
	for _, child := range fieldsOf(field.SelectionSet) {
		points += l.points(child, below)
	}
	return many * points
}

// fieldsOf are the fields of a selection, those of its fragments with them.
func fieldsOf(set ast.SelectionSet) []*ast.Field {
	var fields []*ast.Field
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			fields = append(fields, s)
		case *ast.FragmentSpread:
			fields = append(fields, fieldsOf(s.Definition.SelectionSet)...)
		case *ast.InlineFragment:
			fields = append(fields, fieldsOf(s.SelectionSet)...)
		}
	}
	return fields
}
