//go:build linux || darwin || freebsd || netbsd || openbsd

package neo4jtest

import (
	"errors"
	"os"
	"syscall"
	"testing"
)

func TestNobodyElseGetsTheServerWhileWeLive(t *testing.T) {
	busy, free := Server{URL: "bolt://127.0.0.1:1"}, Server{URL: "bolt://127.0.0.1:2"}
	t.Cleanup(func() { _ = os.Remove(lockFile(busy)) })
	t.Cleanup(func() { _ = os.Remove(lockFile(free)) })
	if got, err := lockForLife([]Server{busy}); err != nil || got != busy {
		t.Fatal(got, err)
	}
	other, err := os.Open(lockFile(busy))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = other.Close() }()
	err = syscall.Flock(int(other.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if !errors.Is(err, syscall.EWOULDBLOCK) {
		t.Errorf("a second lock gave %v", err)
	}
	if got, err := lockForLife([]Server{busy, free}); err != nil || got != free {
		t.Errorf("beside a server in use: %s, %v", got.URL, err)
	}
}
