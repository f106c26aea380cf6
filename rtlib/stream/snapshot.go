package stream

import (
	"encoding/binary"
	"fmt"
)

// Put takes one page of a stage's state: the pages of a key group together are all that is known of
// its keys. It must not keep the slice.
type Put func(table string, group uint32, page []byte) error

// Of is Put for one table.
func (p Put) Of(table string) func(group uint32, page []byte) error {
	return func(group uint32, page []byte) error { return p(table, group, page) }
}

// PutInt gives a number as a table of one page in group 0.
func (p Put) PutInt(table string, v int64) error {
	return p(table, 0, binary.LittleEndian.AppendUint64(nil, uint64(v)))
}

// ReadInt reads the page of PutInt.
func ReadInt(page []byte) (int64, error) {
	if len(page) != 8 {
		return 0, fmt.Errorf("a number of %d bytes", len(page))
	}
	return int64(binary.LittleEndian.Uint64(page)), nil
}

// NoTable is the error of a page for a table that the stage does not have: the state is that of
// another program.
func NoTable(table string) error { return fmt.Errorf("there is no state table %q", table) }

// Snapshot gives nothing.
func (*Base) Snapshot(Put) error { return nil }

// Restore knows no table.
func (*Base) Restore(table string, _ uint32, _ []byte) error { return NoTable(table) }
