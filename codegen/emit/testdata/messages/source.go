package pipeline

import (
	"context"
	"fmt"
	"time"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// source is a table whose lanes do what the schedule wants and nothing else: a lane that waits does
// not even look for a mark. It has as many splits as the job has lanes.
type source struct {
	table string
	lanes []chan command
}

// command is one answer of a lane's reader: records, a message for the edges, or only the status.
type command struct {
	status  stream.Status
	records []record
	say     *stream.Message
}

func (c command) String() string {
	switch {
	case c.say != nil && c.say.Kind == stream.MsgIdle:
		return "idle"
	case c.say != nil:
		return fmt.Sprint("watermark ", c.say.Time)
	case c.status == stream.Idle:
		return "nothing at hand"
	case c.status == stream.End:
		return "end"
	}
	return fmt.Sprint("records ", c.records)
}

func newSource(table string) *source {
	s := &source{table: table, lanes: make([]chan command, parallelism)}
	for i := range s.lanes {
		s.lanes[i] = make(chan command, 16)
	}
	return s
}

func (s *source) Open(context.Context) (out []*stream.Split, err error) {
	for i := range s.lanes {
		out = append(out, &stream.Split{Table: s.table, ID: fmt.Sprint(s.table, "-", i), Unit: "record", Private: i})
	}
	return out, nil
}

func (s *source) Reader(_ context.Context, splits []stream.Start) (stream.Reader, error) {
	split := splits[0].Split
	return &reader{split, s.lanes[split.Private.(int)]}, nil
}

func (s *source) Close() error { return nil }

type reader struct {
	split *stream.Split
	next  chan command
}

func (r *reader) Fill(ctx context.Context, b *stream.Block, wait time.Duration) (stream.Status, error) {
	select {
	case c := <-r.next:
		return r.answer(c, b), nil
	default:
	}
	if wait == 0 {
		return stream.Idle, nil
	}
	select {
	case c := <-r.next:
		return r.answer(c, b), nil
	case <-ctx.Done():
		return stream.Idle, nil
	}
}

func (r *reader) answer(c command, b *stream.Block) stream.Status {
	b.Split, b.Buf = r.split, make([]byte, 0, 1024)
	if c.say != nil {
		b.Split = &stream.Split{Private: *c.say}
	}
	for i, rec := range c.records {
		start := uint32(len(b.Buf))
		b.Buf = fmt.Appendf(b.Buf, "%s,%d", rec.k, rec.v)
		b.Add(stream.Span{Start: start, End: uint32(len(b.Buf))}, uint32(i))
		b.Buf = append(b.Buf, '\n')
	}
	return c.status
}

func (r *reader) Assign(context.Context, stream.Start) error { return nil }
func (r *reader) Positions() []stream.Start                  { return nil }
func (r *reader) Close() error                               { return nil }
