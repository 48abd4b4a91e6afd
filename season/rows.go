package season

import (
	"slices"

	"fortnight/session"
	"fortnight/training"
)

// row is what the specification says of one kind of event: how a season toward it is built.
type row struct {
	taper, taperFit       int // days; taperFit for A with CTL 70 or more
	specific, build, base int // weeks

	baseK, buildK, buildK2, specificK, specificK2 []session.ID
	long                                          []session.ID // L
	specificLong                                  []session.ID // L*, every second week where it is not every week
	peaks                                         map[training.Sport][3]peak
	bands                                         [3][2]float64 // of V0: d -21..-15, -14..-8, -7..-1; the first zero for all of it
	longs                                         []lastLong
	finish                                        peak // of the main sport's long session, for who only wants to arrive, before the specific weeks
	trail                                         bool // every second long run is off the road
	early                                         bool // the fourteen days before the race go by days, not only the last seven
	after                                         aftermath
}

// peak is the longest session of a sport on the way to an event: metres where they are given, else minutes.
type peak struct {
	meters  float64
	minutes int
}

// lastLong is what share of the peak a long session may have from some days before the race on, down to the next one.
type lastLong struct {
	from  int
	share float64
}

// aftermath is what follows a race (coaching 6.3), in days since it.
type aftermath struct {
	noRun, easy, full int
	volume            []float64 // of V0, week by week; the last also of later weeks
}

func km(n, i, a float64) [3]peak {
	return [3]peak{{meters: n * 1000}, {meters: i * 1000}, {meters: a * 1000}}
}

func min3(n, i, a int) [3]peak { return [3]peak{{minutes: n}, {minutes: i}, {minutes: a}} }

func ids(all ...session.ID) []session.ID { return all }

var (
	longBands  = [3][2]float64{{.75, .90}, {.55, .75}, {.25, .50}}
	halfBands  = [3][2]float64{{}, {.60, .80}, {.35, .60}}
	shortBands = [3][2]float64{{}, {.80, .95}, {.45, .70}}
	fondoBands = [3][2]float64{{}, {.70, .85}, {.35, .60}}

	longLongs  = []lastLong{{20, .6}, {13, .4}, {7, 0}}
	halfLongs  = []lastLong{{9, 0}}
	half3Longs = []lastLong{{13, .6}, {10, .4}, {7, 0}} // the last full one is 14 to 21 days before (coaching 3.3); the next weekend has a short one
	shortLongs = []lastLong{{9, .8}, {7, 0}}
	fondoLongs = []lastLong{{10, .7}, {8, 0}}

	afterShort    = aftermath{0, 2, 4, []float64{.8, 1}}
	after10K      = aftermath{1, 4, 8, []float64{.65, 1}}
	afterHalf     = aftermath{2, 7, 12, []float64{.5, .85, 1}}
	afterHyrox    = aftermath{2, 5, 12, []float64{.5, .85, 1}}
	after703      = aftermath{3, 9, 16, []float64{.4, .75, 1}}
	afterFondo    = aftermath{3, 4, 16, []float64{.4, .75, 1}}
	afterCentury  = aftermath{3, 6, 16, []float64{.4, .75, 1}}
	afterMarathon = aftermath{4, 14, 24, []float64{.2, .45, .7, .9}}
	afterFull     = aftermath{7, 18, 28, []float64{.2, .4, .6, .8}}
	afterLongest  = aftermath{10, 24, 35, []float64{.1, .3, .5, .7}}
	afterLift     = aftermath{0, 5, 8, []float64{.5, 1}}
)

var runLong, rideLong = ids("R-LONG"), ids("B-LONG")

