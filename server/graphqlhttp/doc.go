// Package graphqlhttp carries GraphQL over HTTP: queries by GET, queries and mutations by POST, and subscriptions by POST as
// server-sent events, by GET too. It follows the GraphQL over HTTP specification, where a request that never began to execute answers 4xx as
// application/graphql-response+json and 200 as application/json.
package graphqlhttp
