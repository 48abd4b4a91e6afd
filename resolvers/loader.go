package resolvers

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"github.com/vikstrous/dataloadgen"

	"fortnight/db"
	"fortnight/quota"
	"fortnight/reads"
	"fortnight/training"
)

// loader reads by id, many ids with one statement. Where functions run one after the other, as package reads has them, it reads when all
// of them wait; where they run beside each other it waits a moment for more ids.
type loader[ID comparable, T any] struct {
	who      reader
	from     func(context.Context, training.UserID, []ID) (map[ID]T, error)
	once     sync.Once
	inTime   *dataloadgen.Loader[ID, T] // made when somebody first waits for a moment
	gathered map[ID]*loaded[T]
	waiting  []ID // gathered and not read yet
}

// loaded is what was read of one id, or is to be.
type loaded[T any] struct {
	done  bool
	value T
	err   error
}

var errGivenUp = errors.New("the query was given up")

// Each loader waits a moment for more ids, so that those of one list come together; a batch is at most this large.
const (
	loadWait  = time.Millisecond
	loadBatch = 200
)

// newLoader reads by id what a viewer may see; what the query leaves out is not there, or not theirs. Every answer has one for each thing that is read by
// id, and needs few of them: they are small until then.
func newLoader[ID comparable, T any](who reader, read func(context.Context, training.UserID, []ID) (map[ID]T, error)) *loader[ID, T] {
	return &loader[ID, T]{who: who, from: read}
}

// timed is the loader for where functions run beside each other.
func (l *loader[ID, T]) timed() *dataloadgen.Loader[ID, T] {
	l.once.Do(func() {
		l.inTime = dataloadgen.NewLoader(l.fetch, dataloadgen.WithWait(loadWait), dataloadgen.WithBatchCapacity(loadBatch))
	})
	return l.inTime
}

// fetch reads values by their ids, each with its own error, or one error for all.
func (l *loader[ID, T]) fetch(ctx context.Context, ids []ID) ([]T, []error) {
	rows, err := readBy(ctx, l.who, ids, l.from)
	if err != nil {
		return nil, []error{err}
	}
	values, errs := make([]T, len(ids)), make([]error, len(ids))
	for i, id := range ids {
		row, ok := rows[id]
		if values[i] = row; !ok {
			errs[i] = db.ErrNotFound
		}
	}
	return values, errs
}

// Load is the value of an id.
func (l *loader[ID, T]) Load(ctx context.Context, id ID) (T, error) { return l.LoadThunk(ctx, id)() }

// Point is the value of an id where it is kept: nobody changes it.
func (l *loader[ID, T]) Point(ctx context.Context, id ID) (*T, error) {
	g := reads.GatheringOf(ctx)
	if g == nil {
		value, err := l.timed().Load(ctx, id)
		return found(&value, err)
	}
	one := l.ask(ctx, g, id)
	if !one.done {
		g.Wait()
	}
	return found(&one.value, one.err)
}

// LoadThunk asks for the value of an id and returns how it is got, so that others can be asked for before.
func (l *loader[ID, T]) LoadThunk(ctx context.Context, id ID) func() (T, error) {
	g := reads.GatheringOf(ctx)
	if g == nil {
		return l.timed().LoadThunk(ctx, id)
	}
	one := l.ask(ctx, g, id)
	return func() (T, error) {
		if !one.done {
			g.Wait()
		}
		return one.value, one.err
	}
}

// Want asks for the value of an id that somebody will load. Without a gathering nothing is to be gained by it.
func (l *loader[ID, T]) Want(ctx context.Context, id ID) {
	if g := reads.GatheringOf(ctx); g != nil {
		l.ask(ctx, g, id)
	}
}

// ask is what is read of an id, or is to be when all wait.
func (l *loader[ID, T]) ask(ctx context.Context, g *reads.Gathering, id ID) *loaded[T] {
	one := l.gathered[id]
	if one == nil {
		if l.gathered == nil {
			l.gathered = map[ID]*loaded[T]{}
		}
		one = &loaded[T]{err: errGivenUp}
		l.gathered[id] = one
		if l.waiting = append(l.waiting, id); len(l.waiting) == 1 {
			g.Add(func() { l.read(ctx) })
		}
	}
	return one
}

// read reads all that was asked for. A panic is an error of all of it.
func (l *loader[ID, T]) read(ctx context.Context) {
	ids := l.waiting
	l.waiting = nil
	for batch := range slices.Chunk(ids, loadBatch) {
		l.readBatch(ctx, batch)
	}
}

func (l *loader[ID, T]) readBatch(ctx context.Context, ids []ID) {
	values, errs := []T(nil), []error{errGivenUp}
	defer func() {
		if cause := recover(); cause != nil {
			values, errs = nil, []error{fmt.Errorf("panic: %v\n%s", cause, debug.Stack())}
		}
		for i, id := range ids {
			one := l.gathered[id]
			one.done = true
			if one.err = errs[min(i, len(errs)-1)]; one.err == nil {
				one.value = values[i]
			}
		}
	}()
	values, errs = l.fetch(ctx, ids)
}

// ClearAll forgets all that was read.
func (l *loader[ID, T]) ClearAll() {
	l.timed().ClearAll()
	l.gathered = nil
}

// reader is for whom loaders read. Those of streams take turns in places, so that connections are left for requests. What several streams
// share is read for whoever of them still waits, and is forgotten where it failed.
type reader struct {
	viewer training.UserID
	places *quota.Places
	failed func() // nil for loaders of one answer
}

func readBy[ID comparable, T any](ctx context.Context, who reader, ids []ID, read func(context.Context, training.UserID, []ID) (map[ID]T, error)) (map[ID]T, error) {
	if who.places == nil {
		return read(ctx, who.viewer, ids)
	}
	if who.failed != nil {
		ctx = context.WithoutCancel(ctx)
	}
	ctx, cancel := context.WithTimeout(ctx, watchTime)
	defer cancel()
	leave, err := who.places.Enter(ctx, string(who.viewer))
	if err != nil {
		return nil, err
	}
	defer leave()
	rows, err := read(ctx, who.viewer, ids)
	if err != nil && who.failed != nil {
		who.failed()
	}
	return rows, err
}

// found is the value unless there was an error.
func found[T any](value *T, err error) (*T, error) {
	if err != nil {
		return nil, err
	}
	return value, nil
}

// watchTime is the deadline of a reading of a calendar.
const watchTime = 5 * time.Second
