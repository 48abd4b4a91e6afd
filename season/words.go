package season

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"fortnight/lexis"
	"fortnight/training"
)

// maxWords is how many bytes of a goal are read: those of 500 characters.
const maxWords = 2000

// meaning is what words stand for, in English, German and Spanish. Of meanings that fit, the first counts.
type meaning struct {
	words *phrase
	kind  training.GoalKind
}

// Words that patterns share.
const (
	runWords  = `run(s|ner|ning)?\b|jog|lauf|lief|corr(er|o|iendo)\b|carreras?\b`
	rideWords = `rid(e|er|es|ing)\b|cycl|bik(e|es|ing)\b|rad(fahr|sport|eln|fahren)?\b|fahrrad|rennrad|cicl|bici|pedal|turbo trainer|peloton|hand[- ]?(cycl|bik)`
	swimWords = `swim|swam|schwimm|nad(ar|o|ando)\b|natacion|freestyle|front crawl|kraulen`
	rowWords  = `row(s|er|ing)?\b|erg\b|ruder|rem(o|ar|ando)\b|concept ?2`
	liftWords = `lift(s|ing)?\b|strength|weights\b|weight training|gym\b|kraft\pL*|hantel|gewichte|pesas|fuerza|musculacion|fitnessstudio`
	walkWords = `walk|spazier|wander|gehen\b|hik(e|es|ing)\b|camin|senderis|excursion`
)

// wayBack are a return and what it is from; one without the other is none: "back squat" and "after work" are no illness.
var (
	wayBack   = spoken(`back\b|return|coming off|come off|recover|after|since|zuruck|wieder|nach\b|seit|volver|vuelta|tras\b|despues|regres|retomar|rebuild|recupera|rehab|reha\b`)
	wayFrom   = spoken(`bab(y|ies)|birth|pregnan|c-section|flu\b|covid|corona\b|fever|illness|fractur|broken|surgery|operation|injur|torn|geburt|schwanger|kaiserschnitt|grippe|fieber|krank|bruch|gebrochen|verletz|parto|embaraz|cesarea|gripe|fiebre|enferm|lesion|cirug|operaci|operad|acl\b|reconstruct|rupture|kreuzband|post-?(partum|natal|op\b)|postparto|meniscus|meniskus|menisco`)
	backAgain = spoken(`(post-?(partum|natal|parto)|rehab|reha\b)`)
	childBorn = spoken(`(after|since) (having )?(my |our |a |the )?(first |second |third |last )?(child|kid|son|daughter|twins)\b( (was|were) born)?\s*([.,;!]|$|was|were)|nach (dem|der|meinem) (ersten |zweiten |dritten )?kind\b|despues de(l| mi| tener)( mi)?( primer| segundo| tercer)? hij`)
	longPause = spoken(`(long|big|lengthy|extended|two|few|several|\d+|many|some)[ -]?(years?|months?)?[ -]?(break|layoff|lay-off|pause|off\b|away|without (training|sport|running|exercise))|(years|months) (off|away|out)\b|after (years|months)\b|lange[rn]? pause|(jahren?|monaten?) pause|sportpause|trainingspause|(larga pausa|mucho tiempo sin|(anos|meses) (sin|parado))`)
	firstFive = spoken(`couch (to|2) 5 ?k|c25k`)
)

const everyWeek = `(?:a|per|each|every|pro|in der|die|a la|por) ?(?:week|woche|semana)`

// How much a week has, by goals that say it; of work nobody trains that much.
var (
	weeklyHours    = spoken(`(\d{1,2}(?:[.,]\d)?) ?(?:hours?|hrs?|h|stunden?|std|horas?) ?(?:of (?:training|sport|exercise) |training |sport )?` + everyWeek)
	weeklySessions = spoken(`(\d{1,2}) ?(?:times|x|sessions?|workouts?|trainings?|days?|mal|einheiten|tage|veces|sesiones|dias|entrenos) ?` + everyWeek)
	atWork         = spoken(`work(s|ing)?\b|job\b|office|arbeit|trabaj`)
)

// Most that a goal's words have of a week.
const (
	mostSaidHours    = 25
	mostSaidSessions = 14
)

