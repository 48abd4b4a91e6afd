package postgres

import (
	"sync"
	"sync/atomic"
	"time"
)

// lines are the connections of a pool, and whether there is a server behind them.
type lines struct {
	born  time.Time
	heard atomic.Int64 // when something came over one of them last, as now counts

	mu   sync.Mutex
	open map[*listening]struct{}
	away atomic.Bool // the database did not answer the last time; set under mu
}

func newLines() *lines { return &lines{born: time.Now(), open: map[*listening]struct{}{}} }

// now is a time in nanoseconds that is never 0, and goes on evenly whatever the clock is set to.
func (l *lines) now() int64 { return int64(time.Since(l.born)) + 1 }

func (l *lines) isAway() bool { return l.away.Load() }

// add notes a connection that was made, unless the database was found to be away meanwhile: then it leads nowhere.
func (l *lines) add(c *listening) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.away.Load() {
		_ = c.Conn.Close()
		return ErrAway
	}
	l.open[c] = struct{}{}
	return nil
}

func (l *lines) remove(c *listening) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.open, c)
}

// set notes whether the database answers. Where it does not, every connection ends at once, and with it what waits for an answer on it: but for
// those that are lent to what takes as long as it takes.
func (l *lines) set(away bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.away.Store(away)
	if !away {
		return
	}
	for c := range l.open {
		if !c.isPatient() {
			_ = c.Conn.Close()
			delete(l.open, c)
		}
	}
}

// waited tells whether somebody waits for an answer for so long, and nothing came over any connection meanwhile.
func (l *lines) waited(long time.Duration) bool {
	since := l.now() - int64(long)
	if l.heard.Load() > since {
		return false
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	for c := range l.open {
		for _, began := range []int64{c.reading.Load(), c.writing.Load()} {
			if began != 0 && began <= since {
				return true
			}
		}
	}
	return false
}
