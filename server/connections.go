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

// connections bounds the connections of an http.Server, each of which has a descriptor and two buffers for as long as idleTimeout, whoever asks for
// nothing over it.
type connections struct {
	slots   *quota.Slots
	each    int // of one address
	trusted func(netip.Addr) bool

	mu   sync.Mutex
	held map[net.Conn]func()
}

func newConnections(trusted func(netip.Addr) bool) *connections {
	return &connections{slots: quota.NewSlots(maxPlain), each: maxPlainOfAddress, trusted: trusted, held: map[net.Conn]func(){}}
}

// follow is an http.Server's ConnState: it counts a connection from its beginning to its end, or until it is handed over, and closes one that is too
// many before anything is read from it.
func (c *connections) follow(conn net.Conn, state http.ConnState) {
	switch state {
	case http.StateNew:
		var shares []quota.Share
		if at, err := netip.ParseAddrPort(conn.RemoteAddr().String()); err == nil && !c.trusted(at.Addr().Unmap()) {
			shares = append(shares, quota.Share{Key: networkOf(at.Addr()), Most: c.each})
		}
		giveBack, taken := c.slots.Take(1, shares...)
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
