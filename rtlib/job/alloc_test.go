package job

import (
	"context"
	"runtime"
	"testing"
	"time"

	"github.com/flinkc/flinkc/rtlib/state"
	"github.com/flinkc/flinkc/rtlib/stream"
)

// textRow carries text over an exchange, as most rows do.
type textRow struct {
	key   string
	value int64
}

// cleanSource makes no garbage: blocks of the same records again and again.
type cleanSource struct{ blocks int }

func (s *cleanSource) Open(context.Context) ([]*stream.Split, error) {
	return []*stream.Split{
		{Table: "clean", ID: "clean-0", Unit: "row"},
		{Table: "clean", ID: "clean-1", Unit: "row"},
	}, nil
}

func (s *cleanSource) Reader(_ context.Context, splits []stream.Start) (stream.Reader, error) {
	return &cleanReader{left: s.blocks * len(splits), split: splits[0].Split}, nil
}

func (s *cleanSource) Close() error { return nil }

type cleanReader struct {
	left  int
	split *stream.Split
}

var cleanText = []byte("0123456789abcdef0123456789abcdef")

func (r *cleanReader) Fill(_ context.Context, b *stream.Block, _ time.Duration) (stream.Status, error) {
	if r.left--; r.left < 0 {
		return stream.End, nil
	}
	b.Buf, b.Split = cleanText, r.split
	for i := range uint32(stream.BlockRows) {
		b.Add(stream.Span{Start: i % 16, End: i%16 + 10}, i)
	}
	return stream.Filled, nil
}

func (r *cleanReader) Assign(context.Context, stream.Start) error { return nil }
func (r *cleanReader) Positions() []stream.Start                  { return nil }
func (r *cleanReader) Close() error                               { return nil }

type cleanRead struct {
	stream.Base
	out *stream.Exchange[textRow]
}

func (s *cleanRead) Rows(_ int, b stream.Batch) error {
	block := b.(*stream.Block)
	for i, span := range block.Spans {
		key := string(block.Buf[span.Start:span.End]) // does not leave the loop: no allocation
		to := s.out.To(state.Lane(state.Hash(key), s.out.Lanes()))
		to.Row = append(to.Row, textRow{to.Copy(key), int64(i)})
	}
	return nil
}

type cleanSum struct {
	stream.Base
	table *state.Strings[int64]
}

func (s *cleanSum) Rows(_ int, b stream.Batch) error {
	for _, r := range b.(*stream.Rows[textRow]).Row {
		s.table.Find(state.Hash(r.key), r.key).Value += r.value
	}
	return nil
}

func cleanSpec(blocks int) *Spec {
	return &Spec{
		Interval: 10 * time.Millisecond,
		Sources:  []Source{{Open: func(*Env) (stream.Source, error) { return &cleanSource{blocks}, nil }}},
		Stages: []Stage{
			{ID: "read", Source: 0, Outs: []int{0}, New: func(l *Lane) (stream.Stage, error) {
				return &cleanRead{out: stream.NewExchange[textRow](l.Out(0))}, nil
			}},
			{ID: "sum", Source: -1, New: func(*Lane) (stream.Stage, error) {
				return &cleanSum{table: state.NewStrings[int64]()}, nil
			}},
		},
		Edges: []Edge{{To: 1, Dist: Hash}},
	}
}

func mallocs(t *testing.T, blocks, lanes int) uint64 {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	s, err := Run(t.Context(), cleanSpec(blocks), testEnv(lanes), nil)
	runtime.ReadMemStats(&after)
	if want := int64(2 * blocks * stream.BlockRows); err != nil || s.Records != want {
		t.Fatalf("%d records, want %d; %v", s.Records, want, err)
	}
	return after.Mallocs - before.Mallocs
}

// TestNoAllocationsPerRow runs a million rows from a source over an exchange into state. What a
// long run allocates more than a short one are marks and commits, which come with time and not with
// rows.
func TestNoAllocationsPerRow(t *testing.T) {
	for _, lanes := range []int{1, 2} {
		short := mallocs(t, 50, lanes)
		const blocks = 500
		rows := uint64(2 * blocks * stream.BlockRows)
		if long := mallocs(t, blocks, lanes); long > short+rows/1024 {
			t.Errorf("%d lanes: %d allocations in %d rows, %d in a tenth of them", lanes, long, rows, short)
		} else {
			t.Logf("%d lanes: %d allocations in %d rows, %d in a tenth", lanes, long, rows, short)
		}
	}
}
