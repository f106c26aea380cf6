package logical

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/types"
)

// String is the text form of a plan, for people and for goldens: one node a line, inputs indented
// below it. Behind the arrow stand the output columns with their types, then the kinds of rows,
// the upsert keys and the place in the script.
//
//	Sink totals key (province) -> (province STRING, n BIGINT) [I,UA] key (province) @9:13
//	  Aggregate by province: COUNT(*) -> (province STRING, count$0 BIGINT NOT NULL) ..
func String(p *Plan) string {
	w := &planWriter{plan: p}
	for _, f := range p.Functions {
		w.function(f)
	}
	for _, s := range p.Sinks {
		w.node(s, 0)
	}
	w.settings()
	return w.b.String()
}

// Text is the text form of the tree below a node.
func Text(n Node, source *diag.Source) string {
	w := &planWriter{plan: &Plan{Source: source}}
	w.node(n, 0)
	return w.b.String()
}

type planWriter struct {
	plan *Plan
	b    strings.Builder
}

func (w *planWriter) function(f *UserFunction) {
	var params []string
	for _, p := range f.Params {
		params = append(params, p.Name+" "+p.Type.String())
	}
	fmt.Fprintf(&w.b, "Function %s(%s) %s = go %s%s%s\n", f.Name, strings.Join(params, ", "),
		f.Result, f.Go.Package+"."+f.Go.Name, flag(f.NotDeterministic, " not deterministic"),
		[...]string{"", " on error null", " on error skip row"}[f.OnError])
}

func flag(on bool, text string) string {
	if on {
		return text
	}
	return ""
}

func (w *planWriter) node(n Node, depth int) {
	w.b.WriteString(strings.Repeat("  ", depth))
	w.b.WriteString(head(n))
	fmt.Fprintf(&w.b, " -> (%s) %s%s%s\n", schemaText(n.Schema()), n.Changes(),
		keysText(n), w.place(n))
	for _, in := range n.Inputs() {
		w.node(in, depth+1)
	}
}

func (w *planWriter) place(n Node) string {
	if w.plan.Source == nil {
		return ""
	}
	line, column := w.plan.Source.Position(n.Span().Start)
	return fmt.Sprintf(" @%d:%d", line, column)
}

// settings prints what differs from the defaults.
func (w *planWriter) settings() {
	s := w.plan.Settings
	line := func(on bool, format string, args ...any) {
		if on {
			fmt.Fprintf(&w.b, "Setting "+format+"\n", args...)
		}
	}
	line(s.MiniBatchOff, "mini-batch off")
	line(s.LocalTimeZone != "" && s.LocalTimeZone != "UTC", "time zone %s", s.LocalTimeZone)
	line(s.CheckpointInterval != 0, "checkpoint interval %s", s.CheckpointInterval)
	line(s.Parallelism != 0, "parallelism %d", s.Parallelism)
	line(s.PipelineName != "", "name %q", s.PipelineName)
	line(s.Batch, "batch")
	line(s.DropNullViolations, "drop NULL violations")
}

// String is the short form of Flink's EXPLAIN CHANGELOG_MODE: [I,UB,UA,D].
func (c Changes) String() string {
	kinds := []string{"I"}
	if c.Before {
		kinds = append(kinds, "UB")
	}
	if c.Update {
		kinds = append(kinds, "UA")
	}
	if c.Delete {
		kinds = append(kinds, "D")
	}
	return "[" + strings.Join(kinds, ",") + "]"
}

func schemaText(fields []types.Field) string {
	var out []string
	for _, f := range fields {
		out = append(out, f.Name+" "+f.Type.String())
	}
	return strings.Join(out, ", ")
}

func keysText(n Node) string {
	var b strings.Builder
	for _, key := range n.UpsertKeys() {
		b.WriteString(" key (" + columnsText(key, n.Schema()) + ")")
	}
	return b.String()
}

func columnsText(columns []int, fields []types.Field) string {
	var out []string
	for _, i := range columns {
		out = append(out, columnText(i, fields))
	}
	return strings.Join(out, ", ")
}

// columnText is a column's name, with its index when the name alone is not enough.
func columnText(i int, fields []types.Field) string {
	if i < 0 || i >= len(fields) {
		return "#" + strconv.Itoa(i)
	}
	for j, f := range fields {
		if j != i && f.Name == fields[i].Name || f.Name == "" {
			return fields[i].Name + "#" + strconv.Itoa(i)
		}
	}
	return fields[i].Name
}

