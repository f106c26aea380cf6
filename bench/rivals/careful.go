package rivals

import (
	"bytes"
	"unicode/utf8"
	"unsafe"

	"github.com/flinkc/flinkc/rtlib/stream"
	gojson "github.com/goccy/go-json"
)

// Careful decodes and aggregates record by record.
type Careful struct {
	general
	groups map[string]*Agg
}

// NewCareful returns an empty aggregation.
func NewCareful() *Careful { return &Careful{newGeneral(), map[string]*Agg{}} }

// Decode reads one CSV record; false when it gives no row.
func (c *Careful) Decode(line []byte, r *Row) bool {
	return carefulCSV(line, r) || c.csv(line, r)
}

func carefulCSV(line []byte, r *Row) bool {
	if bytes.IndexByte(line, '"') >= 0 || bytes.IndexByte(line, '\r') >= 0 || !utf8.Valid(line) {
		return false
	}
	rest := line
	var f [4][]byte
	for k := range f {
		i := bytes.IndexByte(rest, ',')
		if i < 0 {
			return false
		}
		f[k], rest = rest[:i], rest[i+1:]
	}
	t, ok1 := atoi(f[2])
	s, ok2 := atoi(f[3])
	if !ok1 || !ok2 || bytes.IndexByte(rest, ',') >= 0 || bytes.IndexByte(line, '\n') >= 0 {
		return false
	}
	*r = Row{IP: unsafe.String(unsafe.SliceData(f[1]), len(f[1])), RequestTime: t, ResponseSize: s}
	return true
}

func atoi(b []byte) (int64, bool) {
	neg := len(b) > 0 && b[0] == '-'
	if neg {
		b = b[1:]
	}
	if len(b) == 0 || len(b) > 18 {
		return 0, false
	}
	v := int64(0)
	for _, c := range b {
		if c -= '0'; c > 9 {
			return 0, false
		}
		v = v*10 + int64(c)
	}
	if neg {
		v = -v
	}
	return v, true
}

// Flagship aggregates records; f gets a copy of each address, because it may keep it.
func (c *Careful) Flagship(buf []byte, spans []stream.Span, f func(string) string) {
	var r Row
	for _, s := range spans {
		if !c.Decode(buf[s.Start:s.End], &r) {
			continue
		}
		name := f(string([]byte(r.IP)))
		a := c.groups[name]
		if a == nil {
			a = new(Agg)
			c.groups[name] = a
		}
		a.add(&r)
	}
}

// Groups is the result by name.
func (c *Careful) Groups() map[string]Agg { return copied(c.groups) }

func copied(groups map[string]*Agg) map[string]Agg {
	out := make(map[string]Agg, len(groups))
	for name, a := range groups {
		out[name] = *a
	}
	return out
}

// CarefulJSON reads lines with goccy/go-json.
func CarefulJSON(buf []byte, emit func(*Row)) { structJSON(buf, gojson.Unmarshal, emit) }
