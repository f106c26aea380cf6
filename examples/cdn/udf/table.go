package udf

import (
	_ "embed"
	"sync"
	"sync/atomic"
)

// The table is a list of runs, stretches of addresses of one province, in order and without gaps.
// mkprovinces documents the file. Nearly all runs begin and end where the first three bytes of an
// address change, so that a lookup is two loads, without a branch that could be guessed wrong:
//
//	addr = 27.184.139.25:   page[27.184]     which page
//	                        pages[..][139]   -> names
//
// Where it is otherwise, in 866 of 16.7 million places, the page says so and the runs are searched:
//
//	                        before[27.184] .. before[27.185]   the runs that start in 27.184
//	                        start[..] binary search for 139.25, the lower 16 bits
//	                        id[run] -> names

//go:embed provinces.bin
var file string

// tables is a decoded file. Its arrays have a place for every index that their index type can
// express: the compiler needs no checks of bounds, and a run's number is 16 bits.
type tables struct {
	count  int                 // of runs
	names  [1 << 8]string      // 0 is unknown
	before [1<<16 + 1]uint16   // number of runs that start before upper << 16
	start  [maxRuns + 1]uint16 // lower half of the first address of each run
	id     [maxRuns + 1]uint8  // index in names of each run
	some   [1 << 10]uint64     // a bit for each upper half with an address in a province
	page   [1 << 16]uint16     // index in pages of each upper half
	pages  []page
}

// page is what the addresses with one upper half are: by their third byte, an index in names or
// several.
type page [1 << 8]uint8

const (
	maxRuns = 1<<16 - 1
	several = 1<<8 - 1 // the runs must be searched
)

// The table takes 2 to 3 ms to decode, a third of a job's start, and so is made when the first row comes.
var (
	decoding sync.Once
	decoded  atomic.Pointer[tables]
)

func table() *tables {
	if t := decoded.Load(); t != nil {
		return t
	}
	return decode()
}

func decode() *tables {
	decoding.Do(func() { decoded.Store(mustLoad(file)) })
	return decoded.Load()
}

// nameOf is the province of an address.
func (t *tables) nameOf(addr uint32) string {
	if t.some[addr>>22]>>(addr>>16&63)&1 == 0 {
		return unknown
	}
	id := t.pages[t.page[addr>>16]][addr>>8&0xff]
	if id == several {
		id = t.id[t.runOf(addr)]
	}
	return t.names[id]
}

// runOf is the number of the run of an address.
func (t *tables) runOf(addr uint32) uint16 {
	upper, lower := addr>>16, int32(addr&0xffff)
	// base is a run that starts at or before addr; of the runs from base on, n are left. The run
	// before the first of this stretch is such a one, because it covers the stretch's beginning.
	// (Before the very first run, base is one below 0, which no step looks at.)
	base := t.before[upper] - 1
	n := t.before[upper+1] - base
	for n > 1 {
		half := n >> 1
		// No branch: it would be guessed wrong every other time.
		under := (lower - int32(t.start[base+half])) >> 31
		base += half &^ uint16(under)
		n -= half
	}
	return base
}
