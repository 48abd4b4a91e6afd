package limits

import (
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"fortnight/server/internal/wire"
)

// counts measure a selection set with its fragments expanded.
type counts struct {
	fields, aliases, directives int
	roots                       int // fields of the outermost level
	depth                       int // levels of fields
}

func (c *counts) add(other counts) {
	c.fields = min(c.fields+other.fields, ceiling)
	c.aliases = min(c.aliases+other.aliases, ceiling)
	c.directives = min(c.directives+other.directives, ceiling)
	c.roots = min(c.roots+other.roots, ceiling)
	c.depth = max(c.depth, other.depth)
}

func (c counts) check() *gqlerror.Error {
	switch {
	case c.fields > MaxFields:
		return exceeded("fields", c.fields, MaxFields)
	case c.aliases > MaxAliases:
		return exceeded("aliases", c.aliases, MaxAliases)
	case c.directives > MaxDirectives:
		return exceeded("directives", c.directives, MaxDirectives)
	case c.depth > MaxDepth:
		return exceeded("levels", c.depth, MaxDepth)
	}
	return nil
}

// counter counts each fragment once, however often it is spread.
type counter struct {
	definitions map[string]*ast.FragmentDefinition
	done        map[string]counts
	open        map[string]bool // the fragments being counted: one that turns up again spreads itself
	introspects bool
}

func newCounter(fragments ast.FragmentDefinitionList) *counter {
	c := &counter{definitions: map[string]*ast.FragmentDefinition{}, done: map[string]counts{}, open: map[string]bool{}}
	for _, fragment := range fragments {
		c.definitions[fragment.Name] = fragment
	}
	return c
}

func (c *counter) selections(set ast.SelectionSet) (counts, *gqlerror.Error) {
	var total counts
	for _, selection := range set {
		one, err := c.selection(selection)
		if err != nil {
			return total, err
		}
		total.add(one)
	}
	return total, nil
}

func (c *counter) selection(selection ast.Selection) (counts, *gqlerror.Error) {
	switch s := selection.(type) {
	case *ast.Field:
		return c.field(s)
	case *ast.InlineFragment:
		total, err := c.selections(s.SelectionSet)
		total.add(counts{directives: len(s.Directives)})
		return total, err
	case *ast.FragmentSpread:
		total, err := c.fragment(s.Name)
		total.add(counts{directives: len(s.Directives)})
		return total, err
	}
	return counts{}, nil
}

func (c *counter) field(field *ast.Field) (counts, *gqlerror.Error) {
	if field.Name == "__schema" || field.Name == "__type" {
		c.introspects = true
	}
	inner, err := c.selections(field.SelectionSet)
	if err != nil {
		return inner, err
	}
	depth := inner.depth + 1
	inner.roots, inner.depth = 0, 0
	own := counts{fields: 1, roots: 1, depth: depth, directives: len(field.Directives)}
	if field.Alias != field.Name {
		own.aliases = 1
	}
	own.add(inner)
	return own, nil
}

// fragment counts a fragment and checks it, so that one that is never spread has limits too. An unknown one counts as empty: validation
// reports it.
func (c *counter) fragment(name string) (counts, *gqlerror.Error) {
	definition := c.definitions[name]
	if total, done := c.done[name]; done || definition == nil {
		return total, nil
	}
	if c.open[name] {
		return counts{}, wire.Errorf(wire.CodeLimitExceeded, "a fragment spreads itself")
	}
	c.open[name] = true
	total, err := c.selections(definition.SelectionSet)
	if err != nil {
		return total, err
	}
	total.add(counts{directives: len(definition.Directives)})
	c.done[name] = total
	return total, total.check()
}
