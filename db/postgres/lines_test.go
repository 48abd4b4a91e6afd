package postgres

import (
	"errors"
	"net"
	"testing"
	"time"
)

// F10: that somebody waits and nothing is heard at all is noticed; a word over another connection is a sign of life. Where the database is found to
// be away, who waits is told so, but for what takes as long as it takes, and no connection is made until it is back.
func TestF10WhoWaitsForNothingIsTold(t *testing.T) {
	t.Parallel()
	one, _ := peers(t, time.Hour)
	lines := one.lines
	other, theirs := peersOf(t, time.Hour, lines)
	const long = 50 * time.Millisecond
	time.Sleep(2 * long)
	if lines.waited(long) {
		t.Error("nobody waits, and it is taken for silence")
	}
	waits := hangs(one)
	for end := time.Now().Add(time.Minute); !lines.waited(long); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("that somebody waits is not noticed")
		}
	}
	if _, err := theirs.Write([]byte{1}); err != nil {
		t.Fatal(err)
	}
	if err := <-hangs(other); err != nil {
		t.Fatal(err)
	}
	if lines.waited(time.Minute) {
		t.Error("a word over another connection is no sign of life")
	}
	patient, still := peersOf(t, 0, lines)
	waitsOn := hangs(patient)
	lines.set(true)
	if err := <-waits; !errors.Is(err, net.ErrClosed) || !Unavailable(err) {
		t.Errorf("who waits is told %v", err)
	}
	if err := lines.add(&listening{Conn: theirs, lines: lines}); !errors.Is(err, ErrAway) {
		t.Errorf("a connection that was made meanwhile: %v", err)
	}
	if _, err := still.Write([]byte{1}); err != nil {
		t.Fatal(err)
	}
	if err := <-waitsOn; err != nil {
		t.Errorf("what takes as long as it takes: %v", err)
	}
	lines.set(false)
	if _, err := one.Read(make([]byte, 1)); err == nil {
		t.Error("a connection that was ended is there again")
	}
	peersOf(t, time.Hour, lines)
}
