package gate

import (
	"strings"

	"fortnight/training"
)

// The words of gates, folded as package lexis folds them, in English, German and Spanish. "hurt{,s}" are two words, "palpitat*" is what begins so.
// Order does not matter: no line looks at another.

// harmless are words that hurt nobody before some others: a pull-up, a broken chain.
var harmless = func() map[string]map[string]bool {
	all := map[string]map[string]bool{}
	for words, followers := range map[string]string{
		"pull pulls pulling": "up ups buoy day days down downs through overs session sets focus", "tight": "schedule deadline week budget timing plan turns on", "stiff": "headwind wind competition legged",
		"burning": "calories fat matches", "roll rolled rolling": "out foam oats", "broken": "chain wheel spoke bike pedal frame intervals sets watch heating boiler goggles treadmill turbo", "sore": "loser", "cast": "iron away",
		"locking": "pedals cleats", "trouble": "sleeping finding getting making fitting", "problem problems": "getting finding fitting", "pinched": "for", "grinding": "gears", "tear": "drop up",
		"angry": "birds", "gave": "me up it him her birth", "stuck": "to with in at", "blocked": "out off time day calendar road roads path", "jam jammed": "packed", "crack": "on", "blown": "away", "crushed": "it the my that", "smashed": "it the my that out", "wrecked": "bike car", "locked": "in down out", "fried": "food eggs", "burst": "of tyre tire", "stung": "by",
		"went": "to for well on out home running swimming cycling by great fine up down", "playing": "football tennis soccer golf basketball rugby cricket badminton squash with in at",
	} {
		for _, w := range strings.Fields(words) {
			all[w] = map[string]bool{}
			for _, f := range strings.Fields(followers) {
				all[w][f] = true
			}
		}
	}
	return all
}()

