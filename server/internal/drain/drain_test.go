package drain

import (
	"context"
	"errors"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// It lasts as long as the last of them, and no longer than it may.
func TestWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var all sync.WaitGroup
		if err := Wait(t.Context(), &all); err != nil {
			t.Errorf("for nobody: %v", err)
		}
		began := time.Now()
		for n := range 3 {
			all.Go(func() { time.Sleep(time.Duration(n+1) * time.Second) })
		}
		short, cancel := context.WithTimeout(t.Context(), time.Second/2)
		defer cancel()
		if err := Wait(short, &all); !errors.Is(err, context.DeadlineExceeded) || time.Since(began) != time.Second/2 {
			t.Errorf("for half a second: %v after %s", err, time.Since(began))
		}
		if err := Wait(t.Context(), &all); err != nil || time.Since(began) != 3*time.Second {
			t.Errorf("for all: %v after %s", err, time.Since(began))
		}
	})
}
