package quota

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// However much one party asks for, another waits for one work at most for each party that waits.
func TestPlacesTakeTurns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := NewPlaces(2, 2, 1000)
		began := time.Now()
		var all sync.WaitGroup
		work := func(key string) time.Duration {
			leave, err := p.Enter(t.Context(), key)
			if err != nil {
				t.Fatal(err)
			}
			time.Sleep(time.Second)
			leave()
			return time.Since(began)
		}
		for range 100 {
			all.Go(func() { work("greedy") })
		}
		synctest.Wait()
		var others [3]time.Duration
		for i := range others {
			all.Go(func() { others[i] = work(fmt.Sprint("other", i)) })
		}
		all.Wait()
		for i, took := range others {
			if took > 4*time.Second {
				t.Errorf("party %d of three waited %s beside 100 works of another", i, took)
			}
		}
		if whole := time.Since(began); whole != 52*time.Second {
			t.Errorf("103 works in two places took %s", whole)
		}
		if working, waiting := p.Load(); working+waiting+len(p.parties) != 0 {
			t.Errorf("%d work, %d wait, %d are remembered", working, waiting, len(p.parties))
		}
	})
}

func TestPlacesBoundEachParty(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := NewPlaces(3, 2, 2)
		var leave [2]func()
		for i := range leave {
			leave[i], _ = p.Enter(t.Context(), "a")
		}
		ctx, cancel := context.WithCancel(t.Context())
		failed := make(chan error, 2)
		for range 2 {
			go func() {
				_, err := p.Enter(ctx, "a")
				failed <- err
			}()
		}
		synctest.Wait()
		if _, err := p.Enter(t.Context(), "a"); !errors.Is(err, ErrFull) {
			t.Errorf("a third that waits: %v", err)
		}
		if other, err := p.Enter(t.Context(), "b"); err != nil { // at once, though others have waited for longer
			t.Error(err)
		} else {
			other()
		}
		cancel()
		for range 2 {
			if err := <-failed; !errors.Is(err, context.Canceled) {
				t.Errorf("one that no longer waits: %v", err)
			}
		}
		leave[0]()
		leave[1]()
		if len(p.parties) != 0 || p.busy != 0 || p.queued != 0 {
			t.Errorf("%+v", p)
		}
	})
}

// Whatever comes and goes, no place is lost and none is given twice.
func TestPlacesAreKept(t *testing.T) {
	p := NewPlaces(3, 2, 50)
	var all sync.WaitGroup
	var mu sync.Mutex
	busy, most := 0, 0
	for n := range 400 {
		all.Go(func() {
			ctx, cancel := context.WithTimeout(t.Context(), time.Duration(n%7)*100*time.Microsecond)
			defer cancel()
			leave, err := p.Enter(ctx, fmt.Sprint(n%5))
			if err != nil {
				return
			}
			mu.Lock()
			busy++
			most = max(most, busy)
			mu.Unlock()
			time.Sleep(50 * time.Microsecond)
			mu.Lock()
			busy--
			mu.Unlock()
			leave()
		})
	}
	all.Wait()
	if most > 3 || p.busy != 0 || p.queued != 0 || len(p.parties) != 0 {
		t.Errorf("at most %d at once; then %+v", most, p)
	}
}

func TestSlots(t *testing.T) {
	s := NewSlots(5)
	a, b := Share{"a", 3}, Share{"b", 3}
	first, ok := s.Take(3, a)
	if !ok {
		t.Fatal("three of five")
	}
	if _, ok := s.Take(1, a); ok {
		t.Error("a party took more than its share")
	}
	if _, ok := s.Take(1, b, a); ok || s.of["b"] != 0 {
		t.Error("what one of two parties may not take was taken")
	}
	if _, ok := s.Take(3, b); ok {
		t.Error("more than all were taken")
	}
	second, ok := s.Take(2, b)
	if !ok || s.Held() != 5 {
		t.Errorf("%d are held", s.Held())
	}
	first()
	second()
	if s.Held() != 0 || len(s.of) != 0 {
		t.Errorf("%+v", s)
	}
}

func TestBudget(t *testing.T) {
	now := time.Unix(1_800_000_000, 0)
	b := NewBudget(600, func() time.Time { return now })
	for range 2 {
		if wait, ok := b.Spend("a", 300); !ok {
			t.Fatalf("wait %s", wait)
		}
	}
	if wait, ok := b.Spend("a", 10); ok || wait != time.Second {
		t.Errorf("of an empty purse: %t, wait %s", ok, wait)
	}
	if _, ok := b.Spend("b", 600); !ok {
		t.Error("another party has less")
	}
	now = now.Add(time.Second)
	if wait, ok := b.Spend("a", 10); !ok {
		t.Errorf("after a second: wait %s", wait)
	}
	now = now.Add(-time.Hour)
	if _, ok := b.Spend("a", 10); ok {
		t.Error("a clock that was set back paid")
	}
	now = now.Add(2 * time.Hour)
	if _, ok := b.Spend("a", 1_000_000); !ok {
		t.Error("what costs more than all can never be had")
	}
	if wait, ok := b.Spend("a", 600); ok || wait != time.Minute {
		t.Errorf("%t, wait %s", ok, wait)
	}
	b.Refund("a", 100)
	if _, ok := b.Spend("a", 100); !ok {
		t.Error("what was given back is not there")
	}
	b.Refund("a", 1_000_000)
	if wait, ok := b.Spend("a", 600); !ok {
		t.Errorf("of a whole purse: wait %s", wait)
	}
	if _, ok := b.Spend("a", 1); ok {
		t.Error("more was given back than a purse holds")
	}
	b.Charge("c", 900)
	if wait, ok := b.Spend("c", 100); ok || wait != 40*time.Second { // 300 are owed
		t.Errorf("%t, wait %s", ok, wait)
	}
	b.Charge("c", 1_000_000)
	if wait, ok := b.Spend("c", 600); ok || wait != 2*time.Minute {
		t.Errorf("of a whole budget that is owed: %t, wait %s", ok, wait)
	}
	for n := range maxAccounts + 10 {
		b.Spend(fmt.Sprint(n), 1)
	}
	if len(b.accounts) != maxAccounts || b.order.Len() != maxAccounts {
		t.Errorf("%d parties are remembered", len(b.accounts))
	}
}

// Only waiting is counted, and of everybody who has the meter's context.
func TestMeterCountsWaiting(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := NewPlaces(1, 1, 10)
		leave, _ := p.Enter(t.Context(), "other")
		ctx, m := WithMeter(t.Context())
		go func() {
			time.Sleep(3 * time.Second)
			leave()
		}()
		mine, err := p.Enter(ctx, "mine")
		if err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Second)
		mine()
		if m.Waited() != 3*time.Second {
			t.Errorf("waited %s", m.Waited())
		}
	})
}
