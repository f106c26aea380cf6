package job

import (
	"errors"
	"slices"
	"testing"

	"github.com/flinkc/flinkc/rtlib/stream"
	"github.com/flinkc/flinkc/rtlib/value"
)

// countingStage is a machine that keeps one number.
type countingStage struct {
	stream.Base
	n int64
}

func (*countingStage) Rows(int, stream.Batch) error { return nil }

func (c *countingStage) Snapshot(put stream.Put) error { return put.PutInt("count", c.n) }

func (c *countingStage) Restore(table string, _ uint32, page []byte) (err error) {
	if table != "count" {
		return stream.NoTable(table)
	}
	c.n, err = stream.ReadInt(page)
	return err
}

// pageOf is what a stage with the schema puts for a counter.
func pageOf(t *testing.T, schema uint64, n int64) (out []byte) {
	t.Helper()
	err := (&Stage{Schema: schema}).Snapshot(&countingStage{n: n}, func(_ string, _ uint32, page []byte) error {
		out = slices.Clone(page)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestRestore: a machine takes the state of its stage back, and what it refuses names the stage.
func TestRestore(t *testing.T) {
	stage := &Stage{ID: "limit into t", Schema: 0xfeed}
	const refused = `the state of stage "limit into t" cannot be restored: `
	damaged := pageOf(t, 0xfeed, 5)
	damaged[len(damaged)-1]++
	tests := []struct {
		name, table string
		page        []byte
		want        string // "": no error
	}{
		{"own", "count", pageOf(t, 0xfeed, 5), ""},
		{"another schema", "count", pageOf(t, 0xbeef, 5), refused +
			"count: the data has schema 000000000000beef and this program wants 000000000000feed: " +
			"the columns, their types or the aggregates are not those that it was written with"},
		{"another table", "seen", pageOf(t, 0xfeed, 5), refused +
			`seen: there is no state table "seen"`},
		{"damaged", "count", damaged, refused + "count: damaged data"},
		{"too long", "count", stream.Seal(nil, 0xfeed, make([]byte, 9)), refused + "count: a number of 9 bytes"},
	}
	for _, tt := range tests {
		var c countingStage
		err := stage.Restore(&c, tt.table, 0, tt.page)
		switch {
		case tt.want == "" && (err != nil || c.n != 5):
			t.Errorf("%s: %d, %v", tt.name, c.n, err)
		case tt.want != "" && (err == nil || err.Error() != tt.want):
			t.Errorf("%s: error\n%v\nwant\n%s", tt.name, err, tt.want)
		}
	}
	if err := stage.Restore(&countingStage{}, "count", 0, damaged); !errors.Is(err, value.ErrDamaged) {
		t.Errorf("error %v", err)
	}
}

// TestCopiedEdge: a batch that crosses an edge in its binary form comes from a memory of its own,
// and goes back to its producer; one that cannot be read stops the job.
func TestCopiedEdge(t *testing.T) {
	code := func(r *row, c *value.Codec) {
		c.Int64(&r.split)
		c.Int64(&r.offset)
	}
	e := &Edge{Kinds: true, Rows: stream.NewForm(1, code)}
	sent := &stream.Rows[row]{Row: []row{{1, 2}, {3, 4}}, Kind: []stream.Kind{stream.Insert, stream.Delete}}
	var got *stream.Rows[row]
	deliver := e.copied(func(m stream.Message) error {
		if m.Kind == stream.MsgRows {
			got = m.Batch.(*stream.Rows[row])
		}
		return nil
	})
	for _, m := range []stream.Message{{Kind: stream.MsgRows, Batch: sent}, {Kind: stream.MsgFlush}} {
		if err := deliver(m); err != nil {
			t.Fatal(err)
		}
	}
	if got == sent || !slices.Equal(got.Row, []row{{1, 2}, {3, 4}}) || got.Kind[1] != stream.Delete || sent.Len() != 0 {
		t.Errorf("got %v %v, left %v", got.Row, got.Kind, sent.Row)
	}
	e.Kinds = false
	if err := deliver(stream.Message{Kind: stream.MsgRows, Batch: got}); !errors.Is(err, value.ErrDamaged) {
		t.Errorf("updates on an edge without: error %v", err)
	}
}
