// Package lossy makes lines of tests lose what is sent over them, as cables and air do.
package lossy

import (
	"errors"
	"net"
	"syscall"

	"golang.org/x/sys/unix"
)

// Lose has one end of a TCP connection lose a share of the packets that come to it, 0 to 1, before TCP has seen them: of 1 it never acknowledges
// anything again, like a client whose line is dead. A filter of the socket does it, which needs no right; elsewhere than on Linux it is
// errors.ErrUnsupported.
func Lose(conn net.Conn, share float64) error {
	file, is := conn.(syscall.Conn)
	if !is {
		return errors.ErrUnsupported
	}
	raw, err := file.SyscallConn()
	if err != nil {
		return err
	}
	const (
		random = 0xfffff038 // SKF_AD_OFF + SKF_AD_RANDOM, linux/filter.h: a number that no packet knows
		whole  = 1 << 18
	)
	program := []unix.SockFilter{
		{Code: unix.BPF_LD | unix.BPF_W | unix.BPF_ABS, K: random},
		{Code: unix.BPF_JMP | unix.BPF_JGE | unix.BPF_K, K: uint32(share * (1<<32 - 1)), Jf: 1},
		{Code: unix.BPF_RET | unix.BPF_K, K: whole},
		{Code: unix.BPF_RET | unix.BPF_K, K: 0},
	}
	if share >= 1 {
		program = program[3:]
	}
	var failed error
	err = raw.Control(func(fd uintptr) {
		failed = unix.SetsockoptSockFprog(int(fd), unix.SOL_SOCKET, unix.SO_ATTACH_FILTER, &unix.SockFprog{Len: uint16(len(program)), Filter: &program[0]})
	})
	return errors.Join(err, failed)
}
