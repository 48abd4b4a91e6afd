package training

import "time"

// RestrictionID names a restriction.
type RestrictionID string

// Restriction is a condition that an athlete, or somebody for the athlete, has spoken of, with the words, at most 160 characters. It holds from
// SaidOn, the athlete's day on which it was said, until the athlete states that it has ended: then ClearedAt, ClearedOn, Ending and Statement are
// there. Since is the day on which it began, of a birth that of the birth, nil where nobody said; it is no later than SaidOn. Source is where the
// words stood, SaidBy who said them, empty when that account is gone.
type Restriction struct {
	ID        RestrictionID      `json:"id"`
	AthleteID UserID             `json:"-"`
	Condition Condition          `json:"condition"`
	Source    RestrictionSource  `json:"source"`
	Words     string             `json:"words"`
	SaidOn    Date               `json:"saidOn"`
	SaidBy    UserID             `json:"-"`
	Since     *Date              `json:"since,omitempty"`
	ClearedAt *time.Time         `json:"clearedAt,omitempty"`
	ClearedOn *Date              `json:"clearedOn,omitempty"` // the athlete's day of ClearedAt
	Ending    *RestrictionEnding `json:"ending,omitempty"`
	Statement *string            `json:"statement,omitempty"` // 1 to 500 characters
}

// RestrictionEnding is how a restriction ended.
type RestrictionEnding string

// The endings.
const (
	RestrictionOver    RestrictionEnding = "OVER"     // it was so and has passed: what follows is the way back
	RestrictionNeverSo RestrictionEnding = "NEVER_SO" // it was misread or said by mistake: nothing follows
)

// RestrictionEndings lists every ending.
var RestrictionEndings = []RestrictionEnding{RestrictionOver, RestrictionNeverSo}

// IsNode says that a restriction has an identity.
func (Restriction) IsNode() {}

// Sayer is the part in which SaidBy said it.
func (r *Restriction) Sayer() Actor { return ActorOf(r.SaidBy, r.AthleteID) }

// Open tells whether it holds.
func (r *Restriction) Open() bool { return r.ClearedAt == nil }

// Over tells whether it was so and has passed; then ClearedOn is there.
func (r *Restriction) Over() bool {
	return r.ClearedAt != nil && r.ClearedOn != nil && (r.Ending == nil || *r.Ending == RestrictionOver)
}

// Began is the day on which it began, as far as anybody said: else that on which it was said.
func (r *Restriction) Began() Date {
	if r.Since != nil && *r.Since < r.SaidOn {
		return *r.Since
	}
	return r.SaidOn
}

// Cleared is a restriction as it ended on an athlete's day, at noon UTC of it.
func (r Restriction) Cleared(on Date, ending RestrictionEnding) Restriction {
	at := on.Midnight().Add(12 * time.Hour)
	r.ClearedAt, r.ClearedOn, r.Ending = &at, &on, &ending
	return r
}

// RestrictionSource is where somebody spoke of a condition.
type RestrictionSource string

// The sources.
const (
	SaidInWish    RestrictionSource = "WISH"     // of a plan
	SaidInGoal    RestrictionSource = "GOAL"     // of a profile
	SaidInCheckIn RestrictionSource = "CHECK_IN" // in its note
	SaidInComment RestrictionSource = "COMMENT"  // on a session, or why it was skipped
	SaidInNote    RestrictionSource = "NOTE"     // of an activity, a day's hours or equipment, or a statement that something else is over
	SaidAsData    RestrictionSource = "STATED"   // as data, by itself
)

// RestrictionSources lists every source.
var RestrictionSources = []RestrictionSource{SaidInWish, SaidInGoal, SaidInCheckIn, SaidInComment, SaidInNote, SaidAsData}

// illnessDays is for how many days from when it was said an illness is rested, before the days of its way back: one, and the next without
// symptoms, as RED-1 has it; with covid ten (Elliott 2020).
const covidDays = 10

// Sickness are the check-ins of some with the days of illness that restrictions tell of: what is open, from the day on which it was said.
func Sickness(checkIns []CheckIn, restrictions []Restriction) []CheckIn {
	list := append([]CheckIn{}, checkIns...)
	for i := range restrictions {
		r := &restrictions[i]
		if !r.Open() || !r.Condition.BelowNeck() {
			continue
		}
		last := r.SaidOn
		if r.Condition == Covid {
			last += covidDays - 2
		}
		for d := r.SaidOn; d <= last; d++ {
			list = sickOn(list, d)
		}
	}
	return list
}

// sickOn says in a check-in of a day that the athlete is ill, beside what it or the one before says.
func sickOn(list []CheckIn, day Date) []CheckIn {
	before := -1
	for i := range list {
		if list[i].Date == day {
			list[i].Sick = true
			return list
		}
		if list[i].Date < day && (before < 0 || list[i].Date > list[before].Date) {
			before = i
		}
	}
	c := CheckIn{Date: day, Sick: true}
	if before >= 0 {
		c.Soreness, c.Banned, c.BannedSports = list[before].Soreness, list[before].Banned, list[before].BannedSports
	}
	return append(list, c)
}

// BelowNeck tells whether a condition is an illness that nobody trains through.
func (c Condition) BelowNeck() bool {
	switch c {
	case Fever, Flu, Covid, Vomiting, Antibiotics, IllBelowNeck:
		return true
	}
	return false
}
