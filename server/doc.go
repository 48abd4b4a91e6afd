// Package server answers HTTP: GraphQL at /graphql over HTTP, server-sent events and WebSocket, GraphiQL at /graphiql in development,
// and /healthz, /readyz and /metrics for who operates it. It knows nothing of training: the schema and the rules of who may do what
// are given to it.
package server
