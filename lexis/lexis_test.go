package lexis_test

import (
	"fmt"
	"strings"
	"testing"

	"fortnight/lexis"
)

func TestTokens(t *testing.T) {
	for text, want := range map[string]string{
		"Don't run: my KNEE, it hurts! I've":        "dont run ,my knee ,it hurts .ive",
		"Tuesday's ride – 10km":                     "tuesday ride -10 _km",
		"am 5. Dezember um 18:00 Uhr, 1,5 h":        "am 5 dezember um 18:00 uhr ,1.5 h",
		"on Dec. 6th. Rest on 2026-12-06":           "on dec 6 _th .rest on 2026-12-06",
		"No. Knee pain":                             "no .knee pain",
		"changed my mind. Knee pain":                "changed my mind .knee pain",
		"never mind. 38.5 this morning":             "never mind .38.5 this morning",
		"mind. 2x und evtl. 3x (7.-11.) frei":       "mind 2 _x und evtl 3 _x ,7 -11 ,frei",
		"Mon-Wed & Fri":                             "mon -wed &fri",
		"me dolía la rodilla; año":                  "me dolia la rodilla .ano",
		"at 7 a.m. on Tuesday":                      "at 7 a m on tuesday",
		"Ermüdungsbruch (Schienbein)":               "ermudungsbruch ,schienbein",
		"\u00e9 \u0065\u0301 3,000 m":               "e e 3000 m",
		"\x00\xff☃  ":                               "",
		"1.2.3:4,5 00000000000000000000000000000 .": "1.2.3:4.5 00000000000000000000000000000",
	} {
		var parts []string
		for _, tok := range lexis.Tokens(text) {
			mark := map[lexis.Break]string{lexis.Linked: "&", lexis.Comma: ",", lexis.Sentence: "."}[tok.Break]
			if tok.Dash {
				mark += "-"
			}
			if tok.Glued {
				mark += "_"
			}
			parts = append(parts, mark+tok.Text)
			if tok.From < 0 || tok.To > len(text) || tok.From >= tok.To {
				t.Errorf("%q: %+v", text, tok)
			}
		}
		if got := strings.Join(parts, " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestSpeller(t *testing.T) {
	s := lexis.NewSpeller([]string{"pain", "knee", "saturday", "wednesday", "achilles", "concussion", "hamstring", "sick", "chest", "shoulder"}, lexis.Common)
	for word, want := range map[string]string{
		"satuday": "saturday", "Wendesday": "wednesday", "acheles": "achilles", "concusion": "concussion", "hamstirng": "hamstring",
		"shouldre": "shoulder", "hcest": "chest", "paint": "paint", "chess": "chess", "sock": "sock", "xylophone": "xylophone", "pian": "pain", "pain": "pain", "paan": "paan",
	} {
		if got, _ := s.Right(strings.ToLower(word)); got[0] != want {
			t.Errorf("%s is read as %v, not %s", word, got, want)
		}
	}
	long := strings.Repeat("a", 200)
	if got, changed := s.Right(long); changed || got[0] != long {
		t.Error(fmt.Sprint("a word of 200 letters was changed to ", got))
	}
}

func TestPlain(t *testing.T) {
	if got, want := lexis.Plain("Für’s 1. Hügelrennen: 3:29’59, año ñ Café"), "furs 1. hugelrennen: 3:2959, ano n cafe"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
