package search

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"fortnight/embedding"
	"fortnight/gate"
	"fortnight/lexis"
	"fortnight/training"
	"fortnight/wish"
)

//go:embed german.txt
var germanText string

//go:embed spanish.txt
var spanishText string

// mostWords is of how many words a phrase is at most.
const mostWords = 6

// language is a language that is read: its phrases and the English of each, empty for words of grammar that say nothing to a search.
type language struct {
	english   map[string]string
	own       map[string]bool            // phrases of its own file, which others may not share
	longest   map[string]int             // words in the longest phrase, by the first of them
	forms     func(word string) []string // what a word may be a form of, the likeliest first
	compounds bool                       // words are put together of others
}

// glossary is all that is read, made once.
var glossary = sync.OnceValue(func() []*language {
	german, spanish := newLanguage(germanText), newLanguage(spanishText)
	german.forms, german.compounds, spanish.forms = germanForms, true, spanishForms
	return []*language{german, spanish}
})

// lexicon knows what is English.
var lexicon = sync.OnceValue(embedding.NewLexicon)

// ofWishes is the English of words of wishes that a file does not have: one of sports, of families, of what is at hand. Those that gather
// several kinds of training in one, as "hard" does, are not among them.
var ofWishes = map[string]string{
	"run": "run", "ride": "ride", "turbo": "turbo trainer", "swim": "swim", "row": "row", "strength": "strength", "pool": "pool", "gym": "gym", "mobility": "mobility", "walk": "walk", "hike": "hike",
	"skierg": "ski erg", "elliptical": "elliptical", "kayak": "kayak", "brick": "brick", "strides": "strides", "hills": "hills", "hillsprints": "hill sprints", "trail": "trail run", "fartlek": "fartlek", "openwater": "open water",
	"sweetspot": "sweet spot", "plyo": "plyometrics", "technique": "technique", "progression": "progression run", "runwalk": "run walk", "aqua": "deep water run", "overunders": "over unders",
	"cadence": "cadence", "css": "css", "ftptest": "ftp test", "pelvic": "pelvic floor", "prehab": "injury prevention", "core": "core", "hotelgym": "hotel gym", "dumbbells": "dumbbell",
	"kettlebell": "kettlebell", "bands": "band", "barbell": "barbell", "bench": "bench", "pullupbar": "pull up bar", "hotel": "hotel", "treadmill": "treadmill", "jumprope": "skipping rope",
	"medicineball": "medicine ball", "sandbag": "sandbag", "sledgear": "sled", "cable": "cable machine", "machines": "machines", "rack": "rack", "dipbars": "dip bars", "rings": "rings", "boxgear": "plyo box",
	"swissball": "swiss ball", "abwheel": "ab wheel", "battlerope": "battle ropes", "trapbar": "trap bar", "landmine": "landmine", "boat": "rowing boat", "skis": "skis", "bodyweight": "bodyweight",
	"groupride": "group ride", "grouprun": "group run", "groupswim": "group swim", "group": "group", "parkrun": "parkrun", "marathon": "marathon", "half": "half marathon", "triathlon": "triathlon",
	"duathlon": "duathlon", "sprinttri": "sprint triathlon", "olympictri": "olympic distance triathlon", "halftri": "half ironman", "fulltri": "ironman", "hyrox": "hyrox", "fondo": "gran fondo", "race": "race",
	"long": "long", "longrun": "long run", "easy": "easy", "shorter": "short", "easier": "easy", "morning": "in the morning", "lunch": "lunch break", "evening": "in the evening", "beforework": "before work",
	"afterwork": "after work", "weekend": "weekend", "no": "no", "only": "only", "insteadof": "instead of", "longtime": "weeks",
}

// ofGates is the English of parts of the body.
var ofGates = map[training.Condition]string{
	training.HurtKnee: "knee", training.HurtFoot: "foot", training.HurtPlantar: "heel", training.HurtShin: "shin", training.HurtAchilles: "achilles", training.HurtCalf: "calf", training.HurtITB: "itb",
	training.HurtHip: "hip", training.HurtGroin: "groin", training.HurtHamstring: "hamstring", training.HurtBack: "back", training.HurtShoulder: "shoulder", training.HurtElbow: "arm", training.HurtWrist: "wrist",
}

// newLanguage reads a file and takes what it does not have from wishes and gates.
func newLanguage(text string) *language {
	l := &language{english: map[string]string{}, own: map[string]bool{}, longest: map[string]int{}}
	for number, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		english, said, found := strings.Cut(line, ":")
		if !found {
			panic(fmt.Sprintf("search: line %d of a glossary has no colon", number+1))
		}
		for _, phrase := range strings.Split(said, ",") {
			l.put(lexis.Fold(phrase), strings.TrimSpace(english))
		}
	}
	for phrase := range l.english {
		l.own[phrase] = true
	}
	for word, english := range ofWishes { // in any order: a phrase is of one word of wishes alone
		for _, phrase := range wish.Said(word) {
			l.put(phrase, english)
		}
	}
	for _, condition := range training.Conditions {
		for _, word := range gate.PartWords(condition) {
			l.put(word, ofGates[condition])
		}
	}
	return l
}

// put adds a phrase, unless it is there, or is several words of English as they stand, which say nothing of the language.
func (l *language) put(phrase, english string) {
	words := strings.Fields(phrase)
	if _, there := l.english[phrase]; there || len(words) == 0 || len(words) > mostWords || len(words) > 1 && phrase == lexis.Fold(english) {
		return
	}
	l.english[phrase] = english
	l.longest[words[0]] = max(l.longest[words[0]], len(words))
}
