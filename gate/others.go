package gate

import (
	"slices"

	"fortnight/lexis"
)

// What is told of somebody who is no athlete of the plan is not told of the athlete. Who that is goes by kinds: an animal of the house, somebody whose
// plan this cannot be (a mate, a colleague), a parent, a brother or a sister, and another of the family where the writer says what follows for himself. Of the family it may be the athlete
// whom somebody writes for, so that all else is heard of the athlete; an illness always is, because it is in the house, and what stops at once, because
// that runs in families as often as not.
var (
	pets      = setOf("dog dogs cat cats horse puppy kitten hamster rabbit hund hunde katze pferd kater welpe perro perra gato gata caballo cachorro")
	strangers = setOf(`mate mates buddy buddies friend friends teammate teammates colleague colleagues coworker neighbour neighbor neighbours flatmate roommate boss clubmate opponent pacer
		kumpel kollege kollegin kollegen nachbar nachbarin mitbewohner mitbewohnerin chef chefin trainingspartner trainingspartnerin laufpartner laufpartnerin
		companero companera companeros amigo amiga amigos colega colegas vecino vecina jefe jefa`)
	family = setOf(`wife husband partner spouse fiance fiancee girlfriend boyfriend son daughter kid kids child children dad father mum mom mother brother sister gran grandma grandad grandpa uncle aunt
		frau mann ehefrau ehemann partnerin freund freundin sohn tochter kind kinder vater papa mutter mama bruder schwester oma opa
		mujer marido esposa esposo pareja novio novia hijo hija hijos padre papi madre hermano hermana abuelo abuela`)
	// kin are those of the family for whom nobody plans: parents, and brothers and sisters. A wife, a husband or a child may be whom somebody writes for.
	kin = setOf(`dad father mum mom mother brother sister gran grandma grandad grandpa uncle aunt vater papa mutter mama bruder schwester oma opa
		padre papi madre hermano hermana abuelo abuela`)
	// asks are words by which a plan is asked for whoever is told of.
	asks = setOf("wants needs would should plan session sessions will braucht mochte soll plane quiere necesita deberia")
	// haves are what somebody has or is, happens to him or is done by him, right behind the one of whom it is told.
	haves = setOf(`had has is was got gets needs broke hurt threw vomited rolled twisted sprained tore pulled strained tweaked injured fell crashed hit collapsed fainted caught cut dislocated fractured
		hat ist wurde war muss hatte humpelt liegt tiene esta fue tuvo tenia se ha le estaba estuvo`)
	// mates stand before a partner who is one in sport alone, qualifiers between somebody and what he has.
	mates      = setOf("training running riding cycling swim swimming gym lifting tennis climbing club rowing business dance")
	qualifiers = setOf("de del entreno entrenamiento equipo trabajo curro club from work at the gym training aus dem der vom verein")
	ownWords   = setOf("i im ive id me my myself ich mich mir mein meine meinen meinem meiner yo me mi mis")
	joins      = setOf("so and because but while when after since and und weil aber deshalb daher denn also y e pero porque cuando asi")
	// echoes are words by which the writer has it as well.
	echoes = setOf("too also same both caught infected likewise well auch beide angesteckt ebenfalls tambien ambos contagiado contagiada pegado pego igual")
	// follows are what the writer does for it, ownForms what says so by itself, and someone are words for whoever else it may be for.
	follows  = setOf("need have cant cannot can must will am was had should muss kann bin habe musste brauche")
	ownForms = setOf("im ive puedo tengo estoy necesito entreno debo podre tendre ire voy")
	someone  = setOf("she he her him his hers they them their shes hes theyre sie er ihr ihm ihn ihre ihren ella ellos suyo")
	// toOneself are gates of what one has for oneself, which no house and no family shares.
	toOneself = []Gate{Pregnancy, Birth, Injury, Bone, Head, Surgery}
)

// other is a part of a sentence, from one word to another, that tells of somebody who is no athlete of the plan; stranger where nothing of it can be the
// athlete's, else what is one's own alone is not. Person tells that it is a stranger and no animal: an injury
// of which nobody says where it is may still be the athlete's beside an animal, which is walked.
type other struct {
	first, last      int
	stranger, person bool
}

// othersIn are those parts of a sentence: "my dog had surgery", "mate rolled his ankle", "my wife is pregnant so I need to be home by six". Each ends where
// another part of the sentence begins or somebody speaks of himself.
func othersIn(tokens []lexis.Token) (list []other) {
	for i := range tokens {
		who, verb := tokens[i].Text, i+1
		if !pets[who] && !strangers[who] && !family[who] {
			continue
		}
		for verb < min(len(tokens), i+4) && qualifiers[tokens[verb].Text] {
			verb++
		}
		if verb >= len(tokens) || !haves[tokens[verb].Text] || tokens[verb].Break != 0 || verb+1 < len(tokens) && tokens[verb+1].Text == "to" {
			continue
		}
		end := verb
		for end < len(tokens) && tokens[end].Break < lexis.Comma && !ownWords[tokens[end].Text] && !joins[tokens[end].Text] {
			end++
		}
		person := strangers[who] || i > 0 && mates[tokens[i-1].Text]
		stranger := person || pets[who]
		if (stranger || kin[who] && !has(asks, tokens[end:]) || concerns(tokens[end:])) && !has(echoes, tokens[i:]) {
			list = append(list, other{i, end - 1, stranger, person})
		}
	}
	return list
}

// concerns tells whether the rest of a sentence says what follows for the writer, and nothing of what somebody else is to do.
func concerns(rest []lexis.Token) bool {
	if has(someone, rest) {
		return false
	}
	for i := range rest {
		text := rest[i].Text
		if ownForms[text] || (text == "i" || text == "ich") && (i+1 < len(rest) && follows[rest[i+1].Text] || i > 0 && follows[rest[i-1].Text]) {
			return true
		}
	}
	return false
}

// has tells whether a word of a set is among others.
func has(set map[string]bool, tokens []lexis.Token) bool {
	return slices.ContainsFunc(tokens, func(t lexis.Token) bool { return set[t.Text] })
}
