package value

import (
	"strconv"
	"unsafe"
)

// Decimal is a DECIMAL value that knows its scale: what functions written by users take and return.
// It is Unscaled / 10^Scale; 0 <= Scale <= 38. The zero value is 0.
type Decimal struct {
	Unscaled Int128
	Scale    int
}

// String is the plain text with exactly Scale digits behind the point: "-0.50".
func (d Decimal) String() string { return string(AppendDecimal(nil, d.Unscaled, d.Scale)) }

// ParseDecimal reads a number with optional sign, point and exponent. The scale is the number of
// digits behind the point after the exponent is applied. Numbers of more than 38 digits are errors;
// nothing is rounded.
func ParseDecimal(text string) (Decimal, error) {
	n, ok := scanNumber(text)
	if !ok {
		return Decimal{}, errNotDecimal(text)
	}
	scale := max(-n.lowest(), 0)
	if scale > MaxPrecision {
		return Decimal{}, errDecimalRange(text)
	}
	v, ok := n.unscaled(MaxPrecision, scale)
	if !ok {
		return Decimal{}, errDecimalRange(text)
	}
	return Decimal{Unscaled: v, Scale: scale}, nil
}

// ParseDecimalTo reads a number as Java's BigDecimal does (no blanks, no type suffix), rounded
// HALF_UP to scale s. valid is false when the text is not a number; ok is false when the value has
// more than p digits. It does not allocate.
func ParseDecimalTo[T string | []byte](text T, p, s int) (v Int128, ok, valid bool) {
	n, valid := scanNumber(borrow(text))
	if !valid {
		return Int128{}, false, false
	}
	v, ok = n.unscaled(p, s)
	return v, ok, true
}

// borrow reads bytes or a string as a string without a copy.
func borrow[T string | []byte](text T) string {
	return unsafe.String(unsafe.StringData(*(*string)(unsafe.Pointer(&text))), len(text))
}

// AppendDecimal appends the plain text with exactly s digits behind the point; s is 0 to 38.
func AppendDecimal(dst []byte, v Int128, s int) []byte {
	if v.Hi < 0 {
		dst = append(dst, '-')
	}
	return appendPoint(dst, v.magnitude(), s)
}

func appendPoint(dst []byte, m mag, s int) []byte {
	var buf [MaxPrecision + 2]byte
	text := appendMag(buf[:0], m)
	if s == 0 {
		return append(dst, text...)
	}
	if len(text) <= s {
		dst = append(dst, '0', '.')
		for i := len(text); i < s; i++ {
			dst = append(dst, '0')
		}
		return append(dst, text...)
	}
	dst = append(dst, text[:len(text)-s]...)
	dst = append(dst, '.')
	return append(dst, text[len(text)-s:]...)
}

// AppendDecimalJava appends the text of Java's BigDecimal.toString: plain, or with an exponent when
// the first digit is more than six places behind the point (0E-8, 1.5E-10).
func AppendDecimalJava(dst []byte, v Int128, s int) []byte {
	if v.Hi < 0 {
		dst = append(dst, '-')
	}
	m := v.magnitude()
	exponent := v.Digits() - 1 - s
	if exponent >= -6 {
		return appendPoint(dst, m, s)
	}
	var buf [MaxPrecision + 2]byte
	text := appendMag(buf[:0], m)
	dst = append(dst, text[0])
	if len(text) > 1 {
		dst = append(append(dst, '.'), text[1:]...)
	}
	return strconv.AppendInt(append(dst, 'E'), int64(exponent), 10)
}

// chunk is the largest power of ten in a uint64, with its number of zeros.
const (
	chunk       = 10_000_000_000_000_000_000
	chunkDigits = 19
)

// appendMag appends decimal digits, 19 at a time.
func appendMag(dst []byte, m mag) []byte {
	if m.hi == 0 {
		return strconv.AppendUint(dst, m.lo, 10)
	}
	q, r := divBy64(wide{lo: m}, chunk)
	dst = appendMag(dst, q.lo)
	start := len(dst)
	dst = append(dst, "0000000000000000000"...)
	for i, rest := start+chunkDigits-1, r.lo; rest > 0; i-- {
		dst[i] = '0' + byte(rest%10)
		rest /= 10
	}
	return dst
}
