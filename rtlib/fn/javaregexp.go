package fn

import (
	"errors"
	"regexp/syntax"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/flinkc/flinkc/rtlib/pattern"
)

// The translation of Java's regular expressions to Go's. Both choose the leftmost match that a
// backtracking search finds first, so that only the notation differs.

// compileJava compiles a Java expression between a Go prefix and suffix. nil for one that Java
// refuses too; an error for one that Java takes and Go cannot do.
func compileJava(expr, prefix, suffix string) (*pattern.Pattern, error) {
	if !utf8.ValidString(expr) {
		return nil, errRegexp(expr, "invalid UTF-8 is")
	}
	t := &translation{in: expr}
	t.run()
	switch {
	case t.unsupported != "":
		return nil, errRegexp(expr, t.unsupported+" is")
	case t.bad:
		return nil, nil
	}
	re, err := pattern.Compile(prefix + t.out.String() + suffix)
	if err == nil {
		return re, nil
	}
	if refusedByJava(err) {
		return nil, nil
	}
	return nil, errRegexpEngine(expr, err)
}

// refusedByJava reports the mistakes that are mistakes in Java too.
func refusedByJava(err error) bool {
	var e *syntax.Error
	if !errors.As(err, &e) {
		return false
	}
	switch e.Code {
	case syntax.ErrMissingParen, syntax.ErrUnexpectedParen, syntax.ErrMissingBracket,
		syntax.ErrMissingRepeatArgument, syntax.ErrTrailingBackslash, syntax.ErrInvalidRepeatOp:
		return true
	case syntax.ErrInvalidCharRange:
		return !strings.HasPrefix(e.Expr, `\p`) && !strings.HasPrefix(e.Expr, `\P`)
	}
	return false
}

// translation is the state of reading a Java expression.
type translation struct {
	in          string
	at          int
	out         strings.Builder
	dotAll      []bool // of each open group, the last one being the innermost
	atom        bool   // something stands before that can be repeated
	unsupported string // what Java can and Go cannot, first of it
	bad         bool   // Java refuses it
}

func (t *translation) run() {
	t.dotAll = []bool{false}
	for t.at < len(t.in) && t.unsupported == "" && !t.bad {
		t.step()
	}
	t.bad = t.bad || len(t.dotAll) != 1
}

// step reads one construct outside of brackets.
func (t *translation) step() {
	c := t.in[t.at]
	switch c {
	case '\\':
		t.escape(false)
		t.atom = true
	case '[':
		t.class()
		t.atom = true
	case '(':
		t.open()
	case ')':
		t.close()
	case '.':
		t.dot()
	case '*', '+', '?':
		t.at++
		t.repeat(string(c))
	case '{':
		t.count()
	case '|', '^', '$':
		t.copy(1)
		t.atom = c != '|'
	default:
		_, size := utf8.DecodeRuneInString(t.in[t.at:])
		t.copy(size)
		t.atom = true
	}
}

// copy takes n bytes as they are.
func (t *translation) copy(n int) {
	t.out.WriteString(t.in[t.at : t.at+n])
	t.at += n
}

func (t *translation) dot() {
	t.at++
	t.atom = true
	if t.dotAll[len(t.dotAll)-1] {
		t.out.WriteString(`(?s:.)`)
		return
	}
	t.out.WriteString(`[^\n\r\x{85}\x{2028}\x{2029}]`)
}

// repeat writes a quantifier with its reluctant ?; a + behind it makes it possessive.
func (t *translation) repeat(q string) {
	t.bad = t.bad || !t.atom
	t.out.WriteString(q)
	t.atom = false
	switch {
	case strings.HasPrefix(t.in[t.at:], "?"):
		t.copy(1)
	case strings.HasPrefix(t.in[t.at:], "+"):
		t.unsupported = "a possessive quantifier"
	}
}

