package training

import "testing"

// A zone that is spelt in another way, or without its area, is told; what is of no place suggests none.
func TestTheZoneThatMayHaveBeenMeant(t *testing.T) {
	for name, want := range map[string]string{
		"Berlin": "Europe/Berlin", "europe/berlin": "Europe/Berlin", "EUROPE/BERLIN": "Europe/Berlin", "America/NewYork": "America/New_York", "new york": "America/New_York",
		"Los-Angeles": "America/Los_Angeles", "US/Tokyo": "Asia/Tokyo", "Sydney": "Australia/Sydney", "Buenos_Aires": "America/Buenos_Aires",
		"UTC+1": "", "CEST": "", "": "", "/": "", "Europe/": "", "../etc": "", "Localtime": "", "Europe/Nowhere": "", "a-very-long-name-of-a-place-that-nobody-lives-in": "",
	} {
		if got := zoneLike(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
