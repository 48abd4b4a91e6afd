package coerce

import (
	"fmt"
	"maps"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
)

// Scalar is one of the schema's own scalars, all of which are sent as strings: what is wrong with a string, and what is allowed; nil where
// it is right.
type Scalar = func(text string) error

// Schema says what values the types of a schema take. New makes one.
type Schema struct {
	schema   *ast.Schema
	scalars  map[string]Scalar
	discreet bool
}

// New returns the values of a schema. Each scalar that GraphQL does not define needs its Scalar;
// what such a scalar is, its description says. A discreet Schema names no enum's values
// and makes no suggestions.
func New(schema *ast.Schema, scalars map[string]Scalar, discreet bool) (*Schema, error) {
	for _, name := range slices.Sorted(maps.Keys(schema.Types)) {
		if d := schema.Types[name]; d.Kind == ast.Scalar && builtIn[name] == nil && scalars[name] == nil {
			return nil, fmt.Errorf("coerce: the scalar %s has no check", name)
		}
	}
	return &Schema{schema, scalars, discreet}, nil
}

// isOneOf says whether exactly one field of an input is to be given.
func isOneOf(d *ast.Definition) bool { return d.Directives.ForName("oneOf") != nil }
