// Package api_test tests Fortnight as its clients meet it: the whole server, spoken to over HTTP, WebSocket and server-sent events.
package api_test
