package wish

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"fortnight/prose"
	"fortnight/training"
)

var (
	softBreak   = regexp.MustCompile(`(?i),|&|\+|\b(?:and|or|plus)\b`)
	halfHour    = regexp.MustCompile(`(?i)(?:hours?|hrs?|\dh)\s*$`)
	halfFollows = regexp.MustCompile(`(?i)^\s*(?:a half|\d+\s*m)`)
)

// phrases turn what is said in several words into one that the lexicon has, and take away negations that negate nothing.
var phrases = []struct {
	find *regexp.Regexp
	put  string
}{
	{regexp.MustCompile(`[‘’´]`), "'"},
	{regexp.MustCompile(`[–—]`), "-"},
	{regexp.MustCompile(`'s\b`), ""},
	{regexp.MustCompile(`\bevery (other|second|third) \w+`), "alternate"},
	{regexp.MustCompile(`\b(\d+)\s*h\s*(\d+)\b(\s*m\w*)?`), "$1 h $2 min"},
	{regexp.MustCompile(`\b(\d):([0-5]\d)\s*(h|hours?|hrs?)?\b`), "$1 h $2 min"},
	{regexp.MustCompile(`\b(an hour|one hour|1 hour) and a half\b`), "90 min"},
	{regexp.MustCompile(`\bhalf an hour\b|\bhalf hour\b`), "30 min"},
	{regexp.MustCompile(`\b(an|one|a single) hour\b`), "60 min"},
	{regexp.MustCompile(`\b(hours?|h) and (\d+)`), "h $2"},
	{regexp.MustCompile(`\b(no|not) (more|longer) than\b|\bat most\b|\bat the most\b`), "max"},
	{regexp.MustCompile(`\bup to\b|\b(less|shorter) than\b|\bmaximum( of)?\b|\bunder\b`), "max"},
	{regexp.MustCompile(`\b(can't|cannot|can not) wait (to|for)\b|\b(don't|do not|never) (skip|avoid|miss)\b`), "want"},
	{regexp.MustCompile(`\b(don't|do not) (forget|mind)\b|\bno (problem|worries|matter|excuses)\b|\bnot a problem\b|\bnot only\b|\bwhy not\b`), ""},
	{regexp.MustCompile(`\bsick of\b|\btired of\b|\bfed up with\b|\boff the\b|\bstay off\b`), "no"},
	{regexp.MustCompile(`\bonly on\b|\brather than\b|\bweekend of\b|\bback[- ]to[- ]back\b`), "consecutive"},
	{regexp.MustCompile(`\blower[- ]body\b`), "legs"},
	{regexp.MustCompile(`\bupper[- ]body\b`), "arms"},
	{regexp.MustCompile(`\b\d+(\.\d+)?\s*-?(k|km|kilomet(er|re)s?|mi|miles?)\b`), "distance"},
	{regexp.MustCompile(`\brest of (the|this) week\b`), "restofweek"},
	{regexp.MustCompile(`\bday after tomorrow\b`), "overmorrow"},
	{regexp.MustCompile(`\blong weekend\b`), "weekend"},
	{regexp.MustCompile(`\b(days?|time) off\b|\brest days?\b`), "rest"},
	{regexp.MustCompile(`\bkeep (.*) free\b`), "$1 rest"},
	{regexp.MustCompile(`\bin a row\b`), "consecutive"},
	{regexp.MustCompile(`\b(race|marathon|competition) pace\b`), "threshold"},
	{regexp.MustCompile(`\bhalf[- ]marathon\b`), "marathon"},
	{regexp.MustCompile(`\bchest\b.*\b(pain|pains|hurts?|tight\w*|pressure|aches?|sore)\b|\b(pain|pressure|tightness)\b.*\bchest\b`), "fever"},
	{regexp.MustCompile(`\bheart (is |was |keeps )?(racing|pounding|skipping|fluttering)\b|\bshort of breath\b|\bpassed out\b`), "fever"},
	{regexp.MustCompile(`\b(have|got|caught|with|fighting) a( bad| nasty)? cold\b`), "flu"},
	{regexp.MustCompile(`\blower back\b`), "lowerback"},
	{regexp.MustCompile(`\bleg days?\b`), "legs"},
	{regexp.MustCompile(`\b(per|a|each|every) (week|month)\b`), "weekly"},
	{regexp.MustCompile(`\b(per|a) day\b`), "everyday"},
}

var wordPattern = regexp.MustCompile(`\d{4}-\d\d-\d\d|\d+(?:[./]\d+)?(?:st|nd|rd|th)?|[\p{L}]+(?:'\p{L}+)?|-`)

func plain(text string) []string {
	text = strings.ToLower(text)
	for _, p := range phrases {
		text = p.find.ReplaceAllString(text, p.put)
	}
	return wordPattern.FindAllString(text, -1)
}

type reader struct{ calendar }

