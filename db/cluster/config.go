package cluster

import "log/slog"

// Superuser is the name of the only user of a cluster; it needs no password.
const Superuser = "fortnight"

// Config says which cluster to use and how.
type Config struct {
	// DataDir is the cluster's folder. Start makes it and its parents; nothing else may be in it.
	DataDir string
	// BinDir is the folder of PostgreSQL's programs: see FindBinaries.
	BinDir string
	// Log hears when the server is made, started, found dead and stopped.
	Log *slog.Logger
	// Fast trades safety for speed: after a crash of the machine the data may be lost. It is for tests.
	Fast bool
}
