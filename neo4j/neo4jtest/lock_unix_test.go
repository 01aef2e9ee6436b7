//go:build linux || darwin || freebsd || netbsd || openbsd

package neo4jtest

import (
	"errors"
	"os"
	"syscall"
	"testing"
)

func TestNobodyElseGetsTheServerWhileWeLive(t *testing.T) {
	s := Server{URL: "bolt://127.0.0.1:1"}
	t.Cleanup(func() { _ = os.Remove(lockFile(s)) })
	if err := lockForLife(s); err != nil {
		t.Fatal(err)
	}
	other, err := os.Open(lockFile(s))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = other.Close() }()
	err = syscall.Flock(int(other.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if !errors.Is(err, syscall.EWOULDBLOCK) {
		t.Errorf("a second lock gave %v", err)
	}
}
