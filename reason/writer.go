package reason

import (
	"fmt"
	"strings"

	"fortnight/training"
)

// Writer writes the reasons of one plan, in the order of its days.
type Writer struct {
	from training.Date
	most int                     // times that a sentence may be said in all
	said map[string]map[int]bool // the weeks in which something was said
}

// oftenEnough is among how many sessions a sentence may stand once.
const oftenEnough = 3

// NewWriter begins a plan that begins on a day, its weeks counted from there, with so many sessions: a sentence stands once among three.
func NewWriter(from training.Date, sessions int) *Writer {
	return &Writer{from: from, most: max(1, sessions/oftenEnough), said: map[string]map[int]bool{}}
}

// option is a sentence and what it says: of several that say the same, one stands in a week.
type option struct {
	says, text string
	again      bool // it may be said again in a week, with another day in it, where nothing else is left

	alone string          // what of it holds wherever the session, and those it speaks of, stand; empty for nothing
	of    []training.Date // whose sessions it speaks of

	rests []training.Ground // what else it rests on
	bare  string            // what of alone rests on nothing of that, where there is any
}

// onGrounds are wordings that rest on something, with what of them does not.
func onGrounds(bare string, list []option, rests ...training.Ground) []option {
	for i := range list {
		list[i].bare, list[i].rests = bare, append(list[i].rests, rests...)
	}
	return list
}

// plain are sentences that each say something of their own.
func plain(texts ...string) []option {
	list := make([]option, len(texts))
	for i, text := range texts {
		list[i] = option{says: text, text: text}
	}
	return list
}

// form is a wording of a reason that takes turns with others: one that stands in the week is passed over while another does not.
func form(format string, args ...any) option {
	return option{says: format, text: fmt.Sprintf(format, args...), again: true}
}

// choose is the first sentence that the plan has not said, else the first that this week has not, else one that may be said again, else none.
func (w *Writer) choose(day training.Date, options []option) string { return w.pick(day, options).text }

// pick is that with all that is known of it.
func (w *Writer) pick(day training.Date, options []option) option {
	week, best, at := int(day-w.from)/7, 0, -1
	for i, o := range options {
		if rank := w.rank(&o, week); rank > best {
			best, at = rank, i
		}
	}
	if at < 0 {
		return option{}
	}
	w.note(options[at].says, week)
	w.note(options[at].text, week)
	return options[at]
}

// rank is how good it is to say something in a week, 0 where it must not be.
func (w *Writer) rank(o *option, week int) int {
	switch {
	case o.text == "" || w.said[o.text][week] || len(w.said[o.text]) >= w.most:
		return 0
	case len(w.said[o.says]) == 0:
		return 3
	case !w.said[o.says][week]:
		return 2
	case o.again:
		return 1
	}
	return 0
}

func (w *Writer) note(said string, week int) {
	if w.said[said] == nil {
		w.said[said] = map[int]bool{}
	}
	w.said[said][week] = true
}

// join puts sentences after one another.
func join(sentences ...string) string {
	var kept []string
	for _, s := range sentences {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, " ")
}
