package wish

import (
	"slices"
	"strings"
)

// token is a word as it was written, in small letters, and the grammar's word that it is of.
type token struct {
	raw string
	at  int // of the reader's words
}

// tokens are the words of a clause as they were written: those that the grammar leaves out as well.
func (r *reader) tokens(c *clause) []token {
	list := make([]token, 0, c.last-c.first+4)
	for i := c.first; i < c.last; i++ {
		for _, raw := range strings.Fields(strings.ToLower(r.text[r.words[i].from:r.words[i].to])) {
			list = append(list, token{strings.ReplaceAll(raw, "’", "'"), i})
		}
	}
	return list
}

// content is a class of words that say something whatever the grammar makes of them: who is meant, whether it is so, what else it may be. A clause that has one
// is read as something only if that tells what it says.
type content struct {
	words map[string]bool
	told  func(r *reader, c *clause, said []token, i int, list Wishes) bool
}

// contents are the classes. A new one is a line here, with its words and what tells them.
var contents = []content{
	{folks, (*reader).ofOneself},
	{professions, (*reader).notDenied},
	{onlookers, func(_ *reader, _ *clause, _ []token, _ int, list Wishes) bool { return !list.hasKind(Race) }},
	{alternatives, (*reader).atTheEnd},
	{wordSet("is are was were does did has have ist sind war waren hat es son fue eran"), (*reader).noQuestionOfFact},
	{missed, (*reader).notMissed},
	{states, (*reader).notOfPlace},
	{nothings, (*reader).nothingAsked},
	{wordSet("from vom von del desde"), (*reader).notOwned},
	{flatOut, (*reader).oneSession},
	{wordSet("week weeks woche wochen semana semanas"), (*reader).noSortOfWeek},
	{without, (*reader).withoutThing},
	{begins, (*reader).notEarly},
	{wordSet("libro libramos"), func(_ *reader, _ *clause, _ []token, _ int, list Wishes) bool { // who is off work may train
		return !list.hasKind(Rest, Unavailable)
	}},
	{habits, func(_ *reader, _ *clause, _ []token, _ int, _ Wishes) bool { return false }},
	{wordSet("in a"), func(r *reader, c *clause, said []token, i int, list Wishes) bool { // "rodaje a 5:30" is a pace
		return i+1 >= len(said) || !r.words[said[i+1].at].clock || said[i].at == said[i+1].at || !slices.ContainsFunc(list, func(w Wish) bool { return w.Windowed() })
	}},
	{doubts, func(_ *reader, _ *clause, _ []token, _ int, list Wishes) bool { return !list.hasKind(Race) }},
	{homes, func(_ *reader, c *clause, _ []token, _ int, list Wishes) bool {
		return !c.is("only") || !list.hasKind(Unavailable)
	}},
	{leavings, (*reader).notLeaving},
	{departures, (*reader).notSince},
	{owns, (*reader).notOwning},
	{wordSet("working works work arbeitet trabaja"), (*reader).ownWork},
	{wordSet("hurt matter"), func(_ *reader, _ *clause, said []token, i int, _ Wishes) bool { // "would it hurt to skip the swim?"
		return i < 2 || said[i-1].raw != "it" || said[i-2].raw != "would" && said[i-2].raw != "does" && said[i-2].raw != "will"
	}},
	{unmade, func(_ *reader, _ *clause, _ []token, _ int, list Wishes) bool {
		return !list.hasKind(Race) || list.hasKind(Rest, Avoid, EasyBefore)
	}},
}

// mostTokens is of how many words a clause is at most that is one thought.
const mostTokens = 80

// covered tells whether what a clause was read as tells each of its words that say something.
func (r *reader) covered(c *clause, list Wishes) bool {
	said := r.tokens(c)
	if len(said) > mostTokens {
		return false
	}
	for i := range said {
		owner, _ := strings.CutSuffix(said[i].raw, "'s")
		for j := range contents {
			if contents[j].words[owner] && !contents[j].told(r, c, said, i, list) {
				return false
			}
		}
	}
	return true
}

