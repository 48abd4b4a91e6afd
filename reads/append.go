package reads

import (
	"bytes"
	"errors"
	"math"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
)

const null = "null"

// plainText tells of each byte whether it stands in JSON as it is.
var plainText = func() (plain [256]bool) {
	for c := range plain {
		plain[c] = c >= ' ' && c != '"' && c != '\\'
	}
	return plain
}()

// appendText appends a string as JSON, with the escapes that gqlgen writes.
func appendText(to []byte, text string) []byte {
	to = append(to, '"')
	start := 0
	for i := range len(text) {
		c := text[i]
		if plainText[c] {
			continue
		}
		to = append(to, text[start:i]...)
		start = i + 1
		switch c {
		case '\t':
			to = append(to, `\t`...)
		case '\r':
			to = append(to, `\r`...)
		case '\n':
			to = append(to, `\n`...)
		case '\\':
			to = append(to, `\\`...)
		case '"':
			to = append(to, `\"`...)
		default:
			const hex = "0123456789ABCDEF"
			to = append(to, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		}
	}
	return append(append(to, text[start:]...), '"')
}

var errNotFinite = errors.New("cannot marshal infinite no NaN float values")

// appendFloat appends a number. One that JSON does not have is null, with an error, and does not make null what it is part of.
func (x *run) appendFloat(to []byte, f *field, v float64) []byte {
	if math.IsInf(v, 0) || math.IsNaN(v) {
		x.failures = append(x.failures, failure{x.here(f), errNotFinite})
		return append(to, null...)
	}
	return strconv.AppendFloat(to, v, 'g', -1, 64)
}

// appendMarshaler appends a scalar that this package has no function of its own for.
func appendMarshaler(to []byte, m graphql.Marshaler) []byte {
	buffer := bytes.NewBuffer(to)
	m.MarshalGQL(buffer)
	return buffer.Bytes()
}

func (x *run) appendContextMarshaler(to []byte, f *field, m graphql.ContextMarshaler) []byte {
	buffer := bytes.NewBuffer(to)
	path := x.here(f)
	if err := m.MarshalGQLContext(along(x.ctx, path), buffer); err != nil {
		x.failures = append(x.failures, failure{path, err})
		return append(to, null...)
	}
	return buffer.Bytes()
}
