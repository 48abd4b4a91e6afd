package reads

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// tries is how often a query is executed both ways before a difference counts: between the two something may have changed.
const tries = 3

// compareWith executes a query both ways, and has it told where the answers differ.
func (s *Schema) compareWith(ctx context.Context, operation *graphql.OperationContext, plan *plan, data []byte, failures []failure) {
	var here, there Answer
	for n := range tries {
		if n > 0 {
			var ok bool
			if data, failures, ok = s.execute(WithBuffer(ctx, &Buffer{bytes: []byte(lead)}), operation, plan); !ok {
				return
			}
		}
		apart := graphql.WithFreshResponseContext(ctx)
		present(apart, failures)
		here = Answer{data, graphql.GetErrors(apart)}
		apart = graphql.WithFreshResponseContext(ctx)
		executed := s.ExecutableSchema.Exec(apart)(apart)
		there = Answer{executed.Data, graphql.GetErrors(apart)}
		if here.equal(there) || ctx.Err() != nil {
			return
		}
	}
	s.compare(ctx, here, there)
}

// equal tells whether two answers are one. Errors have no order: gqlgen notes them as its goroutines come to them.
func (a Answer) equal(b Answer) bool {
	return bytes.Equal(a.Data, b.Data) && slices.Equal(errorTexts(a.Errors), errorTexts(b.Errors))
}

func errorTexts(list gqlerror.List) (texts []string) {
	for _, err := range list {
		text, failed := json.Marshal(err)
		if failed != nil {
			text = []byte(failed.Error())
		}
		texts = append(texts, string(text))
	}
	slices.Sort(texts)
	return texts
}
