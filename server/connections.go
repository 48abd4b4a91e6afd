package server

import (
	"net"
	"net/http"
	"net/netip"
	"sync"

	"fortnight/quota"
)

// How many connections may be open that are no sockets and no streams, which have bounds of their own: most of them wait for a next request. A browser
// has six at most; a proxy that is trusted has as many as there are.
const (
	maxPlain          = 20_000
	maxPlainOfAddress = 2_000
)

// MaxConnections is how many connections a server takes at once, whatever its process can hold.
const MaxConnections = maxPlain + maxOpen

// room is how many connections may be open at once: in all, those that are neither sockets nor streams, and those that are.
type room struct{ all, plain, plainOfAddress, open, openOfAddress int }

// roomFor shares out the connections that a process can hold, 0 for as many as anybody may have. Sockets and streams stay for long: a quarter is never theirs. One
// address has seven eighths at most, so that somebody else always gets an answer.
func roomFor(most int) room {
	if most == 0 {
		most = MaxConnections
	}
	return room{
		all: most, plain: min(maxPlain, most), plainOfAddress: min(maxPlainOfAddress, most/4),
		open: min(maxOpen, most*3/4), openOfAddress: min(maxOpenOfAddress, most*5/8),
	}
}

// connections bounds the connections of an http.Server, each of which has a descriptor and two buffers for as long as idleTimeout, whoever asks for
// nothing over it.
type connections struct {
	slots   *quota.Slots
	open    *quota.Slots // sockets and streams, which were such connections before
	room    room
	trusted func(netip.Addr) bool

	mu   sync.Mutex
	held map[net.Conn]func()
}

func newConnections(room room, open *quota.Slots, trusted func(netip.Addr) bool) *connections {
	return &connections{slots: quota.NewSlots(room.plain), open: open, room: room, trusted: trusted, held: map[net.Conn]func(){}}
}

// follow is an http.Server's ConnState: it counts a connection from its beginning to its end, or until it is handed over, and closes one that is too
// many before anything is read from it.
func (c *connections) follow(conn net.Conn, state http.ConnState) {
	switch state {
	case http.StateNew:
		var shares []quota.Share
		if at, err := netip.ParseAddrPort(conn.RemoteAddr().String()); err == nil && !c.trusted(at.Addr().Unmap()) {
			shares = append(shares, quota.Share{Key: networkOf(at.Addr()), Most: c.room.plainOfAddress})
		}
		giveBack, taken := c.slots.Take(1, shares...)
		if taken && c.slots.Held()+c.open.Held() > c.room.all {
			giveBack()
			taken = false
		}
		if !taken {
			_ = conn.Close()
			return
		}
		c.mu.Lock()
		c.held[conn] = giveBack
		c.mu.Unlock()
	case http.StateHijacked, http.StateClosed:
		c.mu.Lock()
		giveBack := c.held[conn]
		delete(c.held, conn)
		c.mu.Unlock()
		if giveBack != nil {
			giveBack()
		}
	}
}
