package chaos_test

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"syscall"
	"testing"
	"time"
)

// node is a server that is started again whenever it ends, until the test does.
type node struct {
	url string // of its endpoint

	mu      sync.Mutex
	process *os.Process // nil while it does not run
}

// start runs a server on an address of its own, with a data folder of its own.
func start(t *testing.T, binary string, environment []string) *node {
	t.Helper()
	free, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	address := free.Addr().String()
	must(t, free.Close())
	n := &node{url: "http://" + address + "/graphql"}
	log, err := os.Create(filepath.Join(t.TempDir(), "log"))
	must(t, err)
	environment = slices.Concat(environment, []string{"FORTNIGHT_ADDR=" + address, "FORTNIGHT_DATA=" + t.TempDir()})
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		defer log.Close()
		for ctx.Err() == nil {
			n.run(ctx, binary, environment, log)
			pause(ctx, 200*time.Millisecond) // the database may be away: then it does not start
		}
	}()
	t.Cleanup(func() {
		stop()
		n.signal(syscall.SIGKILL)
		<-ended
		if t.Failed() {
			text, _ := os.ReadFile(log.Name())
			t.Logf("the end of what %s said:\n%s", address, text[max(0, len(text)-4000):])
		}
	})
	return n
}

func (n *node) run(ctx context.Context, binary string, environment []string, log *os.File) {
	command := exec.Command(binary, "serve")
	command.Env, command.Stdout, command.Stderr = environment, log, log
	n.mu.Lock()
	err := ctx.Err()
	if err == nil {
		err = command.Start()
	}
	if err == nil {
		n.process = command.Process
	}
	n.mu.Unlock()
	if err != nil {
		return
	}
	_ = command.Wait()
	n.mu.Lock()
	n.process = nil
	n.mu.Unlock()
}

// signal sends a signal to the server, if it runs.
func (n *node) signal(s syscall.Signal) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.process != nil {
		_ = n.process.Signal(s)
	}
}

// probe notes what the server says of itself, until ctx ends. While it does not run or is frozen it says nothing.
func (n *node) probe(ctx context.Context, h *history) {
	client := &http.Client{Timeout: 5 * time.Second, Transport: &http.Transport{DisableKeepAlives: true}}
	get := func(path string) int {
		response, err := client.Get(n.url[:len(n.url)-len("graphql")] + path)
		if err != nil {
			return 0
		}
		_ = response.Body.Close()
		return response.StatusCode
	}
	for ctx.Err() == nil {
		began := time.Since(h.began)
		h.note(entry{What: probed, Node: n.url, Status: get("readyz"), Began: began})
		if status := get("healthz"); status != 0 && status != http.StatusOK {
			h.note(entry{What: unclear, Node: n.url, Error: fmt.Sprintf("/healthz of %s says %d", n.url, status)})
		}
		pause(ctx, 250*time.Millisecond)
	}
}

// ready waits until the server says that it is.
func (n *node) ready(t *testing.T, within time.Duration) {
	t.Helper()
	client := &http.Client{Timeout: 5 * time.Second}
	for end := time.Now().Add(within); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		response, err := client.Get(n.url[:len(n.url)-len("graphql")] + "readyz")
		if err != nil {
			continue
		}
		_ = response.Body.Close()
		if response.StatusCode == http.StatusOK {
			return
		}
	}
	t.Fatalf("%s does not get ready", n.url)
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func pause(ctx context.Context, length time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(length):
	}
}
