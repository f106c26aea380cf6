package udf

import (
	"encoding/binary"
	"strings"
)

const header = "provinces 1\n"

// mustLoad decodes the table in the program. It can only fail when the program was built from a
// damaged file.
func mustLoad(file string) (t tables) {
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
	if !ok || !isTable || len(rest) < 4 || len(names) >= len(t.names) {
		return errHeader
	}
	t.names[0] = unknown
	copy(t.names[1:], names)
	b := []byte(rest)
	t.count = int(binary.LittleEndian.Uint32(b))
	if t.count == 0 || t.count > maxRuns || len(b) != 4+5*t.count {
		return errSize
	}
	if err := t.addStarts(b[4 : 4+4*t.count]); err != nil {
		return err
	}
	return t.addProvinces(b[4+4*t.count:], uint8(len(names)))
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
