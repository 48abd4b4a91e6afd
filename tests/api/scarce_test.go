package api_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"fortnight/db/dbtest"
	"fortnight/training"
)

// F19: while others have all connections that a PostgreSQL gives, everybody is told at once that there is none, and /readyz says so; when they have
// gone it is as before.
func TestF19ConnectionsUsedUp(t *testing.T) {
	raced(t)
	t.Parallel()
	own := dbtest.NewPrivate(t)
	w := newWorld(t, bare, journalled(&journal{}), func(w *world) { w.own = own })
	c := w.user(t, training.RoleAthlete)
	w.raw.Close()
	var taken []*pgx.Conn
	letGo := func() {
		for _, conn := range taken {
			_ = conn.Close(context.Background())
		}
		taken = nil
	}
	defer letGo()
	full := func() bool {
		conn, err := pgx.Connect(t.Context(), own.URL)
		if err == nil {
			taken = append(taken, conn)
		}
		return err != nil && strings.Contains(err.Error(), "53300")
	}
	w.until(t, "there is no connection left", full)
	_, err := taken[0].Exec(t.Context(), "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'fortnight'")
	must(t, err)
	quick := 0
	for end := time.Now().Add(2 * patience); quick < 20; {
		for !full() { // it was faster
		}
		took, err := c.unavailable(t.Context())
		if err == nil && took < time.Second {
			quick++
		}
		if time.Now().After(end) {
			t.Fatalf("without connections: %v after %s", err, took)
		}
	}
	if status, _ := w.readiness(t); status != http.StatusServiceUnavailable {
		t.Errorf("without connections, /readyz says %d", status)
	}
	letGo()
	c.back(t)
	w.until(t, "/readyz is well", func() bool { status, _ := w.readiness(t); return status == http.StatusOK })
}

// serveAt starts a server on a port of 127.0.0.1 behind a shell's command, such as a limit, and returns when it is ready.
func serveAt(t *testing.T, before, binary, database string) *process {
	t.Helper()
	free, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	address := free.Addr().String()
	must(t, free.Close())
	p := &process{cmd: exec.Command("sh", "-c", before+` exec "$0" serve`, binary), url: "http://" + address + "/graphql"}
	p.cmd.Env = append(os.Environ(), "DATABASE_URL="+database, "FORTNIGHT_DATA="+t.TempDir(), "FORTNIGHT_ADDR="+address,
		"FORTNIGHT_ENV=production", "FORTNIGHT_MODEL=off", "FORTNIGHT_SIGNING_KEYS="+strings.Repeat("5a", 32))
	must(t, p.cmd.Start())
	t.Cleanup(func() { p.signal(syscall.SIGKILL); _ = p.cmd.Wait() })
	for end := time.Now().Add(2 * patience); !p.healthy("readyz"); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("the server does not get ready")
		}
	}
	return p
}

// healthy asks a path over a connection of its own.
func (p *process) healthy(path string) bool {
	asks := &http.Client{Timeout: 5 * time.Second, Transport: &http.Transport{DisableKeepAlives: true}}
	response, err := asks.Get(strings.TrimSuffix(p.url, "graphql") + path)
	if err != nil {
		return false
	}
	_ = response.Body.Close()
	return response.StatusCode == http.StatusOK
}

// Servers to whom something is lacking that others have.
func TestScarcity(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("limits processes as Linux does")
	}
	t.Parallel()
	binary := build(t)
	for name, test := range map[string]func(*testing.T, string){
		"F18 nowhere to write a line": lineIsNotWritten,
		"F35 no memory":               noMemory,
		"F36 a tenth of a processor":  tenthOfAProcessor,
		"F37 few descriptors":         fewDescriptors,
	} {
		t.Run(name, func(t *testing.T) { test(t, binary) })
	}
}

// Where neither a line of the log nor a file can be written, a server serves.
func lineIsNotWritten(t *testing.T, binary string) {
	database := dbtest.URL(t)
	p := serveAt(t, "TMPDIR=/nowhere; export TMPDIR; exec >/dev/full 2>&1;", binary, database)
	raw, err := pgxpool.New(t.Context(), database)
	must(t, err)
	t.Cleanup(raw.Close)
	w := &world{url: p.url, raw: raw}
	w.plansOnce(t, w.describedAthletes(t, 1)[0])
	if !p.healthy("healthz") || !p.healthy("readyz") {
		t.Error("a server that cannot write its log does not call itself well")
	}
}

