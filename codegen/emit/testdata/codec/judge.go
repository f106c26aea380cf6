// Package pipeline stands beside generated decoders and encoders: it runs records through them as
// the test asks on standard input, and answers with rows and records as text.
package pipeline

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"strconv"
	"strings"
	"unsafe"

	"github.com/flinkc/flinkc/rtlib/stream"
	"github.com/flinkc/flinkc/rtlib/value"
)

// request is what one table is to do.
type request struct {
	Types   []string    // of the columns that the row has
	Plain   []byte      // an ordinary record; nil: none
	Records [][]byte    // to decode
	Rows    [][]*string // to encode
}

// answer is what came out.
type answer struct {
	Decoded [][]string // per record: by the general path, then by both paths in several states
	Fast    bool       // the ordinary record took the fast path once the decoder had seen it
	Plain   bool       // it took the plain path, which knows it beforehand
	Fault   []string   // of the general path, per record
	Encoded [][]byte
}

// decoder is a generated decoder of rows R.
type decoder[R any] interface {
	decode(buf []byte, span stream.Span, r *R) bool
	reset()
}

// twoPaths is one whose decode goes by two of them.
type twoPaths[R any] interface {
	fast(buf []byte, span stream.Span, r *R) bool
	general(buf []byte, span stream.Span, r *R) bool
}

// paths are the two paths of decode, or decode itself for both.
func paths[R any](d decoder[R]) (fast, general func([]byte, stream.Span, *R) bool) {
	if p, ok := d.(twoPaths[R]); ok {
		return p.fast, p.general
	}
	return d.decode, d.decode
}

// plainDecoder is one that takes plain records many at a time.
type plainDecoder[R any] interface {
	plain(buf []byte, spans []stream.Span, rows []R) int
}

// Answer reads the requests, one a table, and writes the answers.
func Answer() {
	var in []request
	if err := json.NewDecoder(os.Stdin).Decode(&in); err != nil {
		panic(err)
	}
	out := make([]answer, len(in))
	for i, q := range in {
		out[i] = tables[i](q)
	}
	if err := json.NewEncoder(os.Stdout).Encode(out); err != nil {
		panic(err)
	}
}

// lessons is how many records at most a decoder may need to learn what ordinary ones look like.
const lessons = 2048

// padded puts a record into a buffer as a source does, with noise around it.
func padded(rec []byte) ([]byte, stream.Span) {
	buf := append([]byte("9\",\n"), rec...)
	span := stream.Span{Start: 4, End: uint32(len(buf))}
	buf = append(buf, "7,\"\n,,,"+strings.Repeat(",8\"\n", stream.Padding/4)...)
	return buf[:cap(buf)], span
}

func decodeAll[R any](d, fresh decoder[R], fault func(decoder[R]) string, q request) (a answer) {
	var r R // is written again and again, as the rows of a block are
	run := func(path func([]byte, stream.Span, *R) bool, rec []byte) string {
		buf, span := padded(rec)
		if !path(buf, span, &r) {
			return "DROPPED"
		}
		return show(reflect.ValueOf(&r).Elem(), q.Types)
	}
	plain := func(buf []byte, span stream.Span, r *R) bool {
		p, ok := d.(plainDecoder[R])
		if !ok {
			return false
		}
		rows := []R{*r}
		ok = p.plain(buf, []stream.Span{span}, rows) == 1
		*r = rows[0]
		return ok
	}
	_, general := paths(fresh)
	fast, _ := paths(d)
	for _, rec := range q.Records {
		fresh.reset()
		got := []string{run(general, rec)}
		a.Fault = append(a.Fault, fault(fresh))
		d.reset()
		for range 2 {
			got = append(got, run(d.decode, rec))
		}
		if q.Plain != nil {
			run(d.decode, q.Plain)
			run(d.decode, q.Plain)
			got = append(got, run(d.decode, rec))
		}
		for range 2 {
			if text := run(plain, rec); text != "DROPPED" {
				got = append(got, text)
			}
			run(plain, q.Plain)
		}
		a.Decoded = append(a.Decoded, got)
	}
	a.Plain = q.Plain != nil && run(plain, q.Plain) != "DROPPED"
	for range lessons {
		if a.Fast = q.Plain != nil && run(fast, q.Plain) != "DROPPED"; a.Fast || q.Plain == nil {
			break
		}
		run(d.decode, q.Plain)
	}
	return a
}

