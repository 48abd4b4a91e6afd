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
