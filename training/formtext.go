package training

import (
	"fmt"
	"math"
	"strconv"
	"unicode/utf8"
)

// AppendBlocks writes blocks as encoding/json does, with <, > and & as they are. It is several times as fast, for what is written most: a plan
// writes some hundred workouts to know them by what they say. The error is of a number that JSON does not have.
func AppendBlocks(text []byte, blocks []Block) ([]byte, error) {
	if blocks == nil {
		return append(text, "null"...), nil
	}
	w := formWriter{text: append(text, '[')}
	for i := range blocks {
		b := &blocks[i]
		if i > 0 {
			w.raw(",")
		}
		w.raw(`{"name":`)
		w.word(b.Name)
		w.raw(`,"sport":`)
		w.word(string(b.Sport))
		w.number(`,"repeats":`, b.Repeats)
		if b.Pool != nil {
			w.measure(`,"pool":{"length":`, b.Pool.Length)
			w.raw(`,"unit":`)
			w.word(string(b.Pool.Unit))
			w.raw("}")
		}
		w.raw(`,"steps":`)
		w.steps(b.Steps)
		w.raw("}")
	}
	w.raw("]")
	return w.text, w.err
}

// formWriter appends the stored form to a text. Names are given with what stands before their value.
type formWriter struct {
	text []byte
	err  error
}

func (w *formWriter) raw(text string) { w.text = append(w.text, text...) }

func (w *formWriter) number(name string, n int) {
	w.text = strconv.AppendInt(append(w.text, name...), int64(n), 10)
}

func (w *formWriter) numberIf(name string, n int) {
	if n != 0 {
		w.number(name, n)
	}
}

func (w *formWriter) measure(name string, x float64) {
	w.raw(name)
	if size := math.Abs(x); size == 0 || size >= 1e-6 && size < 1e21 {
		w.text = strconv.AppendFloat(w.text, x, 'f', -1, 64)
		return
	}
	w.other(x)
}

func (w *formWriter) measureIf(name string, x float64) {
	if x != 0 {
		w.measure(name, x)
	}
}

func (w *formWriter) measureOf(name string, x *float64) {
	if x != nil {
		w.measure(name, *x)
	}
}

func (w *formWriter) flagIf(name string, is bool) {
	if is {
		w.raw(name)
		w.raw("true")
	}
}

// word writes a string. Those with what JSON escapes are rare.
func (w *formWriter) word(s string) {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r < ' ' || r == '"' || r == '\\' || r == '\u2028' || r == '\u2029' || r == utf8.RuneError {
			w.other(s)
			return
		}
		i += size
	}
	w.text = append(append(append(w.text, '"'), s...), '"')
}

func (w *formWriter) wordIf(name, s string) {
	if s != "" {
		w.raw(name)
		w.word(s)
	}
}

func (w *formWriter) wordOf(name string, s *string) {
	if s != nil {
		w.raw(name)
		w.word(*s)
	}
}

// other leaves a value to encoding/json.
func (w *formWriter) other(value any) {
	text, err := marshal(value)
	if err != nil && w.err == nil {
		w.err = err
	}
	w.text = append(w.text, text...)
}

// wordsIf writes a list of strings, unless it is empty.
func wordsIf[S ~string](w *formWriter, name string, list []S) {
	for i, s := range list {
		if i == 0 {
			w.raw(name)
			w.raw("[")
		} else {
			w.raw(",")
		}
		w.word(string(s))
	}
	if len(list) > 0 {
		w.raw("]")
	}
}

// steps writes each step as an object that begins with its "kind".
func (w *formWriter) steps(steps Steps) {
	w.raw("[")
	for i, step := range steps {
		if i > 0 {
			w.raw(",")
		}
		w.raw(`{"kind":"`)
		w.raw(step.StepKind())
		w.raw(`"`)
		switch s := step.(type) {
		case EnduranceStep:
			w.endurance(&s)
		case StrengthStep:
			w.strength(&s)
		case RestStep:
			w.said(&s.StepText)
			w.number(`,"durationSeconds":`, s.DurationSeconds)
			w.flagIf(`,"open":`, s.Open)
		case RepeatStep:
			w.repeat(&s)
		default:
			w.err = fmt.Errorf("write steps: a %T is none", step)
		}
		w.raw("}")
	}
	w.raw("]")
}

func (w *formWriter) said(t *StepText) {
	w.wordOf(`,"label":`, t.Label)
	w.wordOf(`,"notes":`, t.Notes)
	w.wordIf(`,"intent":`, string(t.Intent))
}

