package csv_test

import (
	"bytes"
	"slices"
	"strconv"
	"testing"

	"github.com/flinkc/flinkc/rtlib/format/csv"
	"github.com/flinkc/flinkc/rtlib/stream"
)

// FuzzCSV checks that the exemplar gives for a block what decoding each record by itself gives, whatever
// was decoded before, and that the latter looks at nothing outside the record: it gets a copy that ends
// with the record's last byte.
func FuzzCSV(f *testing.F) {
	for _, s := range readJudged(f, "csv-read.txt") {
		for _, c := range s.cases {
			rec, _ := strconv.Unquote(c.input)
			f.Add([]byte(rec), []byte("uuid,1.2.3.4,5,6,/a"))
		}
	}
	f.Fuzz(func(t *testing.T, rec, before []byte) {
		records := []string{string(before), string(rec), string(rec)}
		in := padded(records...)
		d, exact := newAccessLogDecoder(), newAccessLogDecoder()
		rows := make([]accessLog, len(records))
		var got, want []string
		for _, r := range rows[:d.block(in.buf, in.spans, rows)] {
			got = append(got, flagshipRow(r))
		}
		for _, record := range records {
			var r accessLog
			alone := slices.Clip([]byte(record))
			if exact.decode(alone, stream.Span{End: uint32(len(alone))}, &r) {
				want = append(want, flagshipRow(r))
			}
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%q behind %q\n got %q\nwant %q", rec, before, got, want)
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
