package training

// StrengthInFitness tells whether strength load counts in CTL, ATL and the limits on load. No conversion of sets to TSS is accepted by all:
// who trusts none keeps the two apart (science L11, strengthInCtl).
func (p *Profile) StrengthInFitness() bool { return !p.StrengthApart }

// CountedTSS is what of a load counts in CTL, ATL and the limits on load.
func (p *Profile) CountedTSS(sport Sport, tss float64) float64 {
	if p.StrengthApart && sport == Strength {
		return 0
	}
	return tss
}

// Counted are bouts with the load that counts, in a slice of their own where that differs.
func (p *Profile) Counted(bouts []Bout) []Bout {
	if !p.StrengthApart {
		return bouts
	}
	counted := make([]Bout, len(bouts))
	for i, b := range bouts {
		b.TSS = p.CountedTSS(b.Sport, b.TSS)
		counted[i] = b
	}
	return counted
}

// Fitness is the athlete's state at the start of each day from from to to, as [Fitness] is, with all of the day's load.
func (p *Profile) Fitness(bouts []Bout, today, from, to Date) []FitnessPoint {
	points := Fitness(p.Counted(bouts), p.StartingFitness, today, from, to)
	if !p.StrengthApart || len(points) == 0 {
		return points
	}
	for i := range points {
		points[i].TSS = 0
	}
	for i := range bouts {
		if at := int(bouts[i].Date - points[0].Date); at >= 0 && at < len(points) {
			points[at].TSS += bouts[i].TSS
		}
	}
	return points
}