// wordSets are words that are the same in a sign.
var wordSets = map[string]string{
	"negation": `no not without never none nor neither isnt arent wasnt werent dont doesnt didnt havent hasnt hadnt aint kein keine keinen keinem keiner
		nicht ohne nie niemals weder sin ningun ninguna nunca tampoco ni zero free frei`,
	"cannot": `cant cannot couldnt wont kann konnte puedo`,
	"merely": `only just sure nur solo sicher seguro seguros doubt surprisingly`,
	// words between a negation and what it denies
	"light": `a an the any my his her your our their its this that more longer have had has having got get getting be been being am is are was were feel
		feeling feels felt really actually even real much in of on at with from me mich mir mein meine meinen meinem meiner der die das dem den des ein eine
		einen mehr hab habe habt hat hatte haben gehabt im in am bei von an el la los las un una mi mis tu tus su sus de del en al mas tengo tiene tenia tuve
		ya nada any anymore left right lower upper both linke linken linkes linker rechte rechten rechtes rechter linkem rechtem izquierda izquierdo derecha derecho se le les
		current currently now more actual new recent recently signs sign of tut tun`,
	"coordinates": `and or nor und oder noch y o e u ni`,
	"yetalso":     `but sondern sino`,
	"over": `cleared healed unbedenklich ausgeheilt geheilt verheilt auskuriert freigegeben freigabe curado curada superado superada symptomfrei beschwerdefrei
		schmerzfrei`,
	"partly": `easy light gentle gently walking walk slow slowly only leicht leichte leichtes leichten locker lockeres nur ruhig suave solo ligero ligera caminar`, // what somebody is cleared for, and no more
	"notyet": `until till before once unless when if get getting be yet wait waiting bis bevor wenn sobald noch hasta cuando antes todavia aun`,

	"pain": `wrong gummy gammy knackered busted grumbling stopped stops quits refuses refused labrum fatal chung{o,a} jodid{o,a} giving buckling verweigert versagt falla tricky temperamental complains complaining nagging nagt nags mosca guerra disgusto disgustos lata agony agonizing excruciating sharp shooting stab{s,bed} pinch{,es,ing} jam{,med} jarred jammed squashed crushed smashed slammed trapped mashed stubbed whacked busted wrecked mess shredded stuck locked locks
		lock seized sting{s,ing} stung prickl* tingl* bulg{e,es,ing} bulged herniat* crack{,s} crunch{,ed} snapping scrap{e,ed} gash{,ed} cut cuts stitches blister{,s,ed} blocked clogged congested stuffed infected infection abscess inflamm*
		wobbly unsteady wonky weak weakness weird barking screaming moaning complaining complain{s,ed} protest{s,ing,ed} whinging whining worse worsening degenerat* torsion hyperextended overextended
		overstretched overloaded overuse damage{,d} bashed dislocated subluxed subluxation partial effusion fluid cyst nerve neuroma spur{,s} tendonosis tendinosis enthesopathy chondropathy malformation degeneration degenerative loose
		pinsandneedles subluxiert anriss angerissen abriss teilriss bundelriss bandscheibenvorfall uberdehnt uberreizt dehnung stauchung gestaucht gequetscht quetschung eingequetscht eingeklemmt klemmt verknackst vertreten verrenkt verhoben
		verlegen verrissen fraktur frakturiert angebrochen angeknackst blauer bluterguss dick dicke kribbelt kribbeln brennt brennen sticht stechen stechend pocht pochen wund wunde blase blasen offen hinke humple humpele humpelt zerren
		gezogen krampft krampf krampfe verkrampft streikt mekkert meckert rumort nervt argert vorfall verschleiss ausgeleiert wackelt wackelig instabilitat schwach druckschmerz druckempfindlich
		fastidi* pinch{a,an,azos} punzada{,s} agarrotad* cargad* cargadisim* entumecid* hormigue{o,a,an} tocad{o,a} cascad{o,a} machacad{o,a} pillado pillada atascad{o,a} bloquead{o,a} ampolla{,s} luxad* dislocad*
		latigazo tirante{,z} tirones calambre{,s} sindrome protrusion hernia{,s} herniad* derrame liquido quiste arde ardor rozadura{,s} herida{,s} corte golpead* magullad* magulladura{,s} fisura{,s} fisurad* desgast{e,ado} cojo cojeo cojeando cojera
		tronad* rech{ina,inan} falla flojo floja debil pinzad* distension distendid* elongacion elongad* latido late palpita molido molida
		killing kills pinched trapped puffy puffed clicking clicks clunk{s,ing} crunching crunches crunchy grinding crepitus locking buckled buckles buckling unstable instability cast sling splint crutches
		arthroscop{y,ic} eingeklemmt eingegipst gips ausgekugelt instabil knackt knirscht escayola escayolado escayolada muletas krucken pinzado pinzada pinzamiento luxacion luxado luxada crujido cruje crujen hurt{,s,ing} ache{,s,d} aching achy pain{,s,ed,ful} sore soreness injur{e,ed,y,ies,ing} strain{,s,ed} sprain{,s,ed} tear{,s} torn tore pull{,ed}
		fracture{,d,s} cracked tweak{,ed,s} swollen swelling swells swelled numb numbness tender tenderness tight tightness stiff stiffness inflam* irritat* spasm{,s,ed} broke broken
		bruise{,d,s} roll{,ed} twist{,ed} niggle{,s} niggling niggly bothering bothers bother dodgy throb{s,bing,bed} rupture{,d} dislocat* flare{,d,s} flaring
		playing acting grumpy grumbl* angry unhappy problem{,s} issue{,s} trouble{,s} tendinitis tendonitis tendinopath* tendonopath* bursitis arthritis
		arthrosis impingement twinge{,s,d} burning stabbing limp{,ing,s,ed} gave went popped pop snapped cramping syndrome surgery discomfort
		weh schmerz schmerze{n,nd,nde} schmerzt schmerzte wehgetan wehtut verletz{t,ung,en} gezerrt zerrung gerissen riss muskelfaserriss faserriss banderriss bandverletzung gereizt reizung entzundet entzundung entzundlich
		geschwollen schwellung verstaucht verstauchung uberdehnt uberlastet uberlastung gebrochen bruch taub umgeknickt umknick* zwickt zwicken zwickte zieht prellung geprellt
		steif verspannt verspannung verspannungen blockiert beschwerden probleme problem macht verdreht muckt spinnt kaputt arthrose sehnenentzundung hexenschuss
		dolor dolores duele{,n} dolia{,n} doler dolio dolido dolieron adolorid* dolorid* lesion{,es,ado,ada,e,arme} esguince{,s} rotura{,s} roto rota desgarr* tiron inflamad* inflamacion
		hinchad* hinchazon torci torcid* torcedura contractura{,s} contracturad* molest{ia,ias,a,an,aba} sobrecarg* fractura{,s,do,da} rompi rompio tendinopat* pinchazo{,s} rigid*`,
	// words that speak of a pain where no place of the body is named
	"plainpain": `scan scans twinge mri mrt xray ultrasound rontgen rontgenbild resonancia ecografia radiografia gout gicht frostbite frostnip labrum agony sprain{,ed} hobbl{e,ed,ing} limped hinke humple humpele cojo cojeo cojeando painkiller{,s} ibuprofen{,o} diclofenac{,o} voltaren naproxen{,o} schmerzmittel schmerztabletten analgesico{,s} antiinflamatorio{,s} physioverbot crutches krucken muletas hurt{,s,ing} pain{,s,ful} injur{ed,y,ies} limp{,ing} tendinitis tendonitis schmerz schmerzen schmerzt verletzt verletzung sehnenentzundung muskelfaserriss
		faserriss lesion lesionado lesionada duele dolor dolores dolia desgarro`,
	"broken":  `crack{,s} break fraktur frakturiert angebrochen angeknackst fisura{,s} fisurad* hairline broke broken fracture{,d,s} gebrochen bruch fractura{,s,do,da} rompi rompio roto rota cracked`,
	"whither": `to at from on in into home again up down squat squats squatting with and next tomorrow running training work after soon`,
	"whence":  `come came go got get going coming be am was been are is to feel jump jumping straight way welcome turn head fly flight moving ease easing back heading give`,
	"whose":   `my his her your lower upper mid middle sore bad stiff sacral`,
	"ailing": `bad dodgy gammy wonky dicky crook crocked busted knackered kaputtes kaputte kaputter ladiert mala malo fastidiada fastidiado jodida jodido chunga
		`,
	"prevention": `prevent{,s,ing,ion,ative} avoid{,ing} prevencion prevenir vorbeugen pravention verletzungspravention risk cave gain threshold barrier tolerance worth free`,

	"chest": `ribcage breast brustbeins chest brust brustkorb brustbein brustbereich pecho torax thorax sternum breastbone`,
	"pang": `elephant sitting clamp{ed,ing} vice vise band weird odd funny strange pull{,ing} throb{,bing} knot crush{,ed} compress{ed,ion} grip{,ped} iron burns cramp{,s,ing} gasp strain shooting jab{s,bing} pinch{,ed,ing} press{es,ing} squash{,ed,ing} jolt{,s} druckgefuhl engegefuhl beklemm* zugeschnurt zugeschnurt kloss zwickt zwicken krampf krampft klemmt brennt zieht drucken pinch{a,an,o} agobio tenaza quemaz* opresiv* apretado calambre{,s} molest{ia,ias,a}
		pain{,s,ful} hurt{,s,ing} ache{,s,d} aching pressure tight tightness tightening squeez* apriet* apreta* heaviness discomfort burning burned stab{s,bing,bed} crushing heavy weh
		schmerz schmerze{n,nd} schmerzt schmerzte druck druckt druckte enge eng engegefuhl stechen stich stiche sticht stach brennen ziehen presion opresion oprime punzad* pinchazo{,s} dolor dolores duele
		dolia dolio ardor angina gripping twinge{,s} sharp sore tender pang{,s} constrict*`,
	"herz": `heart herz corazon heartbeat pulse puls pulso hearts`,
	"stumble": `bananas haywire bonkers berserk ballistic random randomly somersaults aussetzt flip{s,ped,ping} flop{s,ping,ped} somersault{s,ing} drum{s,ming} hammer{s,ing,ed} erratic erratically spike{s,d} spiking stutter{s,ing,ed} ectopic{,s} gallop{s,ed} leap{s,ing} fast hard weird weirdly funny strange quiver{s,ing} pulsing throb{s,bing,bed} galopiert galoppierte hammert klopft pocht setzt aussetzer holpert stockt flattert flattern spinnt unrhythmisch brinc{a,aba,o} vuelco{,s} salta saltos sale mil latidos dispar* palpita extrano raro arritmic* racing raced flutter{,s,ed,ing} skip{,s,ped,ping} pound{,s,ed,ing} irregular* stumbl* thump{,s,ing,ed} rast raste rasen stolpert stolperte stolpern acelerad* acelera
		galopando desbocad* unregelmassig jumps jumping jumpy crazy wild mad nuts galloping galoppiert verruckt loco loca`,
	"breathless": `puffing huffing hecheln japsen jadeando ahogado ahogada puffed panting gasping wheezing wheezy breathless breathlessness winded kurzatmig atemlos`,
	"breath":     `puff breath breathe breathing atem luft aire aliento respirar`,
	"lacking":    `short shortness cant catch couldnt out no struggle struggling difficulty trouble gasping keine kaum schlecht schwer falta faltaba sin dificultad`,
	"resting":    `doing nothing watching tv desk reclined liege sitze sitzend fernsehen viendo parado parada quieto quieta rest resting sitting sit lying lie sofa couch bed night standing ruhe liegen sitzen sofa bett reposo sentad* tumbad* acostad* stairs`,
	"limbside":   `whole entire half left right one links linke linken linker linkes linkem rechts rechte rechten rechter rechtes rechtem einseitig* halbseitig* izquierd* derech* mitad un`,
	"limb":       `arm leg side face hand bein seite gesicht brazo pierna lado cara body arms korper mouth mund boca`,
	"weak": `weak weakness numb numbness droop{,s,ed,ing,y} paraly* tingl* dead schwach schwache gelahmt lahm lahmung taub taubheit debil debilidad entumecid* entumec* dormid* durmio durmieron hang{s,ing}
		hangt hangend kribbel*`,
	"worst":     `worst thunderclap sudden severe unbearable explosive schlimmste* schlimmster starkste* heftigste* peor brutal`,
	"headache":  `headache{,s} migraine kopfschmerz kopfschmerzen kopfweh cefalea migrana`,
	"calf":      `calf calves wade waden gemelo gemelos pantorrilla pantorrillas`,
	"hot":       `hot warm warmth red redness heiss warme rot gerotet caliente roja rojo enrojecid*`,
	"swelling":  `bigger larger thicker fatter puffy puffed huge double doubled balloon{,ed} dicker dickere angeschwollen gorda gordo grande swollen swelling swells swelled geschwollen schwellung dick hinchad* hinchazon`,
	"pregnancy": `pregnan{t,cy,cies} schwanger schwangerschaft embaraz{o,ada} trimester trimestre trimenon weeks week wks woche ssw semana semanas baby`,
	"bleeding":  `bleed{,s,ing} bled blood spotting fluid contraction contractions wehen blutung blutungen blute fruchtwasser sangr* contraccion contracciones manchado`,
	"saddle":    `private bits nether undercarriage downstairs balls testicles vulva partes intimas huevos hoden vagina saddle genital{,s} crotch perine* buttocks schritt damm sattel intimbereich genitalbereich genital genitales entrepierna sillin privates penis labia groin leisten`,
	"numb":      `numb numbness taub taubheit taubheitsgefuhl entumecid* entumec* dormid* adormecid* tingl*`,
	"press":     `pinpoint spot point touch touched touching press pressed pressing punktuell* punktformig* punkt druck drucke druckschmerz punto puntual tocar toco presionar aprieto`,
	"shin":      `shin shins tibia tibial schienbein schienbeine espinilla espinillas`,
	"groin":     `groin leiste ingle inguinal`,
	"hop":       `hop hopping hops hopped hupfen hupfe springen saltar salto saltando jump jumping`,
	"nightpain": `pain{,s,ful} hurt{,s,ing} ache{,s,d} aching sore throb{s,bing} schmerz schmerzen schmerzt weh wehtut dolor duele dolia`,
	"skull":     `noggin skull temple forehead schadel birne stirn frente coco craneo hinterkopf nuca head kopf cabeza`,
	"knock":     `slam{,med} clonk{,ed} clunk{,ed} conk{,ed} smash{,ed} clocked landed impact aufgeschlagen aufgeprallt geknallt geschlagen gedonnert angehauen gestossen anschlug sturz trompazo porrazo golpazo chocado aterrice pegue pego hit banged bang bumped bump knocked knock smacked whacked cracked struck blow fell crashed angeschlagen gestossen gefallen geprallt golpe golpeado golpee golpearme choque caido`,
	"lungs":     `green yellow sputum gunk gelb grun gruner schleimig verde amarilla deep chest lung lungs phlegm chesty mucus brust schleim lunge pecho flema flemas tief bronch*`,
	"cough":     `cough{,s,ing,ed,y} husten huste tos`,
	"coldish":   `a an bad nasty head my slight little heavy mild have caught got with this common another fighting getting`,
	"feverish": `drenched soaked nassgeschwitzt glowing roasting shiver{,s,ing,ed} chill{,s} chilly sweating sweats bed bett cama thermometer temp temperature temperatur temperatura termometro forehead stirn frente schuttelfrost escalofrios tiritando tengo tenia tuve estoy habe hab hatte fieber fever fiebre
		sick ill krank enfermo enferma night nacht noche aching gliederschmerzen`,
	"calories": `kcal calories calorie cals kalorien calorias`, "burnt": `burn{,s,ed,t,ing} verbrannt verbrenne verbrauch{,t} quem{o,e,ado,ar,amos} gasto session workout ride run swim fahrt lauf extra surplus more mehr mas`,
	"fewhours": `one two three four five ein eine zwei drei vier funf una dos tres cuatro cinco`, "heartpain": `pain hurt{,s,ing} ache{,s,d} aching pinch{,es,ed} sharp stab{s,bing} schmerz schmerzen schmerzt weh sticht stechen duele dolor dolia pinchazo{,s}`, "outdoors": `weather outside outdoors sun forecast wetter draussen sonne tiempo fuera sol`,
	"lowpressure": ``, "goodnow": `normal fine ok good low perfect normalwerte`, "fewcalories": ``, "feverdegrees": ``, "hours": `hours hour hrs hr h stunden stunde std horas hora`,
	"weather":    `water weather day days morning mornings night snap plunge shower showers bath front outside wind and turkey feet hands months season`,
	"lostweight": `down runter weg gone shed verloren bajado bajo adelgazad* menos lost losing dropped abgenommen perdi perdido perdiendo`,
	"weight":     `kg kilo{,s} pound{,s} lb lbs weight gewicht peso stone`,
	"fast":       `fast quickly rapidly rapid suddenly without unintentional* schnell ungewollt rapido days week weeks month wochen semanas`,
	"cycle":      `period{,s} periode menstruation mens regel regla menstruacion periodo`,
	"stayedout":  `none disappear{s,ed} bleibt bleiben blieb ausbleiben since seit desde gone vanished disappeared paused stopping missed missing lost no not havent hasnt didnt stopped absent irregular without ausgeblieben ausgefallen keine weg sin falta* perdid* desaparecio months monate meses skipped late`,
	"verytired":  `so very really always constantly extremely totally completely dead super sehr total vollig immer standig dauernd muy siempre`,
	"tired":      `zombie spent beat tired fatigued mude mudigkeit cansad* sleepy`,
	"asleep":     `schlaft durchschlaft duerme duermen sleeps auge zugemacht zugetan pegar ojo wink sleep{,ing} slept schlaf geschlafen schlafe schlafen dormi dormido dormir duermo sueno`,
	"nosleep": `no not without hardly barely little badly terrible terribly awful poorly cant couldnt didnt havent lack deprived nicht kaum kein keinen schlecht wenig ohne sin mal
		apenas poco nada never isnt`,
	"cruciate":   `acl kreuzband kreuzbandriss cruciate cruzado lca vkb ligamento`,
	"operated":   `fixed reconstructed surgery operation operated op reconstruct* repair{,ed} operiert operad* cirugia operacion arthroscop* plastik`,
	"joint":      `knee hip shoulder joint ankle knie hufte huft schulter gelenk rodilla cadera hombro articulacion kniegelenk huftgelenk`,
	"replaced":   `replac* prosthe* prothese protesis artificial endoprothese tep kunstliche* new neues neue nueva`,
	"degrees":    `centigrade degrees degree c celsius grad grados deg`,
	"hotout":     `forecast shade sun sunny summer humid humidity afternoon midday noon outdoors here there predicted schatten sonne sommer angesagt vorhergesagt hier sol verano sombra pronostico calor hace aqui heat hitze hot heiss heute tomorrow morgen manana in bei running laufen correr race ride weather outside week days draussen wetter clima tiempo afuera`,
	"metres":     `m metres meters meter hohe hohenmeter metros altitude`,
	"highup":     `altitude above elevation hohe hohenlage altura altitud camp sleeping trainingslager`,
	"air":        `air luft aire`,
	"poor":       `poor bad quality polluted toxic schlecht schlechte schlechter verschmutzt mala contaminad*`,
	"birthing":   `birth baby delivery partum natal kind geburt luz parto caesarean`,
	"giving":     `gave giving given give after since had post nach seit vor di dio dar haber tras despues desde`,
	"sickof":     `of and leave`,
	"strokeswim": `count counts length set sets cap swim work drill drills technique rate swimming training`,
	"expected":   `rain snow visitors guests a to it hot cold the heat bad good company`,
	"nofever":    `hay cabin pollen race spring taper buck`,
	"upto":       `to until`,
	"noillness":  `to until macht machen`, "between": `a an the at in my mich uns einer einem`, "nofaint": `power city rolling media news`, "nosurgery": `work works working job dental vet veterinary opening`, "noheat": `my his her our qualifying first second third final dead pre`,
	"feverof": `por del pitch`, "vaccine": `vaccine vaccines vaccination jab jabs booster shot shots impfung geimpft vacuna vacunacion`, "heatof": `starts start begins final finals wave`,
	// how a place of the body is, and what of that is nothing to worry about
	"moving": `turn bend straighten lift raise move rotate load extend flex feel grip twist weight drehen beugen strecken heben bewegen belasten spuren girar doblar estirar levantar mover apoyar cargar`, "struggle": `hardly barely struggle struggling unable kaum apenas trouble hurts cuesta`,
	"reacted": `blew gave felt went got grew began started starts keeps kept hates says swells twangs pings popped tightens tightened`,
	"mine":    `my his her our mein meine meinem meinen meiner dein sein seine ihr ihre mi mis su sus tu tus`,
	"partuse": `garden yard door pocket wheel rest rests need needs brauchen braucht necesita love loves like likes deserve deserves pod strap press fly flies flys opener openers pass rate monitor trainer training muscles muscle raise raises raising press presses pressing thrust thrusts curl curls extension extensions roll rolls stretch stretches stretching mobility strength strengthening exercise exercises work workout workouts routine routines day days session
		sessions program programme drill drills sleeve sleeves guard guards pack pads pad brace braces tape taping warmer warmers weights weight bag straps strap bands band machine machines mobilisation mobilization circles swings swing dips lifts lift squats squat rehab prehab massage gun roller drive
		and or und oder y o e u but in at of on for to with from into over under before after while during because if when who that which as than then by until im in an am bei beim vor nach mit zu fur auf von und como con para por al a antes despues en de del que
		please bitte favor heute today tomorrow monday tuesday wednesday thursday friday saturday sunday more less mehr weniger mas menos`,
	"condition": `if unless whenever should wenn falls sollte sofern si`,
	"copula":    `is are was were feels feel felt looks been being goes gets getting keeps seems went ist sind war fuhlt fuhlen wird esta estan estaba siento noto va anda sigue`,
	"degree":    `all so very really quite rather pretty bit little kind kinda sort slightly somewhat totally completely always often sometimes still again today since just like too also now then so sehr etwas immer wieder noch heute seit ganz muy bastante poco algo siempre hoy otra`,
	"soundly": `fine good great ok okay better best brilliant perfect strong stronger healthy solid happy happier super well tired heavy fresh ready recovered warm gut besser prima stark starker fit top mude schwer bien mejor perfecta perfecto fuerte fuertes
		cansad{o,a,os,as} back down up on in day days week work workout session my the priority next not long short normal improving improved easy light best last first enough important different both covered there gone done what where when
		for with going to training trained focus focused`,
	"noticing": `tengo tiene tenia noto siento llevo traigo`,
	"hospital": `hospitali{s,z}ed hospitalizad{o,a} ingresad{o,a} notaufnahme urgencias eingeliefert`,
	"gear":     `brace braces sleeve sleeves pad pads support tape shoes shoe`,
	"jumping": `jump{,s,ing} run running cough coughing sneeze{,s} sneezing urine pee wee bladder pelvic lifting lift springe springen lauf laufe laufen hupfe husten niese niesen
		saltar salto correr corro toser orina tose`,
	"leak": `leak{,s,ing,ed,age} tropfle tropfen verliere escapes escape perdidas`,
}