// show prints a row as the judge did.
func show(r reflect.Value, types []string) string {
	var cells []string
	field, bit := 0, 0
	for _, typ := range types {
		kind, isNull := typ, false
		if base, ok := strings.CutSuffix(typ, " NOT NULL"); ok {
			kind = base
		} else {
			isNull = nullBit(r, bit)
			bit++
		}
		if kind == "?" { // only whether it is NULL
			cells = append(cells, map[bool]string{true: "NULL", false: "VALUE"}[isNull])
			continue
		}
		cell := "NULL"
		if !isNull {
			cell = showField(r.Field(field), kind)
		}
		cells = append(cells, cell)
		field++
	}
	return "[" + strings.Join(cells, ", ") + "]"
}

func nullBit(r reflect.Value, bit int) bool {
	f := r.FieldByName("null")
	if f.Kind() == reflect.Array {
		f = f.Index(bit / 64)
	}
	return f.Uint()>>(bit%64)&1 != 0
}

func showField(f reflect.Value, typ string) string {
	switch {
	case strings.HasPrefix(typ, "DECIMAL"):
		var p, s int
		fmt.Sscanf(typ, "DECIMAL(%d,%d)", &p, &s)
		v := value.Int128{}
		if f.Kind() == reflect.Int64 {
			v = value.FromInt64(f.Int())
		} else {
			v = value.Int128{Hi: f.FieldByName("Hi").Int(), Lo: f.FieldByName("Lo").Uint()}
		}
		return string(value.AppendDecimal(nil, v, s))
	case strings.HasPrefix(typ, "TIMESTAMP"):
		if f.Kind() == reflect.Int64 {
			return fmt.Sprintf("%d+0", f.Int())
		}
		return fmt.Sprintf("%d+%d", f.FieldByName("Millis").Int(), f.FieldByName("Nanos").Int())
	case typ == "FLOAT":
		return string(value.AppendFloat32(nil, float32(f.Float())))
	case typ == "DOUBLE":
		return string(value.AppendFloat64(nil, f.Float()))
	case f.Kind() == reflect.String:
		return quoteBytes(f.String())
	case f.Kind() == reflect.Bool:
		return strconv.FormatBool(f.Bool())
	}
	return strconv.FormatInt(f.Int(), 10)
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

// fill makes a row from texts.
func fill[R any](q request, cells []*string) (row R) {
	r := reflect.ValueOf(&row).Elem()
	for i, text := range cells {
		if text == nil {
			null := settable(r.FieldByName("null"))
			null.SetUint(null.Uint() | 1<<i)
			continue
		}
		fillField(settable(r.Field(i)), q.Types[i], *text)
	}
	return row
}

// settable gives access to a field that is not exported.
func settable(f reflect.Value) reflect.Value {
	return reflect.NewAt(f.Type(), unsafe.Pointer(f.UnsafeAddr())).Elem()
}

func fillField(f reflect.Value, typ, text string) {
	n, _ := strconv.ParseInt(text, 10, 64)
	var p, s, nanos int
	switch {
	case strings.HasPrefix(typ, "DECIMAL"):
		fmt.Sscanf(typ, "DECIMAL(%d,%d)", &p, &s)
		v, _, _ := value.ParseDecimalTo(text, p, s)
		if f.Kind() == reflect.Int64 {
			f.SetInt(v.Int64())
		} else {
			f.Set(reflect.ValueOf(v))
		}
	case strings.HasPrefix(typ, "TIMESTAMP"):
		fmt.Sscanf(text, "%d+%d", &n, &nanos)
		if f.Kind() == reflect.Int64 {
			f.SetInt(n)
		} else {
			f.Set(reflect.ValueOf(value.Timestamp{Millis: n, Nanos: int32(nanos)}))
		}
	case f.Kind() == reflect.String:
		f.SetString(text)
	case f.Kind() == reflect.Bool:
		f.SetBool(text == "true")
	case f.CanFloat():
		v, _ := strconv.ParseFloat(text, 64)
		f.SetFloat(v)
	default:
		f.SetInt(n)
	}
}

// encodeAll runs rows through a stage that gathers the records.
func encodeAll[R any](q request, pass func([]R) error, lines func() [][]byte) (a answer) {
	for _, cells := range q.Rows {
		if err := pass([]R{fill[R](q, cells)}); err != nil {
			panic(err)
		}
	}
	a.Encoded = lines()
	return a
}
