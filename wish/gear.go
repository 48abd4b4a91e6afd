package wish

import (
	"slices"

	"fortnight/training"
)

// AtHand is what an athlete has to train with on a day by the wishes, where otherwise it would be have, nil for what is not known. What is wished
// to be all of what there is to lift leaves what there is for endurance as it is, unless it names some of that: then it is all there is.
func (w Wishes) AtHand(date training.Date, have []training.Equipment) []training.Equipment {
	for i := range w {
		if w[i].Kind == Equip && w[i].On(date) {
			have = w[i].instead(have)
		}
	}
	for i := range w {
		if w[i].Kind == Without && w[i].On(date) {
			if have == nil {
				have = training.Equipments
			}
			have = slices.DeleteFunc(slices.Clone(have), func(e training.Equipment) bool {
				return slices.ContainsFunc(w[i].Equipment, func(o training.Equipment) bool { return slices.Contains(o.With(), e) })
			})
		}
	}
	return have
}

// instead is what is at hand by an EQUIPMENT in the place of something else.
func (w *Wish) instead(have []training.Equipment) []training.Equipment {
	list := []training.Equipment{training.NoEquipment}
	for _, e := range w.Equipment {
		list = append(list, e.With()...)
	}
	if slices.ContainsFunc(w.Equipment, training.Equipment.ForEndurance) {
		return list
	}
	for _, e := range training.EnduranceEquipment() {
		if have == nil || slices.Contains(have, e) {
			list = append(list, e)
		}
	}
	return list
}
