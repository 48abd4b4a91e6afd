package resolvers

import (
	"context"

	"fortnight/graph"
	"fortnight/planner/runs"
)

// eventResolver resolves what no event carries itself.
type eventResolver[E runs.Event] struct{ *Resolver }

// Run is the one of which the event is.
func (r *eventResolver[E]) Run(ctx context.Context, e E) (*runs.Run, error) {
	return r.run(ctx, e.Head().RunID)
}

// StageStarted resolves what a StageStarted does not carry itself.
func (r *Resolver) StageStarted() graph.StageStartedResolver {
	return &eventResolver[*runs.StageStarted]{r}
}

// StageFinished resolves what a StageFinished does not carry itself.
func (r *Resolver) StageFinished() graph.StageFinishedResolver {
	return &eventResolver[*runs.StageFinished]{r}
}

// LockKept resolves what a LockKept does not carry itself.
func (r *Resolver) LockKept() graph.LockKeptResolver {
	return &eventResolver[*runs.LockKept]{r}
}

// WishRead resolves what a WishRead does not carry itself.
func (r *Resolver) WishRead() graph.WishReadResolver {
	return &eventResolver[*runs.WishRead]{r}
}

// TargetsSet resolves what a TargetsSet does not carry itself.
func (r *Resolver) TargetsSet() graph.TargetsSetResolver {
	return &eventResolver[*runs.TargetsSet]{r}
}

// SessionProposed resolves what a SessionProposed does not carry itself.
func (r *Resolver) SessionProposed() graph.SessionProposedResolver {
	return &eventResolver[*runs.SessionProposed]{r}
}

// RestProposed resolves what a RestProposed does not carry itself.
func (r *Resolver) RestProposed() graph.RestProposedResolver {
	return &eventResolver[*runs.RestProposed]{r}
}

// RuleChecked resolves what a RuleChecked does not carry itself.
func (r *Resolver) RuleChecked() graph.RuleCheckedResolver {
	return &eventResolver[*runs.RuleChecked]{r}
}

// ModelCorrected resolves what a ModelCorrected does not carry itself.
func (r *Resolver) ModelCorrected() graph.ModelCorrectedResolver {
	return &eventResolver[*runs.ModelCorrected]{r}
}

// EngineFellBack resolves what a EngineFellBack does not carry itself.
func (r *Resolver) EngineFellBack() graph.EngineFellBackResolver {
	return &eventResolver[*runs.EngineFellBack]{r}
}

// RunSucceeded resolves what a RunSucceeded does not carry itself.
func (r *Resolver) RunSucceeded() graph.RunSucceededResolver {
	return &eventResolver[*runs.RunSucceeded]{r}
}

// RunFailed resolves what a RunFailed does not carry itself.
func (r *Resolver) RunFailed() graph.RunFailedResolver {
	return &eventResolver[*runs.RunFailed]{r}
}
