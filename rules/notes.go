package rules

import (
	"slices"
	"strings"

	"fortnight/rules/catalogue"
	"fortnight/rules/family"
	"fortnight/rules/frame"
)

// RuleNote is what a rule that is not met means for the athlete and what would change it, in a letter's words. It speaks of the window in which
// most is amiss.
type RuleNote struct {
	RuleID ID     `json:"ruleId"`
	Text   string `json:"text"`
}

// NoteOf is what the certificate notes of a rule; "" where nothing is to be said of it.
func (c *Certificate) NoteOf(rule ID) string {
	for i := range c.Notes {
		if c.Notes[i].RuleID == rule {
			return c.Notes[i].Text
		}
	}
	return ""
}

// notes puts the rows of SOFT and ADVISORY rules that are not met into words, one sentence a rule, in the order of the catalogue.
func notes(f *frame.Frame, rows []frame.Row) []RuleNote {
	var told []RuleNote
	if f.Thin {
		told = append(told, RuleNote{"DAT-1", "Little is known yet of how you train, so the first weeks stay on the careful side; they open up with each week that is logged."})
	}
	for rule := range catalogue.Code(catalogue.Count) {
		var worst *frame.Row
		var about []string
		for i := range rows {
			switch r := &rows[i]; {
			case r.Rule != rule:
			case worst == nil || r.Excess() > worst.Excess()+frame.Slack:
				worst, about = r, []string{r.Note}
			case r.From == worst.From && r.To == worst.To && r.Measured == worst.Measured && !slices.Contains(about, r.Note):
				about = append(about, r.Note)
			}
		}
		if worst == nil {
			continue
		}
		row := *worst
		if rule == catalogue.STR1 {
			row.Note = listed(about)
		}
		told = append(told, RuleNote{rule.ID(), family.Plain(f, &row)})
	}
	return told
}

// listed names things as a sentence does: "squat or lunge, push and pull".
func listed(names []string) string {
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// Rule is the catalogue's; one that the catalogue does not have any more is known by its id alone.
func (n RuleNote) Rule() catalogue.Rule { return catalogue.RuleOf(n.RuleID) }
