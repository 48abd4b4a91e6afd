package resolvers

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"fortnight/db"
	"fortnight/db/queue"
	"fortnight/rules"
	"fortnight/rules/catalogue"
	"fortnight/session"
	"fortnight/training"
)

// maxNodes is how many things are looked up at once.
const maxNodes = 100

// Node is anything by its id, nil where there is none that the caller may see.
func (r *query) Node(ctx context.Context, id string) (training.Node, error) {
	nodes, err := r.nodes(ctx, []string{id})
	if err != nil {
		return nil, err
	}
	return nodes[0], nil
}

// Nodes are several in the order of their ids.
func (r *query) Nodes(ctx context.Context, ids []string) ([]training.Node, error) {
	var faults training.InputError
	if !training.CheckCount(&faults, "ids", len(ids), 1, maxNodes) {
		return nil, faults.Err()
	}
	return r.nodes(ctx, ids)
}

// nodes asks one statement what the ids name, and then the loaders, all of them before any has to answer.
func (r *Resolver) nodes(ctx context.Context, ids []string) ([]training.Node, error) {
	kinds, err := r.DB.NodeKinds(ctx, viewer(ctx), ids)
	if err != nil {
		return nil, err
	}
	loads := make([]nodeLoad, len(ids))
	for i, id := range ids {
		loads[i] = loadersFrom(ctx).node(ctx, id, kinds[id])
	}
	nodes := make([]training.Node, len(ids))
	for i, load := range loads {
		if nodes[i], err = load(); errors.Is(err, db.ErrNotFound) {
			nodes[i], err = nil, nil
		}
		if err != nil {
			return nil, err
		}
	}
	return nodes, nil
}

// nodeLoad is the answer of a loader that may still have to come: db.ErrNotFound where there is nothing to see.
type nodeLoad func() (training.Node, error)

// node loads what has an id: a UUID of a kind, else one that is made of other names.
func (l *loaders) node(ctx context.Context, id string, kind db.NodeKind) nodeLoad {
	switch kind {
	case db.UserNode:
		return asNode(l.users.LoadThunk(ctx, training.UserID(id)))
	case db.EventNode:
		return asNode(l.events.LoadThunk(ctx, training.EventID(id)))
	case db.WorkoutNode:
		return asNode(l.workouts.LoadThunk(ctx, training.WorkoutID(id)))
	case db.RunNode:
		return asNode(l.runs.LoadThunk(ctx, training.RunID(id)))
	case db.SessionNode:
		return asNode(l.sessions.LoadThunk(ctx, training.SessionID(id)))
	case db.ChangeNode:
		return asNode(l.changes.LoadThunk(ctx, training.ChangeID(id)))
	case db.RestrictionNode:
		return asNode(l.restrictions.LoadThunk(ctx, training.RestrictionID(id)))
	case db.ActivityNode:
		return asNode(l.activities.LoadThunk(ctx, training.ActivityID(id)))
	}
	if of, name, made := strings.Cut(id, ":"); made {
		return l.part(ctx, of, name)
	}
	return func() (training.Node, error) { return catalogued(id) }
}

// part loads what an athlete or a run has one of by name: a profile, a rule, a day, an event of the run.
func (l *loaders) part(ctx context.Context, of, name string) nodeLoad {
	if ":"+name == training.ProfileSuffix {
		user := l.users.LoadThunk(ctx, training.UserID(of))
		return func() (training.Node, error) { return profileOf(user()) }
	}
	if _, is := catalogue.Find(rules.ID(name)); is {
		return asNode(l.athleteRules.LoadThunk(ctx, athleteRuleID{training.UserID(of), rules.ID(name)}))
	}
	if day, err := training.ParseDate(name); err == nil && day.String() == name {
		return asNode(l.days.LoadThunk(ctx, dayID{training.UserID(of), day}))
	}
	if sequence, err := strconv.Atoi(name); err == nil && strconv.Itoa(sequence) == name {
		event := l.runEvents.LoadThunk(ctx, queue.RunEventID{Run: training.RunID(of), Sequence: sequence})
		return func() (training.Node, error) { return event() }
	}
	return func() (training.Node, error) { return nil, db.ErrNotFound }
}

func profileOf(user training.User, err error) (training.Node, error) {
	if err != nil {
		return nil, err
	}
	if profile := user.OwnProfile(); profile != nil {
		return profile, nil
	}
	return nil, db.ErrNotFound
}

// catalogued is an exercise, a rule or a family of sessions.
func catalogued(id string) (training.Node, error) {
	if exercise, known := training.FindExercise(training.ExerciseID(id)); known {
		return &exercise, nil
	}
	if rule, known := catalogue.Find(rules.ID(id)); known {
		return &rule, nil
	}
	if family, known := session.Find(session.ID(id)); known {
		return &family, nil
	}
	return nil, db.ErrNotFound
}

// asNode has a loader's answer pointed to, as the fields of the schema have it.
func asNode[T any, P interface {
	*T
	training.Node
}](load func() (T, error)) nodeLoad {
	return func() (training.Node, error) {
		value, err := load()
		if err != nil {
			return nil, err
		}
		return P(&value), nil
	}
}
