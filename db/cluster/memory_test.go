package cluster

import "testing"

func TestSharedBuffersAreAShareOfMemory(t *testing.T) {
	for memory, want := range map[uint64]string{
		0: "shared_buffers=128MB", 512 << 20: "shared_buffers=128MB", 4 << 30: "shared_buffers=256MB", 64 << 30: "shared_buffers=512MB",
	} {
		if got := sharedBuffers(memory); got != want {
			t.Errorf("of %d bytes: %s, want %s", memory, got, want)
		}
	}
}
