package logical

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/flinkc/flinkc/typecheck/types"
)

// The text form of the operators and expressions of streaming.go.

// streamingHead is head for them; "" for other nodes.
func streamingHead(n Node) string {
	switch n := n.(type) {
	case *Join:
		return n.Kind.String() + " join" + joinText(n)
	case *Apply:
		return "Apply" + flag(n.Left, " left") + condText(n.Cond, n.Out)
	case *Window:
		return WindowText(n)
	case *Over:
		return "Over " + OverText(n.Partition, n.Order, n.Calls, n.In.Schema())
	case *Pattern:
		return patternHead(n)
	}
	return ""
}

// String is the word of the SQL.
func (k JoinKind) String() string { return [...]string{"Inner", "Left", "Right", "Full"}[k] }

func joinText(n *Join) string {
	out := condText(n.Cond, n.Out)
	if n.AsOf != nil {
		out += " as of " + ExprText(n.AsOf, n.Left.Schema())
	}
	return out
}

func condText(cond Expr, in []types.Field) string {
	if cond == nil {
		return ""
	}
	return " on " + ExprText(cond, in)
}

// WindowText is a Window in a line.
func WindowText(n *Window) string {
	in := n.In.Schema()
	out := [...]string{"Tumble", "Hop", "Cumulate", "Session"}[n.Kind] + " " + ExprText(n.Time, in)
	for _, size := range n.Sizes {
		out += " " + millisText(size)
	}
	if n.Offset != 0 {
		out += " offset " + millisText(n.Offset)
	}
	if len(n.Partition) > 0 {
		out += " by " + listText(n.Partition, in)
	}
	return out + flag(n.Grouped, " for groups")
}

func millisText(ms int64) string { return (time.Duration(ms) * time.Millisecond).String() }

func patternHead(n *Pattern) string {
	in := n.In.Schema()
	out := "Pattern " + n.Sequence.String()
	if len(n.Partition) > 0 {
		out += " by " + columnsText(n.Partition, in)
	}
	out += " order " + orderText(n.Order, in)
	if n.Within > 0 {
		out += " within " + millisText(n.Within)
	}
	out += " skip " + [...]string{"past last", "to next", "to first ", "to last "}[n.Skip] + n.SkipTo
	for _, d := range n.Define {
		out += ", " + d.Var + " is " + ExprText(d.Cond, in)
	}
	return out + ": " + listText(n.Measures, in)
}

// String is the pattern as it is written.
func (p *PatternItem) String() string {
	out := p.Var
	if out == "" {
		var items []string
		for _, item := range p.Items {
			items = append(items, item.String())
		}
		separator := " "
		if p.Choice {
			separator = " | "
		}
		out = "(" + strings.Join(items, separator) + ")"
	}
	if p.Min == 1 && p.Max == 1 {
		return out
	}
	high := ""
	if p.Max >= 0 {
		high = strconv.Itoa(p.Max)
	}
	return fmt.Sprintf("%s{%d,%s}%s", out, p.Min, high, flag(p.Reluctant, "?"))
}

// streamingExprText is exprText for them; "" for other expressions.
func streamingExprText(e Expr, in []types.Field) string {
	switch e := e.(type) {
	case *Proctime:
		return "PROCTIME()"
	case *CurrentWatermark:
		return "CURRENT_WATERMARK(" + ExprText(e.X, in) + ")"
	case *Outer: // its columns are those of another row
		return "outer." + ExprText(e.X, nil)
	case *OverCall:
		return overCallText(e, in)
	case *PatternColumn:
		return e.Var + "." + e.Name
	case *PatternCall:
		return e.Name + "(" + listText(e.Args, in) + ")"
	}
	return ""
}

func orderText(keys []OverKey, in []types.Field) string {
	var out []string
	for _, k := range keys {
		text := ExprText(k.X, in) + flag(k.Desc, " DESC")
		if k.NullsLast != k.Desc {
			text += flag(k.NullsLast, " NULLS LAST") + flag(!k.NullsLast, " NULLS FIRST")
		}
		out = append(out, text)
	}
	return strings.Join(out, ", ")
}
