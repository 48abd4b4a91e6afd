package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"fortnight/internal/lossy"
	"fortnight/training"
)

// direction is one of a line: of what is asked of the database, or of what it answers.
type direction int

const (
	asked direction = iota
	answered
)

// line is a way to the database that can be cut and frozen, as the server itself can be stopped, that can be slow, and that can lose packets.
type line struct {
	to       string // the server's socket
	listener net.Listener

	mu     sync.Mutex
	cut    bool
	frozen [2]chan struct{} // by direction; closed when it thaws, nil while it is not frozen
	slow   slowness
	loses  float64 // the share of packets that connections lose which are made from now on
	open   map[net.Conn]bool
}

// slowness is how a line passes on what it is given.
type slowness struct {
	latency time.Duration // of one direction
	bytes   int           // of one piece, 0 for any
	rate    int           // bytes in a second, 0 for any
}

// through has the server reach its database over a line.
func through(l **line) func(*world) {
	return func(w *world) {
		w.way = func(t testing.TB, address string) string {
			at, err := url.Parse(address)
			must(t, err)
			*l = &line{to: at.Query().Get("host") + "/.s.PGSQL." + at.Query().Get("port"), open: map[net.Conn]bool{}}
			if at.Query().Get("port") == "" {
				(*l).to = at.Query().Get("host") + "/.s.PGSQL.5432"
			}
			(*l).listener, err = net.Listen("tcp", "127.0.0.1:0")
			must(t, err)
			t.Cleanup(func() { _ = (*l).listener.Close() })
			go (*l).serve()
			query := at.Query()
			query.Del("host")
			query.Del("port")
			query.Set("sslmode", "disable")
			at.Host, at.RawQuery = (*l).listener.Addr().String(), query.Encode()
			return at.String()
		}
	}
}

func (l *line) serve() {
	for {
		from, err := l.listener.Accept()
		if err != nil {
			return
		}
		l.mu.Lock()
		cut := l.cut
		l.mu.Unlock()
		to, err := net.Dial("unix", l.to)
		if cut || err != nil {
			_ = from.Close()
			continue
		}
		l.mu.Lock()
		l.open[from], l.open[to] = true, true
		loses := l.loses
		l.mu.Unlock()
		if loses == 0 {
			l.join(from, to)
			continue
		}
		near, far, err := lossyPair(loses)
		if err != nil {
			_, _ = from.Close(), to.Close()
			continue
		}
		l.mu.Lock()
		l.open[near], l.open[far] = true, true
		l.mu.Unlock()
		l.join(from, near)
		l.join(far, to)
	}
}

// join passes on what two connections send.
func (l *line) join(near, far net.Conn) {
	go l.copy(near, far, answered)
	go l.copy(far, near, asked)
}

// lossyPair are the two ends of a TCP connection over which packets are lost.
func lossyPair(share float64) (near, far net.Conn, err error) {
	between, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, nil, err
	}
	defer between.Close()
	if near, err = net.Dial("tcp", between.Addr().String()); err != nil {
		return nil, nil, err
	}
	if far, err = between.Accept(); err != nil {
		_ = near.Close()
		return nil, nil, err
	}
	return near, far, errors.Join(lossy.Lose(near, share), lossy.Lose(far, share))
}

func (l *line) copy(to, from net.Conn, way direction) {
	defer to.Close()
	defer from.Close()
	buffer := make([]byte, 32<<10)
	for {
		n, err := from.Read(buffer)
		l.mu.Lock()
		frozen, slow := l.frozen[way], l.slow
		l.mu.Unlock()
		if frozen != nil {
			<-frozen
		}
		if n > 0 && slow.write(to, buffer[:n]) != nil {
			return
		}
		if err != nil {
			return
		}
	}
}

func (s slowness) write(to net.Conn, data []byte) error {
	time.Sleep(s.latency)
	if s.rate > 0 {
		time.Sleep(time.Duration(len(data)) * time.Second / time.Duration(s.rate))
	}
	piece := len(data)
	if s.bytes > 0 {
		piece = s.bytes
	}
	for len(data) > 0 {
		n := min(piece, len(data))
		if _, err := to.Write(data[:n]); err != nil {
			return err
		}
		data = data[n:]
	}
	return nil
}

