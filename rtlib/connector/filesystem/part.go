package filesystem

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// output is what a part file is written through: an *os.File, or in tests a disk that is full.
type output interface {
	io.WriteCloser
	Sync() error
}

// part is a part file that is not visible yet.
type part struct {
	dir, final string
	out        output // open, and locked, until the file is visible
	born       time.Time
	size       int64 // written
	prepared   int64 // of these, synchronised at the end of an epoch
	committed  int64 // of these, committed
}

// path is the name that the file will have: it never changes, and errors show it.
func (p *part) path() string { return filepath.Join(p.dir, p.final) }

// hiddenPath is the name that it has now. It changes with a commit.
func (p *part) hiddenPath() string { return filepath.Join(p.dir, nameHidden(p.final, p.committed)) }

// write appends rows.
func (p *part) write(rows []byte) error {
	n, err := p.out.Write(rows)
	p.size += int64(n)
	if err != nil {
		return errWrite(p.path(), err)
	}
	return nil
}

// prepare makes what was written durable, and with it the file's name when it is new.
func (p *part) prepare() error {
	if err := p.out.Sync(); err != nil {
		return errWrite(p.path(), err)
	}
	if p.prepared == 0 {
		if err := syncFolder(p.dir); err != nil {
			return errWrite(p.dir, err)
		}
	}
	p.prepared = p.size
	return nil
}

// commit notes in the hidden name how much of the file is committed, or makes the file visible.
func (p *part) commit(c committable) error {
	from := p.hiddenPath()
	if c.closed {
		return errors.Join(publish(p.dir, from, p.final), p.out.Close())
	}
	p.committed = c.length
	if err := os.Rename(from, p.hiddenPath()); err != nil {
		return errWrite(from, err)
	}
	return nil
}

// settle ends a part that gets no more commits: what is committed becomes visible, the rest goes.
// The file stays open, and so locked, until then.
func (p *part) settle() error {
	err := settle(p.dir, p.hiddenPath(), p.final, p.committed, p.size)
	return errors.Join(err, p.out.Close())
}

// settle publishes the first bytes of a hidden file, or removes it when there are none.
func settle(dir, hidden, final string, committed, size int64) error {
	if committed == 0 {
		if err := os.Remove(hidden); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return errWrite(hidden, err)
		}
		return nil
	}
	if size != committed {
		if err := truncate(hidden, committed); err != nil {
			return err
		}
	}
	return publish(dir, hidden, final)
}

// truncate cuts a file and makes that durable.
func truncate(path string, size int64) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return errWrite(path, err)
	}
	err = errors.Join(f.Truncate(size), f.Sync(), f.Close())
	if err != nil {
		return errWrite(path, err)
	}
	return nil
}

// publish gives a hidden file its visible name, durably.
func publish(dir, hidden, final string) error {
	if err := os.Rename(hidden, filepath.Join(dir, final)); err != nil {
		return errWrite(hidden, err)
	}
	if err := syncFolder(dir); err != nil {
		return errWrite(dir, err)
	}
	return nil
}
