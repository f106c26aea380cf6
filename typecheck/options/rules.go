package options

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/flinkc/flinkc/typecheck/types"
)

// This file holds the rules that the tables' Check functions are made of: what one option
// means for another.

// minRetryTimeout is Flink's lower bound of connection.max-retry-timeout.
const minRetryTimeout = time.Second

// exactlyOne wants one of two options.
func (r *resolution) exactlyOne(a, b string) {
	first, second := r.entry(a), r.entry(b)
	switch {
	case first == nil && second == nil:
		r.add(errOneOf(r.request.At, a, b))
	case first != nil && second != nil:
		r.add(errExclusive(second, a))
	}
}

// needed wants option other when key has the value.
func (r *resolution) needed(key, value, other string) {
	entry := r.entry(key)
	if entry != nil && r.out.Get(key).Text == value && r.entry(other) == nil {
		r.add(errMissingWith(entry, other))
	}
}

// together wants both options or none.
func (r *resolution) together(a, b string) {
	first, second := r.entry(a), r.entry(b)
	switch {
	case first != nil && second == nil:
		r.add(errMissingWith(first, b))
	case first == nil && second != nil:
		r.add(errMissingWith(second, a))
	}
}

func (r *resolution) nonNegative(key string) {
	if e := r.entry(key); e != nil && r.out.Get(key).Int < 0 {
		r.add(errTooSmall(e, "0"))
	}
}

func (r *resolution) positive(key string) {
	if e := r.entry(key); e != nil && r.out.Get(key).Int < 1 {
		r.add(errTooSmall(e, "1"))
	}
}

func (r *resolution) notEmpty(key string) {
	if e := r.entry(key); e != nil && e.Value == "" {
		r.add(errEmpty(e))
	}
}

// different wants two characters to differ; either may be a default.
func (r *resolution) different(a, b string) {
	first, second := r.out.Get(a).Text, r.out.Get(b).Text
	if first == "" || first != second {
		return
	}
	if e := r.entry(b); e != nil {
		r.add(errSameCharacter(e, a))
	} else if e := r.entry(a); e != nil {
		r.add(errSameCharacter(e, b))
	}
}

// checkOffsets reads scan.startup.specific-offsets, whose lines have the form
// partition:0,offset:42.
func checkOffsets(r *resolution) {
	const key = "scan.startup.specific-offsets"
	e := r.entry(key)
	for _, part := range r.out.Get(key).List {
		if _, _, ok := ParseOffset(part); !ok {
			r.add(errOffsets(e, part))
			return
		}
	}
}

// ParseOffset reads one element of scan.startup.specific-offsets.
func ParseOffset(text string) (partition int32, offset int64, ok bool) {
	p, o, found := strings.Cut(text, ",")
	p, hasPartition := strings.CutPrefix(strings.TrimSpace(p), "partition:")
	o, hasOffset := strings.CutPrefix(strings.TrimSpace(o), "offset:")
	if !found || !hasPartition || !hasOffset {
		return 0, 0, false
	}
	n, err := strconv.ParseInt(p, 10, 32)
	offset, err2 := strconv.ParseInt(o, 10, 64)
	return int32(n), offset, err == nil && err2 == nil && n >= 0 && offset >= 0
}

// checkGenerated checks the options of one generated column.
func checkGenerated(r *resolution, c types.Field) {
	prefix := "fields." + c.Name + "."
	if r.out.Get(prefix+"kind").Text == "sequence" {
		checkSequence(r, c, prefix)
		return
	}
	checkRandom(r, c, prefix)
}

func checkSequence(r *resolution, c types.Field, prefix string) {
	kind := r.entry(prefix + "kind")
	start, end := r.entry(prefix+"start"), r.entry(prefix+"end")
	switch {
	case !sequenceable(c.Type.Kind) || !r.isColumn(c.Name):
		r.add(errNoSequence(kind, c))
	case start == nil:
		r.add(errMissingWith(kind, prefix+"start"))
	case end == nil:
		r.add(errMissingWith(kind, prefix+"end"))
	case outOfRange(start.Value, c.Type.Kind):
		r.add(errBound(start, c))
	case outOfRange(end.Value, c.Type.Kind):
		r.add(errBound(end, c))
	case r.out.Get(prefix+"start").Int > r.out.Get(prefix+"end").Int:
		r.add(errTooSmall(end, start.Value))
	}
}

// isColumn reports a column of the table, and not a part of one.
func (r *resolution) isColumn(name string) bool {
	return slices.ContainsFunc(r.request.Columns, func(c types.Field) bool { return c.Name == name })
}

func sequenceable(k types.Kind) bool {
	switch k {
	case types.TinyInt, types.SmallInt, types.Int, types.BigInt, types.Float, types.Double,
		types.Decimal, types.Char, types.VarChar:
		return true
	}
	return false
}

func checkRandom(r *resolution, c types.Field, prefix string) {
	for _, name := range []string{"min", "max"} {
		if e := r.entry(prefix + name); e != nil && !fits(e.Value, c.Type.Kind) {
			r.add(errBound(e, c))
		}
	}
	if e := r.entry(prefix + "null-rate"); e != nil {
		if rate := r.out.Get(prefix + "null-rate").Float; rate < 0 || rate > 1 {
			r.add(errRate(e))
		}
	}
	if e := r.entry(prefix + "length"); e != nil && r.out.Get(prefix+"length").Int < 0 {
		r.add(errTooSmall(e, "0"))
	}
}

// integerBits are the sizes of the integer types.
var integerBits = map[types.Kind]int{types.TinyInt: 8, types.SmallInt: 16, types.Int: 32,
	types.BigInt: 64}

// fits reports whether a bound is a number of the column's type.
func fits(text string, k types.Kind) bool {
	if bits := integerBits[k]; bits > 0 {
		_, err := strconv.ParseInt(text, 10, bits)
		return err == nil
	}
	switch k {
	case types.Float, types.Double, types.Decimal:
		_, ok := parseFloat(text)
		return ok
	}
	return false
}

// outOfRange reports a number that an integer column cannot hold.
func outOfRange(text string, k types.Kind) bool { return integerBits[k] > 0 && !fits(text, k) }

// urlScheme returns the scheme of a path such as s3://bucket/key.
func urlScheme(path string) (string, bool) {
	scheme, _, found := strings.Cut(path, ":")
	if !found || len(scheme) < 2 || strings.ContainsAny(scheme, "/.*?[ ") {
		return "", false
	}
	return scheme, true
}
