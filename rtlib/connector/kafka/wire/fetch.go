// Package wire encodes the requests and decodes the responses of the Kafka protocol that are on the
// record path, or that kafka-go does not have. Responses are decoded in place.
package wire

import "encoding/binary"

// Keys and versions of the requests in this package. FetchVersion is the last one before the
// flexible encoding, known to every broker from 2.3 (2019) on.
const (
	FetchKey     = 1
	FetchVersion = 11
	EpochKey     = 23
	EpochVersion = 3
)

// Isolation levels of a Fetch.
const (
	ReadUncommitted int8 = 0
	ReadCommitted   int8 = 1
)

// Fetch is a request for records. It never uses a fetch session: the request is small beside what
// it brings, and a session is one more thing that can get lost.
type Fetch struct {
	Client    string
	ID        int32 // correlation
	MaxWait   int32 // ms that the broker may wait for MinBytes
	MinBytes  int32
	MaxBytes  int32
	Isolation int8
	Rack      string
	Parts     []Want
}

// Want is one partition of a Fetch. Those of one topic stand together.
type Want struct {
	Topic    string
	ID       int32
	Epoch    int32 // the leader's, -1 when not known
	Offset   int64
	MaxBytes int32
}

// Append appends the request with its length in front.
func (f *Fetch) Append(b []byte) []byte {
	start := len(b)
	b = appendHead(b, head{FetchKey, FetchVersion, f.ID, f.Client})
	b = be32(b, -1) // replica: a consumer
	b = be32(b, f.MaxWait)
	b = be32(b, f.MinBytes)
	b = be32(b, f.MaxBytes)
	b = append(b, byte(f.Isolation))
	b = be32(b, 0)  // no session
	b = be32(b, -1) // and none to be opened
	b = f.appendTopics(b)
	b = be32(b, 0) // nothing to forget
	b = appendString(b, f.Rack)
	binary.BigEndian.PutUint32(b[start:], uint32(len(b)-start-4))
	return b
}

func (f *Fetch) appendTopics(b []byte) []byte {
	at := len(b)
	b = be32(b, 0)
	topics := uint32(0)
	for i := 0; i < len(f.Parts); topics++ {
		n := sameTopic(f.Parts[i:])
		b = appendString(b, f.Parts[i].Topic)
		b = be32(b, int32(n))
		for _, p := range f.Parts[i : i+n] {
			b = be32(b, p.ID)
			b = be32(b, p.Epoch)
			b = binary.BigEndian.AppendUint64(b, uint64(p.Offset))
			b = binary.BigEndian.AppendUint64(b, 1<<64-1) // log start: for followers only
			b = be32(b, p.MaxBytes)
		}
		i += n
	}
	binary.BigEndian.PutUint32(b[at:], topics)
	return b
}

// sameTopic counts the partitions in front that are of one topic.
func sameTopic(parts []Want) int {
	n := 1
	for n < len(parts) && parts[n].Topic == parts[0].Topic {
		n++
	}
	return n
}

type head struct {
	key, version int16
	id           int32
	client       string
}

// appendHead appends room for the length, and the request header v1.
func appendHead(b []byte, h head) []byte {
	b = append(b, 0, 0, 0, 0)
	b = binary.BigEndian.AppendUint16(b, uint16(h.key))
	b = binary.BigEndian.AppendUint16(b, uint16(h.version))
	b = be32(b, h.id)
	return appendString(b, h.client)
}

func be32(b []byte, v int32) []byte { return binary.BigEndian.AppendUint32(b, uint32(v)) }

func appendString(b []byte, s string) []byte {
	b = binary.BigEndian.AppendUint16(b, uint16(len(s)))
	return append(b, s...)
}
