package kafka

import (
	"encoding/binary"
	"io"
	"net"
	"time"

	"github.com/flinkc/flinkc/rtlib/connector/kafka/wire"
	"github.com/flinkc/flinkc/rtlib/stream"
)

// chunk is a Fetch response on its way from a fetcher to Fill and back. owners and from are beside
// res.Parts: whose records these are, and from which offset they were asked for. Blocks point into
// buf, so it is not written to before Fill has given the chunk back.
type chunk struct {
	buf    []byte
	res    wire.Response
	owners []*part
	from   []int64
	home   chan *chunk // nil: not to be used again
}

// release gives the chunk back. Its home has room for all chunks of a fetcher.
func (c *chunk) release() {
	if c.home != nil {
		c.home <- c
	}
}

// Bounds of a response: less is not one, more is not from a broker that was asked for MaxBytes and
// may exceed it by one batch.
const (
	minResponse = 14
	maxResponse = 1 << 30
	// readStep is how much is read, and set aside, at once: a length that lies costs no more.
	readStep = 1 << 20
)

// read reads one response into the chunk's buffer. wait bounds the time to its first byte, and
// pace that between two steps.
func (c *chunk) read(conn net.Conn, wait, pace time.Duration) error {
	var size [4]byte
	if err := conn.SetReadDeadline(time.Now().Add(wait)); err != nil {
		return err
	}
	if _, err := io.ReadFull(conn, size[:]); err != nil {
		return err
	}
	n := int(binary.BigEndian.Uint32(size[:]))
	// Something else than a broker answers: an HTTP server's first four bytes, for one, are a
	// length of more than a gigabyte.
	if n < minResponse || n > maxResponse {
		return errNotKafka
	}
	c.buf = c.buf[:0]
	for len(c.buf) < n {
		at, step := len(c.buf), min(readStep, n-len(c.buf))
		c.buf = c.room(at+step, n)
		if err := conn.SetReadDeadline(time.Now().Add(pace)); err != nil {
			return err
		}
		if _, err := io.ReadFull(conn, c.buf[at:]); err != nil {
			return err
		}
	}
	return c.res.Decode(c.buf)
}

// room returns the buffer with length n and stream.Padding behind. It grows by doubling, but not
// beyond what the whole response needs.
func (c *chunk) room(n, whole int) []byte {
	if n+stream.Padding <= cap(c.buf) {
		return c.buf[:n]
	}
	size := min(max(n, 2*cap(c.buf)), whole) + stream.Padding
	grown := make([]byte, n, size)
	copy(grown, c.buf)
	return grown
}