// partWords are places of the body, by the condition of one that hurts.
var partWords = map[training.Condition]string{
	training.IllBelowNeck:  `stomach belly tummy abdomen kidney{,s} bladder bowel{,s} liver intestine{,s} niere nieren magen darm leber estomago barriga tripa{,s} vientre rinon{,es} vejiga higado intestino{,s}`,
	training.Cold:          `throat sinus{,es} nose ear{,s} nebenhohle{,n} nase ohr ohren garganta oido{,s} nariz`,
	training.HurtKnee:      `kneecaps quadsehne patellaspitze patellas popliteus popliteal hoffa kreuzbander meniskusse menisken kniekehle rotuliano rotuliana menis{cal,cos} cruzados ligamentocruzado corva corvas knee{,s,cap,caps} patella patellar meniscus mcl lcl pcl acl knie kniescheibe knien rodilla{,s} menisco meniskus rotula kreuzband cruzado innenband`,
	training.HurtFoot:      `peroneal{,s} peroneus navicular calcaneus calcaneal talus cuboid lisfranc malleolus bunion{,s} toenail{,s} sesamoid{,s} midfoot forefoot tarsal aussenband aussenbander knochels fusswurzel grosszeh grosszehe zehennagel zehennagel spann fussrucken metatarso metatarsiano{,s} maleolo escafoides juanete{,s} foot feet ankle{,s} toe{,s} metatarsal{,s} instep fuss fusse fussgelenk knochel sprunggelenk zeh zehe zehen mittelfuss pie pies tobillo{,s} empeine`,
	training.HurtPlantar:   `heels fersenbein fusssohle fussgewolbe calcaneo heel{,s} plantar sole arch arches ferse fersen fusssohle fusssohlen talon planta fascia`,
	training.HurtShin:      `fibular shinbone unterschenkel tibiale canilla canillas shin{,s} tibia{,s} tibial fibula leg schienbein{,e} bein beine wadenbein espinilla{,s} perone pierna`,
	training.HurtAchilles:  `achilles achillessehne achillessehnen aquiles`,
	training.HurtCalf:      `calfs wadenmuskel soleo gemelitos calf calves soleus gastroc gastrocnemius wade{,n} gemelo{,s} pantorrilla{,s}`,
	training.HurtITB:       `cintilla itb iliotibial{,is} tractus`,
	training.HurtHip:       `glutes glutei psoas iliopsoas trochanter trochanteric acetabulum hipflexor flexors sitbone huftgelenk huftknochen gluteus piramidal trocanter nalga nalgas sitzbein hip{,s} glute{,s} piriformis pelvis pelvic buttock{,s} hufte{,n} huft huftbeuger gesass becken po cadera{,s} gluteo{,s} pelvica femur`,
	training.HurtGroin:     `adduktoren leistengegend pubic pubis schambein pubalgia schambeinentzundung groin adductor{,s} leiste{,n} adduktor{,en} ingle{,s} aductor{,es}`,
	training.HurtHamstring: `schenkel hams hammies rectus vastus hamstr femoris oberschenkelmuskel oberschenkelruckseite hamstring{,s} hammy hammies quad{,s} quadriceps thigh{,s} oberschenkel quadrizeps beinbizeps isquio{,s} isquiotibial{,es} muslo{,s} femoral cuadriceps`,
	training.HurtBack: `wirbel lowback sacrum sacral sacroiliac isg iliosakralgelenk coccyx tailbone lumbars thoracic trap traps rhomboid{,s} oblique{,s} intercostal{,s} abdominal abdominals vertebrae lendenwirbel brustwirbel halswirbel halswirbelsaule hws bws lws steissbein zwischenrippen kreuzbein rippenmuskel ruckenmuskel ruckenmuskulatur nackenmuskel bauchmuskel dorsal{,es} sacro coxis lumbago vertebra{,s} disco{,s} trapecio{,s} intercostal{,es} back spine lumbar disc disk vertebra{,e} neck rucken ruecken kreuz wirbelsaule lendenwirbel bandscheibe{,n} nacken espalda lumbar{,es} columna cuello
		cervical{,es} rib{,s} rippe{,n} costilla{,s} lats`,
	training.HurtShoulder: `supraspinatus infraspinatus deltoid{,s} delt{,s} scapula{,r} shoulderblade schulterblatt schultergelenk schultereckgelenk deltamuskel brustmuskel supraespinoso deltoides escapula omoplato acromio{n,clavicular} shoulder{,s} rotator collarbone clavicle schulter{,n} schlusselbein hombro{,s} clavicula pec{,s}`,
	training.HurtElbow:    `forearms olecranon ellenbogengelenk unterarme epicondil* epicondyl* elbow{,s} forearm{,s} biceps bicep triceps tricep arm arms ellbogen ellenbogen unterarm oberarm bizeps trizeps codo{,s} antebrazo brazo{,s}`,
	training.HurtWrist:    `scaphoid carpal knuckle{,s} pinky thumbs handwurzel finger kahnbein fingers mittelhand hande handen munecas escafoide nudillo{,s} metacarpiano{,s} wrist{,s} hand hands finger{,s} thumb{,s} handgelenk{,e} daumen muneca{,s} mano{,s} dedo{,s} pulgar`,
}

