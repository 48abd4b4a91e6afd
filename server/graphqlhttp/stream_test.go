package graphqlhttp

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"fortnight/internal/lossy"
)

// connect opens a connection to a server and asks for a stream on it, by a version of HTTP.
func connect(t *testing.T, at, version, document string) net.Conn {
	t.Helper()
	address := strings.TrimPrefix(at, "http://")
	conn, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	_ = conn.SetDeadline(time.Now().Add(time.Minute))
	body := fmt.Sprintf(`{"query":%q}`, document)
	_, err = fmt.Fprintf(conn, "POST / HTTP/%s\r\nHost: %s\r\nContent-Type: application/json\r\nAccept: text/event-stream\r\nContent-Length: %d\r\n\r\n%s",
		version, address, len(body), body)
	if err != nil {
		t.Fatal(err)
	}
	return conn
}

// opened reads the head of an answer.
func opened(t *testing.T, conn net.Conn) *http.Response {
	t.Helper()
	response, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil || response.StatusCode != http.StatusOK || response.Header.Get("Content-Type") != stream+"; charset=utf-8" {
		t.Fatalf("%+v, %v", response, err)
	}
	return response
}

// What is sent is HTTP to the byte: the head, a chunk for each event, the end of the chunks, and the end of the connection.
func TestStreamIsFramed(t *testing.T) {
	server, _, _ := serve(t)
	for version, want := range map[string]string{
		"1.1": "3\r\n:\n\n\r\n" + "28\r\nevent: next\ndata: {\"data\":{\"ticks\":1}}\n\n\r\n" + "18\r\nevent: complete\ndata: \n\n\r\n" + "0\r\n\r\n",
		"1.0": ":\n\n" + "event: next\ndata: {\"data\":{\"ticks\":1}}\n\n" + "event: complete\ndata: \n\n",
	} {
		began := time.Now()
		got, err := io.ReadAll(connect(t, server.URL, version, "subscription{ticks(count:1)}"))
		head, body, _ := bytes.Cut(got, []byte("\r\n\r\n"))
		if err != nil || string(body) != want {
			t.Errorf("HTTP/%s: %q, %v, want %q", version, body, err, want)
		}
		response, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(got)), nil)
		if err != nil || response.Header.Get("Date") == "" || !response.Close || (version == "1.1") != (len(response.TransferEncoding) == 1) {
			t.Errorf("HTTP/%s: %q, %+v, %v", version, head, response, err)
		}
		if took := time.Since(began); took > 30*closeWait {
			t.Errorf("HTTP/%s: it ended after %s", version, took)
		}
	}
}

// What surrounds the transport has its headers in the answer.
func TestStreamHasTheHeadersThatWereSet(t *testing.T) {
	server, _, _ := serve(t)
	inner := server.Config.Handler
	server.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Content-Type-Options", "nosniff")
		inner.ServeHTTP(w, r)
	})
	response := opened(t, connect(t, server.URL, "1.1", "subscription{silence}"))
	if response.Header.Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("%v", response.Header)
	}
}

// A client that leaves is noticed at once, and not by what it is sent the next time: no ping goes out within the time.
func TestStreamNoticesThatItsClientLeft(t *testing.T) {
	server, resolver, _, _ := serveStreams(t, time.Hour)
	for name, leave := range map[string]func(net.Conn) error{
		"hangs up": func(c net.Conn) error { return c.Close() },
		"resets":   func(c net.Conn) error { return errors.Join(c.(*net.TCPConn).SetLinger(0), c.Close()) },
		"is done":  func(c net.Conn) error { return c.(*net.TCPConn).CloseWrite() },
	} {
		conn := connect(t, server.URL, "1.1", "subscription{silence}")
		opened(t, conn)
		await(t, func() bool { return resolver.Open.Load() == 1 })
		if err := leave(conn); err != nil {
			t.Fatal(name, err)
		}
		await(t, func() bool { return resolver.Open.Load() == 0 })
	}
}

