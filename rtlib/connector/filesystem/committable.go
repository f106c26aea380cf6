package filesystem

import "encoding/binary"

// committable says what an epoch made ready: the file with this final name is right up to length.
type committable struct {
	final  string // name in the folder: part-0-3.csv
	length int64
	// closed: the file gets no more rows and becomes visible.
	closed bool
}

// committableVersion is the first byte: a flag byte, the length in 8 bytes and the name follow.
const committableVersion = 1

func (c committable) encode() []byte {
	flag := byte(0)
	if c.closed {
		flag = 1
	}
	out := binary.BigEndian.AppendUint64([]byte{committableVersion, flag}, uint64(c.length))
	return append(out, c.final...)
}

func decodeCommittable(b []byte) (committable, error) {
	if len(b) < 11 || b[0] != committableVersion || b[1] > 1 {
		return committable{}, errCommittable()
	}
	c := committable{string(b[10:]), int64(binary.BigEndian.Uint64(b[2:])), b[1] == 1}
	if c.length < 0 || !isFinal(c.final) {
		return committable{}, errCommittable()
	}
	return c, nil
}