// People beside whom somebody trains or lives: what one of them does is nobody's plan.
var folks = wordSet(`wife husband partner girlfriend boyfriend fiance fiancé mum mom dad mother father parents son sons daughter daughters kid kids child children brother sister cousin uncle aunt grandma grandpa friend friends buddy mate mates boss colleague
	colleagues neighbour neighbor roommate flatmate housemate dog
	frau mann partnerin freundin freund freunde mama papa mutter vater eltern sohn tochter kind kinder bruder schwester chef chefin kollege kollegin kollegen nachbar nachbarin kumpel hund onkel tante oma opa
	mujer marido esposa esposo pareja novia novio mamá papá madre padre padres hijo hija hijos hijas niño niña niños niñas hermano hermana primo prima jefe jefa compañero compañera compañeros amigo amiga amigos perro vecino vecina`)

// professions are who is spoken of and planned for by nobody.
var professions = wordSet("doctor doc gp coach trainer trainerin physio physiotherapist therapist arzt ärztin physiotherapeut physiotherapeutin médico médica medico doctora entrenador entrenadora fisio")

// Words around somebody who is spoken of: who speaks for himself, what sets somebody beside him, what makes a saying of what follows, and what is planned for somebody.
var (
	ownVoice  = wordSet("i i'm im i'd i'll i've we we're we'll let's lets us ich wir mir mich uns yo nosotros quiero quisiera puedo prefiero tengo tenemos voy vamos iré ire hago corro nado salgo acompañar acompañarla acompañarlo")
	beside    = wordSet("visiting visit seeing besuche besuchen visito visitando with for at to by of than like without and mit für fuer bei beim zu zur zum von wegen ohne und con para de por sin y")
	sayings   = wordSet("wants says said told thinks reckons recommends recommended suggests suggested asked insists sagt sagte meint rät empfiehlt will dice dijo quiere recomienda")
	meantOnes = wordSet("should must needs soll sollte muss braucht debe debería tiene necesita")
)

// ofOneself tells whether somebody who is named is not whom a clause speaks of: somebody is beside the athlete, says something of him, or is why there is no time.
func (r *reader) ofOneself(c *clause, said []token, i int, list Wishes) bool {
	if !list.hasKind(Prefer, Require, Race, Limit, More, Less, Move, Avoid, Spaced) {
		return true
	}
	if strings.HasSuffix(said[i].raw, "'s") {
		return !list.hasKind(Race) // "my wife's marathon is on Sunday", "at my sister's"
	}
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		if beside[said[j].raw] {
			return !list.hasKind(Race) || !genitive[said[j].raw] // "my wife's race"
		}
		if !determiners[said[j].raw] {
			break
		}
	}
	for j, t := range said {
		if j != i && ownVoice[t.raw] || j > i && (sayings[t.raw] || j <= i+2 && meantOnes[t.raw]) {
			return true
		}
	}
	return false
}

// genitive stand before whose something is.
var genitive = wordSet("of de von")

// notDenied tells whether somebody who treats or trains the athlete is not what a clause denies: "not the doctor this week" is of no training.
func (r *reader) notDenied(c *clause, said []token, i int, list Wishes) bool {
	if r.words[said[i].at].text != leftOut && !r.words[said[i].at].strange {
		return true // the machine
	}
	j := i - 1
	for j >= 0 && determiners[said[j].raw] {
		j--
	}
	return j < 0 || r.words[said[j].at].text != "no" || r.words[said[i].at].brk != 0
}

// onlookers say of somebody that he is at an event for another's sake.
var onlookers = wordSet("watching cheering supporting spectating volunteering volunteer marshalling marshaling helping crewing pacing spectate cheer zuschauen zuschauer anfeuern feuere helfe helfen streckenposten betreue begleite animar animando animo voluntario voluntaria ayudar ayudando")

// alternatives say what is to be where something else is not.
var alternatives = wordSet("otherwise else sonst ansonsten andernfalls")

// atTheEnd tells whether no two things stand around what sets the one in the place of the other.
func (r *reader) atTheEnd(c *clause, said []token, i int, list Wishes) bool {
	before, behind := false, false
	for j := c.first; j < c.last; j++ {
		if sportOf[r.words[j].text] != "" || sessionOf[r.words[j].text] != "" || r.words[j].text == "longrun" {
			before, behind = before || j < said[i].at, behind || j > said[i].at
		}
	}
	return !before || !behind
}

