// Package functions has functions of all forms, good and bad.
package functions

import (
	"iter"
	clock "time"

	"github.com/flinkc/flinkc/rtlib/udf"
	"github.com/flinkc/flinkc/rtlib/value"
)

type Name = string

type Custom string

func Plain(s string, n int64) string { return s }

func Pair(a, b *float64) (*float64, bool) { return a, true }

func Fails(d value.Decimal) (clock.Time, error) { return clock.Time{}, nil }

func Alias(n Name, b []byte) Name { return n }

func Own(c Custom) Custom { return c }

func Many(s ...string) string { return "" }

func Generic[T any](t T) T { return t }

func Nothing(s string) {}

func Three(s string) (string, bool, error) { return s, true, nil }

func Rows(s string) iter.Seq[string] { return nil }

func RowsError(s string) (iter.Seq[Item], error) { return nil, nil }

type Times = iter.Seq2[*clock.Time, error]

func RowErrors(s string) Times { return nil }

func RowsOK(s string) (iter.Seq[string], bool) { return nil, false }

func RowsTwice(s string) (iter.Seq2[string, error], error) { return nil, nil }

type Splitter struct{}

func (Splitter) Eval(s string) iter.Seq[int64] { return nil }

func hidden(s string) string { return s }

type Counter struct{ n int64 }

func (c *Counter) Open(ctx udf.Context) error { return nil }

func (c *Counter) Eval(s string) int64 { c.n++; return c.n }

func (c *Counter) Close() error { return nil }

type Sum struct {
	N     int64
	Parts [2][3]Part
}

type Part struct {
	Text string
	D    value.Decimal
}

func (s *Sum) Accumulate(n int64, t *string) error { return nil }
func (s *Sum) Retract(n int64, t *string)          {}
func (s *Sum) Merge(other *Sum)                    {}
func (s *Sum) Value() (int64, bool)                { return s.N, true }

type NoValue struct{}

func (s *NoValue) Accumulate(n int64) {}

type NoStruct int64

func (s *NoStruct) Accumulate(n int64) {}

type Pointed struct{ P *int64 }

func (s *Pointed) Accumulate(n int64) {}

type Deep struct{ A [2]Shallow }

type Shallow struct{ When clock.Time }

func (s *Deep) Accumulate(n int64) {}

type Embeds struct{ Part }

func (s *Embeds) Accumulate(n int64) {}

type Opens struct{ N int64 }

func (s *Opens) Accumulate(n int64)         {}
func (s *Opens) Open(ctx udf.Context) error { return nil }

type Others struct{ N int64 }

func (s *Others) Accumulate(n int64) {}
func (s *Others) Retract(n int32)    {}

type Merges struct{ N int64 }

func (s *Merges) Accumulate(n int64) {}
func (s *Merges) Merge(n int64)      {}

type Answers struct{ N int64 }

func (s *Answers) Accumulate(n int64) bool { return true }

type Gives struct{ N int64 }

func (s *Gives) Accumulate(n int64)     {}
func (s *Gives) Value() iter.Seq[int64] { return nil }

type Plainer struct{}

func (Plainer) Eval(n int32) (bool, error) { return n > 0, nil }

// Lists has slices and maps of types of other packages.
func Lists(a [][]byte, b []*clock.Time, c map[string]*value.Decimal, d [][]int32) map[rune][]string {
	return nil
}

type Item struct {
	Sku, Name string
	Sold      *clock.Time
	Custom
}
