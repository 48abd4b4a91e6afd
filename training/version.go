package training

// Version names a workout as it is: its id and revision. Two workouts of one version say the same, so what was made of one can be used for
// the other; one that was not stored has none, which is revision 0.
func (w *Workout) Version() (id string, revision int) { return string(w.ID), w.Revision }
