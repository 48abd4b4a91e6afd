package auth

import (
	"fmt"
	"strings"
	"testing"
)

// A key is changed while several processes serve: none of them refuses a token that another signs on the way.
func TestKeysRotateWithoutDowntime(t *testing.T) {
	keys, err := ParseKeys(strings.Repeat("01", 32) + ", " + strings.Repeat("02", 32))
	if err != nil {
		t.Fatal(err)
	}
	old, next := keys[0], keys[1]
	f := newForgery(t)
	process := func(key Key, others ...Key) *Tokens {
		tokens := NewTokens(Key{}, f.tokens.sessions, f.tokens.now, f.tokens.random, f.tokens.log)
		tokens.Use(key, others...)
		return tokens
	}
	steps := [][]*Tokens{
		{process(old), process(old, next)},       // one after the other learns of the next key
		{process(old, next), process(next, old)}, // then signs by it
		{process(next, old), process(next)},      // and forgets the old one
	}
	for n, step := range steps {
		for _, signer := range step {
			token := f.sign(f.header, f.claims, signer.keys.Load().signs.secret[:])
			for _, reader := range step {
				if _, err := reader.Verify(t.Context(), token); err != nil {
					t.Errorf("step %d: a process refuses another's token: %v", n+1, err)
				}
			}
		}
	}
	if _, err := process(next).Verify(t.Context(), f.sign(f.header, f.claims, old.secret[:])); err == nil {
		t.Error("a key that was forgotten is good")
	}
}

func TestParseKeys(t *testing.T) {
	good := strings.Repeat("ab", 32)
	for _, wrong := range []string{"", "ab", good + "0", good + ",", strings.Repeat("zz", 32), strings.Join([]string{good, good, good, good, good}, ",")} {
		_, err := ParseKeys(wrong)
		if err == nil || strings.Contains(err.Error(), "abab") {
			t.Errorf("%.10q…: %v", wrong, err)
		}
	}
	keys, err := ParseKeys(good)
	if err != nil || strings.Contains(fmt.Sprintf("%v %+v %x", keys, keys, keys), "abab") {
		t.Errorf("%v, %v", keys, err)
	}
}
