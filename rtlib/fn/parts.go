package fn

import "strings"

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
	switch {
	case index < 0 || s == "":
		return "", false
	case sep == "":
		return splitAtSpace(s, index)
	case p.number == 0 || index < p.number-1:
		p.number, p.start, p.end = 1, 0, partEnd(s, sep)
	}
	for p.number <= index {
		if p.end == len(s) {
			return "", false
		}
		p.number, p.start = p.number+1, p.end+len(sep)
		p.end = p.start + partEnd(s[p.start:], sep)
	}
	return s[p.start:p.end], true
}

// partEnd is where the first part of s ends.
func partEnd(s, sep string) int {
	i := 0
	if len(sep) == 1 {
		i = strings.IndexByte(s, sep[0])
	} else {
		i = strings.Index(s, sep)
	}
	if i < 0 {
		return len(s)
	}
	return i
}
