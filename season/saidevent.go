package season

import (
	"regexp"
	"strconv"
	"strings"

	"fortnight/training"
)

// spokenFormats are events by their names and words, in English, German and Spanish, the longer ones before the shorter ones that they hold. They are
// read in a goal's words and in an event's name.
var spokenFormats = []struct {
	words  *phrase
	format training.EventFormat
}{
	{spoken(`hyrox`), training.Hyrox},
	{spoken(`(tri(athlon|atlon)?[- ]?(relay|staffel|relevo)|(staffel|relay|relevos?)\b.*\btriat)`), training.TriRelay},
	{spoken(`(half|halb|medio)[- ]?(ironman|iron man)|(ironman )?70[.,]3|mitteldistanz|media distancia|half[- ]distance tri|middle[- ]distance tri`), training.TriHalf},
	{spoken(`iron ?man|langdistanz|full[- ]distance tri|long[- ]distance tri|larga distancia|140[.,]6|challenge roth`), training.TriFull},
	{spoken(`sprint[- ]?(tri|distanz|distance tri)|super ?sprint|triatlon sprint|volkstriathlon|jedermann(triathlon|tri)`), training.TriSprint},
	{spoken(`olympic|olympische distanz|distancia olimpica|kurzdistanz|\pL*triathlon|triatlon`), training.TriOlympic},
	{spoken(`duathlon|duatlon`), training.Duathlon},
	{spoken(`spartan|tough ?mudder|obstacle|ocr\b|mud run|warrior dash|hindernis|obstaculo|strongmanrun`), training.Obstacle},
	{spoken(`cross ?fit|murph\b|wodapalooza`), training.CrossFit},
	{spoken(`power ?lifting|weight ?lifting (meet|comp)|lifting meet|(kraftdreikampf|gewichtheben) ?(wettkampf|meisterschaft)?|halterofilia`), training.LiftMeet},
	{spoken(`(2 ?k|2000 ?m|2 ?km)\b.{0,12}\b(row|erg|ruder|remo|concept)|(row|erg|ruder\pL*|remo|concept ?2)( a| an| eine?n?| un| the| in)?.{0,4}\b(2 ?k|2000 ?m|2 ?km)\b`), training.Row2K},
	{spoken(`(5 ?k|5000 ?m|5 ?km)\b.{0,12}\b(row|erg|ruder|remo)|(row|erg|ruder\pL*|remo)( a| an| eine?n?| un| the| in)?.{0,4}\b(5 ?k|5000 ?m|5 ?km)\b|head of the`), training.Row5K},
	{spoken(`vasalopp|wasalauf|birkebeiner|birkie|marcialonga|(cross[- ]country|xc|nordic)[- ]ski|ski[- ]?marathon|skilanglauf|langlauf|esqui de fondo`), training.SkiXC},
	{spoken(`(channel|armelkanal|canal de la mancha)\b.*(swim|schwimm|nad)|(swim|schwimm|nad)\pL*\b.*(channel|armelkanal|canal de la mancha)|marathon swim|(open[- ]water|freiwasser) marathon`), training.SwimMarathon},
	{spoken(`open[- ]water|freiwasser|aguas abiertas|travesia|(lake|sea|ocean|see|meer|bay|river)[- ]?(swim|schwimm)`), training.SwimOpen},
	{spoken(`gravel|unbound`), training.RideGravel},
	{spoken(`mtb\b|mountain ?bik|xco\b|xcm\b|cape epic|btt\b|bicicleta de montana|leadville`), training.RideMTB},
	{spoken(`cyclo ?-?cross|querfeldein|ciclo ?cross|cx\b`), training.RideCX},
	{spoken(`road race|strassenrennen|carrera de ruta|ciclismo en ruta`), training.RideRoad},
	{spoken(`crit(erium)?s?\b|kriterium|criterio\b`), training.RideCrit},
	{spoken(`time[- ]?trial|tt\b|zeitfahren|contrarreloj|cri\b`), training.RideTT},
	{spoken(`fondo|sportive|rad-?marathon|cyclosportive|cicloturista|l ?etape\b|marmotte|otztaler|maratona d|quebrantahuesos|ride ?london`), training.RideFondo},
	{spoken(`century|100[- ]?mile(s|r)? (bike|ride|cycl)|(ride|cycle|bike) (a )?100 ?miles|randonn|audax|brevet|everesting`), training.RideCentury},
	{spoken(`camino\b|(four|4|vier|cuatro)[- ]?(day|tage|dias?)\S*[- ]?march|nijmegen|nimwegen|viertagemarsch|100 ?km[- ]marsch|marcha\b|megamarsch|march\b.{0,12}\bkm`), training.LongWalk},
	{spoken(`ultra|utmb|ccc\b|comrades|western states|spartathlon|(100|50)[- ]?mile?rs?\b|backyard`), training.RunUltra},
	{spoken(`half[- ]?marath?on|halb-?marathon|(media|medio) marat(h)?on|half\b|hm\b|13\.1|21([.,]1)? ?km?\b`), training.RunHalf},
	{spoken(`trail|sky ?race|fell (race|run)|berglauf|mountain (run|race)|carrera (de|por) montana`), training.RunTrail},
	{spoken(`marath?on|42([.,]2)? ?km?\b|26\.2|bq\b|(qualify|qualifying|qualifier)\b.{0,8}\bboston|boston qualif`), training.RunMarathon},
	{spoken(`park ?run|couch (to|2) 5`), training.Run5K},
}

