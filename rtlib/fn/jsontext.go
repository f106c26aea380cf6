package fn

import (
	"encoding/base64"
	"strconv"
	"strings"

	"github.com/flinkc/flinkc/rtlib/format/scalar"
	"github.com/flinkc/flinkc/rtlib/jsonpath"
	"github.com/flinkc/flinkc/rtlib/value"
)

// The functions that write JSON text. JSON_OBJECT and JSON_ARRAY are given their values as JSON
// text, made by JSON_STRING, so that one kind of argument is enough.

// JSONStringText is a text as a JSON string.
func JSONStringText(a *Arena, s string) string {
	return a.take(jsonpath.AppendQuoted(a.tail(len(s)+2), s))
}

// JSONStringBytes is a JSON string of bytes in base64.
func JSONStringBytes(a *Arena, s string) string {
	b := a.Bytes(base64.StdEncoding.EncodedLen(len(s)) + 2)
	b[0], b[len(b)-1] = '"', '"'
	base64.StdEncoding.Encode(b[1:], []byte(s))
	return text(b)
}

// JSONStringBool is true or false.
func JSONStringBool(v bool) string { return strconv.FormatBool(v) }

// JSONStringInteger is a whole number.
func JSONStringInteger(a *Arena, v int64) string {
	return a.take(strconv.AppendInt(a.tail(maxNumber), v, 10))
}

// JSONStringDecimal is a DECIMAL of a scale as Java writes it without trailing zeros: 1.50 is 1.5,
// 100 is 1E+2.
func JSONStringDecimal(a *Arena, v value.Int128, scale int) string {
	return a.take(scalar.AppendStripped(a.tail(2*maxNumber), v, scale, false))
}

// JSONStringFloat is a FLOAT as Java writes it; NaN and the infinities are JSON strings.
func JSONStringFloat(a *Arena, v float32) string {
	return a.take(jsonpath.AppendFloat32(a.tail(maxNumber), v))
}

// JSONStringDouble is a DOUBLE likewise.
func JSONStringDouble(a *Arena, v float64) string {
	return a.take(jsonpath.AppendFloat64(a.tail(maxNumber), v))
}

// JSONStringTimestamp is a JSON string of date, T and time, with no more digits than needed.
func JSONStringTimestamp(a *Arena, t value.Timestamp) string {
	return a.take(append(appendISO(a, t), '"'))
}

// JSONStringInstant is a JSON string of the time in UTC, with a Z.
func JSONStringInstant(a *Arena, t value.Timestamp) string {
	return a.take(append(appendISO(a, t), 'Z', '"'))
}

func appendISO(a *Arena, t value.Timestamp) []byte {
	return value.AppendTimestampShort(append(a.tail(2*maxNumber), '"'), t, 'T')
}

// JSONObject is an object of names and values, which follow each other; a value is JSON text, NULL
// is null. The members are in Java's order of their names; the last of a name counts.
func JSONObject(a *Arena, entries ...Maybe[string]) string { return jsonObject(a, entries, false) }

// JSONObjectAbsent is JSONObject without those members whose value is NULL.
func JSONObjectAbsent(a *Arena, entries ...Maybe[string]) string {
	return jsonObject(a, entries, true)
}

func jsonObject(a *Arena, entries []Maybe[string], absent bool) string {
	var few [16]int
	order, size := few[:0], len("{}")
	for i := 0; i < len(entries); i += 2 {
		size += len(entries[i].V) + len(entries[i+1].V) + len(`"":null,`)
		if !absent || !entries[i+1].Null {
			order = insert(order, entries, i)
		}
	}
	b := append(a.tail(size), '{')
	for n, i := range order {
		if n > 0 {
			b = append(b, ',')
		}
		b = append(jsonpath.AppendQuoted(b, entries[i].V), ':')
		b = appendOrNull(b, entries[i+1])
	}
	return a.take(append(b, '}'))
}

// insert puts the place of a name where it belongs in the order; it takes the place of an equal one.
func insert(order []int, entries []Maybe[string], at int) []int {
	n := len(order)
	for n > 0 && javaOrder(entries[order[n-1]].V, entries[at].V) > 0 {
		n--
	}
	if n > 0 && entries[order[n-1]].V == entries[at].V {
		order[n-1] = at
		return order
	}
	order = append(order, at)
	copy(order[n+1:], order[n:])
	order[n] = at
	return order
}

// javaOrder compares texts by their UTF-16 units. That is the order of their bytes, but that
// characters of four bytes stand before those from U+E000 to U+FFFF.
func javaOrder(a, b string) int {
	const highest, four = 0xEE, 0xF0 // first bytes of U+E000 and of characters of four bytes
	n := min(len(a), len(b))
	i := 0
	for i < n && a[i] == b[i] {
		i++
	}
	if i < n && a[i] >= highest && b[i] >= highest && (a[i] >= four) != (b[i] >= four) {
		return strings.Compare(b[i:], a[i:])
	}
	return strings.Compare(a[i:], b[i:])
}

func appendOrNull(b []byte, v Maybe[string]) []byte {
	if v.Null {
		return append(b, "null"...)
	}
	return append(b, v.V...)
}

// JSONArray is an array of values that are JSON text, without those that are NULL.
func JSONArray(a *Arena, values ...Maybe[string]) string { return jsonArray(a, values, true) }

// JSONArrayNulls is an array in which NULL is null.
func JSONArrayNulls(a *Arena, values ...Maybe[string]) string { return jsonArray(a, values, false) }

func jsonArray(a *Arena, values []Maybe[string], absent bool) string {
	size := len("[]")
	for _, v := range values {
		size += len(v.V) + len("null,")
	}
	b := append(a.tail(size), '[')
	for _, v := range values {
		if absent && v.Null {
			continue
		}
		if len(b) > 1 {
			b = append(b, ',')
		}
		b = appendOrNull(b, v)
	}
	return a.take(append(b, ']'))
}

// JSONQuote is a text as a JSON string of ASCII characters, in which / is escaped too.
func JSONQuote(a *Arena, s string) string {
	return a.take(jsonpath.AppendASCII(a.tail(len(s)+2), s))
}

// JSONUnquote is the text that a JSON string stands for, or what is no JSON string as it is.
func JSONUnquote(a *Arena, s string) string {
	inner, escaped, ok := jsonpath.Unquoted(s)
	switch {
	case !ok:
		return s
	case !escaped:
		return inner
	}
	return a.take(jsonpath.AppendUnescaped(a.tail(len(inner)), inner))
}