// amounts reads how many hours and sessions a week is to have.
func (g *Goal) amounts(words string) {
	words = digits(words)
	if atWork.MatchString(words) {
		return
	}
	if m := weeklyHours.FindStringSubmatch(words); m != nil {
		if h := number(strings.Replace(m[1], ",", ".", 1)); h >= 1 && h <= mostSaidHours {
			g.HoursPerWeek = h
		}
	}
	if m := weeklySessions.FindStringSubmatch(words); m != nil {
		if n := int(number(m[1])); n >= 1 && n <= mostSaidSessions {
			g.SessionsPerWeek = n
		}
	}
}

var meanings = []meaning{
	{words: spoken(`ftp\b|w ?/ ?kg\b|watts? per kilo|functional threshold|threshold (power|pace|test)|(raise|lift|improve|increase|higher|better) (my )?(threshold|css\b|vo2)|schwellen(leistung|tempo|wert)|umbral|vo2 ?max|critical (power|swim speed)`), kind: training.GoalTest},
	{words: spoken(`(los(e|ing)|drop(ping)?|shed|cut|losing|take off|get rid of) (\S+ ){0,3}(weight|fat\b|belly|tummy|kgs?\b|kilos?\b|kilograms?|pounds?\b|lbs?\b|stones?\b|inches)|(get |come |be )?(down|back|under|below) to \d{2,3} ?(kg|kilos?|pounds?|lbs?)|weigh (less|under|below|\d)|unter \d{2,3} ?(kg|kilo) (wiegen|kommen)|pesar (menos|\d)|\d+ ?(kg|kilos?|pounds?|lbs?|stone) (lighter|less|down|off\b)|weight loss|fat loss|overweight|burn(ing)? (some |more )?(fat|calories)|slim|lean(er)?\b|body ?fat|abnehm|abzunehmen|(gewicht|fett|kilos?) (verlieren|reduzieren|loswerden|weniger)|(gewicht|speck) runter|schlank|ubergewicht|(perder|bajar|adelgazar|quitarme?)( de)?( \S+){0,2} (peso|kilos?|kg|grasa|barriga)|adelgazar|quemar grasa`), kind: training.GoalWeight},
	{words: spoken(`(add|start|begin|take up|get into|learn|pick up|try|introduce)( to| how to| some| a bit of| a little| with| with some|ing)* (` + sportsWords + `)|(mit|das) (dem )?(laufen|joggen|radfahren|schwimmen|rudern|krafttraining) (anfangen|beginnen|lernen|starten)|(laufen|joggen|radfahren|schwimmen|kraulen|rudern|krafttraining) (anfangen|beginnen|lernen)|(schwimmen|kraulen) zu lernen|(empezar|comenzar|aprender) (a|con) (correr|nadar|remar|pesas|montar|ir en bici)|anadir (la )?(carrera|natacion|bici|fuerza)|also (` + sportsWords + `)`), kind: training.GoalAddSport},
	{words: spoken(`(bigger|larger|broader|wider|thicker) (arms|legs|chest|shoulders|glutes|back)|muscle|hypertroph|muskel|grossere|musculo|masa muscular|hipertrofia|(get|be|grow|become) (bigger|big|massive|huge|jacked|ripped|shredded)|bulk|(gain|put on) (some )?(mass|size|weight)|six ?pack|sixpack|ton(e|ed|ing)\b|definition\b|defined|definir|beach body|bodybuild`), kind: training.GoalMuscle},
	{words: spoken(`(bigger|heavier|better) (bench|(back |front )?squat|deadlift)|1 ?rm\b|stronger|strong (legs|arms|core|back|glutes|shoulders)|(stay|get|be|become|keep|grow) strong\b|strength|powerful\b|explosive|jump higher|starker|staerker|kraftig|stark (werden|bleiben|sein)|fuerte|fuerza|kraft\b|schnellkraft|explosiv|maximalkraft|potencia`), kind: training.GoalStrength},
	{words: spoken(`maintain|(keep|hold|preserve)( up)?( my| the)? (fitness|form|shape|level|condition|base)|stay (fit|in shape)|(not|dont|never|without) los(e|ing) (my |any )?(fitness|form|shape)|keep what i|(fitness|form|niveau)\b.{0,24}\b(halten|erhalten|bewahren)|fit bleiben|mantener|conservar la forma`), kind: training.GoalMaintain},
	{words: spoken(`fit\b|fitter|fitness|health|in shape|get moving|(be|stay|get|more) (more )?activ|(move|exercise) more|keep moving|(blood )?(pressure|sugar)|cholesterol|diabet|stress|sleep|energ|tired|feel (good|better|well)|look (good|better)|exercis|injury[- ]free|ohne verletzung|sin lesion|steps\b|schritte|pasos\b|well-?being|kids\b|grandk|grandchild|longevity|live longer|mobility|flexib|endurance|stamina|fun\b|back pain|posture|ageing|aging|old age|gesund|ausdauer|bewegen|aktiv|blutdruck|schlaf|wohlfuhl|beweglich|ruckenschmerz|enkel|(ponerme|estar|volver a estar|mantenerme) en forma|salud|activo|moverme|resistencia|condicion|tension|dormir|bienestar|nietos`), kind: training.GoalHealth},
	{words: spoken(`(get |be |become |grow )?(a )?(faster|quicker|speedier|better|fitter|speed|fast)\b|(improve|increase|boost|work on|up) (my )?|more power|climb|mehr (leistung|power)|mas potencia|schneller|besser|verbesser|steiger|tempo\b|mas rapido|mejor|rapid|velocidad|subir`), kind: training.GoalTest},
	{words: spoken(`(times|x|mal|veces|sessions?|days?|hours?|km|kilomet\pL*|miles|tage|stunden) ?(` + everyWeek + `)|(regular|regelmassig)`), kind: training.GoalHealth}, // how much, where nothing says what for
}

