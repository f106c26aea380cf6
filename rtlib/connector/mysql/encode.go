package mysql

// This file renders values as SQL text. Each function appends to dst and returns it, as append
// does, and allocates only when dst is too small. A tuple is "(" value {"," value} ")".
//
// The texts mean the same in every sql_mode: no literal ever contains a backslash, so it does not
// matter whether NO_BACKSLASH_ESCAPES is set, and a single quote is always doubled. It follows
// that a tuple's borders can be found by counting quotes (tuple.go).

import (
	"encoding/binary"
	"encoding/hex"
	"math"
	"strconv"
	"unicode/utf8"
	"unsafe"

	"github.com/flinkc/flinkc/rtlib/value"
)

// AppendNull appends NULL.
func AppendNull(dst []byte) []byte { return append(dst, "NULL"...) }

// AppendBool appends 1 or 0, MySQL's BOOLEAN being TINYINT(1).
func AppendBool(dst []byte, v bool) []byte {
	if v {
		return append(dst, '1')
	}
	return append(dst, '0')
}

// AppendInt appends an integer of any signed type.
func AppendInt(dst []byte, v int64) []byte { return value.AppendInt(dst, v) }

// AppendUint appends an unsigned integer.
func AppendUint(dst []byte, v uint64) []byte { return strconv.AppendUint(dst, v, 10) }

// AppendFloat64 appends a DOUBLE that the server reads back as the same bits. The exponent is
// always written: without it the text would be a DECIMAL literal. NaN and the infinities do not
// exist in MySQL and are an error.
func AppendFloat64(dst []byte, v float64) ([]byte, error) {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return dst, errNotFinite
	}
	return value.AppendScientific64(dst, v), nil
}

// AppendFloat32 appends a FLOAT in its shortest text, which is also what a DOUBLE or DECIMAL
// column shall get: 0.1, not 0.10000000149011612. NaN and the infinities are an error.
func AppendFloat32(dst []byte, v float32) ([]byte, error) {
	if f := float64(v); math.IsNaN(f) || math.IsInf(f, 0) {
		return dst, errNotFinite
	}
	return value.AppendScientific32(dst, v), nil
}

// AppendBytes appends X'..'.
func AppendBytes(dst, v []byte) []byte {
	dst = append(dst, 'X', '\'')
	dst = hex.AppendEncode(dst, v)
	return append(dst, '\'')
}

// AppendString appends a utf8mb4 literal. Bytes that are not UTF-8 become U+FFFD, as Flink's
// strings have it: the server would refuse the whole statement.
func AppendString(dst []byte, s string) []byte {
	escaped, high := look(s)
	if escaped || high && !utf8.ValidString(s) {
		return appendHardString(dst, s)
	}
	dst = append(dst, '\'')
	dst = append(dst, s...)
	return append(dst, '\'')
}

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// look reports whether s has quotes or backslashes, and whether it has bytes beyond ASCII. The words
// at its end overlap, so that there is no tail.
func look(s string) (escaped, high bool) {
	b := unsafe.Slice(unsafe.StringData(s), len(s))
	if len(b) < 8 {
		return lookShort(b)
	}
	var quotes, seen uint64
	for at := 0; at < len(b); at += 8 {
		x := binary.LittleEndian.Uint64(b[min(at, len(b)-8):])
		quote, slash := x^ones*'\'', x^ones*'\\'
		quotes |= (quote-ones)&^quote | (slash-ones)&^slash
		seen |= x
	}
	return quotes&highs != 0, seen&highs != 0
}

func lookShort(b []byte) (escaped, high bool) {
	for _, c := range b {
		escaped = escaped || c == '\'' || c == '\\'
		high = high || c >= utf8.RuneSelf
	}
	return escaped, high
}

// appendHardString is for what has quotes or backslashes, or is not UTF-8. A backslash means
// different things in different sql_modes, so a string with one is written in hexadecimal.
func appendHardString(dst []byte, s string) []byte {
	start := len(dst)
	dst = append(dst, '\'')
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '\\':
			return appendHexString(dst[:start], s)
		case r == '\'':
			dst = append(dst, '\'', '\'')
		case r == utf8.RuneError && size == 1:
			dst = append(dst, "\uFFFD"...)
		default:
			dst = append(dst, s[i:i+size]...)
		}
		i += size
	}
	return append(dst, '\'')
}

func appendHexString(dst []byte, s string) []byte {
	const digits = "0123456789abcdef"
	dst = append(dst, "_utf8mb4 X'"...)
	var text [utf8.UTFMax]byte
	for _, r := range s { // an invalid byte comes as U+FFFD
		for _, c := range text[:utf8.EncodeRune(text[:], r)] {
			dst = append(dst, digits[c>>4], digits[c&15])
		}
	}
	return append(dst, '\'')
}
