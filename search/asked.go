package search

import (
	"math"
	"regexp"
	"slices"
	"strings"

	"fortnight/embedding"
	"fortnight/gate"
	"fortnight/session"
	"fortnight/training"
)

// Asked is what somebody looks for.
type Asked struct {
	// English is the text as the lexicon reads it.
	English string
	// MinMinutes and MaxMinutes are how long it is to last as the text says, 0 for no limit.
	MinMinutes, MaxMinutes int
	// Bounds is that the text says that these are the least and the most, and not about how long it is to be.
	Bounds bool

	barred  []func(*training.Workout) bool // what a workout must not be
	have    []training.Equipment           // all that is at hand, nil for anything
	spared  gate.Bounds                    // what the body forbids
	heeding bool                           // it forbids anything
}

// Read reads a text of any length in English, German or Spanish.
func Read(text string) Asked {
	a := Asked{English: english(text)}
	if !tested.MatchString(a.English) { // "a test of 30 minutes" is longer
		a.MinMinutes, a.MaxMinutes, a.Bounds = minutes(a.English)
	}
	a.heed(text)
	a.bar()
	return a
}

// RulesOut tells whether a workout, measured, is what the text rules out: by a sport or something else that it denies, by what there is to train
// with, or by what hurts.
func (a *Asked) RulesOut(w *training.Workout) bool {
	for _, is := range a.barred {
		if is(w) {
			return true
		}
	}
	if _, missing := session.Missing(w, a.have); missing {
		return true
	}
	if !a.heeding {
		return false
	}
	_, forbidden := a.spared.Forbids(w)
	return forbidden
}

// Rules tells whether the text rules out anything.
func (a *Asked) Rules() bool { return len(a.barred) > 0 || a.have != nil || a.heeding }

// Lacks are the concepts of things to lift or pull that are not at hand as the text says: what is found has none of them to do with.
func (a *Asked) Lacks() (concepts []string) {
	if a.have == nil {
		return nil
	}
	for _, concept := range gearConcepts {
		t, _ := thingOf(embedding.Stems(concept))
		if len(t.gear) > 0 && !slices.ContainsFunc(t.gear, func(e training.Equipment) bool { return slices.Contains(a.have, e) }) {
			concepts = append(concepts, concept)
		}
	}
	return concepts
}

// OffLength is how much less something of a duration counts, in similarity, because it is shorter or longer than the text asks for; 0 where
// the text asks for no length, or for this one.
func (a *Asked) OffLength(seconds int) float64 {
	minutes, beyond := float64(seconds)/60, 0.0
	least, most := float64(a.MinMinutes), float64(a.MaxMinutes)
	if a.Bounds && (minutes <= least-wholeMinute || most > 0 && minutes >= most+wholeMinute) {
		beyond = boundCosts
	}
	switch {
	case minutes < least:
		return beyond + lengthCosts*math.Log2(least/max(minutes, 1))
	case most > 0 && minutes > most:
		return beyond + lengthCosts*math.Log2(minutes/most)
	}
	return 0
}

// free is "jump-free" and what else is so free of something.
var free = regexp.MustCompile(`(?i)([a-z]+)-free\b`)

// maximal is what bounds a length in German and Spanish, and without one is an effort.
var maximal = regexp.MustCompile(`(?i)(?:\bmaximal\s+(?:\d|ein(?:e|er)?\s+(?:halbe|dreiviertel)|eine\s+stunde)|\bm[aá]ximo\s+\d)`)

// tested are texts of tests.
var tested = regexp.MustCompile(`(?i)\b(?:tests?|time trial)\b`)

// friendly is "knee friendly" and what else is so easy on a part of the body.
var friendly = regexp.MustCompile(`(?i)\b((?:lower )?(?:knee|back|joint|ankle|hip|shoulder|calf|shin|achilles|foot)s?)[- ]friendly\b`)

// english is the text in English, with "jump-free" as "without jump".
func english(text string) string {
	text = maximal.ReplaceAllStringFunc(text, func(match string) string {
		if strings.HasPrefix(strings.ToLower(match), "maximal") {
			return "höchstens" + match[len("maximal"):]
		}
		return "como mucho " + match[strings.LastIndex(match, " ")+1:]
	})
	text = friendly.ReplaceAllString(English(text), "low impact, spare my $1,")
	return free.ReplaceAllStringFunc(text, func(match string) string {
		word := match[:len(match)-len("-free")]
		if _, known := thingOf(embedding.Stems(word)); known == 0 {
			return match
		}
		return "without " + word + ","
	})
}

// heeded are the gates that a search goes by: those of the body's parts. What else there is, an illness, a birth, a hot day, is for a plan,
// which knows the athlete.
var heeded = []gate.Gate{gate.Bone, gate.Injury, gate.Pregnancy, gate.Surgery}

