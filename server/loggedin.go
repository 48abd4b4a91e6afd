package server

import (
	"context"
	"maps"
	"slices"
	"sync"
	"time"
)

// How often it is looked which log-ins have ended, and how long that may take.
const (
	lookEvery = 2 * time.Second
	lookTime  = 2 * time.Second
)

// loggedIn are the sockets and streams that are open, by the session of the log-in that each came with, and how to end them.
type loggedIn struct {
	of    func(ctx context.Context) string                               // the session of a context, "" for none
	ended func(ctx context.Context, sessions []string) ([]string, error) // those of some that have ended

	mu   sync.Mutex
	open map[string]map[*func()]bool
}

// while has a socket or a stream end when its log-in does, and what is given back give that up.
func (l *loggedIn) while(ctx context.Context, end, giveBack func(), taken bool) (func(), bool) {
	session := l.of(ctx)
	if !taken || session == "" {
		return giveBack, taken
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.open[session] == nil {
		l.open[session] = map[*func()]bool{}
	}
	l.open[session][&end] = true
	return func() {
		giveBack()
		l.mu.Lock()
		defer l.mu.Unlock()
		delete(l.open[session], &end)
		if len(l.open[session]) == 0 {
			delete(l.open, session)
		}
	}, true
}

// look ends what is open of log-ins that have ended, with one question for all, until streams are to end.
func (l *loggedIn) look(streams context.Context) {
	tick := time.NewTicker(lookEvery)
	defer tick.Stop()
	for {
		select {
		case <-streams.Done():
			return
		case <-tick.C:
		}
		l.mu.Lock()
		known := slices.Collect(maps.Keys(l.open))
		l.mu.Unlock()
		if len(known) == 0 {
			continue
		}
		ctx, cancel := context.WithTimeout(streams, lookTime)
		ended, err := l.ended(ctx, known)
		cancel()
		if err != nil {
			continue // the database does not answer, of which it tells itself; the tokens end by themselves
		}
		for _, session := range ended {
			l.mu.Lock()
			open := slices.Collect(maps.Keys(l.open[session]))
			l.mu.Unlock()
			for _, end := range open {
				(*end)()
			}
		}
	}
}
