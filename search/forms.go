package search

import "strings"

// leastPart is how many letters a part of a word, and what is left of one without its ending, has at the least.
const leastPart = 3

// digraphs are what German vowels are written as where there is no key for them.
var digraphs = strings.NewReplacer("ae", "a", "oe", "o", "ue", "u")

// germanForms are what a German word may be a form of.
func germanForms(word string) (forms []string) {
	for _, w := range []string{word, digraphs.Replace(word)} {
		if w != word {
			forms = append(forms, w)
		}
		for _, ending := range []string{"e", "en", "n", "s", "er", "es", "em", "ern"} {
			if root, cut := strings.CutSuffix(w, ending); cut && len(root) >= leastPart {
				forms = append(forms, root, root+"e", root+"en")
			}
		}
	}
	return forms
}

// spanishForms are what a Spanish word may be another number or gender of.
func spanishForms(word string) (forms []string) {
	for _, w := range []string{word, strings.TrimSuffix(word, "s"), strings.TrimSuffix(word, "es")} {
		if len(w) < leastPart {
			continue
		}
		if w != word {
			forms = append(forms, w)
		}
		switch root := w[:len(w)-1]; w[len(w)-1] {
		case 'a':
			forms = append(forms, root+"o", root)
		case 'o':
			forms = append(forms, root+"a")
		}
	}
	return forms
}