// noQuestionOfFact tells whether a clause is none that asks how something is: "is the run on Tuesday hard?" asks for no run, "is yoga on Monday ok?" may.
func (r *reader) noQuestionOfFact(c *clause, said []token, i int, list Wishes) bool {
	if i > 0 || !r.asked(c) || len(said) < 2 {
		return true
	}
	return openAsked[said[1].raw] || said[0].raw == "es" && !slices.ContainsFunc(said, func(t token) bool {
		return t.raw == "la" || t.raw == "el" || t.raw == "los" || t.raw == "las" || t.raw == "del"
	}) || fineWords[said[len(said)-1].raw] || said[len(said)-1].raw == "possible" || said[len(said)-1].raw == "möglich"
}

// openAsked stand behind a verb that asks whether something can be.
var openAsked = wordSet("it there es posible")

// missed are what somebody did or has not done.
var missed = wordSet("skipped missed ausgelassen geschwänzt geschwaenzt verpasst versäumt versaeumt geschafft gelaufen geschwommen geradelt absolviert salté corrí nadé entrené perdí hice fui monté")

// notMissed tells whether nothing but an event was read of what somebody did.
func (r *reader) notMissed(c *clause, said []token, i int, list Wishes) bool {
	return !list.hasKind(Prefer, Require, Avoid, Rest, More, Less, Move) || slices.ContainsFunc(said, func(t token) bool {
		return t.raw == "darf" || t.raw == "wird" || t.raw == "werden" || t.raw == "soll" || t.raw == "be"
	})
}

// Words of how a place or a machine is, and those that say so of what stands before them.
var (
	states   = wordSet("open free fixed repaired back available empty ready offen frei geöffnet repariert wieder fertig abierta abierto libre arreglada arreglado lista disponible")
	machines = wordSet("pool gym bike treadmill turbo trainer rower track studio schwimmbad hallenbad bad halle rad fahrrad laufband rolle bahn piscina gimnasio bici bicicleta cinta rodillo pista")
	thatIs   = wordSet("is are ist sind está esta están be gets will wird")
)

// notOfPlace tells whether a clause does not say how a place or a machine is: "the pool is open on Tuesday" asks for no swim, nor does "my bike is fixed on Thursday".
func (r *reader) notOfPlace(c *clause, said []token, i int, list Wishes) bool {
	if c.is("only", "reopens") || c.is("no") && !list.hasKind(Prefer, Require) {
		return true
	}
	place, copula := -1, -1
	for j := 0; j < i; j++ {
		if machines[said[j].raw] {
			place = j
		} else if thatIs[said[j].raw] {
			copula = j
		}
	}
	return place < 0 || copula < place || copula-place > 2
}

// nothingAsked tells whether "nothing" is not what somebody has or has planned: "I have nothing on Tuesday" may be a day to train on.
func (r *reader) nothingAsked(c *clause, said []token, i int, list Wishes) bool {
	if !list.hasKind(Rest) {
		return true
	}
	for j := max(0, i-2); j < i; j++ {
		if owns[said[j].raw] {
			return false
		}
	}
	return true
}

// owns say what somebody or some place has.
var owns = wordSet("have has got i've habe hab hat tengo tiene hay")

// notOwned tells whether "from" is no genitive: "the swim from Tuesday" is of that day, not of those from it on.
func (r *reader) notOwned(c *clause, said []token, i int, list Wishes) bool {
	if i < 2 || c.is("move", "swap", "no") || !list.hasKind(Prefer, Require) || sportOf[r.words[said[i-1].at].text] == "" && sessionOf[r.words[said[i-1].at].text] == "" {
		return true
	}
	j := i - 1
	for j > 0 && (sportOf[r.words[said[j].at].text] != "" || sessionOf[r.words[said[j].at].text] != "") {
		j--
	}
	return !definite[said[j].raw] || slices.ContainsFunc(list, func(w Wish) bool { return len(w.Dates) == 1 })
}

// definite stand before one that is known.
var definite = wordSet("the der die das den el la my")

// flatOut say how hard somebody goes, and name no session.
var flatOut = wordSet("vollgas tope fuego flat gas")

// oneSession tells whether what is to be as hard as can be is a session: of a sport, or of one day. "Ab Montag wieder Vollgas" is of how somebody trains.
func (r *reader) oneSession(c *clause, said []token, i int, list Wishes) bool {
	if len(c.things) > 0 || !list.hasKind(Prefer, Require) {
		return true
	}
	return !slices.ContainsFunc(list, func(w Wish) bool { return w.Session == Hard && len(w.Dates) != 1 })
}

