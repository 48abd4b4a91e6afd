package season

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"fortnight/training"
)

// maxWords is how many bytes of a goal are read: those of 500 characters.
const maxWords = 2000

// meaning is what words stand for, in English, German and Spanish. Of meanings that fit, the first counts.
type meaning struct {
	words *regexp.Regexp
	kind  training.GoalKind
}

func spoken(pattern string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)(^|[^\pL])(` + pattern + `)`)
}

// wayBack are a return and what it is from; one without the other is none: "back squat" and "after work" are no illness.
var (
	wayBack   = spoken(`back|return|coming off|recover|after|since|zurück|wieder|nach|seit|volver|vuelta|tras|después|despues`)
	wayFrom   = spoken(`bab(y|ies)|birth|pregnan|c-section|flu\b|covid|corona\b|fever|illness|fractur|broken|surgery|operation|injur|torn|geburt|schwanger|kaiserschnitt|grippe|fieber|krank|bruch|gebrochen|verletz|parto|embaraz|cesárea|gripe|fiebre|enferm|lesi[oó]n|cirug`)
	firstFive = spoken(`couch (to|2) 5 ?k|c25k`)
)

var meanings = []meaning{
	{words: spoken(`ftp\b|functional threshold|threshold (power|pace|test)|(raise|lift|improve|increase|higher|better) (my )?(threshold|css\b|vo2)|schwellen(leistung|tempo|wert)|umbral|vo2 ?max`), kind: training.GoalTest},
	{words: spoken(`lose (some )?weight|weight loss|abnehmen|abzunehmen|(perder|bajar)( de)? peso|adelgazar`), kind: training.GoalWeight},
	{words: spoken(`(bigger|heavier|better) (bench|(back |front )?squat|deadlift)|1 ?rm\b|stronger|strong (legs|arms|core)|(stay|get|be|become|keep|grow) strong\b|strength|stärker|staerker|kräftig|stark (werden|bleiben|sein)|fuerte|fuerza|kraft\b`), kind: training.GoalStrength},
	{words: spoken(`(bigger|larger) (arms|legs|chest|shoulders)|muscle|hypertroph|muskel|größere|m[uú]sculo|hipertrofia`), kind: training.GoalMuscle},
	{words: spoken(`(add|start|begin|take up|get into|learn) (to )?(run|jog|rid|cycl|swim|row|lift)|(mit|das) (dem )?(laufen|radfahren|schwimmen|rudern) (anfangen|beginnen|lernen)|empezar a (correr|nadar|remar)`), kind: training.GoalAddSport},
	{words: spoken(`maintain|stay (fit|in shape)|fitness halten|form halten|mantener`), kind: training.GoalMaintain},
	{words: spoken(`fit\b|fitter|fitness|health|fit(ter)? werden|gesund|(ponerme|estar) en forma|salud`), kind: training.GoalHealth},
}

// regions are body parts as people name them.
var regions = []struct {
	words *regexp.Regexp
	parts []training.MuscleGroup
}{
	{spoken(`leg|thigh|glute|bein|piern`), []training.MuscleGroup{training.Legs}},
	{spoken(`arm|brazo|bicep|tricep`), []training.MuscleGroup{training.Push, training.Pull}},
	{spoken(`chest|shoulder|brust|schulter|pecho|hombro`), []training.MuscleGroup{training.Push}},
	{spoken(`back\b|lats|rücken|espalda`), []training.MuscleGroup{training.Pull}},
	{spoken(`core|abs\b|trunk|rumpf|bauch|abdom`), []training.MuscleGroup{training.Core}},
}

// lifts are those that people have a goal for, the longer names before the shorter ones that they hold.
var lifts = []struct {
	words *regexp.Regexp
	id    training.ExerciseID
}{
	{spoken(`romanian deadlifts?|rdls?\b|rumänisch\pL* kreuzheben|peso muerto rumano`), "romanian-deadlift"},
	{spoken(`bench( press(es)?)?|bankdrücken|bankdr|(press (de )?)?banca`), "bench-press"},
	{spoken(`front squats?|frontkniebeugen?|sentadillas? frontal(es)?`), "front-squat"},
	{spoken(`(back )?squats?|kniebeugen?|sentadillas?`), "back-squat"},
	{spoken(`deadlifts?|kreuzheben|peso muerto`), "deadlift"},
	{spoken(`overhead press(es)?|ohp\b|military press|schulterdrücken|press militar`), "overhead-press"},
	{spoken(`(barbell|bent[- ]?over) rows?\b|langhantelrudern|remo con barra`), "barbell-row"},
	{spoken(`pull[- ]?ups?\b|klimmz(ug|üge)|dominadas?`), "pull-up"},
	{spoken(`hip thrusts?`), "hip-thrust"},
}

// spokenSports are sports by their words.
var spokenSports = []struct {
	words *regexp.Regexp
	sport training.Sport
}{
	{spoken(`run|jog|laufen|läuf|corr`), training.Run}, {spoken(`rid(e|ing)|cycl|bike|biking|rad|cicl|bici`), training.Ride},
	{spoken(`swim|schwimm|nad(ar|o)|nataci`), training.Swim}, {spoken(`row|rower|erg\b|ruder|rem(o|ar)`), training.Row},
	{spoken(`lift|strength|kraft|pesas`), training.Strength}, {spoken(`walk|spazier|wander|camin`), training.Walk},
}

// spokenFormats are events by their words, the longer names before the shorter ones that they hold.
var spokenFormats = []struct {
	words  *regexp.Regexp
	format training.EventFormat
}{
	{spoken(`hyrox`), training.Hyrox},
	{spoken(`(half|halb)[- ]?ironman|(ironman )?70\.3|mitteldistanz|media distancia`), training.TriHalf},
	{spoken(`ironman|langdistanz|full distance tri`), training.TriFull},
	{spoken(`sprint ?(tri|distanz)|triatl[oó]n sprint`), training.TriSprint},
	{spoken(`olympic|olympische distanz|triathlon|triatl[oó]n`), training.TriOlympic},
	{spoken(`duathlon|duatl[oó]n`), training.Duathlon},
	{spoken(`(2 ?k|2000 ?m)( (row|erg|ruder|remo|on the (erg|rower)))|(row|erg|ruder\pL*|remo)( a| an| eine?n?)? (2 ?k|2000 ?m)`), training.Row2K},
	{spoken(`(5 ?k|5000 ?m) (row|erg|ruder|remo)`), training.Row5K},
	{spoken(`ultra`), training.RunUltra},
	{spoken(`gran fondo|fondo|radmarathon|sportive`), training.RideFondo},
	{spoken(`century|100 miles`), training.RideCentury},
	{spoken(`time trial|zeitfahren|contrarreloj`), training.RideTT},
	{spoken(`criterium|crit\b|kriterium|criterio\b`), training.RideCrit},
	{spoken(`half[- ]?marathon|halbmarathon|(media|medio) marat[oó]n|half\b|21 ?km?\b`), training.RunHalf},
	{spoken(`marathon|marat[oó]n|42 ?km?\b`), training.RunMarathon},
	{spoken(`10 ?km?\b|10,?000 ?m\b`), training.Run10K},
	{spoken(`5 ?km?\b|5,?000 ?m\b|parkrun`), training.Run5K},
}

// minutes that an event of a format takes people, from the fastest to the slowest: they tell hours from minutes.
var takes = map[training.EventFormat][2]float64{
	training.Run5K: {13, 70}, training.Run10K: {27, 130}, training.RunHalf: {60, 260}, training.RunMarathon: {120, 480}, training.RunUltra: {180, 2400}, training.RideTT: {15, 120},
	training.RideFondo: {120, 900}, training.RideCentury: {210, 900}, training.TriSprint: {50, 150}, training.TriOlympic: {110, 270}, training.TriHalf: {220, 510}, training.TriFull: {460, 1020},
	training.Duathlon: {60, 400}, training.Row2K: {5.5, 13}, training.Row5K: {15, 35}, training.Hyrox: {50, 180},
}

var (
	target    = spoken(`(?:sub|under|below|in|unter|menos de|en|bajo)[- ]?(\d{1,4})(?:[:h.](\d{2}))?(?:[:m.](\d{2}))?\b`)
	kilograms = spoken(`(\d{2,3}(?:[.,]\d)?) ?(kg|kilo|lb|pound)`)
	watts     = spoken(`(\d{2,3}) ?(?:w|watts?)\b`)
	ftp       = spoken(`ftp\b`)
	finishing = spoken(`finish|complete|first|survive|ankommen|schaffen|erst(er|e|en)\b|durchkommen|terminar|acabar|primer`)
)

const poundsPerKilogram = 2.20462

// FromWords is the goal that somebody says: by tables of words in English, German and Spanish. A way back from illness, injury or birth
// comes before all other meanings. Where nothing is understood it is health in the sports that the athlete does, and says so.
func FromWords(words string, does []training.Sport) Goal {
	if len(words) > maxWords {
		words = words[:maxWords]
	}
	named, rest := liftsSaid(words)
	g := Goal{Words: words, Sports: sportsSaid(rest), Lifts: named}
	if len(named) > 0 {
		g.ExerciseID = named[0]
	}
	switch {
	case wayBack.MatchString(words) && wayFrom.MatchString(words):
		g.Kind, g.BeforeOtherGoals = training.GoalReturn, true
	case firstFive.MatchString(words):
		g.Kind, g.Format, g.DistanceMeters = training.GoalFinish, training.Run5K, 5000
	case g.weight(words), g.race(words), g.power(words), g.meant(words, rest):
	case len(named) > 0: // who names a lift and nothing else wants to lift more of it
		g.Kind, g.Format, g.Sports = training.GoalStrength, training.Lift1RM, []training.Sport{training.Strength}
	default:
		g.Kind, g.NotUnderstood = training.GoalHealth, strings.TrimSpace(words) != ""
	}
	if len(g.Sports) == 0 && (g.Kind == training.GoalHealth || g.Kind == training.GoalWeight || g.Kind == training.GoalMaintain || g.Kind == training.GoalReturn) {
		g.Sports = slices.Clone(does)
	}
	return g
}

func sportsSaid(words string) (sports []training.Sport) {
	for _, s := range spokenSports {
		if s.words.MatchString(words) {
			sports = append(sports, s.sport)
		}
	}
	return sports
}

// weight reads a weight to lift: "100 kg bench".
func (g *Goal) weight(words string) bool {
	m := kilograms.FindStringSubmatch(words)
	if m == nil || len(g.Lifts) == 0 {
		return false
	}
	kg, _ := strconv.ParseFloat(strings.Replace(m[3], ",", ".", 1), 64) // digits alone
	if unit := strings.ToLower(m[4]); unit == "lb" || unit == "pound" {
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

// race reads an event and the time for it: "sub 4 marathon", "10k in 50".
func (g *Goal) race(words string) bool {
	for _, f := range spokenFormats {
		if !f.words.MatchString(words) {
			continue
		}
		g.Kind, g.Format, g.DistanceMeters = training.GoalRace, f.format, usualMeters(f.format)
		if seconds := timeSaid(words, f.format); seconds > 0 {
			g.Kind, g.TargetSeconds = training.GoalTime, seconds
		} else if finishing.MatchString(words) {
			g.Kind = training.GoalFinish
		}
		g.Sports = sportsOf(f.format)
		return true
	}
	return false
}

// timeSaid is the time that is wished for an event, in seconds, 0 for none that anybody has run it in.
func timeSaid(words string, f training.EventFormat) int {
	for _, m := range target.FindAllStringSubmatch(words, -1) {
		a, b, c := number(m[3]), number(m[4]), number(m[5])
		span := takes[f]
		for _, minutes := range []float64{a*60 + b + c/60, a + b/60} { // hours first, then minutes
			if minutes >= span[0] && minutes <= span[1] {
				return int(minutes*60 + .5)
			}
		}
	}
	return 0
}

func number(digits string) float64 {
	n, _ := strconv.ParseFloat(digits, 64) // digits or nothing
	return n
}

// power reads watts: a test is what shows them.
func (g *Goal) power(words string) bool {
	m := watts.FindStringSubmatch(words)
	if m == nil {
		return false
	}
	g.Kind, g.TargetWatts = training.GoalTest, int(number(m[3]))
	if len(g.Sports) == 0 {
		g.Sports = []training.Sport{training.Ride}
	}
	return true
}

// meant reads what the words mean, and of the parts of the body from what they say beside the lifts that they name.
func (g *Goal) meant(words, rest string) bool {
	for _, m := range meanings {
		if !m.words.MatchString(words) {
			continue
		}
		g.Kind = m.kind
		if m.kind == training.GoalStrength || m.kind == training.GoalMuscle {
			g.Sports = []training.Sport{training.Strength}
			if len(g.Lifts) > 0 {
				g.Format = training.Lift1RM
			}
			for _, r := range regions {
				if r.words.MatchString(rest) {
					g.BodyParts = append(g.BodyParts, r.parts...)
				}
			}
		}
		if m.kind == training.GoalTest && len(g.Sports) == 0 && ftp.MatchString(words) {
			g.Sports = []training.Sport{training.Ride}
		}
		if m.kind == training.GoalAddSport {
			g.Sports = g.Sports[:min(1, len(g.Sports))]
		}
		return true
	}
	return false
}
