package options

import (
	"sort"
	"strings"

	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/types"
)

// Origin says how a value is given.
type Origin uint8

// Origins of values.
const (
	Literal  Origin = iota
	FromEnv         // env('NAME')
	FromFile        // file('path')
)

// Entry is one line of a WITH clause.
type Entry struct {
	Key    string // today's key once a legacy clause is translated
	Value  string // the literal, the variable's name or the file's path
	Origin Origin
	KeyAt  diag.Span
	ValAt  diag.Span

	written string // the key as written, for messages
}

// Request is a WITH clause and what its meaning depends on.
type Request struct {
	Entries []Entry
	Columns []types.Field // the table's physical columns
	At      diag.Span     // where a missing option is reported: the table's name
}

// resolution is the work on one request.
type resolution struct {
	request  Request
	columns  []types.Field // which options may name: the table's, with their parts where the connector knows those
	entries  []Entry
	table    []*Option // connector's, format's and common options
	out      *Resolved
	problems []diag.Diagnostic
}

// discriminators are the options that choose the tables.
var discriminators = []*Option{
	{Key: "connector", Required: true, Doc: "What the table is connected to."},
	{Key: "format", Doc: "How the bytes of a record become a row."},
	{Key: "property-version", Kind: Int, Status: Ignored, Why: "There is one version."},
}

// Resolve validates a WITH clause. It always returns a Resolved, which is only of use when no
// problem is an error; its Connector is "" when the connector is not known.
func Resolve(request Request) (*Resolved, []diag.Diagnostic) {
	r := &resolution{request: request, columns: request.Columns, out: &Resolved{values: map[string]Value{}}}
	for _, e := range request.Entries {
		e.written = e.Key
		r.entries = append(r.entries, e)
	}
	if r.duplicates(); r.choose() {
		r.values()
		r.defaults()
		r.required()
		r.checks()
	}
	return r.out, r.problems
}

func (r *resolution) add(p diag.Diagnostic) { r.problems = append(r.problems, p) }

// duplicates reports a key that is written twice: Flink silently takes one of them.
func (r *resolution) duplicates() {
	seen := map[string]bool{}
	kept := r.entries[:0:0]
	for _, e := range r.entries {
		if seen[e.Key] {
			r.add(errDuplicate(&e))
			continue
		}
		seen[e.Key] = true
		kept = append(kept, e)
	}
	r.entries = kept
}

// choose finds connector and format and collects their options. False: nothing more to say.
func (r *resolution) choose() bool {
	modern, legacy := r.entry("connector"), r.entry("connector.type")
	switch {
	case modern != nil && legacy != nil:
		r.add(errMixedStyles(legacy))
		return false
	case legacy != nil:
		r.out.Legacy = true
		r.translate(legacy.Value)
	case modern == nil:
		r.add(errNoConnector(r.request.At, r.entries))
		return false
	}
	return r.chooseConnector()
}

func (r *resolution) chooseConnector() bool {
	entry := r.entry("connector")
	c := findConnector(entry.Value)
	if c == nil {
		r.add(errUnknownConnector(entry))
		return false
	}
	r.out.Connector = c.Name
	if c.Parts != nil {
		r.columns = c.Parts(r.request.Columns)
	}
	r.extend(pointers(discriminators...), c.Options)
	if c.Formats {
		return r.chooseFormat(c)
	}
	return true
}

func (r *resolution) chooseFormat(c *connector) bool {
	r.valueKeys()
	entry := r.entry("format")
	if entry == nil {
		r.add(errNoFormat(r.request.At, c.Name))
		return false
	}
	f := findFormat(entry.Value)
	if f == nil {
		r.add(errUnknownFormat(entry))
		return false
	}
	r.out.Format = f.Name
	r.extend(nil, f.Options)
	return true
}

