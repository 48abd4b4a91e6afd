package server

import (
	"context"
	"net/http"
	"sync"
	"sync/atomic"

	"fortnight/quota"
)

// How many sockets and streams may be open at once: on this server, from one address, by which a club or a proxy may come, and of one account.
// Those without a token need few. Each holds a connection and a goroutine.
const (
	maxOpen          = 12_000
	maxOpenOfAddress = 10_000
	maxOpenOfAccount = 2_500 // of sockets and of streams
	maxNobodysAtOne  = 1_000 // without a token from one address, of sockets and of streams
	maxUnknownAtOne  = 1_000 // sockets of one address whose connection_init has not come, for which there are some seconds
)

// places are what is left of them: for sockets and streams, and for sockets whose connection_init has come. Who takes one while logged in
// gives it back when that ends.
type places struct {
	room        room
	open, seats *quota.Slots
	unknown     *quota.Slots // sockets whose connection_init has not come
	waiting     *quota.Slots // bytes for clients that do not take them
	streams     atomic.Int64 // that are open
	sessions    *loggedIn
	network     func(*http.Request) string
}

func newPlaces(room room, sessions *loggedIn, network func(*http.Request) string) *places {
	return &places{
		room: room, open: quota.NewSlots(room.open), seats: quota.NewSlots(room.open), unknown: quota.NewSlots(room.open), waiting: quota.NewSlots(waitingBytes), sessions: sessions, network: network,
	}
}

// takeStream takes a stream for whoever asks.
func (p *places) takeStream(ctx context.Context, end func()) (giveBack func(), taken bool) {
	by := partyOf(ctx)
	of := quota.Share{Key: "streams of nobody at " + by.network, Most: maxNobodysAtOne}
	if by.account != "" {
		of = quota.Share{Key: "streams of " + by.account, Most: maxOpenOfAccount}
	}
	place, taken := p.open.Take(1, quota.Share{Key: by.network, Most: p.room.openOfAddress}, of)
	if !taken {
		return nil, false
	}
	p.streams.Add(1)
	return p.sessions.while(ctx, end, func() { p.streams.Add(-1); place() }, taken)
}

// enterSocket takes a socket for whoever asks for it, who is not known before connection_init: until told is called it is one of those that an address has
// few of, so that nobody holds many by saying nothing.
func (p *places) enterSocket(r *http.Request) (leave, told func(), entered bool) {
	network := p.network(r)
	unknown, entered := p.unknown.Take(1, quota.Share{Key: network, Most: maxUnknownAtOne})
	if !entered {
		return nil, nil, false
	}
	place, entered := p.open.Take(1, quota.Share{Key: network, Most: p.room.openOfAddress})
	if !entered {
		unknown()
		return nil, nil, false
	}
	told = sync.OnceFunc(unknown)
	return func() { told(); place() }, told, true
}

// seatSocket counts a socket to the account that it is of, or to those of nobody at its address.
func (p *places) seatSocket(ctx context.Context, end func()) (leave func(), may bool) {
	by := partyOf(ctx)
	share := quota.Share{Key: "nobody at " + by.network, Most: maxNobodysAtOne}
	if by.account != "" {
		share = quota.Share{Key: "account " + by.account, Most: maxOpenOfAccount}
	}
	leave, may = p.seats.Take(1, share)
	return p.sessions.while(ctx, end, leave, may)
}

// Bytes of answers that wait for clients which do not take them: in all, and for those at one address.
const (
	waitingBytes          = 128 << 20
	waitingBytesOfAddress = 48 << 20
)

// holdWaiting takes bytes for a socket or a stream that does not take what it is sent.
func (p *places) holdWaiting(ctx context.Context, bytes int) (giveBack func(), taken bool) {
	return p.waiting.Take(bytes, quota.Share{Key: partyOf(ctx).network, Most: waitingBytesOfAddress})
}
