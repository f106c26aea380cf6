package batch

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"reflect"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/rtlib/stream"
	"github.com/klauspost/compress/snappy"
)

func TestReads(t *testing.T) {
	long := strings.Repeat("x", 20000)
	marker := spec{base: 2, attrs: transactional | control, producer: 5, raw: abortMarker, count: 1}
	for _, test := range []struct {
		name    string
		batches []spec
		want    Want
		rows    []row
	}{
		{name: "no batch"},
		{name: "two batches", batches: []spec{{values: []string{"a", "b"}}, {base: 2, values: []string{"c"}}},
			rows: []row{{0, "a", 0}, {1, "b", 0}, {2, "c", 0}}},
		{name: "NULL and empty", batches: []spec{{values: []string{"\x00", "", "c"}}},
			rows: []row{{0, "\x00", 0}, {1, "", 0}, {2, "c", 0}}},
		{name: "keys and headers", batches: []spec{{values: []string{"a", "\x00"}, keys: true, headers: true}},
			rows: []row{{0, "a", 0}, {1, "\x00", 0}}},
		{name: "long values", batches: []spec{{values: []string{long, "b"}}},
			rows: []row{{0, long, 0}, {1, "b", 0}}},
		{name: "begins inside", batches: []spec{{values: []string{"a", "b", "c"}}}, want: Want{From: 2},
			rows: []row{{2, "c", 0}}},
		{name: "begins behind a batch", want: Want{From: 2},
			batches: []spec{{values: []string{"a", "b"}}, {base: 2, values: []string{"c"}}},
			rows:    []row{{2, "c", 0}}},
		{name: "ends inside", batches: []spec{{values: []string{"a", "b", "c"}}}, want: Want{End: 2},
			rows: []row{{0, "a", 0}, {1, "b", 0}}},
		{name: "compacted",
			batches: []spec{
				{base: 100, values: []string{"a", "b"}, offsets: []int32{3, 300}, last: 500},
			},
			rows: []row{{103, "a", 0}, {400, "b", 0}}},
		{name: "empty after compaction", batches: []spec{{base: 5, last: 9}, {base: 15, values: []string{"a"}}},
			rows: []row{{15, "a", 0}}},
		{name: "far apart", batches: []spec{{values: []string{"a"}}, {base: 1 << 40, values: []string{"b"}}},
			rows: []row{{0, "a", 0}, {1 << 40, "b", 0}}},
		{name: "times", want: Want{Times: true}, batches: []spec{{values: []string{"a", "b"}, time: 1000}},
			rows: []row{{0, "a", 1000}, {1, "b", 1010}}},
		{name: "append time", want: Want{Times: true},
			batches: []spec{{values: []string{"a", "b"}, time: 1000, maxTime: 7000, attrs: logAppendTime}},
			rows:    []row{{0, "a", 7000}, {1, "b", 7000}}},
		{name: "marker is never a record", batches: []spec{{base: 0, values: []string{"a", "b"}}, marker},
			rows: []row{{0, "a", 0}, {1, "b", 0}}},
		{name: "aborted, then others", want: Want{Committed: true, Aborted: []Aborted{{5, 0}}},
			batches: []spec{{values: []string{"x", "y"}, attrs: transactional, producer: 5}, marker,
				{base: 3, values: []string{"a"}, attrs: transactional, producer: 5},
				{base: 4, values: []string{"b"}}},
			rows: []row{{3, "a", 0}, {4, "b", 0}}},
		{name: "aborted, read uncommitted", want: Want{Aborted: []Aborted{{5, 0}}},
			batches: []spec{{values: []string{"x"}, attrs: transactional, producer: 5}, marker},
			rows:    []row{{0, "x", 0}}},
		{name: "another producer meanwhile", want: Want{Committed: true, Aborted: []Aborted{{5, 0}}},
			batches: []spec{{values: []string{"x"}, attrs: transactional, producer: 5},
				{base: 1, values: []string{"a"}, attrs: transactional, producer: 6}, marker},
			rows: []row{{1, "a", 0}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			for codec := int16(codecNone); codec <= codecZstd; codec++ {
				var parts [][]byte
				for _, b := range test.batches {
					if b.attrs&control == 0 {
						b.codec = codec
					}
					parts = append(parts, b.build(t))
				}
				var s Set
				s.Reset(padded(parts...), test.want)
				got, err := drain(&s)
				if err != nil || !reflect.DeepEqual(got, test.rows) {
					t.Errorf("codec %d: got %.300v, %v, want %.300v", codec, got, err, test.rows)
				}
			}
		})
	}
}

