package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func init() {
	children["full disk"] = onFullDisk
	children["read-only disk"] = onReadOnlyDisk
}

// onFullDisk fills a disk of a few megabytes: what there is stays, and can be asked.
func onFullDisk(arguments []string) error {
	directory := arguments[1]
	if err := syscall.Mount("tmpfs", directory, "tmpfs", 0, "size=6m"); err != nil {
		return fmt.Errorf("mount: %w", err)
	}
	command := func(arguments ...string) error {
		return program(os.Stderr).Run(context.Background(), append([]string{"claimgraph", "--store", "sqlite:" + directory + "/graph.db"}, arguments...))
	}
	if err := command("load", "--with-seed"); err != nil {
		return fmt.Errorf("load: %w", err)
	}
	for _, err := range []error{
		command("synthesize", "--force", "--attacks", "3000"),
		os.WriteFile(directory+"/filler", make([]byte, 6<<20), 0o600),
		command("backup", directory+"/backup.db"),
	} {
		if err == nil {
			return errors.New("there was room")
		}
		tell(os.Stderr, err)
	}
	if left, err := filepath.Glob(directory + "/*.part"); err != nil || len(left) > 0 {
		return fmt.Errorf("half a backup is left: %v", left)
	}
	if err := os.Remove(directory + "/filler"); err != nil {
		return err
	}
	return command("load", "--with-seed") // says that all is as it was
}

// onReadOnlyDisk asks for what needs to write.
func onReadOnlyDisk(arguments []string) error {
	directory := arguments[1]
	for _, step := range []struct {
		from  string
		flags uintptr
	}{{directory, syscall.MS_BIND}, {"", syscall.MS_BIND | syscall.MS_REMOUNT | syscall.MS_RDONLY}} {
		if err := syscall.Mount(step.from, directory, "", step.flags, ""); err != nil {
			return fmt.Errorf("mount: %w", err)
		}
	}
	return program(os.Stderr).Run(context.Background(), []string{"claimgraph", "serve", "--addr", "127.0.0.1:0", "--store", "sqlite:" + directory + "/graph.db"})
}

// onDisk runs a child that may mount disks that nobody else sees.
func onDisk(t *testing.T, does, directory string) string {
	t.Helper()
	child := newChild(t, does, directory)
	child.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
	}
	err := child.Run()
	said := child.Stderr.(*bytes.Buffer).String()
	if strings.Contains(said, "mount:") || child.ProcessState == nil {
		t.Skipf("this machine lets nobody mount a disk: %v %s", err, said)
	}
	return said
}

// TestDiskFull is named as such, loses nothing, and leaves nothing half done.
func TestDiskFull(t *testing.T) {
	said := onDisk(t, "full disk", t.TempDir())
	if strings.Count(said, "the disk that holds the store is full") != 2 || !strings.Contains(said, "0 added, 0 changed, 83 as they were") {
		t.Error(said)
	}
}

// TestReadOnlyDisk: a store nobody may write to is refused before it is served.
func TestReadOnlyDisk(t *testing.T) {
	directory := t.TempDir()
	path := filepath.Join(directory, "graph.db")
	run(t, "load", "--store", "sqlite:"+path, "--with-seed")
	if said := onDisk(t, "read-only disk", directory); !strings.Contains(said, path) || !strings.Contains(said, "cannot be written to") {
		t.Error(said)
	}
}
