package season

import (
	"fmt"
	"math"

	"fortnight/session"
	"fortnight/training"
)

// volume decides the week's minutes.
func (b *builder) volume() {
	blocks, v0 := b.history.Blocks, V0(b.history.Blocks)
	lw := LW(blocks)
	minutes := 0.0
	switch b.standing.Phase {
	case session.Recovery:
		minutes = b.recoveryShare() * v0
	case session.Taper:
		minutes = b.taperMinutes(v0, lw)
	case session.Off:
		if b.standing.Event != nil {
			minutes = offSeason * lw
			break
		}
		fallthrough
	default:
		v := weekMinutes(b.athlete, b.goalKind(), blocks, b.mean, b.stated())
		if v.SteppedOn && (b.testsNext() || b.tapersNext()) {
			v.SteppedOn, v.Minutes = false, v.Full
		}
		if minutes = v.Minutes; v.SteppedOn {
			b.week.StepBack, b.week.Full = true, loadingInARow(blocks)
		}
		if b.afterDouble() && !v.SteppedOn {
			minutes, b.week.StepBack = min(minutes, stepBack*lw), true
		}
		if b.standing.Test && !v.SteppedOn && lw > 0 {
			minutes, b.week.StepBack = min(minutes, stepBack*lw), true
		}
		if e := b.standing.Event; e != nil && e.Priority == training.EventA && b.standing.D <= bandsFrom && v0 > 0 && b.athlete.KnownDays >= 7 {
			minutes = min(minutes, b.taperMinutes(v0, lw))
		}
	}
	if r := b.athlete.Return; b.fromNothing() {
		minutes, lw = beginnerMinutes(blocks), 0 // there is nothing that shares could be of
	} else if r != nil && r.Share > 0 && b.standing.Phase == session.Return {
		minutes = r.Share * lw
	}
	if share := b.athlete.shareOn(b.week.First); share < 1 && lw > 0 {
		minutes = min(minutes, share*lw)
	}
	if after := b.athlete.After; after > 0 && lw > 0 {
		minutes = min(minutes, after*lw)
	}
	if part := b.athlete.Paused; part > 0 && b.i == 0 && minutes > part*lw && lw > 0 {
		b.week.leaveOut(fmt.Sprintf("%.0f min", minutes-part*lw), "after days off the first week has no more load than before them")
		minutes = part * lw
	}
	if a, before := b.athlete, LW(b.in.History.Blocks); a.Volume > 0 && before > 0 { // of what was done, or each week would have its share of the last one's
		minutes = min(minutes, a.Volume*before)
	}
	if b.cal.nothingElse() && lw == 0 { // a lift and nothing beside it
		minutes = min(minutes, firstAlone*float64(b.n))
	}
	if b.shortSessions() > 0 {
		minutes = min(minutes, float64(b.n*b.shortSessions()))
	}
	if hours := b.stated(); hours > 0 {
		minutes = min(minutes, 60*hours)
	}
	b.week.Minutes = round(min(minutes, b.openMinutes()))
}

// firstAlone is how many minutes the first lifts have of who does nothing else that can be planned.
const firstAlone = 30

// testsNext tells of a week whose step-back waits for the test week after it, which is a lighter one too: two in a row would be more rest than three full
// weeks ask for. No more than one waits, and not where steps back are due after two.
func (b *builder) testsNext() bool {
	next := b.cal.OfBlock(b.week.First.AddDays(7))
	return next.Test && !b.standing.Test && loadingInARow(b.history.Blocks) <= stepBackAfter && stepBackWeeks(b.athlete, b.history.Blocks) == stepBackAfter
}

// tapersNext tells of a week in the last three before an A race: what it has is said by the days to the race, and the taper is the lighter week that is due
// (coaching 6.2, all of V0 up to d -15).
func (b *builder) tapersNext() bool {
	e := b.standing.Event
	return e != nil && e.Priority == training.EventA && b.standing.D > 0 && b.standing.D <= bandsFrom
}

// fromNothing tells of a way back after weeks that held nothing at all, as far as a season looks back: its weeks are those of a beginner (coaching 8,
// RET-2, "N caps"), for a share of nothing is nothing.
func (b *builder) fromNothing() bool { return b.athlete.Return != nil && LW(b.in.History.Blocks) == 0 }

// openMinutes is what the days' longest windows come to at most, as often as they have room for a session, with what stands on them.
func (b *builder) openMinutes() float64 {
	first := 7 * b.i
	if first+7 > len(b.in.Windows) {
		return math.Inf(1)
	}
	sum := 0
	for d, minutes := range b.in.Windows[first : first+7] {
		if rooms := b.in.Rooms; len(rooms) > 0 {
			minutes *= rooms[first+d]
		}
		sum += minutes
	}
	for _, l := range b.in.Locks {
		if (l.Day-1)/7 == b.i {
			sum += l.Minutes
		}
	}
	return float64(sum)
}