// rows are those of the formats that stand for themselves; like says which of them stands in for another format.
var rows = map[training.EventFormat]row{
	training.Run5K: {taper: 7, taperFit: 10, specific: 4, build: 4, base: 4, finish: peak{meters: 6000},
		baseK: ids("R-HILL", "R-FART"), buildK: ids("R-VO2"), buildK2: ids("R-THR"), specificK: ids("R-RP5"), specificK2: ids("R-VO2"),
		long: runLong, peaks: map[training.Sport][3]peak{training.Run: km(8, 13, 16)}, bands: shortBands, longs: shortLongs, after: afterShort},
	training.Run10K: {taper: 7, taperFit: 10, specific: 4, build: 4, base: 4, finish: peak{meters: 10_000},
		baseK: ids("R-TEMPO", "R-HILL"), buildK: ids("R-THR"), buildK2: ids("R-VO2"), specificK: ids("R-RP10"), specificK2: ids("R-THR"),
		long: runLong, peaks: map[training.Sport][3]peak{training.Run: km(12, 16, 19)}, bands: shortBands, longs: shortLongs, after: after10K},
	training.RunHalf: {taper: 10, taperFit: 14, specific: 4, build: 5, base: 4, finish: peak{meters: 14_000},
		baseK: ids("R-TEMPO"), buildK: ids("R-THR"), buildK2: ids("R-VO2"), specificK: ids("R-RPH"), specificK2: ids("R-THR"),
		long: runLong, peaks: map[training.Sport][3]peak{training.Run: km(16, 19, 23)}, bands: halfBands, longs: halfLongs, after: afterHalf},
	training.RunMarathon: {taper: 14, taperFit: 14, specific: 5, build: 5, base: 6, finish: peak{meters: 22_000},
		baseK: ids("R-TEMPO", "R-STEADY"), buildK: ids("R-THR"), buildK2: ids("R-TEMPO"), specificK: ids("R-THR"), specificK2: ids("R-TEMPO", "R-VO2"),
		long: runLong, specificLong: ids("R-LMP"), peaks: map[training.Sport][3]peak{training.Run: km(29, 32, 35)},
		bands: longBands, longs: longLongs, early: true, after: afterMarathon},
	training.RunUltra: {taper: 14, taperFit: 21, specific: 6, build: 6, base: 8,
		baseK: ids("R-HILL", "R-TRAIL"), buildK: ids("R-THR"), buildK2: ids("R-B2B", "R-HILL"), specificK: ids("R-THR"), specificK2: ids("R-B2B", "R-TEMPO"),
		long: runLong, specificLong: ids("R-TRAIL"), peaks: map[training.Sport][3]peak{training.Run: {{minutes: 240}, {minutes: 270}, {minutes: 300}}},
		bands: longBands, longs: longLongs, early: true, after: afterFull},
	training.RideTT: {taper: 7, taperFit: 10, specific: 4, build: 6, base: 6,
		baseK: ids("B-TEMPO", "B-SS"), buildK: ids("B-THR"), buildK2: ids("B-VO2"), specificK: ids("B-RPTT"), specificK2: ids("B-THR"),
		long: rideLong, peaks: map[training.Sport][3]peak{training.Ride: min3(120, 150, 180)}, bands: shortBands, longs: shortLongs, after: afterShort},
	training.RideCrit: {taper: 7, taperFit: 10, specific: 4, build: 6, base: 6,
		baseK: ids("B-SS", "B-CAD"), buildK: ids("B-VO2"), buildK2: ids("B-THR"), specificK: ids("B-ANA", "B-OU"), specificK2: ids("B-VO2"),
		long: rideLong, peaks: map[training.Sport][3]peak{training.Ride: min3(120, 180, 240)}, bands: shortBands, longs: shortLongs, after: afterShort},
	training.RideFondo: {taper: 7, taperFit: 10, specific: 4, build: 6, base: 6,
		baseK: ids("B-TEMPO", "B-SS"), buildK: ids("B-SS"), buildK2: ids("B-THR"), specificK: ids("B-LRP"), specificK2: ids("B-OU", "B-THR"),
		long: rideLong, bands: fondoBands, longs: fondoLongs, after: afterFondo},
	training.TriSprint: {taper: 7, taperFit: 10, specific: 4, build: 5, base: 4,
		baseK: ids("R-TEMPO", "B-SS", "S-TECH"), buildK: ids("B-THR", "B-VO2"), buildK2: ids("R-THR", "S-CSS"),
		specificK: ids("X-BRP"), specificK2: ids("S-CSS", "R-RP10"), long: rideLong, specificLong: ids("X-BRICK"),
		peaks: map[training.Sport][3]peak{training.Ride: min3(75, 85, 90), training.Run: min3(45, 50, 60), training.Swim: km(1.2, 1.2, 1.2)},
		bands: shortBands, longs: shortLongs, after: after10K},
	training.TriOlympic: {taper: 7, taperFit: 10, specific: 4, build: 5, base: 4,
		baseK: ids("R-TEMPO", "B-SS", "S-TECH"), buildK: ids("B-THR", "B-VO2"), buildK2: ids("R-THR", "S-CSS"),
		specificK: ids("X-BRP"), specificK2: ids("S-CSS", "R-RP10"), long: rideLong, specificLong: ids("X-BRICK"),
		peaks: map[training.Sport][3]peak{training.Ride: min3(120, 135, 150), training.Run: min3(75, 80, 90), training.Swim: km(2, 2, 2)},
		bands: shortBands, longs: shortLongs, after: afterHalf},
	training.TriHalf: {taper: 10, taperFit: 14, specific: 5, build: 6, base: 6, finish: peak{minutes: 135},
		baseK: ids("B-TEMPO", "S-CSS", "R-STEADY"), buildK: ids("B-SS"), buildK2: ids("R-THR", "S-CSS"),
		specificK: ids("B-RP70"), specificK2: ids("R-THR", "S-OW", "S-CSS"), long: rideLong, specificLong: ids("X-BRICK"),
		peaks: map[training.Sport][3]peak{training.Ride: min3(180, 195, 210), training.Run: min3(100, 110, 120), training.Swim: km(2.5, 2.75, 3)},
		bands: halfBands, longs: half3Longs, after: after703},
	training.TriFull: {taper: 14, taperFit: 21, specific: 6, build: 8, base: 8, finish: peak{minutes: 210},
		baseK: ids("B-TEMPO", "S-CSS"), buildK: ids("B-SS"), buildK2: ids("R-TEMPO", "S-CSS"),
		specificK: ids("B-LRP"), specificK2: ids("S-CSS", "R-TEMPO"), long: rideLong, specificLong: ids("X-BRICK"),
		peaks: map[training.Sport][3]peak{training.Ride: min3(300, 330, 360), training.Run: min3(120, 150, 165), training.Swim: km(3.8, 3.8, 3.8)},
		bands: longBands, longs: longLongs, early: true, after: afterFull},
	training.Hyrox: {taper: 7, taperFit: 10, specific: 4, build: 5, base: 4,
		baseK: ids("R-TEMPO", "H-TECH"), buildK: ids("R-THR", "R-VO2"), buildK2: ids("H-STN"), specificK: ids("H-COMP"), specificK2: ids("H-SIM", "H-STN"),
		long: runLong, peaks: map[training.Sport][3]peak{training.Run: min3(60, 75, 90)}, bands: shortBands, longs: shortLongs, after: afterHyrox},
	training.Row2K: {taper: 7, taperFit: 7, specific: 4, build: 4, base: 4, finish: peak{minutes: 45},
		baseK: ids("W-UT1", "W-LONG"), buildK: ids("W-LINT"), buildK2: ids("W-THR"), specificK: ids("W-2KI"), specificK2: ids("W-LINT"),
		long: ids("W-LONG"), peaks: map[training.Sport][3]peak{training.Row: min3(45, 60, 75)}, bands: shortBands, longs: shortLongs, after: afterShort},
	training.Row5K: {taper: 7, taperFit: 7, specific: 4, build: 4, base: 4, finish: peak{minutes: 45},
		baseK: ids("W-UT1", "W-LONG"), buildK: ids("W-LINT"), buildK2: ids("W-THR"), specificK: ids("W-THR"), specificK2: ids("W-LINT"),
		long: ids("W-LONG"), peaks: map[training.Sport][3]peak{training.Row: min3(45, 60, 75)}, bands: shortBands, longs: shortLongs, after: afterShort},
	training.SwimPool: {taper: 7, taperFit: 14, specific: 4, build: 5, base: 4,
		baseK: ids("S-CSS"), buildK: ids("S-CSS"), buildK2: ids("S-VO2"), specificK: ids("S-RP"), specificK2: ids("S-SPR", "S-OW"),
		long: ids("S-LONG"), bands: shortBands, longs: shortLongs, after: afterShort},
	training.SwimMarathon: {taper: 7, taperFit: 14, specific: 5, build: 6, base: 6,
		baseK: ids("S-CSS"), buildK: ids("S-CSS"), buildK2: ids("S-END"), specificK: ids("S-OW", "S-CSS"), specificK2: ids("S-CSS"),
		long: ids("S-LONG"), bands: shortBands, longs: shortLongs, after: afterHalf},
	training.Lift1RM: {taper: 7, taperFit: 7, specific: 3, build: 5, base: 4, bands: shortBands, longs: shortLongs, after: afterLift},
	training.LongWalk: {taper: 14, taperFit: 14, specific: 6, build: 6, base: 8, long: ids("A-HIKE", "A-WALK"),
		bands: longBands, longs: longLongs, early: true, after: afterMarathon},
	training.OtherFormat: {taper: 7, taperFit: 7, specific: 4, build: 4, base: 4, long: ids("A-WALK"),
		peaks: map[training.Sport][3]peak{training.Walk: min3(45, 60, 75), training.Run: min3(45, 60, 75), training.Ride: min3(60, 90, 120)},
		bands: shortBands, longs: shortLongs, after: afterShort},
}

// kept are the key families of a season that keeps what is there: those of base, and of build what may stand outside a season, so that what is kept is not of
// one kind (coaching 1.2, MAINTAIN; 4, "O off, maintain").
func (r *row) kept() (all []session.ID) {
	for _, cell := range [][]session.ID{r.baseK, r.buildK, r.buildK2} {
		for _, id := range cell {
			f, known := session.Find(id)
			if known && !slices.Contains(all, id) && (f.Windows.Has(session.Base) || f.Windows.Has(session.Off)) {
				all = append(all, id)
			}
		}
	}
	return all
}
