package physical

import (
	"fmt"
	"strings"

	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// String is the complete text form of the plan: stages front to back, each with its operators.
func (p *Plan) String() string {
	var b strings.Builder
	for _, s := range p.Stages {
		fmt.Fprintf(&b, "stage %q", s.ID)
		if s.Single {
			b.WriteString(" in one lane")
		}
		b.WriteString("\n")
		s.input(&b)
		op(&b, s.Root, "  ")
	}
	return b.String()
}

func (s *Stage) input(b *strings.Builder) {
	if s.Source != nil {
		fmt.Fprintf(b, "  source %s\n", s.Source.describe())
	}
	for _, x := range s.In {
		fmt.Fprintf(b, "  input %d: %s%s%s\n", x.Port, x.distribution(),
			columns(x.Schema, x.Needs(), x.Partial), updates(x.Kinds))
	}
}

func (s *Source) describe() string {
	if s.Values != nil {
		return fmt.Sprintf("VALUES of %d rows", len(s.Values.Rows))
	}
	return fmt.Sprintf("%s %s%s", s.Table.Options.Connector, s.Table.Name, columns(s.Schema, s.Used, nil))
}

func updates(kinds bool) string {
	if kinds {
		return " with updates"
	}
	return ""
}

func (x *Exchange) distribution() string {
	switch x.Dist {
	case Single:
		return "gathered"
	case Forward:
		return "lane by lane"
	}
	key := x.Key
	schema := x.Schema
	if x.Partial != nil {
		key, schema = x.Partial.Group, x.Partial.Input
	}
	return "by key (" + fields(schema, key) + ")"
}

func fields(schema []types.Field, cols []int) string {
	var out []string
	for _, c := range cols {
		out = append(out, schema[c].Name)
	}
	return strings.Join(out, ", ")
}

func columns(schema []types.Field, used []Use, partial *Aggregation) string {
	if partial != nil {
		return " partial results"
	}
	var out []string
	for i, f := range schema {
		switch used[i] {
		case NullOnly:
			out = append(out, f.Name+" IS NULL")
		case Value:
			out = append(out, f.Name+" "+f.Type.String())
		case Digits:
			out = append(out, f.Name+" "+f.Type.String()+" with all digits")
		}
	}
	return " [" + strings.Join(out, ", ") + "]"
}

func op(b *strings.Builder, o Op, indent string) {
	fmt.Fprintf(b, "%s%s\n", indent, describe(o))
	for _, n := range o.Next() {
		op(b, n, indent+"  ")
	}
}

func describe(o Op) string {
	switch o := o.(type) {
	case *Tee:
		return "each of"
	case *Watermark:
		return "watermark " + logical.ExprText(o.Of.Value, o.Schema)
	case *Filter:
		return "filter " + logical.ExprText(o.Cond, o.Schema)
	case *Project:
		return "project " + projections(o)
	case *Unnest:
		return "unnest " + logical.UnnestText(o.Of)
	case *Window:
		return logical.WindowText(o.Of)
	case *Partial:
		return "aggregate partially " + o.Aggregation.calls() + ", send to " + fmt.Sprintf("%q", o.To.To.ID)
	case *Final:
		return o.describe()
	case *Limit:
		return fmt.Sprintf("limit %d offset %d", o.Count, o.Offset)
	case *Match:
		return o.describe()
	case *Over:
		return o.describe()
	case *Repeat:
		return "repeat"
	case *Sort:
		return o.describe()
	case *Send:
		return "send to " + fmt.Sprintf("%q", o.To.To.ID)
	case *Write:
		return o.Sink.describe()
	}
	panic(fmt.Sprintf("physical: %T", o))
}

func projections(o *Project) string {
	need := Needs(o.To)
	var out []string
	for i, e := range o.Exprs {
		if need[i] != Unused {
			out = append(out, logical.ExprText(e, o.Schema)+" AS "+o.Out[i].Name)
		}
	}
	return strings.Join(out, ", ")
}

func (o *Match) describe() string {
	out := "match " + o.Node.Kind.String()
	if o.Node.X >= 0 {
		out += " " + o.Schema[o.Node.X].Name
	}
	if len(o.Node.By) > 0 {
		out += " by (" + fields(o.Schema, o.Node.By) + ")"
	}
	return out + " at the end"
}

func (o *Sort) describe() string {
	out := "sort by " + logical.SortText(o.Keys, o.Schema) + " at the end"
	if o.Count >= 0 {
		out += fmt.Sprintf(", keep %d", o.Count)
	}
	if o.Offset > 0 {
		out += fmt.Sprintf(" behind the first %d", o.Offset)
	}
	return out
}

func (o *Over) describe() string {
	var calls []logical.OverFunc
	for i, call := range o.Calls {
		if o.Wanted(i) {
			calls = append(calls, call)
		}
	}
	return "over " + logical.OverText(o.Partition, o.Order, calls, o.Schema) + " at the end"
}

func (o *Final) describe() string {
	verb := "aggregate "
	if o.Merge {
		verb = "merge partial results of "
	}
	when := ", emit once a batch"
	switch {
	case o.AtEnd:
		when = ", emit at the end"
	case o.EachRow:
		when = ", emit at every row"
	}
	if o.Before {
		when += " with -U"
	}
	if o.Retract {
		when += ", take rows back"
	}
	if o.TTL > 0 {
		when += ", keep keys for " + o.TTL.String()
	}
	return verb + o.Aggregation.calls() + when
}

// calls lists the aggregates with their input columns.
func (a *Aggregation) calls() string {
	var out []string
	for _, c := range a.Calls {
		args := fields(a.Input, c.Args)
		if len(c.Args) == 0 {
			args = "*"
		}
		if c.Distinct {
			args = "DISTINCT " + args
		}
		s := c.Name + "(" + args + ")"
		if c.Filter >= 0 {
			s += " FILTER (" + a.Input[c.Filter].Name + ")"
		}
		if c.Keeps {
			s += " KEEPING VALUES"
		}
		out = append(out, s)
	}
	if len(out) == 0 {
		out = []string{"nothing"}
	}
	return strings.Join(out, ", ") + " by (" + fields(a.Input, a.Group) + ")"
}

func (s *Sink) describe() string {
	out := "write " + s.Table.Options.Connector + " " + s.Table.Name
	if len(s.Key) > 0 {
		out += " by key (" + fields(s.Schema, s.Key) + ")"
	}
	return out
}
