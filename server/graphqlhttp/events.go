package graphqlhttp

import (
	"bytes"
	"context"
	"net"
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"fortnight/server/internal/broadcast"
	"fortnight/server/internal/outbox"
	"fortnight/server/internal/wire"
)

const (
	writeTimeout = 10 * time.Second // for 32 KiB of what waits for a client
	maxWaiting   = 512 << 10        // bytes that may wait for a client beside one answer; one that is further behind is cut off and comes back
	closeWait    = time.Second      // for a client to close the connection after the last of it
	maxIgnored   = 64 << 10         // bytes that a client may send after its request
)

// complete is the last event of a stream that has come to its end. One without it was cut off, and its client comes back.
// Its data is empty and there, since the event sources of browsers pass an event without a data line over in silence.
const complete = "event: complete\ndata: \n\n"

// events are those of a stream, on a connection that nobody else writes to. While its client takes what it is sent, all that a stream has is
// a goroutine which waits for the client to leave.
type events struct {
	conn      net.Conn
	out       *outbox.Outbox
	chunked   bool // HTTP/1.0 has no chunks: there the end of the connection is that of the answer
	cancel    context.CancelFunc
	pingEvery time.Duration
	closing   sync.Once
	stop      func() bool // lets the context of the operation end without a word

	mu    sync.Mutex
	gone  bool
	pings *time.Timer
	leave func() // has a subscription tell nothing more; nil before there is one
}

var _ broadcast.Listener = (*events)(nil)

// open writes the head of the answer and a comment, so that the reader knows at once that the stream is open, and pings from then on.
func (e *events) open(header http.Header) {
	header.Set("Content-Type", mediaStream+"; charset=utf-8") // it always is, and clients that do not know take text for Latin-1
	header.Set("Cache-Control", "no-cache")
	header.Set("Connection", "close") // it ends with its stream
	header.Set("Date", time.Now().UTC().Format(http.TimeFormat))
	if e.chunked {
		header.Set("Transfer-Encoding", "chunked")
	}
	var head bytes.Buffer
	head.WriteString("HTTP/1.1 200 OK\r\n")
	_ = header.Write(&head) // a buffer takes all
	head.WriteString("\r\n")
	e.out.Write(e.append(head.Bytes(), ":\n\n"))
	e.mu.Lock()
	defer e.mu.Unlock()
	e.pings = time.AfterFunc(e.pingEvery, e.ping)
}

// append writes pieces as one chunk.
func (e *events) append(to []byte, pieces ...string) []byte {
	length := 0
	for _, piece := range pieces {
		length += len(piece)
	}
	if e.chunked {
		to = append(strconv.AppendInt(to, int64(length), 16), "\r\n"...)
	}
	for _, piece := range pieces {
		to = append(to, piece...)
	}
	if e.chunked {
		to = append(to, "\r\n"...)
	}
	return to
}

func (e *events) ping() {
	e.mu.Lock()
	defer e.mu.Unlock()
	if !e.gone {
		e.out.Write(e.append(nil, ": ping\n\n"))
		e.pings.Reset(e.pingEvery)
	}
}

const (
	nextBefore = "event: next\ndata: "
	after      = "\n\n"
)

// Next sends an answer. What is written together is sent together: who reads an event has all of it.
func (e *events) Next(answer []byte) (behind <-chan struct{}) {
	return e.out.Write(e.append(make([]byte, 0, len(answer)+len(nextBefore)+len(after)+16), nextBefore, string(answer), after))
}

func (e *events) next(response *graphql.Response) {
	e.Next(wire.AppendResponse(make([]byte, 0, len(response.Data)+256), response))
}

// End sends what ends a subscription.
func (e *events) End(how broadcast.End, errors []byte) {
	switch how {
	case broadcast.Completed:
		e.last(complete)
	case broadcast.Refused:
		e.Next(append(append([]byte(`{"errors":`), errors...), '}'))
		e.last(complete)
	case broadcast.Broken, broadcast.Stopped:
		e.cut()
	}
}

// cut ends a stream that has not come to its end.
func (e *events) cut() { e.last("") }

// last sends the last event, or none, and the end of the answer, and hangs up when the client has taken all that waits for it.
func (e *events) last(event string) {
	e.closing.Do(func() {
		var data []byte
		if event != "" {
			data = e.append(nil, event)
		}
		if e.chunked {
			data = append(data, "0\r\n\r\n"...)
		}
		behind := e.out.WriteLast(data)
		if behind == nil {
			e.hangUp()
			return
		}
		go func() {
			<-behind
			e.hangUp()
		}()
	})
}

// hangUp ends what is written, and gives the client closeWait to do the same: a connection that is closed while something arrives is reset,
// and its client may lose the last of what it was sent.
func (e *events) hangUp() {
	if half, is := e.conn.(interface{ CloseWrite() error }); is {
		_ = half.CloseWrite() // it may be gone
	}
	_ = e.conn.SetReadDeadline(time.Now().Add(closeWait))
}

// leaves says how a subscription is told that nobody listens any more.
func (e *events) leaves(leave func()) {
	e.mu.Lock()
	gone := e.gone
	e.leave = leave
	e.mu.Unlock()
	if gone {
		leave()
	}
}

// read waits until the client leaves, has sent more after its request than is overlooked, or does not hang up. A request that follows is never
// answered, as the head of the answer has said. As long as it waits it has what is on its stack: little, so that it stays as small as they are.
func (e *events) read(ignored int, ended func()) {
	defer e.end(ended)
	some := make([]byte, 64)
	for ignored <= maxIgnored {
		n, err := e.conn.Read(some)
		if err != nil {
			return
		}
		ignored += n
	}
}

// end gives back what a stream took.
func (e *events) end(ended func()) {
	e.stop()
	e.cancel()
	_ = e.conn.Close() // nothing is left to lose
	e.mu.Lock()
	leave := e.leave
	e.gone = true
	e.pings.Stop()
	e.mu.Unlock()
	if leave != nil {
		leave()
	}
	ended()
}
