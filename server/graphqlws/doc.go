// Package graphqlws carries GraphQL over WebSocket with the subprotocol graphql-transport-ws.
//
// A connection is one goroutine that reads and one for each running operation. Operations write straight to the socket, one at a
// time: each has at most one answer waiting, so a client that does not read delays its own subscriptions and nobody else's, and is
// cut off when one write takes longer than WriteTimeout.
package graphqlws
