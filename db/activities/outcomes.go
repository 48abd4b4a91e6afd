package activities

import (
	"context"

	"github.com/uptrace/bun"

	"fortnight/db/athletes"
	"fortnight/db/calendars"
	"fortnight/db/journal"
	"fortnight/db/postgres"
	"fortnight/training"
)

// changeOutcome changes what became of a session, in one transaction under the calendar's lock. The ledger holds what is around its day.
func (store *TrainingLog) changeOutcome(ctx context.Context, operation string, what training.CalendarAct, viewer training.UserID, id training.SessionID,
	change func(l *ledger, s *training.Session) error,
) (training.PlannedSession, Changed, error) {
	var (
		session training.PlannedSession
		changed Changed
	)
	err := store.db.InTx(ctx, operation, func(ctx context.Context, tx bun.Tx) error {
		before, err := calendars.LockedSession(ctx, tx, viewer, id)
		if err != nil {
			return err
		}
		within := extent{sessions: []training.SessionID{id}}
		within.around(before.Date)
		l, err := store.openLedger(ctx, tx, viewer, before.AthleteID, within)
		if err != nil {
			return err
		}
		if err := change(l, l.session(id)); err != nil {
			return err
		}
		session = l.session(id).PlannedSession
		if changed, err = store.save(ctx, tx, l, what); err != nil || what != training.ActComplete || session.Result == nil || session.Result.Comment == nil {
			return err
		}
		said := athletes.Said{Source: training.SaidInComment, Text: *session.Result.Comment}
		return athletes.Heed(ctx, tx, store.db.Now(), viewer, session.AthleteID, said)
	})
	return session, changed, err
}

// CompleteSession records by hand what happened in a session; CompletedAt is set to now. An activity that was the same training, as
// training.Match finds it, fulfils the session: its length and load count then, and what was recorded stays beside them, of which the
// effort, the comment and the share hold. The athlete may correct it later, nobody else: for others a session that is done or skipped is a
// *ConflictError, as for all one of a day that is still to come.
func (store *TrainingLog) CompleteSession(ctx context.Context, viewer training.UserID, id training.SessionID, result training.SessionResult) (training.PlannedSession, error) {
	session, _, err := store.changeOutcome(ctx, "complete session", training.ActComplete, viewer, id, func(l *ledger, s *training.Session) error {
		return store.complete(l, s, result)
	})
	return session, err
}

// Outcome is what happened in a session.
type Outcome struct {
	Session training.SessionID
	training.SessionResult
}

// CompleteSessions records by hand what happened in sessions of one calendar, all or none, as CompleteSession does one: it is one act, which is taken back
// as one. A session of another calendar than the first is ErrNotFound.
func (store *TrainingLog) CompleteSessions(ctx context.Context, viewer training.UserID, outcomes []Outcome) (sessions []training.PlannedSession, err error) {
	ids := make([]training.SessionID, len(outcomes))
	for i, o := range outcomes {
		ids[i] = o.Session
	}
	if len(postgres.Possible(ids)) != len(ids) || len(ids) == 0 {
		return nil, postgres.ErrNotFound
	}
	err = store.db.InTx(ctx, "complete sessions", func(ctx context.Context, tx bun.Tx) error {
		stand, err := calendars.LockedSessions(ctx, tx, viewer, ids)
		if err != nil {
			return err
		}
		athlete, within := stand[0].AthleteID, extent{sessions: ids}
		for i := range stand {
			within.around(stand[i].Date)
		}
		l, err := store.openLedger(ctx, tx, viewer, athlete, within)
		if err != nil {
			return err
		}
		var said []athletes.Said
		for _, o := range outcomes {
			if err := store.complete(l, l.session(o.Session), o.SessionResult); err != nil {
				return err
			}
			if o.Comment != nil {
				said = append(said, athletes.Said{Source: training.SaidInComment, Text: *o.Comment})
			}
		}
		sessions = make([]training.PlannedSession, len(ids))
		for i, id := range ids {
			sessions[i] = l.session(id).PlannedSession
		}
		if _, err := store.save(ctx, tx, l, training.ActComplete); err != nil {
			return err
		}
		return athletes.Heed(ctx, tx, store.db.Now(), viewer, athlete, said...)
	})
	return sessions, err
}

// complete records what happened in a session of a ledger.
func (store *TrainingLog) complete(l *ledger, s *training.Session, result training.SessionResult) error {
	if s.Status != training.Planned && l.viewer != s.AthleteID {
		return journal.Settled(s.PlannedSession)
	}
	if s.Status != training.Completed {
		if err := l.checkBegun(s); err != nil {
			return err
		}
	}
	result.CompletedAt = store.db.Now()
	s.Record(result)
	if a := l.activity(s.ActivityID); a != nil {
		l.follow(a)
	} else {
		l.match(l.activities, []*training.Session{s})
	}
	return nil
}

// ReopenSession makes a session that is done or skipped PLANNED again and forgets what was recorded; its lock stays. The activity that
// fulfilled it stays on its own: no planned session is taken for done by it, but one that is recorded as done may be. A session that is
// PLANNED is a *ConflictError, as is for others than the athlete any that is not.
func (store *TrainingLog) ReopenSession(ctx context.Context, viewer training.UserID, id training.SessionID) (training.PlannedSession, Changed, error) {
	return store.changeOutcome(ctx, "reopen session", training.ActReopen, viewer, id, func(l *ledger, s *training.Session) error {
		if s.Status == training.Planned {
			return postgres.Conflict("the session is planned: there is nothing to take back")
		}
		if a := l.activity(s.ActivityID); a != nil {
			l.unlink(a)
			a.Matching = training.MatchCompleted
		}
		s.Reopen()
		return nil
	})
}
