package api_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sync"
	"syscall"
	"testing"
	"time"
)

// build makes the command, once for all tests, and returns where it is.
func build(t testing.TB) string {
	t.Helper()
	binary, err := built()
	must(t, err)
	return binary
}

// built makes the command in a folder that TestMain removes.
var built = sync.OnceValues(func() (string, error) {
	folder, err := os.MkdirTemp("", "fortnight-built-")
	if err != nil {
		return "", err
	}
	buildFolder = folder
	binary := filepath.Join(folder, "fortnight")
	if out, err := exec.Command("go", "build", "-o", binary, "fortnight/cmd/fortnight").CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	return binary, nil
})

var buildFolder string // empty before anything was built

// process is a server that runs on its own.
type process struct {
	cmd *exec.Cmd
	url string // of the endpoint
}

var servingAt = regexp.MustCompile(`serving GraphQL at (http://\S+)`)

// serve starts a server in production on a database and returns when it serves.
func serve(t testing.TB, binary, database, data string) *process {
	t.Helper()
	p := &process{cmd: exec.Command(binary, "serve")}
	p.cmd.Env = append(os.Environ(), "DATABASE_URL="+database, "FORTNIGHT_DATA="+data, "FORTNIGHT_ADDR=127.0.0.1:0",
		"FORTNIGHT_ENV=production", "FORTNIGHT_MODEL=off")
	stderr, err := p.cmd.StderrPipe()
	must(t, err)
	must(t, p.cmd.Start())
	t.Cleanup(func() { p.signal(syscall.SIGKILL); _ = p.cmd.Wait() })
	addresses := make(chan string, 1)
	go func() {
		for lines := bufio.NewScanner(stderr); lines.Scan(); {
			if found := servingAt.FindStringSubmatch(lines.Text()); found != nil {
				addresses <- found[1]
			}
		}
		close(addresses)
	}()
	select {
	case p.url = <-addresses:
	case <-time.After(2 * time.Minute):
	}
	if p.url == "" {
		t.Fatal("the server does not serve")
	}
	return p
}

// signal sends a signal to a process that was started here and has not been waited for.
func (p *process) signal(s syscall.Signal) { _ = p.cmd.Process.Signal(s) }
