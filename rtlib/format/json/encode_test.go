package json_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/rtlib/format/json"
	"github.com/flinkc/flinkc/rtlib/value"
)

// judgedCells splits the input side of a write case: Go strings and NULL.
func judgedCells(t *testing.T, line string) (cells []string, null []bool) {
	t.Helper()
	for line != "" {
		if rest, ok := strings.CutPrefix(line, "NULL"); ok {
			cells, null, line = append(cells, ""), append(null, true), strings.TrimSpace(rest)
			continue
		}
		q, err := strconv.QuotedPrefix(line)
		if err != nil {
			t.Fatal(line, err)
		}
		s, _ := strconv.Unquote(q)
		cells, null, line = append(cells, s), append(null, false), strings.TrimSpace(line[len(q):])
	}
	return cells, null
}

func appendCell(dst []byte, s section, typ, text string) []byte {
	n, _ := strconv.ParseInt(text, 10, 64)
	f, _ := strconv.ParseFloat(text, 64)
	if strings.HasPrefix(typ, "DECIMAL") {
		p, sc := decimalType(typ)
		v, _, _ := value.ParseDecimalTo(text, p, sc)
		return json.AppendDecimal(dst, v, sc, s.options["plain"] == "true")
	}
	switch typ {
	case "STRING":
		return json.AppendString(dst, text)
	case "BOOLEAN":
		return json.AppendBool(dst, text == "true")
	case "FLOAT":
		return json.AppendFloat32(dst, float32(f))
	case "DOUBLE":
		return json.AppendFloat64(dst, f)
	case "DATE":
		return json.AppendDate(dst, int32(n))
	case "TINYINT", "SMALLINT", "INT", "BIGINT":
		return json.AppendInt(dst, n)
	}
	t := timestamp(text)
	if s.options["ts"] == "iso" {
		return json.AppendTimestampISO(dst, t)
	}
	return json.AppendTimestampSQL(dst, t)
}

func TestEncoderAsFlink(t *testing.T) {
	for _, s := range readJudged(t, "json-write.txt") {
		for _, w := range s.cases {
			cells, null := judgedCells(t, w.input)
			got := []byte{'{'}
			for i, text := range cells {
				if null[i] && s.options["ignorenull"] == "true" {
					continue
				}
				if len(got) > 1 {
					got = append(got, ',')
				}
				got = append(json.AppendString(got, s.names[i]), ':')
				if null[i] {
					got = json.AppendNull(got)
				} else {
					got = appendCell(got, s, s.types[i], text)
				}
			}
			if q := quoteBytes(string(append(got, '}'))); q != w.want {
				t.Errorf("%v %v\n%s\n got %s\nwant %s", s.types, s.options, w.input, q, w.want)
			}
		}
	}
}

func TestAppendStringRepairs(t *testing.T) {
	if got, want := string(json.AppendString(nil, "a\xffb")), "\"a\uFFFDb\""; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
