// Package wire reads GraphQL requests and writes GraphQL answers as JSON, the same way for every transport.
package wire
