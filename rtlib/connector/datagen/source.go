package datagen

import (
	"context"
	"encoding/binary"
	"fmt"
	"time"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// Source counts rows at a rate.
type Source struct {
	config Config
	pace   *pace // nil: as fast as possible
}

// New returns a source.
func New(c Config) *Source {
	s := &Source{config: c}
	if c.RowsPerSecond > 0 {
		s.pace = &pace{rate: c.RowsPerSecond}
	}
	return s
}

// Open returns the ranges of rows.
func (s *Source) Open(context.Context) ([]*stream.Split, error) { return s.config.splits() }

// Reader returns a reader of ranges, one behind the other.
func (s *Source) Reader(ctx context.Context, splits []stream.Start) (stream.Reader, error) {
	r := &reader{pace: s.pace}
	for _, st := range splits {
		if err := r.Assign(ctx, st); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// Close does nothing.
func (*Source) Close() error { return nil }

func splitID(table string, first int64) string { return fmt.Sprintf("%s@%d", table, first) }

// reader counts through its ranges.
type reader struct {
	pace  *pace
	turns []turn
	now   int // index in turns
}

// turn is a range and its next row.
type turn struct {
	split     *stream.Split
	next, end int64
}

// positionVersion is the first byte of a position; the number of the next row follows.
const positionVersion = 1

// Assign adds a range.
func (r *reader) Assign(_ context.Context, s stream.Start) error {
	rows := s.Split.Private.(span)
	t := turn{s.Split, rows.first, rows.end}
	if s.Position != nil {
		if len(s.Position) != 9 || s.Position[0] != positionVersion {
			return errPosition(s.Split.ID)
		}
		t.next = int64(binary.BigEndian.Uint64(s.Position[1:]))
		if t.next < rows.first || t.next > rows.end {
			return errPosition(s.Split.ID)
		}
	}
	r.turns = append(r.turns, t)
	return nil
}

// Fill hands out the numbers of the rows that are due, and the time at which they are made.
func (r *reader) Fill(
	ctx context.Context, b *stream.Block, wait time.Duration,
) (stream.Status, error) {
	t := r.turn()
	if t == nil {
		return stream.End, nil
	}
	most := int(min(int64(stream.BlockRows), t.end-t.next))
	rows, now := r.due(ctx, most, wait)
	if rows == 0 {
		return stream.Idle, ctx.Err()
	}
	b.Buf, b.Split, b.Base = nil, t.split, t.next
	for i := range rows {
		b.Add(stream.Span{}, uint32(i))
		b.Time = append(b.Time, now.UnixMilli())
	}
	t.next += int64(rows)
	return stream.Filled, nil
}

// turn is the range at hand, nil behind the last.
func (r *reader) turn() *turn {
	for ; r.now < len(r.turns); r.now++ {
		if t := &r.turns[r.now]; t.next < t.end {
			return t
		}
	}
	return nil
}

// due asks for rows until there are some or wait is over.
func (r *reader) due(ctx context.Context, most int, wait time.Duration) (rows int, now time.Time) {
	now = time.Now()
	if r.pace == nil {
		return most, now
	}
	for deadline := now.Add(wait); ; now = time.Now() {
		rows, pause := r.pace.take(now, most)
		left := deadline.Sub(now)
		if rows > 0 || left <= 0 {
			return rows, now
		}
		timer := time.NewTimer(min(pause, left))
		select {
		case <-timer.C:
		case <-ctx.Done():
			timer.Stop()
			return 0, now
		}
	}
}

// Positions returns the next row of each range.
func (r *reader) Positions() []stream.Start {
	out := make([]stream.Start, len(r.turns))
	for i, t := range r.turns {
		p := binary.BigEndian.AppendUint64([]byte{positionVersion}, uint64(t.next))
		out[i] = stream.Start{Split: t.split, Position: p}
	}
	return out
}

// Close does nothing.
func (*reader) Close() error { return nil }
