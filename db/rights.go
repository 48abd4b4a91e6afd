package db

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"fortnight/training"
)

// right is whose calendar somebody watches.
type right struct{ viewer, athlete training.UserID }

// recheck ends the watching of those who no longer may, with one statement for all.
func (l *live) recheck(ctx context.Context) {
	tick := time.NewTicker(recheckInterval)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		watched := l.watched()
		if len(watched) == 0 {
			continue
		}
		good, err := l.goodRights(ctx, watched)
		if err != nil { // those who watch see nothing while the database does not answer
			l.log.WarnContext(ctx, "could not check who may still watch", "error", err)
			continue
		}
		for who, signals := range watched {
			for _, s := range signals {
				if !good[who] {
					close(s.revoked)
				}
			}
		}
		l.forget(watched, good)
	}
}

// watched are those who watch and have not been told to stop, by their right.
func (l *live) watched() map[right][]*signal {
	l.mu.Lock()
	defer l.mu.Unlock()
	found := map[right][]*signal{}
	add := func(watchers map[*signal]struct{}) {
		for s := range watchers {
			who := right{s.viewer, s.athlete}
			found[who] = append(found[who], s)
		}
	}
	for _, watchers := range l.runs {
		add(watchers)
	}
	for _, watchers := range l.calendars {
		add(watchers)
	}
	return found
}

// forget takes away those who were told to stop, so that they are not told again.
func (l *live) forget(watched map[right][]*signal, good map[right]bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for who, signals := range watched {
		if good[who] {
			continue
		}
		for _, s := range signals {
			for _, watchers := range l.runs {
				delete(watchers, s)
			}
			delete(l.calendars[s.athlete], s)
		}
	}
}

// goodRights are those rights that hold: the athlete exists and is the viewer or granted the viewer.
func (l *live) goodRights(ctx context.Context, watched map[right][]*signal) (map[right]bool, error) {
	var viewers, athletes []string
	for who := range watched {
		viewers, athletes = append(viewers, string(who.viewer)), append(athletes, string(who.athlete))
	}
	rows, err := l.pool.Query(ctx, `SELECT p.viewer::text, p.athlete::text
		FROM unnest($1::uuid[], $2::uuid[]) AS p (viewer, athlete) JOIN users AS u ON u.id = p.athlete
		WHERE p.viewer = p.athlete
		OR EXISTS (SELECT 1 FROM coach_grants AS g WHERE g.athlete_id = p.athlete AND g.coach_id = p.viewer)`, viewers, athletes)
	if err != nil {
		return nil, err
	}
	good := map[right]bool{}
	var viewer, athlete string
	_, err = pgx.ForEachRow(rows, []any{&viewer, &athlete}, func() error {
		good[right{training.UserID(viewer), training.UserID(athlete)}] = true
		return nil
	})
	return good, err
}
