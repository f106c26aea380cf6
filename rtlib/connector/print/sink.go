// Package print is the sink that writes rows to standard output (or standard error), in the form of
// Flink's print connector: "+I[a, 1]", behind "identifier> ", "identifier:task> " or "task> " when
// those are asked for.
package print

import (
	"bufio"
	"context"
	"io"
	"os"
	"sync"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// Config is what the table's options say.
type Config struct {
	Identifier    string // print-identifier
	StandardError bool   // standard-error
	Task          bool   // sink.parallelism > 1 was set: lines carry a task number
}

// Sink writes rows. Lines appear when a batch has been printed, at the latest at the end of an
// epoch.
type Sink struct {
	prefix string
	out    *bufio.Writer
	line   []byte
}

// outputs serialises what several print tables of a job write.
var outputs sync.Mutex

// Output replaces standard output in tests.
var Output io.Writer = os.Stdout

// New returns a sink.
func New(c Config) *Sink {
	s := &Sink{prefix: prefix(c)}
	to := Output
	if c.StandardError {
		to = os.Stderr
	}
	s.out = bufio.NewWriterSize(locked{to}, 1<<16)
	return s
}

func prefix(c Config) string {
	switch {
	case c.Identifier != "" && c.Task:
		return c.Identifier + ":1> "
	case c.Identifier != "":
		return c.Identifier + "> "
	case c.Task:
		return "1> "
	}
	return ""
}

type locked struct{ w io.Writer }

// Write writes whole lines at a time.
func (l locked) Write(b []byte) (int, error) {
	outputs.Lock()
	defer outputs.Unlock()
	return l.w.Write(b)
}

// Begin starts a line with the prefix, the row's kind and the opening bracket.
func (s *Sink) Begin(k stream.Kind) []byte {
	b := append(s.line[:0], s.prefix...)
	b = append(b, k.String()...)
	return append(b, '[')
}

// End writes the line. A failure of the output is reported at the end of the epoch.
func (s *Sink) End(line []byte) {
	line = append(line, ']', '\n')
	s.line = line
	if len(line) > s.out.Available() {
		_ = s.out.Flush() // the error stays in the writer and is returned by Prepare
	}
	_, _ = s.out.Write(line)
}

// Open does nothing.
func (*Sink) Open(context.Context) error { return nil }

// Due is false.
func (*Sink) Due() bool { return false }

// Prepare writes what is buffered.
func (s *Sink) Prepare(context.Context, uint64) ([]byte, error) { return nil, s.out.Flush() }

// Commit does nothing: what was printed is printed.
func (*Sink) Commit(context.Context, uint64, []byte) error { return nil }

// Abort writes what is buffered: lines before a failure are of use to whoever looks for its cause.
func (s *Sink) Abort(context.Context) error { return s.out.Flush() }

// Recover does nothing.
func (*Sink) Recover(context.Context, [][]byte) error { return nil }

// Close writes what is buffered.
func (s *Sink) Close() error { return s.out.Flush() }
