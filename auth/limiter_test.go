package auth

import (
	"errors"
	"fmt"
	"net/netip"
	"testing"
	"time"
)

// guess tries a wrong password and returns the seconds to wait, 0 where it was tried.
func (w *world) guess(email string, from netip.Addr) int {
	w.Helper()
	_, err := w.service.LogIn(w.ctx, email, "wrong, of course", from)
	var limit *LimitedError
	if errors.As(err, &limit) {
		return limit.RetryAfterSeconds
	}
	if !errors.Is(err, ErrWrongCredentials) {
		w.Fatalf("got %v", err)
	}
	return 0
}

func TestS37GuessesAtOnceAreEachCounted(t *testing.T) {
	w := newWorld(t)
	w.register("rider@example.com")
	w.hashes.Store(0)
	answers := make(chan error, 50)
	for range cap(answers) {
		go func() {
			_, err := w.service.LogIn(w.ctx, "rider@example.com", "wrong, of course", elsewhere)
			answers <- err
		}()
	}
	refused := 0
	for range cap(answers) {
		if err := <-answers; errors.As(err, new(*LimitedError)) {
			refused++
		} else if !errors.Is(err, ErrWrongCredentials) {
			t.Errorf("got %v", err)
		}
	}
	if tried := w.hashes.Load(); tried > 10 || refused != 50-int(tried) {
		t.Errorf("%d were tried and %d refused", tried, refused)
	}
}

func TestS38GuessesInARowAreLimited(t *testing.T) {
	for name, email := range map[string]string{"known": "rider@example.com", "unknown": "nobody@example.com", "no e-mail": "' OR 1=1 --"} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.register("rider@example.com")
			for n := 1; n <= accountBurst; n++ {
				if wait := w.guess(email, elsewhere); wait != 0 {
					t.Fatalf("limited at guess %d already", n)
				}
			}
			if wait := w.guess(email, elsewhere); wait != 60 {
				t.Fatalf("guess %d: wait %d s, want 60", accountBurst+1, wait)
			}
			w.advance(59500 * time.Millisecond)
			if wait := w.guess(email, elsewhere); wait != 1 {
				t.Errorf("after 59.5 s: wait %d s, want 1", wait)
			}
			w.advance(500 * time.Millisecond)
			if wait := w.guess(email, elsewhere); wait != 0 {
				t.Errorf("after 60 s: wait %d s, want none", wait)
			}
			if wait := w.guess(email, elsewhere); wait != 60 {
				t.Errorf("and once more: wait %d s, want 60", wait)
			}
		})
	}
}

func TestS38ATryThatIsRightOrNeverMadeIsGivenBack(t *testing.T) {
	w := newWorld(t)
	w.register("rider@example.com")
	for range addressBurst * 3 {
		w.logIn("rider@example.com")
	}
	w.store.failing = errors.New("the store is away")
	for range addressBurst * 3 {
		if _, err := w.service.LogIn(w.ctx, "rider@example.com", goodPassword, home); !errors.Is(err, w.store.failing) {
			t.Fatalf("got %v", err)
		}
	}
	w.store.failing = nil
	w.logIn("rider@example.com")
}

func TestS41OnePasswordOnManyAccountsIsLimited(t *testing.T) {
	w := newWorld(t)
	tried := 0
	for n := range 100 {
		if w.guess(fmt.Sprintf("rider%d@example.com", n), elsewhere) == 0 {
			tried++
		}
	}
	if tried != addressBurst {
		t.Errorf("%d of 100 were tried, want %d", tried, addressBurst)
	}
	if wait := w.guess("rider0@example.com", elsewhere); wait != 3 {
		t.Errorf("wait %d s, want 3", wait)
	}
	if wait := w.guess("rider0@example.com", home); wait != 0 {
		t.Errorf("another address waits %d s", wait)
	}
}

func TestS42VictimStillLogsInFromTheOwnAddress(t *testing.T) {
	w := newWorld(t)
	w.register("victim@example.com")
	for range 100 {
		w.guess("victim@example.com", elsewhere)
	}
	w.logIn("victim@example.com")
}

func TestLimitedAccountDoesNotUseUpItsAddress(t *testing.T) {
	w := newWorld(t)
	for range 1000 {
		w.guess("victim@example.com", elsewhere)
	}
	if wait := w.guess("neighbour@example.com", elsewhere); wait != 0 {
		t.Errorf("a neighbour behind the same address waits %d s", wait)
	}
}

func TestNetworkOf(t *testing.T) {
	for in, want := range map[string]string{
		"192.0.2.10": "192.0.2.10/32", "::ffff:192.0.2.10": "192.0.2.10/32",
		"2001:db8:1:2:3:4:5:6": "2001:db8:1:2::/64", "fe80::1%eth0": "fe80::/64",
	} {
		if got := networkOf(netip.MustParseAddr(in)); got != netip.MustParsePrefix(want) {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
	if got := networkOf(netip.Addr{}); got != (netip.Prefix{}) {
		t.Errorf("no address: got %s", got)
	}
}

func TestBucketsAreBounded(t *testing.T) {
	b := newBuckets(2, time.Second)
	now := time.Unix(0, 0)
	key := func(n int) bucketKey { return bucketKey{account: fmt.Sprint(n)} }
	b.get(key(0), now).tokens = 0
	for n := 1; n < maxBuckets; n++ {
		b.get(key(n), now)
	}
	b.get(key(0), now)
	for n := maxBuckets; n < 2*maxBuckets-1; n++ {
		b.get(key(n), now)
	}
	if len(b.byKey) != maxBuckets || b.order.Len() != maxBuckets {
		t.Errorf("%d in the map, %d in the list, want %d", len(b.byKey), b.order.Len(), maxBuckets)
	}
	if got := b.get(key(0), now).tokens; got != 0 {
		t.Errorf("a bucket in use was dropped: %v tokens", got)
	}
	if got := b.get(key(0), now.Add(-time.Hour)).tokens; got != 0 {
		t.Errorf("a clock set back gained %v tokens", got)
	}
}

func TestSignUpsAreLimitedByAddress(t *testing.T) {
	w := newWorld(t)
	signUp := func(n int, from netip.Addr) error {
		_, err := w.service.NewCredentials(w.ctx, fmt.Sprintf("rider%d@example.com", n), goodPassword, from)
		return err
	}
	for n := range signUpBurst {
		if err := signUp(n, elsewhere); err != nil {
			t.Fatalf("sign-up %d: %v", n, err)
		}
	}
	var limit *LimitedError
	if err := signUp(0, elsewhere); !errors.As(err, &limit) || limit.RetryAfterSeconds != 2 {
		t.Errorf("got %v, want a wait of 2 s", err)
	}
	if err := signUp(0, home); err != nil {
		t.Errorf("another address: %v", err)
	}
}
