package filesystem

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// SinkConfig is what a table's options say about where to write.
type SinkConfig struct {
	// Path is the folder, made when it is not there; it may begin with file://, and a relative one
	// starts at the working directory of the program.
	Path   string
	Ending string // of the names of files: the format, in lower-case letters
	Lane   int
	// RollBytes and RollAge close a file at the end of an epoch: at this size, and when it was
	// begun so long ago.
	RollBytes int64
	RollAge   time.Duration
}

// writeBytes is how many bytes of rows gather before they are written.
const writeBytes = 128 << 10

// lineRoom is how much room a row finds at least in the buffer; a longer one makes it grow.
const lineRoom = 8 << 10

// Sink appends rows to part files. A file is hidden while it is written: at the end of an epoch it
// is synchronised; when the epoch is committed, a file that was closed gets its visible name, and
// the hidden name of one that goes on tells how many bytes are committed. So after a kill the next
// run can make visible exactly what was committed.
//
// Line, Put and Prepare are called by one goroutine, Commit by another one; Abort and Close when
// both have ended.
type Sink struct {
	config  SinkConfig
	dir     string
	buf     []byte
	current *part // nil: the next row begins one
	began   bool  // files of a run that was killed have been looked after
	failed  error // after a failure nothing is written any more

	mu    sync.Mutex // guards parts and what commit changes in them
	parts []*part    // not visible yet, in order

	// Replaced by tests.
	now  func() time.Time
	wrap func(*os.File) output
}

// NewSink returns a sink that has not touched the folder.
func NewSink(c SinkConfig) *Sink {
	return &Sink{config: c, dir: localPath(c.Path), buf: make([]byte, 0, writeBytes+lineRoom),
		now: time.Now, wrap: func(f *os.File) output { return f }}
}

// Open makes the folder and sees that files can be made in it.
func (s *Sink) Open(context.Context) error {
	if err := os.MkdirAll(s.dir, 0o755); err != nil {
		return errTarget(s.dir, err)
	}
	f, err := os.CreateTemp(s.dir, ".probe-*")
	if err != nil {
		return errTarget(s.dir, err)
	}
	if err := errors.Join(f.Close(), os.Remove(f.Name())); err != nil {
		return errTarget(s.dir, err)
	}
	return nil
}

// Line returns an empty slice to append a row to, without line end. It lies in the sink's buffer
// and is good for one row.
func (s *Sink) Line() []byte { return s.buf[len(s.buf):] }

// Put takes the row that was appended to Line's slice.
func (s *Sink) Put(line []byte) error {
	line = append(line, '\n')
	n := len(s.buf)
	if n+len(line) <= cap(s.buf) && &line[0] == &s.buf[:n+1][n] {
		s.buf = s.buf[:n+len(line)]
	} else { // it was too long and has moved
		s.buf = append(s.buf, line...)
	}
	if len(s.buf) < writeBytes {
		return nil
	}
	return s.flush()
}

// flush writes the buffer.
func (s *Sink) flush() error {
	if s.failed != nil || len(s.buf) == 0 {
		return s.failed
	}
	s.failed = s.write()
	s.buf = s.buf[:0]
	return s.failed
}

func (s *Sink) write() error {
	if s.current == nil {
		if err := s.begin(); err != nil {
			return err
		}
	}
	return s.current.write(s.buf)
}

// begin makes a part file.
func (s *Sink) begin() error {
	if err := s.lookAfter(); err != nil {
		return err
	}
	final, f, err := create(s.dir, s.config.Lane, s.config.Ending)
	if err != nil {
		return err
	}
	s.current = &part{dir: s.dir, final: final, out: s.wrap(f), born: s.now()}
	s.mu.Lock()
	s.parts = append(s.parts, s.current)
	s.mu.Unlock()
	return nil
}

// lookAfter cares for files of a run that was killed, in one lane. It is not done in Open, because
// Recover may know that more of them was prepared.
func (s *Sink) lookAfter() error {
	if s.began || s.config.Lane != 0 {
		return nil
	}
	s.began = true
	return salvage(s.dir)
}

// Due reports that the current file has reached its size.
func (s *Sink) Due() bool { return s.current != nil && s.current.size >= s.config.RollBytes }

// Prepare writes and synchronises the rows of the epoch.
func (s *Sink) Prepare(context.Context, uint64) ([]byte, error) {
	if err := s.flush(); err != nil {
		return nil, err
	}
	p := s.current
	if p == nil {
		return nil, s.lookAfter()
	}
	roll := p.size >= s.config.RollBytes || s.now().Sub(p.born) >= s.config.RollAge
	if p.size == p.prepared && !roll {
		return nil, nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.failed = p.prepare(); s.failed != nil {
		return nil, s.failed
	}
	if roll {
		s.current = nil
	}
	return committable{p.final, p.prepared, roll}.encode(), nil
}

// Commit makes the epoch's closed file visible, or notes how much of an open one is committed.
func (s *Sink) Commit(_ context.Context, _ uint64, c []byte) error {
	if c == nil {
		return nil
	}
	done, err := decodeCommittable(c)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, p := range s.parts {
		if p.final != done.final {
			continue
		}
		if done.length <= p.committed && !done.closed {
			return nil // this epoch or a later one has been committed
		}
		if done.closed {
			s.parts = append(s.parts[:i], s.parts[i+1:]...)
		}
		return p.commit(done)
	}
	return recoverPart(s.dir, done)
}

// Abort drops rows that are not committed; committed ones become visible.
func (s *Sink) Abort(context.Context) error { return s.settle() }

// Close makes visible what is committed.
func (s *Sink) Close() error { return s.settle() }

func (s *Sink) settle() error {
	s.buf, s.current = s.buf[:0], nil
	s.mu.Lock()
	defer s.mu.Unlock()
	var errs []error
	for _, p := range s.parts {
		errs = append(errs, p.settle())
	}
	s.parts = nil
	return errors.Join(errs...)
}

// Recover makes visible what the last durable epoch had prepared; rows that came later go.
func (s *Sink) Recover(_ context.Context, committables [][]byte) error {
	for _, b := range committables {
		c, err := decodeCommittable(b)
		if err != nil {
			return err
		}
		if err := recoverPart(s.dir, c); err != nil {
			return err
		}
	}
	return nil
}

// recoverPart makes the file of a committable visible unless it is.
func recoverPart(dir string, c committable) error {
	if _, err := os.Stat(filepath.Join(dir, c.final)); err == nil {
		return nil
	} else if !errors.Is(err, fs.ErrNotExist) {
		return errWrite(dir, err)
	}
	names, err := folderNames(dir)
	if err != nil {
		return errWrite(dir, err)
	}
	for _, n := range names {
		if final, _, ok := parseHidden(n); !ok || final != c.final {
			continue
		}
		path := filepath.Join(dir, n)
		info, err := os.Stat(path)
		if err != nil {
			return errWrite(path, err)
		}
		if info.Size() < c.length {
			return errTorn(path, info.Size(), c.length)
		}
		return settle(dir, path, c.final, c.length, info.Size())
	}
	return errLost(dir, c)
}
