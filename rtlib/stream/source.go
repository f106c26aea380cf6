package stream

import (
	"context"
	"time"
)

// Split is a part of a source that is read in order by one reader: a topic's partition, a range of
// a file.
type Split struct {
	// Table is the SQL name of the table, ID names the split within the source and stays the same
	// over restarts: "access_log-3", "logs/a.csv@0".
	Table string
	ID    string
	// Unit is what a position counts, for messages: "offset", "byte", "row".
	Unit string
	// Private is the connector's own.
	Private any
}

// Status is what Fill found.
type Status uint8

// Results of Fill. Idle: nothing at hand, the wait is over. End: every split of the reader is at
// its end, for ever.
const (
	Filled Status = iota
	Idle
	End
)

// Source is a connector's reading side. All methods but Open are called by one goroutine at a time.
type Source interface {
	// Open connects and returns the splits that exist now, with errors that name table, server and
	// cure.
	Open(ctx context.Context) ([]*Split, error)
	// Reader returns a reader of the given splits, each from its position; a nil position means the
	// configured start.
	Reader(ctx context.Context, splits []Start) (Reader, error)
	Close() error
}

// Discoverer is a Source whose splits can grow while it is read. Discover returns only new ones.
type Discoverer interface {
	Discover(ctx context.Context) ([]*Split, error)
}

// Start is a split and where to begin: the opaque position that Reader.Positions gave, or nil.
type Start struct {
	Split    *Split
	Position []byte
}

// Reader reads some splits of a source in one lane.
type Reader interface {
	// Fill puts the next records of one split into b and waits for at most wait when none is at
	// hand. Filled comes with at least one record. A transient failure (a broker away) is not an
	// error: Fill keeps trying with bounded back-off, reports through Health, and answers Idle
	// meanwhile.
	Fill(ctx context.Context, b *Block, wait time.Duration) (Status, error)
	// Assign adds a split found later.
	Assign(ctx context.Context, s Start) error
	// Positions returns, per split, the position behind the last record that Fill handed out: a
	// versioned, opaque value that Reader accepts. The slice and its content stay valid.
	Positions() []Start
	Close() error
}

// SideBySide is a Reader that reads its splits at the same time, so that each has a watermark of its own
// and the lowest counts. Those of another reader come one after the other, and have one together.
type SideBySide interface {
	// Ended reports a split that no record follows of.
	Ended(*Split) bool
}

// Health is where a connector says that it waits for something outside, and why. Implementations
// are safe for concurrent use. Waiting with an empty reason means that all is well again.
type Health interface {
	Waiting(component, reason string)
}

// Committer is a Source that can be told what has been processed durably (Kafka's group offsets,
// for display of lag and for scan.startup.mode = group-offsets).
type Committer interface {
	Commit(ctx context.Context, positions []Start) error
}

// Lagging is a Source that knows how many records it has not read yet. ok is false while it does
// not know. Lag is safe for concurrent use.
type Lagging interface {
	Lag() (records int64, ok bool)
}