// nameWords are names that say by themselves what somebody has.
var nameWords = map[training.Condition]string{
	training.Palpitations: `herzklopfen herzflattern herzaussetzer extrasystole{,n} extrasistole{,s} ectopics taquicardias palpitat* palpitac* herzrasen herzstolpern taquicardia tachycardia tachykardie palpitier*`,
	training.Fainted: `giddy woozy vertigo seizure{,s} convuls* epilep* krampfanfall krampfanfalle weggetreten weggekippt zusammengeklappt zusammengesackt zusammengebrochen kreislaufkollaps kreislaufprobleme kreislaufzusammenbruch benommen drehschwindel ohnmachtsanfall vahido{,s} desvanec* vertigo{,s} collaps{ing,es} schwummrig faint{,ed,ing,s} fainting syncope blackout ohnmacht ohnmachtig bewusstlos kollabiert desmay* dizzy dizziness lightheaded schwindel schwindelig schwindlig mareo mareos mareado mareada
		sincope collapsed`,
	training.ChestPain:        `herzstechen herzschmerz{,en} brustbeinschmerz{,en} brustschmerzn thoraxschmerz{,en} brustschmerz brustschmerzen brustenge brustdruck angina`,
	training.BreathlessAtRest: `atemnot luftnot ruhedyspnoe dyspnoea`,
	training.OneSidedWeakness: `halbseitenlahmung apoplex* hemipares* schlaganfall ictus hemipleg*`,
	training.HotSwollenCalf:   `clot clots gerinnsel coagulo trombo phlebitis venenentzundung beinvenenthrombose tromboflebitis flebitis dvt thrombos* trombosis embolism embolie embolia thrombus`,
	training.Fever:            `shiver{ing,s} schuttelfrost escalofrios febricula fiebers fever{,s,ish} fieber fiebrig fiebre febril feverish`,
	training.Flu:              `swineflu gripaz{o} grippig flu influenza grippe gripe grippal{,er}`,
	training.Covid:            `coronainfektion covid19 omicron omikron longcovid covid corona coronavirus`,
	training.Vomiting: `trots dunnpfiff skitters rotavirus brechdurchfall gastroenterit* vomitona diarreas cagalera gastritis magendarm salmonell* norovirus vomit{,s,ed,ing} puke{,d,s} puking gastroenteritis gastro norovirus diarrh* diarrea durchfall erbrochen erbreche erbrechen ubergeben kotze gekotzt kotzen vomitado
		vomitando vomito{,s}`,
	training.Antibiotics: `cephal* amoxi* azithro* azitro* clarithro* claritro* erythro* eritro* cefalo* nitrofur* metronid* trimeth* fosfomy* levoflox* clindamy* coamoxiclav augmentin{e} clamoxyl doxycyclin{,e} cipro antibiotic{,s} antibiotik{a,um} antibiotico{,s} amoxicillin amoxicilina penicillin`,
	training.IllBelowNeck: `prednison{e,a} prednisolon{e,a} methotrexat{e} uti dehydrat{ed,ion} dehydriert deshidratad{o,a} rhabdomyolysis hypothermia unterkuhlung hipotermia lupus parkinson crohn sclerosis sklerose esclerosis anaphyla* nierenkolik colico anginas scarlatina scharlach escarlatina keuchhusten tosferina rsv impetigo quinsy mumps paperas rubella ruhr typhus strep mononucleosis glandular pfeiffersches shingles gurtelrose herpes chickenpox windpocken varicela measles masern malaria dengue lyme borreliose appendicitis apendicitis sepsis abscess abszess absceso chemo chemotherap* quimioterapia tumor krebs cancer leukemia leukamie anemia anaemia anamie pachucho pachucha kranker erkrankt angeschlagen grippaler malaise gastric zahnabszess infekcion grippeinfekt pielonefritis cistitis ill illness unwell poorly bronchitis pneumonia chesty tonsillitis krank kranke krankheit kranklich lungenentzundung gliederschmerzen infekt mandelentzundung magenverstimmung
		enfermo enferma enfermedad bronquitis neumonia infeccion amigdalitis nausea nauseous nauseas ubelkeit ubel virus infection infections blasenentzundung magenschmerzen bauchschmerzen`,
	training.Cold: `laryngitis pharyngitis rhinitis otitis nasennebenhohlenentzundung stirnhohlenentzundung erkaltungs faringitis laringitis rinitis constipada moqueando afonico afonica heiser tonsils schnupfe sniffle{,s} sneez{e,ing,es} cough{,s,ing} sinusitis erkaltet erkaltung schnupfen halsschmerzen halsweh husten resfriad{o,a} resfrio constipad{o,a} catarro tos mocos acatarrad* verschnupft
		headache{,s} migraine kopfschmerzen kopfweh cefalea`,
	training.StressFracture: `ermudungsbruch ermudungsfraktur stressfraktur ermudungsbruche`,
	training.StressReaction: `bonebruise knochenprellung knochenhautreizung stressreaktion knochenodem knochenmarkodem`,
	training.HurtKnee:       `gonarthros* kniescheibenluxation gonarthritis condromalacia condropatia chondropath* osgood meniskusriss kreuzbandanriss kreuzbandriss kreuzbandverletzung patellofemoral lauferknie springerknie meniscus meniskus menisco chondromalaci* lauferknie`,
	training.HurtPlantar:    `plantar fersensporn plantarfasziitis fasciitis fascitis fasciosis`,
	training.HurtAchilles:   `achilles achillodynie tendoachilles`,
	training.HurtITB:        `itb itbs`,
	training.HurtShin:       `schienbeinkantensyndrom periostitis`,
	training.HurtBack:       `ciatalgia lumbociatica dorsalgia cervicalgia hexenschuss bandscheibenvorfalle spondyl* scoliosis skoliose escoliosis iskias torticolis whiplash schleudertrauma sciatica ischias ciatica hexenschuss bandscheibenvorfall lumbago lumbalgia`,
	training.HurtElbow:      `tennisarm tennisellbogen epicondylitis epicondilitis`,
	training.HurtFoot:       `bunion{,s} banderdehnung umgeknackst hallux halluxvalgus metatarsalgia`,
	training.Concussion:     `concuss{ion,ed,ions} gehirnerschutterung conmocion`,
	training.HeartDisease: `echocardiogram holter langzeitekg elektrokardiogramm ecocardiograma electrocardiograma myocardial blutverdunner anticoagulante{,s} anticoagulant{,s} bloodthinner{,s} warfarin{,a} marcumar sintrom clopidogrel plavix xarelto eliquis defibrillator ablation aneurysm{,a} aneurisma aortic herzklappe herzklappenfehler klappenfehler herzoperation herzgerausch herzmuskelschwache koronar* bypass svt tachyarrhythmi* nitrospray digoxin{,a} amiodaron{e,a} valvulopatia cardiac coronary angioplasty stent cardiomyopath* myocarditis pericarditis pacemaker arrhythmia{,s} afib fibrillation herzinfarkt herzkrank herzkrankheit
		herzfehler vorhofflimmern herzinsuffizienz herzmuskelentzundung herzschrittmacher herzrhythmusstorung* infarto cardiopat* fibrilacion marcapasos miocarditis arritmia{,s}
		arrhythmie herzprobleme`,
	training.HighBloodPressure: `diuretic{s} diuretika entwasserungstabletten diuretico{,s} hypertonus blutdrucktabletten blutdrucksenker blutdruckmittel antihipertensivo{,s} antihypertensive{,s} hipertenso hipertensa hipertension amlodipin{,e,o} hypertension hypertens* bluthochdruck hipertension hipertens* hypertonie`,
	training.BetaBlocker:       `bisoprolol betablocker concor betablocker{,s} betablockern bisoprolol metoprolol propranolol atenolol nebivolol carvedilol betabloqueante{,s}`,
	training.InsulinDiabetes:   `hypo hypos t1d t2d novorapid humalog lantus tresiba fiasp levemir toujeo apidra metformin{,a} hypoglyc* unterzucker* unterzuckert hipoglucemia{,s} diabetisch insulinpumpe insulin diabet{es,ic,ics,iker,ikerin,ico,ica} insulina zuckerkrank`,
	training.Pregnant:          `prego preggers schwangerschaftswoche ssw prenada encinta pregnan{t,cy} schwanger schwangere schwangerschaft embarazada embarazo trimester trimestre trimenon`,
	training.Postpartum:        `breastfeeding breastfeed stille stillen lactancia diastasis rektusdiastase dammriss episiotomy episiotomia kindbett puerperal niedergekommen parida postpartum postnatal entbunden entbindung wochenbett puerperio postparto kreissaal`,
	training.Caesarean:         `caesarean cesarean caesarian csection kaiserschnitt cesarea`,
	training.Leaking:           `incontinen{ce,t} inkontinen{z,t} incontinencia`,
	training.Prolapse:          `prolapse{,d} prolaps prolapso gebarmuttersenkung`,
	training.MissedPeriods:     `amenorrh{ea,oea,oe} amenorrhea amenorrea`,
	training.EatingDisorder:    `purg{e,ing,ed} binge bingeing binging laxative{,s} abfuhrmittel laxantes atracon{,es} essanfalle fressanfalle anorexi* bulimi* essstorung essstorungen orthorexi* magersucht`,
	training.REDS:              `reds`,
	training.Exhausted: `zonked depleted reventad{o,a} rendid{o,a} ausgepowert erledigt schlapp kraftlos abgeschlagen fatigue exhaust{ed,ion,ing} rundown knackered shattered bushed pooped drained erschopf{t,ung} ausgelaugt agotad* agotamiento overtrained overtraining ubertraining ubertrainiert
		sobreentren* hundemude`,
	training.Burnout:      `depress{ed,ion} depressiv depression depresion deprimid{o,a} suicidal burnout ausgebrannt`,
	training.NoSleep:      `durchwacht ubernachtigt desvelad{o,a} desvelo sleepdeprived insomni{a,o,ac} schlaflos schlaflosigkeit sleepless schlafmangel`,
	training.Newborn:      `newborn{,s} neugeborenes neugeborene neugeborenen`,
	training.Operation:    `op appendectomy gallenop vasectom* vasektomie hysterectomy eingriff leistenop weisheitszahnop quirofano intervenid{o,a} operier* operativ operation surgery surgical operiert operated arthroscop* hernia operacion operado operada operaron cirugia leistenbruch knieoperation`,
	training.Heat:         `heatwave calorazo bochorno bruthitze affenhitze heatwave heatwaves hitze hitzewelle heat`,
	training.Altitude:     `altitude hohenlage hohentraining altitud hohentrainingslager`,
	training.PoorAir:      `calima ozon ozone ozonwerte smoggy haze smog smoke smoky wildfire{,s} pollution feinstaub contaminacion aqi luftverschmutzung humo`,
	training.HurtHip:      `coxarthros* coxartros* huftarthrose`,
	training.HurtShoulder: `omarthros* schulterluxation`,
	training.HurtWrist:    `carpal sehnenscheidenentzundung ganglion`,
	training.HurtGroin:    `pubalgia pubalgie osteitis leistenzerrung sportlerleiste`,
	training.ChestHistory: `asthma asthmatic{,s} asthmatisch asthmatiker{,in} asthmaanfall asthmaspray asma asmatic{o,a} inhaler{,s} inhalator inhalador ventolin{,e} salbutamol copd epoc emphysem{a} wheez{e,es,ing,y} sibilancias giemen pneumothorax pulmonary`,
}

