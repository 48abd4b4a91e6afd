package model

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

// lockPoll is how long a waiter may overlook that a lock is free: a download takes seconds at least.
const lockPoll = 100 * time.Millisecond

// lock makes a folder and locks it against other processes and other callers; the kernel lets go when the process ends.
func lock(ctx context.Context, folder string) (unlock func() error, err error) {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, err
	}
	file, err := os.OpenFile(filepath.Join(folder, ".lock"), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	for {
		err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if err == nil {
			return file.Close, nil
		}
		if !errors.Is(err, syscall.EWOULDBLOCK) && !errors.Is(err, syscall.EINTR) {
			return nil, errors.Join(fmt.Errorf("lock %s: %w", folder, err), file.Close())
		}
		if err := pause(ctx, lockPoll); err != nil {
			return nil, errors.Join(fmt.Errorf("lock %s: %w", folder, err), file.Close())
		}
	}
}

// pause waits, or fails with the reason why ctx ended.
func pause(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-time.After(d):
		return nil
	}
}
