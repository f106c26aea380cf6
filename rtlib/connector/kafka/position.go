package kafka

import (
	"encoding/binary"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// A position is a version byte, the next offset (8 bytes, big-endian) and the leader epoch of the
// last record read (4 bytes, -1 when none is known). The epoch lets a restart notice that the log
// was truncated below the position and has grown again.
const (
	positionVersion = 1
	positionSize    = 1 + 8 + 4
)

func encodePosition(next int64, epoch int32) []byte {
	b := append(make([]byte, 0, positionSize), positionVersion)
	b = binary.BigEndian.AppendUint64(b, uint64(next))
	return binary.BigEndian.AppendUint32(b, uint32(epoch))
}

func decodePosition(s *stream.Split, b []byte) (next int64, epoch int32, err error) {
	if len(b) == 0 || b[0] != positionVersion {
		return 0, 0, errPositionVersion(s, b)
	}
	if len(b) != positionSize {
		return 0, 0, errPositionSize(s, len(b))
	}
	next = int64(binary.BigEndian.Uint64(b[1:]))
	epoch = int32(binary.BigEndian.Uint32(b[9:]))
	if next < 0 {
		return 0, 0, errPositionSize(s, len(b))
	}
	return next, epoch, nil
}
