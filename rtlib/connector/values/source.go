// Package values is the source behind an inline VALUES: a number of rows that the generated program
// makes itself.
package values

import (
	"context"
	"encoding/binary"
	"errors"
	"time"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// Source hands out blocks without bytes: record i of a block is row Base + i.
type Source struct{ rows int64 }

// New returns a source of n rows.
func New(n int64) *Source { return &Source{n} }

// Open returns the only split.
func (s *Source) Open(context.Context) ([]*stream.Split, error) {
	return []*stream.Split{{Table: "VALUES", ID: "VALUES", Unit: "row"}}, nil
}

// Reader returns a reader of the rows.
func (s *Source) Reader(_ context.Context, splits []stream.Start) (stream.Reader, error) {
	r := &reader{end: s.rows}
	for _, st := range splits {
		return r, r.Assign(context.Background(), st)
	}
	r.next = r.end
	return r, nil
}

// Close does nothing.
func (*Source) Close() error { return nil }

type reader struct {
	split     *stream.Split
	next, end int64
}

// Fill hands out the next rows.
func (r *reader) Fill(_ context.Context, b *stream.Block, _ time.Duration) (stream.Status, error) {
	if r.next >= r.end {
		return stream.End, nil
	}
	b.Split, b.Base = r.split, r.next
	for i := 0; i < stream.BlockRows && r.next < r.end; i++ {
		b.Add(stream.Span{}, uint32(i))
		r.next++
	}
	return stream.Filled, nil
}

// Assign starts at a position: the version byte 1 and the number of the next row.
func (r *reader) Assign(_ context.Context, s stream.Start) error {
	r.split = s.Split
	if s.Position == nil {
		return nil
	}
	if len(s.Position) != 9 || s.Position[0] != 1 {
		return errors.New("VALUES: a position of another version")
	}
	r.next = int64(binary.BigEndian.Uint64(s.Position[1:]))
	return nil
}

// Positions returns where the reader is.
func (r *reader) Positions() []stream.Start {
	if r.split == nil {
		return nil
	}
	return []stream.Start{{Split: r.split, Position: binary.BigEndian.AppendUint64([]byte{1}, uint64(r.next))}}
}

// Close does nothing.
func (*reader) Close() error { return nil }
