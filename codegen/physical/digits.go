package physical

import (
	"slices"

	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// Flink's csv and json readers do not cut a text to the digits of its TIMESTAMP(p), and its rows keep what they are
// given until they are sent to another task: there a TIMESTAMP of up to three digits shrinks to milliseconds. So do
// ours: such a column is milliseconds wherever rows are kept or exchanged, and carries more only where an operator or a
// sink beside the reader can see it. Exchanges that Flink does not have, to the one lane of a print sink, carry them
// on.

// whole is the use of a value that is looked at: all digits of a TIMESTAMP that rows keep as milliseconds.
func whole(t types.Type) Use {
	if Millis(t) {
		return Digits
	}
	return Value
}

// Millis reports the types that rows keep as milliseconds.
func Millis(t types.Type) bool {
	const millis = 3
	return (t.Kind == types.Timestamp || t.Kind == types.TimestampLTZ) && t.Precision <= millis
}

// hasMillis reports the types that rows keep as milliseconds, and those of values that have one of them in
// them: what is inside has all its digits.
func hasMillis(t types.Type) bool { return Millis(t) || slices.ContainsFunc(t.Parts(), hasMillis) }

// limited takes Digits back to Value for the columns that have none.
func limited(need []Use, digits []bool) []Use {
	for i := range need {
		if digits == nil || !digits[i] {
			need[i] = min(need[i], Value)
		}
	}
	return need
}

// digits are the columns of a source that may have more digits than their type.
func (s *Source) digits() []bool {
	if s.Table == nil {
		return nil
	}
	return textColumns(s.Table, s.Schema)
}

// textColumns are the columns that the table's format reads from text as they are.
func textColumns(t *logical.Table, schema []types.Field) []bool {
	out := make([]bool, len(schema))
	for i, f := range schema {
		out[i] = t.Options.Format != "" && hasMillis(f.Type)
	}
	return out
}

// digits says which columns of a node may have more digits than their type. What comes out of an aggregation, a UNION
// or a LIMIT has been through an exchange.
func digits(n logical.Node) []bool {
	out := make([]bool, len(n.Schema()))
	switch n := n.(type) {
	case *logical.Scan:
		return textColumns(n.Table, n.Schema())
	case *logical.Filter:
		return digits(n.In)
	case *logical.Project:
		in := digits(n.In)
		for i, e := range n.Exprs {
			out[i] = hasMillis(e.Type()) && passesDigits(e, in)
		}
	case *logical.Window:
		copy(out, digits(n.In))
	case *logical.Unnest:
		in := digits(n.In)
		for i := copy(out, in); i < len(out); i++ {
			out[i] = hasMillis(n.Out[i].Type) && passesDigits(n.Collection, in)
		}
	}
	return out
}

// passesDigits reports whether an expression may pass on digits of a column: also when it does not, which costs space
// in one exchange.
func passesDigits(e logical.Expr, in []bool) bool {
	switch e := e.(type) {
	case *logical.Column:
		return in[e.Index]
	case *logical.UserCall: // what a function returns is cut to its type
		return false
	}
	return slices.ContainsFunc(logical.Operands(e), func(x logical.Expr) bool { return passesDigits(x, in) })
}

// printsDigits reports the sinks that write all digits they are given.
func (s *Sink) printsDigits() bool {
	return s.Table.Options.Connector == "print" || s.Table.Options.Connector == "filesystem"
}
