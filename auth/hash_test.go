package auth

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

func TestS43StoredHashIsArgon2id(t *testing.T) {
	h := NewHasher(1, rand.Reader)
	seen := map[string]bool{}
	for range 3 {
		encoded, err := h.Hash(t.Context(), goodPassword)
		if err != nil {
			t.Fatal(err)
		}
		if !regexp.MustCompile(`^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$`).MatchString(encoded) {
			t.Errorf("stored as %s", encoded)
		}
		stored, err := parsePHC(encoded)
		if err != nil || len(stored.salt) != 16 || seen[string(stored.salt)] {
			t.Errorf("salt %x, error %v; want 16 bytes never seen before", stored.salt, err)
		}
		seen[string(stored.salt)] = true
		for password, want := range map[string]bool{goodPassword: true, goodPassword + " ": false, "": false, "A quiet lake at dawn": false} {
			if got, err := h.Verify(t.Context(), encoded, password); got != want || err != nil {
				t.Errorf("%q: got %v, %v; want %v", password, got, err, want)
			}
		}
	}
}

// The answer is that of the reference implementation's own test (version 19, m=65536, t=2, p=1).
func TestArgon2idKnownAnswer(t *testing.T) {
	sum := argon2id([]byte("password"), []byte("somesalt"), argonCost{memory: 64 * 1024, passes: 2, lanes: 1}, 32)
	if got := hex.EncodeToString(sum); got != "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7" {
		t.Errorf("got %s", got)
	}
}

func TestS45TwinsOf72BytesDiffer(t *testing.T) {
	h := NewHasher(1, rand.Reader)
	stem := strings.Repeat("lake and hill, ", 4) + "quiet at dawn" // 73 bytes: longer than bcrypt looks
	encoded, err := h.Hash(t.Context(), stem+"A")
	if err != nil {
		t.Fatal(err)
	}
	if ok, err := h.Verify(t.Context(), encoded, stem+"B"); ok || err != nil {
		t.Errorf("the twin: %v, %v", ok, err)
	}
	if ok, err := h.Verify(t.Context(), encoded, stem+"A"); !ok || err != nil {
		t.Errorf("the password itself: %v, %v", ok, err)
	}
}

func TestS45AccentsTypedEitherWayAreOnePassword(t *testing.T) {
	w := newWorld(t)
	encoded, err := w.hasher.Hash(w.ctx, "caf\u00e9 au lac")
	if err != nil {
		t.Fatal(err)
	}
	if ok, err := w.hasher.Verify(w.ctx, encoded, "cafe\u0301 au lac"); !ok || err != nil {
		t.Errorf("decomposed: %v, %v", ok, err)
	}
	if ok, err := w.hasher.Verify(w.ctx, encoded, "cafe au lac"); ok || err != nil {
		t.Errorf("without accent: %v, %v", ok, err)
	}
}

func TestS27HugePasswordIsRefusedBeforeHashing(t *testing.T) {
	w := newWorld(t)
	account := w.register("rider@example.com")
	w.hashes.Store(0)
	huge := strings.Repeat("x1y", 200<<10/3)
	if ok, err := w.hasher.Verify(w.ctx, account.PasswordHash, huge); ok || err != nil {
		t.Errorf("verify: %v, %v", ok, err)
	}
	if _, err := w.hasher.Hash(w.ctx, huge); err == nil {
		t.Error("it was hashed")
	}
	if _, err := w.service.NewCredentials(w.ctx, "new@example.com", huge, home); err == nil {
		t.Error("it was accepted for a new account")
	}
	if _, err := w.service.LogIn(w.ctx, "rider@example.com", huge, home); !errors.Is(err, ErrWrongCredentials) {
		t.Errorf("log in: %v", err)
	}
	if n := w.hashes.Load(); n != 0 {
		t.Errorf("%d hashes were made", n)
	}
}

