package graphqlhttp

import (
	"net"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// giveUpAfter has a connection end when its client has acknowledged nothing of what it was sent for so long (RFC 5482): one that vanished without a
// word. Without it the kernel sends a ping again for a quarter of an hour.
func giveUpAfter(conn net.Conn, silence time.Duration) {
	if encrypted, is := conn.(interface{ NetConn() net.Conn }); is {
		conn = encrypted.NetConn()
	}
	file, is := conn.(syscall.Conn)
	if !is {
		return
	}
	if raw, err := file.SyscallConn(); err == nil {
		_ = raw.Control(func(fd uintptr) { // a connection of another kind than TCP has no such option
			_ = unix.SetsockoptInt(int(fd), unix.IPPROTO_TCP, unix.TCP_USER_TIMEOUT, int(silence.Milliseconds()))
		})
	}
}
