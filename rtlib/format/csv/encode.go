package csv

import (
	"encoding/base64"
	"strconv"

	"github.com/flinkc/flinkc/rtlib/format/scalar"
	"github.com/flinkc/flinkc/rtlib/value"
)

// The encoder: a generated method appends the columns with the delimiter between them. Integers,
// floats and booleans are bare; text, and what Jackson treats as text (decimals, dates,
// timestamps), is quoted when it is longer than 24 chars or has a char below the largest of
// delimiter, quote and CR. That is more than a reader needs, and what Flink writes. There is no
// line end: the sink adds it.

// Encoder holds what the format's options mean for writing.
type Encoder struct {
	format     Format
	minSafe    byte
	scientific bool // decimals as BigDecimal.toString writes them
	base64     []byte
	joined     []byte // the parts of a constructed value
}

// maxBare is the longest text in chars that is looked through; longer ones are quoted.
const maxBare = 24

// NewEncoder returns an encoder; of the format it uses Delimiter, Quote, Escape and the null
// literal.
func NewEncoder(format Format) Encoder {
	return Encoder{format: format, minSafe: 1 + max(format.Delimiter, format.Quote, '\r')}
}

// Scientific is the encoder with csv.write-bigdecimal-in-scientific-notation on or off: on, a
// DECIMAL with zeros before the point, or more than five behind it, has an exponent (100 is 1E+2).
func (c Encoder) Scientific(on bool) Encoder {
	c.scientific = on
	return c
}

// AppendNull appends NULL: the null literal, else nothing.
func (c *Encoder) AppendNull(dst []byte) []byte { return append(dst, c.format.Null...) }

// AppendBool appends true or false.
func (c *Encoder) AppendBool(dst []byte, v bool) []byte { return strconv.AppendBool(dst, v) }

// AppendInt appends an integer of any width.
func (c *Encoder) AppendInt(dst []byte, v int64) []byte { return value.AppendInt(dst, v) }

// AppendFloat64 appends a DOUBLE with Java's digits.
func (c *Encoder) AppendFloat64(dst []byte, v float64) []byte { return value.AppendFloat64(dst, v) }

// AppendFloat32 appends a FLOAT with Java's digits.
func (c *Encoder) AppendFloat32(dst []byte, v float32) []byte { return value.AppendFloat32(dst, v) }

// AppendDecimal appends a DECIMAL of the given scale without trailing zeros; see Scientific.
func (c *Encoder) AppendDecimal(dst []byte, v value.Int128, scale int) []byte {
	var buf [48]byte
	return c.appendText(dst, scalar.AppendStripped(buf[:0], v, scale, !c.scientific))
}

// AppendDate appends a DATE.
func (c *Encoder) AppendDate(dst []byte, day int32) []byte {
	var buf [48]byte
	return c.appendText(dst, scalar.AppendDate(buf[:0], day))
}

// AppendTimestamp appends a TIMESTAMP; its fraction has no trailing zeros.
func (c *Encoder) AppendTimestamp(dst []byte, t value.Timestamp) []byte {
	var buf [48]byte
	return c.appendText(dst, scalar.AppendTimestamp(buf[:0], t, ' '))
}

// AppendInstant appends a TIMESTAMP_LTZ as the time in UTC with a Z.
func (c *Encoder) AppendInstant(dst []byte, t value.Timestamp) []byte {
	var buf [48]byte
	return c.appendText(dst, append(scalar.AppendTimestamp(buf[:0], t, ' '), 'Z'))
}

// AppendTime appends a TIME; its fraction has no trailing zeros.
func (c *Encoder) AppendTime(dst []byte, millis int32) []byte {
	var buf [48]byte
	return c.appendText(dst, scalar.AppendTime(buf[:0], millis))
}

// AppendBytes appends BYTES as base64.
func (c *Encoder) AppendBytes(dst []byte, v string) []byte {
	c.base64 = base64.StdEncoding.AppendEncode(c.base64[:0], []byte(v))
	return c.appendText(dst, c.base64)
}

func (c *Encoder) appendText(dst, text []byte) []byte { return c.AppendString(dst, borrow(text)) }

// AppendString appends a STRING, quoted where Flink quotes it. Quote and escape characters inside
// are doubled.
func (c *Encoder) AppendString(dst []byte, s string) []byte {
	if !c.quotes(s) {
		return append(dst, s...)
	}
	quote, escape := c.format.Quote, c.format.Escape
	dst = append(dst, quote)
	for i := 0; i < len(s); i++ {
		if s[i] == quote || escape != 0 && s[i] == escape {
			dst = append(dst, s[i])
		}
		dst = append(dst, s[i])
	}
	return append(dst, quote)
}

// quotes reports whether s is written in quotes. Without an escape character a backslash counts as
// unsafe.
func (c *Encoder) quotes(s string) bool {
	if c.format.Quote == 0 {
		return false
	}
	escape := c.format.Escape
	if escape == 0 {
		escape = '\\'
	}
	for i := 0; i < len(s); i++ {
		if s[i] < c.minSafe || s[i] == escape {
			return true
		}
	}
	return len(s) > maxBare && chars(s) > maxBare
}

// chars is the length of s in UTF-16.
func chars(s string) (n int) {
	for _, r := range s {
		n++
		if r > 0xFFFF {
			n++
		}
	}
	return n
}
