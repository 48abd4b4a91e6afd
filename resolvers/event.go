package resolvers

import (
	"context"

	"fortnight/graph"
	"fortnight/planner/runs"
)

// eventResolver resolves what no event carries itself.
type eventResolver[E runs.Event] struct{}

// Run is the one of which the event is.
func (eventResolver[E]) Run(ctx context.Context, e E) (*runs.Run, error) {
	return loadersFrom(ctx).runs.Point(ctx, e.Head().RunID)
}

// StageStarted resolves what a StageStarted does not carry itself.
func (r root) StageStarted() graph.StageStartedResolver {
	return &eventResolver[*runs.StageStarted]{}
}

// StageFinished resolves what a StageFinished does not carry itself.
func (r root) StageFinished() graph.StageFinishedResolver {
	return &eventResolver[*runs.StageFinished]{}
}

// LockKept resolves what a LockKept does not carry itself.
func (r root) LockKept() graph.LockKeptResolver {
	return &eventResolver[*runs.LockKept]{}
}

// WishRead resolves what a WishRead does not carry itself.
func (r root) WishRead() graph.WishReadResolver {
	return &eventResolver[*runs.WishRead]{}
}

// TargetsSet resolves what a TargetsSet does not carry itself.
func (r root) TargetsSet() graph.TargetsSetResolver {
	return &eventResolver[*runs.TargetsSet]{}
}

// SessionProposed resolves what a SessionProposed does not carry itself.
func (r root) SessionProposed() graph.SessionProposedResolver {
	return &eventResolver[*runs.SessionProposed]{}
}

// RestProposed resolves what a RestProposed does not carry itself.
func (r root) RestProposed() graph.RestProposedResolver {
	return &eventResolver[*runs.RestProposed]{}
}

// RuleChecked resolves what a RuleChecked does not carry itself.
func (r root) RuleChecked() graph.RuleCheckedResolver {
	return &eventResolver[*runs.RuleChecked]{}
}

// ModelCorrected resolves what a ModelCorrected does not carry itself.
func (r root) ModelCorrected() graph.ModelCorrectedResolver {
	return &eventResolver[*runs.ModelCorrected]{}
}

// EngineFellBack resolves what a EngineFellBack does not carry itself.
func (r root) EngineFellBack() graph.EngineFellBackResolver {
	return &eventResolver[*runs.EngineFellBack]{}
}

// RunSucceeded resolves what a RunSucceeded does not carry itself.
func (r root) RunSucceeded() graph.RunSucceededResolver {
	return &eventResolver[*runs.RunSucceeded]{}
}

// RunFailed resolves what a RunFailed does not carry itself.
func (r root) RunFailed() graph.RunFailedResolver {
	return &eventResolver[*runs.RunFailed]{}
}
