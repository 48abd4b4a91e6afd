package server

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"fortnight/server/internal/wire"
)

// Bounds of a manifest of documents.
const (
	maxDocuments    = 10_000
	maxDocumentName = 128 // bytes
)

// Documents are trusted documents, each by the name that clients send in its place: the text. A server that is given some answers no others.
type Documents map[string]string

// ParseDocuments reads a manifest in the form of Apollo's generate-persisted-query-manifest, or an object of texts by name as Relay's compiler and the
// client preset of GraphQL Code Generator write it.
func ParseDocuments(manifest []byte) (Documents, error) {
	var apollo struct {
		Format     string
		Version    int
		Operations []struct{ ID, Body string }
	}
	documents := Documents{}
	if json.Unmarshal(manifest, &apollo) == nil && apollo.Format != "" {
		if apollo.Format != "apollo-persisted-query-manifest" || apollo.Version != 1 {
			return nil, fmt.Errorf("its format is %q version %d, want apollo-persisted-query-manifest version 1", apollo.Format, apollo.Version)
		}
		for _, operation := range apollo.Operations {
			if _, twice := documents[operation.ID]; twice {
				return nil, fmt.Errorf("two documents are called %.140q", operation.ID)
			}
			documents[operation.ID] = operation.Body
		}
	} else if err := json.Unmarshal(manifest, &documents); err != nil {
		return nil, errors.New("it is neither a persisted query manifest nor a JSON object of documents by name")
	}
	if len(documents) == 0 || len(documents) > maxDocuments {
		return nil, fmt.Errorf("it has %d documents, allowed are 1 to %d", len(documents), maxDocuments)
	}
	for name := range documents {
		if name == "" || len(name) > maxDocumentName {
			return nil, fmt.Errorf("%.140q names a document: allowed are 1 to %d bytes", name, maxDocumentName)
		}
	}
	return documents, nil
}

// trusted are documents, and which texts they are.
type trusted struct {
	named Documents
	texts map[string]bool
}

// take puts the text of a document in the place of its name, and refuses what is none of the documents.
func (t *trusted) take(params *graphql.RawParams) *gqlerror.Error {
	name := wire.DocumentName(params)
	switch text, known := t.named[name]; {
	case name == "" && t.texts[params.Query]:
		return nil
	case name == "":
		return wire.Errorf(wire.CodeForbidden, "this server answers the documents of its clients alone, and this is none of them")
	case !known:
		return wire.Errorf(wire.CodeForbidden, "this server has no document of this name")
	case params.Query != "" && params.Query != text:
		return wire.Errorf(wire.CodeForbidden, "the document of this name is another one")
	default:
		params.Query = text
		return nil
	}
}
