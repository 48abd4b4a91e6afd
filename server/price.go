package server

import (
	"context"
	"encoding/json"
	"strconv"

	"github.com/99designs/gqlgen/complexity"
	"github.com/99designs/gqlgen/graphql"
	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/hashicorp/golang-lru/v2/simplelru"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"fortnight/server/internal/wire"
)

const (
	// knownPrices is how many prices are remembered.
	knownPrices = 1024
	// maxPricedBy bounds the variables of an operation whose price is remembered, in bytes as text.
	maxPricedBy = 200
)

// prices says what operations cost by the prices of a schema. That depends on the operation and its variables alone, and to add it up takes as
// long as a good part of an answer from memory: it is remembered with a document that is kept parsed.
type prices struct {
	schema graphql.ExecutableSchema
	lists  listSizes // of introspection
	known  simplelru.LRUCache[pricedBy, int]
}

// pricedBy is what a price depends on.
type pricedBy struct {
	operation *ast.OperationDefinition
	variables string
}

func newPrices(schema graphql.ExecutableSchema) *prices {
	known, err := lru.New[pricedBy, int](knownPrices)
	if err != nil {
		panic(err) // of a size that is not positive
	}
	return &prices{schema, sizesOf(schema.Schema()), known}
}

// of is what an operation costs. What costs more than it may is an error too.
func (p *prices) of(ctx context.Context, operation *graphql.OperationContext) (int, *gqlerror.Error) {
	variables, plain := variablesText(operation)
	by := pricedBy{operation.Operation, variables}
	cost, known := 0, false
	if plain {
		cost, known = p.known.Get(by)
	}
	if !known {
		cost = complexity.Calculate(ctx, p.schema, operation.Operation, operation.Variables)
		cost += p.lists.introspection(operation.Operation.SelectionSet)
		if plain {
			p.known.Add(by, cost)
		}
	}
	if cost > maxCost {
		return cost, wire.Errorf(wire.CodeLimitExceeded,
			"the document costs %d points, and one may cost %d: ask for shorter lists (first, days), for less of what is in them, or in several documents", cost, maxCost)
	}
	return cost, nil
}

// variablesText is a text that only the same variables of an operation have. It says no where they are not few and plain.
func variablesText(operation *graphql.OperationContext) (string, bool) {
	var text []byte
	for _, definition := range operation.Operation.VariableDefinitions {
		value, given := operation.Variables[definition.Variable]
		if !given {
			text = append(text, "absent,"...)
			continue
		}
		switch v := value.(type) {
		case nil:
			text = append(text, "null"...)
		case bool:
			text = strconv.AppendBool(text, v)
		case string:
			text = strconv.AppendQuote(text, v)
		case json.Number:
			text = append(text, v...)
		case int:
			text = strconv.AppendInt(text, int64(v), 10)
		case int64:
			text = strconv.AppendInt(text, v, 10)
		case float64:
			text = strconv.AppendFloat(append(text, 'f'), v, 'g', -1, 64)
		default:
			return "", false
		}
		if text = append(text, ','); len(text) > maxPricedBy {
			return "", false
		}
	}
	return string(text), true
}
