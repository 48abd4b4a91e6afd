//go:build unix && !linux

package cluster

import "syscall"

// attributes start a process as this identity, in its own session: a Ctrl-C in the terminal is for Fortnight, which stops the
// server when it no longer needs it. User namespaces are Linux's alone.
func (id identity) attributes() (*syscall.SysProcAttr, error) {
	if id.namespace {
		return nil, errNoIdentity
	}
	attr := &syscall.SysProcAttr{Setsid: true}
	if id.switched {
		attr.Credential = &syscall.Credential{Uid: uint32(id.uid), Gid: uint32(id.gid)}
	}
	return attr, nil
}
