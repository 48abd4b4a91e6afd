package training

// stepsSeconds is how long steps last, once through, and how much of that is lifting. Lifts last pace times what they do without a clock.
func (y *yardstick) stepsSeconds(sport Sport, steps Steps, pace float64) (total, lifting int) {
	for _, step := range steps {
		switch s := step.(type) {
		case EnduranceStep:
			total += y.seconds(sport, &s)
		case StrengthStep:
			seconds := paced(s.DurationSeconds(), pace)
			total, lifting = total+seconds, lifting+seconds
		case RestStep:
			total += s.DurationSeconds
		case RepeatStep:
			seconds, lifts := y.roundsSeconds(sport, &s, pace)
			total, lifting = total+seconds, lifting+lifts
		}
	}
	return total, lifting
}

// roundsSeconds is how long all rounds of a repeat last, and how much of that is lifting. What does not fit into the intervals of an EMOM or the
// time of an AMRAP or FOR_TIME, however fast one lifts, runs over.
func (y *yardstick) roundsSeconds(sport Sport, s *RepeatStep, pace float64) (total, lifting int) {
	pace = y.pace(sport, s, pace)
	once, lifts := y.stepsSeconds(sport, s.Steps, pace)
	last, lastLifts := y.stepsSeconds(sport, s.ofRound(true), pace)
	total, lifting = (s.Repeats-1)*once+last, (s.Repeats-1)*lifts+lastLifts
	switch s.Style {
	case EMOM:
		total = s.emomSeconds(once, last)
	case AMRAP:
		total = max(total, s.CapSeconds)
	}
	return total, lifting
}

// pace is how much faster the lifts of a repeat are done than those around it, so that its rounds keep to its clock: four seconds a repetition and
// a rest after each set are for who has the time.
func (y *yardstick) pace(sport Sport, s *RepeatStep, outside float64) float64 {
	limit, repeats := s.CapSeconds, s.Repeats
	if s.Style == EMOM {
		limit, repeats = s.EverySeconds, 1
	}
	if limit == 0 {
		return outside
	}
	total, lifting := y.stepsSeconds(sport, s.Steps, outside)
	if s.SkipLastRecovery && s.Style != EMOM {
		last, _ := y.stepsSeconds(sport, s.ofRound(true), outside)
		total = (repeats-1)*total + last
	} else {
		total *= repeats
	}
	if lifting *= repeats; total <= limit || lifting == 0 {
		return outside
	}
	return outside * float64(max(0, limit-(total-lifting))) / float64(lifting)
}

// paced is a time done at a pace, in whole seconds that are over.
func paced(seconds int, pace float64) int { return int(pace*float64(seconds) + 1e-6) }

// emomSeconds is how long the rounds of an EMOM last: a round that takes longer than its interval makes the next one late.
func (s *RepeatStep) emomSeconds(once, last int) int {
	total := 0
	for round := 1; round <= s.Repeats; round++ {
		length := once
		if round == s.Repeats {
			length = last
		}
		total = max(total+length, round*s.EverySeconds)
	}
	return total
}
