package graphqlws

import (
	"encoding/binary"

	"github.com/gorilla/websocket"
)

// maxHeader is how long the header of a frame is at most, which the server does not mask (RFC 6455, 5.2).
const maxHeader = 10

func appendHeader(to []byte, kind, length int) []byte {
	to = append(to, 0x80|byte(kind)) // whole, in one frame
	switch {
	case length < 126:
		return append(to, byte(length))
	case length <= 0xffff:
		return binary.BigEndian.AppendUint16(append(to, 126), uint16(length))
	}
	return binary.BigEndian.AppendUint64(append(to, 127), uint64(length))
}

// frame is one of a kind of package websocket.
func frame(kind int, data []byte) []byte {
	return append(appendHeader(make([]byte, 0, maxHeader+len(data)), kind, len(data)), data...)
}

func textFrame(data []byte) []byte { return frame(websocket.TextMessage, data) }