// signWords are what is said in several words: signs with ; between, see newSign.
var signWords = map[training.Condition]string{
	training.Prolapse:        `> everything|feels falling|heavy down|out there|vagina /5 - legs`,
	training.InsulinDiabetes: `> blood sugar high|low|dropped|drops|crashes|crash|all /3; > type 1|2|one|two diabet|diabetic|diabetes; > typ 1|2 diabet|diabetes|diabetiker; > diabetes tipo; > insulin pump|pen; > azucar alto|alta|bajo en sangre /3`,
	training.Concussion:      `fuzzy|foggy|dazed|confused|groggy|benommen|aturdido|aturdida|verwirrt @skull /10; > knocked out|unconscious|senseless|silly cold|at|in|by|on|for|when|and|yesterday|last|during /3; > was|got|been|were|getting knocked out|unconscious; > ko geschlagen|gegangen; > seeing stars since; foggy|fog|nebel|benebelt|wirr head|kopf|skull /5; > post concussive|concussion; > kopf brummt|drohnt seit /4; > me quede|quedo inconsciente /3; > perdi el sentido; > schadel hirn|trauma|hirntrauma; > traumatismo craneal|craneoencefalico|en /3; > brain bleed|injury`,
	training.HurtHip:         `> hip flexor|flexors @pain /5; > si|sacroiliac joint @pain /5; > snapping hip`,
	training.ChestPain:       `@chest pain|schmerz|schmerzen|dolor|tightness|pressure|stabbing|stechender|stechende|stechen /9; pressure|druck|presion|tightness|squeezing|heaviness|opresion ribs|rippen|costillas|rib /5; pressure|squeezing|tightness|band > across|around|over|behind my|the|left|upper ribs|side|arm|jaw|body /5; jaw|kiefer|mandibula ache|pain|aches|schmerz|schmerzen|dolor arm|chest|brust|exertion /8; @herz @heartpain /4 - breaking|break|breaks|broke; > angina pectoris; > behind|hinter|detras breastbone|sternum|brustbein|esternon /4; @chest @pang /6`,
	training.Fainted: `> legs turned jelly /4; > almost|nearly fainted|collapsed|blacked; > zusammengeklappt; > me quede sin conocimiento; > perdi el sentido; everything|room|world|head spinning|spins|spun|drehte|dreht /4; > went|turned|go grey|gray|white|pale /2 + haired|market; > saw|seeing stars|spots|black|double; > sternchen gesehen|sah|sehe; > tunnel vision; > vision|sight went|goes|blurred|narrowed|faded /3; nublo|nubla|nublaba vista /4; > cai|caigo|cayo|caia redondo|redonda|desplomado|desplomada /3; > nearly|almost went|gone down; > legs|knees gave|went out|under|way|jelly /3; vista negra|negro|borrosa /3; > dreht sich alles /4; alles drehte|gedreht|dreht /4; > me da|dio vueltas todo /4; todo vueltas /4; > weggesackt|weggeklappt; > came|come to on ground|floor /6; > lost the|my senses; > passed|pass|passing out + flyers|leaflets|medals|water|cups|bibs|the; > blacked|blacking out; > lost|lose|losing consciousness; > light headed; > perdi|perdio|perdido conocimiento /3; > perdi el conocimiento;
		> umgekippt|umgefallen; > keeled over; > black out; > went|go|goes|going|gone|turned black /3 + friday|belt|run; > schwarz augen /4; > schwarz vor augen /4; > veia|vi|veo|volvio todo negro /3; > vi negro`,
	training.Palpitations: `heart|hr|pulse|puls|pulsaciones|herz|corazon|heartrate nowhere|suddenly|reason|random|randomly|grundlos|plotzlich|repente|motivo /9; > fish|bird|butterfly|butterflies|frog|flopping|fluttering|flutter in|im|en my|the|der|el chest|brust|pecho|throat /5; > pulse|hr|heartrate went|goes|going|shoots|shot crazy|mad|nuts|up|wild|through|180|190|200 /4; watch|garmin|apple|fitbit|uhr|reloj|ecg|ekg afib|fibrillation|arrhythmia|arritmia|rhythmusstorung|vorhofflimmern|irregular|unregelmassig /8; @stumble > in|im|en|bis my|the|den|dem|la|el|zum throat|hals|garganta|ears|ohren /5; resting hr|pulse|heartrate|ruhepuls jumped|spiked|shot|soared|racing|jumping /8; > extra|missed|dropped|double|irregular beats|beat; > schlagt|schlug|klopft|klopfte bis zum hals /4; @herz > out of|all over rhythm|time|place|chest /5; > irregular pulse|heartbeat|rhythm; > hr|pulse all over /3; corazon @stumble /6; > @herz @stumble /3; > acelera|aceleraba|acelero|galopa|dispara|salta corazon|pulso /4; > skipping|skipped|skips|skip|missing|missed beat|beats /3;  > racing|pounding|fluttering|irregular|thumping heart|heartbeat|pulse /1`,
	training.BreathlessAtRest: `@breathless just|only|merely walking|talking|climbing|standing|stairs|speaking /8; puffing|puffed|breathless|gasping|jadeando walking|stairs|kitchen|talking|escaleras|treppe|treppen /7; > breathless|puffed out walking|on|just|doing /4; > cant|couldnt|cannot|not get|draw|take enough|any|a|full|deep air|breath /5; air @resting @lacking /9; > winded|breathless doing nothing|climbing|walking /4; falta|faltaba|falto aire|aliento /5; > keine|kaum|schlecht|schwer luft|atem bekomme|kriege|krieg|bekommen /5; luft|atem @resting @lacking /9; > fight|fighting for breath|air; @breathless @resting /6; > short|shortness of breath /3; > cant|couldnt|cannot breathe|breath|atmen; > catch my|his|her breath /3; > catch breath; > out of breath @resting /6; > falta|faltaba aire /4;
		> no puedo respirar; ! > keine|kaum luft; > sin aliento; > gasping for; @lacking @breath @resting /10; bleibt|blieb|bleib luft weg /8; > struggle|struggling to breathe`,
	training.OneSidedWeakness: `cant|couldnt|cannot|kein|keine|nicht > find|get|finden my|the|mehr|out|words words|word|worte|worter /5; left|right|linke|rechte|izquierda|derecha hand|arm|leg|side|bein|mano|pierna stopped|stop|quit|refused|drops|dropping|gehorcht|responde /6; no me salen|salian las palabras /5; words came|coming come|coming|out wrong|jumbled|garbled; mouth|mundwinkel|gesicht|cara|boca|face hangs|hanging|hangt|torcida|crooked|lopsided|droopy|schief /5; > couldnt|cant|cannot|unable move|lift|feel|raise my left|right arm|leg|hand|side /7; words|speech|sprache|worte|palabras|speaking|sprechen|hablar slurred|jumbled|verwaschen|weg|trabadas|trababa /5; @limbside @limb @weak /9; face droop|drooping|droopy|drooped|drooped /5; > had|having|after|since|mini|a stroke + @strokeswim; > slurred speech; > speech slurred /3; > hatte einen schlaganfall /3; > tia`,
	training.WorstHeadache:    `headache|kopfschmerz|kopfschmerzen|cefalea|migraine bolt|lightning|clap|thunder|blitz|blitzartig|rayo|instantly /7; headache|kopfschmerz|kopfschmerzen|migraine|cefalea|migrana|head sudden|thunderclap|worst|explode|exploding|exploded|explosive|explodiert|schlagartig|platzt|plotzlich|vernichtend|vernichtender|brutal|bestial|estalla|repente /6; @worst @headache /5; peor dolor cabeza /6; @worst dolor cabeza /6; worst pain head /6`,
	training.HotSwollenCalf:   `one|left|right|linke|linker|rechte|un|izquierdo|derecho calf|wade|gemelo|pantorrilla @swelling /7 - calf; @calf @swelling @hot /11; @calf @hot flight|flug|vuelo /9; > deep vein; @calf @hot @swelling /7; leg|bein|pierna @hot @swelling /7; > leg|legs|calf|calves is|are|was|looks|gone|went|turned red /4; wade|bein rot|gerotet /4; pierna|pantorrilla roja|enrojecida /4; > blood clot|clots; @calf clot|gerinnsel /6; > venenthrombose`,
	training.PregnancyWarningSign: `@pregnancy cramps|cramping|krampfe|calambres|reduced|movements|kicking|kindsbewegungen|leaking|discharge|schmierblutung|sangrado /9; schmierblutung|schmierblutungen|fehlgeburt|miscarriage|aborto|preeclampsia|praeklampsie|preeclampsie; @pregnancy @bleeding /9; contractions|wehen|contracciones - isometric|eccentric|muscle|concentric; > water|waters broke|breaking|breaks /3; > waters have broken /4;
		fruchtwasser; > blasensprung; > rompi|roto aguas /3`,
	training.SaddleNumbness: `! feeling|sensation|gefuhl|sensibilidad > between|zwischen|entre my|the|den|las|meinen|mis legs|beinen|piernas /6; lost|losing|lose|no|without|cant|couldnt|ohne|kein|sin feeling|feel|sensation|gefuhl|sensibilidad|siento @saddle /9; > pins needles|and @saddle /8; @numb down there /5; @numb unten|abajo rum /5; @numb partes|part intimas|private|intimate /6; @numb @saddle /7; @numb > between legs /5; @numb between legs /9; @numb > sit bones; @numb sitzbein|sitzbeine|sitzknochen /6; @numb entre piernas /7; ! @cannot feel @saddle /6; > trouble|difficulty|cant|cannot|unable|couldnt peeing|pee|urinate|urinating /4; @numb zwischen beinen /7`,

	training.Fever:    `@feverdegrees @feverish /7 ^ @outdoors; @feverdegrees @degrees /2 ^ @hotout; @feverdegrees medio|half|komma @feverish /6 ^ @outdoors; > burning up; > hot and shivery /3; @feverdegrees > on the|my thermometer /4; > high temperature; > running|have|had|got|run a temperature /3; > running|have|had|got|run a temp; > temp of|is|was @hotdegrees /3; > erhohte temperatur; > temperature of @hotdegrees`,
	training.Covid:    `> second|two|zwei lines|striche test|antigen /4; corona|antigen|lateral test positive|positiv|positivo /6; > tested positive; > positive test; > positiv getestet; > di positivo`,
	training.Vomiting: `cant|cannot|couldnt|barely|cannot > keep down /6; flotter|flotten otto; > cant|couldnt keep food|anything|water|nothing down /5; > both ends; > the runs; > heaving my|guts /3; > montezumas revenge; > stomach flu; > chucking|chucked|chunder up; > bug going round|around; > dodgy curry|prawns|kebab; > magen|bauch umgedreht|verdorben; > echar|echado la|las pota|papilla /3; > throwing|threw|throw|thrown up; > stomach bug|flu|virus; > tummy bug; > magen darm; > food poisoning; > lebensmittelvergiftung; > being sick; > been sick; > upset stomach`,
	training.IllBelowNeck: `hand|mund > foot|fuss mouth|hand /3; > pink|eye infection; > whooping cough; > caught|got|have it off|from my|the|kids|him|her /4; > came|come|coming|gone|going down with; > caught|picked|brought home|up|back something|a bug|virus|lurgy /4; > sick as a dog; > hat mich erwischt|hingelegt|umgehauen; > me he|ha puesto malo|mala /3; > he cogido|pillado algo|un|una virus|bicho|algo /4; > heat|sun stroke|exhaustion; hitzschlag; sonnenstich; > golpe de calor; insolacion; > discharged|released|admitted|rushed|taken|back hospital|er|ae /5; > in hospital - work|works|working; > im krankenhaus|spital - arbeite; > ended|landed up|in hospital|er|emergency /5; > flat out in bed|sick; > laid up|low; > liege|lag flach; coming down with|something /3; > got|caught|picked a|some|up bug|virus|lurgy /4; > the lurgy; > blood in urine|wee|pee|stool|my|poo /4; > coughing up blood; > dark|brown urine|pee; > no me encuentro bien; > estoy|esta|anda|ando pachucho|pachucha|malito|malita|fatal|regular; > mal cuerpo; > fuhl|fuhle mich elend|mies|krank|schlapp /4; > nicht auf dem damm; > zahn eitert|vereitert; > kidney stone|stones|nierensteine; > piedra|piedras rinon; > all achy; sick + @sickof - sea|car|travel|home|love; > under the weather; > body|muscle aches; > aching all over; @cough @lungs /7; > strep throat; > chest infection; ! nicht gut|wohl fuhle|fuhlt|fuhlen /4;
		> encuentro mal; > siento mal; > me siento mal; ! > not feeling well|great|good /3; ! > dont|didnt|doesnt feel well|good|great /3; > feel|feeling|felt awful|terrible|rough|ill|sick; > feeling off; > gehts mir|schlecht schlecht /3; > malo|mala del estomago /3;
		> stomach ache|pain|pains|cramps; > estoy malo|mala; > kidney|bladder|urinary infection`,
	training.Cold: `> bunged up; > lost|croaky|losing my voice /3; > tickly|scratchy cough|throat; > voz tomada; > frosch im hals; > kratzen|kratzt im|der|mein hals /3; > lost my voice; > stimme weg; > sore|blocked|painful ears|ear|sinuses; > @coldish cold + @weather; > head cold; > runny|stuffy|blocked|streaming nose; > sore throat; > throat hurts|ache|infection /3; > nose blocked|running|stuffed|runny /3; > dolor de garganta; > duele la garganta;
		> hals kratzt|tut|schmerzt; > nase lauft|zu|verstopft /3; > scratchy throat; > sinus infection; > nariz tapada|congestionada`,

	training.StressFracture:   `> sesamoid|navicular|metatarsal|pelvic|sacral|femoral|tibial fracture|break|crack /3; hairline crack|break|cracks; > broken|broke|fractured|snapped|breaking bone|leg|foot|toe /4; > gebrochenes bein; > bein gebrochen; > knochen gebrochen|angebrochen|gebrochenen; > pierna rota; > fractura de|del hueso|pierna|pie /3; > avulsion fracture; > cast|plaster|gips on|am my|the|leg|foot|bein|fuss /4; > trummerbruch; stress|hairline|march fracture|fractures|fractured /3; fractura estres /4; fractured stress /4; > haarriss`,
	training.StressReaction:   `bone scan|hotspot|hot /3; scan|mri|mrt > lit|lights|lighting up; > bone marrow oedema|edema; > periosteal reaction; > pre stress fracture; > bone hot|hotspot spot; > hot spot bone /4; > stress reaction|response|reactions|injury; > bone stress; > bone edema|oedema|bruise|bruising; reaccion estres /4; > edema oseo; > knochen odem`,
	training.ShinPinpointPain: `@shin @press /7`,
	training.NightPain: `@nightpain > at night /6; @nightpain nachts|nachtlich /6; @nightpain > wakes|woke|waking me|him|her /8; wakes|woke|waking @nightpain night /9; > night pain; > nachtschmerz;
		@nightpain > por la noche|noches; > at night @nightpain /6; @nightpain despierta /6; @nightpain > in der nacht`,
	training.HoppingGroinPain: `@groin @hop /8`,

	training.HurtKnee:      `> iliotibial side knee; > back|inside|outside|side of my|the|knee knee /4 - was; > torn|tore meniscus|mcl|lcl; > behind my|the knee pain|pop|popped /6; > runners|runner|jumpers|jumper knee; > housemaid knee`,
	training.HurtFoot:      `> tib|tibialis posterior|post|anterior tendon|tendonitis|tendinitis|tendinopathy|pain|trouble /4; > ball of foot @pain /6; > mortons|morton neuroma; > ingrown toenail; > black toenail|toenails; > una encarnada; > eingewachsener zehennagel|nagel; > walking|moon|orthopedic|orthopaedic boot; > bota ortopedica; > vorfussentlastungsschuh`,
	training.HurtPlantar:   `> heel spur; > espolon calcaneo`,
	training.HurtShin:      `> shin splints|splint; > periostitis tibial`,
	training.HurtITB:       `> it band; > itband; > cintilla iliotibial`,
	training.HurtBack:      `> l3|l4|l5|s1|c5|c6|c7 @pain /6; @pain > l3|l4|l5|s1|c5|c6 /6; > stiff|cricked neck; > crick neck|in /3; > slept funny|wrong neck /5; > verhoben; > rucken raus|blockiert; > enganchado|enganchada la|de espalda|lumbares /4; > slipped|herniated|bulging|prolapsed disc|disk; > hernia discal; > put|threw|thrown my back /3; > back went|gave|is|has out|gone /3`,
	training.HurtElbow:     `> tennis|golfers|golfer elbow; > codo de tenista`,
	training.HurtShoulder:  `> ac joint; > separated|popped|dislocated my shoulder /3; > rotator cuff; > frozen shoulder; > manguito rotador`,
	training.HurtHamstring: `> pulled|tweaked|strained|tight my|a|the hammy|ham|quad /3; > hams @pain; > ham string|strings`,
	training.Hurt: `> no puedo apoyar|pisar|andar|caminar; > tendon|muscle|ligament|joint|nerve pain|trouble|issue|issues|problem /3; > i|ich|yo humple|hinke|limp|hobble; > cant|cannot|couldnt|kann|kaum walk|walking|stand|auftreten|laufen normal|properly|straight|auftreten|schmerzfrei|without /5; > hurts|hurt when|to|everywhere|all; > pins needles; > cant put weight|pressure on /4; > cant bear|weight weight|bear; > cortisone|cortison|steroid|kortison|cortisona injection|shot|jab|spritze|inyeccion|infiltracion /3; > physio|osteo|chiro|physiotherapist put|told|ordered|wants|banned|forbade|says|said me|no|rest|off|off /4; > rehab exercises|exercise|program|phase; > everything|alles|todo hurts|aches|weh|duele /3; > platelet rich; > me he|hice hecho dano; > me hice dano; > me lesione; > mir was|etwas gezerrt|getan|gerissen|verrissen /3; > pulled|torn|tore|strained|strain|injured a|my|some muscle|ligament|tendon /3; > muscle|ligament|tendon tear|strain|rupture|injury|pull; > bander|muskel riss|zerrung; esguince; banderriss; muskelzerrung;
		> rotura de fibras|ligamento; > tiron muscular; > rotura fibrilar; contractura`,

	training.HitHead: `elbow|knee|ball|boot|puck|bat|branch|stick|door|ellbogen|ball|ast|codo|rodilla|balon|pelotazo > to|in|on|against|an|gegen|en the|my|meinen|den|la head|temple|face|jaw|chin|forehead|kopf|schlafe|cabeza|cara|sien /6; > split|gashed|cut|opened|abri|abierto|partido|aufgeschlagen my|the|la|open eyebrow|chin|forehead|head|scalp|ceja|barbilla|frente /4; > platzwunde; head|skull|kopf|cabeza knock|bump|lump|beule|chichon /4; beule kopf|stirn /5; chichon; > came|went|flew|gone over|off the|my handlebars|bars /5; > faceplant|faceplanted; > helmet cracked|split|broken|broke|smashed /4; > cracked|split|broke|smashed my|the helmet /3; helm gebrochen|kaputt|gerissen /5; casco roto|rajado|partido /4; > headbutted|headbutt; > cabezazo; > black eye; @knock @skull /5; > head injury; > kopfverletzung; > knock|blow to head /4`,

	training.HeartDisease: `@herz medication|meds|tablets|pills|tabletten|pastillas|medikamente|medikament|medicacion|condition|doctor /6 - rate; > leaky|leaking|faulty|dodgy|new|narrow|replaced|mitral|aortic|heart|bicuspid|prolapsed valve - tyre|tire|wheel|front|rear|presta|tube; cardiologist|cardiology|kardiologe|kardiologin|kardiologen|kardiologie|cardiologo|cardiologa|cardiologia found|referred|refers|appointment|waiting|wants|tests|suspects|check|checks|investigating|termin|gefunden|uberwiesen|untersucht|abklaren|cita|derivado|encontro|encontrado|visto|revision|pruebas /8; > hole in|my heart /4; >  enlarged|weak|failing heart; > long qt; > hypertrophic; > blocked|clogged|narrowed artery|arteries; > blood thinner|thinners; > vergrossertes herz; > herz vergrossert|schwach|fehler; > soplo cardiaco|corazon|en; > arteria obstruida|tapada; > valvula mitral|aortica|corazon; > heart attack|attacks; > heart disease|condition|failure|surgery|defect|murmur|problem|problems|issue|issues|trouble|bypass|transplant|valve; > problemas|problema|enfermedad|ataque de|del|al corazon /3; > ataque cardiaco;
		> schwaches herz; > herz op; > am herzen operiert; > atrial fibrillation|flutter`,
	training.HighBloodPressure: `readings|reading|werte|lecturas|systolic|systolisch|cuff|sistolica @highpressure /5; > @highpressure over|zu|con|sobre @lowpressure; > bp|pressure|blutdruck|tension roof|high|sky|up|elevated|raised|hoch|erhoht|spinnt|alta|disparada|elevada /5 ^ @goodnow; pills|tablets|tabletten|pastillas|medication blood|blutdruck|tension|hypertension /5; bp @highpressure /6; > high bp; > blood pressure - low|normal + low|normal|fine|ok|good; > hoher|hohen|hohe blutdruck; blutdruck @highpressure; > blutdruck; > presion|tension alta|arterial; tension @highpressure /4`,
	training.BetaBlocker:       `> beta blocker|blockers|blocking; > beta bloqueante|bloqueantes; > beta blocker|blockern`,
	training.ChestHistory:      `> collapsed lung; > chest|lung|lungs|heart surgery|operation|trauma; > exercise induced asthma|bronchospasm; > reliever puffer|inhaler; history @chest /6; earlier|previous @chest trouble|problems|surgery /6; > antecedentes @chest /6`,

	training.Pregnant: `> estoy|esta|estamos de meses|semanas /4; > im dritten|vierten|funften|sechsten|siebten|achten|neunten monat; > months along|gone; > weeks gone|along; pregnancy|schwangerschaftstest|embarazo test positive|positiv|positivo /6; > eating for two; > bun oven /4; > expecting in|again january|february|march|april|may|june|july|august|september|october|november|december /3; > mama werden; > werde|werden mama|mutter|eltern /3; > voy a ser madre|mama|padre; > first|second|third trimester; > schwangerschaft woche; > ssw; > weeks|months pregnant; > ivf transfer|round|cycle; > salgo de cuentas; > expecting baby|twins|child|second|third|first|our|my /3; im|am|is|were|are|shes expecting - not + @expected; > having|expecting|awaiting a baby /3; > weeks along; > baby due|bump; > espero|esperamos|esperando un|bebe bebe /3; > espero|esperamos bebe;
		> erwarte|erwarten ein|kind kind|baby /3; > erwarte|erwarten kind|baby; > guter hoffnung; > due date; > mit kind`,
	training.Postpartum: `> having|had my|our|a son|daughter|twins|girl|boy|child|second|first|third /3 + run|race|swim|ride|session|marathon|10k|half; > dando|doy el pecho; > weeks|months pp; > weeks|months|wochen|monate|semanas|meses after|since|post|nach|seit|despues|desde birth|geburt|parto|entbindung /5; > had|hatte twins|baby|babys|son|daughter|zwillinge; > baby was|wurde born|geboren; > di a luz; > hemos tenido|tuve un|una|a|mi bebe|hijo|hija|mellizos /4; > gave|giving|given|give birth; > had a|my|our baby /3; > after|since|post the|my|giving birth|delivery|partum /3; > post partum|natal; > after|since birth|delivery; > back from|after baby /3; > di|dio|dar a luz /3; > dado a luz /3; > nach|seit der|einer geburt /3; > nach geburt; > el|mi parto; > parto hace; hace parto /4; wochen geburt /5;
		> baby bekommen; > kind bekommen`,
	training.Caesarean: `> c section|sections`,
	training.Leaking:   `> wet|wetting|peed|pee|peeing|piss|pissing myself|pants|knickers|leggings; > bladder leaks|weak|control|accident|accidents; > weak pelvic floor; > suelo pelvico debil|flojo; > beckenboden schwach; > schwacher beckenboden; blase schwach|undicht /4; > se me escapa|escapan pis|orina|gotas|el|unas /5; @leak @jumping /6; pee|peeing|wee|weeing|wet @jumping /8; > wet|wetting myself|pants /3; > escapa|escapan orina|pis|pipi /4; > mache|mach in die hose /5; > pipi|urin verliere|verlier /4; > leak|leaking urine|pee; > verliere urin; > perdidas de orina; > pierdo orina; leaking - tyre|tire|bottle|roof|pool|tap|goggles|shower + bottle|roof|goggles|tyre|tire|tap|pool`,

	training.MissedPeriods:   `> cycle|zyklus|ciclo gone|awol|vanished|stopped|missing|disappeared|ausgeblieben|weg|desaparecido|irregular /3; ! > no|not|none period|periods|regla|periode|menstruation /4 - training|rest|base; > period|periods stopped|vanished|stayed|hasnt|late|lost /4; > lost|losing my|the|her period|periods|cycle; > regla|periodo retirada|ido|perdido|viene|llega /5; > no me viene|baja la|regla /4; > tage bleiben|blieben aus; ! @stayedout @cycle /6 - training|rest|base`,
	training.EatingDisorder:  `> make|making|made|makes myself|herself|himself sick|throw|vomit|puke; > afraid|scared|terrified of eating|food|calories; > throw|throwing up after meals|dinner|dinners|eating|food /6; > provoco|provoca|provocarme el vomito; > finger in hals; > disordered eating; > miedo a comer|engordar|la /4; > angst vorm|vor|zu essen|zunehmen /3; > kotze|erbreche nach dem essen; > eating disorder|disorders; > trastorno alimentario|alimenticio; > trastorno de alimentacion /4; > binge eating|purge`,
	training.REDS:            `! > not|havent|hasnt|dont|barely|hardly been eating|eat|eats much|enough|properly|anything /4; ! > havent|hasnt|not eaten|eat since|much|enough|anything|properly|all|in /3; @fewcalories @calories /2 ^ @burnt; > eating|eat|eaten|ate next|almost|hardly|barely|practically|nearly|so to|nothing|anything|little|enough /4 - over; ! > barely|hardly|not eating|eat|eaten|ate|eats; > skip|skipping|skipped meals|breakfast|dinner|lunch; > crash|starvation|juice|water diet|cleanse|fast; > starving|starve|starved myself|herself|himself; ! esse|isst|gegessen|essen fast|kaum|nichts|wenig nichts|seit|mehr|am /5; ! > apenas|casi como|come|comer|comiendo; ! > no como|come casi|nada|bien /4; > underfuel|underfueling|underfuelling|underfueled; > under fueling|fuelling|fueled|eating; > calorie|caloric|kalorien deficit|defizit; > deficit|defizit calorico; > saltandome|salto comidas|cenas; > dieta extrema|milagro|estricta; > mahlzeiten aus|weg; > lasse mahlzeiten|fruhstuck|essen|abendessen|mittagessen aus|weg; > red s; > relative energy deficiency; > low energy availability; > female athlete triad; > baja disponibilidad energetica`,
	training.RapidWeightLoss: `> weight falling|dropping|melting|fell off|dropped; > clothes falling|hanging off; > gewicht fallt|verloren|runter; > kilos menos en; > kilo|kilos weniger|runter|abgenommen in|seit /3; @lostweight @weight @fast /8; > rapid weight loss; ! down|lost|losing @weight trying|meaning|unintentionally /9; > kilos|kg without trying /5; > schneller gewichtsverlust; > unintended|unexplained weight loss; > lost lot weight /5`,

	training.Exhausted: `> dead on my|feet feet; > can barely|hardly stand|move|function; > no energy|power left|at|for|whatsoever|anymore; > keine kraft|energie mehr; > no puedo con alma|mi|mas /4; > sin energia; > bone|dog tired; > totally|completely|utterly|absolutely done|wiped|spent|dead|fried|cooked|beat; > fix und alle; > auf dem zahnfleisch; > para el arrastre; > kann nicht mehr; > ran|run myself into ground /5; > overdone|overdoing it; > overreaching|overreached; > worn|wiped out; > run down; @verytired @tired /3; > tired all|of the|everything time /4; > total|vollig|komplett kaputt|fertig|platt|alle; > am ende; > chronic fatigue; > hecho|hecha polvo; > muerto|muerta de cansancio; > running on empty|fumes; > dead on feet /4; > fix und fertig; > am limit; > sin fuerzas; > hecha|hecho polvo`,
	training.Burnout:   `> panic|anxiety attack|attacks; panikattacke|panikattacken; ataques|ataque panico|ansiedad /4; > burned|burnt to|out crisp; > at breaking point; > mental|nervous breakdown; > nervenzusammenbruch; > krankgeschrieben wegen stress|burnout|erschopfung; > crisis de|nerviosa ansiedad|nervios; > burned|burnt|burn|burning out; > burn out; > quemado|quemada del|por trabajo|el /3; > estoy quemado|quemada`,
	training.NoSleep:   `! > didnt|dont|doesnt|not|never sleep|slept|sleeping /3 - stop|must|should|would; @asleep @fewhours @hours /6; > kein auge|auge; ! sin|no pegar|pegue|pego|pegado ojo /4; > up|awake half|most|all|the night|since /4 - throwing|threw|vomiting|puking|pumped; > toss|tossing and|turning turn|turning; > awake at|since|from 2|3|4|am; > wach seit|ab|um 2|3|4|drei|vier /3; > lag|liege wach; > noche|noches en|sin vela|blanco|dormir; > nachte durchgemacht|wach|schlaflos; > baby|kid|toddler|teething up|awake|wakes|waking all|every|two|half|hourly|night /5; > desvelado|desvelada; ! > @nosleep @asleep; ! > @asleep @nosleep; ! > slept|sleeping badly|terribly|poorly; > slept 1|2|3|4|hours; > sleep deprived; > up all night - throwing|threw|vomiting|puking|pumped; ! > sin dormir; > wach gelegen`,
	training.Newborn:   `> new baby; > baby|twins|triplets|daughter|son arrived|born /4; > tochter|sohn|zwillinge|baby geboren /5; > nacio|nacieron mi|nuestro|nuestra|mis hijo|hija|bebe|mellizos /3; > bin vater|mutter|papa|mama geworden /3; > soy|somos padre|padres|madre; > became|become|becoming a|parents|dad|father|mum|mom|mother /3; > baby at home; > newborn at; > recien nacido|nacida; > baby zuhause; > baby keeps|kept|wakes; > new dad|mum|mom|father|mother|parent|parents`,

	training.Operation:        `gallbladder|appendix|tonsils|spleen|wisdom|tooth|teeth|kidney|mole|cyst|plate|screws|metalwork|ovary|uterus|prostate|thyroid|weisheitszahn|weisheitszahne|zahn|schilddruse|platte|schrauben|muela|muelas|juicio|juanete|tornillos|placa|rinon out|removed|taken|raus|gezogen|entfernt|quitaron|quitado|quitar|sacaron|sacado|extirpado /7; > hernia repair|op|surgery|operation; > inguinal|sports|umbilical hernia; > going|go|went|goes under knife|anaesthetic|general /5; > scheduled|booked for|in op|surgery|procedure /4; > in quirofano|intervinieron; > me intervinieron|intervienen|operan|operaron|operado; > stitches|stent|pins|screws in|out my|from|the|on /3 - side; > werde|wurde|wird operiert; > unter vollnarkose|narkose; > frisch operiert; > having|getting|had my|the|a|his|her knee|hip|shoulder|foot|back|eyes|nose done|fixed|repaired|operated /4; > biopsy; > meniscectomy; > had|have|having|after|since an|a|my surgery|operation|procedure /3; > op am|im|vor|gehabt|letzte; > unter dem messer; > were|was|got operated; > post op; > keyhole surgery; > went under knife /4; > me operaron; > nach der op; > hatte eine op /3; gallbladder|appendix|tonsils|spleen|galle|gallenblase|blinddarm|mandeln|vesicula|apendice|amigdalas removed|out|raus|entfernt|entfernen|quitaron|extirparon|sacaron /6`,
	training.ACLSurgery:       `@cruciate @operated /5; @cruciate reconstruction /5; > kreuzband op|plastik; > kreuzbandplastik; > kreuzbandop`,
	training.JointReplacement: `> knie|huft|hufte tep; > totalendoprothese; @joint @replaced /4 + @gear`,

	training.Heat:     `@hotdegrees @degrees /2; > very|really|so|extremely hot @hotout /5; > hot weather; > heat wave; > ola de calor; > mucho calor; > grosse hitze; > sehr heiss; hot|heiss @hotout @hotdegrees /6`,
	training.Altitude: `@highmetres @highup /5; > m altitude; > at altitude; > en altura; > in der hohe`,
	training.PoorAir:  `@poor @air /3; > air quality; > mala calidad aire /4; > calidad del aire; luftqualitat`,
}

