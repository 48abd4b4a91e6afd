package reason

import (
	"fortnight/session"
	"fortnight/training"
)

// aims are what the families are for, as a coach says it to an athlete: what the session does, without a number, and true of every dose and
// every athlete. The first is the plainest. Families that come several times a week have more of them, so that a week need not repeat one.
var aims = map[session.ID][]string{
	"R-REC":    {"Loosens the legs without adding to their load", "Running at its easiest, so that the legs come round", "Keeps the habit of running while the body recovers"},
	"R-EASY":   {"Adds running at little cost", "Easy enough to talk in whole sentences", "Builds the aerobic base that everything else stands on", "Keeps the running days up without tiring the legs", "Gets the legs used to regular running", "Slow on purpose: easy running is meant to be easy"},
	"R-LONG":   {"Builds endurance and time on your feet", "Lets the body learn to last", "Makes the legs ready for distance"},
	"R-ML":     {"Keeps up endurance beside the long run", "Adds distance without the cost of a full long run"},
	"R-B2B":    {"Practises running on tired legs", "Adds distance to legs that have run long already"},
	"R-TRAIL":  {"Trains climbing and descending on real ground", "Gets the legs used to going down as well as up"},
	"R-WALK":   {"Lets the legs meet running in small doses", "Breaks the running up so that tendons and bones keep pace with the heart", "Makes running a habit before it becomes hard work"},
	"R-LPROG":  {"Practises holding pace on tired legs", "Adds speed where a long run hurts most, at its end"},
	"R-STR":    {"Sharpens leg speed without fatigue", "Reminds easy legs how to move fast", "Keeps easy running light and quick"},
	"R-STEADY": {"Makes strong aerobic running a habit", "Sits between easy and hard, where endurance gets faster"},
	"R-TEMPO":  {"Trains you to hold a comfortably hard pace", "Makes a brisk pace feel ordinary"},
	"R-THR":    {"Raises the pace you can hold for an hour", "Pushes up the pace at which running turns hard"},
	"R-FART":   {"Practises changing pace", "Brings in speed without a fixed pace"},
	"R-HILL":   {"Builds power and form, with less shock to the legs than flat speed", "Trains strong strides against the slope"},
	"R-HSPR":   {"Builds strength in the stride", "Trains power in a few seconds at a time"},
	"R-VO2":    {"Raises the ceiling of what the heart can deliver", "Trains the top end of your aerobic power"},
	"R-REP":    {"Makes fast running economical", "Trains relaxed speed, with full rests"},
	"R-RP5":    {"Teaches the pace of a 5 km race", "Makes 5 km race pace familiar"},
	"R-RP10":   {"Teaches the pace of a 10 km race", "Makes 10 km race pace familiar"},
	"R-RPH":    {"Teaches the pace of a half marathon", "Makes half-marathon pace familiar"},
	"R-LMP":    {"Practises marathon pace inside a long run", "Teaches legs that have run long to hold race pace"},
	"R-OPEN":   {"Wakes the legs without tiring them", "Keeps running sharp over the last days"},
	"R-SHARP":  {"Keeps the feel of speed while the legs recover", "Touches race effort and leaves it there"},
	"R-TEST":   {"Measures your threshold, so that the paces that follow are yours", "Gives a new number for the paces that follow"},

	"B-REC":   {"Spins the legs out without adding to their load", "Turns the legs over gently", "Riding at its easiest, so that the legs come round"},
	"B-EASY":  {"Adds endurance without impact", "Easy enough to talk in whole sentences on the bike", "Builds the aerobic base at little cost", "Adds time in the saddle without tiring you", "Slow on purpose: easy riding is meant to be easy"},
	"B-LONG":  {"Builds endurance in the saddle", "Teaches the body to last on the bike", "Makes the position and the pedalling last"},
	"B-GROUP": {"Trains you to ride at other people's pace", "Practises riding in a group"},
	"B-CAD":   {"Smooths the pedalling at no great cost", "Teaches quick legs in easy riding"},
	"B-TEMPO": {"Trains steady power", "Makes a brisk, steady effort last"},
	"B-SS":    {"Lifts threshold in little time", "Puts in a lot of work just under threshold"},
	"B-THR":   {"Raises the power you can hold for an hour", "Pushes up the power at which riding turns hard"},
	"B-OU":    {"Trains recovering from surges without easing off", "Teaches the legs to clear what a surge leaves in them"},
	"B-TORQ":  {"Builds force for climbs", "Trains strong, slow pedal strokes"},
	"B-VO2":   {"Raises the ceiling of what the heart can deliver on the bike", "Trains the top end of your aerobic power on the bike"},
	"B-3015":  {"Gathers time near your limit in short pieces", "Keeps the effort near your ceiling with short rests"},
	"B-ANA":   {"Trains attacking again and again", "Builds the power for short, sharp efforts"},
	"B-SPR":   {"Trains peak power", "Sharpens the sprint, with full rests"},
	"B-RPTT":  {"Practises race power, position and fuelling", "Makes time-trial power familiar"},
	"B-RP70":  {"Practises middle-distance race power and fuelling", "Makes middle-distance race power familiar"},
	"B-LRP":   {"Practises long-distance race power and fuelling", "Makes long-distance race power familiar"},
	"B-OPEN":  {"Wakes the legs on the bike without tiring them", "Keeps riding sharp over the last days"},
	"B-TEST":  {"Measures your FTP, so that the watts that follow are yours", "Gives a new number for the watts that follow"},

	"S-REC":  {"Moves the body without load", "Swimming at its easiest"},
	"S-TECH": {"Works on feel for the water", "Puts technique before effort", "Drills the stroke, one thing at a time"},
	"S-END":  {"Builds endurance in the water", "Adds aerobic swimming at little cost", "Makes the stroke last", "Keeps the feel for the water"},
	"S-LONG": {"Builds up the distance you can swim", "Makes the stroke hold over a long way"},
	"S-CSS":  {"Raises the pace you can hold in the water", "Trains an even, hard pace with short rests"},
	"S-VO2":  {"Trains speed that lasts", "Raises the ceiling in the water"},
	"S-SPR":  {"Trains pure speed in the water", "Sharpens the fast end of the stroke"},
	"S-RP":   {"Teaches race pace in the water", "Makes race pace in the water familiar"},
	"S-OW":   {"Practises sighting and swimming without walls", "Makes open water familiar"},
	"S-OPEN": {"Wakes the stroke without tiring it", "Keeps the feel of race pace in the water"},
	"S-TEST": {"Measures your critical swim speed, so that the paces that follow are yours", "Gives a new number for the swims that follow"},

	"W-REC":  {"Moves the whole body without impact", "Rowing at its easiest"},
	"W-EASY": {"Adds aerobic work without impact", "Builds the base on the erg at little cost", "Easy strokes that let technique settle", "Keeps the rowing days up without tiring you"},
	"W-LONG": {"Builds endurance on the erg", "Makes the stroke hold for a long time"},
	"W-UT1":  {"Builds strength at a steady rate", "Makes a firm, steady stroke last"},
	"W-THR":  {"Raises the pace you can hold on the erg", "Pushes up the pace at which rowing turns hard"},
	"W-LINT": {"Trains the power of a 5 km row", "Builds power over long intervals"},
	"W-2KI":  {"Teaches the pace of a 2 km race", "Makes 2 km race pace familiar"},
	"W-OPEN": {"Sharpens the stroke without tiring it", "Wakes the legs and back for the race"},
	"W-TEST": {"Measures what you can row, so that the paces that follow are yours", "Gives a new number for the rows that follow"},
	"K-EASY": {"Works the engine and spares the legs", "Adds aerobic work for the upper body"},
	"K-INT":  {"Trains the engine hard and spares the legs", "Puts intensity where the legs do not pay for it"},

	"A-WALK": {"Keeps you moving at almost no cost", "Adds easy time on your feet", "Gets blood through the legs without load", "Makes moving a habit"},
	"A-HIKE": {"Builds time on your feet over real ground", "Trains the legs for long walking"},
	"A-AQUA": {"Keeps running fitness without impact", "Trains the running movement and spares the legs"},

	"H-TECH":  {"Teaches the stations one by one", "Makes the movements of the stations clean"},
	"H-STN":   {"Builds strength that lasts through the stations", "Trains the stations under fatigue"},
	"H-COMP":  {"Teaches running well after a station", "Practises getting back to pace on heavy legs"},
	"H-SLED":  {"Builds force for the sleds", "Trains pushing and pulling weight"},
	"H-ENG":   {"Works the engine without impact", "Builds endurance with carries in it"},
	"H-SIM":   {"Rehearses the race", "Shows how the stations and runs fit together"},
	"H-PRIME": {"Touches each movement before the race", "Wakes the body for the stations"},

	"Q-AA":    {"Teaches the lifts with loads that forgive", "Gets tendons and technique ready for weight"},
	"Q-FULL":  {"Builds strength all round", "Works every large muscle group"},
	"Q-STR":   {"Builds force that makes each step and stroke cheaper", "Trains strength with heavy weights and full rests", "Makes you stronger with few repetitions, all of them crisp"},
	"Q-LOWER": {"Builds strong legs and hips", "Puts the week's work for the legs under the bar"},
	"Q-UPPER": {"Builds a strong upper body", "Trains pressing and pulling and spares the legs"},
	"Q-SIZE":  {"Builds muscle", "Gives the muscles a reason to grow"},
	"Q-PEAK":  {"Brings the lift to its best", "Practises the lift heavy and in short sets"},
	"Q-TEST":  {"Measures your strength, so that the loads that follow are yours", "Gives a new number for the loads that follow"},
	"Q-MAIN":  {"Keeps strength at low cost", "Holds on to what the weights have built"},
	"Q-POWER": {"Trains force at speed", "Makes strength fast"},
	"Q-PLYO":  {"Makes the legs springier", "Trains stiffness that saves energy with each step"},
	"Q-PREV":  {"Strengthens the weak links", "Looks after feet, hips and trunk"},
	"Q-KB":    {"Builds strength with a kettlebell", "Trains the whole body with little equipment"},
	"Q-BODY":  {"Builds strength with your own weight", "Trains the whole body without equipment"},
	"Q-PELV":  {"Trains pelvic floor, breathing and trunk", "Brings the trunk back before load does"},

	"M-FLOW":   {"Keeps the whole body's range of movement", "Moves every joint through its range"},
	"M-HIP":    {"Keeps hips and hamstrings supple", "Gives the hips back their range"},
	"M-SHO":    {"Keeps shoulders and upper back supple", "Gives the shoulders back their range"},
	"M-FOOT":   {"Keeps feet and ankles supple", "Gives the ankles back their range"},
	"M-BREATH": {"Calms the breath and frees the ribs", "Lets go of the day"},

	"X-BRICK": {"Practises running off the bike", "Teaches the legs to run straight after riding"},
	"X-BRP":   {"Practises the rhythm of the race from bike to run", "Makes race effort familiar in both sports"},
	"X-LONGW": {"Puts a long ride and a long run on tired legs side by side", "Makes two long days in a row familiar"},
}

// Aims are what a session of a family may be said to be for, and of one that belongs to none.
func Aims(f session.ID, sport training.Sport, load *training.Load) []string {
	if list, known := aims[f]; known {
		return list
	}
	return plainAims(sport, load)
}

// plainAims are what a session is for that belongs to no family.
func plainAims(sport training.Sport, load *training.Load) []string {
	d := &load.Demand
	switch {
	case sport == training.Mobility:
		return aims["M-FLOW"]
	case sport == training.Strength && d.HeavyLower:
		return []string{"Builds strength in the legs", "Trains the legs with weight"}
	case sport == training.Strength:
		return []string{"Keeps the body strong", "Builds strength beside the endurance work", "Trains strength with care for what is tired"}
	case d.HighIntensity:
		return []string{"Trains at and above threshold", "Brings the intensity that easy training leaves out"}
	case d.Moderate:
		return []string{"Trains a brisk effort below threshold", "Makes firm, even work last"}
	}
	return []string{"Adds endurance at little cost", "Builds the aerobic base that everything else stands on", "Keeps you moving without tiring you"}
}
