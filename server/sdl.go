package server

import (
	"net/http"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
)

// builtin are definitions of directives that the specification has and a schema need not repeat. Tools of before its newer editions want them.
const builtin = `"Exactly one field of the input must be given, and not null."
directive @oneOf on INPUT_OBJECT

"Where the form of a scalar is described."
directive @specifiedBy(url: String!) on SCALAR

`

// SDL is a schema as text for the tools of clients, with the definitions of all directives in it.
func SDL(schema *ast.Schema) string {
	var text strings.Builder
	text.WriteString(builtin)
	formatter.NewFormatter(&text, formatter.WithIndent("  ")).FormatSchema(schema)
	return text.String()
}

// serveSDL answers with the text of a schema.
func serveSDL(schema *ast.Schema) http.Handler {
	text := []byte(SDL(schema))
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.Header().Set("Cache-Control", "no-cache")
		_, _ = w.Write(text) // the client may be gone
	})
}
