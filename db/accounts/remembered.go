package accounts

import (
	"sync"

	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/hashicorp/golang-lru/v2/simplelru"

	"fortnight/auth"
	"fortnight/db/live"
)

// rememberedSessions is how many log-ins are remembered, some 200 bytes each.
const rememberedSessions = 8192

// remembered are log-ins that have not ended. They are asked for with every request, and change seldom: that is announced, and while nothing
// is heard of announcements nothing is remembered.
type remembered struct {
	live   *live.Listener
	listen sync.Once

	mu       sync.Mutex
	sessions simplelru.LRUCache[auth.SessionID, auth.Session]
	ends     int // counts what was forgotten
}

func newRemembered(listener *live.Listener) (*remembered, error) {
	sessions, err := lru.New[auth.SessionID, auth.Session](rememberedSessions)
	return &remembered{live: listener, sessions: sessions}, err
}

// get is a log-in that is remembered. keep remembers one that is read now, unless one ended meanwhile: it may be that one.
func (r *remembered) get(id auth.SessionID) (session auth.Session, known bool, keep func(auth.Session)) {
	r.listen.Do(func() { r.live.OnEndedLogIns(r.forget) })
	if !r.live.Hears() {
		return auth.Session{}, false, func(auth.Session) {}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if session, known = r.sessions.Get(id); known {
		return session, true, nil
	}
	ends := r.ends
	return auth.Session{}, false, func(s auth.Session) {
		r.mu.Lock()
		defer r.mu.Unlock()
		if r.ends == ends {
			r.sessions.Add(id, s)
		}
	}
}

// forget forgets the log-ins of a user, "" for everybody's.
func (r *remembered) forget(user string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.ends++
	if user == "" {
		r.sessions.Purge()
		return
	}
	for _, id := range r.sessions.Keys() {
		if s, known := r.sessions.Peek(id); known && string(s.UserID) == user {
			r.sessions.Remove(id)
		}
	}
}
