// Package db is the face of all that is kept in PostgreSQL. It opens the database, brings its schema to the newest and composes the stores,
// each a package below this one with the tables that it alone writes:
//
//	accounts    what users log in with, and their sessions
//	athletes    profiles, events, check-ins, own limits, coaches; how much one user sees of another
//	library     workouts: written, listed, found by meaning; the embedders
//	journal     acts on calendars, written as images before and after, and taken back
//	calendars   planned sessions, locked days, and what a plan goes by
//	activities  what athletes did, and what became of their sessions
//	queue       plan runs: those that wait, those that workers hold by a lease, those that ended; their events
//	export      all that is stored about an account, as one document
//
// They stand on [fortnight/db/access] (whose data it is, and the lock under which it changes), [fortnight/db/live] (notifications) and
// [fortnight/db/postgres] (connections, transactions, errors, pages; whether the database answers). Each imports only what stands above it, as internal/importtest holds.
//
// The tests of what is stored are in this package, where there is a whole database: so it is started once for all of them.
package db
