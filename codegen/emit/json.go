package emit

import (
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/typecheck/options"
	"github.com/flinkc/flinkc/typecheck/types"
)

// This file prints the decoder of a table in the json format: one type per table, with a path for
// documents as the table's declaration predicts them (jsonplain.go), one for documents of the shape
// that was learned (jsonfast.go), and a general one for all (jsongeneral.go). What the parts must
// look like, and why, is told by the runtime package json.

// jsonPrinter prints decoders and encoders of the json format.
var jsonPrinter = formatPrinter{
	pkg:     pkgJSON,
	lenient: func(src *physical.Source) bool { return newJSONFormat(src.Table.Options).lenient },
	decoder: func(g *gen, src *physical.Source, r *row, typ string) []jen.Code {
		d := &jsonDecoder{decoderPrinter: newDecoderPrinter(g, src, r, typ),
			format: newJSONFormat(src.Table.Options)}
		return d.print()
	},
	plain:  hasPlain,
	encode: encodeJSON,
}

// jsonFormat is the format's options.
type jsonFormat struct {
	lenient     bool // fields that do not fit become NULL
	failMissing bool // a document must have a field for every column that is read
	iso         bool // timestamps are written with a T
	plain       bool // decimals are written without an exponent
	omitNull    bool // NULL fields are not written
	nullKeys    string
	nullKey     string
}

func newJSONFormat(o *options.Resolved) jsonFormat {
	return jsonFormat{
		lenient:     o.Get("json.ignore-parse-errors").Bool,
		failMissing: o.Get("json.fail-on-missing-field").Bool,
		iso:         strings.EqualFold(o.Get("json.timestamp-format.standard").Text, "ISO-8601"),
		plain:       o.Get("json.encode.decimal-as-plain-number").Bool,
		omitNull:    o.Get("json.encode.ignore-null-fields").Bool,
		nullKeys:    o.Get("json.map-null-key.mode").Text,
		nullKey:     o.Get("json.map-null-key.literal").Text,
	}
}

// timestamps is the ending of the runtime's names for the standard.
func (f jsonFormat) timestamps() string {
	if f.iso {
		return "TimestampISO"
	}
	return "TimestampSQL"
}

// moments is the same for a TIMESTAMP or TIMESTAMP_LTZ.
func (f jsonFormat) moments(t types.Type) string {
	if t.Kind == types.TimestampLTZ {
		return strings.Replace(f.timestamps(), "Timestamp", "Instant", 1)
	}
	return f.timestamps()
}

// jsonDecoder prints one decoder. In the program each referenced column has a number: those that
// can be NULL come first, so that a column's number is its bit in the row.
type jsonDecoder struct {
	decoderPrinter
	format jsonFormat
	cols   []jsonCol      // by number
	lookup string         // the function from a field's name to a column's number
	faults string         // the variable with each column's index in the table
	clocks map[int]string // by column, the field that reads its timestamps
	left   jen.Code       // what a fast path does with a document that is not for it
}

// jsonCol is a referenced column and its constant in the program.
type jsonCol struct {
	*rowCol
	number int
	id     string
}

func (d *jsonDecoder) print() []jen.Code {
	d.number()
	d.lookup = d.g.p.names.name(d.typ + "Lookup")
	d.faults = d.g.p.names.name(d.typ + "Index")
	fast, general, column := d.fast(), d.general(), d.columnMethod()
	paths := []jen.Code{d.decodeMethod(), fast, general}
	if hasPlain(d.src) {
		paths = []jen.Code{d.plain(), d.strangeMethod(), fast, general}
	}
	out := append(d.declare(),
		jen.Func().Id(newName(d.typ)).Params().Op("*").Id(d.typ).Block(
			jen.Return(jen.Op("&").Id(d.typ).Values())),
		d.method("reset", resetDoc, nil,
			jen.Id("d").Dot("read").Dot("Reset").Call()))
	out = append(out, paths...)
	if len(d.cols) > 0 {
		out = append(out, column)
	}
	return out
}

// number gives the columns their numbers and constants.
func (d *jsonDecoder) number() {
	fields := newScope()
	d.clocks = map[int]string{}
	for i := range d.row.cols {
		if c := &d.row.cols[i]; c.bit >= 0 {
			d.cols = append(d.cols, jsonCol{rowCol: c})
		}
	}
	for i := range d.row.cols {
		if c := &d.row.cols[i]; c.bit < 0 {
			d.cols = append(d.cols, jsonCol{rowCol: c})
		}
	}
	for i := range d.cols {
		d.cols[i].number = i
		d.cols[i].id = d.g.p.names.name(d.typ + ident(d.cols[i].name, true))
		if d.hasClock(d.cols[i]) {
			d.clocks[i] = fields.name(fieldName(d.cols[i].name) + "Clock")
		}
	}
}

