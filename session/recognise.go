package session

import "fortnight/training"

// sprint is how long fast running or riding is at most for it to be speed alone, in seconds: strides, and sprints.
const sprint = 30

// leastShare is how much of a workout's work has to be of a family's kind, and leastWork how much of the first rung there has to be.
const (
	leastShare = 0.6
	leastWork  = 0.5
	// mostSwing is how far beyond what is the family's a piece may begin or end that rises or falls: one that goes through all of easy to hard is
	// none of what lies between.
	// It swings by no more than twice that itself, however wide the family's band is.
	mostSwing = 0.1
	// leastOfLong is how much of a long session a main set has to be, or it is long with something in it.
	leastOfLong = 1.0 / 3
)

// read finds the main set of the family in a workout.
func (s *set) read(f *Family, o *Outline) (int, Work, float64) {
	if o.mixed(f.Sport) {
		return 0, Work{}, 0
	}
	main, share := s.main(f, o)
	if len(main) == 0 || share < leastShare || s.needs != nil && !s.needs(o, main) {
		return 0, Work{}, 0
	}
	r, work := s.measure(main)
	first := s.rung(&Dose{Level: 1})
	if least, done := s.comparable(f, &first, &r); done < leastWork*least {
		return 0, Work{}, 0
	}
	if o.Workout.Focus == training.FocusLong && !o.meant(s.foci) && float64(work.Seconds) < leastOfLong*float64(o.Seconds) {
		return 0, Work{}, 0
	}
	focus := o.Workout.Focus == f.Focus || o.meant(s.foci)
	return s.level(f, &r), work, fit(share, focus, s.proof || o.tagged(f.ID, s.hints))
}

// main are the pieces that are of the family's kind, those that follow each other at once joined, and how much of all work in the sport, or
// beside it, they are.
func (s *set) main(f *Family, o *Outline) ([]Piece, float64) {
	var main []Piece
	mine, all, joined := 0, 0, false
	for i := range o.Pieces {
		p := &o.Pieces[i]
		if p.framing() || p.Seconds == 0 {
			joined = false
			continue
		}
		if s.counts(p, f.Sport) {
			mine += p.Seconds
			if joined {
				main[len(main)-1].join(p)
			} else {
				main = append(main, *p)
			}
			joined = true
		} else {
			joined = false
		}
		if s.rivals(p, f.Sport) {
			all += p.Seconds
		}
	}
	kept := main[:0]
	for i := range main {
		if s.reps == (Span{}) || main[i].Seconds >= s.reps.Low && main[i].Seconds <= s.reps.High {
			kept = append(kept, main[i])
		} else {
			mine -= main[i].Seconds
		}
	}
	if longest(kept) >= 2*sprint { // seconds of speed beside repeats of minutes are none of them
		repeats := kept[:0]
		for i := range kept {
			if kept[i].Seconds > sprint {
				repeats = append(repeats, kept[i])
			} else {
				mine, all = mine-kept[i].Seconds, all-kept[i].Seconds
			}
		}
		kept = repeats
	}
	if all == 0 {
		return nil, 0
	}
	return kept, float64(mine) / float64(all)
}

// longest is how many seconds the longest of some pieces has.
func longest(pieces []Piece) (seconds int) {
	for i := range pieces {
		seconds = max(seconds, pieces[i].Seconds)
	}
	return seconds
}

// counts tells whether a piece is of the family's kind.
func (s *set) counts(p *Piece, sport training.Sport) bool {
	if p.Intent == training.IntentRecovery || p.Intent == training.IntentRest || s.only != nil && !s.only(p) {
		return false
	}
	return p.Sport == sport && p.At() >= s.from && p.At() <= s.to && (s.flat || s.even(p))
}

// even tells whether a piece stays near the family's band from its beginning to its end.
func (s *set) even(p *Piece) bool {
	low, high := min(p.From, p.To), max(p.From, p.To)
	return low >= s.from-mostSwing && high <= s.to+mostSwing && high-low <= 2*mostSwing+1e-9
}

