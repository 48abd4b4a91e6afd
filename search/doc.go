// Package search reads what somebody looks for among workouts, in words: English that the lexicon of package embedding knows of what was said in
// German or Spanish, how long it is to last, and what of it is ruled out, by the words or by what they say of the body. It reads the vocabularies
// of packages wish and gate; german.txt and spanish.txt have what is said of training beside those. Values in, values out.
package search
