package gate

import (
	"slices"

	"fortnight/session"
	"fortnight/training"
)

// Bounds are what a plan has to keep. The zero Bounds keep nothing back.
type Bounds struct {
	Holds []Hold `json:"holds,omitempty"` // the open gates, the gravest first

	NoLoad   bool `json:"noLoad,omitempty"`   // nothing at all is planned
	RestDays int  `json:"restDays,omitempty"` // the first days of a plan that stay free

	NoSports   []training.Sport            `json:"noSports,omitempty"`
	EasySports []training.Sport            `json:"easySports,omitempty"` // in which nothing above low intensity stands
	No         []session.Contraindication  `json:"no,omitempty"`         // what families must not harm
	Spare      []training.Contraindication `json:"spare,omitempty"`      // what exercises must not harm
	NoFamilies []session.ID                `json:"noFamilies,omitempty"`
	Lifts      []session.ID                `json:"lifts,omitempty"` // the only families of strength that may stand, nil for any

	NoHI         bool    `json:"noHi,omitempty"`
	NoNoonHI     bool    `json:"noNoonHi,omitempty"`     // none that begins from 11:00 to 16:00
	NoHeartRate  bool    `json:"noHeartRate,omitempty"`  // no targets by heart rate
	NoHeavyLegs  bool    `json:"noHeavyLegs,omitempty"`  // no HEAVY-LOWER session (science §0)
	NoDoubles    bool    `json:"noDoubles,omitempty"`    // one session a day
	NoWeightGoal bool    `json:"noWeightGoal,omitempty"` // a goal of weight is one of health
	LeastReserve int     `json:"leastReserve,omitempty"` // repetitions in reserve of any set
	MostRPE      float64 `json:"mostRpe,omitempty"`      // of a session of endurance, whole and step by step, 0 for no limit
	MostMinutes  int     `json:"mostMinutes,omitempty"`  // of a session, 0 for no limit
	Share        float64 `json:"share,omitempty"`        // of the usual minutes of a week, 0 for all of them
	ReturnDays   int     `json:"returnDays,omitempty"`   // the first days of a plan on which training is as on a way back
	ReturnShare  float64 `json:"returnShare,omitempty"`  // of the usual minutes on them, 0 for all of them
	Sound        bool    `json:"sound,omitempty"`        // nothing is hurt: the way back is from a hard time alone

	Hurt         bool `json:"hurt,omitempty"`         // strength as in a return
	Postpartum   bool `json:"postpartum,omitempty"`   // the pelvic floor is trained
	BirthWeek    int  `json:"birthWeek,omitempty"`    // 1 and more since a birth, as lifts go by it
	BirthKnown   bool `json:"birthKnown,omitempty"`   // somebody said when it was
	PregnantWeek int  `json:"pregnantWeek,omitempty"` // as lifts go by it

	parts []part // what each condition asks for, by which it is told what a session goes against
}

// part is what one condition asks for.
type part struct {
	condition training.Condition
	bounds    Bounds
}

// Hold is an open gate: which conditions opened it, and what the athlete is told of it.
type Hold struct {
	Gate       Gate                 `json:"gate"`
	Conditions []training.Condition `json:"conditions"`
	Does       string               `json:"does"`   // to the plan, a clause: "no running and nothing hard"
	Advice     string               `json:"advice"` // a sentence
}

// Open tells whether any gate is open.
func (b *Bounds) Open() bool { return len(b.Holds) > 0 }

// union joins lists without repeating.
func union[T comparable](a, b []T) []T {
	for _, x := range b {
		if !slices.Contains(a, x) {
			a = append(slices.Clip(a), x)
		}
	}
	return a
}

// least is the smaller of two limits of which 0 is none.
func least[T int | float64](a, b T) T {
	if a == 0 || b > 0 && b < a {
		return b
	}
	return a
}

// tighten adds the bounds of another gate: of each the stricter.
func (b *Bounds) tighten(o *Bounds) {
	b.Holds = append(b.Holds, o.Holds...)
	b.NoLoad, b.RestDays = b.NoLoad || o.NoLoad, max(b.RestDays, o.RestDays)
	b.NoSports, b.EasySports = union(b.NoSports, o.NoSports), union(b.EasySports, o.EasySports)
	b.No, b.Spare, b.NoFamilies = union(b.No, o.No), union(b.Spare, o.Spare), union(b.NoFamilies, o.NoFamilies)
	switch {
	case b.Lifts == nil:
		b.Lifts = o.Lifts
	case o.Lifts != nil:
		b.Lifts = slices.DeleteFunc(slices.Clone(b.Lifts), func(id session.ID) bool { return !slices.Contains(o.Lifts, id) })
	}
	b.NoHI, b.NoNoonHI, b.NoHeartRate = b.NoHI || o.NoHI, b.NoNoonHI || o.NoNoonHI, b.NoHeartRate || o.NoHeartRate
	b.NoHeavyLegs, b.NoDoubles, b.NoWeightGoal = b.NoHeavyLegs || o.NoHeavyLegs, b.NoDoubles || o.NoDoubles, b.NoWeightGoal || o.NoWeightGoal
	b.LeastReserve = max(b.LeastReserve, o.LeastReserve)
	b.MostRPE, b.MostMinutes = least(b.MostRPE, o.MostRPE), least(b.MostMinutes, o.MostMinutes)
	switch {
	case b.ReturnDays == 0:
		b.Sound = o.Sound
	case o.ReturnDays > 0:
		b.Sound = b.Sound && o.Sound
	}
	b.Share, b.ReturnDays, b.ReturnShare = least(b.Share, o.Share), max(b.ReturnDays, o.ReturnDays), least(b.ReturnShare, o.ReturnShare)
	b.Hurt, b.Postpartum = b.Hurt || o.Hurt, b.Postpartum || o.Postpartum
	b.BirthKnown = b.BirthKnown || o.BirthKnown
	b.BirthWeek, b.PregnantWeek = least(b.BirthWeek, o.BirthWeek), max(b.PregnantWeek, o.PregnantWeek)
}

// Has tells whether a gate is among those that hold.
func (b *Bounds) Has(g Gate) bool {
	return slices.ContainsFunc(b.Holds, func(h Hold) bool { return h.Gate == g })
}

// KeepsFromRunning tells whether an injury, a bone or an operation rules out running, or all of it that is not easy.
func (b *Bounds) KeepsFromRunning() bool {
	return (b.Has(Bone) || b.Has(Injury) || b.Has(Surgery)) &&
		(slices.Contains(b.NoSports, training.Run) || slices.Contains(b.EasySports, training.Run) || slices.Contains(b.No, session.NoImpact))
}