// be has a line be as slow as that from now on.
func (l *line) be(slow slowness) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.slow = slow
}

// stop ends every connection and refuses new ones.
func (l *line) stop() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.cut = true
	for conn := range l.open {
		_ = conn.Close()
	}
	clear(l.open)
}

func (l *line) start() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.cut = false
}

// freeze has nothing pass any more in some directions, without a word.
func (l *line) freeze(ways ...direction) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, way := range ways {
		l.frozen[way] = make(chan struct{})
	}
}

func (l *line) thaw() {
	l.mu.Lock()
	defer l.mu.Unlock()
	for way, frozen := range l.frozen {
		if frozen != nil {
			close(frozen)
			l.frozen[way] = nil
		}
	}
}

// journal is a log that may be read while it is written.
type journal struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (j *journal) Write(p []byte) (int, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.text.Write(p)
}

// warnings are the lines of at least a warning.
func (j *journal) warnings() []string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return strings.FieldsFunc(j.text.String(), func(r rune) bool { return r == '\n' })
}

func journalled(j *journal) func(*world) {
	return func(w *world) { w.log = slog.New(slog.NewTextHandler(j, &slog.HandlerOptions{Level: slog.LevelWarn})) }
}

// unavailable tells what is wrong with an answer of a server whose database is away, and how long it took.
func (c *client) unavailable(ctx context.Context) (took time.Duration, err error) {
	return c.toldAway(ctx, `{me{id}}`)
}

