package training

// StepList is the list of steps as one of any type.
func (b *Block) StepList() []Step { return b.Steps }

// StepList is the list of steps as one of any type.
func (s *RepeatStep) StepList() []Step { return s.Steps }
