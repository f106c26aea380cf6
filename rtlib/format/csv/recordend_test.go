package csv_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/rtlib/format/csv"
)

func TestRecordEnd(t *testing.T) {
	plain := csv.Format{Delimiter: ',', Quote: '"'}
	tests := []struct {
		name   string
		format csv.Format
		data   string
		want   string // the records, with | between them; what is not ended stays behind the last one
	}{
		{"lines", plain, "a,b\nc\r\n\nd\re\n", "a,b|c||d|e|"},
		{"line end in quotes", plain, "a,\"x\ny\"\nb\n", "a,\"x\ny\"|b|"},
		{"doubled quotes", plain, "\"a\"\"\n\"\nb\n", "\"a\"\"\n\"|b|"},
		{"quote inside text", plain, "a\"b\nc\n", "a\"b|c|"},
		{"open quote", plain, "a\n\"b\nc\n", "a|\"b\nc\n"},
		{"no last line end", plain, "a\nb", "a|b"},
		{"CR at the end of a read", plain, "a\r", "a\r"},
		{"quote at the end of a read", plain, "\"a\"", "\"a\""},
		{"no quotes", csv.Format{Delimiter: ','}, "\"a\n\"b\n", "\"a|\"b|"},
		{"escape", csv.Format{Delimiter: ',', Quote: '"', Escape: '\\'}, "\"a\\\"\n\"\nb\\\nc\n",
			"\"a\\\"\n\"|b\\\nc|"},
		{"comment", csv.Format{Delimiter: ',', Quote: '"', Comments: true}, "#,\"\n  #,\"\na\n",
			"#,\"|  #,\"|a|"},
	}
	for _, tt := range tests {
		var got []string
		p := 0
		for {
			end, next, ok := tt.format.RecordEnd([]byte(tt.data), p)
			if !ok {
				break
			}
			got, p = append(got, tt.data[p:end]), next
		}
		if all := append(got, tt.data[p:]); !slices.Equal(all, strings.Split(tt.want, "|")) {
			t.Errorf("%s: got %q, want %q", tt.name, all, tt.want)
		}
	}
}
