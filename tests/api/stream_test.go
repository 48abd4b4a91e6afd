package api_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// event is a decision of a run as a client reads it.
type event struct {
	Type        string `json:"__typename"`
	ID          string
	RunID       string
	Sequence    int
	Stage       string
	Message     string
	Code        string
	Certificate *certificate
}

func (e event) terminal() bool {
	return e.Type == "RunSucceeded" || e.Type == "RunFailed" || e.Type == "RunCancelled"
}

const eventFields = `__typename id runId sequence stage message ... on RunFailed { code certificate ` + certificateFields + ` }`

type certificate struct {
	Verdict   string
	Conflicts []conflict
}

type conflict struct {
	Rules    []struct{ ID string }
	Sessions []struct{ Session struct{ ID string } }
	Message  string
	Repairs  []repair
}

type repair struct {
	Kind, Message, SessionID string
	Token, Date, Start       *string
	Unlock                   bool
}

const certificateFields = `{ verdict conflicts { rules { id } sessions { session { id } } message repairs { kind token message sessionId date start unlock } } }`

// stream is a subscription over one of the transports.
type stream struct {
	receive func() (answer, error) // io.EOF once the server has said that it is complete
	conn    net.Conn
	socket  *websocket.Conn // nil over SSE
}

// transport opens a subscription.
type transport func(ctx context.Context, c *client, operation string, variables any) (*stream, error)

var transports = map[string]transport{"WebSocket": overSocket, "SSE": overEvents}

// patience is how long an event, or whatever else is waited for, may take to come: many times what it takes, on a machine that is busy.
const patience = time.Minute

// overSocket speaks graphql-transport-ws.
func overSocket(ctx context.Context, c *client, operation string, variables any) (*stream, error) {
	dialer := websocket.Dialer{Subprotocols: []string{"graphql-transport-ws"}, HandshakeTimeout: patience}
	socket, response, err := dialer.DialContext(ctx, "ws"+strings.TrimPrefix(c.url, "http"), nil)
	if err != nil {
		return nil, err
	}
	_ = response.Body.Close()
	_ = socket.SetReadDeadline(time.Now().Add(patience))
	s := &stream{conn: socket.NetConn(), socket: socket, receive: func() (answer, error) {
		_ = socket.SetReadDeadline(time.Now().Add(patience))
		return receive(socket)
	}}
	if err := socket.WriteJSON(vars{"type": "connection_init", "payload": vars{"Authorization": "Bearer " + c.token}}); err != nil {
		return s, err
	}
	if a, err := receive(socket); err != nil || !strings.HasPrefix(a.body, "connection_ack") {
		return s, fmt.Errorf("got %q in place of connection_ack, %w", a.body, err)
	}
	return s, socket.WriteJSON(vars{"type": "subscribe", "id": "1", "payload": vars{"query": operation, "variables": variables}})
}

func receive(socket *websocket.Conn) (a answer, err error) {
	var m struct {
		Type    string
		Payload json.RawMessage
	}
	if err := socket.ReadJSON(&m); err != nil {
		return a, err
	}
	switch m.Type {
	case "complete":
		return a, io.EOF
	case "next":
		err = json.Unmarshal(m.Payload, &a)
	case "error":
		err = json.Unmarshal(m.Payload, &a.Errors)
	}
	a.body = m.Type + " " + string(m.Payload)
	return a, err
}

// overEvents speaks server-sent events.
func overEvents(ctx context.Context, c *client, operation string, variables any) (*stream, error) {
	s := &stream{}
	request, err := c.request(ctx, operation, variables)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Accept", "text/event-stream")
	dial := func(ctx context.Context, network, address string) (net.Conn, error) {
		s.conn, err = (&net.Dialer{}).DialContext(ctx, network, address)
		return s.conn, err
	}
	response, err := (&http.Transport{DialContext: dial, DisableKeepAlives: true}).RoundTrip(request)
	if err != nil {
		return nil, err
	}
	_ = s.conn.SetReadDeadline(time.Now().Add(patience))
	lines := bufio.NewScanner(response.Body)
	lines.Buffer(nil, 1<<20)
	s.receive = func() (answer, error) {
		_ = s.conn.SetReadDeadline(time.Now().Add(patience))
		return receiveEvent(lines)
	}
	return s, nil
}

func receiveEvent(lines *bufio.Scanner) (a answer, err error) {
	kind := ""
	for lines.Scan() {
		line := lines.Text()
		if name, is := strings.CutPrefix(line, "event: "); is {
			kind = name
		}
		data, is := strings.CutPrefix(line, "data: ")
		switch {
		case kind == "complete" && line == "":
			return a, io.EOF
		case is && kind == "next":
			return a, json.Unmarshal([]byte(data), &a)
		}
	}
	return a, errors.Join(io.ErrUnexpectedEOF, lines.Err())
}

// kill breaks the connection as a client does that dies: without a word, with a reset.
func (s *stream) kill() {
	_ = s.conn.(*net.TCPConn).SetLinger(0)
	_ = s.conn.Close()
}

// subscribe watches a run until the test ends.
func (c *client) subscribe(t testing.TB, over transport, run string, after int) *stream {
	t.Helper()
	s, err := over(t.Context(), c, `subscription($run: ID!, $after: Int) { planEvents(runId: $run, after: $after) { `+eventFields+` } }`,
		vars{"run": run, "after": after})
	must(t, err)
	t.Cleanup(func() { _ = s.conn.Close() })
	return s
}

// read is the next event, io.EOF where the stream is complete.
func (s *stream) read() (event, error) {
	a, err := s.receive()
	if err == nil && len(a.Errors) > 0 {
		err = &refusal{a}
	}
	if err != nil {
		return event{}, err
	}
	var data struct{ PlanEvents event }
	err = json.Unmarshal(a.Data, &data)
	return data.PlanEvents, err
}

// next is the next event, false where the stream is complete.
func (s *stream) next(t testing.TB) (event, bool) {
	t.Helper()
	e, err := s.read()
	if err != nil && !errors.Is(err, io.EOF) {
		t.Fatal(err)
	}
	return e, err == nil
}

// rest are the events up to the end, which the server must say.
func (s *stream) rest(t testing.TB) []event {
	t.Helper()
	var events []event
	for {
		e, more := s.next(t)
		if !more {
			return events
		}
		events = append(events, e)
	}
}
