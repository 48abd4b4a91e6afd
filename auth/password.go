package auth

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The lengths of a password. Eight characters is the least ASVS 5.0 6.2.1 allows; the bytes bound the work before hashing, at four
// for each character.
const (
	MinPasswordCharacters = 8
	MaxPasswordCharacters = 128
	MaxPasswordBytes      = 512
)

// maxTrimmed is how many digits and signs around a common word leave it guessable: "summer2024!!" is one of the first a guesser tries.
const maxTrimmed = 6

// CheckPassword refuses a new password that is too short or too long, holds NUL or invalid UTF-8, or is among the first a guesser
// would try: a common one, also with digits and signs around it or in place of letters, a sequence, a repetition, or the local part
// of the account's own e-mail. The error is an *InputError.
func CheckPassword(password, email string) error {
	if len(password) > MaxPasswordBytes || !utf8.ValidString(password) || strings.ContainsRune(password, 0) {
		return &InputError{"password", "must be 8 to 128 characters and at most 512 bytes of UTF-8 without NUL"}
	}
	length := utf8.RuneCountInString(norm.NFC.String(password))
	if length < MinPasswordCharacters || length > MaxPasswordCharacters {
		return &InputError{"password", "must be 8 to 128 characters"}
	}
	if local, _, _ := strings.Cut(email, "@"); guessable(strings.ToLower(password), local) {
		return &InputError{"password", "must not be a common password, a sequence, a repetition or your e-mail"}
	}
	return nil
}

// canonical returns the bytes that are hashed: the password in normal form C, so that an accented letter typed on two keyboards is one
// password (RFC 8265 4.2.2). It is false for what CheckPassword could never have let in by size or encoding.
func canonical(password string) ([]byte, bool) {
	if len(password) > MaxPasswordBytes || !utf8.ValidString(password) {
		return nil, false
	}
	return norm.NFC.Bytes([]byte(password)), true
}

//go:embed common_passwords.txt
var commonPasswordLines string

// commonPasswords holds lower-case passwords and the words that passwords are made from, whatever their length.
var commonPasswords = func() map[string]bool {
	set := make(map[string]bool)
	for _, word := range strings.Fields(commonPasswordLines) {
		set[word] = true
	}
	return set
}()

// digitsForLetters undoes the usual substitutions.
var digitsForLetters = strings.NewReplacer("@", "a", "4", "a", "3", "e", "1", "i", "!", "i", "0", "o", "$", "s", "5", "s", "7", "t")

func guessable(password, local string) bool {
	if sequence(password) {
		return true
	}
	common := func(word string) bool {
		plain := digitsForLetters.Replace(word)
		return commonPasswords[word] || commonPasswords[plain] || (local != "" && word == local)
	}
	word := strings.TrimFunc(password, func(r rune) bool { return !unicode.IsLetter(r) })
	trimmed := utf8.RuneCountInString(password) - utf8.RuneCountInString(word)
	unit := repeated(password)
	return common(password) || (trimmed <= maxTrimmed && common(word)) || len(unit) <= 4 || common(unit)
}

// sequence tells whether every character follows the one before, or precedes it: "abcdefgh", "87654321".
func sequence(s string) bool {
	runes := []rune(s)
	up, down := true, true
	for i := 1; i < len(runes); i++ {
		up = up && runes[i] == runes[i-1]+1
		down = down && runes[i] == runes[i-1]-1
	}
	return up || down
}

// repeated returns the shortest unit that s is a repetition of, s itself where it is none.
func repeated(s string) string {
	for n := 1; n <= len(s)/2; n++ {
		if len(s)%n == 0 && strings.Repeat(s[:n], len(s)/n) == s {
			return s[:n]
		}
	}
	return s
}
