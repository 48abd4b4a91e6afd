package coerce

import (
	"fmt"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

func (c *coercer) scalar(name string, v value, at *path) any {
	if read := builtIn[name]; read != nil {
		out := read(v)
		if out == nil {
			c.add(at, v, fmt.Sprintf("%s is not %s%s", v.show(), isA[name], v.besides(name)))
		} else if form := forms[name]; c.document && v.kind == number && form != 0 {
			v.literal.Kind = form
		}
		return out
	}
	if v.kind != text {
		c.add(at, v, fmt.Sprintf("%s is not %s", v.show(), c.own(name)))
		return nil
	}
	if err := c.scalars[name](v.raw); err != nil {
		c.add(at, v, err.Error()).content = true
		return nil
	}
	return v.raw
}

// own says what a scalar of the schema's own takes, in the words of the schema.
func (c *coercer) own(name string) string {
	description := strings.TrimSuffix(c.schema.Types[name].Description, ".")
	if description == "" {
		return "a " + name
	}
	return strings.ToLower(description[:1]) + description[1:]
}

// wants says of what is not given what it would be.
func (c *coercer) wants(t *ast.Type) string {
	if is := plain[t.NamedType]; is != "" {
		return is
	}
	return c.takes(t)
}

// takes says what a type takes, in a few words.
func (c *coercer) takes(t *ast.Type) string {
	if t.Elem != nil {
		return "a list"
	}
	if is := isA[t.NamedType]; is != "" {
		return is
	}
	switch d := c.schema.Types[t.NamedType]; d.Kind {
	case ast.Enum:
		return "a value of " + d.Name
	case ast.InputObject:
		return "an object with the fields of " + d.Name
	}
	return c.own(t.NamedType)
}
