// Package lexis takes what people write apart: into words without case, accents and apostrophes, each with where it stood and how it is set
// off from the one before, and sets right those that are misspelt, as far as a vocabulary knows better.
//
// It knows nothing of what words mean: that is for packages gate and wish, whose vocabularies it is given.
package lexis
