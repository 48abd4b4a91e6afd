package api_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// streamLimit tells all who are connected what it is told, by the least that a server can do for it: a goroutine for each connection, which reads, and one
// frame that is made once. It speaks as much of graphql-transport-ws as the benchmark's client.
type streamLimit struct {
	mu    sync.Mutex
	conns []*websocket.Conn
}

func (l *streamLimit) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodPost {
		payload, _ := io.ReadAll(r.Body)
		frame, err := websocket.NewPreparedMessage(websocket.TextMessage, fmt.Appendf(nil, `{"id":"1","type":"next","payload":%s}`, payload))
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		l.mu.Lock()
		defer l.mu.Unlock()
		for _, conn := range l.conns {
			_ = conn.WritePreparedMessage(frame)
		}
		return
	}
	upgrader := websocket.Upgrader{Subprotocols: []string{"graphql-transport-ws"}, ReadBufferSize: 512, WriteBufferSize: 512, WriteBufferPool: &sync.Pool{}}
	conn, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	for {
		_, message, err := conn.ReadMessage()
		switch {
		case err != nil:
			return
		case strings.Contains(string(message), "connection_init"):
			_ = conn.WriteMessage(websocket.TextMessage, []byte(`{"type":"connection_ack"}`))
		default:
			l.mu.Lock()
			l.conns = append(l.conns, conn)
			l.mu.Unlock()
		}
	}
}

// TestStreamClient is a process of BenchmarkStreams, so that what listening costs is not counted: it opens so many sockets that watch a calendar, and tells
// of each change when all have been told of it.
func TestStreamClient(t *testing.T) {
	raced(t)
	count, err := strconv.Atoi(os.Getenv("STREAM_CLIENT_SOCKETS"))
	if err != nil {
		t.Skip("it is a process of BenchmarkStreams")
	}
	c, told := &client{url: os.Getenv("STREAM_CLIENT_URL"), token: os.Getenv("READ_CLIENT_TOKEN")}, make(chan error, count)
	for range count {
		s, err := overSocket(t.Context(), c, `subscription { calendarChanged(days: 5) { days { date locked } } }`, nil)
		must(t, err)
		go func() {
			for {
				a, err := s.receive()
				if err != nil || strings.HasPrefix(a.body, "next") {
					told <- err
				}
				if err != nil {
					return
				}
			}
		}()
	}
	for fmt.Println("\nopened"); ; fmt.Println("told") {
		for range count {
			must(t, <-told)
		}
	}
}

// watch starts a process that watches at an address, and returns what says when all were told once more.
func (r *readers) watch(b *testing.B, address string, sockets int) (told func()) {
	b.Helper()
	command := exec.CommandContext(b.Context(), os.Args[0], "-test.run=^TestStreamClient$")
	command.Env = append(os.Environ(), "STREAM_CLIENT_URL="+address, "STREAM_CLIENT_SOCKETS="+strconv.Itoa(sockets), "READ_CLIENT_TOKEN="+r.coach.token)
	output, err := command.StdoutPipe()
	must(b, err)
	command.Stderr = os.Stderr
	must(b, command.Start())
	b.Cleanup(func() {
		_ = command.Process.Kill()
		_ = command.Wait()
	})
	lines := bufio.NewScanner(output)
	until := func(line string) {
		for lines.Scan() {
			if lines.Text() == line {
				return
			}
		}
		b.Fatalf("those who watch at %s end before all have been %s", address, line)
	}
	until("opened")
	return func() { until("told") }
}

// BenchmarkStreams prints what it costs to tell a thousand who watch a calendar of its changes, beside the limit in the same run: processor time of the
// process that serves for 1,000 events, beyond what as many changes take of which nobody is told, and the memory that one more who waits takes. One change comes
// after the other, when all have been told.
func BenchmarkStreams(b *testing.B) {
	const sockets, changes = 1000, 30
	r := newReaders(b, "on", 0, manyWorkouts(60))
	day := first.AddDays(2).String()
	for _, of := range []struct{ name, limit string }{{"product", ""}, {"limit", "streams"}} {
		address := r.start(b, of.limit)
		by := &client{url: address, token: r.coach.token}
		locked := false
		change := func() {
			locked = !locked
			if of.limit == "" {
				by.ask(b, "mutation($day: Date!) { "+map[bool]string{true: "lockDay", false: "unlockDay"}[locked]+"(input: {date: $day}) { day { locked } } }", vars{"day": day}, new(any))
				return
			}
			body, err := json.Marshal(vars{"data": vars{"calendarChanged": vars{"days": []vars{{"date": day, "locked": locked}}}}})
			must(b, err)
			response, err := http.Post(address, "application/json", strings.NewReader(string(body)))
			must(b, err)
			must(b, response.Body.Close())
		}
		change() // what is made at the first time is nobody's who waits
		untold := usedBy(b, address)
		for range changes {
			change()
		}
		before := usedBy(b, address)
		alone := before.Processor - untold.Processor
		told := r.watch(b, address, sockets)
		time.Sleep(2 * time.Second) // for subscriptions to begin
		change()
		told()
		waiting, began := usedBy(b, address), time.Now()
		profiled(b, "streams", map[string]string{of.name: address}, func() {
			for range changes {
				change()
				told()
			}
		})
		took, after := time.Since(began), usedBy(b, address)
		fmt.Printf("%s: %.4f CPU-s for 1,000 events, %d kB for each of %d who wait, %s a change\n", of.name, (after.Processor-waiting.Processor-alone).Seconds()/(sockets*changes)*1000,
			(waiting.Resident-before.Resident)/sockets, sockets, (took / changes).Round(time.Millisecond))
	}
}
