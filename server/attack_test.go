package server

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/netip"
	"strings"
	"testing"
	"time"
)

// S09: pairs of fields that conflict are refused as soon as one does, and many of them before they are compared.
func TestS09ConflictingPairs(t *testing.T) {
	w := start(t, nil)
	for _, pairs := range []int{1, 200, 3000} {
		shortest := time.Hour
		for range 3 {
			began := time.Now()
			status, body := w.ask("{" + strings.Repeat(` a:hello a:echo(text:"x") `, pairs) + "}")
			shortest = min(shortest, time.Since(began))
			if status != 400 || !strings.Contains(body, "errors") || len(body) > 4096 {
				t.Errorf("%d pairs: %d, %d bytes: %.200s", pairs, status, len(body), body)
			}
		}
		if shortest > 2*time.Second { // of milliseconds; were all compared with all, minutes
			t.Errorf("%d pairs: %s", pairs, shortest)
		}
	}
}

// S16: whatever header asks for it, an answer has no extensions and no header that tells how it was made.
func TestS16TracingIsNotThere(t *testing.T) {
	w := start(t, nil)
	response, body := w.do("POST", "/graphql", `{"query":"{hello}","extensions":{"tracing":true}}`, "Content-Type", "application/json",
		"Apollo-Tracing", "1", "X-Apollo-Tracing", "1", "Apollo-Query-Plan-Experimental", "1", "X-Debug", "1", "X-Hasura-Role", "admin")
	if body != `{"data":{"hello":"world"}}` {
		t.Errorf("%s", body)
	}
	for name := range response.Header {
		if strings.HasPrefix(name, "X-Powered") || name == "Server" || strings.Contains(name, "Trac") || strings.Contains(name, "Debug") {
			t.Errorf("the answer has %s", name)
		}
	}
}

// S32: whoever sends a header or a body a byte at a time is cut off, and others are answered meanwhile.
func TestS32SlowHeadersAndBodiesAreCutOff(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: takes the time limit of a request")
	}
	t.Parallel()
	w := start(t, nil)
	address := strings.TrimPrefix(w.url, "http://")
	ended := make(chan error, 40)
	for n := range 40 {
		begin := "POST /graphql HTTP/1.1\r\nHost: " + address + "\r\nX-Slow: "
		if n%2 == 0 {
			begin = "POST /graphql HTTP/1.1\r\nHost: " + address + "\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{\"query\":\""
		}
		conn, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = conn.Close() })
		go func() {
			_, _ = conn.Write([]byte(begin))
			for began := time.Now(); time.Since(began) < 2*time.Minute; time.Sleep(200 * time.Millisecond) {
				if _, err := conn.Write([]byte("a")); err != nil {
					ended <- nil
					return
				}
			}
			ended <- fmt.Errorf("connection %d is still open after two minutes", n)
		}()
	}
	for range 20 {
		if _, body := w.ask("{hello}"); !strings.Contains(body, "world") {
			t.Errorf("meanwhile: %s", body)
		}
	}
	for range 40 {
		if err := <-ended; err != nil {
			t.Error(err)
		}
	}
}

// answeredFrom opens so many connections from a loopback address, sends a request over each and returns those that are answered with a status; the others are closed.
func answeredFrom(t *testing.T, address, from string, many int, request, status string) (answered []net.Conn) {
	t.Helper()
	for range many {
		conn, err := (&net.Dialer{LocalAddr: &net.TCPAddr{IP: net.ParseIP(from)}}).Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = conn.Close() })
		_, _ = io.WriteString(conn, request)
		_ = conn.SetReadDeadline(time.Now().Add(time.Minute))
		if line, _ := bufio.NewReader(conn).ReadString('\n'); strings.Contains(line, " "+status+" ") {
			answered = append(answered, conn)
		} else {
			_ = conn.Close()
		}
	}
	return answered
}

// F37: a server takes no more connections than its process can hold, of all kinds together, and no address has so many that nobody else has one.
func TestF37ConnectionsAreAsManyAsTheProcessCanHold(t *testing.T) {
	w := start(t, func(c *Config) { c.MaxConnections = LeastConnections })
	address := strings.TrimPrefix(w.url, "http://")
	plain := func(from string, many int) int {
		return len(answeredFrom(t, address, from, many, "GET /healthz HTTP/1.1\r\nHost: "+address+"\r\n\r\n", "200"))
	}
	sockets := func(from string, many int) int {
		return len(answeredFrom(t, address, from, many, "GET /graphql HTTP/1.1\r\nHost: "+address+"\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"+
			"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n", "101"))
	}
	if n := sockets("127.0.0.2", 40); n != 15 {
		t.Errorf("an address has %d sockets where there may be 24 connections, want 15", n)
	}
	for end := time.Now().Add(time.Minute); w.server.plain.slots.Held() > 0; time.Sleep(time.Millisecond) { // what is refused is let go
		if time.Now().After(end) {
			t.Fatal("connections of refused sockets count still")
		}
	}
	if n := plain("127.0.0.2", 40); n != 6 {
		t.Errorf("it has %d other connections, want 6", n)
	}
	if n := plain("127.0.0.4", 1); n != 1 {
		t.Error("another address has none")
	}
	if n := sockets("127.0.0.5", 6); n > 3 || w.server.plain.slots.Held()+w.server.places.open.Held() > LeastConnections {
		t.Errorf("of 24 connections others have %d more", n)
	}
	few := w.config()
	few.MaxConnections = LeastConnections - 1
	if _, err := New(few); err == nil || !strings.Contains(err.Error(), "MaxConnections is 23") {
		t.Errorf("with one less: %v", err)
	}
}

// S32: one address holds no more connections than it may, whether it asks for something over them or not; others, and proxies that are trusted, are
// answered meanwhile; and what is closed or handed over counts no more.
func TestS32ConnectionsOfOneAddressAreBounded(t *testing.T) {
	w := start(t, func(c *Config) { c.TrustedProxies = []netip.Prefix{netip.MustParsePrefix("127.0.0.3/32")} },
		func(s *Server) { s.plain.room.plainOfAddress = 10 })
	address := strings.TrimPrefix(w.url, "http://")
	open := func(from string, many int) []net.Conn {
		t.Helper()
		return answeredFrom(t, address, from, many, "GET /healthz HTTP/1.1\r\nHost: "+address+"\r\n\r\n", "200")
	}
	held := open("127.0.0.2", 15)
	if len(held) != 10 {
		t.Errorf("%d connections of one address are answered, want 10", len(held))
	}
	if others, proxy := open("127.0.0.4", 5), open("127.0.0.3", 15); len(others) != 5 || len(proxy) != 15 {
		t.Errorf("meanwhile %d of 5 connections of another are answered, and %d of 15 of a proxy", len(others), len(proxy))
	}
	for _, conn := range held {
		_ = conn.Close()
	}
	for end := time.Now().Add(time.Minute); len(open("127.0.0.2", 1)) == 0; time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("what is closed counts still")
		}
	}
	before := w.server.plain.slots.Held()
	socket, _, err := w.dial(nil)
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	for end := time.Now().Add(time.Minute); w.server.plain.slots.Held() > before; time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("a socket counts twice")
		}
	}
	if n := w.server.places.unknown.Held(); n != 1 {
		t.Errorf("of one socket it is not known whose it is, and %d count so", n)
	}
	if err := socket.WriteJSON(map[string]any{"type": "connection_init", "payload": map[string]any{"Authorization": "Bearer ann"}}); err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(time.Minute); w.server.places.unknown.Held() > 0; time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("a socket that has told whose it is counts among those that have not")
		}
	}
}
