// Package calc is a projection of 20 expressions over 10 columns, written by hand for
// bench/scripts/calc/calc.sql: one loop over decoded rows, with the functions of the runtime where the
// dialect asks for more than Go's operators give.
package calc

import (
	"strings"

	"github.com/flinkc/flinkc/rtlib/fn"
	"github.com/flinkc/flinkc/rtlib/value"
)

// Fact is a row of the table.
type Fact struct {
	A, B int64
	C    int32
	D, E float64
	F    bool
	S, T string
	P    int64 // hundredths
	TS   value.Timestamp
	Null uint64 // a bit a column
}

// Bits of columns that are NULL.
const (
	nullA = 1 << iota
	nullB
	nullC
	nullD
	nullE
	nullF
	nullS
	nullT
	nullP
	nullTS
)

// Result is a row of the result.
type Result struct {
	C1, C2, C3 int64
	C4         string
	C5, C6     float64
	C7         int64
	C8, C9     string
	C10        int32
	C11        string
	C12        value.Int128
	C13        int64
	C14, C15   int64
	C16        string
	C17, C18   bool
	C19        int32
	C20        int64
	Null       uint64
}

// Calc computes rows.
type Calc struct {
	Last Result
	Rows int64
	text fn.Arena
}

// Run computes the results of a block, of which it keeps the last one as a sink that swallows them does.
func (x *Calc) Run(facts []Fact) {
	x.text.Reset()
	for i := range facts {
		r, out := &facts[i], &x.Last
		out.Null = 0
		x.numbers(r, out)
		x.texts(r, out)
		x.Rows++
	}
}

func (x *Calc) numbers(r *Fact, out *Result) {
	null := r.Null
	out.C1, out.C2, out.C3 = r.A+r.B, r.A*3-r.B, r.A%7
	if null&(nullA|nullB) != 0 {
		out.Null |= 1<<0 | 1<<1
	}
	out.C5, out.C6 = float64(r.D*r.E), r.D/3+r.E
	if null&(nullD|nullE) != 0 {
		out.Null |= 1<<4 | 1<<5
	}
	out.C7 = int64(r.C) * r.A
	if null&(nullA|nullC) != 0 {
		out.Null |= 1 << 6
	}
	out.C12, out.C13 = value.FromInt64(r.P).Mul(value.FromInt64(2)), r.P+150
	out.Null |= null&nullP<<3 | null&nullP<<4
	out.C14, out.C15 = fn.ExtractTimestamp(r.TS, fn.Hour), fn.ExtractTimestamp(r.TS, fn.Year)
	out.Null |= null&nullTS<<4 | null&nullTS<<5
	out.C17 = r.F && r.A >= 10 && r.A <= 1000
	if null&(nullA|nullF) != 0 && (null&nullF != 0 || r.F) &&
		(null&nullA != 0 || r.A >= 10 && r.A <= 1000) {
		out.Null |= 1 << 16
	}
	if out.C19 = r.C; r.C < 0 {
		out.C19 = -r.C
	}
	out.Null |= null&nullA<<2 | null&nullC<<16
	if out.C20 = r.B; r.F && null&nullF == 0 {
		out.C20 = r.A
		out.Null |= null & nullA << 19
	} else {
		out.Null |= null & nullB << 18
	}
}

func (x *Calc) texts(r *Fact, out *Result) {
	null := r.Null
	switch {
	case null&nullC == 0 && r.C > 1000:
		out.C4 = "big"
	case null&nullC == 0 && r.C > 10:
		out.C4 = "middle"
	default:
		out.C4 = "small"
	}
	out.C8, out.C10 = fn.Upper(&x.text, r.S), fn.CharLength(r.S)
	out.C9, _ = fn.Substring(r.T, 1, 8)
	out.C11 = fn.Concat(&x.text, r.S, "-", r.T)
	out.Null |= null&nullS<<1 | null&nullT<<1 | null&nullS<<3 | (null&nullS<<4 | null&nullT<<3)
	if out.C16 = r.S; null&nullS != 0 {
		out.C16 = r.T
		out.Null |= null & nullT << 8
	}
	out.C18 = strings.HasPrefix(r.T, "item")
	out.Null |= null & nullT << 10
}
