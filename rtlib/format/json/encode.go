package json

import (
	"encoding/base64"
	"math"
	"strconv"
	"unicode/utf8"

	"github.com/flinkc/flinkc/rtlib/format/scalar"
	"github.com/flinkc/flinkc/rtlib/value"
)

// The encoder: a generated method appends `{"a":`, a value, `,"b":`, a value and so on, and `}`;
// NULL is AppendNull, or the whole field is left out under json.encode.ignore-null-fields. No
// blanks, no line end.

const hexDigits = "0123456789ABCDEF"

// AppendNull appends null.
func AppendNull(dst []byte) []byte { return append(dst, "null"...) }

// AppendBool appends true or false.
func AppendBool(dst []byte, v bool) []byte { return strconv.AppendBool(dst, v) }

// AppendInt appends an integer of any width.
func AppendInt(dst []byte, v int64) []byte { return value.AppendInt(dst, v) }

// AppendFloat64 appends a DOUBLE with Java's digits; NaN and the infinities are strings.
func AppendFloat64(dst []byte, v float64) []byte {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return append(value.AppendFloat64(append(dst, '"'), v), '"')
	}
	return value.AppendFloat64(dst, v)
}

// AppendFloat32 appends a FLOAT with Java's digits; NaN and the infinities are strings.
func AppendFloat32(dst []byte, v float32) []byte {
	if f := float64(v); math.IsNaN(f) || math.IsInf(f, 0) {
		return append(value.AppendFloat32(append(dst, '"'), v), '"')
	}
	return value.AppendFloat32(dst, v)
}

// AppendDecimal appends a DECIMAL of the given scale without trailing zeros: 10.00 is 1E+1 as
// BigDecimal writes it, or 10 when plain (json.encode.decimal-as-plain-number).
func AppendDecimal(dst []byte, v value.Int128, scale int, plain bool) []byte {
	return scalar.AppendStripped(dst, v, scale, plain)
}

// AppendString appends a STRING in quotes. Characters beyond the basic plane are written as two
// escapes, as Jackson does; bytes that are not UTF-8 become U+FFFD.
func AppendString(dst []byte, s string) []byte { return appendQuoted(dst, s, true) }

// AppendDate appends a DATE in quotes.
func AppendDate(dst []byte, day int32) []byte {
	return append(scalar.AppendDate(append(dst, '"'), day), '"')
}

// AppendTimestampSQL appends a TIMESTAMP in quotes, with a blank between date and time.
func AppendTimestampSQL(dst []byte, t value.Timestamp) []byte {
	return append(scalar.AppendTimestamp(append(dst, '"'), t, ' '), '"')
}

// AppendTimestampISO appends a TIMESTAMP in quotes, with a T between date and time.
func AppendTimestampISO(dst []byte, t value.Timestamp) []byte {
	return append(scalar.AppendTimestamp(append(dst, '"'), t, 'T'), '"')
}

// AppendInstantSQL appends a TIMESTAMP_LTZ in quotes: the time in UTC with a Z, a blank in the middle.
func AppendInstantSQL(dst []byte, t value.Timestamp) []byte {
	return append(scalar.AppendTimestamp(append(dst, '"'), t, ' '), "Z\""...)
}

// AppendInstantISO appends a TIMESTAMP_LTZ in quotes: the time in UTC with a Z, a T in the middle.
func AppendInstantISO(dst []byte, t value.Timestamp) []byte {
	return append(scalar.AppendTimestamp(append(dst, '"'), t, 'T'), "Z\""...)
}

// AppendTime appends a TIME in quotes, without its fraction.
func AppendTime(dst []byte, millis int32) []byte {
	return append(scalar.AppendSeconds(append(dst, '"'), millis), '"')
}

// AppendBytes appends BYTES in quotes, as base64.
func AppendBytes(dst []byte, v string) []byte {
	return append(base64.StdEncoding.AppendEncode(append(dst, '"'), []byte(v)), '"')
}

// appendQuoted copies runs of characters that stay as they are.
func appendQuoted(dst []byte, s string, split bool) []byte {
	dst = append(dst, '"')
	done := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c < ' ' || c == '"' || c == '\\' {
				dst = appendEscape(append(dst, s[done:i]...), c)
				done = i + 1
			}
			i++
			continue
		}
		u, n := utf8.DecodeRuneInString(s[i:])
		if split && n == 4 {
			dst = appendPair(append(dst, s[done:i]...), u)
			done = i + n
		} else if u == utf8.RuneError && n == 1 {
			dst = append(append(dst, s[done:i]...), "\uFFFD"...)
			done = i + n
		}
		i += n
	}
	return append(append(dst, s[done:]...), '"')
}

func appendEscape(dst []byte, c byte) []byte {
	dst = append(dst, '\\')
	switch c {
	case '\b':
		return append(dst, 'b')
	case '\t':
		return append(dst, 't')
	case '\n':
		return append(dst, 'n')
	case '\f':
		return append(dst, 'f')
	case '\r':
		return append(dst, 'r')
	case '"', '\\':
		return append(dst, c)
	}
	return append(dst, 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
}

func appendPair(dst []byte, u rune) []byte {
	u -= 0x10000
	return appendUnit(appendUnit(dst, 0xD800+u>>10), 0xDC00+u&0x3FF)
}

func appendUnit(dst []byte, u rune) []byte {
	dst = append(dst, '\\', 'u', hexDigits[u>>12&15], hexDigits[u>>8&15])
	return append(dst, hexDigits[u>>4&15], hexDigits[u&15])
}
