package auth

import (
	"net/mail"
	"strings"
)

// MaxEmailLength is the longest address SMTP can carry, in bytes: a 256-byte path with its angle brackets (RFC 5321 4.5.3.1.3).
const MaxEmailLength = 254

// NormalizeEmail returns the address by which an account is stored and found: without surrounding spaces, in lower case.
//
// Only plain ASCII addresses are taken. Quoted local parts, comments, display names and address literals have several spellings for
// one mailbox, and look-alike letters have several mailboxes for one spelling; an athlete grants a coach by address, so neither will
// do. The error is an *InputError.
func NormalizeEmail(email string) (string, error) {
	refused := &InputError{"email", "must be an address such as name@example.com, in ASCII, at most 254 characters"}
	if len(email) > MaxEmailLength {
		return "", refused
	}
	email = strings.Trim(email, " ")
	if strings.ContainsFunc(email, func(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune(`"()[]<>\`, r) }) {
		return "", refused
	}
	email = strings.ToLower(email) // now that it is ASCII: the Kelvin sign would become a k
	parsed, err := mail.ParseAddress(email)
	if err != nil || parsed.Address != email || !domainName(email[strings.LastIndexByte(email, '@')+1:]) {
		return "", refused
	}
	return email, nil
}

// domainName tells whether the domain is two or more labels of letters, digits and inner hyphens (RFC 1123 2.1).
func domainName(domain string) bool {
	labels := strings.Split(domain, ".")
	for _, label := range labels {
		odd := func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' }
		if label == "" || len(label) > 63 || strings.Trim(label, "-") != label || strings.ContainsFunc(label, odd) {
			return false
		}
	}
	return len(labels) > 1
}
