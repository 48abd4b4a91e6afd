package brief

import (
	"fortnight/session"
	"fortnight/training"
)

// retests are the thresholds of endurance sports that took the place of others, from the oldest to the latest. What is known for the first time, or
// again after it was taken back, is compared with the last that was known.
func retests(p *training.Profile) []session.Retest {
	var list []session.Retest
	last := map[training.ThresholdKind]float64{}
	for i := len(p.ThresholdHistory) - 1; i >= 0; i-- {
		k := &p.ThresholdHistory[i]
		if k.Value == nil || k.Kind.Sport() == "" || !k.Kind.Sport().Endurance() {
			continue
		}
		if was, known := last[k.Kind]; known && was != *k.Value {
			list = append(list, session.Retest{Date: k.On, Sport: k.Kind.Sport(), Change: k.Kind.Rise(was, *k.Value)})
		}
		last[k.Kind] = *k.Value
	}
	return list
}