// head is a node without its properties.
func head(n Node) string {
	switch n := n.(type) {
	case *Scan:
		return "Scan " + n.Table.Name + flag(n.Table.Watermark != nil, " with watermark")
	case *Values:
		return "Values " + rowsText(n)
	case *Filter:
		return "Filter " + ExprText(n.Cond, n.In.Schema())
	case *Project:
		return "Project " + projectText(n)
	case *Aggregate:
		return "Aggregate" + aggregateText(n)
	case *Unnest:
		return "Unnest " + UnnestText(n)
	case *Union:
		return "Union"
	case *Limit:
		return fmt.Sprintf("Limit %d offset %d", n.Count, n.Offset)
	case *Match:
		return "Match " + n.Kind.String() + matchText(n)
	case *Repeat:
		return "Repeat"
	case *Sort:
		return "Sort by " + SortText(n.By, n.In.Schema()) + windowText(n.Offset, n.Count)
	case *Sink:
		return "Sink " + n.Table.Name + sinkText(n)
	}
	return streamingHead(n)
}

func sinkText(n *Sink) string {
	out := ""
	if n.Key != nil {
		out = " by (" + columnsText(n.Key, n.Out) + ")"
	}
	if n.NotNull != nil {
		out += " not null (" + columnsText(n.NotNull, n.Out) + ")"
	}
	return out
}

// String is the word of the SQL.
func (k MatchKind) String() string { return [...]string{"EXISTS", "IN", "value"}[k] }

func matchText(n *Match) string {
	in, out := n.In.Schema(), ""
	if n.Kind == MatchIn {
		out = " " + columnText(n.X, in)
	}
	return out + flag(len(n.By) > 0, " by "+columnsText(n.By, in))
}

// SortText lists the keys of a sort; NULL is named where it does not stand as the smallest value.
func SortText(keys []SortKey, in []types.Field) string {
	var out []string
	for _, k := range keys {
		text := columnText(k.Column, in) + flag(k.Desc, " DESC")
		if k.NullsLast != k.Desc {
			text += flag(k.NullsLast, " NULLS LAST") + flag(!k.NullsLast, " NULLS FIRST")
		}
		out = append(out, text)
	}
	return strings.Join(out, ", ")
}

// windowText says which rows of an order are kept.
func windowText(offset, count int64) string {
	out := ""
	if count >= 0 {
		out = fmt.Sprintf(" limit %d", count)
	}
	return out + flag(offset > 0, fmt.Sprintf(" offset %d", offset))
}

func rowsText(n *Values) string {
	var rows []string
	for _, row := range n.Rows {
		rows = append(rows, "("+listText(row, nil)+")")
	}
	return strings.Join(rows, ", ")
}

// projectText writes plain columns as they are and the others as name = expression.
func projectText(n *Project) string {
	var out []string
	in := n.In.Schema()
	for i, x := range n.Exprs {
		text := ExprText(x, in)
		if text != n.Out[i].Name {
			text = n.Out[i].Name + " = " + text
		}
		out = append(out, text)
	}
	return strings.Join(out, ", ")
}

// UnnestText is what an Unnest takes apart, and how.
func UnnestText(n *Unnest) string {
	out := ExprText(n.Collection, n.In.Schema()) + flag(n.Ordinality, " with ordinality") + flag(n.Left, " left")
	if n.Cond != nil {
		out += " where " + ExprText(n.Cond, n.Out)
	}
	return out
}

func aggregateText(n *Aggregate) string {
	in := n.In.Schema()
	out := ""
	if len(n.Group) > 0 {
		out = " by " + columnsText(n.Group, in)
	}
	out += flag(n.AtEnd, " at the end") + flag(n.Windowed, " of windows") + flag(n.TTL > 0, " kept for "+n.TTL.String())
	var calls []string
	for _, c := range n.Calls {
		calls = append(calls, callText(c, in))
	}
	if len(calls) > 0 {
		out += ": " + strings.Join(calls, ", ")
	}
	return out
}

func callText(c AggCall, in []types.Field) string {
	args := columnsText(c.Args, in)
	if len(c.Args) == 0 && c.Func != UserAgg {
		args = "*"
	}
	if c.Func == ListAgg {
		args += ", '" + strings.ReplaceAll(c.Separator, "'", "''") + "'"
	}
	if c.Func == ArrayAgg {
		args += flag(!c.Nulls, " IGNORE NULLS")
	}
	out := c.Name + "(" + flag(c.Distinct, "DISTINCT ") + args + ")"
	if c.Filter >= 0 {
		out += " FILTER " + columnText(c.Filter, in)
	}
	if c.Keeps {
		out += " KEEPING VALUES"
	}
	return out
}
