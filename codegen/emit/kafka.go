package emit

import (
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/typecheck/options"
)

// kafkaPrinter reads topics.
var kafkaPrinter = sourcePrinter{open: openKafka}

var startupModes = map[string]string{
	"earliest-offset": "EarliestOffset", "latest-offset": "LatestOffset", "group-offsets": "GroupOffsets",
	"timestamp": "Timestamp", "specific-offsets": "SpecificOffsets",
}

// openKafka prints the source's configuration.
func openKafka(_ *program, src *physical.Source) *jen.Statement {
	o := src.Table.Options
	d := jen.Dict{
		jen.Id("Table"):    text(src.Table.Name),
		jen.Id("Brokers"):  textList(strings.Split(o.Get("properties.bootstrap.servers").Text, ",")),
		jen.Id("Startup"):  jen.Qual(pkgKafka, startupModes[o.Get("scan.startup.mode").Text]),
		jen.Id("UntilEnd"): untilEnd(o),
		jen.Id("Health"):   jen.Id("env").Dot("Health"),
	}
	if list := o.Get("topic").List; len(list) > 0 {
		d[jen.Id("Topics")] = textList(list)
	} else {
		d[jen.Id("Pattern")] = text(o.Get("topic-pattern").Text)
	}
	if ms := o.Get("scan.startup.timestamp-millis"); ms.Set {
		d[jen.Id("Timestamp")] = jen.Lit(int(ms.Int))
	}
	if list := o.Get("scan.startup.specific-offsets").List; len(list) > 0 {
		d[jen.Id("SpecificOffsets")] = specificOffsets(list)
	}
	if every := o.Get("scan.topic-partition-discovery.interval").Duration; every > 0 {
		d[jen.Id("DiscoverInterval")] = duration(every)
	}
	body := []jen.Code{jen.Id("c").Op(":=").Qual(pkgKafka, "Config").Values(d)}
	body = append(body, kafkaProperties(o)...)
	body = append(body,
		jen.If(jen.Err().Op(":=").Id("c").Dot("SetFrom").Call(jen.Id("env").Dot("From")),
			jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Nil(), jen.Err())),
		jen.Return(jen.Qual(pkgKafka, "New").Call(jen.Id("c"))))
	return opener("Source", envParam("env"), body...)
}

func untilEnd(o *options.Resolved) *jen.Statement {
	if o.Get("scan.bounded.mode").Text == "latest-offset" {
		return jen.True()
	}
	return jen.Id("env").Dot("UntilEnd")
}

func textList(list []string) *jen.Statement {
	var out []jen.Code
	for _, s := range list {
		out = append(out, text(strings.TrimSpace(s)))
	}
	return jen.Index().String().Values(out...)
}

// specificOffsets reads "partition:0,offset:42" items, which the checker has seen to be well formed.
func specificOffsets(list []string) *jen.Statement {
	var out []jen.Code
	for _, item := range list {
		p, o, _ := strings.Cut(item, ",")
		partition, _ := strconv.Atoi(strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(p), "partition:")))
		offset, _ := strconv.Atoi(strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(o), "offset:")))
		out = append(out, jen.Lit(partition).Op(":").Lit(offset))
	}
	return jen.Map(jen.Int32()).Int64().Values(out...)
}

// kafkaProperties prints the client settings that were written, and the reset policy: a legacy table without one
// starts at the end, as its connector did.
func kafkaProperties(o *options.Resolved) []jen.Code {
	var out []jen.Code
	for _, q := range o.Prefix("properties.") {
		v := q.Value
		if q.Key == "auto.offset.reset" && o.Legacy && !v.Set {
			v = options.Value{Text: "latest", Set: true}
		}
		if !v.Set || q.Key == "bootstrap.servers" {
			continue
		}
		value := text(v.Text)
		if v.Secret != (options.Secret{}) {
			name := ident(q.Key, false)
			out = append(out, resolveSecret(name, "properties."+q.Key, v)...)
			value = jen.Id(name)
		}
		out = append(out, jen.If(jen.List(jen.Id("_"), jen.Err()).Op(":=").Id("c").Dot("SetProperty").Call(
			text(q.Key), value), jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Nil(), jen.Err())))
	}
	return out
}
