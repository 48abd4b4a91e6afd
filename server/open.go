package server

import (
	"context"
	"net/http"

	"fortnight/quota"
)

// How many sockets and streams may be open at once: on this server, from one address, by which a club or a proxy may come, and of one account.
// Those without a token need few. A stream holds a connection and two goroutines.
const (
	maxOpen             = 12_000
	maxOpenOfAddress    = 10_000
	maxSocketsOfAccount = 2_500
	maxStreamsOfAccount = 500
	maxNobodysAtOne     = 1_000 // without a token from one address, of sockets and of streams
)

// takeStream takes a stream for whoever asks.
func (s *Server) takeStream(ctx context.Context, end func()) (giveBack func(), taken bool) {
	p := partyOf(ctx)
	of := quota.Share{Key: "streams of nobody at " + p.network, Most: maxNobodysAtOne}
	if p.account != "" {
		of = quota.Share{Key: "streams of " + p.account, Most: maxStreamsOfAccount}
	}
	giveBack, taken = s.open.Take(1, quota.Share{Key: p.network, Most: maxOpenOfAddress}, of)
	return s.whileLoggedIn(ctx, end, giveBack, taken)
}

// enterSocket takes a socket for whoever asks for it, who is not known before connection_init.
func (s *Server) enterSocket(r *http.Request) (leave func(), entered bool) {
	return s.open.Take(1, quota.Share{Key: s.network(r), Most: maxOpenOfAddress})
}

// seatSocket counts a socket to the account that it is of, or to those of nobody at its address.
func (s *Server) seatSocket(ctx context.Context, end func()) (leave func(), may bool) {
	p := partyOf(ctx)
	share := quota.Share{Key: "nobody at " + p.network, Most: maxNobodysAtOne}
	if p.account != "" {
		share = quota.Share{Key: "account " + p.account, Most: maxSocketsOfAccount}
	}
	leave, may = s.seats.Take(1, share)
	return s.whileLoggedIn(ctx, end, leave, may)
}
