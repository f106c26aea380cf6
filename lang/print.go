package lang

import (
	"strconv"
	"strings"
)

// Print returns the canonical text of a node: words of the language in upper case, one blank
// between tokens, parentheses only where the tree needs them. Parsed again it gives the same tree.
// A script has a statement a line, each with its semicolon. Credentials are printed as they were
// written.
func Print(n Node) string {
	p := &printer{}
	p.node(n)
	return p.b.String()
}

// PrintScript prints all statements of a script.
func PrintScript(s *Script) string {
	var b strings.Builder
	for _, st := range s.Statements {
		b.WriteString(Print(st))
		b.WriteString(";\n")
	}
	return b.String()
}

type printer struct{ b strings.Builder }

// w writes texts as they are.
func (p *printer) w(texts ...string) {
	for _, t := range texts {
		p.b.WriteString(t)
	}
}

// opt writes a text when the condition holds.
func (p *printer) opt(cond bool, text string) {
	if cond {
		p.w(text)
	}
}

// node prints any node: one line per family.
func (p *printer) node(n Node) {
	switch n := n.(type) {
	case Statement:
		p.statement(n)
	case Expr:
		p.expr(n, 0)
	case *Query:
		p.query(n)
	case Body:
		p.bodyNode(n)
	case TableRef:
		p.tableRef(n)
	case Stage:
		p.stage(n)
	case Pattern:
		p.pattern(n, 0)
	default:
		p.part(n)
	}
}

// part prints the nodes that belong to others.
func (p *printer) part(n Node) {
	switch n := n.(type) {
	case *Ident:
		p.ident(n)
	case *Path:
		p.path(n)
	case *Text:
		p.text(n)
	case *TypeName:
		p.typeName(n)
	case *SelectItem:
		p.selectItem(n)
	case *OrderItem:
		p.orderItem(n)
	case *GroupItem:
		p.groupItem(n)
	case *Option:
		p.option(n)
	case *TableElement:
		p.element(n)
	case *Column:
		p.column(n)
	case *Watermark:
		p.watermark(n)
	case *Constraint:
		p.constraint(n)
	case *WindowSpec:
		p.window(n)
	case *CTE:
		p.cte(n)
	}
}

// items prints a list with commas.
func items[T any](p *printer, list []T, one func(T)) {
	for i, x := range list {
		p.opt(i > 0, ", ")
		one(x)
	}
}

// inParens prints a list in parentheses.
func inParens[T any](p *printer, list []T, one func(T)) {
	p.w("(")
	items(p, list, one)
	p.w(")")
}

func (p *printer) ident(i *Ident) { p.w(identText(i)) }

// identText writes a name with backticks where it would not be read back as the same name without.
func identText(i *Ident) string {
	if !i.Quoted && i.Name != "" {
		return i.Name
	}
	return "`" + strings.ReplaceAll(i.Name, "`", "``") + "`"
}

func (p *printer) path(path *Path) {
	for i, part := range path.Parts {
		p.opt(i > 0, ".")
		p.ident(part)
	}
}

func (p *printer) text(t *Text) { p.w(quote(t.Value)) }

// quote writes a text literal. One that has ${ in it is written with an escape for the dollar,
// because it would be read as a variable otherwise.
func quote(text string) string {
	if !strings.Contains(text, "${") {
		return "'" + strings.ReplaceAll(text, "'", "''") + "'"
	}
	r := strings.NewReplacer("'", "''", `\`, `\\`, "${", `\0024{`)
	return "U&'" + r.Replace(text) + "'"
}

// commented writes COMMENT 'text'.
func (p *printer) commented(t *Text) {
	if t != nil {
		p.w(" COMMENT ")
		p.text(t)
	}
}

func (p *printer) option(o *Option) {
	p.text(o.Key)
	p.w(" = ")
	switch o.Value.Kind {
	case OptionEnv:
		p.w("env(", quote(o.Value.Text), ")")
	case OptionFile:
		p.w("file(", quote(o.Value.Text), ")")
	default:
		p.w(quote(o.Value.Text))
	}
}

func (p *printer) with(o *Options) {
	if o != nil {
		p.w(" WITH ")
		inParens(p, o.List, p.option)
	}
}

func (p *printer) hints(h *Hints) {
	if h == nil {
		return
	}
	p.w(" /*+ ")
	items(p, h.List, func(h *Hint) {
		p.ident(h.Name)
		if h.Args != nil {
			inParens(p, h.Args, p.hintArg)
		}
	})
	p.w(" */")
}

func (p *printer) hintArg(a *HintArg) {
	if a.Name != nil {
		p.ident(a.Name)
	} else {
		p.text(a.Key)
	}
	if a.Value != nil {
		p.w(" = ")
		p.text(a.Value)
	}
}

// typeName prints a type; postfix ARRAY and MULTISET are printed in angle brackets.
func (p *printer) typeName(t *TypeName) {
	p.w(t.Name)
	switch {
	case t.Interval != nil:
		p.w(" ")
		p.interval(t.Interval)
	case t.Elems != nil:
		p.w("<")
		items(p, t.Elems, p.typeName)
		p.w(">")
	case t.Name == "ROW" || t.Texts != nil:
		p.classOrRow(t)
	case t.Args != nil:
		inParens(p, t.Args, func(n int) { p.w(strconv.Itoa(n)) })
	}
	p.w([...]string{"", " WITHOUT TIME ZONE", " WITH TIME ZONE", " WITH LOCAL TIME ZONE"}[t.Zone])
	p.opt(t.NotNull, " NOT NULL")
	p.opt(t.Null, " NULL")
}

func (p *printer) classOrRow(t *TypeName) {
	if t.Name == "RAW" {
		inParens(p, t.Texts, p.text)
		return
	}
	p.w("<")
	items(p, t.Texts, p.text)
	p.opt(len(t.Texts) > 0 && len(t.Fields) > 0, ", ")
	items(p, t.Fields, p.typeField)
	p.w(">")
}

func (p *printer) typeField(f *TypeField) {
	p.ident(f.Name)
	p.w(" ")
	p.typeName(f.Type)
	if f.Comment != nil {
		p.w(" ")
		p.text(f.Comment)
	}
}

func (p *printer) interval(r *IntervalRange) {
	p.w(r.From)
	if r.Precision >= 0 {
		p.w("(", strconv.Itoa(r.Precision))
		if r.To == "" && r.Fraction >= 0 {
			p.w(", ", strconv.Itoa(r.Fraction))
		}
		p.w(")")
	}
	if r.To != "" {
		p.w(" TO ", r.To)
		if r.Fraction >= 0 {
			p.w("(", strconv.Itoa(r.Fraction), ")")
		}
	}
}
