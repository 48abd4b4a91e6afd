package graphqlws

import (
	"bufio"
	"errors"
	"net"
	"net/http"
	"syscall"
)

// incoming is a connection that can be waited for: until something comes from its client it takes the smallest stack there is, a quarter of what it
// takes to read and judge a message.
type incoming struct {
	net.Conn

	raw    syscall.RawConn // nil where it cannot be waited for
	reader *bufio.Reader   // all that is read is read through it
	first  [1]byte         // of what comes next, where came
	came   bool
}

// readBuffer is the smallest that the upgrader takes over, in bytes: most messages of a client are short, and thousands of connections wait.
const readBuffer = 272

func newIncoming(conn net.Conn) *incoming {
	in := &incoming{Conn: conn}
	in.reader = bufio.NewReaderSize(in, readBuffer)
	if file, is := conn.(syscall.Conn); is {
		if raw, err := file.SyscallConn(); err == nil { // else it is closed, which who reads is told
			in.raw = raw
		}
	}
	return in
}

// Read is that of the connection.
func (in *incoming) Read(to []byte) (int, error) {
	if in.came && len(to) > 0 {
		in.came = false
		return copy(to, in.first[:]), nil
	}
	return in.Conn.Read(to)
}

// wait returns when there is something to be read, or its end, or the read deadline has passed, which is an error.
func (in *incoming) wait() error {
	if in.raw == nil || in.came || in.reader.Buffered() > 0 {
		return nil
	}
	return in.raw.Read(in.look)
}

// look reads a byte, and says no where there is none yet. What else there is to be told the next Read is told.
func (in *incoming) look(fd uintptr) (done bool) {
	for {
		n, err := syscall.Read(int(fd), in.first[:])
		in.came = n > 0
		if !errors.Is(err, syscall.EINTR) {
			return !errors.Is(err, syscall.EAGAIN)
		}
	}
}

// entrance is what an upgrader answers on: the connection that it takes over can be waited for.
type entrance struct {
	http.ResponseWriter

	in *incoming // nil before
}

// Hijack takes the connection over. One on which something has come already is handed on as it is, and refused.
func (e *entrance) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	conn, buffered, err := http.NewResponseController(e.ResponseWriter).Hijack()
	if err != nil || buffered.Reader.Buffered() > 0 {
		return conn, buffered, err
	}
	e.in = newIncoming(conn)
	return e.in, bufio.NewReadWriter(e.in.reader, buffered.Writer), nil
}
