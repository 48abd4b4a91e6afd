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
	mu   sync.Mutex
	open map[string]map[*func()]bool
}

// whileLoggedIn has a socket or a stream end when its log-in does, and what is given back give that up.
func (s *Server) whileLoggedIn(ctx context.Context, end, giveBack func(), taken bool) (func(), bool) {
	session := ""
	if s.config.Session != nil {
		session = s.config.Session(ctx)
	}
	if !taken || session == "" {
		return giveBack, taken
	}
	s.sessions.mu.Lock()
	defer s.sessions.mu.Unlock()
	if s.sessions.open[session] == nil {
		s.sessions.open[session] = map[*func()]bool{}
	}
	s.sessions.open[session][&end] = true
	return func() {
		giveBack()
		s.sessions.mu.Lock()
		defer s.sessions.mu.Unlock()
		delete(s.sessions.open[session], &end)
		if len(s.sessions.open[session]) == 0 {
			delete(s.sessions.open, session)
		}
	}, true
}

// look ends what is open of log-ins that have ended, with one question for all, until the server stops.
func (s *Server) look() {
	tick := time.NewTicker(lookEvery)
	defer tick.Stop()
	for {
		select {
		case <-s.streams.Done():
			return
		case <-tick.C:
		}
		s.sessions.mu.Lock()
		known := slices.Collect(maps.Keys(s.sessions.open))
		s.sessions.mu.Unlock()
		if len(known) == 0 {
			continue
		}
		ctx, cancel := context.WithTimeout(s.streams, lookTime)
		ended, err := s.config.Ended(ctx, known)
		cancel()
		if err != nil {
			continue // the database does not answer, of which it tells itself; the tokens end by themselves
		}
		for _, session := range ended {
			s.sessions.mu.Lock()
			open := slices.Collect(maps.Keys(s.sessions.open[session]))
			s.sessions.mu.Unlock()
			for _, end := range open {
				(*end)()
			}
		}
	}
}
