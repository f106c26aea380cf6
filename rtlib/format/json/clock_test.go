package json_test

import (
	"strings"
	"testing"

	"github.com/flinkc/flinkc/rtlib/format/json"
	"github.com/flinkc/flinkc/rtlib/format/scalar"
	"github.com/flinkc/flinkc/rtlib/value"
)

// TestClock reads timestamps one behind another, as a column has them, and wants for each that the clock
// takes what the format's own reader gives.
func TestClock(t *testing.T) {
	const plain, seconds = "2015-07-15 01:02:03.456", "2015-07-15 01:02:03"
	texts := []string{plain, plain, seconds, "2015-07-16 23:59:59.999", "2015-07-15 00:00:00.000",
		"1969-12-31 12:00:00.001",
		"2015-07-15 24:00:00.000", plain, "2015-02-30 10:00:00", "2015-02-30 11:00:00.5", "2015-02-31 12:00:00",
		"0000-01-01 00:00:00", "9999-12-31 23:59:59.999", "2015-07-15T01:02:03", "2015-07-15T01:02:04",
		"2015-07-15 T1:02:03"}
	for i := range plain {
		for _, c := range []string{"x", "/", ":", "6", ".", " ", "é"} {
			texts = append(texts, plain[:i]+c+plain[i+1:], plain)
		}
	}
	for name, read := range map[string]func(string) (value.Timestamp, bool){
		"SQL": scalar.TimestampSQL, "ISO": scalar.TimestampISO} {
		var c json.Clock
		taken := 0
		for _, text := range texts {
			buf := []byte(text + `",` + strings.Repeat("7", json.Reach))
			doc, p, _ := json.Open(buf, 0, uint32(len(text)))
			ms, quote := c.Timestamp(doc, p, read)
			want, ok := read(text)
			if quote < 0 {
				continue // left to the reader
			}
			taken++
			if !ok || ms != want.Millis || quote != len(text) {
				t.Errorf("%s %q: %d up to %d, want %v %d", name, text, ms, quote, ok, want.Millis)
			}
		}
		if name == "SQL" && taken < len(texts)/2 || taken == 0 {
			t.Errorf("%s: %d of %d timestamps were read", name, taken, len(texts))
		}
	}
}
