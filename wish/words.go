package wish

import (
	"fortnight/session"
	"fortnight/training"
)

// phrases are what is said in English, German and Spanish, folded, by the one word that the grammar knows it as. The longest that fits is read.
// A word of the calendar stands for itself; "-" is left out as if it had not been said.
var phrases = map[string]string{
	// ---- what is not, and what is alone
	"no": `me la salto|me lo salto|me las salto|me los salto|nos la saltamos|me saltaria|me saltare|nichts mit|nada con|nothing involving|nothing with|nada que implique|nada que sea|keep me out of|keep us out of|keep out of|stay out of|stay clear of|me ha quitado|ha quitado|me han quitado|me ha prohibido|me han prohibido|ha prohibido|me ha retirado|hat mir verboten|verboten|untersagt|hat mir untersagt|forbade|has forbidden|has banned|vetado|me han vetado|esta prohibido|is forbidden|are forbidden|ditch|ditching|axe|nix|bin the|bin my|a miss|pass on|sit out|opt out of|bail on|steer clear of|hold off on|omit|remove|delete|take out|strike out|eliminate|dump|forgo|do without|get out of|pull out of|no need for|dont need|dont need any|dont schedule|dont plan|dont give me|dont put|spare me|save me from|keep me away from|keep me off|keep away from|stay away from|off limits|is off limits|are off limits|out of bounds|impossible|isnt possible|is not possible|not possible|is not an option|not an option|isnt an option|is a no go|no go|geht nicht|geht gar nicht|fallt flach|ausfallen lassen|entfallt|entfallen|aussetzen|verzichten auf|verzichte auf|verzicht auf|canceln|cancele|knicken|weg mit|nix|nix mit|bloss kein|bloss keine|bloss keinen|auf keinen fall|unter keinen umstanden|verzichten|auslassen|rausnehmen|rausschmeissen|vermeiden|meiden|tabu|me salto|saltarme|saltarnos|omitir|omite|suprime|suprimir|borra|borrar|prescindir de|prescinde de|eliminar|anula|anular|ni hablar de|de ninguna manera|imposible|no es posible|no me metas|no me pongas|no pongas|no incluyas|no metas|no voy a|no podre|quitame|quitadme|is broken|has broken|broke|broke down|broken down|out of order|is out|are out|is off|are off|is cancelled|is canceled|got cancelled|is shut|shut|shut down|under maintenance|being repaired|being serviced|at the shop|in the workshop|cancelled|canceled|ausgefallen|fallt aus|fallt weg|ist raus|gesperrt|gestrichen|hat zu|geschlossen hat|no funciona|estropeado|estropeada|cancelado|cancelada|suspendido|quita|quitar|elimina|que no haya|strictly no|ban|scrap|bin off|get rid of|kick out|streich|raus mit|lass weg|spar dir|fuera con|no more|no mas|kein weiteres|keine weiteren|not too keen on|i have no|there is no|theres no|dont have a|dont have any|dont have access to|havent got a|havent got|have no|no access to|habe kein|habe keine|habe keinen|hab kein|hab keine|hab keinen|gibt kein|gibt keine|gibt keinen|no tengo|no dispongo de|sin acceso a|cancel|streiche|streichen|cancela|everything but|everything except|anything but|anything except|all but|all except|alles ausser|todo menos|todo excepto|closed|broken|in the shop|in repair|stolen|geschlossen|kaputt|defekt|in reparatur|cerrado|cerrada|averiada|en el taller|no|not|dont|do not|cant|can not|cannot|wont|will not|couldnt|shouldnt|without|avoid|avoiding|skip|skipping|never|unable to|nor|neither|doesnt|isnt|arent|havent|
		off the|stay off|leave out|leave off|drop|exclude|excluding|except no|stop|quit|lay off|rule out|forbid|forbidden|banned|not allowed to|not allowed|isnt allowed|
		kein|keine|keinen|keinem|keiner|keins|nicht|ohne|nie|niemals|weglassen|nicht mehr|darf nicht|kann nicht|
		sin|nada de|no puedo|no quiero|no hacer|ningun|ninguna|ninguno|nunca|evitar|evita|ni|tampoco|no hay|nada|no debo|prohibido`,
	"only":   `no equipment except|no gear except|no kit except|no weights except|no equipment but|no gear but|no kit but|no equipment apart from|keine gerate ausser|kein equipment ausser|sin material salvo|sin equipo salvo|sin material excepto|soll ich nur|sollte ich nur|darf ich nur|soll nur|or not at all|oder gar nicht|o nada de nada|keep it to|stick to|stick to the|limit it to|restrict it to|nothing except|nothing apart from|nichts ausser|beschrank dich auf|limitate a|nothing else|sonst nichts|nada mas|nothing more|only|just|solely|exclusively|nothing but|nur|ausschliesslich|bloss|nichts als|solo|solamente|unicamente|nada mas que`,
	"atmost": `begrenzen|begrenze|begrenzt|begrenzt auf|limitieren|limitiere|deckeln|beschranken|limita|limitar|limitado a|limitados a|limit|limit the|limit my|cap|cap the|cap my|restrict|restricted to|limited to|is the limit|is my limit|is the max|is my max|ist das maximum|ist maximum|es el maximo|es mi tope|de tope|como tope|a tope de|allerhochstens|no mas alla de|nothing over|nothing above|never over|nicht uber|nie uber|shouldnt exceed|should not exceed|not exceed|must not exceed|dont exceed|not be longer than|shouldnt be longer than|should not be longer than|shouldnt be more than|should not be more than|never more than|never longer than|nie mehr als|nie langer als|que no pase de|que no pasen de|sin pasar de|nunca mas de|capped at|no more than|not more than|not longer than|no longer than|at most|at the most|up to|shorter than|maximum of|maximum|max|max of|maximal|a maximum of|limit to|cap at|tops|not over|hochstens|nicht mehr als|nicht langer als|bis zu|como mucho|como maximo|maximo|no mas de|hasta un maximo de|a lo sumo|un maximo de`,
	"everyother": `every other day|every second day|each second day|alternate days|on alternate days|alternating days|every 2 days|every two days|every 2nd day|every 2 nd day|jeden zweiten tag|jeden 2 tag|alle zwei tage|alle 2 tage|jeder zweite tag|an jedem zweiten tag|
		un dia si y otro no|un dia si un dia no|un dia si otro no|cada dos dias|cada 2 dias|dias alternos|en dias alternos|a dias alternos`,
	"inarow": `days straight|days on end|days on the trot|on the trot|days on the bounce|on the bounce|straight days|tage am stuck|tage hintereinander|tage nacheinander|tage in folge|in folge|dias seguidos|dias consecutivos|dias corridos|back to back|on back to back days|consecutive|consecutive days|on consecutive days|in a row|days running|in succession|hintereinander|direkt hintereinander|nacheinander|aufeinanderfolgend|aufeinanderfolgende|aufeinanderfolgenden|an aufeinanderfolgenden tagen|am stuck|
		seguidos|seguidas|consecutivos|consecutivas|consecutivo|uno tras otro|en dias consecutivos|en dias seguidos`,
	"longerthan": `beyond|of over|por encima de|que pasen de|longer than|more than|langer als|mehr als|mas de|mas larga que|mas largo que|mas largas que|mas largos que|exceeding`,
	"atleast": `no lower than|never less than|not below|nicht unter|nie unter|zumindest|cuando menos|minimo de|un minimo de|min|at least|no less than|not less than|no fewer than|minimum|minimum of|a minimum of|min of|mindestens|wenigstens|al menos|por lo menos|
		como minimo|minimo`,
	"exactly": `exactly|precisely|genau|exakt|exactamente|justo`,
	// ---- how much it is meant
	"must": `must|must be|has to|has to be|have to|need to|needs to|needs to be|have got to|definitely|make sure|make sure theres|make sure there is|be sure to|dont forget|dont forget about|do not forget|
		dont skip|do not skip|never skip|dont miss|do not miss|cant miss|dont drop|do not drop|remember|remember to|non negotiable|is a must|is fixed|always|keep my|keep the|
		stays|has to stay|must stay|should stay|remains|bleibt|bleiben|bleibt am|soll bleiben|muss bleiben|se queda|se quedan|se mantiene|
		muss|mussen|unbedingt|auf jeden fall|auf keinen fall auslassen|vergiss nicht|nicht vergessen|nicht ausfallen|denk an|bitte an|
		tengo que|tiene que|hay que|debe|debo|no olvides|no te olvides de|no olvidar|sin falta|obligatorio|recuerda|si o si`,
	"forgetnot":  `vergiss`,
	"persession": `per session|por sesion|pro einheit|per workout|each session|por entreno|por entrenamiento`,
	"daybefore": `the day before|day before|the night before|night before|day prior to|the day prior to|on the eve of|the eve of|am tag vor|tag vor|den tag vor|einen tag vor|am vortag|am vortag von|am vortag vom|tags zuvor|am abend vor|
		el dia antes de|el dia antes del|dia antes de|dia antes del|un dia antes de|un dia antes del|la vispera de|la vispera del|vispera de|el dia previo a|el dia previo al|dia previo a|el dia anterior a|el dia anterior al|dia anterior a`,
	"twiceaday": `doppeltraining|doppeltage|doppeltag|doppel|zwei mal am tag|two sessions on the same day|two workouts on the same day|two runs on the same day|doubles|double days|double day|double sessions|two a days|twice a day|twice in one day|twice in a day|twice on one day|two sessions a day|two sessions in one day|two sessions on one day|two workouts a day|two workouts in one day|2x a day|2 sessions a day|doppeleinheiten|doppeleinheit|doppelte einheiten|doppelten einheiten|zweimal am tag|zweimal an einem tag|zwei einheiten am tag|zwei einheiten an einem tag|2 einheiten am tag|zwei einheiten pro tag|
		dobles|dobles sesiones|doble sesion|dobles turnos|dos veces al dia|dos veces en un dia|dos sesiones al dia|dos sesiones en un dia|dos entrenos al dia|doblar|doblar sesion`,
	"onceaday": `one session a day|one workout a day|one session per day|one workout per day|one training a day|once a day|1 session a day|1 workout a day|eine einheit am tag|eine einheit pro tag|ein training am tag|ein training pro tag|einmal am tag|una sesion al dia|una sesion por dia|un entreno al dia|una vez al dia`,
	"want": `gimme|lemme|trotzdem|dennoch|anyway|nevertheless|aun asi|would be great|would be nice|would be good|would be lovely|would fit|would suit|would work|would be better|would be best|is better|ware super|ware toll|ware schon|ware gut|ware besser|ware ideal|estaria bien|seria mejor|seria genial|seria ideal|pencil in|slot in|book in|book me|put me down for|sign me up for|hatte lust auf|lust auf|bock auf|trag ein|plan ein|mete|programa|programame|meteme|me apetece|tengo ganas de|que sea|dont stop me from|dont want to stop|do not want to stop|dont mind|do not mind|dont stop|focus on|want|wanna|like|id like|would like|i would like|would love|want to|like to|could|can|will|going to|plan to|planning to|hope to|keen to|fancy|
		wish|how about|lets|let us|squeeze in|fit in|get in|schedule|add|include|put|plan me|give me|need|need a|need some|prefer|rather|i rather|
		id rather|would rather|would prefer|id prefer|cant wait to|cant wait for|cannot wait to|cant stop|cannot stop|mochte|mochte gern|wurde gern|
		wurde gerne|gern|gerne|lieber|am liebsten|bevorzuge|kann|konnte|einplanen|plane|brauche|darf|hatte gern|hatte gerne|quiero|quisiera|
		me gustaria|querria|puedo|prefiero|preferiria|incluye|anade|pon|necesito|mejor`,
	"ready": `getting back into|get back into|back into|ready|ready to|ready for|get back to|back to|getting back to|start again|return to|bereit|wieder|de vuelta a|listo para|lista para|volver a`,
	"love":  `love|enjoy|enjoying|adore|like doing|really like|big fan of|favourite|favorite|liebe|mag|macht spass|me encanta|me gusta|disfruto|adoro`,
	"hate": `rather not|id rather not|would rather not|i would rather not|prefer not to|id prefer not to|would prefer not to|had enough of|enough of|done with|cant face|dread|dreading|despise|bores me|bore me|boring|is boring|are boring|burned out on|burnt out on|genug von|die nase voll von|nase voll|nase voll von|keinen bock auf|kein bock auf|null bock auf|leid|langweilt|langweilig|nervt|nerven mich|basta de|ya basta de|hasta las narices de|hasta el gorro de|paso de|me aburre|me aburren|aburrido|aburrida|me da pereza|me da palo|no aguanto|no soporto|me cansa|me horroriza|me agobia|graut mir vor|dislikes|not my thing|isnt my thing|not my cup of tea|nicht mein ding|no es lo mio|not wild about|cant be arsed with|not feeling like|dont feel like|do not feel like|dont fancy|not in the mood for|not really into|not into|cant be bothered with|bored with|no me apetece|no me apetece nada|sin ganas de|nicht in stimmung fur|nicht so der fan von|kein fan von|no soy fan de|no soy de|cansado de|cansada de|genervt von|hate|hates|dislike|cant stand|cannot stand|dont like|do not like|dont enjoy|not a fan of|sick of|tired of|fed up with|bored of|rather not|prefer not|prefer not to|would rather not|id rather not|rather no|loathe|
		not keen on|hasse|mag kein|mag keine|mag nicht|mag keinen|lieber nicht|lieber kein|lieber keine|lieber keinen|habe keine lust auf|keine lust auf|satt|
		odio|no me gusta|no me gusta nada|detesto|harto de|harta de|aborrezco|prefiero no|mejor no`,
	"below":     `less than|fewer than|under|unter|weniger als|menos de|below|keep under`, // one less than what is counted
	"bigone":    `big|grosse|grossen|grosser|grande|gran|epic|monster|huge|fette|dicke`,
	"volume":    `volume|hours|mileage|umfang|umfange|stunden|horas|volumen|kilometraje|pensum|total time`,
	"daysbut":   `every day but|every day except|every day bar|any day but|any day except|all days but|all days except|each day but|each day except|jeden tag ausser|alle tage ausser|an jedem tag ausser|todos los dias menos|todos los dias excepto|cualquier dia menos|cualquier dia excepto`,
	"bringword": `bring|bringing`, "forwardword": `forward|nearer`,
	"onlyday":    `the only day|only day|the only days|only days|der einzige tag|einziger tag|die einzigen tage|el unico dia|unico dia|los unicos dias`,
	"permitted":  `cleared me to|cleared me for|cleared to|cleared for|has cleared me for|has cleared me to|allowed me to|is ok|is okay|is fine|are ok|are okay|are fine|is possible|is allowed|still fine|still ok|ist ok|ist okay|ist erlaubt|ist moglich|geht|geht noch|geht gut|ginge|esta bien|es posible|im fine with|no problem with`,
	"perhaps":    `puede que|igual|tal vez|talvez|womoglich|allenfalls|maybe|perhaps|vielleicht|eventuell|quiza|quizas|a lo mejor|possibly|potentially`,
	"leaveword":  `leave|keep|lass|lasse|lassen|halte|halten|deja|dejad|dejar|reserve|block|block out`,
	"clearword":  `open|clear|alone|empty|blank|untouched|offen|leer|unverplant|abierto|abierta|vacio`,
	"lowword":    `low|on the low side|niedrig|gering`,
	"asis":       `where it is|where they are|as it is|as they are|as is|unchanged|in place|wie er ist|wie es ist|so wie er ist|so wie es ist|da wo er ist|wo er ist|unverandert|donde esta|como esta|tal cual|tal y como esta|sin cambios|sin cambiar`,
	"occupied":   `dentist|dentist appointment|dentists appointment|doctors appointment|doctor appointment|docs appointment|hairdresser|zahnarzt|zahnarzttermin|arzttermin|dentista|cita medica|arbeiten|arbeite|muss arbeiten|trabajo|trabajar|tengo trabajo|working|i work|im working|have to work|got to work|meeting|meetings|in meetings|besprechung|besprechungen|reunion|reuniones|on shift|my shift|schicht|turno|de turno|clase|clases|vorlesung|vorlesungen|lecture|lectures|in class|elternabend|babysitting|babysitten|appointment|termin|cita`,
	"trackplace": `track|on the track|auf der bahn|bahn|en la pista|en pista|pista|laufbahn`,
	"weekoff":    `a week off|one week off|a week off the|one week off the|a week off from|a week without|one week without|eine woche pause von|eine woche pause vom|eine woche ohne|una semana sin|una semana de descanso de`,
	"forwork":    `for work|on business|beruflich|geschaftlich|por trabajo|por negocios|de negocios`,
	"oneofthem":  `one of them|one of which|one of those|davon eine|davon einer|davon einen|eine davon|einer davon|einen davon|una de ellas|uno de ellos`,
	"nightshift": `night shift|night shifts|nightshift|nightshifts|on nights|on night|work nights|working nights|i work nights|im on nights|am on nights|doing nights|nights at work|nachtschicht|nachtschichten|nachtdienst|nachtdienste|nachtwache|nachtwachen|arbeite nachts|nachts arbeiten|turno de noche|turnos de noche|turno nocturno|turnos nocturnos|trabajo de noche|trabajo de noches|trabajar de noche|trabajo por la noche|trabajo por las noches|trabajo noches|de noches|estoy de noches`,
	"nighttime":  `nachts|overnight`,
	// ---- changing
	"insteadof": `as opposed to|in preference to|instead of any|im gegensatz zu|en lugar del|en vez del|en lugar de la|en vez de la|than|over|instead of|rather than|in place of|in lieu of|and not|statt|anstatt|anstelle von|anstelle|stattdessen|en vez de|en lugar de|antes que|mas bien que`,
	"-":         `signed off|prob nothing|probably nothing|its nothing|nothing bad|nothing new|lieg flach|liege flach|at rest|in ruhe|en reposo|the rest is up to you|rest is up to you|rest is your call|the rest is your call|der rest ist egal|rest egal|sonst egal|lo demas me da igual|just lazy|lazy|faul|vago|perezoso|at all|at the moment|right now|for the moment|for now|momentan|zurzeit|derzeit|im moment|de momento|por ahora|ahora mismo|whole|entire|complete|full|ganzen|ganzer|ganze|off work|off from work|day off work|day off from work|time off work|off school|no work|no school|frei von der arbeit|arbeitsfrei|no trabajo|instead of that|weather permitting|if the weather allows|wenn das wetter mitspielt|si el tiempo lo permite|if thats ok|if thats okay|if you can|wenns geht|wenn moglich|wenn es geht|si puede ser|si es posible|same here|fyi|btw|by the way|im also|gonna|well|just so you know|ubrigens|oh and|dear coach|lieber coach|queria|cheers|ta|mil gracias|de nuevo|una vez mas|hey coach|at a time|at once|auf einmal|unfortunately|sadly|sorry|leider|lamentablemente|por desgracia|desgraciadamente|dont worry|no worries|keine sorge|no te preocupes|no problem|kein problem|all good|alles gut|todo bien|alles bestens|nothing dramatic|nothing serious|nothing bad|nothing major|nichts schlimmes|nichts ernstes|nada grave|nada serio|what can i do|what should i do|what can i still do|was kann ich tun|was soll ich tun|que puedo hacer|is enough|are enough|enough|reicht|reichen|genugt|basta|es suficiente|suficiente|suficientes|works for me|work for me|works best|work best|works better|work better|works|passt mir|passen mir|passt|passt besser|me viene bien|me vienen bien|me viene mejor|lift my|lifting my|lift his|lift her|lift me|carrying my|tired|knackered|mude|cansado|cansada|available only|abre|full body|whole body|ganzkorper|cuerpo entero|any more|anymore|am|instead|an|the|my|i|im|ive|id|me|we|it|its|is|are|be|been|some|any|please|pls|plz|thanks|thank you|hi|hello|hey|coach|this time|that|there|theres|have|has|got|get|doing|do|go|going|take|taking|let|make|you|your|session|sessions|session of|s|with my|again|really|just a|bit|little|kind of|also|too|as well|if possible|ideally|possible|would|should|shall|us|our|for me|on|in|as|schedule me|week|weeks|them|those|here|now|currently|then i|i can|will be|will be on|for the|of the|there is|there are|being|it is|doctor|doc|physio|told|said|says|she|he|her|his|they|trainer|who|these|up|out|out for|what about|done|have had|had|was|were|did|does|good|nice|great|stuff|thing|things|around|about|approximately|ish|fine|ok|okay|otherwise|all good|allowed|feeling better|better|ich|bin|bitte|mir|mich|mein|meine|meinen|meinem|meiner|ein|eine|einen|einem|einer|der|die|das|den|dem|des|zu|zum|zur|auf|ist|sind|habe|hab|haben|war|hatte|mit dem|es|noch|etwas|bisschen|danke|hallo|machen|mache|tun|gehen|gehe|einheit|einheiten|auch|da|fur mich|wir|uns|sein|werde|wird|eines|sollte|soll|gemacht|beim|von der|trainieren wir|steht|yo|un|una|el|la|los|las|lo|por favor|en|mi|mis|son|estoy|soy|ha|hacer|hago|hay|gracias|hola|con el|con la|por el|se|te|le|sesion|sesiones|tambien|algo|esta vez|del dia|mas o menos|voy a|voy|vamos|ir|de la|de los|para mi|para|tener|tengo|tuve|fue|era|entreno de|nos|nuestro|su|favor`,
	"swap":      `change|change my|cambiadme|cambiame|cambiarme|intercambia|swap out|tauscht|swap|replace|exchange|switch|substitute|trade|turn|tausche|tausch|ersetze|ersetzen|tauschen|austauschen|cambia|cambiar|sustituye|sustituir|reemplaza|reemplazar`,
	"with":      `with|mit|con|by|into|durch`,
	"move":      `pasame|pasadme|moved to|got moved to|verleg|verlegt|schieben|schieb|verschieb|vorziehen|vorverlegen|retrasa|retrasar|adelantar|traslada|trasladar|pospon|posponer|aplazar|mueveme|pull forward|slide|bump|move|shift|reschedule|postpone|push|bring forward|verschiebe|verschieben|verlege|verlegen|mover|mueve|pasa|pasar|adelanta|aplaza`,
	"rest": `sportpause|trainingspause|sportverbot|trainingsverbot|zwangspause|verletzungspause|freihalten|frei halten|freizuhalten|freilassen|frei lassen|freigehalten|keep clear|kept free|keep it free|dejar libre|dejame libre|count me out|leave me out|no cuentes conmigo|no conteis conmigo|ohne mich|no me pongas nada|no pongas nada|no programes nada|no planifiques nada|plan nichts|plane nichts|nichts einplanen|nichts planen|dont plan anything|dont put anything|dont give me anything|give me nothing|put nothing|schedule nothing|plan nothing|put my feet up|feet up|chill day|dia sin nada|sin nada|freier|freien|freie|couch day|rest|rest day|rest days|day off|days off|off|time off|free|recover day|no training|no workout|no workouts|no sport|no exercise|no sessions|no session|no sports|complete rest|nothing|resting|keep free|
		kein training|kein sport|ruhetag|ruhetage|ruhe|frei|trainingsfrei|pause|pausentag|nichts|keine einheit|keine einheiten|sportfrei|freier tag|
		descanso|descansar|descansa|dia libre|dias libres|libre|libres|dia de descanso|dias de descanso|sin entrenar|sin entrenamiento|no entrenar|sin deporte`,
	"away": `de puente|viajo|viajamos|vuelo|volamos|fliege|fliegen|verreise|flying out|trip away|classfahrt|lehrgang|auf lehrgang|auf fortbildung|fortbildung|montage|auf montage|betriebsausflug|workshop|offsite|team offsite|away day|at the in laws|schwiegereltern|formacion|curso de formacion|de formacion|convencion|feria|de feria|verplant|verhindert|eingespannt|liado|liada|tied up|snowed under|swamped|booked up|fully booked|booked solid|wedding|a wedding|hochzeit|boda|una boda|bautizo|christening|taufe|funeral|beerdigung|stag do|stag weekend|hen do|hen weekend|bachelor party|bachelorette|junggesellenabschied|despedida de soltero|graduation|skiurlaub|ski trip|skiing trip|klassenfahrt|kongress|konferenz|congreso|messe|seminar|school trip|business travel|auf geschaftsreise|festival|city break|staycation|cruise|kreuzfahrt|crucero|camping trip|de excursion|en el extranjero|im ausland|out of office|retreat|at a wedding|at a conference|at a funeral|at a party|at a festival|at a workshop|out all day|gone all day|away all day|on a course|on the road|out of the country|off grid|auf einer hochzeit|auf hochzeit|auf einer konferenz|auf einer messe|den ganzen tag weg|ganztagig weg|auf klassenfahrt|en una boda|de boda|en un congreso|todo el dia fuera|estoy fuera|away|travel|travelling|traveling|travels|trip|business trip|work trip|flying|unavailable|not available|out of town|holiday|holidays|vacation|on leave|abroad|not around|busy|conference|not home|no time|dont have time|
		verreist|unterwegs|reise|dienstreise|geschaftsreise|urlaub|im urlaub|auf reisen|keine zeit|nicht verfugbar|weg|nicht da|ausgebucht|beschaftigt|
		de viaje|viaje|viajando|fuera|de vacaciones|vacaciones|no disponible|ocupado|ocupada|no tengo tiempo|sin tiempo|no estoy`,
	"train": `start|starts|anfangen|empezar|train|training|workout|workouts|exercise|exercising|anything|work out|trainieren|etwas machen|sport|einheit machen|entrenar|entreno|
		entrenamiento|entrenos|ejercicio|deporte|schedule anything|do anything`,
	// ---- events
	"race":      `tengo carrera|tengo una carrera|hay carrera|mi carrera|tengo competicion|an ultra|ultra in|ultra on|my ultra|carrera de montana|carrera por montana|carrera de obstaculos|carrera de 10k|cross country race|berglauf wettkampf|trailwettkampf|ultra trail|ultratrail|backyard ultra|obstacle race|trail race|park race|cross race|cyclocross race|swim meet|swimming meet|schwimmwettkampf|regatta rennen|laufveranstaltung|laufevent|benefizlauf|spendenlauf|frauenlauf|volkslaufe|wettkampfe|carrera benefica|carrera de la mujer|carrera nocturna|milla urbana|silvesterlauf|nikolauslauf|osterlauf|weihnachtslauf|adventslauf|neujahrslauf|crosslauf meisterschaft|san silvestre|carrera de navidad|cross de navidad|jingle bell run|santa run|reindeer run|championship|championships|meisterschaft|meisterschaften|campeonato|fun run|charity run|charity race|turkey trot|stadtlauf|firmenlauf|stadtmarathon lauf|b race|c race|tune up race|tuneup race|training race|vorbereitungswettkampf|testwettkampf|carrera de preparacion|carrera solidaria|duell|time trial|zeitfahren|contrarreloj|race|racing|competition|compete|competing|tournament|regatta|event|wettkampf|rennen|wettbewerb|volkslauf|carrera popular|competicion|competir|concurso`,
	"fondo":     `gran fondo|sportive|granfondo|radmarathon|marcha cicloturista|marcha cicloturistica|cicloturista|cyclosportive|etape`,
	"mainrace":  `my a race|main race|goal race|target race|key race|race of the year|big race|hauptwettkampf|saisonhohepunkt|mein hauptrennen|carrera principal|carrera objetivo|objetivo principal`,
	"raced":     `raced|ran a|did a|finished a|completed a|ran my|did my|ran the|did the|bin einen|habe einen|lief einen|gelaufen|corri un|corri una|hice un|hice una|termine un`,
	"parkrun":   `parkrun|park run`,
	"marathon":  `marathon|full marathon|maraton|marathonlauf`,
	"half":      `doing a half|running a half|racing a half|run a half|a half on|a half on the|half on the|my half on|halben marathon|media el|half marathon|halbmarathon|halber marathon|media maraton|medio maraton|hm`,
	"halfof":    `half`,
	"triathlon": `tri|tria|triathlon|triatlon`, "duathlon": `duathlon|duatlon`, "sprinttri": `sprint tri|sprint distance tri|super sprint|supersprint|sprint tria|sprint triathlon|sprint distance triathlon|sprinttriathlon|volkstriathlon|triatlon sprint`, "olympictri": `olympic tri|oly tri|oly distance|olympic distance tri|olympische|triatlon distancia olimpica|olympic triathlon|olympic distance|olympische distanz|kurzdistanz|triatlon olimpico|distancia olimpica`,
	"halftri": `half iron|half distance tri|middle distance tri|half distance|middle distance triathlon|triatlon de media distancia|half ironman|ironman 70.3|70.3|half distance triathlon|mitteldistanz|medio ironman|medio iron man`, "fulltri": `ironman|full distance triathlon|langdistanz|iron man`,
	"hyrox": `hyrox`,
	// ---- sorts of session
	"long":    `long one|longer one|long|big long|lang|lange|langer|langes|langen|langere|larga|largo|largas|largos|fondo largo|go long`,
	"longrun": `tirada larga|tirada|rodaje largo|carrera larga|longrun|langlauf lauf|longlauf`,
	"easy": `easy one|facil|faciles|z1|zone 1|base|conversational|gemutlich|gemutliche|gemutlicher|shakeout|calmado|relajada|easy|easily|light|gentle|relaxed|recovery|chill|steady easy|zone 2|z2|very easy|easy pace|locker|lockere|lockerer|lockeres|lockeren|leicht|leichte|leichter|leichtes|ruhig|ruhige|ruhiger|entspannt|entspannte|regenerativ|
		suave|suaves|facil|faciles|ligero|ligera|tranquilo|tranquila|recuperacion|relajado`,
	"hard": `hard one|fast one|intervalleinheit|intervalleinheiten|schwelleneinheit|schwelleneinheiten|tempoeinheiten|intervallen|strenuous|vigorous|demanding|taxing|anstrengend|anstrengendes|anstrengende|belastend|esfuerzo|esfuerzos|extenuante|hard stuff|full gas|all out|flat out|vollgas|a tope|a fuego|fast stuff|fast session|speed session|schnelle|schnelle einheit|schnelle einheiten|harte einheiten|harte einheit|intense stuff|high intensity stuff|intensities|z4|z5|zone 4|zone 5|threshold session|intensiveinheit|hartes training|fuertes|exigente|exigentes|anaerobic|race pace|hard|intense|intensity|high intensity|interval|intervals|interval session|interval training|threshold|tempo|vo2|vo2max|sprint|sprints|speed|speedwork|speed work|tough|heavy|quality|quality session|key session|hiit|hit|hard efforts|
		hart|harte|harter|hartes|harten|intensiv|intensive|intensives|intervalle|intervall|intervalltraining|schwelle|schwellentraining|tempotraining|tempoeinheit|schnell|schnelles|qualitat|
		duro|dura|duros|duras|intenso|intensa|intervalos|intervalo|series|serie|umbral|velocidad|fartlek duro|intensidad|calidad`,
	"easier":  `entspannter|sanfter|mas relajado|mas relajada|mas ligero|mas ligera|mas flojo|mas floja|easier|lighter|gentler|ruhigere|lockerere|leichtere|mas suave|mas suaves|mas facil|mas faciles|mas tranquilo|mas tranquila`,
	"shorter": `keep sessions short|keep the sessions short|keep workouts short|keep them short|sessions short|einheiten kurz|sesiones breves|short sessions|short workouts|short ones|keep it short|short and sweet|kurze einheiten|kurz halten|sesiones cortas|entrenos cortos|kurz und knackig|shorter|kurzere|kurzer|mas corto|mas corta|mas cortos|mas cortas`,
	"more":    `ramp up|step up|increase|up the|boost|steigere|steigern|erhohe|aumenta|aumentar|longer|lots of|a lot of|plenty of|mucha|mucho|viel|more|some more|extra|additional|a lot more|mehr|viel mehr|mas|bigger|bulk up|gross|grossere|fuerte|weekly more`,
	"less":    `back off|back off on|back off the|back off with|scale back|ease off|ease off on|tone down|dial back|go easy on|reduzieren|zuruckfahren|recorta|recortar|not as many|not too much|not too many|nicht zu viel|nicht so viel|no demasiado|no mucho|lower|less|fewer|not so much|not as much|cut back on|cut down on|reduce|weniger|reduziere|menos|reducir`,
	"easyweek": `easy weeks|light weeks|lighter weeks|easier weeks|lockere wochen|leichte wochen|ruhige wochen|semanas suaves|semanas tranquilas|semanas de descarga|easier week|an easier week|lighter week|a lighter week|calmer week|quieter week|softer week|gentler week|relaxed week|chilled week|low key week|quiet week|unload week|absorb week|leichtere woche|ruhigere woche|lockerere woche|entspanntere woche|entspannte woche|sanfte woche|weiche woche|easy woche|deload woche|schonwoche|ruhewoche|semana mas suave|una semana mas suave|semana mas facil|una semana mas facil|semana mas ligera|una semana mas ligera|semana mas tranquila|una semana mas tranquila|semana floja|semana mas floja|una semana mas floja|semana relajada|una semana relajada|semana mas relajada|una semana mas relajada|semana de recuperacion|una semana de recuperacion|una semana de descarga|semana de transicion|go easy on me|take it easy on me|be gentle with me|be kind to me|schon mich|schone mich|sei gnadig|ease me in|dial it back|take things easy|take it easier|throttle back|gas rausnehmen|gang runter|runterfahren|bajar el ritmo|bajar el piston|aflojar|die woche locker|woche locker angehen|keep the week easy|make the week easy|make it an easy week|keep it easy this week|mach die woche locker|easy week|light week|recovery week|rest week|deload|deload week|down week|step back week|take it easy|go easy|gentle week|lockere woche|leichte woche|ruhige woche|entlastungswoche|regenerationswoche|erholungswoche|
		lass es locker|semana suave|una semana suave|una semana facil|una semana ligera|una semana tranquila|semana facil|semana ligera|semana tranquila|semana de descarga|descarga|tomarlo con calma|tomarmelo con calma`,
	"bigweek": `big week|bigger week|hard week|heavy week|a big one|big one|harte woche|grosse woche|intensive woche|semana fuerte|semana dura|semana grande`,
	"build":   `build|build up|build week|aufbau|aufbauen|aufbauwoche|construir|carga`,
	// ---- sports
	"run": `laufumfang|laufkilometer|per run|pro lauf|por carrera|por rodaje|corre|jogge|renne|renn|long jog|run commute|laufpensum|trab|traben|trabe|rodar|trotando|joggingrunde|laufrunde|laufrunden|dauerlauf|dauerlaufe|waldlauf|run|runs|running|jog|jogs|jogging|lauf|laufe|laufen|laufeinheit|laufeinheiten|lauftraining|joggen|laufs|rennen gehen|lauft|
		correr|corro|carrera|carreras|carrera a pie|footing|trote|trotar|rodaje|rodajes|corriendo`,
	"ride":  `per ride|pro ausfahrt|por salida en bici|radle|radel|fahrradfahren|radfahrt|radeinheit rad|mtb|mountain bike|mountain biking|mountainbike|gravel ride|gravel bike|rennradfahren|rennradtour|bike ride|bike rides|bicycle ride|rad tour|salir en bici|salida con la bici|pedaleo|btt|ruta en bici|ride|rides|riding|bike|bikes|biking|bicycle|cycle|cycling|spin|spinning|on the bike|rad|radfahren|rad fahren|radtour|radeln|fahrrad|radeinheit|radeinheiten|rennrad|radausfahrt|ausfahrt|bici|bicicleta|ciclismo|montar en bici|salida en bici|en bici|pedalear|montar en bicicleta`,
	"turbo": `ergometer|bike trainer|home trainer|hometrainer|smart trainer|turbo trainer|stationary bike|exercise bike|spin bike|spinning bike|indoor bike|peloton|rollentraining|heimtrainer|ergometer rad|standrad|bicicleta estatica|bici estatica|rodillo de bici|turbo|on the turbo|on the trainer|on a trainer|indoor trainer|trainer ride|zwift|rolle|auf der rolle|rodillo|en el rodillo`,
	"swim":  `per swim|dip|splash|schwimme|schwimmer|kraulen|kraultraining|nadamos|largos en la piscina|hacer largos|swim|swims|swimming|swum|schwimmen|schwimm|schwimmtraining|schwimmeinheit|schwimmeinheiten|bahnen|nadar|nado|natacion|nadando`,
	"row":   `rower machine|rudermaschine|maquina de remo|row|rows|rowing|rowing machine|erg|ergs|rower|indoor rowing|concept2|rudern|ruder|ruderergometer|rudergerat|remo|remar|remoergometro`,
	"strength": `krafteinheiten oberkorper|lifting weights|pumping iron|gym class|strength class|circuit|circuits|circuit training|zirkeltraining|pumpen|stemmen|circuito|circuitos|circuito de fuerza|trabajo de fuerza|entreno de fuerza|entrenos de fuerza|sesion de gym|sesion de gimnasio|strength|strength work|strength training|strength session|strength sessions|lift|lifts|lifting|gym work|gym session|gym sessions|weights|weight training|weightlifting|weight session|resistance training|home workout|home workouts|
		kraft|krafttraining|krafteinheit|krafteinheiten|gewichte|kraftraum|gewichtstraining|hanteltraining|fuerza|pesas|musculacion|entrenamiento de fuerza|sesiones de fuerza|sesion de fuerza`,
	"pool":         `pool|pool session|pool sessions|pool access|swimming pool|schwimmbad|hallenbad|schwimmbecken|piscina`,
	"gym":          `gym|the gym|gym visit|fitness studio|fitnessstudio|studio|fitnessraum|fitness room|gimnasio|gym access`,
	"tracksession": `tempolauf|tempolaufe|tempodauerlauf|intervalllauf|intervalllaufe|schwellenlauf|tempo run|tempo runs|interval run|interval runs|threshold run|threshold runs|speed run|carrera de tempo|track session|track workout|track training|track work|track intervals|bahntraining|bahneinheit|sesion de pista|entrenamiento en pista|entreno en pista`,
	"mobility":     `hot yoga|vinyasa|yin yoga|power yoga|hatha|ashtanga|foam rolling|foam roll|faszienrolle|dehneinheit|dehnprogramm|mobility|yoga|joga|stretching|stretch|stretches|pilates|dehnen|beweglichkeit|mobilitat|movilidad|estiramientos|estirar|flexibility`,
	"walk":         `stroll|power walk|gehen gehen|walken|nordic walking|marcha nordica|walk|walks|walking|spaziergang|spazieren|spazierengehen|caminar|caminata|paseo|andar`,
	"hike":         `hike|hikes|hiking|wandern|wanderung|senderismo|excursion`,
	"skierg":       `ski ergometer|skiergometer|ski ergo|ergometro de esqui|maquina de esqui|esqui ergometro|skiergo|ski erg|skierg`,
	"elliptical":   `elliptical trainer|elliptical machine|ellipsentrainer|ellipse|bicicleta eliptica|maquina eliptica|elliptical|cross trainer|crosstrainer|eliptica`,
	"kayak":        `paddle|kayaks|kanu|kanufahren|kajakfahren|paddeln|paddling trip|canoeing|piraguismo|remar en kayak|kayakear|kayak|kayaking|kajak|canoe|paddling|piragua|kayac`,
	"multi":        `hyrox session|hyrox workout|hyrox training|hyrox einheit|hyrox class|sesion de hyrox|entreno de hyrox|hyrox entrenamiento|multisport`,
	"brick":        `run off the bike|run off bike|transition run|lauf nach dem rad|correr tras la bici|brick|bricks|brick session|brick run|koppeltraining|koppeleinheit|transicion|ladrillo`,
	// ---- families
	"strides":     `strides|stride|steigerungen|steigerungslaufe|progresivos|rectas`,
	"hills":       `hill session|hill training|hill intervals|bergintervalle|bergauf|repeticiones en cuesta|series en cuesta|hills|hill|hill repeats|hill reps|hill sprints|hilly|bergsprints|berglaufe|berge|hugel|huegel|cuestas|cuesta`,
	"trail":       `trail|trails|trail running|trail run|trail runs|trailrunning|traillauf|trailrun`,
	"fartlek":     `fartlek|fahrtspiel`,
	"openwater":   `open water|open water swimming|open water swim|freiwasser|freiwasserschwimmen|aguas abiertas`,
	"sweetspot":   `sweet spot|sweetspot`,
	"plyo":        `plyometrics|plyos|plyo|jumps|jumping|sprunge|plyometrie|pliometria|saltos`,
	"technique":   `technique|drills|drill|swim drills|technik|techniktraining|tecnica`,
	"progression": `progression run|progression runs|progressive run|fast finish long run|endbeschleunigung|lauf mit endbeschleunigung|carrera progresiva|rodaje progresivo`,
	"runwalk":     `run walk|run and walk|walk run|run walk intervals|laufen und gehen|lauf geh training|geh lauf|correr y caminar|cacos|caco`,
	"aqua":        `aqua jogging|aquajogging|aqua jog|deep water running|deep water run|water running|pool running|pool run|wasserlaufen|aquajoggen|correr en el agua|carrera en el agua|carrera acuatica`,
	"overunders":  `over unders|over under|overunders|over and unders`,
	"cadence":     `cadence drills|cadence work|high cadence ride|trittfrequenz|trittfrequenztraining|trabajo de cadencia|cadencia`,
	"css":         `css|css swim|css set|css sets`,
	"ftptest":     `ftp test|ftp|test de ftp|prueba de ftp|ftptest`,
	"pelvic":      `pelvic floor|pelvic floor work|beckenboden|beckenbodentraining|suelo pelvico|ejercicios de suelo pelvico`,
	"prehab":      `prehab|pre hab|injury prevention|injury prevention work|verletzungspravention|prevencion de lesiones|trabajo preventivo`,
	"core":        `core|core work|abs|rumpf|rumpftraining|bauch|abdominales`,
	"legday":      `leg work|leg session|leg sessions|leg training|leg workout|legwork|leg exercises|leg day|leg days|legs|lower body|squat|squats|deadlift|deadlifts|lunges|lunge|beine|beintraining|unterkorper|kniebeugen|kreuzheben|piernas|tren inferior|sentadillas|peso muerto`,
	"armday":      `upper body|arms|bench press|push ups|pushups|pull ups|pullups|oberkorper|arme|liegestutze|klimmzuge|tren superior|brazos|dominadas|flexiones`,
	// ---- what is at hand
	"hotelgym":  `hotel with a gym|hotel with gym|hotel mit fitnessraum|hotel mit gym|hotel con gimnasio|hotel gym|hotel fitness room|hotel fitness|gym at the hotel|hotelgym|hotel fitnessraum|hotelfitness|gimnasio del hotel|gimnasio de hotel`,
	"dumbbells": `dumbbells|dumbbell|dumbells|hand weights|kurzhanteln|kurzhantel|hanteln|mancuernas|mancuerna`, "kettlebell": `kettlebell|kettlebells|kugelhantel|kugelhanteln|pesa rusa|pesas rusas`,
	"bands":   `bands|band|resistance bands|resistance band|theraband|gummiband|gummibander|widerstandsband|bander|bandas|banda|bandas elasticas|gomas`,
	"barbell": `barbell|barbells|langhantel|langhanteln|barra`, "bench": `bench|hantelbank|bank|banco`, "pullupbar": `pull up bar|pullup bar|chin up bar|klimmzugstange|barra de dominadas`,
	"hotel":        `hotel room|hotelzimmer|habitacion de hotel|habitacion del hotel|hotel|hotels|resort|airbnb|ferienwohnung|ferienhaus|pension|apartamento|hostal|hostel`,
	"treadmill":    `treadmill|treadmills|laufband|laufbander|cinta|cinta de correr|cinta rodante`,
	"jumprope":     `jump rope|skipping rope|jumprope|springseil|seilspringen|comba|cuerda de saltar|cuerda`,
	"medicineball": `medicine ball|med ball|medizinball|balon medicinal`, "sandbag": `sandbag|sand bag|sandsack|saco de arena`, "sledgear": `sled|schlitten|trineo`,
	"cable": `cable machine|cables|kabelzug|seilzug|polea|poleas`, "machines": `machines|weight machines|gerate|maschinen|maquinas`, "rack": `squat rack|power rack|kniebeugenstander|jaula|soporte de sentadillas`, "dipbars": `dip bars|dip bar|parallettes|barren|dipstander|paralelas`,
	"rings": `rings|gym rings|trx|suspension trainer|ringe|schlingentrainer|anillas`, "boxgear": `plyo box|plyobox|sprungkasten|cajon`, "swissball": `swiss ball|gym ball|exercise ball|gymnastikball|pezziball|fitball|pelota suiza`,
	"abwheel": `ab wheel|bauchroller|rueda abdominal`, "sliders": `sliders|gleiter|deslizadores`, "battlerope": `battle rope|battle ropes|cuerda de batalla`, "climbingrope": `climbing rope|kletterseil|cuerda de trepar`,
	"trapbar": `trap bar|hex bar|trapezstange|barra hexagonal`, "plates": `weight plates|hantelscheiben|discos de peso`, "hurdles": `hurdles|hurden|vallas`, "romanchair": `roman chair|romischer stuhl|silla romana`, "landmine": `landmine`, "safetybar": `safety bar|safety squat bar`, "yoke": `yoke`,
	"boat": `rowing boat|ruderboot|bote de remo`, "skis": `skis|roller skis|skiroller|esquis`,
	"place":      `the gym has|gym has|hotel has|the hotel has|das studio hat|das hotel hat|el gimnasio tiene|gimnasio tiene|el hotel tiene|only equipment is|only have`,
	"bodyweight": `bodyweight|body weight|no equipment|without equipment|no gym equipment|no gym access|korpergewicht|eigengewicht|ohne gerate|keine gerate|peso corporal|sin material|sin equipamiento|sin equipo`,
	"runshoes":   `running shoes|run shoes|trainers|running gear|running kit|laufschuhe|laufschuhen|zapatillas|zapatillas de correr|my shoes`,
	"withbike":   `with my bike|with the bike|with a bike|take my bike|bringing my bike|mit rad|mit dem rad|con la bici|con mi bici`,
	"withgear":   `equipment|gear|available|at hand|at home|home|access to|access|zuhause|daheim|zu hause|en casa|disponible|disponibles|verfugbar`,
	// ---- where: to be read, not planned
	"terrain": `gravel|am see|im gelande|por el monte|por tierra|on sand|on tarmac|auf asphalt|por asfalto|indoor|outdoor|soft ground|soft surface|soft surfaces|grass|flat|flat routes|flat ground|flat courses|off road|dirt|gravel paths|indoors|indoor only|inside|outdoors|outside|in the forest|in the park|on the beach|scenic|quiet roads|weicher boden|weichem boden|weichen untergrund|weichem untergrund|flach|flache strecke|flache strecken|im wald|im park|drinnen|draussen|wiese|terreno blando|suelo blando|cesped|hierba|llano|terreno llano|en el bosque|en el parque|al aire libre|en interior`,
	// ---- together
	"group":     `with my squad|with the squad|my squad|squad|mit meiner trainingsgruppe|mit meiner gruppe|con mi equipo|con el equipo|con mi grupo de entrenamiento|entreno con el club|training group|team training|with my club|with the club|with my group|with the group|with my team|with friends|with a friend|group session|group training|club session|team session|club night|vereinstraining|gruppentraining|mit dem verein|mit der gruppe|mit freunden|en grupo|salida en grupo|salida de grupo|con el club|con mi club|con el grupo|con mi grupo|quedada|con amigos`,
	"groupride": `group ride|club ride|gruppenausfahrt|grupeta`, "grouprun": `group run|club run|lauftreff|gruppenlauf`, "groupswim": `group swim|club swim|masters swim|masters`,
	// ---- when on a day
	"morning":    `fruh|ganz fruh|early morning|early in the morning|bright and early|muy temprano|temprano|a primera hora|before breakfast|vor dem fruhstuck|antes del desayuno|morning|mornings|in the morning|in the mornings|am morgen|morgens|vormittags|vormittag|fruhmorgens|fruh am morgen|por la manana|por las mananas|mananas|de manana|first thing|early|am vormittag`,
	"lunch":      `lunch|at lunch|lunchtime|lunch time|lunch break|over lunch|midday|noon|at noon|mittags|mittag|in der mittagspause|mittagspause|uber mittag|am mittag|a mediodia|al mediodia|mediodia|a la hora de comer`,
	"afternoon":  `afternoon|afternoons|in the afternoon|nachmittags|nachmittag|am nachmittag|por la tarde|por las tardes|tarde|tardes`,
	"evening":    `eve|this evening|in den abendstunden|evening|evenings|in the evening|in the evenings|night|at night|tonight|abends|abend|am abend|por la noche|por las noches|noches|after dinner`,
	"beforework": `before work|before the office|before school|vor der arbeit|antes del trabajo|antes de trabajar|antes de la oficina`,
	"afterwork":  `after work|after the office|after school|nach der arbeit|nach feierabend|despues del trabajo|despues de trabajar|tras el trabajo`,
	"before":     `hasta las|hasta la|bis um|before|earlier than|vor|antes de|antes de las|antes del`, "after": `after|later than|nach|despues de|despues de las|a partir de|a partir de las|tras`,
	"notbefore": `not before|nicht vor|no antes de las|no antes de|not until|erst ab|nothing before`,
	"attime":    `at|um|a las|a la|gegen`,
	"oclock":    `uhr|oclock|o clock|horas en punto`,
	"amtime":    `a m`, "pmtime": `pm|p m|de la tarde|de la noche`,
	// ---- how often
	"perweek":  `per wk|a wk|each wk|every wk|pw|p w|pro wo|in a wk|por sem|a la sem|per week|a week|each week|every week|weekly|in a week|pro woche|in der woche|die woche|wochentlich|jede woche|por semana|a la semana|semanales|semanal|cada semana|x week`,
	"perday":   `per day|a day|each day|daily|pro tag|am tag|taglich|jeden tag|por dia|al dia|cada dia|diario|diarios`,
	"permonth": `per month|a month|pro monat|al mes`,
	"times":    `times|x|mal|veces|vez`,
	"then":     `then|followed by|and then|danach|dann|luego|despues|y luego`,
	// ---- what this grammar does not tell
	"if":      `if|unless|except|depending|when|whenever|in case|as long as|wenn|falls|ausser|sofern|si|excepto|cuando|salvo`,
	"vague":   `or nothing|oder nichts|o nada|all or nothing|alles oder nichts|todo o nada|out of|next time|the next time|nachstes mal|beim nachsten mal|la proxima vez|not enough|isnt enough|arent enough|too little|too few|too much|too many|zu wenig|zu viel|zu viele|nicht genug|muy poca|muy poco|demasiado|demasiada|demasiados|demasiadas|no es suficiente|no basta|nothing wrong with|no harm in|no issue with|no objection to|nothing against|nichts gegen|nada en contra de|should i|should we|do i|did i|am i|soll ich|sollte ich|sollen wir|deberia|tengo que hacer|me recomiendas|recomiendas|empfiehlst du|what do you think|was meinst du|que opinas|worth it|is it worth|no shortage of|dont worry about|why|which|what if|whether|warum|wieso|weshalb|welche|welchen|welcher|ob|por que|cual|cuales|acaso|not sure|unsure|unsicher|nicht sicher|no se|no estoy seguro|not only|not just|nicht nur|no solo|no solamente|almost|nearly|hardly|barely|rarely|seldom|kaum|fast|selten|casi|apenas|raramente|used to|fruher|antes solia|remaining|rest of the|last bit of|half of|halfway|part of|teil der|parte de|the other|another one|anderen|el otro|la otra|los demas|can go|opens|closes|opens at|closes at|opening hours|offnet|schliesst|abre a|cierra|wann|how much|how long|how often|how many|wie oft|wie lange|wie viel|cuanto|cuantos|cuantas|one of|one of the|eine der|einen der|eines der|uno de los|una de las|some of|einige|algunos de|in one day|in a single day|on the same day|same day|am selben tag|am gleichen tag|an einem tag|en un mismo dia|el mismo dia|two a day|half as|as before|wie immer|como siempre|like last|la vispera|el dia antes|el dia anterior|day before my|between each|zwischen den|zwischen zwei|entre cada|alternative|alternatively|the same as|at my own|depends|every other|every second|alternate|alternating|abwechselnd|the day after|day after|am tag danach|am tag nach|al dia siguiente|back from|return from|returning from|zuruck aus|zuruck vom|vuelvo de|either|double|twice as|consider|usual|previous|every third|except for|or maybe|ignore|unlock|rules|unlimited|override`,
	"because": `because|since|as i|due to|although|though|however|so that|so|weil|da ich|denn|obwohl|deshalb|daher|porque|ya que|aunque|asi que|por eso`,
	"but":     `but|aber|sondern|pero|sino`,
	"or":      `or|oder|o|u`,
	"and":     `and|und|y|e|plus|as well as|sowie|ademas`,

	// ---- the calendar
	"monday": `monday|mon|montag|lunes`, "tuesday": `tuesday|tue|tues|dienstag|martes`, "wednesday": `wednesday|wed|weds|mittwoch|miercoles`, "thursday": `thursday|thu|thur|thurs|donnerstag|jueves`,
	"friday": `friday|fri|freitag|viernes`, "saturday": `saturday|sat|samstag|sonnabend|sabado`, "sunday": `sunday|sun|sonntag|domingo`,
	"mondays": `mondays|montags|los lunes`, "tuesdays": `tuesdays|dienstags|los martes`, "wednesdays": `wednesdays|mittwochs|los miercoles`, "thursdays": `thursdays|donnerstags|los jueves`,
	"fridays": `fridays|freitags|los viernes`, "saturdays": `saturdays|samstags|los sabados|sabados`, "sundays": `sundays|sonntags|los domingos|domingos`,
	"january": `january|jan|januar|enero|ene`, "february": `february|feb|februar|febrero`, "march": `march|mar|marz|marzo`, "april": `april|apr|abril|abr`, "may": `may|mai|mayo`, "june": `june|jun|juni|junio`,
	"july": `july|jul|juli|julio`, "august": `august|aug|agosto`, "september": `september|sep|sept|septiembre`, "october": `october|oct|oktober|okt|octubre`, "november": `november|nov|noviembre`,
	"december": `december|dec|dezember|dez|diciembre|dic`,
	"today":    `today|heute|hoy`, "tomorrow": `tmr|tmw|tomo|2moro|2morrow|tomoz|tomorow|tomorrow|tmrw|morgen|manana`, "overmorrow": `day after tomorrow|the day after tomorrow|ubermorgen|pasado manana`, "yesterday": `yday|yest|last night|yesterday evening|yesterday morning|gestern abend|gestern morgen|letzte nacht|anoche|ayer por la tarde|ayer por la noche|yesterday|gestern|ayer`,
	"pastword":   `ran|swam|rode|biked|cycled|lifted|jogged|rowed|walked|hiked|trained|geschwommen|geradelt|gerudert|gejoggt|lief|schwamm|fuhr|corri|nade|rode|pedalee|entrene|rodamos|corrimos|nadamos ayer`,
	"happened":   `crashed|crash|fell|fallen|slipped|tripped|accident|gesturzt|sturz|hingefallen|gestolpert|ausgerutscht|unfall|me cai|caida|accidente|tropece|resbale`,
	"weekdays":   `weekdays|on weekdays|during the week|weekday|workdays|working days|midweek|unter der woche|wochentags|werktags|an werktagen|entre semana|dias laborables|dias de semana`,
	"weekends":   `weekends|at weekends|on weekends|am wochenende immer|wochenenden|an wochenenden|los fines de semana|fines de semana`,
	"weekend":    `over the weekend|over weekend|ubers wochenende|ueber das wochenende|uber das wochenende|at the weekend|on the weekend|am wochenende|durante el fin de semana|el fin de semana|el finde|weekend|the weekend|long weekend|wochenende|fin de semana|finde`,
	"fortnight":  `the 2 weeks|the two weeks|over the 2 weeks|over the two weeks|these two weeks|these 2 weeks|in the two weeks|die zwei wochen|die 2 wochen|las dos semanas|las 2 semanas|estas dos semanas|fortnight|whole plan|zwei wochen lang|quincena`,
	"everyday":   `every day|everyday|all days|all the time|jeden tag immer|todos los dias`,
	"restofweek": `rest of the week|rest of this week|rest der woche|resto de la semana`,
	"thisweek":   `this wk|this week|the week|current week|whole week|all week|diese woche|dieser woche|die ganze woche|esta semana|toda la semana`,
	"nextweek":   `next wk|next week|the following week|coming week|the coming week|nachste woche|nachster woche|kommende woche|kommender woche|la proxima semana|proxima semana|la semana que viene|semana que viene|la semana proxima`,
	"firstweek":  `first week|week one|week 1|erste woche|ersten woche|primera semana|la primera semana|semana 1`, "secondweek": `second week|week two|week 2|last week of the plan|zweite woche|zweiten woche|segunda semana|la segunda semana|semana 2|week after next|the week after`,
	"lastweek": `last week|past week|letzte woche|letzter woche|vergangene woche|la semana pasada|semana pasada`,
	"oneweek":  `one week|1 week|7 days|seven days|eine woche|einer woche|una semana|1 semana`,
	"twoweeks": `two weeks|2 weeks|a fortnight|14 days|fourteen days|the next two weeks|zwei wochen|2 wochen|dos semanas|2 semanas|15 dias`,
	"longtime": `three weeks|four weeks|five weeks|six weeks|3 weeks|4 weeks|5 weeks|6 weeks|8 weeks|one month|a few weeks|several weeks|drei wochen|
		vier wochen|sechs wochen|3 wochen|4 wochen|6 wochen|einen monat|ein monat|tres semanas|cuatro semanas|seis semanas|3 semanas|4 semanas|
		6 semanas|un mes|now on`,
	"next": `next|coming|nachste|nachsten|nachster|kommenden|kommender|kommende|proximo|proxima|que viene`, "last": `last|past|letzten|letzte|letzter|vergangenen|pasado|pasada|ultimo`, "this": `this|diesen|dieser|dieses|diesem|este|esta`,
	"every": `every|each|jeden|jede|jedes|cada|todos los|todas las`, "first": `first|ersten|erste|primer|primeros|primeras|primera`,
	"from": `from|starting|beginning|starting from|ab dem|ab|desde|desde el`, "until": `until|till|til`, "through": `through|thru|up to and including|bis|bis zum|bis einschliesslich|hasta|hasta el`,
	"of": `of|de|del|von|vom`, "que": `als|que`,
	"to": `to|a|al`, "between": `between|zwischen|entre`, "for": `for|fur|por|durante`, "ago": `ago|earlier`, "days": `trainingstage|trainingstagen|training days|workout days|dias de entreno|dias de entrenamiento|day|days|tag|tage|tagen|dia|dias`, "onward": `onwards|onward|en adelante`,
	"th": `th|st|nd|rd`,
}

