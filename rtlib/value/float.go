package value

import (
	"math"
	"strconv"
	"unsafe"
)

// ParseFloat64 reads what Java's Double.parseDouble reads: blanks around (every byte up to 0x20),
// decimal or hexadecimal digits, NaN, Infinity, a suffix f or d. Too large is Infinity, too small
// is 0. It does not allocate.
func ParseFloat64(text string) (float64, bool) { return parseFloat(text, 64) }

// ParseFloat32 reads what Java's Float.parseFloat reads, rounded once.
func ParseFloat32(text string) (float32, bool) {
	v, ok := parseFloat(text, 32)
	return float32(v), ok
}

func parseFloat(text string, bits int) (float64, bool) {
	for text != "" && text[0] <= ' ' {
		text = text[1:]
	}
	for text != "" && text[len(text)-1] <= ' ' {
		text = text[:len(text)-1]
	}
	body := text
	if body != "" && (body[0] == '+' || body[0] == '-') {
		body = body[1:]
	}
	if body == "NaN" {
		return math.NaN(), true
	}
	if body == "Infinity" {
		return math.Inf(signOf(text)), true
	}
	if body == "" || !isDigit(body[0]) && body[0] != '.' {
		return 0, false
	}
	return parseDigits(text, body, bits)
}

// parseDigits leaves the digits to strconv, once what Go reads and Java does not (underscores,
// other words) is out.
func parseDigits(text, body string, bits int) (float64, bool) {
	hex := len(body) > 1 && body[1]|0x20 == 'x'
	exponent := false
	for i := 0; i < len(body); i++ {
		if body[i] == '_' {
			return 0, false
		}
		exponent = exponent || body[i]|0x20 == 'p'
	}
	if last := text[len(text)-1] | 0x20; (last == 'f' || last == 'd') && (!hex || exponent) {
		text = text[:len(text)-1]
	}
	v, err := strconv.ParseFloat(text, bits)
	if err != nil && !math.IsInf(v, 0) {
		return 0, false
	}
	return v, true
}

func signOf(text string) int {
	if text[0] == '-' {
		return -1
	}
	return 1
}

// pow10f holds the powers of ten that are exact as float64.
var pow10f = [...]float64{
	1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
	1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
}

// maxExactFloat is the largest n for which every whole number up to n is a float64.
const maxExactFloat = 1 << 53

// DecimalFloat64 is the float64 nearest to v / 10^s, as Java's BigDecimal.doubleValue.
func DecimalFloat64(v Int128, s int) float64 {
	if i := v.Int64(); v.FitsInt64() && max(i, -i) <= maxExactFloat && s < len(pow10f) {
		return float64(i) / pow10f[s] // both exact, so that the one rounding is the right one
	}
	var buf [MaxPrecision + 4]byte
	text := AppendDecimal(buf[:0], v, s)
	f, _ := strconv.ParseFloat(unsafe.String(&text[0], len(text)), 64)
	return f
}

// CompactFloat64 is the float64 of a DECIMAL of at most 18 digits as Flink computes it: the
// unscaled value as double, divided by a power of ten as double. Beyond 2^53 that rounds twice and
// can differ from DecimalFloat64 in the last bit.
func CompactFloat64(unscaled int64, s int) float64 { return float64(unscaled) / pow10f[s] }

// Float64Decimal is DOUBLE to DECIMAL(p, s) as BigDecimal.valueOf: from Java's text, rounded
// HALF_UP. ok is false when the value has more than p digits; valid is false for NaN and the
// infinities.
func Float64Decimal(v float64, p, s int) (d Int128, ok, valid bool) {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return Int128{}, false, false
	}
	var buf [40]byte
	return ParseDecimalTo(AppendFloat64(buf[:0], v), p, s)
}
