package season

import (
	"regexp"
	"strconv"
	"strings"

	"fortnight/training"
)

// takes are the minutes that an event of a format takes people, from the fastest to the slowest: they tell hours from minutes where nothing says how
// far it goes, or it goes several ways.
var takes = map[training.EventFormat][2]float64{
	training.Run5K: {13, 70}, training.Run10K: {27, 130}, training.RunHalf: {60, 260}, training.RunMarathon: {120, 480}, training.RunUltra: {180, 2400}, training.RunTrail: {30, 900},
	training.RideTT: {15, 120}, training.RideFondo: {120, 900}, training.RideCentury: {210, 900}, training.RideGravel: {60, 1200}, training.RideMTB: {45, 900}, training.RideRoad: {45, 420},
	training.TriSprint: {50, 150}, training.TriOlympic: {110, 270}, training.TriHalf: {220, 510}, training.TriFull: {460, 1020}, training.Duathlon: {60, 400},
	training.SwimPool: {.4, 60}, training.SwimOpen: {8, 150}, training.SwimMarathon: {60, 1200}, training.Row2K: {5.5, 13}, training.Row5K: {15, 35},
	training.Hyrox: {50, 180}, training.Obstacle: {20, 600}, training.LongWalk: {60, 6000}, training.SkiXC: {30, 900},
}

// speeds are those of people in km/h, from the slowest to the fastest over any distance: with a length they tell hours from minutes.
var speeds = map[training.Sport][2]float64{
	training.Run: {3.5, 29}, training.Ride: {9, 62}, training.Swim: {1.2, 8.5}, training.Row: {7, 25}, training.Walk: {1.5, 15},
}

// unitSeconds are units of time by how they begin.
var unitSeconds = []struct {
	begins  string
	seconds float64
}{{"h", 3600}, {"st", 3600}, {"m", 60}, {"s", 1}}

const (
	hourWords   = `h|hrs?|hours?|stunden?|std|horas?`
	minuteWords = `min|mins|minutes?|minuten?|minutos?`
	secondWords = `s|secs?|seconds?|sekunden?|segundos?`
	ofTime      = `(?:^|[^\pL])(?:sub|under|below|in|break(?:ing)?|beat(?:ing)?|less than|faster than|quicker than|within|unter|schneller als|menos de|en|bajo|bajar de|por debajo de|debajo de|<)`
)

var (
	// clocked is a time of signs: "3:29:59", "1:45", "22.30" after "in".
	clocked = regexp.MustCompile(`(^|[^\d:.,])(\d{1,2}):(\d{2})(?::(\d{2}))?([^\d:]|$)`)
	// spelt is a time of numbers and units: "1 h 50 min", "2h", "75 minutes", "1h50".
	spelt = regexp.MustCompile(`(?:^|[^\d.,])(\d{1,3}(?:[.,]\d)?) ?(` + hourWords + `|` + minuteWords + `|` + secondWords + `)(?:(?: ?(?:and|und|y))? ?(\d{1,2}) ?(` + minuteWords + `|` + secondWords + `|m)?)?\b( (?:a|per|each|every|pro|in der|die|a la|por) (?:week|day|woche|tag|semana|dia))?`)
	// bare is a number after what says that it is a time, and no length, weight or time till then.
	bare = regexp.MustCompile(ofTime + `[- ]{0,2}(\d{1,3})(?:[.,h](\d{2}))?\b( ?-?(?:(?:week|month|day|year|woche|monat|tag|jahr|semana|mes|dia|ano)\pL*|km|kms|k|kg|kilos?|miles?|meilen|mi|m|%|w|watts?|times|x|mal|th|st|nd)\b|[.:/]\d)?`)
	// one are times of one unit: "under an hour".
	one       = regexp.MustCompile(ofTime + ` (?:an?|the|one|einer?|der|una?|la) (hour|minute|stunde|hora|minuto)\b`)
	ofNumbers = regexp.MustCompile(`\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf|zwanzig|dreissig|vierzig|funfzig|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|veinte|treinta|cuarenta|cincuenta)\b`)
	toDigits  = map[string]string{
		"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "twenty": "20", "thirty": "30",
		"forty": "40", "fifty": "50", "sixty": "60", "zwei": "2", "drei": "3", "vier": "4", "funf": "5", "sechs": "6", "sieben": "7", "acht": "8", "neun": "9", "zehn": "10", "elf": "11", "zwolf": "12",
		"zwanzig": "20", "dreissig": "30", "vierzig": "40", "funfzig": "50", "dos": "2", "tres": "3", "cuatro": "4", "cinco": "5", "seis": "6", "siete": "7", "ocho": "8", "nueve": "9", "diez": "10",
		"once": "11", "doce": "12", "veinte": "20", "treinta": "30", "cuarenta": "40", "cincuenta": "50",
	}
)

// digits are words with their numbers in digits.
func digits(words string) string {
	return ofNumbers.ReplaceAllStringFunc(words, func(word string) string { return toDigits[word] })
}

// saidTime is the time in seconds that words want for an event of a format and a length in metres, 0 for not known; 0 for none that anybody needs for it.
func saidTime(words string, f training.EventFormat, meters float64) int {
	words = digits(words)
	fits := spanOf(f, meters)
	try := func(minutes ...float64) int {
		for _, m := range minutes { // the likelier reading first
			if m >= fits[0] && m <= fits[1] {
				return int(m*60 + .5)
			}
		}
		return 0
	}
	for _, m := range clocked.FindAllStringSubmatch(words, -1) {
		a, b, c := number(m[2]), number(m[3]), number(m[4])
		readings := []float64{a*60 + b + c/60}
		if m[4] == "" { // hours and minutes, or minutes and seconds
			readings = append(readings, a+b/60)
		}
		if s := try(readings...); s > 0 {
			return s
		}
	}
	for _, m := range spelt.FindAllStringSubmatch(words, -1) {
		if m[5] != "" {
			continue // what a week or a day holds
		}
		if s := try(inMinutes(m)); s > 0 {
			return s
		}
	}
	for _, m := range bare.FindAllStringSubmatch(words, -1) {
		if m[3] != "" {
			continue
		}
		a, b := number(m[1]), number(m[2])
		if s := try(a*60+b, a+b/60, a/60); s > 0 {
			return s
		}
	}
	if m := one.FindStringSubmatch(words); m != nil {
		return try(unitOf(m[1]) / 60)
	}
	return 0
}

// spanOf is how many minutes an event takes people.
func spanOf(f training.EventFormat, meters float64) [2]float64 {
	if speed, known := speeds[SportOf(f)]; known && meters > 0 {
		return [2]float64{meters * 60 / 1000 / speed[1], meters * 60 / 1000 / speed[0]}
	}
	return takes[f]
}

func inMinutes(m []string) float64 {
	unit := unitOf(m[2])
	n, _ := strconv.ParseFloat(strings.Replace(m[1], ",", ".", 1), 64) // digits by the pattern
	seconds := n * unit
	if m[3] != "" {
		smaller := unit / 60
		if m[4] != "" {
			smaller = unitOf(m[4])
		}
		seconds += number(m[3]) * smaller
	}
	return seconds / 60
}

// unitOf is a unit of time in seconds.
func unitOf(word string) float64 {
	for _, u := range unitSeconds {
		if strings.HasPrefix(word, u.begins) {
			return u.seconds
		}
	}
	return 0
}
