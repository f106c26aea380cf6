package filesystem

import "encoding/binary"

// positionVersion is the first byte of an encoded position; the byte of the content behind the last
// record that was handed out follows, big endian.
const positionVersion = 1

func encodePosition(at int64) []byte {
	return binary.BigEndian.AppendUint64([]byte{positionVersion}, uint64(at))
}

// decodePosition checks that a position lies in its section.
func decodePosition(s section, position []byte) (int64, error) {
	if len(position) != 9 || position[0] != positionVersion {
		return 0, errPosition(s.path)
	}
	at := int64(binary.BigEndian.Uint64(position[1:]))
	if at < s.start || s.end != toEnd && at > s.end {
		return 0, errOutside(s, at)
	}
	return at, nil
}
