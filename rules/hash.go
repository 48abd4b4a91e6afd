package rules

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"math"
	"slices"

	"fortnight/rules/frame"
	"fortnight/training"
)

// ofProposals are the rules that are judged otherwise, or only, where a plan is proposed than where a calendar is read: what was there before
// it, what is wanted of it, what was decided for its weeks and is known of its workouts, and minimums that a calendar may still come to.
var ofProposals = []ID{
	"LCK-1", "LCK-2", "RET-4", "GOAL", "TAP-1", "VOL-3",
	"FIL-1", "WIN-1", "MIN-1", "PRG-1", "BUD-1", "LD-8", "WHO-5",
}

// hash names what a certificate is about: the days, the sessions on them by day, start, workout, status and lock, and what was measured of
// them, but for the rules of proposals. Neither the order of lists nor an identity that was drawn tells, so that the same calendar has one
// hash whoever asks and however often, as a proposal, as a what-if and once it stands; the calendar's revision and what the checks say in
// words are no part of it.
func hash(in *Input, checks []RuleCheck) string {
	list := parts{bytes: make([]byte, 0, 96*(len(in.Sessions)+len(checks)))}
	for i := range in.Sessions {
		if s := &in.Sessions[i]; s.Date >= in.From && s.Date < in.From.AddDays(in.Days) {
			list.end(appendSession(list.bytes, s))
		}
	}
	for i := range checks {
		if !slices.Contains(ofProposals, checks[i].RuleID) {
			list.end(appendCheck(list.bytes, &checks[i]))
		}
	}
	list.sort()
	sum := sha256.New()
	sum.Write(appendWhole(nil, int64(in.From), int64(in.Days)))
	var length [binary.MaxVarintLen64]byte
	for _, part := range list.spans {
		sum.Write(binary.AppendUvarint(length[:0], uint64(part.to-part.from)))
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

func (p *parts) sort() {
	slices.SortFunc(p.spans, func(a, b struct{ from, to int }) int {
		return bytes.Compare(p.bytes[a.from:a.to], p.bytes[b.from:b.to])
	})
}

func appendSession(to []byte, s *training.Session) []byte {
	lock := ""
	if s.Lock != nil {
		lock = string(*s.Lock)
	}
	to = appendText(to, "session", string(s.WorkoutID), string(s.Status), lock)
	return appendWhole(to, int64(s.Date), int64(s.Start))
}

func appendCheck(to []byte, c *RuleCheck) []byte {
	to = appendText(to, "check", string(c.RuleID), string(c.Severity))
	to = appendWhole(to, int64(c.From), int64(c.To), int64(frame.One(c.Passed)), int64(frame.One(c.InsufficientData)), micro(c.Limit))
	if c.Measured != nil {
		to = appendWhole(to, micro(*c.Measured))
	}
	return to
}

// appendText ends each text with its length, so that no two lists of texts read alike.
func appendText(to []byte, texts ...string) []byte {
	for _, text := range texts {
		to = append(to, text...)
		to = binary.AppendUvarint(to, uint64(len(text)))
	}
	return to
}

func appendWhole(to []byte, numbers ...int64) []byte {
	for _, n := range numbers {
		to = binary.AppendVarint(to, n)
	}
	return to
}

// micro is a number in millionths: what the order of additions leaves in the last digits is no content.
func micro(x float64) int64 {
	const most = 1 << 62
	return int64(math.Round(min(max(1e6*x, -most), most)))
}