// tail is what German puts behind a place of the body, and what it is the name of, where it is of any.
type tail struct {
	letters string
	name    training.Condition
	broken  bool
}

// compoundTails have the longer before the shorter that it ends in.
var compoundTails = func() []tail {
	var list []tail
	for _, letters := range strings.Fields(`schmerzen schmerz verletzungen verletzung beschwerden probleme problem entzundungen entzundung uberdehnung dehnung zerrungen zerrung verstauchung stauchung
		prellungen prellung quetschung kontusion uberreizung reizung uberlastung verspannungen verspannung blockaden blockade arthrosen arthrose faserriss bundelriss teilriss anriss abriss risse riss weh
		luxation instabilitat syndrom schwellung krampfe krampf vorfall verschleiss verhartung sturz schaden degeneration`) {
		list = append(list, tail{letters: letters})
	}
	for _, letters := range []string{"fraktur", "anbruch", "bruche", "bruch"} {
		list = append(list, tail{letters: letters, broken: true})
	}
	for _, letters := range []string{"operation", "operationen", "arthroskopie", "op"} {
		list = append(list, tail{letters: letters, name: training.Operation})
	}
	for _, letters := range []string{"prothese", "ersatz"} {
		list = append(list, tail{letters: letters, name: training.JointReplacement})
	}
	return list
}()

