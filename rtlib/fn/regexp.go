package fn

import (
	"strings"
	"unicode/utf8"

	"github.com/flinkc/flinkc/rtlib/pattern"
)

// Regexp is a compiled Java regular expression. One that Java refuses is kept as such: it gives
// NULL or FALSE.
type Regexp struct {
	re    *pattern.Pattern // nil for one that Java refuses
	empty bool
	// emptyMatch: it matches "", so that Java finds it once more behind each match.
	emptyMatch bool
}

// PrepareRegexp compiles a Java regular expression. What Java has and a linear-time engine cannot
// do is an error: look-around, back-references, possessive quantifiers, atomic groups,
// intersections of classes. $ is the very end of the text only, (?i) folds all letters.
func PrepareRegexp(expr string) (*Regexp, error) {
	re, err := compileJava(expr, "", "")
	if err != nil || re == nil {
		return &Regexp{}, err
	}
	return &Regexp{re: re, empty: expr == "", emptyMatch: re.Match("")}, nil
}

// RegexpFind reports whether p is found in s. FALSE for an empty p and one that Java refuses.
func RegexpFind(s string, p *Regexp) bool {
	return p.re != nil && !p.empty && p.re.Match(s)
}

// RegexpExtract is the first match of p in s, as a part of s; NULL if there is none.
func RegexpExtract(s string, p *Regexp) (string, bool) { return RegexpGroup(s, p, 0) }

// RegexpGroup is a group of the first match, 0 being all of it, as a part of s. NULL if there is no
// match, no such group, or the group took no part.
func RegexpGroup(s string, p *Regexp, group int32) (string, bool) {
	if p.re == nil || group < 0 || int(group) > p.re.Groups() {
		return "", false
	}
	start, end := p.re.Find(s, int(group))
	if start < 0 {
		return "", false
	}
	return s[start:end], true
}

// RegexpReplace is s with every match replaced by the text as it is. NULL for an expression that
// Java refuses.
func RegexpReplace(a *Arena, s string, p *Regexp, replacement string) (string, bool) {
	if p.re == nil {
		return "", false
	}
	matches := p.re.All(s)
	if len(matches) == 0 {
		return s, true
	}
	b := a.tail(len(s) + len(matches)*len(replacement) + 8)
	from := 0
	for i, m := range matches {
		b = append(append(b, s[from:m[0]]...), replacement...)
		from = m[1]
		if p.emptyBehind(matches, i) {
			b = append(b, replacement...)
		}
	}
	return a.take(append(b, s[from:]...)), true
}

// SimilarPattern is a compiled pattern of SIMILAR TO.
type SimilarPattern struct{ re *pattern.Pattern }

// PrepareSimilar compiles a pattern without an escape character. A wrong one is an error.
func PrepareSimilar(expr string) (*SimilarPattern, error) {
	return compileSimilar(expr, -1)
}

// PrepareSimilarEscape compiles a pattern with an escape character, which makes a following special
// character or itself plain text.
func PrepareSimilarEscape(expr, escape string) (*SimilarPattern, error) {
	if utf8.RuneCountInString(escape) != 1 {
		return nil, errEscapeLength(escape)
	}
	esc, _ := utf8.DecodeRuneInString(escape)
	return compileSimilar(expr, esc)
}

// Similar reports whether the whole of s fits the pattern.
func Similar(s string, p *SimilarPattern) bool { return p.re.Match(s) }

func compileSimilar(expr string, escape rune) (*SimilarPattern, error) {
	java, err := similarToJava([]rune(expr), escape)
	if err != nil {
		return nil, err
	}
	re, err := compileJava(java, `\A(?:`, `)\z`)
	if err == nil && re == nil {
		err = errSimilar(expr)
	}
	return &SimilarPattern{re}, err
}

const (
	similarSpecials = "[]()|^-+*_%?{}"
	javaSpecials    = "[]()|^-+*?{}$\\."
)

// similarClasses are the classes of SQL inside brackets.
var similarClasses = [][2]string{
	{"[:ALPHA:]", `\p{Alpha}`}, {"[:UPPER:]", `\p{Upper}`}, {"[:LOWER:]", `\p{Lower}`}, {"[:DIGIT:]", `\d`},
	{"[:ALNUM:]", `\p{Alnum}`}, {"[:SPACE:]", " "}, {"[:WHITESPACE:]", `\s`},
}

// similarToJava follows Calcite, quirks included: a dot is any character, as in Java.
func similarToJava(p []rune, escape rune) (string, error) {
	var b strings.Builder
	inClass := false
	for i := 0; i < len(p); i++ {
		switch c := p[i]; {
		case c == escape:
			i++
			if i == len(p) || !writeEscaped(&b, p[i], escape) {
				return "", errEscape(string(p), string(escape))
			}
		case inClass && c == '[':
			n := writeClass(&b, string(p[i:]))
			if n == 0 {
				return "", errSimilar(string(p))
			}
			i += n - 1
		case c == '[' || c == ']':
			if inClass = !inClass; inClass != (c == '[') {
				return "", errSimilar(string(p))
			}
			b.WriteRune(c)
		case inClass && c != '-' && c != '^' && strings.ContainsRune(similarSpecials, c):
			return "", errSimilar(string(p))
		case inClass:
			writeLiteralIn(&b, c)
		default:
			writeSimilar(&b, c)
		}
	}
	if inClass {
		return "", errSimilar(string(p))
	}
	return b.String(), nil
}

func writeSimilar(b *strings.Builder, c rune) {
	switch c {
	case '_':
		b.WriteByte('.')
	case '%':
		b.WriteString("(?s:.*)")
	case '\\', '$':
		b.WriteByte('\\')
		b.WriteRune(c)
	default:
		b.WriteRune(c)
	}
}

// writeLiteralIn keeps a backslash or & inside brackets from meaning what they do in Java.
func writeLiteralIn(b *strings.Builder, c rune) {
	if c == '\\' || c == '&' {
		b.WriteByte('\\')
	}
	b.WriteRune(c)
}

// writeEscaped writes the character behind an escape; false if it needs none.
func writeEscaped(b *strings.Builder, c, escape rune) bool {
	if c != escape && !strings.ContainsRune(similarSpecials, c) {
		return false
	}
	if strings.ContainsRune(javaSpecials, c) {
		b.WriteByte('\\')
	}
	b.WriteRune(c)
	return true
}

// writeClass writes a class such as [:DIGIT:] and returns its length in characters, 0 if there is
// none.
func writeClass(b *strings.Builder, p string) int {
	for _, c := range similarClasses {
		if len(p) >= len(c[0]) && strings.EqualFold(p[:len(c[0])], c[0]) {
			b.WriteString(c[1])
			return len(c[0])
		}
	}
	return 0
}
