package udf

import (
	_ "embed"
)

// The table is a list of runs, stretches of addresses of one province, in order and without gaps.
// mkprovinces documents the file. Half of the 65,536 stretches with the same upper 16 bits, taken
// where addresses really come from, hold several runs, at most 3,416, so that a lookup goes
//
//	addr = 27.184.139.25:   before[27.184] .. before[27.185]   the runs that start in 27.184
//	                        runStart[..] binary search for 139.25, the lower 16 bits
//	                        runProvince[run] -> names
//
// and touches 256 + 64 + 32 KiB at most, in practice a small part of them.

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
}

const maxRuns = 1<<16 - 1

var table = mustLoad(file)

// runOf is the number of the run of an address.
func runOf(addr uint32) uint16 {
	upper, lower := addr>>16, int32(addr&0xffff)
	// base is a run that starts at or before addr; of the runs from base on, n are left. The run
	// before the first of this stretch is such a one, because it covers the stretch's beginning.
	// (Before the very first run, base is one below 0, which no step looks at.)
	base := table.before[upper] - 1
	n := table.before[upper+1] - base
	for n > 1 {
		half := n >> 1
		// No branch: it would be guessed wrong every other time.
		under := (lower - int32(table.start[base+half])) >> 31
		base += half &^ uint16(under)
		n -= half
	}
	return base
}
