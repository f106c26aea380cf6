//go:build unix

package filesystem

import (
	"errors"
	"os"
	"syscall"
)

// lock takes a file for this process until it is closed. free is false when another one has it; a
// file system without locks is the error.
func lock(f *os.File) (free bool, err error) {
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return false, nil
	}
	return err == nil, err
}

// syncFolder makes the names in a folder durable. Without it a rename may be lost in a power
// failure although the file's content is on disk.
func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer func() { _ = d.Close() }() // nothing was written through it
	err = d.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		return nil // a file system that has nothing to synchronise there
	}
	return err
}
