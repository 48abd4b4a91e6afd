// Package brief says what the days of a plan are for: how much load each week may hold and why, and which kind of session each day is for.
//
// New makes a Brief from an Input: the athlete, the hours, the load so far, what stands on the days, what is wished for. It decides no
// session; what fills the days is the search's.
package brief

import (
	"fmt"
	"slices"
	"strings"

	"fortnight/training"
)

// Kind is what a slot of a day is for.
type Kind string

// The kinds.
const (
	Rest      Kind = ""
	Easy      Kind = "easy"
	Long      Kind = "long"
	Hard      Kind = "hard"
	Lift      Kind = "lift"
	Secondary Kind = "second" // a lift, or something easy, after the day's first session
)

// Brief is what planned days are for: how much, how hard, which sports, and what each day is for. Weeks and Days are those of the plan in
// order, the last week as long as the plan leaves it.
type Brief struct {
	Fitness float64          `json:"fitness"` // CTL at the start
	Form    float64          `json:"form"`
	Known   bool             `json:"known"` // rests on the athlete's own load
	Weeks   []Week           `json:"weeks"`
	Sports  []Share          `json:"sports"`           // endurance sports, most time first
	Wished  []training.Sport `json:"wished,omitempty"` // endurance sports beside these that the athlete wishes for
	Lifts   int              `json:"lifts"`            // strength sessions a week
	Days    []Day            `json:"days"`
	Event   *training.Event  `json:"event,omitempty"` // the next that the days bend to
}

// Week is what up to seven days are for.
type Week struct {
	Budget float64 `json:"budget"` // TSS of the week's days, what is kept included
	Phase  string  `json:"phase"`  // "build", "deload", "taper", "return"
	Why    string  `json:"why"`

	reason func(aim) string // Why, once the days have their targets
	notes  []string         // and what follows it
}

// aim is what a week comes to once its days have their targets: its load in TSS, what events are expected to bring beside it, and the CTL
// before and after both.
type aim struct{ tss, events, before, after float64 }

// Share is how much of the endurance time a sport has.
type Share struct {
	Sport training.Sport `json:"sport"`
	Share float64        `json:"share"` // of endurance time, 0 to 1
}

// Day is what one day is for.
type Day struct {
	Kind   Kind    `json:"kind"`   // of the first slot
	Second bool    `json:"second"` // a second session is wanted
	TSS    float64 `json:"tss"`
	Closed bool    `json:"closed"` // nothing may be added: locked, ill, an event, no time
	Ill    bool    `json:"ill,omitempty"`
}

// Least minutes that a day must have for each kind of session.
const (
	EasyMinutes = 20
	HardMinutes = 35
	LongMinutes = 60
)

// trainDays is how many days of a week are trained on by level at most.
var trainDays = map[training.Level]int{training.Novice: 4, training.Intermediate: 5, training.Advanced: 6}

// TSSAnHour is the load of an hour at an easy pace.
const TSSAnHour = 50

// Returns tells whether a week is one of coming back from illness or days off.
func (b *Brief) Returns() bool {
	return slices.ContainsFunc(b.Weeks, func(w Week) bool { return w.Phase == "return" })
}

// Foci are what serves a day: never nil, empty for rest.
func (d Day) Foci() []training.Focus {
	foci := slices.Clone(fociByKind[d.Kind])
	if d.Second {
		foci = append(foci, training.FocusMaxStrength)
	}
	if foci == nil {
		foci = []training.Focus{}
	}
	return foci
}

// Foci are the foci of workouts that serve a kind, the best first; nil for rest.
func (k Kind) Foci() []training.Focus { return fociByKind[k] }

var fociByKind = map[Kind][]training.Focus{
	Easy: {training.FocusEndurance, training.FocusRecovery},
	Long: {training.FocusLong, training.FocusEndurance},
	Hard: {training.FocusThreshold, training.FocusVO2Max, training.FocusTempo},
	Lift: {training.FocusMaxStrength, training.FocusHypertrophy, training.FocusStrengthEndurance, training.FocusPower},
}

// Message says in a sentence what the weeks are for and why.
func (b *Brief) Message() string {
	parts := make([]string, len(b.Weeks))
	for i, w := range b.Weeks {
		parts[i] = fmt.Sprintf("week %d (%s): %s", i+1, w.Phase, w.Why)
	}
	message := strings.Join(parts, "; ")
	return strings.ToUpper(message[:1]) + message[1:] + "."
}