// partTails are places of the body that longer German words end in: "Außenmeniskus", "Plattfuß".
var partTails = strings.Fields("meniskus fuss fusse knie zehe ferse wade schenkel hufte leiste schulter ellbogen wirbel rippe finger daumen")

// noPartTails end so and are no place of the body.
var noPartTails = setOf("barfuss zufuss")

func setOf(line string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(line) {
		set[w] = true
	}
	return set
}

// useNouns follow a chest that is trained, or that wears something.
var useNouns = setOf("press presses pressing strap straps day days fly flies flys workout workouts pass passes opener openers")

// tissues are in German words of what there is all over the body.
var tissues = strings.Fields("muskel sehne sehnen band bander gelenk gelenks gelenke schleimbeutel knorpel nerven nerv knochen knochenhaut faszien faszie weichteil")

// root is a part of a word of medicine, and what an inflammation of that is.
type root struct {
	letters string
	is      *entry
}

// derivation is what words mean that end in one way, at least so many letters long; with roots it goes by what else is in them.
type derivation struct {
	ends  []string
	least int
	roots []root
	is    entry
}

var endings = func() []derivation {
	named := func(c training.Condition) entry { return entry{name: c} }
	moves := &entry{concepts: []concept{conceptOf("pain"), conceptOf("plainpain")}}
	var roots []root
	for _, letters := range strings.Fields("tend burs arthr artr fasci enthes entes synov sinov capsul myos mios neur epicond periost osteo sacro spondyl espondil chondr condr ligament tenos") {
		roots = append(roots, root{letters, moves})
	}
	for _, of := range []struct {
		condition training.Condition
		letters   string
	}{
		{training.HeartDisease, "card herz koronar"}, {training.HotSwollenCalf, "phleb fleb thromb trombo venen"},
		{training.Cold, "sinus rhin rinit laryn larin pharyn farin otit conjun gingiv nebenhohlen stirnhohlen kehlkopf ohren mittelohr zahnfleisch bindehaut rachen"},
	} {
		for _, letters := range strings.Fields(of.letters) {
			e := named(of.condition)
			roots = append(roots, root{letters, &e})
		}
	}
	return []derivation{
		{strings.Fields("itis entzundung entzundungen"), 8, roots, named(training.IllBelowNeck)},
		{strings.Fields("algia algie algias malacia malazie opathy opathie opatia arthrosis artrosis arthrose"), 8, []root{{"card", &entry{name: training.HeartDisease}}}, *moves},
		{strings.Fields("laparoscopy laparoskopie laparoscopia arthroscopies ectomy ectomia ektomie plasty plastia otomy otomia ostomy ostomia"), 8, nil, named(training.Operation)},
		{strings.Fields("olol"), 7, nil, named(training.BetaBlocker)},
		{strings.Fields("pril sartan dipine dipin dipino"), 7, nil, named(training.HighBloodPressure)},
		{strings.Fields("cillin cillins cilina zillin cyclin cycline ciclina zyklin floxacin floxacino floxacina mycin micina mycine cefalexin cefalexina cefuroxim cefuroxima oxacin sulfamethoxazole"), 7, nil, named(training.Antibiotics)},
		{strings.Fields("xaban gatran coumon"), 7, nil, named(training.HeartDisease)},
		{strings.Fields("gliflozin gliptin glutide"), 8, nil, named(training.InsulinDiabetes)},
	}
}()

