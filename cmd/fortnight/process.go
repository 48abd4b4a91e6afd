package main

import (
	"errors"
	"fmt"
	"net"
	"runtime/debug"
	"strconv"

	"fortnight/db"
	"fortnight/reads"
	"fortnight/server"
)

// process are settings of the process itself.
type process struct {
	memory  int64  // FORTNIGHT_MEMORY, in bytes; 0 leaves it to GOMEMLIMIT
	cache   int    // FORTNIGHT_CACHE, in bytes
	profile string // FORTNIGHT_PPROF_ADDR, a loopback address; empty for none
}

// How many megabytes the process may be asked to keep to: below the least it would do little but collect garbage.
const (
	leastMemory = 64
	mostMemory  = 1 << 20
)

// How many megabytes may be remembered. What is remembered is the database's, so that any number is right but for the time that it takes.
const (
	leastCache   = 4
	mostCache    = 1 << 14
	defaultCache = (db.DefaultCacheBytes + reads.DefaultTextBytes) >> 20
)

func readProcess(getenv func(string) string) (process, error) {
	p := process{profile: getenv("FORTNIGHT_PPROF_ADDR"), cache: defaultCache << 20}
	var wrong []error
	if text := getenv("FORTNIGHT_MEMORY"); text != "" {
		megabytes, err := strconv.Atoi(text)
		if err != nil || megabytes < leastMemory || megabytes > mostMemory {
			wrong = append(wrong, fmt.Errorf("FORTNIGHT_MEMORY: %q is no number of megabytes from %d to %d", text, leastMemory, mostMemory))
		}
		p.memory = int64(megabytes) << 20
	}
	if text := getenv("FORTNIGHT_CACHE"); text != "" {
		megabytes, err := strconv.Atoi(text)
		if err != nil || megabytes < leastCache || megabytes > mostCache {
			wrong = append(wrong, fmt.Errorf("FORTNIGHT_CACHE: %q is no number of megabytes from %d to %d", text, leastCache, mostCache))
		}
		p.cache = megabytes << 20
	}
	if p.profile != "" {
		host, _, _ := net.SplitHostPort(p.profile)
		if ip := net.ParseIP(host); checkAddress("", p.profile) != nil || host != "localhost" && (ip == nil || !ip.IsLoopback()) {
			wrong = append(wrong, fmt.Errorf("FORTNIGHT_PPROF_ADDR: %q is no loopback address with a port, such as 127.0.0.1:6060", p.profile))
		}
	}
	return p, errors.Join(wrong...)
}

// textBytes is how much of that is for what was written, and storeBytes for what was read.
func (p process) textBytes() int  { return p.cache / 4 }
func (p process) storeBytes() int { return p.cache - p.textBytes() }

// keepTo has garbage be collected seldom while there is little of anything, and sooner where the process's own memory nears the limit. It is no limit that anything fails at.
func (p process) keepTo() {
	server.CollectFrom(server.SpareHeap)
	if p.memory > 0 {
		debug.SetMemoryLimit(p.memory)
	}
}
