package live

import (
	"sync"
	"time"
)

// logIns is who is told when log-ins end, and who waits until every process was told.
type logIns struct {
	mu     sync.Mutex
	ended  func(user string)        // nil for nobody
	echoes map[string]chan struct{} // one signal for each process that has heard of what has that name
}

func (l *logIns) end(user string) {
	l.mu.Lock()
	ended := l.ended
	l.mu.Unlock()
	if ended != nil {
		ended(user)
	}
}

// wait returns what has a signal for each process that has heard of an announcement of that name, until stop.
func (l *logIns) wait(name string) (heard <-chan struct{}, stop func()) {
	echoes := make(chan struct{}, mostEchoes)
	l.mu.Lock()
	defer l.mu.Unlock()
	l.echoes[name] = echoes
	return echoes, func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		delete(l.echoes, name)
	}
}

func (l *logIns) echo(name string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	select {
	case l.echoes[name] <- struct{}{}:
	default: // somebody else's, or of more processes than are waited for
	}
}

// echoTime is how long the end of a log-in waits until every process has heard of it, and mostEchoes of how many processes at most.
const (
	echoTime   = time.Second
	mostEchoes = 1000
)
