package postgres

import (
	"errors"
	"net"
	"os"
	"testing"
	"time"
)

// peers are the two ends of a connection, ours with a bound.
func peers(t *testing.T, bound time.Duration) (ours *listening, theirs net.Conn) {
	t.Helper()
	return peersOf(t, bound, newLines())
}

// peersOf are the two ends of one more connection.
func peersOf(t *testing.T, bound time.Duration, of *lines) (ours *listening, theirs net.Conn) {
	t.Helper()
	at, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer at.Close()
	taken := make(chan net.Conn, 1)
	go func() {
		conn, _ := at.Accept()
		taken <- conn
	}()
	conn, err := listeningDial((&net.Dialer{}).DialContext, bound, of)(t.Context(), "tcp", at.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	theirs = <-taken
	t.Cleanup(func() { _ = conn.Close(); _ = theirs.Close() })
	return conn.(*listening), theirs
}

// hangs tells whether a read still waits after a while; its error else.
func hangs(c net.Conn) (ended chan error) {
	ended = make(chan error, 1)
	go func() {
		_, err := c.Read(make([]byte, 1))
		ended <- err
	}()
	return ended
}

// A peer that says nothing is waited for no longer than the bound, and each word begins it anew; a deadline that was set earlier holds, and one
// that is set while a read waits ends it, as when a context does.
func TestSilenceIsBounded(t *testing.T) {
	t.Parallel()
	timedOut := func(what string, ended chan error) {
		t.Helper()
		select {
		case err := <-ended:
			if !errors.Is(err, os.ErrDeadlineExceeded) {
				t.Errorf("%s: %v", what, err)
			}
		case <-time.After(time.Minute):
			t.Errorf("%s: it waits on", what)
		}
	}
	short, theirs := peers(t, 300*time.Millisecond)
	for range 3 {
		if _, err := theirs.Write([]byte{1}); err != nil {
			t.Fatal(err)
		}
		if err := <-hangs(short); err != nil {
			t.Fatalf("a word is not heard: %v", err)
		}
	}
	timedOut("silence", hangs(short))
	if err := short.SetDeadline(time.Time{}); err != nil {
		t.Fatal(err)
	}
	timedOut("no deadline", hangs(short))
	full := make(chan error, 1)
	go func() {
		for {
			if _, err := short.Write(make([]byte, 1<<20)); err != nil {
				full <- err
				return
			}
		}
	}()
	timedOut("a peer that does not read", full)

	long, _ := peers(t, time.Hour)
	if err := long.SetReadDeadline(time.Now().Add(50 * time.Millisecond)); err != nil {
		t.Fatal(err)
	}
	timedOut("an earlier deadline", hangs(long))
	if err := long.SetDeadline(time.Time{}); err != nil {
		t.Fatal(err)
	}
	waiting := hangs(long)
	time.Sleep(20 * time.Millisecond)
	if err := long.SetDeadline(time.Unix(1, 0)); err != nil {
		t.Fatal(err)
	}
	timedOut("a deadline that comes meanwhile", waiting)
	timedOut("a deadline that has passed", hangs(long))

	patient, _ := peers(t, 20*time.Millisecond)
	if was := patient.rebound(0); was != 20*time.Millisecond {
		t.Errorf("the bound was %s", was)
	}
	select {
	case err := <-hangs(patient):
		t.Errorf("without a bound: %v", err)
	case <-time.After(200 * time.Millisecond):
	}
}
