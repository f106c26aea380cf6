package typecheck

import (
	"strings"
)

// declaredInBroken reports whether a name is declared by a statement that could not be parsed.
// The parser has reported that statement; that its table is missing would be a second error for
// one mistake.
func (c *checker) declaredInBroken(name string) bool {
	text := c.script.Source.Text
	at := 0
	for _, s := range c.script.Statements {
		if mentionsDeclaration(text[at:max(at, s.Span().Start)], name) {
			return true
		}
		at = max(at, s.Span().End)
	}
	return mentionsDeclaration(text[min(at, len(text)):], name)
}

// mentionsDeclaration looks for CREATE followed by the name before the next statement: a look at
// the words is enough for text that has been refused already.
func mentionsDeclaration(text, name string) bool {
	for _, statement := range strings.Split(text, ";") {
		words := strings.FieldsFunc(statement, func(r rune) bool {
			return strings.ContainsRune(" \t\r\n(`.,", r)
		})
		const reach = 9 // CREATE TEMPORARY SYSTEM FUNCTION IF NOT EXISTS catalog database
		for i, w := range words {
			if !strings.EqualFold(w, "CREATE") {
				continue
			}
			for _, next := range words[i+1 : min(i+1+reach, len(words))] {
				if next == name {
					return true
				}
			}
		}
	}
	return false
}
