// Package calendars keeps what is planned: sessions, by hand and by plans, and locked days. It reads what a plan goes by, at one instant.
package calendars
