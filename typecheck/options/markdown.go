package options

import (
	"fmt"
	"strings"
)

// Markdown is the reference of all connectors, formats and legacy keys as a document, made of the
// tables that Resolve obeys. docs/connectors.md is its output.
func Markdown() string {
	var b strings.Builder
	b.WriteString(markdownHead)
	for _, c := range connectors {
		writeConnector(&b, c)
	}
	b.WriteString(markdownFormats)
	for _, f := range formats {
		fmt.Fprintf(&b, "\n### %s\n\n%s\n", f.Name, f.Doc)
		writeOptions(&b, f.Options)
	}
	b.WriteString(markdownLegacy)
	for _, name := range []string{"kafka", "jdbc", "filesystem"} {
		writeRenames(&b, "connector.type = "+name, legacyTables[name])
	}
	writeRenames(&b, "Every legacy table", legacyCommon)
	writeLegacyDefaults(&b)
	return b.String()
}

// In these texts ' stands for a backquote, which a raw string cannot hold; quoted puts it in.
var (
	markdownHead = quoted(`# Connectors and formats

Every option that flinkc knows. An option that is in no table here is the error 'unknown-option',
with the nearest key; a value of the wrong kind is 'option-value'. Keys are compared exactly.

A '#' stands for the name of a column, a '*' at the end for any rest. A duration is a number with a
unit ('500 ms', '1 s', '5 min', '2 h'); without one it is in milliseconds. A memory size is a number
with 'kb', 'mb' or 'gb' (powers of 1024); without one it is in bytes. A list is separated by ';'. An
option called a credential may be given by env() or file(), which are read when the program starts:
see [language.md](language.md#credentials).
`)

	markdownFormats = quoted(`
## Formats

'format', or 'value.format', names the format of kafka and filesystem tables.
`)

	markdownLegacy = quoted(`
## Legacy keys

Tables as Flink 1.9 and 1.10 declared them, with 'connector.type'. Each key has a counterpart of
today; keys of the format ('format.field-delimiter') stand for those with the name of the format
('csv.field-delimiter').
`)
)

func quoted(text string) string { return strings.ReplaceAll(text, "'", "`") }

func writeConnector(b *strings.Builder, c *connector) {
	fmt.Fprintf(b, "\n## %s\n\n%s", c.Name, c.Doc)
	if c.NoSink != "" {
		fmt.Fprintf(b, " A source only: %s.", c.NoSink)
	}
	if c.NoScan != "" {
		fmt.Fprintf(b, " A sink only: %s.", c.NoScan)
	}
	if c.Formats {
		b.WriteString(" Needs a format.")
	}
	b.WriteString("\n")
	writeOptions(b, c.Options)
	if c == &jdbcConnector {
		writeURLParams(b)
	}
}

// writeOptions lists what is obeyed, then what is ignored and refused with the reason.
func writeOptions(b *strings.Builder, all []Option) {
	if len(all) == 0 {
		b.WriteString("\nNo options.\n")
		return
	}
	b.WriteString("\n| option | value | default | meaning |\n|---|---|---|---|\n")
	for i := range all {
		if o := &all[i]; o.Status == Supported {
			fmt.Fprintf(b, "| `%s` | %s | %s | %s |\n", o.Key, o.valueText(), o.defaultText(),
				o.meaning())
		}
	}
	writeStatus(b, all, Ignored, "Ignored, with a note")
	writeStatus(b, all, Unsupported, "Refused, as the result would differ (`unsupported-option`)")
}

func writeStatus(b *strings.Builder, all []Option, s Status, title string) {
	first := true
	for i := range all {
		if all[i].Status != s {
			continue
		}
		if first {
			fmt.Fprintf(b, "\n%s:\n\n", title)
			first = false
		}
		fmt.Fprintf(b, "- `%s`: %s\n", all[i].Key, all[i].Why)
	}
}

// valueText says what a value looks like: the choices of an Enum, else the kind.
func (o *Option) valueText() string {
	out := o.Kind.String()
	if o.Kind == Enum {
		out = "`" + strings.Join(o.Values, "`, `") + "`"
	}
	if len(o.Refused) > 0 {
		out += "; not `" + strings.Join(o.Refused, "`, `") + "`"
	}
	if o.Secret {
		out = "credential"
	}
	return out
}

func (o *Option) defaultText() string {
	switch {
	case o.Required:
		return "required"
	case o.Default == "":
		return ""
	}
	return "`" + o.Default + "`"
}

func (o *Option) meaning() string {
	switch o.Role {
	case Source:
		return "Read: " + o.Doc
	case Sink:
		return "Written: " + o.Doc
	}
	return o.Doc
}

// writeURLParams lists what the url of a jdbc table may hold behind the question mark.
func writeURLParams(b *strings.Builder) {
	b.WriteString("\nParameters of the url; any other is refused:\n\n" +
		"| parameter | effect |\n|---|---|\n")
	for _, p := range urlParams {
		switch {
		case p.Map != nil:
			fmt.Fprintf(b, "| `%s` | obeyed: %s |\n", p.Name, p.Note)
		case p.Refuse != "":
			fmt.Fprintf(b, "| `%s` | refused: %s |\n", p.Name, p.Refuse)
		default:
			fmt.Fprintf(b, "| `%s` | ignored: %s |\n", p.Name, p.Note)
		}
	}
}

func writeRenames(b *strings.Builder, title string, table []rename) {
	fmt.Fprintf(b, "\n%s:\n\n| legacy key | today |\n|---|---|\n", title)
	for _, r := range table {
		switch r.Status {
		case Ignored:
			fmt.Fprintf(b, "| `%s` | ignored: %s |\n", r.Old, r.Why)
		case Unsupported:
			fmt.Fprintf(b, "| `%s` | refused: %s |\n", r.Old, r.Why)
		default:
			fmt.Fprintf(b, "| `%s` | `%s` |\n", r.Old, r.New)
		}
	}
}

// writeLegacyDefaults walks the option tables and not the map, whose order changes.
func writeLegacyDefaults(b *strings.Builder) {
	b.WriteString("\nDefaults of a legacy table that differ from today's:\n\n" +
		"| option | legacy | today |\n|---|---|---|\n")
	for _, c := range connectors {
		for _, o := range c.Options {
			if d, ok := legacyDefaults[o.Key]; ok {
				fmt.Fprintf(b, "| `%s` | `%s` | `%s` |\n", o.Key, d, o.Default)
			}
		}
	}
}
