// Package outbox writes to connections without waiting: who tells thousands of one thing must not wait for the slowest of them.
package outbox

import (
	"errors"
	"net"
	"slices"
	"sync"
	"syscall"
	"time"
)

// Outbox is what is still to be written to one connection: nothing while its client takes what it is sent, and then it has neither memory
// nor a goroutine. Its methods may be called from any goroutine; what is written comes whole and in order.
type Outbox struct {
	conn    net.Conn
	timeout time.Duration
	most    int
	hold    Hold

	mu       sync.Mutex
	rest     []byte
	drained  chan struct{} // closed when rest is written, or never will be; nil while there is none
	giveBack []func()
	last     bool // nothing may follow
	broken   bool
}

// Hold takes so many bytes of what connections may have waiting together, and returns how to give them back.
type Hold func(bytes int) (giveBack func(), taken bool)

// New returns the outbox of a connection to which nothing else is written. A client that does not take what waits within timeout, that has
// more than most bytes waiting, or for which hold takes none, is cut off: the connection is closed.
func New(conn net.Conn, timeout time.Duration, most int, hold Hold) *Outbox {
	return &Outbox{conn: conn, timeout: timeout, most: most, hold: hold}
}

// Write writes data, or as much as the client takes at once and the rest when it takes more; data may be changed afterwards. It returns nil
// where all is written or nothing can be any more, else what is closed when that is so.
func (o *Outbox) Write(data []byte) (behind <-chan struct{}) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.write(data)
}

// WriteLast is Write of what nothing follows: whatever is written later is dropped.
func (o *Outbox) WriteLast(data []byte) (behind <-chan struct{}) {
	o.mu.Lock()
	defer o.mu.Unlock()
	behind = o.write(data)
	o.last = true
	return behind
}

// Behind is what is closed when nothing waits any more, nil when that is so.
func (o *Outbox) Behind() <-chan struct{} {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.behind()
}

func (o *Outbox) behind() <-chan struct{} {
	if o.drained == nil {
		return nil // and not a nil channel of another type
	}
	return o.drained
}

func (o *Outbox) write(data []byte) <-chan struct{} {
	if o.last || o.broken {
		return nil
	}
	if o.drained == nil {
		n, err := attempt(o.conn, data)
		if err != nil {
			o.breakOff()
			return nil
		}
		if data = data[n:]; len(data) == 0 {
			return nil
		}
	}
	giveBack, taken := o.hold(len(data))
	if !taken || len(o.rest) > 0 && len(o.rest)+len(data) > o.most {
		if taken {
			giveBack()
		}
		o.breakOff()
		return nil
	}
	o.giveBack = append(o.giveBack, giveBack)
	o.rest = append(o.rest, data...)
	if o.drained == nil {
		o.drained = make(chan struct{})
		go o.drain()
	}
	return o.behind()
}

// breakOff closes the connection, whose reader then learns of it.
func (o *Outbox) breakOff() {
	o.broken = true
	_ = o.conn.Close()
}

// drain writes what waits, for as long as something does.
func (o *Outbox) drain() {
	for {
		o.mu.Lock()
		rest, giveBack := o.rest, o.giveBack
		o.rest, o.giveBack = nil, nil
		if len(rest) == 0 || o.broken {
			release(giveBack) // before who waits for the end is told of it
			close(o.drained)
			o.drained = nil
			o.mu.Unlock()
			return
		}
		o.mu.Unlock()
		err := o.writeAll(rest)
		release(giveBack)
		if err != nil {
			o.mu.Lock()
			o.breakOff()
			o.mu.Unlock()
		}
	}
}

// pieceSize is what a client has timeout to take: however much waits, who takes it steadily is not cut off.
const pieceSize = 32 << 10

func (o *Outbox) writeAll(data []byte) error {
	defer func() { _ = o.conn.SetWriteDeadline(time.Time{}) }()
	for piece := range slices.Chunk(data, pieceSize) {
		_ = o.conn.SetWriteDeadline(time.Now().Add(o.timeout))
		if _, err := o.conn.Write(piece); err != nil {
			return err
		}
	}
	return nil
}

func release(giveBack []func()) {
	for _, one := range giveBack {
		one()
	}
}

// attempt writes what a connection takes at once: nothing of one that does not say what it takes, such as one that encrypts.
func attempt(conn net.Conn, data []byte) (written int, err error) {
	file, is := conn.(syscall.Conn)
	if !is {
		return 0, nil
	}
	raw, err := file.SyscallConn()
	if err != nil {
		return 0, err
	}
	var refused error
	err = raw.Write(func(fd uintptr) bool {
		for written < len(data) && refused == nil {
			var n int
			if n, refused = syscall.Write(int(fd), data[written:]); n > 0 {
				written += n
			}
			if errors.Is(refused, syscall.EINTR) {
				refused = nil
			}
		}
		return true // whatever is left waits elsewhere
	})
	if errors.Is(refused, syscall.EAGAIN) {
		refused = nil
	}
	return written, errors.Join(err, refused)
}
