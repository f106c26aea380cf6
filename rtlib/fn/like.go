package fn

import (
	"strings"
	"unicode/utf8"
)

// LikePattern is a compiled LIKE pattern. Most patterns are plain text with % at an end; they
// become a comparison, a prefix, a suffix or a search. The others are matched token by token.
type LikePattern struct {
	shape  likeShape
	text   string // of all shapes but likeGeneral
	tokens []rune // of likeGeneral
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
			return &LikePattern{shape: likeGeneral, tokens: tokens}
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
	return matchTokens(s, p.tokens)
}

// matchTokens goes back only to the last %: an earlier one could not match more by taking more. The
// time is at most the product of both lengths.
func matchTokens(s string, tokens []rune) bool {
	i, t := 0, 0
	backI, backT := 0, -1
	for i < len(s) {
		if t < len(tokens) && tokens[t] == anyText {
			t++
			backI, backT = i, t
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if t < len(tokens) && fits(r, tokens[t]) {
			i, t = i+size, t+1
			continue
		}
		if backT < 0 {
			return false
		}
		_, size = utf8.DecodeRuneInString(s[backI:])
		backI += size
		i, t = backI, backT
	}
	for t < len(tokens) && tokens[t] == anyText {
		t++
	}
	return t == len(tokens)
}

// fits reports whether a character fits a token. _ is the dot of a Java regular expression, no line
// end.
func fits(r, token rune) bool {
	return r == token || token == anyOne && !lineEnd(r)
}

func lineEnd(r rune) bool {
	return r == '\n' || r == '\r' || r == 0x85 || r == 0x2028 || r == 0x2029
}
