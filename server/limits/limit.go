package limits

import (
	"github.com/vektah/gqlparser/v2/gqlerror"

	"fortnight/server/internal/wire"
)

// The limits of one document. The introspection query of GraphiQL, the largest in daily use, has 15 levels, 230 fields and 184 tokens.
const (
	MaxBytes        = 64 << 10 // of text, so that the caches of documents stay small
	MaxTokens       = 2000
	MaxOperations   = 20
	MaxFragments    = 50
	MaxVariables    = 50  // of one operation
	MaxDepth        = 15  // fields inside fields
	MaxFields       = 500 // of one operation, its fragments expanded; so are those below
	MaxAliases      = 30
	MaxDirectives   = 30
	MaxRootFields   = 20
	MaxRootMutation = 10 // root fields of a mutation: guesses at a password in one request
)

func exceeded(what string, n, limit int) *gqlerror.Error {
	if n >= ceiling {
		return wire.Errorf(wire.CodeLimitExceeded, "the document has more than %d %s", limit, what)
	}
	return wire.Errorf(wire.CodeLimitExceeded, "the document has %d %s, at most %d are allowed", n, what, limit)
}

// ceiling stops the counts, since fragments that spread each other twice double them at each step.
const ceiling = 1 << 20
