package rivals

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// input is lines in one buffer, with a line end behind each of them.
type input struct {
	buf   []byte // all lines
	spans []stream.Span
	block []byte // buf with padding
}

func newInput(lines []string) (in input) {
	for _, l := range lines {
		start := uint32(len(in.buf))
		in.buf = append(in.buf, l...)
		in.spans = append(in.spans, stream.Span{Start: start, End: uint32(len(in.buf))})
		in.buf = append(in.buf, '\n')
	}
	in.block = append(bytes.Clone(in.buf), make([]byte, stream.Padding)...)
	return in
}

// accesses makes access logs as CSV and as JSON; one in broken (0: none) is damaged at a random
// place.
func accesses(n, broken int) (csv, json input) {
	r := rand.New(rand.NewPCG(1, 2))
	c, j := make([]string, n), make([]string, n)
	for i := range n {
		uuid := fmt.Sprintf("%08x-%04x-%04x-%04x-%012x", r.Uint32(), r.IntN(1<<16), r.IntN(1<<16),
			r.IntN(1<<16), r.Int64N(1<<48))
		ip := fmt.Sprintf("%d.%d.%d.%d", 1+r.IntN(222), r.IntN(256), r.IntN(256), r.IntN(256))
		time, size := 1+r.IntN(5000), 100+r.IntN(2000000)
		uri := fmt.Sprintf("/static/v%d/asset_%06d.html", r.IntN(10), r.IntN(1000000))
		c[i] = fmt.Sprintf("%s,%s,%d,%d,%s", uuid, ip, time, size, uri)
		j[i] = fmt.Sprintf(`{"uuid":"%s","client_ip":"%s","request_time":%d,"response_size":%d,"uri":"%s"}`,
			uuid, ip, time, size, uri)
		if broken > 0 && i%broken == 0 {
			c[i], j[i] = damage(r, c[i]), damage(r, j[i])
		}
	}
	return newInput(c), newInput(j)
}

// damage puts something wrong into a line; it stays one line.
func damage(r *rand.Rand, line string) string {
	pieces := []string{",", `"`, `""`, "x", " ", "\r", "\xff", "\x00", "中", "-",
		"1e3", "\\", "{", "}", "null", "0", "#", ":"}
	at := r.IntN(len(line) + 1)
	end := min(at+r.IntN(4), len(line))
	if r.IntN(8) == 0 {
		end = len(line)
	}
	return line[:at] + pieces[r.IntN(len(pieces))] + line[end:]
}

// judgedLines are the flagship's judged records that are one line.
func judgedLines(t *testing.T) (lines []string) {
	data, err := os.ReadFile("../../testdata/csv-lines/csv-read.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range strings.Split(string(data), "\n") {
		q, _, ok := strings.Cut(l, " => ")
		if rec, err := strconv.Unquote(q); ok && err == nil && !strings.Contains(rec, "\n") {
			lines = append(lines, rec)
		}
	}
	return lines
}

func sumOf(run func(emit func(*Row))) (s Sum) {
	run(s.add)
	return s
}

func generalSum(in input, json bool) (s Sum) {
	g := newGeneral()
	for _, at := range in.spans {
		var r Row
		rec := in.block[at.Start:at.End]
		if json && g.json(rec, &r) || !json && g.csv(rec, &r) {
			s.add(&r)
		}
	}
	return s
}

func carefulSum(in input) (s Sum) {
	c, r := NewCareful(), Row{}
	for _, at := range in.spans {
		if c.Decode(in.block[at.Start:at.End], &r) {
			s.add(&r)
		}
	}
	return s
}

func TestCSVRivalsAgree(t *testing.T) {
	plain, _ := accesses(5000, 0)
	damaged, _ := accesses(20000, 2)
	for name, in := range map[string]input{"plain": plain, "damaged": damaged, "judged": newInput(judgedLines(t))} {
		want := generalSum(in, false)
		if got := sumOf(func(emit func(*Row)) { NaiveCSV(in.buf, emit) }); got != want {
			t.Errorf("%s: naive %+v, want %+v", name, got, want)
		}
		if got := carefulSum(in); got != want {
			t.Errorf("%s: careful %+v, want %+v", name, got, want)
		}
		if got := NewExpert().DecodeCSV(in.block, in.spans); got != want {
			t.Errorf("%s: expert %+v, want %+v", name, got, want)
		}
	}
}

