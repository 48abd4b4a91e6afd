package setup_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// apart is a command of bash with mounts of its own, which end with it: whatever happens, nothing of the machine is below a folder that is removed.
func apart(ctx context.Context, script string, arguments ...string) *exec.Cmd {
	command := exec.CommandContext(ctx, "unshare", append([]string{"--mount", "--propagation", "private", "--", "bash", "-c", "set -e\n" + script, "bash"}, arguments...)...)
	command.Dir = filepath.Join("..", "..")
	return command
}

// debian is a Debian 12 in a folder, with clones of this repository in the homes of root and of an ordinary user, newcomer. Nothing that was fetched
// or built is there. The network, names and certificates are those of the machine.
type debian string

func newDebian(t *testing.T, packages string) debian {
	t.Helper()
	root := filepath.Join(t.TempDir(), "debian")
	out, err := apart(t.Context(), `
		debootstrap --variant=minbase --include="$2" bookworm "$1"
		cp -a "$(go env GOROOT)" "$1/usr/local/go"
		cp -L /etc/resolv.conf /etc/hosts "$1/etc/"
		cp -L /etc/ssl/certs/ca-certificates.crt "$1/etc/ssl/certs/"
		chroot "$1" useradd --create-home newcomer
		for home in root home/newcomer; do
			git clone --quiet --no-hardlinks . "$1/$home/fortnight"
		done
		chroot "$1" chown -R newcomer: /home/newcomer`, root, packages).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out[max(0, len(out)-4000):])
	}
	return debian(root)
}

// command is a command of a user, in the clone in the user's home, with no settings but these.
func (d debian) command(ctx context.Context, user, home string, settings []string, words ...string) *exec.Cmd {
	environment := append([]string{
		"HOME=" + home, "USER=" + user, "PATH=/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HF_HUB_OFFLINE=1",
	}, settings...)
	for _, name := range []string{"GOPROXY", "GOSUMDB", "GONOSUMDB"} { // where this machine has its modules from
		if value := os.Getenv(name); value != "" {
			environment = append(environment, name+"="+value)
		}
	}
	script := `
		mount -t proc proc "$1/proc"
		mount --rbind /dev "$1/dev"
		root=$1 user=$2 home=$3; shift 3
		exec chroot --userspec="$user" "$root" env -i --chdir="$home/fortnight" "$@"`
	return apart(ctx, script, append(append([]string{string(d), user, home}, environment...), words...)...)
}

// What the README says is needed on Debian 12, but for Go: for everybody, and for an ordinary user besides.
const (
	needed     = "make git ca-certificates"
	ofOrdinary = "gcc make libc6-dev dpkg-dev"
)

// request is a line of the log that tells of a request, of which there are more the longer it is waited.
var request = regexp.MustCompile(`(?m)^.*msg=request.*\n`)

// The README's commands on a fresh Debian 12 with what the README says is needed, as root and as an ordinary user: `make run` by the stopwatch to its
// first answer, from nothing and a second time, and `make demo` beside it. Times are told for docs/performance.md and not judged: they are the
// machine's and the network's.
func TestStopwatch(t *testing.T) {
	if os.Getenv("LONG") == "" {
		t.Skip("LONG=1 starts on a fresh Debian, which takes a quarter of an hour and fetches half a gigabyte")
	}
	if _, err := exec.LookPath("debootstrap"); err != nil || os.Geteuid() != 0 {
		t.Skip("a fresh Debian is made by debootstrap, as root")
	}
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil || !strings.Contains(string(readme), "make, git and CA certificates; on Debian 12 an ordinary user also\nneeds `"+ofOrdinary+"`") {
		t.Fatalf("the README does not say that %s and %s are needed: %v", needed, ofOrdinary, err)
	}
	d := newDebian(t, strings.ReplaceAll(needed+" "+ofOrdinary, " ", ","))
	for _, who := range []struct{ user, home string }{{"root", "/root"}, {"newcomer", "/home/newcomer"}} {
		t.Run(who.user, func(t *testing.T) {
			n := newcomer{addr: freeAddress(t)}
			settings := []string{"FORTNIGHT_ADDR=" + n.addr}
			began := time.Now()
			out, err := d.command(t.Context(), who.user, who.home, settings, "make", "test").CombinedOutput()
			if err == nil || !strings.Contains(string(out), "Node 20 or newer") || strings.Contains(string(out), "building") {
				t.Errorf("without Node, make test says %v:\n%s", err, out)
			}
			t.Logf("make test says what is missing after %v", time.Since(began).Round(100*time.Millisecond))
			for _, start := range []string{"first", "second"} {
				log := &said{}
				command := d.command(context.WithoutCancel(t.Context()), who.user, who.home, settings, "make", "run")
				took, end := n.started(t, command, log)
				t.Logf("the %s start took %v to the first answer:\n%s", start, took.Round(100*time.Millisecond), request.ReplaceAllString(log.String(), ""))
				log.has(t, login)
				if out, err := d.command(t.Context(), who.user, who.home, settings, "make", "demo").CombinedOutput(); err != nil ||
					!strings.Contains(string(out), "The plan stands on the calendar") {
					t.Errorf("make demo: %v\n%s", err, out)
				}
				_ = end() // make ends with the signal by which its server was stopped
				used := command.ProcessState.UserTime() + command.ProcessState.SystemTime()
				t.Logf("the %s start and the demo took %v of processor time, PostgreSQL's apart", start, used.Round(100*time.Millisecond))
				if line := trouble.FindString(log.String()); line != "" {
					t.Errorf("where all is well is said: %s", line)
				}
				if makes := strings.Contains(log.String(), "making a new database cluster"); makes != (start == "first") {
					t.Errorf("the %s start makes a cluster: %t\n%s", start, makes, log)
				}
			}
			if clusters, err := filepath.Glob(filepath.Join(string(d), "var/lib/postgresql/*/*")); err != nil || len(clusters) > 0 {
				t.Errorf("a cluster of the system's own was made: %v, %v", clusters, err)
			}
		})
	}
}
