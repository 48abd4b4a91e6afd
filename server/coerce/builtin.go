package coerce

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// builtIn are the scalars of GraphQL (§3.5): each the value for execution, nil where it takes no such value.
var builtIn = map[string]func(value) any{
	"Int": func(v value) any {
		n, err := strconv.ParseInt(v.raw, 10, 32)
		if !v.isWhole() || err != nil {
			return nil
		}
		return n
	},
	"Float": func(v value) any {
		x, err := strconv.ParseFloat(v.raw, 64)
		if v.kind != number || err != nil {
			return nil
		}
		return x
	},
	"String": func(v value) any {
		if v.kind != text {
			return nil
		}
		return v.raw
	},
	"Boolean": func(v value) any {
		if v.kind != boolean {
			return nil
		}
		return v.raw == "true"
	},
	"ID": func(v value) any {
		if v.kind != text && !v.isWhole() {
			return nil
		}
		return v.raw
	},
}

// forms are what a number in a document is read as where its type takes whole numbers of any length: execution goes by a literal's form.
var forms = map[string]ast.ValueKind{"Float": ast.FloatValue, "ID": ast.StringValue}

// plain says what is missing where a scalar of GraphQL must be given. The bounds of a field are narrower than those of its type: who gives nothing is
// not told the latter.
var plain = map[string]string{"Int": "a whole number", "Float": "a number"}

// isA says what the scalars of GraphQL take.
var isA = map[string]string{
	"Int": "a whole number", "Float": "a number of 64 bits, such as 0.75",
	"String": "a string, in quotes", "Boolean": "true or false, without quotes", "ID": "an id: a string, or a whole number",
}

// besides says what else is wrong with a value than its form: a whole number that its type cannot hold, and a number in quotes.
func (v value) besides(name string) string {
	switch {
	case name == "Int" && v.isWhole():
		return fmt.Sprintf(" from %d to %d", math.MinInt32, math.MaxInt32)
	case v.kind == text && (name == "Int" || name == "Float") && strings.Trim(v.raw, "+-.0123456789") == "" &&
		builtIn[name](value{kind: number, raw: v.raw}) != nil:
		return ": it stands without quotes"
	}
	return ""
}
