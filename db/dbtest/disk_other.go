//go:build !linux

package dbtest

import (
	"errors"
	"testing"
)

// Disk is a file system of a cluster's own, which can be full.
type Disk struct{}

// NewOnDisk is NewDurable, without a disk of its own: this system has no file systems in memory that can be made smaller.
func NewOnDisk(t testing.TB) (p *Private, disk *Disk, none error) {
	t.Helper()
	return NewDurable(t), nil, errors.ErrUnsupported
}

// Fill leaves no room on the disk.
func (*Disk) Fill() error { return nil }

// Free has room on it again.
func (*Disk) Free() error { return nil }
