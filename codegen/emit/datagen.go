package emit

import (
	"cmp"
	"math"
	"math/big"

	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/typecheck/options"
	"github.com/flinkc/flinkc/typecheck/types"
)

// datagenPrinter makes rows out of nothing: the source counts them, and the program computes each
// wanted column from the number of the row, or takes it from the stage's generator.
var datagenPrinter = sourcePrinter{rows: datagenRows, open: openDatagen}

// Defaults of random columns where the option does not say.
const (
	defaultLength = 100    // of texts without a length of their own
	mostMonths    = 120000 // of intervals
)

// generated is one column of a datagen table and its options.
type generated struct {
	types.Field
	options *options.Resolved
}

func (c generated) option(name string) options.Value {
	return c.options.Get("fields." + c.Name + "." + name)
}

func (c generated) sequence() bool { return c.option("kind").Text == "sequence" }

func openDatagen(_ *program, src *physical.Source) *jen.Statement {
	o := src.Table.Options
	rows := jen.Lit(-1)
	if n := o.Get("number-of-rows"); n.Set {
		rows = jen.Lit(int(n.Int))
	}
	d := jen.Dict{
		jen.Id("Table"):         text(src.Table.Name),
		jen.Id("RowsPerSecond"): jen.Lit(int(o.Get("rows-per-second").Int)),
		jen.Id("Rows"):          rows,
		jen.Id("UntilEnd"):      jen.Id("env").Dot("UntilEnd"),
	}
	var sequences []jen.Code
	for _, f := range options.Generated(src.Table.Columns) {
		c := generated{f, o}
		if c.sequence() {
			sequences = append(sequences, jen.Values(jen.Dict{
				jen.Id("Start"): jen.Lit(int(c.option("start").Int)),
				jen.Id("End"):   jen.Lit(int(c.option("end").Int))}))
		} else if least, most, ok := c.emptyRange(); ok {
			return opener("Source", envParam("_"), jen.Return(jen.Nil(),
				jen.Qual(pkgDatagen, "ErrBounds").Call(text(c.Name), text(least), text(most))))
		}
	}
	if len(sequences) > 0 {
		d[jen.Id("Sequences")] = jen.Index().Qual(pkgDatagen, "Sequence").Values(sequences...)
	}
	return opener("Source", envParam("env"),
		jen.Return(jen.Qual(pkgDatagen, "New").Call(jen.Qual(pkgDatagen, "Config").Values(d)), jen.Nil()))
}

// datagenRows prints how record i becomes the row r.
func datagenRows(g *gen, src *physical.Source, r *row) {
	g.add(jen.Op("*").Id("r").Op("=").Id(r.name).Values())
	d := datagenColumns{gen: g, src: src, row: r, random: g.names.name("random")}
	counts := false
	for _, c := range r.cols {
		f := generated{src.Schema[c.index], src.Table.Options}
		counts = counts || f.sequence() && c.field != ""
	}
	if counts {
		g.add(jen.Id("number").Op(":=").Id("b").Dot("Base").Op("+").Int64().Call(
			jen.Id("b").Dot("Delta").Index(jen.Id("i"))))
	}
	for _, c := range r.cols {
		d.column(c, generated{src.Schema[c.index], src.Table.Options})
	}
	if d.used {
		g.fields = append(g.fields, jen.Id(d.random).Qual(pkgDatagen, "Random"))
		g.open = append(g.open, jen.Id("s").Dot(d.random).Op("=").Qual(pkgDatagen, "NewRandom").Call())
	}
}

// datagenColumns prints the columns of a row.
type datagenColumns struct {
	*gen
	src    *physical.Source
	row    *row
	random string // the stage's field with the generator
	used   bool   // it is needed
}

// column prints a column: NULL for the share of rows that was asked for, or a value.
func (d *datagenColumns) column(c rowCol, f generated) {
	if f.sequence() {
		if c.field != "" {
			d.count(c, f)
		}
		return
	}
	var set []jen.Code
	if c.field != "" {
		set = d.block(func() {
			d.add(jen.Id("r").Dot(c.field).Op("=").Add(d.randomValue(f)))
		})
	}
	rate := f.option("null-rate").Float
	if rate <= 0 || c.bit < 0 {
		d.add(set...)
		return
	}
	null := jen.If(d.generator("Null", jen.Lit(rate))).Block(d.row.setNull("r", c.bit))
	if len(set) > 0 {
		null = null.Else().Block(set...)
	}
	d.add(null)
}

