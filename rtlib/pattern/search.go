package pattern

import (
	"regexp/syntax"
	"strings"
	"unicode/utf8"
)

// starts says where a match can begin.
type starts struct {
	anchored bool    // only at the start of the text
	need     literal // that is in every match; "": none is known
	// How many bytes of the match stand before it: near at least and far at most, far < 0 for any
	// number.
	near, far int
	rare      int    // the place in it of the byte that is probably the rarest in a text
	first     *bytes // of a match; nil: it can be empty
	only      int    // the only byte in first, or -1
	// lead is the class of the run without a limit with which a match begins; nil: with none.
	lead *class
}

// unlimited is a length without a limit.
const unlimited = 1 << 20

// newStarts looks for the literal that tells the most: a long one at a known distance.
func newStarts(re *syntax.Regexp) starts {
	parts := sequence(re, nil)
	s := starts{far: -1, anchored: len(parts) > 0 && parts[0].Op == syntax.OpBeginText, only: -1}
	near, far := 0, 0
	for _, part := range parts {
		least, most := width(part)
		if text, ok := plain(part); ok {
			known := far < unlimited
			if known && s.far < 0 || known == (s.far >= 0) && len(text) > len(s.need.text) {
				s.need, s.near, s.far = newLiteral(text), near, far
				if !known {
					s.far = -1
				}
			}
		}
		near, far = near+least, min(far+most, unlimited)
	}
	for i := range s.need.text {
		if rarity(s.need.text[i]) > rarity(s.need.text[s.rare]) {
			s.rare = i
		}
	}
	return s
}

// byFrequency are bytes of texts and addresses, the frequent ones first; all others are rarer.
const byFrequency = "etaoinsrhldcumfpgwybvk 0123456789/.-=&xjqz_"

func rarity(b byte) int {
	if i := strings.IndexByte(byFrequency, b); i >= 0 {
		return i
	}
	return len(byFrequency)
}

// sequence lists the parts of an expression that stand one behind the other in every match.
func sequence(re *syntax.Regexp, out []*syntax.Regexp) []*syntax.Regexp {
	switch re.Op {
	case syntax.OpConcat, syntax.OpCapture:
		for _, sub := range re.Sub {
			out = sequence(sub, out)
		}
		return out
	}
	return append(out, re)
}

func plain(re *syntax.Regexp) (string, bool) {
	return string(re.Rune), re.Op == syntax.OpLiteral && re.Flags&syntax.FoldCase == 0
}

// width is how many bytes an expression matches, at least and at most.
func width(re *syntax.Regexp) (least, most int) {
	switch re.Op {
	case syntax.OpLiteral:
		if text, ok := plain(re); ok {
			return len(text), len(text)
		}
		return len(re.Rune), utf8.UTFMax * len(re.Rune)
	case syntax.OpCharClass:
		if n := len(re.Rune); n > 0 && re.Rune[n-1] < utf8.RuneSelf {
			return 1, 1
		}
		return 1, utf8.UTFMax
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return 1, utf8.UTFMax
	case syntax.OpStar, syntax.OpPlus, syntax.OpQuest, syntax.OpRepeat:
		least, most = width(re.Sub[0])
		low, high := times(re)
		if high < 0 {
			return least * low, unlimited
		}
		return least * low, min(most*high, unlimited)
	case syntax.OpAlternate:
		least, most = width(re.Sub[0])
		for _, sub := range re.Sub[1:] {
			l, m := width(sub)
			least, most = min(least, l), max(most, m)
		}
		return least, most
	}
	for _, sub := range re.Sub {
		l, m := width(sub)
		least, most = least+l, min(most+m, unlimited)
	}
	return least, most
}

// find looks for the first match that begins at from or behind it, and for the place of a group.
func (m *matcher) find(s string, from, group int) bool {
	m.note(group)
	m.left = stepsPerByte*(len(s)-from) + fewSteps
	switch {
	case m.anchored:
		return from == 0 && m.try(s, 0)
	case m.need.text == "":
		return m.findFirst(s, from)
	case m.arounds[group] != nil:
		return m.findAt(s, from, m.arounds[group])
	case m.far >= 0:
		return m.findAround(s, from)
	}
	return m.index(s, from) >= 0 && m.findFirst(s, from)
}

// index is where the literal stands in s, from at on; -1 when it does not. It is looked for by its
// rarest byte, as long as that is rare in this text.
func (m *matcher) index(s string, at int) int {
	const wrong = 8
	need := m.need.text
	for range wrong {
		if at+len(need) > len(s) {
			return -1
		}
		i := strings.IndexByte(s[at+m.rare:], need[m.rare])
		if i < 0 {
			return -1
		}
		if at += i; m.need.at(s, at) {
			return at
		}
		at++
	}
	if i := strings.Index(s[min(at, len(s)):], need); i >= 0 {
		return at + i
	}
	return -1
}

// findAround tries the places before each occurrence of the literal. Those before an earlier one
// are not tried again.
func (m *matcher) findAround(s string, from int) bool {
	found := false
	for at := from + m.near; at < len(s); {
		if at = m.index(s, at); at < 0 {
			return false
		}
		for from = max(from, at-m.far); from <= at-m.near; from++ {
			if !isStart(s, from) {
				continue
			}
			if found, from = m.tryRun(s, from); found || m.left < 0 {
				return found
			}
		}
		at++
	}
	return false
}

// findFirst tries each place where the first byte is one with which a match can begin.
func (m *matcher) findFirst(s string, from int) bool {
	found := false
	for ; from <= len(s); from++ {
		switch {
		case m.only >= 0:
			i := strings.IndexByte(s[from:], byte(m.only))
			if i < 0 {
				return false
			}
			from += i
		case m.first != nil:
			for from < len(s) && !m.first[s[from]] {
				from++
			}
			if from == len(s) {
				return false
			}
		}
		if !isStart(s, from) {
			continue
		}
		if found, from = m.tryRun(s, from); found || m.left < 0 {
			return found
		}
	}
	return false
}

// tryRun reports whether there is a match at p. If not, last is the last place at which there is
// none for the same reason: a run that begins further on ends where that of p does, and what must
// follow was not found behind any part of it.
func (m *matcher) tryRun(s string, p int) (found bool, last int) {
	switch {
	case m.try(s, p):
		return true, p
	case m.lead == nil:
		return false, p
	}
	return false, max(p, m.lead.skip(s, p)-1)
}

// isStart reports whether a character begins at p: also a byte that is not part of one is one.
func isStart(s string, p int) bool {
	if p == len(s) || utf8.RuneStart(s[p]) {
		return true
	}
	for n := 1; n < utf8.UTFMax && n <= p; n++ {
		if utf8.RuneStart(s[p-n]) {
			_, size := utf8.DecodeRuneInString(s[p-n:])
			return size <= n
		}
	}
	return true
}
