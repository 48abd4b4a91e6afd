package wish

import (
	"regexp"

	"fortnight/prose"
	"fortnight/training"
)

// Read reads the common phrases of a wish without a model: days and dates, sports, what to avoid and what to do rather, lengths,
// races, parts of the body. What it does not understand it returns in the athlete's words, and guesses nothing; of days outside the plan
// it says so. What contradicts itself it leaves out and names beside what it does not understand. A weekday in the singular is the first one
// of the plan, "every Monday" and "Mondays" are all.
func Read(text string, today, from training.Date, days int) (wishes Wishes, notUnderstood []string) {
	wishes, left := ReadClauses(text, today, from, days)
	wishes, clashes := wishes.Settle()
	return wishes, NotFollowed(left, clashes)
}

// NotFollowed names contradictions and what is not understood in one list, 12 of them at most.
func NotFollowed(left []string, clashes []Clash) []string {
	var list []string
	for _, c := range clashes {
		list = append(list, c.String())
	}
	list = append(list, left...)
	return list[:min(len(list), maxNotRead)]
}

// ReadClauses reads a wish clause by clause, whether they go together or not: see Read and Wishes.Settle.
func ReadClauses(text string, today, from training.Date, days int) (wishes Wishes, notUnderstood []string) {
	r := reader{calendar: calendar{today: today, from: from, days: days}}
	for _, sentence := range hardBreak.Split(abbreviation.ReplaceAllString(text, "$1 "), -1) {
		for _, c := range r.clauses(sentence) {
			read, understood, reason := r.interpret(c)
			wishes = append(wishes, read...)
			if !understood && len(notUnderstood) < maxNotRead {
				notUnderstood = append(notUnderstood, prose.Clip(c.quote, maxNotReadRunes)+reason)
			}
		}
	}
	return wishes[:min(len(wishes), maxWishes)], notUnderstood
}

var (
	hardBreak    = regexp.MustCompile(`(?i)[;!?\n]+|\.+(?:\s+|$)|\b(?:but|because|although|though|however|then|so that)\b`)
	abbreviation = regexp.MustCompile(`(?i)\b(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|weds?|thur?s?|fri|sat|sun|min|mins|hrs?|h)\.`)
)