// abortMarker is a control record: key version 0, kind 0.
var abortMarker = []byte{2 * 16, 0, 0, 0, 8, 0, 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0}

func TestNextIsWhereToGoOn(t *testing.T) {
	for _, test := range []struct {
		name string
		set  []byte
		want Want
		next int64
	}{
		{"behind the last record", spec{values: []string{"a", "b"}}.build(t), Want{}, 2},
		{"behind what was compacted away", spec{values: []string{"a"}, last: 9}.build(t), Want{}, 10},
		{"behind an empty batch", spec{base: 5, last: 9}.build(t), Want{From: 5}, 15},
		{"behind a marker", spec{base: 2, attrs: control, raw: abortMarker, count: 1}.build(t), Want{From: 2}, 3},
		{"not beyond the end", spec{values: []string{"a", "b", "c"}}.build(t), Want{End: 2}, 2},
		{"nothing there", nil, Want{From: 7}, 7},
		{"a cut batch", spec{values: []string{"a"}}.build(t)[:65], Want{}, 0},
		{"a few bytes", []byte{0, 0, 0}, Want{From: 3}, 3},
	} {
		var s Set
		s.Reset(padded(test.set), test.want)
		if _, err := drain(&s); err != nil || s.Next() != test.next {
			t.Errorf("%s: next %d, %v, want %d", test.name, s.Next(), err, test.next)
		}
	}
}

// seal makes the CRC right again after a change.
func seal(b []byte) []byte {
	binary.BigEndian.PutUint32(b[atCRC:], crc32.Checksum(b[atAttrs:], castagnoli))
	return b
}

func TestMalformed(t *testing.T) {
	good := spec{base: 40, values: []string{"a", "b"}}
	changed := func(at int, v ...byte) []byte {
		b := good.build(t)
		copy(b[at:], v)
		return seal(b)
	}
	bomb := spec{codec: codecZstd, values: []string{"a"}}.build(t)
	for _, test := range []struct {
		name string
		set  []byte
		want string
	}{
		{"wrong CRC", append(good.build(t)[:70], 'z', 'z', 'z', 'z', 'z', 'z', 'z', 'z'), "offset 40: wrong CRC"},
		{"magic 0", changed(atMagic, 0), "offset 40: messages of format v0"},
		{"magic 1", changed(atMagic, 1), "offset 40: messages of format v1"},
		{"magic 3", changed(atMagic, 3), "offset 40: record batch format v3 is not known"},
		{"negative length", changed(atLength, 0xff, 0xff, 0xff, 0xff), "impossible length"},
		{"tiny length", changed(atLength, 0, 0, 0, 3), "impossible length 3"},
		{"negative delta", changed(atLast, 0xff), "contradicts itself"},
		{"negative count", changed(atCount, 0xff), "contradicts itself"},
		{"count above offsets", changed(atCount, 0, 0, 0, 9), "contradicts itself"},
		{"codec 7", changed(atAttrs+1, 7), "codec 7 is not known"},
		{"gzip of nothing", changed(atAttrs+1, 1), "cannot be decompressed (gzip)"},
		{"record length 0", changed(headerSize, 0), "lengths do not fit"},
		{"record length behind the end", changed(headerSize, 0x7e), "lengths do not fit"},
		{"endless varint", changed(headerSize, bytes.Repeat([]byte{0xff}, 10)...), "lengths do not fit"},
		{"value behind the record", changed(headerSize+5, 0x20), "lengths do not fit"},
		{"offset twice", spec{values: []string{"a", "b"}, offsets: []int32{1, 1}, last: 5}.build(t),
			"not above the one before"},
		{"offset above the last", spec{values: []string{"a", "b"}, offsets: []int32{0, 9}, last: 9}.build(t), ""},
		{"too few records", spec{values: []string{"a"}, count: 3, last: 5}.build(t), "2 records too early"},
		{"backwards", append(good.build(t), spec{values: []string{"x"}}.build(t)...),
			"offset 0: offsets go backwards: the batch before ends at 41"},
		{"cut frame", seal(bomb[:len(bomb)-2]), ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, times := range []bool{false, true} {
				var s Set
				s.Reset(padded(test.set), Want{Times: times})
				_, err := drain(&s)
				if test.want == "" && err != nil || test.want != "" &&
					(err == nil || !strings.Contains(err.Error(), test.want)) {
					t.Errorf("times %v: error %v, want %q", times, err, test.want)
				}
			}
		})
	}
}

func TestRecordsBeforeAMalformedOneComeFirst(t *testing.T) {
	b := spec{values: []string{"a", "b", "c"}}.build(t)
	b[len(b)-8] = 0x7f // the last record's length
	var s Set
	s.Reset(padded(seal(b)), Want{})
	rows, err := drain(&s)
	if len(rows) != 2 || err == nil || s.Next() != 2 {
		t.Errorf("got %v, %v, next %d, want a and b, an error, 2", rows, err, s.Next())
	}
}