// generator prints the call of a method of the generator.
func (d *datagenColumns) generator(method string, args ...jen.Code) *jen.Statement {
	d.used = true
	return jen.Id("s").Dot(d.random).Dot(method).Call(args...)
}

// count prints a column that counts.
func (d *datagenColumns) count(c rowCol, f generated) {
	v := jen.Id("number")
	if start := f.option("start").Int; start != 0 {
		v = jen.Lit(int(start)).Op("+").Id("number")
	}
	if f.Type.Kind == types.Decimal {
		d.countDecimal(c, f, v)
		return
	}
	d.add(jen.Id("r").Dot(c.field).Op("=").Add(d.counted(f.Type, v)))
}

func (d *datagenColumns) counted(t types.Type, v *jen.Statement) *jen.Statement {
	switch t.Kind {
	case types.BigInt:
		return v
	case types.Char, types.VarChar:
		d.needArena()
		return jen.Qual(pkgDatagen, "Number").Call(jen.Op("&").Id("s").Dot("text"), v)
	}
	return exprType(t).Call(v)
}

// countDecimal prints a DECIMAL column that counts: a number with more digits than the column has
// is NULL, as in Flink, and an error when the column cannot be NULL.
func (d *datagenColumns) countDecimal(c rowCol, f generated, v *jen.Statement) {
	name, ok := d.locals.name("v"), d.locals.name("vOK")
	d.add(jen.List(jen.Id(name), jen.Id(ok)).Op(":=").Qual(pkgValue, "DecimalRescale").Call(
		jen.Qual(pkgValue, "FromInt64").Call(v.Clone()), jen.Lit(0),
		jen.Lit(f.Type.Precision), jen.Lit(f.Type.Scale)))
	var bad jen.Code
	if c.bit >= 0 {
		bad = d.row.setNull("r", c.bit)
	} else {
		bad = d.fail(d.src.At, jen.Qual(pkgDatagen, "ErrTooLong").Call(text(f.Name), v.Clone()))
	}
	d.add(jen.If(jen.Op("!").Id(ok)).Block(bad))
	d.add(jen.Id("r").Dot(c.field).Op("=").Add(store(jen.Id(name), f.Type)))
}

// randomValue is a random value as the row keeps it.
func (d *datagenColumns) randomValue(f generated) *jen.Statement {
	t := f.Type
	now := jen.Id("b").Dot("Time").Index(jen.Id("i"))
	switch t.Kind {
	case types.Boolean:
		return d.generator("Bool")
	case types.TinyInt, types.SmallInt, types.Int, types.BigInt,
		types.IntervalYearMonth, types.IntervalDayTime:
		return d.randomInt(f)
	case types.Float, types.Double:
		return d.randomFloat(f)
	case types.Decimal:
		least, most := f.decimalRange()
		return store(d.generator("Decimal", int128(least), int128(most)), t)
	case types.Char, types.VarChar:
		return d.randomText("Hex", f)
	case types.Binary, types.VarBinary:
		return d.randomText("Bytes", f)
	case types.Date:
		return jen.Qual(pkgDatagen, "Date").Call(now, jen.Id("s").Dot(d.zone()))
	case types.Time:
		return jen.Qual(pkgDatagen, "TimeOfDay").Call(now, jen.Id("s").Dot(d.zone()))
	case types.Timestamp, types.TimestampLTZ:
		return d.randomMoment(f, now)
	case types.Array, types.Map, types.Multiset, types.Row:
		return d.randomParts(f)
	}
	panic("emit: datagen has no values of " + t.String())
}

func (d *datagenColumns) randomInt(f generated) *jen.Statement {
	least, most := f.intRange()
	v := d.generator("Int", jen.Lit(int(least)), jen.Lit(int(most)))
	if f.Type.Kind == types.BigInt || f.Type.Kind == types.IntervalDayTime {
		return v
	}
	return exprType(f.Type).Call(v)
}

func (d *datagenColumns) randomFloat(f generated) *jen.Statement {
	double := types.Type{Kind: types.Double}
	least, most := f.floatRange()
	v := d.generator("Float", float(least, double), float(most, double))
	if f.Type.Kind == types.Float {
		return jen.Float32().Call(v)
	}
	return v
}

// randomText prints a text or bytes: CHAR and BINARY have the length of the type.
func (d *datagenColumns) randomText(method string, f generated) *jen.Statement {
	d.needArena()
	n, t := int(f.option("length").Int), f.Type
	fixed := t.Kind == types.Char || t.Kind == types.Binary
	switch {
	case fixed, t.Length != types.MaxLength && !f.option("length").Set:
		n = t.Length
	default:
		n = min(n, t.Length)
	}
	length := jen.Lit(n)
	if f.option("var-len").Bool && !fixed {
		length = d.generator("Length", jen.Lit(n))
	}
	return d.generator(method, jen.Op("&").Id("s").Dot("text"), length)
}