// count is {n}, {n,} or {n,m}; any other brace is an error in Java.
func (t *translation) count() {
	end := strings.IndexByte(t.in[t.at:], '}')
	if end < 0 {
		t.bad = true
		return
	}
	body := t.in[t.at+1 : t.at+end]
	low, high, comma := strings.Cut(body, ",")
	if !allDigits(low) || low == "" || comma && !allDigits(high) {
		t.bad = true
		return
	}
	t.at += end + 1
	t.repeat("{" + body + "}")
}

func allDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// open is ( with what may stand behind it: flags, a name, or what Go cannot do.
func (t *translation) open() {
	t.atom = false
	inner := t.dotAll[len(t.dotAll)-1]
	rest := t.in[t.at+1:]
	if !strings.HasPrefix(rest, "?") {
		t.copy(1)
		t.dotAll = append(t.dotAll, inner)
		return
	}
	for _, no := range []string{"?=", "?!", "?<=", "?<!", "?>"} {
		if strings.HasPrefix(rest, no) {
			t.unsupported = "(" + no
			return
		}
	}
	if strings.HasPrefix(rest, "?<") {
		t.copy(len("(?<"))
		t.dotAll = append(t.dotAll, inner)
		return
	}
	t.flags(inner)
}

// flags is (?flags) or (?flags:. The flag s is kept here since a dot is written out.
func (t *translation) flags(dotAll bool) {
	on := true
	for i := t.at + 2; i < len(t.in); i++ {
		switch c := t.in[i]; c {
		case '-':
			on = false
		case 's':
			dotAll = on
		case 'i', 'm':
		case ':', ')':
			t.copy(i + 1 - t.at)
			if c == ':' {
				t.dotAll = append(t.dotAll, dotAll)
			} else {
				t.dotAll[len(t.dotAll)-1] = dotAll
			}
			return
		case 'd', 'u', 'x', 'U':
			t.unsupported = "the flag " + string(c)
			return
		default:
			t.bad = true
			return
		}
	}
	t.bad = true
}

func (t *translation) close() {
	if len(t.dotAll) == 1 {
		t.bad = true
		return
	}
	t.dotAll = t.dotAll[:len(t.dotAll)-1]
	t.copy(1)
	t.atom = true
}

// class is [...]. Unions and intersections have no counterpart.
func (t *translation) class() {
	t.copy(1)
	if strings.HasPrefix(t.in[t.at:], "^") {
		t.copy(1)
	}
	for first := true; t.at < len(t.in); first = false {
		switch c := t.in[t.at]; {
		case c == ']' && !first:
			t.copy(1)
			return
		case c == ']' || c == '[':
			t.unsupported = "a bracket in a class"
			return
		case strings.HasPrefix(t.in[t.at:], "&&"):
			t.unsupported = "&& in a class"
			return
		case c == '\\':
			t.escape(true)
		default:
			t.copy(1)
		}
		if t.bad || t.unsupported != "" {
			return
		}
	}
	t.bad = true
}

// classEscapes are the escapes that stand for several characters, without brackets around.
var classEscapes = map[byte]string{
	's': `\t\n\v\f\r `,
	'S': `\x{0}-\x{8}\x{e}-\x{1f}\x{21}-\x{10ffff}`,
	'h': ` \t\x{a0}\x{1680}\x{180e}\x{2000}-\x{200a}\x{202f}\x{205f}\x{3000}`,
	'v': `\n\v\f\r\x{85}\x{2028}\x{2029}`,
	'd': `\d`, 'D': `\D`, 'w': `\w`, 'W': `\W`,
}

// posix are Java's names of ASCII classes in Go's notation.
var posix = map[string]string{
	"Lower": "lower", "Upper": "upper", "ASCII": "ascii", "Alpha": "alpha", "Digit": "digit", "Alnum": "alnum",
	"Punct": "punct", "Graph": "graph", "Print": "print", "Blank": "blank", "Cntrl": "cntrl",
	"XDigit": "xdigit", "Space": "space",
}

