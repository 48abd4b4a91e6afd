package cluster

// settings are those of a server with this folder for its socket, safe or fast, given on its command line: a cluster made by an older
// release gets today's with its next start.
func settings(socket string, fast bool) []string {
	list := []string{
		"listen_addresses=", // no network at all
		"port=5432",
		"unix_socket_directories=" + socket,
		"unix_socket_permissions=0700",
		"max_connections=100",
		sharedBuffers(memory()),
		"max_wal_size=512MB", // half a gigabyte less on the disk, and a crash is recovered from sooner
		"timezone=UTC",
		"log_timezone=UTC",
		"jit=off", // compiling takes longer than any of our queries

		// Small containers have 64 MB of shared memory, which parallel workers can exhaust; our queries are too short for them.
		"max_parallel_workers_per_gather=0",
		"max_parallel_maintenance_workers=0",

		// The client hears of its own errors. In the log they would repeat what athletes wrote, and fill the disk.
		"log_min_messages=log",
		"log_min_error_statement=panic",
		"log_error_verbosity=terse",
		"log_checkpoints=off",
		"log_line_prefix=%m [%p] ",
	}
	if fast {
		list = append(list, "fsync=off", "full_page_writes=off", "synchronous_commit=off", "wal_level=minimal", "max_wal_senders=0")
	}
	var arguments []string
	for _, setting := range list {
		arguments = append(arguments, "-c", setting)
	}
	return arguments
}
