package batch

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// Aborted is one aborted transaction as a Fetch response lists it: records of Producer from offset
// First up to that producer's next abort marker were never committed.
type Aborted struct{ Producer, First int64 }

// filter knows which producers are inside an aborted transaction at the batch being read.
type filter struct {
	waiting []Aborted // by First; those in front have begun
	open    []int64   // producers inside an aborted transaction; few, so a list
}

// reset takes the list of one Fetch response, in any order. The list is copied.
func (f *filter) reset(list []Aborted) {
	f.waiting = append(f.waiting[:0], list...)
	f.open = f.open[:0]
	if !slices.IsSortedFunc(f.waiting, byFirst) {
		slices.SortFunc(f.waiting, byFirst)
	}
}

func byFirst(a, b Aborted) int { return cmp.Compare(a.First, b.First) }

// hides reports whether h's records belong to an aborted transaction, and follows abort markers.
func (f *filter) hides(h *header, body []byte) bool {
	for len(f.waiting) > 0 && f.waiting[0].First <= h.last {
		if !slices.Contains(f.open, f.waiting[0].Producer) {
			f.open = append(f.open, f.waiting[0].Producer)
		}
		f.waiting = f.waiting[1:]
	}
	i := slices.Index(f.open, h.producer)
	if i < 0 || h.attrs&transactional == 0 {
		return false
	}
	if h.attrs&control != 0 && isAbort(body) {
		f.open = slices.Delete(f.open, i, i+1)
	}
	return true
}

// isAbort reports whether a control batch's first record is an abort marker: its key is two int16,
// a version and the kind (0 abort, 1 commit).
func isAbort(body []byte) bool {
	r, _, ok := parseRecord(body, 0)
	return ok && r.keyEnd-r.key >= 4 && binary.BigEndian.Uint16(body[r.key+2:]) == 0
}
