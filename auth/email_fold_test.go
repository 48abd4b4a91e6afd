package auth

import "testing"

// A letter beyond ASCII that folds into ASCII is no letter of an address.
func TestEmailIsFoldedAfterItIsASCII(t *testing.T) {
	for _, email := range []string{"ma\u212a@example.com", "jo@example.\u212aom", "\u0130jo@example.com"} {
		if got, err := NormalizeEmail(email); err == nil {
			t.Errorf("%q is %q", email, got)
		}
	}
	if got, err := NormalizeEmail(" Mark@Example.COM"); err != nil || got != "mark@example.com" {
		t.Errorf("%q, %v", got, err)
	}
}
