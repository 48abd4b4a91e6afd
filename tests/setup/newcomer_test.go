package setup_test

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// patience is for what takes seconds on a machine of which nobody else wants anything.
const patience = 20 * time.Minute

// secondStart bounds the second start, from the command to the first answer: ten times what the README's reader is to wait.
const secondStart = 20 * time.Second

// said is what a program has said so far.
type said struct {
	lock sync.Mutex
	text bytes.Buffer
}

func (s *said) Write(text []byte) (int, error) {
	s.lock.Lock()
	defer s.lock.Unlock()
	return s.text.Write(text)
}

func (s *said) String() string {
	s.lock.Lock()
	defer s.lock.Unlock()
	return s.text.String()
}

// newcomer is somebody with the program, a home in which there is nothing, and a data folder whose name is not easy.
type newcomer struct {
	program, addr, data string
	setting             []string
}

// freeAddress is an address of loopback on which nobody listens.
func freeAddress(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	if err := listener.Close(); err != nil {
		t.Fatal(err)
	}
	return listener.Addr().String()
}

func newNewcomer(t *testing.T) newcomer {
	t.Helper()
	folder := t.TempDir()
	n := newcomer{program: filepath.Join(folder, "fortnight"), data: filepath.Join(folder, "the athlete's dätä 数")}
	build := exec.CommandContext(t.Context(), "scripts/build", n.program, "./cmd/fortnight")
	build.Dir = filepath.Join("..", "..")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build: %v: %s", err, out)
	}
	n.addr = freeAddress(t)
	installed := cmp.Or(os.Getenv("FORTNIGHT_PREFIX"), filepath.Join(os.Getenv("HOME"), ".local", "share", "fortnight", "postgresql"))
	n.setting = []string{
		"PATH=" + os.Getenv("PATH"), "PG_BINDIR=" + os.Getenv("PG_BINDIR"), "FORTNIGHT_PREFIX=" + installed, "HOME=" + t.TempDir(),
		"FORTNIGHT_ADDR=" + n.addr, "FORTNIGHT_DATA=" + n.data, "HF_HUB_OFFLINE=1",
	}
	return n
}

func (n newcomer) command(ctx context.Context, words ...string) *exec.Cmd {
	command := exec.CommandContext(ctx, n.program, words...)
	command.Env = n.setting
	return command
}

// serve starts the server, and returns when it has answered a query, with how long that took. Stop has it end as a user does.
func (n newcomer) serve(t *testing.T) (log *said, took time.Duration, stop func()) {
	t.Helper()
	log = &said{}
	took, end := n.started(t, n.command(context.WithoutCancel(t.Context()), "serve"), log)
	return log, took, func() {
		if err := end(); err != nil {
			t.Errorf("told to stop, the server ends with %v:\n%s", err, log)
		}
	}
}

// started starts a command that is to serve, and returns when a query is answered. End has all of the command told to stop, and returns how it
// ended.
func (n newcomer) started(t *testing.T, command *exec.Cmd, log *said) (took time.Duration, end func() error) {
	t.Helper()
	command.Stdout, command.Stderr = log, log
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	began := time.Now()
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- command.Wait() }()
	end = sync.OnceValue(func() error {
		_ = syscall.Kill(-command.Process.Pid, syscall.SIGTERM)
		select {
		case err := <-ended:
			return err
		case <-time.After(patience):
			_ = syscall.Kill(-command.Process.Pid, syscall.SIGKILL)
			return errors.New("it does not stop")
		}
	})
	t.Cleanup(func() { _ = end() })
	for late := began.Add(patience); ; time.Sleep(10 * time.Millisecond) {
		if body, _, err := n.ask(t, "", `{ limits { documentPoints } }`); err == nil && strings.Contains(body, `"documentPoints":`) {
			return time.Since(began), end
		}
		select {
		case err := <-ended:
			ended <- err
			t.Fatalf("it has ended with %v:\n%s", err, log)
		default:
		}
		if time.Now().After(late) {
			t.Fatalf("nothing is answered:\n%s", log)
		}
	}
}

// ask posts a query, with a token where there is one.
func (n newcomer) ask(t *testing.T, token, query string) (body string, status int, err error) {
	t.Helper()
	text, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://"+n.addr+"/graphql", bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	if token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	return n.do(request)
}

