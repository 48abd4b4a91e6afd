package rules

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"math"
	"slices"

	"fortnight/training"
)

// hash names what a certificate is about: the days, the sessions on them by day, start, workout, status and lock, and all that was
// measured. Neither the order of lists nor an identity that was drawn tells, so that the same calendar measured alike has one hash whoever
// asks and however often; the calendar's revision and what the checks say in words are no part of it.
func hash(in *Input, checks []RuleCheck) string {
	list := parts{bytes: make([]byte, 0, 96*(len(in.Sessions)+len(checks)))}
	for i := range in.Sessions {
		if s := &in.Sessions[i]; s.Date >= in.From && s.Date < in.From.AddDays(in.Days) {
			list.end(appendSession(list.bytes, s))
		}
	}
	for i := range checks {
		list.end(appendCheck(list.bytes, &checks[i]))
	}
	sum := sha256.New()
	sum.Write(appendNumbers(nil, float64(in.From), float64(in.Days)))
	for _, part := range list.sorted() {
		sum.Write(list.bytes[part.from:part.to])
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// parts are texts one behind the other, and where each lies.
type parts struct {
	bytes []byte
	spans []struct{ from, to int }
}

// end takes the bytes with one more part at their end.
func (p *parts) end(bytes []byte) {
	p.spans = append(p.spans, struct{ from, to int }{len(p.bytes), len(bytes)})
	p.bytes = bytes
}

func (p *parts) sorted() []struct{ from, to int } {
	slices.SortFunc(p.spans, func(a, b struct{ from, to int }) int {
		return bytes.Compare(p.bytes[a.from:a.to], p.bytes[b.from:b.to])
	})
	return p.spans
}

func appendSession(to []byte, s *training.Session) []byte {
	lock := ""
	if s.Lock != nil {
		lock = string(*s.Lock)
	}
	to = appendText(to, "session", string(s.WorkoutID), string(s.Status), lock)
	return appendNumbers(to, float64(s.Date), float64(s.Start))
}

func appendCheck(to []byte, c *RuleCheck) []byte {
	to = appendText(to, "check", string(c.RuleID), string(c.Severity))
	to = appendNumbers(to, float64(c.From), float64(c.To), c.Limit, float64(one(c.Passed)), float64(one(c.InsufficientData)))
	if c.Measured != nil {
		to = appendNumbers(to, *c.Measured)
	}
	return to
}

// appendText ends each text with its length, so that no two lists of texts read alike.
func appendText(to []byte, texts ...string) []byte {
	for _, text := range texts {
		to = append(to, text...)
		to = binary.LittleEndian.AppendUint32(to, uint32(len(text)))
	}
	return to
}

// perUnit is how fine numbers are hashed: what the order of additions leaves in their last digits is no content.
const perUnit = 1e6

func appendNumbers(to []byte, numbers ...float64) []byte {
	for _, x := range numbers {
		to = binary.LittleEndian.AppendUint64(to, math.Float64bits(math.Round(x*perUnit)+0)) // +0: minus nought is nought
	}
	return to
}

// inOrder compares items by their start and, where two start together, by what they are: the order of lists does not tell.
func inOrder(a, b *item) int {
	if a.start != b.start {
		return cmp.Compare(a.start, b.start)
	}
	if by := cmp.Or(cmp.Compare(a.end, b.end), cmp.Compare(a.sport, b.sport), cmp.Compare(a.tss, b.tss)); by != 0 || a.session == nil || b.session == nil {
		return by
	}
	return cmp.Compare(a.session.WorkoutID, b.session.WorkoutID)
}
