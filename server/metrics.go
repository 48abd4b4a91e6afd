package server

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/prometheus/client_golang/prometheus"

	"fortnight/server/graphqlws"
)

// metrics counts what the server does. Every label has few values, none of them chosen by a client.
type metrics struct {
	requests   *prometheus.CounterVec
	seconds    *prometheus.HistogramVec
	operations *prometheus.CounterVec
}

func newMetrics(registry *prometheus.Registry, sockets *graphqlws.Transport, places *places, plain *connections) (*metrics, error) {
	m := &metrics{
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "fortnight_http_requests_total", Help: "HTTP requests by route, method and status.",
		}, []string{"route", "method", "status"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "fortnight_http_request_duration_seconds", Help: "How long HTTP requests took; of sockets and streams, until they were open.",
			Buckets: []float64{.001, .003, .01, .03, .1, .3, 1, 3, 10},
		}, []string{"route"}),
		operations: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "fortnight_graphql_operations_total", Help: "GraphQL operations that began to execute, by type.",
		}, []string{"type"}),
	}
	open := prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "fortnight_websocket_connections", Help: "WebSocket connections that are open.",
	}, func() float64 { n, _ := sockets.Open(); return float64(n) })
	running := prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "fortnight_websocket_operations", Help: "Operations that run on WebSocket connections.",
	}, func() float64 { _, n := sockets.Open(); return float64(n) })
	streams := prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "fortnight_streams", Help: "Streams of server-sent events that are open.",
	}, func() float64 { return float64(places.streams.Load()) })
	waiting := prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "fortnight_waiting_bytes", Help: "Bytes that wait for clients which do not take what they are sent.",
	}, func() float64 { return float64(places.waiting.Held()) })
	connections := prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "fortnight_http_connections", Help: "Connections that are open and neither WebSockets nor streams.",
	}, func() float64 { return float64(plain.slots.Held()) })
	for _, collector := range []prometheus.Collector{m.requests, m.seconds, m.operations, open, running, streams, waiting, connections} {
		if err := registry.Register(collector); err != nil {
			return nil, err
		}
	}
	return m, nil
}

func (m *metrics) request(r *http.Request, status int, took time.Duration) {
	route, method := r.Pattern, r.Method
	if route == "" {
		route = "none"
	}
	if !slices.Contains([]string{"GET", "POST", "OPTIONS"}, method) {
		method = "other"
	}
	m.requests.WithLabelValues(route, method, strconv.Itoa(status)).Inc()
	m.seconds.WithLabelValues(route).Observe(took.Seconds())
}

func (m *metrics) count(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	m.operations.WithLabelValues(string(graphql.GetOperationContext(ctx).Operation.Operation)).Inc()
	return next(ctx)
}
