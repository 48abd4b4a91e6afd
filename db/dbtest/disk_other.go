//go:build !linux

package dbtest

import "testing"

// Disk is a file system of a cluster's own, which can be full.
type Disk struct{}

// NewOnDisk skips the test: this system has no file systems in memory that can be made smaller.
func NewOnDisk(t testing.TB) (*Private, *Disk) {
	t.Helper()
	t.Skip("needs Linux")
	return nil, nil
}

// Fill leaves no room on the disk.
func (*Disk) Fill() error { return nil }

// Free has room on it again.
func (*Disk) Free() error { return nil }
