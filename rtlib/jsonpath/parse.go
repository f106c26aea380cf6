package jsonpath

import (
	"cmp"
	"strconv"
	"strings"
)

// The syntax of paths. It is what PathCompiler of JsonPath 2.9 takes, without its accidents: a
// single character behind a bracket, which that one overlooks, is an error here.

// Compile reads a path. A path whose *Error is not Unsupported can still be used: each search with
// it fails, as in Flink.
func Compile(text string) (*Path, error) {
	lax, rest := mode(text)
	path := &Path{Lax: lax}
	err := path.parse(rest)
	if err == nil {
		return path, nil
	}
	err.Path = text
	path.broken = !err.Unsupported
	return path, err
}

// Check reports what Compile would: it is for paths in a script.
func Check(text string) error {
	_, err := Compile(text)
	return err
}

// javaBlanks are those of \s in Java.
const javaBlanks = " \t\n\v\f\r"

// mode takes the word in front of the path off; without one a path is strict. At least one character
// is left to the path.
func mode(text string) (lax bool, path string) {
	word := strings.TrimLeft(text, javaBlanks)
	end := strings.IndexAny(word, javaBlanks)
	if end < 0 || end == len(word)-1 {
		return false, text
	}
	word, path = word[:end], word[end+1:]
	if !strings.EqualFold(word, "lax") && !strings.EqualFold(word, "strict") {
		return false, text
	}
	return len(word) == len("lax"), cmp.Or(strings.TrimLeft(path, javaBlanks), path[len(path)-1:])
}

// parser reads steps.
type parser struct {
	text  string
	at    int
	depth int // of parentheses; above 0 in a filter
}

func (p *Path) parse(text string) *Error {
	s := &parser{text: strings.Trim(text, " ")}
	switch {
	case text == "" || text[0] == ' ':
		return s.fail(wantRoot)
	case text[0] != '$' && text[0] != '@':
		s.text = "$." + s.text
	}
	if strings.HasSuffix(s.text, ".") {
		s.at = len(s.text)
		return s.fail(endsWithDot)
	}
	s.at = 1
	var err *Error
	if p.steps, err = s.steps(); err == nil && !s.end() {
		err = s.lacks(noTail)
		if len(p.steps) == 0 {
			err = s.fail(wantRoot)
		}
	}
	return err
}

// steps reads as many of them as there are.
func (p *parser) steps() ([]step, *Error) {
	var out []step
	for p.next() == '.' || p.next() == '[' {
		s, err := p.step()
		if err != nil {
			return nil, err
		}
		if n := len(out); n > 0 && out[n-1].kind == anyDepth && !s.goesDeep(p.end()) {
			return nil, p.lacks(noDeepStep)
		}
		out = append(out, s)
	}
	return out, nil
}

// goesDeep reports the steps that may stand behind "..". Jayway's JsonPath takes the others too, but
// what it makes of them depends on what it was asked before.
func (s *step) goesDeep(last bool) bool { return last || s.kind == member || s.kind == members }

func (p *parser) fail(what string) *Error {
	return &Error{Near: p.text[min(p.at, len(p.text)):], What: what}
}

func (p *parser) lacks(what string) *Error {
	e := p.fail(what)
	e.Unsupported = true
	return e
}

func (p *parser) end() bool { return p.at == len(p.text) }

// next is the byte at hand, 0 at the end.
func (p *parser) next() byte {
	if p.end() {
		return 0
	}
	return p.text[p.at]
}

// blanks passes over blanks and returns the byte behind them.
func (p *parser) blanks() byte {
	for p.next() == ' ' {
		p.at++
	}
	return p.next()
}

// step reads one step with the dot before it. Of two dots, which are a step of their own, the second
// is left, so that each step begins with a dot or bracket.
func (p *parser) step() (step, *Error) {
	if p.next() == '[' {
		return p.bracket()
	}
	p.at++
	switch rest := p.text[p.at:]; {
	case strings.HasPrefix(rest, ".."):
		return step{}, p.fail(wantName)
	case strings.HasPrefix(rest, ".["):
		p.at++
		return step{kind: anyDepth}, nil
	case p.next() == '.':
		return step{kind: anyDepth}, nil
	case p.next() == '[':
		return p.bracket()
	case p.next() == '*':
		p.at++
		return step{kind: wildcard}, nil
	}
	return p.name()
}

// Names without quotes end at these characters, in a filter also where an operator begins.
const (
	endsName     = ".[( "
	endsOperator = endsName + ")<>=~!&|'\"/"
)

