package server

import (
	"context"
	"net/netip"
)

// party is who asks, as far as limits go: an account, or nobody, at an address.
type party struct {
	account string // empty without a token
	network string
}

type partyKey struct{}

// withParty returns a context that names who asks.
func withParty(ctx context.Context, p party) context.Context {
	return context.WithValue(ctx, partyKey{}, p)
}

func partyOf(ctx context.Context) party {
	p, _ := ctx.Value(partyKey{}).(party)
	return p
}

// key is the account, and without one the address: by it is counted what somebody spends.
func (p party) key() string {
	if p.account != "" {
		return "account " + p.account
	}
	return "address " + p.network
}

// networkOf is what one party is taken to hold: an IPv4 address, or the /64 that IPv6 gives to every subscriber (RFC 6177). All that have no
// address share one.
func networkOf(from netip.Addr) string {
	from = from.Unmap().WithZone("")
	if !from.Is6() {
		return from.String()
	}
	network, _ := from.Prefix(64)
	return network.String()
}
