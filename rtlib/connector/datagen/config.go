// Package datagen is the source behind tables that make their own rows.
//
// The source only counts: record i of a block is row Base + Delta[i] of the table, and the
// generated program makes its values, sequences from the number of the row and random ones with
// Random.
package datagen

import (
	"math"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// Config is what a table's options say.
type Config struct {
	Table string // SQL name, for messages
	// RowsPerSecond is the rate of all lanes together; 0 and less is as fast as possible.
	RowsPerSecond int64
	// Rows bounds the table; below 0 it does not.
	Rows int64
	// Sequences are the bounds of the columns that count. The table ends with the shortest.
	Sequences []Sequence
	// UntilEnd: a table without end is an error, since the job is to stop at the end.
	UntilEnd bool
}

// Sequence counts from Start to End, both included. Start must not be above End.
type Sequence struct{ Start, End int64 }

// length is how many values the sequence has, at most MaxInt64.
func (s Sequence) length() int64 {
	n := uint64(s.End) - uint64(s.Start) // right also where the difference overflows an int64
	return int64(min(n, math.MaxInt64-1)) + 1
}

// total is how many rows the table has; bounded is false when it has no end.
func (c *Config) total() (rows int64, bounded bool) {
	rows = math.MaxInt64
	if c.Rows >= 0 {
		rows, bounded = c.Rows, true
	}
	for _, s := range c.Sequences {
		rows, bounded = min(rows, s.length()), true
	}
	return rows, bounded
}

// Splits: the rows are dealt out in maxSplits ranges, whatever the parallelism, so that a split
// stays what it is; small tables have fewer, of leastRows each.
const (
	maxSplits = 64
	leastRows = 64
)

// span is a split: rows from first up to end.
type span struct{ first, end int64 }

// spans cuts the rows. Of a table without end every range is so long that it is never used up.
func spans(rows int64) []span {
	step := max((rows-1)/maxSplits+1, leastRows)
	var out []span
	for at := int64(0); at < rows; {
		next := at + min(step, rows-at)
		out = append(out, span{at, next})
		at = next
	}
	return out
}

func (c *Config) splits() ([]*stream.Split, error) {
	rows, bounded := c.total()
	if !bounded && c.UntilEnd {
		return nil, errEndless()
	}
	var out []*stream.Split
	for _, s := range spans(rows) {
		id := splitID(c.Table, s.first)
		out = append(out, &stream.Split{Table: c.Table, ID: id, Unit: "row", Private: s})
	}
	return out, nil
}
