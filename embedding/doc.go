// Package embedding turns the words of training into vectors whose angle says how near two texts are in meaning.
//
// The vectors are made without a model, a network or a file: lexicon.txt names the concepts of training and the phrases that say
// them. A text is measured three ways, and each has its share of the vector: the concepts it names or denies, a dimension each; its
// words; and the letters of its words, which still meet where a word is misspelt or inflected. The same text has the same vector on
// every machine, up to the last bits of floating point.
//
// Package neural makes vectors with a model, and Blend joins them with what the lexicon reads. docs/retrieval.md says how well each finds.
package embedding
