package json_test

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/rtlib/format/json"
	"github.com/flinkc/flinkc/rtlib/stream"
	"github.com/flinkc/flinkc/rtlib/value"
)

// section is a part of a judged file: a table, options, and cases.
type section struct {
	names, types []string
	options      map[string]string
	cases        []judgedCase
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
		name, typ, _ := strings.Cut(column, " ")
		s.names = append(s.names, strings.Trim(name, "`"))
		s.types = append(s.types, typ)
	}
	for _, o := range strings.Split(options, ";") {
		k, v, _ := strings.Cut(o, "=")
		s.options[k] = v
	}
	return s
}

type block struct {
	buf   []byte
	spans []stream.Span
}

// padded puts documents into a buffer as a source does, with noise behind each of them.
func padded(docs ...string) block {
	var b block
	for _, r := range docs {
		b.buf = append(b.buf, `1,"`...)
		start := len(b.buf)
		b.buf = append(b.buf, r...)
		b.spans = append(b.spans, stream.Span{Start: uint32(start), End: uint32(len(b.buf))})
		b.buf = append(b.buf, `0}"}]`...)
	}
	b.buf = append(b.buf, strings.Repeat(`1"}\`, stream.Padding/4)...)
	return b
}

// bids makes bids: compact (0), with blanks behind colons and commas (1), or one document in ten of
// another order (2).
func bids(n, style int) block {
	r := rand.New(rand.NewPCG(3, 4))
	docs := make([]string, n)
	for i := range docs {
		fields := []string{
			fmt.Sprintf(`"auction":%d`, 1000+r.IntN(100000)),
			fmt.Sprintf(`"bidder":%d`, 1000+r.IntN(100000)),
			fmt.Sprintf(`"price":%d`, 100+r.IntN(100000000)),
			fmt.Sprintf(`"channel":"channel-%d"`, r.IntN(10000)),
			fmt.Sprintf(`"url":"https://www.nexmark.com/item.htm?query=1&channel_id=%d"`, r.IntN(1<<30)),
			fmt.Sprintf(`"dateTime":"2023-05-%02d %02d:%02d:%02d.%03d"`,
				1+r.IntN(28), r.IntN(24), r.IntN(60), r.IntN(60), r.IntN(1000)),
			fmt.Sprintf(`"extra":"%s"`, strings.Repeat("xy", 20+r.IntN(20))),
		}
		if style == 2 && i%10 == 0 {
			fields[0], fields[5] = fields[5], fields[0]
		}
		docs[i] = "{" + strings.Join(fields, ",") + "}"
		if style == 1 {
			docs[i] = "{" + strings.ReplaceAll(strings.Join(fields, ", "), `":`, `": `) + "}"
		}
	}
	return padded(docs...)
}

// generalRow reads a document by the general path as generated code does, and prints the row as the
// judge did.
func generalRow(s section, r *json.Reader, doc []byte) string {
	row := make([]string, len(s.names))
	for i := range row {
		row[i] = "NULL"
	}
	r.Begin(doc)
	n := 0
	for r.More() {
		if n == len(row) {
			r.Skip()
			continue
		}
		c := -1
		name := r.Name()
		for i := range s.names {
			if s.names[i] == name {
				c = i
			}
		}
		if c < 0 {
			r.Skip()
			continue
		}
		text, ok := cell(r, s, s.types[c])
		if !ok && s.options["ignore"] != "true" {
			return "DROPPED"
		}
		row[c] = text
		r.Done()
		n++
	}
	if r.Fault().Kind != json.None || n < len(row) && s.options["failmissing"] == "true" {
		return "DROPPED"
	}
	return "[" + strings.Join(row, ", ") + "]"
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

func cell(r *json.Reader, s section, typ string) (text string, ok bool) {
	if r.IsNull() {
		return "NULL", true
	}
	var v any
	if strings.HasPrefix(typ, "DECIMAL") {
		p, sc := decimalType(typ)
		d, fits, valid := r.Decimal(p, sc)
		if !fits {
			return "NULL", valid
		}
		return string(value.AppendDecimal(nil, d, sc)), true
	}
	switch typ[:2] {
	case "TI":
		if typ == "TINYINT" {
			v, ok = r.Int8()
			break
		}
		ts, good := r.TimestampSQL()
		if s.options["ts"] == "iso" {
			ts, good = r.TimestampISO()
		}
		v, ok = fmt.Sprintf("%d+%d", ts.Millis, ts.Nanos), good
	case "SM":
		v, ok = r.Int16()
	case "IN":
		v, ok = r.Int32()
	case "BI":
		v, ok = r.Int64()
	case "FL":
		x, good := r.Float32()
		v, ok = string(value.AppendFloat32(nil, x)), good
	case "DO":
		x, good := r.Float64()
		v, ok = string(value.AppendFloat64(nil, x)), good
	case "BO":
		v, ok = r.Bool(), true
	case "DA":
		v, ok = r.Date()
	default:
		text, ok := r.String()
		return quoteBytes(text), ok
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

func TestGeneralPathAsFlink(t *testing.T) {
	for _, s := range readJudged(t, "json-read.txt") {
		var r json.Reader
		for _, c := range s.cases {
			doc, err := strconv.Unquote(c.input)
			if err != nil {
				t.Fatal(c.input, err)
			}
			want := c.want
			if strings.HasPrefix(want, "FAIL") {
				want = "DROPPED" // by the error policy, the decoder only says so
			}
			in := padded(doc)
			got := generalRow(s, &r, in.buf[in.spans[0].Start:in.spans[0].End])
			if got != want {
				t.Errorf("%v %v\n%s\n got %s\nwant %s", s.types, s.options, c.input, got, want)
			}
		}
	}
}

// bidText prints a row as the judge did.
func bidText(r bid) string {
	show := func(column int, v any) string {
		if r.null>>column&1 != 0 {
			return "NULL"
		}
		return fmt.Sprint(v)
	}
	ms := show(bidDateTime, r.dateTime)
	if ms != "NULL" {
		ms += "+0"
	}
	return "[" + strings.Join([]string{
		show(bidAuction, r.auction), show(bidBidder, r.bidder), show(bidPrice, r.price),
		show(bidChannel, quoteBytes(r.channel)), show(bidURL, quoteBytes(r.url)), ms,
		show(bidExtra, quoteBytes(r.extra)),
	}, ", ") + "]"
}

// TestExemplarAsFlink runs every document judged with the table of bids through the exemplar:
// before and behind an ordinary one, and behind itself, so that it also meets its own shape.
func TestExemplarAsFlink(t *testing.T) {
	s := readJudged(t, "json-read.txt")[0]
	plain, _ := strconv.Unquote(s.cases[0].input)
	for _, c := range s.cases {
		doc, _ := strconv.Unquote(c.input)
		in := padded(doc, plain, doc, doc, plain)
		var d bidDecoder
		for i, span := range in.spans {
			got, want := "DROPPED", strings.Replace(c.want, "+456000", "+0", 1) // TIMESTAMP(3) holds milliseconds
			var r bid
			if d.take(in.buf, span, &r) {
				got = bidText(r)
			}
			if i == 1 || i == 4 {
				want = s.cases[0].want
			}
			if got != want {
				t.Errorf("%s, as number %d\n got %s\nwant %s", c.input, i, got, want)
			}
		}
	}
}

func TestFaults(t *testing.T) {
	tests := []struct{ doc, want string }{
		{``, `json: empty record: ""`},
		{`[1]`, `json: not an object: "[1]"`},
		{`{"a":01}`, `json: syntax error at byte 5: "{\"a\":01}"`},
		{"{\"a\":\"\xff\"}", `json: not UTF-8 at byte 6: "{\"a\":\"\xff\"}"`},
		{`{"a":1`, `json: syntax error at byte 6: "{\"a\":1"`},
		{`{"a":"` + strings.Repeat("x", 100),
			`json: syntax error at byte 5: "{\"a\":\"` + strings.Repeat("x", 54) + `"...`},
	}
	for _, tt := range tests {
		var r json.Reader
		for r.Begin([]byte(tt.doc)); r.More(); {
			r.Name()
			r.Skip()
		}
		if got := r.Fault().Describe(nil); got != tt.want {
			t.Errorf("%q\n got %s\nwant %s", tt.doc, got, tt.want)
		}
	}
	var r json.Reader
	r.Begin([]byte(`{"a":"x"}`))
	r.Name()
	want := `json: not a value of the column's type at field a: "x"`
	if got := r.BadValue(1).Describe([]string{"b", "a"}); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
