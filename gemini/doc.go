// Package gemini asks Google's Gemini API for what package planner wants of a language model: to read a wish, and to propose sessions.
// It alone imports the client github.com/google/generative-ai-go.
//
// Nothing said here is a decision. What the service answers is decoded and handed on; wish.Review, planner.Reviewer and the
// rules judge it. What is sent is listed in docs/privacy.md.
//
// A call ends in bounded time, with an answer, with the caller's context error or with a *planner.ModelError. The key travels in a header
// to the configured host alone, and is in no URL, log or error.
package gemini
