package training

// Pool is where the lengths of a block are swum: 10 to 100 of its unit. Distances are metres; what is swum or given in yards is shown in yards.
type Pool struct {
	Length float64  `json:"length"`
	Unit   PoolUnit `json:"unit"`
}

// PoolUnit is what a pool or a way is measured in.
type PoolUnit string

// The units of pools.
const (
	Meters PoolUnit = "METERS"
	Yards  PoolUnit = "YARDS"
)

// PoolUnits lists both.
var PoolUnits = []PoolUnit{Meters, Yards}

// MetersPerYard is exact since 1959.
const MetersPerYard = 0.9144
