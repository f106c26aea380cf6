package udf

import (
	"encoding/binary"
	"strings"
)

const header = "provinces 1\n"

// mustLoad decodes the table in the program. It can only fail when the program was built from a
// damaged file.
func mustLoad(file string) *tables {
	t := new(tables)
	if err := t.load(file); err != nil {
		panic(err)
	}
	return t
}

// load checks everything that lookups rely on: an answer without a name cannot arise.
func (t *tables) load(file string) error {
	list, rest, ok := strings.Cut(file, "\n\n")
	list, isTable := strings.CutPrefix(list, header)
	names := strings.Split(list, "\n")
	if !ok || !isTable || len(rest) < 4 || len(names) >= several {
		return errHeader
	}
	t.names[0] = unknown
	copy(t.names[1:], names)
	b := bytesOf(rest)
	t.count = int(binary.LittleEndian.Uint32(b))
	if t.count == 0 || t.count > maxRuns || len(b) != 4+5*t.count {
		return errSize
	}
	if err := t.addStarts(b[4 : 4+4*t.count]); err != nil {
		return err
	}
	if err := t.addProvinces(b[4+4*t.count:], uint8(len(names))); err != nil {
		return err
	}
	t.addPages(len(names) + 1)
	return nil
}

// addStarts fills start and before.
func (t *tables) addStarts(starts []byte) error {
	last, upper := int64(-1), 0
	for i := range t.count {
		first := binary.LittleEndian.Uint32(starts[4*i:])
		if int64(first) <= last || i == 0 && first != 0 {
			return errOrder(i)
		}
		last = int64(first)
		for ; upper <= int(first>>16); upper++ {
			t.before[upper] = uint16(i)
		}
		t.start[i] = uint16(first)
	}
	for ; upper < len(t.before); upper++ {
		t.before[upper] = uint16(t.count)
	}
	return nil
}

func (t *tables) addProvinces(ids []byte, most uint8) error {
	for i, id := range ids {
		if id > most {
			return errProvince(i)
		}
		t.id[i] = id
	}
	return nil
}

// addPages fills page and pages: first a page for each of the names, for upper halves without a
// border in them, then one for each of the others. Counting these first keeps a program's start from
// touching memory twice as large.
func (t *tables) addPages(names int) {
	count := names
	for upper := range t.page {
		if t.before[upper] != t.before[upper+1] {
			count++
		}
	}
	t.pages = make([]page, names, count)
	for id := range t.pages {
		for i := range t.pages[id] {
			t.pages[id][i] = uint8(id)
		}
	}
	for upper := range t.page {
		from, to := t.before[upper], t.before[upper+1]
		if from == to {
			t.page[upper] = uint16(t.id[from-1])
		} else {
			t.page[upper] = uint16(len(t.pages))
			t.pages = t.pages[:len(t.pages)+1]
			t.draw(&t.pages[len(t.pages)-1], from, to)
		}
		if t.page[upper] != 0 {
			t.some[upper>>6] |= 1 << (upper & 63)
		}
	}
}

// draw makes the page of an upper half in which the runs from up to, not including, to start. What
// is before the first of them belongs to the run that starts before the upper half. The pages of the
// names are there already, to copy from.
func (t *tables) draw(p *page, from, to uint16) {
	if first := int(t.start[from]); first > 0 {
		copy(p[:above(first)], t.pages[t.id[from-1]][:])
	}
	for run := from; run < to; run++ {
		first, end := int(t.start[run]), 1<<16
		if run+1 < to {
			end = int(t.start[run+1])
		}
		if first&0xff != 0 {
			p[first>>8] = several
		}
		copy(p[above(first):above(end)], t.pages[t.id[run]][:])
	}
}

// above is the first third byte whose addresses are all at lower or above.
func above(lower int) int { return (lower + 0xff) >> 8 }
