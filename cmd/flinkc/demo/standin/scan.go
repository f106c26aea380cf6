package standin

import (
	"encoding/hex"
	"strings"
)

// scanner reads the statement's text from left to right. Its methods consume what they find and
// report whether it was there. It knows one spelling of each statement, down to the blanks. That is
// on purpose: a change of what the sink sends must show here.
type scanner struct {
	text string
	at   int
}

func (s *scanner) word(w string) bool {
	if !strings.HasPrefix(s.text[s.at:], w) {
		return false
	}
	s.at += len(w)
	return true
}

func (s *scanner) done() bool { return s.at == len(s.text) }

// name reads `name`.
func (s *scanner) name() (string, bool) { return s.quoted('`') }

// names reads `a`, `b`.
func (s *scanner) names() (list []string, ok bool) {
	for {
		name, ok := s.name()
		if !ok {
			return nil, false
		}
		if list = append(list, name); !s.word(", ") {
			return list, true
		}
	}
}

// quoted reads a text in which the quote itself is doubled.
func (s *scanner) quoted(quote byte) (string, bool) {
	if s.at >= len(s.text) || s.text[s.at] != quote {
		return "", false
	}
	var b strings.Builder
	for rest := s.text[s.at+1:]; ; {
		i := strings.IndexByte(rest, quote)
		if i < 0 {
			return "", false
		}
		b.WriteString(rest[:i])
		if rest = rest[i+1:]; rest == "" || rest[0] != quote {
			s.at = len(s.text) - len(rest)
			return b.String(), true
		}
		b.WriteByte(quote)
		rest = rest[1:]
	}
}

// literal reads NULL, 'text', X'00', _utf8mb4 X'00' or a number.
func (s *scanner) literal() (Value, bool) {
	switch {
	case s.word("NULL"):
		return Value{Null: true}, true
	case s.word("X"), s.word("_utf8mb4 X"):
		digits, ok := s.quoted('\'')
		b, err := hex.DecodeString(digits)
		return Value{Text: string(b)}, ok && err == nil
	case s.at < len(s.text) && s.text[s.at] == '\'':
		text, ok := s.quoted('\'')
		// A backslash would mean another text under another sql_mode.
		return Value{Text: text}, ok && !strings.Contains(text, `\`)
	}
	return s.number()
}

// number reads the characters of a number; whether they are one is for the column to say.
func (s *scanner) number() (Value, bool) {
	rest := s.text[s.at:]
	n := 0
	for n < len(rest) && strings.IndexByte("0123456789+-.e", rest[n]) >= 0 {
		n++
	}
	s.at += n
	return Value{Text: rest[:n]}, n > 0
}

// tuple reads (1,'a').
func (s *scanner) tuple() (values []Value, ok bool) {
	if !s.word("(") {
		return nil, false
	}
	for {
		v, ok := s.literal()
		if !ok {
			return nil, false
		}
		if values = append(values, v); !s.word(",") {
			return values, s.word(")")
		}
	}
}

// tuples reads (..),(..).
func (s *scanner) tuples() (rows [][]Value, ok bool) {
	for {
		row, ok := s.tuple()
		if !ok {
			return nil, false
		}
		if rows = append(rows, row); !s.word(",") {
			return rows, true
		}
	}
}