// Somebody holds all connections that a server with 64 descriptors lets him have, of each kind, and asks for many more. Others are answered all the while, in
// time, and plan; the server calls itself well, and is; and what was held is free again when it is let go.
func fewDescriptors(t *testing.T, binary string) {
	database := dbtest.URL(t)
	p := serveAt(t, "ulimit -n 64;", binary, database)
	raw, err := pgxpool.New(t.Context(), database)
	must(t, err)
	t.Cleanup(raw.Close)
	w := &world{url: p.url, raw: raw}
	athlete := w.describedAthletes(t, 1)[0]
	address := strings.TrimSuffix(strings.TrimPrefix(p.url, "http://"), "/graphql")
	before := p.connections(t)
	var held []net.Conn
	grab := func(request string) {
		conn, err := (&net.Dialer{LocalAddr: &net.TCPAddr{IP: net.IPv4(127, 0, 0, 2)}, Timeout: patience}).DialContext(t.Context(), "tcp", address)
		must(t, err)
		t.Cleanup(func() { _ = conn.Close() })
		_, _ = io.WriteString(conn, request) // one that is too many is closed
		held = append(held, conn)
	}
	body := fmt.Sprintf(`{"query": "subscription { calendarChanged(athleteId: %s) { revision } }"}`, strings.ReplaceAll(quoted(athlete.id), `"`, `\"`))
	for range 40 { // streams first: each begins as a connection of the other kind, of which there are fewer
		grab(fmt.Sprintf("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAccept: text/event-stream\r\n"+
			"Authorization: Bearer %s\r\nContent-Length: %d\r\n\r\n%s", athlete.token, len(body), body))
		_ = held[len(held)-1].SetReadDeadline(time.Now().Add(patience))
		_, _ = held[len(held)-1].Read(make([]byte, 1)) // it is a stream, or closed
	}
	for range 120 {
		grab("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
		grab("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{") // and no more of it
	}
	var took []time.Duration
	for n := range 100 {
		began := time.Now()
		a, err := athlete.alone(t.Context(), `{ me { id } }`)
		if err != nil || len(a.Errors) > 0 {
			t.Fatalf("request %d meanwhile: %s, %v", n, a.body, err)
		}
		took = append(took, time.Since(began))
		if n%10 == 0 && (!p.healthy("healthz") || !p.healthy("readyz")) {
			t.Error("the server does not call itself well")
		}
	}
	slices.Sort(took)
	if p99 := took[98]; p99 > time.Second {
		t.Errorf("p99 of `me` is %s meanwhile", p99)
	}
	if now := p.connections(t); now < before+15 || now > 24 {
		t.Errorf("the server has %d connections, %d before: those of the crowd are not there, or there are too many", now, before)
	}
	w.plansOnce(t, athlete)
	for _, conn := range held {
		_ = conn.Close()
	}
	w.until(t, "what was held is free", func() bool { return p.connections(t) <= before+3 }) // those that the others keep
	w.until(t, "the server calls itself well afterwards", func() bool { return p.healthy("healthz") && p.healthy("readyz") })
	athlete.isMe(t, athlete.id)
}

// alone asks over a connection of its own.
func (c *client) alone(ctx context.Context, operation string) (a answer, err error) {
	request, err := c.request(ctx, operation, nil)
	if err != nil {
		return a, err
	}
	request.Close = true
	response, err := web.Do(request)
	if err != nil {
		return a, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return a, err
	}
	a.body = string(body)
	return a, json.Unmarshal(body, &a)
}

// connections is how many connections of clients a process has that are not closed at its end.
func (p *process) connections(t testing.TB) (count int) {
	t.Helper()
	_, port, err := net.SplitHostPort(strings.TrimSuffix(strings.TrimPrefix(p.url, "http://"), "/graphql"))
	must(t, err)
	number, err := strconv.Atoi(port)
	must(t, err)
	table, err := os.ReadFile("/proc/net/tcp")
	must(t, err)
	for line := range strings.Lines(string(table)) {
		if columns := strings.Fields(line); strings.HasSuffix(columns[1], fmt.Sprintf(":%04X", number)) && (columns[3] == "01" || columns[3] == "08") { // established, or the client has left
			count++
		}
	}
	return count
}

// descriptors is how many files and connections a process has open.
func (p *process) descriptors(t testing.TB) int {
	t.Helper()
	open, err := os.ReadDir(fmt.Sprintf("/proc/%d/fd", p.cmd.Process.Pid))
	must(t, err)
	return len(open)
}

// Of two servers one has a tenth of a processor. Each run has its one end, whoever works on it, and watching at either misses nothing.
func tenthOfAProcessor(t *testing.T, binary string) {
	database := dbtest.URL(t)
	slow, quick := serveAt(t, "", binary, database), serveAt(t, "", binary, database)
	raw, err := pgxpool.New(t.Context(), database)
	must(t, err)
	t.Cleanup(raw.Close)
	w := &world{url: quick.url, raw: raw}
	clients := w.describedAthletes(t, 2)
	ended, throttling := make(chan struct{}), sync.WaitGroup{}
	throttling.Go(func() {
		for {
			slow.signal(syscall.SIGSTOP)
			time.Sleep(90 * time.Millisecond)
			slow.signal(syscall.SIGCONT)
			select {
			case <-ended:
				return
			case <-time.After(10 * time.Millisecond):
			}
		}
	})
	defer throttling.Wait()
	defer close(ended)
	runs := map[string]*client{}
	for _, c := range clients {
		for seed := range 2 {
			runs[c.generate(t, vars{"seed": seed})] = c
		}
	}
	n := 0
	for run, c := range runs {
		at := *c
		if n++; n%2 == 0 {
			at.url = slow.url
		}
		whole(t, at.subscribe(t, overSocket, run, 0).rest(t), 1)
	}
	w.endedOnce(t, len(runs))
	for _, c := range clients {
		c.onePlan(t, w)
	}
}

// A server that gets no more memory in the middle of its work dies of it, and another brings each of its runs to its one end.
func noMemory(t *testing.T, binary string) {
	if _, err := exec.LookPath("prlimit"); err != nil {
		t.Skip("prlimit is not installed")
	}
	database := dbtest.URL(t)
	starved, other := serveAt(t, "", binary, database), serveAt(t, "", binary, database)
	raw, err := pgxpool.New(t.Context(), database)
	must(t, err)
	t.Cleanup(raw.Close)
	w := &world{url: starved.url, raw: raw}
	clients := w.describedAthletes(t, 2)
	other.signal(syscall.SIGSTOP)
	runs := map[string]*client{}
	for _, c := range clients {
		for seed := range 2 {
			runs[c.generate(t, vars{"seed": seed})] = c
		}
	}
	out, err := exec.Command("prlimit", "--pid", fmt.Sprint(starved.cmd.Process.Pid), "--as=4096").CombinedOutput()
	if err != nil {
		t.Fatalf("%v %s", err, out)
	}
	died := make(chan struct{})
	go func() { _ = starved.cmd.Wait(); close(died) }()
	body := `{"query": "{ __typename }", "variables": {"unused": "` + strings.Repeat("a", 900_000) + `"}}`
	for end := time.Now().Add(patience); ; {
		var asking sync.WaitGroup
		for range 20 { // each takes memory
			asking.Go(func() {
				request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, starved.url, strings.NewReader(body))
				if err != nil {
					t.Error(err)
					return
				}
				request.Header.Set("Content-Type", "application/json")
				request.Header.Set("Authorization", "Bearer "+clients[0].token) // one address alone has not so much to spend
				if response, err := web.Do(request); err == nil {
					_ = response.Body.Close()
				}
			})
		}
		asking.Wait()
		select {
		case <-died:
		default:
			if time.Now().After(end) {
				t.Fatal("a server lives on without memory")
			}
			continue
		}
		break
	}
	other.signal(syscall.SIGCONT)
	w.url = other.url
	for run, c := range runs {
		c.url = other.url
		whole(t, c.subscribe(t, overSocket, run, 0).rest(t), 1)
	}
	w.endedOnce(t, len(runs))
	for _, c := range clients {
		c.onePlan(t, w)
	}
}
