package training

import "math"

// LoadStep is what weights an exercise can be loaded with: multiples of it, in kilograms.
type LoadStep float64

// EquipmentStep is by how much the weights of some equipment differ from each other, 0.5 to 20 kg.
type EquipmentStep struct {
	Equipment Equipment `json:"equipment"`
	Kilograms float64   `json:"kilograms"`
}

// DefaultLoadStep is the least change of a bar with a pair of 1.25 kg plates.
const DefaultLoadStep LoadStep = 2.5

// nearest is the weight that can be made which is nearest to what is wanted, at least one step.
func (s LoadStep) nearest(kilograms float64) float64 {
	step := float64(s)
	return max(step, math.Round(kilograms/step)*step)
}
