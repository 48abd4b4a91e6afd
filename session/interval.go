package session

import (
	"fortnight/compose"
	"fortnight/training"
)

// of completes a family with the set.
func (s set) of(f Family) Family {
	if !s.flat {
		f.Rungs = len(s.ladder)
	}
	f.Work = func(level int) Work {
		r := s.rung(&Dose{Level: level})
		work := r.asked(f.Sport)
		if s.over > 0 {
			work.HighSeconds = work.Seconds / s.over
		}
		return work
	}
	f.Write = func(d Dose) training.Workout {
		if f.Class == Test { // it stands in a lighter week, and measures nothing where less of it is done
			d.Share = 0
		}
		return s.write(&f, d)
	}
	f.Read = func(o *Outline) (int, Work, float64) { return s.read(&f, o) }
	return f
}

func (s *set) write(f *Family, d Dose) training.Workout {
	r := s.rung(&d)
	main := compose.Block(s.name, f.Sport, s.mainSteps(r, &d)...)
	seconds := training.Measure(f.Sport, []training.Block{main}, d.At).DurationSeconds
	work := 0
	if s.limited {
		work = r.work(f.Sport, d.At)
	}
	parts := s.course.fit(f, &d, seconds, work, s.hard)
	return f.workout(d, f.Lead()+" "+s.dose(&r), s.words, s.tags, s.course.around(parts, &d, s.hard, s.late, main))
}

// dose is what the title says of the main set.
func (s *set) dose(r *rung) string {
	if s.told != nil {
		return s.told(r)
	}
	return r.String()
}

func (s *set) mainSteps(r rung, d *Dose) []training.Step {
	if s.steps != nil {
		return s.steps(r, d)
	}
	return s.repeats(r)
}

// repeats are the steps of a rung: repeats with recoveries between them, in sets where there are several.
func (s *set) repeats(r rung) []training.Step {
	switch {
	case r.each != nil:
		return s.different(r)
	case r.count() == 1:
		return []training.Step{s.repeat(&r, r.meters)}
	}
	inner := compose.Between(r.repeats, s.repeat(&r, r.meters), s.recovery(r.rest))
	if r.sets > 1 {
		return []training.Step{compose.Between(r.sets, inner, s.recovery(r.between))}
	}
	return []training.Step{inner}
}

// different are repeats of which each has its own distance.
func (s *set) different(r rung) []training.Step {
	var steps []training.Step
	for i, meters := range r.each {
		if i > 0 {
			steps = append(steps, s.recovery(r.rest))
		}
		steps = append(steps, s.repeat(&r, meters))
	}
	return steps
}

func (s *set) repeat(r *rung, meters float64) training.EnduranceStep {
	label := s.label
	step := training.EnduranceStep{StepText: training.StepText{Label: &label}, End: training.After(r.seconds), Target: r.target(), Stroke: s.stroke}
	if meters > 0 {
		step.End = training.AfterMeters(meters)
	}
	if s.cadence.Low > 0 {
		cadence := s.cadence
		step.Cadence = &cadence
	}
	return compose.Work(step)
}

func (s *set) recovery(seconds int) training.Step {
	if s.restRPE > 0 {
		return compose.Recovery(compose.Toward(effort(s.restRPE, s.restRPE), compose.Steady(s.restLabel, seconds, s.restAt)))
	}
	if s.restAt == 0 {
		step := compose.Rest(s.restLabel, seconds)
		step.Intent = training.IntentRest
		return step
	}
	return compose.Recovery(compose.Steady(s.restLabel, seconds, s.restAt))
}