// noSortOfWeek tells whether no sport stands right before a week: "make it a swim week" does not say how many swims that are, nor that there is one.
func (r *reader) noSortOfWeek(c *clause, said []token, i int, list Wishes) bool {
	if i == 0 || said[i].at == 0 || r.words[said[i].at].brk != 0 || len(c.counts)+len(c.minutes)+len(c.meters) > 0 || !list.hasKind(Prefer, Require) {
		return true
	}
	return sportOf[r.words[said[i-1].at].text] == "" || said[i-1].at == said[i].at
}

// without say that there is none of what stands behind them.
var without = wordSet("without ohne sin")

// withoutThing tells whether what somebody is to be without is something that can be left out of a plan: "ohne Uhr laufen" is of a run.
func (r *reader) withoutThing(c *clause, said []token, i int, list Wishes) bool {
	if !list.hasKind(Avoid) || r.words[said[i].at].text != "no" {
		return true
	}
	j := i + 1
	for j < len(said) && determiners[said[j].raw] {
		j++
	}
	return j >= len(said) || r.words[said[j].at].text != "oclock"
}

// begins are what an early or a late one of is no time to train by itself.
var begins = wordSet("start starts finish night nights flight train shift meeting bus")

// notEarly tells whether a time of day is not that of an early start: "early start on Wednesday" leaves open of what.
func (r *reader) notEarly(c *clause, said []token, i int, list Wishes) bool {
	return i == 0 || said[i-1].raw != "early" && said[i-1].raw != "late" || c.is("no", "hate", "rest", "notbefore") || !list.hasKind(Unavailable)
}

// habits say how it is as a rule, and not how it is to be.
var habits = wordSet("normally usually normalerweise gewöhnlich normalmente habitualmente früher")

// doubts say that somebody has not made up his mind about an event.
var doubts = wordSet("thinking considering debating überlege ueberlege überlegen pensando planteando dudando")

// homes say that somebody is to train where he lives, which is no other day's matter.
var homes = wordSet("home hause daheim zuhause casa")

// leavings say that something ends.
var leavings = wordSet("salgo salimos finish finishing leave leaving feierabend termino acabo")

// notLeaving tells whether an hour is not the one at which somebody is done: "salgo de trabajar a las 18" leaves time from then on.
func (r *reader) notLeaving(c *clause, said []token, i int, list Wishes) bool {
	return !c.is("occupied") || !c.is("attime") || !slices.ContainsFunc(list, func(w Wish) bool { return w.Kind == Unavailable && w.From > midnight })
}

// departures say that somebody goes somewhere, and of holidays nobody says that they have one day.
var (
	departures = wordSet("vacaciones urlaub holiday holidays vacation")
	goings     = wordSet("voy vamos leave leaving go going start starts beginnt empiezan empiezo")
)

// notSince tells whether a day is not the one on which somebody goes on holiday, of which the last is not told.
func (r *reader) notSince(c *clause, said []token, i int, list Wishes) bool {
	return len(list) != 1 || list[0].Kind != Unavailable || len(list[0].Dates) != 1 || !slices.ContainsFunc(said, func(t token) bool { return goings[t.raw] })
}

// notOwning tells whether nothing that somebody is said to have was read as what is to be done with it: "ab Donnerstag hab ich wieder ein Rad".
func (r *reader) notOwning(c *clause, said []token, i int, list Wishes) bool {
	if !list.hasKind(Prefer, Require) {
		return true
	}
	for j := i + 1; j < len(said); j++ {
		if w := &r.words[said[j].at]; machines[said[j].raw] && sportOf[w.text] != "" && (j == len(said)-1 || said[j+1].at != said[j].at && sportOf[r.words[said[j+1].at].text] == "") && (j == 0 || said[j-1].at != said[j].at) {
			return len(c.minutes)+len(c.meters)+len(c.sessions) > 0 || c.is("want", "must")
		}
	}
	return true
}

// ownWork tells whether the nights that are worked are the athlete's own.
func (r *reader) ownWork(c *clause, said []token, i int, list Wishes) bool {
	if !c.is("nightshift") || !list.hasKind(Unavailable) {
		return true
	}
	return !slices.ContainsFunc(said[:i], func(t token) bool { return folks[t.raw] })
}

// unmade say of an event that it is not to be.
var unmade = wordSet("didn't didnt won't wont can't cant couldn't couldnt not nicht cancelled canceled abgesagt cancelada cancelado")
