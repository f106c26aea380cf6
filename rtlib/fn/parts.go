package fn

import (
	"math/bits"
	"strings"
)

// Parts is a place in a text between separators. Calls of SplitIndex for one text and separator
// share it, so that a later part is looked for from the one before. Its zero value is the start.
type Parts struct {
	number     int32 // of the part, from 1; 0: none was looked for
	start, end int   // of the part
}

// SplitIndex is part number index, 0-based, of s split by sep, as a part of s. An empty separator
// splits at each white space character. An empty s has no parts; NULL if there is none of that
// number. p is for this s and sep alone.
func SplitIndex(p *Parts, s, sep string, index int32) (string, bool) {
	from, skip := 0, int(index)
	switch {
	case index < 0 || s == "":
		return "", false
	case sep == "":
		return splitAtSpace(s, index)
	case p.number > index+1 || p.number == 0:
	case p.number == index+1:
		return s[p.start:p.end], true
	case p.end == len(s):
		return "", false
	default:
		from, skip = p.end+len(sep), int(index-p.number)
	}
	var start, end int
	if len(sep) == 1 {
		start, end = partAtByte(s, sep[0], from, skip)
	} else {
		start, end = partAt(s, sep, from, skip)
	}
	if start < 0 {
		return "", false
	}
	p.number, p.start, p.end = index+1, start, end
	return s[start:end], true
}

// partAt is where the part begins and ends that stands behind skip separators from from on; -1 when
// there are fewer.
func partAt(s, sep string, from, skip int) (start, end int) {
	for start = from; ; skip-- {
		i := strings.Index(s[start:], sep)
		switch {
		case skip == 0 && i < 0:
			return start, len(s)
		case skip == 0:
			return start, start + i
		case i < 0:
			return -1, 0
		}
		start += i + len(sep)
	}
}

// partAtByte is partAt for a separator of one byte: it looks at eight bytes at a time, so that short
// parts cost little.
func partAtByte(s string, sep byte, from, skip int) (start, end int) {
	start = from
	at := from
	for ; at+wordSize <= len(s); at += wordSize {
		x := word8(s, at) ^ ones*uint64(sep)
		zeros := ^((x&^highs + ^uint64(highs)) | x | ^uint64(highs)) // the high bits of the bytes that are 0
		for ; zeros != 0; zeros &= zeros - 1 {
			i := at + bits.TrailingZeros64(zeros)>>3
			if skip == 0 {
				return start, i
			}
			skip--
			start = i + 1
		}
	}
	for ; at < len(s); at++ {
		switch {
		case s[at] != sep:
			continue
		case skip == 0:
			return start, at
		}
		skip--
		start = at + 1
	}
	if skip > 0 {
		return -1, 0
	}
	return start, len(s)
}
