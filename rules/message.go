package rules

import (
	"fmt"
	"strings"

	"fortnight/training"
)

// dayName is a day as people say it: "Tue 1 Dec".
func dayName(d training.Date) string { return d.Midnight().Format("Mon 2 Jan") }

func (f *frame) when(i *item) string {
	if i.session != nil {
		return dayName(i.session.Date) + " " + i.session.Start.String()
	}
	return dayName(f.date(i.day))
}

func sportName(s training.Sport) string { return strings.ToLower(string(s)) }

// message says what was measured and what is allowed; every number in it is the row's.
func (f *frame) message(r *row) string {
	if r.unknown {
		return fmt.Sprintf("There is not enough history to measure this from %s to %s.", dayName(f.date(r.from)), dayName(f.date(r.to)))
	}
	span := fmt.Sprintf("From %s to %s", dayName(f.date(r.from)), dayName(f.date(r.to)))
	if r.from == r.to {
		span = "On " + dayName(f.date(r.to))
	}
	switch r.rule {
	case "AVL-1":
		if r.a != nil {
			return fmt.Sprintf("The session on %s lies %.0f min outside the day's windows.", f.when(r.a), r.measured)
		}
		return fmt.Sprintf("%s %.0f min are planned and %.0f min are available.", span, r.measured, r.limit)
	case "AVL-2":
		if r.measured > 0 {
			return fmt.Sprintf("The window on %s is not for %s.", f.when(r.a), sportName(r.a.sport))
		}
		return fmt.Sprintf("The window on %s takes %s.", f.when(r.a), sportName(r.a.sport))
	case "AVL-3":
		return fmt.Sprintf("%s there are %.0f sessions; at most %.0f are allowed.", span, r.measured, r.limit)
	case "AVL-4":
		return fmt.Sprintf("The sessions on %s and %s overlap by %.0f min.", f.when(r.a), f.when(r.b), r.measured)
	case "LD-1":
		return fmt.Sprintf("%s fitness changes by %+.1f; at most %+.1f is allowed.", span, r.measured, r.limit)
	case "LD-2":
		return fmt.Sprintf("%s form starts at %+.1f; the floor is %+.1f.", span, r.measured, r.limit)
	case "LD-3":
		return fmt.Sprintf("%s the load is %.0f TSS against a weekly mean of %.0f before; at most %.0f is allowed.", span, r.measured, f.month, r.limit)
	case "LD-7":
		return fmt.Sprintf("%s the load is %.0f TSS; at most %.0f is allowed.", span, r.measured, r.limit)
	case "LD-8":
		return fmt.Sprintf("%s the load is %.0f TSS; at least %.0f keeps fitness.", span, r.measured, r.limit)
	case "INT-1":
		return fmt.Sprintf("Two hard %s sessions start %.1f h apart, on %s and %s; at least %.0f h are needed.", sportName(r.b.sport), r.measured, f.when(r.a), f.when(r.b), r.limit)
	case "INT-2":
		if r.a != nil {
			return fmt.Sprintf("A hard %s and a hard %s session start %.1f h apart, on %s and %s; at least %.0f h are needed.", sportName(r.a.sport), sportName(r.b.sport), r.measured, f.when(r.a), f.when(r.b), r.limit)
		}
		return fmt.Sprintf("Up to %s %.0f hard days follow each other; at most %.0f may.", dayName(f.date(r.to)), r.measured, r.limit)
	case "INT-3":
		if r.severity == Hard {
			return fmt.Sprintf("%s there are %.0f high-intensity sessions; at most %.0f are allowed.", span, r.measured, r.limit)
		}
		return fmt.Sprintf("%s hard, moderate and heavy leg sessions count %.1f; at most %.1f should.", span, r.measured, r.limit)
	case "INT-4":
		return fmt.Sprintf("%s %.0f %% of endurance time is easy; at least %.0f %% should be.", span, 100*r.measured, 100*r.limit)
	case "INT-7":
		return fmt.Sprintf("%s there are %.0f key or high-intensity sessions; at most one is allowed.", span, r.measured)
	case "CON-1":
		return fmt.Sprintf("Heavy leg work and a hard or long endurance session lie %.1f h apart on %s; at least %.0f h are needed.", r.measured, dayName(f.date(r.to)), r.limit)
	case "CON-2":
		return fmt.Sprintf("Heavy leg work ends %.1f h before the key session on %s; at least %.0f h are needed.", r.measured, f.when(r.b), r.limit)
	case "STR-3":
		return fmt.Sprintf("Two sessions with hard sets for the legs start %.1f h apart, on %s and %s; at least %.0f h are needed.", r.measured, f.when(r.a), f.when(r.b), r.limit)
	case "RST-1":
		return fmt.Sprintf("%s there are %.0f rest days; at least %.0f are needed.", span, r.measured, r.limit)
	case "VOL-2":
		if r.a.meters > 0 && r.measured == r.a.meters {
			return fmt.Sprintf("The run on %s is %.1f km; at most %.1f km are allowed after the longest of 30 days.", f.when(r.a), r.measured/1000, r.limit/1000)
		}
		return fmt.Sprintf("The run on %s lasts %.0f min; at most %.0f min are allowed after the longest of 30 days.", f.when(r.a), r.measured/60, r.limit/60)
	case "RED-1":
		return fmt.Sprintf("%s illness allows no load; %.0f TSS are planned.", span, r.measured)
	case "RED-2":
		if r.measured > 0 {
			return fmt.Sprintf("The session on %s loads what a check-in has banned.", f.when(r.a))
		}
		return fmt.Sprintf("The session on %s spares what a check-in has banned.", f.when(r.a))
	case "GOAL":
		return fmt.Sprintf("Fitness ends at %.1f; %.1f is wanted.", r.measured, r.limit)
	}
	return fmt.Sprintf("%s: measured %.1f, limit %.1f.", span, r.measured, r.limit)
}
