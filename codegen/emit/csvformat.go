package emit

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/typecheck/options"
	"github.com/flinkc/flinkc/typecheck/types"
)

// csvFormat is the format's options, as the printer uses them and as the program states them.
type csvFormat struct {
	delimiter, quote, escape byte // quote and escape are 0 when there is none
	comments                 bool
	hasNull                  bool // there is a null literal
	null                     string
	lenient                  bool // fields that do not fit become NULL
	lines                    bool // records are lines of a file: an empty one is a row
	elements                 byte // between the parts of constructed columns
}

// newCSVFormat reads the options of a table, which the checker has seen to be valid.
func newCSVFormat(o *options.Resolved, columns []types.Field) csvFormat {
	null := o.Get("csv.null-literal")
	f := csvFormat{
		delimiter: character(o.Get("csv.field-delimiter")),
		escape:    character(o.Get("csv.escape-character")),
		comments:  o.Get("csv.allow-comments").Bool,
		hasNull:   null.Set,
		null:      null.Text,
		lenient:   o.Get("csv.ignore-parse-errors").Bool,
		lines:     o.Connector == "filesystem",
	}
	if constructs(columns) {
		f.elements = character(o.Get("csv.array-element-delimiter"))
	}
	if !o.Get("csv.disable-quote-character").Bool {
		f.quote = character(o.Get("csv.quote-character"))
	}
	return f
}

// constructs reports whether a column is of a constructed type.
func constructs(columns []types.Field) bool {
	return slices.ContainsFunc(columns, func(c types.Field) bool { return c.Type.IsConstructed() })
}

// character is an option's one ASCII character, 0 when it is not set.
func character(v options.Value) byte {
	if v.Text == "" {
		return 0
	}
	return v.Text[0]
}

// literal is the format as a value of the runtime's type; what is off is not printed.
func (f csvFormat) literal() *jen.Statement {
	d := jen.Dict{jen.Id("Delimiter"): char(f.delimiter)}
	for name, c := range map[string]byte{"Quote": f.quote, "Escape": f.escape, "Elements": f.elements} {
		if c != 0 {
			d[jen.Id(name)] = char(c)
		}
	}
	for name, on := range map[string]bool{"Comments": f.comments, "HasNull": f.hasNull,
		"Lenient": f.lenient, "Lines": f.lines} {
		if on {
			d[jen.Id(name)] = jen.True()
		}
	}
	if f.null != "" {
		d[jen.Id("Null")] = text(f.null)
	}
	return jen.Qual(pkgCSV, "Format").Values(d)
}

// char is a Go character literal.
func char(c byte) *jen.Statement { return jen.LitRune(rune(c)) }
