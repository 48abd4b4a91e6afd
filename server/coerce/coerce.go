package coerce

import (
	"fmt"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// value is a value for a type: nil, bool, int64, float64, string, []any or map[string]any. A variable in a literal is left to whoever
// knows what it is. Where as many faults were found as are told nothing more is looked at: to say what is wrong takes longer than to see that nothing
// is, and a request may have thousands of values.
func (c *coercer) value(t *ast.Type, v value, at *path) any {
	switch {
	case v.kind == variable || c.full():
		return nil
	case v.kind == null && t.NonNull:
		c.add(at, v, "must not be null: it takes "+c.wants(t))
		return nil
	case v.kind == null:
		return nil
	case t.Elem != nil:
		return c.list(t, v, at)
	}
	d := c.schema.Types[t.NamedType]
	switch d.Kind {
	case ast.InputObject:
		return c.object(d, v, at)
	case ast.Enum:
		return c.enum(d, v, at)
	}
	return c.scalar(d.Name, v, at)
}

// list takes a list, or one item without it (§3.11).
func (c *coercer) list(t *ast.Type, v value, at *path) any {
	if v.kind != list {
		return []any{c.value(t.Elem, v, at)}
	}
	items := make([]any, len(v.items))
	for i, item := range v.items {
		if c.full() {
			break
		}
		items[i] = c.value(t.Elem, item, at.item(i))
	}
	return items
}

// object takes the fields of an input and gives those that are absent their defaults (§3.10).
func (c *coercer) object(d *ast.Definition, v value, at *path) any {
	if v.kind != object {
		c.add(at, v, fmt.Sprintf("%s is not %s", v.show(), c.takes(ast.NamedType(d.Name, nil))))
		return nil
	}
	out, given := make(map[string]any, len(v.members)), make(map[string]bool, len(v.members))
	for _, m := range v.members {
		field := d.Fields.ForName(m.name)
		if c.full() {
			return nil
		}
		if field == nil {
			c.unknownField(d, v, m, at)
			continue
		}
		given[m.name] = true
		if isOneOf(d) && m.value.kind == null {
			c.add(at.field(m.name), m.value, "must not be null: it is the one that is given")
			continue
		}
		out[m.name] = c.value(field.Type, m.value, at.field(m.name))
	}
	if isOneOf(d) && len(v.members) != 1 {
		c.add(at, v, fmt.Sprintf("exactly one of its fields must be given%s, not %d", c.among(": ", names(d)), len(v.members)))
	}
	for _, field := range d.Fields {
		if !given[field.Name] {
			c.absent(field, v, at, out)
		}
	}
	return out
}

func (c *coercer) absent(field *ast.FieldDefinition, within value, at *path, out map[string]any) {
	switch {
	case field.DefaultValue == nil && field.Type.NonNull:
		c.add(at.field(field.Name), within, "must be given: it takes "+c.wants(field.Type))
	case field.DefaultValue != nil && !c.document: // the schema's own values are right, and not this document's to rewrite
		out[field.Name] = c.value(field.Type, fromLiteral(field.DefaultValue), at)
	}
}

func (c *coercer) unknownField(d *ast.Definition, within value, m member, at *path) {
	fault := c.add(at.field(m.name), m.value, fmt.Sprintf("%s has no such field", d.Name))
	if m.value.literal != nil && fault.at == nil {
		fault.at = within.literal.Position
	}
	near := c.near(m.name, names(d), func(i int) string { return d.Fields[i].Description })
	switch {
	case near != "":
		fault.Message += ": did you mean " + near + "? It has " + c.among("", names(d))
	case !c.discreet:
		fault.Message += c.among(": it has ", names(d))
	}
}

// enum takes a word, which in JSON is a string, in the one spelling that it has (§3.9).
func (c *coercer) enum(d *ast.Definition, v value, at *path) any {
	form := text
	if v.literal != nil {
		form = word
	}
	if v.kind == form && d.EnumValues.ForName(v.raw) != nil {
		return v.raw
	}
	c.add(at, v, fmt.Sprintf("%s is not a value of %s%s", v.show(), d.Name, c.insteadOf(d, v)))
	return nil
}

// insteadOf names the values there are, first the one that may have been meant.
func (c *coercer) insteadOf(d *ast.Definition, v value) string {
	words := make([]string, len(d.EnumValues))
	for i, w := range d.EnumValues {
		words[i] = w.Name
	}
	all := c.among("", words)
	if near := c.near(v.raw, words, func(i int) string { return d.EnumValues[i].Description }); near != "" && (v.kind == text || v.kind == word) {
		if v.literal != nil && v.kind == text {
			near += ", without quotes"
		}
		return ": did you mean " + near + "? Allowed are " + all
	}
	if all != "" {
		return ": allowed are " + all
	}
	return ""
}

// among lists words that may be told.
func (c *coercer) among(before string, words []string) string {
	if c.discreet {
		return ""
	}
	return before + strings.Join(words, ", ")
}

func names(d *ast.Definition) []string {
	all := make([]string, len(d.Fields))
	for i, f := range d.Fields {
		all[i] = f.Name
	}
	return all
}
