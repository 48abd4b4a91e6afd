package family

import (
	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
)

// cutting is RET-4: what is given up first when load is cut.
type cutting struct{ *frame.Frame }

// measure measures RET-4 in each seven days that bring less than they were to: the sessions given up while something that matters less
// stayed.
func (f cutting) measure(out frame.Sink) {
	if !f.Cuts.Known {
		return
	}
	var weeks [frame.MaxDays / 7]frame.Week
	for n := range f.Items {
		if i := &f.Items[n]; i.Planned && i.Load {
			if w := (i.Day - 1) / 7; w < len(weeks) {
				weeks[w].Add(i, f.Cuts.Goal)
			}
		}
	}
	for w := range weeks {
		before, now := &f.Cuts.Weeks[w], &weeks[w]
		if before.TSS == 0 {
			continue
		}
		measured := 0.0
		if now.TSS < before.TSS-frame.Slack {
			measured = float64(misplaced(before, now))
		}
		out.Take(frame.Row{
			Rule: catalogue.RET4, Severity: catalogue.Soft, From: 7*w + 1, To: min(7*w+7, f.Input.Days), Measured: measured,
			Pick: frame.HasLoad,
		})
	}
}

// misplaced counts what a week gave up although it kept something that comes later in the order. Of strength one session is enough.
func misplaced(before, now *frame.Week) int {
	count, later := 0, 0
	for class := frame.KeepClasses - 1; class >= 0; class-- {
		lost := before.Count[class] - now.Count[class]
		if class == frame.KeepStrength {
			lost = min(before.Count[class], 1) - now.Count[class]
		}
		if lost > 0 && later > 0 {
			count += lost
		}
		later += now.Count[class]
	}
	return count
}
