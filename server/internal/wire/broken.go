package wire

import (
	"encoding/json"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// Broken tells whether an answer of a subscription is one that could not be made: an event whose fields could not be read, or a source that
// could not be opened. It is not sent, since a client counts an event as seen: the stream is cut off, and the client comes back for it.
func Broken(operation *graphql.OperationContext, response *graphql.Response) bool {
	if operation.Operation == nil || operation.Operation.Operation != ast.Subscription {
		return false
	}
	internal := false
	for _, err := range response.Errors {
		switch Code(err) {
		case CodeUnavailable:
			return true
		case CodeInternal:
			internal = true
		}
	}
	return internal && isNothing(response.Data)
}

// isNothing tells whether there is an event of which nothing could be read.
func isNothing(data json.RawMessage) bool {
	var root map[string]json.RawMessage
	if len(data) == 0 || json.Unmarshal(data, &root) != nil {
		return false
	}
	for _, field := range root {
		if string(field) != "null" {
			return false
		}
	}
	return true
}
