package training

import "time"

// CalendarAct is what somebody does to a calendar.
type CalendarAct string

// What is done to one session or day by hand, with a whole plan, and to activities.
const (
	ActSchedule   CalendarAct = "SCHEDULE_SESSION"
	ActMove       CalendarAct = "MOVE_SESSION"
	ActReplace    CalendarAct = "REPLACE_SESSION"
	ActSwap       CalendarAct = "SWAP_SESSIONS"
	ActRepair     CalendarAct = "APPLY_REPAIR"
	ActChange     CalendarAct = "CHANGE_CALENDAR"
	ActLock       CalendarAct = "LOCK_SESSION"
	ActUnlock     CalendarAct = "UNLOCK_SESSION"
	ActComplete   CalendarAct = "COMPLETE_SESSION"
	ActSkip       CalendarAct = "SKIP_SESSION"
	ActReopen     CalendarAct = "REOPEN_SESSION"
	ActNote       CalendarAct = "NOTE_SESSION"
	ActRemove     CalendarAct = "REMOVE_SESSION"
	ActLockDay    CalendarAct = "LOCK_DAY"
	ActUnlockDay  CalendarAct = "UNLOCK_DAY"
	ActApplyPlan  CalendarAct = "APPLY_PLAN"
	ActRevertPlan CalendarAct = "REVERT_PLAN"

	ActLogActivities   CalendarAct = "LOG_ACTIVITIES"
	ActRemoveActivity  CalendarAct = "REMOVE_ACTIVITY"
	ActMergeActivities CalendarAct = "MERGE_ACTIVITIES"
	ActKeepActivities  CalendarAct = "KEEP_ACTIVITIES"
	ActLinkActivity    CalendarAct = "LINK_ACTIVITY"
	ActUnlinkActivity  CalendarAct = "UNLINK_ACTIVITY"
)

// CalendarChange is an act on an athlete's calendar that can be taken back while it is the last, unless it was TooLarge to be kept. MadeBy
// is empty for a coach whose account is gone; of a plan it is who asked for it. Days are those that changed, in order. RunID is that of a
// plan, else empty.
type CalendarChange struct {
	ID        ChangeID
	AthleteID UserID
	Act       CalendarAct
	MadeBy    UserID
	At        time.Time
	Days      []Date
	RunID     RunID
	TooLarge  bool
}

// Actor is the part in which MadeBy acted.
func (c CalendarChange) Actor() Actor { return ActorOf(c.MadeBy, c.AthleteID) }

// UndoableBy tells whether somebody who may plan the calendar can take the change back: what was kept of it, the athlete any, others what was
// not done by the athlete by hand.
func (c CalendarChange) UndoableBy(viewer UserID) bool {
	return !c.TooLarge && (viewer == c.AthleteID || c.Act == ActApplyPlan || c.Actor() != ActorAthlete)
}
