package reads

import (
	"context"
	"runtime/debug"
	"strings"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"fortnight/graph"
)

// How many operations are kept compiled, as many as a server keeps documents parsed, and for how many sets of values of its conditions each.
const (
	keptOperations = 256
	keptVariants   = 8
)

// Schema executes queries by plans, and all else as the schema of gqlgen does.
type Schema struct {
	graphql.ExecutableSchema // of gqlgen

	resolvers  graph.ResolverRoot
	directives graph.DirectiveRoot
	operations *lru.Cache[*ast.OperationDefinition, *compiled]
	texts      texts
	foresee    func(ctx context.Context, of any, field string)
	compare    func(ctx context.Context, compiled, executed Answer)
}

// New is a schema with those resolvers, directives and costs, that remembers so many bytes of what it wrote.
func New(config graph.Config, textBytes int) *Schema {
	operations, err := lru.New[*ast.OperationDefinition, *compiled](keptOperations)
	if err != nil {
		panic(err) // of a size that is not positive
	}
	return &Schema{
		ExecutableSchema: graph.NewExecutableSchema(config), resolvers: config.Resolvers, directives: config.Directives, operations: operations,
		texts: newTexts(textBytes),
	}
}

// Foreseeing has foresee say to the loaders what the field of an object will ask them for, as far as it knows: what many fields of a level need
// is read then before any of them runs, and none has to wait. Fields that it does not know wait as they need.
func (s *Schema) Foreseeing(foresee func(ctx context.Context, of any, field string)) *Schema {
	s.foresee = foresee
	return s
}

// Comparing has every query executed both ways, and differ told of each that does not have one answer. It is for tests.
func (s *Schema) Comparing(differ func(ctx context.Context, compiled, executed Answer)) *Schema {
	s.compare = differ
	return s
}

// compiled are the plans of an operation, by the values of its conditions.
type compiled struct {
	conditions []string
	mu         sync.Mutex
	plans      map[string]*plan // nil for what cannot be compiled
}

// Exec executes an operation.
func (s *Schema) Exec(ctx context.Context) graphql.ResponseHandler {
	operation := graphql.GetOperationContext(ctx)
	if operation.Operation.Operation != ast.Query {
		return s.ExecutableSchema.Exec(ctx)
	}
	plan := s.planOf(operation)
	if plan == nil {
		return s.ExecutableSchema.Exec(ctx)
	}
	done := false
	return func(ctx context.Context) *graphql.Response {
		if done {
			return nil
		}
		done = true
		data, failures, ok := s.execute(ctx, operation, plan)
		if !ok {
			return s.ExecutableSchema.Exec(ctx)(ctx)
		}
		if s.compare != nil {
			s.compareWith(ctx, operation, plan, data, failures)
		}
		present(ctx, failures)
		return &graphql.Response{Data: data}
	}
}

// planOf is the plan of an operation, nil where it has to be executed by gqlgen.
func (s *Schema) planOf(operation *graphql.OperationContext) *plan {
	of, known := s.operations.Get(operation.Operation)
	if !known {
		of = &compiled{conditions: conditions(operation.Doc, operation.Operation), plans: map[string]*plan{}}
		s.operations.Add(operation.Operation, of)
	}
	var key strings.Builder
	for _, name := range of.conditions {
		switch operation.Variables[name] {
		case true:
			key.WriteByte('1')
		case false:
			key.WriteByte('0')
		default:
			key.WriteByte('-')
		}
	}
	of.mu.Lock()
	defer of.mu.Unlock()
	made, known := of.plans[key.String()]
	if !known {
		if len(of.plans) >= keptVariants {
			clear(of.plans)
		}
		if p, ok := compile(operation); ok {
			made = p
		}
		of.plans[key.String()] = made
	}
	return made
}

// execute answers a query. It says no where the query has to be executed by gqlgen after all: a function that cannot fail has panicked, and
// only the execution of gqlgen knows what of the answer that leaves.
func (s *Schema) execute(ctx context.Context, operation *graphql.OperationContext, plan *plan) (data []byte, failures []failure, ok bool) {
	x := newRun()
	defer x.release()
	x.resolvers, x.directives, x.operation, x.plan = s.resolvers, s.directives, operation, plan
	x.foresee, x.texts, x.again = s.foresee, s.texts, plan.ran.Swap(true)
	defer func() {
		if cause := recover(); cause != nil {
			if s.compare != nil {
				s.compare(ctx, Answer{Data: []byte(debug.Stack())}, Answer{})
			}
			data, failures, ok = nil, nil, false
		}
	}()
	if x.prepare(ctx) != nil {
		return nil, nil, false
	}
	x.collect()
	b := bufferOf(ctx)
	b.bytes, _ = x.append_Query(b.bytes[:len(lead)], plan.root)
	return b.bytes[len(lead):], x.failures, true
}

// compareWith executes a query both ways, and has it told where the answers differ.
func (s *Schema) compareWith(ctx context.Context, operation *graphql.OperationContext, plan *plan, data []byte, failures []failure) {
	again := func() (Answer, bool) {
		data, failures, ok := s.execute(WithBuffer(ctx, &Buffer{bytes: []byte(lead)}), operation, plan)
		return answered(ctx, data, failures), ok
	}
	execute := func(ctx context.Context) *graphql.Response { return s.ExecutableSchema.Exec(ctx)(ctx) }
	if here, there, differ := differing(ctx, answered(ctx, data, failures), again, execute); differ {
		s.compare(ctx, here, there)
	}
}
