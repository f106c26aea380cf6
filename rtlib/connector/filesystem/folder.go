package filesystem

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// create makes the hidden file of the next number that is free.
//
// A number is taken by making the hidden file, which only one can do. Whoever had it before has by
// then either a visible file of that number, or a hidden one under the name that tells how much is
// committed, and both are seen. The lock says that the writer lives; a cleaner that came between
// the making and the lock is noticed, because the name no longer leads to the file.
func create(dir string, lane int, ending string) (final string, f *os.File, err error) {
	names, err := folderNames(dir)
	if err != nil {
		return "", nil, errWrite(dir, err)
	}
	number := -1
	for _, n := range names {
		number = max(number, numberOf(n))
	}
	for {
		number++
		final = nameFinal(lane, number, ending)
		f, err := os.OpenFile(filepath.Join(dir, nameHidden(final, 0)),
			os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", nil, errWrite(dir, err)
		}
		if ours(f) && !taken(dir, final) {
			return final, f, nil
		}
		_ = f.Close()
	}
}

// ours locks a new file and reports whether it still is in its place.
func ours(f *os.File) bool {
	if free, err := lock(f); err == nil && !free {
		return false
	}
	return inPlace(f)
}

func inPlace(f *os.File) bool {
	a, err := f.Stat()
	if err != nil {
		return false
	}
	b, err := os.Stat(f.Name())
	return err == nil && os.SameFile(a, b)
}

// taken reports whether somebody else had the number, and gives up the file that was made for it.
func taken(dir, final string) bool {
	names, err := folderNames(dir)
	own := nameHidden(final, 0)
	if err == nil {
		for _, n := range names {
			if n == final || n != own && strings.HasPrefix(n, "."+final+".") {
				_ = os.Remove(filepath.Join(dir, own))
				return true
			}
		}
	}
	return false
}

func folderNames(dir string) ([]string, error) {
	d, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	defer func() { _ = d.Close() }() // only read
	return d.Readdirnames(-1)
}

// salvage publishes what a run that was killed had committed and not made visible, and removes what
// it had not committed. Files of writers that live are locked and stay.
func salvage(dir string) error {
	names, err := folderNames(dir)
	if err != nil {
		return errWrite(dir, err)
	}
	for _, n := range names {
		if final, committed, ok := parseHidden(n); ok {
			if err := salvageFile(dir, n, final, committed); err != nil {
				return err
			}
		}
	}
	return nil
}

func salvageFile(dir, name, final string, committed int64) error {
	path := filepath.Join(dir, name)
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return nil //nolint:nilerr // gone meanwhile, or not ours to touch
	}
	defer func() { _ = f.Close() }() // settle flushes; closing gives the lock back
	if free, err := lock(f); err != nil || !free || !inPlace(f) {
		return nil //nolint:nilerr // its writer lives, or there is no way to know
	}
	info, err := f.Stat()
	if err != nil {
		return errWrite(path, err)
	}
	if _, err := os.Stat(filepath.Join(dir, final)); err == nil {
		return nil // never over a visible file
	}
	return settle(dir, path, final, min(committed, info.Size()), info.Size())
}
