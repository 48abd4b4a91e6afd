package graph

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
)

// What an interface can be are objects alone, as introspection has to tell it. The parser lists an interface that implements another one too.
func init() {
	for name, types := range parsedSchema.PossibleTypes {
		parsedSchema.PossibleTypes[name] = slices.DeleteFunc(types, func(d *ast.Definition) bool { return d.Kind == ast.Interface })
	}
}
