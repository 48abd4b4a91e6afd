package embedding

import "strings"

// The shares of the parts of a blended vector, as their lengths before the whole is scaled to length 1. They were chosen on the "dev" and
// "dev2" queries of evaluation/testdata.
const (
	blendConceptShare = 1.0
	blendModelShare   = 0.7
	blendWordShare    = 0.5
)

// Blend joins what the lexicon reads in a text with the vector that a neural model makes of it: the concepts keep their dimensions, and
// the model's vector lies on top of the words, without its last numbers, for which there is no room. What is left of it tells nearly the
// same, because none of its dimensions matters more than another. The model's vector has Dimensions numbers, and any length but 0.
func (l *Lexicon) Blend(text string, model []float32) []float32 {
	var whole [Dimensions]float64
	concepts, words := l.spread(&whole, text)
	scale(concepts, blendConceptShare)
	scale(words, blendWordShare)
	var meaning [Dimensions]float64
	kept := meaning[:len(words)]
	for i := range kept {
		kept[i] = float64(model[i])
	}
	scale(kept, blendModelShare)
	for i := range words {
		words[i] += kept[i]
	}
	return unit(&whole)
}

// maxSentences is how many sentences a text is parted into; the last one is all that is left.
const maxSentences = 16

// Sentences parts a text into its sentences and lines, 1 to 16 of them. A model's mean over them finds better than its vector of the
// whole, in which a title drowns.
func Sentences(text string) []string {
	var all []string
	for len(all) < maxSentences-1 {
		at := strings.IndexAny(text, "\n")
		if dot := strings.Index(text, ". "); dot >= 0 && (at < 0 || dot < at) {
			at = dot
		}
		if at < 0 {
			break
		}
		if sentence := strings.TrimSpace(text[:at]); sentence != "" {
			all = append(all, sentence)
		}
		text = text[at+1:]
	}
	if rest := strings.TrimSpace(text); rest != "" || len(all) == 0 {
		all = append(all, rest)
	}
	return all
}
