package stream

import "context"

// Kind is the kind of a row in a changelog.
type Kind uint8

// Row kinds.
const (
	Insert Kind = iota
	UpdateBefore
	UpdateAfter
	Delete
)

// Retracts reports the kinds that take a row back.
func (k Kind) Retracts() bool { return k == UpdateBefore || k == Delete }

// String returns Flink's short form.
func (k Kind) String() string { return [...]string{"+I", "-U", "+U", "-D"}[k] }

// Sink is a connector's writing side: one per table of the job, called by one goroutine. The rows
// themselves are written by the generated program through the connector's own typed methods,
// between Open and Prepare and so on.
type Sink interface {
	// Open connects and checks that the target takes the rows (table, columns, charset,
	// privileges).
	Open(ctx context.Context) error
	// Due reports that the sink wants an epoch to end now (it has reached its maximum of rows).
	Due() bool
	// Prepare closes the epoch: rows written from now on belong to the next one. The returned
	// committable is enough to commit, or to find that it was committed, after a restart; nil when
	// nothing was written.
	Prepare(ctx context.Context, epoch uint64) ([]byte, error)
	// Commit makes the prepared epoch visible. It is idempotent.
	Commit(ctx context.Context, epoch uint64, committable []byte) error
	// Abort drops what was prepared or written and not committed.
	Abort(ctx context.Context) error
	// Recover is called after Open of a restarted job with the committables of the last durable
	// epoch.
	Recover(ctx context.Context, committables [][]byte) error
	Close() error
}

// Holding is a Sink that keeps the rows of an epoch in memory. While it is Full, the job reads nothing more until the
// epoch ends, which takes as long as the sink's server is away. A full sink is also Due.
type Holding interface{ Full() bool }
