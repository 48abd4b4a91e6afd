package dbtest

import (
	"fmt"
	"syscall"
	"testing"
	"time"
)

// Disk is a file system in memory of a cluster's own, which can be full.
type Disk struct{ folder string }

// roomy is how large it is, in bytes: as much of the machine's memory is used as is written to it.
const roomy = 4 << 30

// NewOnDisk is NewDurable on a disk of the cluster's own, and why it has none where this process may not mount one.
func NewOnDisk(t testing.TB) (p *Private, disk *Disk, none error) {
	t.Helper()
	p = private(t, false, func(folder string) {
		if none = syscall.Mount("fortnight", folder, "tmpfs", 0, size(roomy)); none != nil {
			return
		}
		disk = &Disk{folder}
		t.Cleanup(func() {
			if err := syscall.Unmount(folder, syscall.MNT_DETACH); err != nil {
				t.Error(err)
			}
		})
	})
	return p, disk, none
}

func size(bytes uint64) string { return fmt.Sprintf("size=%d,mode=755", bytes) }

// Fill leaves no room on the disk, whatever else is written at the time.
func (d *Disk) Fill() error {
	for end := time.Now().Add(10 * time.Second); ; {
		var s syscall.Statfs_t
		if err := syscall.Statfs(d.folder, &s); err != nil {
			return err
		}
		err := d.resize((s.Blocks - s.Bfree) * uint64(s.Bsize)) // less than what is there by now is refused
		if err == nil || time.Now().After(end) {
			return err
		}
	}
}

// Free has room on it again.
func (d *Disk) Free() error { return d.resize(roomy) }

func (d *Disk) resize(bytes uint64) error {
	return syscall.Mount("fortnight", d.folder, "tmpfs", syscall.MS_REMOUNT, size(bytes))
}
