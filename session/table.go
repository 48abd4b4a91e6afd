package session

import "slices"

// families are those of the coaching specification, section 4, in its order. A sport's file holds its own.
var families = withEach(tabled, withEach(climbing, slices.Concat(
	multiFamilies, // first, so that a ride with a run after it is a brick before it is a ride
	easyRuns, []Family{runAndWalk, progressive}, hardRuns, raceRuns,
	easyRides, hardRides, raceRides, swims, rows, skis, walks,
	hybridFamilies, strengthFamilies, mobilityFamilies,
)))

func withEach(change func(Family) Family, all []Family) []Family {
	for i := range all {
		all[i] = change(all[i])
	}
	return all
}

// tabled is a family whose rungs have been looked at: levels and caps ask for their main sets again and again, and each is worked out from its steps.
func tabled(f Family) Family {
	work, rungs := f.Work, make([]Work, f.Rungs)
	for n := range rungs {
		rungs[n] = work(n + 1)
	}
	f.Work = func(level int) Work {
		if level < 1 || level > len(rungs) {
			return work(level)
		}
		return rungs[level-1]
	}
	return f
}

// All lists every family. The list is the caller's, what its entries point at is not.
func All() []Family { return slices.Clone(families) }

// Find is the family of an id, and whether there is one.
func Find(id ID) (Family, bool) {
	if i, known := places[id]; known {
		return families[i], true
	}
	return Family{}, false
}

var places = func() map[ID]int {
	places := make(map[ID]int, len(families))
	for i := range families {
		places[families[i].ID] = i
	}
	return places
}()