var germanParts = map[string]bool{
	"knie": true, "fuss": true, "ferse": true, "fersen": true, "schienbein": true, "waden": true, "huft": true, "leisten": true, "oberschenkel": true, "rucken": true, "nacken": true,
	"schulter": true, "ellbogen": true, "ellenbogen": true, "handgelenk": true, "achillessehnen": true, "knochel": true,
}

// fullForms are words that begin as a stem does, as they are mostly written: what misspelt ones may be.
const fullForms = `palpitations palpitation palpitaciones inflamed inflammation inflammed irritated irritation dislocated dislocation tendinopathy grumbling grumbly
	adolorida adolorido dolorido desgarro desgarrado desgarre inflamado inflamada hinchado hinchada sobrecarga sobrecargado contracturado molestias squeezing squeezed
	punzada punzadas constricted constriction irregular irregularly stumbling stumbles acelerado desbocado einseitig einseitige izquierdo izquierda derecho derecha paralysed
	paralyzed paralysis tingling tingly entumecido entumecida dormido dormida enrojecida sangrado sangrando perineum perineal perineo adormecida punktuell
	bronchial unintentional unintentionally desaparecido cansado cansada replacement replaced prosthetic prosthesis prothese kunstliches contaminado reconstruction
	operado operada thrombosis thrombose desmaye desmayado desmayo hemiplegia diarrhoea diarrhea sneezing resfriado acatarrado chondromalacia cardiomyopathy
	herzrhythmusstorungen hypertensive hipertenso hipertensa anorexia anorexic bulimia bulimic orthorexia agotado agotada sobreentrenado sobreentrenamiento umgeknickt`