// valueKeys takes the prefix off value.format and value.csv.*, the long spelling of the format.
func (r *resolution) valueKeys() {
	for i := range r.entries {
		e := &r.entries[i]
		rest, ok := strings.CutPrefix(e.Key, "value.")
		if ok && rest != "fields-include" && r.entry(rest) == nil {
			e.Key = rest
		}
	}
}

func pointers(options ...*Option) []*Option { return options }

func (r *resolution) extend(first []*Option, more []Option) {
	r.table = append(r.table, first...)
	for i := range more {
		r.table = append(r.table, &more[i])
	}
}

// values parses every entry by its table line.
func (r *resolution) values() {
	for i := range r.entries {
		e := &r.entries[i]
		option, column := r.find(e.Key)
		switch {
		case option == nil:
			r.add(errUnknownOption(r, e))
		case option.Status == Unsupported:
			r.add(errUnsupportedOption(e, option))
		case column != "" && !r.hasColumn(column):
			r.add(errOptionColumn(r, e, column))
		default:
			r.value(e, option)
		}
	}
}

func (r *resolution) value(e *Entry, option *Option) {
	if option.Status == Ignored {
		r.add(noteIgnored(e, option))
		return
	}
	if e.Origin != Literal && !option.Secret {
		r.add(errNotASecret(e))
		return
	}
	v, problem := parseEntry(e, option)
	if problem != nil {
		r.add(*problem)
		return
	}
	v.Set = true
	r.out.values[e.Key] = v
}

// find returns the table line of a key: an exact one before a pattern.
func (r *resolution) find(key string) (*Option, string) {
	for _, o := range r.table {
		if o.Key == key {
			return o, ""
		}
	}
	for _, o := range r.table {
		if column, ok := o.match(key); ok {
			return o, column
		}
	}
	return nil, ""
}

// entry returns the entry of today's key; nil when it is not written.
func (r *resolution) entry(key string) *Entry {
	for i := range r.entries {
		if r.entries[i].Key == key {
			return &r.entries[i]
		}
	}
	return nil
}

func (r *resolution) hasColumn(name string) bool {
	for _, c := range r.columns {
		if c.Name == name {
			return true
		}
	}
	return false
}

// defaults fills in what is not written: the legacy style's own defaults first.
func (r *resolution) defaults() {
	for _, o := range r.table {
		text := o.Default
		if r.out.Legacy {
			text = legacyDefault(o.Key, text)
		}
		if text == "" || o.Status != Supported {
			continue
		}
		for _, key := range r.expand(o) {
			r.setDefault(key, text, o)
		}
	}
}

func (r *resolution) setDefault(key, text string, o *Option) {
	if _, ok := r.out.values[key]; ok {
		return
	}
	if v, ok := parseValue(text, o); ok {
		r.out.values[key] = v
	}
}

// expand returns the keys that an option stands for: one for each column when it has a #.
func (r *resolution) expand(o *Option) []string {
	if !o.pattern() {
		return []string{o.Key}
	}
	if strings.HasSuffix(o.Key, "*") {
		return nil
	}
	var out []string
	for _, c := range r.columns {
		out = append(out, strings.Replace(o.Key, "#", c.Name, 1))
	}
	return out
}

func (r *resolution) required() {
	for _, o := range r.table {
		if o.Required && r.entry(o.Key) == nil {
			r.add(errMissingOption(r, o))
		}
	}
}

// checks runs what concerns several options, unless one of them is already wrong by itself.
func (r *resolution) checks() {
	for _, p := range r.problems {
		if p.Severity == diag.Error {
			return
		}
	}
	if c := findConnector(r.out.Connector); c.Check != nil {
		c.Check(r)
	}
	if f := findFormat(r.out.Format); f != nil && f.Check != nil {
		f.Check(r)
	}
}

// keys lists the keys that may be written, for suggestions.
func (r *resolution) keys() []string {
	var out []string
	for _, o := range r.table {
		out = append(out, r.expand(o)...)
	}
	sort.Strings(out)
	return out
}
