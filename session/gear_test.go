package session

import (
	"slices"
	"testing"

	"fortnight/training"
)

// What is written with some equipment can be done with it, and what needs more is known to miss something.
func TestWhatIsWrittenCanBeDoneWithWhatIsAtHand(t *testing.T) {
	halls := map[string][]training.Equipment{
		"nothing": {training.NoEquipment}, "dumbbells": {training.NoEquipment, training.Dumbbells}, "kettlebell": {training.NoEquipment, training.Kettlebell},
		"band and bench": {training.NoEquipment, training.Band, training.Bench}, "barbell": {training.NoEquipment, training.Barbell, training.Rack, training.Plate},
		"gym": append([]training.Equipment{training.NoEquipment}, training.Gym.With()...),
	}
	for name, have := range halls {
		for _, f := range strengthFamilies {
			if !f.Equipped(have) {
				continue
			}
			for level := min(1, f.Rungs); level <= f.Rungs; level++ {
				w := f.Write(Dose{Family: f.ID, Level: level, Kit: KitOf(have), Extra: have, For: training.Advanced, Who: practised})
				if what, missing := Missing(&w, have); missing {
					t.Errorf("%s %d with %s: %s", f.ID, level, name, what)
				}
				if err := w.Validate(); err != nil {
					t.Errorf("%s %d with %s: %v", f.ID, level, name, err)
				}
			}
		}
	}
}

func TestMissing(t *testing.T) {
	swim, _ := Find("S-END")
	lift, _ := Find("Q-STR")
	stations, _ := Find("H-ENG")
	in, out := swim.Write(Dose{Family: "S-END", Minutes: 40}), lift.Write(Dose{Family: "Q-STR", Level: 1, Who: practised, For: training.Advanced})
	engine := stations.Write(Dose{Family: "H-ENG", Level: 1, Who: practised, For: training.Advanced})
	open, _ := Find("S-OW")
	lake := open.Write(Dose{Family: "S-OW", Level: 2})
	lake.Family = "S-OW"
	for _, row := range []struct {
		name    string
		w       training.Workout
		have    []training.Equipment
		missing bool
	}{
		{"swim, not known", in, nil, false}, {"swim, nothing", in, []training.Equipment{training.NoEquipment}, true},
		{"swim, pool", in, []training.Equipment{training.NoEquipment, training.SwimmingPool}, false},
		{"swim, lake", in, []training.Equipment{training.NoEquipment, training.OpenWater}, false},
		{"open water, pool", lake, []training.Equipment{training.NoEquipment, training.SwimmingPool}, true},
		{"open water, lake", lake, []training.Equipment{training.NoEquipment, training.OpenWater}, false},
		{"open water, not known", lake, nil, false},
		{"barbell, not known", out, nil, false}, {"barbell, dumbbells", out, []training.Equipment{training.NoEquipment, training.Dumbbells}, true},
		{"machines, gym without them", engine, append([]training.Equipment{training.NoEquipment}, training.Gym.With()...), true},
	} {
		if what, missing := Missing(&row.w, row.have); missing != row.missing || missing != (what != "") {
			t.Errorf("%s: missing %t, %q", row.name, missing, what)
		}
	}
	for sport, need := range gearOf {
		if EquippedFor(sport, []training.Equipment{}) || !EquippedFor(sport, nil) || !slices.ContainsFunc(need, func(e training.Equipment) bool {
			return EquippedFor(sport, []training.Equipment{e})
		}) {
			t.Errorf("%s does not go by its gear", sport)
		}
	}
}