// A client whose line is dead, and who so says nothing of leaving, is given up when it does not acknowledge a ping.
func TestF27StreamOfAClientThatVanished(t *testing.T) {
	server, resolver, _, _ := serveStreams(t, 300*time.Millisecond)
	there, gone := connect(t, server.URL, "1.1", "subscription{silence}"), connect(t, server.URL, "1.1", "subscription{silence}")
	opened(t, there)
	opened(t, gone)
	await(t, func() bool { return resolver.Open.Load() == 2 })
	if err := lossy.Lose(gone, 1); errors.Is(err, errors.ErrUnsupported) {
		t.Skip("this system has no filters of sockets")
	} else if err != nil {
		t.Fatal(err)
	}
	await(t, func() bool { return resolver.Open.Load() == 1 })
	if _, err := io.ReadFull(there, make([]byte, 20)); err != nil {
		t.Errorf("the other one is not pinged: %v", err)
	}
}

// A stream that is cut off is a whole answer, without the event that says it is complete: its client comes back.
func TestStreamThatIsCutOffIsNotComplete(t *testing.T) {
	server, resolver, stop := serve(t)
	response := opened(t, connect(t, server.URL, "1.1", "subscription{silence}"))
	await(t, func() bool { return resolver.Open.Load() == 1 })
	stop()
	if body, err := io.ReadAll(response.Body); err != nil || string(body) != ":\n\n" {
		t.Errorf("%q, %v", body, err)
	}
	if breaks := opened(t, connect(t, server.URL, "1.1", "subscription{silence}")); breaks != nil {
		if body, err := io.ReadAll(breaks.Body); err != nil || strings.Contains(string(body), "complete") {
			t.Errorf("of a server that has stopped: %q, %v", body, err)
		}
	}
}

// Who asks again on the same connection is not answered there, as was said, and his stream goes on; who sends without end is cut off.
func TestStreamOverlooksWhatFollowsItsRequest(t *testing.T) {
	server, resolver, _ := serve(t)
	conn := connect(t, server.URL, "1.1", "subscription{ticks(count:50)}")
	if _, err := io.WriteString(conn, "GET /?query={hello} HTTP/1.1\r\nHost: a\r\n\r\n"); err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(conn)
	if err != nil || bytes.Count(got, []byte("HTTP/1.1 ")) != 1 || bytes.Count(got, []byte("event: next")) != 50 || !bytes.HasSuffix(got, []byte("\r\n0\r\n\r\n")) {
		t.Errorf("%q, %v", got, err)
	}
	conn = connect(t, server.URL, "1.1", "subscription{silence}")
	opened(t, conn)
	await(t, func() bool { return resolver.Open.Load() == 1 })
	for err = nil; err == nil; {
		_, err = conn.Write(make([]byte, 4096))
	}
	if timeout, is := errors.AsType[net.Error](err); is && timeout.Timeout() {
		t.Error("what is sent without end is read without end")
	}
	await(t, func() bool { return resolver.Open.Load() == 0 })
}

// A client that takes late has all of it in order; one that takes nothing is cut off.
func TestF24StreamThatIsNotRead(t *testing.T) {
	server, resolver, _ := serve(t)
	conn := connect(t, server.URL, "1.1", "subscription{ticks(count:20000)}") // 1 MB
	time.Sleep(50 * time.Millisecond)
	want := 1
	lines := bufio.NewScanner(opened(t, conn).Body)
	for lines.Scan() {
		if data, is := strings.CutPrefix(lines.Text(), "data: {"); is {
			if data != fmt.Sprintf(`"data":{"ticks":%d}}`, want) {
				t.Fatalf("%q, want %d", data, want)
			}
			want++
		}
	}
	if lines.Err() != nil || want != 20_001 {
		t.Errorf("%d came, %v", want-1, lines.Err())
	}
	if testing.Short() {
		t.Skip("-short: takes the time that a client has to take something")
	}
	conn = connect(t, server.URL, "1.1", "subscription{flood(bytes:100000)}")
	opened(t, conn)
	await(t, func() bool { return resolver.Open.Load() == 1 })
	await(t, func() bool { return resolver.Open.Load() == 0 })
}

// Shutdown waits for the streams that are open, and takes no more.
func TestShutdownWaitsForStreams(t *testing.T) {
	server, resolver, streams, stop := serveStreams(t, 0)
	opened(t, connect(t, server.URL, "1.1", "subscription{silence}"))
	await(t, func() bool { return resolver.Open.Load() == 1 })
	late, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if err := streams.Shutdown(late); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("it did not wait: %v", err)
	}
	if response, body := post(stream, `{"query":"subscription{silence}"}`).do(t, server.URL); response.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("a new stream got %d %s", response.StatusCode, body)
	}
	stop()
	if err := streams.Shutdown(t.Context()); err != nil {
		t.Error(err)
	}
}
