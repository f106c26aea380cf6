package json

import (
	"github.com/flinkc/flinkc/rtlib/nested"
	"github.com/flinkc/flinkc/rtlib/value"
)

// Columns of constructed types. An ARRAY is an array; a MAP with keys of text, a MULTISET and a ROW are
// objects. A value is read by what describes its type, so that one loop serves all of them.

// Nesting is the format's options that matter inside of a value.
type Nesting struct {
	ISO         bool // json.timestamp-format.standard
	Lenient     bool // json.ignore-parse-errors: what cannot be read is NULL where it stands
	FailMissing bool // json.fail-on-missing-field: a ROW must have all its fields
	Plain       bool // json.encode.decimal-as-plain-number
	OmitNull    bool // json.encode.ignore-null-fields
	NullKeys    NullKeys
	NullKey     string // json.map-null-key.literal
}

// NullKeys says what becomes of an entry whose key is NULL.
type NullKeys uint8

// json.map-null-key.mode.
const (
	FailNullKeys NullKeys = iota
	DropNullKeys
	NameNullKeys
)

// Nested reads the value at hand; the text lives until Reset. ok is false for one that is not of the
// type.
func (r *Reader) Nested(t *nested.Type, how *Nesting) (v string, ok bool) {
	depth := r.nest.Depth()
	switch t.Kind {
	case nested.Row:
		ok = r.fields(t, how)
	case nested.Map, nested.Multiset:
		ok = r.entries(t, how)
	default:
		ok = r.elements(t, how)
	}
	if ok = ok && r.kind == None; !ok {
		r.nest.Drop(depth)
		return "", false
	}
	if t.Kind == nested.Map || t.Kind == nested.Multiset {
		return r.nest.Hashed(textKey, depth), true
	}
	return r.nest.List(depth), true
}

// textKey is the type of keys, which are names.
var textKey = &nested.Type{Kind: nested.String}

// NestedText reads a value that is a document's part of its own. ok is also false when it is not the
// whole of it.
func (r *Reader) NestedText(doc []byte, t *nested.Type, how *Nesting) (v string, ok bool) {
	r.enter(doc)
	r.value()
	v, ok = r.Nested(t, how)
	return v, ok && len(r.stack) == 0 && r.p == len(doc)
}

func (r *Reader) elements(t *nested.Type, how *Nesting) bool {
	if r.tok != ArrayStart {
		return false
	}
	for r.advance(); r.tok != ArrayEnd; r.advance() {
		if r.tok == End {
			r.fail(Syntax)
			return false
		}
		if !r.cell(t.Elem, how) {
			return false
		}
	}
	return true
}

func (r *Reader) entries(t *nested.Type, how *Nesting) bool {
	if r.tok != ObjectStart {
		return false
	}
	value := t.Elem
	if t.Kind == nested.Multiset {
		value = counted
	}
	for r.advance(); r.tok != ObjectEnd; r.advance() {
		if r.tok == End {
			r.fail(Syntax)
			return false
		}
		r.nest.Text(r.text)
		r.advance()
		if !r.cell(value, how) {
			return false
		}
	}
	return true
}

// counted is the type of the counts of a MULTISET.
var counted = &nested.Type{Kind: nested.Int32}

// fields reads a ROW. As at the top of a document, names are looked at until there have been as many
// fields as the type has.
func (r *Reader) fields(t *nested.Type, how *Nesting) bool {
	if r.tok != ObjectStart {
		return false
	}
	n, depth := 0, r.nest.Depth()
	for range t.Fields {
		r.nest.Null()
	}
	for r.advance(); r.tok != ObjectEnd; {
		if r.tok == End {
			r.fail(Syntax)
			return false
		}
		i := -1
		if name := r.Name(); n < len(t.Fields) {
			i = field(t, name)
		}
		if i < 0 {
			r.skip()
			continue
		}
		if !r.cell(t.Fields[i].Type, how) {
			return false
		}
		r.nest.Set(depth + i)
		r.advance()
		n++
	}
	return n == len(t.Fields) || !how.FailMissing
}

func field(t *nested.Type, name string) int {
	for i := range t.Fields {
		if t.Fields[i].Name == name {
			return i
		}
	}
	return -1
}

// cell reads the value at hand into a cell.
func (r *Reader) cell(t *nested.Type, how *Nesting) bool {
	if r.tok == Null {
		r.nest.Null()
		return true
	}
	if r.convert(t, how) {
		return true
	}
	r.nest.Null()
	return how.Lenient && r.kind == None
}

// convert puts the value at hand as a cell; false: it is not of the type, and nothing is put.
func (r *Reader) convert(t *nested.Type, how *Nesting) (ok bool) {
	switch t.Kind {
	case nested.Bool8:
		r.nest.Bool(r.Bool())
		return true
	case nested.Single:
		var v float32
		if v, ok = r.Float32(); ok {
			r.nest.Float32(v)
		}
	case nested.Double:
		var v float64
		if v, ok = r.Float64(); ok {
			r.nest.Float64(v)
		}
	case nested.Number:
		ok = r.putDecimal(t)
	case nested.Moment, nested.Instant:
		var v value.Timestamp
		if v, ok = r.moment(t, how); ok {
			r.nest.Timestamp(v)
		}
	case nested.String, nested.Bytes, nested.Array, nested.Map, nested.Multiset, nested.Row:
		var v string
		if v, ok = r.inner(t, how); ok {
			r.nest.Text(v)
		}
	default:
		var v int64
		if v, ok = r.integer(t.Kind); ok {
			r.nest.Int(v)
		}
	}
	return ok
}

// putDecimal puts NULL for a number with too many digits, which is no fault.
func (r *Reader) putDecimal(t *nested.Type) bool {
	v, ok, valid := r.Decimal(t.Precision, t.Scale)
	switch {
	case ok:
		r.nest.Decimal(v)
	case valid:
		r.nest.Null()
	}
	return valid
}

func (r *Reader) inner(t *nested.Type, how *Nesting) (string, bool) {
	switch t.Kind {
	case nested.String:
		return r.String()
	case nested.Bytes:
		return r.Bytes()
	}
	return r.Nested(t, how)
}

func (r *Reader) integer(k nested.Kind) (int64, bool) {
	var v int32
	var ok bool
	switch k {
	case nested.Int8:
		v, ok := r.Int8()
		return int64(v), ok
	case nested.Int16:
		v, ok := r.Int16()
		return int64(v), ok
	case nested.Int64:
		return r.Int64()
	case nested.Date:
		v, ok = r.Date()
	case nested.Time:
		v, ok = r.Time()
	default:
		v, ok = r.Int32()
	}
	return int64(v), ok
}

func (r *Reader) moment(t *nested.Type, how *Nesting) (value.Timestamp, bool) {
	switch {
	case t.Kind == nested.Moment && how.ISO:
		return r.TimestampISO()
	case t.Kind == nested.Moment:
		return r.TimestampSQL()
	case how.ISO:
		return r.InstantISO()
	}
	return r.InstantSQL()
}
