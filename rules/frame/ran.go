package frame

import "fortnight/training"

// oldRunDays is how far back the longest run counts against which races are weighed (coaching §0, 6.3).
const oldRunDays = 60

// readRunning counts what was run.
func (f *Frame) readRunning(past []training.Bout) {
	r := &f.Running
	r.Bricks = -never
	var ran, rode [SpanDays]bool
	for n := range past {
		b := &past[n]
		day := int(b.Date-f.Input.From) + 1
		if day < 1-oldRunDays {
			continue
		}
		meters := b.Demand.RunMeters
		if b.Sport == training.Run && meters == 0 {
			meters = b.DistanceMeters
		}
		if at := Index(day); at > 0 && day < 1 {
			ran[at], rode[at] = ran[at] || b.Demand.RunSeconds > 0, rode[at] || b.RiddenSeconds() > 0
			if ran[at] && rode[at] {
				r.Bricks = max(r.Bricks, day)
			}
		}
		if b.Demand.RunSeconds == 0 {
			continue
		}
		if day < -ItemDays && !f.onRaceDay(b) {
			r.Old = append(r.Old, OldRun{day, meters, b.Demand.RunSeconds})
		}
		if k := -day / 7; day < 1 && k < len(r.Blocks) {
			block := &r.Blocks[k]
			block.Meters += meters
			block.Seconds += float64(b.Demand.RunSeconds)
			block.Blind += One(meters == 0)
		}
	}
}

// TrainedRun is the longest run of training in the 60 days before a day, in metres and in seconds, from history and the items before the
// n-th.
func (f *Frame) TrainedRun(n, day int) (longest LongestRun) {
	for m := range f.Running.Old {
		if o := &f.Running.Old[m]; o.Day >= day-oldRunDays {
			longest.Consider(o.Meters, o.Seconds)
		}
	}
	for m := range f.Items[:n] {
		if i := &f.Items[m]; i.RunSeconds > 0 && !i.Raced {
			longest.Consider(i.Meters, i.RunSeconds)
		}
	}
	return longest
}