func TestS44HashingIsCapped(t *testing.T) {
	const slots, callers = 2, 500
	h := NewHasher(slots, rand.Reader)
	var running, most, done atomic.Int64
	release := make(chan struct{})
	h.derive = func(_, _ []byte, _ argonCost, length uint32) []byte {
		n := running.Add(1)
		defer running.Add(-1)
		for old := most.Load(); n > old && !most.CompareAndSwap(old, n); old = most.Load() {
		}
		<-release
		done.Add(1)
		return make([]byte, length)
	}
	var busy atomic.Int64
	settled := make(chan struct{}, callers)
	var group sync.WaitGroup
	for range callers {
		group.Go(func() {
			if _, err := h.Verify(t.Context(), "", goodPassword); errors.Is(err, ErrBusy) {
				busy.Add(1)
				settled <- struct{}{}
			} else if err != nil {
				t.Error(err)
			}
		})
	}
	const kept = slots * (1 + queuePerSlot)
	for range callers - kept {
		<-settled // all that find no place hear so while not one hash has finished
	}
	close(release)
	group.Wait()
	if most.Load() > slots || done.Load() != kept || busy.Load() != callers-kept {
		t.Errorf("%d at once, %d done, %d turned away; want at most %d, %d, %d", most.Load(), done.Load(), busy.Load(), slots, kept, callers-kept)
	}
}

func TestS44WaitingForASlotEndsWithTheContext(t *testing.T) {
	h := NewHasher(1, rand.Reader)
	entered, release := make(chan struct{}), make(chan struct{})
	h.derive = func(_, _ []byte, _ argonCost, length uint32) []byte {
		entered <- struct{}{}
		<-release
		return make([]byte, length)
	}
	first := make(chan error)
	go func() { _, err := h.Verify(t.Context(), "", goodPassword); first <- err }()
	<-entered
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := h.Verify(ctx, "", goodPassword); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	close(release)
	if err := <-first; err != nil {
		t.Error(err)
	}
}

func TestDamagedHashIsAnError(t *testing.T) {
	h := NewHasher(1, rand.Reader)
	h.derive = func([]byte, []byte, argonCost, uint32) []byte { t.Error("a damaged hash was worked on"); return nil }
	salt, sum := strings.Repeat("A", 22), strings.Repeat("A", 43)
	for _, encoded := range []string{
		"x", "$2a$10$abcdefghijklmnopqrstuv", "$argon2i$v=19$m=19456,t=2,p=1$" + salt + "$" + sum,
		"$argon2id$v=16$m=19456,t=2,p=1$" + salt + "$" + sum, "$argon2id$v=19$m=19456,t=0,p=1$" + salt + "$" + sum,
		"$argon2id$v=19$m=19456,t=2,p=0$" + salt + "$" + sum, "$argon2id$v=19$m=4294967295,t=2,p=1$" + salt + "$" + sum,
		"$argon2id$v=19$m=8,t=2,p=1$" + salt + "$" + sum, "$argon2id$v=19$m=19456,t=2,p=1$AAAA$" + sum,
		"$argon2id$v=19$m=19456,t=2,p=1$" + salt + "$", "$argon2id$v=19$m=19456,t=2,p=1$" + salt,
		"$argon2id$v=19$m=19456,t=2,p=1$" + salt + "$" + sum + " ", "$argon2id$v=19$m=19456,t=2,p=1$" + salt + "$" + sum[1:] + "=",
		"$argon2id$v=19$m=19456,t=2,p=1$" + salt + "$" + strings.Repeat("A", 300),
	} {
		if ok, err := h.Verify(t.Context(), encoded, goodPassword); ok || err == nil {
			t.Errorf("%s: got %v, %v", encoded, ok, err)
		}
	}
}

func BenchmarkHash(b *testing.B) {
	h := NewHasher(1, rand.Reader)
	for b.Loop() {
		if _, err := h.Hash(b.Context(), goodPassword); err != nil {
			b.Fatal(err)
		}
	}
}
