package figures

import (
	"fmt"
	"strings"

	"fortnight/prose"
	"fortnight/session"
	"fortnight/training"
)

const sessionsHead = `# Families of sessions

The %d kinds of session that plans are made of, as ` + "`sessionFamilies`" + ` answers them: what each is for, who may do it, when in a season, how many days lie
between two of it at the least, and its ladder, the dose of each rung with the length and the load of the whole session at reference thresholds. A test
renders this page and its drawings anew and compares. What stands in braces is filled in for an athlete. Of lengths, novices and those who come back may do
0.6 of the lower end.

The drawings show the rung in the middle, or the usual length where there is no ladder: over time, intensity as a share of threshold, grey where it is
easy, green where it is moderate, blue where it is high; lifts and stretches are orange, as high as their effort. What is above 130 %% is cut off.
`

// Sessions is the text of docs/sessions.md.
func Sessions() string {
	var page strings.Builder
	families := session.All()
	fmt.Fprintf(&page, sessionsHead, len(families))
	for _, class := range session.Classes {
		fmt.Fprintf(&page, "\n## %s\n", capital(words(string(class))))
		for i := range families {
			if families[i].Class == class {
				writeFamily(&page, &families[i])
			}
		}
	}
	return page.String()
}

func writeFamily(page *strings.Builder, f *session.Family) {
	fmt.Fprintf(page, "\n### %s (`%s`)\n\n", f.Title, f.ID)
	say := func(what, text string) {
		if text != "" {
			fmt.Fprintf(page, "- %s: %s\n", what, text)
		}
	}
	say("For", strings.TrimSuffix(f.Purpose, "."))
	say("Sport and focus", f.Sport.Name()+", "+words(string(f.Focus)))
	say("Who", who(f))
	say("When", when(f))
	say("Gap", counted(f.Gap, "day"))
	say("Length", fmt.Sprintf("%d to %d min", f.Minutes.Low, f.Minutes.High))
	say("Needs", gear(f))
	say("Not with", joined(f.No))
	say("Ladder", ladder(f))
	w := middle(f)
	fmt.Fprintf(page, "\n![%s: intensity over %s](%s)\n", w.Title, prose.Minutes(w.DurationSeconds), "sessions/"+drawingName(f))
}

// who is who may do a family.
func who(f *session.Family) string {
	a := &f.Access
	list := []string{map[training.Level]string{
		training.Novice: "anybody", training.Intermediate: "from 12 months of the sport", training.Advanced: "from 36 months of the sport",
	}[f.Experience()]}
	add := func(is bool, format string, values ...any) {
		if is {
			list = append(list, fmt.Sprintf(format, values...))
		}
	}
	add(a.NoviceUpTo > 0, "novices up to rung %d", a.NoviceUpTo)
	add(a.NoviceWeek > 0, "novices from week %d", a.NoviceWeek)
	add(a.LiftMonths > 0, "after %d months of lifting", a.LiftMonths)
	add(a.RunMonths > 0, "after %d months of running", a.RunMonths)
	add(a.After != "", "or whoever has reached rung %d of %s", a.AfterLevel, a.After)
	add(a.NotYouth, "not under 18")
	add(a.NotMasters60, "not from 60 on")
	add(a.Supervised, "never alone")
	return strings.Join(list, ", ")
}

func when(f *session.Family) string {
	list := []string{}
	if f.Days.High > 0 {
		list = append(list, fmt.Sprintf("%d to %d days before a race", f.Days.Low, f.Days.High))
	}
	for _, phase := range f.Windows.List() {
		list = append(list, strings.ToLower(phase.String()))
	}
	text := strings.Join(list, ", ")
	if len(f.Formats) > 0 {
		text += "; specific for " + joined(f.Formats)
	}
	if f.StepBack {
		text += "; in a step-back week"
	}
	if f.Wished {
		text += "; where it is wished for, or after another session"
	}
	return text
}

func gear(f *session.Family) string {
	lists := make([]string, len(f.Gear))
	for i, all := range f.Gear {
		lists[i] = strings.ReplaceAll(joined(all), ", ", " + ")
	}
	return strings.Join(lists, " or ")
}

func ladder(f *session.Family) string {
	var list []string
	for _, r := range f.Ladder() {
		list = append(list, fmt.Sprintf("%d. %s (%s, %.0f TSS)", r.Level, r.Dose, prose.Minutes(r.WholeSeconds), r.TSS))
	}
	return strings.Join(list, " · ")
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func joined[T ~string](values []T) string {
	list := make([]string, len(values))
	for i, v := range values {
		list[i] = words(string(v))
	}
	return strings.Join(list, ", ")
}

func words(value string) string { return strings.ToLower(strings.ReplaceAll(value, "_", " ")) }

func capital(text string) string { return strings.ToUpper(text[:1]) + text[1:] }
