// Package accounts keeps what users log in with: e-mails, password hashes, and log-in sessions with their refresh tokens.
package accounts
