//go:build linux || darwin || freebsd || netbsd || openbsd

package neo4jtest

import (
	"errors"
	"os"
	"syscall"
	"time"
)

// held keeps the locked files from being closed by the garbage collector.
var held []*os.File

// lockForLife waits until no other test process of this machine uses one of the
// servers, and keeps the others off that one until this process ends.
func lockForLife(servers []Server) (Server, error) {
	files := make([]*os.File, len(servers))
	for i, s := range servers {
		f, err := os.OpenFile(lockFile(s), os.O_CREATE|os.O_RDWR, 0o600)
		if err != nil {
			return Server{}, err
		}
		files[i] = f
	}
	held = append(held, files...)
	for {
		for i, f := range files {
			err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
			if !errors.Is(err, syscall.EWOULDBLOCK) {
				return servers[i], err
			}
		}
		time.Sleep(100 * time.Millisecond)
	}
}
