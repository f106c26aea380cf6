package emit

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// Rows and accumulators have a binary form, for what leaves the process: each type has a method Code that lists its
// fields for a value.Codec, and a schema, which is a hash. The schema tells data apart that would be read as something
// else: it is made of the names and types of columns in their order, and of the aggregates. Names are in it because two
// columns of one type that change places would else be taken for each other.

// codeMethod declares Code of a generated type.
func codeMethod(typ, on string, body []jen.Code) jen.Code {
	recv, codec := jen.Id(on).Op("*").Id(typ), jen.Id("c").Op("*").Qual(pkgValue, "Codec")
	if len(body) == 0 {
		recv, codec = jen.Op("*").Id(typ), jen.Op("*").Qual(pkgValue, "Codec")
	}
	return jen.Comment("Code writes or reads the binary form.").Line().
		Func().Params(recv).Id("Code").Params(codec).Block(body...)
}

// coded is the call that writes or reads a field.
func coded(method string, field *jen.Statement) *jen.Statement {
	return jen.Id("c").Dot(method).Call(jen.Op("&").Add(field))
}

// codecMethod is the method of value.Codec for the Go type of an expression.
func codecMethod(t types.Type) string {
	switch t.Kind {
	case types.Boolean:
		return "Bool"
	case types.TinyInt:
		return "Int8"
	case types.SmallInt:
		return "Int16"
	case types.Int, types.Date, types.Time, types.IntervalYearMonth:
		return "Int32"
	case types.BigInt, types.IntervalDayTime:
		return "Int64"
	case types.Float:
		return "Float32"
	case types.Double:
		return "Float64"
	case types.Decimal:
		return "Int128"
	case types.Timestamp, types.TimestampLTZ:
		return "Timestamp"
	}
	return "Text"
}

// code is the row's method Code: the null words, then the columns that are not NULL.
func (r *row) code() jen.Code {
	var body []jen.Code
	for w := range r.words() {
		word := jen.Id("r").Dot("null")
		if r.bits > 64 {
			word = word.Index(jen.Lit(w))
		}
		body = append(body, jen.Id("c").Dot("Nulls").Call(jen.Op("&").Add(word), jen.Lit(min(r.bits-64*w, 64))))
	}
	for _, c := range r.cols {
		if c.field == "" {
			continue
		}
		method := codecMethod(c.typ)
		if compact(c.typ) {
			method = "Int64"
		}
		call := coded(method, jen.Id("r").Dot(c.field))
		if c.bit >= 0 {
			call = jen.If(r.nullWord("r", c.bit).Op("&").Add(mask(c.bit)).Op("==").Lit(0)).Block(call)
		}
		body = append(body, call)
	}
	return codeMethod(r.name, "r", body)
}

// schema describes the row's columns.
func (r *row) schema() []string {
	var out []string
	for _, c := range r.cols {
		line := c.name + " " + c.typ.String()
		if c.field == "" {
			line += " as NULL or not"
		}
		out = append(out, line)
	}
	return out
}

// code is the accumulator's method Code. Texts, which lie elsewhere, are written by who has them.
func (q *group) code() jen.Code {
	body := []jen.Code{coded("Bool", jen.Id("a").Dot("live"))}
	if q.countsRows() {
		body = append(body, coded("Int64", jen.Id("a").Dot(rowsField)))
	}
	if q.lives() {
		body = append(body, coded("Int64", jen.Id("a").Dot(atField)))
	}
	for _, x := range q.accs {
		for _, f := range x.fields() {
			switch {
			case f.form != "":
				body = append(body, jen.Id(f.form).Call(jen.Op("&").Id("a").Dot(f.name), jen.Id("c")))
			case f.codec != "":
				body = append(body, coded(f.codec, jen.Id("a").Dot(f.name)))
			}
		}
	}
	return codeMethod(q.acc, "a", body)
}

// partialCode is Code of the row that carries a partial result.
func (q *group) partialCode(name string) jen.Code {
	r := jen.Id("r")
	key := "Text"
	if q.shape == intKey {
		key = "Int64"
	}
	body := []jen.Code{coded(key, r.Clone().Dot("key"))}
	if q.keyNullable() {
		body = append(body, coded("Bool", r.Clone().Dot("null")))
	}
	body = append(body, r.Clone().Dot("acc").Dot("Code").Call(jen.Id("c")))
	for _, x := range q.accs {
		if x.isText() {
			body = append(body, coded("Text", r.Clone().Dot(x.name)))
		}
	}
	return codeMethod(name, "r", body)
}

// schema describes keys and accumulators, and with them the sets of DISTINCT aggregates.
func (q *group) schema() []string {
	var out []string
	if q.Retract {
		out = append(out, "rows may be taken back")
	}
	if q.lives() {
		out = append(out, "keys expire")
	}
	for _, c := range q.Group {
		out = append(out, "key "+q.Input[c].Name+" "+q.Input[c].Type.String())
	}
	for _, c := range q.Calls {
		line := c.Name
		if c.Distinct {
			line += " DISTINCT"
		}
		for _, arg := range c.Args {
			line += " " + q.Input[arg].Name + " " + q.Input[arg].Type.String()
		}
		if c.Filter >= 0 {
			line += " FILTER " + q.Input[c.Filter].Name
		}
		if c.Keeps {
			line += " of values that are kept"
		}
		out = append(out, line+" gives "+c.Type.String())
		if c.User != nil {
			out = append(out, fieldLines(c.User.Go.Structs, c.User.Go.Name)...)
		}
	}
	return out
}

// edgeForm is the form of an exchange's batches.
func (p *program) edgeForm(x *physical.Exchange) *jen.Statement {
	r := p.exchangeRow(x)
	lines := append([]string{fmt.Sprintf("row, updates %v", x.Kinds)}, r.schema()...)
	if x.Partial != nil {
		lines = append([]string{"partial"}, p.groupOf(x.Partial).schema()...)
	}
	return jen.Qual(pkgStream, "NewForm").Call(schemaHash(lines), jen.Parens(jen.Op("*").Id(r.name)).Dot("Code"))
}

// stateSchema describes what a stage keeps; nil when it keeps nothing.
func (p *program) stateSchema(s *physical.Stage) (lines []string) {
	physical.Walk(s.Root, func(o physical.Op) {
		switch o := o.(type) {
		case *physical.Final:
			lines = append(append(lines, "aggregate"), p.groupOf(o.Aggregation).schema()...)
		case *physical.Limit:
			lines = append(lines, "limit")
		case *physical.Match:
			lines = append(append(lines, "match "+o.Node.Kind.String()), p.exchangeRow(s.In[0]).schema()...)
			lines = append(append(lines, "rows"), p.exchangeRow(s.In[1]).schema()...)
		case *physical.Over:
			lines = append(lines, "over "+logical.OverText(o.Partition, o.Order, nil, o.Schema))
			lines = append(lines, p.exchangeRow(s.In[0]).schema()...)
		case *physical.Sort:
			lines = append(lines, "sort by "+logical.SortText(o.Keys, o.Schema))
			lines = append(lines, p.exchangeRow(s.In[0]).schema()...)
		}
	})
	return lines
}

// schemaHash prints the hash of a schema: the first bytes of its SHA-256. Lines are quoted, so that no name can look
// like the end of one.
func schemaHash(lines []string) *jen.Statement {
	var b strings.Builder
	for _, l := range lines {
		fmt.Fprintf(&b, "%q\n", l)
	}
	sum := sha256.Sum256([]byte(b.String()))
	return jen.Id(fmt.Sprintf("%#x", binary.LittleEndian.Uint64(sum[:])))
}