// sportsWords are all sports that somebody can begin with.
const sportsWords = runWords + `|` + rideWords + `|` + swimWords + `|` + rowWords + `|` + liftWords

// regions are body parts as people name them.
var regions = []struct {
	words *phrase
	parts []training.MuscleGroup
}{
	{spoken(`leg|thigh|glute|bein|piern`), []training.MuscleGroup{training.Legs}},
	{spoken(`arm|brazo|bicep|tricep`), []training.MuscleGroup{training.Push, training.Pull}},
	{spoken(`chest|shoulder|brust|schulter|pecho|hombro`), []training.MuscleGroup{training.Push}},
	{spoken(`back\b|lats|rucken|espalda`), []training.MuscleGroup{training.Pull}},
	{spoken(`core|abs\b|six ?pack|trunk|rumpf|bauch|abdom`), []training.MuscleGroup{training.Core}},
}

// lifts are those that people have a goal for, the longer names before the shorter ones that they hold.
var lifts = []struct {
	words *phrase
	id    training.ExerciseID
}{
	{spoken(`romanian deadlifts?|rdls?\b|rumanisch\pL* kreuzheben|peso muerto rumano`), "romanian-deadlift"},
	{spoken(`bench( press(es)?)?|bankdrucken|bankdr|(press (de )?)?banca`), "bench-press"},
	{spoken(`front squats?|frontkniebeugen?|sentadillas? frontal(es)?`), "front-squat"},
	{spoken(`(back )?squats?|kniebeugen?|sentadillas?`), "back-squat"},
	{spoken(`deadlifts?|kreuzheben|peso muerto`), "deadlift"},
	{spoken(`overhead press(es)?|ohp\b|military press|schulterdrucken|press militar`), "overhead-press"},
	{spoken(`(barbell|bent[- ]?over) rows?\b|langhantelrudern|remo con barra`), "barbell-row"},
	{spoken(`(pull|chin)[- ]?ups?\b|klimmz(ug|uge)|dominadas?`), "pull-up"},
	{spoken(`hip thrusts?`), "hip-thrust"},
}

// spokenSports are sports by their words.
var spokenSports = []struct {
	words *phrase
	sport training.Sport
}{
	{spoken(runWords), training.Run}, {spoken(rideWords), training.Ride}, {spoken(swimWords), training.Swim}, {spoken(rowWords), training.Row},
	{spoken(liftWords), training.Strength}, {spoken(walkWords), training.Walk},
}

var (
	// fromTo is where somebody stands now: "from 5k to 10k".
	fromTo    = regexp.MustCompile(`\b(?:from|von|desde|de) (?:a |an |eine?[mnr]? |un |una )?\S+ (?:up )?(?:to|auf|zum?|a|hasta) `)
	halfHours = strings.NewReplacer("half an hour", "30 min", "half-hour", "30 min", "einer halben stunde", "30 min", "halben stunde", "30 min", "media hora", "30 min")
	kilograms = spoken(`(\d{2,3}(?:[.,]\d)?) ?(kg|kilo|lb|pound)`)
	watts     = spoken(`(\d{2,3}) ?(?:w|watts?)\b([^/]|$)`)
	ofFTP     = spoken(`ftp\b\D{0,12}?(\d{3})\b|(\d{3}) ?ftp\b`)
	onABike   = spoken(`ftp\b|w ?/ ?kg|watts?\b`)
	finishing = spoken(`finish|complete|first|survive|(cross|reach) the (line|finish)|without (stopping|walking|a break)|all the way|ankommen|schaffen|uberleben|ohne (pause|gehpause)|erst(er|e|en|es)\b|durchkommen|terminar|acabar|completar|primer|sin (parar|caminar)`)
)

