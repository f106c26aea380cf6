package emit

import (
	"time"

	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/typecheck/options"
	"github.com/flinkc/flinkc/typecheck/types"
)

// mysqlPrinter writes rows as text of one tuple each, with the connector's encoders.
var mysqlPrinter = sinkPrinter{write: writeMySQL, open: openMySQL}

func writeMySQL(g *gen, o *physical.Write) {
	s := o.Sink
	sink := g.sinkField(s, jen.Op("*").Qual(pkgMySQL, "Sink"))
	g.scratchField("tuple")
	if len(s.Key) == 0 {
		g.tuple(allColumns(s))
		g.add(sink.Dot("Insert").Call(jen.Id("s").Dot("tuple")))
		return
	}
	g.scratchField("key")
	g.mysqlKey(s)
	upsert := g.block(func() {
		g.tuple(allColumns(s))
		g.add(sink.Clone().Dot("Upsert").Call(jen.Id("s").Dot("key"), jen.Id("s").Dot("tuple")))
	})
	if g.kind == nil || !o.Kinds.Delete && !o.Kinds.Before {
		g.add(upsert...)
		return
	}
	// The last change of a key in an epoch stands, so a -U that is followed by its +U has no effect, and one whose +U
	// was filtered out removes the row.
	remove := g.block(func() {
		g.tuple(columnsOf(s.Key))
		g.add(sink.Clone().Dot("Delete").Call(jen.Id("s").Dot("key"), jen.Id("s").Dot("tuple")))
	})
	kind := func(k string) *jen.Statement { return g.kind.Clone().Op("==").Qual(pkgStream, k) }
	g.add(jen.If(kind("Delete").Op("||").Add(kind("UpdateBefore"))).Block(remove...).Else().Block(upsert...))
}

type sinkColumn struct{ index int }

func allColumns(s *physical.Sink) []sinkColumn {
	var out []sinkColumn
	for i := range s.Schema {
		out = append(out, sinkColumn{i})
	}
	return out
}

func columnsOf(key []int) []sinkColumn {
	var out []sinkColumn
	for _, i := range key {
		out = append(out, sinkColumn{i})
	}
	return out
}

// scratchField is a buffer of the stage that is written anew for each row.
func (g *gen) scratchField(name string) {
	if g.prep["scratch\x00"+name] == "" {
		g.prep["scratch\x00"+name] = name
		g.fields = append(g.fields, jen.Id(name).Index().Byte())
	}
}

// tuple prints the row as "(v1,v2)" into s.tuple.
func (g *gen) tuple(cols []sinkColumn) {
	b := jen.Id("s").Dot("tuple")
	schema := g.sinkSchema()
	for n, c := range cols {
		if n == 0 {
			g.add(b.Clone().Op("=").Append(b.Clone().Index(jen.Empty(), jen.Lit(0)), jen.LitRune('(')))
		} else {
			g.add(b.Clone().Op("=").Append(b.Clone(), jen.LitRune(',')))
		}
		g.mysqlValue(b, g.cols[c.index], schema[c.index].Type, schema[c.index].Name)
	}
	g.add(b.Clone().Op("=").Append(b.Clone(), jen.LitRune(')')))
}

func (g *gen) sinkSchema() []types.Field { return g.writing.Schema }

func (g *gen) mysqlValue(b *jen.Statement, x val, t types.Type, column string) {
	body := g.block(func() { g.mysqlAppend(b, x, t, column) })
	if x.null == nil {
		g.add(body...)
		return
	}
	null := b.Clone().Op("=").Qual(pkgMySQL, "AppendNull").Call(b.Clone())
	g.add(jen.If(x.isNull()).Block(null).Else().Block(body...))
}

func (g *gen) mysqlAppend(b *jen.Statement, x val, t types.Type, column string) {
	call := func(f string, args ...jen.Code) *jen.Statement {
		return jen.Qual(pkgMySQL, f).Call(append([]jen.Code{b.Clone()}, args...)...)
	}
	set := func(c *jen.Statement) { g.add(b.Clone().Op("=").Add(c)) }
	switch t.Kind {
	case types.Boolean:
		set(call("AppendBool", x.get()))
	case types.TinyInt, types.SmallInt, types.Int, types.BigInt:
		set(call("AppendInt", int64Of(x, t)))
	case types.Float, types.Double:
		f := map[types.Kind]string{types.Float: "AppendFloat32", types.Double: "AppendFloat64"}[t.Kind]
		longer := g.locals.name("longer")
		g.add(jen.List(jen.Id(longer), jen.Err()).Op(":=").Add(call(f, x.get())),
			jen.If(jen.Err().Op("!=").Nil()).Block(
				g.fail(g.writing.At, jen.Qual("fmt", "Errorf").Call(text("column %q: %w"), text(column), jen.Err()))))
		set(jen.Id(longer))
	case types.Decimal:
		set(jen.Qual(pkgValue, "AppendDecimal").Call(b.Clone(), x.get(), jen.Lit(t.Scale)))
	case types.Date:
		set(call("AppendDate", x.get()))
	case types.Time:
		set(call("AppendTime", x.get()))
	case types.Timestamp, types.TimestampLTZ:
		if t.Precision <= 3 {
			set(call("AppendTimestampMillis", x.get().Dot("Millis")))
			return
		}
		v := g.bind(x, "v")
		set(call("AppendTimestampMicros", v.get().Dot("Millis").Op("*").Lit(1000).Op("+").Int64().Call(
			v.get().Dot("Nanos").Op("/").Lit(1000))))
	case types.Binary, types.VarBinary:
		set(call("AppendBytes", jen.Index().Byte().Call(x.get())))
	default:
		set(call("AppendString", x.get()))
	}
}

