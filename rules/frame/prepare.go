package frame

// Prepare works out what the families share.
func (f *Frame) Prepare() {
	f.findDays()
	f.placeRaces()
	f.sumWeeks()
	f.dirty = f.Input.Days + 1
}
