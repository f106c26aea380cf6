// Package lang turns the text of a script into a syntax tree. It knows nothing of tables or types.
//
// The tree is one tree for all readers: the checker, the printer, the walker. Statements and their
// clauses carry their grammar in `parser:"..."` tags; expressions, types and table references are
// parsed by hand (pratt.go, typeparse.go, tableparse.go). Words of the language are matched without
// regard to case, names keep theirs.
package lang

import (
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/flinkc/flinkc/lang/diag"
)

// Node is any part of the tree.
type Node interface {
	// Span is the range of the source from the first to the last token of the node.
	Span() diag.Span
}

// Statement is one statement of a script.
type Statement interface {
	Node
	statement()
}

// Script is a parsed source: the statements that are well formed, in order.
type Script struct {
	Source     *diag.Source
	Statements []Statement
}

// Extent is the place of a node that participle fills in.
type Extent struct {
	Pos    lexer.Position
	EndPos lexer.Position
}

// Span returns where the node stands.
func (e Extent) Span() diag.Span { return diag.Span{Start: e.Pos.Offset, End: e.EndPos.Offset} }

// Place is the place of a node that is parsed by hand.
type Place struct{ At diag.Span }

// Span returns where the node stands.
func (p Place) Span() diag.Span { return p.At }

// place gives the parser access to the span of a finished node, to include parentheses.
func (p *Place) place() *diag.Span { return &p.At }

// Ident is a name. Name is without backticks, with its own case.
type Ident struct {
	Place
	Name   string
	Quoted bool // written in backticks
}

// Path is a name of a catalog object: `object`, `database.object` or `catalog.database.object`.
// The parser accepts any number of parts; at least one is present.
type Path struct {
	Extent
	Parts []*Ident `parser:"@@ ( '.' @@ )*"`
}

// Last returns the last part, the object's own name.
func (p *Path) Last() *Ident { return p.Parts[len(p.Parts)-1] }

// Text is a string literal where the grammar wants a text and not an expression.
type Text struct {
	Place
	Value string // without quotes and escapes
}

// Option is `'key' = value` of a WITH clause, an OPTIONS hint or ALTER .. SET.
type Option struct {
	Extent
	Key   *Text        `parser:"@@"`
	Value *OptionValue `parser:"'=' @@"`
}

// OptionKind says how the value of an option is given.
type OptionKind uint8

// Option kinds. Env and File are resolved when the generated program starts, never before.
const (
	OptionText OptionKind = iota // 'text'
	OptionEnv                    // env('NAME')
	OptionFile                   // file('path')
)

// OptionValue is the value of an option: a text, or where the running program finds it.
type OptionValue struct {
	Place
	Kind OptionKind
	Text string // the text, the variable's name or the file's path
}

// Hints is a hint block.
type Hints struct {
	Extent
	List []*Hint `parser:"'/*+' @@ ( ',' @@ )* '*/'"`
}

// Hint is one hint of a `/*+ .. */` block, as OPTIONS('k'='v') or BROADCAST(t).
type Hint struct {
	Extent
	Name *Ident     `parser:"@@"`
	Args []*HintArg `parser:"( '(' ( @@ ( ',' @@ )* )? ')' )?"`
}

// HintArg is an argument of a hint: 'key'='value', or a name or text alone (Value nil).
type HintArg struct {
	Extent
	Name  *Ident `parser:"( @@"`
	Key   *Text  `parser:"| @@ )"`
	Value *Text  `parser:"( '=' @@ )?"`
}

// Word is a word of the language that the tree keeps: upper case, several joined by a blank.
type Word string

// Capture is how participle fills in a Word.
func (w *Word) Capture(values []string) error {
	*w = Word(strings.ToUpper(strings.Join(values, " ")))
	return nil
}