// mysqlKey prints the encoding of the key's columns into s.key.
func (g *gen) mysqlKey(s *physical.Sink) {
	b := jen.Id("s").Dot("key")
	g.add(b.Clone().Op("=").Add(b.Clone()).Index(jen.Empty(), jen.Lit(0)))
	for _, c := range s.Key {
		x, t := g.cols[c], s.Schema[c].Type
		put := b.Clone().Op("=").Add(mysqlKeyCall(b, x, t))
		if x.null == nil {
			g.add(put)
			continue
		}
		g.add(jen.If(x.isNull()).Block(
			b.Clone().Op("=").Qual(pkgMySQL, "AppendKeyNull").Call(b.Clone())).Else().Block(put))
	}
}

func mysqlKeyCall(b *jen.Statement, x val, t types.Type) *jen.Statement {
	call := func(f string, args ...jen.Code) *jen.Statement {
		return jen.Qual(pkgMySQL, f).Call(append([]jen.Code{b.Clone()}, args...)...)
	}
	switch t.Kind {
	case types.Boolean:
		return call("AppendKeyBool", x.get())
	case types.Float, types.Double:
		return call("AppendKeyFloat64", jen.Float64().Call(x.get()))
	case types.Decimal:
		return call("AppendKeyInt128", x.get().Dot("Hi"), x.get().Dot("Lo"))
	case types.Timestamp, types.TimestampLTZ:
		return call("AppendKeyInt128", x.get().Dot("Millis"), jen.Uint64().Call(x.get().Dot("Nanos")))
	case types.Char, types.VarChar:
		return call("AppendKeyString", x.get())
	case types.Binary, types.VarBinary:
		return call("AppendKeyBytes", jen.Index().Byte().Call(x.get()))
	}
	return call("AppendKeyInt", jen.Int64().Call(x.get()))
}

// openMySQL prints the configuration of the connection. Credentials are resolved when the program starts.
func openMySQL(_ *program, s *physical.Sink) *jen.Statement {
	o := s.Table.Options
	u := o.JDBC
	var cols, key []jen.Code
	for _, f := range s.Schema {
		cols = append(cols, jen.Line().Values(jen.Dict{
			jen.Id("Name"): text(f.Name), jen.Id("Type"): text(f.Type.String())}))
	}
	for _, k := range s.Key {
		key = append(key, jen.Lit(k))
	}
	d := jen.Dict{
		jen.Id("Table"): text(s.Table.Name), jen.Id("Target"): text(o.Get("table-name").Text),
		jen.Id("Columns"): jen.Index().Qual(pkgMySQL, "Column").Values(lines(cols)...),
		jen.Id("Host"):    text(u.Host), jen.Id("Port"): jen.Lit(u.Port), jen.Id("Database"): text(u.Database),
		jen.Id("User"): jen.Id("user"), jen.Id("Password"): jen.Id("password"),
		jen.Id("FlushRows"):     jen.Lit(int(o.Get("sink.buffer-flush.max-rows").Int)),
		jen.Id("FlushInterval"): duration(o.Get("sink.buffer-flush.interval").Duration),
		jen.Id("MaxRetries"):    jen.Lit(int(o.Get("sink.max-retries").Int)),
		jen.Id("Health"):        jen.Id("env").Dot("Health"),
	}
	if len(key) > 0 {
		d[jen.Id("Key")] = jen.Index().Int().Values(key...)
	}
	mysqlParams(d, s)
	body := append(resolveSecret("user", "username", o.Get("username")),
		resolveSecret("password", "password", o.Get("password"))...)
	body = append(body, jen.Return(jen.Qual(pkgMySQL, "New").Call(jen.Qual(pkgMySQL, "Config").Values(d)), jen.Nil()))
	return opener("Sink", sinkParams("env", "_"), body...)
}

// tlsModes translates the driver's words for tls to the connector's.
var tlsModes = map[string]string{
	"preferred": "preferred", "skip-verify": "required", "true": "verify-identity",
}

// mysqlParams puts the parameters of the URL into the configuration.
func mysqlParams(d jen.Dict, s *physical.Sink) {
	for _, q := range s.Table.Options.JDBC.Params {
		switch q.Name {
		case "tls":
			if mode := tlsModes[q.Value]; mode != "" {
				d[jen.Id("TLS")] = text(mode)
			}
		case "timeout":
			d[jen.Id("ConnectTimeout")] = parsedDuration(q.Value)
		case "readTimeout":
			d[jen.Id("SocketTimeout")] = parsedDuration(q.Value)
		}
	}
}

func parsedDuration(s string) *jen.Statement {
	d, err := time.ParseDuration(s)
	if err != nil {
		panic("emit: duration " + s)
	}
	return duration(d)
}

// resolveSecret prints the look-up of a credential.
func resolveSecret(name, option string, v options.Value) []jen.Code {
	return []jen.Code{
		jen.List(jen.Id(name), jen.Err()).Op(":=").Add(secret(v)).Dot("Resolve").Call(text(option)),
		jen.If(jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Nil(), jen.Err())),
	}
}
