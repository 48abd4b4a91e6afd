package graphqlws

import (
	"bufio"
	"encoding/binary"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// masked is a frame of a client.
func masked(kind int, data string) []byte {
	frame := binary.BigEndian.AppendUint16([]byte{0x80 | byte(kind), 0x80 | 126}, uint16(len(data)))
	return append(append(frame, 0, 0, 0, 0), data...) // masked with zeros
}

// raw is a client's end of a socket, of which a test sees and sends each byte.
func (w *world) raw() (net.Conn, *bufio.Reader) {
	w.t.Helper()
	conn, err := net.Dial("tcp", strings.TrimPrefix(w.url, "ws://"))
	if err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(func() { _ = conn.Close() })
	_ = conn.SetDeadline(time.Now().Add(time.Minute))
	_, err = conn.Write([]byte("GET / HTTP/1.1\r\nHost: here\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n" +
		"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: " + Subprotocol + "\r\n\r\n"))
	if err != nil {
		w.t.Fatal(err)
	}
	reader := bufio.NewReader(conn)
	response, err := http.ReadResponse(reader, nil)
	if err != nil || response.StatusCode != http.StatusSwitchingProtocols {
		w.t.Fatalf("%v: %v", response, err)
	}
	return conn, reader
}

// received is the text of the next frame of a server, which is short.
func (w *world) received(from *bufio.Reader) string {
	w.t.Helper()
	head := make([]byte, 2)
	for n := range head {
		var err error
		if head[n], err = from.ReadByte(); err != nil {
			w.t.Fatal(err)
		}
	}
	text := make([]byte, head[1])
	for n := range text {
		text[n], _ = from.ReadByte()
	}
	return string(text)
}

// However the bytes of messages come, all are read: several messages at once, more than is read at a time, and one byte after the other.
func TestMessagesComeInAnyPieces(t *testing.T) {
	w := start(t, nil)
	ping := masked(websocket.TextMessage, `{"type":"ping"}`)
	all := masked(websocket.TextMessage, `{"type":"connection_init"}`)
	const pings = 60 // some 1,400 bytes
	for range pings {
		all = append(all, ping...)
	}
	for name, size := range map[string]int{"at once": len(all), "by bytes": 1, "in halves of a frame": len(ping) / 2, "a frame and a byte": len(ping) + 1, "as much as is read": readBuffer} {
		t.Run(name, func(t *testing.T) {
			w := &world{t: t, transport: w.transport, url: w.url}
			conn, answers := w.raw()
			for rest := all; len(rest) > 0; rest = rest[min(size, len(rest)):] {
				if _, err := conn.Write(rest[:min(size, len(rest))]); err != nil {
					t.Fatal(err)
				}
				if size == 1 && len(rest)%9 == 0 {
					time.Sleep(time.Millisecond) // so that it does not come together after all
				}
			}
			if got := w.received(answers); got != `{"type":"connection_ack"}` {
				t.Fatalf("got %q", got)
			}
			for range pings {
				if got := w.received(answers); got != `{"type":"pong"}` {
					t.Fatalf("got %q", got)
				}
			}
		})
	}
}

// A client that leaves without a word, or says nothing for too long, is noticed while it is waited for.
func TestWhoLeavesWhileWaitedForIsNoticed(t *testing.T) {
	w := start(t, func(c *Config) { c.PingEvery = 50 * time.Millisecond })
	for name, leave := range map[string]func(conn net.Conn){
		"hangs up":      func(conn net.Conn) { _ = conn.Close() },
		"ends writing":  func(conn net.Conn) { _ = conn.(*net.TCPConn).CloseWrite() },
		"is silent":     func(net.Conn) {},
		"is reset":      func(conn net.Conn) { _ = conn.(*net.TCPConn).SetLinger(0); _ = conn.Close() },
		"half a header": func(conn net.Conn) { _, _ = conn.Write([]byte{0x81}) },
	} {
		t.Run(name, func(t *testing.T) {
			w := &world{t: t, transport: w.transport, url: w.url}
			conn, _ := w.raw()
			leave(conn)
			for end := time.Now().Add(time.Minute); ; time.Sleep(time.Millisecond) {
				if open, _ := w.transport.Open(); open == 0 {
					return
				}
				if time.Now().After(end) {
					t.Fatal("it is still there")
				}
			}
		})
	}
}

// An id stands in a message as JSON, whatever its client made it of.
func TestIDsAreJSON(t *testing.T) {
	for id, want := range map[string]string{
		"1": `"1"`, "8a54b6f6-7c3b": `"8a54b6f6-7c3b"`, "": `""`, `a"b`: `"a\"b"`, `a\b`: `"a\\b"`, "a\x00\n": `"a\u0000\n"`, "ü": `"ü"`, "<&>": `"\u003c\u0026\u003e"`, "\x7f": "\"\x7f\"", "~": `"~"`,
	} {
		if got := string(appendQuoted(nil, id)); got != want {
			t.Errorf("%q is written %s, want %s", id, got, want)
		}
	}
}
