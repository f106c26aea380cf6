package csv_test

import (
	"bytes"
	"slices"
	"strconv"
	"testing"

	"github.com/flinkc/flinkc/rtlib/format/csv"
	"github.com/flinkc/flinkc/rtlib/stream"
)

// FuzzCSV checks that the exemplar's fast path gives what its general path gives, whatever was
// decoded before, and that the general path looks at nothing outside the record: it gets a copy
// that ends with the record's last byte.
func FuzzCSV(f *testing.F) {
	for _, s := range readJudged(f, "csv-read.txt") {
		for _, c := range s.cases {
			rec, _ := strconv.Unquote(c.input)
			f.Add([]byte(rec), []byte("uuid,1.2.3.4,5,6,/a"))
		}
	}
	f.Fuzz(func(t *testing.T, rec, before []byte) {
		in := padded(string(before), string(rec), string(rec))
		d, exact := newAccessLogDecoder(), newAccessLogDecoder()
		var r, want accessLog
		d.decode(in.buf, in.spans[0], &r)
		alone := slices.Clip(bytes.Clone(rec))
		wantOK := exact.general(alone, stream.Span{End: uint32(len(alone))}, &want)
		for _, span := range in.spans[1:] {
			ok := d.decode(in.buf, span, &r)
			if ok != wantOK || ok && flagshipRow(r) != flagshipRow(want) {
				t.Fatalf("%q behind %q\n got %v %s\nwant %v %s",
					rec, before, ok, flagshipRow(r), wantOK, flagshipRow(want))
			}
		}
	})
}

// FuzzOptions splits by arbitrary options: no panic, no column more than the table has, and what
// the encoder writes for the fields that came out comes out again.
func FuzzOptions(f *testing.F) {
	f.Add([]byte(`a,"b""c",d\,e`), byte(','), byte('"'), byte(0), false)
	f.Add([]byte("#x\n'a';b\\'"), byte(';'), byte('\''), byte('\\'), true)
	f.Add([]byte("a\t\tb\xff"), byte('\t'), byte(0), byte(0), false)
	f.Fuzz(func(t *testing.T, rec []byte, delim, quote, escape byte, comments bool) {
		if delim >= 0x80 || quote >= 0x80 || escape >= 0x80 || delim == quote || delim == escape ||
			quote == escape && quote != 0 || bytes.IndexByte([]byte("\r\n"), delim) >= 0 {
			t.Skip()
		}
		format := csv.Format{Delimiter: delim, Quote: quote, Escape: escape, Comments: comments, Lenient: true}
		split := csv.NewSplitter(format, 3)
		if split.Split(rec).Kind != csv.None || quote <= ' ' || escape != 0 || comments || delim <= ' ' {
			return
		}
		fields := slices.Clone(split.Fields)
		c := csv.NewEncoder(format)
		var out []byte
		for i, f := range fields {
			if i > 0 {
				out = append(out, delim)
			}
			out = c.AppendString(out, f.Text)
		}
		split2 := csv.NewSplitter(format, 3)
		if fault := split2.Split(out); fault.Kind != csv.None {
			t.Fatalf("%q wrote %q: %v", rec, out, fault.Kind)
		}
		for i := range fields {
			if split2.Fields[i].Text != fields[i].Text {
				t.Fatalf("%q wrote %q: column %d is %q, was %q", rec, out, i, split2.Fields[i].Text, fields[i].Text)
			}
		}
	})
}