// toldAway is the same for another document.
func (c *client) toldAway(ctx context.Context, document string) (took time.Duration, err error) {
	began := time.Now()
	request, err := c.request(ctx, document, nil)
	if err != nil {
		return 0, err
	}
	response, err := web.Do(request)
	if err != nil {
		return 0, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err == nil && (response.StatusCode != http.StatusServiceUnavailable || response.Header.Get("Retry-After") == "" || !bytes.Contains(body, []byte(`"UNAVAILABLE"`))) {
		err = fmt.Errorf("%d, Retry-After %q: %s", response.StatusCode, response.Header.Get("Retry-After"), body)
	}
	return time.Since(began), err
}

// back waits until the server answers again.
func (c *client) back(t *testing.T) {
	t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(50 * time.Millisecond) {
		if a, err := c.post(t.Context(), `{me{id}}`, nil); err == nil && len(a.Errors) == 0 {
			return
		}
		if time.Now().After(end) {
			t.Fatal("the server does not come back")
		}
	}
}

// F07, F12: while the database is away everybody is told so at once, and the log once.
func TestF12DatabaseAway(t *testing.T) {
	raced(t)
	t.Parallel()
	var l *line
	var log journal
	w := newWorld(t, bare, through(&l), journalled(&log))
	c := w.user(t, training.RoleAthlete)
	l.stop()
	var took []time.Duration
	for n := range 60 {
		wait, err := c.unavailable(t.Context())
		if err != nil {
			t.Fatalf("request %d: %v after %s", n, err, wait)
		}
		took = append(took, wait)
		time.Sleep(20 * time.Millisecond)
	}
	slices.Sort(took)
	if quick := took[len(took)/4]; quick > time.Second { // the other tests take their turns, so that some wait for those
		t.Errorf("three quarters of the requests wait longer than %s", quick)
	}
	for name, over := range transports {
		s, err := over(t.Context(), c, `subscription { calendarChanged { days { date } } }`, nil)
		if err == nil {
			_, err = s.receive()
		}
		if err == nil || errors.Is(err, io.EOF) {
			t.Errorf("%s: a new subscription: %v", name, err)
		}
	}
	l.start()
	c.back(t)
	if lines := log.warnings(); len(lines) > 3 {
		t.Errorf("an outage takes %d lines of the log:\n%s", len(lines), strings.Join(lines[:4], "\n"))
	}
}

// F10: a database that is frozen is noticed, and everybody is told at once from then on.
func TestF10DatabaseFrozen(t *testing.T) {
	raced(t)
	t.Parallel()
	var l *line
	w := newWorld(t, bare, through(&l), journalled(&journal{}))
	c := w.user(t, training.RoleAthlete)
	l.freeze(asked, answered)
	frozen := time.Now()
	for {
		took, err := c.unavailable(t.Context())
		if err != nil || took > soon {
			t.Fatalf("%v after %s", err, took)
		}
		if took < time.Second {
			break
		}
		if time.Since(frozen) > 2*patience {
			t.Fatalf("after %s a request still waits for %s", time.Since(frozen), took)
		}
	}
	t.Logf("noticed after %s", time.Since(frozen))
	l.thaw()
	c.back(t)
}

// F06, F07: a subscriber sees every event of a run once and in order, however often the database goes away in between: no event without its
// content, and no end that is none.
func TestF07EventsThroughOutages(t *testing.T) {
	raced(t)
	for name, over := range transports {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var l *line
			w := newWorld(t, through(&l), journalled(&journal{}))
			c := w.athlete(t)
			run := c.generate(t, vars{})
			var seen []event
			cuts := make(chan struct{})
			go func() {
				defer close(cuts)
				for range 4 {
					time.Sleep(400 * time.Millisecond)
					l.stop()
					time.Sleep(300 * time.Millisecond)
					l.start()
				}
			}()
			whole := false
			for end := time.Now().Add(3 * patience); !whole && time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
				s, err := over(t.Context(), c, `subscription($run: ID!, $after: Int) { planEvents(runId: $run, after: $after) { `+eventFields+`
					... on CandidatesRetrieved { candidates { workout { id title } } } } }`, vars{"run": run, "after": len(seen)})
				for err == nil {
					var a answer
					if a, err = s.receive(); errors.Is(err, io.EOF) {
						whole = true
					}
					if err != nil {
						break
					}
					if len(a.Errors) > 0 {
						if a.code() != "UNAVAILABLE" {
							t.Error(a.body)
						}
						break
					}
					var data struct{ PlanEvents *event }
					if must(t, json.Unmarshal(a.Data, &data)); data.PlanEvents == nil {
						t.Fatalf("behind event %d came %s", len(seen), a.body)
					}
					if data.PlanEvents.Sequence != len(seen)+1 {
						t.Fatalf("behind event %d came %d", len(seen), data.PlanEvents.Sequence)
					}
					seen = append(seen, *data.PlanEvents)
				}
				if s != nil && s.conn != nil {
					_ = s.conn.Close()
				}
			}
			<-cuts
			if !whole || len(seen) == 0 || !seen[len(seen)-1].terminal() {
				t.Errorf("whole: %t, after %d events", whole, len(seen))
			}
		})
	}
}

// A stream of changes outlives the database's being away, and tells what has changed by then.
func TestF16ChangesThroughAnOutage(t *testing.T) {
	raced(t)
	for name, over := range transports {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var l *line
			w := newWorld(t, bare, through(&l), journalled(&journal{}))
			c := w.user(t, training.RoleAthlete)
			s, err := over(t.Context(), c, `subscription { calendarChanged(days: 3) { days { date locked } } }`, nil)
			must(t, err)
			time.Sleep(200 * time.Millisecond)
			day := today.AddDays(1).String()
			lock := `mutation($day: Date!) { lockDay(input: {date: $day}) { day { locked } } }`
			c.ask(t, lock, vars{"day": day}, new(any))
			a, err := s.receive()
			if err != nil || !strings.Contains(string(a.Data), day) {
				t.Fatalf("%s, %v", a.body, err)
			}
			l.stop()
			time.Sleep(1500 * time.Millisecond)
			l.start()
			c.back(t)
			c.ask(t, strings.ReplaceAll(lock, "lockDay", "unlockDay"), vars{"day": day}, new(any))
			for {
				a, err := s.receive()
				if err != nil || len(a.Errors) > 0 {
					t.Fatalf("%s, %v", a.body, err)
				}
				if strings.Contains(string(a.Data), day) && strings.Contains(string(a.Data), `"locked":false`) {
					break
				}
			}
		})
	}
}