// randomMoment prints a time in the recent past.
func (d *datagenColumns) randomMoment(f generated, now *jen.Statement) *jen.Statement {
	ms := now
	if past := f.option("max-past").Duration.Milliseconds(); past > 0 {
		ms = d.generator("Past", now, jen.Lit(int(past)))
	}
	v := jen.Qual(pkgValue, "Timestamp").Values(jen.Dict{jen.Id("Millis"): ms})
	if f.Type.Precision < 3 {
		v = v.Dot("Truncate").Call(jen.Lit(f.Type.Precision))
	} else if compact(f.Type) {
		return ms
	}
	return store(v, f.Type)
}

// zone is the stage's field with the session time zone.
func (d *datagenColumns) zone() string {
	const key = "datagen zone"
	if d.prep[key] == "" {
		d.prep[key] = d.names.name("zone")
		d.fields = append(d.fields, jen.Id(d.prep[key]).Op("*").Qual("time", "Location"))
		d.open = append(d.open, jen.Id("s").Dot(d.prep[key]).Op("=").Id("l").Dot("Env").Dot("Zone"))
	}
	return d.prep[key]
}

// emptyRange reports that the bounds of a random column are the wrong way round.
func (c generated) emptyRange() (least, most string, empty bool) {
	least, most = c.option("min").Text, c.option("max").Text
	switch c.Type.Kind {
	case types.TinyInt, types.SmallInt, types.Int, types.BigInt:
		a, b := c.intRange()
		empty = a > b
		least, most = cmp.Or(least, big.NewInt(a).String()), cmp.Or(most, big.NewInt(b).String())
	case types.Float, types.Double:
		a, b := c.floatRange()
		empty = a > b
	case types.Decimal:
		a, b := c.decimalRange()
		empty = a.Cmp(b) > 0
	}
	return cmp.Or(least, "0"), cmp.Or(most, "the largest of the type"), empty
}

// intBits are the sizes of the integers.
var intBits = map[types.Kind]uint{
	types.TinyInt: 8, types.SmallInt: 16, types.Int: 32, types.BigInt: 64,
}

// intRange are the bounds of a random integer, or of an interval.
func (c generated) intRange() (least, most int64) {
	switch c.Type.Kind {
	case types.IntervalYearMonth:
		return 0, mostMonths
	case types.IntervalDayTime:
		return 0, math.MaxInt64
	}
	most = int64(1)<<(intBits[c.Type.Kind]-1) - 1
	least = -most - 1
	if v, ok := new(big.Int).SetString(c.option("min").Text, 10); ok && v.IsInt64() {
		least = v.Int64()
	}
	if v, ok := new(big.Int).SetString(c.option("max").Text, 10); ok && v.IsInt64() {
		most = v.Int64()
	}
	return least, most
}

// floatRange are the bounds of a random number. By default it is positive, as in Flink.
func (c generated) floatRange() (least, most float64) {
	least, most = math.SmallestNonzeroFloat64, math.MaxFloat64
	if c.Type.Kind == types.Float {
		least, most = math.SmallestNonzeroFloat32, math.MaxFloat32
	}
	if v, ok := new(big.Float).SetString(c.option("min").Text); ok {
		least, _ = v.Float64()
	}
	if v, ok := new(big.Float).SetString(c.option("max").Text); ok {
		most, _ = v.Float64()
	}
	return least, most
}

// decimalRange are the bounds of a random decimal, unscaled: by default from 0 to the largest.
func (c generated) decimalRange() (least, most *big.Int) {
	ten := big.NewInt(10)
	top := new(big.Int).Exp(ten, big.NewInt(int64(c.Type.Precision)), nil)
	top.Sub(top, big.NewInt(1))
	unscaled := func(text string, otherwise *big.Int) *big.Int {
		v, ok := new(big.Rat).SetString(text)
		if !ok {
			return otherwise
		}
		scale := new(big.Int).Exp(ten, big.NewInt(int64(c.Type.Scale)), nil)
		v.Mul(v, new(big.Rat).SetInt(scale))
		n := new(big.Int).Quo(v.Num(), v.Denom())
		if n.CmpAbs(top) > 0 {
			return new(big.Int).Mul(top, big.NewInt(int64(n.Sign())))
		}
		return n
	}
	return unscaled(c.option("min").Text, new(big.Int)), unscaled(c.option("max").Text, top)
}
