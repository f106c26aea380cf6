package job

import (
	"errors"
	"fmt"
	"strings"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// errInterrupted is the end of a job that was told a second time to stop.
var errInterrupted = errors.New("stopped by a second signal before the job was drained; " +
	"what was not committed is lost")

// errNoResult is the end of a job in batch mode that was told to stop.
var errNoResult = errors.New("stopped before the end of the input: " +
	"in batch mode there is no result before\n" +
	"hint: Start it again; it reads everything anew")

// errNotDrained is the end of a job that was told to stop while something outside was away.
func errNotDrained(waiting []string) error {
	return fmt.Errorf("stopped before the job was drained: it has waited %v for\n  %s\n"+
		"what was not committed is lost\n"+
		"hint: Start it again when the server is back; what it reads depends on the start position, "+
		"as 'flinkc explain --guarantees' says", drainLimit, strings.Join(waiting, "\n  "))
}

// errTable names the table unless a connector has done so.
func errTable(table string, err error) error {
	name := fmt.Sprintf("table %q", table)
	if strings.Contains(err.Error(), name) {
		return err
	}
	return fmt.Errorf("%s: %w", name, err)
}

func errPanic(stage string, cause any) error {
	return fmt.Errorf("panic in stage %s: %v (--log debug shows the stack)", stage, cause)
}

// errRestore names the operator whose state cannot be taken back.
func errRestore(stage, table string, err error) error {
	return fmt.Errorf("the state of stage %q cannot be restored: %s: %w", stage, table, err)
}

// located adds to a row's error which record of the outside world it was.
func located(b stream.Batch, err error) error {
	block, ok := b.(*stream.Block)
	row, is := errors.AsType[*stream.RowError](err)
	if !ok || !is || block.Split == nil {
		return err
	}
	if block.Cut(); row.Row < 0 || row.Row >= len(block.Delta) {
		return err
	}
	s := block.Split
	at := block.Base + int64(block.Delta[row.Row])
	err = fmt.Errorf("table %q, %s, %s %d: %w", s.Table, s.ID, s.Unit, at, err)
	if len(block.Buf) == 0 {
		return err // a generated row has no text
	}
	return fmt.Errorf("%w\n  record: %s", err, shown(block, row.Row))
}

// shown is the record as text, cut to a line's length.
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
