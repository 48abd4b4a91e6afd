// Package model says what a language model is asked for a run and what of its answers may be used: the questions hold no name, id, birth date,
// body mass or text of the athlete but the wish, and nothing that comes back is believed before wish.Review or a Reviewer has looked at it.
package model
