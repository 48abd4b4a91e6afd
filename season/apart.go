package season

import (
	"slices"
	"strings"

	"fortnight/lexis"
	"fortnight/training"
)

// Apart tells whether a sport is one of which nothing can be planned: there is no family of it, and no other sport is put in its place. What is done of
// it is load, and none of what a week is to hold.
func Apart(s training.Sport) bool { return s == training.Kayak || s == training.Other }

// apartWords are sports by their words of which nothing can be planned.
const (
	kayakWords = `kayak|kajak|canoe|kanu|paddl(ers?|ing)\b|stand[- ]?up paddl|piragu|remar en kayak`
	otherWords = `football|soccer|fussball|futbol|rugby|basketball|baloncesto|handball|balonmano|volleyball|voleibol|(ice |field )?hockey|lacrosse|cricket|baseball|softball|` +
		`(table )?tennis\b|tenis\b|badminton|squash (player|club|league)|padel\b|(rock|sport|alpine|ice|wall)[- ]climb|boulder|escalada|escalador|kletter\pL*|` +
		`ski(ers?|ing)\b|ski[- ]?(marathon|rac|tour|season)|skimarathon|langlauf|esqui|snowboard|(box(er|ing)|boxen|boxeo)\b|judo|karate|taekwondo|wrestl|bjj\b|jiu|kickbox|muay|mma\b|martial arts|kampfsport|artes marciales|` +
		`danc(e|er|ing)\b|tanzen|ballet|gymnast|turnen\b|surf|golf|horse|reiten\b|skat(e|er|ing)\b|inline[- ]?skat|wheelchair (rac|rugby|basketball|tennis)|rollstuhl(rennen|basketball)`
)

// spokenApart are the sports that words name of which nothing can be planned.
var spokenApart = []struct {
	words *phrase
	sport training.Sport
}{{spoken(kayakWords), training.Kayak}, {spoken(otherWords), training.Other}}

// ownRaces are words of those of these sports that have marathons of their own; noSport is what has the name of one and is none.
var (
	ownRaces = spoken(`ski(ers?|ing)\b|ski[- ]?(marathon|rac)|skimarathon|langlauf|esqui|skat(e|er|ing)\b|inline[- ]?skat|wheelchair rac|rollstuhlrennen`)
	noSport  = strings.NewReplacer("tennis elbow", "elbow", "tennisarm", "arm", "tennisellenbogen", "ellenbogen", "codo de tenista", "codo")
)

// apartSaid is a sport that words name of which nothing can be planned, empty for none.
func apartSaid(words string) training.Sport {
	words = noSport.Replace(words)
	for _, s := range spokenApart {
		if s.words.MatchString(words) {
			return s.sport
		}
	}
	return ""
}

// onWheels are words of somebody who sits in what others walk with, on a hand-cycle or in a wheelchair.
var onWheels = spoken(`wheel ?chair|hand[- ]?(cycl|bik)|rollstuhl|rollifahrer|silla de ruedas|bicicleta de mano|paraplegi|tetraplegi|quadriplegi|querschnitt`)

// notMine are words by which a wheelchair is somebody else's.
var notMine = spoken(`(push(ing)?|push my|my (son|daughter|father|mother|wife|husband|mum|mom|dad|child|friend|partner|brother|sister)('?s)?|mein\pL* (sohn|tochter|vater|mutter|frau|mann|kind)|mi (hijo|hija|padre|madre|mujer|marido)|guide|for charity|fundrais|after|without|out of( a| the| my)?|no longer)\b`)

// OnWheels tells whether words say that the athlete uses a wheelchair or a hand-cycle: nothing that legs do is planned.
func OnWheels(words string) bool {
	plain := lexis.Plain(words)
	return onWheels.MatchString(plain) && !notMine.MatchString(plain)
}

// setApart notes a session of what no week can hold, by which the weeks are not to be measured.
func (h *History) setApart(s training.Sport, back int) {
	if back > 42 {
		return
	}
	if h.Apart == nil {
		h.Apart = map[training.Sport]int{}
	}
	h.Apart[s]++
}

// ApartMost tells whether what cannot be planned is most of what the athlete does: nothing hard stands beside it, for nobody knows how hard it is.
func (h *History) ApartMost() bool {
	n, all := 0, 0
	for _, count := range h.Apart {
		n += count
	}
	for sport, count := range h.Counts {
		if sport.Endurance() {
			all += count
		}
	}
	return n >= weekly && n >= all
}

// nothingElse tells whether all that an athlete of whom enough is known does for endurance cannot be planned, and no other sport is named: what is left is
// to lift.
func (c *Calendar) nothingElse() bool {
	if c.history == nil || len(c.history.Apart) == 0 || c.history.MainSport() != "" {
		return false
	}
	named := slices.ContainsFunc(c.goal.Sports, func(s training.Sport) bool { return s.Endurance() && !Apart(s) })
	return !named || c.goal.Format == training.SkiXC
}
