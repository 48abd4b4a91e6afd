package cluster

import "syscall"

// insideUID is the user that root appears as inside the namespace; any but 0 will do.
const insideUID = 1000

// attributes start a process as this identity, in its own session: a Ctrl-C in the terminal is for Fortnight, which stops the
// server when it no longer needs it.
func (id identity) attributes() (*syscall.SysProcAttr, error) {
	attr := &syscall.SysProcAttr{Setsid: true}
	if id.switched {
		attr.Credential = &syscall.Credential{Uid: uint32(id.uid), Gid: uint32(id.gid)}
	}
	if id.namespace {
		attr.Cloneflags = syscall.CLONE_NEWUSER
		attr.UidMappings = []syscall.SysProcIDMap{{ContainerID: insideUID, HostID: 0, Size: 1}}
		attr.GidMappings = []syscall.SysProcIDMap{{ContainerID: insideUID, HostID: 0, Size: 1}}
	}
	return attr, nil
}
