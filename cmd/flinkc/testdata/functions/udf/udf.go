// Package udf has one function for each form that a user function can take.
package udf

import (
	"errors"
	"strings"
	"time"

	"github.com/flinkc/flinkc/rtlib/value"
)

// Identities of every mapped Go type.

func Bool(v bool) bool              { return !v }
func Int8(v int8) int8              { return v + 1 }
func Int16(v int16) int16           { return v + 1 }
func Int32(v int32) int32           { return v + 1 }
func Int64(v int64) int64           { return v + 1 }
func Float32(v float32) float32     { return v / 2 }
func Float64(v float64) float64     { return v / 2 }
func Text(v string) string          { return v + "!" }
func Bytes(v []byte) []byte         { v[0] = '*'; return v }
func Day(v time.Time) time.Time     { return v.AddDate(0, 1, 0) }
func Instant(v time.Time) time.Time { return v.Add(1500 * time.Microsecond) }
func Dec(v value.Decimal) value.Decimal {
	return value.Decimal{Unscaled: v.Unscaled, Scale: v.Scale + 1}
}
func OwnTime(v value.Timestamp) value.Timestamp {
	return value.Timestamp{Millis: v.Millis + 1, Nanos: v.Nanos}
}

// Nulls counts the arguments that are NULL.
func Nulls(a *int32, b *string, c *time.Time) int64 {
	var n int64
	for _, null := range []bool{a == nil, b == nil, c == nil} {
		if null {
			n++
		}
	}
	return n
}

// Mixed sees NULL in its second argument alone.
func Mixed(a int32, b *int32) int32 {
	if b == nil {
		return -a
	}
	return a + *b
}

// Even says whether a result is known.
func Even(v int32) (int32, bool) { return v, v%2 == 0 }

// Halve is NULL for odd numbers.
func Halve(v int32) *int32 {
	if v%2 != 0 {
		return nil
	}
	v /= 2
	return &v
}

// Risky fails at 3 and panics at 4.
func Risky(v int32) (int32, error) {
	switch v {
	case 3:
		return 0, errors.New("three is too much")
	case 4:
		panic("four breaks it")
	}
	return v * 10, nil
}

// RiskyPointer does so with a pointer, and is NULL at 2.
func RiskyPointer(v int32) (*int32, error) {
	r, err := Risky(v)
	if v == 2 {
		return nil, err
	}
	return &r, err
}

// Prefix returns a part of its argument.
func Prefix(s string) string { before, _, _ := strings.Cut(s, "-"); return before }

// Fresh returns new memory each time.
func Fresh(s string) string { return string([]byte(s)) }

// First is the first byte of s; it panics when there is none.
func First(s string) string { return s[:1] }

// Results behind pointers, which are NULL for what is not positive.

func TimeAt(v int32) *time.Time {
	if v <= 0 {
		return nil
	}
	at := time.Date(2024, 2, 28, 23, 59, 59, 987654321, time.UTC).AddDate(0, 0, int(v))
	return &at
}

func OwnTimeAt(v int32) *value.Timestamp {
	if v <= 0 {
		return nil
	}
	return &value.Timestamp{Millis: int64(v), Nanos: 5}
}

func DecAt(v int32) *value.Decimal {
	if v <= 0 {
		return nil
	}
	return &value.Decimal{Unscaled: value.FromInt64(int64(v)*1000 + 5), Scale: 2}
}

func TextAt(v *int32) *string {
	if v == nil || *v <= 0 {
		return nil
	}
	s := strings.Repeat("x", int(*v))
	return &s
}

// RiskyTime and RiskyDec fail as Risky does.

func RiskyTime(v int32) (*time.Time, error) {
	_, err := Risky(v)
	return TimeAt(v), err
}

func RiskyDec(v int32) (*value.Decimal, error) {
	_, err := Risky(v)
	return DecAt(v), err
}

// Clock goes 45 minutes back, which may be the day before, and something less than two milliseconds on.
func Clock(v time.Duration) time.Duration { return v - 45*time.Minute + 1999*time.Microsecond }
