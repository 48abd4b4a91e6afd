package rules

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"math"
)

// hash binds a certificate to what it was made of: the input, the calendar's revision with it, and what was measured.
func hash(in *Input, checks []RuleCheck) string {
	sum := sha256.New()
	encoder := json.NewEncoder(sum)
	for _, part := range []any{
		in.Revision, in.Today, in.From, in.Days, in.Profile, in.CheckIns, in.LockedDays, in.Overrides, in.TargetFitness, in.Missed, in.Complete,
	} {
		if encoder.Encode(part) != nil {
			return ""
		}
	}
	var text []byte
	for i := range in.Sessions {
		s := &in.Sessions[i]
		text = appendText(text[:0], string(s.ID), string(s.WorkoutID), string(s.Status))
		sum.Write(appendNumbers(text, float64(s.Date), float64(s.Start), s.Load.TSS))
	}
	for i := range checks {
		c := &checks[i]
		text = appendText(text[:0], string(c.RuleID), string(c.Severity))
		text = appendNumbers(text, float64(c.From), float64(c.To), c.Limit)
		if c.Measured != nil {
			text = appendNumbers(text, *c.Measured)
		}
		sum.Write(text)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// appendText ends each text with its length, so that no two lists of texts read alike.
func appendText(to []byte, texts ...string) []byte {
	for _, text := range texts {
		to = append(to, text...)
		to = binary.LittleEndian.AppendUint32(to, uint32(len(text)))
	}
	return to
}

func appendNumbers(to []byte, numbers ...float64) []byte {
	for _, x := range numbers {
		to = binary.LittleEndian.AppendUint64(to, math.Float64bits(x))
	}
	return to
}
