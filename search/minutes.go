package search

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

// lengths are lengths that are said without a number.
var lengths = strings.NewReplacer(
	"an hour and a half", "90 minutes", "one and a half hours", "90 minutes", "1 and a half hours", "90 minutes", "hour and a half", "90 minutes", "two and a half hours", "150 minutes",
	"three quarters of an hour", "45 minutes", "a quarter of an hour", "15 minutes", "quarter of an hour", "15 minutes",
	"half an hour", "30 minutes", "half-an-hour", "30 minutes", "half hour", "30 minutes", "half-hour", "30 minutes", "one hour", "60 minutes", "an hour", "60 minutes", "a couple of hours", "120 minutes",
	"two hours", "120 minutes", "three hours", "180 minutes", "four hours", "240 minutes", "five hours", "300 minutes", "six hours", "360 minutes",
	"ten minutes", "10 minutes", "fifteen minutes", "15 minutes", "twenty minutes", "20 minutes", "twenty-five minutes", "25 minutes", "thirty minutes", "30 minutes", "forty minutes", "40 minutes",
	"forty-five minutes", "45 minutes", "forty five minutes", "45 minutes", "fifty minutes", "50 minutes", "sixty minutes", "60 minutes", "ninety minutes", "90 minutes",
)

// A length in a text: what stands before it, the least where there is a range, the length and its unit, and what stands behind.
var length = regexp.MustCompile(`(?:(\d+)\s*(?:-|–|to|or|and)\s*)?(\d+(?:[.:]\d+)?)[\s-]*(minutes|minute|mins|min|hours|hour|hrs|hr|h|')(?:\s*(\d{1,2})(?:\s*(?:min|m))?)?(?:\b|$)`)

// What makes another of a length: of a part of a session where it stands before or behind it, or a limit.
var (
	partBefore = regexp.MustCompile(`(\d\s*[x×*]\s*|\bx\s*|\btimes\s+|\bof\s+(?:about\s+)?|\bhold\b.*|\bsustain\b.*|\bpace\b.*\bfor\s+|\brace(?:d)?\b.*\bfor\s+|\bper\s+|\bevery\s+|\beach\s+|\bafter\s+|\blast\s+(?:the\s+)?|\bfirst\s+)$`)
	partBehind = regexp.MustCompile(`^\s*(?:-?long\s+)?(?:[a-z-]+\s+){0,2}?(?:intervals?|repeats?|reps|repetitions|efforts?|blocks?|bouts?|pieces|on[,/]|on \d|off\b|rest\b|recover(?:y|ies)|tests?|time trial|record|power|pace|max|best|all out|before|after|ago|of (?:work|rest|effort)|into|at (?:threshold|ftp|tempo|css|race))`)
	atMost     = regexp.MustCompile(`(?:under|below|less than|at most|up to|max(?:imum)?(?: of)?|no more than|not more than|within|no longer than|not longer than|shorter than|only(?: have)?)\s+(?:about\s+)?$`)
	atLeast    = regexp.MustCompile(`(?:over|more than|at least|longer than|min(?:imum)?(?: of)?)\s+(?:about\s+)?$`)
	atMostEnd  = regexp.MustCompile(`^\s*(?:max|at most|maximum|or less|tops)\b`)
)

// How near a length is to what was said to be that length: a fifth. What is shorter than leastMinutes is a part of a session.
const (
	lengthRoom   = 0.2
	leastMinutes = 10
	mostMinutes  = 600
)

// minutes are the least and the most minutes that a text in English asks for, 0 for no limit, and whether it says that they are bounds, as "under 30
// minutes" does and "30 minutes" does not. A length of a part of a session, as "4 × 8 min", is none of the whole.
func minutes(text string) (least, most int, bounds bool) {
	text = lengths.Replace(strings.ToLower(text))
	for _, at := range length.FindAllStringSubmatchIndex(text, -1) {
		group := func(n int) string {
			if at[2*n] < 0 {
				return ""
			}
			return text[at[2*n]:at[2*n+1]]
		}
		before, behind := text[:at[0]], text[at[1]:]
		n := inMinutes(group(2), group(3), group(4))
		if n < leastMinutes || n > mostMinutes || partBefore.MatchString(before) || partBehind.MatchString(behind) && !atMostEnd.MatchString(behind) {
			continue
		}
		room := int(math.Round(lengthRoom * float64(n)))
		switch from, _ := strconv.Atoi(group(1)); {
		case from > 0 && from < n:
			return from, n, true
		case atMost.MatchString(before) || atMostEnd.MatchString(behind):
			return 0, n, true
		case atLeast.MatchString(before):
			return n, 0, true
		default:
			return n - room, n + room, false
		}
	}
	return 0, 0, false
}

// inMinutes is "45 min", "1.5 h", "1:30 h" or "1 h 30" in minutes, 0 for what is none.
func inMinutes(number, unit, more string) int {
	if unit[0] != 'h' {
		n, err := strconv.ParseFloat(number, 64)
		if err != nil {
			return 0
		}
		return int(n)
	}
	hours, part, clock := strings.Cut(number, ":")
	n, err := strconv.ParseFloat(hours, 64)
	if err != nil {
		return 0
	}
	if clock {
		more = part
	}
	extra, _ := strconv.Atoi(more)
	return int(60*n) + extra
}

// How much less a workout counts that is twice as long, or half, as what was asked for; and one besides that is beyond what was said to be a bound, so
// that what keeps it comes first. Lengths are spoken of in whole minutes.
const (
	lengthCosts = 0.3
	boundCosts  = 0.2
	wholeMinute = 1
)
