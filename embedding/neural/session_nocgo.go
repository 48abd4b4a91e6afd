//go:build !cgo

package neural

// Available tells whether this build can run a model.
const Available = false

func openSession(string, []byte, string, int) (session, error) {
	return nil, errNoCgo
}
