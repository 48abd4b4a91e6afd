package server

import (
	"net/http"
	"net/netip"
	"strings"
)

// maxHops bounds how many proxies a header may name.
const maxHops = 20

// The headers by which a proxy says whom it speaks for. A proxy that writes one lets the other pass as its client wrote it, so one alone counts.
const (
	ForwardedFor = "X-Forwarded-For"
	Forwarded    = "Forwarded" // RFC 7239
)

// address is the client's end of a request's connection. Where that is a trusted proxy, it is whom that says it speaks for: the last address
// of the proxies' header that is no trusted proxy itself. What an untrusted client says of itself counts nothing.
func (c *Config) address(r *http.Request) netip.Addr {
	at, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Addr{} // not a TCP connection
	}
	client := at.Addr().Unmap()
	if !c.trusts(client) {
		return client
	}
	hops := c.hops(r.Header)
	for n := len(hops) - 1; n >= 0 && c.trusts(client); n-- {
		hop, ok := parseHop(hops[n])
		if !ok { // "unknown", an obfuscated name, or nonsense: the proxy is all that is known
			break
		}
		client = hop
	}
	return client
}

// network is the party of a request's address.
func (c *Config) network(r *http.Request) string { return networkOf(c.address(r)) }

func (c *Config) trusts(client netip.Addr) bool {
	for _, proxies := range c.TrustedProxies {
		if proxies.Contains(client) {
			return true
		}
	}
	return false
}

// hops are whom the proxies' header names, the client first.
func (c *Config) hops(header http.Header) []string {
	var hops []string
	if c.ProxyHeader == Forwarded {
		for element := range strings.SplitSeq(strings.Join(header.Values(Forwarded), ","), ",") {
			hop := ""
			for pair := range strings.SplitSeq(element, ";") {
				if name, value, _ := strings.Cut(strings.TrimSpace(pair), "="); strings.EqualFold(name, "for") {
					hop = strings.Trim(value, `"`)
				}
			}
			hops = append(hops, hop)
		}
	} else {
		hops = strings.Split(strings.Join(header.Values(ForwardedFor), ","), ",")
	}
	return hops[max(0, len(hops)-maxHops):]
}

// parseHop reads an address with or without a port, IPv6 in brackets or without.
func parseHop(hop string) (netip.Addr, bool) {
	hop = strings.TrimSpace(hop)
	if at, err := netip.ParseAddrPort(hop); err == nil {
		return at.Addr().Unmap().WithZone(""), true
	}
	addr, err := netip.ParseAddr(strings.TrimSuffix(strings.TrimPrefix(hop, "["), "]"))
	return addr.Unmap().WithZone(""), err == nil
}
