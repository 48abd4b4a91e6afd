// Package dbtest gives a test a database of its own, on a real PostgreSQL server.
//
// The server is a private cluster in $FORTNIGHT_TEST_DATA, or fortnight-test-UID in the folder for temporary files. The test
// programs of a user share it; whichever needs it first starts it, and it stops some seconds after the last one has ended, however
// that ended. A database is a copy of a template that has all migrations. Nothing in the cluster is worth keeping: after a crash of
// the machine the folder may have to be removed.
package dbtest