// numbers are the words for numbers.
var numbers = map[string]string{
	"0.5": ``,
	"1":   `one|eins|uno|once|einmal|una vez`, "2": `two|twice|zwei|zweimal|dos|dos veces|a couple of|couple of|couple`, "3": `three|thrice|drei|dreimal|tres|tres veces`, "4": `four|vier|viermal|cuatro`, "5": `five|funf|cinco`,
	"6": `six|sechs|seis`, "7": `seven|sieben|siete`, "8": `eight|acht|ocho`, "9": `nine|neun|nueve`, "10": `ten|zehn|diez`, "11": `eleven|elf`, "12": `twelve|zwolf|doce`, "15": `fifteen|funfzehn|quince`,
	"20": `twenty|zwanzig|veinte`, "30": `thirty|dreissig|treinta`, "40": `forty|vierzig|cuarenta`, "45": `forty five|funfundvierzig|cuarenta y cinco`, "50": `fifty|funfzig|cincuenta`, "60": `sixty|sechzig|sesenta`, "90": `ninety|neunzig|noventa`,
}

// lengths are lengths that are said without a number, in minutes.
var lengths = map[int]string{
	30: `half an hour|half hour|a half hour|halbe stunde|eine halbe stunde|einer halben stunde|media hora`, 60: `an hour|one hour|a single hour|eine stunde|einer stunde|una hora`,
	90: `an hour and a half|one and a half hours|hour and a half|anderthalb stunden|eineinhalb stunden|hora y media|una hora y media`, 45: `three quarters of an hour|dreiviertelstunde|tres cuartos de hora`,
	15: `quarter of an hour|viertelstunde|cuarto de hora`, 120: `a couple of hours`,
}

