package job

import (
	"errors"
	"fmt"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// errInterrupted is the end of a job that was told a second time to stop.
var errInterrupted = errors.New("stopped by a second signal before the job was drained; " +
	"what was not committed is lost")

func errTable(table string, err error) error { return fmt.Errorf("table %q: %w", table, err) }

func errPanic(stage string, cause any) error {
	return fmt.Errorf("panic in stage %s: %v (--log debug shows the stack)", stage, cause)
}

// located adds to a row's error which record of the outside world it was.
func located(b stream.Batch, err error) error {
	block, ok := b.(*stream.Block)
	row, is := errors.AsType[*stream.RowError](err)
	if !ok || !is || block.Split == nil || row.Row < 0 || row.Row >= len(block.Delta) {
		return err
	}
	s := block.Split
	at := block.Base + int64(block.Delta[row.Row])
	return fmt.Errorf("table %q, %s, %s %d: %w\n  record: %s", s.Table, s.ID, s.Unit, at, err,
		shown(block, row.Row))
}

// shown is the record as text, cut to a line's length. A record without bytes (a generated row) has none.
func shown(b *stream.Block, i int) string {
	const most = 200
	s := b.Spans[i]
	if s.IsNull() || int(s.End) > len(b.Buf) {
		return "NULL"
	}
	v := b.Buf[s.Start:s.End]
	if len(v) > most {
		return fmt.Sprintf("%q ... (%d bytes)", v[:most], len(v))
	}
	return fmt.Sprintf("%q", v)
}