// declare prints the columns' numbers, the function that finds them, and the decoder's type.
func (d *jsonDecoder) declare() []jen.Code {
	var out []jen.Code
	if len(d.cols) > 0 {
		out = append(out, d.constants())
	}
	if d.reportsIndex() {
		out = append(out, d.indexes())
	}
	fields := []jen.Code{
		jen.Id("shape").Qual(pkgJSON, "Shape").Comment("of the documents so far"),
		jen.Id("read").Qual(pkgJSON, "Reader"),
	}
	if len(d.cols) > 0 {
		fields = append(fields, jen.Id("null").Add(d.bits()).
			Comment("columns without a value, in the general path"))
	}
	for i := range d.cols {
		if name, ok := d.clocks[i]; ok {
			fields = append(fields, jen.Id(name).Qual(pkgJSON, "Clock"))
		}
	}
	return append(out, d.lookupFunc(),
		jen.Comment(d.typ+" reads the documents of table "+quoted(d.src.Table.Name)+".").Line().
			Type().Id(d.typ).Struct(append(fields, d.resultFields()...)...))
}

func (d *jsonDecoder) constants() jen.Code {
	var ids []jen.Code
	for i, c := range d.cols {
		id := jen.Id(c.id)
		if i == 0 {
			id = id.Op("=").Iota()
		}
		ids = append(ids, id)
	}
	return jen.Comment("The columns that the query reads.").Line().Const().Defs(ids...)
}

// reportsIndex reports whether a fault names a column by its number.
func (d *jsonDecoder) reportsIndex() bool { return !d.format.lenient && len(d.cols) > 0 }

func (d *jsonDecoder) indexes() jen.Code {
	var items []jen.Code
	for _, c := range d.cols {
		items = append(items, jen.Line().Id(c.id).Op(":").Lit(c.index))
	}
	return jen.Comment(d.faults + " says where in the table the columns stand.").Line().
		Var().Id(d.faults).Op("=").Index(jen.Op("...")).Int().Values(lines(items)...)
}

// lookupFunc prints the function from a field's name to the number of its column.
func (d *jsonDecoder) lookupFunc() jen.Code {
	var cases []jen.Code
	for _, c := range d.cols {
		cases = append(cases, jen.Case(text(c.name)).Block(jen.Return(jen.Id(c.id))))
	}
	var body []jen.Code
	name := "_"
	if len(cases) > 0 {
		name = "name"
		body = append(body, jen.Switch(jen.Id(name)).Block(cases...))
	}
	body = append(body, jen.Return(jen.Lit(-1)))
	doc := d.lookup + " is the column of a field, -1 for one that the query does not read."
	return jen.Comment(doc).Line().
		Func().Id(d.lookup).Params(jen.Id(name).String()).Int().Block(body...)
}

// words is the length of the bit set of all referenced columns.
func (d *jsonDecoder) words() int { return (len(d.cols) + 63) / 64 }

// bits is the type of the bit set.
func (d *jsonDecoder) bits() *jen.Statement {
	if d.words() > 1 {
		return jen.Index(jen.Lit(d.words())).Uint64()
	}
	return jen.Uint64()
}

// allBits is the set of all referenced columns.
func (d *jsonDecoder) allBits() *jen.Statement {
	n := len(d.cols)
	if n <= 64 {
		return jen.Uint64().Call(hexMask(n))
	}
	var words []jen.Code
	for ; n > 0; n -= 64 {
		words = append(words, hexMask(min(n, 64)))
	}
	return d.bits().Values(words...)
}

// word is the word of the bit set on that holds a column's bit.
func (d *jsonDecoder) word(on *jen.Statement, c jsonCol) *jen.Statement {
	if d.words() > 1 {
		return on.Index(jen.Lit(c.number / 64))
	}
	return on
}

// keepNulls prints how the bit set becomes the row's, once the columns that can not be NULL have
// been seen to have values: their bits, which the row lacks, are 0 then.
func (d *jsonDecoder) keepNulls(set *jen.Statement) []jen.Code {
	null := jen.Id("r").Dot("null")
	switch {
	case d.row.bits == 0:
		return nil
	case d.row.bits <= 64 && d.words() > 1:
		return []jen.Code{null.Op("=").Add(set).Index(jen.Lit(0))}
	case d.row.words() < d.words():
		return []jen.Code{jen.Copy(null.Index(jen.Op(":")), set.Index(jen.Op(":")))}
	}
	return []jen.Code{null.Op("=").Add(set)}
}
