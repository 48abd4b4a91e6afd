package gate

// idiomWords are turns of phrase whose words say nothing of a body where they stand together, however much they do alone, in the syntax of newSign.
var idiomWords = []string{
	// what somebody has had enough of, and praise
	`> sick|tired of /1`, `> sick and tired of /3`, `> sick to death of /3`,
	`> sick beats|beat|tunes|track|tracks|playlist|jump|jumps|moves|pace|splits|views|view|descent|trails|line|lines|gains|vibes /1`,
	`> krank vor neid|sehnsucht|eifersucht|sorge|freude|aufregung|langeweile /2`, `> enfermo|enferma de envidia|celos|ganas|impaciencia /2`,
	`> dying|sick|ill with|of|from boredom|laughter|envy|jealousy|excitement|embarrassment /2`,
	`> muero|muriendo|muerto|muerta de ganas|risa|hambre|envidia|aburrimiento|verguenza|impaciencia /2`,
	// a stitch in the side is no wound
	`> stitch|stitches @paces /4 ^ @wounded`, `> side|runners|running stitch|stitches /1`, `seitenstechen`, `seitenstiche`, `> stechen|stich|stiche|stechens in|an der|den seite|seiten /3`,
	`flato`, `> pinchazo|punzada|punzadas de|del flato /2`,
	// less of something, and what an apostrophe would have made of "I'll"
	`> cut|cuts|cutting|dial|dialed|scale|scaled|pull|hold|holding|ease back /1 + pain|hurts|muscle|muscles`, `> ill cycle|ride|run|swim|row|lift|walk|be|take|skip|start|try|need /1 - am|im|is|was|are|were|feel|feeling|felt|fell|got|getting|still|very|so|too|really|bit|quite|been|hes|shes|and|or`,
	// soreness that its owner says is the good one, and what a hard effort feels like
	`> @muscles sore|soreness|ache|achy|aching|tender|stiff good|nice|best kind|way|sort /7`, `> sore|soreness|achy|aching|tender|stiff @muscles good|nice|best kind|way|sort /7`,
	`> burning|burn|burned|brennende|brennen|brennt|ardiendo|arden|quemando @muscles @efforts /6 ^ @hurting`, `> @muscles burning|burn|burned|brennen|brannten|arden|ardiendo|quemando|quemaban @efforts /6 ^ @hurting`,
	// a blood pressure that is as it should be
	`> blutdruck super|perfekt|optimal|ideal|top|prima|bestens|normal /3 ^ nicht|nie|kaum|hoch|hoher|niedrig|schlecht|erhoht|aber|doch|ausser|gestern|tabletten`,
	// what is to be kept from happening
	`> dont|not|never let|want me|myself|us|to get|be|become injured|hurt|sick|ill /6 ^ more|worse|again`, `> stay|staying|remain|keep|keeping me|us|myself injury|pain|illness free /5`,
	`> before anything|something hurts|breaks|goes|gives|happens /2`, `> bevor|damit was|etwas|nichts weh|kaputt|passiert|reisst /3`, `> antes de que algo|nada duela|rompa|pase /5`,
	`> para|por no lesionarme|lesionarnos|lastimarme|romperme /2`, `> work|working on my|our weak /4`, `> strengthen|strengthening|bulletproof|kraftigen|fortalecer|reforzar weak|schwache|schwachen|debil|debiles|flojos|flojas /2`,
	`> stop|keep|prevent me|us|myself from overdoing|overtraining|overreaching|burning /5`, `> avoid|avoiding|prevent|preventing overtraining|burnout|overreaching|exhaustion|overdoing|illness|sickness /2`,
	`> verletzung|verletzungen|uberlastung|ubertraining vermeiden|vorbeugen|verhindern /3`, `> evitar|prevenir lesiones|lesion|lesionarme|sobrecargas|recaidas /2`, `> no me|quiero quiero|lesionarme|lesionar|romperme /3 ^ vivir`,
	// races, animals, places, figures, machines
	`> hurt|hurts|hurting|hurtful my|the|our|to wallet|wallets|purse|pocket|budget|pride|ego|feelings /3`,
	`> que|vaya|menudo dolor de cabeza los|las|el|la|lo|con|cuadrar|organizar|encajar /6`,
	`> head|tail|cross|side wind|winds /1`, `> hip|waist|shoulder|back|chest pack|packs|bag|flask|belt|belts|strap|straps|light|lamp /1 - @hurting`,
	`> sick new|little|bit /1 + so|too|cough|fever|symptoms|symptom|today|this|and|of`, `> @somewhere fever /1 - @caughtin + and|since|with|of|over|today|tonight|this`,
	`> dizzy|dizzying heights|height /1`, `> sweet|sweetest pain /1`, `> painful to look|watch|see|read /2`, `> pain|schmerz|dolor is|ist|es weakness|schwache|debilidad|temporary|vorubergehend|temporal /2`,
	`> kranke|kranker zeit|strecke|abfahrt|aussicht|leistung|tempo /1`, `> @illnesses charity|foundation|research|fundraiser|awareness|ward|unit|association|trust|society /2`,
	`> run|ride|walk|lauf|spendenlauf|carrera against|gegen|contra cancer|krebs /4`,
	`> surgery|operation on|to the|a|my roof|bike|car|frame|house|pool|road|building /4`, `feverishly`, `> puked|puke|puking|vomit|vomited rainbows /1`, `> @machines had|has|having|needs|need|got a|an|some|surgery stroke|meltdown|fit|seizure|surgery|operation|heart /5`, `> @machines needs|need surgery|resuscitation|doctor /3`,
	`> fainting|fainted goat|goats /1`, `> heart of the|winter|summer|texas|england /2`, `> heart|fever pitch|lands /1`, `> cardiac drift|cost|hill /1`,
	`> back squat|squats|sprint|sprints /1`, `> baby shower|showers /1`, `> fieber auf|nach mehr|abenteuer|rennen|wettkampf|sieg /3`, `> flat as a pancake route|course|profile|run|road|roads|city|here /5`, `> rodilla|tobillo|espalda|hombro|gemelo|cadera perfecta|perfecto|perfectos|perfectas /3 ^ no|nunca|casi|aun|todavia|duele|dolor|molesta|hasta|antes|pero|salvo`, `> head|heart|body|leg|foot|chest|hip|back torch|lamp|light|belt|garden|yard|door|lane|lanes|straight|nine|half|wheel|country|burner|road|roads /1`,
	`> rotten|strained|broken|sprained budget|relationship|relations|marriage|heart|promise|record|records|sleep /1`,
}

