package cluster

import (
	"os"
	"strconv"
	"strings"
	"syscall"
)

// memoryLimit is where a container is told how much memory it has (cgroup v2).
const memoryLimit = "/sys/fs/cgroup/memory.max"

// memory is how many bytes of memory this process may count on, 0 where that is not known.
func memory() uint64 {
	var info syscall.Sysinfo_t
	if err := syscall.Sysinfo(&info); err != nil {
		return 0
	}
	total := uint64(info.Totalram) * uint64(info.Unit) //nolint:unconvert // the first is narrower on a 32-bit system
	if text, err := os.ReadFile(memoryLimit); err == nil {
		if limit, err := strconv.ParseUint(strings.TrimSpace(string(text)), 10, 64); err == nil { // else "max"
			total = min(total, limit)
		}
	}
	return total
}
