package typecheck

// ROWS and RANGE of OVER.

import (
	"math"
	"math/big"
	"strconv"
	"time"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// framed reports a window with ROWS or RANGE, of its own or of the window that it goes on from.
func (s *scope) framed(spec *lang.WindowSpec) bool {
	if spec.Frame != nil || spec.Ref == nil {
		return spec.Frame != nil
	}
	base := s.window(spec.Ref.Name)
	return base != nil && s.withoutWindow(spec.Ref.Name).framed(base)
}

// wholeFrame is the frame of a window without one: all rows up to the current one and its equals; of no order, all
// rows.
func wholeFrame(out *logical.OverCall) {
	frame := &out.Func.Frame
	frame.Low.Unbounded, frame.High.Unbounded = true, len(out.Order) == 0
}

// frame binds ROWS or RANGE; nil is none.
func (c *checker) frame(out *logical.OverCall, f *lang.Frame) bool {
	if f == nil {
		return true
	}
	frame := &out.Func.Frame
	if c.batch() && len(out.Order) == 0 {
		c.errOver(f.Span(), "ROWS and RANGE want an order", "Write ORDER BY in the window.")
		return false
	}
	frame.Rows = f.Rows
	high := f.High
	if high == nil {
		high = &lang.Bound{Place: f.Low.Place, Kind: lang.CurrentRow}
	}
	var lowOK, highOK bool
	frame.Low, lowOK = c.bound(out, f.Rows, f.Low)
	frame.High, highOK = c.bound(out, f.Rows, high)
	switch {
	case !lowOK || !highOK:
		return false
	case f.Low.Kind == lang.UnboundedFollowing || high.Kind == lang.UnboundedPreceding ||
		!frame.Low.Unbounded && !frame.High.Unbounded &&
			(frame.Low.Offset > frame.High.Offset || frame.Low.Real > frame.High.Real):
		c.errOver(f.Span(), "the window begins behind its end", "Write BETWEEN the earlier bound AND the later one.")
		return false
	}
	return true
}

// bound is one end of a frame: a number of rows, or a distance of the value that is ordered by.
func (c *checker) bound(out *logical.OverCall, rows bool, b *lang.Bound) (logical.OverBound, bool) {
	switch b.Kind {
	case lang.UnboundedPreceding, lang.UnboundedFollowing:
		return logical.OverBound{Unbounded: true}, true
	case lang.CurrentRow:
		return logical.OverBound{}, true
	}
	x := c.checkExpr(b.Offset, &scope{place: inOver})
	if isInvalid(x) {
		return logical.OverBound{}, false
	}
	want := boundType(out, rows)
	lit, ok := x.(*logical.Literal)
	ok = ok && lit.Value != nil && want.matches(x.Type())
	var bound logical.OverBound
	if ok {
		bound, ok = want.offset(lit, b.Kind == lang.Preceding)
	}
	if !ok {
		c.errOver(b.Offset.Span(), "the distance must be "+want.text, "")
	}
	return bound, ok
}

// distance is what a bound of a frame is measured in.
type distance struct {
	text    string
	matches func(types.Type) bool
	// offset is the bound that a literal says, before or behind the current row.
	offset func(x *logical.Literal, before bool) (logical.OverBound, bool)
}

func boundType(out *logical.OverCall, rows bool) distance {
	key := types.Type{}
	if len(out.Order) == 1 {
		key = out.Order[0].X.Type()
	}
	switch {
	case rows:
		return distance{"a whole number of rows", types.Type.IsInteger, unscaled(0)}
	case key.IsDatetime():
		return distance{"an INTERVAL of days or less, as the order is by " + key.OrNull().String(),
			func(t types.Type) bool { return t.Kind == types.IntervalDayTime }, interval(key)}
	case key.IsApproximate():
		return distance{"a number", types.Type.IsNumeric, inDouble}
	case key.IsNumeric():
		return distance{"a number", types.Type.IsNumeric, unscaled(key.Scale)}
	}
	return distance{text: "in ROWS: RANGE wants an order by one number or time, not by " +
		strconv.Itoa(len(out.Order)) + " keys", matches: func(types.Type) bool { return false }}
}

// interval is in milliseconds; of a DATE in days, of which the rest of one is nothing, as in Flink.
func interval(key types.Type) func(*logical.Literal, bool) (logical.OverBound, bool) {
	return func(x *logical.Literal, before bool) (logical.OverBound, bool) {
		n := x.Value.(int64)
		if n < 0 {
			return logical.OverBound{}, false
		}
		if key.Kind == types.Date {
			n /= (24 * time.Hour).Milliseconds()
		}
		return logical.OverBound{Offset: signed(n, before)}, true
	}
}

func signed(n int64, minus bool) int64 {
	if minus {
		return -n
	}
	return n
}

// unscaled is a number of at most scale digits behind the point, as a whole number of the last of them. What
// is finer is rounded toward the current row, from which keys stand no other way.
func unscaled(scale int) func(*logical.Literal, bool) (logical.OverBound, bool) {
	return func(x *logical.Literal, before bool) (logical.OverBound, bool) {
		n, ok := ratOf(x)
		if !ok || n.Sign() < 0 {
			return logical.OverBound{}, false
		}
		power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(scale)), nil)
		n.Mul(n, new(big.Rat).SetInt(power))
		whole := new(big.Int).Quo(n.Num(), n.Denom())
		return logical.OverBound{Offset: signed(whole.Int64(), before)}, whole.IsInt64()
	}
}

// inDouble is a number for keys of FLOAT or DOUBLE.
func inDouble(x *logical.Literal, before bool) (logical.OverBound, bool) {
	n, ok := ratOf(x)
	if !ok || n.Sign() < 0 {
		return logical.OverBound{}, false
	}
	f, _ := n.Float64()
	if before {
		f = -f
	}
	return logical.OverBound{Real: f}, !math.IsInf(f, 0)
}

// ratOf is the number of a literal.
func ratOf(x *logical.Literal) (*big.Rat, bool) {
	switch v := x.Value.(type) {
	case int64:
		return new(big.Rat).SetInt64(v), true
	case *big.Int:
		power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(x.T.Scale)), nil)
		return new(big.Rat).SetFrac(v, power), true
	case float64:
		r := new(big.Rat).SetFloat64(v)
		return r, r != nil
	}
	return nil, false
}
