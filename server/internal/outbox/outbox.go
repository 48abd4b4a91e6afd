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
	raw     syscall.RawConn // of conn; nil of one that does not say what it takes, such as one that encrypts
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
	o := &Outbox{conn: conn, timeout: timeout, most: most, hold: hold}
	if file, is := conn.(syscall.Conn); is {
		if raw, err := file.SyscallConn(); err == nil { // else it is closed, which who writes is told
			o.raw = raw
		}
	}
	return o
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
		n, err := o.attempt(data)
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

// attempt writes what the connection takes at once.
func (o *Outbox) attempt(data []byte) (written int, err error) {
	if o.raw == nil {
		return 0, nil
	}
	p := pieces.Get().(*piece)
	defer pieces.Put(p)
	p.rest = data
	err = o.raw.Write(p.try)
	written, err = len(data)-len(p.rest), errors.Join(err, p.refused)
	p.rest, p.refused = nil, nil
	return written, err
}

// piece is what is being written at once. It is kept for another: thousands of connections are told of one thing.
type piece struct {
	rest    []byte
	refused error
	try     func(fd uintptr) bool
}

var pieces = sync.Pool{New: func() any {
	p := &piece{}
	p.try = func(fd uintptr) bool {
		for len(p.rest) > 0 && p.refused == nil {
			var n int
			if n, p.refused = syscall.Write(int(fd), p.rest); n > 0 {
				p.rest = p.rest[n:]
			}
			if errors.Is(p.refused, syscall.EINTR) {
				p.refused = nil
			}
		}
		if errors.Is(p.refused, syscall.EAGAIN) {
			p.refused = nil
		}
		return true // whatever is left waits elsewhere
	}
	return p
}}
