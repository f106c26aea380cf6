package fn

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// LikePattern is a compiled LIKE pattern. Most patterns are plain text with % at an end; they
// become a comparison, a prefix, a suffix or a search. The others are a list of segments with % between
// them.
type LikePattern struct {
	shape likeShape
	text  string // of all shapes but likeGeneral
	// Of likeGeneral. A first one without text and tokens is a % at the start, a last one a % at the end.
	segments []likeSegment
}

// likeSegment is what stands between two %.
type likeSegment struct {
	text   string // the plain characters that it begins with
	tokens []rune // what follows them
}

type likeShape uint8

const (
	likeEqual likeShape = iota
	likePrefix
	likeSuffix
	likeContains
	likeGeneral
)

// Tokens of a general pattern beyond the characters themselves.
const (
	anyText rune = -1 - iota // %
	anyOne                   // _
)

// PrepareLike compiles a pattern without an escape character. It never fails.
func PrepareLike(pattern string) (*LikePattern, error) {
	return compileLike(likeTokens(pattern)), nil
}

// PrepareLikeEscape compiles a pattern with an escape character, which makes a following %, _ or
// itself plain text. An escape of another length than one character, or before another character,
// is an error.
func PrepareLikeEscape(pattern, escape string) (*LikePattern, error) {
	if utf8.RuneCountInString(escape) != 1 {
		return nil, errEscapeLength(escape)
	}
	esc, _ := utf8.DecodeRuneInString(escape)
	var tokens []rune
	rest := []rune(pattern)
	for i := 0; i < len(rest); i++ {
		if rest[i] != esc {
			tokens = append(tokens, likeToken(rest[i]))
			continue
		}
		i++
		if i == len(rest) || rest[i] != '%' && rest[i] != '_' && rest[i] != esc {
			return nil, errEscape(pattern, escape)
		}
		tokens = append(tokens, rest[i])
	}
	return compileLike(tokens), nil
}

func likeTokens(pattern string) []rune {
	tokens := []rune(pattern)
	for i, r := range tokens {
		tokens[i] = likeToken(r)
	}
	return tokens
}

func likeToken(r rune) rune {
	switch r {
	case '%':
		return anyText
	case '_':
		return anyOne
	}
	return r
}

// compileLike finds the shape.
func compileLike(tokens []rune) *LikePattern {
	inner := tokens
	open, end := false, false // % at the start, at the end
	for len(inner) > 0 && inner[0] == anyText {
		inner, open = inner[1:], true
	}
	for len(inner) > 0 && inner[len(inner)-1] == anyText {
		inner, end = inner[:len(inner)-1], true
	}
	for _, t := range inner {
		if t < 0 || t == utf8.RuneError {
			return &LikePattern{shape: likeGeneral, segments: likeSegments(tokens)}
		}
	}
	p := &LikePattern{shape: likeEqual, text: string(inner)}
	switch {
	case open && end, open && len(inner) == 0:
		p.shape = likeContains
	case open:
		p.shape = likeSuffix
	case end:
		p.shape = likePrefix
	}
	return p
}

// Like reports whether the whole of s fits the pattern.
func Like(s string, p *LikePattern) bool {
	switch p.shape {
	case likeEqual:
		return s == p.text
	case likePrefix:
		return strings.HasPrefix(s, p.text)
	case likeSuffix:
		return strings.HasSuffix(s, p.text)
	case likeContains:
		return strings.Contains(s, p.text)
	}
	return matchSegments(s, p.segments)
}

// likeSegments splits tokens at each %.
func likeSegments(tokens []rune) (out []likeSegment) {
	for {
		n := slices.Index(tokens, anyText)
		if n < 0 {
			return append(out, newSegment(tokens))
		}
		out, tokens = append(out, newSegment(tokens[:n])), tokens[n+1:]
	}
}

func newSegment(tokens []rune) likeSegment {
	n := slices.IndexFunc(tokens, func(t rune) bool { return t < 0 || t == utf8.RuneError })
	if n < 0 {
		n = len(tokens)
	}
	return likeSegment{text: string(tokens[:n]), tokens: tokens[n:]}
}

// matchSegments puts the first segment at the start of s, the last one at its end, and each between them
// as far to the left as it can be: further to the right could not leave more to those behind it. The time is
// at most the product of both lengths.
func matchSegments(s string, segments []likeSegment) bool {
	last := len(segments) - 1
	n := segments[0].match(s)
	if n < 0 || last == 0 {
		return n == len(s)
	}
	for i := 1; i < last; i++ {
		s = s[n:]
		if n = segments[i].find(s); n < 0 {
			return false
		}
	}
	return segments[last].ends(s[n:])
}

// match is how many bytes of the start of s the segment takes, -1 when it does not fit there.
func (g *likeSegment) match(s string) int {
	if !strings.HasPrefix(s, g.text) {
		return -1
	}
	n := len(g.text)
	for _, token := range g.tokens {
		r, size := utf8.DecodeRuneInString(s[n:])
		if size == 0 || !fits(r, token) {
			return -1
		}
		n += size
	}
	return n
}

// find is where the segment ends whose place in s is the first one, -1 when there is none.
func (g *likeSegment) find(s string) int {
	for at := 0; ; {
		n := strings.Index(s[at:], g.text)
		if n < 0 {
			return -1
		}
		at += n
		if n = g.match(s[at:]); n >= 0 {
			return at + n
		}
		_, size := utf8.DecodeRuneInString(s[at:])
		if size == 0 {
			return -1
		}
		at += size
	}
}

// ends reports whether the segment fits the end of s.
func (g *likeSegment) ends(s string) bool {
	at := len(s)
	for range g.tokens {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	at -= len(g.text)
	return at >= 0 && g.match(s[at:]) == len(s)-at
}

// fits reports whether a character fits a token. _ is the dot of a Java regular expression, no line
// end.
func fits(r, token rune) bool {
	return r == token || token == anyOne && !lineEnd(r)
}

func lineEnd(r rune) bool {
	return r == '\n' || r == '\r' || r == 0x85 || r == 0x2028 || r == 0x2029
}
