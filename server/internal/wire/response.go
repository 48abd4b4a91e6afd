package wire

import (
	"encoding/json"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// AppendResponse appends the answer as JSON. The data is copied as it is, because the executor has just written it and scanning it
// again would cost more than all the rest. A request that never began to execute has no data member, which is how it differs from
// an execution whose data is null.
func AppendResponse(to []byte, response *graphql.Response) []byte {
	to = append(to, '{')
	if len(response.Errors) > 0 {
		to = append(append(to, `"errors":`...), marshal(response.Errors)...)
	}
	if len(response.Data) > 0 {
		to = append(append(comma(to), `"data":`...), response.Data...)
	}
	if len(response.Extensions) > 0 {
		to = append(append(comma(to), `"extensions":`...), marshal(response.Extensions)...)
	}
	return append(to, '}')
}

// AppendErrors appends the errors as a JSON array.
func AppendErrors(to []byte, errs gqlerror.List) []byte {
	return append(to, marshal(errs)...)
}

func comma(to []byte) []byte {
	if to[len(to)-1] == '{' {
		return to
	}
	return append(to, ',')
}

// marshal panics where a value of an extension cannot be JSON, which is a fault of the code that put it there.
func marshal(value any) []byte {
	data, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	return data
}