func TestBombsAreRefused(t *testing.T) {
	claim := binary.AppendUvarint(nil, 1<<31)
	b := spec{codec: codecSnappy, values: []string{"a"}}
	plain := snappy.Encode(nil, []byte("aaaa"))
	raw := append(claim, plain[1:]...)
	set := b.build(t)
	set = append(set[:headerSize], raw...)
	binary.BigEndian.PutUint32(set[atLength:], uint32(len(set)-prefixSize))
	var s Set
	s.Reset(padded(seal(set)), Want{})
	if _, err := drain(&s); err == nil || !strings.Contains(err.Error(), "claims to hold") {
		t.Errorf("error %v, want that the block claims too much", err)
	}
}

func TestXerialSnappy(t *testing.T) {
	b := spec{values: []string{"a", "b"}}
	var records []byte
	for i, v := range b.values {
		records = b.record(i, v).AppendTo(records)
	}
	framed := append([]byte("\x82SNAPPY\x00"), 0, 0, 0, 1, 0, 0, 0, 1)
	for _, part := range [][]byte{records[:5], records[5:]} {
		block := snappy.Encode(nil, part)
		framed = append(binary.BigEndian.AppendUint32(framed, uint32(len(block))), block...)
	}
	for cut, ok := range map[int]bool{len(framed): true, len(framed) - 1: false, 12: false, 18: false} {
		out, err := appendSnappy(nil, framed[:cut])
		if (err == nil) != ok || ok && string(out) != string(records) {
			t.Errorf("%d of %d bytes: %v", cut, len(framed), err)
		}
	}
}

func TestBlocksAreBounded(t *testing.T) {
	var s Set
	var b stream.Block
	s.Reset(accessLog(t, 2, 1500, 0), Want{})
	var sizes []int
	for s.Fill(&b) == nil && len(b.Spans) > 0 {
		sizes = append(sizes, len(b.Spans))
	}
	if !reflect.DeepEqual(sizes, []int{1024, 1024, 952}) {
		t.Errorf("blocks of %v records, want 1024, 1024, 952", sizes)
	}
	wide := spec{}
	for range 100 {
		wide.values = append(wide.values, strings.Repeat("w", 10000))
	}
	s.Reset(padded(wide.build(t)), Want{})
	if err := s.Fill(&b); err != nil || len(b.Spans) < 20 || len(b.Spans) > 30 {
		t.Errorf("%d records of 10 KB in a block, %v, want about 26", len(b.Spans), err)
	}
}

func TestEnd(t *testing.T) {
	set := append(spec{values: []string{"a"}, last: 4}.build(t), spec{base: 9, values: []string{"b"}}.build(t)...)
	for cut, want := range map[int]int64{len(set): 10, len(set) - 1: 5, 3: 2, 0: 2} {
		if next, _ := End(set[:cut], 2); next != want {
			t.Errorf("End of %d bytes is %d, want %d", cut, next, want)
		}
	}
}

// FuzzSet: no input may panic, hand out spans outside of the buffer, or let offsets fall.
func FuzzSet(f *testing.F) {
	for codec := int16(0); codec <= codecZstd; codec++ {
		s := spec{base: 3, values: []string{"a", "\x00", "ccc"}, keys: codec == 1, codec: codec}
		f.Add(s.build(f), int64(4), true)
	}
	f.Add(spec{base: 2, attrs: control | transactional, raw: abortMarker, count: 1}.build(f), int64(0), false)
	f.Add(append(spec{values: []string{"a"}, headers: true}.build(f), 0, 0, 0), int64(0), false)
	f.Fuzz(func(t *testing.T, set []byte, from int64, times bool) {
		set = padded(set)
		if n, ok := complete(set); ok && n == len(set) && n > headerSize {
			seal(set) // else hardly any input gets beyond the CRC
		}
		var s Set
		from = max(from, 0)
		s.Reset(set, Want{From: from, Times: times, Committed: true, Aborted: []Aborted{{0, from}}})
		rows, err := drain(&s)
		for i, r := range rows {
			if r.offset < from || i > 0 && r.offset <= rows[i-1].offset || r.offset >= s.Next() {
				t.Fatalf("row %d has offset %d (from %d, next %d)", i, r.offset, from, s.Next())
			}
		}
		if end, _ := End(set, from); err == nil && end != s.Next() {
			t.Fatalf("End says %d, the walk %d", end, s.Next())
		}
	})
}