var (
	// far is a length as people write it; what is done by the week, or lost, is no event.
	far     = regexp.MustCompile(`(^|[^\d.,:])(\d{1,4}(?:[.,]\d{1,3})?)[- ]?(km|kms|kilometers?|kilometres?|kilometern?|kilometros?|k|miles?|milers?|mi|meilen|millas?|meters?|metres?|metern?|metros?|m|yards?|yd)\b([ -]?(?:(?:a|per|each|every|pro|por|a la|die|in der|jede) ?(?:week|day|month|woche|tag|monat|semana|dia|mes)|weekly|daily|wochentlich|semanales|of (?:climb|ascent|elevation|vert)|elevation|climbing|hm\b|hohenmeter|de desnivel|up\b))?`)
	mile    = regexp.MustCompile(`\b(?:the|a|one|1|minute|min|fast(?:er|est)?|mein\pL*|eine?|mi|una?)[- ](mile|meile|milla)\b`)
	strokes = spoken(`(freestyle|free\b|front[- ]crawl|crawl|kraul|crol\b|backstroke|breaststroke|butterfly|ruckenschwimm|brustschwimm|braza|mariposa|estilo libre)`)
)

const metersInMile = 1609.344

// saidMeters is how far an event goes by some words in small letters; 0 where they do not say it.
func saidMeters(words string) float64 {
	if !strings.ContainsAny(words, "0123456789") {
		if strings.Contains(words, "mi") && mile.MatchString(words) {
			return metersInMile
		}
		return 0
	}
	for _, m := range far.FindAllStringSubmatch(words, -1) {
		if m[4] != "" {
			continue
		}
		n, err := strconv.ParseFloat(strings.Replace(m[2], ",", ".", 1), 64)
		if err != nil || n <= 0 {
			continue
		}
		switch unit := m[3]; {
		case unit == "m" || strings.HasPrefix(unit, "met"):
			if strings.Contains(m[2], ".") || strings.Contains(m[2], ",") { // "1,500 m" and "10.000 m" are thousands
				n *= 1000
			}
			if n < 50 {
				continue // a minute, a pool
			}
			return n
		case strings.HasPrefix(unit, "mi") && unit != "mi" || unit == "mi" || unit == "meilen":
			return n * metersInMile
		case strings.HasPrefix(unit, "y"):
			return n * .9144
		}
		return n * 1000
	}
	if mile.MatchString(words) {
		return metersInMile
	}
	return 0
}

// saidEvent is the event that words name in a sport, "" for one that is not known: its format, "" for none, and how far it goes in metres, as is known or
// as the words say; 0 for not said.
func saidEvent(words string, sport training.Sport, known float64) (f training.EventFormat, meters float64) {
	if meters = known; meters == 0 {
		meters = saidMeters(words)
	}
	if strokes.MatchString(words) {
		sport = training.Swim
	}
	for _, s := range spokenFormats {
		if !s.words.MatchString(words) || sport != "" && contradicts(sport, s.format) {
			continue
		}
		f = s.format
		switch own := SportOf(f); {
		case f == training.SwimOpen && meters > 5000:
			f = training.SwimMarathon
		case f == training.RunTrail && meters > 43_500:
			f = training.RunUltra
		case known == 0 && (own == training.MultiSport || own == training.Strength || own == training.Walk):
			meters = 0 // the length of one part, or of one day
		}
		return f, meters
	}
	if sport == "" || meters == 0 || sport == training.Strength {
		return "", meters
	}
	if sport == training.Walk || sport == training.Hike {
		return training.LongWalk, meters
	}
	if all := stretches[sport]; len(all) > 0 {
		return nearest(all, meters/1000), meters
	}
	return "", meters
}

// contradicts tells whether a format is none of a sport that is known: "Ultra" may be the name of a ride, and a marathon may be ridden, swum or walked.
func contradicts(sport training.Sport, f training.EventFormat) bool {
	own := SportOf(f)
	switch {
	case own == sport, own == training.MultiSport, own == training.Strength, own == training.Other, f == training.Obstacle, f == training.SkiXC:
		return false
	case sport == training.Other, sport == training.MultiSport:
		return false
	case (sport == training.Walk || sport == training.Hike) && own == training.Walk:
		return false
	}
	return true
}