func (n newcomer) do(request *http.Request) (body string, status int, err error) {
	response, err := (&http.Client{Timeout: patience}).Do(request)
	if err != nil {
		return "", 0, err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	return string(text), response.StatusCode, err
}

// clusters is how many PostgreSQL servers run on the data folder.
func (n newcomer) clusters(t *testing.T) int {
	t.Helper()
	running, err := filepath.Glob(filepath.Join(n.data, "cluster", "pgdata", "postmaster.pid"))
	if err != nil {
		t.Fatal(err)
	}
	return len(running)
}

// has waits until the log has a line.
func (s *said) has(t *testing.T, line *regexp.Regexp) []string {
	t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(10 * time.Millisecond) {
		if found := line.FindStringSubmatch(s.String()); found != nil {
			return found
		}
		if time.Now().After(end) {
			t.Fatalf("nothing said is like %s:\n%s", line, s)
		}
	}
}

var (
	login   = regexp.MustCompile(`(?m)^· demo login: (\S+) / (\S+)$`)
	making  = regexp.MustCompile(`making a new database cluster|· migration|· library:|making the demo account`)
	trouble = regexp.MustCompile(`(?m)level=(WARN|ERROR).*$`)
	granted = regexp.MustCompile(`"accessToken":"([^"]+)"`)
)

// What the README says of `make run`, `make demo` and the addresses, from nothing, in a data folder with a space, a quote and letters of other
// alphabets. A second start makes nothing anew, and a server that stops takes its PostgreSQL with it.
func TestTheFirstFiveMinutes(t *testing.T) {
	t.Parallel()
	n := newNewcomer(t)
	log, first, stop := n.serve(t)
	who := log.has(t, login)
	if making.FindString(log.String()) == "" {
		t.Errorf("a first start says nothing of what it makes:\n%s", log)
	}
	body, _, err := n.ask(t, "", fmt.Sprintf(`mutation { logIn(input: {email: %q, password: %q}) { accessToken } }`, who[1], who[2]))
	held := granted.FindStringSubmatch(body)
	if err != nil || held == nil {
		t.Fatalf("the demo's login is answered %s, %v", body, err)
	}
	if body, _, err := n.ask(t, held[1], `{ calendar { days { date } } season { weeks { startsOn } } }`); err != nil || strings.Count(body, `"date"`) != 14 {
		t.Errorf("the demo's calendar: %s, %v", body, err)
	}
	for _, path := range []string{"/graphql", "/graphiql", "/watch"} {
		if address := "http://" + n.addr + path; !strings.Contains(log.String(), address) {
			t.Errorf("the address %s is not printed:\n%s", address, log)
		}
	}
	for path, holds := range map[string]string{"/graphiql": "<html", "/watch": "<html", "/healthz": "", "/readyz": "", "/metrics": "# HELP"} {
		request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+n.addr+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		if body, status, err := n.do(request); err != nil || status != http.StatusOK || !strings.Contains(body, holds) {
			t.Errorf("%s answers %d %.200s, %v", path, status, body, err)
		}
	}
	for words, says := range map[string]string{
		"demo": "The plan stands on the calendar", "config": n.data, "doctor": n.data, "version": "fortnight", "help": "serve", "--help": "serve",
	} {
		out, err := n.command(t.Context(), words).CombinedOutput()
		if err != nil || !strings.Contains(string(out), says) {
			t.Errorf("fortnight %s: %v:\n%s", words, err, out)
		}
	}
	if n.clusters(t) != 1 {
		t.Error("there is no PostgreSQL of the server's own in the data folder")
	}
	stop()
	if line := trouble.FindString(log.String()); line != "" {
		t.Errorf("where all is well is said: %s", line)
	}
	if n.clusters(t) != 0 {
		t.Error("the server has stopped, and its PostgreSQL has not")
	}

	log, second, stop := n.serve(t)
	log.has(t, login)
	stop()
	if again := making.FindString(log.String()); again != "" || second > secondStart {
		t.Errorf("the second start took %v, and says %q", second, again)
	}
	t.Logf("to the first answer: %v, and %v the second time", first, second)
}