// escape is a backslash and what it stands before.
func (t *translation) escape(inClass bool) {
	if t.at+1 == len(t.in) {
		t.bad = true
		return
	}
	c := t.in[t.at+1]
	if set, ok := classEscapes[c]; ok {
		t.at += 2
		t.set(set, inClass)
		return
	}
	switch {
	case c == 'Q':
		t.quoted()
	case c == 'p' || c == 'P':
		t.property(inClass)
	case strings.IndexByte("tnrfa", c) >= 0, !inClass && strings.IndexByte("bBAz", c) >= 0:
		t.copy(2)
	case c == 'R' && !inClass:
		t.at += 2
		t.out.WriteString(`(?:\r\n|[\n\v\f\r\x{85}\x{2028}\x{2029}])`)
	case '1' <= c && c <= '9' || strings.IndexByte("kGZXN", c) >= 0:
		t.unsupported = `\` + string(c)
	case strings.IndexByte("ux0ce", c) >= 0:
		t.code(c)
	case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z':
		t.bad = true
	default:
		t.literal()
	}
}

func (t *translation) set(set string, inClass bool) {
	if inClass {
		t.out.WriteString(set)
		return
	}
	t.out.WriteString("[" + set + "]")
}

// literal is an escaped character that means itself.
func (t *translation) literal() {
	r, size := utf8.DecodeRuneInString(t.in[t.at+1:])
	t.at += 1 + size
	t.rune(r)
}

func (t *translation) rune(r rune) {
	t.out.WriteString(`\x{` + strconv.FormatInt(int64(r), 16) + `}`)
}

// quoted is \Q...\E, to the end without \E.
func (t *translation) quoted() {
	body, _, closed := strings.Cut(t.in[t.at+2:], `\E`)
	t.at += 2 + len(body)
	if closed {
		t.at += 2
	}
	for _, r := range body {
		t.rune(r)
	}
}

// property is \p{Name} or \pL.
func (t *translation) property(inClass bool) {
	sign := t.in[t.at+1]
	name, rest, ok := strings.Cut(t.in[t.at+2:], "}")
	if !ok || name == "" || name[0] != '{' {
		_, size := utf8.DecodeRuneInString(t.in[t.at+2:])
		t.copy(min(2+size, len(t.in)-t.at))
		return
	}
	t.at = len(t.in) - len(rest)
	name = name[1:]
	if class, ok := posix[name]; ok {
		not := strings.Repeat("^", int('p'-sign)/('p'-'P'))
		t.set("[:"+not+class+":]", inClass)
		return
	}
	t.out.WriteString(`\` + string(sign) + "{" + strings.TrimPrefix(name, "Is") + "}")
}

// code is a character by number: \uhhhh, \xhh, \x{h..}, \0ooo, \cX, \e.
func (t *translation) code(c byte) {
	rest := t.in[t.at+2:]
	digits, base := "", 16
	switch {
	case c == 'e':
		digits = "1b"
		t.at -= len(digits)
	case c == 'c':
		t.control(rest)
		return
	case c == 'u':
		digits = rest[:min(4, len(rest))]
		t.bad = len(digits) < 4
	case c == '0':
		digits, base = octal(rest), 8
	case strings.HasPrefix(rest, "{"):
		inner, _, ok := strings.Cut(rest[1:], "}")
		t.bad = !ok
		digits = inner
		t.at += 2
	default:
		digits = rest[:min(2, len(rest))]
		t.bad = len(digits) < 2
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if t.bad = t.bad || err != nil || n > utf8.MaxRune; t.bad {
		return
	}
	t.at += 2 + len(digits)
	t.rune(rune(n))
}

func (t *translation) control(rest string) {
	if rest == "" || rest[0] >= utf8.RuneSelf {
		t.bad = true
		return
	}
	t.at += 3
	t.rune(rune(rest[0] ^ 64))
}

// octal is up to three octal digits, at most 377.
func octal(s string) string {
	n := 0
	for n < len(s) && n < 3 && '0' <= s[n] && s[n] <= '7' {
		n++
	}
	if n == 3 && s[0] > '3' {
		n = 2
	}
	return s[:n]
}
