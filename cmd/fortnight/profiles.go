package main

import (
	"net"
	"net/http"
	"net/http/pprof"
	"time"
)

// serveProfiles serves what the process spends its time and memory on, until stop.
func serveProfiles(listener net.Listener, failed chan<- error) (stop func()) {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /debug/pprof/", pprof.Index)
	mux.HandleFunc("GET /debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("GET /debug/pprof/trace", pprof.Trace)
	web := &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	go func() { failed <- web.Serve(listener) }()
	say("profiles at http://%s/debug/pprof/", listener.Addr())
	return func() { _ = web.Close() }
}
