package session

import "slices"

// families are those of the coaching specification, section 4, in its order. A sport's file holds its own.
var families = withEach(climbing, slices.Concat(
	multiFamilies, // first, so that a ride with a run after it is a brick before it is a ride
	easyRuns, []Family{runAndWalk, progressive}, hardRuns, raceRuns,
	easyRides, hardRides, raceRides, swims, rows, skis, walks,
	hybridFamilies, strengthFamilies, mobilityFamilies,
))

func withEach(change func(Family) Family, all []Family) []Family {
	for i := range all {
		all[i] = change(all[i])
	}
	return all
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