// stiff are words of what wants to be moved, not spared.
var stiff = []string{"stiff", "tight", "tense", "steif", "verspannt", "verspannung", "rigid", "rígid", "tens", "cargad", "contractur", "agarrotad", "knots"}

// painful are words of what is to be spared even where it is stiff as well.
var painful = []string{"pain", "sore", "hurt", "injur", "ache", "schmerz", "verletz", "weh", "dolor", "duele", "lesi"}

// heed reads what the text says of the body. Who looks for the way back to running is not kept from it, and what is to be kept from being hurt is
// not hurt.
func (a *Asked) heed(text string) {
	var conditions []training.Condition
	asked := lexicon().Concepts(a.English)
	if slices.Contains(asked, "run-walk") || slices.Contains(asked, "prehab") {
		return
	}
	for _, m := range gate.Hear(text) {
		said := strings.ToLower(text[m.From:m.To])
		contains := func(part string) bool { return strings.Contains(said, part) }
		if slices.Contains(heeded, gate.Of(m.Condition)) && (!slices.ContainsFunc(stiff, contains) || slices.ContainsFunc(painful, contains)) {
			conditions = append(conditions, m.Condition)
		}
	}
	for _, match := range spared.FindAllStringSubmatch(a.English, -1) {
		conditions = append(conditions, partOf(match[1])...)
	}
	if len(conditions) > 0 {
		a.spared = gate.Read(conditions, gate.Known{})
		a.heeding = !a.spared.NoLoad
	}
}

// spared is a part of the body that a text asks to spare.
var spared = regexp.MustCompile(`(?i)\bspar(?:e|es|ing) (?:my |the )?(?:lower )?([a-z]+)`)

// partOf is the condition of a part of the body, none for what is none.
func partOf(word string) (conditions []training.Condition) {
	word = strings.ToLower(word)
	for _, c := range training.Conditions {
		if gate.Of(c) == gate.Injury && slices.Contains(gate.PartWords(c), word) {
			conditions = append(conditions, c)
		}
	}
	return conditions
}

// bar reads what the text denies.
func (a *Asked) bar() {
	stems := lexicon().Barred(a.English)
	concepts := lexicon().Concepts(a.English)
	var lacks []training.Equipment
	bare := saysBare(a.English)
	for len(stems) > 0 {
		t, length := thingOf(stems)
		if length == 0 {
			if is := exerciseOf(stems[0]); is != nil {
				a.barred = append(a.barred, is)
			}
			stems = stems[1:]
			continue
		}
		stems = stems[length:]
		bare = bare || t.bare
		for _, e := range t.gear {
			lacks = append(lacks, e.With()...)
		}
		if t.is != nil && !slices.Contains(concepts, t.concept) {
			a.barred = append(a.barred, t.is)
		}
	}
	a.have = a.atHand(bare, lacks, concepts)
}

// atHand is all that there is to train with, nil where the text does not say.
func (a *Asked) atHand(bare bool, lacks []training.Equipment, concepts []string) []training.Equipment {
	only := onlyWith(a.English)
	endurance := slices.ContainsFunc(concepts, func(c string) bool { return slices.Contains(machineSports, c) })
	switch {
	case len(only) > 0:
		have := []training.Equipment{training.NoEquipment}
		for _, e := range only {
			have = append(have, e.With()...)
		}
		return have
	case bare && !endurance:
		if slices.ContainsFunc(concepts, func(c string) bool { return slices.Contains(gearConcepts, c) }) {
			return nil // something to lift is asked for as well
		}
		return []training.Equipment{training.NoEquipment}
	case len(lacks) > 0:
		return slices.DeleteFunc(slices.Clone(training.Equipments), func(e training.Equipment) bool { return slices.Contains(lacks, e) })
	}
	return nil
}

// bareSaid are ways to say that nothing is at hand, without determiners.
var bareSaid = func() (all []string) {
	for _, denial := range []string{"no", "without", "zero", "free of", "dont have", "have no", "no access to"} {
		for _, word := range strings.Split(bareWords, ", ") {
			all = append(all, denial+" "+word)
		}
		all = append(all, denial+" gym")
	}
	return append(all, "bodyweight", "body weight", "equipment free", "own body")
}()

// saysBare tells whether a text says that there is nothing to train with.
func saysBare(text string) bool {
	said := " " + strings.Join(slices.DeleteFunc(embedding.Stems(text), func(s string) bool { return slices.Contains(determiners, s) }), " ") + " "
	return slices.ContainsFunc(bareSaid, func(phrase string) bool {
		return strings.Contains(said, " "+strings.Join(embedding.Stems(phrase), " ")+" ")
	})
}

var determiners = []string{"any", "a", "an", "the", "my", "special", "extra"}

// machineSports are the concepts of sports that need a machine, water or wheels; gearConcepts those of something to lift.
var (
	machineSports = []string{"ride", "swim", "row", "ski-erg"}
	gearConcepts  = []string{"barbell", "dumbbell", "kettlebell", "band", "sled", "gym", "wall-balls"}
)
