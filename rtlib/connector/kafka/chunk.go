package kafka

import (
	"encoding/binary"
	"io"
	"net"
	"time"

	"github.com/flinkc/flinkc/rtlib/connector/kafka/wire"
	"github.com/flinkc/flinkc/rtlib/stream"
)

// chunk is a Fetch response. owners and from are beside res.Parts: whose records these are, and from
// which offset they were asked for. Blocks point into buf, so it is not written to before Fill is
// called again.
type chunk struct {
	buf     []byte // what has been read, the length in front included
	res     wire.Response
	owners  []*part
	from    []int64
	fetcher *fetcher // whose it is and who comes with it; nil: nobody
}

// Bounds of a response: less is not one, more is not from a broker that was asked for MaxBytes and
// may exceed it by one batch.
const (
	sizeLength  = 4
	minResponse = 14
	maxResponse = 1 << 30
	// readStep is how much is read, and set aside, at once: a length that lies costs no more.
	readStep = 1 << 20
)

// read reads one response into the chunk's buffer, or the rest of one after a time-out. wait bounds
// the time to its first byte, and pace that between two steps.
func (c *chunk) read(conn net.Conn, wait, pace time.Duration) error {
	c.room(sizeLength, sizeLength)
	if err := c.readTo(conn, sizeLength, wait); err != nil {
		return err
	}
	n := int(binary.BigEndian.Uint32(c.buf))
	// Something else than a broker answers: an HTTP server's first four bytes, for one, are a
	// length of more than a gigabyte.
	if n < minResponse || n > maxResponse {
		return errNotKafka
	}
	for end := sizeLength + n; len(c.buf) < end; {
		step := min(len(c.buf)+readStep, end)
		c.room(step, end)
		if err := c.readTo(conn, step, pace); err != nil {
			return err
		}
	}
	return c.res.Decode(c.buf[sizeLength:])
}

// readTo reads until the buffer holds n bytes. What has come before an error is kept.
func (c *chunk) readTo(conn net.Conn, n int, wait time.Duration) error {
	at := len(c.buf)
	if at >= n {
		return nil
	}
	if err := conn.SetReadDeadline(time.Now().Add(wait)); err != nil {
		return err
	}
	got, err := io.ReadFull(conn, c.buf[at:n])
	c.buf = c.buf[:at+got]
	return err
}

// room makes the buffer's capacity at least n, with stream.Padding behind. It grows by doubling, but
// not far beyond what the whole response needs; the next ones may be a little larger.
func (c *chunk) room(n, whole int) {
	if n+stream.Padding <= cap(c.buf) {
		return
	}
	size := min(max(n, 2*cap(c.buf)), whole+whole/8) + stream.Padding
	grown := make([]byte, len(c.buf), size)
	copy(grown, c.buf)
	c.buf = grown
}
