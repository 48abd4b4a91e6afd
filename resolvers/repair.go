package resolvers

import (
	"context"
	"encoding/base64"
	"encoding/json"

	"fortnight/db/calendars"
	"fortnight/rules"
	"fortnight/training"
)

// maxRepairToken is the longest token of a repair, in bytes; those that are given out have about 400.
const maxRepairToken = 1000

// repairToken is a repair as clients hand it back: what it does, and the session as it was found. It gives no right: who may change the
// session is asked when it is used, and all that it holds is checked as if it had been typed.
type repairToken struct {
	Kind    rules.RepairKind    `json:"kind"`
	Session training.SessionID  `json:"session"`
	Day     training.Date       `json:"day"`
	At      training.LocalTime  `json:"at"`
	Workout training.WorkoutID  `json:"workout"`
	Lock    *training.LockScope `json:"lock,omitempty"`
	Unlock  bool                `json:"unlock,omitempty"`
	Date    *training.Date      `json:"date,omitempty"`
	Start   *training.LocalTime `json:"start,omitempty"`
	Instead *training.WorkoutID `json:"instead,omitempty"`
	Found   int                 `json:"found,omitempty"` // the calendar's revision then
}

// Token is what applyRepair takes, nil where there is no session to do it to.
func (r *repairResolver) Token(ctx context.Context, repair *rules.Repair) (*string, error) {
	id, err := r.SessionID(ctx, repair)
	if id == nil || err != nil || repair.Session == nil {
		return nil, err
	}
	s := repair.Session
	text, err := json.Marshal(repairToken{
		Kind: repair.Kind(), Session: s.ID, Day: s.Date, At: s.Start, Workout: s.WorkoutID, Lock: s.Lock, Unlock: repair.Unlock,
		Date: repair.Date, Start: repair.Start, Instead: repair.WorkoutID, Found: repair.Revision,
	})
	if err != nil {
		return nil, err
	}
	token := base64.RawURLEncoding.EncodeToString(text)
	return &token, nil
}

func parseRepair(token string) (repairToken, error) {
	var t repairToken
	text, err := base64.RawURLEncoding.Strict().DecodeString(token)
	if len(token) > maxRepairToken || err != nil || json.Unmarshal(text, &t) != nil || !t.whole() {
		var faults training.InputError
		faults.Add("token", "is not the token of a repair")
		return t, faults.Err()
	}
	return t, nil
}

// whole tells whether what the kind of repair needs is there, and nothing else.
func (t repairToken) whole() bool {
	moves, replaces := t.Date != nil || t.Start != nil, t.Instead != nil
	switch t.Kind {
	case rules.MoveSession:
		return moves && !replaces
	case rules.ReplaceSession:
		return replaces && !moves
	case rules.UnlockSession, rules.RemoveSession:
		return !moves && !replaces
	}
	return false
}

func (t repairToken) was() training.PlannedSession {
	return training.PlannedSession{ID: t.Session, Date: t.Day, Start: t.At, WorkoutID: t.Workout, Lock: t.Lock}
}

func (t repairToken) rework() calendars.Rework {
	return calendars.Rework{
		Date: t.Date, Start: t.Start, WorkoutID: t.Instead, Removes: t.Kind == rules.RemoveSession, GivesBack: t.Kind == rules.UnlockSession,
		Unlocks: t.Unlock, FoundAt: t.Found,
	}
}
