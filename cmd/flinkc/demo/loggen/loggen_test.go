package loggen

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/examples/cdn/udf"
	"github.com/flinkc/flinkc/rtlib/format/csv"
)

var format = csv.Format{Delimiter: ',', Quote: '"', Lenient: true}

// decoder reads lines with the format's general path, as a generated job does.
type decoder struct {
	split  csv.Splitter
	counts Counts
}

func newDecoder(f csv.Format) *decoder { return &decoder{split: csv.NewSplitter(f, 5)} }

// read counts a line and returns its columns, nil when it gives no row.
func (d *decoder) read(line []byte) []csv.Field {
	d.counts.Records++
	d.split.Reset()
	if fault := d.split.Split(line); fault.Kind != csv.None {
		if fault.Kind != csv.Empty {
			d.counts.BadRecords++
		}
		return nil
	}
	for _, f := range d.split.Fields[2:4] {
		if _, ok := csv.Int64(f.Text); !ok && !f.Null {
			d.counts.BadFields++
		}
	}
	return d.split.Fields
}

func TestDecoderCountsTheSame(t *testing.T) {
	g, d := New(Config{Seed: 7, BrokenShare: 0.1, ForeignShare: 0.05}), newDecoder(format)
	var line []byte
	for range 200_000 {
		line = g.Next(line[:0])
		d.read(line)
	}
	if d.counts != g.Counts() {
		t.Errorf("decoder %+v, generator %+v", d.counts, g.Counts())
	}
	if c := g.Counts(); c.Records != 200_000 || c.BadRecords == 0 || c.BadFields == 0 {
		t.Errorf("nothing is broken: %+v", c)
	}
	for i, n := range g.seen {
		if n == 0 {
			t.Errorf("no line with %s", g.kinds[i].name)
		}
	}
}

// TestKinds looks at every kind alone, so that two wrong counts cannot make up for each other.
func TestKinds(t *testing.T) {
	for _, k := range kinds {
		g, d := New(Config{}), newDecoder(format)
		line := g.fill(nil, k.line)
		want := Counts{Records: 1, BadFields: k.nulls}
		if k.dropped {
			want.BadRecords = 1
		}
		if d.read(line); d.counts != want {
			t.Errorf("%s: %q counts as %+v, want %+v", k.name, line, d.counts, want)
		}
	}
}

// TestFiles reads a file of lines record by record.
func TestFiles(t *testing.T) {
	g := New(Config{Seed: 3, BrokenShare: 0.5, Files: true})
	var file []byte
	for range 20_000 {
		file = append(g.Next(file), '\n')
	}
	f := format
	f.Lines = true
	d := newDecoder(f)
	for p := 0; p < len(file); {
		end, next, ok := f.RecordEnd(file, p)
		if !ok {
			t.Fatalf("no record ends behind %d", p)
		}
		d.read(file[p:end])
		p = next
	}
	if d.counts != g.Counts() {
		t.Errorf("decoder %+v, generator %+v", d.counts, g.Counts())
	}
}

func TestWellFormed(t *testing.T) {
	g, d := New(Config{Seed: 1, ForeignShare: 0.1}), newDecoder(format)
	provinces := map[string]int{}
	for range 100_000 {
		line := g.Next(nil)
		row := d.read(line)
		if row == nil || d.counts.BadFields > 0 {
			t.Fatalf("%q is not well-formed", line)
		}
		time, _ := csv.Int64(row[2].Text)
		size, _ := csv.Int64(row[3].Text)
		if time < 1 || time > 4096 || size < 1 || size > 2<<20 {
			t.Fatalf("%q: request_time %d, response_size %d", line, time, size)
		}
		if len(row[0].Text) != 36 || !strings.HasPrefix(row[4].Text, "/") {
			t.Fatalf("%q: uuid %q, uri %q", line, row[0].Text, row[4].Text)
		}
		provinces[udf.IPToProvince(&row[1].Text)]++
	}
	checkSpread(t, provinces)
}

// checkSpread wants all provinces, and about the skew that the weights say.
func checkSpread(t *testing.T, lines map[string]int) {
	t.Helper()
	for _, name := range udf.Provinces() {
		if lines[name] == 0 {
			t.Errorf("no line from %s", name)
		}
	}
	if n := lines["UnKnow"]; n < 9_000 || n > 11_000 {
		t.Errorf("%d of 100,000 lines from elsewhere, want about 10,000", n)
	}
	if lines["广东省"] < 20*lines["青海省"] {
		t.Errorf("广东省 %d, 青海省 %d: no skew", lines["广东省"], lines["青海省"])
	}
}

// TestSums makes sure that no sum of request times can be 0: the job would divide by it.
func TestSums(t *testing.T) {
	g, d := New(Config{Seed: 2, BrokenShare: 1}), newDecoder(format)
	for range 50_000 {
		line := g.Next(nil)
		if row := d.read(line); row != nil {
			if v, ok := csv.Int64(row[2].Text); ok && v < 1 {
				t.Fatalf("%q: request_time %d", line, v)
			}
		}
	}
}

func TestSameSeedSameLines(t *testing.T) {
	lines := func(seed uint64) (all []byte) {
		g := New(Config{Seed: seed, BrokenShare: 0.1})
		for range 1000 {
			all = append(g.Next(all), '\n')
		}
		return all
	}
	if !bytes.Equal(lines(1), lines(1)) {
		t.Error("the same seed gives different lines")
	}
	if bytes.Equal(lines(1), lines(2)) {
		t.Error("different seeds give the same lines")
	}
}

func TestShare(t *testing.T) {
	for _, c := range []struct {
		part float64
		want uint64
	}{
		{0, 0}, {-1, 0}, {math.NaN(), 0}, {0.5, 1 << 31}, {1, 1 << 32}, {math.Inf(1), 1 << 32},
	} {
		if got := share(c.part); got != c.want {
			t.Errorf("share(%v) = %d, want %d", c.part, got, c.want)
		}
	}
}

// TestAddresses wants each address of an area once.
func TestAddresses(t *testing.T) {
	var a area
	a.add(10, 12)
	a.add(100, 100)
	a.add(200, 201)
	a.buildGuide()
	var got []uint32
	for n := range a.size {
		got = append(got, a.address(n))
	}
	want := []uint32{10, 11, 12, 100, 200, 201}
	if len(got) != len(want) {
		t.Fatalf("got %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("got %v, want %v", got, want)
		}
	}
}

func TestAllocatesNothing(t *testing.T) {
	g := New(Config{Seed: 1, BrokenShare: 0.5, ForeignShare: 0.1})
	line := make([]byte, 0, 512)
	if n := testing.AllocsPerRun(10_000, func() { line = g.Next(line[:0]) }); n != 0 {
		t.Errorf("%v allocations a line, want 0", n)
	}
}

func BenchmarkNext(b *testing.B) {
	g := New(Config{Seed: 1, BrokenShare: 0.01, ForeignShare: 0.05})
	line := make([]byte, 0, 512)
	b.ReportAllocs()
	for b.Loop() {
		line = g.Next(line[:0])
	}
}
