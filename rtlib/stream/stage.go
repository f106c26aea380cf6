package stream

// Stage is a part of a pipeline between exchanges, as one lane runs it: a machine that reacts to
// what it is given and writes rows to its exchanges and sinks. It starts no goroutine and reads no
// clock, offset, file or network.
//
// The driver forwards watermarks, marks and the end to the exchanges, after the stage has seen
// them.
type Stage interface {
	// Rows takes a batch from an input port. A *RowError names the row that failed.
	Rows(port int, b Batch) error
	// Flush hands on what is held back (partial aggregates): nothing more is at hand, or a mark
	// follows.
	Flush() error
	// Watermark says that no row with a time up to ms follows on any input.
	Watermark(ms int64) error
	// End is called once, behind everything else; Flush was called before, and is called again. In
	// batch mode it means that the input has ended, and is where results are given.
	End() error
	// Snapshot gives the state, by table and key group; Flush was called before. The stage may go
	// on afterwards.
	Snapshot(put Put) error
	// Restore adds a page of a snapshot to a stage that has had no rows yet.
	Restore(table string, group uint32, page []byte) error
	// Close releases what Open of user functions took. It is called also after a failure.
	Close() error
	// Cursor is where the stage notes which row it is at before it calls foreign code.
	Cursor() *Cursor
}

// Waiting is a Stage that waits for the end of one port with what comes through another. PortEnded is
// called when the port's last producer has ended, unless that is the end of all.
type Waiting interface{ PortEnded(port int) error }

// Timed is a Stage that reads event times. Latest is the highest watermark that a row of the last block
// brought, in milliseconds; math.MinInt64 when none did.
type Timed interface{ Latest() int64 }

// Base is embedded by generated stages: what most of them have nothing to do for.
type Base struct{ At Cursor }

// Watermark does nothing.
func (*Base) Watermark(int64) error { return nil }

// Flush does nothing.
func (*Base) Flush() error { return nil }

// End does nothing.
func (*Base) End() error { return nil }

// Close does nothing.
func (*Base) Close() error { return nil }

// Cursor returns the stage's cursor.
func (b *Base) Cursor() *Cursor { return &b.At }

// Cursor is the place of the row that is being processed.
type Cursor struct {
	Row int  // index in the batch
	SQL *SQL // the expression that is being evaluated
}

// SQL is a place in the script, for messages.
type SQL struct {
	File      string
	Line, Col int
	Text      string // shortened to one line
}

// Counters count what a source stage met. They are read by other goroutines through Metrics only at
// block ends.
type Counters struct {
	BadRecords int64 // records dropped because they could not be decoded
	BadFields  int64 // fields made NULL for the same reason
	Skipped    int64 // rows left out by ON ERROR SKIP ROW or the NOT NULL enforcer
}

// Counting is a Stage that counts.
type Counting interface{ Count() *Counters }

// Keeping is a Stage that keeps state by key. StateKeys is the number of keys; it is called between
// batches by the goroutine that runs the stage.
type Keeping interface{ StateKeys() int }
