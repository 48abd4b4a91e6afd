package frame

import (
	"slices"

	"fortnight/training"
)

// readFloors lists the floors of the weeks, in the order of sports.
func (f *Frame) readFloors() {
	f.Floors = make([][]Floor, len(f.Input.Weeks))
	for n := range f.Input.Weeks {
		for _, sport := range training.Sports {
			if least := f.Input.Weeks[n].Floors[sport]; least > 0 {
				f.Floors[n] = append(f.Floors[n], Floor{sportBit(sport), sport.Name(), least})
			}
		}
	}
}

// sportBit is a sport's bit of [Item.Floors].
func sportBit(sport training.Sport) uint16 {
	if n := slices.Index(training.Sports, sport); n >= 0 {
		return 1 << n
	}
	return 0
}

// countedIn are the sports in whose floors an item counts, as bits: its own, and those of its run and of its ride.
func (i *Item) countedIn() (bits uint16) {
	if !i.Load {
		return 0
	}
	bits = sportBit(i.Sport)
	if i.RunSeconds > 0 {
		bits |= sportBit(training.Run)
	}
	if i.Ridden > 0 {
		bits |= sportBit(training.Ride)
	}
	return bits
}
