package quota

import (
	"container/list"
	"math"
	"sync"
	"time"
)

// maxAccounts bounds how many parties a budget knows; the one that was seen longest ago gives way.
const maxAccounts = 50_000

// Budget is what every party may spend: so many points at once, and the same again in the course of a minute. NewBudget makes one.
type Budget struct {
	points float64
	now    func() time.Time

	mu       sync.Mutex
	order    *list.List // of purses, the one used last first
	accounts map[string]*list.Element
}

// purse is what a party has left, as of an instant.
type purse struct {
	key  string
	left float64
	at   time.Time
}

// NewBudget returns a budget of so many points a minute for each party, by a clock.
func NewBudget(points int, now func() time.Time) *Budget {
	return &Budget{points: float64(points), now: now, order: list.New(), accounts: map[string]*list.Element{}}
}

// Spend takes points of a party, or tells how long it takes until there are so many: what was not taken is not owed. What costs more than a
// whole budget is taken when that is whole.
func (b *Budget) Spend(key string, points int) (wait time.Duration, spent bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	p := b.purse(key)
	cost := min(float64(points), b.points)
	if p.left >= cost {
		p.left -= cost
		return 0, true
	}
	return time.Duration(math.Ceil((cost - p.left) / b.points * float64(time.Minute))), false
}

// Refund gives points back that were spent and not used.
func (b *Budget) Refund(key string, points int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	p := b.purse(key)
	p.left = min(b.points, p.left+float64(max(0, points)))
}

// Charge takes points that were used beyond what was spent for them. A party may owe as much as a whole budget, and has nothing until that is
// paid.
func (b *Budget) Charge(key string, points int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	p := b.purse(key)
	p.left = max(-b.points, p.left-float64(max(0, points)))
}

func (b *Budget) purse(key string) *purse {
	now := b.now()
	if element, known := b.accounts[key]; known {
		b.order.MoveToFront(element)
		p := element.Value.(*purse)
		gained := max(0, now.Sub(p.at).Minutes()) * b.points // a clock set back gains nothing
		p.left, p.at = min(b.points, p.left+gained), now
		return p
	}
	if b.order.Len() >= maxAccounts {
		delete(b.accounts, b.order.Remove(b.order.Back()).(*purse).key)
	}
	p := &purse{key: key, left: b.points, at: now}
	b.accounts[key] = b.order.PushFront(p)
	return p
}

// Left is what a party may spend now; what it owes is less than nothing.
func (b *Budget) Left(key string) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return int(b.purse(key).left)
}
