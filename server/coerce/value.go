package coerce

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
)

// kind is the form of a value, whichever way it was sent.
type kind int

const (
	null kind = iota
	boolean
	number
	text
	word // of an enum, in a document; in JSON these are texts
	list
	object
	variable // in a document
)

// value is one input value as it was sent.
type value struct {
	kind    kind
	raw     string // the digits of a number, the content of a text, a word, a variable's name, true or false
	items   []value
	members []member
	literal *ast.Value // where it stands in a document; nil for JSON
}

type member struct {
	name  string
	value value
}

// fromJSON is a value out of JSON whose numbers have kept their digits.
func fromJSON(sent any) value {
	switch v := sent.(type) {
	case nil:
		return value{kind: null, raw: "null"}
	case bool:
		return value{kind: boolean, raw: fmt.Sprint(v)}
	case json.Number:
		return value{kind: number, raw: v.String()}
	case string:
		return value{kind: text, raw: v}
	case []any:
		items := make([]value, len(v))
		for i, item := range v {
			items[i] = fromJSON(item)
		}
		return value{kind: list, items: items}
	case map[string]any:
		members := make([]member, 0, len(v))
		for _, name := range slices.Sorted(maps.Keys(v)) {
			members = append(members, member{name, fromJSON(v[name])})
		}
		return value{kind: object, members: members}
	}
	panic(fmt.Sprintf("coerce: %T does not come from JSON with its digits kept", sent)) // the transports decode one way alone
}

var literalKinds = map[ast.ValueKind]kind{
	ast.Variable: variable, ast.IntValue: number, ast.FloatValue: number, ast.StringValue: text, ast.BlockValue: text,
	ast.BooleanValue: boolean, ast.NullValue: null, ast.EnumValue: word, ast.ListValue: list, ast.ObjectValue: object,
}

// fromLiteral is a value out of a document.
func fromLiteral(v *ast.Value) value {
	out := value{kind: literalKinds[v.Kind], raw: v.Raw, literal: v}
	for _, child := range v.Children {
		if out.kind == list {
			out.items = append(out.items, fromLiteral(child.Value))
		} else {
			out.members = append(out.members, member{child.Name, fromLiteral(child.Value)})
		}
	}
	return out
}

// isWhole says whether a number is written as a whole one: 7, not 7.0 and not 7e0.
func (v value) isWhole() bool {
	if v.kind != number {
		return false
	}
	for _, c := range v.raw {
		if c == '.' || c == 'e' || c == 'E' {
			return false
		}
	}
	return true
}
