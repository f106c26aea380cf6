package kafka

import (
	"encoding/binary"
	"hash/crc32"
	"testing"
	"time"

	"github.com/flinkc/flinkc/rtlib/connector/kafka/cluster"
	"github.com/flinkc/flinkc/rtlib/connector/kafka/wire"
	"github.com/flinkc/flinkc/rtlib/stream"
	"github.com/twmb/franz-go/pkg/kerr"
	"github.com/twmb/franz-go/pkg/kfake"
	"github.com/twmb/franz-go/pkg/kgo"
	"github.com/twmb/franz-go/pkg/kmsg"
)

func TestLeaderMoves(t *testing.T) {
	c := broker(t, kfake.NumBrokers(3))
	p := producer(t, c)
	var h listener
	_, r := open(t, config(c, unbounded, func(c *Config) { c.Health = &h }))
	put(t, p, "t", 0, "a0")
	same(t, read(t, r, 1), numbered("t-0", "a", 1))
	for i := range int32(3) {
		if err := c.MoveTopicPartition("t", 0, i); err != nil {
			t.Fatal(err)
		}
		put(t, p, "t", 0, "after")
		if got := read(t, r, 1); len(got) != 1 {
			t.Fatalf("after move %d: %q", i, got)
		}
	}
}

// Each of these comes once and reading goes on behind it, without loss or repetition.
func TestPassingErrors(t *testing.T) {
	for _, code := range []*kerr.Error{
		kerr.NotLeaderForPartition, kerr.LeaderNotAvailable, kerr.FencedLeaderEpoch,
		kerr.UnknownLeaderEpoch, kerr.ReplicaNotAvailable, kerr.KafkaStorageError,
		kerr.UnknownTopicOrPartition, kerr.UnknownServerError, kerr.OffsetNotAvailable,
		kerr.UnknownTopicID, kerr.CorruptMessage, kerr.RequestTimedOut,
	} {
		t.Run(code.Message, func(t *testing.T) {
			c := broker(t)
			put(t, producer(t, c), "t", 0, series("a", 100)...)
			fault := c.Fault(kfake.Fault{Keys: []kmsg.Key{kmsg.Fetch}, Topic: "t", Err: code, Count: 2})
			var h listener
			_, r := open(t, config(c, func(c *Config) { c.Health = &h }))
			same(t, read(t, r, -1), numbered("t-0", "a", 100))
			if fault.Hits() != 2 {
				t.Errorf("the error came %d times, want 2", fault.Hits())
			}
			h.wait(t, `kafka table logs: topic "t" partition 0: `)
			h.wait(t, "kafka table logs: \n")
		})
	}
}

func TestFinalErrors(t *testing.T) {
	for _, code := range []*kerr.Error{kerr.TopicAuthorizationFailed, kerr.UnsupportedCompressionType} {
		t.Run(code.Message, func(t *testing.T) {
			c := broker(t)
			put(t, producer(t, c), "t", 0, "a0")
			c.Fault(kfake.Fault{Keys: []kmsg.Key{kmsg.Fetch}, Topic: "t", Err: code, Count: -1})
			_, r := open(t, config(c))
			_, err := tryRead(t, r, -1)
			wantError(t, err, `table "logs"`, `topic "t" partition 0`)
		})
	}
}

func TestConnectionDrops(t *testing.T) {
	c := broker(t)
	p := producer(t, c)
	var h listener
	_, r := open(t, config(c, unbounded, func(c *Config) { c.Health = &h }))
	for i, v := range series("a", 5) {
		n := 0
		c.ControlKey(int16(kmsg.Fetch), func(kmsg.Request) (kmsg.Response, error, bool) {
			if n++; n == 3 {
				c.DropControl()
			} else {
				c.KeepControl()
			}
			return nil, kerr.BrokerNotAvailable, true // an error closes the connection
		})
		put(t, p, "t", 0, v)
		same(t, read(t, r, 1), numbered("t-0", "a", 5)[i:i+1])
	}
	h.wait(t, "broker 127.0.0.1:")
}

