package gate

import (
	"slices"
	"strings"

	"fortnight/lexis"
)

// Writer is who writes what is heard, and to whom.
type Writer int

// The writers. What a coach enters in the athlete's place is as often as not what the athlete said, word for word: "my knee hurts" may be of either then,
// and is the athlete's, the safer of two readings.
const (
	Athlete  Writer = iota // of himself
	CoachFor               // in the athlete's place: how the athlete is, what was done, why it was not
	CoachOf                // in the coach's own words, of the athlete: a wish for the athlete's plan
	CoachTo                // to the athlete: a note on a session
)

// HearFrom is Hear in what somebody writes. What a coach says of himself is not said of the athlete ("my back hurts, so I shall not be there", "ich bin
// krank", "me duele la rodilla"), unless it stands in quotation marks or somebody is named who said it ("she wrote: my knee hurts"); in the athlete's
// place, only what the text sets apart from the athlete ("I have a fever, so the athlete rode alone"). To an athlete nothing is heard that is only supposed
// either: "if your knee hurts, stop" says what to do then. Where the words do not tell whose body it is, or say that something is again or still, it is the
// athlete's.
func HearFrom(by Writer, text string) []Mention {
	found := Hear(text)
	if by == Athlete || len(found) == 0 {
		return found
	}
	tokens := lexis.Tokens(text)
	if by == CoachFor && !slices.ContainsFunc(tokens, func(t lexis.Token) bool { return athleteNames[t.Text] }) {
		return found
	}
	return slices.DeleteFunc(found, func(m Mention) bool {
		w := wordsOf(tokens, m)
		return w.ofWriter() && !reported(text, tokens, m) || by == CoachTo && w.ifSo()
	})
}

var (
	// athleteNames are the words by which a coach speaks of the athlete as of somebody else.
	athleteNames = setOf("athlete athletes athletin athleten athlet atleta atletas")
	// reports are the verbs by which somebody else's words are told.
	reports = setOf(`said says told tells wrote writes texted reports reported complains complained mentioned
		sagt sagte meint meinte schreibt schrieb berichtet berichtete klagt klagte erzahlt erzahlte
		dice dijo escribe escribio cuenta conto comenta comento`)
)

// reported tells whether a mention stands in quotation marks, or behind somebody else in its sentence who says it.
func reported(text string, tokens []lexis.Token, m Mention) bool {
	before := text[:m.From]
	if strings.Count(before, `"`)%2 == 1 || strings.LastIndexAny(before, "“„«»") > strings.LastIndex(before, "”") {
		return true
	}
	at := slices.IndexFunc(tokens, func(t lexis.Token) bool { return t.To > m.From })
	for i := at; i > 0 && tokens[i].Break < lexis.Sentence; i-- {
		if said := tokens[i-1].Text; reports[said] && (i < 2 || !writers[tokens[i-2].Text]) {
			return true
		}
	}
	return false
}

// words are those of a part of a sentence; at and last are the first and the last of a mention in it.
type words struct {
	tokens   []lexis.Token
	at, last int
}

// wordsOf is the part of a sentence in which a mention begins: what stands between commas, and what follows in the mention.
func wordsOf(tokens []lexis.Token, m Mention) words {
	at := slices.IndexFunc(tokens, func(t lexis.Token) bool { return t.To > m.From })
	last := at
	for last+1 < len(tokens) && tokens[last+1].From < m.To {
		last++
	}
	from, to := at, last+1
	for from > 0 && tokens[from].Break < lexis.Comma {
		from--
	}
	for to < len(tokens) && tokens[to].Break < lexis.Comma {
		to++
	}
	return words{tokens[from:to], at - from, last - from}
}

var (
	// writers are the words by which a writer speaks of himself as who has something, writerVerbs what he does then, writerForms those that say both.
	writers     = setOf("i ich yo")
	writerVerbs = setOf("have had am was got get feel felt caught broke tore hurt strained twisted sprained pulled habe hab hatte bin war fuhle fuhlte tengo estoy tuve estuve")
	writerForms = setOf("im ive id tengo estoy tuve estuve bin")
	writerOwn   = setOf("my mine mein meine meinen meinem meiner mi mis me mir")
	// others are whoever else may be spoken of.
	others = setOf(`you your yours youre youve he his him she her hers shes hes they their them athlete athletes athletin athleten we our us
		du dein deine deinen deinem deiner dir dich er sie ihr ihre ihren ihrem ihm sein seine seinen seinem wir unser unsere uns euch euer
		tu tus te ti usted su sus le les el ella nosotros nuestro nuestra nos atleta`)
	// beside are the words that may stand between whose body it is and what is said of it.
	beside = setOf(`a an the some really very so quite rather pretty bit still just got been bad sore stiff left right lower upper own
		ein eine einen das die der den dem sehr so etwas ziemlich noch gerade linkes linker linke rechtes rechter rechte weh tut tun schmerzt
		un una la el los las muy algo bastante duele duelen mucho`)
	supposes  = setOf("if wenn falls sofern si unless")
	supposed1 = setOf("should sollte")
	// presumes are words by which what is supposed is so all the same, or is somebody's question about it.
	presumes = setOf("again still anymore continues keeps wieder immer noch weiterhin otra vez sigue todavia aun ask asked physio doctor gp fragen frag arzt physiotherapeut pregunta medico fisio")
)

// ofWriter tells whether the writer says it of himself: his word stands right before it or within it, and no word for somebody else.
func (w words) ofWriter() bool {
	own := false
	for i := w.at; i <= w.last; i++ {
		if others[w.tokens[i].Text] {
			return false
		}
		own = own || writerOwn[w.tokens[i].Text]
	}
	for i := w.at - 1; i >= 0 && !own; i-- {
		switch text := w.tokens[i].Text; {
		case writerOwn[text], writerForms[text], writerVerbs[text] && w.beside(i, writers):
			own = true
		case !beside[text]:
			return false
		}
	}
	return own
}

// beside tells whether a word of a set stands right before or behind a place.
func (w words) beside(i int, set map[string]bool) bool {
	return i > 0 && set[w.tokens[i-1].Text] || i+1 < len(w.tokens) && set[w.tokens[i+1].Text]
}

// ifSo tells whether it is only supposed.
func (w words) ifSo() bool {
	if slices.ContainsFunc(w.tokens, func(t lexis.Token) bool { return presumes[t.Text] }) {
		return false
	}
	if supposed1[w.tokens[0].Text] {
		return true
	}
	return slices.ContainsFunc(w.tokens[:w.at], func(t lexis.Token) bool { return supposes[t.Text] })
}
