package solver

// besides counts what of an option and the choices of other slots stands together as it is wanted, and as it is not.
type besides struct {
	shared  int16 // a day
	twice   int16 // of one sport on a day, or anything beside a long session
	alike   int16 // the same sport on the same day of two weeks, and once more the same part of the week
	lifts   int16 // on a day with another lift
	nextDay int16 // runs on days in a row, where a day is to lie between them
	first   int16 // heavy leg work before a key session of its day
	close   int16 // key sessions of a day, or of a day and the next but one, that are too close
	same    int16 // the same key session
	again   int16 // the same lift within sameLift days
	torn    int16 // the second of two long days, not on the day after the first
	soon    int16 // a key session in the easy days after two long ones

	// What stands beside an option as the two others of three days in a row: the week's long session, a second long one in another sport, as triathletes
	// have it, and a key session for the legs. The three together are one too many (coaching 3.3).
	opens, closes int16
}

// cost is what that costs; of all that an option stands beside, whole.
func (b *besides) cost() float64 {
	if *b == (besides{}) { // as of most
		return 0
	}
	return doubleCost*float64(b.shared) + sportTwice*float64(b.twice) - likeWeeks*float64(b.alike) + twoLiftCost*float64(b.lifts) + nextDayCost*float64(b.nextDay) +
		spacingCost*float64(b.close+b.first) + sameCost*float64(b.same) + againCost*float64(b.again) + tornCost*float64(b.torn) +
		soonCost*float64(b.soon)
}

// whole is all that an option stands beside, from what it does beside each choice of others: with what is kept, and what three make together.
func (b besides) whole(o *option) besides {
	b.close += o.keptClose
	b.soon += b.opens * b.closes
	b.opens, b.closes = 0, 0
	return b
}

// addWeekend counts a session that stands so many days before o, where both are of three that are one too many.
func (b *besides) addWeekend(o, beside *option, apart int) {
	switch is, other := o.is, beside.is; {
	case is&isLongForLegs != 0 && apart == -1 && other&isMediumLong != 0, is&isMediumLong != 0 && apart == 1 && other&isLongForLegs != 0,
		is&isLegKey != 0 && apart == 2 && other&isLongForLegs != 0:
		b.opens++
	case other&isLegKey != 0 && (is&isLongForLegs != 0 && apart == -2 || is&isMediumLong != 0 && apart == -1),
		is&isLegKey != 0 && apart == 1 && other&isMediumLong != 0:
		b.closes++
	}
}

// add takes in what another one counts, times times.
func (b *besides) add(o *besides, times int16) {
	b.shared += times * o.shared
	b.twice += times * o.twice
	b.alike += times * o.alike
	b.lifts += times * o.lifts
	b.nextDay += times * o.nextDay
	b.first += times * o.first
	b.close += times * o.close
	b.same += times * o.same
	b.again += times * o.again
	b.torn += times * o.torn
	b.soon += times * o.soon
	b.opens += times * o.opens
	b.closes += times * o.closes
}

// choice is an option that stands on a day.
type choice struct {
	day    int
	option *option
}

// pairs are how the choices of every two slots stand beside each other, as of when they were brought up to date.
type pairs struct {
	known []int     // by slot, which of its options is counted, −1 for none
	of    []besides // by two slots, either first: of the later one beside the other
	sums  []besides // by slot, of it and all before it
}

// fit makes room for so many slots; where there are others than there were nothing is known of them.
func (p *pairs) fit(slots int) {
	if len(p.known) == slots {
		return
	}
	p.known, p.of, p.sums = make([]int, slots), make([]besides, slots*slots), make([]besides, slots)
	for n := range p.known {
		p.known[n] = -1
	}
}

// row is how what a slot holds stands beside what each does.
func (p *pairs) row(n int) []besides { return p.of[n*len(p.known) : (n+1)*len(p.known)] }

// set says how what two slots hold stands together.
func (p *pairs) set(n, m int, is *besides) {
	sum, was := &p.sums[max(n, m)], &p.row(n)[m]
	sum.add(was, -1)
	sum.add(is, 1)
	*was, p.row(m)[n] = *is, *is
}

// cost is what a slot's choice costs beside those of the slots before it.
func (p *pairs) cost(n int, o *option) float64 {
	b := p.sums[n].whole(o)
	return b.cost()
}
