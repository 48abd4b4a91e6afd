package server

import (
	"bufio"
	"context"
	"encoding/binary"
	"fmt"
	"net"
	"net/http"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
)

// rawSocket is a client's end of a WebSocket that costs the test next to nothing.
func rawSocket(t *testing.T, address string, messages ...string) net.Conn {
	t.Helper()
	conn, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	_, err = conn.Write([]byte("GET /graphql HTTP/1.1\r\nHost: " + address + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n" +
		"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	read := bufio.NewReaderSize(conn, 512)
	response, err := http.ReadResponse(read, nil)
	if err != nil || response.StatusCode != http.StatusSwitchingProtocols {
		t.Fatalf("%v: %v", response, err)
	}
	for _, m := range messages {
		frame := binary.BigEndian.AppendUint16([]byte{0x81, 0x80 | 126}, uint16(len(m)))
		if _, err = conn.Write(append(append(frame, 0, 0, 0, 0), m...)); err != nil { // masked with zeros
			t.Fatal(err)
		}
	}
	return conn
}

// rawStream is a client's end of a stream of server-sent events that costs the test next to nothing.
func rawStream(t *testing.T, address string) net.Conn {
	t.Helper()
	conn, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	const body = `{"query":"subscription{silence}"}`
	_, err = fmt.Fprintf(conn, "POST /graphql HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nAccept: text/event-stream\r\nAuthorization: Bearer ann\r\n"+
		"Content-Length: %d\r\n\r\n%s", address, len(body), body)
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.ReadResponse(bufio.NewReaderSize(conn, 512), nil)
	if err != nil || response.StatusCode != http.StatusOK {
		t.Fatalf("%v: %v", response, err)
	}
	return conn
}

// An idle subscriber costs one goroutine and 9 kB at most, both ends together, of which the client's is a sixth: a stack that has grown once would be 2 more. What net/http has for a request, two
// goroutines with its buffers, would be three times as much.
func TestF26IdleSubscriberIsCheap(t *testing.T) {
	for name, open := range map[string]func(t *testing.T, address string){
		"socket": func(t *testing.T, address string) {
			rawSocket(t, address, `{"type":"connection_init","payload":{"Authorization":"Bearer ann"}}`,
				`{"type":"subscribe","id":"8a54b6f6-7c3b-4f0e-9c1f-0d7d0d5a2f10","payload":{"query":"subscription{silence}"}}`)
		},
		"stream": func(t *testing.T, address string) { rawStream(t, address) },
	} {
		t.Run(name, func(t *testing.T) {
			count := 1000
			if os.Getenv("LONG") != "" {
				count = maxOpenOfAccount - 10 // an account may have no more
			}
			idle(t, open, count)
		})
	}
}

// What one idle subscriber may have, both ends together.
const (
	idleBytes      = 9_000
	idleGoroutines = 1
)

// idle opens so many subscribers and measures what each takes.
func idle(t *testing.T, open func(t *testing.T, address string), count int) {
	w := start(t, func(c *Config) {
		named(c)
		c.Alike = func(context.Context, *graphql.OperationContext) (string, bool, func(context.Context) bool) {
			return "all", false, nil
		}
		c.Session = func(context.Context) string { return "session" }
		c.Ended = func(context.Context, []string) ([]string, error) { return nil, nil }
	})
	address := strings.TrimPrefix(w.url, "http://")
	opened := 0
	subscribe := func(n int) {
		opened += n
		for range n {
			open(t, address)
		}
		for end := time.Now().Add(time.Minute); ; time.Sleep(time.Millisecond) {
			_, running := w.server.sockets.Open()
			if running += int(w.server.places.streams.Load()); running == opened {
				return
			}
			if time.Now().After(end) {
				t.Fatalf("%d of %d subscribers are there", running, opened)
			}
		}
	}
	subscribe(10)
	before, goroutines := living(), runtime.NumGoroutine()
	subscribe(count)
	for end := time.Now().Add(time.Minute); runtime.NumGoroutine()-goroutines > idleGoroutines*count+20; time.Sleep(time.Millisecond) { // those of opening end in their own time
		if time.Now().After(end) {
			t.Fatalf("%d subscribers have %d goroutines", count, runtime.NumGoroutine()-goroutines)
		}
	}
	each := (living() - before) / count
	t.Logf("%d subscribers: %d bytes and %.2f goroutines each, both ends together", count, each, float64(runtime.NumGoroutine()-goroutines)/float64(count))
	if each > idleBytes && !raced {
		t.Errorf("a subscriber costs %d bytes", each)
	}
	if open := w.resolver.Open.Load(); open != 1 {
		t.Errorf("%d sources are open for all of them", open)
	}
}

// living is how many bytes are in use, stacks included.
func living() int {
	for range 3 { // stacks shrink by half each time
		runtime.GC()
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc + m.StackInuse)
}