// units are what stands behind a number: minutes, or metres where they are below nothing.
var units = map[string]float64{
	"min": 1, "mins": 1, "minute": 1, "minutes": 1, "minuten": 1, "minutos": 1, "minuto": 1, "minuts": 1, "h": 60, "hr": 60, "hrs": 60, "hour": 60, "hours": 60, "std": 60, "stunde": 60, "stunden": 60, "hora": 60, "horas": 60,
	"km": -1000, "k": -1000, "kms": -1000, "kilometer": -1000, "kilometers": -1000, "kilometre": -1000, "kilometres": -1000, "kilometern": -1000, "kilometro": -1000, "kilometros": -1000, "mile": -1609.344, "miles": -1609.344,
	"mi": -1609.344, "milla": -1609.344, "millas": -1609.344, "meilen": -1609.344, "m": -1, "meter": -1, "meters": -1, "metre": -1, "metres": -1, "metros": -1, "metern": -1, "yd": -0.9144, "yards": -0.9144,
}

// sportOf are the sports of words; of a family the one that it is of.
var sportOf = map[string]training.Sport{
	"run": training.Run, "longrun": training.Run, "ride": training.Ride, "turbo": training.Ride, "swim": training.Swim, "pool": training.Swim, "gym": training.Strength, "tracksession": training.Run, "row": training.Row, "strength": training.Strength, "mobility": training.Mobility, "walk": training.Walk, "hike": training.Hike,
	"skierg": training.SkiErg, "elliptical": training.Elliptical, "kayak": training.Kayak, "multi": training.MultiSport, "brick": training.MultiSport,
	"strides": training.Run, "hills": training.Run, "trail": training.Run, "fartlek": training.Run, "openwater": training.Swim, "sweetspot": training.Ride, "fondo": training.Ride,
	"groupride": training.Ride, "grouprun": training.Run, "groupswim": training.Swim, "parkrun": training.Run, "marathon": training.Run, "half": training.Run,
}