// rivals tells whether a piece is work that would make the workout something, of this family or of another: whatever is moderate or as hard as
// the family. Seconds of speed are none, unless the family is speed.
func (s *set) rivals(p *Piece, sport training.Sport) bool {
	if s.counts(p, sport) {
		return true
	}
	from := s.beside
	if from == 0 {
		from = min(moderateOf(p.Sport), s.from)
	}
	if p.Intent == training.IntentRecovery || p.At() < from {
		return false
	}
	return p.Seconds > sprint || s.reps.High > 0 && s.reps.High <= 2*sprint
}

// join makes one piece of two that follow each other.
func (p *Piece) join(next *Piece) {
	below, above := min(p.At(), next.At()), max(p.At(), next.At())
	p.Surges = p.Surges || below < 0.96 && above > 1.02
	total := float64(p.Seconds + next.Seconds)
	at := (p.At()*float64(p.Seconds) + next.At()*float64(next.Seconds)) / total
	p.Seconds, p.Meters, p.From, p.To = p.Seconds+next.Seconds, p.Meters+next.Meters, at, at
}

// measure is the rung that pieces make: so many repeats of their mean length.
func (s *set) measure(main []Piece) (rung, Work) {
	work, meters, effort := 0, 0.0, 0.0
	low, high := main[0].At(), main[0].At()
	for i := range main {
		p := &main[i]
		work, effort = work+p.Seconds, effort+p.At()*float64(p.Seconds)
		low, high = min(low, p.At()), max(high, p.At())
		if meters >= 0 && p.Meters > 0 {
			meters += p.Meters
		} else {
			meters = -1
		}
	}
	at := effort / float64(work)
	r := rung{sets: 1, repeats: len(main), low: at, high: at}
	w := Work{Seconds: work, Repeats: len(main), Low: low, High: high, RPE: main[0].RPE}
	if meters > 0 && s.ladder[0].distance() > 0 {
		r.meters, w.Meters = meters/float64(len(main)), meters
	} else {
		r.seconds = work / len(main)
	}
	return r, w
}

// amount is what rungs are compared by: metres where both have them, else seconds.
func (s *set) amount(f *Family, r *rung) float64 {
	switch {
	case s.size != nil:
		return s.size(r)
	case r.distance() > 0:
		return r.distance()
	}
	return float64(r.work(f.Sport, training.Thresholds{}))
}

// level is the highest rung whose work is no more than what is asked for; of rungs with equal work the one whose repeats are no longer and no
// harder, and else the lowest.
func (s *set) level(f *Family, asked *rung) int {
	if s.flat {
		return 0
	}
	level, most := 1, 0.0
	for l := range s.ladder {
		r := s.rung(&Dose{Level: l + 1})
		step, done := s.comparable(f, &r, asked)
		if step > done*1.02 {
			continue
		}
		more := step > most*1.005
		if more || step > most*0.995 && s.within(f, &r, asked) {
			level, most = l+1, max(step, most)
		}
	}
	return level
}

// comparable are the amounts of a rung and of what is asked for, in the same unit.
func (s *set) comparable(f *Family, r, asked *rung) (step, done float64) {
	if s.size == nil && r.distance() > 0 && asked.distance() == 0 {
		return float64(r.work(f.Sport, training.Thresholds{})), float64(asked.work(f.Sport, training.Thresholds{}))
	}
	return s.amount(f, r), s.amount(f, asked)
}

// within tells whether a rung's repeats are no longer and no harder than those that are asked for.
func (s *set) within(f *Family, r, asked *rung) bool {
	step := float64(r.one(f.Sport, r.typical(), training.Thresholds{}))
	done := float64(asked.one(f.Sport, asked.typical(), training.Thresholds{}))
	return step <= done*1.05 && (r.rpe > 0 || s.pace > 0 || r.at() <= asked.at()+0.006)
}
