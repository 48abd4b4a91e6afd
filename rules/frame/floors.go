package frame

import "fortnight/training"

// readFloors lists the floors of the weeks, in the order of sports.
func (f *Frame) readFloors() {
	f.Floors = make([][]Floor, len(f.Input.Weeks))
	for n := range f.Input.Weeks {
		for _, sport := range training.Sports {
			if least := f.Input.Weeks[n].Floors[sport]; least > 0 {
				f.Floors[n] = append(f.Floors[n], Floor{sport, sport.Name(), least})
			}
		}
	}
}