// races are the words of events; what is for training goes by its sport.
var races = map[string]bool{"fondo": true, "sprinttri": true, "olympictri": true, "halftri": true, "fulltri": true, "duathlon": true, "parkrun": true, "marathon": true, "half": true, "triathlon": true}

var familyOf = map[string]session.ID{
	"strides": "R-STR", "hills": "R-HILL", "trail": "R-TRAIL", "fartlek": "R-FART", "openwater": "S-OW", "sweetspot": "B-SS", "brick": "X-BRICK", "progression": "R-LPROG", "runwalk": "R-WALK",
	"aqua": "A-AQUA", "overunders": "B-OU", "cadence": "B-CAD", "css": "S-CSS", "ftptest": "B-TEST", "pelvic": "Q-PELV", "prehab": "Q-PREV",
}

var sessionOf = map[string]Session{"long": Long, "hard": Hard, "easy": Easy}

var equipmentOf = map[string]training.Equipment{
	"treadmill": training.Treadmill, "jumprope": training.JumpRope, "medicineball": training.MedicineBall, "sandbag": training.Sandbag, "sledgear": training.Sled, "cable": training.Cable,
	"machines": training.Machine, "rack": training.Rack, "dipbars": training.DipBars, "rings": training.Rings, "boxgear": training.Box, "swissball": training.SwissBall, "abwheel": training.AbWheel,
	"sliders": training.Sliders, "battlerope": training.BattleRope, "climbingrope": training.ClimbingRope, "trapbar": training.TrapBar, "plates": training.Plate, "hurdles": training.Hurdles,
	"romanchair": training.RomanChair, "landmine": training.Landmine, "safetybar": training.SafetyBar, "yoke": training.Yoke, "boat": training.RowingBoat, "skis": training.Skis,
	"hotelgym": training.Gym, "dumbbells": training.Dumbbells, "kettlebell": training.Kettlebell, "bands": training.Band, "barbell": training.Barbell, "bench": training.Bench,
	"pullupbar": training.PullUpBar,
}

// machineOf is what is at hand where a sport's word speaks of that, not of a session: a hotel with a pool, a gym that has a rower.
var machineOf = map[string]training.Equipment{
	"turbo": training.Trainer, "pool": training.SwimmingPool, "row": training.Rower, "skierg": training.SkiErgometer, "elliptical": training.EllipticalMachine, "openwater": training.OpenWater,
	"kayak": training.KayakBoat, "ride": training.Bike, "gym": training.Gym,
}

var regionsOf = map[string][]training.MuscleGroup{"legday": {training.Legs}, "armday": {training.Push, training.Pull}, "core": {training.Core}, "plyo": {training.Legs}}
