package emit

import (
	"fmt"

	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// row is a generated row type: the columns of a schema that somebody reads, and one bit for each of them that can be
// NULL.
type row struct {
	name string
	cols []rowCol
	bits int
}

type rowCol struct {
	index int // in the schema
	name  string
	typ   types.Type
	field string // "" when only NULL-ness is wanted
	bit   int    // -1: never NULL
}

// nanosPrecision is that of a TIMESTAMP whose field holds every digit.
const nanosPrecision = 9

// newRow lays out the used columns of a schema.
func newRow(name string, schema []types.Field, used []physical.Use) *row {
	r := &row{name: name}
	names := newScope()
	names.name("null")
	for i, f := range schema {
		if used[i] == physical.Unused {
			continue
		}
		c := rowCol{index: i, name: f.Name, typ: f.Type, bit: -1}
		if used[i] == physical.Digits {
			c.typ.Precision = nanosPrecision
		}
		if used[i] >= physical.Value {
			c.field = names.name(fieldName(f.Name))
		}
		if f.Type.Nullable {
			c.bit = r.bits
			r.bits++
		}
		r.cols = append(r.cols, c)
	}
	return r
}

// fieldName is the name of a struct's field for a column. Only Go's keywords must be avoided, and null.
func fieldName(column string) string {
	n := plainIdent(column, false)
	if n == "null" {
		return "nullValue"
	}
	return n
}

// decl is the type declaration.
func (r *row) decl(doc string) jen.Code {
	var fields []jen.Code
	for _, c := range r.cols {
		if c.field != "" {
			fields = append(fields, jen.Id(c.field).Add(fieldType(c.typ)))
		}
	}
	switch {
	case r.bits > 64:
		fields = append(fields, jen.Id("null").Index(jen.Lit(r.words())).Uint64())
	case r.bits > 0:
		fields = append(fields, jen.Id("null").Uint64())
	}
	return jen.Comment(r.name + " " + doc).Line().Type().Id(r.name).Struct(fields...)
}

func (r *row) words() int { return (r.bits + 63) / 64 }

// mask is the bit of a column in its word.
func mask(bit int) *jen.Statement { return jen.Id(fmt.Sprintf("%#x", uint64(1)<<(bit%64))) }

// nullWord is the word of a row that holds a column's bit.
func (r *row) nullWord(on string, bit int) *jen.Statement {
	w := jen.Id(on).Dot("null")
	if r.bits > 64 {
		w = w.Index(jen.Lit(bit / 64))
	}
	return w
}

// setNull marks a column of the row variable on as NULL.
func (r *row) setNull(on string, bit int) *jen.Statement {
	return r.nullWord(on, bit).Op("|=").Add(mask(bit))
}

// isNull is the condition that a column is NULL.
func (r *row) isNull(on string, bit int) *jen.Statement {
	return r.nullWord(on, bit).Op("&").Add(mask(bit)).Op("!=").Lit(0)
}

// vals are the columns of the schema as values, read from the row variable on; columns that nobody reads have no v.
func (r *row) vals(on string, width int) []val {
	out := make([]val, width)
	for _, c := range r.cols {
		var x val
		if c.bit >= 0 {
			x.null = r.isNull(on, c.bit)
			x.from = &nullRef{x.null, r.nullWord(on, c.bit).GoString(), c.bit % 64}
		}
		if c.field != "" {
			x.v = load(jen.Id(on).Dot(c.field), c.typ)
			x.atom, x.compact = true, compact(c.typ)
			if c.typ.Kind == types.Boolean && x.null != nil {
				x.v, x.atom = and(jen.Op("!").Add(grouped(x.null)), x.v), false
			}
		}
		out[c.index] = x
	}
	return out
}