// A broker that takes requests and never answers is left after the timeout.
func TestSilentBroker(t *testing.T) {
	c := broker(t)
	put(t, producer(t, c), "t", 0, "a0")
	c.ControlKey(int16(kmsg.Fetch), func(kmsg.Request) (kmsg.Response, error, bool) { return nil, nil, true })
	var h listener
	_, r := open(t, config(c, func(c *Config) { c.Health, c.Properties.Timeout = &h, 100*time.Millisecond }))
	same(t, read(t, r, -1), numbered("t-0", "a", 1))
	h.wait(t, "did not answer a fetch within 200ms")
}

func TestRetentionGap(t *testing.T) {
	for name, test := range map[string]struct {
		reset Reset
		want  []string
		gaps  int64
	}{
		"none":     {ResetNone, nil, 0},
		"earliest": {ResetEarliest, []string{"t-0@8=a8", "t-0@9=a9"}, 1},
		"latest":   {ResetLatest, nil, 1},
	} {
		t.Run(name, func(t *testing.T) {
			c := broker(t)
			p := producer(t, c)
			for _, v := range series("a", 10) {
				put(t, p, "t", 0, v)
			}
			if err := c.DeleteRecords("t", 0, 8); err != nil {
				t.Fatal(err)
			}
			var gap Gap
			made, err := New(config(c, func(c *Config) { c.Reset, c.OnGap = test.reset, func(g Gap) { gap = g } }))
			if err != nil {
				t.Fatal(err)
			}
			s := made.(*Source)
			defer s.Close()
			splits, err := s.Open(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			r, err := reader(t, s, stream.Start{Split: splits[0], Position: encodePosition(3, -1)})
			if err != nil {
				t.Fatal(err)
			}
			got, err := tryRead(t, r, -1)
			if test.reset == ResetNone {
				wantError(t, err, `topic "t" partition 0: offset 3 is wanted, but the log begins at 8: 5 offsets`)
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			same(t, got, test.want)
			if s.Gaps() != test.gaps || gap.From != 3 || gap.Topic != "t" {
				t.Errorf("%d gaps, the last %+v", s.Gaps(), gap)
			}
			if next, _, _ := decodePosition(splits[0], r.Positions()[0].Position); next != 10 {
				t.Errorf("the position is %d at the end, want 10", next)
			}
		})
	}
}

func TestTruncatedLog(t *testing.T) {
	c := broker(t)
	put(t, producer(t, c), "t", 0, series("a", 5)...)
	s, _ := open(t, config(c))
	r, err := reader(t, s, stream.Start{Split: s.known["t-0"], Position: encodePosition(50, -1)})
	if err != nil {
		t.Fatal(err)
	}
	_, err = tryRead(t, r, -1)
	wantError(t, err, `topic "t" partition 0: offset 50 is wanted, but the log ends at 5`)
}

// The log lost records in an unclean election and has grown beyond the position again: only the
// leader epoch tells.
func TestTruncatedAndGrownAgain(t *testing.T) {
	c := broker(t, kfake.NumBrokers(2))
	put(t, producer(t, c), "t", 0, series("a", 20)...)
	for i := range int32(4) { // raises the leader's epoch
		if err := c.MoveTopicPartition("t", 0, i%2); err != nil {
			t.Fatal(err)
		}
	}
	c.ControlKey(int16(kmsg.OffsetForLeaderEpoch), func(q kmsg.Request) (kmsg.Response, error, bool) {
		part := kmsg.NewOffsetForLeaderEpochResponseTopicPartition()
		part.EndOffset = 7
		topic := kmsg.NewOffsetForLeaderEpochResponseTopic()
		topic.Topic, topic.Partitions = "t", append(topic.Partitions, part)
		res := q.ResponseKind().(*kmsg.OffsetForLeaderEpochResponse)
		res.Topics = append(res.Topics, topic)
		return res, nil, true
	})
	s, _ := open(t, config(c))
	r, err := reader(t, s, stream.Start{Split: s.known["t-0"], Position: encodePosition(10, 0)})
	if err != nil {
		t.Fatal(err)
	}
	_, err = tryRead(t, r, -1)
	wantError(t, err, "offset 10 is wanted, but the log ends at 7")
}

// mangled has the broker answer all fetches with what change makes of the records.
func mangled(t *testing.T, change func(records []byte) []byte) *kfake.Cluster {
	c := broker(t)
	values := make([]byte, 300)
	put(t, producer(t, c, kgo.ProducerBatchCompression(kgo.NoCompression())), "t", 0, "first")
	put(t, producer(t, c, kgo.ProducerBatchCompression(kgo.NoCompression())), "t", 0, string(values))
	records := rawRecords(t, c)
	c.ControlKey(int16(kmsg.Fetch), func(q kmsg.Request) (kmsg.Response, error, bool) {
		c.KeepControl()
		part := kmsg.NewFetchResponseTopicPartition()
		part.HighWatermark, part.LastStableOffset = 2, 2
		part.RecordBatches = change(append([]byte(nil), records...))
		topic := kmsg.NewFetchResponseTopic()
		topic.Topic, topic.Partitions = "t", append(topic.Partitions, part)
		res := q.ResponseKind().(*kmsg.FetchResponse)
		res.Topics = append(res.Topics, topic)
		return res, nil, true
	})
	return c
}

// rawRecords fetches the partition's bytes.
func rawRecords(t *testing.T, c *kfake.Cluster) []byte {
	conn, err := (&cluster.Dialer{}).Dial(t.Context(), c.ListenAddrs()[0])
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	q := wire.Fetch{MaxBytes: 1 << 20, Parts: []wire.Want{{Topic: "t", Epoch: -1, MaxBytes: 1 << 20}}}
	if _, err := conn.Write(q.Append(nil)); err != nil {
		t.Fatal(err)
	}
	var got chunk
	if err := got.read(conn, time.Second, time.Second); err != nil {
		t.Fatal(err)
	}
	return got.res.Parts[0].Records
}

func TestDamagedRecords(t *testing.T) {
	for name, test := range map[string]struct {
		change func([]byte) []byte
		want   string
	}{
		"wrong CRC": {func(b []byte) []byte {
			b[len(b)-9] ^= 1
			return b
		}, `topic "t" partition 0 offset 1: wrong CRC`},
		"message set v1": {func(b []byte) []byte {
			b[16] = 1
			return b
		}, `topic "t" partition 0 offset 0: messages of format v1`},
		"malformed record": {func(b []byte) []byte {
			b[61] = 0xff
			binary.BigEndian.PutUint32(b[17:], crc32.Checksum(b[21:12+binary.BigEndian.Uint32(b[8:])],
				crc32.MakeTable(crc32.Castagnoli)))
			return b
		}, `topic "t" partition 0 offset 0: a record in the batch is malformed`},
		"always cut off": {func(b []byte) []byte { return b[:40] },
			`topic "t" partition 0 offset 0: the broker sent 8 times`},
	} {
		t.Run(name, func(t *testing.T) {
			_, r := open(t, config(mangled(t, test.change)))
			_, err := tryRead(t, r, -1)
			wantError(t, err, `table "logs"`, test.want)
		})
	}
}

// A cut last batch is normal: brokers fill a response to the byte. It is fetched again.
func TestLastBatchCutOff(t *testing.T) {
	n := 0
	c := mangled(t, func(b []byte) []byte {
		if n++; n < 3 {
			return b[:len(b)-10]
		}
		return b
	})
	_, r := open(t, config(c))
	if got := read(t, r, -1); len(got) != 2 || got[0] != "t-0@0=first" {
		t.Errorf("got %q, want both records once", got)
	}
}
