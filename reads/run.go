package reads

import (
	"context"
	"errors"
	"slices"
	"sync"

	"github.com/99designs/gqlgen/graphql"

	"fortnight/graph"
)

// run is a query on its way: first all that is asked for is asked, level by level, and then the answer is written in one go.
type run struct {
	resolvers  graph.ResolverRoot
	directives graph.DirectiveRoot
	operation  *graphql.OperationContext
	plan       *plan
	foresee    func(ctx context.Context, of any, field string) // may be nil
	texts      texts
	again      bool // the plan ran before
	ctx        context.Context
	gathering  Gathering

	spots  []spot
	holes  []hole
	values []values       // by slot
	fields []fieldContext // by slot

	path     []step
	failures []failure
	most     int  // bytes of the answer
	tooLarge bool // it has more: nothing of it is told
}

var idle = sync.Pool{New: func() any { return new(run) }}

func newRun() *run { return idle.Get().(*run) }

// maxIdle is how many places a run may have had in its answer to be used again, some 50 bytes each.
const maxIdle = 1 << 15

// release gives a run back for another query, with nothing in it but room.
func (x *run) release() {
	if cap(x.spots) > maxIdle {
		return
	}
	for i := range x.values {
		clear(x.values[i].list)
		x.values[i] = values{list: x.values[i].list[:0]}
	}
	clear(x.fields)
	clear(x.spots)
	clear(x.holes[:cap(x.holes)])
	clear(x.path[:cap(x.path)])
	*x = run{spots: x.spots[:0], holes: x.holes[:0], values: x.values[:0], fields: x.fields[:0], path: x.path[:0]}
	idle.Put(x)
}

// sized is a list of n elements that were cleared, in the room of another.
func sized[T any](list []T, n int) []T { return slices.Grow(list[:0], n)[:n] }

// spot is a place in the answer: a field, or an item of a list.
type spot struct {
	of    int32 // the spot above
	index int32
	field *field // nil for an item
}

// hole is a value that is still to be asked for.
type hole struct {
	f  *field
	of any
	at int32
	n  int // among the values of the field
}

// values are those that a field has in objects one after the other, in the order in which they are written.
type values struct {
	list []value
	next int
}

type value struct {
	value any
	err   error
}

// fieldContext is what functions are told of the field that they are asked for. The place in the answer is not part of it.
type fieldContext struct {
	ctx context.Context
	fc  *graphql.FieldContext
}

// step is a part of the path to what is being written.
type step struct {
	field *field
	index int
}

// failure is an error and where in the answer it was.
type failure struct {
	path []step
	err  error
}

// present gives an answer the errors that it had.
func present(ctx context.Context, failures []failure) {
	for _, f := range failures {
		graphql.AddError(along(ctx, f.path), f.err)
	}
}

// panicked is the error that was made of a panic.
type panicked struct{ error }

var errArguments = errors.New("arguments that cannot be read")

// prepare reads the arguments of all fields.
func (x *run) prepare(ctx context.Context) error {
	x.ctx = context.WithValue(ctx, gatheringKey{}, &x.gathering)
	x.spots = append(x.spots, spot{of: -1})
	x.values, x.fields = sized(x.values, len(x.plan.slots)), sized(x.fields, len(x.plan.slots))
	for slot, f := range x.plan.slots {
		fc := &graphql.FieldContext{Object: f.object, Field: f.collected, IsMethod: true, IsResolver: true}
		if f.arguments {
			args, err := graph.Arguments(ctx, f.object+"."+f.collected.Name, f.collected.ArgumentMap(x.operation.Variables))
			if err != nil {
				return errors.Join(errArguments, err)
			}
			fc.Args = args
		}
		x.fields[slot] = fieldContext{graphql.WithFieldContext(x.ctx, fc), fc}
	}
	return nil
}

// collect asks for all that is asked for.
func (x *run) collect() {
	x.visit_Query(x.plan.root, 0)
	for len(x.holes) > 0 {
		level := x.holes
		x.holes = nil
		x.foreseeLevel(level)
		x.gathering.run(len(level), func(i int) { x.fill(&level[i]) })
		for i := range level {
			h := &level[i]
			if v := x.values[h.f.slot].list[h.n]; v.err == nil && h.f.composite && v.value != nil {
				x.into(h.f, v.value, h.at)
			}
		}
	}
}

// foreseeLevel has it said what many fields will need, and that read, before each of them asks for it.
func (x *run) foreseeLevel(level []hole) {
	if x.foresee == nil || len(level) < foreseen {
		return
	}
	for i := range level {
		h := &level[i]
		x.foresee(x.fields[h.f.slot].ctx, h.of, h.f.collected.Name)
	}
	x.gathering.fetch()
}

// foreseen is how many fields are worth looking ahead for: where one alone asks nothing waits.
const foreseen = 2

func (x *run) fill(h *hole) {
	defer func() {
		if cause := recover(); cause != nil {
			x.values[h.f.slot].list[h.n] = value{err: panicked{x.operation.Recover(x.at(h.at), cause)}}
		}
	}()
	c := x.fields[h.f.slot]
	got, err := x.call(c.ctx, h.f, c.fc, h.of)
	x.values[h.f.slot].list[h.n] = value{got, err}
}

// ask notes that a field is to be asked for.
func (x *run) ask(f *field, of any, at int32) {
	values := &x.values[f.slot]
	values.list = append(values.list, value{})
	x.holes = append(x.holes, hole{f, of, x.below(at, f), len(values.list) - 1})
}

// keep notes a value that was got on the way to what is asked below it.
func (x *run) keep(f *field, got any) {
	x.values[f.slot].list = append(x.values[f.slot].list, value{value: got})
}

// next is the value that a field has in the object that is being written: objects are written in the order in which they were visited.
func (x *run) next(f *field) value {
	values := &x.values[f.slot]
	values.next++
	return values.list[values.next-1]
}

func (x *run) below(at int32, f *field) int32 {
	x.spots = append(x.spots, spot{of: at, field: f})
	return int32(len(x.spots) - 1)
}

func (x *run) item(at int32, index int) int32 {
	x.spots = append(x.spots, spot{of: at, index: int32(index)})
	return int32(len(x.spots) - 1)
}

// at is a context that tells a spot.
func (x *run) at(at int32) context.Context {
	s := x.spots[at]
	if s.of < 0 {
		return x.ctx
	}
	return stepInto(x.at(s.of), step{s.field, int(s.index)})
}

// along is a context that tells a path.
func along(ctx context.Context, path []step) context.Context {
	for _, s := range path {
		ctx = stepInto(ctx, s)
	}
	return ctx
}

func stepInto(ctx context.Context, s step) context.Context {
	if s.field == nil {
		return graphql.WithFieldContext(ctx, &graphql.FieldContext{Index: &s.index})
	}
	return graphql.WithFieldContext(ctx, &graphql.FieldContext{Object: s.field.object, Field: s.field.collected})
}
