// Package gate reads what an athlete states about the body, life and surroundings, and says what a plan has to keep because of it.
//
// Gates and what they ask are those of the coaching specification, section 7.1: each condition opens a gate, a gate has bounds, and the
// bounds of several gates come together to the strictest of each. Where a statement leaves open how bad something is, the safer reading is
// taken. The package is pure; it judges any workout, whoever wrote it, and is no medical advice.
//
// Hear finds the conditions in what is written, in English, German and Spanish. Its words are data (words.go): places of the body, names of
// conditions, and signs, which are words that say something together. It leaves everything else to others, and nothing that others make of the
// same words takes a gate away.
package gate
