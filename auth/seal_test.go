package auth

import (
	"bytes"
	"crypto/rand"
	"errors"
	"strings"
	"testing"
)

// A sealed key opens by who sealed it, under its name, as it was, and by nothing else; nothing of it shows.
func TestSealedKeysOpenForTheirOwnersAlone(t *testing.T) {
	newKey := func() Key {
		key, err := NewKey(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		return key
	}
	by, other, signing := newKey(), newKey(), newKey()
	sealed, err := by.Seal(signing, "one", rand.Reader)
	if err != nil || len(sealed) != SealedBytes {
		t.Fatalf("%d bytes, %v", len(sealed), err)
	}
	if again, _ := by.Seal(signing, "one", rand.Reader); bytes.Equal(sealed, again) {
		t.Error("sealed twice, it looks the same: the nonce is not random")
	}
	if bytes.Contains(sealed, signing.secret[:8]) {
		t.Error("the key shows")
	}
	if got, err := Unseal(sealed, "one", other, by); err != nil || got != signing {
		t.Errorf("its owners get another key, %v", err)
	}
	for i := range sealed {
		changed := bytes.Clone(sealed)
		changed[i] ^= 1
		if _, err := Unseal(changed, "one", by); !errors.Is(err, ErrSealed) {
			t.Errorf("byte %d changed: %v", i, err)
		}
	}
	for name, try := range map[string]func() (Key, error){
		"another key":  func() (Key, error) { return Unseal(sealed, "one", other) },
		"another name": func() (Key, error) { return Unseal(sealed, "two", by) },
		"no key":       func() (Key, error) { return Unseal(sealed, "one") },
		"too short":    func() (Key, error) { return Unseal(sealed[1:], "one", by) },
		"nothing":      func() (Key, error) { return Unseal(nil, "one", by) },
	} {
		if _, err := try(); !errors.Is(err, ErrSealed) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := NewKey(strings.NewReader("too little")); err == nil {
		t.Error("too little randomness is no error")
	}
}
