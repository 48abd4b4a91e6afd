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
		"angry": "birds", "gave": "me up it him her birth", "went": "to for well on out home running swimming cycling by great fine up down", "playing": "football tennis soccer golf basketball rugby cricket badminton squash with in at",
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

	"pain": `killing kills pinched trapped puffy puffed clicking clicks clunk{s,ing} crunching crunches crunchy grinding crepitus locking buckled buckles buckling unstable instability cast sling splint crutches
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
	"plainpain": `crutches krucken muletas hurt{,s,ing} pain{,s,ful} injur{ed,y,ies} limp{,ing} tendinitis tendonitis schmerz schmerzen schmerzt verletzt verletzung sehnenentzundung muskelfaserriss
		faserriss lesion lesionado lesionada duele dolor dolores dolia desgarro`,
	"broken":  `broke broken fracture{,d,s} gebrochen bruch fractura{,s,do,da} rompi rompio roto rota cracked`,
	"whither": `to at from on in into home again up down squat squats squatting with and next tomorrow running training work after soon`,
	"whence":  `come came go got get going coming be am was been are is to feel jump jumping straight way welcome turn head fly flight moving ease easing back heading give`,
	"whose":   `my his her your lower upper mid middle sore bad stiff sacral`,
	"ailing": `bad dodgy gammy wonky dicky crook crocked busted knackered kaputtes kaputte kaputter ladiert mala malo fastidiada fastidiado jodida jodido chunga
		`,
	"prevention": `prevent{,s,ing,ion,ative} avoid{,ing} prevencion prevenir vorbeugen pravention verletzungspravention risk cave gain threshold barrier tolerance worth free`,

	"chest": `chest brust brustkorb brustbein brustbereich pecho torax thorax sternum breastbone`,
	"pang": `pain{,s,ful} hurt{,s,ing} ache{,s,d} aching pressure tight tightness tightening squeez* apriet* apreta* heaviness discomfort burning burned stab{s,bing,bed} crushing heavy weh
		schmerz schmerze{n,nd} schmerzt schmerzte druck druckt druckte enge eng engegefuhl stechen stich stiche sticht stach brennen ziehen presion opresion oprime punzad* pinchazo{,s} dolor dolores duele
		dolia dolio ardor angina gripping twinge{,s} sharp sore tender pang{,s} constrict*`,
	"herz": `heart herz corazon heartbeat pulse puls pulso hearts`,
	"stumble": `racing raced flutter{,s,ed,ing} skip{,s,ped,ping} pound{,s,ed,ing} irregular* stumbl* thump{,s,ing,ed} rast raste rasen stolpert stolperte stolpern acelerad* acelera
		galopando desbocad* unregelmassig jumps jumping jumpy crazy wild mad nuts galloping galoppiert verruckt loco loca`,
	"breathless": `breathless breathlessness winded kurzatmig atemlos`,
	"breath":     `breath breathe breathing atem luft aire aliento respirar`,
	"lacking":    `short shortness cant catch couldnt out no struggle struggling difficulty trouble gasping keine kaum schlecht schwer falta faltaba sin dificultad`,
	"resting":    `rest resting sitting sit lying lie sofa couch bed night standing ruhe liegen sitzen sofa bett reposo sentad* tumbad* acostad* stairs`,
	"limbside":   `left right one links linke linken linker linkes linkem rechts rechte rechten rechter rechtes rechtem einseitig* halbseitig* izquierd* derech* mitad un`,
	"limb":       `arm leg side face hand bein seite gesicht brazo pierna lado cara body arms korper mouth mund boca`,
	"weak": `weak weakness numb numbness droop{,s,ed,ing,y} paraly* tingl* dead schwach schwache gelahmt lahm lahmung taub taubheit debil debilidad entumecid* entumec* dormid* durmio durmieron hang{s,ing}
		hangt hangend kribbel*`,
	"worst":      `worst thunderclap sudden severe unbearable explosive schlimmste* schlimmster starkste* heftigste* peor brutal`,
	"headache":   `headache{,s} migraine kopfschmerz kopfschmerzen kopfweh cefalea migrana`,
	"calf":       `calf calves wade waden gemelo gemelos pantorrilla pantorrillas`,
	"hot":        `hot warm warmth red redness heiss warme rot gerotet caliente roja rojo enrojecid*`,
	"swelling":   `swollen swelling swells swelled geschwollen schwellung dick hinchad* hinchazon`,
	"pregnancy":  `pregnan{t,cy,cies} schwanger schwangerschaft embaraz{o,ada} trimester trimestre trimenon weeks week wks woche ssw semana semanas baby`,
	"bleeding":   `bleed{,s,ing} bled blood spotting fluid contraction contractions wehen blutung blutungen blute fruchtwasser sangr* contraccion contracciones manchado`,
	"saddle":     `saddle genital{,s} crotch perine* buttocks schritt damm sattel intimbereich genitalbereich genital genitales entrepierna sillin privates penis labia groin leisten`,
	"numb":       `numb numbness taub taubheit taubheitsgefuhl entumecid* entumec* dormid* adormecid* tingl*`,
	"press":      `pinpoint spot point touch touched touching press pressed pressing punktuell* punktformig* punkt druck drucke druckschmerz punto puntual tocar toco presionar aprieto`,
	"shin":       `shin shins tibia tibial schienbein schienbeine espinilla espinillas`,
	"groin":      `groin leiste ingle inguinal`,
	"hop":        `hop hopping hops hopped hupfen hupfe springen saltar salto saltando jump jumping`,
	"nightpain":  `pain{,s,ful} hurt{,s,ing} ache{,s,d} aching sore throb{s,bing} schmerz schmerzen schmerzt weh wehtut dolor duele dolia`,
	"skull":      `head kopf cabeza`,
	"knock":      `hit banged bang bumped bump knocked knock smacked whacked cracked struck blow fell crashed angeschlagen gestossen gefallen geprallt golpe golpeado golpee golpearme choque caido`,
	"lungs":      `deep chest lung lungs phlegm chesty mucus brust schleim lunge pecho flema flemas tief bronch*`,
	"cough":      `cough{,s,ing,ed,y} husten huste tos`,
	"coldish":    `a an bad nasty head my slight little heavy mild have caught got with this common another fighting getting`,
	"weather":    `water weather day days morning mornings night snap plunge shower showers bath front outside wind and turkey feet hands months season`,
	"lostweight": `lost losing dropped abgenommen perdi perdido perdiendo`,
	"weight":     `kg kilo{,s} pound{,s} lb lbs weight gewicht peso stone`,
	"fast":       `fast quickly rapidly rapid suddenly without unintentional* schnell ungewollt rapido days week weeks month wochen semanas`,
	"cycle":      `period{,s} periode menstruation mens regel regla menstruacion periodo`,
	"stayedout":  `gone vanished disappeared paused stopping missed missing lost no not havent hasnt didnt stopped absent irregular without ausgeblieben ausgefallen keine weg sin falta* perdid* desaparecio months monate meses skipped late`,
	"verytired":  `so very really always constantly extremely totally completely dead super sehr total vollig immer standig dauernd muy siempre`,
	"tired":      `tired fatigued mude mudigkeit cansad* sleepy`,
	"asleep":     `sleep{,ing} slept schlaf geschlafen schlafe schlafen dormi dormido dormir duermo sueno`,
	"nosleep": `no not without hardly barely little badly terrible terribly awful poorly cant couldnt didnt havent lack deprived nicht kaum kein keinen schlecht wenig ohne sin mal
		apenas poco nada never isnt`,
	"cruciate":   `acl kreuzband kreuzbandriss cruciate cruzado lca vkb ligamento`,
	"operated":   `surgery operation operated op reconstruct* repair{,ed} operiert operad* cirugia operacion arthroscop* plastik`,
	"joint":      `knee hip shoulder joint ankle knie hufte huft schulter gelenk rodilla cadera hombro articulacion kniegelenk huftgelenk`,
	"replaced":   `replac* prosthe* prothese protesis artificial endoprothese tep kunstliche* new neues neue nueva`,
	"degrees":    `degrees degree c celsius grad grados deg`,
	"hotout":     `weather outside week days draussen wetter clima tiempo afuera`,
	"metres":     `m metres meters meter hohe hohenmeter metros altitude`,
	"highup":     `altitude above elevation hohe hohenlage altura altitud camp sleeping trainingslager`,
	"air":        `air luft aire`,
	"poor":       `poor bad quality polluted toxic schlecht schlechte schlechter verschmutzt mala contaminad*`,
	"birthing":   `birth baby delivery partum natal kind geburt luz parto caesarean`,
	"giving":     `gave giving given give after since had post nach seit vor di dio dar haber tras despues desde`,
	"sickof":     `of and leave`,
	"strokeswim": `swim work drill drills technique rate swimming training`,
	"expected":   `rain snow visitors guests a to it hot cold the heat bad good company`,
	"nofever":    `hay cabin pollen race spring`,
	"upto":       `to until`,
	"gear":       `brace braces sleeve sleeves pad pads support tape shoes shoe`,
	"jumping": `jump{,s,ing} run running cough coughing sneeze{,s} sneezing urine pee wee bladder pelvic lifting lift springe springen lauf laufe laufen hupfe husten niese niesen
		saltar salto correr corro toser orina tose`,
	"leak": `leak{,s,ing,ed,age} tropfle tropfen verliere escapes escape perdidas`,
}

// partWords are places of the body, by the condition of one that hurts.
var partWords = map[training.Condition]string{
	training.HurtKnee:      `knee{,s,cap,caps} patella patellar meniscus mcl lcl pcl acl knie kniescheibe knien rodilla{,s} menisco meniskus rotula kreuzband cruzado innenband`,
	training.HurtFoot:      `foot feet ankle{,s} toe{,s} metatarsal{,s} instep fuss fusse fussgelenk knochel sprunggelenk zeh zehe zehen mittelfuss pie pies tobillo{,s} empeine`,
	training.HurtPlantar:   `heel{,s} plantar sole arch arches ferse fersen fusssohle fusssohlen talon planta fascia`,
	training.HurtShin:      `shin{,s} tibia{,s} tibial fibula leg schienbein{,e} bein beine wadenbein espinilla{,s} perone pierna`,
	training.HurtAchilles:  `achilles achillessehne achillessehnen aquiles`,
	training.HurtCalf:      `calf calves soleus gastroc gastrocnemius wade{,n} gemelo{,s} pantorrilla{,s}`,
	training.HurtITB:       `itb iliotibial{,is} tractus`,
	training.HurtHip:       `hip{,s} glute{,s} piriformis pelvis pelvic buttock{,s} hufte{,n} huft huftbeuger gesass becken po cadera{,s} gluteo{,s} pelvica femur`,
	training.HurtGroin:     `groin adductor{,s} leiste{,n} adduktor{,en} ingle{,s} aductor{,es}`,
	training.HurtHamstring: `hamstring{,s} hammy hammies quad{,s} quadriceps thigh{,s} oberschenkel quadrizeps beinbizeps isquio{,s} isquiotibial{,es} muslo{,s} femoral cuadriceps`,
	training.HurtBack: `back spine lumbar disc disk vertebra{,e} neck rucken ruecken kreuz wirbelsaule lendenwirbel bandscheibe{,n} nacken espalda lumbar{,es} columna cuello
		cervical{,es} rib{,s} rippe{,n} costilla{,s} lats`,
	training.HurtShoulder: `shoulder{,s} rotator collarbone clavicle schulter{,n} schlusselbein hombro{,s} clavicula pec{,s}`,
	training.HurtElbow:    `elbow{,s} forearm{,s} biceps bicep triceps tricep arm arms ellbogen ellenbogen unterarm oberarm bizeps trizeps codo{,s} antebrazo brazo{,s}`,
	training.HurtWrist:    `wrist{,s} hand hands finger{,s} thumb{,s} handgelenk{,e} daumen muneca{,s} mano{,s} dedo{,s} pulgar`,
}

// nameWords are names that say by themselves what somebody has.
var nameWords = map[training.Condition]string{
	training.Palpitations: `palpitat* palpitac* herzrasen herzstolpern taquicardia tachycardia tachykardie palpitier*`,
	training.Fainted: `faint{,ed,ing,s} fainting syncope blackout ohnmacht ohnmachtig bewusstlos kollabiert desmay* dizzy dizziness lightheaded schwindel schwindelig schwindlig mareo mareos mareado mareada
		sincope collapsed`,
	training.ChestPain:        `brustschmerz brustschmerzen brustenge brustdruck angina`,
	training.BreathlessAtRest: `atemnot luftnot ruhedyspnoe dyspnoea`,
	training.OneSidedWeakness: `schlaganfall ictus hemipleg*`,
	training.HotSwollenCalf:   `dvt thrombos* trombosis embolism embolie embolia thrombus`,
	training.Fever:            `fever{,s,ish} fieber fiebrig fiebre febril feverish`,
	training.Flu:              `flu influenza grippe gripe grippal{,er}`,
	training.Covid:            `covid corona coronavirus`,
	training.Vomiting: `vomit{,s,ed,ing} puke{,d,s} puking gastroenteritis gastro norovirus diarrh* diarrea durchfall erbrochen erbreche erbrechen ubergeben kotze gekotzt kotzen vomitado
		vomitando vomito{,s}`,
	training.Antibiotics: `antibiotic{,s} antibiotik{a,um} antibiotico{,s} amoxicillin amoxicilina penicillin`,
	training.IllBelowNeck: `ill illness unwell poorly bronchitis pneumonia chesty tonsillitis krank kranke krankheit kranklich lungenentzundung gliederschmerzen infekt mandelentzundung magenverstimmung
		enfermo enferma enfermedad bronquitis neumonia infeccion amigdalitis nausea nauseous nauseas ubelkeit ubel virus infection infections blasenentzundung magenschmerzen bauchschmerzen`,
	training.Cold: `sniffle{,s} sneez{e,ing,es} cough{,s,ing} sinusitis erkaltet erkaltung schnupfen halsschmerzen halsweh husten resfriad{o,a} resfrio constipad{o,a} catarro tos mocos acatarrad* verschnupft
		headache{,s} migraine kopfschmerzen kopfweh cefalea`,
	training.StressFracture: `ermudungsbruch ermudungsfraktur stressfraktur ermudungsbruche`,
	training.StressReaction: `stressreaktion knochenodem knochenmarkodem`,
	training.HurtKnee:       `kreuzbandriss kreuzbandverletzung patellofemoral lauferknie springerknie meniscus meniskus menisco chondromalaci* lauferknie`,
	training.HurtPlantar:    `plantar fersensporn plantarfasziitis fasciitis fascitis fasciosis`,
	training.HurtAchilles:   `achilles achillodynie tendoachilles`,
	training.HurtITB:        `itb itbs`,
	training.HurtShin:       `schienbeinkantensyndrom periostitis`,
	training.HurtBack:       `sciatica ischias ciatica hexenschuss bandscheibenvorfall lumbago lumbalgia`,
	training.HurtElbow:      `tennisarm tennisellbogen epicondylitis epicondilitis`,
	training.HurtFoot:       `metatarsalgia`,
	training.Concussion:     `concuss{ion,ed,ions} gehirnerschutterung conmocion`,
	training.HeartDisease: `cardiac coronary angioplasty stent cardiomyopath* myocarditis pericarditis pacemaker arrhythmia{,s} afib fibrillation herzinfarkt herzkrank herzkrankheit
		herzfehler vorhofflimmern herzinsuffizienz herzmuskelentzundung herzschrittmacher herzrhythmusstorung* infarto cardiopat* fibrilacion marcapasos miocarditis arritmia{,s}
		arrhythmie herzprobleme`,
	training.HighBloodPressure: `hypertension hypertens* bluthochdruck hipertension hipertens* hypertonie`,
	training.BetaBlocker:       `betablocker{,s} betablockern bisoprolol metoprolol propranolol atenolol nebivolol carvedilol betabloqueante{,s}`,
	training.InsulinDiabetes:   `insulin diabet{es,ic,ics,iker,ikerin,ico,ica} insulina zuckerkrank`,
	training.Pregnant:          `pregnan{t,cy} schwanger schwangere schwangerschaft embarazada embarazo trimester trimestre trimenon`,
	training.Postpartum:        `postpartum postnatal entbunden entbindung wochenbett puerperio postparto kreissaal`,
	training.Caesarean:         `caesarean cesarean caesarian csection kaiserschnitt cesarea`,
	training.Leaking:           `incontinen{ce,t} inkontinen{z,t} incontinencia`,
	training.Prolapse:          `prolapse{,d} prolaps prolapso gebarmuttersenkung`,
	training.MissedPeriods:     `amenorrh{ea,oea,oe} amenorrhea amenorrea`,
	training.EatingDisorder:    `anorexi* bulimi* essstorung essstorungen orthorexi* magersucht`,
	training.REDS:              `reds`,
	training.Exhausted: `exhaust{ed,ion,ing} rundown knackered shattered bushed pooped drained erschopf{t,ung} ausgelaugt agotad* agotamiento overtrained overtraining ubertraining ubertrainiert
		sobreentren* hundemude`,
	training.Burnout:   `burnout ausgebrannt`,
	training.NoSleep:   `insomni{a,o,ac} schlaflos schlaflosigkeit sleepless schlafmangel`,
	training.Newborn:   `newborn{,s} neugeborenes neugeborene neugeborenen`,
	training.Operation: `operation surgery surgical operiert operated arthroscop* hernia operacion operado operada operaron cirugia leistenbruch knieoperation`,
	training.Heat:      `heatwave heatwaves hitze hitzewelle heat`,
	training.Altitude:  `altitude hohenlage hohentraining altitud hohentrainingslager`,
	training.PoorAir:   `smog smoke smoky wildfire{,s} pollution feinstaub contaminacion aqi luftverschmutzung humo`,
}

// signWords are what is said in several words: signs with ; between, see newSign.
var signWords = map[training.Condition]string{
	training.ChestPain: `@chest @pang /6`,
	training.Fainted: `> passed|pass|passing out; > blacked|blacking out; > lost|lose|losing consciousness; > light headed; > perdi|perdio|perdido conocimiento /3; > perdi el conocimiento;
		> umgekippt|umgefallen; > keeled over; > black out; > went|go|goes|going|gone|turned black /3 + friday|belt|run; > schwarz augen /4; > schwarz vor augen /4; > veia|vi|veo|volvio todo negro /3; > vi negro`,
	training.Palpitations: `> @herz @stumble /3; > acelera|aceleraba|acelero|galopa|dispara|salta corazon|pulso /4; > skipping|skipped|skips|skip|missing|missed beat|beats /3;  > racing|pounding|fluttering|irregular|thumping heart|heartbeat|pulse /1`,
	training.BreathlessAtRest: `@breathless @resting /6; > short|shortness of breath /3; > cant|couldnt|cannot breathe|breath|atmen; > catch my|his|her breath /3; > catch breath; > out of breath @resting /6; > falta|faltaba aire /4;
		> no puedo respirar; ! > keine|kaum luft; > sin aliento; > gasping for; @lacking @breath @resting /7; bleibt|blieb|bleib luft weg /8; > struggle|struggling to breathe`,
	training.OneSidedWeakness: `@limbside @limb @weak /9; face droop|drooping|droopy|drooped|drooped /5; > had|having|after|since|mini|a stroke + @strokeswim; > slurred speech; > speech slurred /3; > hatte einen schlaganfall /3; > tia`,
	training.WorstHeadache:    `@worst @headache /5; peor dolor cabeza /6; @worst dolor cabeza /6; worst pain head /6`,
	training.HotSwollenCalf:   `@calf @hot @swelling /7; leg|bein|pierna @hot @swelling /7; > leg|legs|calf|calves is|are|was|looks|gone|went|turned red /4; wade|bein rot|gerotet /4; pierna|pantorrilla roja|enrojecida /4; > blood clot|clots; @calf clot|gerinnsel /6; > venenthrombose`,
	training.PregnancyWarningSign: `@pregnancy @bleeding /9; contractions|wehen|contracciones - isometric|eccentric|muscle|concentric; > water|waters broke|breaking|breaks /3; > waters have broken /4;
		fruchtwasser; > blasensprung; > rompi|roto aguas /3`,
	training.SaddleNumbness: `@numb @saddle /7; @numb > between legs /5; @numb between legs /9; @numb > sit bones; @numb sitzbein|sitzbeine|sitzknochen /6; @numb entre piernas /7; ! @cannot feel @saddle /6; > trouble|difficulty|cant|cannot|unable|couldnt peeing|pee|urinate|urinating /4; @numb zwischen beinen /7`,

	training.Fever:    `> high temperature; > running|have|had|got|run a temperature /3; > running|have|had|got|run a temp; > temp of|is|was @hotdegrees /3; > erhohte temperatur; > temperature of @hotdegrees`,
	training.Covid:    `> tested positive; > positive test; > positiv getestet; > di positivo`,
	training.Vomiting: `> throwing|threw|throw|thrown up; > stomach bug|flu|virus; > tummy bug; > magen darm; > food poisoning; > lebensmittelvergiftung; > being sick; > been sick; > upset stomach`,
	training.IllBelowNeck: `sick + @sickof - sea|car|travel|home|love; > under the weather; > body|muscle aches; > aching all over; @cough @lungs /7; > strep throat; > chest infection; ! nicht gut|wohl fuhle|fuhlt|fuhlen /4;
		> encuentro mal; > siento mal; > me siento mal; ! > not feeling well|great|good /3; ! > dont|didnt|doesnt feel well|good|great /3; > feel|feeling|felt awful|terrible|rough|ill|sick; > feeling off; > gehts mir|schlecht schlecht /3; > malo|mala del estomago /3;
		> stomach ache|pain|pains|cramps; > estoy malo|mala; > kidney|bladder|urinary infection`,
	training.Cold: `> @coldish cold + @weather; > head cold; > runny|stuffy|blocked|streaming nose; > sore throat; > throat hurts|ache|infection /3; > nose blocked|running|stuffed|runny /3; > dolor de garganta; > duele la garganta;
		> hals kratzt|tut|schmerzt; > nase lauft|zu|verstopft /3; > scratchy throat; > sinus infection; > nariz tapada|congestionada`,

	training.StressFracture:   `stress|hairline|march fracture|fractures|fractured /3; fractura estres /4; fractured stress /4; > haarriss`,
	training.StressReaction:   `> stress reaction|response|reactions|injury; > bone stress; > bone edema|oedema|bruise|bruising; reaccion estres /4; > edema oseo; > knochen odem`,
	training.ShinPinpointPain: `@shin @press /7`,
	training.NightPain: `@nightpain > at night /6; @nightpain nachts|nachtlich /6; @nightpain > wakes|woke|waking me|him|her /8; wakes|woke|waking @nightpain night /9; > night pain; > nachtschmerz;
		@nightpain > por la noche|noches; > at night @nightpain /6; @nightpain despierta /6; @nightpain > in der nacht`,
	training.HoppingGroinPain: `@groin @hop /8`,

	training.HurtKnee:      `> runners|runner|jumpers|jumper knee; > housemaid knee`,
	training.HurtFoot:      `> walking|moon|orthopedic|orthopaedic boot; > bota ortopedica; > vorfussentlastungsschuh`,
	training.HurtPlantar:   `> heel spur; > espolon calcaneo`,
	training.HurtShin:      `> shin splints|splint; > periostitis tibial`,
	training.HurtITB:       `> it band; > itband; > cintilla iliotibial`,
	training.HurtBack:      `> slipped|herniated|bulging|prolapsed disc|disk; > hernia discal; > put|threw|thrown my back /3; > back went|gave|is|has out|gone /3`,
	training.HurtElbow:     `> tennis|golfers|golfer elbow; > codo de tenista`,
	training.HurtShoulder:  `> rotator cuff; > frozen shoulder; > manguito rotador`,
	training.HurtHamstring: `> ham string|strings`,
	training.Hurt: `> pulled|torn|tore|strained|strain|injured a|my|some muscle|ligament|tendon /3; > muscle|ligament|tendon tear|strain|rupture|injury|pull; > bander|muskel riss|zerrung; esguince; banderriss; muskelzerrung;
		> rotura de fibras|ligamento; > tiron muscular; > rotura fibrilar; contractura`,

	training.HitHead: `@knock @skull /5; > head injury; > kopfverletzung; > knock|blow to head /4`,

	training.HeartDisease: `> heart attack|attacks; > heart disease|condition|failure|surgery|defect|murmur|problem|problems|issue|issues|trouble|bypass|transplant|valve; > problemas|problema|enfermedad|ataque de|del|al corazon /3; > ataque cardiaco;
		> schwaches herz; > herz op; > am herzen operiert; > atrial fibrillation|flutter`,
	training.HighBloodPressure: `bp @highpressure /6; > high bp; > blood pressure - low|normal + low|normal|fine|ok|good; > hoher|hohen|hohe blutdruck; blutdruck @highpressure; > blutdruck; > presion|tension alta|arterial; tension @highpressure /4`,
	training.BetaBlocker:       `> beta blocker|blockers|blocking; > beta bloqueante|bloqueantes; > beta blocker|blockern`,
	training.ChestHistory:      `history @chest /6; earlier|previous @chest trouble|problems|surgery /6; > antecedentes @chest /6`,

	training.Pregnant: `> expecting baby|twins|child|second|third|first|our|my /3; im|am|is|were|are|shes expecting - not + @expected; > having|expecting|awaiting a baby /3; > weeks along; > baby due|bump; > espero|esperamos|esperando un|bebe bebe /3; > espero|esperamos bebe;
		> erwarte|erwarten ein|kind kind|baby /3; > erwarte|erwarten kind|baby; > guter hoffnung; > due date; > mit kind`,
	training.Postpartum: `> gave|giving|given|give birth; > had a|my|our baby /3; > after|since|post the|my|giving birth|delivery|partum /3; > post partum|natal; > after|since birth|delivery; > back from|after baby /3; > di|dio|dar a luz /3; > dado a luz /3; > nach|seit der|einer geburt /3; > nach geburt; > el|mi parto; > parto hace; hace parto /4; wochen geburt /5;
		> baby bekommen; > kind bekommen`,
	training.Caesarean: `> c section|sections`,
	training.Leaking:   `@leak @jumping /6; pee|peeing|wee|weeing|wet @jumping /8; > wet|wetting myself|pants /3; > escapa|escapan orina|pis|pipi /4; > mache|mach in die hose /5; > pipi|urin verliere|verlier /4; > leak|leaking urine|pee; > verliere urin; > perdidas de orina; > pierdo orina; leaking - tyre|tire|bottle|roof|pool|tap|goggles|shower + bottle|roof|goggles|tyre|tire|tap|pool`,

	training.MissedPeriods:   `! @stayedout @cycle /6 - training|rest|base`,
	training.EatingDisorder:  `> eating disorder|disorders; > trastorno alimentario|alimenticio; > trastorno de alimentacion /4; > binge eating|purge`,
	training.REDS:            `> red s; > relative energy deficiency; > low energy availability; > female athlete triad; > baja disponibilidad energetica`,
	training.RapidWeightLoss: `@lostweight @weight @fast /8; > rapid weight loss; ! down|lost|losing @weight trying|meaning|unintentionally /9; > kilos|kg without trying /5; > schneller gewichtsverlust; > unintended|unexplained weight loss; > lost lot weight /5`,

	training.Exhausted: `> worn|wiped out; > run down; @verytired @tired /3; > tired all|of the|everything time /4; > total|vollig|komplett kaputt|fertig|platt|alle; > am ende; > chronic fatigue; > hecho|hecha polvo; > muerto|muerta de cansancio; > running on empty|fumes; > dead on feet /4; > fix und fertig; > am limit; > sin fuerzas; > hecha|hecho polvo`,
	training.Burnout:   `> burned|burnt|burn|burning out; > burn out; > quemado|quemada del|por trabajo|el /3; > estoy quemado|quemada`,
	training.NoSleep:   `! > @nosleep @asleep; ! > @asleep @nosleep; ! > slept|sleeping badly|terribly|poorly; > slept 1|2|3|4|hours; > sleep deprived; > up all night - throwing|threw|vomiting|puking|pumped; ! > sin dormir; > wach gelegen`,
	training.Newborn:   `> new baby; > baby|twins|triplets|daughter|son arrived|born /4; > tochter|sohn|zwillinge|baby geboren /5; > nacio|nacieron mi|nuestro|nuestra|mis hijo|hija|bebe|mellizos /3; > bin vater|mutter|papa|mama geworden /3; > soy|somos padre|padres|madre; > became|become|becoming a|parents|dad|father|mum|mom|mother /3; > baby at home; > newborn at; > recien nacido|nacida; > baby zuhause; > baby keeps|kept|wakes; > new dad|mum|mom|father|mother|parent|parents`,

	training.Operation:        `> had|have|having|after|since an|a|my surgery|operation|procedure /3; > op am|im|vor|gehabt|letzte; > unter dem messer; > were|was|got operated; > post op; > keyhole surgery; > went under knife /4; > me operaron; > nach der op; > hatte eine op /3; gallbladder|appendix|tonsils|spleen|galle|gallenblase|blinddarm|mandeln|vesicula|apendice|amigdalas removed|out|raus|entfernt|entfernen|quitaron|extirparon|sacaron /6`,
	training.ACLSurgery:       `@cruciate @operated /5; @cruciate reconstruction /5; > kreuzband op|plastik; > kreuzbandplastik; > kreuzbandop`,
	training.JointReplacement: `@joint @replaced /4 + @gear`,

	training.Heat:     `@hotdegrees @degrees /2; > very|really|so|extremely hot @hotout /5; > hot weather; > heat wave; > ola de calor; > mucho calor; > grosse hitze; > sehr heiss; hot|heiss @hotout @hotdegrees /6`,
	training.Altitude: `@highmetres @highup /5; > m altitude; > at altitude; > en altura; > in der hohe`,
	training.PoorAir:  `@poor @air /3; > air quality; > mala calidad aire /4; > calidad del aire; luftqualitat`,
}

// compoundTails are what German puts behind a place of the body.
var compoundTails = []string{
	"schmerzen", "schmerz", "verletzung", "beschwerden", "probleme", "entzundung", "zerrung", "prellung", "reizung", "bruch", "riss", "weh", "arthrose", "verspannung",
}

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
