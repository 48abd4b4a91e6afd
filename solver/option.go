package solver

import (
	"fortnight/rules"
	"fortnight/training"
)

// option is one way to fill a slot: a workout at a time that stands for a want.
type option struct {
	*placing
	want    int // which session of its week it is
	parts   penalties
	penalty float64 // their sum: what it costs by itself
	key     bool    // it is demanding
	follows bool    // it is the second of two long days
	hard    hard    // what it makes of its day
	is      trait   // what of it decides how it stands beside others
	counted float64 // minutes that it takes of its week

	keptClose int16  // how many demanding sessions that are kept it is too close to
	stands    bool   // it is of a plan that was put onto the days as a whole
	mark      uint64 // of it in what the search remembers plans by
}

// trait is what of an option decides how it stands beside others, a bit each: most pairs are told by their bits to have nothing to do with each other.
type trait uint16

const (
	isKey trait = 1 << iota
	isLift
	isRun
	isSecondLong  // the second of two long days
	isWeeksLong   // in the role of a week's long session
	takesItsDay   // long
	isHeavyLift   // for the legs
	isLongForLegs // L of a long weekend
	isMediumLong  // ML of a long weekend
	isLegKey      // a key session for the legs that is no long one
	isCare        // costs no load, and stands beside anything
)

// ofLongWeekend are the traits of the three sessions that together are one too many.
const ofLongWeekend = isLongForLegs | isMediumLong | isLegKey

// placing is a workout at a time of a day. The options of a slot share it: to the rules it is the same whatever it stands for.
type placing struct {
	session training.Session // its id is the search's own
	minutes float64          // that count in the week
	shares  intensities
	workout int // the same for the same workout
	lifts   bool
	runs    bool
	legs    legs
	stood   bool   // it stood there already
	serves  uint32 // which wishes it serves, by their place in the solver's
	counts  bool   // in a limit that asks for some
	limited []limited

	prepared rules.Prepared
	concerns rules.Concern // what it may change for the rules
	mark     uint64        // of it in what the search remembers of the rules
}

// limited is what an option counts in a limit, by the limit's place.
type limited struct {
	limit  int
	amount float64
}

// intensities are seconds of endurance, in all and at low and high intensity.
type intensities struct{ all, low, high float64 }

func intensitiesOf(l *training.Load) intensities {
	d := &l.Demand
	return intensities{float64(d.EnduranceSeconds), float64(d.LowSeconds), float64(d.HighSeconds)}
}

func (i *intensities) add(o intensities) {
	i.all += o.all
	i.low += o.low
	i.high += o.high
}

// minutesOf is what a session counts in its week: mobility costs nothing.
func minutesOf(k *training.Session) float64 {
	if k.Sport == training.Mobility {
		return 0
	}
	return float64(k.Load.DurationSeconds) / 60
}

// penalties are what an option costs by itself.
type penalties struct {
	off       float64 // from what its week asks for
	match     float64 // for what its meaning is unlike
	noise     float64
	length    float64 // off a wished one
	irregular float64 // off its usual day
	second    float64 // in the place after the first of its day
	unasked   float64 // that no week asks for it
	against   float64 // that it goes against a wish
	stood     float64 // below nothing where it stood already
}

func (p *penalties) sum() float64 {
	return p.off + p.match + p.noise + p.length + p.irregular + p.second + p.unasked + p.against + p.stood
}

// slot is a place on a day. chosen is the index of its option, −1 for none.
type slot struct {
	day     int // from 0
	second  bool
	care    bool // for what costs no load alone: the day has its session
	options []option
	chosen  int
	fixed   bool     // chosen by somebody else: the search leaves it alone
	judged  *placing // what the evaluator has of it, nil for nothing
	mark    uint64   // of it in what the search remembers plans by
}
