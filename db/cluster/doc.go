// Package cluster runs a private PostgreSQL server that belongs to one folder.
//
// A cluster is that folder: the database files, a socket and two lock files. Its server listens on the socket only, never on
// a network address, and whoever may enter the folder is its superuser: the folder's mode, 0700, is the access control.
//
// A user is a process that called Start and not yet Stop. Users share one server: the first starts it, the others find it
// running, and the last to leave stops it. A user that is killed leaves without stopping anything; the next Start finds the
// server still running, or starts it anew. While somebody uses it, a server that dies is started again.
package cluster
