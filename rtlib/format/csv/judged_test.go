package csv_test

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/rtlib/format/csv"
	"github.com/flinkc/flinkc/rtlib/stream"
	"github.com/flinkc/flinkc/rtlib/value"
)

// section is a part of a judged file: a table, options, and cases.
type section struct {
	types   []string
	options map[string]string
	cases   []judgedCase
}

type judgedCase struct{ input, want string }

// readJudged reads a file of testdata/csv-lines.
func readJudged(t testing.TB, name string) (all []section) {
	t.Helper()
	f, err := os.Open("../../../testdata/csv-lines/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		line := lines.Text()
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '@':
			all = append(all, header(line))
		default:
			i := strings.LastIndex(line, " => ")
			last := &all[len(all)-1]
			last.cases = append(last.cases, judgedCase{line[:i], line[i+4:]})
		}
	}
	return all
}

func header(line string) section {
	columns, options, _ := strings.Cut(strings.TrimPrefix(line, "@ ROW<"), "> | ")
	s := section{options: map[string]string{}}
	for _, column := range strings.Split(columns, ", ") {
		_, typ, _ := strings.Cut(column, " ")
		s.types = append(s.types, typ)
	}
	for _, o := range strings.Split(options, ";") {
		k, v, _ := strings.Cut(o, "=")
		s.options[k] = v
	}
	return s
}

func (s section) format() csv.Format {
	f := csv.Format{Delimiter: ',', Quote: '"', Lenient: s.options["ignore"] == "true"}
	code := func(key string, to *byte) {
		if v, ok := s.options[key]; ok {
			n, _ := strconv.Atoi(v)
			*to = byte(n)
		}
	}
	code("delim", &f.Delimiter)
	code("quote", &f.Quote)
	code("escape", &f.Escape)
	if _, ok := s.options["noquote"]; ok {
		f.Quote = 0
	}
	_, f.Comments = s.options["comments"]
	f.Null, f.HasNull = s.options["null"]
	return f
}

// padded puts records into a buffer as a source does, with noise behind each of them.
func padded(records ...string) block {
	var b block
	for _, r := range records {
		b.buf = append(b.buf, "9\",\n"...)
		start := len(b.buf)
		b.buf = append(b.buf, r...)
		b.spans = append(b.spans, stream.Span{Start: uint32(start), End: uint32(len(b.buf))})
		b.buf = append(b.buf, "7,\"\n,,,"...)
	}
	b.buf = append(b.buf, strings.Repeat(",8\"\n", stream.Padding/4)...)
	return b
}

type block struct {
	buf   []byte
	spans []stream.Span
}

// flagshipLines makes access-log records as the generator writes them; every quoted-th has a quoted
// uri (0: none).
func flagshipLines(n, quoted int) block {
	r := rand.New(rand.NewPCG(1, 2))
	lines := make([]string, n)
	for i := range lines {
		uri := fmt.Sprintf("/static/v%d/asset_%06d.html", r.IntN(10), r.IntN(1000000))
		if quoted > 0 && i%quoted == 0 {
			uri = `"` + uri + `?a=1,2&q=""x"""`
		}
		id := fmt.Sprintf("%08x-%04x-%04x-%04x-%012x",
			r.Uint32(), r.IntN(1<<16), r.IntN(1<<16), r.IntN(1<<16), r.Int64N(1<<48))
		lines[i] = fmt.Sprintf("%s,%d.%d.%d.%d,%d,%d,%s", id,
			1+r.IntN(222), r.IntN(256), r.IntN(256), r.IntN(256),
			1+r.IntN(5000), 100+r.IntN(2000000), uri)
	}
	return padded(lines...)
}

// decimalType reads "DECIMAL(p,s)".
func decimalType(typ string) (p, s int) {
	if _, err := fmt.Sscanf(typ, "DECIMAL(%d,%d)", &p, &s); err != nil {
		panic(typ + " in the judged cases: " + err.Error())
	}
	return p, s
}

// timestamp reads "MILLIS+NANOS", as the judge writes timestamps.
func timestamp(text string) (t value.Timestamp) {
	if _, err := fmt.Sscanf(text, "%d+%d", &t.Millis, &t.Nanos); err != nil {
		panic(text + " in the judged cases: " + err.Error())
	}
	return t
}

// cell converts a field as generated code does and prints it as the judge did.
func cell(f csv.Field, typ string) (text string, ok bool) {
	if f.Null {
		return "NULL", true
	}
	var v any
	if strings.HasPrefix(typ, "DECIMAL") {
		p, s := decimalType(typ)
		d, fits, valid := csv.Decimal(f.Text, p, s)
		if !fits {
			return "NULL", valid
		}
		return string(value.AppendDecimal(nil, d, s)), true
	}
	switch typ[:2] {
	case "TI":
		if typ == "TINYINT" {
			v, ok = csv.Int8(f.Text)
			break
		}
		ts, good := csv.Timestamp(f.Text)
		v, ok = fmt.Sprintf("%d+%d", ts.Millis, ts.Nanos), good
	case "SM":
		v, ok = csv.Int16(f.Text)
	case "IN":
		v, ok = csv.Int32(f.Text)
	case "BI":
		v, ok = csv.Int64(f.Text)
	case "FL":
		x, good := csv.Float32(f.Text)
		v, ok = string(value.AppendFloat32(nil, x)), good
	case "DO":
		x, good := csv.Float64(f.Text)
		v, ok = string(value.AppendFloat64(nil, x)), good
	case "BO":
		v, ok = csv.Bool(f.Text), true
	case "DA":
		v, ok = csv.Date(f.Text)
	default:
		return quoteBytes(f.Text), true
	}
	if !ok {
		return "NULL", false
	}
	return fmt.Sprint(v), true
}

