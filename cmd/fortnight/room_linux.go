package main

import "syscall"

// freeBytes is how much room there is for this user in the file system of a folder.
func freeBytes(folder string) (free uint64, known bool) {
	var fs syscall.Statfs_t
	if syscall.Statfs(folder, &fs) != nil {
		return 0, false
	}
	return fs.Bavail * uint64(fs.Bsize), true
}

// descriptorLimit is how many files and connections this process may have open at once (ulimit -n).
func descriptorLimit() (limit uint64, known bool) {
	var of syscall.Rlimit
	if syscall.Getrlimit(syscall.RLIMIT_NOFILE, &of) != nil {
		return 0, false
	}
	return of.Cur, true
}
