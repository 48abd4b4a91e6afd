package wish

// neutral are words that say nothing of what is to be: who speaks, how it is said, what is nice about it. They are left out as if they had not been
// said. A word that is neither here nor among the phrases may be anything, and where nothing governs it its clause is not understood: no verb that takes
// something away or narrows it may be among these, nor one that says how much.
const neutral = `
	still|yet|even|tho|anyways|basically|honestly|actually|simply|obviously|naturally|of course|sure|yes|yeah|yep|yup|okey dokey|alright|right then|hopefully|probably|
	nicely|lovely|decent|proper|cheeky|pleasant|fun|fab|fabulous|brilliant|awesome|perfect|wonderful|amazing|super|cool|safe|favourite run|smashing|grand|happy to|glad to|delighted to|
	wants|wanted|wishes|hoping to|hoping for|hoping|looking to|looking for|looking forward to|thinking of|thinking about|thinking|aiming to|aiming for|intend to|intending to|trying to|try to|try a|try an|try some|try|dying to|dying for|desperate to|
	dying|eager to|itching to|longing to|up for|down for|game for|in the mood for|id kill for|could kill for|would kill for|kill for|throw in|pop in|stick in|chuck in|sneak in|bung in|work in a|work in an|work in some|drop in a|throw me|chuck me|sort me out with|set me up with|line me up|line up|
	begin with|continue|continue with|continuing|continuing with|keep doing|keep on|carry on with|carry on|go for|went for|going for|head out for|head out|heading out for|do some|do a|do an|do my|try out|try my|
	put me|put us|put in|put on|put down|set|sets up|organise|organize|organised|arrange|arranged|help me|lets do|could we|could you|can we|can you|can i|may i|might i|might|we can|you can|would you|will you|do you think|
	my usual|as planned|as always planned|as agreed|feel like|feels like|in the diary|on the plan|in the plan|on my plan|in my plan|into the plan|into my plan|on the schedule|in the schedule|on my schedule|
	time for|have time for|got time for|time to|free to|available for|available to|class|classes|commute|commutes|commuting|slot|slots|routine|work|workout session|outing|outings|effort please|
	at least a bit of|bit of|a bit of|a spot of|spot of|touch of|kinda|sorta|just a quick note|quick note|note|heads up|update|morning coach|evening coach|dear|mate|buddy|pal|boss|folks|team|guys|lads|
	cheers mate|thx|ty|tia|merci|much appreciated|appreciated|kind regards|regards|best|xx|lol|haha|emoji|xo|
	everyone|somebody|someone|together|along with|alongside|whole lot of|from me|from us|from home|back at it|at it|by myself|on my own|
	gut|gute|guter|gutes|guten|schon|schone|schoner|schones|schonen|nett|nette|netter|nettes|toll|tolle|tolles|toller|prima|spitze|perfekt|ideal|genial|doch|eben|halt|ja|jo|jep|klar|naturlich|gerade|immer noch|weiterhin|weiter|
	fortsetzen|wurd|ware|fande|hatt|dafur|dazu|dabei|daneben|davon|gibts|gibt es|gabe|runde|kleine|kleiner|kleines|kleinen|einfach|wirklich|richtig|sehr|ganz|ziemlich|total|moglichst|zeit fur|zeit zum|zeit um|habe zeit|hab zeit|du|dir|dich|euch|ihr|man|sich|selbst|
	kannst|konntest|konnt ihr|konnten wir|wurdest|wollen|wollen wir|wollte|will ich|wurden|sollten|durfte|konnen|gemeinsam|zusammen|allein|alleine|hoffentlich|wahrscheinlich|eigentlich|bitte sehr|danke dir|vielen dank|lg|liebe grusse|viele grusse|gruss|grusse|trainer bitte|servus|moin|grussdich|guten morgen|guten abend|
	einmal bitte|eingeplant|machst|macht mir|leg|lege|setz|setze|setzen|stell|stelle|pack|packe|nimm|gib|gib mir|schick|bau|baue|bau mir|einbauen|eintragen|reinpacken|rein|drauf|drin|mitmachen|teilnehmen|ausprobieren|probieren|versuchen|moglich|prinzipiell|grundsatzlich|dran|angesagt|tour|einheit bitte|freue mich auf|freu mich auf|war toll|war schon|
	bien|buen|buena|bueno|buenas|buenos|bonito|bonita|guay|perfecto|estupendo|quiere|queremos|quisieramos|salir|salgo|salimos|seguir|sigo|continuar|continuar con|sigo con|ponme|ponedme|pongame|ponnos|poner|metedme|dame|danos|dadme|hazme|haz|haria|hariamos|seria|estaria|pues|vale|claro|unos|unas|muy|bastante|un poco|un poquito|poquito|un rato|un rato de|rato|tiempo para|
	tengo tiempo|ahora|ya|aun|todavia|incluso|ruta|vuelta|salida|salidas|sesioncita|entrenito|si que|claro que si|por supuesto|quizas mejor|juntos|juntas|entrenador|entrenadora|mister|buenos dias|buenas tardes|buenas noches|saludos|un saludo|abrazo|un abrazo|muchas gracias|te lo agradezco|te agradezco|os agradezco|agradeceria|gracias mil|porfa|porfavor|porfi|xfa|plis|
	podemos|puedes|podrias|podriamos|podria|podeis|me vendria bien|me vendria genial|me va bien|me va genial|me iria bien|me toca|toca|tocaria|probar|intentar|intento|pienso|planeo|espero|ojala|basicamente|la verdad|sinceramente|realmente|simplemente|tranqui|apuntame|apuntame a|apunta|anota|anotame|agenda|agendame|reservame|
	something|time|back|back on|back in|stay|staying|stays|based|scheduling|giving me|putting|putting me|camp|training camp|trainingslager|concentracion|
	thinks|reckons|recommends|recommended|advises|advised|suggests|suggested|ordered|orders|doctors orders|wants me|wants me to|told me|told me to|advised me|gp|consultant|surgeon|midwife|cardiologist|physiotherapist|osteopath|chiropractor|nurse|
	sagt|meint|empfiehlt|rat|rat mir|hat gesagt|sagte|meinte|arzt|arztin|hausarzt|hausarztin|physiotherapeut|physiotherapeutin|kardiologe|kardiologin|orthopade|orthopadin|hebamme|
	dice|dijo|me ha dicho|me dijo|recomienda|aconseja|medico|medica|doctora|fisio|fisioterapeuta|traumatologo|traumatologa|cardiologo|cardiologa|matrona|me ha mandado|me manda|
	estare|estaremos|estaras|llevo|llevamos|alojado|alojada|me alojo|me quedo|nos quedamos|wegen|due|
	near|along|during|bei|ins|hacia|sobre|chest and back day|chest day|back day|push day|pull day|shoulder day|back and biceps|chest and triceps|all|alle|allen|aller|todo|todos|toda|todas|getting off the|got off the|get off the|fell off the|came off the|fallen off the|falling off the|climbing off the|stepping off the|coming off the`
