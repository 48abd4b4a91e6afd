// Package graph holds what gqlgen writes of the schema, and what the schema leaves out of the library's prelude.
package graph

// The library's prelude declares @defer for every schema. No transport of ours sends an answer in parts, so it is not of this one: whoever
// sends it hears that there is no such directive.
func init() { delete(parsedSchema.Directives, "defer") }
