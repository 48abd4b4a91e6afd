package reads

import (
	"context"
	"runtime/debug"
	"strings"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/hashicorp/golang-lru/v2/simplelru"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

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
	operations simplelru.LRUCache[*ast.OperationDefinition, *compiled]
	texts      texts
	most       int // bytes of an answer
	foresee    func(ctx context.Context, of any, field string)
	compare    func(ctx context.Context, compiled, executed Answer)
}

// MaxAnswerBytes is how large the data of an answer may be: many times the largest that anybody needs, a page of workouts with all that they have. It is
// held for as long as its client takes to read it.
const MaxAnswerBytes = 16 << 20

// TooLarge is the answer in place of one that is larger.
func TooLarge() *graphql.Response {
	err := gqlerror.Errorf("the answer would be larger than %d bytes: ask for less at once", MaxAnswerBytes)
	err.Extensions = map[string]any{"code": "LIMIT_EXCEEDED"}
	return &graphql.Response{Errors: gqlerror.List{err}}
}

// New is a schema with those resolvers, directives and costs, that remembers so many bytes of what it wrote.
func New(config graph.Config, textBytes int) *Schema {
	operations, err := lru.New[*ast.OperationDefinition, *compiled](keptOperations)
	if err != nil {
		panic(err) // of a size that is not positive
	}
	return &Schema{
		ExecutableSchema: graph.NewExecutableSchema(config), resolvers: config.Resolvers, directives: config.Directives, operations: operations,
		texts: newTexts(textBytes), most: MaxAnswerBytes,
	}
}

// Foreseeing has foresee say to the loaders what the field of an object will ask them for, as far as it knows; of the query itself the object is nil. The
// context has the field and its arguments. What several fields of a level need is read then before any of them runs, and none has to wait. Fields that it
// does not know wait as they need.
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
		data, failures, how := s.execute(ctx, operation, plan)
		switch how {
		case elsewhere:
			return s.ExecutableSchema.Exec(ctx)(ctx)
		case tooLarge:
			return TooLarge()
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

// outcome is what came of a query.
type outcome int

// A query was answered; it has to be executed by gqlgen after all, since a function that cannot fail has panicked, and only the execution of gqlgen
// knows what of the answer that leaves; or its answer would be too large.
const (
	executed outcome = iota
	elsewhere
	tooLarge
)

// execute answers a query.
func (s *Schema) execute(ctx context.Context, operation *graphql.OperationContext, plan *plan) (data []byte, failures []failure, how outcome) {
	x := newRun()
	defer x.release()
	x.resolvers, x.directives, x.operation, x.plan = s.resolvers, s.directives, operation, plan
	x.foresee, x.texts, x.again, x.most = s.foresee, s.texts, plan.ran.Swap(true), s.most
	defer func() {
		if cause := recover(); cause != nil {
			if s.compare != nil {
				s.compare(ctx, Answer{Data: []byte(debug.Stack())}, Answer{})
			}
			data, failures, how = nil, nil, elsewhere
		}
	}()
	if x.prepare(ctx) != nil {
		return nil, nil, elsewhere
	}
	x.collect()
	b := bufferOf(ctx)
	b.bytes, _ = x.append_Query(b.bytes[:len(lead)], plan.root)
	if x.tooLarge || len(b.bytes)-len(lead) > x.most {
		return nil, nil, tooLarge
	}
	return b.bytes[len(lead):], x.failures, executed
}

// compareWith executes a query both ways, and has it told where the answers differ.
func (s *Schema) compareWith(ctx context.Context, operation *graphql.OperationContext, plan *plan, data []byte, failures []failure) {
	again := func() (Answer, bool) {
		data, failures, how := s.execute(WithBuffer(ctx, &Buffer{bytes: []byte(lead)}), operation, plan)
		return answered(ctx, data, failures), how == executed
	}
	execute := func(ctx context.Context) *graphql.Response { return s.ExecutableSchema.Exec(ctx)(ctx) }
	if here, there, differ := differing(ctx, answered(ctx, data, failures), again, execute); differ {
		s.compare(ctx, here, there)
	}
}