// idiomSets are words that are the same in an idiom.
var idiomSets = map[string]string{
	"paces": `km kms kilometre kilometres kilometer kilometers mile miles lap laps side sides rep reps sprint sprints uphill downhill interval intervals eating drinking breakfast lunch`,
	"wounded": `out removed until till surgery surgeon wound cut doctor op come coming hospital fell falling fall crash crashed gash needed knee hand finger chin head eyebrow leg foot elbow shin arm
		thumb toe forehead scalp`,
	"muscles":   `quad quads quadriceps legs thighs glutes glute hamstrings hammies lungs arms pecs lats abs biceps triceps delts traps oberschenkel beine arme gesass lunge muslos cuadriceps piernas gluteos brazos abdominales`,
	"efforts":   `hill hills reps rep climb climbs interval intervals sprint sprints set sets finish love loved enjoyed lap laps berg bergen anstieg intervallen intervalle schluss cuesta cuestas series subida`,
	"illnesses": `cancer heart stroke diabetes lung asthma alzheimers parkinsons epilepsy leukaemia leukemia cardiac`,
	"somewhere": `boston berlin london paris york chicago tokyo valencia kona roth race marathon taper trail hyrox world cup tour olympic olympics`, "caughtin": `in from to nach aus`,
	"machines": `garmin strava app computer laptop phone bike car turbo trainer rad auto handy bici coche movil ordenador`,
	"hurting":  `pain painful hurts hurt sharp numb weh schmerz schmerzen duele dolor stabbing limp limping still days wakes`,
}

// clearedWords say in several words that somebody is over something, or was told so, in the syntax of newSign: what one word says is in the set "over".
var clearedWords = []string{
	`> signed off by|from surgeon|doctor|doc|gp|physio|consultant|cardiologist|specialist|neurologist /5 ^ work|sick|till|until|with`,
	`> discharged by|from surgeon|physio|consultant|cardiologist|specialist|neurologist|physiotherapy|cardiology|orthopaedics /4`,
	`> all clear /1`, `> green light /1`, `> thumbs up /1`, `> clean bill /1`, `> gave|given|got|have go ahead /4`, `> grunes|grunem licht /1`, `> luz verde /1`, `> visto bueno /1`,
	`> alta medica|definitiva /1`, `> el alta /1 ^ hospital|ingreso|urgencias`, `> dado|dada|dieron|dio|dan de alta /2 ^ hospital|ingreso|urgencias`,
	`> fully|completely|totally|perfectly|100 recovered|healed|better|mended|resolved|fixed|gone /1 - @almost`, `> long healed|gone|resolved|mended /1`,
	`> totalmente|completamente|perfectamente|plenamente recuperado|recuperada|curado|curada|superado|superada /1 - @almost`, `> recuperado|recuperada|curado|curada|superado|superada del todo /2`,
	`> vollstandig|komplett|ganz|vollig|langst|100 genesen|ausgeheilt|verheilt|geheilt|auskuriert|erholt|uberstanden|weg|vorbei /1 - @almost`,
	`> no|zero|never problems|problem|issues|issue|trouble|pain|symptoms|complaints since|afterwards|anymore /2 + @daysince`,
	`> keine|keinerlei|nie probleme|beschwerden|schmerzen|symptome mehr|seither|seitdem|danach /2`, `> sin|ningun|ninguna problemas|problema|molestias|molestia|dolor|sintomas entonces|despues /3`,
	`> good as new /2`, `> como nuevo|nueva /1`, `> wie neu /1`, `> thing of the past /3`, `> agua pasada /1`, `> schnee von gestern /2`,
	`> everything|all|alles|todo fine|good|ok|okay|clear|healthy|normal|gut|ordnung|bien|perfecto|correcto says|said|sagt|dice|meint @told /6 ^ @doubts`,
	`> @told everything|all|alles|todo fine|good|ok|okay|clear|healthy|normal|gut|ordnung|bien|perfecto|correcto /5 ^ @doubts`,
}

// clearedSets are words that are the same in a turn of phrase that says that something is over.
var clearedSets = map[string]string{
	"almost":   `not nearly almost isnt arent never hopefully hasnt havent until once yet fast beinahe nicht noch casi no aun`,
	"daysince": `monday tuesday wednesday thursday friday saturday sunday yesterday last the a two three four 2 3 4 5`,
	"told":     `doctor doc gp physio surgeon cardiologist consultant neurologist arzt arztin physiotherapeut kardiologe kardiologin chirurg medico doctora fisio cirujano cardiologo cardiologa`,
	"doubts":   `not only but except still nicht nur aber noch no pero solo aun todavia until till bis hasta if once wait waiting scan tests hopes thinks weekend weather`,
}
