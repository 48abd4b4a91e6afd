package wish

import (
	"slices"
	"strings"
)

// field is a field of a wish beside its kind, its strength and its dates, which every wish has, by its name in the schema.
type field struct {
	name  string
	given func(*Wish) bool
	clear func(*Wish)
}

// fields are in the order of the schema.
var fields = []field{
	{"session", func(w *Wish) bool { return w.Session != "" }, func(w *Wish) { w.Session = "" }},
	{"familyId", func(w *Wish) bool { return w.Family != "" }, func(w *Wish) { w.Family = "" }},
	{"focus", func(w *Wish) bool { return w.Focus != "" }, func(w *Wish) { w.Focus = "" }},
	{"sport", func(w *Wish) bool { return w.Sport != "" }, func(w *Wish) { w.Sport = "" }},
	{"region", func(w *Wish) bool { return w.Region != "" }, func(w *Wish) { w.Region = "" }},
	{"condition", func(w *Wish) bool { return w.Condition != "" }, func(w *Wish) { w.Condition = "" }},
	{"bound", func(w *Wish) bool { return w.Bound != "" }, func(w *Wish) { w.Bound = "" }},
	{"count", func(w *Wish) bool { return w.Count != 0 }, func(w *Wish) { w.Count = 0 }},
	{"per", func(w *Wish) bool { return w.Per != "" }, func(w *Wish) { w.Per = "" }},
	{"minutes", func(w *Wish) bool { return w.Minutes != 0 }, func(w *Wish) { w.Minutes = 0 }},
	{"meters", func(w *Wish) bool { return w.Meters != 0 }, func(w *Wish) { w.Meters = 0 }},
	{"priority", func(w *Wish) bool { return w.Priority != "" }, func(w *Wish) { w.Priority = "" }},
	{"format", func(w *Wish) bool { return w.Format != "" }, func(w *Wish) { w.Format = "" }},
	{"from", func(w *Wish) bool { return w.From != 0 }, func(w *Wish) { w.From = 0 }},
	{"to", func(w *Wish) bool { return w.To != 0 }, func(w *Wish) { w.To = 0 }},
	{"equipment", func(w *Wish) bool { return len(w.Equipment) > 0 }, func(w *Wish) { w.Equipment = nil }},
	{"each", func(w *Wish) bool { return w.Each }, func(w *Wish) { w.Each = false }},
	{"away", func(w *Wish) bool { return len(w.Away) > 0 }, func(w *Wish) { w.Away = nil }},
}

// What several kinds take: what a wish speaks of, and how what is wanted is to be.
var (
	ofWhat = []string{"session", "familyId", "focus", "sport"}
	wanted = append(slices.Clone(ofWhat), "minutes", "meters", "from", "to", "each")
)

// takes are the fields that each kind has a use for. Whatever else is given would change nothing, and is refused.
var takes = map[Kind][]string{
	Avoid: ofWhat, Prefer: wanted, Require: wanted, Move: append(slices.Clone(wanted), "away"),
	Limit:    append(slices.Clone(ofWhat), "bound", "count", "per", "minutes", "meters"),
	RestDays: {"bound", "count", "per"}, Rest: {}, Spaced: ofWhat, EasyBefore: ofWhat, Unavailable: {"from", "to"},
	Ease: {"session", "familyId", "sport"}, Less: {"session", "familyId", "sport"}, More: {"session", "familyId", "sport"},
	Equip: {"equipment"}, Without: {"equipment"}, Spare: {"region"}, Gate: {"condition"},
	Race: {"sport", "meters", "priority", "format"}, Note: ofWhat,
}

// Takes are the fields that a kind has a use for beside its kind, its strength and its dates, by their names in the schema.
func Takes(k Kind) []string { return slices.Clone(takes[k]) }

// useless are the fields of a wish that its kind has no use for.
func (w *Wish) useless() []field {
	var list []field
	for _, f := range fields {
		if f.given(w) && !slices.Contains(takes[w.Kind], f.name) {
			list = append(list, f)
		}
	}
	return list
}

// taken says which fields a kind takes: "a REST takes kind, strength and dates".
func taken(k Kind) string {
	names := append([]string{"kind", "strength"}, takes[k]...)
	return "a wish of kind " + string(k) + " takes " + strings.Join(names, ", ") + " and dates"
}

// choices lists what is allowed: "MUST or LIKED".
func choices[T ~string](list []T) string {
	words := make([]string, len(list))
	for i, x := range list {
		words[i] = string(x)
	}
	if n := len(words) - 1; n > 0 {
		return strings.Join(words[:n], ", ") + " or " + words[n]
	}
	return strings.Join(words, "")
}