// clause is a part of a wish that asks for one thing, and what its words are.
type clause struct {
	quote    string
	has      map[tag]bool
	sports   []training.Sport
	sessions []Session
	regions  []training.MuscleGroup
	dates    []training.Date
	minutes  []int
	outside  bool
	unread   bool // a number that nothing was made of
	joined   string
}

// clauses splits a sentence at commas and conjunctions where a new thing begins: a part that asks for nothing by itself ("Monday,
// Tuesday and Friday off") belongs to its neighbour.
func (r reader) clauses(sentence string) []clause {
	if whole := r.tag(sentence); whole.has[conditional] {
		return []clause{whole}
	}
	var parts []clause
	begin, joined := 0, ""
	for _, at := range append(softBreak.FindAllStringIndex(sentence, -1), []int{len(sentence), len(sentence)}) {
		if halfHour.MatchString(sentence[:at[0]]) && halfFollows.MatchString(sentence[at[1]:]) {
			continue
		}
		c := r.tag(sentence[begin:at[0]])
		c.joined = joined
		if last := len(parts) - 1; last >= 0 && !parts[last].deniedBy(&c) && (!c.complete() || !parts[last].complete() && !c.has[vague] || joined == "or") {
			c = r.tag(parts[last].quote + sentence[begin-len(joined):at[0]])
			c.joined = parts[last].joined
			parts[last] = c
		} else {
			parts = append(parts, c)
		}
		begin, joined = at[1], sentence[at[0]:at[1]]
	}
	for i := 1; i < len(parts); i++ {
		a, b := &parts[i-1], &parts[i]
		switch {
		case b.joined == "and" && a.has[negation] && b.has[negation] && len(a.dates) == 0:
			a.dates = b.dates // "no running and no swimming this week"
		case b.has[wanting] && len(b.dates) == 0:
			b.dates = a.dates // "no running on Sunday, I'd rather swim"
		case b.has[only] && len(b.dates) == 0 && (len(a.dates) > 0 || a.outside || a.has[resting]):
			b.has[vague] = true // "away till Friday, only running possible": when?
		}
	}
	return parts
}

// deniedBy tells whether a later part takes back the very sports that a part names: "more running, no running".
func (c *clause) deniedBy(next *clause) bool {
	return next.has[negation] && !c.has[negation] && len(c.sports) > 0 && slices.Equal(c.sports, next.sports) && slices.Equal(c.sessions, next.sessions)
}

// complete tells whether a part asks for something by itself.
func (c *clause) complete() bool {
	thing := len(c.sports) > 0 || len(c.sessions) > 0
	return c.has[negation] || c.has[vague] || c.has[wanting] && thing || c.has[resting] ||
		c.has[pain] || c.has[unwell] || c.has[racing] || c.has[only] || c.has[most] || len(c.minutes) > 0 ||
		thing && len(c.dates) > 0 || len(c.sports) > 0 && len(c.sessions) > 0
}

// tag reads the words of a part.
func (r reader) tag(text string) clause {
	c := clause{quote: text, has: map[tag]bool{}}
	words := plain(text)
	for i := 0; i < len(words); {
		if days := r.read(words[i:]); days.words > 0 {
			c.dates, c.outside = append(c.dates, days.dates...), c.outside || days.outside
			i += days.words
			continue
		}
		if minutes, read := duration(words[i:]); read > 0 {
			c.minutes = append(c.minutes, minutes)
			i += read
			continue
		}
		c.word(words[i])
		i++
	}
	slices.Sort(c.dates)
	c.dates = slices.Compact(c.dates)
	return c
}

func (c *clause) word(w string) {
	if w[0] >= '0' && w[0] <= '9' {
		c.unread = true
	}
	if sport, there := sportWords[w]; there && !slices.Contains(c.sports, sport) {
		c.sports = append(c.sports, sport)
	}
	if session, there := sessionWords[w]; there && !slices.Contains(c.sessions, session) {
		c.sessions = append(c.sessions, session)
	}
	for _, region := range regionsOf[w] {
		if !slices.Contains(c.regions, region) {
			c.regions = append(c.regions, region)
		}
	}
	if t, there := tagOf[w]; there {
		c.has[t] = true
	} else if _, isSport := sportWords[w]; !isSport && sessionWords[w] == "" && regionsOf[w] == nil && !fillers[w] {
		c.has[strange] = true
	}
}

// duration reads "45 min", "1.5 h" and "1 h 30 min".
func duration(words []string) (minutes, read int) {
	if len(words) < 2 {
		return 0, 0
	}
	value, err := strconv.ParseFloat(words[0], 64)
	if n := smallNumber(words[0]); err != nil && n > 0 {
		value, err = float64(n), nil
	}
	unit := prose.MinutesIn(words[1])
	if err != nil || unit < 1 || value > mostMinutes {
		return 0, 0
	}
	minutes, read = int(value*unit), 2
	if unit == 60 && len(words) >= 4 && prose.MinutesIn(words[3]) == 1 {
		if rest, err := strconv.Atoi(words[2]); err == nil && rest < 60 {
			return minutes + rest, 4
		}
	}
	return minutes, read
}
