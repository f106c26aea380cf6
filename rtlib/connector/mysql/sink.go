package mysql

import (
	"context"
	"database/sql"
	"time"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// maxPendingBytes ends an epoch early and, while the epoch before waits for the server, stops the
// reading, so that neither large rows nor a server that is away can fill the memory.
const maxPendingBytes = 64 << 20

// Sink writes one table. See the package comment for which goroutine may call what.
type Sink struct {
	config Config
	// The writing side.
	pending *changes
	out     renderer
	// The committing side.
	db           *sql.DB
	session      session
	socket       socket
	alarm        alarm
	shapes       [deleteNullKey + 1]shape
	committed    uint64 // last epoch, when hasCommitted is set
	hasCommitted bool
	// spare carries the memory of a committed epoch back to the writing side.
	spare chan []byte
}

var (
	_ stream.Sink    = (*Sink)(nil)
	_ stream.Holding = (*Sink)(nil)
)

// New returns a sink that is not connected yet.
func New(config Config) *Sink {
	s := &Sink{config: config, pending: newChanges(), spare: make(chan []byte, 1)}
	s.alarm.config = &s.config
	return s
}

// Open connects and checks that the target takes the rows. It answers within 10 s. Its errors are
// of type *Error and name the thing and the cure.
func (s *Sink) Open(ctx context.Context) error {
	if err := s.config.validate(); err != nil {
		return err
	}
	db, err := openDB(&s.config, &s.socket)
	if err != nil {
		return err
	}
	s.db = db
	ctx, cancel := context.WithTimeout(ctx, openTimeout)
	defer cancel()
	limit, err := checkTarget(ctx, db, &s.config)
	if err != nil {
		return err
	}
	s.shapes = newShapes(&s.config)
	s.out = renderer{shapes: s.shapes, keys: quotedKeys(&s.config), limit: limit - packetReserve}
	return nil
}

// FlushInterval is how often the job should end an epoch; 0 when this sink does not care.
func (s *Sink) FlushInterval() time.Duration { return s.config.FlushInterval }

// Upsert writes the row of a key. The key is encoded with the AppendKey functions, the tuple holds
// the values of all columns. Both are copied.
func (s *Sink) Upsert(key, tuple []byte) { s.pending.put(key, tuple, false) }

// Delete removes the row of a key. The tuple holds the values of the key columns only, in the
// order of Config.Key.
func (s *Sink) Delete(key, keyTuple []byte) { s.pending.put(key, keyTuple, true) }

// Insert adds a row in append mode.
func (s *Sink) Insert(tuple []byte) { s.pending.add(tuple) }

// Due reports that FlushRows changes were written. As in Flink each change counts, also one that
// replaced an earlier change of its key.
func (s *Sink) Due() bool {
	return s.config.FlushRows > 0 && s.pending.rows >= s.config.FlushRows || s.Full()
}

// Full reports that no more rows should be written until the epoch has ended. The ones that a batch
// still has are taken.
func (s *Sink) Full() bool { return len(s.pending.arena) >= maxPendingBytes }

// Prepare renders what was written since the last call. The committable holds the whole epoch.
func (s *Sink) Prepare(_ context.Context, epoch uint64) ([]byte, error) {
	// nil: nothing to commit, so that an idle job leaves the database alone.
	if len(s.pending.entries) == 0 {
		return nil, nil
	}
	s.out.begin(epoch, s.takeSpare())
	if err := s.out.render(s.pending); err != nil {
		return nil, s.named(err)
	}
	s.pending.reset()
	out := s.out.out
	// It belongs to the committable now, which may be kept while the next epoch is rendered.
	s.out.out = nil
	return out, nil
}

// Commit runs the epoch in one transaction. It waits for a server that is away until ctx ends. An
// epoch that was committed already is left alone.
func (s *Sink) Commit(ctx context.Context, epoch uint64, committable []byte) error {
	if len(committable) == 0 || s.hasCommitted && epoch <= s.committed {
		return nil
	}
	_, list, err := parseCommittable(committable, &s.shapes)
	if err != nil {
		return s.named(err)
	}
	if err := s.commit(ctx, list); err != nil {
		return err
	}
	s.committed, s.hasCommitted = epoch, true
	s.giveSpare(committable)
	return nil
}

// Abort drops what was written and not prepared. What was prepared is dropped by not committing
// it.
func (s *Sink) Abort(context.Context) error {
	s.pending.reset()
	return nil
}

// Recover commits the epochs of an earlier run in the order given. Whether that run had committed
// them is not known: see the package comment for what that means.
func (s *Sink) Recover(ctx context.Context, committables [][]byte) error {
	for _, c := range committables {
		if len(c) == 0 {
			continue
		}
		_, list, err := parseCommittable(c, &s.shapes)
		if err != nil {
			return s.named(err)
		}
		if err := s.commit(ctx, list); err != nil {
			return err
		}
	}
	return nil
}

// Close closes the connection. It may be called after a failed Open.
func (s *Sink) Close() error {
	if s.db == nil {
		return nil
	}
	s.session.end()
	return s.db.Close()
}

// Epochs are rendered by one goroutine and committed by another, so the memory changes hands over a
// channel; losing it costs an allocation and nothing else.
func (s *Sink) takeSpare() []byte {
	select {
	case b := <-s.spare:
		return b
	default:
		return nil
	}
}

func (s *Sink) giveSpare(b []byte) {
	// One unusually large epoch should not hold its memory for ever.
	if cap(b) > maxIdleArena {
		return
	}
	select {
	case s.spare <- b[:0]:
	default:
	}
}
