package wish_test

import (
	"fmt"
	"slices"
	"strings"

	"fortnight/training"
	"fortnight/wish"
)

const monday training.Date = 20787 // 2026-11-30

// said is a wish in short, as testdata/judged/README.md has it, of a plan of fourteen days that begins on Monday 30 November 2026.
func said(w wish.Wish) string {
	kind := string(w.Kind)
	if w.Kind == wish.Avoid && w.HowMuch() == wish.Liked {
		kind += "~"
	}
	parts := []string{kind}
	for _, p := range []string{string(w.Session), string(w.Family), string(w.Focus), string(w.Sport), string(w.Region), string(w.Condition)} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	per := map[wish.Period]string{wish.PerWeek: "/w", wish.InARow: "/row"}[w.Per]
	if w.Count > 0 && w.Kind == wish.Limit && w.Per == wish.PerDay {
		per = "/d"
	}
	if w.Count > 0 {
		parts = append(parts, map[wish.Bound]string{wish.AtMost: "<=", wish.AtLeast: ">=", wish.Exactly: "="}[w.Bound]+fmt.Sprint(w.Count)+per)
		per = ""
	}
	if w.Minutes > 0 {
		least := map[wish.Bound]string{wish.AtLeast: ">=", wish.Exactly: "="}[w.Bound]
		parts = append(parts, fmt.Sprintf("%s%dmin%s", least, w.Minutes, per))
	}
	if w.Meters > 0 {
		least := map[wish.Bound]string{wish.AtLeast: ">=", wish.Exactly: "="}[w.Bound]
		parts = append(parts, fmt.Sprintf("%s%dm%s", least, w.Meters, per))
	}
	if w.Windowed() {
		to := w.To.String()
		if w.To == 0 {
			to = "24:00"
		}
		parts = append(parts, w.From.String()+"-"+to)
	}
	if w.Kind == wish.Equip || w.Kind == wish.Without {
		var gear []string
		for _, e := range w.Equipment {
			gear = append(gear, string(e))
		}
		parts = append(parts, "["+strings.Join(sorted(gear), ",")+"]")
	}
	days := daysSaid(w.Dates)
	if (w.Kind == wish.Gate || w.Kind == wish.Note) && days == "all" {
		days = ""
	}
	if len(w.Away) > 0 {
		days = daysSaid(w.Away) + ">" + days
	}
	if days != "" {
		parts = append(parts, days)
	}
	return strings.Join(parts, " ")
}

// daysSaid are days by their numbers in the plan: "1-7", "2,9", "all". A day before it is how many days before the first it is: "-8".
func daysSaid(dates []training.Date) string {
	var parts []string
	for i := 0; i < len(dates); i++ {
		if dates[i] < monday {
			parts = append(parts, fmt.Sprint(int(dates[i]-monday)))
			continue
		}
		last := i
		for last+1 < len(dates) && dates[last+1] == dates[last]+1 {
			last++
		}
		first, end := int(dates[i]-monday)+1, int(dates[last]-monday)+1
		switch {
		case first == 1 && end == 14:
			return "all"
		case first == end:
			parts = append(parts, fmt.Sprint(first))
		default:
			parts = append(parts, fmt.Sprintf("%d-%d", first, end))
		}
		i = last
	}
	return strings.Join(parts, ",")
}

func sorted(list []string) []string {
	slices.Sort(list)
	return list
}

// saidAll are wishes in short, in order of their letters, with ? where something is not understood.
func saidAll(wishes []wish.Wish, left []string) []string {
	var list []string
	for _, w := range wishes {
		list = append(list, said(w))
	}
	if len(left) > 0 {
		list = append(list, "?")
	}
	return sorted(list)
}
