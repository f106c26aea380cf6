package demo

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"strings"
	"testing"
	"time"

	"github.com/twmb/franz-go/pkg/kfake"
	"github.com/twmb/franz-go/pkg/kmsg"
)

// A batch is read back by another implementation of the format.
func TestBatch(t *testing.T) {
	tests := map[string][]string{
		"one":          {"a,b"},
		"empty values": {"", "x", ""},
		"a long one":   {strings.Repeat("x", 70_000)},
		"many":         strings.Split(strings.Repeat("0123456789,", 5000), ","),
	}
	at := time.UnixMilli(1_700_000_000_123)
	var b batch
	for name, values := range tests {
		b.reset() // what an earlier case has left must not show
		for _, v := range values {
			b.add([]byte(v))
		}
		text := b.finish(at)
		var read kmsg.RecordBatch
		if err := read.ReadFrom(text); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := fmt.Sprint(read.Magic, read.Length, read.NumRecords, read.LastOffsetDelta,
			read.FirstTimestamp, read.MaxTimestamp, read.ProducerID, uint32(read.CRC))
		want := fmt.Sprint(2, len(text)-12, len(values), len(values)-1, at.UnixMilli(), at.UnixMilli(), -1,
			crc32.Checksum(text[21:], crc32.MakeTable(crc32.Castagnoli)))
		if got != want {
			t.Errorf("%s: head %s, want %s", name, got, want)
		}
		checkRecords(t, name, read, values)
	}
}

func checkRecords(t *testing.T, name string, b kmsg.RecordBatch, values []string) {
	t.Helper()
	records, err := kfake.BatchRecords(b)
	if err != nil || len(records) != len(values) {
		t.Fatalf("%s: %d records, %v, want %d", name, len(records), err, len(values))
	}
	for i, r := range records {
		if r.Key != nil || !bytes.Equal(r.Value, []byte(values[i])) || int(r.OffsetDelta) != i {
			t.Errorf("%s: record %d: key %q, value %q, offset %d", name, i, r.Key, r.Value, r.OffsetDelta)
		}
	}
}

func TestFilledBatchIsReusedWithoutAllocating(t *testing.T) {
	var b batch
	line := []byte("4f2c1c1e-6b0e-4a52-9f3e-0c8f6f1f4a11,27.184.139.25,118,40960,/static/app.js")
	fill := func() {
		b.reset()
		for range 100 {
			b.add(line)
		}
		b.finish(time.Time{})
	}
	fill()
	if n := testing.AllocsPerRun(10, fill); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
