package quota_test

import (
	"fmt"
	"testing"

	"fortnight/quota"
)

// What is remembered takes no more than it may; what was not asked for longest goes first.
func TestMemoryIsBoundedByBytes(t *testing.T) {
	m := quota.NewMemory[string, int](100_000)
	for n := range 1000 {
		m.Get("0")
		m.Add(fmt.Sprint(n), n, 800)
		m.Add(fmt.Sprint(n), n, 800) // once
		if taken, most := m.Bytes(); taken > most || most != 100_000 {
			t.Fatalf("%d bytes of %d after %d", taken, most, n)
		}
	}
	if taken, _ := m.Bytes(); taken != 100_000 {
		t.Errorf("%d bytes are taken by values of 1,000", taken)
	}
	for key, want := range map[string]bool{"0": true, "1": false, "900": false, "901": true, "999": true} {
		if value, is := m.Get(key); is != want || is && fmt.Sprint(value) != key || m.Has(key) != want {
			t.Errorf("%s is remembered as %d, %v", key, value, is)
		}
	}
	m.Add("large", 1, 100_000/8)
	if m.Has("large") {
		t.Error("one value takes a large part of the room")
	}
	m.Add("999", 7, 10)
	if value, _ := m.Get("999"); value != 7 {
		t.Errorf("a key has the value %d that it had before", value)
	}
	m.Forget("999")
	if taken, _ := m.Bytes(); m.Has("999") || taken != 99_000 {
		t.Errorf("%d bytes are taken when one is forgotten", taken)
	}
	for _, none := range []*quota.Memory[string, int]{{}, quota.NewMemory[string, int](0)} {
		none.Add("a", 1, 1)
		none.Forget("b")
		if _, is := none.Get("a"); is || none.Has("a") {
			t.Error("no room remembers something")
		}
	}
}
