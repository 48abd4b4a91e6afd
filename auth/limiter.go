package auth

import (
	"container/list"
	"net/netip"
	"sync"
	"time"
)

// How often passwords may be tried. A bucket starts full and gains a token each interval; a wrong password takes one.
//
// An account is limited together with the address it is tried from, never by itself: whoever is attacked from elsewhere still gets in
// (ASVS 5.0 6.1.1). The limit of the address alone stops one that walks through many accounts; it is wider, as a club or a gym may
// share an address. Sign-ups have their own: they guess nothing, but each costs a hash.
const (
	accountBurst, accountEvery = 10, time.Minute
	addressBurst, addressEvery = 50, 3 * time.Second
	signUpBurst, signUpEvery   = 500, 2 * time.Second

	// maxBuckets bounds each kind: 50,000 of at most 254-byte e-mails take about 20 MB. The least recently tried gives way.
	maxBuckets = 50_000
)

// limiter holds the buckets of this process in memory.
type limiter struct {
	now func() time.Time

	mu       sync.Mutex
	accounts *buckets
	address  *buckets
	signUps  *buckets
}

func newLimiter(now func() time.Time) *limiter {
	return &limiter{
		now:      now,
		accounts: newBuckets(accountBurst, accountEvery),
		address:  newBuckets(addressBurst, addressEvery),
		signUps:  newBuckets(signUpBurst, signUpEvery),
	}
}

// guess takes a token for a try at the account from the address, before the password is looked at, so that tries at once count each.
// It returns a function that gives the token back, for a try that was right or never made, or a *LimitedError.
func (l *limiter) guess(account string, from netip.Addr) (refund func(), err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	network := networkOf(from)
	byAddress := l.address.get(bucketKey{network, ""}, now)
	if byAddress.tokens < 1 {
		return nil, limited(l.address.wait(byAddress))
	}
	byAccount := l.accounts.get(bucketKey{network, account}, now)
	if byAccount.tokens < 1 {
		return nil, limited(l.accounts.wait(byAccount))
	}
	byAddress.tokens--
	byAccount.tokens--
	return func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		byAddress.tokens = min(byAddress.tokens+1, addressBurst)
		byAccount.tokens = min(byAccount.tokens+1, accountBurst)
	}, nil
}

// signUp takes a token for a new account from the address, or returns a *LimitedError.
func (l *limiter) signUp(from netip.Addr) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	bucket := l.signUps.get(bucketKey{networkOf(from), ""}, l.now())
	if bucket.tokens < 1 {
		return limited(l.signUps.wait(bucket))
	}
	bucket.tokens--
	return nil
}

// networkOf is what one party is taken to hold: an IPv4 address, or the /64 that IPv6 gives to every subscriber (RFC 6177).
func networkOf(from netip.Addr) netip.Prefix {
	from = from.Unmap().WithZone("")
	bits := from.BitLen()
	if from.Is6() {
		bits = 64
	}
	network, _ := from.Prefix(bits) // the zero Prefix for an unknown address: all unknowns share one bucket
	return network
}

type bucketKey struct {
	network netip.Prefix
	account string
}

type bucket struct {
	key    bucketKey
	tokens float64
	at     time.Time // of the last refill
}

// buckets are token buckets of one size, the most recently used first.
type buckets struct {
	burst float64
	every time.Duration
	order *list.List
	byKey map[bucketKey]*list.Element
}

func newBuckets(burst float64, every time.Duration) *buckets {
	return &buckets{burst: burst, every: every, order: list.New(), byKey: make(map[bucketKey]*list.Element)}
}

// get returns the bucket of the key as it stands now, a full one where there is none yet.
func (b *buckets) get(key bucketKey, now time.Time) *bucket {
	if element, ok := b.byKey[key]; ok {
		b.order.MoveToFront(element)
		found := element.Value.(*bucket)
		gained := max(0, float64(now.Sub(found.at))/float64(b.every)) // a clock set back gains nothing
		found.tokens, found.at = min(b.burst, found.tokens+gained), now
		return found
	}
	if b.order.Len() >= maxBuckets {
		oldest := b.order.Remove(b.order.Back()).(*bucket)
		delete(b.byKey, oldest.key)
	}
	fresh := &bucket{key: key, tokens: b.burst, at: now}
	b.byKey[key] = b.order.PushFront(fresh)
	return fresh
}

// wait is how long until the bucket holds a token.
func (b *buckets) wait(bucket *bucket) time.Duration {
	return time.Duration((1 - bucket.tokens) * float64(b.every))
}