const poundsPerKilogram = 2.20462

// FromWords is the goal that somebody says: by tables of words in English, German and Spanish. A way back from illness, injury or birth
// comes before all other meanings. Where nothing is understood it is health in the sports that the athlete does, and says so.
func FromWords(words string, does []training.Sport) Goal {
	if len(words) > maxWords {
		words = strings.ToValidUTF8(words[:maxWords], "")
	}
	plain := halfHours.Replace(lexis.Plain(words))
	if strings.ContainsAny(plain, "0123456789") {
		plain = fromTo.ReplaceAllString(plain, "")
	}
	named, rest := liftsSaid(plain)
	g := Goal{Words: words, Sports: sportsSaid(rest), Lifts: named, Apart: apartSaid(rest)}
	if len(named) > 0 {
		g.ExerciseID = named[0]
	}
	switch {
	case wayBack.MatchString(plain) && wayFrom.MatchString(plain), childBorn.MatchString(plain), backAgain.MatchString(plain):
		g.Kind, g.BeforeOtherGoals = training.GoalReturn, true
	case firstFive.MatchString(plain):
		g.Kind, g.Format, g.DistanceMeters = training.GoalFinish, training.Run5K, 5000
	case g.weight(plain), g.race(rest, does), g.power(plain), g.meant(plain, rest, does):
	case len(named) > 0: // who names a lift and nothing else wants to lift more of it
		g.Kind, g.Format, g.Sports = training.GoalStrength, training.Lift1RM, []training.Sport{training.Strength}
	default:
		g.Kind, g.NotUnderstood = training.GoalHealth, strings.TrimSpace(words) != ""
	}
	if g.Apart == "" { // else they are those of the sport that cannot be planned
		g.amounts(plain)
	}
	if len(g.Sports) == 0 && (g.Kind == training.GoalHealth || g.Kind == training.GoalWeight || g.Kind == training.GoalMaintain || g.Kind == training.GoalReturn) {
		g.Sports = slices.Clone(does)
	}
	return g
}

// sportsSaid are the sports that words name, in their order.
func sportsSaid(words string) (sports []training.Sport) {
	at := map[training.Sport]int{}
	for _, s := range spokenSports {
		if m := s.words.FindStringIndex(words); m != nil {
			sports, at[s.sport] = append(sports, s.sport), m[0]
		}
	}
	slices.SortStableFunc(sports, func(a, b training.Sport) int { return at[a] - at[b] })
	return sports
}

// weight reads a weight to lift: "100 kg bench".
func (g *Goal) weight(words string) bool {
	m := kilograms.FindStringSubmatch(words)
	if m == nil || len(g.Lifts) == 0 {
		return false
	}
	kg, _ := strconv.ParseFloat(strings.Replace(m[1], ",", ".", 1), 64) // digits alone
	if unit := m[2]; unit == "lb" || unit == "pound" {
		kg /= poundsPerKilogram
	}
	g.Kind, g.Format, g.TargetKilograms, g.Sports = training.GoalStrength, training.Lift1RM, kg, []training.Sport{training.Strength}
	return true
}

// liftsSaid are the lifts that somebody names, in the order of the words, and what is left of the words without them: a back squat is nothing for the
// back.
func liftsSaid(words string) (ids []training.ExerciseID, rest string) {
	at := map[training.ExerciseID]int{}
	for _, l := range lifts {
		for {
			m := l.words.FindStringIndex(words)
			if m == nil {
				break
			}
			if _, known := at[l.id]; !known {
				at[l.id] = m[0]
				ids = append(ids, l.id)
			}
			words = words[:m[0]] + strings.Repeat(" ", m[1]-m[0]) + words[m[1]:]
		}
	}
	slices.SortStableFunc(ids, func(a, b training.ExerciseID) int { return at[a] - at[b] })
	return ids, words
}