// quoteBytes is how the judge writes a string.
func quoteBytes(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, c := range []byte(s) {
		switch {
		case c == '"' || c == '\\':
			b.WriteString("\\" + string(rune(c)))
		case c >= 0x20 && c < 0x7f:
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "\\x%02x", c)
		}
	}
	return b.String() + `"`
}

// general runs the general path over one record and prints what comes out as the judge did.
func general(s section, split *csv.Splitter, rec []byte) string {
	if fault := split.Split(rec); fault.Kind != csv.None {
		return "DROPPED"
	}
	var cells []string
	for i, f := range split.Fields {
		text, ok := cell(f, s.types[i])
		if !ok && s.options["ignore"] != "true" {
			return "DROPPED"
		}
		cells = append(cells, text)
	}
	return "[" + strings.Join(cells, ", ") + "]"
}

// differs lists the records for which we knowingly differ: the smallest number is rounded to 0
// where Java fails for want of memory.
var differs = map[string]string{
	"1e2147483647,1e-2147483647": "[NULL, 0.0000000000]",
}

func TestGeneralPathAsFlink(t *testing.T) {
	for _, s := range readJudged(t, "csv-read.txt") {
		split := csv.NewSplitter(s.format(), len(s.types))
		for _, c := range s.cases {
			rec, err := strconv.Unquote(c.input)
			if err != nil {
				t.Fatal(c.input, err)
			}
			want := c.want
			if strings.HasPrefix(want, "FAIL") {
				want = "DROPPED" // by the error policy, the decoder only says so
			}
			in := padded(rec)
			got := general(s, &split, in.buf[in.spans[0].Start:in.spans[0].End])
			if other, ok := differs[rec]; ok {
				want = other
			}
			if got != want {
				t.Errorf("%v %v\n%s\n got %s\nwant %s", s.types, s.options, c.input, got, want)
			}
		}
	}
}

// flagshipRow prints a decoded row as far as the query reads it.
func flagshipRow(r accessLog) string {
	show := func(bit uint8, v any) string {
		if r.null&bit != 0 {
			return "NULL"
		}
		return fmt.Sprint(v)
	}
	return fmt.Sprint(show(nullUUID, "uuid"), " ", show(nullClientIP, quoteBytes(r.clientIP)), " ",
		show(nullRequestTime, r.requestTime), " ", show(nullResponseSize, r.responseSize))
}

// TestExemplarAsFlink runs every record judged with the flagship's table through the exemplar, each
// before and behind an ordinary record, so that the predicted width is once the right and once a
// wrong one.
func TestExemplarAsFlink(t *testing.T) {
	s := readJudged(t, "csv-read.txt")[0]
	const plain = "4f2c1c1e-6b0e-4a52-9f3e-0c8f6f1f4a11,27.184.139.25,118,40960,/static/app.js"
	for _, c := range s.cases {
		rec, _ := strconv.Unquote(c.input)
		in := padded(rec, plain, rec)
		d := newAccessLogDecoder()
		for i, span := range in.spans {
			got, want := "DROPPED", projected(c.want)
			var r [1]accessLog
			if d.block(in.buf, []stream.Span{span}, r[:]) == 1 {
				got = flagshipRow(r[0])
			}
			if i == 1 {
				want = `uuid "27.184.139.25" 118 40960`
			}
			if got != want {
				t.Errorf("%s\n got %s\nwant %s", c.input, got, want)
			}
		}
	}
}

// projected reduces the judge's row to what the query reads.
func projected(want string) string {
	if want == "DROPPED" {
		return want
	}
	split := csv.NewSplitter(csv.Format{Delimiter: ','}, 5)
	if f := split.Split([]byte(want[1 : len(want)-1])); f.Kind != csv.None {
		return "DROPPED"
	}
	uuid := "uuid"
	if split.Fields[0].Text == "NULL" {
		uuid = "NULL"
	}
	out := uuid
	for _, f := range split.Fields[1:4] {
		out += " " + strings.TrimSpace(f.Text)
	}
	return out
}

func TestFileLines(t *testing.T) {
	format := csv.Format{Delimiter: ',', Quote: '"', Lenient: true, Lines: true}
	split := csv.NewSplitter(format, 2)
	if f := split.Split(nil); f.Kind != csv.None || split.Fields[0] != (csv.Field{}) || !split.Fields[1].Null {
		t.Errorf("an empty line: %v %v, want a row of '' and NULL", f, split.Fields)
	}
}

func TestFaults(t *testing.T) {
	tests := []struct{ record, want string }{
		{`"a`, `csv: missing closing quote at column x: "\"a"`},
		{`a,"b"c`, `csv: text behind a closing quote at column y: "a,\"b\"c"`},
		{`a,b,c`, `csv: too many columns: "a,b,c"`},
		{`a`, `csv: too few columns at column y: "a"`},
		{"a,\xff", `csv: not UTF-8: "a,\xff"`},
		{``, `csv: empty record at column x: ""`},
		{strings.Repeat("a", 100), `csv: too few columns at column y: "` + strings.Repeat("a", 60) + `"...`},
	}
	for _, tt := range tests {
		split := csv.NewSplitter(csv.Format{Delimiter: ',', Quote: '"'}, 2)
		if got := split.Split([]byte(tt.record)).Describe([]string{"x", "y"}); got != tt.want {
			t.Errorf("%q\n got %s\nwant %s", tt.record, got, tt.want)
		}
	}
}
