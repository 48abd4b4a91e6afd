package coerce

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// maxShown is how much of a value a message repeats, in bytes.
const maxShown = 60

// show is the value as it was sent: as GraphQL out of a document, as JSON out of variables, shortened with "…".
func (v value) show() string {
	var out strings.Builder
	v.write(&out)
	return shorten(out.String(), maxShown)
}

func shorten(s string, most int) string {
	if len(s) <= most {
		return s
	}
	for most > 0 && !utf8.RuneStart(s[most]) {
		most--
	}
	return s[:most] + "…"
}

// write stops soon after maxShown bytes, however large the value.
func (v value) write(out *strings.Builder) {
	if out.Len() > maxShown {
		return
	}
	switch v.kind {
	case text:
		out.WriteString(quote(shorten(v.raw, maxShown)))
	case variable:
		out.WriteString("$" + v.raw)
	case list:
		out.WriteByte('[')
		for i, item := range v.items {
			separate(out, i)
			item.write(out)
		}
		out.WriteByte(']')
	case object:
		out.WriteByte('{')
		for i, m := range v.members {
			separate(out, i)
			out.WriteString(v.name(m.name))
			out.WriteString(": ")
			m.value.write(out)
		}
		out.WriteByte('}')
	default:
		out.WriteString(shorten(v.raw, maxShown))
	}
}

func (v value) name(of string) string {
	if v.literal != nil {
		return of
	}
	return quote(shorten(of, maxShown))
}

func separate(out *strings.Builder, i int) {
	if i > 0 && out.Len() <= maxShown {
		out.WriteString(", ")
	}
}

// quote writes a string as JSON and GraphQL do.
func quote(s string) string {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(s) // a string always has a JSON form
	return strings.TrimSuffix(out.String(), "\n")
}