// race reads an event and the time for it: "sub 4 marathon", "10k in 50". One of a sport that cannot be planned is none, however it is called: a
// marathon is paddled too.
func (g *Goal) race(words string, does []training.Sport) bool {
	f, meters := eventOf(words, g.Sports, does)
	if f != "" && g.Apart == training.Other && !ownRaces.MatchString(words) { // a race, and a team beside it
		g.Apart = ""
	}
	if f == "" || g.Apart != "" && f != training.SkiXC && !slices.ContainsFunc(g.Sports, func(s training.Sport) bool { return !contradicts(s, f) }) {
		return false
	}
	g.Kind, g.Format, g.DistanceMeters, g.Sports = training.GoalRace, f, meters, sportsOf(f)
	if meters == 0 {
		g.DistanceMeters = usualMeters(f)
	}
	if seconds := saidTime(words, f, g.DistanceMeters); seconds > 0 {
		g.Kind, g.TargetSeconds = training.GoalTime, seconds
	} else if finishing.MatchString(words) {
		g.Kind = training.GoalFinish
	}
	return true
}

// eventOf is the event of a goal's words that name some sports, by an athlete who does some: of a length alone, in the first sport that is named, else run
// where it is one of the distances of runners, else in the first that is done.
func eventOf(words string, named, does []training.Sport) (training.EventFormat, float64) {
	if f, meters := saidEvent(words, "", 0); f != "" && (len(named) == 0 || !slices.ContainsFunc(named, training.Sport.Endurance) ||
		slices.ContainsFunc(named, func(s training.Sport) bool { return !contradicts(s, f) })) {
		return f, meters
	}
	for _, sport := range named {
		if f, meters := saidEvent(words, sport, 0); f != "" {
			return f, meters
		}
	}
	meters := saidMeters(words)
	if len(named) > 0 || meters == 0 {
		return "", meters
	}
	for _, usual := range []float64{5000, 10_000, 15_000, metersInMile, 10 * metersInMile} {
		if meters > usual-200 && meters < usual+200 {
			return saidEvent(words, training.Run, 0)
		}
	}
	if i := slices.IndexFunc(does, training.Sport.Endurance); i >= 0 {
		return saidEvent(words, does[i], 0)
	}
	return "", meters
}

func number(digits string) float64 {
	n, _ := strconv.ParseFloat(digits, 64) // digits or nothing
	return n
}

// power reads watts: a test is what shows them.
func (g *Goal) power(words string) bool {
	if m := watts.FindStringSubmatch(words); m != nil {
		g.TargetWatts = int(number(m[1]))
	} else if m := ofFTP.FindStringSubmatch(words); m != nil {
		g.TargetWatts = int(number(m[1] + m[2]))
	} else {
		return false
	}
	g.Kind = training.GoalTest
	if len(g.Sports) == 0 {
		g.Sports = []training.Sport{training.Ride}
	}
	return true
}

// meant reads what the words mean, and of the parts of the body from what they say beside the lifts that they name.
func (g *Goal) meant(words, rest string, does []training.Sport) bool {
	for _, m := range meanings {
		text := words
		if m.kind == training.GoalMuscle {
			text = rest // a bigger back squat is no bigger back
		}
		at := m.words.FindStringIndex(text)
		if at == nil {
			continue
		}
		g.Kind = m.kind
		switch m.kind {
		case training.GoalStrength, training.GoalMuscle:
			g.Sports = []training.Sport{training.Strength}
			if len(g.Lifts) > 0 {
				g.Format = training.Lift1RM
			}
			for _, r := range regions {
				if r.words.MatchString(rest) {
					g.BodyParts = append(g.BodyParts, r.parts...)
				}
			}
		case training.GoalTest:
			if len(g.Sports) == 0 && onABike.MatchString(words) {
				g.Sports = []training.Sport{training.Ride}
			}
			if len(g.Sports) == 0 {
				g.Sports = slices.Clone(does)
			}
		case training.GoalAddSport: // the sport that follows the verb
			g.Sports = sportsSaid(words[at[0]:])
			g.Sports = g.Sports[:min(1, len(g.Sports))]
		}
		return true
	}
	if longPause.MatchString(words) && wayBack.MatchString(words) { // nobody was ill: the weeks before say how gently it begins
		g.Kind = training.GoalHealth
		return true
	}
	return false
}
