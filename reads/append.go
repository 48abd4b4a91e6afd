package reads

import (
	"bytes"

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

// appendMarshaler appends a scalar that this package has no function of its own for.
func appendMarshaler(to []byte, m graphql.Marshaler) []byte {
	buffer := bytes.NewBuffer(to)
	m.MarshalGQL(buffer)
	return buffer.Bytes()
}
