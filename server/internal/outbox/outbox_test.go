package outbox

import (
	"bytes"
	"io"
	"net"
	"strconv"
	"sync/atomic"
	"testing"
	"time"
)

// pair is both ends of a TCP connection, whose buffers are small.
func pair(t *testing.T) (near, far net.Conn) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close() //nolint:errcheck // of a test
	if far, err = net.Dial("tcp", listener.Addr().String()); err != nil {
		t.Fatal(err)
	}
	if near, err = listener.Accept(); err != nil {
		t.Fatal(err)
	}
	_ = near.(*net.TCPConn).SetWriteBuffer(4096)
	_ = far.(*net.TCPConn).SetReadBuffer(64 << 10)
	t.Cleanup(func() { _, _ = near.Close(), far.Close() })
	return near, far
}

// holding counts what is held, of which there is so much.
func holding(most int64) (held *atomic.Int64, hold Hold) {
	held = new(atomic.Int64)
	return held, func(n int) (func(), bool) {
		if held.Add(int64(n)) > most {
			held.Add(int64(-n))
			return nil, false
		}
		return func() { held.Add(int64(-n)) }, true
	}
}

// What a client takes late comes late, whole and in order, and then nothing of it is held.
func TestWhatWaitsComesInOrder(t *testing.T) {
	for name, hidden := range map[string]bool{"a socket": false, "a connection that is none": true} {
		t.Run(name, func(t *testing.T) {
			near, far := pair(t)
			if hidden {
				near = struct{ net.Conn }{near}
			}
			held, hold := holding(64 << 20)
			o := New(near, 10*time.Second, 64<<20, hold)
			var want bytes.Buffer
			var behind <-chan struct{}
			for n := range 500 {
				data := bytes.Repeat([]byte(strconv.Itoa(n)+" "), 1000)
				want.Write(data)
				behind = o.Write(data)
				clear(data) // it is the writer's again
			}
			if behind == nil {
				t.Fatal("a client that reads nothing took 2 MB")
			}
			got := make([]byte, want.Len())
			if _, err := io.ReadFull(far, got); err != nil || !bytes.Equal(got, want.Bytes()) {
				t.Fatalf("what came is not what was written, %v", err)
			}
			<-behind
			if o.Behind() != nil || held.Load() != 0 {
				t.Errorf("%d bytes are held of what was taken", held.Load())
			}
		})
	}
}

// Who takes nothing is cut off: after a time, and at once where more waits than may.
func TestF24WhoTakesNothingIsCutOff(t *testing.T) {
	for name, c := range map[string]struct {
		timeout time.Duration
		most    int
		holds   int64
	}{"late": {50 * time.Millisecond, 64 << 20, 64 << 20}, "much": {time.Hour, 1 << 20, 64 << 20}, "much of all": {time.Hour, 64 << 20, 1 << 20}} {
		t.Run(name, func(t *testing.T) {
			near, far := pair(t)
			held, hold := holding(c.holds)
			o := New(near, c.timeout, c.most, hold)
			for range 100 {
				o.Write(make([]byte, 100_000))
			}
			if behind := o.Behind(); behind != nil {
				<-behind
			}
			_ = far.SetReadDeadline(time.Now().Add(10 * time.Second))
			if n, err := io.Copy(io.Discard, far); n >= 10_000_000 || err != nil && err.(net.Error).Timeout() {
				t.Errorf("%d bytes came, %v", n, err)
			}
			if held.Load() != 0 {
				t.Errorf("%d bytes are held of a connection that is gone", held.Load())
			}
			if o.Write([]byte("more")) != nil {
				t.Error("something waits for a connection that is gone")
			}
		})
	}
}

// Nothing follows the last word.
func TestNothingFollowsTheLastWord(t *testing.T) {
	near, far := pair(t)
	_, hold := holding(1 << 20)
	o := New(near, time.Second, 1<<20, hold)
	o.Write([]byte("a"))
	o.WriteLast([]byte("z"))
	o.Write([]byte("b"))
	_ = near.Close()
	if got, _ := io.ReadAll(far); string(got) != "az" {
		t.Errorf("got %q", got)
	}
}
