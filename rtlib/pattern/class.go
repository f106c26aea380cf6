package pattern

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// class is a set of characters. Invalid UTF-8 counts as U+FFFD, byte by byte, as in regexp.
type class struct {
	ascii [utf8.RuneSelf]bool
	wide  []rune // the first and last of each range beyond ASCII, in order
	every bool   // all characters beyond ASCII
	stop  int    // the only character that the class does not have; -1: none or several
	full  bool   // the class has every character
}

// newClass makes a class of ranges, as a syntax.Regexp has them.
func newClass(ranges []rune) *class {
	c := &class{stop: -1}
	missing := utf8.RuneSelf
	for pair := range slices.Chunk(ranges, 2) {
		low, high := pair[0], pair[1]
		for r := low; r <= min(high, unicode.MaxASCII); r++ {
			c.ascii[r] = true
			missing--
		}
		if high >= utf8.RuneSelf {
			c.wide = append(c.wide, max(low, utf8.RuneSelf), high)
		}
	}
	c.every = len(c.wide) == 2 && c.wide[0] == utf8.RuneSelf && c.wide[1] == unicode.MaxRune
	c.full = c.every && missing == 0
	if c.every && missing == 1 {
		for r, in := range c.ascii {
			if !in {
				c.stop = r
			}
		}
	}
	return c
}

// size is the length of the character at p when the class has it; 0 when not and at the end.
func (c *class) size(s string, p int) int {
	if p >= len(s) {
		return 0
	}
	if b := s[p]; b < utf8.RuneSelf {
		if c.ascii[b] {
			return 1
		}
		return 0
	}
	return c.wideSize(s[p:])
}

func (c *class) wideSize(s string) int {
	if len(c.wide) == 0 {
		return 0
	}
	r, size := utf8.DecodeRuneInString(s)
	for i := 0; i < len(c.wide); i += 2 {
		if c.wide[i] <= r && r <= c.wide[i+1] {
			return size
		}
	}
	return 0
}

// skip is the end of all characters of the class from p on.
func (c *class) skip(s string, p int) int {
	switch {
	case c.full:
		return len(s)
	case c.stop >= 0:
		if n := strings.IndexByte(s[p:], byte(c.stop)); n >= 0 {
			return p + n
		}
		return len(s)
	}
	for p < len(s) {
		b := s[p]
		if b < utf8.RuneSelf && c.ascii[b] {
			p++
			continue
		}
		n := c.size(s, p)
		if n == 0 {
			break
		}
		p += n
	}
	return p
}

// bytes is a set of bytes.
type bytes [256]bool

// firsts adds the bytes with which a character of the class can begin, and perhaps more.
func (c *class) firsts(b *bytes) {
	for i, in := range c.ascii {
		b[i] = b[i] || in
	}
	if len(c.wide) > 0 {
		for i := utf8.RuneSelf; i < len(b); i++ {
			b[i] = true
		}
	}
}

// meets reports whether two sets have a byte in common.
func (b *bytes) meets(c *bytes) bool {
	for i := range b {
		if b[i] && c[i] {
			return true
		}
	}
	return false
}
