//go:build !unix

package filesystem

import (
	"errors"
	"os"
)

// lock answers that there are no locks: left-over files then stay as they are.
func lock(*os.File) (free bool, err error) { return false, errors.ErrUnsupported }

// syncFolder does nothing: the file system keeps names by itself.
func syncFolder(string) error { return nil }
