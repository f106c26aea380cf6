package kafka

import (
	"context"
	"encoding/binary"
	"errors"
	"net"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/flinkc/flinkc/rtlib/connector/kafka/cluster"
	"github.com/flinkc/flinkc/rtlib/connector/kafka/wire"
	"github.com/flinkc/flinkc/rtlib/stream"
	"github.com/twmb/franz-go/pkg/kgo"
)

const (
	capturedParts   = 3
	capturedBatches = 2
	capturedRecords = 2000            // a batch
	captureLimit    = 5 * time.Second // for one step of capturing
)

// captured is a broker's answer to one Fetch, with its length in front: some batches of each
// partition of "t3". The broker is gone when it returns.
func captured(t *testing.T, codec kgo.CompressionCodec) (answer []byte) {
	t.Helper()
	t.Run("capture", func(t *testing.T) {
		c := broker(t)
		p := producer(t, c, kgo.ProducerBatchCompression(codec))
		values := series(strings.Repeat("27.184.139.25,118,", 4), capturedRecords)
		fetch := wire.Fetch{Client: "me", MaxWait: 500, MinBytes: 1, MaxBytes: 1 << 28}
		for id := range int32(capturedParts) {
			for range capturedBatches {
				put(t, p, "t3", id, values...)
			}
			fetch.Parts = append(fetch.Parts, wire.Want{Topic: "t3", ID: id, Epoch: -1, MaxBytes: 1 << 28})
		}
		conn, err := (&cluster.Dialer{ClientID: "me"}).Dial(t.Context(), c.ListenAddrs()[0])
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		if _, err := conn.Write(fetch.Append(nil)); err != nil {
			t.Fatal(err)
		}
		var got chunk
		if err := got.read(conn, captureLimit, captureLimit); err != nil {
			t.Fatal(err)
		}
		answer = got.buf
	})
	return answer
}

// replay is a connection on which every Fetch is answered with the captured answer, moved to the
// offsets that it asks for. It allocates nothing.
type replay struct {
	net.Conn
	answer, left []byte
	sets         [][]byte // the record sets of the answer, in place
	next         int64
}

func newReplay(t *testing.T, answer []byte) *replay {
	t.Helper()
	var res wire.Response
	if err := res.Decode(answer[4:]); err != nil || len(res.Parts) != capturedParts {
		t.Fatalf("%d partitions in the captured answer, %v", len(res.Parts), err)
	}
	c := &replay{answer: answer}
	for _, p := range res.Parts {
		c.sets = append(c.sets, p.Records)
	}
	return c
}

// Write takes a request: its correlation id is what the answer must have, and each batch gets the
// offset behind the one before. A batch's own offset is in front of what its CRC covers.
func (c *replay) Write(request []byte) (int, error) {
	copy(c.answer[4:8], request[8:12])
	var end int64
	for _, set := range c.sets {
		end = c.next
		for len(set) > 0 {
			binary.BigEndian.PutUint64(set, uint64(end))
			end += int64(binary.BigEndian.Uint32(set[23:])) + 1 // last offset in the batch
			set = set[12+binary.BigEndian.Uint32(set[8:]):]
		}
	}
	c.next, c.left = end, c.answer
	return len(request), nil
}

func (c *replay) Read(b []byte) (int, error) {
	if len(c.left) == 0 {
		return 0, errors.New("nothing was asked for")
	}
	n := copy(b, c.left)
	c.left = c.left[n:]
	return n, nil
}

func (c *replay) SetReadDeadline(time.Time) error  { return nil }
func (c *replay) SetWriteDeadline(time.Time) error { return nil }

// replayed is a reader with a fetcher for each of the connections.
func replayed(t *testing.T, conns ...net.Conn) *Reader {
	t.Helper()
	made, err := New(Config{Table: "logs", Topics: []string{"t3"}, Brokers: []string{"replay:1"},
		Startup: EarliestOffset})
	if err != nil {
		t.Fatal(err)
	}
	s := made.(*Source)
	ctx, cancel := context.WithCancel(t.Context())
	r := &Reader{src: s, cancel: cancel, ready: make(chan *chunk), failed: make(chan struct{}),
		timer: time.NewTimer(time.Hour)}
	r.router = newRouter(ctx, r)
	for _, conn := range conns {
		f := newFetcher(r, "replay:1")
		f.conn = conn
		f.add(replayedParts(r))
		r.wg.Go(func() {
			if err := f.loop(ctx); err != nil && ctx.Err() == nil {
				r.fail(err)
			}
		})
	}
	t.Cleanup(func() { _ = errors.Join(r.Close(), s.Close()) })
	return r
}

// replayedParts gives a reader the partitions of one replay.
func replayedParts(r *Reader) []*part {
	for id := range int32(capturedParts) {
		split := &stream.Split{Table: "logs", Private: &place{topic: "t3", id: id}}
		p := newPart(split, r.src.cfg.Properties.PartitionBytes)
		p.next = 0
		p.begin()
		r.parts = append(r.parts, p)
	}
	r.open += capturedParts
	return slices.Clone(r.parts[len(r.parts)-capturedParts:])
}

// TestAllocationsPerRecord is the promise of at most one allocation for 1,024 records, on the whole
// way from a broker's bytes to blocks: request, response, CRC, decompression, spans. Nothing else
// runs in the process while it counts.
func TestAllocationsPerRecord(t *testing.T) {
	codecs := map[string]kgo.CompressionCodec{"none": kgo.NoCompression(), "gzip": kgo.GzipCompression(),
		"snappy": kgo.SnappyCompression(), "lz4": kgo.Lz4Compression(), "zstd": kgo.ZstdCompression()}
	for name, codec := range codecs {
		t.Run(name, func(t *testing.T) {
			r := replayed(t, newReplay(t, captured(t, codec)))
			const round = capturedParts * capturedBatches * capturedRecords
			walk(t, r, 10*round) // buffers grow to the size that they keep
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			records := walk(t, r, 50*round)
			runtime.ReadMemStats(&after)
			n := after.Mallocs - before.Mallocs
			if t.Logf("%d allocations over %d records", n, records); n > uint64(records/1024) {
				t.Errorf("%d allocations over %d records, want at most %d", n, records, records/1024)
			}
			for _, p := range r.parts {
				if p.done < 20*capturedBatches*capturedRecords {
					t.Errorf("partition %d has come to offset %d only", p.place.id, p.done)
				}
			}
		})
	}
}

// walk fills blocks with at least n records.
func walk(t *testing.T, r *Reader, n int) (records int) {
	var b stream.Block
	for records < n {
		if status, err := r.Fill(t.Context(), &b, time.Second); err != nil || status != stream.Filled {
			t.Fatalf("Fill gives %v, %v after %d records", status, err, records)
		}
		records += len(b.Spans)
	}
	return records
}
