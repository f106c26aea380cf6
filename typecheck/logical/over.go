package logical

import (
	"strconv"
	"strings"

	"github.com/flinkc/flinkc/typecheck/types"
)

// OVER: functions of the rows around a row.

type (
	// Over adds a column to each row for each of its Calls: a function of the rows with equal Partition
	// columns, in the order of Order, where rows with equal keys stay in order of arrival.
	Over struct {
		Props
		In        Node
		Partition []int
		Order     []SortKey
		Calls     []OverFunc
	}

	// OverFunc is a function with OVER: an aggregate of the rows in Frame, or, of a Rank, what it says of
	// the row's place.
	OverFunc struct {
		AggCall
		Rank  RankFunc
		N     int64 // of Ntile the number of buckets, of Neighbour how far behind the row the other one stands
		Frame OverFrame
	}

	// OverCall is a function of the rows around a row. It is the checker's own: a plan has an Over in its
	// place.
	OverCall struct {
		Typed
		Func      OverFunc // without Args
		Args      []Expr
		Partition []Expr
		Order     []OverKey
	}
)

// Inputs returns the input.
func (n *Over) Inputs() []Node { return []Node{n.In} }

// RankFunc is a function that has a meaning only with OVER.
type RankFunc uint8

// Functions of a row's place. Neighbour is LAG and LEAD: the value of another row, and where there is none
// that of its second argument, or NULL.
const (
	NoRank RankFunc = iota
	RowNumber
	Rank
	DenseRank
	PercentRank
	CumeDist
	Ntile
	Neighbour
)

// OverKey is a value that rows are ordered by.
type OverKey struct {
	X         Expr
	Desc      bool
	NullsLast bool
}

// OverFrame is which rows of the order take part: between two bounds, counted in rows or by value. By
// value, rows with equal keys stand at the same place.
type OverFrame struct {
	Rows      bool
	Low, High OverBound
}

// OverBound is one end of an OverFrame. Offset counts from the current row, positive behind it. It is a
// number of rows, or by the type of the order days, milliseconds or a number; of a DECIMAL unscaled. Real is
// that of a FLOAT or DOUBLE.
type OverBound struct {
	Unbounded bool
	Offset    int64
	Real      float64
}

// IsCurrent reports the current row.
func (b OverBound) IsCurrent() bool { return b == OverBound{} }

// Holds reports a frame that has the current row in it, whatever its key.
func (f OverFrame) Holds() bool {
	return (f.Low.Unbounded || f.Low.IsCurrent()) && (f.High.Unbounded || f.High.IsCurrent())
}

// same reports the same function of the same window, whatever it is computed of.
func (f OverFunc) same(g OverFunc) bool {
	return f.Rank == g.Rank && f.N == g.N && f.Frame == g.Frame && f.Func == g.Func && f.Name == g.Name &&
		f.Distinct == g.Distinct && f.Separator == g.Separator && f.Nulls == g.Nulls && f.User == g.User
}

// text is the function with its arguments.
func (f OverFunc) text(args string) string {
	switch {
	case f.Rank == Ntile:
		args = strconv.FormatInt(f.N, 10)
	case f.Rank == Neighbour:
		args += " at " + strconv.FormatInt(f.N, 10)
	case f.Rank == NoRank && args == "":
		args = "*"
	}
	out := f.Name + "(" + flag(f.Distinct, "DISTINCT ") + args + ")"
	if f.Rank == NoRank {
		out += " " + f.Frame.String()
	}
	return out
}

// OverText is an Over without its properties.
func OverText(partition []int, order []SortKey, calls []OverFunc, in []types.Field) string {
	var out []string
	if len(partition) > 0 {
		out = append(out, "by "+columnsText(partition, in))
	}
	if len(order) > 0 {
		out = append(out, "order "+SortText(order, in))
	}
	var functions []string
	for _, f := range calls {
		functions = append(functions, f.text(columnsText(f.Args, in)))
	}
	return "(" + strings.Join(out, " ") + "): " + strings.Join(functions, ", ")
}

func overCallText(e *OverCall, in []types.Field) string {
	var out []string
	if len(e.Partition) > 0 {
		out = append(out, "by "+listText(e.Partition, in))
	}
	if len(e.Order) > 0 {
		out = append(out, "order "+orderText(e.Order, in))
	}
	return e.Func.text(listText(e.Args, in)) + " over (" + strings.Join(out, " ") + ")"
}

// String names the bounds; without any it is all rows.
func (f OverFrame) String() string {
	unit := "range"
	if f.Rows {
		unit = "rows"
	}
	return unit + " " + f.Low.String() + " to " + f.High.String()
}

// String is the distance from the current row.
func (b OverBound) String() string {
	switch {
	case b.Unbounded:
		return "end"
	case b.Real != 0:
		return strconv.FormatFloat(b.Real, 'g', -1, 64)
	}
	return strconv.FormatInt(b.Offset, 10)
}
