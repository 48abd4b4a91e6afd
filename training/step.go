package training

// Step is one instruction of a block: an [EnduranceStep], a [StrengthStep], a [RestStep], or a [RepeatStep] that nests others.
type Step interface {
	// StepKind is the "kind" of the stored form: "endurance", "strength", "rest" or "repeat".
	StepKind() string
}

// Steps is a list of steps, 1 to 200.
type Steps []Step

// StepText is what every step may say in words: Label is at most 80 characters, Notes at most 500, Intent is empty where nobody said.
type StepText struct {
	Label  *string `json:"label,omitempty"`
	Notes  *string `json:"notes,omitempty"`
	Intent Intent  `json:"intent,omitempty"`
}

// IntentOrNil is nil where nobody said.
func (t StepText) IntentOrNil() *Intent { return onlyIf(t.Intent != "", t.Intent) }

// EnduranceStep is work at one target, steady or changing, until its end.
//
// Second is a further target beside the first, to be watched and not reckoned with. Cadence is per minute, 10 to 250. Stroke and
// Equipment are for swimming. Cues are at most 20, in the order of their offsets.
type EnduranceStep struct {
	StepText
	End       End             `json:"end"`
	Target    Target          `json:"target"`
	Second    *Target         `json:"secondTarget,omitempty"`
	Cadence   *IntRange       `json:"cadence,omitempty"`
	Stroke    Stroke          `json:"stroke,omitempty"`
	Equipment []SwimEquipment `json:"equipment,omitempty"`
	Cues      []Cue           `json:"cues,omitempty"`
}

// StrokeOrNil is nil where nobody said.
func (s EnduranceStep) StrokeOrNil() *Stroke { return onlyIf(s.Stroke != "", s.Stroke) }

// RestStep is time without work, 1 to 7,200 seconds. Open ends with the lap button, and then the seconds are what is expected.
type RestStep struct {
	StepText
	DurationSeconds int  `json:"durationSeconds"`
	Open            bool `json:"open,omitempty"`
}

// RepeatStep does its steps in order, Repeats times (1 to 1,000), in one of several ways. Repeats nest at most 4 levels deep.
//
// EverySeconds, 1 to 7,200, is how often a round of an EMOM begins. CapSeconds, 1 to 86,400, is how long an AMRAP takes and when a
// FOR_TIME ends at the latest. SkipLastRecovery leaves out of the last round the step that ends it, where that is a rest or a recovery.
type RepeatStep struct {
	StepText
	Repeats          int         `json:"repeats"`
	Style            RepeatStyle `json:"style"`
	EverySeconds     int         `json:"everySeconds,omitempty"`
	CapSeconds       int         `json:"capSeconds,omitempty"`
	SkipLastRecovery bool        `json:"skipLastRecovery,omitempty"`
	Steps            Steps       `json:"steps"`
}

// EverySecondsOrNil is nil where no round waits for the clock.
func (s RepeatStep) EverySecondsOrNil() *int { return onlyIf(s.EverySeconds != 0, s.EverySeconds) }

// CapSecondsOrNil is nil where there is no limit.
func (s RepeatStep) CapSecondsOrNil() *int { return onlyIf(s.CapSeconds != 0, s.CapSeconds) }

// Cue is something to be told to the athlete within a step, at most 200 characters, so many seconds or metres after its beginning.
type Cue struct {
	OffsetSeconds *int     `json:"offsetSeconds,omitempty"`
	OffsetMeters  *float64 `json:"offsetMeters,omitempty"`
	Text          string   `json:"text"`
}

// Intent is what a step is for.
type Intent string

// The intents. A TRANSITION is the change from one sport to the next.
const (
	IntentWarmUp     Intent = "WARM_UP"
	IntentWork       Intent = "WORK"
	IntentRecovery   Intent = "RECOVERY"
	IntentRest       Intent = "REST"
	IntentCoolDown   Intent = "COOL_DOWN"
	IntentTransition Intent = "TRANSITION"
)

// Intents lists every intent.
var Intents = []Intent{IntentWarmUp, IntentWork, IntentRecovery, IntentRest, IntentCoolDown, IntentTransition}

// RepeatStyle is how a RepeatStep does its rounds.
type RepeatStyle string

// The styles. ROUNDS does its steps over and over. SUPERSET and CIRCUIT do the same, with a set of each exercise a round. EMOM begins a round
// every EverySeconds and rests for what is left of them. AMRAP does as many rounds as CapSeconds allow, Repeats being what is expected. FOR_TIME
// does its rounds as fast as may be, for CapSeconds at the most.
const (
	Rounds   RepeatStyle = "ROUNDS"
	Superset RepeatStyle = "SUPERSET"
	Circuit  RepeatStyle = "CIRCUIT"
	EMOM     RepeatStyle = "EMOM"
	AMRAP    RepeatStyle = "AMRAP"
	ForTime  RepeatStyle = "FOR_TIME"
)

// RepeatStyles lists every style.
var RepeatStyles = []RepeatStyle{Rounds, Superset, Circuit, EMOM, AMRAP, ForTime}

// Stroke is how a swim step is swum.
type Stroke string

// The strokes. IM is one length of each of the four in turn; KICK is legs alone, DRILL what the notes say.
const (
	Freestyle    Stroke = "FREESTYLE"
	Backstroke   Stroke = "BACKSTROKE"
	Breaststroke Stroke = "BREASTSTROKE"
	Butterfly    Stroke = "BUTTERFLY"
	Medley       Stroke = "IM"
	Kick         Stroke = "KICK"
	Drill        Stroke = "DRILL"
	AnyStroke    Stroke = "CHOICE"
)

// Strokes lists every stroke.
var Strokes = []Stroke{Freestyle, Backstroke, Breaststroke, Butterfly, Medley, Kick, Drill, AnyStroke}

// SwimEquipment is something to swim with.
type SwimEquipment string

// The equipment of swimming.
const (
	Fins      SwimEquipment = "FINS"
	Paddles   SwimEquipment = "PADDLES"
	PullBuoy  SwimEquipment = "PULL_BUOY"
	Kickboard SwimEquipment = "KICKBOARD"
	Snorkel   SwimEquipment = "SNORKEL"
	AnkleBand SwimEquipment = "ANKLE_BAND"
)

// SwimEquipments lists all of it.
var SwimEquipments = []SwimEquipment{Fins, Paddles, PullBuoy, Kickboard, Snorkel, AnkleBand}

// StepKind is "endurance".
func (EnduranceStep) StepKind() string { return "endurance" }

// StepKind is "rest".
func (RestStep) StepKind() string { return "rest" }

// StepKind is "repeat".
func (RepeatStep) StepKind() string { return "repeat" }

// ofRound are the steps of a round; the last one may lack the recovery that ends it.
func (s *RepeatStep) ofRound(last bool) Steps {
	if !last || !s.SkipLastRecovery || !endsInRecovery(s.Steps) {
		return s.Steps
	}
	return s.Steps[:len(s.Steps)-1]
}

// endsInRecovery tells whether the last of several steps is a rest or a recovery.
func endsInRecovery(steps Steps) bool {
	if len(steps) < 2 {
		return false
	}
	switch s := steps[len(steps)-1].(type) {
	case RestStep:
		return true
	case EnduranceStep:
		return s.Intent == IntentRecovery || s.Intent == IntentRest
	}
	return false
}