func (w *formWriter) endurance(s *EnduranceStep) {
	w.said(&s.StepText)
	w.raw(`,"end":{"kind":`)
	w.word(string(s.End.Kind))
	w.numberIf(`,"seconds":`, s.End.Seconds)
	w.measureIf(`,"meters":`, s.End.Meters)
	w.wordIf(`,"unit":`, string(s.End.Unit))
	w.measureIf(`,"value":`, s.End.Value)
	w.flagIf(`,"above":`, s.End.Above)
	w.raw("}")
	w.target(`,"target":`, &s.Target)
	if s.Second != nil {
		w.target(`,"secondTarget":`, s.Second)
	}
	if s.Cadence != nil {
		w.number(`,"cadence":{"low":`, s.Cadence.Low)
		w.number(`,"high":`, s.Cadence.High)
		w.raw("}")
	}
	w.wordIf(`,"stroke":`, string(s.Stroke))
	wordsIf(w, `,"equipment":`, s.Equipment)
	if len(s.Cues) > 0 {
		w.raw(`,"cues":`)
		w.other(s.Cues)
	}
}

func (w *formWriter) target(name string, t *Target) {
	w.raw(name)
	w.raw(`{"kind":`)
	w.word(string(t.Kind))
	w.raw(`,"shape":`)
	w.word(string(t.Shape))
	w.measure(`,"start":`, t.Start)
	w.measure(`,"end":`, t.End)
	w.wordIf(`,"zones":`, string(t.Zones))
	w.raw("}")
}

func (w *formWriter) repeat(s *RepeatStep) {
	w.said(&s.StepText)
	w.number(`,"repeats":`, s.Repeats)
	w.raw(`,"style":`)
	w.word(string(s.Style))
	w.numberIf(`,"everySeconds":`, s.EverySeconds)
	w.numberIf(`,"capSeconds":`, s.CapSeconds)
	w.flagIf(`,"skipLastRecovery":`, s.SkipLastRecovery)
	w.raw(`,"steps":`)
	w.steps(s.Steps)
}

func (w *formWriter) strength(s *StrengthStep) {
	w.said(&s.StepText)
	w.raw(`,"exerciseId":`)
	w.word(string(s.ExerciseID))
	wordsIf(w, `,"alternatives":`, s.Alternatives)
	w.flagIf(`,"perSide":`, s.PerSide)
	if t := s.Tempo; t != nil {
		w.number(`,"tempo":{"lowering":`, t.Lowering)
		w.number(`,"pauseBelow":`, t.PauseBelow)
		w.number(`,"lifting":`, t.Lifting)
		w.number(`,"pauseAbove":`, t.PauseAbove)
		w.raw("}")
	}
	w.raw(`,"sets":`)
	if s.Sets == nil {
		w.raw("null")
		return
	}
	w.raw("[")
	for i := range s.Sets {
		if i > 0 {
			w.raw(",")
		}
		w.set(&s.Sets[i])
	}
	w.raw("]")
}

func (w *formWriter) set(s *StrengthSet) {
	w.number(`{"count":`, s.Count)
	w.raw(`,"kind":`)
	w.word(string(s.Kind))
	w.raw(`,"amount":{"kind":`)
	w.word(string(s.Amount.Kind))
	w.numberIf(`,"low":`, s.Amount.Low)
	w.numberIf(`,"high":`, s.Amount.High)
	w.measureIf(`,"meters":`, s.Amount.Meters)
	w.raw(`},"load":`)
	w.load(&s.Load)
	w.number(`,"restSeconds":`, s.RestSeconds)
	w.raw("}")
}

// load writes how heavy a set is, of which all may be left out.
func (w *formWriter) load(l *StrengthLoad) {
	at := len(w.text)
	w.measureOf(`,"fractionOfOneRepMax":`, l.FractionOfOneRepMax)
	if l.RepsInReserve != nil {
		w.number(`,"repsInReserve":`, *l.RepsInReserve)
	}
	w.measureOf(`,"rpe":`, l.RPE)
	w.measureOf(`,"kilograms":`, l.Kilograms)
	w.measureOf(`,"bodyweightKilograms":`, l.BodyweightKilograms)
	if l.Band != nil {
		w.wordOf(`,"band":`, (*string)(l.Band))
	}
	if len(w.text) == at {
		w.raw("{")
	} else {
		w.text[at] = '{'
	}
	w.raw("}")
}
