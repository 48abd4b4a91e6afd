package cluster

import (
	"context"
	"errors"
	"fmt"
	"os"
	"syscall"
	"time"
)

// lockPoll is how long a waiter may overlook that a lock is free.
const lockPoll = 20 * time.Millisecond

// openLock opens a lock file, which belongs to the server's user like everything in the folder.
func openLock(path string, id identity) (*os.File, error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	if err := id.give(path); err != nil {
		file.Close()
		return nil, err
	}
	return file, nil
}

// tryLock takes the lock, syscall.LOCK_SH or LOCK_EX, and says whether it could. The kernel lets go of it when the process ends.
func tryLock(file *os.File, how int) (bool, error) {
	err := syscall.Flock(int(file.Fd()), how|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) || errors.Is(err, syscall.EINTR) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("lock %s: %w", file.Name(), err)
	}
	return true, nil
}

// waitLock takes the lock as soon as it is free, or fails when ctx ends.
func waitLock(ctx context.Context, file *os.File, how int) error {
	for {
		if locked, err := tryLock(file, how); locked || err != nil {
			return err
		}
		if err := sleep(ctx, lockPoll); err != nil {
			return fmt.Errorf("lock %s: %w", file.Name(), err)
		}
	}
}

// sleep waits for d, or fails with the reason why ctx ended.
func sleep(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-time.After(d):
		return nil
	}
}
