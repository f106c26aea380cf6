// Package blackhole is the sink that swallows rows.
package blackhole

import "context"

// Sink counts rows and drops them.
type Sink struct{ Rows int64 }

// New returns a sink.
func New() *Sink { return &Sink{} }

// Open does nothing.
func (*Sink) Open(context.Context) error { return nil }

// Due is false: nothing waits for an epoch.
func (*Sink) Due() bool { return false }

// Prepare has nothing to commit.
func (*Sink) Prepare(context.Context, uint64) ([]byte, error) { return nil, nil }

// Commit does nothing.
func (*Sink) Commit(context.Context, uint64, []byte) error { return nil }

// Abort does nothing.
func (*Sink) Abort(context.Context) error { return nil }

// Recover does nothing.
func (*Sink) Recover(context.Context, [][]byte) error { return nil }

// Close does nothing.
func (*Sink) Close() error { return nil }
