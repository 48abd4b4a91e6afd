package db_test

import (
	"net"
	"net/url"
	"testing"

	"fortnight/db"
	"fortnight/training"
)

// Of several hosts one that takes connections and says nothing is passed over while those who wait for a connection still do.
func TestASilentHostIsPassedOver(t *testing.T) {
	w := newWorld(t)
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	w.check(err)
	t.Cleanup(func() { _ = silent.Close() })
	address, err := url.Parse(w.url)
	w.check(err)
	query := address.Query()
	host, port, err := net.SplitHostPort(silent.Addr().String())
	w.check(err)
	query.Set("host", host+","+query.Get("host"))
	query.Set("port", port+","+query.Get("port"))
	address.RawQuery = query.Encode()
	d, err := db.Open(w.ctx, address.String(), db.Options{MaxConnections: 2, Log: quiet, Now: w.now, WorkoutText: func(w training.Workout) string { return w.Title }})
	w.check(err)
	t.Cleanup(func() { w.check(d.Close()) })
	w.listening(d)
}
