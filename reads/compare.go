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

// Answer is what one of the two ways to execute a query says.
type Answer struct {
	Data   []byte
	Errors gqlerror.List
}

// answered is data with the errors that are presented with it.
func answered(ctx context.Context, data []byte, failures []failure) Answer {
	apart := graphql.WithFreshResponseContext(ctx)
	present(apart, failures)
	return Answer{data, graphql.GetErrors(apart)}
}

// differing executes a query the other way too, and again both ways where the answers are not one. It returns the last two, and says no where
// they have come to be one or nobody waits for them any more. again says no where the query can no longer be answered by its plan.
func differing(ctx context.Context, here Answer, again func() (Answer, bool), execute graphql.ResponseHandler) (Answer, Answer, bool) {
	var there Answer
	for n := range tries {
		if n > 0 {
			var ok bool
			if here, ok = again(); !ok {
				return here, there, false
			}
		}
		apart := graphql.WithFreshResponseContext(ctx)
		there = Answer{execute(apart).Data, graphql.GetErrors(apart)}
		if here.equal(there) || ctx.Err() != nil {
			return here, there, false
		}
	}
	return here, there, true
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
