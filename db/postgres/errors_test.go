package postgres

import (
	"context"
	"net"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// F10: a server that takes connections and says nothing, as one that is frozen does, does not answer, whoever's patience ends; who has left was not refused.
func TestF10WhoCannotBeConnectedToDoesNotAnswer(t *testing.T) {
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = silent.Close() })
	config, err := pgx.ParseConfig("postgres://nobody@" + silent.Addr().String() + "/nothing?sslmode=disable")
	if err != nil {
		t.Fatal(err)
	}
	config.ConnectTimeout = 50 * time.Millisecond
	connect := func(ctx context.Context) error {
		conn, err := pgx.ConnectConfig(ctx, config)
		if err == nil {
			_ = conn.Close(context.Background())
		}
		return err
	}
	if err := connect(t.Context()); !Unavailable(err) {
		t.Errorf("connecting took too long: %v is no outage", err)
	}
	config.ConnectTimeout = time.Minute
	left, leave := context.WithCancel(t.Context())
	time.AfterFunc(50*time.Millisecond, leave)
	if err := connect(left); err == nil || Unavailable(err) {
		t.Errorf("who asked has left: %v is an outage", err)
	}
}
