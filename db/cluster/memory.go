package cluster

import "fmt"

const megabyte = 1 << 20

// sharedBuffers is how much of a machine's memory, in bytes or 0 where it is not known, the server keeps pages in: a sixteenth, 128 MB at
// least and, as the vectors of 100,000 workouts with their index take 400 MB, 512 MB at most.
func sharedBuffers(memory uint64) string {
	return fmt.Sprintf("shared_buffers=%dMB", min(max(memory/16/megabyte, 128), 512))
}
