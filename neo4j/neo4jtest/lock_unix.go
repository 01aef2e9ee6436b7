//go:build linux || darwin || freebsd || netbsd || openbsd

package neo4jtest

import (
	"os"
	"syscall"
)

// held keeps the locked files from being closed by the garbage collector.
var held []*os.File

// lockForLife waits until no other test process of this machine uses the
// server and keeps the others off until this one ends.
func lockForLife(s Server) error {
	f, err := os.OpenFile(lockFile(s), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	held = append(held, f)
	return syscall.Flock(int(f.Fd()), syscall.LOCK_EX)
}
