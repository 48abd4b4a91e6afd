package auth

import (
	"strings"
	"testing"
)

// A token that was read before is refused as soon as its key is no key any more, its time is over, or its session; a key that comes back makes it good again.
func TestRememberedTokenIsRefusedAtOnce(t *testing.T) {
	f := newForgery(t)
	other, err := ParseKeys(strings.Repeat("03", 32))
	if err != nil {
		t.Fatal(err)
	}
	f.accepted("a token that was read", f.genuine)
	f.tokens.Use(other[0])
	f.refused("of a key that was forgotten", f.genuine)
	f.tokens.Use(other[0], f.key)
	f.accepted("of a key that is accepted again", f.genuine)
	f.tokens.Use(f.key)
	f.accepted("of the key that signs again", f.genuine)
	f.advance(AccessLife + clockLeeway)
	f.refused("after its life", f.genuine)
	f.advance(-AccessLife - clockLeeway)
	f.accepted("at a clock that was set back", f.genuine)
	f.advance(-2 * clockLeeway)
	f.refused("before it was made", f.genuine)
	f.advance(2 * clockLeeway)
	f.accepted("at the right time", f.genuine)
	for id := range f.store.accounts {
		f.store.endAll(id)
	}
	f.refused("of a session that ended", f.genuine)
}

// A token is read once: to verify it again is to find it.
func TestTokenIsReadOnce(t *testing.T) {
	f := newForgery(t)
	found := testing.AllocsPerRun(20, func() { f.accepted("a token that was read", f.genuine) })
	f.tokens.genuine.known.Purge()
	read := testing.AllocsPerRun(20, func() {
		f.tokens.genuine.known.Purge()
		f.accepted("a token", f.genuine)
	})
	if found > 12 || read < 3*found {
		t.Errorf("to read a token takes %.0f allocations, and to find it %.0f", read, found)
	}
}
