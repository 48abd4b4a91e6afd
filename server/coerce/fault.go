package coerce

import (
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"fortnight/server/internal/wire"
)

// maxFaults bounds what is told of one request's values: enough to mend them.
const maxFaults = 20

// maxPath is how much of a path is told, in bytes: inputs may nest as deep as a request is long.
const maxPath = 400

// Fault is one value that its type does not take. Path leads from the argument to the value, "blocks[2].name"; of an argument named input
// it begins within. Message shows the value and says what is allowed.
type Fault struct {
	Path    string `json:"path"`
	Message string `json:"message"`

	content bool          // a string stands where its scalar takes one, but not this one
	at      *ast.Position // in the document, if it stands there
}

// faults are those found so far, at most maxFaults.
type faults struct{ found []Fault }

// full says that nothing more is told.
func (f *faults) full() bool { return len(f.found) >= maxFaults }

func (f *faults) add(at *path, v value, message string) *Fault {
	if f.full() {
		return &Fault{}
	}
	fault := Fault{Path: at.String(), Message: message}
	if v.literal != nil {
		fault.at = v.literal.Position
	}
	f.found = append(f.found, fault)
	return &f.found[len(f.found)-1]
}

// badInput is the one error of all faults of the values a request was sent with.
func (f *faults) badInput() *gqlerror.Error {
	if len(f.found) == 0 {
		return nil
	}
	parts := make([]string, len(f.found))
	for i, fault := range f.found {
		parts[i] = fault.Path + ": " + fault.Message
	}
	err := wire.Errorf(wire.CodeBadRequest, "%s", strings.Join(parts, "; "))
	err.Extensions["fields"] = f.found
	return err
}

// path leads to a value; the nil path leads nowhere.
type path struct {
	above *path
	name  string
	index int // of an item, where the name is empty
}

func (p *path) field(name string) *path { return &path{above: p, name: name} }
func (p *path) item(i int) *path        { return &path{above: p, index: i} }

// String is the path as clients write it, without the name of an argument that is called input.
func (p *path) String() string {
	out := p.write(nil)
	return shorten(strings.TrimPrefix(string(out), "input."), maxPath)
}

func (p *path) write(to []byte) []byte {
	if p == nil {
		return to
	}
	to = p.above.write(to)
	if p.name == "" {
		return append(strconv.AppendInt(append(to, '['), int64(p.index), 10), ']')
	}
	if len(to) > 0 {
		to = append(to, '.')
	}
	return append(to, shorten(p.name, maxShown)...)
}
