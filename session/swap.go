package session

import "fortnight/training"

// neighbours are the classes whose sessions may stand in for one of a class where none of its own does, the nearest first: work that is a little
// easier or harder, never a rest in place of work.
var neighbours = map[Class][]Class{
	Easy:          {Long},
	Long:          {Easy},
	Tempo:         {Threshold},
	Threshold:     {Tempo, VO2},
	VO2:           {Threshold, Anaerobic},
	Anaerobic:     {VO2, Neuromuscular},
	Neuromuscular: {Easy, Anaerobic, Strength},
	RaceSpecific:  {Threshold, VO2, Strength},
	Strength:      {Neuromuscular},
}

// Swaps are the families that a session of a family may be exchanged for (coaching specification, section 4): those of its class in any sport,
// and of the neighbouring classes. What is race-specific stays in its sport and, in the days before a race, with what belongs there; tests stay
// in their sport; what lifts is exchanged for what lifts, and nothing else is, and the pelvic floor for nothing.
func Swaps(id ID) (alike, near []ID) {
	own, known := Find(id)
	if !known {
		return nil, nil
	}
	for i := range families {
		f := &families[i]
		if f.Class == own.Class && lifting(f) == lifting(&own) && own.exchanged(f) {
			alike = append(alike, f.ID)
		}
	}
	for _, class := range own.beside() {
		for i := range families {
			if f := &families[i]; f.Class == class && lifting(f) == lifting(&own) {
				near = append(near, f.ID)
			}
		}
	}
	return alike, near
}

// exchanged tells whether a family may be exchanged for another of its class.
func (f *Family) exchanged(other *Family) bool {
	switch f.Class {
	case RaceSpecific:
		return f.ID[0] == other.ID[0] && (f.Days == Span{}) == (other.Days == Span{})
	case Test:
		return f.Sport == other.Sport
	case Mobility: // the pelvic floor is trained on a way back, and stands for nothing else
		return f.Windows == other.Windows
	}
	return true
}

// beside are the classes beside the family's own: of what wakes the legs before a race, easy ones.
func (f *Family) beside() []Class {
	if f.Days != (Span{}) {
		return []Class{Easy}
	}
	return neighbours[f.Class]
}

func lifting(f *Family) bool { return f.Sport == training.Strength }
