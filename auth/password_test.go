package auth

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestS45CheckPassword(t *testing.T) {
	allowed := []string{
		goodPassword, strings.Repeat("abcdefg-", 8), "Zürich-Höngg 9 km", "東京の朝は静かです", "🚴🏊🏃🛶🏋🧘🥇🏔", "v7Gq2#pLx", "dragonfly over water",
		strings.Repeat("xylem kite ", 11) + "quartz"[:6], "alphabet street 1987",
	}
	for _, password := range allowed {
		if err := CheckPassword(password, "rider@example.com"); err != nil {
			t.Errorf("%q: %v", password, err)
		}
	}
	refused := map[string]string{
		"too short":            "v7Gq2#p",
		"short in characters":  "éééééé6",
		"too long":             strings.Repeat("xylem kite ", 12),
		"too many bytes":       strings.Repeat("🚴🏊", 65),
		"NUL":                  "v7Gq2#pLx\x00abc",
		"invalid UTF-8":        "v7Gq2#pLx\xff\xfe",
		"common":               "password",
		"common and digits":    "password123",
		"common, letter case":  "PassWord123",
		"common, substituted":  "P@ssw0rd!",
		"common short word":    "dragon2024",
		"word and year":        "Summer2025!!",
		"common twice":         "dragondragon",
		"keyboard":             "1qaz2wsx",
		"keyboard, upper case": "QWERTYUIOP",
		"digits":               "123456789",
		"digits down":          "987654321",
		"letters up":           "cdefghijk",
		"one letter":           "aaaaaaaaaaaa",
		"short unit":           "xy7xy7xy7xy7",
		"own e-mail":           "wendeline99",
		"own e-mail, as it is": "Wendeline",
		"the product":          "fortnight",
	}
	for name, password := range refused {
		err := CheckPassword(password, "wendeline@example.com")
		var input *InputError
		if !errors.As(err, &input) || input.Field != "password" {
			t.Errorf("%s: %q: got %v, want an InputError on password", name, password, err)
		}
	}
}

func TestS45LongestPasswordsAreAtTheBounds(t *testing.T) {
	longest := strings.Repeat("🚴🏊🏃🛶🏋🧘🥇🏔", 15) + "🛼🚵🤸🏇🥈🥉🏅🎽" // 128 characters of 4 bytes
	if n := utf8.RuneCountInString(longest); n != MaxPasswordCharacters || len(longest) != MaxPasswordBytes {
		t.Fatalf("%d characters, %d bytes", n, len(longest))
	}
	if err := CheckPassword(longest, ""); err != nil {
		t.Error(err)
	}
	if err := CheckPassword(longest+"x", ""); err == nil {
		t.Error("129 characters were allowed")
	}
}

func TestCommonPasswordsAreRefused(t *testing.T) {
	long := 0
	for word := range commonPasswords {
		switch letters := !strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }); {
		case utf8.RuneCountInString(word) >= MinPasswordCharacters:
			long++
			refuse(t, word)
			refuse(t, strings.ToUpper(word))
		case letters && utf8.RuneCountInString(word) >= 3:
			refuse(t, word+"2024!")
		}
	}
	if long < 300 {
		t.Errorf("only %d of the list could be passwords at all", long)
	}
}

func refuse(t *testing.T, password string) {
	t.Helper()
	if CheckPassword(password, "") == nil {
		t.Errorf("%q was allowed", password)
	}
}

func TestS28NormalizeEmail(t *testing.T) {
	for in, want := range map[string]string{
		"rider@example.com":            "rider@example.com",
		"  Rider.One+tag@Example.COM ": "rider.one+tag@example.com", //nolint:gocritic // the space is the case
		"o'neil@sub.example-one.org":   "o'neil@sub.example-one.org",
		strings.Repeat("a", 64) + "@" + strings.Repeat("b", 60) + ".example": strings.Repeat("a", 64) + "@" + strings.Repeat("b", 60) + ".example",
	} {
		if got, err := NormalizeEmail(in); err != nil || got != want {
			t.Errorf("%q: got %q, %v; want %q", in, got, err, want)
		}
	}
	for _, in := range []string{
		"", "rider", "rider@", "@example.com", "rider@example", "a@b@example.com", "rider@example..com", "rider@.example.com",
		"rider@-example.com", "rider@exam_ple.com", "rider@[192.0.2.1]", `"a b"@example.com`, "Rider <rider@example.com>",
		"rider@example.com, other@example.com", "ri der@example.com", "rider@example.com\r\nBcc: x@example.com", "rider\n@example.com",
		"rider\x00@example.com", "rider@example.com\x00", "rider(comment)@example.com", "rіder@example.com", "rider@exämple.com", "\xff@example.com",
		"rider.@example.com", strings.Repeat("a", 250) + "@example.com", strings.Repeat("a", 200<<10) + "@example.com",
		"rider@" + strings.Repeat("b", 64) + ".example",
		"' OR 1=1 --", "rider@example.com'; DROP TABLE users; --",
	} {
		got, err := NormalizeEmail(in)
		var input *InputError
		if !errors.As(err, &input) || input.Field != "email" {
			t.Errorf("%.60q: got %q, %v; want an InputError on email", in, got, err)
		}
	}
}

func FuzzNormalizeEmail(f *testing.F) {
	f.Add("Rider@example.com")
	f.Add(`"a\"b"@example.com`)
	f.Fuzz(func(t *testing.T, in string) {
		out, err := NormalizeEmail(in)
		if err != nil {
			return
		}
		if again, err := NormalizeEmail(out); err != nil || again != out {
			t.Errorf("%q became %q and then %q, %v", in, out, again, err)
		}
		if len(out) > MaxEmailLength || strings.ContainsAny(out, " \r\n\x00<>\"") {
			t.Errorf("%q became %q", in, out)
		}
	})
}

func FuzzCheckPassword(f *testing.F) {
	f.Add(goodPassword, "rider@example.com")
	f.Add("\xff\xfe", "")
	f.Fuzz(func(t *testing.T, password, email string) {
		if CheckPassword(password, email) != nil {
			return
		}
		if _, ok := canonical(password); !ok {
			t.Errorf("%q is allowed and cannot be hashed", password)
		}
	})
}

func ExampleInputError() {
	fmt.Println(CheckPassword("short", ""))
	// Output: password must be 8 to 128 characters
}
