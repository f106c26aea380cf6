package wire

import "encoding/binary"

// EpochEnd asks the leader of a partition where an earlier leader's epoch ended. A consumer whose
// next offset is behind that end has read records that were lost in an unclean leader election.
type EpochEnd struct {
	Client  string
	ID      int32 // correlation
	Topic   string
	Part    int32
	Current int32 // the leader's epoch
	Epoch   int32 // the epoch in question
}

// Append appends the request with its length in front.
func (e *EpochEnd) Append(b []byte) []byte {
	start := len(b)
	b = appendHead(b, head{EpochKey, EpochVersion, e.ID, e.Client})
	b = be32(b, -1) // replica: a consumer
	b = be32(b, 1)
	b = appendString(b, e.Topic)
	b = be32(b, 1)
	b = be32(b, e.Part)
	b = be32(b, e.Current)
	b = be32(b, e.Epoch)
	binary.BigEndian.PutUint32(b[start:], uint32(len(b)-start-4))
	return b
}

// DecodeEpochEnd decodes the answer for the one partition asked for: Kafka's error code and the
// offset behind the epoch's last record, -1 when the broker knows nothing of the epoch.
func DecodeEpochEnd(b []byte) (code Code, end int64, err error) {
	d := decoder{b: b}
	d.int32() // correlation
	d.int32() // throttle
	end = -1
	for range d.count(minTopic) {
		d.bytes(int(d.int16()))
		for range d.count(2 + 4 + 4 + 8) {
			code = Code(d.int16())
			d.int32() // partition
			d.int32() // epoch
			end = d.int64()
		}
	}
	if d.bad {
		return 0, 0, errTruncated("OffsetForLeaderEpoch", len(b))
	}
	return code, end, nil
}
