package scalar

import "unicode/utf8"

// Jackson's readers take more than UTF-8: overlong forms and encoded surrogates pass, only bytes
// that cannot start or continue a character fail. The chars then go through Flink's own encoder,
// which pairs surrogates and writes "?" for a lone one. Records with such bytes are rare enough to
// be rewritten before they are read.

// Rewrite appends to dst what Jackson and Flink make of src, up to the first byte that Jackson
// refuses, and returns the number of bytes of src read: len(src) when all are good. A character cut
// off by the end is refused too.
func Rewrite(dst, src []byte) (out []byte, read int) {
	u := Units{Dst: dst}
	for read < len(src) {
		n := u.Char(src[read:])
		if n == 0 {
			break
		}
		read += n
	}
	return u.End(), read
}

// Units appends chars of UTF-16 to Dst as Flink encodes a Java string.
type Units struct {
	Dst  []byte
	high rune // a high surrogate that waits for its partner, or 0
}

// Char appends the first character of s and returns its length in bytes, 0 when Jackson refuses it.
func (u *Units) Char(s []byte) int {
	c, n := lenientChar(s)
	if n == 4 {
		hi, lo := halves(c)
		u.Unit(hi)
		c = lo
	}
	if n != 0 {
		u.Unit(c)
	}
	return n
}

// Unit appends one char.
func (u *Units) Unit(c rune) {
	isLow := c >= 0xDC00 && c <= 0xDFFF
	if u.high != 0 && isLow {
		u.Dst = utf8.AppendRune(u.Dst, (u.high-0xD800)<<10+(c-0xDC00)+0x10000)
		u.high = 0
		return
	}
	u.End()
	switch {
	case c >= 0xD800 && c <= 0xDBFF:
		u.high = c
	case isLow:
		u.Dst = append(u.Dst, '?')
	default:
		u.Dst = utf8.AppendRune(u.Dst, c)
	}
}

// End appends what waits, and returns Dst.
func (u *Units) End() []byte {
	if u.high != 0 {
		u.Dst, u.high = append(u.Dst, '?'), 0
	}
	return u.Dst
}

// halves computes the two chars of a four-byte form without any check, as Jackson does.
func halves(u rune) (hi, lo rune) {
	u -= 0x10000
	return (0xD800 + u>>10) & 0xFFFF, 0xDC00 | u&0x3FF
}

// lenientChar is the number in the first form of s and its length; 0 when Jackson refuses it.
func lenientChar(s []byte) (u rune, n int) {
	c := s[0]
	switch {
	case c < utf8.RuneSelf:
		return rune(c), 1
	case c&0xE0 == 0xC0:
		u, n = rune(c&0x1F), 2
	case c&0xF0 == 0xE0:
		u, n = rune(c&0x0F), 3
	case c&0xF8 == 0xF0:
		u, n = rune(c&0x0F), 4
	default:
		return 0, 0
	}
	if len(s) < n {
		return 0, 0
	}
	for _, d := range s[1:n] {
		if d&0xC0 != 0x80 {
			return 0, 0
		}
		u = u<<6 | rune(d&0x3F)
	}
	return u, n
}