func (p *parser) name() (step, *Error) {
	ends := endsName
	if p.depth > 0 {
		ends = endsOperator
	}
	n := strings.IndexAny(p.text[p.at:], ends)
	if n < 0 {
		n = len(p.text) - p.at
	}
	name := p.text[p.at : p.at+n]
	p.at += n
	switch {
	case name == "":
		return step{}, p.fail(wantName)
	case p.next() == ' ' && p.depth == 0:
		return step{}, p.fail(blankName)
	case p.next() == '(':
		return step{}, p.lacks(noFunction)
	case p.next() == '[' && p.at == len(p.text)-1:
		return step{}, p.lacks(noTail)
	}
	return step{kind: member, names: []string{name}}, nil
}

// bracket reads ['a', 'b'], [0], [0, 2], [1:3], [*] or [?(..)].
func (p *parser) bracket() (step, *Error) {
	p.at++
	switch c := p.blanks(); {
	case c == '\'' || c == '"':
		return p.quotedNames(c)
	case c == '-' || c == ':' || c-'0' <= 9:
		return p.numbers()
	case c == '*':
		p.at++
		return p.closed(step{kind: wildcard})
	case c == '?':
		p.at++
		filter, err := p.filter()
		if err != nil {
			return step{}, err
		}
		return p.closed(step{kind: matching, filter: filter})
	}
	return step{}, p.fail(wantStep)
}

// closed reads the bracket that ends a step.
func (p *parser) closed(s step) (step, *Error) {
	if p.blanks() != ']' {
		return s, p.fail(wantBracket)
	}
	p.at++
	return s, nil
}

// quotedNames reads names in one kind of quotes.
func (p *parser) quotedNames(quote byte) (step, *Error) {
	s := step{kind: member}
	for {
		if p.blanks() != quote { // Jayway's JsonPath passes over what stands here
			return s, p.lacks(noTail)
		}
		name, err := p.quoted()
		if err != nil {
			return s, err
		}
		s.names = append(s.names, name)
		if p.blanks() != ',' {
			break
		}
		p.at++
	}
	if len(s.names) > 1 {
		s.kind = members
	}
	return p.closed(s)
}

// quoted reads a text in quotes of either kind, with escapes.
func (p *parser) quoted() (string, *Error) {
	quote := p.next()
	start := p.at + 1
	for p.at++; p.next() != quote; p.at++ {
		if p.next() == '\\' {
			p.at++
		}
		if p.at >= len(p.text) {
			p.at = len(p.text)
			return "", p.fail(wantQuote)
		}
	}
	p.at++
	text, ok := unescapeName(p.text[start : p.at-1])
	if !ok {
		return "", p.fail(wantEscape)
	}
	return text, nil
}

// numbers reads a list of places or a range.
func (p *parser) numbers() (step, *Error) {
	n := strings.IndexByte(p.text[p.at:], ']')
	if n < 0 {
		return step{}, p.fail(wantBracket)
	}
	inside := strings.TrimRight(p.text[p.at:p.at+n], javaBlanks)
	if strings.Trim(inside, "0123456789-:, ") != "" {
		return step{}, p.fail(wantNumber)
	}
	if strings.Contains(inside, ":") {
		return p.slice(inside, p.at+n+1)
	}
	s := step{kind: element}
	for _, text := range strings.Split(inside, ",") {
		i, err := strconv.ParseInt(strings.Trim(text, " "), 10, 32)
		if err != nil {
			return s, p.fail(wantNumber)
		}
		s.indexes = append(s.indexes, int(i))
	}
	if len(s.indexes) > 1 {
		s.kind = elements
	}
	p.at += n + 1
	return s, nil
}

func (p *parser) slice(inside string, end int) (step, *Error) {
	parts := strings.Split(strings.TrimRight(inside, ":"), ":")
	const borders = 2
	if len(parts) > borders {
		return step{}, p.lacks(noStep)
	}
	var s slice
	var okFrom, okTo bool
	s.from, s.hasFrom, okFrom = border(parts[0])
	okTo = true
	if len(parts) == borders {
		s.to, s.hasTo, okTo = border(parts[1])
	}
	if !okFrom || !okTo || !s.hasFrom && !s.hasTo {
		return step{}, p.fail(wantSlice)
	}
	p.at = end
	return step{kind: slicing, slice: s}, nil
}

// border reads a border of a range, which may be missing.
func border(text string) (i int, given, ok bool) {
	if text == "" {
		return 0, false, true
	}
	n, err := strconv.ParseInt(text, 10, 32)
	return int(n), true, err == nil
}