func TestJSONRivalsAgree(t *testing.T) {
	_, plain := accesses(5000, 0)
	_, damaged := accesses(20000, 2)
	for name, in := range map[string]input{"plain": plain, "damaged": damaged} {
		want := generalSum(in, true)
		if got := sumOf(func(emit func(*Row)) { NaiveJSON(in.buf, emit) }); got != want {
			t.Errorf("%s: naive %+v, want %+v", name, got, want)
		}
		if got := NewExpert().DecodeJSON(in.block, in.spans); got != want {
			t.Errorf("%s: expert %+v, want %+v", name, got, want)
		}
		if name != "plain" {
			continue // goccy/go-json 0.10.5 accepts some documents that are no JSON and panics on others
		}
		if got := sumOf(func(emit func(*Row)) { CarefulJSON(in.buf, emit) }); got != want {
			t.Errorf("%s: careful %+v, want %+v", name, got, want)
		}
	}
}

func TestFlagshipRivalsAgree(t *testing.T) {
	in, _ := accesses(20000, 3)
	c, x := NewCareful(), NewExpert()
	want := NaiveFlagship(in.buf, Network)
	c.Flagship(in.block, in.spans, Network)
	x.Flagship(in.block, in.spans, Network)
	if len(want) < 223 {
		t.Errorf("%d groups, want at least 222 networks and UnKnow", len(want))
	}
	if !maps.Equal(c.Groups(), want) {
		t.Errorf("careful differs from naive")
	}
	if !maps.Equal(x.Groups(), want) {
		t.Errorf("expert differs from naive")
	}
}

func perRecord(b *testing.B, in input, run func()) {
	b.ReportAllocs()
	for b.Loop() {
		run()
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(in.spans)), "ns/rec")
}

// BenchmarkCSV is figure P5 without the generated side.
func BenchmarkCSV(b *testing.B) {
	in, _ := accesses(1<<15, 0)
	var s Sum
	b.Run("naive", func(b *testing.B) { perRecord(b, in, func() { NaiveCSV(in.buf, s.add) }) })
	b.Run("careful", func(b *testing.B) { perRecord(b, in, func() { carefulSum(in) }) })
	x := NewExpert()
	b.Run("expert", func(b *testing.B) { perRecord(b, in, func() { x.DecodeCSV(in.block, in.spans) }) })
}

// BenchmarkJSON is figure P6 without the generated side.
func BenchmarkJSON(b *testing.B) {
	_, in := accesses(1<<14, 0)
	var s Sum
	b.Run("naive", func(b *testing.B) { perRecord(b, in, func() { NaiveJSON(in.buf, s.add) }) })
	b.Run("careful", func(b *testing.B) { perRecord(b, in, func() { CarefulJSON(in.buf, s.add) }) })
	x := NewExpert()
	b.Run("expert", func(b *testing.B) { perRecord(b, in, func() { x.DecodeJSON(in.block, in.spans) }) })
}

// firstByte costs nothing: what is left is the engine's own time.
func firstByte(ip string) string { return networks[(ip + "\x00")[0]] }

// BenchmarkFlagship is figure P2 from records that are framed already.
func BenchmarkFlagship(b *testing.B) {
	in, _ := accesses(1<<15, 0)
	for name, f := range map[string]func(string) string{"netip": Network, "free": firstByte} {
		b.Run(name+"/naive", func(b *testing.B) { perRecord(b, in, func() { NaiveFlagship(in.buf, f) }) })
		c, x := NewCareful(), NewExpert()
		b.Run(name+"/careful", func(b *testing.B) { perRecord(b, in, func() { c.Flagship(in.block, in.spans, f) }) })
		b.Run(name+"/expert", func(b *testing.B) { perRecord(b, in, func() { x.Flagship(in.block, in.spans, f) }) })
	}
}
