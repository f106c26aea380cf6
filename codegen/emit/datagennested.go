package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/typecheck/options"
	"github.com/flinkc/flinkc/typecheck/types"
)

// Of random ARRAYs, MAPs and MULTISETs.
const (
	defaultParts = 3  // how many parts they have where the option does not say
	mostTimes    = 10 // how often an element of a MULTISET is there
)

// randomParts prints the making of a random value of a constructed type.
func (d *datagenColumns) randomParts(f generated) *jen.Statement {
	depth := d.locals.name("depth")
	d.add(jen.Id(depth).Op(":=").Add(d.nest()).Dot("Depth").Call())
	put := func() {
		for _, part := range options.Parts(f.Field) {
			d.putRandom(generated{part, f.options})
		}
		if f.Type.Kind == types.Multiset {
			d.add(d.nest().Dot("Int").Call(d.generator("Int", jen.Lit(1), jen.Lit(mostTimes))))
		}
	}
	method := "List"
	switch f.Type.Kind {
	case types.Row:
		put()
		return d.closeList(f.Type, method, jen.Id(depth)).get()
	case types.Map, types.Multiset:
		method = "Map"
	}
	d.add(jen.For(jen.Range().Lit(f.parts())).Block(d.block(put)...))
	return d.closeList(f.Type, method, jen.Id(depth)).get()
}

// parts is how many parts a value has.
func (c generated) parts() int {
	if n := c.option("length"); n.Set {
		return int(n.Int)
	}
	return defaultParts
}

// putRandom prints how a random part becomes the next cell.
func (d *datagenColumns) putRandom(f generated) {
	put := d.block(func() {
		d.putCell(val{v: load(d.randomValue(f), f.Type)}, f.Type)
	})
	if rate := f.option("null-rate").Float; rate > 0 && f.Type.Nullable {
		d.add(jen.If(d.generator("Null", jen.Lit(rate))).Block(d.nest().Dot("Null").Call()).Else().Block(put...))
		return
	}
	d.add(put...)
}
